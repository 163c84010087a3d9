import type { CountryCode } from '../../core/claim.ts'
import type { Sense } from '../../core/lexicon.ts'
import type { Analysis, Token } from '../analysis.ts'
import { startsUpper } from '../words/characters.ts'
import { wordsOf } from '../words/cues.ts'
import { findPieces, type Piece } from '../words/pieces.ts'
import type { Chunk } from './chunks.ts'

type Read = Pick<Analysis, 'document' | 'language' | 'lexicon' | 'sentences'>

/** Parties to the war: every text names them, so that they tell nothing of whose an office is. */
const everywhere = new Set(['UA', 'RU', 'BY', 'KP', 'IR'])
const marks = new Set('«»„“”"')

const stateOf = (p: Piece): CountryCode | null => (p.kind === 'state' || p.kind === 'demonym' || p.kind === 'place' ? p.senses[0]?.country ?? null : null)
const statesOf = ({ sentences, lexicon, language }: Read, sentence: number) => findPieces(sentences[sentence]!, lexicon, language).flatMap((p) => { const state = stateOf(p); return state ? [{ ...p, state }] : [] })
const telling = (analysis: Read, sentence: number) => statesOf(analysis, sentence).filter((p) => !everywhere.has(p.state))

/**
 * The state that an office without one belongs to by what stands around it: the state named last before it in its
 * sentence, outside quotations; in a sentence that names none, the only one of the sentence before. Counted over the
 * ministers that the reference knows, the first is right 17 times where the state of the text is not, and never wrong
 * where that is right.
 * @example localState(chunk, analysis, true) // "Kroatien gibt Panzer ab, sagte Verteidigungsminister …": HR
 */
export function localState(c: Chunk, analysis: Read, back: boolean): CountryCode | null {
  const side = sideOf(c, analysis)
  if (side) return side
  const { tokens } = analysis.sentences[c.sentence]!, here = telling(analysis, c.sentence).filter((p) => !tellsWhere(p, tokens))
  const before = here.findLast((p) => p.to <= c.from && tokens.slice(p.to, c.from).filter((t) => marks.has(t.text)).length % 2 === 0)
  if (before) return before.state
  // "On Russian television, Deputy Minister … said": the adjective of a party to the war, alone.
  const all = statesOf(analysis, c.sentence).filter((p) => p.state !== 'UA' && p.to <= c.from)
  if (all.length === 1 && all[0]!.kind === 'demonym' && everywhere.has(all[0]!.state)) return all[0]!.state
  return !back || here.some((p) => p.to <= c.from || p.from >= c.to) ? null : onlyState(analysis, c)
}

/**
 * "Stronę ukraińską reprezentował wiceminister …", "For Ukraine Deputy Minister … attended", "Його українська сусідка, майорка …": the
 * state, be it a party to the war, for which somebody comes, or of which the words before the comma say he is.
 */
function sideOf(c: Chunk, analysis: Read): CountryCode | null {
  const { tokens } = analysis.sentences[c.sentence]!, p = statesOf(analysis, c.sentence).findLast((s) => s.to <= c.from)
  if (!p || c.from - p.to > 8 || tokens.slice(p.to, c.from).some((t) => marks.has(t.text))) return null
  const between = tokens.slice(p.to, c.from), led = between.some((t) => represents.test(t.lower)) || between.length < 7 && [1, 2, 3].some((k) => inNameOf.has(tokens[p.from - k]?.lower ?? '')) && p.from < 4 && p.kind === 'state'
  if (led && !between.some((t) => t.text === ',')) return p.state
  return p.kind === 'demonym' && p.from < 3 && between.length > 1 && between.length < 6 && between.findIndex((t) => /^\p{P}$/u.test(t.text)) === between.length - 1 && between.at(-1)!.text === ',' && tokens[p.from]!.pos === null && analysis.language.names.cases.length > 0 ? p.state : null
}
const represents = /^(?:represented|led|headed|vertrat|vertreten|leitete|représentée?|représentait|conduite|dirigée|menée|rappresentat[ao]|rappresentava|guidat[ao]|reprezentowa\p{L}*|przewodniczy\p{L}*|kierowa\p{L}*|представля\p{L}*|очолю?в?а\p{L}*|очоли\p{L}*)$/u
const inNameOf = new Set(['for', 'für', 'pour', 'per', 'від'])

