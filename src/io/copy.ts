import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import type { WordPlaces } from './words.ts'

/** A value of a COPY column: text, a number of any width, a list of texts or numbers, or the words of a search column. */
export type Cell = string | number | null | readonly string[] | readonly number[] | WordPlaces
export type Row = readonly Cell[]
type Type = 'text' | 'bigint' | 'int' | 'smallint' | 'numeric' | 'text[]' | 'bigint[]' | 'tsvector'

/** Bytes that go to the database together. */
const chunk = 1 << 17

/**
 * Writes rows into a table by COPY, in pieces: rows that are made on the way (an iterator) are made while the database
 * takes in those before them. They travel in PostgreSQL's binary form, which it takes in for half of the work that text
 * costs it; whole numbers of a numeric column are given as digits. Text must be `storable`: COPY would refuse a NUL and
 * with it the transaction.
 * @param columns each with its type, where that is not text
 * @param emptied tables that were truncated in this transaction: their rows are marked as seen by all at once, so that
 * nobody has to write their pages again in order to mark them later
 * @example await copyRows(client, 'notes', ['id bigint', 'title', 'tags text[]'], [[1, 'a', ['x', 'y']]])
 */
export async function copyRows(client: pg.ClientBase, table: string, columns: readonly string[], rows: Iterable<Row>, emptied?: ReadonlySet<string>): Promise<void> {
  await copyPieces(client, table, columns, pieces(columns, rows), emptied)
}

/** As `copyRows`, with rows that were made into bytes before, or elsewhere: by `piecesOf`. */
export async function copyPieces(client: pg.ClientBase, table: string, columns: readonly string[], bytes: Iterable<Uint8Array>, emptied: ReadonlySet<string> = new Set()): Promise<void> {
  const names = columns.map((column) => column.split(' ')[0]!)
  const stream = client.query(from(`copy ${table} (${names.join(', ')}) from stdin (format binary${emptied.has(table) ? ', freeze' : ''})`))
  await pipeline(Readable.from(bytes), stream)
}

/** @example await copyPieces(client, 'notes', ['title'], piecesOf(['title'], [['a']])) */
export const piecesOf = (columns: readonly string[], rows: Iterable<Row>): readonly Buffer<ArrayBuffer>[] => [...pieces(columns, rows)]

function* pieces(columns: readonly string[], rows: Iterable<Row>): Generator<Buffer<ArrayBuffer>> {
  const types = columns.map((column) => (column.split(' ')[1] ?? 'text') as Type)
  let piece = new Piece()
  piece.put(signature)
  for (const row of rows) {
    piece.small(types.length)
    for (let i = 0; i < types.length; i++) piece.cell(types[i]!, row[i]!)
    if (piece.length > chunk) { yield piece.bytes.subarray(0, piece.length); piece = new Piece() }
  }
  piece.small(-1)
  yield piece.bytes.subarray(0, piece.length)
}

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const textType = 25, bigintType = 20

/** Rows as bytes, one after the other. */
class Piece {
  bytes: Buffer<ArrayBuffer> = Buffer.allocUnsafeSlow(chunk + (chunk >> 2))
  length = 0

  put(bytes: Uint8Array): void { this.#room(bytes.length); this.bytes.set(bytes, this.length); this.length += bytes.length }
  small(n: number): void { this.#room(2); this.bytes[this.length++] = n >> 8; this.bytes[this.length++] = n }
  whole(n: number): void { this.#room(4); this.#number(this.length, n); this.length += 4 }

  cell(type: Type, value: Cell): void {
    if (value === null) this.whole(-1)
    else if (typeof value === 'string' && type === 'text') this.#text(value)
    else if (typeof value === 'number' && type === 'bigint') this.#bigint(value)
    else if (typeof value === 'number' && type === 'int') { this.whole(4); this.whole(value) }
    else if (typeof value === 'number' && type === 'smallint') { this.whole(2); this.small(value) }
    else if (typeof value === 'string' && type === 'numeric') this.#digits(value)
    else if (Array.isArray(value) && type === 'text[]') this.#sized(() => this.#list(textType, value as readonly string[], (text) => this.#text(text)))
    else if (Array.isArray(value) && type === 'bigint[]') this.#sized(() => this.#list(bigintType, value as readonly number[], (n) => this.#bigint(n)))
    else if (value instanceof Map && type === 'tsvector') this.#sized(() => this.#words(value))
    else throw new Error(`no ${type}: ${JSON.stringify(value)}`)
  }

  /** Most texts are short and plain: those are copied here, for less than a call of the engine takes. */
  #text(text: string): void {
    const n = text.length
    this.#room(4 + 3 * n)
    const start = this.length + 4
    const end = start + (n < 40 && this.#plain(text, start) ? n : this.bytes.write(text, start))
    this.#number(this.length, end - start)
    this.length = end
  }

  #plain(text: string, at: number): boolean {
    const { bytes } = this
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i)
      if (c > 0x7f) return false
      bytes[at + i] = c
    }
    return true
  }

  /** A numeric is a row of digits to the base of 10,000. */
  #digits(text: string): void {
    const plain = text.startsWith('-') ? text.slice(1) : text, count = Math.ceil(plain.length / 4)
    if (!/^\d+$/.test(plain)) throw new Error(`no whole number: ${text}`)
    this.whole(8 + 2 * count)
    for (const n of [count, count - 1, plain === text ? 0 : 0x4000, 0]) this.small(n)
    for (let i = count; i > 0; i--) this.small(Number(plain.slice(Math.max(0, plain.length - 4 * i), plain.length - 4 * (i - 1))))
  }

  #bigint(n: number): void { this.whole(8); this.whole(Math.floor(n / 2 ** 32)); this.whole(n | 0) }

  #list<T>(type: number, members: readonly T[], write: (member: T) => void): void {
    for (const n of members.length === 0 ? [0, 0, type] : [1, 0, type, members.length, 1]) this.whole(n)
    for (const member of members) write(member)
  }

  #words(words: WordPlaces): void {
    this.whole(words.size)
    for (const [word, places] of words) {
      this.#room(3 * word.length + 1)
      if (this.#plain(word, this.length)) this.length += word.length; else this.length += this.bytes.write(word, this.length)
      this.bytes[this.length++] = 0
      if (typeof places === 'number') { this.small(1); this.small(places) } else { this.small(places.length); for (const place of places) this.small(place) }
    }
  }

  /** A value whose length is known when it is written. */
  #sized(write: () => void): void {
    const at = this.length
    this.whole(0)
    write()
    this.#number(at, this.length - at - 4)
  }

  #number(at: number, n: number): void {
    const { bytes } = this
    bytes[at] = n >> 24; bytes[at + 1] = n >> 16; bytes[at + 2] = n >> 8; bytes[at + 3] = n
  }

  #room(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const larger = Buffer.allocUnsafeSlow(2 * (this.bytes.length + more))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }
}

/**
 * The text with what PostgreSQL cannot hold replaced by U+FFFD: NUL and halves of surrogate pairs. Only labels and
 * titles beside the stored JSON go through here; JSON escapes both and loses nothing.
 * @example storable('a\u0000b') // 'a\ufffdb'
 */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd')
