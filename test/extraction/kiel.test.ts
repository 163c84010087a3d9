import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import kiel from '../../src/extraction/datasets/kiel.ts'
import type { Document } from '../../src/core/document.ts'
import { moneyValue } from '../../src/core/money.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'

const lexicon = { match: () => undefined, senses: () => [] }
async function sheet(csv: string, label = 'release-8.csv'): Promise<Document> {
  const [read] = await readBytes(new TextEncoder().encode(csv), sourceOf(label))
  assert.ok(read && (read.outcome.state === 'accepted' || read.outcome.state === 'warned'))
  return read.outcome.value
}

// Invented donors; the shape of the early releases: one row an item, the value on the first row of an activity.
const early = [
  'ID,countries,Announcement Date,Type of Aid General,Original Currency,Monetary Value as Given by Source,,Type of item,No. of Units,No. of Units delivered (in-kind military aid),Value committed (own estimate in USD),Total,Converted Value in EUR,Total monetary value delivered in EUR',
  'AAM1,Norland,2022-03-01,Military ,USD,2000000,ferry,Military equipment,4,2,10,2000000,1800000.123456,900000',
  'AAM1,Norland,2022-03-01,Military,USD,2000000,lorry,Military equipment,1.000.00,.,10,.,.,.',
  'AAH2,Norland,until 7/27/2022,Humanitarian,EUR,Not given,.,.,.,.,.,.,.,.',
  'BBF1,Sudmark,2922-02-09,Financial,SMK,5000000,.,.,.,.,.,5000000,.,.',
  'BBF2,Sudmark,"between 3/4/22 & 3/11/22",Financial,EUR,7,.,.,.,.,.,7,7,9',
].join('\n')

test('activities carry their value once; items hang below them without one', async () => {
  const { drawn, account } = kiel.draw(await sheet(early), lexicon)
  const packages = drawn.filter((d) => d.fields.level === 'package' && !d.fields.dataset?.part)
  assert.deepEqual(packages.map((d) => [d.fields.dataset!.key, d.fields.amount && moneyValue(d.fields.amount), d.fields.date?.edtf ?? null]), [
    ['AAM1', 1800000.12346, '2022-03-01'], ['AAH2', null, '../2022-07-27'], ['BBF1', null, '2922-02-09'], ['BBF2', 7, '2022-03-04/2022-03-11'],
  ])
  assert.deepEqual(drawn.filter((d) => d.fields.level === 'item').map((d) => [d.fields.amount, d.fields.items]), [[null, [{ name: 'ferry', quantity: 4 }]], [null, [{ name: 'lorry', quantity: null }]]])
  assert.deepEqual(account, { rows: 5, handled: 5, ignored: {}, reported: 0, activities: 4 })
})

test('evidence are the cells, at their places in the text', async () => {
  const document = await sheet(early)
  for (const { evidence } of kiel.draw(document, lexicon).drawn) for (const e of evidence) assert.equal(document.text.slice(e.start, e.end), e.exact)
})

test('each trap is named with its row', async () => {
  const { issues } = kiel.draw(await sheet(early), lexicon)
  const found = issues.map((i) => `${i.code} ${/Row \d+/.exec(i.message)?.[0] ?? ''}`)
  for (const wanted of ['not-a-number Row 3', 'undisclosed Row 4', 'implausible-date Row 5', 'not-converted Row 5', 'delivered-above-committed Row 6']) assert.ok(found.includes(wanted), `${wanted} in ${found.join('; ')}`)
})

test('a key of two donors is named, a repeated value is counted once', async () => {
  const csv = ['ID,countries,Announcement Date,Type of Aid General,Converted Value in EUR', 'X1,Norland,2022-03-01,Military,5', 'X1,Sudmark,2022-03-02,Military,.', 'Y1,Norland,2022-03-01,Military,8', 'Y1,Norland,2022-03-01,Military,8', ',,,note below,'].join('\n')
  const { issues, drawn, account } = kiel.draw(await sheet(csv), lexicon)
  assert.deepEqual(issues.filter((i) => i.level === 'warning').map((i) => i.code), ['re-used-id', 'repeated-value'])
  assert.deepEqual(drawn.filter((d) => d.fields.dataset?.key === 'Y1').map((d) => moneyValue(d.fields.amount!)), [8])
  assert.deepEqual([account.rows, account.handled, account.ignored], [5, 4, { 'note below the table': 1 }])
})

