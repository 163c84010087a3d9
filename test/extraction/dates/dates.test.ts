import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edtf } from '../../../src/core/dates.ts'
import { findDates } from '../../../src/extraction/dates/dates.ts'
import type { Language } from '../../../src/extraction/language.ts'
import { de, en, fr, it, pl, uk } from '../../../src/extraction/languages/index.ts'

const dates = (text: string, language: Language, anchor: string | null) =>
  findDates(text, { start: 0, end: text.length }, language, anchor === null ? null : edtf(anchor)).map((d) => `${d.value.edtf} ${d.value.basis}`)

/** Language, day of publication, text, dates. */
const pairs: readonly (readonly [Language, string | null, string, readonly string[]])[] = [
  [en, '2025-01-13', 'They met last week.', ['2025-01-06/2025-01-12 inferred']],
  [en, '2025-01-13', 'They met in Berlin last November.', ['2024-11 inferred']],
  [en, '2025-01-13', 'said on Thursday', ['2025-01-09 inferred']],
  [en, '2025-01-13', 'they will meet on Thursday', ['2025-01-16 inferred']],
  [en, '2025-01-13', 'by the end of 2025', ['2025 said']],
  [en, '2025-01-13', 'until 2029', ['../2029 said']],
  [en, '2025-01-13', 'since February 2022', ['2022-02/.. said']],
  [en, '2025-01-13', 'in the first half of 2025', ['2025-01/2025-06 said']],
  [en, '2025-01-13', 'over 2025–2027', ['2025/2027 said']],
  [en, '2025-06-05', 'met on 4 and 5 June 2025', ['2025-06-04/2025-06-05 said']],
  [en, '2025-01-13', 'the meeting was held yesterday', ['2025-01-12 inferred']],
  [en, '2025-11-20', 'meet again on Feb. 3.', ['2026-02-03 inferred']],
  [en, null, 'last week and on 3 May 2024', ['2024-05-03 said']],
  [en, '2025-01-13', 'They may march on with 2000 soldiers and F-16s, 155mm shells and M1A1 tanks.', []],
  [de, '2025-11-14', 'am kommenden Dienstag', ['2025-11-18 inferred']],
  [de, '2025-11-14', 'im ersten Halbjahr 2025', ['2025-01/2025-06 said']],
  [de, '2025-11-14', 'seit 2022', ['2022/.. said']],
  [fr, '2025-03-13', 'rendue publique dimanche dernier', ['2025-03-09 inferred']],
  [fr, '2025-03-13', 'signé le 1er mars', ['2025-03-01 inferred']],
  [fr, '2025-03-13', 'La réunion a été un succès, comme en été 2024', ['2024-06/2024-08 said']],
  [fr, '2025-03-13', 'de 2025 à mai 2027', ['2025/2027-05 said']],
  [en, '2025-01-13', 'two days after 5 June 2024', ['2024-06-07 inferred']],
  [en, '2025-01-13', 'in the last week of July 2024', ['2024-07-22/2024-07-28 said']],
  [en, '2024-05-08', 'In the past few weeks', ['2024-05~ inferred']],
  [it, '2025-05-19', 'Si è chiuso venerdì scorso', ['2025-05-16 inferred']],
  [it, '2025-05-19', 'otto fra il 2026 e il 2029', ['2026/2029 said']],
  [pl, '2025-12-04', 'Od lutego 2022 r. do końca października 2025 r.', ['2022-02/2025-10 said']],
  [pl, '2025-12-04', '26 sierpnia br.', ['2025-08-26 inferred']],
  [uk, '2025-10-07', 'передало тиждень тому', ['2025-09-30~ inferred']],
  [uk, '2025-06-20', 'ще у вересні 2024 року', ['2024-09 said']],
  [en, '2025-06-11', 'over the Easter weekend and on Good Friday 2026', ['2025-04-19/2025-04-20 inferred', '2026-04-03 said']],
  [en, '2025-06-11', 'The Christmas truce failed; talks will resume after Christmas.', ['2025-12-25 inferred']],
  [en, '2025-06-11', 'on Tuesday the 13th of May and on the 14th', ['2025-05-13 inferred', '2025-06-14 inferred']],
  [en, '2025-06-11', 'He was the third on the 3rd floor, with 1/2 of the votes in 3/4 of the states.', []],
  [en, '2025-06-11', 'in the first nine months of 2025 and the last quarter of 2024', ['2025-01/2025-09 said', '2024-10/2024-12 said']],
  [en, '2025-06-11', 'the week of 10 April, week 27 of last year, the week after next', ['2025-04-07/2025-04-13 inferred', '2024-07-01/2024-07-07 inferred', '2025-06-23/2025-06-29 inferred']],
  [en, '2025-06-11', 'in week 3 of the offensive', []],
  [en, '2025-06-11', 'Between February 2022 and now the state gave half.', ['2022-02/2025-06-11 inferred']],
  [en, '2025-06-11', 'two years and three months ago', ['2023-03 inferred']],
  [en, '2025-06-11', 'the twenty-third of May and May the ninth', ['2025-05-23 inferred', '2025-05-09 inferred']],
  [en, '2025-06-11', 'in nineteen ninety-six; two thousand and fifteen soldiers', ['1996 said']],
  [en, '2025-06-11', 'section 2.3.3 of version 10.12.1', []],
  [de, '2025-06-11', 'am 22.04 in Kiew, in der Woche vom 3. März, in KW 12', ['2025-04-22 inferred', '2025-03-03/2025-03-09 inferred', '2025-03-17/2025-03-23 inferred']],
  [de, '2025-06-11', 'vom 28.2.-1.3.2025, am Dienstag, dem 25., und übernächste Woche', ['2025-02-28/2025-03-01 said', '2025-03-25 inferred', '2025-06-23/2025-06-29 inferred']],
  [de, '2025-06-11', 'Silvester Groth und Nikolaus Müller gewannen den 3. Preis.', []],
  [de, '2025-06-11', 'am Karfreitag 2026, vor zweieinhalb Jahren', ['2026-04-03 said', '2022-12 inferred']],
  [fr, '2025-06-11', 'du 3 au 7 mars, le 4 octobre dernier, au T2 2025', ['2025-03-03/2025-03-07 inferred', '2024-10-04 inferred', '2025-04/2025-06 said']],
  [fr, '2025-06-11', "d'avril 2016 à juin 2017, les neuf premiers mois de 2025, les 23 chars", ['2016-04/2017-06 said', '2025-01/2025-09 said']],
  [it, '2025-06-11', 'a Natale nella sua città natale; nei primi nove mesi del 2025', ['2024-12-25 inferred', '2025-01/2025-09 said']],
  [pl, '2025-06-11', 'w III kwartale 2025 r., dwudziestego czwartego lutego, w Wielki Piątek', ['2025-07/2025-09 said', '2025-02-24 inferred', '2025-04-18 inferred']],
  [uk, '2025-06-11', 'у ІІ кварталі 2025 року, з 22.04 по 25.04, у День Незалежності', ['2025-04/2025-06 said', '2025-04-22/2025-04-25 inferred', '2025-08-24 inferred']],
  [en, '2025-06-11', 'the first Monday of May, the last Friday of June 2025 and the fifth Sunday in February', ['2025-05-05 inferred', '2025-06-27 said', '2025-06-08 inferred', '2025-02 inferred']],
  [en, '2025-06-11', 'on the 27th of last month; from 4 to 22 this month; they won 4-2 last month', ['2025-05-27 inferred', '2025-06-04/2025-06-22 inferred', '2025-05 inferred']],
  [en, '2025-06-11', 'in 02/2016, by year-end, in the early 90s; decision No 5/2014', ['2016-02 said', '2025 inferred', '1990/1999 said', '2014 said']],
  [de, '2025-06-11', 'am 15. dieses Monats, am letzten Freitag im Juni, bis Jahresende', ['2025-06-15 inferred', '2025-06-27 inferred', '../2025 inferred']],
  [fr, '2025-06-11', 'le 5 du mois prochain, lundi de la semaine prochaine, les années 90', ['2025-07-05 inferred', '2025-06-16 inferred', '1990/1999 said']],
  [uk, '2025-06-11', 'у 90-х роках, 15 числа цього місяця, у другій половині 2025 року', ['1990/1999 said', '2025-06-15 inferred', '2025-07/2025-12 said']],
  [uk, '2025-06-11', 'Напередодні він приїхав. Напередодні саміту сторони мовчали.', ['2025-06-10 inferred']],
  [uk, '2025-06-11', 'на наступному тижні, торік у листопаді, у ніч на 5 червня', ['2025-06-16/2025-06-22 inferred', '2024-11 inferred', '2025-06-05 inferred']],
  [pl, '2025-06-11', 'w drugiej połowie 2025 r., w połowie marca, w latach 90.', ['2025-07/2025-12 said', '2025-03 inferred', '1990/1999 said']],
  [it, '2025-06-11', 'il 1° gennaio 2025, negli anni Novanta, nella seconda metà del 2025', ['2025-01-01 said', '1990/1999 said', '2025-07/2025-12 said']],
  [en, '2025-06-11', 'in last year’s third quarter and in 2026\'s first half; 29/2/2019', ['2024-07/2024-09 inferred', '2026-01/2026-06 said', '2019 said']],
  [uk, '2025-06-11', 'півтора року тому, позаминулого року', ['2023-12 inferred', '2023 inferred']],
]
for (const [language, anchor, text, expected] of pairs) {
  test(`dates ${language.code}: ${text}`, () => assert.deepEqual(dates(text, language, anchor), expected))
}
