import { speechTable } from '../speech/speech-words.ts'
import { startsUpper } from '../words/characters.ts'
import type { Piece } from '../words/pieces.ts'
import { chunk, type Chunk, type Reading } from './chunks.ts'

/** "The American", "der Litauer", "Litwin", "il lituano": a person told by his nation alone, as the subject of what follows. */
export function nationalChunk(r: Reading, p: Piece): Chunk | null {
  let at = p.from
  // "The straight-talking Norwegian".
  if (r.tokens[p.from]!.pos) while (at > p.from - 3 && /^(?:ADJ|VERB|ADV)$/.test(r.tokens[at - 1]?.pos ?? '') && r.lower(at - 1) !== 'the') at--
  const nation = p.senses[0]?.country, word = r.tokens[p.from]!, article = r.lower(at - 1), next = r.tokens[p.to], shape = nationals[r.language.code]
  if (!nation || p.to - p.from !== 1 || !shape || !shape.word.test(word.text)) return null
  const sex = shape.feminine.test(word.text) || feminineArticle.test(article)
  if (shape.article ? !shape.article.test(article) : p.from > 0 && /\p{L}/u.test(r.tokens[p.from - 1]!.text) && !r.verbs.has(article)) return null
  if (next && (startsUpper(next.text) || next.pos && !/^(?:VERB|AUX|ADV|PUNCT|ADP|PRON|SCONJ|CCONJ)$/.test(next.pos) || r.isRole(p.to) || r.isBody(p.to) || r.table.groups.has(next.lower))) return null
  if (shape.verb && next && /\p{L}/u.test(next.text) && !r.verbs.has(next.lower) && !speechTable(r.language).auxiliaries.has(next.lower) && !speechTable(r.language).adverbs.has(next.lower)) return null
  return chunk(r, shape.article ? at - 1 : p.from, p.to, { kind: 'role', name: word.text, noun: 'national', nation, country: nation, definite: true, feminine: sex ? true : null, type: 'person' })
}
const feminineArticle = /^(?:la|die)$/
/** How a language tells one person of a nation; where `verb` is set, a verb or mark has to follow. */
const nationals: Record<string, { readonly word: RegExp; readonly article: RegExp | null; readonly feminine: RegExp; readonly verb: boolean } | undefined> = {
  en: { word: /(?:an|man|woman|Czech|Slovak|Greek|Croat|Serb|Turk|Dane|Swede|Finn|Pole|Briton|Brit|Scot|Spaniard|Icelander|Luxembourger)$/, article: /^the$/, feminine: /woman$/, verb: false },
  de: { word: /^\p{Lu}.*(?:er|e|erin|in|ier|ierin)$/u, article: /^(?:der|die|dem|den)$/, feminine: /in$/, verb: false },
  fr: { word: /^\p{Lu}.*[^sx]$/u, article: /^(?:le|la|l[’'])$/, feminine: /(?:ne|aise|oise|ine|que)$/, verb: true },
  it: { word: /[oae]$/, article: /^(?:il|lo|la|l[’'])$/, feminine: /a$/, verb: true },
  pl: { word: /^\p{Lu}.*(?:in|yn|anin|czyk|wed|weg|ak|ek|ol|lg|ka|och|isz|sz|usz|Fin|Czech|Grek|Turek|Brytyjczyk)$/u, article: null, feminine: /ka$/, verb: true },
  uk: { word: /(?:ець|єць|анин|інець|ець|к|з|в|н|д|х|ка|кеня)$/, article: null, feminine: /(?:ка|кеня)$/, verb: true },
}
