import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { subjectWithin } from '../../../src/extraction/frames/subjects.ts'
import { paragraph } from '../frame-cases.ts'

const rows: readonly (readonly [language: string, text: string, from: string, wanted: string])[] = [
  ['en', 'A memorandum on towed bridges was signed on 3 March by Gable Works and Dniprosvit.', 'memorandum', 'memorandum on towed bridges'],
  ['en', 'Gable Works and Dniprosvit build field ovens together, and both make money.', 'build', 'build field ovens'],
  ['en', 'They set up a company that will fill mortar rounds near Odesa; talks took a year.', 'a company', 'a company that will fill mortar rounds near Odesa'],
  ['en', 'The firms agreed on the repair of 1,500 engines in Lviv.', 'the repair', 'the repair of 1,500 engines in Lviv'],
  ['en', 'The memorandum in March on towed bridges pleased both.', 'memorandum', 'memorandum in March on towed bridges pleased both'],
  ['de', 'Die Firmen gründen ein Werk für Zünder, an dem beide gleich beteiligt sind.', 'ein Werk', 'ein Werk für Zünder'],
  ['fr', 'Un atelier de révision des moteurs a été ouvert lundi.', 'atelier', 'atelier de révision des moteurs'],
  ['it', 'Le aziende apriranno un laboratorio comune a Trieste per i sensori.', 'un laboratorio', 'un laboratorio comune a Trieste per i sensori'],
  ['pl', 'Umowa o remoncie silników została podpisana w marcu.', 'remoncie', 'remoncie silników'],
  ['uk', 'Меморандум про ремонт двигунів було підписано в березні.', 'Меморандум', 'Меморандум про ремонт двигунів'],
]

test('the words on a project end before the next clause, the verb, the partner and the day', async () => {
  for (const [language, text, from, wanted] of rows) {
    const analysis = await paragraph(text, language), reading = readingsOf(analysis).find((r) => r.text.includes(from))!, start = reading.start + reading.text.indexOf(from)
    const span = subjectWithin(analysis, reading, { start, end: reading.end })
    assert.equal(analysis.document.text.slice(span.start, span.end).replace(/\.$/, ''), wanted, text)
  }
})
