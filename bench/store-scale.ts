// How fast is the store at size? `node bin/node bench/store-scale.ts [claims] [folder]`: loads a generated, seeded ledger
// (five claims a record, twenty a document), then times what pages and reading ask of it. A folder that holds it already
// is asked without loading. Beside the clock stands processor time, ours and the database's, for machines that do other
// things meanwhile. Prints one JSON object.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPool } from '../src/io/database.ts'
import { openStore } from '../src/io/open-store.ts'
import { joinServer } from '../src/io/postgres.ts'
import type { Reading } from '../src/io/store.ts'
import { tally } from '../src/io/tally.ts'
import { usage } from '../src/io/usage.ts'
import { generateReadings, seeded } from '../test/helpers/generated.ts'

const claims = Number(process.argv[2] ?? 100_000), folder = process.argv[3]
const home = folder ?? mkdtempSync(join(tmpdir(), 'hn-scale-'))
if (!folder) chmodSync(home, 0o755)
const perDocument = 20, documents = Math.round(claims / perDocument), batch = 500
const seconds = (since: number) => (performance.now() - since) / 1000
const round = (n: number, digits = 1) => Number(n.toFixed(digits))

const store = await openStore({ home, log: (line) => console.error(line) })
const result: Record<string, unknown> = { claims, documents, records: claims / 5 }
const scale = { seed: 1, documents, claimsPerDocument: perDocument, claimsPerRecord: 5 }

if ((await store.counts()).claims < claims) await load()
await ask()
const rows = (await store.head()).sequence, beforeVerify = processor(), started = performance.now(), report = await store.verify()
result.verify = { rows, rowsPerSecond: Math.round(rows / seconds(started)), processorMicrosecondsPerRow: used(beforeVerify, rows), firstBad: report.firstBad }
result.memory = `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`
await store.close()
if (!folder) rmSync(home, { recursive: true, force: true })
console.log(JSON.stringify(result, null, 2))

/** Stretches are generated first and the clock stopped meanwhile; two batches are on their way at once. */
async function load(): Promise<void> {
  let writing = 0, ours = 0, databases = 0, done = 0
  const readings = generateReadings(scale)
  for (let stretch = [...take(readings, 4 * batch)]; stretch.length > 0; stretch = [...take(readings, 4 * batch)]) {
    const started = performance.now(), before = processor(), rest = batches(stretch)
    await Promise.all([0, 1].map(async () => { for (const one of rest) await store.record(one) }))
    writing += seconds(started)
    ours += processor().ours - before.ours
    databases += processor().database - before.database
    done += stretch.length
    console.error(`${done} of ${documents} documents, ${Math.round((done * perDocument) / writing)} claims a second`)
  }
  result.load = { seconds: round(writing), claimsPerSecond: Math.round(claims / writing), processorMicrosecondsPerClaim: { ours: round(ours / claims), database: round(databases / claims) } }
}

function* take<T>(from: Iterator<T>, most: number): Generator<T> {
  for (let i = 0; i < most; i++) { const next = from.next(); if (next.done) return; yield next.value }
}

function* batches(list: readonly Reading[]): Generator<readonly Reading[]> {
  for (let at = 0; at < list.length; at += batch) yield list.slice(at, at + batch)
}

interface Processor { readonly ours: number; readonly database: number }

/** Microseconds of processor time so far: of this process, and of the database's processes where the system shows them. */
function processor(): Processor {
  const { user, system } = process.cpuUsage()
  return { ours: user + system, database: databaseProcesses().reduce((sum, pid) => sum + (usage(pid)?.cpu ?? 0) * 1000, 0) }
}

function used(before: Processor, per: number): Processor {
  const now = processor()
  return { ours: round((now.ours - before.ours) / per), database: round((now.database - before.database) / per) }
}

/** The server of the data folder and its children. */
function databaseProcesses(): readonly number[] {
  const file = join(home, 'pg', 'postmaster.pid')
  if (!existsSync(file) || process.platform !== 'linux') return []
  const server = Number(readFileSync(file, 'utf8').split('\n')[0])
  return [server, ...readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ').map(Number)]
}

async function ask(): Promise<void> {
  const random = seeded(7), pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const list = await store.records({ kind: 'commitment', limit: 200 })
  const fresh = [...generateReadings({ ...scale, seed: 1, documents: 40 })].map((r) => r.claims)
  result.milliseconds = {
    recordPage: await median(30, () => store.recordOf(pick(list).id)),
    recordList: await median(10, (i) => store.records({ kind: 'commitment', limit: 50, offset: i * 50 })),
    recordListAsOf: await median(5, (i) => store.records({ kind: 'commitment', limit: 50, offset: i * 50, asOf: '2100-01-01' })),
    documents: await median(10, () => store.documents({ limit: 50 })),
    search: await median(10, (i) => store.search(['ferry plan', 'Minister delbran', 'lorry', 'kitchen million'][i % 4]!)),
    candidatesOfOneDocument: await median(20, (i) => store.candidates(fresh[i]!)),
    counts: await median(5, () => store.counts()),
    recordOneDocument: await median(10, (i) => store.record([...generateReadings({ ...scale, seed: 1000 + i, documents: 1 })])),
    tally: await tallies(),
  }
}

async function tallies(): Promise<Record<string, number>> {
  const server = await joinServer(home, console.error), pool = openPool(server.connection, { role: true, max: 1 })
  const pairs = [['provider', 'year'], ['provider', 'recipient'], ['aid', 'month'], ['stage', 'provider']] as const
  const out: Record<string, number> = {}
  for (const pair of pairs) out[pair.join(' × ')] = await median(5, () => tally(pool, { by: pair, definition: 'promised', currency: 'EUR' }))
  await pool.end()
  await server.leave()
  return out
}

async function median(times: number, run: (i: number) => Promise<unknown>): Promise<number> {
  await run(0)
  const all: number[] = []
  for (let i = 0; i < times; i++) { const before = performance.now(); await run(i); all.push(performance.now() - before) }
  return round(all.sort((a, b) => a - b)[Math.floor(times / 2)]!)
}
