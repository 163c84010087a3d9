import type { AidKind } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { findCues, wordsOf, type Cue } from '../words/cues.ts'
import { cuesOf, finderOf, gap, hasCue, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import type { ItemAt } from '../money/items.ts'
import { aboutUkraine } from '../names/parties.ts'
import type { Draft } from './drafts.ts'

const kinds: readonly AidKind[] = ['military', 'financial', 'humanitarian', 'training', 'industrial', 'energy']
const kindTables = kinds.map((k) => 'support.' + k)

/** The kind of aid by the words of the stretch; words after the sum weigh more, a tie is `other`. */
export function aidOf(analysis: Analysis, reading: Reading, span: Span, core: Span, items: readonly ItemAt[], last: Draft | undefined, several: boolean): AidKind {
  const near = kindOf(reading, span, core)
  if (near === 'industrial' && items.some((i) => hasCue(reading, 'support.military', i))) return 'military'
  if (near !== 'other' || hasCue(reading, 'support.mixed', span)) return near
  if (items.some((i) => hasCue(reading, 'support.military', i))) return 'military'
  if (hasCue(reading, kindTables, span)) return 'other'
  const around = several ? 'other' : kindOf(reading, reading, core)
  if (around !== 'other' || (!several && hasCue(reading, kindTables))) return around
  const recent = last && reading.index - last.sentence <= 3 && (last.sentence === reading.index || hasCue(reading, ['support.part', 'support.same', 'support.contents', 'support.again'])) ? last.fields.aid : 'other'
  return recent !== 'other' ? recent : kindOfTitle(analysis)
}

/** The words of the title that tables know. */
export const titleCues = onAnalysis((analysis): readonly Cue[] => findCues(wordsOf(analysis.document.title ?? '', 0), finderOf(analysis.language)))
export const titleOfAid = onAnalysis((analysis): boolean => titleCues(analysis).some((c) => c.table === 'support.aid'))

/** Does the text tell of support for Ukraine in more than one sentence? */
export const textOfAid = onAnalysis((analysis): boolean => aboutUkraine(analysis) && readingsOf(analysis).filter((r) => hasCue(r, [...kindTables, 'support.aid']) && hasCue(r, ['support.given', 'support.announced', 'support.approved', 'support.allocated', 'support.delivered'])).length >= 2)

/** The one kind of aid that the title names. */
const kindOfTitle = onAnalysis((analysis): AidKind => {
  const cues = titleCues(analysis)
  const named = kinds.filter((k) => cues.some((c) => c.table === 'support.' + k))
  return named.length === 1 ? named[0]! : 'other'
})

export function kindOf(reading: Reading, span: Span, core: Span = span): AidKind {
  if (hasCue(reading, 'support.mixed', span)) return 'other'
  const scores = kinds.map((kind) => cuesOf(reading, 'support.' + kind, span).filter((c) => !reading.dates.some((d) => overlaps(c, d))).reduce((n, c) => n + (gap(c, core) < 28 ? 4 : c.start >= core.start && gap(c, core) < 70 ? 2 : 1), 0))
  const best = Math.max(...scores)
  if (best === 0) return 'other'
  const winners = kinds.filter((_, i) => scores[i] === best)
  return winners.length === 1 ? winners[0]! : 'other'
}
