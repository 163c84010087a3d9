import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { money } from '../../src/core/money.ts'
import { claimFromJson, claimToJson, fromJson, toJson } from '../../src/ledger/json.ts'
import { generateReadings } from '../helpers/generated.ts'

test('a claim comes back from its stored text as it was', () => {
  for (const reading of generateReadings({ seed: 4, documents: 5, claimsPerDocument: 20, claimsPerRecord: 5 })) {
    for (const claim of reading.claims) assert.deepEqual(claimFromJson(JSON.parse(JSON.stringify(claimToJson(claim)))), claim)
  }
})

test('money keeps every digit, at any depth', () => {
  const value = { list: [{ money: money('12345678901234567.89', 'EUR') }], range: { ...money(1, 'USD', 'up to'), upTo: 300n } }
  assert.equal((toJson(value) as { list: { money: { minor: string } }[] }).list[0]!.money.minor, '1234567890123456789')
  assert.deepEqual(fromJson(JSON.parse(JSON.stringify(toJson(value)))), value)
})

test('law: JSON is its own stored form, the given value is never changed', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    const before = JSON.stringify(value)
    assert.equal(JSON.stringify(toJson(value)), before)
    assert.equal(JSON.stringify(value), before)
  }))
})

test('text with NUL and halves of pairs survives as JSON', () => {
  const text = 'a\u0000b\ud83d'
  assert.equal(JSON.stringify(toJson({ text })), String.raw`{"text":"a\u0000b\ud83d"}`)
})
