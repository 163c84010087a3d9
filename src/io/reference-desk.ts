import { delimiter, join, resolve } from 'node:path'
import type { Issue } from '../core/issue.ts'
import { checkData } from '../resolution/check.ts'
import type { Reference, Thing } from '../resolution/reference.ts'
import { assembleReference, mergeTables, readRows, tableShapes, withRow, type RawTable } from '../resolution/rows.ts'
import { fold } from '../resolution/spelling.ts'
import { addRow, dataFolders, readTables } from './reference.ts'

/** A table of the reference data as the desk shows it. */
export interface TableView {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
  /** Rows of the user's own folder, as they stand there. */
  readonly own: readonly Readonly<Record<string, string>>[]
}

/** A thing of the reference with everything that is known of it. */
export interface ThingView { readonly thing: Thing; readonly reference: Reference }

/** Looks into the reference data and adds rows to the user's own folder; the shipped tables are never written. */
export interface ReferenceDesk {
  /** The user's own folder, or null where none is named: then nothing can be added. */
  readonly folder: string | null
  readonly tables: () => readonly TableView[]
  /** Things with a name that holds the words, those that begin with them first; at most `limit`. */
  readonly find: (words: string, limit: number) => readonly ThingView[]
  readonly add: (table: string, cells: Readonly<Record<string, string>>) => Added
}

/** A row that was written, or what stood in its way; warnings do not. */
export type Added = { readonly file: string; readonly issues: readonly Issue[] } | { readonly file: null; readonly issues: readonly [Issue, ...Issue[]] }

/**
 * @param own the user's own folder, or several as in `PATH`, of which the last wins and is written; null to look only
 * @example referenceDesk('my-data').add('persons', { id: 'anna-berg', name: 'Anna Berg', country: 'SE', source: 'general', grade: 'C3' }).file // '…/my-data/persons.csv'
 */
export function referenceDesk(own: string | null): ReferenceDesk {
  const folders = (own ?? '').split(delimiter).filter((f) => f !== '').map((f) => resolve(f)), folder = folders.at(-1) ?? null
  const read = () => readTables(dataFolders(folders.join(delimiter)))
  return {
    folder,
    tables: () => {
      const tables = read(), merged = mergeTables(tables, [])
      return Object.entries(tableShapes).map(([name, { columns }]) => ({
        name, columns, rows: merged.get(name)?.length ?? 0,
        own: tables.filter((t) => folder !== null && t.file === join(folder, `${name}.csv`)).flatMap((t) => readRows(t, []).map((r) => r.cells)),
      }))
    },
    find: (words, limit) => {
      const reference = assembleReference(read()), sought = fold(words).toLowerCase().trim()
      if (sought === '') return []
      const rank = new Map<string, number>()
      const take = (id: string, name: string) => {
        const at = ` ${fold(name).toLowerCase()}`.indexOf(` ${sought}`), value = at < 0 ? 3 : at > 0 ? 2 : name.length === words.trim().length ? 0 : 1
        if (value < Math.min(rank.get(id) ?? 3, 3)) rank.set(id, value)
      }
      for (const thing of reference.things.values()) { take(thing.id, thing.label); if (thing.id === words.trim()) rank.set(thing.id, 0) }
      for (const name of reference.names) take(name.id, name.name)
      const found = [...rank].flatMap(([id, value]) => { const thing = reference.things.get(id as Thing['id']); return thing ? [{ thing, value }] : [] })
      return found.sort((a, b) => a.value - b.value || (a.thing.label < b.thing.label ? -1 : 1)).slice(0, limit).map(({ thing }) => ({ thing, reference }))
    },
    add: (table, cells) => (folder === null ? refused('no-own-folder', 'No folder of your own is named: set HELENOW_REFERENCE. The shipped tables are never written.') : addChecked(folder, read(), table, cells)),
  }
}

const refused = (code: string, message: string): Added => ({ file: null, issues: [{ code, level: 'error', message }] })

/** Looks at the row among all others first; what it breaks keeps it from being written. */
function addChecked(folder: string, before: readonly RawTable[], table: string, cells: Readonly<Record<string, string>>): Added {
  const shape = tableShapes[table]
  if (!shape) return refused('no-such-table', `There is no table “${table}”; there are ${Object.keys(tableShapes).join(', ')}.`)
  const unknown = Object.keys(cells).find((c) => !shape.columns.includes(c))
  if (unknown !== undefined) return refused('no-such-column', `${table} has no column “${unknown}”; its columns are ${shape.columns.join(', ')}.`)
  const missing = shape.columns.filter((c) => ['source', 'grade'].includes(c) && !cells[c])
  if (missing.length > 0) return refused('no-source', `Every fact has a source and a grade: add ${missing.map((c) => `${c}=…`).join(' ')}.`)
  if (Object.values(cells).some((v) => /[\r\n\0]/.test(v))) return refused('line-break', 'A cell is one line of text.')
  const file = join(folder, `${table}.csv`), mine = before.find((t) => t.file === file)
  const after = { name: table, file, text: withRow(table, mine?.text ?? null, cells) }
  const place = (message: string) => message.replace(/:\d+/g, ''), known = new Set(checkData(before).issues.map((i) => place(i.message)))
  const issues = checkData([...before.filter((t) => t !== mine), after]).issues.filter((i) => !known.has(place(i.message)))
  const [first, ...rest] = issues
  if (first && issues.some((i) => i.level === 'error')) return { file: null, issues: [first, ...rest] }
  return { file: addRow(folder, table, cells), issues }
}
