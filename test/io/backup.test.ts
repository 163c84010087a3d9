// A backup makes the same record in an empty store, on the same chains; a file that was touched makes none.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { claimKinds } from '../../src/core/claim.ts'
import { readLines, writeLines } from '../../src/io/backup-file.ts'
import type { Store } from '../../src/io/store.ts'
import { entry } from '../../src/ledger/entry.ts'
import { stateHash } from '../../src/ledger/project.ts'
import { readings, testServer } from './store-helpers.ts'

const server = await testServer(), list = readings(24)
after(() => server.stop())

async function* from(lines: readonly string[]) { yield* lines }
const state = async (store: Store) => stateHash((await Promise.all(claimKinds.map((kind) => store.records({ kind, limit: 10_000 })))).flat())

let lines: string[], first: Awaited<ReturnType<typeof server.fresh>>
before(async () => {
  first = await server.fresh()
  const { store } = first, extra = { ...list[0]!, claims: [...list[0]!.claims, { ...list[1]!.claims[0]!, document: list[0]!.document.id, id: list[1]!.claims[0]!.id.replace(/.$/, 'q') as typeof list[1]['claims'][0]['id'], evidence: list[0]!.claims[0]!.evidence }] }
  for (let at = 0; at < list.length; at += 5) await store.record(list.slice(at, at + 5))
  await store.record([extra])
  const [a, b] = list.map((r) => r.entries[0]!) as [ReturnType<typeof entry>, ReturnType<typeof entry>]
  await store.append([entry({ record: a.record, kind: a.kind, event: 'same-as', date: null, claims: [], other: b.record, fields: {}, by: { person: 'reviewer' }, why: 'one event' })])
  await store.quarantine('tabs\tand "quotes"', new Uint8Array([0, 1, 255]), [{ code: 'x', level: 'error', message: 'not readable' }])
  await store.saveRun('read', { read: 1, accepted: 1, warned: 0, quarantined: 0, refused: 0, known: 0, unchanged: 0 })
  await store.pages.saveFetches([{ address: 'https://news.example/a', final: null, at: '2031-01-01T00:00:00Z', status: 200, etag: null, modified: null, contentType: null, hash: null, outcome: 'read', issue: null, retryAfter: null } as never])
  const { id: document, text } = list[0]!.document
  await store.figures.add({ document, dataset: 'gdp', release: '1' }, [{ dataset: 'gdp', release: '1', series: 'gdp', subject: 'NO', detail: null, period: '2031', value: '5', unit: 'USD', status: 'observed', document, evidence: { exact: text.slice(0, 6), start: 0, end: 6, cell: { table: 't', row: 0, column: 0 } } }])
  lines = await Array.fromAsync(store.backup())
})

test('the record, its chains, its bytes and what stands beside it come back', async () => {
  const { store, owner } = await server.fresh(), file = join(mkdtempSync(join(tmpdir(), 'hn-backup-')), 'record.jsonl.gz')
  await writeLines(file, from(lines))
  assert.deepEqual(await Array.fromAsync(readLines(file)), lines)
  const heads = await store.restore(readLines(file))
  assert.deepEqual(heads, await first.store.head())
  assert.deepEqual(await store.head(), heads)
  assert.equal(await state(store), await state(first.store))
  assert.deepEqual(await store.counts(), await first.store.counts())
  assert.deepEqual(await store.bytes(list[3]!.document.id), Buffer.from(list[3]!.bytes))
  for (const table of ['fetches', 'quarantine', 'runs', 'claim_runs', 'page_versions', 'document_stories', 'figures', 'figure_imports', 'batches', 'record_pairs']) {
    const [here, there] = await Promise.all([owner, first.owner].map(async (pool) => (await pool.query<{ line: string }>(`select to_jsonb(t)::text as line from helenow.${table} t`)).rows.map((r) => r.line).sort()))
    assert.deepEqual(here, there, table)
  }
  assert.deepEqual(await Array.fromAsync(store.backup()), lines)
  const next = readings(25)[24]!
  await store.record([next])
  await store.saveRun('read', { read: 1, accepted: 1, warned: 0, quarantined: 0, refused: 0, known: 0, unchanged: 0 })
})

test('a file that is there already is not written over', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'hn-backup-')), 'x.gz')
  writeFileSync(file, 'mine')
  await assert.rejects(writeLines(file, from(lines)), /there already/)
  assert.equal(readFileSync(file, 'utf8'), 'mine')
})

const at = (find: RegExp) => lines.findIndex((line, i) => i > 0 && find.test(line))
const touched: readonly (readonly [what: string, change: () => readonly string[], reason: RegExp])[] = [
  ['a changed word', () => lines.with(at(/"table":"claims"/), lines[at(/"table":"claims"/)]!.replace('generated', 'degenerate')), /was changed or ends early/],
  ['a row taken out', () => lines.toSpliced(at(/"table":"entries"/), 1), /was changed or ends early/],
  ['a changed figure', () => lines.with(at(/"beside":"figures"/), lines[at(/"beside":"figures"/)]!.replace('"value":"5"', '"value":"6"')), /of the figures/],
  ['figures left out', () => lines.filter((line) => !line.includes('"beside":"figure')), /of the figures/],
  ['cut off at half', () => lines.slice(0, Math.floor(lines.length / 2)), /was changed or ends early/],
  ['cut off in a line', () => [...lines.slice(0, 9), lines[9]!.slice(0, 20)], /no JSON/],
  ['another file', () => ['{"hello":1}'], /no backup of a record/],
  ['a table that is none', () => [...lines, '{"beside":"pg_authid","row":{}}'], /no table/],
]
for (const [what, change, reason] of touched) test(`not restored, and nothing left behind: ${what}`, async () => {
  const { store } = await server.fresh()
  await assert.rejects(store.restore(from(change())), reason)
  assert.deepEqual((await store.counts()).documents, 0)
})

test('bytes of a document that are others than its hash says are found', async () => {
  const { store } = await server.fresh(), i = at(/"table":"documents"/)
  await assert.rejects(store.restore(from(lines.with(i, lines[i]!.replace(/"bytes":"..../, '"bytes":"AAAA')))), /bytes/)
})

test('a store that holds something is left alone', async () => {
  const { store } = await server.fresh()
  await store.record([list[0]!])
  await assert.rejects(store.restore(from(lines)), /into an empty store/)
  assert.equal((await store.counts()).documents, 1)
})
