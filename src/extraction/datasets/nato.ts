import type { Series } from '../../core/observation.ts'
import { findColumns, type Columns, type Dataset } from '../dataset.ts'
import { area, figure, readSeries, yearOf } from '../series.ts'
import { refusalOf } from '../refusal.ts'

const contract = {
  country: ['country', 'ally', 'nation', 'state'], year: ['year'], share: ['gdpshare', 'shareofgdp', 'defenceexpenditureshareofgdp', 'defenceexpendituregdp', 'percentgdp'],
  estimated: ['estimated', 'estimate'], status: ['datastatus', 'status'], change: ['realannualchange', 'annualrealchange'],
  equipment: ['equipmentshare', 'equipment'], personnel: ['personnelshare', 'personnel'], infrastructure: ['infrastructureshare', 'infrastructure'], other: ['othershare', 'other'],
} as const
type Name = keyof typeof contract
const required: readonly Name[] = ['country', 'year', 'share']
const one = (name: string, title: string, unit = '% of defence expenditure'): Series => ({ name, title, unit })
const series = {
  share: one('nato-share', 'Defence expenditure, NATO definition, share of GDP', '% of GDP'), change: one('nato-change', 'Defence expenditure, NATO definition, real change on the year before', '%'),
  equipment: one('nato-equipment', 'Share of equipment in defence expenditure'), personnel: one('nato-personnel', 'Share of personnel in defence expenditure'),
  infrastructure: one('nato-infrastructure', 'Share of infrastructure in defence expenditure'), other: one('nato-other', 'Share of other items in defence expenditure'),
} as const satisfies Partial<Record<Name, Series>>

/** Defence expenditure of the Allies by the definition of NATO: a row an Ally and year. Its groups (NATO Total …) are kept under their names. */
export default {
  name: 'nato', version: 1, title: 'Defence expenditure of NATO countries', series: Object.values(series),
  refusal: (document) => refusalOf(document, 'a table of NATO defence expenditure', [{ contract, required }]),
  draw(document) {
    const table = document.tables.find((t) => !('missing' in findColumns(t, contract, required)))!
    const read = readSeries(table, findColumns(table, contract, required) as Columns<Name>, (row) => {
      const country = row.text('country'), year = yearOf(row.text('year'))
      if (!country) return { reported: 'row-without-key', message: 'names no country; its figures were not read.' }
      if (typeof year !== 'string') return year
      const status = /^(?:true|yes|1|e)$/i.test(row.text('estimated') ?? '') || /estimate/i.test(row.text('status') ?? '') ? 'estimate' as const : 'observed' as const
      return { figures: (Object.keys(series) as (keyof typeof series)[]).flatMap((name) => figure(series[name], area(country), year, row.at(name), { status })) }
    })
    return { release: document.label, until: document.published?.edtf ?? null, drawn: [], figures: [], ...read }
  },
} satisfies Dataset
