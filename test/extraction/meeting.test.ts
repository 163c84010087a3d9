import assert from 'node:assert/strict'
import { test } from 'node:test'
import meeting from '../../src/extraction/extractors/meeting.ts'
import { paragraph, plain } from './frame-cases.ts'

type Row = readonly [language: string, text: string, expected: Record<string, unknown> | null]
const rows: readonly Row[] = [
  ['en', 'Swedish minister Karin Lundmark met Danish minister Lars Holt in Stockholm on Wednesday.', { date: '2025-03-19', state: 'held', mode: 'in person', place: 'Stockholm', country: 'SE', parties: ['SE', 'DK'] }],
  ['en', 'The defence ministers of Spain, Italy and Greece will meet in Rome in May.', { state: 'planned', date: '2025-05', country: 'IT', parties: ['ES', 'IT', 'GR'] }],
  ['en', 'A call between Oslo and Kyiv planned for Friday was cancelled.', { state: 'cancelled', mode: 'call', date: '2025-03-21' }],
  ['de', 'Am Montag traf der schwedische Minister Paul Lind in Wien die finnische Ministerin Aino Salo.', { date: '2025-03-17', country: 'AT' }],
  ['fr', 'La ministre belge Claire Hautmont a rencontré mardi à Athènes le ministre grec Nikos Patras.', { date: '2025-03-18', place: 'Athènes', country: 'GR' }],
  ['it', 'La ministra spagnola Elena Robledo ha incontrato ieri a Madrid il ministro italiano Carlo Benvenuti.', { date: '2025-03-19', country: 'ES' }],
  ['pl', 'W poniedziałek w Sztokholmie minister Szwecji Karin Lund spotkała się z ministrem Polski Janem Rokickim.', { date: '2025-03-17', country: 'SE' }],
  ['uk', 'У середу в Ризі міністерка Латвії Ілзе Берзіня зустрілася з міністром Данії Ларсом Мьоллером.', { date: '2025-03-19', country: 'LV' }],
  ['en', 'The rules meet the needs of the army.', null],
  ['en', 'The session of parliament lasted six hours.', null],
  ['en', 'She told a press conference that prices rose.', null],
]

test('meetings with date, place and parties, and what is none', async () => {
  for (const [language, text, expected] of rows) {
    const claims = plain(meeting, await paragraph(text, language))
    if (expected === null) { assert.deepEqual(claims, [], text); continue }
    assert.equal(claims.length, 1, text + ' ' + JSON.stringify(claims))
    for (const [field, value] of Object.entries(expected)) assert.deepEqual(claims[0]![field], value, `${field} of: ${text}`)
  }
})

test('one meeting told twice is one claim with two quotes', async () => {
  const claims = plain(meeting, await paragraph('Spain and Italy met in Rome on Tuesday. The meeting of Spain and Italy in Rome on Tuesday lasted two hours.'))
  assert.equal(claims.length, 1)
  assert.equal((claims[0]!['evidence'] as string[]).length, 2)
})
