// Texts of Universal Dependencies, and their sentences with the part of speech of each of our tokens.
import { readFileSync } from 'node:fs'
import type { Span } from '../../src/core/evidence.ts'
import type { Upos } from '../../src/extraction/analysis.ts'
import type { Language } from '../../src/extraction/language.ts'
import { tokenize } from '../../src/extraction/words/tokens.ts'

export interface TaggedSentence { readonly words: readonly string[]; readonly tags: readonly Upos[] }
interface Tagged extends Span { readonly pos: Upos }

/** The sentences of a CoNLL-U file; those with words blanked out are left out. */
export function taggedSentences(file: string, language: Language): TaggedSentence[] {
  return sentencesOf(file).flatMap(({ text, tags }) => {
    const tokens = tokenize(text, { start: 0, end: text.length }, language).map((token) => ({ text: token.text, pos: headTag(token, tags) })).filter((t) => t.pos !== undefined)
    return tokens.length === 0 || tokens.some((t) => t.text.startsWith('_')) ? [] : [{ words: tokens.map((t) => t.text), tags: tokens.map((t) => t.pos!) }]
  })
}

/** The text of a CoNLL-U file in documents of so many sentences, three to a paragraph. */
export function documentsOf(file: string, sentences: number): string[] {
  const texts = sentencesOf(file).map((s) => s.text), cut = <T>(list: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
  return cut(texts, sentences).map((document) => cut(document, 3).map((paragraph) => paragraph.join(' ')).join('\n\n'))
}

const sentencesOf = (file: string) => readFileSync(file, 'utf8').split('\n\n').map((block) => laidOut(block.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t')))).filter((s) => s.text !== '')

/** The text with the place of each word; the parts of a joined word ("don't") share its letters. */
function laidOut(rows: readonly (readonly string[])[]): { text: string; tags: Tagged[] } {
  const tags: Tagged[] = []
  let text = '', space = '', joinedUpTo = 0, at = 0
  for (const [id, form, , pos, , , , , , misc] of rows) {
    const gap = misc?.includes('SpaceAfter=No') ? '' : ' '
    if (id!.includes('.')) continue
    if (id!.includes('-')) { at = text.length + space.length; joinedUpTo = Number(id!.split('-')[1]); text += space + form; space = gap; continue }
    if (Number(id) <= joinedUpTo) {
      const end = Number(id) === joinedUpTo ? text.length : Math.min(text.length, at + form!.length)
      tags.push({ start: at, end, pos: pos as Upos }); at = end
      continue
    }
    text += space
    tags.push({ start: text.length, end: text.length + form!.length, pos: pos as Upos })
    text += form; space = gap
  }
  return { text, tags }
}

/** Of several words in one token ("long-term") the last counts, unless one is a name. */
function headTag(token: Span, tags: readonly Tagged[]): Upos | undefined {
  const inside = tags.filter((t) => t.start < token.end && t.end > token.start)
  return (inside.find((t) => t.pos === 'PROPN') ?? inside.findLast((t) => t.pos !== 'PUNCT') ?? inside[0])?.pos
}
