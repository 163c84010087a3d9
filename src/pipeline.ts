import { claim, type Claim, type Known, type Link } from './core/claim.ts'
import { bounds, parseEdtf } from './core/dates.ts'
import type { Document } from './core/document.ts'
import type { ClaimId, DocumentId, RecordId } from './core/ids.ts'
import type { Outcome } from './core/issue.ts'
import type { ClaimRow, DocumentRow, Reading, RunReport, Store } from './io/store.ts'
import { isProposed } from './extraction/model/agreement.ts'
import { pageOf, type FetchRecord } from './io/page-log.ts'
import type { ReadingPool } from './io/reading-pool.ts'
import { entry, type Entry, type Json } from './ledger/entry.ts'
import { isMoney } from './ledger/json.ts'
import type { Source } from './reading/format.ts'
import type { LedgerRecord } from './ledger/record.ts'
import type { Lexicon } from './core/lexicon.ts'
import { asCurrency, moneyValue } from './core/money.ts'
import { loadRates, loadReference } from './io/reference.ts'
import { groupsOf, totalOf, type Convert, type Total, type TotalOptions } from './ledger/totals.ts'
import { convert } from './resolution/convert.ts'
import { turnPages } from './io/versions.ts'
import { reopen, type Held } from './ledger/versions.ts'
import { buildLexicon } from './resolution/lexicon.ts'
import { ratesOf, type Rates } from './resolution/rates.ts'
import type { Reference } from './resolution/reference.ts'
import { linkToRegister, openActorNames } from './resolution/wide.ts'
import { resolve } from './resolution/resolve.ts'
import type { Match } from './ledger/match.ts'
import { doubtsOf, reconcile, type Fresh } from './ledger/reconcile.ts'
import { answersTo, certainAnswer, type Answer, type AskLike } from './planning/asks.ts'
import type { Report } from './reporting/report.ts'
import { meetingBrief } from './reporting/reports/index.ts'
import type { MeetingBriefInput } from './reporting/reports/meeting-brief.ts'

/** One document as a reader and the extractors left it, on its way into the store; or an address at which nothing changed. */
export type Incoming = { readonly label: string; /** Fetches that are done once this is on record. */ readonly fetches?: readonly FetchRecord[] } & (Arrived | { readonly unchanged: true })
export interface Arrived { readonly bytes: Uint8Array; readonly outcome: Outcome<Document>; readonly claims: readonly Claim<Known>[] }

export interface Recorded extends RunReport { /** Pairs of a new claim and a record that are alike without certainty. */ readonly doubts: number }

/**
 * Records what was read: claims find their records, and each document is stored whole or not at all.
 * @param batch how many documents share a transaction
 * @param onDone called with each document once it is safe
 * @returns the equation of the run: read = accepted + warned + quarantined + refused
 */
export async function record(store: Store, incoming: AsyncIterable<Incoming>, onDone: (one: Incoming, known: boolean) => void = () => {}, batch = 16): Promise<Recorded> {
  const counts = { read: 0, accepted: 0, warned: 0, quarantined: 0, refused: 0, known: 0, unchanged: 0 }
  let doubts = 0
  let waiting: (Incoming & Arrived)[] = [], fetches: FetchRecord[] = []
  const flush = async () => {
    if (waiting.length > 0) {
      const written = await store.inTurn(() => recordBatch(store, waiting))
      doubts += written.doubts
      counts.known += written.known.size
      for (const one of waiting) onDone(one, 'value' in one.outcome && written.known.has(one.outcome.value.id))
    }
    // A fetch is on record after what it brought: a crash in between has it fetched again, and nothing is missed.
    if (fetches.length > 0) await store.pages.saveFetches(fetches)
    waiting = []
    fetches = []
  }
  for await (const one of incoming) {
    counts.read++
    fetches.push(...one.fetches ?? [])
    if ('unchanged' in one) { counts.accepted++; counts.known++; counts.unchanged++; onDone(one, true); continue }
    counts[one.outcome.state]++
    if (one.outcome.state === 'quarantined') await store.quarantine(one.label, one.bytes, one.outcome.issues)
    if (one.outcome.state === 'quarantined' || one.outcome.state === 'refused') { onDone(one, false); continue }
    // Versions of one page go onto the record one after the other.
    const page = pageOf(one.outcome.value)
    if (page !== null && waiting.some((w) => 'value' in w.outcome && pageOf(w.outcome.value) === page)) await flush()
    waiting.push(one)
    if (waiting.length >= batch) await flush()
  }
  await flush()
  return { ...counts, doubts }
}

