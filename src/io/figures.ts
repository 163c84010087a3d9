import type pg from 'pg'
import { sha256 } from '../core/hash.ts'
import type { DocumentId } from '../core/ids.ts'
import type { Figure } from '../core/observation.ts'
import { compareFigures, figuresToAdd, type FigureChanges } from '../ledger/figures.ts'
import { copyRows, storable, type Cell } from './copy.ts'
import type { AsOf, VerifyReport } from './store.ts'

/** The file that figures come with. */
export interface FigureSource { readonly document: DocumentId; readonly dataset: string; readonly release: string }

export interface FigureQuery { readonly dataset?: string; readonly series?: readonly string[]; readonly subjects?: readonly string[]; readonly asOf?: AsOf }

/** One series in a list: how far it reaches, and the file that last brought something. */
export interface SeriesLine { readonly dataset: string; readonly series: string; readonly unit: string; readonly figures: number; readonly subjects: number; readonly first: string; readonly last: string; readonly release: string; readonly document: DocumentId; readonly recorded: string }

/** The figures of datasets on record: indicators, rates, sums by month. Nothing is changed or deleted. */
export interface FigureLog {
  /** Compares a file's figures with those on record and appends what is new: one transaction. A file that was imported adds nothing. */
  add(source: FigureSource, figures: readonly Figure[]): Promise<FigureChanges | 'known'>
  imported(document: DocumentId): Promise<boolean>
  /** Figures as they stand, without those that were withdrawn. */
  current(query?: FigureQuery): Promise<readonly Figure[]>
  series(asOf?: AsOf): Promise<readonly SeriesLine[]>
  /** The release of the last file that brought something for a series; undefined when none did. */
  release(series: string, asOf?: AsOf): Promise<string | undefined>
  /** Every value a figure had, the oldest first, with the moment it was recorded. */
  history(query: { readonly series: string; readonly subject: string }): Promise<readonly (Figure & { readonly recorded: string })[]>
}

const lock = 7_401_555
const columns = ['import bigint', 'dataset', 'release', 'series', 'subject', 'detail', 'period', 'value', 'unit', 'status', 'document', 'sheet', 'line int', 'place int', 'starts int', 'ends int', 'exact']
type Row = Readonly<Record<'dataset' | 'release' | 'series' | 'subject' | 'detail' | 'period' | 'unit' | 'document', string>> & { readonly status: Figure['status']; readonly value: string | null; readonly sheet: string | null; readonly line: number | null; readonly place: number | null; readonly starts: number | null; readonly ends: number | null; readonly exact: string | null }

const cellsOf = (n: number, f: Figure): readonly Cell[] => {
  const e = f.evidence
  return [n, f.dataset, storable(f.release), f.series, storable(f.subject), storable(f.detail ?? ''), f.period, f.value, f.unit, f.status, f.document, e?.cell ? storable(e.cell.table) : null, e?.cell?.row ?? null, e?.cell?.column ?? null, e?.start ?? null, e?.end ?? null, e ? storable(e.exact) : null]
}
const figureOf = (r: Row): Figure => ({
  dataset: r.dataset, release: r.release, series: r.series, subject: r.subject, detail: r.detail === '' ? null : r.detail, period: r.period, value: r.value, unit: r.unit, status: r.status, document: r.document as DocumentId,
  evidence: r.exact === null ? null : { exact: r.exact, start: r.starts!, end: r.ends!, cell: { table: r.sheet!, row: r.line!, column: r.place! } },
})
const hashOf = (before: string, source: FigureSource & { readonly recorded: string }, rows: readonly (readonly Cell[])[]): string =>
  sha256([before, source.document, source.dataset, source.release, source.recorded, ...rows.map((r) => JSON.stringify(r.slice(1)))].join('\n'))

export function figureLog(tools: { readonly pool: pg.Pool; readonly now: () => string }): FigureLog {
  const { pool } = tools
  let kept: { readonly upTo: number; readonly lines: readonly SeriesLine[] } | undefined
  return {
    add: (source, figures) => add(tools, source, figures),
    async imported(document) { return (await pool.query('select from figure_imports where document = $1', [document])).rowCount === 1 },
    async current(query = {}) { return standing(pool, query, await cut(pool, query.asOf ?? null)) },
    async series(asOf = null) {
      const upTo = await cut(pool, asOf)
      if (kept?.upTo === upTo) return kept.lines
      const lines = await list(pool, upTo)
      if (asOf === null) kept = { upTo, lines }
      return lines
    },
    async release(series, asOf = null) {
      const { rows: [newest] } = await pool.query<{ release: string }>('select release from figure_imports i where import <= $1 and exists (select from figures f where f.import = i.import and f.series = $2) order by import desc limit 1', [await cut(pool, asOf), series])
      return newest?.release
    },
    async history({ series, subject }) {
      const { rows } = await pool.query<Row & { recorded: string }>(`select f.*, i.recorded from figures f join figure_imports i using (import) where f.series = $1 and f.subject = $2 order by f.sequence`, [series, subject])
      return rows.map((r) => ({ ...figureOf(r), recorded: r.recorded }))
    },
  }
}

/** The last import that a view may see; a day means its end. */
async function cut(pool: pg.Pool, asOf: AsOf): Promise<number> {
  const moment = asOf === null ? '9999' : /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? `${asOf}T23:59:59.999Z` : new Date(asOf).toISOString()
  const { rows: [row] } = await pool.query<{ last: number | null }>('select max(import) as last from figure_imports where recorded <= $1', [moment])
  return row?.last ?? 0
}

