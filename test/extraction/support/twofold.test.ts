import assert from 'node:assert/strict'
import { test } from 'node:test'
import { supportIn } from '../../../src/extraction/support/told.ts'
import { paragraph } from '../frame-cases.ts'

const pairs: readonly (readonly [string, readonly string[]])[] = [
  ['Four of the 50 trucks ordered in 2024 were turned over to Ukraine on 11 February.', ['contracted 50 2024', 'delivered 4 2025-02-11']],
  ['The 40 trucks approved by the Norwegian parliament in December arrived in Odesa on 4 March.', ['approved 40 2024-12', 'delivered 40 2025-03-04']],
  ['Norway has spent 600 million kroner of the 4.5 billion kroner of military aid it promised Ukraine for this year.', ['delivered 600000000 -', 'announced 4500000000 -']],
  ['The 40 trucks promised in December arrived in Odesa on 4 March.', ['delivered 40 2025-03-04']],
  ['Norway has delivered the first of the three radars promised in December.', ['announced 3 2024-12', 'delivered 1 -']],
  ['Norway has handed over 20 trucks to Ukraine, out of 60 promised in December.', ['delivered 20 -', 'announced 60 2024-12']],
  ['Norway handed over one of its radars to Ukraine.', ['delivered 1 -']],
  // What was offered and taken back is one, as is a single thing.
  ['A battery of missiles offered in December has been held back by Norway.', ['suspended 1 -']],
]

test('what was promised at one time and came about at another is two', async () => {
  for (const [text, told] of pairs) assert.deepEqual(supportIn(await paragraph(`Norway helps Ukraine. ${text}`)).map(({ fields: f }) => `${f.stage} ${f.amount ? Number(f.amount.minor) / 100 : f.items[0]?.quantity ?? '-'} ${f.date?.edtf ?? '-'}`), told, text)
})
