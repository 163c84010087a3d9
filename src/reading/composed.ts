import type { Document, Table, TableCell } from '../core/document.ts'
import { edtf } from '../core/dates.ts'
import type { Issue } from '../core/issue.ts'
import { documentResult } from './document.ts'
import type { ReadResult, Source } from './format.ts'
import { findLanguage } from './language.ts'
import type { Layer } from './layer.ts'
import { agencyName, findOrigin } from './origin.ts'
import { writeProse, type Stretch } from './prose.ts'
import { choosePublished, datePart } from './published.ts'
import { findHeader } from './tables.ts'

/** A stretch of text without a place in its source; a cell says which table, row and column it stands in. */
export interface Passage {
  readonly kind: Stretch['kind']
  readonly text: string
  readonly level?: number
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
  /** Where a reader finds it: places by the offset in its text from which they hold. */
  readonly places?: readonly (readonly [offset: number, place: string])[]
}

/** What a format found in a file whose text has no offsets of its own (PDF, DOCX, e-mail). */
export interface Composed {
  readonly reader: string
  readonly mediaType: string
  readonly passages: readonly Passage[]
  readonly title?: string | null
  readonly authors?: readonly string[]
  readonly publisher?: string | null
  /** When the document says it was published, and when its file was made, which is weaker. */
  readonly published?: string | undefined
  readonly made?: string | undefined
  readonly modified?: string | undefined
  readonly language?: string | null
  readonly url?: string | null
  readonly issues: readonly Issue[]
}

/** The document of these passages: blocks, title, dateline and credits are told as in any other prose. */
export async function composedResult(bytes: Uint8Array, source: Source, found: Composed): Promise<ReadResult> {
  let at = 0
  const starts: number[] = []
  const stretches = found.passages.map((p): Stretch => {
    starts.push(at)
    const pieces = [{ text: p.text, source: at }]
    // A gap in the numbering keeps passages apart in the map, so that each finds its place again.
    at += p.text.length + 2
    return p.level === undefined ? { kind: p.kind, pieces } : { kind: p.kind, level: p.level, pieces }
  })
  const { layer, title, dateline } = writeProse(stretches, found.title ?? null)
  const origin = dateline?.agency ? agencyName(dateline.agency) : findOrigin(layer.text)
  const { published, issues } = choosePublished({ metadata: found.published, dateline: dateline?.day, option: source.published, label: source.label, retrieved: source.retrieved, text: layer.text })
  const made = found.made === undefined ? undefined : datePart(found.made)
  const inferred = published === null && made ? { edtf: edtf(made), basis: 'inferred' as const, why: 'the day the file was made', source: 'metadata' as const } : published
  const modified = found.modified === undefined ? undefined : datePart(found.modified)
  return documentResult(bytes, source, {
    reader: found.reader, mediaType: found.mediaType, layer: { ...layer, sourceMap: [] }, tables: tablesOf(found.passages, starts, layer.sourceMap), places: placesIn(found.passages, starts, layer.sourceMap),
    title, publisher: found.publisher ?? origin, authors: found.authors ?? [], published: inferred,
    modified: modified ? { edtf: edtf(modified), basis: 'said' } : null, language: await findLanguage(layer.text, found.language ?? null),
    url: found.url ?? null, origin, issues: [...found.issues, ...(inferred === published ? issues : [madeIssue(made!)])],
  })
}

const madeIssue = (made: string): Issue =>
  ({ code: 'date-inferred', level: 'warning', message: `The publication date ${made} is the day the file was made; give --published if it is another.` })

/** The places of the passages by offsets of the text; a place is given once, where it begins. */
function placesIn(passages: readonly Passage[], starts: readonly number[], map: Layer['sourceMap']): Document['places'] {
  const found: (readonly [start: number, place: string])[] = []
  let at = 0
  for (const [i, { places = [] }] of passages.entries()) for (const [offset, place] of places) {
    const source = starts[i]! + offset
    while (at + 1 < map.length && map[at + 1]![1] <= source) at++
    const [text, from] = map[at] ?? [0, 0]
    if (place !== found.at(-1)?.[1]) found.push([text + Math.max(0, source - from), place])
  }
  return found
}

function tablesOf(passages: readonly Passage[], starts: readonly number[], map: readonly (readonly [number, number])[]): readonly Table[] {
  const places = new Map(map.map(([text, source]) => [source, text]))
  const tables: { index: number; cells: (TableCell | null)[] }[][] = []
  for (const [i, { cell, text }] of passages.entries()) {
    const start = places.get(starts[i]!)
    if (!cell || start === undefined) continue
    const rows = (tables[cell.table] ??= [])
    const row = (rows[cell.row] ??= { index: cell.row, cells: [] })
    while (row.cells.length < cell.column) row.cells.push(null)
    row.cells[cell.column] = { text, value: text, start, end: start + text.length }
  }
  return tables.filter(Boolean).map((sparse, i) => {
    const rows = sparse.filter(Boolean)
    return { name: `table ${i + 1}`, hidden: false, header: findHeader(rows), rows }
  })
}
