import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentId } from '../../src/core/ids.ts'
import { sha256 } from '../../src/core/hash.ts'
import { corroboration, type Report } from '../../src/ledger/corroboration.ts'

const id = (name: string) => documentId(sha256(name))
/** name:story:publisher:agency:day, each but the first may be left out. */
const report = (text: string): Report => { const [name = '', story, publisher, agency, published] = text.split(':'); return { id: id(name), story: id(story || name), publisher: publisher || null, agency: agency || null, published: published || null } }
const cases: readonly (readonly [what: string, reports: readonly string[], origins: readonly (string | null)[]])[] = [
  ['one report', ['a::Quay Radio'], ['Quay Radio']],
  ['three copies of an agency text', ['a:a:Norden Post:Tideline', 'b:a:Quay Radio', 'c:a:Coast Daily:Tideline'], ['Tideline']],
  ['two texts of one agency in two outlets', ['a:a:Norden Post:Tideline', 'b:b:Quay Radio:Tideline'], ['Tideline']],
  ['two texts of their own', ['a::Norden Post', 'b::Quay Radio'], ['Norden Post', 'Quay Radio']],
  ['two texts of one outlet', ['a::Norden Post', 'b::Norden Post'], ['Norden Post']],
  ['a copy without an agency is of its earliest publisher', ['a:a:Late::2025-01-14', 'b:a:Early::2025-01-13'], ['Early']],
  ['an outlet that prints one agency and writes a text of its own', ['a:a:Norden Post:Tideline', 'b:b:Norden Post'], ['Norden Post', 'Tideline']],
  ['texts without a publisher', ['a', 'b', 'c:b'], [null, null]],
  ['the same document twice', ['a::Norden Post', 'a::Norden Post'], ['Norden Post']],
  ['none', [], []],
]
for (const [what, reports, origins] of cases) test(`${what}: ${origins.length}`, () => {
  const found = corroboration(reports.map(report))
  assert.deepEqual(found.origins.map((o) => o.name).sort(), [...origins].sort())
  assert.equal(found.reports, new Set(reports.map((r) => r.split(':')[0])).size)
  assert.deepEqual(corroboration([...reports].reverse().map(report)), found, 'in any order')
})
