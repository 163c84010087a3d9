import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { LedgerRecord } from '../../src/ledger/record.ts'
import { openingOf, titleOf } from '../../src/reporting/brief/opening.ts'
import { renderText } from '../../src/reporting/render-text.ts'
import { plain } from '../../src/reporting/report.ts'
import { meetingBrief } from '../../src/reporting/reports/meeting-brief.ts'
import { asJson, claims, records } from '../helpers/sample.ts'
import { briefInput, cited } from '../helpers/sample-brief.ts'

const text = (input = briefInput) => renderText(meetingBrief(input), { width: 1000 })
const nothing = { ...briefInput, claims: [], statements: [], asks: [], commitments: [], plans: [], earlier: [] }

it('says what a desk officer takes into the room, each line with its source', () => {
  const brief = text()
  for (const line of [
    'River Group, Hafenbrück, 14 May 2031',
    'The defence ministers of the River Group (Estmark, Norlandia and Velland) met in Hafenbrück, Norlandia, on Wednesday, 14 May 2031 (inferred: “Wednesday, May 14” beside 15 May 2031).[1] On record: three statements, one open ask, two commitments that bear on it and one earlier meeting.',
    'Norlandia  Alda Brenning, Norlandian Defence Minister',
    'Others     Velland; no one is named',
    '1. Spare parts for the ferries[1]',
    'Norlandia: Alda Brenning, Norlandian Defence Minister',
    '• “We promised ferries, and ferries need crews. Nobody is helped by a ship that lies in port. So we train the crews first.”[2]',
    '• Teo Marsk, who stood in for his minister, said that Estmark would pay up to 40 million euros for spare parts until 2033.[4]',
    '• Alda Brenning to the Lake Commission: open the upper locks before winter.[5] Open: no answer is on record.',
    'up to EUR 40 million for spare parts[4]', 'about EUR 120 million for 6 ferries[6]',
    '• Alignment: The three states will align their stores with the Commission’s plan from 2032.[7]',
    'Teo Marsk: “A winter is not a surprise”.[9]',
    '• Sources differ on the place: Hafenbrück[1] or Hafen near Hafenbrück. This brief uses Hafenbrück: more documents say so.',
    '20 November 2030 (inferred: “Wednesday” before 21 November 2030), Norburg, Norlandia.[8] Teo Marsk', '[9] Ministers on the Norburg quay, Velland Courier, 21 November 2030: “A winter is not a surprise,” Teo Marsk said.',
  ]) assert.ok(brief.includes(line), `${line}\n---\n${brief}`)
})

it('leaves out every section that has nothing to say', () => {
  const meeting: LedgerRecord = { ...records.meeting.record, fields: { ...records.meeting.record.fields, agenda: [], people: [] }, conflicts: [] }
  const brief = meetingBrief({ ...nothing, meeting })
  assert.deepEqual(brief.blocks.map((b) => b.kind), ['paragraph'])
  assert.deepEqual(brief.footnotes, [])
})

it('each footnote number points at a footnote, and each footnote is pointed at', () => {
  const brief = meetingBrief(briefInput), numbers = [...JSON.stringify(brief.blocks).matchAll(/"note":(\d+)/g)].map((m) => Number(m[1]))
  assert.deepEqual([...new Set(numbers)].sort((a, b) => a - b), brief.footnotes.map((_, i) => i + 1))
})

it('gives a statement that two documents report once, with both sources', () => {
  const copy = { ...cited(claims.saidEarlier), claim: { ...claims.said, id: claims.saidEarlier.id } }
  const brief = text({ ...briefInput, statements: [cited(claims.said), copy] })
  assert.equal(brief.match(/• “We promised ferries/g)?.length, 1)
  assert.match(brief, /crews first\.”\[2\]\[3\]/)
})

it('names what it leaves out', () => {
  const many = Array.from({ length: 15 }, (_, i) => ({ ...cited(claims.said), claim: { ...claims.said, fields: { ...claims.said.fields, text: `Statement number ${i}` } } }) as typeof briefInput.statements[number])
  assert.match(text({ ...briefInput, statements: many }), /Three further statements stand in the record of the meeting\./)
})

it('shows an answered ask with its answer', () => {
  const ask = { record: { ...records.ask.record, state: 'answered' as const }, claims: [cited(claims.locks)], answer: [cited(claims.saidEarlier)] }
  assert.match(text({ ...briefInput, asks: [ask] }), /before winter\.\[\d\] Answered\. A winter is not a surprise\.\[\d\]/)
})

describe('the opening sentence', () => {
  const meeting = (state: LedgerRecord['state'], fields: object): LedgerRecord => ({ ...records.meeting.record, state, fields: { ...asJson({ date: null, mode: null, place: null, country: null, forum: null, parties: [], people: [], level: null }), ...asJson(fields) } })
  const table: readonly (readonly [LedgerRecord['state'], object, string])[] = [
    ['held', { parties: ['DE', 'PL'], date: '2025-01-13' }, 'Germany and Poland met on Monday, 13 January 2025.'],
    ['held', { parties: ['GB', 'UA'], mode: 'call', date: '2025-01' }, 'Ukraine and the United Kingdom spoke by telephone in January 2025.'],
    ['planned', { forum: 'Group of Five', level: 'defence ministers', place: 'Rome', country: 'IT', date: '2025-05' }, 'The defence ministers of the Group of Five are to meet in Rome, Italy, in May 2025.'],
    ['planned', { forum: 'Ukraine Defense Contact Group', mode: 'video' }, 'The Ukraine Defense Contact Group is to meet by video.'],
    ['held', { parties: ['US', 'FR', 'NATO'], forum: 'NATO Summit', level: 'leaders' }, 'The leaders of France, the United States and NATO met at the NATO Summit.'],
    ['planned', { people: ['Alda Brenning'], forum: 'NATO Summit', date: '2025-06' }, 'The NATO Summit is to be held in June 2025.'],
    ['held', { people: ['Alda Brenning'] }, 'Alda Brenning and others met.'],
    ['held', { forum: 'NATO', level: 'leaders' }, 'The leaders of NATO met.'],
    ['cancelled', { parties: ['DE', 'PL'], date: '2025-01-13' }, 'Germany and Poland were to meet on Monday, 13 January 2025; the meeting was cancelled.'],
    ['postponed', { parties: ['DE', 'PL'], date: '2025-01-13' }, 'The meeting of Germany and Poland was postponed; the date on record is 13 January 2025.'],
    ['held', { parties: ['DE', 'PL'], date: { edtf: '2025-01-06/2025-01-12', basis: 'inferred', why: 'last week before 2025-01-13' } }, 'Germany and Poland met in the week of 6–12 January 2025 (inferred: last week before 13 January 2025).'],
  ]
  for (const [state, fields, words] of table) it(words, () => assert.equal(plain(openingOf(meeting(state, fields))), words))
  it('the title names what is known', () => {
    assert.equal(titleOf(meeting('held', {})), 'Meeting')
    assert.equal(titleOf(meeting('held', { parties: ['DE', 'PL', 'FR', 'IT', 'GB'] })), 'Meeting of France, Germany, Italy, Poland and others')
    assert.equal(titleOf(meeting('held', { parties: ['DE', 'PL'], date: '2025' })), 'Meeting of Germany and Poland, 2025')
  })
})
