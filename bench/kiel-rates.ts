/** The exchange rates of the Kiel workbook, release 7, from the fixings of the European Central Bank: 2022-09-06 to 2022-10-06. */
import { existsSync, readFileSync } from 'node:fs'
import { loadRates } from '../src/io/reference.ts'
import { readWorkbook } from '../src/reading/workbook.ts'
import { meanRate } from '../src/resolution/rates.ts'

const file = new URL('../../shared/data/kiel-r7/Ukraine_Support_Tracker_R7_original.xlsx', import.meta.url), json = process.argv.includes('--json')
if (!existsSync(file)) { console.log(json ? JSON.stringify({ name: 'kiel-rates', figures: {}, skipped: '../shared is missing' }) : 'kiel-rates: ../shared is missing, nothing measured'); process.exit(0) }

const { tables } = await readWorkbook(readFileSync(file), 'kiel')
const sheet = tables.find((t) => /exchange rates/i.test(t.name))
if (!sheet) throw new Error('the workbook has no sheet of exchange rates')
const rates = loadRates(), deviations: { currency: string; deviation: number }[] = []
for (const row of sheet.rows) {
  const values = row.cells.flatMap((c) => (c ? [c] : []))
  const code = values.map((c) => /\b([A-Z]{3})\b/.exec(String(c.value ?? c.text))?.[1]).find((c) => c && c !== 'EUR' && rates.series.has(c))
  const value = values.map((c) => Number(c.value ?? c.text)).find((n) => Number.isFinite(n) && n > 0)
  const ours = code ? meanRate(rates, code, '2022-09-06', '2022-10-06') : null
  if (!code || value === undefined || !ours) { if (process.argv.includes('--show')) console.log(values.map((c) => c.value ?? c.text)); continue }
  const deviation = Math.min(...[ours.rate, 1 / ours.rate].map((r) => Math.abs(value / r - 1)))
  deviations.push({ currency: code, deviation })
}
const worst = Math.max(...deviations.map((d) => d.deviation)) * 100, within = deviations.filter((d) => d.deviation <= 0.00005).length
if (json) console.log(JSON.stringify({ name: 'kiel-rates', figures: { 'currencies within 0.005 %': within, 'worst %': worst }, floors: { 'currencies within 0.005 %': 15 } }))
else console.log(`kiel-rates: ${within} of ${deviations.length} currencies within 0.005 %, worst ${worst.toFixed(4)} % (${deviations.map((d) => d.currency).join(' ')})`)
