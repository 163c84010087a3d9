import assert from 'node:assert/strict'
import { test } from 'node:test'
import { supportIn } from '../../../src/extraction/support/told.ts'
import { paragraph } from '../frame-cases.ts'

/** Stage, day and period of what a text of 20 March 2025 tells. */
const times = async (text: string, language = 'en'): Promise<string[]> =>
  supportIn(await paragraph(text, language)).map(({ fields: f }) => `${f.stage} ${f.date?.edtf ?? '-'} ${f.period?.edtf ?? '-'}`)

test('times hold whatever was learned', async () => {
  const cases: readonly (readonly [language: string, text: string, wanted: readonly string[]])[] = [
    // An open period stays in its sentence, unless the next one goes on in the same time.
    ['en', 'Since February 2022 Norway has given Ukraine 3 billion euros. In the same period it has delivered 400 trucks to Ukraine.', ['delivered - 2022-02/..', 'delivered - 2022-02/..']],
    // So far this year is open; a year gone by is when a delivery came.
    ['de', 'Norwegen hat der Ukraine in diesem Jahr bislang 400 Lastwagen geliefert.', ['delivered - 2025-01/..']],
    ['en', 'Norway delivered 400 trucks to Ukraine in 2023.', ['delivered 2023 -']],
  ]
  for (const [language, text, wanted] of cases) assert.deepEqual(await times(text, language), wanted, text)
})

test('a deadline is no day, and what has one ahead is still to come', async () => {
  assert.deepEqual((await times('Die Bundeswehr übergibt der Ukraine bis Ende Mai 60 geschützte Fahrzeuge.', 'de')).map((t) => t.split(' ').slice(0, 2).join(' ')), ['announced 2025-03-20'])
})

test('the day of a meeting told next is not that of a commitment', async () => {
  const [first] = await times('Norway will give Ukraine 400 trucks, the minister said. The two ministers met in Bergen on Tuesday.')
  assert.ok(!first!.includes('2025-03-18'), first)
})

test('money promised for some years covers them from its promise on', async () => {
  const cases: readonly (readonly [language: string, text: string, wanted: string])[] = [
    ['en', 'Norway will contribute 340 million euros to Ukraine over the next two years.', '2025-03/2027-03'],
    ['en', 'Spain pledged 90 million euros for Ukraine until 2029.', '2025/2029'],
    ['de', 'Norwegen gibt der Ukraine 30 Millionen Euro über drei Jahre.', '2025-03/2028-03'],
    ['fr', 'La Suède versera 40 millions d’euros à l’Ukraine au cours des deux prochaines années.', '2025-03/2027-03'],
    ['it', 'La Svezia darà all’Ucraina 40 milioni di euro nei prossimi due anni.', '2025-03/2027-03'],
    ['pl', 'Dania przekaże Ukrainie 40 mln euro na dwa lata.', '2025-03/2027-03'],
    ['uk', 'Норвегія дасть Україні 30 млн євро упродовж наступних трьох років.', '2025-03/2028-03'],
    // What goods take to come, and what went by, covers nothing.
    ['en', 'Sweden will send 40 tanks to Ukraine in two years.', '-'],
    ['en', 'Over three years Latvia gave Ukraine 40 million euros.', '-'],
  ]
  for (const [language, text, wanted] of cases) assert.equal((await times(text, language))[0]?.split(' ')[2], wanted, text)
})
