import type { ClaimKind } from '../core/claim.ts'
import type { RecordId } from '../core/ids.ts'
import type { ReferenceDesk } from '../io/reference-desk.ts'
import type { AsOf, Store } from '../io/store.ts'
import type { LedgerRecord } from '../ledger/record.ts'
import type { Report } from '../reporting/report.ts'
import type { Frame } from '../web/layout.ts'
import type { Html } from '../web/html.ts'
import type { StaticFiles } from './static-files.ts'

/** What the routes draw their pages from. */
export interface Views {
  readonly store: Store
  readonly briefOf: (meeting: RecordId, asOf: AsOf) => Promise<Report | undefined>
  /** The reference data; rows are written only for readers on the machine that serves. */
  readonly reference: { readonly desk: ReferenceDesk; readonly writable: boolean }
  /** One line for the operator: what failed and where. */
  readonly log: (line: string) => void
}

/** As the routes see it: the page frame and the kept lists added. */
export interface Site extends Views {
  readonly files: StaticFiles
  readonly page: (frame: Omit<Frame, 'assets'>, main: Html) => Html
  readonly recordsOf: (kind: ClaimKind, asOf: AsOf) => Promise<readonly LedgerRecord[]>
}

/** Lists of meetings, and lists as of an earlier moment, look through this many records of a kind, the latest first. */
export const recordLimit = 5000

/** What is loaded is kept until the chain has a new head: asking again costs one small query. */
export function keptForHead<T>(store: Store, load: () => Promise<T>): () => Promise<T> {
  let kept: { readonly head: string; readonly value: Promise<T> } | undefined
  return async () => {
    const { hash } = await store.head()
    if (kept?.head === hash) return kept.value
    const value = load()
    kept = { head: hash, value }
    value.catch(() => { kept = undefined })
    return value
  }
}

/** The latest records of a kind. Views of the past are not kept. */
export function keptRecords(store: Store): Site['recordsOf'] {
  const kept = new Map<ClaimKind, () => Promise<readonly LedgerRecord[]>>()
  return async (kind, asOf) => {
    if (asOf !== null) return store.records({ kind, asOf, limit: recordLimit })
    const known = kept.get(kind) ?? keptForHead(store, () => store.records({ kind, limit: recordLimit }))
    kept.set(kind, known)
    return known()
  }
}
