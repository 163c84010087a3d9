import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DocumentId } from '../../src/core/ids.ts'
import { openStore } from '../../src/io/open-store.ts'
import { seeded } from '../helpers/generated.ts'

const claimsPerDocument = 6

/** What came of the rounds: how many writes were acknowledged, and how the killing was spread. */
export interface CrashReport { rounds: number; acknowledged: number; stored: number; serversKilled: number; killedBeforeFirstWrite: number }

/**
 * Kills a reading process at random moments, and the database server with it in every third round; reopens, and checks
 * that no acknowledged write is lost, none is there twice, none by half. Throws at the first one that is.
 */
export async function crashRounds(home: string, rounds: number, seed: number, say: (line: string) => void = () => {}): Promise<CrashReport> {
  const random = seeded(seed), acknowledged = new Set<string>()
  const report: CrashReport = { rounds, acknowledged: 0, stored: 0, serversKilled: 0, killedBeforeFirstWrite: 0 }
  for (let round = 0; round < rounds; round++) {
    const before = acknowledged.size, withServer = round % 3 === 2
    const moment = round % 4 === 0 ? { from: 'the start', milliseconds: random() * 4000 } as const : { from: 'the first write', milliseconds: random() * 1500 } as const
    if (await killedWriter(home, report.stored, moment, withServer, acknowledged)) report.serversKilled++
    if (acknowledged.size === before) report.killedBeforeFirstWrite++
    report.stored = await check(home, acknowledged)
    report.acknowledged = acknowledged.size
    say(`round ${round + 1}: ${acknowledged.size} writes acknowledged, ${report.stored} documents stored`)
  }
  return report
}

/** @returns whether a server was there to be killed */
async function killedWriter(home: string, from: number, moment: { from: 'the start' | 'the first write'; milliseconds: number }, withServer: boolean, acknowledged: Set<string>): Promise<boolean> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'crash-writer.ts'), home, String(from), String(claimsPerDocument)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = '', errors = ''
  let first: () => void = () => {}
  const started = moment.from === 'the start' ? Promise.resolve() : new Promise<void>((done) => { first = done })
  child.stdout.on('data', (chunk) => { said += chunk; first() })
  child.stderr.on('data', (chunk) => { errors += chunk })
  const gone = new Promise<void>((done) => child.on('close', () => done()))
  await Promise.race([started.then(() => sleep(moment.milliseconds)), gone])
  assert.equal(child.exitCode, null, `the writer ended by itself: ${errors}`)
  const killed = withServer && killServer(home)
  child.kill('SIGKILL')
  await gone
  for (const line of said.split('\n').slice(0, -1)) acknowledged.add(line)
  return killed
}

function killServer(home: string): boolean {
  const path = join(home, 'pg', 'postmaster.pid')
  if (!existsSync(path)) return false
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0])
  try { process.kill(pid, 'SIGKILL'); return true } catch { return false }
}

async function check(home: string, acknowledged: ReadonlySet<string>): Promise<number> {
  const store = await openStore({ home })
  try {
    const { firstBad } = await store.verify()
    assert.equal(firstBad, null)
    const list = await store.documents({ limit: 1e6 }), there = new Set<string>(list.map((d) => d.id))
    assert.equal(there.size, list.length, 'a document is there twice')
    for (const row of list) assert.equal(row.claims, claimsPerDocument, `${row.id} is there by half`)
    const seen = new Set<string>()
    for (const line of acknowledged) {
      const [what, id] = line.split(' ') as [string, string]
      if (what === 'document') assert.ok(there.has(id), `${id} was acknowledged and is lost`)
      else seen.add(id)
    }
    await checkEntries(store, list.map((d) => d.id), seen)
    return list.length
  } finally { await store.close() }
}

async function checkEntries(store: Awaited<ReturnType<typeof openStore>>, documents: readonly DocumentId[], decisions: ReadonlySet<string>): Promise<void> {
  const entries = new Map<string, number>(), records = new Set<string>()
  for (const id of documents) for (const { claim, record } of (await store.document(id))!.claims) { assert.ok(record, `${claim.id} has no record`); records.add(record) }
  for (const id of records) for (const e of (await store.recordOf(id as never))!.entries) entries.set(e.id, (entries.get(e.id) ?? 0) + 1)
  for (const [id, times] of entries) assert.equal(times, 1, `${id} is there twice`)
  for (const id of decisions) assert.ok(entries.has(id), `${id} was acknowledged and is lost`)
}
