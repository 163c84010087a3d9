import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Hono } from 'hono'
import type { ClaimKind } from '../../core/claim.ts'
import { claimKinds } from '../../core/claim.ts'
import type { ClaimId, DocumentId, RecordId } from '../../core/ids.ts'
import type { Figure as FigureRow } from '../../core/observation.ts'
import { seriesByName } from '../../pipeline/datasets.ts'
import { facts } from '../../ledger/facts.ts'
import type { ClaimRow, DocumentRow } from '../../io/store.ts'
import type { LedgerRecord, StoredEntry } from '../../ledger/record.ts'
import { evidenceJson } from '../../reporting/claim-json.ts'
import { originsOf } from '../../reporting/origins.ts'
import { answersWith, asOfParam, Claim, Corroboration, Document, DocumentBody, Entry, idParam, Problem as ProblemSchema, Record, Report, SearchHit, Counts, Figure, SeriesLine } from '../schemas.ts'
import { notFound, Problem } from '../problem.ts'
import type { Site } from '../views.ts'

/** The API under /api: the same views as the pages, as JSON, described at /api/openapi.json. */
export default (app: Hono, { store, briefOf }: Site): void => {
  const api = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw new Problem(400, 'Not a valid request', result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '))
    },
  })

  api.openapi(createRoute({ method: 'get', path: '/counts', summary: 'How much is in the record, and the head of its chain', responses: answersWith(Counts) }), async (c) =>
    c.json({ ...(await store.counts()), head: await store.head() }, 200))

  api.openapi(createRoute({ method: 'get', path: '/documents', summary: 'Documents, the newest first', request: { query: z.object({ limit, before: idParam('doc').optional() }) }, responses: answersWith(z.object({ documents: z.array(Document) })) }), async (c) => {
    const { limit, before } = c.req.valid('query')
    return c.json({ documents: (await store.documents({ limit, ...(before ? { before } : {}) })).map(documentJson) }, 200)
  })

  api.openapi(createRoute({ method: 'get', path: '/documents/{id}', summary: 'A document: its text and the claims drawn from it', request: { params: z.object({ id: idParam('doc') }) }, responses: answersWith(DocumentBody) }), async (c) => {
    const found = await store.document(c.req.valid('param').id as DocumentId)
    if (!found) throw notFound('No document has this id.')
    return c.json({ ...documentJson(found.row), hash: found.document.hash, text: found.document.text, issues: [...found.document.issues], claims: found.claims.map(claimJson) }, 200)
  })

  api.openapi(createRoute({ method: 'get', path: '/claims/{id}', summary: 'A claim with its evidence', request: { params: z.object({ id: idParam('clm') }) }, responses: answersWith(Claim) }), async (c) => {
    const found = await store.claim(c.req.valid('param').id as ClaimId)
    if (!found) throw notFound('No claim has this id.')
    return c.json(claimJson(found), 200)
  })

  api.openapi(createRoute({ method: 'get', path: '/records', summary: 'Records of one kind, the latest first', request: { query: z.object({ kind: z.enum(claimKinds as [ClaimKind, ...ClaimKind[]]), limit, offset: z.coerce.number().int().min(0).max(10_000_000).default(0), 'as-of': asOfParam }) }, responses: answersWith(z.object({ records: z.array(Record) })) }), async (c) => {
    const { kind, limit, offset, 'as-of': asOf } = c.req.valid('query')
    return c.json({ records: (await store.records({ kind, limit, offset, asOf: asOf ?? null })).map((record) => recordJson(record)) }, 200)
  })

  api.openapi(createRoute({ method: 'get', path: '/records/{id}', summary: 'A record with its entries and claims', request: { params: z.object({ id: idParam('rec') }), query: z.object({ 'as-of': asOfParam }) }, responses: answersWith(Record.extend({ corroboration: Corroboration, history: z.array(Entry), evidence: z.array(Claim) })) }), async (c) => {
    const found = await store.recordOf(c.req.valid('param').id as RecordId, c.req.valid('query')['as-of'] ?? null)
    if (!found) throw notFound('No record has this id.')
    return c.json({ ...recordJson(found.record), corroboration: corroborationJson(found.claims), history: found.entries.map(entryJson), evidence: found.claims.map(claimJson) }, 200)
  })

  api.openapi(createRoute({ method: 'get', path: '/meetings/{id}/brief', summary: 'The brief of a meeting, as a tree of blocks', request: { params: z.object({ id: idParam('rec') }), query: z.object({ 'as-of': asOfParam }) }, responses: answersWith(Report) }), async (c) => {
    const report = await briefOf(c.req.valid('param').id as RecordId, c.req.valid('query')['as-of'] ?? null)
    if (!report) throw notFound('No meeting has this id.')
    return c.json(report as unknown as z.infer<typeof Report>, 200)
  })

  api.openapi(createRoute({ method: 'get', path: '/search', summary: 'Full text of documents and claims, the best first', request: { query: z.object({ q: z.string().min(1).max(200), limit }) }, responses: answersWith(z.object({ hits: z.array(SearchHit) })) }), async (c) => {
    const { q, limit } = c.req.valid('query')
    return c.json({ hits: (await store.search(q, { limit })).map((hit) => ({ ...hit, document: documentJson(hit.document) })) }, 200)
  })

  api.openapi(createRoute({ method: 'get', path: '/series', summary: 'Series of figures that are no commitments: indicators, rates, sums by month', request: { query: z.object({ 'as-of': asOfParam }) }, responses: answersWith(z.object({ series: z.array(SeriesLine) })) }), async (c) =>
    c.json({ series: (await store.figures.series(c.req.valid('query')['as-of'] ?? null)).map((l) => ({ ...l, title: seriesByName.get(l.series)?.title ?? l.series })) }, 200))

  api.openapi(createRoute({ method: 'get', path: '/series/{name}', summary: 'The figures of a series, of all or of one subject', request: { params: z.object({ name: z.string().max(60) }), query: z.object({ of: z.string().max(200).optional(), limit, offset: z.coerce.number().int().min(0).max(10_000_000).default(0), 'as-of': asOfParam }) }, responses: answersWith(z.object({ figures: z.array(Figure) })) }), async (c) => {
    const { name } = c.req.valid('param'), { of, limit: most, offset, 'as-of': asOf } = c.req.valid('query')
    const figures = await store.figures.current({ series: [name], asOf: asOf ?? null, ...(of === undefined ? {} : { subjects: [of] }) })
    if (figures.length === 0) throw notFound('No figure of such a series is on record.')
    return c.json({ figures: figures.slice(offset, offset + most).map(figureJson) }, 200)
  })

  api.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Helenow', version: '1', description: 'The open system of record for multinational support and defence-industrial cooperation. Read only. Errors are problem+json (RFC 9457).' }, servers: [{ url: '/api' }] })
  api.openAPIRegistry.register('Problem', ProblemSchema)
  api.notFound(() => { throw notFound('The API has no such path; /api/openapi.json lists all.') })
  api.onError((error) => { throw error })
  app.route('/api', api)
}

