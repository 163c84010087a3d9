import { accept, type Outcome } from '../core/issue.ts'
import type { Document } from '../core/document.ts'
import type { ReadResult, Source } from '../reading/format.ts'
import { decode } from '../reading/charset.ts'
import { createBudget, standardLimits, type Budget } from '../reading/budget.ts'
import { readBytes } from '../reading/read.ts'
import { Stop } from '../reading/stop.ts'
import { unfold } from '../reading/unfold.ts'
import { cutWarc, type Cuts } from '../reading/warc-cuts.ts'
import { sourceOfEntry, stopped } from '../reading/zip-course.ts'
import { listZip, unfoldEntry, type ZipEntry, type ZipListing } from '../reading/zip-reader.ts'
import type { Unfolded } from './zip-members.ts'
import { draw, type Extracted, type JobOptions } from './worker-job.ts'

/** One input for a worker. */
export interface ReadJob { readonly bytes: Uint8Array; readonly source: Source; readonly options: JobOptions; readonly kind?: 'read'; /** For a member of an archive: bytes that may still be unfolded. */ readonly left?: number }
/** A stretch of a web archive, to be cut into records. */
export interface CutJob { readonly kind: 'cut'; readonly bytes: Uint8Array; readonly last: boolean }
/** An archive whose members are wanted unread. */
export interface UnfoldJob { readonly kind: 'unfold'; readonly bytes: Uint8Array; readonly source: Source }
/** The end of a ZIP archive, whose files are wanted; and a stretch of it, with files to unfold. */
export interface ListJob { readonly kind: 'list'; readonly bytes: Uint8Array; readonly length: number; readonly source: Source }
export interface TakeJob { readonly kind: 'take'; readonly bytes: Uint8Array; readonly from: number; readonly entries: readonly ZipEntry[]; readonly source: Source; readonly left: number }
export type Job = ReadJob | CutJob | UnfoldJob | ListJob | TakeJob

/** What comes back for each kind of job. */
export interface Answers {
  readonly read?: readonly ReadAnswer[]
  /** Bytes that containers inside the input unfolded to. */
  readonly spent?: number
  readonly cuts?: Cuts
  readonly unfolded?: Awaited<ReturnType<typeof unfold>> | null
  readonly listed?: ZipListing | { readonly stop: ReadResult }
  readonly taken?: readonly Unfolded[]
}

/** One document of the input; `bytes` is null where they are the input's own, which the caller still has. */
export interface ReadAnswer extends Omit<ReadResult, 'bytes'> { readonly bytes: Uint8Array | null; readonly extracted: Extracted | null }

/** Reads the bytes and draws from every document in them, or cuts an archive; runs inside a worker. */
export default async function run(job: Job): Promise<Answers> {
  if (job.kind === 'cut') return { cuts: await cutWarc(job.bytes, job.last) }
  if (job.kind === 'unfold') return { unfolded: (await unfold(job.bytes, job.source)) ?? null }
  if (job.kind === 'list') return { listed: await orStop(() => listZip(job.bytes, job.length, job.source.label, createBudget()), job.source.label) }
  if (job.kind === 'take') return { taken: await take(job) }
  // Inside an archive one container less may follow.
  const budget = createBudget(job.left === undefined ? standardLimits : { ...standardLimits, depth: standardLimits.depth - 1, total: Math.max(0, job.left) })
  return { read: await read(job, budget), spent: budget.spent() }
}

async function take({ bytes, from, entries, source, left }: TakeJob): Promise<readonly Unfolded[]> {
  const budget = createBudget({ ...standardLimits, total: Math.max(0, left) }), taken: Unfolded[] = []
  for (const entry of entries) {
    const { label } = sourceOfEntry(source, entry)
    taken.push(await orStop(async () => ({ bytes: await unfoldEntry(bytes, from, entry, label, budget) }), label))
  }
  return taken
}

async function orStop<T>(work: () => Promise<T>, label: string): Promise<T | { readonly stop: ReadResult }> {
  try { return await work() } catch (error) { if (error instanceof Stop) return { stop: stopped(label, error) }; throw error }
}

async function read({ bytes, source, options }: ReadJob, budget: Budget): Promise<readonly ReadAnswer[]> {
  const answers: ReadAnswer[] = []
  for (const { label, bytes: own, outcome } of await readBytes(bytes, source, budget)) {
    const extracted = outcome.state === 'accepted' || outcome.state === 'warned' ? await draw(outcome.value, options, () => decode(own, source.declaredCharset).text) : null
    answers.push({ label, bytes: own === bytes ? null : own, outcome: extracted ? withIssues(outcome, extracted) : outcome, extracted })
  }
  return answers
}

/** What extraction met stands with what reading met: one list of issues a document. */
function withIssues(outcome: Outcome<Document>, { issues }: Extracted): Outcome<Document> {
  if (issues.length === 0 || outcome.state === 'quarantined' || outcome.state === 'refused') return outcome
  const all = [...outcome.issues, ...issues]
  return accept({ ...outcome.value, issues: all }, all)
}
