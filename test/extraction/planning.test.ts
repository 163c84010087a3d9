import assert from 'node:assert/strict'
import { test } from 'node:test'
import planning from '../../src/extraction/extractors/planning.ts'
import { paragraph, plain } from './frame-cases.ts'

const rows: readonly (readonly [language: string, text: string, expected: readonly [topic: string, actor: string[], target: string | null, year: string | null] | null])[] = [
  ['en', 'Estonia will raise defence spending to 5% of GDP by 2027.', ['spending', ['EE'], '5% of GDP', '2027']],
  ['en', 'NATO will deploy a further brigade to Romania.', ['readiness', ['NATO'], 'deploy a further brigade to Romania', null]],
  ['de', 'Österreich will seine Verteidigungsausgaben bis 2032 auf 2 Prozent des Bruttoinlandsprodukts erhöhen.', ['spending', ['AT'], '2 Prozent des Bruttoinlandsprodukts', '2032']],
  ['fr', 'La Grèce portera ses dépenses militaires à 3 % du PIB en 2026.', ['spending', ['GR'], '3 % du PIB', '2026']],
  ['it', "L'Italia porterà le spese per la difesa al 2,5% del Pil entro il 2030.", ['spending', ['IT'], '2,5% del Pil', '2030']],
  ['uk', 'Данія збільшить видатки на оборону до 3,2 відсотка ВВП у 2026 році.', ['spending', ['DK'], '3,2 відсотка ВВП', '2026']],
  ['en', 'Prices rose by 5% in March.', null],
  ['en', 'The brigade band plays on Sunday.', null],
]

test('planning by topic, actor, target and year, and what is none', async () => {
  for (const [language, text, expected] of rows) {
    const claims = plain(planning, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => [c['topic'], c['actor'], c['target'], c['year']]), expected ? [expected] : [], text)
  }
})
