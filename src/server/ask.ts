import type { Context } from 'hono'
import { idKind, type ClaimId, type DocumentId, type RecordId } from '../core/ids.ts'
import type { AsOf } from '../io/store.ts'
import { notFound, Problem } from './problem.ts'

const ids = { doc: 'document', clm: 'claim', rec: 'record' } as const
const idOf = (c: Context, kind: keyof typeof ids): string => {
  const id = c.req.param('id') ?? ''
  if (idKind(id) !== kind) throw notFound(`“${id.slice(0, 60)}” is not the id of a ${ids[kind]}.`)
  return id
}

export const documentIdOf = (c: Context): DocumentId => idOf(c, 'doc') as DocumentId
export const claimIdOf = (c: Context): ClaimId => idOf(c, 'clm') as ClaimId
export const recordIdOf = (c: Context): RecordId => idOf(c, 'rec') as RecordId

const moment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?Z)?$/
/** The moment of record time that the page is wanted for: `?as-of=2025-01-31`. */
export function asOfOf(c: Context): AsOf {
  const asked = c.req.query('as-of')
  if (asked === undefined || asked === '') return null
  if (!moment.test(asked) || Number.isNaN(Date.parse(asked))) throw new Problem(400, 'Not a date', `“as-of” takes a day (2025-01-31) or an instant in UTC (2025-01-31T12:00:00Z), not “${asked.slice(0, 40)}”.`)
  return asked
}

/** The page of a list, from 1. */
export function pageOf(c: Context): number {
  const page = Number(c.req.query('page') ?? 1)
  if (!Number.isInteger(page) || page < 1 || page > 100_000) throw new Problem(400, 'Not a page', '“page” takes a whole number from 1.')
  return page
}

/** The address of another page of the same list, with the other parameters kept. */
export function pageLink(c: Context, page: number): string {
  const query = new URLSearchParams(c.req.query())
  query.set('page', String(page))
  return `${c.req.path}?${query}`
}
