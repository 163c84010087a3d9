// The labelled texts of test/cases/pairs, read, drawn, resolved and reconciled; and what came of it against the labels.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim, Known } from '../../src/core/claim.ts'
import type { ClaimId, RecordId } from '../../src/core/ids.ts'
import { extract } from '../../src/extraction/extract.ts'
import { loadReference } from '../../src/io/reference.ts'
import { project } from '../../src/ledger/project.ts'
import { reconcile, type Fresh, type Recorded } from '../../src/ledger/reconcile.ts'
import type { Entry, StoredEntry } from '../../src/ledger/entry.ts'
import type { LedgerRecord } from '../../src/ledger/record.ts'
import type { Convert } from '../../src/ledger/totals.ts'
import type { Arrived, Incoming } from '../../src/pipeline.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { buildLexicon } from '../../src/resolution/lexicon.ts'
import { resolve } from '../../src/resolution/resolve.ts'

/** An event that a text tells: the claim of this kind whose evidence holds the words. */
interface Label { readonly key: string; readonly kind: string; readonly words: string }
export interface Text { readonly name: string; readonly language: string; readonly day: string; readonly labels: readonly Label[]; readonly body: string }
/** A label and the claim found for it, if any; the record it fell into. */
export interface Found extends Label { readonly text: string; readonly claim: Claim<Known> | undefined; readonly record: RecordId | undefined; readonly subject: string }

/** The sets of test/cases/pairs; the later ones were written after rules were mended on those before. */
export type PairSet = 'texts' | 'second' | 'third' | 'fourth'
export function labelledTexts(set: PairSet = 'texts'): readonly Text[] {
  const file = readFileSync(join(import.meta.dirname, `../../test/cases/pairs/${set}.txt`), 'utf8')
  return file.split(/^== /m).slice(1).map((block) => {
    const [head, ...body] = block.split('\n'), [name, language, day, events] = head!.split(' | ') as [string, string, string, string]
    const labels = events.split('; ').map((e) => { const [, key, kind, words] = /^(.+?)=(\w+):(.+)$/.exec(e)!; return { key: key!, kind: kind!, words: words! } })
    return { name, language, day, labels, body: body.join('\n').trim() }
  })
}

/** Every text as a document with its claims, on its way into a store. */
export async function readDocuments(texts: readonly Text[]): Promise<readonly (Incoming & Arrived)[]> {
  const reference = loadReference(), lexicon = buildLexicon(reference), out: (Incoming & Arrived)[] = []
  for (const t of texts) {
    const bytes = new TextEncoder().encode(`---\ntitle: Short news ${t.name}\npublished: ${t.day}\nlanguage: ${t.language}\n---\n\n${t.body}\n`)
    const [read] = await readBytes(bytes, sourceOf(`${t.name}.md`))
    if (!read || !('value' in read.outcome)) throw new Error(`${t.name} was not read`)
    const document = read.outcome.value
    out.push({ label: t.name, bytes, outcome: read.outcome, claims: resolve(extract(document, lexicon).claims, { document, reference }).claims })
  }
  return out
}

/** Claims of every text, on their way into the ledger. */
export async function readTexts(texts: readonly Text[]): Promise<ReadonlyMap<string, readonly Fresh[]>> {
  const published = ({ outcome }: Arrived) => ('value' in outcome ? outcome.value.published?.edtf ?? null : null)
  return new Map((await readDocuments(texts)).map((d) => [d.label, d.claims.map((claim) => ({ claim, published: published(d) }))]))
}

export interface Ledger { readonly records: readonly LedgerRecord[]; readonly recordOf: ReadonlyMap<ClaimId, RecordId>; readonly entries: readonly Entry[] }

/** The documents one after another, as the pipeline takes them. */
export function ledger(documents: readonly (readonly Fresh[])[], convert?: Convert): Ledger {
  const recorded: Recorded[] = [], entries: Entry[] = []
  for (const fresh of documents) {
    const done = reconcile(fresh, recorded, convert)
    entries.push(...done.entries)
    const own = new Map(done.entries.filter((e) => e.event !== 'same-as').flatMap((e) => e.claims.map((c) => [c, e.record] as const)))
    recorded.push(...fresh.map((f) => ({ ...f, record: own.get(f.claim.id)! })))
  }
  const { records } = project(entries.map((e, i): StoredEntry => ({ ...e, sequence: i + 1, batch: 1, recorded: '2026-01-01T00:00:00.000Z', hash: '' })))
  return { records, entries, recordOf: new Map(records.flatMap((r) => r.claims.map((c) => [c, r.id] as const))) }
}

/** Each label with its claim and record; `subject` is what its hard negatives share: the giver or forum, by the first two letters of the key. */
export function findLabels(texts: readonly Text[], read: ReadonlyMap<string, readonly Fresh[]>, { recordOf }: Ledger): readonly Found[] {
  return texts.flatMap((t) => t.labels.map((label): Found => {
    const claim = read.get(t.name)!.map((f) => f.claim).find((c) => c.fields.kind === label.kind && c.evidence.some((e) => e.exact.replace(/\s/g, ' ').includes(label.words)))
    return { ...label, text: t.name, claim, record: claim && recordOf.get(claim.id), subject: `${label.kind} ${label.key.split('-')[0]}` }
  }))
}

export interface Score { readonly pairs: number; readonly same: number; readonly precision: number; readonly recall: number; readonly recallOfDrawn: number; readonly bCubed: number; readonly drawn: number; readonly wrong: readonly string[]; readonly missed: readonly string[] }

/**
 * Labelled pairs are those of one event and, as hard negatives, those of one giver or forum. Any two labelled claims
 * that share a record count for precision, hard negatives or not. A claim that was not drawn misses all its pairs.
 */
export function scorePairs(found: readonly Found[]): Score {
  let pairs = 0, same = 0, drawnSame = 0, hit = 0, joined = 0
  const wrong: string[] = [], missed: string[] = []
  found.forEach((a, i) => found.slice(i + 1).forEach((b) => {
    if (a.text === b.text || a.kind !== b.kind) return
    const gold = a.key === b.key, together = a.record !== undefined && a.record === b.record, name = `${a.key} ${a.text} – ${b.key} ${b.text}`
    if (gold || a.subject === b.subject) pairs++
    if (together) { joined++; if (!gold) wrong.push(name) }
    if (!gold) return
    same++
    if (a.claim && b.claim) drawnSame++
    if (together) hit++
    else missed.push(`${name}${a.claim ? '' : ` (${a.text} not drawn)`}${b.claim ? '' : ` (${b.text} not drawn)`}`)
  }))
  const drawn = found.filter((f) => f.claim)
  const b = bCubed(drawn)
  return { pairs, same, precision: joined ? hit / joined : 1, recall: hit / same, recallOfDrawn: hit / drawnSame, bCubed: b, drawn: drawn.length / found.length, wrong, missed }
}

/** B-cubed F1 of the records over the claims that were drawn. */
function bCubed(found: readonly Found[]): number {
  const mean = (f: (one: Found) => number) => found.reduce((s, one) => s + f(one), 0) / found.length
  const both = (one: Found) => found.filter((o) => o.record === one.record && o.key === one.key).length
  const precision = mean((one) => both(one) / found.filter((o) => o.record === one.record).length), recall = mean((one) => both(one) / found.filter((o) => o.key === one.key).length)
  return (2 * precision * recall) / (precision + recall)
}

