import type { Mention } from '../../core/claim.ts'
import { addDays, bounds } from '../../core/dates.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import type { Cue } from '../words/cues.ts'
import { cuesOf, hasCue, inside, onReading, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { forumsIn } from '../names/atlas.ts'
import { distinct, partyOf } from '../names/parties.ts'
import { clauseOf } from './cues.ts'
import type { Draft } from './drafts.ts'
import { participants } from './parties.ts'

/** How far before a talk on its margins a meeting may be told. */
const reach = 20

/**
 * The meeting on whose margins another is: where and when it is held where its own clause tells neither.
 * @example besideWhich(analysis, draft, drafts) // "On the sidelines, the two signed …": the meeting of the ministers told before
 */
export function besideWhich(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Draft | undefined {
  if (draft.isHost || !hasCue(readingOf(analysis, draft), 'meetings.margins')) return undefined
  const host = drafts.find((d) => d !== draft && d.sentence === draft.sentence && d.isHost)
  if (host) return host
  const published = analysis.document.published?.edtf, isLongAgo = (d: Draft) => published !== undefined && d.fields.date !== null && addDays(bounds(d.fields.date.edtf)[1], 30) < bounds(published)[0]
  const earlier = drafts.filter((d) => d !== draft && (d.sentence < draft.sentence || d.sentence === draft.sentence && draft.beside && !d.beside) && draft.sentence - d.sentence <= reach && !isRemote(d) && (d.isHost || d.sentence === draft.sentence || !hasCue(readingOf(analysis, d), 'meetings.margins')) && (d.fields.state === 'held' || d.fields.state === draft.fields.state))
  const recent = earlier.filter((d) => !isLongAgo(d)), likely = recent.length > 0 ? recent : earlier
  return likely.findLast((d) => d.fields.forum !== null) ?? likely.findLast((d) => d.fields.parties.length > 2) ?? likely.at(-1)
}

const readingOf = (analysis: Analysis, draft: Draft): Reading => readingsOf(analysis)[draft.sentence]!
const isRemote = ({ fields: { mode } }: Draft): boolean => mode === 'call' || mode === 'video'

/** Does something stand in the clause of the word of meeting, and not in what was signed or said there? */
export const inItsClause = (analysis: Analysis, draft: Draft, span: { readonly start: number; readonly end: number } | null): boolean =>
  span !== null && overlaps(span, readingOf(analysis, draft)) && inside(span, clauseOf(readingOf(analysis, draft), draft.cue))

const meetingWords = ['meetings.nouns', 'meetings.summit', 'meetings.weak']

/**
 * Words that set a talk of two beside a meeting and stand where nothing else tells of one, each as a word of meeting:
 * two sides are named with them, and a meeting shortly before or right behind.
 * @example talksBeside(analysis, reading) // "On the sidelines Lund and her colleague Rand signed a letter.": "On the sidelines"
 */
export const talksBeside = onReading((reading, analysis: Analysis): readonly Cue[] => {
  const margins = cuesOf(reading, 'meetings.margins')
  if (margins.length === 0 || reading.speech || hasCue(reading, ['frames.negation', 'meetings.cancelled', 'meetings.postponed', 'meetings.parliament'])) return []
  const cue = margins[0]!, part = partAt(reading, cue), behind = hostWord(analysis, reading, cue)
  if (cuesOf(reading, ['meetings.verbs', 'meetings.nouns', 'meetings.call', 'meetings.video', 'meetings.visit'], part).some((c) => !(behind && overlaps(c, behind)))) return []
  const people = reading.mentions.filter((m) => m.mention.type === 'person' && inside(m, part)), sides = sidesBeside(reading, cue).length
  const isColleague = people.length > 1 && people.some((m) => m.mention.office !== null) && cuesOf(reading, 'meetings.posts', part).length > 0 && cuesOf(reading, ['meetings.with', 'frames.and'], part).length > 0
  const isGroup = people.length === 0 && hasCue(reading, ['meetings.defence', 'meetings.foreign', 'meetings.leaders', 'meetings.officials'], part) && participants(analysis, reading, part, { ...cue, table: 'meetings.verbs' }, null).parties.length > 1
  if (sides < 2 && !(sides === 1 && isColleague) && !isGroup) return []
  const told = behind || readingsOf(analysis).slice(Math.max(0, reading.index - reach), reading.index).some((r) => hasCue(r, ['meetings.nouns', 'meetings.summit', 'meetings.verbs'])) || part !== reading
  return told ? [{ ...cue, table: 'meetings.verbs' }] : []
})

/** Those who talk in such a sentence: the persons it names by the states and bodies they stand for. */
export const sidesBeside = (reading: Reading, cue: Cue): Mention[] => { const part = partAt(reading, cue); return distinct(reading.mentions.filter((m) => m.mention.type === 'person' && inside(m, part)).flatMap((m) => partyOf(m) ?? [])) }

/** The part of a sentence between one "and" behind a comma and the next. @example partAt(reading, margins) // "They met, and Lund spoke to Rand on the sidelines.": from "Lund" on */
export function partAt(reading: Reading, cue: Cue): Span {
  const cuts = [...reading.text.matchAll(/[;]\s|,\s(?:and|und|et|e|i|а|і|й|та|while|während|tandis|mentre)\s/gu)].map((m) => reading.start + m.index)
  if (cuts.length === 0) return reading
  const start = cuts.findLast((c) => c <= cue.start) ?? reading.start, end = cuts.find((c) => c >= cue.end) ?? reading.end
  return { start, end }
}

/** The word for the meeting on whose margins: "margins of the summit", "en marge du Conseil". */
export function hostWord(analysis: Analysis, reading: Reading, margins: Cue): Cue | undefined {
  const word = cuesOf(reading, meetingWords).find((c) => c.from > margins.to && c.from - margins.to <= 3)
  if (word) return word
  const forum = [...forumsIn(analysis, reading), ...reading.mentions.filter((m) => m.mention.name === 'European Council' || m.mention.name === 'Foreign Affairs Council')].find((f) => f.start >= margins.end && f.start - margins.end <= 12)
  const from = forum ? reading.words.findIndex((w) => w.end > forum.start) : -1
  return forum ? { start: forum.start, end: forum.end, from, to: from, table: 'meetings.nouns' } : undefined
}
