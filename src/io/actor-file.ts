import { parse } from 'csv-parse'
import { createReadStream, existsSync } from 'node:fs'
import { asReferenceId } from '../core/ids.ts'
import type { Issue } from '../core/issue.ts'
import type { RegisteredActor } from '../resolution/wide.ts'

/** The columns of a file of actors; `names` are parted by `|`. */
export const actorColumns = ['id', 'type', 'name', 'country', 'names', 'source', 'grade'] as const
const types: ReadonlySet<string> = new Set<RegisteredActor['type']>(['person', 'company', 'body', 'forum'])

/**
 * The actors of a CSV file, row by row; a row that cannot be used goes to `onIssue` with its line and is left out.
 * @throws Error when the file has another header or cannot be read
 */
export async function* readActors(file: string, onIssue: (issue: Issue) => void): AsyncGenerator<RegisteredActor> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  const rows = createReadStream(file).compose(parse({ bom: true, relax_column_count: true, skip_empty_lines: true, info: true, max_record_size: 1 << 20 })) as unknown as AsyncIterable<{ readonly record: readonly string[]; readonly info: { readonly lines: number } }>
  let header: readonly string[] | undefined
  for await (const { record, info } of rows) {
    if (!header) {
      header = record.map((cell) => cell.trim().toLowerCase())
      const missing = actorColumns.filter((c) => c !== 'names' && c !== 'country' && !header!.includes(c))
      if (missing.length > 0) throw new Error(`${file} lacks the column ${missing.join(', ')}; a file of actors has ${actorColumns.join(', ')}.`)
      continue
    }
    const cells = Object.fromEntries(header.map((name, i) => [name, (record[i] ?? '').trim()])) as Partial<Record<(typeof actorColumns)[number], string>>
    const id = asReferenceId(cells.id ?? ''), place = `${file}:${info.lines}`
    const wrong = record.length !== header.length ? `has ${record.length} cells where the header has ${header.length}` : !id ? `has the id “${(cells.id ?? '').slice(0, 40)}”, which is no slug of small letters, digits and hyphens`
      : !types.has(cells.type ?? '') ? `has the type “${(cells.type ?? '').slice(0, 40)}”; there are ${[...types].join(', ')}` : !cells.name || cells.name.length > 200 ? 'has no name or one of more than 200 characters'
      : !cells.source || !cells.grade ? 'lacks its source or grade' : cells.country && !/^[A-Z]{2}$/.test(cells.country) ? `has the country “${cells.country.slice(0, 20)}”; a code of two capitals stands there` : null
    if (wrong !== null || !id) { onIssue({ code: 'actor-left-out', level: 'error', message: `${place} ${wrong}; the row is left out.`, place }); continue }
    yield { id, type: cells.type as RegisteredActor['type'], name: cells.name!, country: cells.country || null, names: (cells.names ?? '').split('|').map((n) => n.trim()).filter((n) => n !== '' && n.length <= 200), source: cells.source!, grade: cells.grade! }
  }
  if (!header) throw new Error(`${file} is empty; a file of actors has the columns ${actorColumns.join(', ')}.`)
}
