import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { enableCompileCache, getCompileCacheDir } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { createReadingPool } from '../../src/io/reading-pool.ts'
import { sourceOf } from '../../src/reading/read.ts'
import { makeZip } from '../hostile/archives.ts'
import { makeRecord } from '../hostile/warcs.ts'
import { createPool, protections, type JobOutcome } from '../../src/io/workers.ts'

const MB = 1024 * 1024
process.env['HELENOW_TEST_SECRET'] = 'a secret of the parent'
const pool = createPool<{ trick: string; value?: unknown }, unknown>({
  module: new URL('./worker-tricks.ts', import.meta.url), size: 2,
  limits: { cpu: 500, wall: 4000, memory: 300 * MB, output: MB }, recycleAfter: 50,
})
after(() => pool.close())
const failed = (outcome: JobOutcome<unknown>) => (outcome.state === 'failed' ? [outcome.reason, outcome.tries] : outcome)

test('bytes and big integers go in and come out', async () => {
  const value = { bytes: new Uint8Array([1, 2]), minor: 12n, none: undefined }
  const outcome = await pool.run({ trick: 'echo', value })
  assert.equal(outcome.state, 'done')
  assert.deepEqual(outcome.state === 'done' && outcome.value, value)
})

const limits: readonly (readonly [trick: string, reason: string, tries: number])[] = [
  ['spin', 'cpu-limit', 1], ['sleep', 'wall-limit', 1], ['hoard', 'memory-limit', 1],
  ['babble', 'output-limit', 1], ['die', 'crashed', 3], ['abort', 'crashed', 3], ['throw', 'failed', 1],
]
for (const [trick, reason, tries] of limits)
  test(`a job that does "${trick}" fails by ${reason} after ${tries} tries`, async () => {
    assert.deepEqual(failed(await pool.run({ trick })), [reason, tries])
    assert.equal((await pool.run({ trick: 'echo', value: 1 })).state, 'done')
  })

test('a heap that grows without end is a memory limit, not a crash to try again', async () => {
  const small = createPool<{ trick: string }, unknown>({ module: new URL('./worker-tricks.ts', import.meta.url), size: 1, limits: { memory: 90 * MB } })
  assert.deepEqual(failed(await small.run({ trick: 'heap' })), ['memory-limit', 1])
  await small.close()
})

for (const trick of ['connect', 'fetch', 'http', 'requireNet', 'builtin', 'lookup', 'undici', 'read', 'list', 'store', 'write', 'spawn', 'worker', 'evaluate'])
  test(`a worker cannot do "${trick}"`, async () => {
    const outcome = await pool.run({ trick })
    assert.equal(outcome.state, 'failed')
    assert.match(outcome.state === 'failed' ? outcome.message : '', /closed in a reading process|ERR_ACCESS_DENIED|Access to this API has been restricted|Code generation from strings/)
  })

test('a worker sees no environment', async () => {
  const outcome = await pool.run({ trick: 'environment' })
  assert.deepEqual(outcome.state === 'done' && outcome.value, {})
})

test('a worker keeps its compiled code, and its jobs cannot write where it lies', async () => {
  const own = mkdtempSync(join(tmpdir(), 'helenow-code-'))
  after(() => rmSync(own, { recursive: true, force: true }))
  enableCompileCache(own)
  // Under `bin/node` code is kept already, and elsewhere.
  const mine = getCompileCacheDir()!, folder = dirname(mine)
  const keeping = createPool<{ trick: string; value?: unknown }, unknown>({ module: new URL('./worker-tricks.ts', import.meta.url), size: 1 })
  for (const place of [folder, mine]) {
    const outcome = await keeping.run({ trick: 'write', value: place })
    assert.match(outcome.state === 'failed' ? outcome.message : '', /ERR_ACCESS_DENIED|Access to this API has been restricted/)
  }
  await keeping.close()
  const neighbours = readdirSync(folder).filter((name) => name !== basename(mine))
  assert.ok(neighbours.some((name) => readdirSync(join(folder, name)).length > 0), neighbours.join(' '))
})

