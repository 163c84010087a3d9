import type pg from 'pg'
import type { RecordId } from '../core/ids.ts'
import { judges } from '../ledger/effective.ts'
import { copyPieces } from './copy.ts'
import type { Written } from './ledger-writer.ts'
import { addPairs } from './projection.ts'
import type { Made, RecordMaker } from './record-maker.ts'
import type { StoredRow } from './rows.ts'
import type { There } from './there.ts'

/** The longest a record waits for more of its entries, counted in entries of all records. */
const mostWaiting = 60_000
/** Records that are made together, and how many such groups are under way before the oldest is written. */
const atOnce = 500, mostUnderWay = 3

/** What a load writes with; `emptied` as `copyRows` has it. */
export interface Desk { readonly client: pg.ClientBase; readonly there: There; readonly emptied: ReadonlySet<string>; readonly maker: RecordMaker }

/**
 * Entries that wait until their record is likely to be complete; then its rows are written once. Records that were on
 * record before, that were judged against others, or that came back too late, are made from the database at the end.
 */
export class Waiting {
  readonly #desk: Desk
  readonly #open = new Map<RecordId, StoredRow[]>()
  readonly #done = new Set<RecordId>()
  readonly #again = new Set<RecordId>()
  readonly #underWay: Promise<readonly Made[]>[] = []
  #entries = 0

  constructor(desk: Desk) { this.#desk = desk }

  async take(entries: Written['entries'], recorded: string): Promise<void> {
    await addPairs(this.#desk.client, entries.map((e) => e.value))
    const before = await this.#desk.there.records(entries.map((e) => e.value.record))
    for (const { value: { record, event, other }, id, body, sequence, batch, hash } of entries) {
      if (judges(event) && other !== null) this.#again.add(record).add(other as RecordId)
      if (before.has(record) || this.#done.has(record)) { this.#again.add(record); continue }
      const row = { id, body, sequence, batch, recorded, hash }
      if (this.#open.get(record)?.push(row) === undefined) this.#open.set(record, [row])
      this.#entries++
    }
    while (this.#entries > mostWaiting) { this.#make(); if (this.#underWay.length > mostUnderWay) await this.#write() }
  }

  /** No more entries are to come: all that wait are made, while the caller does something else. */
  makeRest(): void { while (this.#open.size > 0) this.#make() }

  /** @returns the records that are still to be made, from the database */
  async end(): Promise<ReadonlySet<RecordId>> {
    while (this.#underWay.length > 0) await this.#write()
    return this.#again
  }

  /** The records that have waited longest. */
  #make(): void {
    const rows: StoredRow[] = []
    for (const [id, own] of this.#open.entries().take(atOnce)) {
      for (const row of own) rows.push(row)
      this.#open.delete(id)
      this.#done.add(id)
    }
    this.#entries -= rows.length
    const made = this.#desk.maker.make(rows)
    // Waited for in its turn; one that fails before that is no failure of its own.
    made.catch(() => {})
    this.#underWay.push(made)
  }

  async #write(): Promise<void> {
    const { client, emptied } = this.#desk
    for (const { table, columns, bytes } of await this.#underWay.shift()!) await copyPieces(client, table, columns, bytes, emptied)
  }
}
