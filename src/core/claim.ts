import { canonicalJson } from './hash.ts'
import { claimId, type ClaimId, type DocumentId, type ReferenceId } from './ids.ts'
import type { DatedValue } from './dates.ts'
import type { Evidence, NonEmpty, Span } from './evidence.ts'
import type { Money } from './money.ts'

/** ISO 3166-1 alpha-2, capitals. */
export type CountryCode = string & { readonly __country?: true }

export type ActorType = 'person' | 'state' | 'body' | 'company' | 'forum' | 'group' | 'unknown'

/**
 * An actor as a document names it. `name` is the fullest name the document gives for it (the usual English name for
 * states and for bodies the lexicon knows), `written` the words at `span`. A mention is never an entity by itself.
 */
export interface Mention {
  readonly kind: 'mention'
  readonly type: ActorType
  readonly name: string
  readonly written: string
  readonly span: Span | null
  /** State of the actor's office or seat, where the document or the lexicon gives it. */
  readonly country: CountryCode | null
  /** Office as written ("German Defense Minister"), for persons. */
  readonly office: string | null
  /** Reference ids the lexicon offers for the words; resolution chooses or leaves it open. */
  readonly candidates: readonly ReferenceId[]
}

/** A resolved actor: a link with its reason, a choice left to review, or unknown. */
export interface Link {
  readonly kind: 'link'
  readonly mention: Mention
  readonly to: ReferenceId | null
  /** More than one candidate stood: for review. */
  readonly choices: readonly ReferenceId[]
  readonly basis: 'stated' | 'implied' | 'decided' | 'unknown'
  /** For print: state code, usual English name, fullest personal name. */
  readonly label: string
  readonly why: string
}

/** Claims come in two states that do not mix: with mentions (`Written`) or with links (`Known`). */
export type Written = Mention
export type Known = Link

export interface Place<A> { readonly written: string; readonly country: CountryCode | null; readonly span: Span | null; readonly to?: A extends Link ? ReferenceId | null : never }

export type AidKind = 'military' | 'financial' | 'humanitarian' | 'training' | 'industrial' | 'energy' | 'other'
export type CommitmentStage = 'signalled' | 'announced' | 'approved' | 'allocated' | 'contracted' | 'delivered' | 'reduced' | 'suspended' | 'cancelled'
export type ProjectForm = 'joint venture' | 'licence' | 'co-production' | 'procurement' | 'investment' | 'maintenance' | 'research' | 'memorandum' | 'other'
export type ProjectStage = 'proposed' | 'agreed' | 'building' | 'operating' | 'ended'
export type PlanningTopic = 'spending' | 'capability' | 'alignment' | 'readiness' | 'industry'
export interface Item { readonly name: string; readonly quantity: number | null }

