import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateline } from '../../src/reading/dateline.ts'
import { fullDay, writtenDays } from '../../src/reading/days.ts'
import { findOrigin } from '../../src/reading/origin.ts'
import { choosePublished } from '../../src/reading/published.ts'

const opened: readonly (readonly [text: string, opening: string, agency: string | null])[] = [
  ['LISBON, Nov 20 (Tideline) - Portugal will compare its requests', 'LISBON, Nov 20 (Tideline) - ', 'Tideline'],
  ['CAPRI, Italy (AP) — Top officials urged ministers to act', 'CAPRI, Italy (AP) — ', 'AP'],
  ['BRUSSELS/KYIV, Jan 13 (Reuters) - The union will send', 'BRUSSELS/KYIV, Jan 13 (Reuters) - ', 'Reuters'],
  ['WASHINGTON — The department will send more', 'WASHINGTON — ', null],
  ['BERLIN, 14. November (nkn) – Die Minister sind zusammengekommen', 'BERLIN, 14. November (nkn) – ', 'nkn'],
  ['Berlin: (psp) Deutschland hat im ersten Halbjahr geholfen', 'Berlin: (psp) ', 'psp'],
  ['COMMUNIQUÉ – Paris, le 13 mars 2025', 'COMMUNIQUÉ – Paris, le 13 mars 2025', null],
  ['Toulouse, le 7 octobre 2025 – Le constructeur a signé', 'Toulouse, le 7 octobre 2025 – ', null],
  ['ROMA, 19 MAG (Agenzia Tirso) - Si è chiuso il quarto incontro', 'ROMA, 19 MAG (Agenzia Tirso) - ', 'Agenzia Tirso'],
  ['PORDENONE. Sono arrivate ieri le quattro ambulanze', 'PORDENONE. ', null],
  ['КИЇВ, 7 жовтня. Норвегія виділяє Україні кошти', 'КИЇВ, 7 жовтня. ', null],
  ['Київ. 13 січня. УНН. Міністр заявив про поставки', 'Київ. 13 січня. УНН. ', 'УНН'],
  ['Warszawa, 4 grudnia 2025 r.', 'Warszawa, 4 grudnia 2025 r.', null],
  ['WARSZAWA (PAP) – Minister powiedział, że umowa jest gotowa', 'WARSZAWA (PAP) – ', 'PAP'],
]
for (const [text, opening, agency] of opened)
  test(`opens with a dateline: ${opening}`, () => {
    const line = dateline(text)
    assert.ok(line)
    assert.equal(text.slice(0, line.end), opening)
    assert.equal(line.agency, agency)
  })

const plain = [
  'NATO – the alliance of 32 states – said on Monday it would act', 'Warsaw – a city of two million – hosted the talks', 'London. Die Regierung hat beschlossen',
  'President Marsh (left) – speaking in Kyiv – said no', 'On 5 June 2025 – the day of the summit – nobody came', '10 marca w Wilnie spotkali się przedstawiciele', '– Chcemy, żeby tak było – podkreślił wiceminister.',
  'EU – Commission said today that it would', '1. We, the ministers of defence, met in Tallinn on 4 and 5 June 2025.', 'USA – Germany relations are good',
]
for (const text of plain) test(`is no dateline: ${text}`, () => assert.equal(dateline(text), undefined))

const days: readonly (readonly [text: string, day: string | undefined])[] = [
  ['20 Nov 2025', '2025-11-20'], ['November 20, 2025', '2025-11-20'], ['le 13 mars 2025', '2025-03-13'], ['4 grudnia 2025 r.', '2025-12-04'], ['7 жовтня 2025 року', '2025-10-07'],
  ['20.11.2025', '2025-11-20'], ['11/20/2025', '2025-11-20'], ['2025-02-30', undefined], ['30 February 2025', undefined], ['version 1.2.3', undefined], ['may 2025', undefined], ['room 12, floor 3', undefined],
]
for (const [text, day] of days) test(`day: ${text}`, () => assert.equal(fullDay(text), day))

test('a day without year is found as such', () => assert.deepEqual(writtenDays('on Monday, January 13, in town').map((d) => [d.year, d.month, d.day]), [[null, 1, 13]]))

const origins: readonly (readonly [text: string, origin: string | null])[] = [
  ['The talks were held, reports Ukrinform.', 'Ukrinform'], ['Сторони домовилися, повідомляє Укрінформ.', 'Ukrinform'], ['Es habe Gespräche gegeben, berichtet dpa.', 'dpa'],
  ['She signed the contract (Reuters) on Monday.', 'Reuters'], ['He reports to the minister.', null], ['The ministry reported losses.', null],
]
for (const [text, origin] of origins) test(`origin: ${text}`, () => assert.equal(findOrigin(text), origin))

const none = { option: null, retrieved: null, label: 'talks.txt', text: '' }
const day = { year: null, month: 1, day: 5, start: 0, end: 5 }
const clues: readonly (readonly [name: string, clues: Parameters<typeof choosePublished>[0], edtf: string | null, source: string | null, issue: string | null])[] = [
  ['front matter wins', { ...none, frontMatter: '2022-12-11 19:30:43-05:00', metadata: '2020-01-01', option: '2019-01-01' }, '2022-12-11', 'front matter', null],
  ['metadata before dateline', { ...none, metadata: '2022-03', dateline: { ...day, year: 2021 } }, '2022-03', 'metadata', null],
  ['dateline before option', { ...none, dateline: { ...day, year: 2021 }, option: '2019-01-01' }, '2021-01-05', 'dateline', null],
  ['year of a dateline by the file name', { ...none, dateline: { ...day, month: 12, day: 30 }, label: 'x-2025-01-02.txt' }, '2024-12-30', 'dateline', null],
  ['year of a dateline by retrieval', { ...none, dateline: day, retrieved: '2024-02-01T00:00:00Z' }, '2024-01-05', 'dateline', null],
  ['option before file name', { ...none, option: '2019-01-01', label: 'x-2025-01-02.txt' }, '2019-01-01', 'option', null],
  ['file name, warned', { ...none, label: 'in/x-20250102-talks.txt' }, '2025-01-02', 'file name', 'date-inferred'],
  ['weekday with day', { ...none, text: 'They met on Monday, January 13, in town.', retrieved: '2026-03-01T00:00:00Z' }, '2025-01-13', 'weekday', 'date-inferred'],
  ['nothing', none, null, null, 'date-unsettled'],
]
for (const [name, given, edtf, source, issue] of clues)
  test(`published: ${name}`, () => {
    const { published, issues } = choosePublished(given)
    assert.deepEqual([published?.edtf ?? null, published?.source ?? null, issues[0]?.code ?? null], [edtf, source, issue])
  })