const euro = converter('EUR')

async function recordBatch(store: Store, batch: readonly Arrived[]): Promise<{ known: ReadonlySet<DocumentId>; doubts: number }> {
  const registered = await store.actors.named(openActorNames(batch.flatMap((one) => one.claims)))
  const arriving = batch.flatMap(({ outcome, bytes, claims }) => (outcome.state === 'accepted' || outcome.state === 'warned' ? [{ document: outcome.value, bytes, claims: linkToRegister(claims, outcome.value, registered), issues: outcome.issues }] : []))
  const { documents, carried, late, ...turned } = await turnPages(store, arriving)
  // What only a model read is kept with its document and enters no record, no total and no answer by itself.
  const fresh = documents.flatMap(({ document, claims }) => claims.filter((c) => !isProposed(c)).map((claim) => ({ claim, published: document.published?.edtf ?? null })))
  const compared = fresh.filter((f) => !carried.has(f.claim.id))
  const { entries, doubts, causes } = reconcile(fresh, await store.candidates(compared.map((f) => f.claim)), euro, carried)
  const home = new Map(documents.flatMap(({ document, claims }) => claims.map((c) => [c.id, document.id] as const)))
  const answers = await answered(store, compared)
  // A claim on record that tells again what a new one says first: the entry comes with the new documents.
  const readings = documents.map((d): Reading => {
    const own = [...entries, ...answers].filter((e) => home.get(causes.get(e.id) ?? claimOf(e)) === d.document.id), newer = late.get(d.document.id)
    return { ...d, entries: [...own, ...turned.entries.get(d.document.id) ?? [], ...newer ? reopen(heldBy(d, own), newer, { open: new Map(), settled: new Set() }) : []] }
  })
  const { known } = await store.record(readings)
  // A document on record that is its page's newest version again brings entries and no content.
  const returned = readings.filter((r) => known.includes(r.document.id)).flatMap((r) => turned.entries.get(r.document.id) ?? [])
  if (returned.length > 0) await store.append(returned)
  for (const { address, version } of turned.back) await store.pages.addVersion(address, version)
  return { known: new Set(known), doubts: doubts.length }
}

/** The claims of a document with the records that its entries put them in. */
function heldBy({ document, claims }: { readonly document: Document; readonly claims: readonly Claim<Known>[] }, entries: readonly Entry[]): readonly Held[] {
  const records = new Map(entries.flatMap((e) => e.claims.map((c) => [c, e.record] as const)))
  return claims.flatMap((claim) => { const record = records.get(claim.id); return record ? [{ claim, record, text: document.text }] : [] })
}

/** A run's equation as one line. @example sayRun(report) // 'read 3 = accepted 2 + warned 0 + quarantined 1 + refused 0' */
export function sayRun(run: RunReport): string {
  const balanced = run.read === run.accepted + run.warned + run.quarantined + run.refused
  return `read ${run.read} = accepted ${run.accepted} + warned ${run.warned} + quarantined ${run.quarantined} + refused ${run.refused}${run.known ? ` (${run.known} known already${run.unchanged ? `, of which ${run.unchanged} unchanged at the address` : ''}: nothing added)` : ''}${balanced ? '' : ' — DOES NOT BALANCE'}`
}

/**
 * The brief of a meeting: what the store holds of it, gathered and set out.
 * @param asOf record time of the view, or null for now
 * @returns undefined when there is no such meeting
 */
export async function briefOf(store: Store, meeting: RecordId, asOf: string | null = null): Promise<Report | undefined> {
  const found = await store.recordOf(meeting, asOf)
  if (!found || found.record.kind !== 'meeting') return undefined
  const documents = await allOf(store, new Set(found.claims.map((c) => c.document.id)))
  const meetings = await store.records({ kind: 'meeting', asOf, limit: 2000 })
  const earlier = earlierThan(found.record, meetings).slice(0, 6)
  const input: MeetingBriefInput = {
    meeting: found.record, claims: found.claims, asOf,
    statements: claimsOf(documents, 'statement').filter((c) => speaksHere(c.claim, found.record)),
    plans: [...claimsOf(documents, 'planning'), ...claimsOf(documents, 'lesson')],
    asks: await Promise.all((await recordsIn(store, documents, 'ask', asOf)).map(async (r) => ({ ...r, answer: await answersOf(store, r.record, asOf) }))),
    commitments: await bearing(store, found.record, documents, asOf),
    earlier: await Promise.all(earlier.map(async (record) => {
      const own = await store.recordOf(record.id, asOf)
      const texts = await allOf(store, new Set(own?.claims.map((c) => c.document.id) ?? []))
      const others = new Set(found.claims.map((c) => c.document.id))
      return { record, claims: own?.claims ?? [], statements: claimsOf(texts.filter((t) => !others.has(t.row.id)), 'statement').filter((c) => speaksHere(c.claim, record)) }
    })),
  }
  return meetingBrief(input)
}

