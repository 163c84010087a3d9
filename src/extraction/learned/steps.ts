import type { CountryCode } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { onReading, type Reading } from '../frames/frames.ts'
import { forumsIn, stateWords } from '../names/atlas.ts'
import { firmsIn } from '../names/firms.ts'
import { opponents } from '../names/parties.ts'
import { trait, type Form } from '../words/forms.ts'
import { ideasOf } from './ideas.ts'
import { term, type Term } from './terms.ts'

/** What a step of a sentence is, when it is more than a word. */
export type StepKind = 'state' | 'ukraine' | 'opponent' | 'demonym' | 'place' | 'body' | 'firm' | 'forum' | 'person' | 'group' | 'sum' | 'goods' | 'date' | 'number'

/** A step of a sentence as the scorers see it: a word, or a whole name, sum, count of goods or date by its kind alone. */
export interface Step extends Span { readonly kind: StepKind | null; readonly seen: Seen; /** What its word may speak of. */ readonly ideas: readonly Term[]; readonly mention: MentionAt | null; readonly country: CountryCode | null }

/** What the scorers see of a step: one object for all places of a word or kind. */
export interface Seen { readonly number: boolean; readonly word: Term; /** Its beginning, see `stemOf`; the same term where it is the whole word. */ readonly stem: Term; /** Its last three letters. */ readonly tail: Term; /** Three letters or more and nothing else. */ readonly letters: boolean; /** Begins with a letter or figure. */ readonly wordlike: boolean }

interface Piece extends Span { readonly kind: StepKind; readonly mention: MentionAt | null; readonly country: CountryCode | null; readonly rank: number }

/** The steps of a sentence, in order; made once. Where two pieces overlap, the one that says more of a claim stands. */
export const stepsOf = (analysis: Analysis, reading: Reading): readonly Step[] => made(reading, analysis)
const made = onReading((reading, analysis: Analysis): readonly Step[] => makeSteps(analysis, reading))

const none: readonly Term[] = []

function makeSteps(analysis: Analysis, reading: Reading): Step[] {
  const pieces = chosen(piecesOf(analysis, reading)), out: Step[] = []
  let p = 0
  for (const token of reading.sentence.tokens) {
    while (p < pieces.length && pieces[p]!.end <= token.start) p++
    const piece = pieces[p]
    if (piece && token.start >= piece.start && token.start < piece.end) {
      if (out.at(-1)?.start !== piece.start) out.push({ kind: piece.kind, seen: seenKind(piece.kind), ideas: none, mention: piece.mention, country: piece.country, start: piece.start, end: piece.end })
      continue
    }
    const seen = seenAs(token.form)
    out.push({ kind: seen.number ? 'number' : null, seen, ideas: ideasOf(token.form, analysis.language.code), mention: null, country: null, start: token.start, end: token.end })
  }
  return out
}

/** The beginning of a longer word: what its inflections share. @example stemOf('delivered') // 'deliv' */
export const stemOf = (word: string): string => (word.length > 7 ? word.slice(0, 6) : word.length > 5 ? word.slice(0, 5) : word)

const seenText = (text: string): Seen => {
  const word = term(text), stem = stemOf(text)
  return { number: false, word, stem: stem === text ? word : term(stem), tail: term(text.slice(-3)), letters: /^\p{L}{3,}$/u.test(text), wordlike: /^[\p{L}\p{N}%]/u.test(text) }
}
const kinds = new Map<StepKind, Seen>()
/** A kind counts by its whole name, whatever its length. */
function seenKind(kind: StepKind): Seen {
  let seen = kinds.get(kind)
  if (!seen) { const text = seenText(kind); kinds.set(kind, (seen = { ...text, stem: text.word })) }
  return seen
}
const aNumber: Seen = { ...seenKind('number'), number: true }
const seenAs = trait((form: Form) => (/^\d/.test(form.text) ? aNumber : seenText(form.lower)))

function piecesOf(analysis: Analysis, reading: Reading): Piece[] {
  const out: Piece[] = []
  const add = (span: Span, kind: StepKind, rank: number, mention: MentionAt | null = null, country: CountryCode | null = null) => { out.push({ start: span.start, end: span.end, kind, rank, mention, country }) }
  for (const a of reading.amounts) add(a, 'sum', 0)
  for (const d of reading.dates) add(d, 'date', 1)
  for (const m of reading.mentions) add(m, kindOf(m), m.mention.type === 'group' ? 5 : 2, m, m.mention.country)
  for (const f of firmsIn(analysis, reading)) if (f.span) add(f.span, 'firm', 2, { mention: f, start: f.span.start, end: f.span.end, sentence: reading.index }, f.country)
  for (const f of forumsIn(analysis, reading)) add(f, 'forum', 3, { mention: f.mention, start: f.start, end: f.end, sentence: reading.index })
  for (const g of reading.goods) add(g, 'goods', 4)
  for (const w of stateWords(analysis, reading)) add(w, w.kind === 'demonym' ? 'demonym' : w.kind === 'place' ? 'place' : ofState(w.country), 6, null, w.country)
  // "In May" is a day even where nothing tells of which year: "may" has no capital amid a sentence.
  const may = reading.language.code === 'en' && reading.text.includes('May') ? reading.words.find((w) => w.start > reading.start && w.form.text === 'May') : undefined
  if (may) add(may, 'date', 7)
  return out
}

const ofState = (country: CountryCode | null): StepKind => (country === 'UA' ? 'ukraine' : country && opponents.has(country) ? 'opponent' : 'state')

function kindOf({ mention }: MentionAt): StepKind {
  switch (mention.type) {
    case 'state': return ofState(mention.country)
    case 'person': return 'person'
    case 'company': return 'firm'
    case 'forum': return 'forum'
    case 'group': case 'unknown': return 'group'
    default: return mention.country === 'UA' ? 'ukraine' : 'body'
  }
}

function chosen(pieces: Piece[]): Piece[] {
  if (pieces.length < 2) return pieces
  const out: Piece[] = []
  for (const piece of pieces.sort((a, b) => a.rank - b.rank || b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!out.some((o) => o.start < piece.end && piece.start < o.end)) out.push(piece)
  }
  return out.sort((a, b) => a.start - b.start)
}
