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
]
for (const [language, anchor, text, expected] of pairs) {
  test(`dates ${language.code}: ${text}`, () => assert.deepEqual(dates(text, language, anchor), expected))
}