interface Whole { readonly row: DocumentRow; readonly claims: readonly ClaimRow[] }
async function allOf(store: Store, ids: ReadonlySet<DocumentId>): Promise<readonly Whole[]> {
  const found = await Promise.all([...ids].map((id) => store.document(id)))
  return found.filter((d) => d !== undefined)
}

const claimsOf = (documents: readonly Whole[], kind: Claim<Known>['fields']['kind']) =>
  documents.flatMap((d) => d.claims.filter((c) => c.claim.fields.kind === kind).map((c) => ({ claim: c.claim, document: d.row })))

/** Records of one kind that claims of these documents belong to, each with all its claims. */
async function recordsIn(store: Store, documents: readonly Whole[], kind: Claim<Known>['fields']['kind'], asOf: string | null) {
  const ids = new Set(documents.flatMap((d) => d.claims.filter((c) => c.claim.fields.kind === kind).flatMap((c) => (c.record ? [c.record] : []))))
  const found = await Promise.all([...ids].map((id) => store.recordOf(id, asOf)))
  return found.filter((r) => r !== undefined)
}

async function answersOf(store: Store, ask: LedgerRecord, asOf: string | null) {
  const found = await store.recordOf(ask.id, asOf)
  const ids = found?.entries.filter((e) => e.event === 'answered').flatMap((e) => e.fields['answers'] as readonly ClaimId[]) ?? []
  return (await Promise.all(ids.map((id) => store.claim(id)))).filter((c) => c !== undefined)
}

/** The claim that an entry of a document came with: its own, or the one that answers an ask. */
const claimOf = (e: Entry): ClaimId => (e.claims[0] ?? (e.fields['answers'] as readonly ClaimId[] | undefined)?.[0])!

/** Asks on record that new commitments and projects answer for certain; what is less than certain is shown by `review`. */
async function answered(store: Store, fresh: readonly Fresh[]): Promise<readonly Entry[]> {
  const deeds = fresh.filter(({ claim: c }) => c.fields.kind === 'commitment' || c.fields.kind === 'project').map((f) => [f.claim, f.published] as const)
  if (deeds.length === 0) return []
  const asks = (await store.records({ kind: 'ask', limit: 300 })).filter((r) => r.state === 'asked')
  return asks.flatMap((ask) => {
    const [best] = answersTo(askOf(ask), deeds, dayOf(ask) ?? ask.course?.[0]?.date ?? null)
    return best && best.score >= certainAnswer ? [entry({ record: ask.id, kind: 'ask', event: 'answered', date: null, claims: [], other: null, fields: { answers: [best.claim.id] }, by: { machine: 'asks 1' }, why: best.why })] : []
  })
}

/** Commitments that bear on a meeting: those of its own documents, then those of its parties in the year before it. */
async function bearing(store: Store, meeting: LedgerRecord, documents: readonly Whole[], asOf: string | null) {
  const own = await recordsIn(store, documents, 'commitment', asOf)
  const parties = new Set(labels(meeting.fields['parties'])), day = dayOf(meeting)
  if (!day || parties.size === 0) return own
  const from = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  const others = (await store.records({ kind: 'commitment', asOf, limit: 5000 }))
    .filter((r) => { const at = dayOf(r); return at !== null && at >= from && at <= day && labels(r.fields['provider']).some((p) => parties.has(p)) && !own.some((o) => o.record.id === r.id) })
    .sort((a, b) => (dayOf(b) ?? '').localeCompare(dayOf(a) ?? '')).slice(0, 8)
  const found = await Promise.all(others.map((r) => store.recordOf(r.id, asOf)))
  return [...own, ...found.filter((r) => r !== undefined)]
}

