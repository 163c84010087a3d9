import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sha256 } from '../../src/core/hash.ts'
import { documentId } from '../../src/core/ids.ts'
import { entry } from '../../src/ledger/entry.ts'
import { project, stateHash } from '../../src/ledger/project.ts'
import { openStore } from '../../src/io/open-store.ts'
import type { Reading } from '../../src/io/store.ts'
import { readings, testServer } from './store-helpers.ts'

let server: Awaited<ReturnType<typeof testServer>>
before(async () => { server = await testServer() })
after(async () => { await server.stop() })

describe('record', () => {
  test('a document comes back with its claims, their record, and its bytes', async () => {
    const { store } = await server.fresh(), [reading] = readings(1) as [Reading]
    assert.deepEqual(await store.record([reading]), { added: [reading.document.id], known: [] })
    const back = await store.document(reading.document.id)
    assert.deepEqual(back?.document, reading.document)
    assert.deepEqual(back?.claims.map((c) => c.claim), reading.claims)
    assert.deepEqual(back?.claims.map((c) => c.record), reading.entries.map((e) => e.record))
    assert.deepEqual(Buffer.from(await store.bytes(reading.document.id) ?? []), Buffer.from(reading.bytes))
    assert.equal(back?.row.claims, reading.claims.length)
  })
  test('the same bytes twice add nothing', async () => {
    const { store } = await server.fresh(), list = readings(3)
    await store.record(list)
    const before = [await store.counts(), await store.head()]
    assert.deepEqual(await store.record([...list, ...list]), { added: [], known: list.map((r) => r.document.id) })
    assert.deepEqual([await store.counts(), await store.head()], before)
  })
  test('a document read again by a better extractor adds its new claims alone, and names who drew the old ones again', async () => {
    const { store, owner } = await server.fresh(), [whole] = readings(1) as [Reading]
    await store.record([{ ...whole, claims: whole.claims.slice(0, 4), entries: whole.entries.slice(0, 4) }])
    await store.record([{ ...whole, claims: whole.claims.map((c) => ({ ...c, method: 'generated 2' })) }])
    const { claims, entries, documents } = await store.counts()
    assert.deepEqual([documents, claims, entries], [1, 6, 6])
    assert.equal((await owner.query('select * from claim_runs where method = $1', ['generated 2'])).rowCount, 4)
    assert.equal((await store.verify()).firstBad, null)
  })
  test('all or nothing: an entry that cannot be stored takes the whole batch with it', async () => {
    const { store } = await server.fresh(), [good, bad] = readings(2) as [Reading, Reading]
    const broken = { ...bad, entries: [{ ...bad.entries[0]!, kind: null as never }] }
    await assert.rejects(store.record([good, broken]))
    assert.deepEqual(await store.counts(), { documents: 0, claims: 0, records: 0, entries: 0, quarantined: 0 })
    assert.deepEqual((await store.record([good])).added, [good.document.id])
  })
  test('NUL, halves of pairs, tabs and backslashes go in and come back', async () => {
    const { store } = await server.fresh(), [plain] = readings(1) as [Reading]
    const text = `tab\t back\\slash \\N \u0000 \ud83d half\r\n${plain.document.text}`, hash = sha256(text)
    const document = { ...plain.document, id: documentId(hash), hash, text, title: 'a\u0000b\ud83d', label: '\\.' }
    await store.record([{ document, bytes: new TextEncoder().encode('x'), claims: [], entries: [], issues: [] }].map((r) => ({ ...r, document: { ...document, hash: sha256('x'), id: documentId(sha256('x')) } })))
    const [row] = await store.documents()
    assert.deepEqual([row?.title, row?.label], ['a\ufffdb\ufffd', '\\.'])
    assert.equal((await store.document(row!.id))?.document.text, text)
    assert.equal((await store.verify()).firstBad, null)
  })
  test('a text of a million different words is stored; the first ones are found', async () => {
    const { store } = await server.fresh()
    const text = Array.from({ length: 400_000 }, (_, i) => `w${i.toString(36)}`).join(' '), hash = sha256(text)
    const [plain] = readings(1) as [Reading]
    await store.record([{ document: { ...plain.document, id: documentId(hash), hash, text }, bytes: new TextEncoder().encode(text), claims: [], entries: [], issues: [] }])
    assert.equal((await store.search('w5a')).length, 1)
  })
  test('two processes writing at once make one chain', async () => {
    const { store, home, url } = await server.fresh(), list = readings(24)
    const other = await openStore({ home, databaseUrl: url })
    await Promise.all(list.map((r, i) => (i % 2 ? store : other).record([r])).concat(list.map((r, i) => (i % 2 ? other : store).record([r]))))
    await other.close()
    assert.equal((await store.counts()).documents, 24)
    assert.equal((await store.verify()).firstBad, null)
  })
})

