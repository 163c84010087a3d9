/** TimeML files read and scored: what `timeml.ts` and `krauts.ts` share. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseEdtf } from '../../src/core/dates.ts'
import { findTimes, type TimeMention } from '../../src/extraction/dates/dates.ts'
import type { Language } from '../../src/extraction/language.ts'

export interface Timex3 { readonly start: number; readonly end: number; readonly type: string; readonly value: string }
export interface TimemlDocument { readonly name: string; readonly text: string; readonly created: string; readonly gold: readonly Timex3[] }

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]

/** All documents of a folder, with the TIMEX3 elements of their text. */
export const readTimeml = (folder: string): TimemlDocument[] =>
  readdirSync(folder).filter((name) => name.endsWith('.tml')).sort().map((name) => parseTimeml(name, readFileSync(join(folder, name), 'utf8')))

function parseTimeml(name: string, source: string): TimemlDocument {
  const created = attribute(/<TIMEX3[^>]*CREATION_TIME[^>]*>/.exec(source)?.[0] ?? '', 'value') ?? ''
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(source)?.[1] ?? ''
  let text = ''
  const gold: Timex3[] = [], open: { start: number; tag: string }[] = []
  for (const part of body.matchAll(/<[^>]*>|&\w+;|[^<&]+|&/g)) {
    const piece = part[0]
    if (/^<TIMEX3[^>]*\/>$/.test(piece)) continue
    if (piece.startsWith('<TIMEX3')) open.push({ start: text.length, tag: piece })
    else if (piece === '</TIMEX3>') {
      const { start, tag } = open.pop()!
      gold.push({ start, end: text.length, type: attribute(tag, 'type') ?? '', value: attribute(tag, 'value') ?? '' })
    } else if (piece.startsWith('<')) continue
    else text += /^&\w+;$/.test(piece) ? entities[piece.slice(1, -1)] ?? piece : piece
  }
  return { name, text, created: created.slice(0, 10), gold: gold.filter((t) => t.end > t.start) }
}

/** What the parser finds in a document, paragraph by paragraph, as TIMEX3. */
export function systemTimex(document: TimemlDocument, language: Language, adapt: (mention: TimeMention, text: string) => readonly Timex3[] = plain): Timex3[] {
  const anchor = parseEdtf(document.created) ?? null
  const out: Timex3[] = []
  let start = 0
  for (const paragraph of document.text.split(/\n\s*\n/)) {
    const at = document.text.indexOf(paragraph, start)
    start = at + paragraph.length
    for (const mention of findTimes(document.text, { start: at, end: start }, language, anchor)) out.push(...adapt(mention, document.text))
  }
  return out
}

/** One mention as TIMEX3; a range is two, as TimeML marks its ends apart. */
export function plain(mention: TimeMention): readonly Timex3[] {
  const type = mention.kind.toUpperCase()
  if (mention.until !== null && mention.untilStart !== null) {
    return [{ start: mention.start, end: mention.untilStart, type, value: mention.value }, { start: mention.untilStart, end: mention.end, type, value: mention.until }]
  }
  return [{ start: mention.start, end: mention.end, type, value: mention.value }]
}

export interface Scores { readonly value: number; readonly relaxed: number; readonly strict: number; readonly gold: number; readonly found: number }

/** F1 as in TempEval-3: relaxed is overlap, value is overlap and the same value, strict the same span. */
export function score(documents: readonly TimemlDocument[], system: (document: TimemlDocument) => readonly Timex3[], show = false): Scores {
  let gold = 0, found = 0, relaxed = 0, value = 0, strict = 0
  for (const document of documents) {
    const answers = system(document), used = new Set<Timex3>()
    gold += document.gold.length; found += answers.length
    for (const want of document.gold) {
      const match = answers.find((a) => !used.has(a) && a.start < want.end && want.start < a.end)
      if (match) {
        used.add(match); relaxed++
        if (match.value === want.value) value++
        if (match.start === want.start && match.end === want.end) strict++
      }
      if (show && match?.value !== want.value) print(document, want, match)
    }
    if (show) for (const answer of answers) if (!used.has(answer)) print(document, undefined, answer)
  }
  const f1 = (hits: number) => (2 * hits) / (gold + found || 1)
  return { value: f1(value), relaxed: f1(relaxed), strict: f1(strict), gold, found }
}

function print(document: TimemlDocument, want: Timex3 | undefined, got: Timex3 | undefined): void {
  const at = (want ?? got)!, context = document.text.slice(Math.max(0, at.start - 40), at.end + 30).replace(/\s+/g, ' ')
  const words = (t: Timex3 | undefined) => (t ? `[${document.text.slice(t.start, t.end).replace(/\s+/g, ' ')}] ${t.value}` : '–')
  console.log(`${want ? (got ? 'VALUE' : 'MISS ') : 'EXTRA'} ${document.created} gold ${words(want)} got ${words(got)} … ${context}`)
}
