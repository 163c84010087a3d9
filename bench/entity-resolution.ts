/** Organisation names of three public sets, grouped by name (and telephone and address where there are any): pairwise F1. */
import { existsSync, readFileSync } from 'node:fs'
import { parseCsv } from '../src/resolution/csv.ts'
import { matchOrganisations, type OrganisationRow } from '../src/resolution/organisations.ts'

const folder = new URL('../../shared/data/benchmarks/entity-resolution/', import.meta.url), json = process.argv.includes('--json')
if (!existsSync(folder)) { console.log(json ? JSON.stringify({ name: 'entity-resolution', figures: {}, skipped: '../shared is missing' }) : 'entity-resolution: ../shared is missing, nothing measured'); process.exit(0) }

interface Labelled extends OrganisationRow { readonly cluster: string }
function load(file: string, row: (cell: (name: string) => string, index: number) => Labelled): Labelled[] {
  const [header, ...rows] = parseCsv(readFileSync(new URL(file, folder), 'utf8'))
  return rows.map((r, index) => row((name) => r.cells[header!.cells.indexOf(name)] ?? '', index))
}
const sets: Record<string, Labelled[]> = {
  'patstat organisations': load('patstat-organisations.csv', (cell, i) => ({ id: String(i), cluster: cell('cluster'), name: cell('name_raw') })),
  restaurants: load('restaurant.csv', (cell, i) => ({ id: String(i), cluster: cell('class'), name: cell('name'), phone: cell('phone'), address: `${cell('addr')} ${cell('city')}` })),
  'childhood sites': load('early-childhood-sites.csv', (cell, i) => ({ id: String(i), cluster: cell('True Id'), name: cell('Site name'), phone: cell('Phone'), address: cell('Address') })),
}
const pairsOf = (sizes: Iterable<number>): number => [...sizes].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
const count = (keys: readonly string[]): Map<string, number> => { const map = new Map<string, number>(); for (const key of keys) map.set(key, (map.get(key) ?? 0) + 1); return map }

const figures: Record<string, number> = {}
for (const [name, rows] of Object.entries(sets)) {
  const found = new Map<string, string>()
  matchOrganisations(rows).forEach((ids, i) => { for (const id of ids) found.set(id, String(i)) })
  const both = pairsOf(count(rows.map((r) => `${r.cluster}|${found.get(r.id)}`)).values())
  const precision = both / pairsOf(count(rows.map((r) => found.get(r.id)!)).values()), recall = both / pairsOf(count(rows.map((r) => r.cluster)).values())
  figures[name] = (2 * precision * recall) / (precision + recall)
  if (!json) console.log(`entity-resolution: ${name}: ${rows.length} rows, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${figures[name]!.toFixed(3)}`)
}
if (json) console.log(JSON.stringify({ name: 'entity-resolution', figures, floors: { 'patstat organisations': 0.9 } }))