// The shape of later releases: folded snake_case headers after a blank column, a measure a row, corrections as negative rows.
const late = [
  ',activity_id,donor,announcement_date,aid_type_general,measure,reporting_currency,tot_activity_value,tot_activity_value_EUR,tot_sub_activity_value_EUR_redistr,item,item_type,item_numb,month',
  ',N1,Norland,2024-01-10,Military,Commitment,EUR,100,100,,,,,25', ',N1,Norland,2024-02-10,Military,Allocation,EUR,,,60,ferry,Equipment,3,26', ',N1,Norland,2024-03-10,Military,Allocation,EUR,,,-10,ferry,Equipment,,27', ',N2,Norland,,Financial,Commitment,EUR,40,40,,,,,',
].join('\n')

test('later releases: commitments sum to the activities, allocations to their rows, corrections included', async () => {
  const { drawn } = kiel.draw(await sheet(late, 'release-29.csv'), lexicon)
  const sum = (stage: string, level: string) => drawn.filter((d) => d.fields.stage === stage && d.fields.level === level).reduce((s, d) => s + (d.fields.amount ? moneyValue(d.fields.amount) : 0), 0)
  assert.deepEqual([sum('announced', 'package'), sum('allocated', 'item')], [140, 50])
})

test('a file that is not the dataset is refused with the missing column', async () => {
  assert.match(kiel.refusal(await sheet('a,b,c\n1,2,3\n'))?.message ?? '', /not a release of the Kiel tracker/)
  assert.match(kiel.refusal(await sheet(early.replace('Converted Value in EUR', 'Value')))?.message ?? '', /lacks the column eur/)
  assert.equal(kiel.refusal(await sheet(early)), undefined)
})

test('a workbook whose formulas lost their values is refused, not read as undisclosed', async () => {
  const document = await sheet(early)
  const lost = { ...document, tables: document.tables.map((t) => ({ ...t, rows: t.rows.map((r) => ({ ...r, cells: r.cells.map((c, i) => (c && i === 12 && r.index > 0 ? { ...c, text: '', value: null, formula: '=L2*0.9' } : c)) })) })) }
  assert.equal(kiel.refusal(lost)?.code, 'formulas-without-values')
})

const workbook = resolve(import.meta.dirname, '../../../shared/data/kiel-r7/Ukraine_Support_Tracker_R7_original.xlsx')
test('release 7: every cell of its own summary to the cent, every row accounted for', { skip: existsSync(workbook) ? false : 'there is no ../shared/data/kiel-r7' }, async () => {
  const [read] = await readBytes(readFileSync(workbook), sourceOf('Ukraine_Support_Tracker_R7_original.xlsx'))
  assert.ok(read && (read.outcome.state === 'accepted' || read.outcome.state === 'warned'))
  const { figures, account, release } = kiel.draw(read.outcome.value, lexicon)
  assert.deepEqual([figures.length, figures.filter((f) => f.agrees).length, account.rows, account.handled, account.activities, release], [164, 164, 1032, 1032, 432, '7'])
})

test('a misspelt header is read and said; one that could be two is not', async () => {
  const { issues, drawn } = kiel.draw(await sheet(early.replace('Announcement Date', 'Anouncement Date')), lexicon)
  assert.deepEqual([issues.filter((i) => i.code === 'misspelt-header').map((i) => i.message), drawn[0]!.fields.date?.edtf], [['The header "Anouncement Date" was taken for the column date.'], '2022-03-01'])
  assert.match(kiel.refusal(await sheet(early.replace('Announcement Date', 'Date')))?.message ?? '', /lacks the column date/)
})

test('the summary of a later release: a blank first column, its header lower down, allocations beside commitments', async () => {
  const document = await sheet(late, 'release-29.csv')
  const summary = await sheet(['Ukraine Support Tracker,,,,', ',notes,,,', ',Country,Military allocations (€ billion),Total bilateral allocations (€ billion),Total bilateral commitments (€ billion)', ',Norland,0.00000005,0.00000006,0.00000014', ',Sudmark,1,1,1'].join('\n'))
  const { figures, issues } = kiel.draw({ ...document, tables: [...document.tables, { ...summary.tables[0]!, name: 'Country Summary (€)' }] }, lexicon)
  assert.deepEqual(figures.map((f) => [f.row, f.column, Math.round(f.stated), f.computed, f.agrees]), [['Norland', 'military allocations', 50, 50, true], ['Norland', 'total allocations', 60, 50, false], ['Norland', 'total', 140, 140, true]])
  assert.equal(issues.filter((i) => i.code === 'summary-differs').length, 1)
})