test('one bad job takes no good one with it', async () => {
  const jobs = ['echo', 'die', 'echo', 'spin', 'echo', 'echo', 'hoard', 'echo']
  const outcomes = await Promise.all(jobs.map((trick) => pool.run({ trick, value: 7 })))
  assert.deepEqual(outcomes.map((o) => o.state), jobs.map((j) => (j === 'echo' ? 'done' : 'failed')))
})

test('an answer of the wrong shape is not trusted', async () => {
  const strict = createPool<{ trick: string; value?: unknown }, string>({
    module: new URL('./worker-tricks.ts', import.meta.url), size: 1, recycleAfter: 1,
    check: (value) => { if (typeof value !== 'string') throw new Error('not a string'); return value },
  })
  assert.deepEqual(failed(await strict.run({ trick: 'echo', value: 5 })), ['bad-answer', 1])
  assert.equal((await strict.run({ trick: 'echo', value: 'yes' })).state, 'done')
  await strict.close()
  assert.deepEqual(failed(await strict.run({ trick: 'echo' })), ['closed', 0])
})

test('the protections that doctor names are in force', async () => {
  const named = await protections(pool as never)
  assert.deepEqual(named.filter((p) => !p.inForce && p.name !== 'processor time limit'), [])
})

test('documents are read in a worker, and a limit is an outcome', async () => {
  const reading = createReadingPool({ size: 1, limits: { output: 1000 } })
  const bomb = gzipSync(Buffer.alloc(4_000_000))
  const [refused] = await reading.read(bomb, sourceOf('bomb.gz'))
  assert.equal(refused!.outcome.state, 'refused')
  assert.equal(refused!.bytes, bomb)
  const [tooLarge] = await reading.read(new TextEncoder().encode('The ministers met in Warsaw. '.repeat(200)), sourceOf('long.txt'))
  assert.deepEqual([tooLarge!.outcome.state, tooLarge!.outcome.issues[0]!.code], ['quarantined', 'output-limit'])
  await reading.close()
})

test('an archive that breaks a limit is read member by member', async () => {
  // Many short paragraphs: their blocks make the document larger than its bytes are.
  const zip = makeZip([{ name: 'good.txt', data: 'The ministers met in Warsaw.' }, { name: 'long.txt', data: 'They met.\n\n'.repeat(600) }, { name: 'other.txt', data: 'They will meet again.' }])
  const reading = createReadingPool({ size: 1, limits: { output: 15_000 } })
  const results = await reading.read(zip, sourceOf('all.zip'))
  await reading.close()
  assert.deepEqual(results.map((r) => [r.label, r.outcome.state === 'quarantined' ? r.outcome.issues[0].code : 'read']), [['all.zip/good.txt', 'read'], ['all.zip/long.txt', 'output-limit'], ['all.zip/other.txt', 'read']])
})

test('a large web archive is read in parts, each page once, each gap in its place', async () => {
  const page = (n: number) => `<html><head><title>Page ${n}</title></head><body><p>Report ${n}: the harbour council met and agreed to build ${n} cranes by the end of the year.</p></body></html>`
  const filler = (n: number) => Buffer.from(Array.from({ length: 40_000 }, (_, i) => ((n * 31 + i * i * 7919) >> 3) & 255))
  const records = Array.from({ length: 60 }, (_, n) => makeRecord({ url: `https://a.example/${n}`, body: page(n) }))
  const padding = Array.from({ length: 60 }, (_, n) => makeRecord({ url: `https://a.example/m${n}`, body: filler(n), type: 'metadata' }))
  const file = Buffer.concat([...records.slice(0, 30), ...padding, Buffer.from('noise\r\n'), ...records.slice(30)])
  assert.ok(file.length > 2 * MB)
  const reading = createReadingPool({ size: 2 })
  const results = await reading.read(file, sourceOf('crawl.warc'))
  await reading.close()
  const pages = results.filter((r) => r.outcome.state === 'accepted' || r.outcome.state === 'warned')
  assert.deepEqual(pages.map((r) => r.label), Array.from({ length: 60 }, (_, n) => `https://a.example/${n}`))
  const [gap] = results.filter((r) => r.outcome.state === 'quarantined')
  assert.equal(gap!.outcome.issues[0]!.place, `${file.indexOf('noise')}+7`)
})