/** Meetings of the same forum, or of mostly the same parties, that lie before this one: newest first. */
function earlierThan(meeting: LedgerRecord, all: readonly LedgerRecord[]): readonly LedgerRecord[] {
  const day = dayOf(meeting), forum = labels(meeting.fields['forum'])[0], parties = new Set(labels(meeting.fields['parties']))
  if (!day) return []
  return all.filter((m) => {
    const at = dayOf(m)
    if (m.id === meeting.id || at === null || at >= day) return false
    if (forum) return labels(m.fields['forum'])[0] === forum
    const theirs = labels(m.fields['parties']), shared = theirs.filter((p) => parties.has(p)).length
    return shared >= 2 && shared >= 0.7 * Math.max(theirs.length, parties.size)
  }).sort((a, b) => (dayOf(b) ?? '').localeCompare(dayOf(a) ?? ''))
}

/** Does the speaker of a statement belong to the meeting: one of its people, or of the state or body of a party? */
function speaksHere({ fields }: Claim<Known>, meeting: LedgerRecord): boolean {
  if (fields.kind !== 'statement') return false
  const parties = labels(meeting.fields['parties']), people = labels(meeting.fields['people'])
  const speaker: Link = fields.speaker
  return people.includes(speaker.label) || parties.includes(speaker.label) || (fields.country !== null && parties.includes(fields.country)) || parties.length === 0
}

/** An ask on record as the planning floor compares it. */
export const askOf = (ask: LedgerRecord): AskLike => ({ text: String(ask.fields['text'] ?? ''), addressee: [ask.fields['addressee'] ?? []].flat().map((a) => { const actor = a as { label: string; to: string | null }; return { label: actor.label, to: actor.to } }) })

const labels = (value: Json | undefined): readonly string[] =>
  [value].flat().flatMap((v) => (typeof v === 'object' && v !== null && !Array.isArray(v) && typeof (v as { label?: Json }).label === 'string' ? [(v as { label: string }).label] : []))

/** First day of a record's date, or null. */
export function dayOf(record: LedgerRecord): string | null {
  const date = record.fields['date'] as { edtf?: string } | null | undefined
  const parsed = parseEdtf(date?.edtf ?? '')
  return parsed ? bounds(parsed)[0] : null
}

/** The meeting whose brief is wanted first: the newest dated one with a forum, else the newest dated one. */
export async function newestMeeting(store: Store, asOf: string | null = null): Promise<LedgerRecord | undefined> {
  const all = (await store.records({ kind: 'meeting', asOf, limit: 2000 })).filter((m) => dayOf(m) !== null)
  const byDay = [...all].sort((a, b) => (dayOf(b) ?? '').localeCompare(dayOf(a) ?? ''))
  return byDay.find((m) => m.fields['forum']) ?? byDay[0]
}


/** Commitments on record, of texts and datasets, or of one dataset, or of texts alone ("none"). */
export async function loadCommitments(store: Store, asOf: string | null, dataset?: string): Promise<readonly LedgerRecord[]> {
  const all = await store.records({ kind: 'commitment', asOf, limit: 1_000_000 })
  if (dataset === undefined) return all
  return all.filter((r) => ((r.fields['dataset'] as { name?: string } | null | undefined)?.name ?? 'none') === dataset)
}

/** Conversion into a currency at the rate of a day, for totals; today's rate where the day is not known is never taken. */
export function converter(currency: string, own?: Rates): Convert {
  let rates = own
  return (amount, day) => {
    if (!day) return null
    rates ??= loadRates()
    const from = asCurrency(amount.currency)
    const done = from && convert({ ...amount, currency: from, qualifier: 'exact' }, currency, day, rates)
    return done?.money ? { value: moneyValue(done.money), rule: `${amount.currency} to ${currency}: ${done.source}, last fixing on or before the day of each commitment${done.stale ? ' (rates end earlier: the last one known)' : ''}.` } : null
  }
}

/**
 * Conversion of sums in some currencies at the rates that were imported, where there are any; else at those that come with
 * the program. The dollar is quoted on every day and is read with them: its days tell how far the rates reach.
 */
