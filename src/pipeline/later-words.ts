import type { Claim, Known } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import { documentId } from '../core/ids.ts'
import type { Issue } from '../core/issue.ts'
import type { ReadingPool } from '../io/reading-pool.ts'
import type { Store } from '../io/store.ts'
import { record, type Recorded } from '../pipeline.ts'
import { sourceOf } from '../reading/read.ts'

/** Code of what waits in review: words of a kept document that only a later reader found. */
const code = 'later-words'

/** A set-aside text of such words. */
export interface LaterWords { readonly hash: string; readonly label: string; readonly issues: readonly Issue[]; readonly recorded: string }

/**
 * Claims of words that the kept text does not have, as a text to be set aside for review: the paragraphs of those words,
 * under what is known of the document. No kept text holds them, so no evidence can point to them; as a document of their
 * own they have one.
 */
export function laterWords(document: Document, now: Document, claims: readonly Claim<Known>[]): { readonly label: string; readonly bytes: Uint8Array; readonly issue: Issue } {
  const holds = (b: { readonly start: number; readonly end: number }) => claims.some((c) => c.evidence.some((e) => e.start < b.end && e.end > b.start))
  const blocks = now.blocks.length > 0 ? now.blocks.filter(holds) : [{ start: 0, end: now.text.length }]
  const head = [['title', document.title], ['publisher', document.publisher], ['published', document.published?.edtf]].flatMap(([key, value]) => (value ? [`${key}: "${value.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`] : []))
  const text = `---\n${head.join('\n')}\n---\n\n${blocks.map((b) => now.text.slice(b.start, b.end)).join('\n\n')}\n`, words = claims[0]!.evidence[0].exact.replace(/\s+/g, ' ').slice(0, 160)
  return {
    label: `${document.label} as ${now.reader} reads it`, bytes: new TextEncoder().encode(text),
    issue: { code, level: 'warning', message: `${claims.length} ${claims.length === 1 ? 'claim rests' : 'claims rest'} on words of ${document.label} that ${now.reader} reads and that the text on record (${document.reader}) does not have: “${words}”. Compare them with the original; "helenow review --take" records them as a document of their own.`, place: document.id },
  }
}

/** Is this something that waits as words of a later reader, and no document that could not be read? */
export const isLaterWords = ({ issues }: Pick<LaterWords, 'issues'>): boolean => issues.some((i) => i.code === code)

/** Words of later readers that nobody has taken yet. */
export async function waitingWords(store: Store, limit = 1000): Promise<readonly LaterWords[]> {
  const all = (await store.quarantined()).filter(isLaterWords).slice(0, limit)
  const taken = await Promise.all(all.map((q) => store.document(documentId(q.hash))))
  return all.filter((_, i) => !taken[i])
}

/** Reads the set-aside words and records what is drawn from them. @throws when there are none under that hash */
export async function takeWords(store: Store, pool: ReadingPool, words: LaterWords): Promise<Recorded> {
  const bytes = await store.setAside(words.hash)
  if (!bytes) throw new Error(`the bytes ${words.hash} are missing`)
  const source = sourceOf(words.label, { declaredType: 'text/markdown' })
  return record(store, (async function* () {
    for (const { label, outcome, extracted } of await pool.read(bytes, source, { extract: true })) yield { label, bytes, outcome, claims: extracted?.claims ?? [] }
  })())
}
