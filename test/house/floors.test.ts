import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { test } from 'node:test'

const src = resolve(import.meta.dirname, '../../src')
const floors = ['core', 'reading', 'extraction', 'resolution', 'ledger', 'planning', 'reporting', 'io', 'pipeline', 'cli', 'server', 'web']
// The faces are thin and look down in the other direction: cli → server → web.
const height: Record<string, number> = { ...Object.fromEntries(floors.map((name, i) => [name, i])), web: 9, server: 10, cli: 11 }
const plugins = ['reading/formats', 'extraction/extractors', 'extraction/languages', 'extraction/datasets', 'reporting/reports', 'reporting/exports', 'cli/commands', 'server/routes']
// Weights and words are data; one file loads them on first use, and nothing else is loaded.
const loadsModels = (i: Import) => i.from === 'extraction/data.ts' && i.to === 'package:node:module'
const effects = /^(node:(?!crypto$|zlib$)|pg|kysely|undici|hono|@hono)/

interface Import { readonly from: string; readonly to: string; readonly typeOnly: boolean }
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts')).map((f) => f.replaceAll('\\', '/'))
const imports = files.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/^\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm)]
    .map((m) => ({ from: file, to: m[3] ?? m[4] ?? '', typeOnly: m[2] !== undefined }))
    .map((i) => (i.to.startsWith('.') ? { ...i, to: relative(src, resolve(dirname(join(src, file)), i.to)).replaceAll('\\', '/') } : { ...i, to: 'package:' + i.to }))
}
const floorOf = (file: string) => file.split('/')[0]!.replace(/\.ts$/, '')
const inside = imports.filter((i) => !i.to.startsWith('package:'))

test('a file imports only from its own floor or a lower one', () => {
  const wrong = inside.filter((i) => floorOf(i.from) !== 'index' && (height[floorOf(i.to)] ?? 99) > (height[floorOf(i.from)] ?? -1))
  assert.deepEqual(wrong.map((i) => `${i.from} imports ${i.to}`), [])
})

test('every file stands on a floor of the design', () => {
  assert.deepEqual(files.filter((f) => floorOf(f) !== 'index' && height[floorOf(f)] === undefined), [])
})

test('floors 0 to 6 import nothing with effects', () => {
  const pure = (file: string) => (height[floorOf(file)] ?? 99) <= height['reporting']!
  const wrong = imports.filter((i) => pure(i.from) && i.to.startsWith('package:') && effects.test(i.to.slice(8)) && !loadsModels(i))
  assert.deepEqual(wrong.map((i) => `${i.from} imports ${i.to.slice(8)}`), [])
})

test('only core/hash.ts and reading hash or inflate', () => {
  const wrong = imports.filter((i) => (height[floorOf(i.from)] ?? 99) <= height['reporting']! && /^package:node:/.test(i.to))
    .filter((i) => !(i.from === 'core/hash.ts' && i.to === 'package:node:crypto') && !(floorOf(i.from) === 'reading' && i.to === 'package:node:zlib') && !loadsModels(i))
  assert.deepEqual(wrong.map((i) => `${i.from} imports ${i.to}`), [])
})

test('the clock and chance are not read below the io floor', () => {
  const wrong = files.filter((f) => (height[floorOf(f)] ?? 99) <= height['reporting']!)
    .filter((f) => /\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\.(env|cwd|hrtime|argv)|performance\.now\(|\bfetch\(/.test(readFileSync(join(src, f), 'utf8').replace(/^\s*(\*|\/\/|\/\*).*$/gm, '')))
  assert.deepEqual(wrong, [])
})

test('a plugin never imports a sibling', () => {
  const wrong = inside.filter((i) => plugins.some((p) => i.from.startsWith(p + '/') && !i.from.endsWith('/index.ts') && i.to.startsWith(p + '/')))
  assert.deepEqual(wrong.map((i) => `${i.from} imports ${i.to}`), [])
})

test('there is no import cycle', () => {
  const next = new Map<string, string[]>()
  for (const i of inside) if (!i.typeOnly) next.set(i.from, [...(next.get(i.from) ?? []), i.to])
  const done = new Set<string>(), path: string[] = [], cycles: string[] = []
  const walk = (file: string) => {
    if (path.includes(file)) { cycles.push([...path.slice(path.indexOf(file)), file].join(' → ')); return }
    if (done.has(file)) return
    path.push(file); for (const to of next.get(file) ?? []) walk(to); path.pop(); done.add(file)
  }
  files.forEach(walk)
  assert.deepEqual(cycles, [])
})
