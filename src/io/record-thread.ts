import { parentPort } from 'node:worker_threads'
import { recordsOf } from './record-maker.ts'
import type { StoredRow } from './rows.ts'

/** Makes the rows of records in a thread of its own; bytes are handed over, not copied. */
parentPort!.on('message', (rows: readonly StoredRow[]) => {
  const made = recordsOf(rows)
  parentPort!.postMessage(made, made.flatMap(({ bytes }) => bytes.map((piece) => piece.buffer)))
})
