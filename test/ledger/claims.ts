// A small builder of resolved claims, for tests of the ledger.
import { claim, type ClaimFields, type CommitmentFields, type Known, type Link, type MeetingFields, type PlanningFields, type Claim, type Written } from '../../src/core/claim.ts'
import { edtf, type DatedValue } from '../../src/core/dates.ts'
import { documentId } from '../../src/core/ids.ts'
import { sha256 } from '../../src/core/hash.ts'
import { money, type Qualifier } from '../../src/core/money.ts'
import type { ReferenceId, RecordId } from '../../src/core/ids.ts'
import type { StoredEntry, Entry } from '../../src/ledger/entry.ts'
import { project } from '../../src/ledger/project.ts'
import { reconcile, type Fresh, type Reconciled, type Recorded } from '../../src/ledger/reconcile.ts'
import type { LedgerRecord } from '../../src/ledger/record.ts'
import type { Convert } from '../../src/ledger/totals.ts'

export const actor = (label: string, type: Link['mention']['type'] = 'state', office: string | null = null): Link => ({
  kind: 'link', to: label.toLowerCase().replace(/[^a-z0-9]+/g, '-') as ReferenceId, choices: [], basis: 'stated', label, why: 'listed',
  mention: { kind: 'mention', type, name: label, written: label, span: null, country: type === 'state' ? label : null, office, candidates: [] },
})
export const on = (day: string, basis: DatedValue['basis'] = 'said'): DatedValue => ({ edtf: edtf(day), basis })
export const sum = (value: number, currency = 'EUR', qualifier: Qualifier = 'exact') => money(value, currency, qualifier)

/** One claim of a document named by a word; the words are its evidence. */
export function said(document: string, words: string, fields: ClaimFields<Known>): Claim<Known> {
  return claim(documentId(sha256(document)), 'test 1', { fields: fields as unknown as ClaimFields<Written>, evidence: [{ exact: words, start: 0, end: words.length }], confidence: 1, explain: { rule: 'test', fields: {} } }) as unknown as Claim<Known>
}
export const commitment = (f: Partial<CommitmentFields<Known>> & { readonly provider: readonly Link[] }): CommitmentFields<Known> => ({
  kind: 'commitment', recipient: [actor('UA')], aid: 'military', stage: 'announced', amount: null, items: [], date: null, period: null, total: false, condition: null, channel: null, restates: null, ...f,
})
export const meeting = (f: Partial<MeetingFields<Known>>): MeetingFields<Known> => ({
  kind: 'meeting', date: null, state: 'held', mode: null, place: null, country: null, forum: null, parties: [], people: [], level: null, agenda: [], ordinal: null, ...f,
})
export const planning = (f: Partial<PlanningFields<Known>> & { readonly text: string }): PlanningFields<Known> => ({ kind: 'planning', actor: [], topic: 'capability', target: null, year: null, ...f })

/** Reads claims one document after another, as the pipeline does, and computes the records. */
export function ledgerOf(fresh: readonly Fresh[], convert?: Convert): { readonly records: readonly LedgerRecord[]; readonly entries: readonly StoredEntry[]; readonly doubts: Reconciled['doubts'] } {
  const recorded: Recorded[] = [], entries: Entry[] = [], doubts: Reconciled['doubts'][number][] = []
  for (const one of fresh) {
    const done = reconcile([one], recorded, convert)
    entries.push(...done.entries); doubts.push(...done.doubts)
    recorded.push({ ...one, record: done.entries[0]!.record })
  }
  const stored = entries.map((e, i): StoredEntry => ({ ...e, sequence: i + 1, batch: i + 1, recorded: '2026-01-01T00:00:00.000Z', hash: '' }))
  return { records: project(stored).records, entries: stored, doubts }
}
export const published = (claim: Claim<Known>, day: string | null): Fresh => ({ claim, published: day })
/** A person's word that two records are one, added to the entries. */
export function joined(entries: readonly StoredEntry[], a: RecordId, b: RecordId): readonly LedgerRecord[] {
  const last = entries.at(-1)!
  return project([...entries, { ...last, id: 'ent_x' as StoredEntry['id'], record: a, event: 'same-as', other: b, claims: [], fields: {}, date: null, by: { person: 'A. Reader' }, why: 'both speak of it', sequence: last.sequence + 1 }]).records
}
