import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { weekday } from '../../../src/core/dates.ts'
import { feastDay } from '../../../src/extraction/dates/feasts.ts'

/** Rule, year, day: from the tables that churches and governments publish. */
const days: readonly (readonly [string, number, string])[] = [
  ['12-25', 2025, '2025-12-25'], ['easter', 2024, '2024-03-31'], ['easter-2', 2026, '2026-04-03'], ['easter+49', 2022, '2022-06-05'],
  ['pascha', 2024, '2024-05-05'], ['pascha', 2025, '2025-04-20'], ['pascha-7', 2026, '2026-04-05'], ['11.4.4', 2023, '2023-11-23'],
  ['11.4.4+1', 2010, '2010-11-26'], ['5.1.-1', 2025, '2025-05-26'], ['advent', 2025, '2025-11-30'], ['advent-11', 2025, '2025-11-19'],
]
for (const [rule, year, day] of days) test(`feast ${rule} of ${year}`, () => assert.equal(feastDay(rule, year), day))

test('Easter of either church is a Sunday of spring', () => {
  fc.assert(fc.property(fc.integer({ min: 1900, max: 2099 }), (year) => {
    const west = feastDay('easter', year), east = feastDay('pascha', year)
    assert.equal(weekday(west), 7); assert.equal(weekday(east), 7)
    assert.ok(west >= `${year}-03-22` && west <= `${year}-04-25` && east >= west && east <= `${year}-05-08`)
  }))
})
