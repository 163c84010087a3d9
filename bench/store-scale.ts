// How fast is the store at size? `node bin/node bench/store-scale.ts [claims] [folder]`: loads a generated, seeded ledger
// (five claims a record, twenty a document), then times what pages and reading ask of it. A folder that holds it already
// is asked without loading. Beside the clock stands processor time, ours and the database's, for machines that do other
// things meanwhile. Prints one JSON line.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/io/open-store.ts'
import type { Reading } from '../src/io/store.ts'
import { definitionOf } from '../src/ledger/definitions.ts'
import { reconcile } from '../src/ledger/reconcile.ts'
import { totalOf } from '../src/ledger/totals.ts'
import { generateReadings, seeded } from '../test/helpers/generated.ts'

const [size, folder] = process.argv.slice(2).filter((word) => !word.startsWith('--')), claims = Number(size ?? 100_000)
const home = folder ?? mkdtempSync(join(tmpdir(), 'hn-scale-'))
if (!folder) chmodSync(home, 0o755)
const perDocument = 20, documents = Math.round(claims / perDocument), batch = 500
const seconds = (since: number) => (performance.now() - since) / 1000
const round = (n: number, digits = 1) => Number(n.toFixed(digits))

const store = await openStore({ home, log: (line) => console.error(line) })
const figures: Record<string, number> = { claims, records: claims / 5 }
const everything = { provider: '', recipient: '', stage: '', aid: '' }, promised = definitionOf('promised')!
const scale = { seed: 1, documents, claimsPerDocument: perDocument, claimsPerRecord: 5 }

if ((await store.counts()).claims < claims) await load()
await ask()
const rows = (await store.head()).sequence, beforeVerify = processor(), started = performance.now(), report = await store.verify()
if (report.firstBad) throw new Error(`a bad row: ${JSON.stringify(report.firstBad)}`)
figures['rows verified a second'] = Math.round(rows / seconds(started))
note('verify, µs of processor a row', beforeVerify, rows)
figures['memory, MB'] = Math.round(process.resourceUsage().maxRSS / 1024)
await store.close()
if (!folder) rmSync(home, { recursive: true, force: true })
console.log(JSON.stringify({ name: 'store-scale', figures }))

/** The readings are made between the batches, with nothing under way meanwhile: the clock is stopped for them, and their own time is told apart. */
async function load(): Promise<void> {
  let generating = 0, made: Processor = { ours: 0, database: 0 }
  const started = performance.now(), before = processor(), readings = generateReadings(scale)
  const next = (): readonly Reading[] => {
    const from = performance.now(), was = processor(), list = [...take(readings, batch)], now = processor()
    generating += performance.now() - from
    made = { ours: made.ours + now.ours - was.ours, database: made.database + now.database - was.database }
    return list
  }
  await store.load(batches(next), claims)
  const all = performance.now() - started, after = processor()
  figures['claims loaded a second'] = Math.round(claims / ((all - generating) / 1000))
  figures['load, µs of processor a claim: ours'] = round((after.ours - before.ours - made.ours) / claims)
  figures['load, µs of processor a claim: database'] = round((after.database - before.database - made.database) / claims)
  figures['made by the generator, claims a second'] = Math.round(claims / (generating / 1000))
}

function* take<T>(from: Iterator<T>, most: number): Generator<T> {
  for (let i = 0; i < most; i++) { const next = from.next(); if (next.done) return; yield next.value }
}

function* batches(next: () => readonly Reading[]): Generator<readonly Reading[]> {
  for (let list = next(), done = 0; list.length > 0; list = next()) {
    yield list
    done += list.length
    if (done % (20 * batch) === 0) console.error(`${done} of ${documents} documents`)
  }
}

interface Processor { readonly ours: number; readonly database: number }

/** Microseconds of processor time so far: of this process, and of the database's processes where the system shows them. */
function processor(): Processor {
  const { user, system } = process.cpuUsage()
  return { ours: user + system, database: databaseProcessor() }
}

function note(name: string, before: Processor, per: number): void {
  const now = processor()
  figures[`${name}: ours`] = round((now.ours - before.ours) / per)
  figures[`${name}: database`] = round((now.database - before.database) / per)
}

/** Of the server of the data folder, its children, and those of them that have ended. */
function databaseProcessor(): number {
  const file = join(home, 'pg', 'postmaster.pid')
  if (!existsSync(file) || process.platform !== 'linux') return 0
  const server = readFileSync(file, 'utf8').split('\n')[0]!, children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ')
  const ticks = (pid: string, fields: readonly number[]) => { const stat = readFileSync(`/proc/${pid}/stat`, 'latin1'), at = stat.slice(stat.lastIndexOf(')') + 2).split(' '); return fields.reduce((sum, field) => sum + Number(at[field]), 0) }
  return 10_000 * (ticks(server, [11, 12, 13, 14]) + children.reduce((sum, pid) => sum + ticks(pid, [11, 12]), 0))
}

async function ask(): Promise<void> {
  const random = seeded(7), pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const list = await store.records({ kind: 'commitment', limit: 200 })
  const fresh = [...generateReadings({ ...scale, seed: 1, documents: 40 })].map((r) => r.claims)
  const first = await store.register.page(everything, 1, 0), provider = (first[0]!.fields['provider'] as readonly { label: string }[])[0]!.label
  const times: Record<string, () => Promise<number>> = {
    'a record': () => median(30, () => store.recordOf(pick(list).id)),
    'a list of records': () => median(10, (i) => store.records({ kind: 'commitment', limit: 50, offset: i * 50 })),
    'a list of records as of a day': () => median(5, (i) => store.records({ kind: 'commitment', limit: 50, offset: i * 50, asOf: '2100-01-01' })),
    'the register, by provider': () => median(10, (i) => store.register.page({ ...everything, provider }, 100, i * 100)),
    'the register counted anew': () => median(3, () => store.register.count()),
    'a list of documents': () => median(10, () => store.documents({ limit: 50 })),
    search: () => median(10, (i) => store.search(['ferry plan', 'Minister delbran', 'lorry', 'kitchen million'][i % 4]!)),
    'candidates of a document': () => median(20, (i) => store.candidates(fresh[i]!)),
    'reconciling a document': () => median(20, async (i) => reconcile(fresh[i]!.map((claim) => ({ claim, published: null })), await store.candidates(fresh[i]!))),
    'recording a document': () => median(10, (i) => store.record([...generateReadings({ ...scale, seed: 1000 + i, documents: 1 })])),
    counts: () => median(5, () => store.counts()),
  }
  for (const by of [['provider', 'year'], ['provider', 'recipient'], ['aid', 'month'], ['stage', 'provider']] as const) times[`totals by ${by.join(' and ')}`] = () => median(5, async () => totalOf(await store.tally({ by, definition: promised.name, currency: 'EUR' }), { by, definition: promised, currency: 'EUR', convert: () => null }))
  for (const [name, time] of Object.entries(times)) figures[`${name}, ms`] = await time()
}

async function median(times: number, run: (i: number) => Promise<unknown>): Promise<number> {
  await run(0)
  const all: number[] = []
  for (let i = 0; i < times; i++) { const before = performance.now(); await run(i); all.push(performance.now() - before) }
  return round(all.sort((a, b) => a - b)[Math.floor(times / 2)]!)
}