export interface StatementFields<A> {
  readonly kind: 'statement'
  readonly speaker: A
  readonly country: CountryCode | null
  readonly form: 'direct' | 'indirect' | 'mixed'
  readonly text: string
}
export interface MeetingFields<A> {
  readonly kind: 'meeting'
  readonly date: DatedValue | null
  readonly state: 'held' | 'planned' | 'cancelled' | 'postponed'
  readonly mode: 'in person' | 'call' | 'video' | null
  readonly place: Place<A> | null
  readonly country: CountryCode | null
  readonly forum: A | null
  readonly parties: readonly A[]
  readonly people: readonly A[]
  /** Beyond the contract: level of the parties, the topics, the meetings it follows (as spans of text). */
  readonly level: 'leaders' | 'foreign ministers' | 'defence ministers' | 'ministers' | 'officials' | null
  readonly agenda: readonly string[]
  readonly ordinal: number | null
}
export interface CommitmentFields<A> {
  readonly kind: 'commitment'
  readonly provider: readonly A[]
  readonly recipient: readonly A[]
  readonly aid: AidKind
  readonly stage: CommitmentStage
  readonly amount: Money | null
  readonly items: readonly Item[]
  readonly date: DatedValue | null
  readonly period: DatedValue | null
  readonly total: boolean
  /** Beyond the contract. */
  readonly condition: string | null
  readonly channel: A | null
  /** Words that say the money was promised before: "as pledged in May". */
  readonly restates: string | null
  /** Where the commitment stands in its tree; amounts are summed on one level only. Package when left out. */
  readonly level?: 'package' | 'tranche' | 'item'
  /** The row of a dataset it comes from: the key joins it to the same row of another release. */
  readonly dataset?: DatasetKey
  /** Other values of the same thing, each with its method; never added to `amount`. */
  readonly valuations?: readonly Valuation[]
}
/** A row of a dataset: `part` tells items of one activity apart. */
export interface DatasetKey { readonly name: string; readonly release: string; readonly key: string; readonly part?: string }
export interface Valuation { readonly method: 'reported' | 'converted' | 'redistributed' | 'estimated' | 'estimated delivered'; readonly money: Money }
export interface AskFields<A> {
  readonly kind: 'ask'
  readonly asker: A
  readonly addressee: readonly A[]
  readonly text: string
  readonly by: DatedValue | null
}
export interface ProjectFields<A> {
  readonly kind: 'project'
  readonly parties: readonly A[]
  readonly form: ProjectForm
  readonly stage: ProjectStage
  readonly subject: string
  readonly amount: Money | null
  readonly date: DatedValue | null
}
export interface LessonFields<A> {
  readonly kind: 'lesson'
  readonly learner: readonly A[]
  readonly source: readonly A[]
  readonly text: string
}
export interface PlanningFields<A> {
  readonly kind: 'planning'
  readonly actor: readonly A[]
  readonly topic: PlanningTopic
  readonly target: string | null
  readonly year: DatedValue | null
  readonly text: string
}

export type ClaimFields<A> = StatementFields<A> | MeetingFields<A> | CommitmentFields<A> | AskFields<A> | ProjectFields<A> | LessonFields<A> | PlanningFields<A>
export type ClaimKind = ClaimFields<Written>['kind']
export const claimKinds: readonly ClaimKind[] = ['statement', 'meeting', 'commitment', 'ask', 'project', 'lesson', 'planning']

/** Why a claim is there and why each field has its value: for `extract --explain`. */
export interface Explanation { readonly rule: string; readonly fields: Readonly<Record<string, string>> }

/** What an extractor draws: the fields, the words they rest on, a confidence from 0 to 1. */
export type Drawn<F extends ClaimFields<Written> = ClaimFields<Written>> = {
  readonly fields: F
  readonly evidence: NonEmpty<Evidence>
  readonly confidence: number
  readonly explain: Explanation
}

/** One thing that one document says. */
export interface Claim<A extends Written | Known> {
  readonly id: ClaimId
  readonly document: DocumentId
  readonly fields: ClaimFields<A>
  readonly evidence: NonEmpty<Evidence>
  /** Extractor and version; not part of the id. */
  readonly method: string
  readonly confidence: number
  readonly explain: Explanation
}

const notIdentity = new Set(['candidates', 'span', 'why', 'office', 'country'])
/**
 * The fields that make a claim what it is, as canonical JSON: money as digits, actors by name. Spans are in the id
 * already; candidates, reasons and looked-up countries change with the reference data and stay out.
 */
export const canonicalFields = (fields: ClaimFields<Written>): string =>
  canonicalJson(fields, notIdentity)

/** A drawn claim with its id: the hash of document, spans and canonical fields. Drawing twice gives the same id. */
export function claim(document: DocumentId, method: string, drawn: Drawn): Claim<Written> {
  const spans = drawn.evidence.map((e) => [e.start, e.end])
  return { id: claimId(canonicalJson([document, drawn.fields.kind, spans]) + canonicalFields(drawn.fields)), document, method, ...drawn }
}