export async function converterOf(store: Store, currency: string, asOf: string | null, from: Iterable<string>): Promise<Convert> {
  const needed = new Set([...from, currency])
  const release = needed.size > 1 ? await store.figures.release('ecb-rate', asOf) : undefined
  if (release === undefined) return converter(currency)
  const figures = await store.figures.current({ dataset: 'ecb', series: ['ecb-rate'], subjects: [...needed.add('USD')], asOf })
  return converter(currency, ratesOf(figures.map((f) => ({ day: f.period, currency: f.subject, rate: Number(f.value) })), `European Central Bank, euro reference rates as imported (release ${release})`))
}

/** The currencies of the sums in the course of some records. */
export const currenciesOf = (records: readonly LedgerRecord[]): ReadonlySet<string> =>
  new Set(records.flatMap((r) => [r.fields['amount'], ...r.course?.map((s) => s.amount) ?? []]).flatMap((m) => (isMoney(m) ? [m.currency] : [])))

let loaded: { readonly reference: Reference; readonly lexicon: Lexicon } | undefined
/** The reference data and its lexicon, loaded once. */
export function reference(): { readonly reference: Reference; readonly lexicon: Lexicon } {
  if (!loaded) { const all = loadReference(); loaded = { reference: all, lexicon: buildLexicon(all) } }
  return loaded
}

/** A total as of now by the database's own sums, or as of another moment from the records: the same rules, the same figures. */
export async function totalOn(store: Store, options: Omit<TotalOptions, 'convert'>, asOf: string | null, dataset?: string): Promise<Total> {
  const groups = asOf !== null || options.level === 'item' ? groupsOf(await loadCommitments(store, asOf, dataset), options)
    : await store.tally({ by: options.by, definition: options.definition.name, currency: options.currency, dataset })
  const currencies = new Set(groups.flatMap((g) => (g.money ? [g.money.currency] : [])))
  return totalOf(groups, { ...options, convert: await converterOf(store, options.currency, asOf, currencies) })
}

/** A pair of records that look alike without certainty. */
export interface DoubtfulPair { readonly a: LedgerRecord; readonly b: LedgerRecord; readonly match: Match }

/** The pairs on record that wait for a person: alike without certainty, and not yet judged. The likeliest first. */
export async function findDoubts(store: Store, limit: number): Promise<readonly DoubtfulPair[]> {
  const pairs = new Map<string, DoubtfulPair>()
  for (const kind of ['commitment', 'meeting', 'ask', 'project'] as const) {
    for (const record of await store.records({ kind, limit: 2000 })) {
      const own = await store.recordOf(record.id)
      const claims = own?.claims.map((c) => ({ claim: c.claim, published: c.document.published })) ?? []
      const judged = new Set(own?.entries.filter((e) => e.event === 'same-as' || e.event === 'not-same-as').map((e) => e.other as string) ?? [])
      for (const doubt of doubtsOf(claims, await store.candidates(claims.map((c) => c.claim)), euro)) {
        const key = [record.id, doubt.record].sort().join(' ')
        if (doubt.record === record.id || record.formerly.includes(doubt.record) || judged.has(doubt.record) || pairs.has(key)) continue
        const other = await store.recordOf(doubt.record)
        if (!other || other.record.id === record.id || other.entries.some((e) => e.other === record.id && (e.event === 'same-as' || e.event === 'not-same-as'))) continue
        pairs.set(key, { a: record, b: other.record, match: doubt.match })
      }
      if (pairs.size >= limit * 4) break
    }
  }
  return [...pairs.values()].sort((x, y) => y.match.score - x.match.score).slice(0, limit)
}

/** Claims that may answer an open ask, below the certainty at which the ledger records it by itself. */
export async function possibleAnswers(store: Store, limit: number): Promise<readonly { readonly ask: LedgerRecord; readonly answer: Answer }[]> {
  const asks = (await store.records({ kind: 'ask', limit: 500 })).filter((r) => r.state === 'asked')
  if (asks.length === 0) return []
  const deeds: (readonly [Claim<Known>, string | null])[] = []
  for (const kind of ['commitment', 'project'] as const) for (const record of await store.records({ kind, limit: 500 })) for (const c of (await store.recordOf(record.id))?.claims ?? []) deeds.push([c.claim, c.document.published])
  return asks.flatMap((ask) => answersTo(askOf(ask), deeds, dayOf(ask) ?? ask.course?.[0]?.date ?? null).slice(0, 1).map((answer) => ({ ask, answer }))).sort((a, b) => b.answer.score - a.answer.score).slice(0, limit)
}
