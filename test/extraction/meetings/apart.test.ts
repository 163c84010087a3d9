import { test } from 'node:test'
import assert from 'node:assert/strict'
import meeting from '../../../src/extraction/extractors/meeting.ts'
import { paragraph, plain } from '../frame-cases.ts'

/** Each meeting of a text by its day, mode, place and parties. */
async function told(language: string, text: string): Promise<string[]> {
  return plain(meeting, await paragraph(text, language)).map((m) => [m['date'], m['mode'], m['place'], [...(m['parties'] as string[])].sort().join('+')].map((v) => v ?? '-').join(' '))
}
type Rows = readonly (readonly [language: string, text: string, meetings: readonly string[]])[]
const check = async (rows: Rows): Promise<void> => { for (const [language, text, meetings] of rows) assert.deepEqual(await told(language, text), meetings, text) }

test('two meetings of one sentence have each their own day, place and people', () => check([
  ['en', 'Danish minister Lars Holt met Estonian minister Kadri Rand in Tallinn on 4 March, and on 11 March he spoke by phone with Polish minister Piotr Wilk.', ['2025-03-04 in person Tallinn DK+EE', '2025-03-11 call - DK+PL']],
  ['fr', 'Le ministre danois Lars Holt a rencontré lundi à Tallinn la ministre estonienne Kadri Rand et recevra le 2 juin à Copenhague le ministre polonais Piotr Wilk.', ['2025-03-17 in person Tallinn DK+EE', '2025-06-02 in person Copenhague DK+PL']],
]))

test('a call in the evening is no part of the meeting told before, a topic or a companion is', () => check([
  ['en', 'Danish minister Lars Holt received Estonian minister Kadri Rand in Copenhagen on Monday. In the evening he telephoned Polish minister Piotr Wilk.', ['2025-03-17 in person Copenhagen DK+EE', '2025-03-17 call - DK+PL']],
  ['en', 'Danish minister Lars Holt met Estonian minister Kadri Rand in Tallinn on Monday. The two discussed ammunition. The meeting lasted two hours.', ['2025-03-17 in person Tallinn DK+EE']],
  ['en', 'Danish minister Lars Holt met Estonian minister Kadri Rand in Tallinn on Monday. He was accompanied by General Per Lund.', ['2025-03-17 in person Tallinn DK+EE']],
]))

test('two who do something on the margins of a meeting meet there', () => check([
  ['en', 'The Drone Coalition met in Riga on Tuesday. On the sidelines, Danish minister Lars Holt and his Estonian counterpart Kadri Rand signed a letter of intent.', ['2025-03-18 in person Riga -', '2025-03-18 in person Riga DK+EE'].map((m) => m.replace(' -', ' '))],
  ['fr', "La coalition des drones s'est réunie mardi à Riga. Dans les couloirs, le ministre danois Lars Holt a longuement parlé avec son homologue estonienne Kadri Rand.", ['2025-03-18 in person Riga ', '2025-03-18 in person Riga DK+EE']],
  ['pl', 'Koalicja dronów spotkała się we wtorek w Rydze. Na korytarzu duński minister Lars Holt rozmawiał z estońską minister Kadri Rand.', ['2025-03-18 in person Rydze ', '2025-03-18 in person Rydze DK+EE']],
  ['it', "A margine del vertice NATO dell'11 luglio a Vilnius il ministro danese Lars Holt ha incontrato la ministra estone Kadri Rand.", ['2025-07-11 in person Vilnius NATO', '2025-07-11 in person Vilnius DK+EE']],
  ['en', 'The brigade has waited on the sidelines of the war for a year, Danish minister Lars Holt and Estonian minister Kadri Rand wrote.', []],
  ['en', 'Danish minister Lars Holt told reporters on the sidelines of the summit that Estonian minister Kadri Rand was right.', []],
  ['de', 'Am Rande der Stadt liegt das Lager, das der dänische Minister Lars Holt und die estnische Ministerin Kadri Rand bezahlen.', []],
]))

test('a shop that repairs and a day when something opens are no meetings, a workshop with guests is', () => check([
  ['en', 'Danish firm Holt Marine will open a workshop near Lviv in June 2025.', []],
  ['en', 'The museum in Riga shuts its doors on Friday because of the floods.', []],
  ['en', 'Officers from Denmark and Estonia met for a workshop in Riga on 4 March.', ['2025-03-04 in person Riga DK+EE']],
]))

test('two who meet in the town of a summit are not its sitting', async () => {
  const claims = plain(meeting, await paragraph('NATO leaders gathered for their summit in Vilnius on Tuesday. Danish minister Lars Holt received Estonian minister Kadri Rand there on Tuesday evening.', 'en'))
  assert.equal(claims.find((c) => (c['people'] as string[]).length === 2)?.['forum'], null, JSON.stringify(claims))
})
