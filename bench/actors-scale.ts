/**
 * A register of a million actors in the store (`node bench/actors-scale.ts [ACTORS] [FOLDER]`): rows a second when it is
 * loaded, and the names a second that are looked up as `read` does it, in batches: names somebody bears, and names with a
 * letter changed, which only trigrams find. Names are made of two names of places and a word of firms by a seeded generator.
 */
import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReferenceId } from '../src/core/ids.ts'
import { openStore } from '../src/io/open-store.ts'
import { readTables, shippedData } from '../src/io/reference.ts'
import { readRows } from '../src/resolution/rows.ts'
import type { RegisteredActor } from '../src/resolution/wide.ts'

const json = process.argv.includes('--json'), words = process.argv.slice(2).filter((w) => !w.startsWith('--'))
const count = Number(words[0] ?? 20_000), folder = words[1] ?? mkdtempSync(join(tmpdir(), 'helenow-actors-'))
chmodSync(folder, 0o755)

const places = readTables([shippedData]).filter((t) => t.name === 'place-names').flatMap((t) => readRows(t, [])).map((r) => r.cells['name'] ?? '').filter((n) => /^\p{Lu}\p{L}{3,}$/u.test(n))
const kinds = ['Works', 'Systems', 'Dynamics', 'Defence', 'Industries', 'Marine', 'Aero', 'Institute', 'GmbH', 'Sp. z o.o.', 'S.p.A.', 'Oy']
let seed = 7
const next = (n: number) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor((seed / 2 ** 32) * n) }
const word = () => places[next(places.length)]!
const names: string[] = []
function* actors(): Generator<RegisteredActor> {
  for (let i = 0; i < count; i++) {
    const name = `${word()} ${word()} ${kinds[next(kinds.length)]}`
    if (i % Math.ceil(count / 2000) === 0) names.push(name)
    yield { id: `reg-${i}` as ReferenceId, type: 'company', name, country: ['FI', 'PL', 'DE', 'UA'][next(4)]!, names: [], source: 'general', grade: 'C3' }
  }
}
const store = await openStore({ home: folder, log: () => {} })
const timed = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => { const from = performance.now(); return [await work(), (performance.now() - from) / 1000] }
try {
  const [, loading] = await timed(() => store.actors.load(actors()))
  const batches = (list: readonly string[], size: number) => Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
  const lookUp = async (list: readonly string[]) => { let found = 0; for (const batch of batches(list, 50)) found += new Set((await store.actors.named(batch)).map((a) => a.name)).size; return found }
  const sought = [...new Set(names)]
  await lookUp(sought.slice(0, 50))
  const [found, exact] = await timed(() => lookUp(sought))
  const changed = sought.slice(0, 400).map((name, i) => { const at = 1 + (i % (name.length - 2)); return name[at] === ' ' ? name.slice(0, at + 1) + 'o' + name.slice(at + 1) : name.slice(0, at) + 'o' + name.slice(at + 1) })
  const [, near] = await timed(() => lookUp(changed))
  let proposed = 0
  for (const [i, name] of changed.entries()) if ((await store.actors.named([name])).some((a) => a.name === sought[i])) proposed++
  const figures = { actors: count, 'rows loaded a second': Math.round(count / loading), 'names found': found / sought.length, 'names a second': Math.round(sought.length / exact), 'changed names a second': Math.round(changed.length / near), 'changed names proposed': proposed / changed.length }
  console.log(json ? JSON.stringify({ name: 'actors-scale', figures, floors: { 'names found': 1, 'changed names proposed': 0.8 } }) : Object.entries(figures).map(([k, v]) => `${k}: ${v}`).join('\n'))
} finally {
  await store.close()
  if (words[1] === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