const limit = z.coerce.number().int().min(1).max(200).default(50)

const documentJson = ({ story: _story, agency: _agency, ...row }: DocumentRow): z.infer<typeof Document> => row
const claimJson = ({ claim, record }: ClaimRow): z.infer<typeof Claim> => ({
  id: claim.id, document: claim.document, record, kind: claim.fields.kind, fields: facts(claim.fields) as { [key: string]: unknown },
  evidence: claim.evidence.map(evidenceJson), method: claim.method, confidence: claim.confidence,
})
const corroborationJson = (claims: readonly { readonly document: DocumentRow }[]): z.infer<typeof Corroboration> => {
  const { reports, origins } = originsOf(claims.map((c) => c.document))
  return { reports, origins: origins.map((o) => ({ ...o, documents: [...o.documents] })) }
}
const recordJson = (record: LedgerRecord): z.infer<typeof Record> => ({
  id: record.id, kind: record.kind, state: record.state, fields: record.fields as { [key: string]: unknown }, claims: [...record.claims], formerly: [...record.formerly],
  conflicts: record.conflicts.map((conflict) => ({ ...conflict, values: conflict.values.map((v) => ({ value: v.value as unknown, claims: [...v.claims] })) })), issues: [...record.issues],
})
const figureJson = ({ subject, detail, period, value, unit, status, release, document, evidence }: FigureRow): z.infer<typeof Figure> => ({ subject, detail, period, value: value ?? '', unit, status, release, document, row: evidence?.cell ? evidence.cell.row + 1 : null, column: evidence?.cell ? evidence.cell.column + 1 : null })
const entryJson = (entry: StoredEntry): z.infer<typeof Entry> => ({
  id: entry.id, event: entry.event, date: entry.date, claims: [...entry.claims], other: entry.other, by: entry.by, why: entry.why, sequence: entry.sequence, recorded: entry.recorded, hash: entry.hash,
})
