import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { openPool } from '../../src/io/database.ts'
import { openStore } from '../../src/io/open-store.ts'
import { recordOfClaim } from '../../src/io/ledger-reader.ts'
import { joinServer } from '../../src/io/postgres.ts'
import { seeded } from '../helpers/generated.ts'

const claimsPerDocument = 6, claimsPerRelease = 20
const tasks = ['reading', 'importing', 'reviewing', 'loading'] as const

/** What came of the rounds: how many writes were acknowledged, of documents, releases and decisions, and how the killing was spread. */
export interface CrashReport { rounds: number; acknowledged: { document: number; release: number; entry: number }; stored: Stored; serversKilled: number; killedBeforeFirstWrite: number }
interface Stored { readonly documents: number; readonly releases: number }

/**
 * Kills a process at random moments while it reads, imports, reviews or loads, one after the other, and the database server with
 * it in about every third round; reopens, and checks that no acknowledged write is lost, none is there twice, none by
 * half. Throws at the first one that is.
 */
export async function crashRounds(home: string, rounds: number, seed: number, say: (line: string) => void = () => {}): Promise<CrashReport> {
  const random = seeded(seed), acknowledged = new Set<string>()
  const report: CrashReport = { rounds, acknowledged: { document: 0, release: 0, entry: 0 }, stored: { documents: 0, releases: 0 }, serversKilled: 0, killedBeforeFirstWrite: 0 }
  for (let round = 0; round < rounds; round++) {
    const before = acknowledged.size, task = tasks[round % tasks.length]!, withServer = random() < 1 / 3
    // There must be something to review.
    const early = round >= tasks.length && random() < 1 / 4
    const moment = early ? { from: 'the start', milliseconds: random() * 4000 } as const : { from: 'the first write', milliseconds: random() * 1500 } as const
    const from = task === 'importing' ? report.stored.releases : report.stored.documents
    if (await killedWriter([home, task, String(from), String(claimsPerDocument)], moment, withServer, acknowledged)) report.serversKilled++
    if (acknowledged.size === before) report.killedBeforeFirstWrite++
    report.stored = await check(home, acknowledged)
    for (const what of ['document', 'release', 'entry'] as const) report.acknowledged[what] = [...acknowledged].filter((line) => line.startsWith(what)).length
    say(`round ${round + 1}, ${task}: ${acknowledged.size} writes acknowledged, ${report.stored.documents} documents and ${report.stored.releases} releases stored`)
  }
  return report
}

/** @returns whether a server was there to be killed */
async function killedWriter(words: readonly [home: string, ...string[]], moment: { from: 'the start' | 'the first write'; milliseconds: number }, withServer: boolean, acknowledged: Set<string>): Promise<boolean> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'crash-writer.ts'), ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = '', errors = ''
  let first: () => void = () => {}
  const started = moment.from === 'the start' ? Promise.resolve() : new Promise<void>((done) => { first = done })
  child.stdout.on('data', (chunk) => { said += chunk; first() })
  child.stderr.on('data', (chunk) => { errors += chunk })
  const gone = new Promise<void>((done) => child.on('close', () => done()))
  await Promise.race([started.then(() => sleep(moment.milliseconds)), gone])
  assert.equal(child.exitCode, null, `the writer ended by itself: ${errors}`)
  const killed = withServer && killServer(words[0])
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

async function check(home: string, acknowledged: ReadonlySet<string>): Promise<Stored> {
  const store = await openStore({ home }), server = await joinServer(home, () => {}), pool = openPool(server.connection, { role: true, max: 1 })
  try {
    assert.equal((await store.verify()).firstBad, null)
    const ids = async (query: string) => (await pool.query<{ id: string }>(query)).rows.map((row) => row.id)
    const documents = await whole(pool), releases = await ids(`select label as id from documents where label like 'release-%'`), entries = await ids('select id from entries')
    for (const list of [documents, releases, entries]) assert.equal(new Set(list).size, list.length, 'something is there twice')
    const there = new Set([...documents.map((id) => `document ${id}`), ...releases.map((label) => `release ${label}`), ...entries.map((id) => `entry ${id}`)])
    for (const line of acknowledged) assert.ok(there.has(line), `${line} was acknowledged and is lost`)
    assert.deepEqual(await ids(`select c.id from claims c where not exists (select 1 from records r where r.id = ${recordOfClaim})`), [], 'claims without a record')
    assert.deepEqual(await ids(`select e.record as id from entries e where not exists (select 1 from records r join record_bodies b on b.id = coalesce(r.into_id, r.id) where r.id = e.record)`), [], 'entries without a record')
    return { documents: documents.length - releases.length, releases: releases.length }
  } finally {
    await pool.end()
    await server.leave()
    await store.close()
  }
}

/** The ids of all documents, each of which has all its claims. */
async function whole(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string; label: string; claims: number }>('select d.id, d.label, (select count(*) from claims c where c.document = d.id) as claims from documents d')
  for (const row of rows) assert.equal(row.claims, row.label.startsWith('release-') ? claimsPerRelease : claimsPerDocument, `${row.label} is there by half`)
  return rows.map((row) => row.id)
}
