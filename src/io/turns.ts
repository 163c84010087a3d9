import type pg from 'pg'

/** One number for the turn that processes take before they look at the ledger in order to add to it. */
const turnLock = 7_401_554

/**
 * Runs `work` while no other process is in its turn, so that what it looked up still holds when it writes: two that read
 * the same news at once would else each make a record of it. The server gives the turn back when its holder dies.
 * @example await inTurn(pool, async () => write(await decide(await lookUp())))
 */
export async function inTurn<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  // Between its queries a connection that breaks says so by an event, which would end the process.
  const note = (error: Error) => { broken = error }
  client.on('error', note)
  try {
    await client.query('select pg_advisory_lock($1)', [turnLock])
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [turnLock]).catch(note)
    client.off('error', note)
    client.release(broken)
  }
}
