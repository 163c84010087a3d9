import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, openSync, closeSync, ftruncateSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { run } from './run.ts'

let folder = ''
const good = 'Ministers meet\n\nBERLIN, 13 January 2025 - Germany will send 18 tanks to Ukraine, the ministry said on Monday.\n'
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'helenow-bad-'))
  writeFileSync(join(folder, 'good.txt'), good)
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'noise.txt'), randomBytes(4096))
  writeFileSync(join(folder, 'no-text.html'), '<!doctype html><html><head><title></title><script>go()</script></head><body><div id=app></div></body></html>')
  writeFileSync(join(folder, 'lying.html'), Buffer.concat([Buffer.from('<!doctype html><meta charset="utf-8"><title>Notiz</title><p>Das ist ein l'), Buffer.from([0xe4]), Buffer.from('ngerer Satz \xfcber die Verteidigungsminister, die sich am Montag in M', 'latin1'), Buffer.from([0xfc]), Buffer.from('nchen getroffen haben.</p>')]))
  const huge = openSync(join(folder, 'huge.txt'), 'w'); ftruncateSync(huge, 200 * 1024 * 1024); closeSync(huge)
  mkdirSync(join(folder, 'nothing'))
})
after(() => rmSync(folder, { recursive: true, force: true }))

const cases: readonly (readonly [file: string, says: RegExp])[] = [
  ['missing.txt', /missing\.txt: there is no such file/], ['nothing', /nothing is a folder with no files/], ['empty.txt', /empty\.txt is empty/],
  ['noise.txt', /noise\.txt/], ['huge.txt', /huge\.txt has 200 MB; the most that is read is 64 MB/], ['no-text.html', /no-text\.html/],
]
for (const [file, says] of cases) {
  test(`${file}: one clear line, exit 1, nothing on standard output`, async () => {
    const { code, out, err } = await run(['extract', file, '--json'], {}, folder)
    assert.equal(code, 1)
    assert.equal(out, '')
    assert.match(err, says)
    assert.equal(err.split('\n').length, 1, err)
  })
}

test('the rest of the batch goes on', async () => {
  const { code, out, err } = await run(['extract', 'missing.txt', 'empty.txt', 'good.txt', 'noise.txt', '--json'], {}, folder)
  assert.equal(code, 1)
  assert.equal(out.split('\n').length, 1)
  assert.equal((JSON.parse(out) as { document: { id: string } }).document.id, 'good')
  assert.equal(err.split('\n').length, 3, err)
})

test('bytes that are not the declared charset are read as what they are, with a warning', async () => {
  const { code, out, err } = await run(['text', 'lying.html'], {}, folder)
  assert.equal(code, 0, err)
  assert.match(out, /längerer Satz über .* München/)
  assert.match(err, /charset/)
})

test('wrong use says what to do next and ends with 2', async () => {
  for (const args of [[], ['nonsense'], ['extract'], ['extract', '--wrong', 'good.txt'], ['extract', '--published', 'monday', 'good.txt'], ['totals', '--by', 'colour']]) {
    const { code, err, out } = await run(args, { HELENOW_DATA: join(folder, 'var') }, folder)
    assert.equal(code, 2, args.join(' '))
    assert.ok(err.length + out.length > 20)
  }
})

test('a stream answers each line in order, failures included', async (t) => {
  const { spawnSync } = await import('node:child_process')
  const input = [JSON.stringify({ id: 'a', type: 'text/plain', published: '2025-01-13', text: good }), 'not json', JSON.stringify({ id: 'c' }), JSON.stringify({ id: 'd', base64: Buffer.from(good).toString('base64') })].join('\n')
  const { stdout, status } = spawnSync(process.execPath, ['bin/helenow', 'extract', '--stdin'], { input, encoding: 'utf8', cwd: join(import.meta.dirname, '../..') })
  const lines = stdout.trim().split('\n').map((l) => JSON.parse(l) as { id: string | null; failed?: string; claims?: unknown[] })
  t.diagnostic(`${lines.length} lines`)
  assert.deepEqual(lines.map((l) => [l.id, l.failed ?? 'done']), [['a', 'done'], [null, 'refused'], ['c', 'refused'], ['d', 'done']])
  assert.ok(lines[0]!.claims!.length > 0)
  assert.equal(status, 1)
})
