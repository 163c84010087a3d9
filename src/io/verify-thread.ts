import { parentPort, workerData } from 'node:worker_threads'
import { blobFolder } from './blobs.ts'
import { openPool, type Connection } from './database.ts'
import { verifyStretch } from './verify-stretch.ts'

/** A part of the chain for one thread: it says how many rows it has checked, again and again, and at last what it found. */
export interface ThreadWork { readonly connection: Connection; readonly role: boolean; readonly blobFolder: string; readonly snapshot: string; readonly from: number; readonly to: number }

const work = workerData as ThreadWork
const pool = openPool(work.connection, { role: work.role, max: 2 }), client = await pool.connect()
await client.query('begin isolation level repeatable read read only')
await client.query(`set transaction snapshot '${work.snapshot}'`)
const found = await verifyStretch({ client, pool, blobs: blobFolder(work.blobFolder), onProgress: (rows) => parentPort!.postMessage(rows) }, work.from, work.to)
client.release(true)
await pool.end()
parentPort!.postMessage(found)
