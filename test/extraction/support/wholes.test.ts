import assert from 'node:assert/strict'
import { test } from 'node:test'
import commitment from '../../../src/extraction/extractors/commitment.ts'
import { paragraph, plain } from '../frame-cases.ts'

const rows: readonly (readonly [language: string, text: string, total: boolean])[] = [
  ['en', 'All told, Finland is giving Ukraine 230 million euros this year.', true],
  ['en', 'Finland has so far delivered 40 boats to Ukraine.', true],
  ['de', 'Finnland hat der Ukraine bislang sechs Radare geliefert.', true],
  ['fr', "La Finlande a livré au total 40 bateaux à l'Ukraine.", true],
  ['it', "La Finlandia ha consegnato finora 40 barche all'Ucraina.", true],
  ['pl', 'Finlandia przekazała dotychczas Ukrainie 40 łodzi.', true],
  ['uk', 'Усього Фінляндія передала Україні 40 човнів.', true],
  ['en', 'Finland has delivered another 40 boats to Ukraine.', false],
  ['en', 'In May Finland approved another 40 million euros for Ukraine.', false],
  ['en', 'Finland has so far delivered generators to Ukraine.', false],
  ['en', 'Finland has not sent Ukraine any of the 40 boats so far; it pledged 12 radars.', false],
]

test('what is told to be all of it is a whole', async () => {
  for (const [language, text, total] of rows) { const claims = plain(commitment, await paragraph(text, language)); assert.equal(claims.some((c) => c['total']), total, text + JSON.stringify(claims)) }
})
