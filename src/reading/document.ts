import type { DatedValue } from '../core/dates.ts'
import type { Document, Table } from '../core/document.ts'
import { sha256 } from '../core/hash.ts'
import { documentId } from '../core/ids.ts'
import { accept, type Issue } from '../core/issue.ts'
import type { ReadResult, Source } from './format.ts'
import type { Layer } from './layer.ts'

/** What a format found out about one document; what it leaves out is null or empty. */
export interface Found {
  readonly reader: string
  readonly mediaType: string
  readonly layer: Layer
  readonly tables?: readonly Table[]
  readonly places?: Document['places'] | undefined
  readonly title?: string | null
  readonly publisher?: string | null
  readonly authors?: readonly string[]
  readonly published?: Document['published']
  readonly modified?: DatedValue | null
  readonly language?: string | null
  readonly url?: string | null
  readonly canonicalUrl?: string | null
  readonly origin?: string | null
  readonly issues?: readonly Issue[]
}

/** The document of these bytes as a result; notes stay with the document, warnings show in the outcome. */
export function documentResult(bytes: Uint8Array, source: Source, found: Found): ReadResult {
  const hash = sha256(bytes), issues = found.issues ?? []
  const document: Document = {
    id: documentId(hash), hash, label: labelOf(source.label), mediaType: found.mediaType,
    url: source.url ?? found.url ?? null, retrieved: source.retrieved,
    title: found.title ?? null, publisher: found.publisher ?? null, authors: found.authors ?? [],
    published: found.published ?? null, modified: found.modified ?? null, language: found.language ?? null,
    canonicalUrl: found.canonicalUrl ?? null, origin: found.origin ?? null,
    ...found.layer, tables: found.tables ?? [], ...(found.places && found.places.length > 0 && { places: found.places }), reader: found.reader, issues,
  }
  return { label: source.label, bytes, outcome: accept(document, issues.filter((i) => i.level !== 'note')) }
}

/** File name without folder and ending, or the address as it is. @example labelOf('in/talks.txt') // 'talks' */
export const labelOf = (label: string): string => (/^[a-z][a-z0-9+.-]*:\/\//i.test(label) ? label : label.replace(/^.*[/\\](?=[^/\\])/, '').replace(/(?<=.)\.[a-z0-9]{1,8}$/i, ''))
