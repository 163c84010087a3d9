import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readableFolders } from '../../src/io/worker-folders.ts'

test('a checkout whose packages are a link to those of another can read them, and nothing else of it', (t) => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'helenow-folders-')))
  t.after(() => rmSync(base, { recursive: true }))
  for (const folder of ['main/node_modules', 'main/var', 'clone/src/io', 'clone/var']) mkdirSync(join(base, folder), { recursive: true })
  writeFileSync(join(base, 'clone/package.json'), '{}')
  symlinkSync(join(base, 'main/node_modules'), join(base, 'clone/node_modules'))
  const folders = readableFolders([join(base, 'clone/src/io')]).filter((f) => f.startsWith(base)).map((f) => f.slice(base.length + 1))
  assert.deepEqual(folders, ['clone/src/', 'clone/package.json', 'clone/node_modules/', 'main/node_modules/', 'clone/src/io/'])
})
