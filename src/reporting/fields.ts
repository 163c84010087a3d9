import { parseEdtf } from '../core/dates.ts'
import { asCurrency, type Money, type Qualifier } from '../core/money.ts'
import type { Json } from '../ledger/entry.ts'
import { sayActor, sayDate, sayMoney } from './words.ts'
import type { Inline, Runs } from './report.ts'

type Fields = { readonly [key: string]: Json }
const isObject = (value: Json | undefined): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** An actor of a record: a label for print, and the reference id when it was resolved. */
export interface Actor { readonly label: string; readonly to: string | null; readonly office: string | null; readonly country: string | null; readonly type: string }

/** Reads an actor from a record's field, whether it stands there as a link, a mention or a bare label. */
export function actorOf(value: Json | undefined): Actor | null {
  if (typeof value === 'string') return value === '' ? null : { label: value, to: null, office: null, country: null, type: 'unknown' }
  if (!isObject(value)) return null
  const mention = isObject(value['mention']) ? value['mention'] : value
  const label = text(value['label']) ?? text(mention['name']) ?? text(mention['written'])
  return label === null ? null : { label, to: text(value['to']), office: text(mention['office']), country: text(mention['country']), type: text(mention['type']) ?? 'unknown' }
}

/** The actors of a list field, each once, in the order given. */
export function actorsOf(value: Json | undefined): readonly Actor[] {
  const list = (Array.isArray(value) ? value : [value]).map((v) => actorOf(v as Json)).filter((a) => a !== null)
  return [...new Map(list.map((a) => [a.to ?? a.label, a])).values()]
}

/** A date field: its EDTF value, and why it has it when the document does not say so. */
export function dateOf(value: Json | undefined): { readonly edtf: string; readonly inferred: string | null } | null {
  const edtf = typeof value === 'string' ? value : isObject(value) ? text(value['edtf']) : null
  if (edtf === null || parseEdtf(edtf) === undefined) return null
  const inferred = isObject(value) && value['basis'] === 'inferred' ? (text(value['why']) ?? 'inferred') : null
  return { edtf, inferred }
}

/** A date as runs of a line, marked as doubtful where it was inferred. */
export function dateRun(value: Json | undefined, say: (edtf: string) => string = sayDate): Inline | null {
  const date = dateOf(value)
  if (!date) return null
  return date.inferred ? { kind: 'doubt', text: say(date.edtf), why: inferredWords(date.inferred) } : say(date.edtf)
}

/** As `dateRun`, for tables: that the date was inferred, without the reason. */
export function dateCell(value: Json | undefined): Inline {
  const date = dateOf(value)
  if (!date) return 'not said'
  return date.inferred ? { kind: 'doubt', text: sayDate(date.edtf), why: 'inferred' } : sayDate(date.edtf)
}

/** @example inferredWords('last week before 2025-01-13') // 'inferred from “last week before 2025-01-13”' */
export const inferredWords = (why: string): string => (/^inferred/.test(why) ? why : `inferred: ${why.replace(/(?<![\w-])\d{4}(?:-\d\d){1,2}(?![\w-])/g, (day) => sayDate(day))}`)

const qualifiers: readonly string[] = ['exact', 'about', 'up to', 'at least', 'over', 'almost'] satisfies Qualifier[]
const digits = (value: Json | undefined): bigint | null => (typeof value === 'string' && /^-?\d+$/.test(value) ? BigInt(value) : typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : null)

/** Money as a record carries it: minor units as a string of digits. */
export function moneyOf(value: Json | undefined): Money | null {
  if (!isObject(value)) return null
  const minor = digits(value['minor']), currency = asCurrency(text(value['currency']) ?? '')
  if (minor === null || !currency) return null
  const qualifier = qualifiers.includes(text(value['qualifier']) ?? '') ? (value['qualifier'] as Qualifier) : 'exact'
  const upTo = digits(value['upTo'])
  return { minor, currency, qualifier, digits: typeof value['digits'] === 'number' ? value['digits'] : 2, ...(upTo === null ? {} : { upTo }) }
}

/** The place of a meeting in the words of the document. */
export const placeWritten = (fields: Fields): string | null => (isObject(fields['place']) ? text(fields['place']['written']) : text(fields['place']))

/** The place with the state it lies in. @example placeOf(fields) // 'Helenów, Poland' */
export function placeOf(fields: Fields): string | null {
  const { place } = fields, written = placeWritten(fields)
  const country = text(fields['country']) ?? (isObject(place) ? text(place['country']) : null)
  const state = country === null ? null : sayActor(country)
  if (written === null) return state
  return state !== null && !written.includes(state) ? `${written}, ${state}` : written
}

export const textOf = (value: Json | undefined): string | null => text(value)

/** The strings of a list field. */
export const textsOf = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string' && v !== '') : [])

/** Goods as words. @example itemsOf([{ name: 'howitzers', quantity: 6 }]) // ['6 howitzers'] */
export function itemsOf(value: Json | undefined): readonly string[] {
  const items = Array.isArray(value) ? value : []
  return items.flatMap((item) => {
    const name = isObject(item) ? text(item['name']) : null
    if (!isObject(item) || name === null) return []
    return [typeof item['quantity'] === 'number' ? `${item['quantity'].toLocaleString('en')} ${name}` : name]
  })
}

/** What a commitment is for, in words: sum and goods, else the kind of aid. */
export function purposeOf(fields: Fields): string {
  const amount = moneyOf(fields['amount']), goods = itemsOf(fields['items'])
  const aid = text(fields['aid']), kind = aid === null || aid === 'other' ? 'support' : `${aid} aid`
  if (amount) return `${sayMoney(amount)}${goods.length ? ` for ${goods.join(', ')}` : aid === null || aid === 'other' ? '' : ` in ${kind}`}`
  return goods.length ? goods.join(', ') : kind
}

/** A value of a field as one short line, for conflicts and record pages. */
export function sayValue(value: Json | undefined): string {
  if (value === null || value === undefined) return 'not said'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return value.toLocaleString('en')
  if (typeof value === 'string') return parseEdtf(value) ? sayDate(value) : sayActor(value)
  if (Array.isArray(value)) return value.map((v) => sayValue(v as Json)).join(', ')
  return sayObject(value as Fields)
}

function sayObject(value: Fields): string {
  const money = moneyOf(value), date = dateOf(value), actor = actorOf(value)
  if (money) return sayMoney(money)
  if (date) return sayDate(date.edtf) + (date.inferred ? ` (${inferredWords(date.inferred)})` : '')
  if (actor) return text(value['name']) !== null && typeof value['quantity'] === 'number' ? `${value['quantity']} ${actor.label}` : sayActor(actor.label)
  return Object.entries(value).filter(([, v]) => v !== null).map(([key, v]) => `${key}: ${sayValue(v)}`).join('; ')
}

/** Runs joined by a separator, leaving out what is missing. @example joined([null, 'a', 'b'], ', ') // ['a', ', ', 'b'] */
export const joined = (parts: readonly (Inline | null)[], by: string): Runs =>
  parts.filter((p): p is Inline => p !== null && p !== '').flatMap((part, i) => (i === 0 ? [part] : [by, part]))
