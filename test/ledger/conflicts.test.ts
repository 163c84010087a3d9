// Sixteen ways in which public sources differ in earnest: each is kept, found and explained.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { definitionOf } from '../../src/ledger/definitions.ts'
import { explainSum, mayContain, newMoney } from '../../src/ledger/structure.ts'
import { totals, type Convert } from '../../src/ledger/totals.ts'
import { loadGdp, loadReference } from '../../src/io/reference.ts'
import { actor, commitment, joined, ledgerOf, meeting, on, planning, published, said, sum } from './claims.ts'

const rates: Readonly<Record<string, number>> = { USD: 0.92, DKK: 0.134, NOK: 0.086 }
const convert: Convert = (m, day) => (day && rates[m.currency] ? { value: (Number(m.minor) / 10 ** m.digits) * rates[m.currency]!, rule: 'test rate' } : null)
const DK = [actor('DK')], UA = actor('UA'), model = actor('Danish model', 'body')
const bn = 1e9, m = 1e6

test('1 one purchase scheme in three cuts and currencies: equal sums join, the other cut waits for a person, who joins it with both figures kept', () => {
  const { records, doubts, entries } = ledgerOf([
    published(said('ministry', 'Through the scheme 597 million euros were spent on weapons from local makers in 2024', commitment({ provider: DK, channel: model, amount: sum(597 * m), date: on('2024'), aid: 'military' })), '2025-01-10'),
    published(said('minister', 'Denmark puts 4.4 billion kroner of 2024 weapons buys through the scheme', commitment({ provider: DK, channel: model, amount: sum(4.4 * bn, 'DKK'), date: on('2024') })), '2025-01-12'),
    published(said('trade press', 'The scheme delivered 538 million euros of arms in 2024, of which 390 from frozen assets', commitment({ provider: DK, channel: model, amount: sum(538 * m), date: on('2024') })), '2025-01-20'),
  ], convert)
  assert.equal(records.length, 2)
  assert.ok(records.some((r) => r.conflicts.some((c) => c.field === 'amount' && c.values.length === 2)), 'both currencies are kept side by side')
  assert.ok(doubts.some((d) => d.match.reasons.includes('a similar amount') && d.match.reasons.includes('same channel')))
  const [one] = joined(entries, records[0]!.id, records[1]!.id)
  assert.equal(one!.conflicts.find((c) => c.field === 'amount')?.values.length, 3)
  assert.ok(one!.conflicts[0]!.why.length > 5)
})

test('2 nested sums of one scheme and year are not added without a word: the smaller ones are named', () => {
  const at = (v: number, source: string) => published(said(source, `${v} million through the scheme in 2025`, commitment({ provider: [actor(source)], channel: model, amount: sum(v * m), date: on('2025') })), '2025-06-01')
  const { records } = ledgerOf([at(135, 'DK'), at(830, 'European Union'), at(1300, 'Ukraine ministry')])
  const largest = records.find((r) => (r.fields['provider'] as { label: string }[])[0]!.label === 'Ukraine ministry')!
  assert.equal(mayContain(largest, records).length, 2)
})

test('3 the same three givers, 495 and 585 million: in doubt, never summed in silence as one', () => {
  const three = [actor('NO'), actor('SE'), actor('DK')]
  const { records, doubts } = ledgerOf([
    published(said('a', 'Norway, Sweden and Denmark finance a package of 495 million dollars', commitment({ provider: three, amount: sum(495 * m, 'USD'), date: on('2025-08-05') })), '2025-08-05'),
    published(said('b', 'The package financed by Norway, Sweden and Denmark is worth 585 million dollars', commitment({ provider: three, amount: sum(585 * m, 'USD'), date: on('2025-08-05') })), '2025-08-06'),
  ], convert)
  assert.equal(records.length, 2)
  assert.equal(doubts.length, 1)
  assert.ok(doubts[0]!.match.reasons.includes('a similar amount'))
})

test('4 a start in July or in August: one record, both months, a reason', () => {
  const nl = (doc: string, date: string) => published(said(doc, 'the first package of 577 million dollars under the list', commitment({ provider: [actor('NL')], channel: actor('Requirements list', 'body'), amount: sum(577 * m, 'USD'), date: on(date) })), '2025-08-10')
  const { records } = ledgerOf([nl('a', '2025-07'), nl('b', '2025-08')], convert)
  assert.equal(records.length, 1)
  assert.deepEqual(records[0]!.conflicts.map((c) => [c.field, c.values.length, c.why.length > 0]), [['date', 2, true]])
})

