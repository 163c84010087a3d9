import type pg from 'pg'
import type { Document } from '../core/document.ts'
import type { DocumentId } from '../core/ids.ts'
import { agencyOf, overlap, sameStory, shinglesOf, sketchOf, type Sketch } from '../reading/near-duplicates.ts'
import { copyRows, storable } from './copy.ts'
import { readDocument } from './rows.ts'

/** A copy as near as this to a text that others are compared with is found through it, and needs no bands of its own. */
const near = 0.8
/** Texts of common bands that a new one is compared with, those with the most bands in common first. */
const mostCompared = 12

interface Head { readonly story: DocumentId; readonly shingles: ReadonlySet<number> }
// What new texts are compared with comes back with each copy of a story: it is kept for a while, and forgotten in bulk.
const heads = new Map<string, ReadonlySet<number>>()

/** @returns the sketches of documents, made before the database is waited for */
export const sketches = (documents: readonly Document[]): ReadonlyMap<DocumentId, Sketch> => new Map(documents.map((d) => [d.id, sketchOf(d)]))

/**
 * Puts new documents into the stories they are copies of, in the transaction that records them: two texts with two
 * fifths of their runs of words in common are one story, and a text that is near to two stories makes them one.
 */
export async function placeStories(client: pg.ClientBase, documents: readonly Document[], sketched: ReadonlyMap<DocumentId, Sketch>): Promise<void> {
  if (documents.length === 0) return
  const found = await sharing(client, [...new Set(documents.flatMap((d) => sketched.get(d.id)!.bands))])
  // Texts of this batch may push some of these out of the nearest, and bring in no others.
  await loadHeads(client, [...new Set(documents.flatMap((d) => mostShared(sketched.get(d.id)!.bands, found)))])
  const story = new Map<string, DocumentId>(), fresh = new Map<string, Head>(), merged: (readonly [DocumentId, DocumentId])[] = []
  const known = await storiesOf(client, [...new Set([...found.values()].flat())])
  const rows: (readonly [string, string, string | null])[] = [], bandRows: (readonly [number, string])[] = []
  const root = (id: DocumentId): DocumentId => { const up = merged.findLast(([from]) => from === id); return up ? root(up[1]) : id }
  for (const document of documents) {
    const { shingles, bands } = sketched.get(document.id)!, joined = new Set<DocumentId>()
    let nearest = 0
    for (const head of mostShared(bands, found)) {
      const other = fresh.get(head) ?? { story: known.get(head) ?? (head as DocumentId), shingles: heads.get(head) ?? new Set<number>() }
      const share = overlap(shingles, other.shingles)
      if (share < sameStory) continue
      nearest = Math.max(nearest, share)
      joined.add(root(other.story))
    }
    const [first = document.id, ...others] = [...joined].sort()
    for (const other of others) merged.push([other, first])
    story.set(document.id, first)
    if (nearest < near) {
      fresh.set(document.id, { story: first, shingles })
      heads.set(document.id, shingles)
      for (const band of bands) { bandRows.push([band, document.id]); found.set(band, [...found.get(band) ?? [], document.id]) }
    }
    const agency = agencyOf(document)
    rows.push([document.id, first, agency === null ? null : storable(agency)])
  }
  await copyRows(client, 'document_stories', ['document', 'story', 'agency'], rows.map(([id, , agency]) => [id, root(story.get(id)!), agency]))
  await copyRows(client, 'story_bands', ['band int', 'document'], bandRows)
  for (const [from, to] of merged) await client.query('update document_stories set story = $2 where story = $1', [from, root(to)])
}

/** Documents by the bands they are kept under. */
async function sharing(client: pg.ClientBase, bands: readonly number[]): Promise<Map<number, readonly string[]>> {
  const { rows } = await client.query<{ band: number; document: string }>(`select wanted.band, b.document from unnest($1::int[]) as wanted(band) cross join lateral (select document from story_bands s where s.band = wanted.band limit 200) b`, [bands])
  const found = new Map<number, string[]>()
  for (const { band, document } of rows) { const list = found.get(band); if (list) list.push(document); else found.set(band, [document]) }
  return found
}

function mostShared(bands: readonly number[], found: ReadonlyMap<number, readonly string[]>): readonly string[] {
  const counts = new Map<string, number>()
  for (const band of bands) for (const document of found.get(band) ?? []) counts.set(document, (counts.get(document) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, mostCompared).map(([id]) => id)
}

async function storiesOf(client: pg.ClientBase, ids: readonly string[]): Promise<ReadonlyMap<string, DocumentId>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<{ document: string; story: DocumentId }>('select document, story from document_stories where document = any($1)', [ids])
  return new Map(rows.map((r) => [r.document, r.story]))
}

async function loadHeads(client: pg.ClientBase, ids: readonly string[]): Promise<void> {
  if (heads.size > 300) heads.clear()
  const missing = ids.filter((id) => !heads.has(id))
  if (missing.length === 0) return
  const { rows } = await client.query<{ id: string; body: string }>('select id, body from documents where id = any($1)', [missing])
  for (const row of rows) heads.set(row.id, shinglesOf(readDocument(row.body)))
}
