import type { Figure } from '../core/observation.ts'
import { bounds, edtf } from '../core/dates.ts'

/** What a file does to the figures on record, before anything is written. */
export interface FigureChanges {
  readonly adds: readonly Figure[]
  readonly changes: readonly { readonly before: Figure; readonly after: Figure }[]
  /** Figures on record that the file should give and does not. */
  readonly withdraws: readonly Figure[]
  readonly unchanged: number
}

/** The figure of a dataset that another release may correct. @example figureKey(figure) */
export const figureKey = (f: Figure): string => [f.dataset, f.series, f.subject, f.detail ?? '', f.period].join('\u0000')

/**
 * Compares the figures of a file with those on record. A file speaks for its series between its first and its last
 * period: figures before and after are left alone, so that the rates of the last ninety days withdraw no year.
 * @example compareFigures(onRecord, fresh).withdraws.length // 0
 */
export function compareFigures(current: readonly Figure[], fresh: readonly Figure[]): FigureChanges {
  const known = new Map(current.filter((f) => f.value !== null).map((f) => [figureKey(f), f])), given = new Map(fresh.map((f) => [figureKey(f), f]))
  const adds: Figure[] = [], changes: { before: Figure; after: Figure }[] = []
  let unchanged = 0
  for (const [key, after] of given) {
    const before = known.get(key)
    if (!before) adds.push(after)
    else if (before.value !== after.value || before.unit !== after.unit || before.status !== after.status) changes.push({ before, after })
    else unchanged++
  }
  const spans = new Map<string, readonly [first: string, last: string]>()
  for (const f of given.values()) { const [first, last] = bounds(edtf(f.period)), name = `${f.dataset}\u0000${f.series}`, span = spans.get(name); spans.set(name, span ? [first < span[0] ? first : span[0], last > span[1] ? last : span[1]] : [first, last]) }
  const withdraws = [...known.values()].filter((f) => {
    const span = spans.get(`${f.dataset}\u0000${f.series}`), [first, last] = bounds(edtf(f.period))
    return span !== undefined && first >= span[0] && last <= span[1] && !given.has(figureKey(f))
  })
  return { adds, changes, withdraws, unchanged }
}

/** The figures to append for such changes: new values, and withdrawals with the file as their reason. */
export const figuresToAdd = ({ adds, changes, withdraws }: FigureChanges, source: Pick<Figure, 'release' | 'document'>): readonly Figure[] =>
  [...adds, ...changes.map((c) => c.after), ...withdraws.map((f): Figure => ({ ...f, ...source, value: null, status: 'withdrawn', evidence: null }))]

/** What sums are set in relation with: a figure on record, or one of the reference data. */
export type Value = Pick<Figure, 'dataset' | 'release' | 'series' | 'subject' | 'detail' | 'period' | 'value'>

/** A look-up of one series by subject and period. @example valuesOf(figures, 'gdp').get('DE 2023') // 4.5e12 */
export function valuesOf(figures: readonly Value[], series: string): ReadonlyMap<string, number> {
  return new Map(figures.flatMap((f) => (f.series === series && f.value !== null && f.detail === null ? [[`${f.subject} ${f.period}`, Number(f.value)] as const] : [])))
}