/** The only state of the sentence before, in the same paragraph. */
function onlyState(analysis: Read, { sentence }: Chunk): CountryCode | null {
  if (sentence === 0 || analysis.sentences[sentence - 1]!.block !== analysis.sentences[sentence]!.block) return null
  const { tokens } = analysis.sentences[sentence - 1]!, all = telling(analysis, sentence - 1), states = new Set(all.map((p) => p.state))
  // "Canada is to cut its course in Poland. …": the state that the sentence opens with, where the others only tell where.
  const rest = states.size > 1 && all[0]!.from < 2 ? new Set(all.filter((p) => !placing.has(tokens[p.from - 1]?.lower ?? '')).map((p) => p.state)) : states
  return rest.size === 1 ? [...rest][0]! : null
}
/** "He said so in Constanța": a town behind a preposition of place tells where, and not for whom. */
const tellsWhere = (p: Piece, tokens: readonly Token[]): boolean => p.kind === 'place' && placing.has(tokens[p.from - 1]?.lower ?? '')
const placing = new Set('in at near aus à a w we у в на bei zu'.split(' '))

/** "The regional governor", "mer": an office of a town or region is that of the place named before it, in its sentence or in the one before. */
export function placeState(c: Chunk, analysis: Read): CountryCode | null {
  const { block } = analysis.sentences[c.sentence]!
  for (let i = c.sentence; i >= 0 && i >= c.sentence - 1 && analysis.sentences[i]!.block === block; i--) {
    const all = statesOf(analysis, i).filter((p) => i < c.sentence || p.to <= c.from || p.from >= c.from && p.to <= c.to), at = all.findLast((p) => p.kind === 'place') ?? all.findLast((p) => p.kind === 'state')
    if (at) return at.state
  }
  return null
}

/** "its minister": the state that the sentence is about, its first; else the one named last. */
export function ownerOf(c: Chunk, analysis: Read, last: CountryCode | null): CountryCode | null {
  return telling(analysis, c.sentence).find((p) => p.to <= c.from && p.kind !== 'demonym')?.state ?? last
}

/** "His colleague Anna Lund": of a state other than the host's, where the text has named but one. */
export function otherState(c: Chunk, analysis: Read, hosts: readonly (CountryCode | null)[]): CountryCode | null {
  const states = new Set<CountryCode>()
  for (let i = Math.max(0, c.sentence - 12); i <= c.sentence; i++) for (const p of telling(analysis, i)) if (p.kind !== 'place' && !hosts.includes(p.state)) states.add(p.state)
  return states.size === 1 ? [...states][0]! : null
}

/** The state of the place in whose dateline a paragraph stands: "Вільнюс. …", "BERNE – …", "TALLINN (TK) – …". */
export function dateline(tokens: readonly Token[], pieces: readonly Piece[]): CountryCode | null {
  const p = pieces[0], next = p && tokens[p.to], place = p?.senses.find((s) => s.country && (s.type === 'place' || s.as === 'capital')), sense = place ?? p?.senses.find((s) => s.country && s.type === 'state')
  if (!p || p.from !== 0 || !sense) return null
  if (!next || next.text === '.') return place?.country ?? null
  if (/^[-–—]$/.test(next.text)) return place?.country ?? null
  // "RIGA, 15 February (TK). …": the line ends with its agency.
  if (next.text === ',' && tokens.length - p.to < 10 && /^[.)]$/.test(tokens.at(-1)!.text) && /^\d/.test(tokens[p.to + 1]?.text ?? '')) return place?.country ?? null
  const far = tokens.slice(p.to, p.to + 9).findIndex((t) => /^[-–—]$/.test(t.text))
  return far > 0 && (next.text === '(' || next.text === ',' || /^\d/.test(next.text)) ? sense.country : null
}

/**
 * The state of each paragraph by datelines: from one on, its paragraphs are told from there. Seats of bodies of many
 * states (Brussels, Geneva, Vienna, Luxembourg) tell only where the text names that state too.
 */
