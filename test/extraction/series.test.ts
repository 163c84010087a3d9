// Tables of figures: invented states and numbers in the shapes that publishers use.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Document } from '../../src/core/document.ts'
import type { Dataset, DatasetReading } from '../../src/extraction/dataset.ts'
import * as datasets from '../../src/extraction/datasets/index.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'

const all = Object.values(datasets) as readonly Dataset[], lexicon = { match: () => undefined, senses: () => [] }
const dataset = (name: string): Dataset => all.find((d) => d.name === name)!
async function documentOf(csv: string, label = 'table.csv'): Promise<Document> {
  const [read] = await readBytes(new TextEncoder().encode(csv), { ...sourceOf(label), declaredType: 'text/csv' })
  assert.ok(read && 'value' in read.outcome, csv)
  return read.outcome.value
}
async function draw(name: string, ...lines: readonly string[]): Promise<DatasetReading> {
  const document = await documentOf(lines.join('\n'))
  assert.equal(dataset(name).refusal(document)?.message, undefined)
  return dataset(name).draw(document, lexicon)
}
const short = (r: DatasetReading) => r.observations.map((o) => `${o.series} ${o.subject.code ?? o.subject.written} ${o.detail ? `${o.detail} ` : ''}${o.period} ${o.value}${o.status === 'estimate' ? ' e' : ''}`)

const samples: Readonly<Record<string, readonly string[]>> = {
  kiel: ['ID,countries,Announcement Date,Type of Aid General,Converted Value in EUR', 'A1,Norland,2022-03-01,Military,5', 'A2,Norland,2022-03-02,Financial,6'],
  'kiel-site': ['country,iso,year,month,total,financial,humanitarian,military,commitments', 'Norland,NRL,2022,2,3,1,1,1,4', 'Sudmark,SDM,2022,3,2,2,0,0,2'],
  nato: ['Country,Year,GDP_Share', 'Norland,2024,2.01', 'Sudmark,2024,1.4'], gdp: ['Country Name,Country Code,Year,Value', 'Norland,NRL,2023,1000000.5', 'Sudmark,SDM,2023,500000'],
  prices: ['area,year,index', 'Norland,2022,100', 'Norland,2023,104.5'], ecb: ['Date,USD,JPY', '2025-01-03,1.03,162.1', '2025-01-02,1.0321,N/A'],
}

test('no dataset takes the file of another', async () => {
  for (const [name, lines] of Object.entries(samples)) {
    const document = await documentOf(lines.join('\n'))
    for (const d of all) assert.equal(d.refusal(document) === undefined, d.name === name, `${d.name} on the sample of ${name}: ${d.refusal(document)?.message}`)
  }
})

test('each figure stands in its cell, and rows balance', async () => {
  for (const [name, lines] of Object.entries(samples)) {
    const document = await documentOf(lines.join('\n')), { observations, account } = dataset(name).draw(document, lexicon)
    for (const { evidence: e } of observations) assert.equal(document.text.slice(e.start, e.end), e.exact)
    assert.equal(account.rows, account.handled + account.reported + Object.values(account.ignored).reduce((a, b) => a + b, 0), name)
  }
})

test('a dataset names the series it gives', async () => {
  for (const [name, lines] of Object.entries(samples)) {
    const series = new Map((dataset(name).series ?? []).map((s) => [s.name, s.unit]))
    for (const o of (await draw(name, ...lines)).observations) assert.equal(series.get(o.series), o.unit, `${name}: ${o.series}`)
  }
})

test('defence expenditure: estimates are marked, years that cannot be are reported', async () => {
  const read = await draw('nato', 'Ally,Year,GDP_Share,Estimated,Equipment_Share', 'Norland,2024,2.10,False,31', 'Norland,2025,2.2,True,', 'Norland,2922,2.3,False,30', ',2024,1,False,1', 'Norland,2024,2.15,False,31', 'Norland,2024,2.10,False,31')
  assert.deepEqual(short(read), ['nato-share Norland 2024 2.10', 'nato-equipment Norland 2024 31', 'nato-share Norland 2025 2.2 e'])
  assert.deepEqual(read.issues.map((i) => i.code), ['implausible-date', 'row-without-key', 'figure-given-twice'])
  assert.deepEqual(read.account, { rows: 6, handled: 2, ignored: { 'repeats a row': 1 }, reported: 3, activities: 0 })
})

