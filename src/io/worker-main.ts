import { accept, type Outcome } from '../core/issue.ts'
import type { Document } from '../core/document.ts'
import type { ReadResult, Source } from '../reading/format.ts'
import { decode } from '../reading/charset.ts'
import { readBytes } from '../reading/read.ts'
import { unfold } from '../reading/unfold.ts'
import { cutWarc, type Cuts } from '../reading/warc-cuts.ts'
import { draw, type Extracted, type JobOptions } from './worker-job.ts'

/** One input for a worker. */
export interface ReadJob { readonly bytes: Uint8Array; readonly source: Source; readonly options: JobOptions; readonly kind?: 'read' }
/** A stretch of a web archive, to be cut into records. */
export interface CutJob { readonly kind: 'cut'; readonly bytes: Uint8Array; readonly last: boolean }
/** An archive whose members are wanted unread. */
export interface UnfoldJob { readonly kind: 'unfold'; readonly bytes: Uint8Array; readonly source: Source }
export type Job = ReadJob | CutJob | UnfoldJob

/** What comes back for each kind of job. */
export interface Answers { readonly read?: readonly ReadAnswer[]; readonly cuts?: Cuts; readonly unfolded?: Awaited<ReturnType<typeof unfold>> | null }

/** One document of the input; `bytes` is null where they are the input's own, which the caller still has. */
export interface ReadAnswer extends Omit<ReadResult, 'bytes'> { readonly bytes: Uint8Array | null; readonly extracted: Extracted | null }

/** Reads the bytes and draws from every document in them, or cuts an archive; runs inside a worker. */
export default async function run(job: Job): Promise<Answers> {
  if (job.kind === 'cut') return { cuts: await cutWarc(job.bytes, job.last) }
  if (job.kind === 'unfold') return { unfolded: (await unfold(job.bytes, job.source)) ?? null }
  return { read: await read(job) }
}

async function read({ bytes, source, options }: ReadJob): Promise<readonly ReadAnswer[]> {
  const answers: ReadAnswer[] = []
  for (const { label, bytes: own, outcome } of await readBytes(bytes, source)) {
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
