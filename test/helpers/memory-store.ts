import type { Claim, ClaimKind, Known } from '../../src/core/claim.ts'
import type { Document } from '../../src/core/document.ts'
import { sha256 } from '../../src/core/hash.ts'
import type { Figure } from '../../src/core/observation.ts'
import type { ClaimRow, DocumentRow, Store } from '../../src/io/store.ts'
import type { LedgerRecord, StoredEntry } from '../../src/ledger/record.ts'
import { countAlike, fits } from '../../src/reporting/register.ts'

export interface Contents {
  readonly documents: readonly Document[]
  readonly claims: readonly Claim<Known>[]
  readonly records: readonly { readonly record: LedgerRecord; readonly entries: readonly StoredEntry[] }[]
  readonly unresolved?: Awaited<ReturnType<Store['unresolved']>>
  readonly quarantined?: Awaited<ReturnType<Store['quarantined']>>
  readonly figures?: readonly Figure[]
}

const recorded = '2031-05-15T08:00:00.000Z'
const refuse = (what: string) => () => { throw new Error(`the store of the page tests does not ${what}`) }

/** A store that holds fixed things in memory, for tests of pages: it only reads. */
export function memoryStore({ documents, claims, records, unresolved = [], quarantined = [], figures = [] }: Contents): Store {
  const recordOfClaim = (id: string) => records.find(({ record }) => record.claims.some((c) => c === id))?.record.id ?? null
  const rowOf = (d: Document): DocumentRow => ({ id: d.id, label: d.label, title: d.title, publisher: d.publisher, published: d.published?.edtf ?? null, language: d.language, url: d.url, claims: claims.filter((c) => c.document === d.id).length, recorded })
  const claimRow = (claim: Claim<Known>): ClaimRow => ({ claim, record: recordOfClaim(claim.id) })
  const withDocument = (claim: Claim<Known>) => ({ ...claimRow(claim), document: rowOf(documents.find((d) => d.id === claim.document)!) })
  const day = (record: LedgerRecord) => (record.fields['date'] as { edtf?: string } | null)?.edtf ?? ''
  const seen = (asOf: string | null | undefined) => records.filter(({ entries }) => !asOf || entries.some((e) => e.recorded <= (asOf.length === 10 ? `${asOf}T23:59:59.999Z` : asOf)))
  const commitments = () => records.map((r) => r.record).filter((r) => r.kind === 'commitment').sort((a, b) => day(b).localeCompare(day(a)))
  return {
    record: refuse('record'), load: refuse('load'), append: refuse('append'), inTurn: (work) => work(), quarantine: refuse('quarantine'), saveRun: refuse('save runs'), candidates: refuse('reconcile'), verify: refuse('verify'), backup: refuse('back up'), restore: refuse('restore'), tally: refuse('tally'),
    documents: async ({ limit = 100, before } = {}) => documents.slice(before ? documents.findIndex((d) => d.id === before) + 1 : 0).slice(0, limit).map(rowOf),
    document: async (id) => {
      const document = documents.find((d) => d.id === id)
      return document && { row: rowOf(document), document, claims: claims.filter((c) => c.document === id).map(claimRow) }
    },
    bytes: async (id) => { const d = documents.find((one) => one.id === id); return d && new TextEncoder().encode(d.text) },
    records: async ({ kind, asOf, limit = 100, offset = 0 }: { kind: ClaimKind; asOf?: string | null; limit?: number; offset?: number }) =>
      seen(asOf).map((r) => r.record).filter((r) => r.kind === kind).sort((a, b) => day(b).localeCompare(day(a))).slice(offset, offset + limit),
    register: {
      page: async (narrow, limit, offset) => commitments().filter((r) => countAlike([r]).every((alike) => fits(alike, narrow))).slice(offset, offset + limit),
      count: async () => countAlike(commitments()),
    },
    recordOf: async (id, asOf) => {
      const found = seen(asOf).find(({ record }) => record.id === id || record.formerly.includes(id))
      return found && { ...found, claims: claims.filter((c) => found.record.claims.includes(c.id)).map(withDocument) }
    },
    claim: async (id) => { const claim = claims.find((c) => c.id === id); return claim && withDocument(claim) },
    search: async (words, { limit = 20 } = {}) => claims.flatMap((claim) => claim.evidence.filter((e) => e.exact.toLowerCase().includes(words.toLowerCase())).map((e) => ({ document: withDocument(claim).document, claim: claim.id, start: e.start, end: e.end, snippet: e.exact }))).slice(0, limit),
    unresolved: async () => unresolved,
    setAside: async () => undefined,
    quarantined: async () => quarantined,
    counts: async () => ({ documents: documents.length, claims: claims.length, records: records.length, entries: records.flatMap((r) => r.entries).length, quarantined: quarantined.length }),
    head: async () => ({ sequence: records.length, hash: sha256(records.map((r) => r.record.id).join()), figures: figures.length === 0 ? null : { imports: 1, hash: sha256(figures.map((f) => f.value).join()) } }),
    pages: { lastRead: async () => undefined, fetchesOf: async () => [], waitFor: async () => undefined, saveFetches: refuse('keep fetches'), versions: async () => new Map(), addressesOf: async () => [], addVersion: refuse('keep versions'), reopened: async () => records.filter((r) => r.entries.some((e) => e.event === 'reopened')).map((r) => r.record.id) },
    actors: { load: async () => ({ rows: 0, replaced: 0 }), named: async () => [], count: async () => 0 },
    figures: {
      add: refuse('add figures'), imported: async () => false,
      current: async ({ dataset, series, subjects } = {}) => figures.filter((f) => f.value !== null && (!dataset || f.dataset === dataset) && (!series || series.includes(f.series)) && (!subjects || subjects.includes(f.subject))),
      release: async (series) => figures.find((f) => f.series === series)?.release,
      series: async () => [...Map.groupBy(figures, (f) => f.series).values()].map((list) => ({ dataset: list[0]!.dataset, series: list[0]!.series, unit: list[0]!.unit, figures: list.length, subjects: new Set(list.map((f) => f.subject)).size, first: list.map((f) => f.period).sort()[0]!, last: list.map((f) => f.period).sort().at(-1)!, release: list[0]!.release, document: list[0]!.document, recorded })),
      history: async ({ series, subject }) => figures.filter((f) => f.series === series && f.subject === subject).map((f) => ({ ...f, recorded })),
    },
    close: async () => {},
  }
}
