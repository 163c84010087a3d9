/**
 * One state through the real store, too: every other labelled text is recorded in twenty orders under three time zones and two
 * locales, each setting in a process of its own, each order in a database of its own and in batches of another size;
 * what the store then holds is hashed. `node bin/node bench/store-state-hash.ts [orders]`
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { claimKinds } from '../src/core/claim.ts'
import { openPool } from '../src/io/database.ts'
import { openStore } from '../src/io/open-store.ts'
import { joinServer, type Server } from '../src/io/postgres.ts'
import { stateHash } from '../src/ledger/project.ts'
import { record, type Incoming } from '../src/pipeline.ts'
import { makeTemplate, template } from '../test/io/store-helpers.ts'
import { labelledTexts, readDocuments } from './lib/labelled-pairs.ts'
import { shuffled } from './lib/shuffled.ts'

const zones = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'], locales = ['en_US.UTF-8', 'uk_UA.UTF-8']
const [home, setting, orders = 20] = process.argv[2] === '--one' ? [process.argv[3]!, process.argv[4]!, Number(process.argv[5])] : [undefined, undefined, Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 20)]

if (home !== undefined) console.log(JSON.stringify(await states(home, setting!)))
else {
  const folder = mkdtempSync(join(tmpdir(), 'hn-states-'))
  chmodSync(folder, 0o755)
  // One server for all processes, and one database whose schema the others are copied from.
  const server = await joinServer(folder, () => {}), admin = openPool(server.connection, { role: false, max: 1 })
  try {
    await makeTemplate(admin, folder, (name) => urlOf(server, name))
    const hashes = zones.flatMap((TZ, z) => locales.flatMap((locale, l) => run(folder, `${z}_${l}`, TZ, locale)))
    const figures = { runs: hashes.length, states: new Set(hashes).size }
    if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'store-state-hash', figures, floors: { runs: orders * zones.length * locales.length, 'max:states': 1 } }))
    else console.log(`store-state-hash: ${figures.runs} runs (${orders} orders, ${zones.length} time zones, ${locales.length} locales), ${figures.states} state${figures.states === 1 ? '' : 's'}`)
  } finally {
    await admin.end()
    await server.leave()
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(folder: string, name: string, TZ: string, locale: string): readonly string[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), '--one', folder, name, String(orders)], { encoding: 'utf8', env: { ...process.env, TZ, LANG: locale, LC_ALL: locale } })
  if (status !== 0) throw new Error(`${TZ} ${locale}: ${stderr}`)
  return JSON.parse(stdout) as string[]
}

async function states(folder: string, name: string): Promise<readonly string[]> {
  const documents = await readDocuments(labelledTexts().filter((_, i) => i % 2 === 0)), server = await joinServer(folder, () => {}), admin = openPool(server.connection, { role: false, max: 1 }), out: string[] = []
  for (let seed = 0; seed < orders; seed++) {
    const database = `states_${name}_${seed}`
    await admin.query(`create database ${database} template ${template}`)
    const store = await openStore({ home: folder, databaseUrl: urlOf(server, database) })
    await record(store, arriving(shuffled(documents, seed)), undefined, 1 + (seed % 16))
    out.push(stateHash((await Promise.all(claimKinds.map((kind) => store.records({ kind, limit: 100_000 })))).flat()))
    await store.close()
    await admin.query(`drop database ${database}`)
  }
  await admin.end()
  await server.leave()
  return out
}

function urlOf({ connection }: Server, database: string): string { return `postgres://${connection.user}@localhost/${database}?host=${encodeURIComponent(connection.host)}` }

async function* arriving(list: readonly Incoming[]): AsyncGenerator<Incoming> { yield* list }
