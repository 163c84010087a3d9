import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { createReadingPool } from '../../src/io/reading-pool.ts'
import { loadReference } from '../../src/io/reference.ts'
import { definitionOf } from '../../src/ledger/definitions.ts'
import { totalOn } from '../../src/pipeline.ts'
import { importDataset } from '../../src/pipeline/datasets.ts'
import { sourceOf } from '../../src/reading/read.ts'
import { buildLexicon } from '../../src/resolution/lexicon.ts'
import { testServer } from '../io/store-helpers.ts'

const folder = resolve(import.meta.dirname, '../../../shared/data/kiel-r7'), name = 'Ukraine_Support_Tracker_R7_original.xlsx'

test('release 7 through the ledger: every donor and kind of aid to the cent, items left out by reason', { skip: existsSync(folder) ? false : 'there is no ../shared/data/kiel-r7' }, async () => {
  const server = await testServer(), pool = createReadingPool({ size: 1 }), { store } = await server.fresh()
  try {
    await importDataset(store, pool, { bytes: readFileSync(join(folder, name)), source: sourceOf(name) }, 'kiel', {}, () => {})
    const total = await totalOn(store, { by: ['provider', 'aid'], definition: definitionOf('promised')!, currency: 'EUR' }, null, 'kiel')
    const lexicon = buildLexicon(loadReference()), sums = new Map(total.rows.map((r) => [r.keys.join('|'), Number(r.micro) / 1e6]))
    const label = (donor: string) => { const [sense] = lexicon.senses(donor, 'en').length ? lexicon.senses(donor, 'en') : lexicon.senses(donor.replace(/ \(.*/, ''), 'en'); return sense?.type === 'state' ? sense.country : sense?.name ?? donor }
    const expected = readFileSync(join(folder, 'expected-by-donor-type.csv'), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','))
    const wrong = expected.filter(([donor, aid, , , eur]) => Math.abs((sums.get(`${label(donor!)}|${aid!.toLowerCase()}`) ?? 0) - Number(eur)) > 0.00501)
    assert.deepEqual(wrong, [])
    assert.deepEqual(total.leftOut.map((l) => [l.why, l.records.length]), [['part of a package that is counted', 690]])
    assert.equal((await store.verify()).firstBad, null)
  } finally { await pool.close(); await server.stop() }
})
