import { z } from '@hono/zod-openapi'
import { claimKinds, type ClaimKind } from '../core/claim.ts'

// What the API promises. A field that is not named here does not leave the house.

const kind = z.enum(claimKinds as [ClaimKind, ...ClaimKind[]])
const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[a-z2-7]{20}$`), `must be ${prefix}_ and 20 letters or digits 2–7`)

/** A path or query parameter that holds an id. */
export const idParam = (prefix: 'doc' | 'clm' | 'rec') => id(prefix).openapi({ example: `${prefix}_${'a'.repeat(20)}` })
export const asOfParam = z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?Z)?$/, 'must be a day or an instant in UTC').refine((text) => !Number.isNaN(Date.parse(text)), 'must be a day that exists').optional()
  .openapi({ example: '2025-01-31', description: 'Shows the record as it stood then.' })

const Issue = z.object({ code: z.string(), level: z.enum(['note', 'warning', 'error']), message: z.string(), place: z.string().optional() }).openapi('Issue')
const Fields = z.record(z.string(), z.unknown()).openapi('Fields', { description: 'The fields of the kind: actors as { label, to, type, country }, money as { minor, digits, currency, qualifier }, dates as { edtf, basis }.' })

export const Problem = z.object({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string() })
export const Counts = z.object({
  documents: z.number().int(), claims: z.number().int(), records: z.number().int(), entries: z.number().int(), quarantined: z.number().int(),
  head: z.object({ sequence: z.number().int(), hash: z.string(), figures: z.object({ imports: z.number().int(), hash: z.string() }).nullable() }),
}).openapi('Counts')
export const Document = z.object({
  id: id('doc'), label: z.string(), title: z.string().nullable(), publisher: z.string().nullable(), published: z.string().nullable().openapi({ description: 'EDTF' }),
  language: z.string().nullable(), url: z.string().nullable(), claims: z.number().int(), recorded: z.string(),
}).openapi('Document')
export const Claim = z.object({
  id: id('clm'), document: id('doc'), record: id('rec').nullable(), kind, fields: Fields,
  evidence: z.array(z.object({ exact: z.string(), start: z.number().int(), end: z.number().int(), place: z.string().optional() })).min(1).openapi({ description: 'Verbatim words; offsets are UTF-16 code units of the document’s text. The place is a page, paragraph or cell, where the source has such.' }),
  method: z.string(), confidence: z.number(),
}).openapi('Claim')
export const DocumentBody = Document.omit({ claims: true }).extend({ hash: z.string(), text: z.string(), issues: z.array(Issue), claims: z.array(Claim) }).openapi('DocumentWithClaims')
export const Record = z.object({
  id: id('rec'), kind, state: z.string(), fields: Fields, claims: z.array(id('clm')), formerly: z.array(id('rec')),
  conflicts: z.array(z.object({ field: z.string(), values: z.array(z.object({ value: z.unknown(), claims: z.array(id('clm')) })), chosen: z.number().int(), why: z.string() })), issues: z.array(Issue),
}).openapi('Record')
export const Corroboration = z.object({ reports: z.number().int(), origins: z.array(z.object({ name: z.string().nullable(), why: z.enum(['agency', 'earliest publisher', 'unknown']), documents: z.array(id('doc')) })) }).openapi('Corroboration', { description: 'From how many origins the reports come: copies of one text count once.' })
export const Entry = z.object({
  id: id('ent'), event: z.string(), date: z.object({ edtf: z.string(), kind: z.string(), basis: z.string() }).nullable(), claims: z.array(id('clm')), other: z.string().nullable(),
  by: z.union([z.object({ machine: z.string() }), z.object({ person: z.string() })]), why: z.string(), sequence: z.number().int(), recorded: z.string(), hash: z.string(),
}).openapi('Entry')
export const Report = z.object({
  title: z.string(), subtitle: z.array(z.unknown()), blocks: z.array(z.looseObject({ kind: z.string() })),
  footnotes: z.array(z.object({ document: z.string(), publisher: z.string().nullable(), date: z.string().nullable(), quote: z.string(), path: z.string(), url: z.string().nullable() })),
}).openapi('Report')
export const SearchHit = z.object({ document: Document, claim: id('clm').nullable(), start: z.number().int(), end: z.number().int(), snippet: z.string() }).openapi('SearchHit')

export const SeriesLine = z.object({
  series: z.string(), title: z.string(), dataset: z.string(), unit: z.string(), figures: z.number().int(), subjects: z.number().int(), first: z.string(), last: z.string(), release: z.string(), document: id('doc'), recorded: z.string(),
}).openapi('Series')
export const Figure = z.object({
  subject: z.string().openapi({ description: 'Two letters of a state, the name of a body or group, a currency' }), detail: z.string().nullable(), period: z.string().openapi({ description: 'EDTF' }), value: z.string().openapi({ description: 'The decimal that stands in the cell, digit for digit' }),
  unit: z.string(), status: z.enum(['observed', 'estimate', 'withdrawn']), release: z.string(), document: id('doc'), row: z.number().int().nullable().openapi({ description: 'Counted from 1' }), column: z.number().int().nullable(),
}).openapi('Figure')

/** The answers of a route: the thing asked for, or a problem. */
export const answersWith = <S extends z.ZodType>(schema: S) => ({
  200: { description: 'What was asked for', content: { 'application/json': { schema } } },
  400: { description: 'The request is not valid', content: { 'application/problem+json': { schema: Problem } } },
  404: { description: 'There is no such thing', content: { 'application/problem+json': { schema: Problem } } },
})
