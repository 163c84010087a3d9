import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import commitment from '../../src/extraction/extractors/commitment.ts'
import lesson from '../../src/extraction/extractors/lesson.ts'
import meeting from '../../src/extraction/extractors/meeting.ts'
import planning from '../../src/extraction/extractors/planning.ts'
import project from '../../src/extraction/extractors/project.ts'
import { analysed, expectedOf, plain, type Plain } from './frame-cases.ts'

const cases = join(import.meta.dirname, '../cases'), extractors = [commitment, meeting, project, lesson, planning]
const kinds = new Set<unknown>(extractors.map((e) => e.kind))

/** Share of expected field values that the best claim of the same words has, over a whole document. */
function agreement(expected: readonly Plain[], drawn: readonly Plain[]): { share: number; missed: string[] } {
  let hit = 0, all = 0
  const missed: string[] = [], rest = [...drawn]
  for (const want of expected) {
    const words = (want['evidence'] as { exact: string }[])[0]!.exact
    const fields = Object.entries(want).filter(([k, v]) => k !== 'evidence' && k !== 'kind' && !empty(v))
    all += fields.length
    const scored = rest.filter((d) => d['kind'] === want['kind'] && (d['evidence'] as string[]).some((e) => e.includes(words.slice(0, 40)) || words.includes(e.slice(0, 40))))
      .map((d) => ({ d, n: fields.filter(([k, v]) => same(v, d[k])).length })).sort((a, b) => b.n - a.n)
    if (!scored[0]) { missed.push(words.slice(0, 60)); continue }
    rest.splice(rest.indexOf(scored[0].d), 1)
    hit += scored[0].n
    for (const [k, v] of fields) if (!same(v, scored[0].d[k])) missed.push(`${k}: wanted ${JSON.stringify(v)}, drew ${JSON.stringify(scored[0].d[k])} in “${words.slice(0, 50)}”`)
  }
  for (const extra of rest) { all += 2; missed.push(`surplus ${String(extra['kind'])}: ${(extra['evidence'] as string[])[0]!.slice(0, 60)}`) }
  return { share: all === 0 ? 1 : hit / all, missed }
}

const empty = (v: unknown) => v === null || v === false || (Array.isArray(v) && v.length === 0)
const same = (a: unknown, b: unknown): boolean => Array.isArray(a) && Array.isArray(b) && typeof a[0] === 'string' ? JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
  : typeof a === 'string' && typeof b === 'string' ? a.replace(/[.\s]+$/, '') === b.replace(/[.\s]+$/, '') : JSON.stringify(a) === JSON.stringify(b)

for (const name of readdirSync(cases).filter((n) => existsSync(join(cases, n, 'input.txt')))) {
  const expected = expectedOf(join(cases, name))
  if (expected.some((c) => !kinds.has(c['kind']))) continue
  test(`frames of ${name}`, async () => {
    const analysis = await analysed(readFileSync(join(cases, name, 'input.txt'), 'utf8'))
    const { share, missed } = agreement(expected, extractors.flatMap((e) => plain(e, analysis)))
    if (expected.length === 0) assert.deepEqual(missed, [])
    else assert.ok(share >= 0.75, `${name}: ${share.toFixed(2)}\n${missed.join('\n')}`)
  })
}

test('every claim rests on words of the text', async () => {
  for (const name of readdirSync(cases).filter((n) => existsSync(join(cases, n, 'input.txt')))) {
    const analysis = await analysed(readFileSync(join(cases, name, 'input.txt'), 'utf8'))
    for (const e of extractors) for (const d of e.extract(analysis)) for (const evidence of d.evidence) assert.equal(analysis.document.text.slice(evidence.start, evidence.end), evidence.exact)
  }
})

test('frames survive empty and odd text', async () => {
  for (const text of ['x', '"'.repeat(2000), '€'.repeat(500) + ' 5 bn aid', 'Germany '.repeat(1500), '12 tanks, '.repeat(400), 'will send '.repeat(600)]) {
    const analysis = await analysed(`---\nlanguage: en\n---\n\n${text}\n`)
    for (const e of extractors) e.extract(analysis)
  }
})
