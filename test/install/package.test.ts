import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'

const root = resolve(import.meta.dirname, '../..')
let folder = ''
const run = (command: string, args: readonly string[], cwd = folder) => spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 300_000, env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' } })

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'helenow-install-'))
  const packed = run('npm', ['pack', '--pack-destination', folder], root)
  assert.equal(packed.status, 0, packed.stderr)
  const tarball = readdirSync(folder).find((f) => f.endsWith('.tgz'))!
  writeFileSync(join(folder, 'package.json'), '{ "name": "elsewhere", "private": true, "type": "module" }')
  const installed = run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`])
  assert.equal(installed.status, 0, installed.stderr)
})
after(() => rmSync(folder, { recursive: true, force: true }))

test('the packed program runs in an empty folder: help, and claims of a text', () => {
  const help = run('node_modules/.bin/helenow', ['--help'])
  assert.equal(help.status, 0, help.stderr)
  assert.match(help.stdout, /extract .*claims/)
  writeFileSync(join(folder, 'note.txt'), 'Ministers meet\n\nBERLIN, 13 January 2025 - Germany will send 18 tanks worth 50 million euros to Ukraine, the defence ministry said on Monday.\n')
  const extracted = run('node_modules/.bin/helenow', ['extract', 'note.txt', '--json'])
  assert.equal(extracted.status, 0, extracted.stderr)
  const { claims } = JSON.parse(extracted.stdout) as { claims: { kind: string }[] }
  assert.ok(claims.some((c) => c.kind === 'commitment'), extracted.stdout)
})

test('the packed library can be imported', () => {
  const { status, stdout, stderr } = run(process.execPath, ['-e', "import('helenow').then((h) => console.log(Object.keys(h).join(' ')))"])
  assert.equal(status, 0, stderr)
  assert.match(stdout, /readBytes/)
})

test('the package holds no TypeScript, tests or data of others', () => {
  const inside = readdirSync(join(folder, 'node_modules/helenow'), { recursive: true, encoding: 'utf8' }).filter((f) => !f.startsWith('node_modules'))
  assert.deepEqual(inside.filter((f) => (f.endsWith('.ts') && !f.endsWith('.d.ts')) || /^(test|bench|var|shared)\b/.test(f)), [])
})