test('5 seventy is forty new and thirty agreed before; the total adds only the new money', () => {
  const allies = [actor('NATO', 'body')]
  const { records } = ledgerOf([
    published(said('loan', 'the loan brings 30 billion', commitment({ provider: [actor('European Union', 'body')], amount: sum(30 * bn), date: on('2026-02-04') })), '2026-02-04'),
    published(said('new', 'allies add 40 billion of new money', commitment({ provider: allies, amount: sum(40 * bn), date: on('2026-07-08') })), '2026-07-08'),
    published(said('headline', 'a package of 70 billion', commitment({ provider: allies, amount: sum(70 * bn), date: on('2026-07-08'), total: true })), '2026-07-08'),
  ])
  const whole = records.find((r) => r.fields['total'] === true)!, thirty = records.filter((r) => (r.fields['provider'] as { label: string }[])[0]!.label === 'European Union')
  assert.equal(explainSum(whole, records)[0]?.why, 'EUR 70 bn = EUR 30 bn + EUR 40 bn')
  assert.deepEqual(newMoney(whole, thirty), { fresh: 40 * bn, seen: 30 * bn, currency: 'EUR' })
  const total = totals(records, { by: ['recipient'], definition: definitionOf('promised')!, currency: 'EUR', convert })
  assert.equal(Number(total.all.micro) / 1e6, 70 * bn, 'parts counted, the headline left out')
  assert.deepEqual(total.leftOut.map((l) => l.why), ['a total of other commitments'])
})

test('6 three this year and eight to 2029 are also told as eleven, and the group total holds them', () => {
  const DE = [actor('DE')]
  const { records } = ledgerOf([
    published(said('a', '3 billion this year', commitment({ provider: DE, amount: sum(3 * bn), period: on('2025'), date: on('2025-04-11') })), '2025-04-11'),
    published(said('a2', '8 billion until 2029', commitment({ provider: DE, amount: sum(8 * bn), period: on('2026/2029'), date: on('2025-04-11') })), '2025-04-11'),
    published(said('b', '11 billion in all', commitment({ provider: DE, amount: sum(11 * bn), total: true, date: on('2025-04-11') })), '2025-04-12'),
    published(said('c', 'the group announced 21 billion', commitment({ provider: [actor('Ukraine Defense Contact Group', 'forum')], amount: sum(21 * bn), total: true, date: on('2025-04-11') })), '2025-04-12'),
  ])
  assert.equal(records.length, 4)
  const eleven = records.find((r) => (r.fields['amount'] as { minor: string }).minor === String(11 * bn * 100))!
  assert.equal(explainSum(eleven, records)[0]?.why, 'EUR 11 bn = EUR 3 bn + EUR 8 bn')
  assert.equal(Number(totals(records, { by: ['recipient'], definition: definitionOf('promised')!, currency: 'EUR', convert }).all.micro) / 1e6, 11 * bn)
})

test('7 who leads a coalition: every version of the lead stands in the reference with its own source', () => {
  const leads = loadReference().memberships.filter((x) => /armou?r/.test(x.group) && /lead/.test(x.role))
  assert.ok(new Set(leads.map((l) => l.member)).size >= 3, leads.map((l) => l.member).join(', '))
  assert.ok(leads.every((l) => l.source !== '' && l.grade !== ''))
})

test('8 "yesterday" in a later text, and one person of two bodies: the date keeps its doubt, the two roles stay two claims', () => {
  const rome = (doc: string, date: ReturnType<typeof on>, office: string) => published(said(doc, `ministers met in Rome, with ${office}`, meeting({ forum: actor('Group of Five', 'forum'), date, place: { written: 'Rome', country: 'IT', span: null, to: null }, country: 'IT', people: [actor('C. Example', 'person', office)] })), '2025-05-19')
  const { records } = ledgerOf([rome('a', on('2025-05-18', 'inferred'), 'of the alliance staff'), rome('b', on('2025-05-16'), 'of the external service')])
  assert.equal(records.length, 2, 'two days are two meetings until a person says otherwise')
  const one = joined(ledgerOf([rome('a', on('2025-05-18', 'inferred'), 'of the alliance staff'), rome('b', on('2025-05-16'), 'of the external service')]).entries, records[0]!.id, records[1]!.id)
  assert.deepEqual(one[0]!.conflicts.filter((c) => c.field === 'date').map((c) => c.values.length), [2])
})

test('9 a meeting outside the numbering stays a meeting of its own and takes no number from others', () => {
  const forum = actor('Group of Five', 'forum')
  const { records } = ledgerOf([
    published(said('a', 'talks in Brussels', meeting({ forum, date: on('2025-02-13'), place: { written: 'Brussels', country: 'BE', span: null, to: null }, country: 'BE' })), '2025-03-12'),
    published(said('b', 'the third meeting, in Paris', meeting({ forum, date: on('2025-03-12'), ordinal: 3, country: 'FR' })), '2025-03-12'),
    published(said('c', 'the fourth meeting, in Rome', meeting({ forum, date: on('2025-05-16'), ordinal: 4, country: 'IT' })), '2025-05-19'),
  ])
  assert.deepEqual(records.map((r) => r.fields['ordinal'] ?? null).sort(), [3, 4, null])
})

test('10 planned for the third, held online on the sixteenth: one meeting, held, with both days', () => {
  const forum = actor('Ukraine Defense Contact Group', 'forum')
  const { records } = ledgerOf([
    published(said('plan', 'the next meeting is planned for 3 December', meeting({ forum, state: 'planned', date: on('2025-12-03') })), '2025-11-14'),
    published(said('report', 'the group met online on 16 December', meeting({ forum, date: on('2025-12-16'), mode: 'video' })), '2025-12-16'),
  ])
  assert.equal(records.length, 1)
  assert.equal(records[0]!.state, 'held')
  assert.equal((records[0]!.fields['date'] as { edtf: string }).edtf, '2025-12-16')
})

