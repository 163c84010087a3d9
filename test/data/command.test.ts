import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { run } from '../cli/run.ts'

test('data check, template and add', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'helenow-own-'))
  try {
    assert.match((await run(['data', 'check'])).out, /nothing wrong/)
    assert.equal((await run(['data', 'template', 'tenures'])).out, 'person,office,from,to,source,grade')
    const good = ['person=boris-pistorius', 'office=office-de-defence', 'from=2023-01-19', 'source=general', 'grade=C2']
    assert.equal((await run(['data', 'add', 'tenures', '--folder', folder, ...good])).code, 0)
    assert.equal((await run(['data', 'add', 'tenures', '--folder', folder, ...good, 'to=2030-01-01'])).code, 0)
    assert.equal(readFileSync(join(folder, 'tenures.csv'), 'utf8'), 'person,office,from,to,source,grade\nboris-pistorius,office-de-defence,2023-01-19,2030-01-01,general,C2\n')
    const bad = await run(['data', 'add', 'tenures', '--folder', folder, 'person=nobody', 'office=office-de-defence', 'source=general', 'grade=C2'])
    assert.deepEqual([bad.code, /"nobody" is in no table/.test(bad.err)], [1, true])
    for (const words of [['data'], ['data', 'add', 'tenures', ...good], ['data', 'add', 'nothing', '--folder', folder], ['data', 'add', 'tenures', '--folder', folder, 'person=x'], ['data', 'add', 'tenures', '--folder', folder, 'colour=red']]) assert.equal((await run(words)).code, 2, words.join(' '))
  } finally { rmSync(folder, { recursive: true }) }
})
