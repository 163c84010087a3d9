import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crashRounds } from './crash.ts'
import { dataFolder } from './store-helpers.ts'

test('kill -9 at random moments, of the reader and of the server: no acknowledged write is lost, doubled or halved', { timeout: 240_000 }, async () => {
  const { home, remove } = dataFolder()
  try {
    const report = await crashRounds(home, 5, 5)
    assert.equal(report.rounds, 5)
    assert.ok(report.acknowledged > 0)
  } finally { remove() }
})