export function datelines(analysis: Read): (sentence: number) => CountryCode | null {
  const { sentences, lexicon, language, document: { text, blocks } } = analysis, rows: (CountryCode | null)[] = [], told = blocks.find((b) => b.kind === 'dateline')
  const sure = (found: CountryCode | null) => (found && (!seats.has(found) || named(analysis, found)) ? found : null)
  let state = told ? sure(inLine(text.slice(told.start, told.end), analysis)) : null, block = -1
  sentences.forEach((s, i) => {
    if (s.block !== block) {
      block = s.block
      state = sure(startsUpper(s.tokens[0]?.text ?? '') ? dateline(s.tokens, findPieces(s, lexicon, language)) : null) ?? state
    }
    rows[i] = state
  })
  return (sentence) => rows[sentence] ?? null
}

/** The state of the place that a dateline begins with: "OSLO, Tuesday, 4 June 2024", "Wien (TK) –". */
function inLine(line: string, { lexicon, language }: Read): CountryCode | null {
  const words = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}/u.exec(line)?.[0] ?? '', name = words === words.toUpperCase() ? words.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (c) => c.toUpperCase()) : words
  return [language.code, 'en'].flatMap((code) => lexicon.senses(name, code)).find((s) => s.country && (s.type === 'place' || s.as === 'capital'))?.country ?? null
}
const seats = new Set(['BE', 'CH', 'AT', 'LU'])

/**
 * The state under whose name a paragraph stands, where a text goes through several states one by one: "LATVIA" above its
 * paragraphs, "Slovenia. …" or "Japan: …" at their beginning.
 */
export function sections({ sentences, lexicon, language, document: { blocks } }: Read): (sentence: number) => CountryCode | null {
  const rows: (CountryCode | null)[] = [], heads = new Set<CountryCode>()
  let state: CountryCode | null = null, here: CountryCode | null = null, block = -1
  sentences.forEach((s, i) => {
    if (s.block !== block) {
      block = s.block
      here = null
      const head = headOf(s, i + 1 < sentences.length && sentences[i + 1]!.block === block, blocks[block]!.kind === 'heading')
      if (head) {
        const found = startsUpper(s.tokens[0]!.text) ? findPieces(s, lexicon, language)[0] : undefined, named = found?.from === 0 && found.to === head.words ? stateOf(found) : null
        if (named) heads.add(named)
        if (head.whole) state = named
        else here = named
      }
    }
    rows[i] = here ?? state
  })
  return heads.size > 1 ? (sentence) => rows[sentence] ?? null : () => null
}

/** How many words head a paragraph, alone or run in, and do they stand above what follows it too? */
function headOf({ tokens }: Read['sentences'][number], more: boolean, heading: boolean): { words: number; whole: boolean } | null {
  const end = tokens.slice(0, 5).findIndex((t) => /^[.:]$/.test(t.text)), last = tokens.length - 1
  if (heading) return tokens.length < 9 ? { words: end === last ? last : tokens.length, whole: true } : null
  // "SLOVENIA. Five million euros …"
  if (end > 0 && end === last && more && tokens.slice(0, end).every((t) => t.text === t.text.toUpperCase())) return { words: end, whole: true }
  return end > 0 && tokens[end]!.text === ':' && end < last || end > 0 && end === last && more ? { words: end, whole: false } : null
}

/**
 * The one state that a text names or counts its money in, Ukraine and its opponents aside, where others are named less
 * than half as often.
 */
export function placed(analysis: Read): CountryCode | null {
  const counts = new Map<CountryCode, number>()
  analysis.sentences.forEach((_, i) => { for (const p of telling(analysis, i)) counts.set(p.state, (counts.get(p.state) ?? 0) + 1) })
  const pounds = analysis.document.text.split('£').length - 1
  if (pounds > 0 && analysis.language.code === 'en') counts.set('GB', (counts.get('GB') ?? 0) + pounds)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] > 2 * (second?.[1] ?? 0) ? first[0] : null
}

/** Is a state named by its own name or adjective, not only by a town in it? The title counts too. */
function named({ document, sentences, lexicon, language }: Read, state: CountryCode): boolean {
  const own = (p: { readonly senses: readonly Sense[] }) => { const sense = p.senses[0]; return sense?.country === state && (sense.type === 'state' && sense.as !== 'capital' || sense.as === 'demonym') }
  const title = document.title ?? '', words = wordsOf(title, 0).map((w) => title.slice(w.start, w.end))
  return words.some((_, i) => { const found = lexicon.match(words, i, language.code); return found !== undefined && own(found) }) || sentences.some((s) => findPieces(s, lexicon, language).some(own))
}
