import assert from 'node:assert/strict'
import { test } from 'node:test'
import meeting from '../../../src/extraction/extractors/meeting.ts'
import { paragraph, plain } from '../frame-cases.ts'

type Rows = readonly (readonly [language: string, text: string, meetings: readonly Record<string, unknown>[]])[]

async function check(rows: Rows): Promise<void> {
  for (const [language, text, meetings] of rows) {
    const claims = plain(meeting, await paragraph(text, language))
    assert.equal(claims.length, meetings.length, text + JSON.stringify(claims))
    for (const [i, expected] of meetings.entries()) for (const [field, value] of Object.entries(expected)) assert.deepEqual(Array.isArray(value) ? [...(claims[i]![field] as string[])].sort() : claims[i]![field], value, `${field} of: ${text} ${JSON.stringify(claims[i])}`)
  }
}

test('the next meeting of a forum has only those who are named for it', () => check([
  ['en', 'The Drone Coalition gathered in Riga on Tuesday; Norway and Denmark chaired it. The coalition will gather again in London in June.', [{}, { place: 'London', parties: [] }]],
  ['de', 'Die Minister von Norwegen und Dänemark trafen sich am Dienstag in Oslo. Die Drohnenkoalition soll am 3. Juni in Riga tagen.', [{ parties: ['DK', 'NO'] }, { forum: 'Drone Coalition', parties: [] }]],
  ['fr', 'Les ministres de la Norvège et du Danemark se sont réunis mardi à Oslo. La coalition pour le déminage se réunira le 3 juin à Vilnius.', [{ parties: ['DK', 'NO'] }, { forum: 'Demining Coalition', parties: [] }]],
  ['en', 'The European Council will return to the matter at its meeting on 26 and 27 June.', [{ forum: 'European Council', parties: ['European Union'] }]],
]))

test('a talk on the margins is where and when the meeting is', () => check([
  ['en', 'The Drone Coalition gathered in Riga on Tuesday. On the sidelines, Danish minister Lars Holt and Estonian minister Toomas Rand met to sign a letter under which a firm will build a plant in western Ukraine from next year.', [{ place: 'Riga' }, { date: '2025-03-18', place: 'Riga', country: 'LV' }]],
  ['it', 'La coalizione dei droni si è riunita martedì a Riga. A margine dei lavori il ministro danese Lars Holt ha incontrato la ministra estone Kadri Rand.', [{ place: 'Riga' }, { date: '2025-03-18', place: 'Riga', parties: ['DK', 'EE'] }]],
]))

test('ministers who speak in the report of a meeting of many were there', () => check([
  ['en', 'The Drone Coalition gathered in Riga on Tuesday. "We will pay for half of it," said Danish defence minister Lars Holt. Estonian analyst Toomas Rand said that this was not enough.', [{ people: ['Lars Holt'], parties: ['DK'] }]],
  ['de', 'Die Verteidigungsminister von Lettland, Estland und Finnland trafen sich am Dienstag in Riga. Der finnische Minister Aki Salo sagte, die Zeit dränge. Der dänische Minister Lars Holt sagte in Kopenhagen, das sei richtig.', [{ people: ['Aki Salo'], parties: ['EE', 'FI', 'LV'] }]],
]))
