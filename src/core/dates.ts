declare const edtfBrand: unique symbol
/**
 * An EDTF level 0/1 date or interval; its length is its precision: `2025-01-13`, `2024-11`, `2025`,
 * `2025-01-06/2025-01-12`, `2024-11~`, `2022-02/..`.
 */
export type Edtf = string & { readonly [edtfBrand]: true }

/** Was the date written in full, or settled against another date? */
export type DateBasis = 'said' | 'inferred'

/** A date as it stands in a claim: its value, and whether the document says it or we inferred it. */
export interface DatedValue {
  readonly edtf: Edtf
  readonly basis: DateBasis
  /** Why it has this value, when inferred: "last week before 2025-01-13". */
  readonly why?: string
}

/** What a date of the ledger is the date of. */
export type DateKind = 'said' | 'effective' | 'reported'

const point = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/
/** Whole days, nearly all that is asked about, without a look at the calendar where the month has them for sure. */
const plainDay = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const validPoint = (text: string) => {
  if (plainDay.test(text)) return true
  const m = point.exec(text)
  if (!m) return false
  const year = Number(m[1]), month = m[2] === undefined ? 1 : Number(m[2]), day = m[3] === undefined ? 1 : Number(m[3])
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/**
 * A text as EDTF, or undefined when it is none or names an impossible day.
 * @example parseEdtf('2025-02-30') // undefined
 */
export function parseEdtf(text: string): Edtf | undefined {
  const parts = text.split('/')
  if (parts.length > 2) return undefined
  const ok = parts.length === 1 ? validPoint(text) : parts.every((p) => p === '..' || validPoint(p)) && parts.some((p) => p !== '..')
  return ok ? (text as Edtf) : undefined
}

/** As `parseEdtf`, for dates that the code itself makes: an impossible one is a defect and throws. */
export function edtf(text: string): Edtf {
  const parsed = parseEdtf(text)
  if (!parsed) throw new Error(`not an EDTF date: ${text}`)
  return parsed
}

/**
 * First and last day covered, as ISO days; open ends are '0000-01-01' and '9999-12-31'.
 * @example bounds(edtf('2024-11')) // ['2024-11-01', '2024-11-30']
 */
export function bounds(date: Edtf): readonly [first: string, last: string] {
  const known = spans.get(date)
  if (known) return known
  const [from, to = from] = date.split('/') as [string, string?], span = [edge(from, false), edge(to, true)] as const
  if (spans.size > 10_000) spans.clear()
  spans.set(date, span)
  return span
}
// A ledger speaks of few days, and compares them often.
const spans = new Map<Edtf, readonly [string, string]>()

function edge(part: string, end: boolean): string {
  const plain = part.replace(/[~?%]$/, '')
  if (plain === '..' || plain === '') return end ? '9999-12-31' : '0000-01-01'
  if (plain.length === 10) return plain
  if (plain.length === 4) return plain + (end ? '-12-31' : '-01-01')
  const [year, month] = plain.split('-').map(Number) as [number, number]
  return `${plain}-${end ? String(daysIn(year, month)).padStart(2, '0') : '01'}`
}

/** Is this one whole day, not an interval, a season or a month? @example isWholeDay('2024/2026~') // false */
export const isWholeDay = (edtf: string | null | undefined): edtf is string => typeof edtf === 'string' && /^\d{4}-\d\d-\d\d$/.test(edtf)

/** The ISO day some days later (UTC calendar). @example addDays('2025-01-13', -7) // '2025-01-06' */
export function addDays(day: string, days: number): string {
  const date = new Date(day + 'T00:00:00Z')
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** 1 Monday … 7 Sunday (ISO 8601). @example weekday('2025-01-13') // 1 */
export const weekday = (day: string): number => ((new Date(day + 'T00:00:00Z').getUTCDay() + 6) % 7) + 1
