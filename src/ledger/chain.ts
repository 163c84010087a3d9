import { sha256 } from '../core/hash.ts'

/** What stands in the chain: documents, the claims drawn from them, the entries that rest on those. */
export type ChainTable = 'documents' | 'claims' | 'entries'

/** One row as it is hashed: `body` is the stored text, byte for byte. */
export interface ChainRow { readonly table: ChainTable; readonly id: string; readonly body: string }

/** Where the chain ends: the place to go on from. */
export interface ChainHead { readonly sequence: number; readonly batch: number; readonly recorded: string; readonly hash: string }

/** A row with its place in the chain. */
export type Chained<Row extends ChainRow> = Row & { readonly sequence: number; readonly batch: number; readonly hash: string }

/** The head of an empty ledger. */
export const genesis: ChainHead = { sequence: 0, batch: 0, recorded: '', hash: sha256('helenow ledger 1') }

/** The hash of a row: over the hash before it, its place, its batch's record time, and all it says. */
export function rowHash(previous: string, place: { readonly sequence: number; readonly batch: number; readonly recorded: string }, row: ChainRow): string {
  return sha256(`${previous}\n${place.sequence}\n${place.batch}\n${place.recorded}\n${row.table}\n${row.id}\n${row.body}`)
}

/**
 * Hashes the rows of one batch onto the chain. Record time never runs backwards, even when the clock does.
 * @example appendBatch(genesis, '2025-01-13T10:00:00.000Z', rows).head.sequence // rows.length
 */
export function appendBatch<Row extends ChainRow>(head: ChainHead, now: string, rows: readonly Row[]): { readonly head: ChainHead; readonly rows: readonly Chained<Row>[] } {
  const batch = head.batch + 1
  const recorded = now > head.recorded ? now : head.recorded
  let { sequence, hash } = head
  const chained = rows.map((row) => {
    sequence++
    hash = rowHash(hash, { sequence, batch, recorded }, row)
    return { ...row, sequence, batch, hash }
  })
  return { head: { sequence, batch, recorded, hash }, rows: chained }
}
