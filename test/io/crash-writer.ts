// A process that works on a store until it is killed: reads, imports, reviews or loads, and prints each id once its write is acknowledged.
import { claimKinds } from '../../src/core/claim.ts'
import { openStore } from '../../src/io/open-store.ts'
import type { ReadingPool } from '../../src/io/reading-pool.ts'
import type { Reading, Store } from '../../src/io/store.ts'
import { entry } from '../../src/ledger/entry.ts'
import { record } from '../../src/pipeline.ts'
import { importDataset } from '../../src/pipeline/datasets.ts'
import type { Source } from '../../src/reading/format.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { generateReadings } from '../helpers/generated.ts'

const [home, task, from, claimsPerDocument] = process.argv.slice(2) as [string, 'reading' | 'importing' | 'reviewing' | 'loading', string, string]
const say = (line: string) => process.stdout.write(`${line}\n`)

/** What news does to a store: one document after the other finds its records. */
async function reading(store: Store): Promise<void> {
  let n = 0
  for (const one of generateReadings({ seed: 11, documents: 1e9, claimsPerDocument: Number(claimsPerDocument), claimsPerRecord: 3 })) {
    if (n++ < Number(from)) continue
    await record(store, arriving(one), undefined, 1)
    say(`document ${one.document.id}`)
  }
}

/** What an archive does to a store: forty documents at once, all of them or none, with the indexes taken away meanwhile. */
async function loading(store: Store): Promise<void> {
  let waiting: Reading[] = [], n = 0
  for (const one of generateReadings({ seed: 11, documents: 1e9, claimsPerDocument: Number(claimsPerDocument), claimsPerRecord: 3 })) {
    if (n++ < Number(from)) continue
    waiting.push(one)
    if (waiting.length < 40) continue
    await store.load([waiting.slice(0, 20), waiting.slice(20)], Infinity)
    for (const { document } of waiting) say(`document ${document.id}`)
    waiting = []
  }
}

async function* arriving({ document, bytes, claims }: Reading) {
  yield { label: document.label, bytes, claims, outcome: { state: 'accepted', value: document, issues: [] } } as const
}

/** Releases of one tracker: in each every amount is another one, one row is gone and one is new. */
async function importing(store: Store): Promise<void> {
  const pool = { read: async (bytes: Uint8Array, source: Source) => (await readBytes(bytes, source)).map(({ outcome }) => ({ outcome, drawn: [] })) } as unknown as ReadingPool
  for (let n = Number(from); ; n++) {
    const rows = Array.from({ length: 20 }, (_, i) => `AAM${n + i},Norway,2022-03-${String(1 + (i % 28)).padStart(2, '0')},Military,${1000 + 7 * n + i}`)
    const bytes = new TextEncoder().encode(['ID,countries,Announcement Date,Type of Aid General,Converted Value in EUR', ...rows].join('\n'))
    await importDataset(store, pool, { bytes, source: sourceOf(`release-${n}.csv`) }, 'kiel', {}, () => {})
    say(`release release-${n}`)
  }
}

/** What people decide: two records are one, that is withdrawn, a field is set. */
async function reviewing(store: Store): Promise<void> {
  const records = (await Promise.all(claimKinds.map((kind) => store.records({ kind, limit: 200 })))).flat()
  const decide = async (content: Omit<Parameters<typeof entry>[0], 'date' | 'by' | 'claims'>) => {
    const made = entry({ ...content, date: null, by: { person: 'reviewer' }, claims: [] })
    await store.append([made])
    say(`entry ${made.id}`)
    return made
  }
  for (let n = 0; ; n++) {
    const a = records[n % records.length]!, b = records.find((r) => r.kind === a.kind && r.id !== a.id) ?? a, why = `decision ${n} after ${from} documents`
    await decide({ record: a.id, kind: a.kind, event: 'decided', other: null, fields: { note: n }, why })
    if (a === b) continue
    const same = await decide({ record: a.id, kind: a.kind, event: 'same-as', other: b.id, fields: {}, why })
    await decide({ record: a.id, kind: a.kind, event: 'withdrawn', other: same.id, fields: {}, why })
  }
}

const store = await openStore({ home })
const tasks: Readonly<Record<typeof task, (store: Store) => Promise<void>>> = { reading, importing, reviewing, loading }
await tasks[task](store)
