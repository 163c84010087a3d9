import type { Span } from '../../core/evidence.ts'
import { onReading } from '../frames/frames.ts'
import { lexemesOfCut, type Lexeme } from '../words/lexemes.ts'
import { numberAt, type NumberAt } from './numbers.ts'

/** A number in a sentence, in figures or words, with its place in the text. */
export interface CountAt extends Span { readonly number: NumberAt }

/** The lexemes of a sentence, with their places in the text. */
export const lexemesOf = onReading((reading): readonly Lexeme[] => lexemesOfCut(reading.text, reading.start, reading.sentence.tokens))

/** The numbers of a sentence in order, none inside another; read once. */
export const countsIn = onReading((reading): readonly CountAt[] => {
  const words = lexemesOf(reading), out: CountAt[] = []
  for (let i = 0; i < words.length; i++) {
    const number = numberAt(words, i, reading.language.numbers)
    if (!number) continue
    out.push({ number, start: words[i]!.start, end: words[number.to - 1]!.end })
    i = number.to - 1
  }
  return out
})
