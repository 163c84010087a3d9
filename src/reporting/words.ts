import type { Edtf } from '../core/dates.ts'
import { addDays, weekday } from '../core/dates.ts'
import type { Money } from '../core/money.ts'
import { once } from '../core/once.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * A date in words, with the precision it has.
 * @example sayDate(edtf('2025-01-06/2025-01-12')) // '6–12 January 2025'
 */
export function sayDate(date: Edtf | string): string {
  const [from = '', to] = date.split('/')
  if (to === undefined) return sayPoint(from)
  if (to === '..' || to === '') return `since ${sayPoint(from)}`
  if (from === '..' || from === '') return `until ${sayPoint(to)}`
  return sayRange(from, to)
}

function sayPoint(point: string): string {
  const loose = /[~?%]$/.test(point)
  const [year = '', month, day] = point.replace(/[~?%]$/, '').split('-')
  const words = [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ')
  return loose ? `about ${words}` : words
}

function sayRange(from: string, to: string): string {
  const [fromYear, fromMonth, fromDay] = from.split('-'), [toYear, toMonth, toDay] = to.split('-')
  if (fromYear !== toYear || !fromMonth || !toMonth) return `${sayPoint(from)} to ${sayPoint(to)}`
  if (fromDay && toDay && fromMonth === toMonth) return `${Number(fromDay)}–${sayPoint(to)}`
  const start = sayPoint(from).replace(` ${fromYear}`, '')
  return `${start} to ${sayPoint(to)}`
}

/** The date with its day of the week, where it is one day. @example sayDay('2025-01-13') // 'Monday, 13 January 2025' */
export const sayDay = (date: string): string => (/^\d{4}-\d\d-\d\d$/.test(date) ? `${days[weekday(date) - 1]}, ${sayDate(date)}` : sayDate(date))

/**
 * The date with the preposition English wants.
 * @example sayWhen('2025-01-06/2025-01-12') // 'in the week of 6–12 January 2025'
 */
export function sayWhen(date: string): string {
  const words = sayDate(date), [from = '', to] = date.split('/')
  if (/^(since|until)/.test(words)) return words
  if (to === undefined) return /^\d{4}-\d\d-\d\d$/.test(date) ? `on ${sayDay(date)}` : `in ${words}`
  if (isWeek(from, to)) return `in the week of ${words}`
  return words.includes(' to ') ? `between ${words.replace(' to ', ' and ')}` : `between ${words.replace('–', ' and ')}`
}

const isWeek = (from: string, to: string) => from.length === 10 && to.length === 10 && weekday(from) === 1 && addDays(from, 6) === to

/**
 * An instant as the day and the minute in UTC.
 * @example sayInstant('2025-01-14T09:30:12.000Z') // '14 January 2025, 09:30 UTC'
 */
export const sayInstant = (instant: string): string =>
  instant.length > 10 ? `${sayDate(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC` : sayDate(instant)

const scales = [[12, 'trillion'], [9, 'billion'], [6, 'million']] as const
const group = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** Exact decimal digits of minor units: no rounding happens on the way to paper. */
function sayUnits(minor: bigint, digits: number): string {
  const negative = minor < 0n, text = String(negative ? -minor : minor).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits), cents = digits > 0 ? text.slice(-digits) : ''
  const scale = scales.find(([zeros]) => whole.length > zeros)
  const sign = negative ? '-' : ''
  if (!scale || (whole.slice(-scale[0]) + cents).replace(/(?<!0)0+$/, '').length > 3) {
    return sign + group(whole) + (/^0*$/.test(cents) ? '' : `.${cents}`)
  }
  const fraction = whole.slice(-scale[0]).replace(/(?<!0)0+$/, '')
  return `${sign}${group(whole.slice(0, -scale[0]))}${fraction && `.${fraction}`} ${scale[1]}`
}

/**
 * Money as a reader says it; a figure that does not shorten without loss is written out.
 * @example sayMoney(money(1500000000, 'EUR', 'up to')) // 'up to EUR 1.5 billion'
 */
export function sayMoney(m: Money): string {
  const low = sayUnits(m.minor, m.digits)
  const sum = m.upTo === undefined ? `${m.currency} ${low}` : `${m.currency} ${low} to ${sayUnits(m.upTo, m.digits)}`
  return m.qualifier === 'exact' ? sum : `${m.qualifier} ${sum}`
}

/** @example sayList(['Germany', 'Poland', 'Italy']) // 'Germany, Poland and Italy' */
export const sayList = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
/** A number with its noun, in words up to twelve. @example sayCount(2, 'party', 'parties') // 'two parties' */
export const sayCount = (n: number, one: string, many = `${one}s`): string => `${small[n] ?? group(String(n))} ${n === 1 ? one : many}`

const regions = once(() => new Intl.DisplayNames(['en'], { type: 'region' }))
/** The usual English name of a state by its code; anything else is returned as it is. @example sayActor('GB') // 'United Kingdom' */
export function sayActor(label: string): string {
  if (!/^[A-Z]{2}$/.test(label) || label === 'EU' || label === 'UN') return label
  const name = regions().of(label) ?? label
  return name === 'Türkiye' ? 'Turkey' : name
}

const articled = /^(United |Netherlands$|Philippines$|Group of |EU$|UN$|G\d+$|E\d+$|Czech Republic$)|^(Council|Commission|Ministry|Department|Senate|House|Bank|Parliament)\b|\b(Commission|Ministry|Group|Agency|Union|Coalition|Alliance|Triangle|Council|Fund|Initiative|Bank|Parliament)$/
/** As `sayActor`, with the article a sentence wants. @example sayInLine('GB') // 'the United Kingdom' */
export const sayInLine = (label: string): string => {
  const name = sayActor(label)
  return articled.test(name) && !name.startsWith('the ') ? `the ${name}` : name
}

/** First letter as a capital. @example capital('in delivery') // 'In delivery' */
export const capital = (text: string): string => (text ? text[0]!.toLocaleUpperCase('en') + text.slice(1) : text)

/** The text with a full stop, unless it ends a sentence already. */
export const stopped = (text: string): string => (/[.!?…]["”’)]?$/.test(text.trimEnd()) ? text.trimEnd() : `${text.trimEnd()}.`)

/** The text cut at a word end with an ellipsis, when it is longer than `limit`. @example clip('one two three', 9) // 'one two …' */
export function clip(text: string, limit: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= limit) return flat
  const cut = flat.slice(0, limit - 1), space = cut.lastIndexOf(' ')
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, '')} …`
}
