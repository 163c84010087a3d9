import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'

/** A value of a COPY column; lists become PostgreSQL arrays. */
export type Cell = string | number | boolean | null | readonly string[] | readonly number[]

const chunk = 1 << 18
const special = /[\\\n\r\t]/g, specials: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A row, or the line it becomes: rows of numbers are made faster so. */
export type Row = readonly Cell[] | string

/**
 * Writes rows into a table by COPY, in pieces: rows that are made on the way (an iterator) are made while the database
 * takes in those before them. Text must be `storable`: COPY would refuse a NUL and with it the transaction.
 * @example await copyRows(client, 'notes', ['id', 'tags'], [['a', ['x', 'y']]])
 */
export async function copyRows(client: pg.ClientBase, table: string, columns: readonly string[], rows: Iterable<Row>): Promise<void> {
  const stream = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(pieces(rows)), stream)
}

function* pieces(rows: Iterable<Row>): Generator<string> {
  let piece = ''
  for (const row of rows) {
    piece += typeof row === 'string' ? row : row.map(cellText).join('\t') + '\n'
    if (piece.length > chunk) { yield piece; piece = '' }
  }
  if (piece) yield piece
}

function cellText(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return escape(cell)
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  return typeof cell === 'number' ? String(cell) : escape(`{${cell.map(memberText).join(',')}}`)
}

const memberText = (member: string | number): string => (typeof member === 'number' ? String(member) : `"${member.replace(/["\\]/g, '\\$&')}"`)
const escape = (text: string): string => (text.search(special) >= 0 ? text.replace(special, (c) => specials[c]!) : text)

/**
 * The text with what PostgreSQL cannot hold replaced by U+FFFD: NUL and halves of surrogate pairs. Only labels and
 * titles beside the stored JSON go through here; JSON escapes both and loses nothing.
 * @example storable('a\u0000b') // 'a\ufffdb'
 */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd')
