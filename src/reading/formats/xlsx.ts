import { createBudget } from '../budget.ts'
import { documentResult } from '../document.ts'
import type { Format } from '../format.ts'
import { isPackage } from '../package.ts'
import { layTables } from '../tables.ts'
import { readWorkbook } from '../workbook.ts'

export default {
  name: 'xlsx',
  version: 1,
  sniff: (bytes) => (isPackage(bytes, 'xl/') ? 0.95 : 0),
  async read(bytes, source, _readMember, budget = createBudget()) {
    const { tables: raw, issues } = await readWorkbook(bytes, source.label, budget)
    const { layer, tables, issues: more } = layTables(raw)
    return [documentResult(bytes, source, {
      reader: 'xlsx 1', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      layer, tables, title: null, issues: [...issues, ...more],
    })]
  },
} satisfies Format
