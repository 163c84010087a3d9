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

test('a forum with the day it sat, or that somebody chaired, is a meeting', () => check([
  ['en', 'The European Council of 6 March approved a loan to Ukraine.', [{ forum: 'European Council', date: '2025-03-06', place: null, parties: ['European Union'] }]],
  ['it', "Il Consiglio europeo del 6 marzo ha approvato un prestito all'Ucraina.", [{ forum: 'European Council', date: '2025-03-06', place: null }]],
  ['de', 'Mit viel Beifall ging am Dienstag in Riga die 12. Sitzung der Drohnenkoalition zu Ende.', [{ forum: 'Drone Coalition', date: '2025-03-18', place: 'Riga' }]],
  ['en', 'The Danish minister Lars Holt, who chaired the Drone Coalition in Riga on 4 March, will host the ministers of the Demining Coalition in Vilnius on 18 September.', [{ forum: 'Demining Coalition', place: 'Vilnius', state: 'planned', parties: ['DK'] }, { forum: 'Drone Coalition', place: 'Riga', state: 'held', parties: ['DK'] }]],
  ['en', 'The European Council has asked the Commission for a plan by 6 March.', []],
]))

test('the journey that the sentence before tells is where and when they talked', () => check([
  ['en', 'The Danish minister Lars Holt travelled to Lviv on 11 March. There he held talks with the Ukrainian minister Olena Hnatiuk.', [{ date: '2025-03-11', place: 'Lviv', country: 'UA' }]],
]))

test('who speaks at the meeting told before is one of those who met', () => check([
  ['en', 'The Drone Coalition gathered in Riga on Tuesday. NATO Secretary General Mark Rutte said during the meeting that France and Italy should join.', [{ forum: 'Drone Coalition', people: ['Mark Rutte'], parties: ['NATO'] }]],
]))

test('a summit of nobody named is that of the alliance whose leaders are named, or of the summit before', () => check([
  ['en', 'At their summit in The Hague in June 2024, NATO leaders agreed on a new target. The next step is the summit in Ankara on 7 and 8 July.', [{ forum: 'NATO Summit', parties: ['NATO'] }, { forum: 'NATO Summit', place: 'Ankara', parties: ['NATO'] }]],
  ['en', 'At a summit in Paris on Tuesday, the leaders of France and Spain spoke about energy. The ministers of NATO heard of it on the radio.', [{ forum: null }]],
]))

test('words that count tell who meets, and a talk apart has only whom it names', () => check([
  ['pl', 'Ministrowie obrony Łotwy, Estonii i Finlandii rozmawiali we wtorek w Rydze o pomocy dla Ukrainy. Trzy państwa spotkają się ponownie w czerwcu w Tallinie.', [{}, { place: 'Tallinie', parties: ['EE', 'FI', 'LV'] }]],
  ['en', 'The defence ministers of Latvia, Estonia and Finland met in Riga on Tuesday. In the margins, the ministers of Latvia and Estonia met separately.', [{}, { parties: ['EE', 'LV'], place: 'Riga' }]],
]))

test('a meeting called off and another one in a sentence keep their state', () => check([
  ['fr', 'L’entretien que le ministre danois Lars Holt devait avoir jeudi à Oslo avec la ministre estonienne Kadri Rand a été annulé ; les deux ministres se parleront en visioconférence le 25 mars.', [{ state: 'cancelled' }, { state: 'planned', mode: 'video', date: '2025-03-25' }]],
]))

test('somebody expected somewhere, or a delegation that comes on a day, is a meeting to come', () => check([
  ['de', 'Die dänische Ministerin Mette Holt wird im Mai in Kiew erwartet, wo sie mit dem ukrainischen Minister Oleh Hnatiuk sprechen will.', [{ state: 'planned', date: '2025-05', place: 'Kiew', parties: ['DK', 'UA'] }]],
  ['en', 'A Norwegian delegation will come to Riga in May.', [{ state: 'planned', date: '2025-05', place: 'Riga', parties: ['LV', 'NO'] }]],
]))

test('a last name in the genitive is one who meets, and a president presides over nothing by his name', () => check([
  ['de', 'Die dänische Ministerin Mette Holt lobte das Ergebnis. Ein Telefonat Holts mit dem estnischen Minister Toomas Rand ist für den 24. März geplant.', [{ mode: 'call', people: ['Mette Holt', 'Toomas Rand'], parties: ['DK', 'EE'] }]],
  ['fr', "Les deux présidents se sont félicités de l'ouverture, le 5 mars, d'une usine danoise à Riga.", []],
]))

test('who meets an aim meets nobody', () => check([
  ['en', 'Norway and Latvia will meet or exceed this commitment in 2026.', []],
  ['en', 'Norway and Latvia met or surpassed the guideline last year.', []],
  ['en', 'Norway and Latvia have clear plans to meet it by 2027.', []],
  ['en', 'The ministers of Norway and Latvia met on Tuesday to set the guideline.', [{ parties: ['LV', 'NO'] }]],
]))