describe('records', () => {
  test('what is stored is what the entries amount to', async () => {
    const { store, owner } = await server.fresh(), list = readings(30)
    for (let i = 0; i < 30; i += 7) await store.record(list.slice(i, i + 7))
    const all = (await Promise.all((['commitment', 'meeting', 'statement', 'ask'] as const).map((kind) => store.records({ kind, limit: 1000 })))).flat()
    const entries = list.flatMap((r) => r.entries).map((e, i) => ({ ...e, sequence: i, batch: 1, recorded: '', hash: '' }))
    assert.equal(stateHash(all), stateHash(project(entries).records))
    assert.equal((await store.counts()).records, all.length)
    assert.equal((await owner.query('select count(*)::int as n from records')).rows[0].n, all.length)
  })
  test('a merged record redirects, the past still shows two, a withdrawal parts them', async () => {
    let minute = 0
    const { store } = await server.fresh(() => new Date(Date.UTC(2031, 0, 1, 0, minute++)).toISOString()), [reading] = readings(1) as [Reading]
    await store.record([reading])
    const [a, b] = [...new Set(reading.entries.filter((e) => e.kind === 'commitment').map((e) => e.record))] as [never, never]
    const before = '2031-01-01T00:00:30Z'
    const judgement = { record: b, kind: 'commitment', event: 'same-as', date: null, claims: [], other: a, fields: {}, by: { person: 'reviewer' }, why: 'one gift' } as const, same = entry(judgement)
    await store.append([same])
    assert.deepEqual((await store.recordOf(b))?.record.id, a)
    assert.deepEqual((await store.recordOf(a))?.record.formerly, [b])
    assert.equal((await store.recordOf(b, before))?.record.id, b)
    const count = async (asOf: string | null) => (await store.records({ kind: 'commitment', asOf })).length
    assert.equal(await count(before), await count(null) + 1)
    const claim = reading.entries.find((e) => e.record === b)!.claims[0]!
    assert.equal((await store.claim(claim))?.record, a)
    await store.append([entry({ ...judgement, event: 'withdrawn', other: same.id, why: 'two gifts after all' })])
    assert.equal((await store.recordOf(b))?.record.id, b)
    assert.equal(await count(null), await count(before))
    assert.equal((await store.verify()).firstBad, null)
  })
  test('asOf: nothing before the first day, all of it at the end of the day', async () => {
    const { store } = await server.fresh(() => '2031-05-14T12:00:00.000Z'), list = readings(2)
    await store.record(list)
    assert.equal((await store.documents({ asOf: '2031-05-13' })).length, 0)
    assert.equal((await store.documents({ asOf: '2031-05-14' })).length, 2)
    assert.equal(await store.recordOf(list[0]!.entries[0]!.record, '2031-05-13'), undefined)
    await assert.rejects(store.documents({ asOf: 'soon' }), /not a moment to look back to: soon/)
  })
  test('documents come newest first, page by page', async () => {
    const { store } = await server.fresh(), list = readings(5)
    for (const r of list) await store.record([r])
    const first = await store.documents({ limit: 3 }), second = await store.documents({ limit: 3, before: first[2]!.id })
    assert.deepEqual([...first, ...second].map((d) => d.id), list.map((r) => r.document.id).reverse())
  })
})

describe('look-up', () => {
  test('candidates: claims of other documents on the same thing, with their record', async () => {
    const { store } = await server.fresh(), list = readings(40)
    await store.record(list.slice(1))
    const found = await store.candidates(list[0]!.claims)
    const byRecord = new Set(found.map((f) => f.record))
    const told = list[0]!.entries.map((e) => e.record).filter((r) => list.slice(1).some((x) => x.entries.some((e) => e.record === r)))
    assert.ok(told.length > 0)
    for (const record of told) assert.ok(byRecord.has(record), `${record} is not among the candidates`)
    assert.ok(found.length < 240, `${found.length} candidates of ${39 * 6}`)
  })
  test('search finds documents and claims, by the beginning of a word and without accents', async () => {
    const { store } = await server.fresh(), list = readings(10)
    await store.record(list)
    const hits = await store.search('ferr')
    assert.ok(hits.some((h) => h.claim !== null) && hits.some((h) => h.claim === null))
    for (const h of hits) {
      const { document } = (await store.document(h.document.id))!
      assert.equal(document.text.slice(h.start, h.end), h.snippet)
      assert.match(h.snippet.toLowerCase(), /ferr/)
    }
    assert.deepEqual(await store.search('  … '), [])
    assert.deepEqual(await store.search('zzz'), [])
    assert.equal((await store.search("o'neil & !x:* | \\")).length, 0)
  })
  test('names that lead to nobody are listed with their documents', async () => {
    const { store } = await server.fresh(), [reading] = readings(1) as [Reading]
    const claim = reading.claims.find((c) => c.fields.kind === 'commitment')!
    const fields = { ...claim.fields, provider: (claim.fields as { provider: readonly object[] }).provider.map((p) => ({ ...p, to: null })) }
    await store.record([{ ...reading, claims: [{ ...claim, fields: fields as never }], entries: [] }])
    const [open] = await store.unresolved()
    assert.deepEqual([open?.count, open?.documents], [1, [reading.document.id]])
  })
  test('quarantine keeps bytes and reasons, once', async () => {
    const { store } = await server.fresh(), bytes = new TextEncoder().encode('nothing')
    for (let i = 0; i < 2; i++) await store.quarantine('a\u0000.bin', bytes, [{ code: 'no-text', level: 'error', message: 'No text.' }])
    const list = await store.quarantined()
    assert.deepEqual(list.map((q) => [q.hash, q.label, q.issues[0]?.code]), [[sha256('nothing'), 'a\ufffd.bin', 'no-text']])
    await store.saveRun('read a.bin', { read: 1, accepted: 0, warned: 0, quarantined: 1, refused: 0, known: 0, unchanged: 0 })
  })
})

test('a store that was opened and asked nothing leaves no connection behind', async () => {
  const { home, url, owner } = await server.fresh(), store = await openStore({ home, databaseUrl: url })
  const connected = async () => (await owner.query<{ n: number }>(`select count(*) as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'helenow'`)).rows[0]!.n
  const before = await connected()
  await store.close()
  for (let i = 0; i < 50 && (await connected()) >= before; i++) await new Promise((done) => setTimeout(done, 20))
  assert.ok((await connected()) < before, `${await connected()} of ${before}`)
})
