import type { Span } from '../../core/evidence.ts'
import { onReading, type Reading } from '../frames/frames.ts'
import { lexemesOf, type Lexeme } from '../words/lexemes.ts'
import { numberAt, type NumberAt } from './numbers.ts'

/** A number in a sentence, in figures or words, with its place in the text. */
export interface CountAt extends Span { readonly number: NumberAt }

/** The lexemes of a sentence, with their places in the text. */
export const lexemesIn = ({ sentence, text, start }: Reading): readonly Lexeme[] => lexemesOf(sentence, text, start)

/** The numbers of a sentence in order, none inside another; read once. */
export const countsIn = onReading((reading): readonly CountAt[] => {
  const words = lexemesIn(reading), out: CountAt[] = []
  for (let i = 0; i < words.length; i++) {
    const number = numberAt(words, i, reading.language.numbers)
    if (!number) continue
    out.push({ number, start: words[i]!.start, end: words[number.to - 1]!.end })
    i = number.to - 1
  }
  return out
})