test('product: rows by year, columns by year, other indicators ignored by name', async () => {
  assert.deepEqual(short(await draw('gdp', ...samples['gdp']!)), ['gdp NRL 2023 1000000.5', 'gdp SDM 2023 500000'])
  const wide = await draw('gdp', 'Data Source,Indicators,,,,,', 'Last Updated Date,2025-07-01,,,,,', 'Country Name,Country Code,Indicator Name,Indicator Code,2021,2022,2023',
    'Norland,NRL,GDP (current US$),NY.GDP.MKTP.CD,900,,1000', 'Norland,NRL,GDP (constant 2015 US$),NY.GDP.MKTP.KD,880,890,900', 'Norland,NRL,"Population, total",SP.POP.TOTL,5,5,5')
  assert.deepEqual(short(wide), ['gdp NRL 2021 900', 'gdp NRL 2023 1000', 'gdp-constant NRL 2021 880', 'gdp-constant NRL 2022 890', 'gdp-constant NRL 2023 900'])
  assert.deepEqual([wide.release, wide.account.ignored], ['2025-07-01', { 'another indicator: Population, total': 1 }])
  assert.deepEqual((await draw('gdp', 'Country,Code,Year,GDP', 'Norland,NRL,2022,-5', 'Norland,NRL,2023,7', 'Sudmark,SDM,2023,8')).issues.map((i) => i.code), ['negative-gdp'])
})

test('prices: any index by area and year', async () => {
  assert.deepEqual(short(await draw('prices', 'geo,TIME_PERIOD,OBS_VALUE', 'EA20,2022,110.2', 'EA20,2023,0', 'EA20,2024,119')), ['prices EA20 2022 110.2', 'prices EA20 2024 119'])
  assert.deepEqual(short(await draw('prices', 'Country Name,Country Code,Indicator Name,2021,2022,2023', 'Norland,NRL,GDP deflator (base year varies by country),99,100,103', 'Norland,NRL,Exports,1,2,3')), ['prices NRL 2021 99', 'prices NRL 2022 100', 'prices NRL 2023 103'])
})

test('rates: columns by currency or rows of the portal; what is not quoted is no figure, zero is none', async () => {
  const wide = await draw('ecb', 'Date,USD,JPY,RUB', '2025-01-03,1.03,162.1,N/A', '2025-01-02,1.0321,N/A,N/A', '3 January,1,1,1', '2025-01-06,0,160,N/A')
  assert.deepEqual(short(wide), ['ecb-rate USD 2025-01-03 1.03', 'ecb-rate JPY 2025-01-03 162.1', 'ecb-rate USD 2025-01-02 1.0321'])
  assert.deepEqual([wide.release, wide.issues.map((i) => i.code)], ['2025-01-03', ['not-a-day', 'not-a-rate']])
  assert.deepEqual(short(await draw('ecb', 'KEY,FREQ,CURRENCY,CURRENCY_DENOM,TIME_PERIOD,OBS_VALUE', 'EXR.D.USD,D,USD,EUR,2025-01-03,1.03', 'EXR.M.USD,M,USD,EUR,2025-01,1.04', 'EXR.D.USD,D,USD,GBP,2025-01-03,1.2')), ['ecb-rate USD 2025-01-03 1.03'])
})

test('tables of the tracker: sums by month, all donors, weapons, shares; each keeps the sums of its rows', async () => {
  const explorer = await draw('kiel-site', 'Country,ISO,Year,Month,Total,Financial,Humanitarian,Military,Commitments,GDP,Pct_GDP', 'Norland,NRL,2022,2,3,1,1,1,4,100,3', 'Norland,NRL,2022,13,1,1,0,0,1,100,1', 'Norland,NRL,2022,3,5,1,1,1,4,100,5', 'Norland,NRL,2022,Apr,-1,-1,0,0,0,100,-1', 'Norland,NRL,2023-2024,,2,2,0,0,2,100,2', 'Norland,NRL,,,2,2,0,0,2,100,2')
  assert.deepEqual(short(explorer).filter((o) => o.startsWith('kiel-allocated NRL')), ['kiel-allocated NRL 2022-02 3', 'kiel-allocated NRL 2022-03 5', 'kiel-allocated NRL 2022-04 -1', 'kiel-allocated NRL 2023/2024 2'])
  assert.deepEqual(explorer.issues.map((i) => i.code).sort(), ['negative-figure', 'negative-figure', 'negative-figure', 'not-a-month', 'sum-differs', 'undated'])
  const weapons = await draw('kiel-site', 'donor,category,number_of_weapons,monetary_value_eur,weapons_list', 'Norland,Tanks,5,5000000,"Old tank (3); new tank (2)"', 'Sudmark,Tanks,4,4000000,Old tank (3)')
  assert.deepEqual(short(weapons)[0], 'kiel-weapons Norland Tanks 2022-01/.. 5')
  assert.deepEqual(weapons.figures.map((f) => [f.stated, f.computed, f.agrees]), [[5, 5, true], [4, 3, false]])
  assert.equal((await draw('kiel-site', 'release,period,date,label', '29,04/2026,2026-07-26,Release 29')).release, '29 (04/2026)')
})

