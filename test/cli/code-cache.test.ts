import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'

const home = mkdtempSync(join(tmpdir(), 'helenow-cache-'))
after(() => rmSync(home, { recursive: true, force: true }))
/** The help, by a user with this folder for caches; what of compiled code was kept where. */
function keptIn(caches: string, further: Record<string, string> = {}): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/helenow'), '--help'], { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', HOME: home, XDG_CACHE_HOME: caches, ...further } })
  assert.deepEqual([status, stderr, stdout.startsWith('helenow — ')], [0, '', true])
  const folder = join(caches, 'helenow', 'code')
  return existsSync(folder) ? readdirSync(folder).length : 0
}
const posix = { skip: process.platform === 'win32' ? 'rights of another kind' : false }

test('compiled code is kept in the folder for caches', posix, () => {
  assert.equal(keptIn(join(home, 'caches')), 1)
})

test('nothing is kept where the folder for caches has no place, or where it is not wanted', posix, () => {
  assert.equal(keptIn(join(home, 'missing', 'caches')), 0)
  assert.equal(existsSync(join(home, 'missing')), false)
  assert.equal(keptIn(join(home, 'unwanted'), { NODE_DISABLE_COMPILE_CACHE: '1' }), 0)
})

test('code that others could have written is not run', posix, () => {
  const folder = join(home, 'open', 'helenow', 'code')
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o777)
  assert.equal(keptIn(join(home, 'open')), 0)
})
