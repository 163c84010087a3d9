import assert from 'node:assert/strict'
import { test } from 'node:test'
import project from '../../src/extraction/extractors/project.ts'
import { paragraph, plain } from './frame-cases.ts'

type Row = readonly [language: string, text: string, form: string | null, stage?: string]
const rows: readonly Row[] = [
  ['en', 'The companies Ardenne Motors and Kozak Lines signed an agreement on a joint venture for drones.', 'joint venture', 'agreed'],
  ['en', 'The makers Ardenne Motors and Kozak Lines plan to produce engines under licence.', 'licence', 'proposed'],
  ['de', 'Die Firmen Nordstahl und Dnipro Motor unterzeichneten eine Absichtserklärung über den Bau von Drohnen.', 'memorandum', 'agreed'],
  ['fr', 'Les sociétés Aubrac et Zorya ont abandonné la production conjointe de drones.', 'co-production', 'ended'],
  ['it', 'Le aziende Metalvalle e Dnipro Agro hanno firmato un memorandum per la riparazione di blindati.', 'memorandum', 'agreed'],
  ['pl', 'Firmy Stalmet i Czornyj Motor podpisały list intencyjny w sprawie produkcji dronów.', 'memorandum', 'agreed'],
  ['uk', 'Компанії «Балтметал» і «Зірка» підписали меморандум про спільний випуск дронів.', 'memorandum', 'agreed'],
  ['en', 'The company Ardenne Motors sells cars in Spain.', null],
  ['en', 'Her driving licence was renewed in May.', null],
]

test('projects by form and stage, and what is none', async () => {
  for (const [language, text, form, stage] of rows) {
    const claims = plain(project, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => [c['form'], c['stage'], (c['parties'] as string[]).length]), form ? [[form, stage, 2]] : [], text)
  }
})