test('11 five ministers in one text, a deputy for one of them in another: one meeting, the deputy named as such', () => {
  const five = ['PL', 'DE', 'FR', 'IT', 'GB'].map((c) => actor(c)), forum = actor('Group of Five', 'forum')
  const { records } = ledgerOf([
    published(said('a', 'the defence ministers of the five met in Helenów', meeting({ forum, date: on('2025-01-13'), parties: five })), '2025-01-13'),
    published(said('b', 'the United Kingdom was represented by its armed forces minister', meeting({ forum, date: on('2025-01-13'), parties: five, people: [actor('L. Example', 'person', 'Minister for the Armed Forces')] })), '2025-01-14'),
  ])
  assert.equal(records.length, 1)
  assert.equal((records[0]!.fields['people'] as { office: string }[])[0]!.office, 'Minister for the Armed Forces')
})

test('12 the eighth in a caption, the twenty-fifth in the text, on one day: one meeting with both numbers', () => {
  const at = (doc: string, ordinal: number) => published(said(doc, `the meeting number ${ordinal}`, meeting({ forum: actor('Ukraine Defense Contact Group', 'forum'), date: on('2025-01-09'), ordinal, place: { written: 'Ramstein', country: 'DE', span: null, to: null }, country: 'DE' })), '2025-01-09')
  const { records } = ledgerOf([at('caption', 8), at('text', 25)])
  assert.equal(records.length, 1)
  assert.deepEqual(records[0]!.conflicts.map((c) => [c.field, c.values.length]), [['ordinal', 2]])
})

test('13 a plan revised four times or three: both statements stand, neither overwrites the other', () => {
  const { records } = ledgerOf([
    published(said('agency', 'The plan was revised in 2011, 2014, 2018 and 2023', planning({ actor: [actor('EDA', 'body')], text: 'The plan was revised in 2011, 2014, 2018 and 2023' })), '2023-11-14'),
    published(said('institute', 'The 2023 text is the fourth revision after 2008, 2014 and 2018', planning({ actor: [actor('EDA', 'body')], text: 'The 2023 text is the fourth revision after 2008, 2014 and 2018' })), '2024-02-01'),
  ])
  assert.equal(records.length, 2)
})

test('14 an allocation above its commitment is legal and raises a note', () => {
  const armour = (doc: string, stage: 'announced' | 'allocated', value: number, day: string) => published(said(doc, `${value} for armour`, commitment({ provider: [actor('AU')], stage, amount: sum(value), items: [{ name: 'armoured vehicles', quantity: 20 }], date: on('2024-02-01') })), day)
  const { records, entries, doubts } = ledgerOf([armour('a', 'announced', 100 * m, '2024-02-01'), armour('b', 'allocated', 118 * m, '2024-03-01')])
  assert.deepEqual([records.length, doubts.length], [2, 1])
  assert.ok(joined(entries, records[0]!.id, records[1]!.id)[0]!.issues.some((i) => i.code === 'allocation-above-commitment' && i.level === 'note'))
})

test('15 one sum, two shares of GDP: the base year makes the difference and is named', () => {
  const gdp = loadGdp()
  const at = (year: number) => gdp.values.get(`NO ${year}`) ?? gdp.values.get(`NOR ${year}`) ?? gdp.values.get(`NO-${year}`)
  const [early, late] = [at(2021), at(2023)]
  assert.ok(early !== undefined && late !== undefined, [...gdp.values.keys()].slice(0, 3).join())
  assert.notEqual((10e9 / early).toFixed(4), (10e9 / late).toFixed(4))
})

test('16 5.8 billion in the press, 5,841,179,332 in the decision: one object, the finer figure', () => {
  const pt = (doc: string, value: number) => published(said(doc, 'the loan share of Portugal', commitment({ provider: [actor('European Union', 'body')], recipient: [actor('PT')], aid: 'industrial', amount: sum(value), date: on('2026-02') })), '2026-02-10')
  const { records } = ledgerOf([pt('press', 5.8 * bn), pt('decision', 5_841_179_332)])
  assert.equal(records.length, 1)
  assert.equal((records[0]!.fields['amount'] as { minor: string }).minor, '584117933200')
  assert.deepEqual(records[0]!.conflicts, [])
})

test('the parties of a claim are never merged away: a total for another recipient stays apart', () => {
  const { records } = ledgerOf([
    published(said('a', 'for Ukraine', commitment({ provider: DK, recipient: [UA], amount: sum(5 * m), date: on('2025-01-01') })), '2025-01-01'),
    published(said('b', 'for Moldova', commitment({ provider: DK, recipient: [actor('MD')], amount: sum(5 * m), date: on('2025-01-01') })), '2025-01-01'),
  ])
  assert.equal(records.length, 2)
})
