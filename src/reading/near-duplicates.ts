import type { Document } from '../core/document.ts'
import { agencies } from './phrases.ts'

/** What a story is known by: hashes of its runs of five words, and keys that two texts with many runs in common share. */
export interface Sketch { readonly shingles: ReadonlySet<number>; readonly bands: readonly number[] }

/** What a sketch is made of. */
export type Story = Pick<Document, 'text' | 'blocks'>

const shingleWords = 5
/** Two texts with two fifths of their runs in common share a band in 19 of 20 cases, with one in a hundred in 1 of 600. */
const bands = 16, rows = 2
/** More of a text than this is not looked at: it is a table or a book. */
const longest = 200_000

/** Share of common runs from which two texts are copies of one story. */
export const sameStory = 0.4

/**
 * @example overlap(sketchOf(report).shingles, sketchOf(copy).shingles) >= sameStory // true
 */
export function sketchOf(story: Story): Sketch {
  const shingles = shinglesOf(story)
  return { shingles, bands: shingles.size === 0 ? [] : bandsOf(shingles) }
}

/** The runs of words of a story, by their hashes. @example shinglesOf(report).has(hash) */
export const shinglesOf = (story: Story): ReadonlySet<number> => shingle(storyText(story))

/**
 * The agency a document is from: the one its text credits, else its publisher where that is an agency.
 * @example agencyOf({ origin: null, publisher: 'Ukrinform' }) // 'Ukrinform'
 */
export const agencyOf = ({ origin, publisher }: Pick<Document, 'origin' | 'publisher'>): string | null => origin ?? agencies.get((publisher ?? '').toLowerCase()) ?? null

// Titles, credits and boxes differ from outlet to outlet; the story is in its paragraphs.
function storyText({ text, blocks }: Story): string {
  const told = blocks.filter((b) => b.kind === 'paragraph' || b.kind === 'quote' || b.kind === 'item')
  return (told.length > 0 ? told.map((b) => text.slice(b.start, b.end)).join('\n') : text).slice(0, longest)
}

const plain = /^[\x00-\x7f]*$/
/** Hashes of all runs of five words; a shorter text is one run. */
export function shingle(text: string): ReadonlySet<number> {
  const lower = text.toLowerCase(), words = (lower.match(plain.test(lower) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? []).map(hash)
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

const seeds = Uint32Array.from({ length: bands * rows }, (_, i) => mix(i * 0x9e3779b1 + 1) | 1)
/** Least hashes under many mixes (MinHash), two to a band; each band as a number of 32 bits. */
function bandsOf(shingles: ReadonlySet<number>): readonly number[] {
  const least = new Uint32Array(bands * rows).fill(0xffffffff)
  for (const s of shingles) for (let i = 0; i < least.length; i++) {
    const h = mix(s ^ seeds[i]!) >>> 0
    if (h < least[i]!) least[i] = h
  }
  return Array.from({ length: bands }, (_, band) => { let key = band; for (let row = 0; row < rows; row++) key = mix(Math.imul(key, 31) ^ least[band * rows + row]!); return key | 0 })
}