const latest = (where: string) => `select distinct on (dataset, series, subject, detail, period) * from figures where import <= $1 ${where} order by dataset, series, subject, detail, period, sequence desc`

async function standing(client: pg.ClientBase | pg.Pool, { dataset, series, subjects }: FigureQuery, upTo: number): Promise<readonly Figure[]> {
  const values: unknown[] = [upTo], wheres: string[] = []
  const where = (column: string, value: unknown, sign: string) => { values.push(value); wheres.push(`and ${column} ${sign.replace('?', `$${values.length}`)}`) }
  if (dataset !== undefined) where('dataset', dataset, '= ?')
  if (series !== undefined) where('series', series, '= any(?)')
  if (subjects !== undefined) where('subject', subjects, '= any(?)')
  const { rows } = await client.query<Row>(`select * from (${latest(wheres.join(' '))}) f where value is not null`, values)
  return rows.map(figureOf)
}

async function list(pool: pg.Pool, upTo: number): Promise<readonly SeriesLine[]> {
  const { rows } = await pool.query<SeriesLine>(`
    with f as materialized (${latest('')}), newest as (select distinct on (dataset, series) dataset, series, import from f order by dataset, series, import desc)
    select f.dataset, f.series, max(f.unit) as unit, count(f.value) as figures, count(distinct f.subject) as subjects, min(f.period) as first, max(f.period) as last, max(i.release) as release, max(i.document) as document, max(i.recorded) as recorded
    from f join newest n using (dataset, series) join figure_imports i on i.import = n.import where f.value is not null group by f.dataset, f.series order by f.dataset, f.series`, [upTo])
  return rows
}

async function add({ pool, now }: { readonly pool: pg.Pool; readonly now: () => string }, source: FigureSource, figures: readonly Figure[]): Promise<FigureChanges | 'known'> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [lock])
    const { rowCount } = await client.query('select from figure_imports where document = $1', [source.document])
    if (rowCount) { await client.query('rollback'); return 'known' }
    const changes = compareFigures(await standing(client, { dataset: source.dataset, series: [...new Set(figures.map((f) => f.series))] }, Number.MAX_SAFE_INTEGER), figures)
    const { rows: [head] } = await client.query<{ import: number; hash: string }>('select import, hash from figure_head for update')
    if (!head) throw new Error('The figures have lost their head row: restore it from a backup.')
    const n = head.import + 1, cells = figuresToAdd(changes, source).map((f) => cellsOf(n, f)), recorded = now()
    const hash = hashOf(head.hash, { ...source, release: storable(source.release), recorded }, cells)
    await client.query('insert into figure_imports (import, document, dataset, release, recorded, rows, hash) values ($1, $2, $3, $4, $5, $6, $7)', [n, source.document, source.dataset, storable(source.release), recorded, cells.length, hash])
    await copyRows(client, 'figures', columns, cells)
    await client.query('update figure_head set import = $1, hash = $2', [n, hash])
    await client.query('commit')
    return changes
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally { client.release() }
}

/**
 * Reads every import again: its hash, the head, each figure against the cell of its document that it stands in.
 * @returns the first bad row, or null, and where the chain ends
 */
export async function verifyFigures(pool: pg.Pool | pg.ClientBase): Promise<Pick<VerifyReport, 'firstBad' | 'figures'>> {
  const { rows: imports } = await pool.query<FigureSource & { import: number; recorded: string; rows: number; hash: string }>('select * from figure_imports order by import')
  let before = '', last = 0
  const figures = () => (last === 0 ? null : { imports: last, hash: before })
  const bad = (row: string, message: string, table = 'figure_imports') => ({ firstBad: { table, row, message }, figures: figures() })
  for (const one of imports) {
    if (one.import !== last + 1) return bad(String(one.import), `import ${last + 1} of figures, before this one, is missing`)
    const { rows } = await pool.query<Row & { sequence: number }>('select * from figures where import = $1 order by sequence', [one.import])
    const { rows: [document] } = await pool.query<{ body: string }>('select body from documents where id = $1', [one.document])
    if (!document) return bad(String(one.import), `its document ${one.document} is not there`)
    const { text } = JSON.parse(document.body) as { text: string }
    const wrong = rows.find((r) => r.exact !== null && (storable(text.slice(r.starts!, r.ends!)) !== r.exact || !stands(r.exact, r.value)))
    if (wrong) return bad(String(wrong.sequence), `the figure ${wrong.value} of ${wrong.series} is not what its cell says (“${wrong.exact}”)`, 'figures')
    if (hashOf(before, one, rows.map((r) => cellsOf(one.import, figureOf(r)))) !== one.hash || rows.length !== one.rows) return bad(String(one.import), 'its hash does not follow from the import before it and its rows: a row was changed, added or taken away')
    before = one.hash
    last = one.import
  }
  const { rows: [head] } = await pool.query<{ import: number; hash: string }>('select import, hash from figure_head')
  return head?.import === last && head.hash === before ? { firstBad: null, figures: figures() } : bad(String(head?.import ?? 'head'), `the head of the figures names import ${head?.import}, the last one is ${last}`, 'figure_head')
}

/** A value is the number of its cell. Cells that are formatted ("1,234") rest on the hash of the import alone. */
const stands = (exact: string, value: string | null): boolean => value === null || !/^-?\d+(?:\.\d+)?$/.test(exact) || Number(exact) === Number(value)