test('a value a piece far from the middle of its category is named and kept', async () => {
  const rows = ['Aland', 'Bland', 'Cland', 'Dland', 'Eland'].map((n) => `${n},Guns,10,10000000,Gun (10)`)
  const { issues, observations } = await draw('kiel-site', 'donor,category,number_of_weapons,monetary_value_eur,weapons_list', ...rows, 'Fland,Guns,10,4000,Gun (10)')
  assert.deepEqual([issues.map((i) => i.code), observations.length], [['unlikely-value'], 12])
})

test('two files of the tracker that give the same months are compared', async () => {
  const figure = (series: string, subject: string, value: string) => ({ dataset: 'kiel-site', release: '1', series, subject, detail: null, period: '2022-02', value, unit: 'EUR bn', status: 'observed' as const, document: 'doc_x' as never, evidence: null })
  const donors = [figure('kiel-allocated', 'AA', '1.5'), figure('kiel-allocated', 'BB', '2')]
  const checks = (value: string) => dataset('kiel-site').check!(donors, [figure('kiel-all-allocated', 'all donors', value)]).map((c) => c.agrees)
  assert.deepEqual([checks('3.5'), checks('3.6'), dataset('kiel-site').check!(donors, [figure('kiel-weapons', 'AA', '1')])], [[true], [false], []])
})

test('a workbook of military expenditure: a sheet a measure; regions, notes and other sheets are ignored by name', async () => {
  const document = await documentOf(['Military expenditure, 2021-2023,,,,', ',,,,', 'Country,Notes,2021,2022,2023', 'North,,,,', 'Norland,1,0.011,...,0.013', 'Sudmark,,xxx,xxx,0.02', ',a note,,,'].join('\n'))
  const named = { ...document, tables: [{ ...document.tables[0]!, name: 'Share of GDP' }, { ...document.tables[0]!, name: 'Constant (2022) US$' }, { ...document.tables[0]!, name: 'Footnotes' }] }
  const read = dataset('sipri').draw(named, lexicon)
  assert.deepEqual(short(read), ['sipri-share Norland 2021 0.011', 'sipri-share Norland 2023 0.013', 'sipri-share Sudmark 2023 0.02', 'sipri-constant Norland 2021 0.011', 'sipri-constant Norland 2023 0.013', 'sipri-constant Sudmark 2023 0.02'])
  assert.deepEqual([read.release, read.account.ignored, read.issues.map((i) => i.code), read.observations.at(-1)!.unit], ['2023', { 'heading of a region': 2, 'note below the table': 2 }, ['sheets-not-read'], 'USD m of 2022'])
})

test('a missing column is named with the headers that are accepted', async () => {
  const table: readonly (readonly [name: string, header: string, says: RegExp])[] = [
    ['nato', 'Country,Year,Share of something', /lacks the column share \(accepted headers: gdpshare/], ['gdp', 'Country Name,Country Code,Year', /lacks the column value/],
    ['prices', 'area,year', /lacks the column index/], ['ecb', 'Date,XAU', /lacks the column USD/], ['kiel-site', 'country,iso,year,month,total', /lacks the column commitments/], ['sipri', 'a,b', /no sheet/],
  ]
  for (const [name, header, says] of table) assert.match(dataset(name).refusal(await documentOf([header, ...Array.from({ length: 3 }, () => header.replace(/[^,]+/g, '1'))].join('\n')))?.message ?? '', says)
})
