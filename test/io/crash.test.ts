import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crashRounds } from './crash.ts'
import { dataFolder } from './store-helpers.ts'

test('kill -9 at random moments of reading, importing, reviewing and loading, and of the server: no acknowledged write is lost, doubled or halved', { timeout: 240_000 }, async () => {
  const { home, remove } = dataFolder()
  try {
    const report = await crashRounds(home, 8, 5)
    assert.equal(report.rounds, 8)
    for (const [what, count] of Object.entries(report.acknowledged)) assert.ok(count > 0, `no ${what} was acknowledged`)
  } finally { remove() }
})
