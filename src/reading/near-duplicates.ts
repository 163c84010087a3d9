import type { Document } from '../core/document.ts'
import type { DocumentId } from '../core/ids.ts'

/** Documents that tell the same story in the same words, and where it comes from. */
export interface Cluster {
  readonly documents: readonly DocumentId[]
  /** Agency that the texts name, else the earliest publisher, else null. */
  readonly origin: string | null
  readonly why: 'named in the text' | 'earliest publisher' | 'unknown'
}

/** What clustering looks at. */
export type Story = Pick<Document, 'id' | 'text' | 'blocks' | 'origin' | 'publisher' | 'published'>

const shingleWords = 5
const hashes = 128
const bands = 32, rows = hashes / bands
/** Share of common shingles from which two texts are copies of one story. */
export const sameStory = 0.4

/**
 * Groups near-duplicates: MinHash over word shingles finds the pairs, the exact share of common shingles decides. Every
 * document is in one cluster; most are alone in theirs.
 * @example clusterStories([a, copyOfA, b]).map((c) => c.documents.length) // [2, 1]
 */
export function clusterStories(stories: readonly Story[]): readonly Cluster[] {
  const shingles = stories.map((s) => shingle(storyText(s))), signatures = shingles.map(signature)
  const parent = stories.map((_, i) => i)
  const rootOf = (i: number): number => { while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!; return i }
  for (const bucket of buckets(signatures, shingles)) {
    // Within a bucket each is compared with the first of each group: copies of copies meet through it.
    const heads: number[] = []
    for (const i of bucket) {
      const head = heads.find((h) => rootOf(h) === rootOf(i) || overlap(shingles[h]!, shingles[i]!) >= sameStory)
      if (head === undefined) heads.push(i)
      else parent[Math.max(rootOf(head), rootOf(i))] = Math.min(rootOf(head), rootOf(i))
    }
  }
  const groups = Map.groupBy(stories.map((_, i) => i), rootOf)
  return [...groups.values()].map((members) => toCluster(members.map((i) => stories[i]!)))
}

/**
 * From how many origins documents come: copies of one agency's text count once, however many outlets print it.
 * @example countOrigins(clusterStories(stories), new Set(ids)) // 2
 */
export function countOrigins(clusters: readonly Cluster[], documents: ReadonlySet<DocumentId>): number {
  const origins = new Set<string>()
  for (const [i, cluster] of clusters.entries()) {
    if (!cluster.documents.some((d) => documents.has(d))) continue
    origins.add(cluster.why === 'named in the text' ? cluster.origin!.toLowerCase() : `cluster ${i}`)
  }
  return origins.size
}

function toCluster(stories: readonly Story[]): Cluster {
  const documents = stories.map((s) => s.id)
  const named = mostFrequent(stories.flatMap((s) => (s.origin ? [s.origin] : [])))
  if (named !== undefined) return { documents, origin: named, why: 'named in the text' }
  const dated = stories.filter((s) => s.publisher !== null && s.published !== null).sort((a, b) => (a.published!.edtf < b.published!.edtf ? -1 : a.published!.edtf > b.published!.edtf ? 1 : 0))
  const publisher = dated[0]?.publisher ?? stories.find((s) => s.publisher !== null)?.publisher ?? null
  return { documents, origin: publisher, why: publisher === null ? 'unknown' : 'earliest publisher' }
}

function mostFrequent(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
}

// Titles, credits and boxes differ from outlet to outlet; the story is in its paragraphs.
function storyText({ text, blocks }: Story): string {
  const told = blocks.filter((b) => b.kind === 'paragraph' || b.kind === 'quote' || b.kind === 'item')
  return told.length > 0 ? told.map((b) => text.slice(b.start, b.end)).join('\n') : text
}

/** Hashes of all runs of five words; a shorter text is one run. */
export function shingle(text: string): ReadonlySet<number> {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hash)
  const found = new Set<number>()
  const length = Math.min(shingleWords, words.length)
  for (let i = 0; i + length <= words.length && length > 0; i++) {
    let sum = 0
    for (let k = 0; k < length; k++) sum = mix(Math.imul(sum, 31) ^ words[i + k]!)
    found.add(sum >>> 0)
  }
  return found
}

/** Share of shingles that two texts have in common, of all they have. @example overlap(new Set([1, 2]), new Set([2, 3])) // 1/3 */
export function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let common = 0
  for (const s of small) if (large.has(s)) common++
  return common / (a.size + b.size - common)
}

function hash(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return mix(h)
}
const mix = (h: number): number => {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

const seeds = Uint32Array.from({ length: hashes }, (_, i) => mix(i * 0x9e3779b1 + 1) | 1)
function signature(shingles: ReadonlySet<number>): Uint32Array {
  const least = new Uint32Array(hashes).fill(0xffffffff)
  for (const s of shingles) for (let i = 0; i < hashes; i++) {
    const h = Math.imul(s ^ seeds[i]!, 0x9e3779b1) >>> 0
    if (h < least[i]!) least[i] = h
  }
  return least
}

function buckets(signatures: readonly Uint32Array[], shingles: readonly ReadonlySet<number>[]): Iterable<readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [i, signed] of signatures.entries()) {
    if (shingles[i]!.size === 0) continue
    for (let band = 0; band < bands; band++) {
      const key = `${band}:${signed.subarray(band * rows, band * rows + rows).join()}`
      const bucket = found.get(key)
      if (bucket) bucket.push(i)
      else found.set(key, [i])
    }
  }
  return [...found.values()].filter((b) => b.length > 1)
}
