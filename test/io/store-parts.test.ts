import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { sha256 } from '../../src/core/hash.ts'
import { blobFolder } from '../../src/io/blobs.ts'
import { copyRows, storable, type Row } from '../../src/io/copy.ts'
import { lock, tryLock } from '../../src/io/lock.ts'
import { definitions } from '../../src/ledger/definitions.ts'
import { totalOf, totals, type Convert, type Total } from '../../src/ledger/totals.ts'
import { firstMatch, searchQuery, searchWords } from '../../src/io/words.ts'
import { readings, testServer } from './store-helpers.ts'

let folder: string
before(() => { folder = mkdtempSync(join(tmpdir(), 'hn-parts-')) })
after(() => rmSync(folder, { recursive: true }))

describe('lock', () => {
  test('shared by many, or held by one', () => {
    const path = join(folder, 'a.lock'), first = tryLock(path, 'shared'), second = tryLock(path, 'shared')
    assert.ok(first && second)
    assert.equal(tryLock(path, 'exclusive'), undefined)
    first.release()
    second.release()
    second.release()
    const alone = tryLock(path, 'exclusive')
    assert.ok(alone)
    assert.equal(tryLock(path, 'shared'), undefined)
    alone.release()
  })
  test('the kernel gives it back when its holder is killed', async () => {
    const path = join(folder, 'b.lock'), script = `import { tryLock } from ${JSON.stringify(join(import.meta.dirname, '../../src/io/lock.ts'))}; tryLock(process.argv[1], 'exclusive'); console.log('held'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((done) => child.stdout.once('data', done))
    assert.equal(tryLock(path, 'exclusive'), undefined)
    child.kill('SIGKILL')
    const held = await lock(path, 'exclusive', 5000)
    held.release()
  })
  test('who waits too long is told which file is held', async () => {
    const path = join(folder, 'c.lock'), held = tryLock(path, 'exclusive')
    await assert.rejects(lock(path, 'shared', 50), /has held .*c\.lock/)
    held?.release()
  })
})

describe('blobs', () => {
  test('are written once, whole, under their name', async () => {
    const blobs = blobFolder(join(folder, 'blobs')), bytes = new TextEncoder().encode('hello'), hash = sha256(bytes)
    await Promise.all([1, 2, 3].map(() => blobs.put([{ hash, bytes }])))
    assert.deepEqual(Buffer.from(await blobs.get(hash) ?? []), Buffer.from(bytes))
    assert.deepEqual(readdirSync(join(folder, 'blobs', hash.slice(0, 2))), [hash])
    assert.equal(await blobs.get(sha256('other')), undefined)
  })
  test('a name that is no hash never becomes a path', async () => {
    await assert.rejects(blobFolder(folder).get('../../etc/passwd'), /not a SHA-256/)
  })
})

describe('words', () => {
  test('texts and questions are cut the same way', () => {
    assert.deepEqual([...searchWords('Łódź said no; NO!')], [['łodz', 1], ['said', 2], ['no', [3, 4]]])
    assert.equal(searchQuery('Łódź no'), `'łodz':* & 'no'`)
    assert.equal(searchQuery('Київ'), `'киів':*`)
    assert.equal(searchQuery('?!'), undefined)
    assert.deepEqual([...searchWords("it's \\ 'quoted'").keys()], ['it', 's', 'quoted'])
  })
  test('the first match is found where it stands in the text', () => {
    const pairs: readonly [string, string, number][] = [['A ferry sails', 'ferr', 2], ['Zażółć gęślą', 'gesla', 7], ['nothing', 'ferry', -1], ['🚢 ferry', 'ferry', 3]]
    for (const [text, question, at] of pairs) assert.equal(firstMatch(text, question), at)
  })
  test('what a text column cannot hold becomes visible', () => {
    assert.equal(storable('a\u0000b\ud83dc😀'), 'a\ufffdb\ufffdc😀')
  })
})

test('copy: what goes into a table comes out of it', async () => {
  const server = await testServer(), { owner } = await server.fresh(), client = await owner.connect()
  await client.query('create temp table every (a text, b bigint, c int, d smallint, e numeric, f text[], g tsvector, h bigint[])')
  const wide = 'Ж'.repeat(90_000)
  const rows: readonly Row[] = [
    ['tab\t, line\n, \\, "quoted"', 2 ** 52 + 7, -70_000, -3, '-120000000', ['a,b', '{"c"}', ''], searchWords('no, NO, Київ', 'Title said'), [2 ** 52 + 7, -1]],
    [`łódź 🚢 ${'x'.repeat(300)}`, 0, 2 ** 31 - 1, 2 ** 15 - 1, '0', [], searchWords(''), []],
    [null, null, null, null, null, null, null, null],
    [wide, -1, -1, -1, '99990000123456789012345', ['ż'], searchWords(`${'word '.repeat(300)} ${'y'.repeat(90)} ${'y'.repeat(91)}`), null],
  ]
  await copyRows(client, 'every', ['a', 'b bigint', 'c int', 'd smallint', 'e numeric', 'f text[]', 'g tsvector', 'h bigint[]'], rows)
  const { rows: found } = await client.query('select a, b, c, d, e, f, g::text, h::text from every')
  const places = `1,${Array.from({ length: 49 }, (_, i) => i + 2).join()}`
  const words: readonly (string | null)[] = ["'no':3,4 'said':2A 'title':1A 'киів':5", '', null, `'word':${places} '${'y'.repeat(60)}':301,302`]
  assert.deepEqual(found, rows.map(([a, b, c, d, e, f, , h], i) => ({ a, b, c, d, e, f, g: words[i] ?? null, h: Array.isArray(h) ? `{${h.join()}}` : null })))
  await assert.rejects(copyRows(client, 'every', ['b bigint'], [['seven']]), /no bigint: "seven"/)
  client.release()
  await server.stop()
})

test('tally: the database sums as the records do, by any two dimensions and every definition', async () => {
  const server = await testServer(), { store } = await server.fresh()
  await store.record(readings(20))
  const records = await store.records({ kind: 'commitment', limit: 1000 })
  const convert: Convert = (m, day) => (day ? { value: (Number(m.minor) / 10 ** m.digits) * 0.5, rule: 'half' } : null)
  const plain = (t: Total) => ({ ...t, rows: t.rows.map((r) => ({ ...r, records: r.records.toSorted() })), leftOut: t.leftOut.map((l) => ({ ...l, records: l.records.toSorted() })) })
  for (const definition of definitions) for (const by of [['provider', 'year'], ['stage', 'aid'], ['recipient'], []] as const) for (const currency of ['EUR', 'USD']) {
    const options = { by, definition, currency, convert }
    assert.deepEqual(plain(totalOf(await store.tally({ by, definition: definition.name, currency }), options)), plain(totals(records, options)))
  }
  await server.stop()
})
