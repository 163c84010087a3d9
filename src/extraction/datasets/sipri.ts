import type { Document, Table } from '../../core/document.ts'
import type { Series } from '../../core/observation.ts'
import { cellText, type Dataset } from '../dataset.ts'
import { area, readYears, together, yearColumns } from '../series.ts'

/** The sheets of the workbook that are read, by their names; the year of constant prices stands in the sheet's name. */
const sheets: readonly { readonly name: RegExp; readonly series: (year: string) => Series }[] = [
  { name: /^constant \((\d{4})\) us\$$/i, series: (year) => ({ name: 'sipri-constant', title: 'Military expenditure, SIPRI definition, constant US dollars', unit: `USD m of ${year}` }) },
  { name: /^current us\$$/i, series: () => ({ name: 'sipri-current', title: 'Military expenditure, SIPRI definition, current US dollars', unit: 'USD m' }) },
  { name: /^share of gdp$/i, series: () => ({ name: 'sipri-share', title: 'Military expenditure, SIPRI definition, share of GDP', unit: 'share of GDP' }) },
  { name: /^per capita$/i, series: () => ({ name: 'sipri-person', title: 'Military expenditure, SIPRI definition, a head', unit: 'USD' }) },
  { name: /^share of govt\.? spending$/i, series: () => ({ name: 'sipri-budget', title: 'Military expenditure, SIPRI definition, share of government spending', unit: 'share of government spending' }) },
]

/** Military expenditure by the definition of SIPRI: a sheet a measure, a row a state, a column a year. Never mixed with NATO's definition. */
export default {
  name: 'sipri', version: 1, title: 'Military expenditure database, SIPRI', series: sheets.map((s) => s.series('the base year')),
  refusal: (document) => (read(document).length > 0 ? undefined : { code: 'not-the-dataset', level: 'error', message: `${document.label} is not the SIPRI military expenditure database: no sheet "Constant (YEAR) US$", "Current US$", "Share of GDP", "Per capita" or "Share of Govt. spending" has a row with the header Country and years.` }),
  draw(document) {
    const parts = read(document).map(({ table, series, found, country }) => readYears(table, found, (row) => {
      const name = row.text(country)
      if (!name) return { ignored: 'note below the table' }
      return found.years.every(({ column }) => row.text(column) === null) ? { ignored: 'heading of a region' } : { series, subject: area(name) }
    }))
    const other = document.tables.filter((t) => !read(document).some((r) => r.table === t)).map((t) => t.name)
    const note = other.length ? [{ code: 'sheets-not-read', level: 'note' as const, message: `Sheets without a use here: ${other.join('; ')}.` }] : []
    const all = together(parts)
    return { release: release(document), until: document.published?.edtf ?? null, drawn: [], figures: [], ...all, issues: [...all.issues, ...note] }
  },
} satisfies Dataset

function read(document: Document): readonly { readonly table: Table; readonly series: Series; readonly found: NonNullable<ReturnType<typeof yearColumns>>; readonly country: number }[] {
  return document.tables.flatMap((table) => {
    const sheet = sheets.map((s) => ({ s, m: s.name.exec(table.name.trim()) })).find(({ m }) => m), found = sheet && yearColumns(table), country = found?.heads.indexOf('country') ?? -1
    return found && country >= 0 ? [{ table, series: sheet.s.series(sheet.m![1] ?? ''), found, country }] : []
  })
}

/** "Figures, 1949-2024" → 2024: the last year of the data. */
function release(document: Document): string {
  const years = document.tables.flatMap((t) => t.rows.slice(0, 3).flatMap((r) => r.cells.map((c) => /\b\d{4}\s*[-–]\s*(\d{4})\b/.exec(cellText(c) ?? '')?.[1]))).filter((y) => y !== undefined)
  return years.sort().at(-1) ?? document.label
}
