import { quarantine, refuse } from '../core/issue.ts'
import type { ReadResult, Source } from '../reading/format.ts'
import { sourceOfEntry, withName } from '../reading/zip-course.ts'
import { checkJob } from './answer-check.ts'
import type { Extracted, JobOptions } from './worker-job.ts'
import { heldBytes, isLargeArchive, stretchesOf, type FileBytes } from './warc-stretches.ts'
import type { Answers, Job } from './worker-main.ts'
import { isZip, membersOf, type ZipTools } from './zip-members.ts'
import { createPool, type FailReason, type JobOutcome, type Pool, type PoolOptions } from './workers.ts'

/** A document of an input with what was drawn from it. */
export interface ReadAndDrawn extends ReadResult { readonly extracted: Extracted | null }

export interface ReadingPool {
  readonly size: number
  /** Reads one input in a worker. Never throws for what the bytes hold: a limit or a crash is an outcome. */
  read(bytes: Uint8Array, source: Source, options?: JobOptions): Promise<readonly ReadAndDrawn[]>
  /** As `read`, one document after the other: a large web archive or ZIP archive is read in parts and never held as a whole. */
  each(bytes: Uint8Array | FileBytes, source: Source, options?: JobOptions): AsyncGenerator<ReadAndDrawn>
  readonly pool: Pool<Job, Answers>
  close(): Promise<void>
}

/**
 * Workers that read documents: one a core, resident, killable.
 * @example const pool = createReadingPool(); await pool.read(bytes, sourceOf('a.html')); await pool.close()
 */
export function createReadingPool(options: Partial<Omit<PoolOptions<never>, 'module' | 'check'>> = {}): ReadingPool {
  const module = new URL(`./worker-main${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
  const pool = createPool<Job, Answers>({ ...options, module, check: checkJob })

  async function readOne(bytes: Uint8Array, source: Source, jobOptions: JobOptions, inArchive?: { readonly left: number; spend(bytes: number): void }): Promise<readonly ReadAndDrawn[]> {
    const ended = await pool.run({ bytes, source, options: jobOptions, ...(inArchive && { left: inArchive.left }) }, patienceFor(bytes.length))
    if (ended.state === 'done') inArchive?.spend(ended.value.spent!)
    if (ended.state === 'done') return ended.value.read!.map((a) => ({ ...a, bytes: a.bytes ?? bytes }))
    return ended.reason === 'closed' ? [failure(bytes, source, ended)] : (await readMembers(bytes, source, jobOptions)) ?? [failure(bytes, source, ended)]
  }

  /** An archive that broke a limit is read member by member: a bad one takes no good one with it. */
  async function readMembers(bytes: Uint8Array, source: Source, jobOptions: JobOptions): Promise<readonly ReadAndDrawn[] | undefined> {
    const ended = await pool.run({ kind: 'unfold', bytes, source }, patienceFor(bytes.length))
    if (ended.state === 'failed' || !ended.value.unfolded) return undefined
    const { members, results } = ended.value.unfolded, all: ReadAndDrawn[] = results.map((r) => ({ ...r, extracted: null }))
    for (const member of members) all.push(...await readOne(member.bytes, member.source, jobOptions))
    return all
  }

  async function* readParts(bytes: FileBytes, source: Source, jobOptions: JobOptions): AsyncGenerator<ReadAndDrawn> {
    const cut = async (stretch: Uint8Array, last: boolean) => {
      const ended = await pool.run({ kind: 'cut', bytes: stretch, last }, patienceFor(stretch.length))
      // Where it cannot be cut the rest is one part, which its reader will set aside with a reason.
      return ended.state === 'done' ? ended.value.cuts! : { ends: last ? [stretch.length] : [] }
    }
    const running: Promise<readonly ReadAndDrawn[]>[] = []
    for await (const part of stretchesOf(bytes, cut)) {
      running.push(readOne(part.bytes, { ...source, offset: part.offset }, jobOptions).then((all) => all.filter((r) => r.outcome.issues[0]?.code !== 'no-documents')))
      if (running.length > pool.size * 2) yield* await running.shift()!
    }
    for (const part of running) yield* await part
  }

  const zipTools = (source: Source, whole: Uint8Array = new Uint8Array()): ZipTools => ({
    async list(end, length) {
      const ended = await pool.run({ kind: 'list', bytes: end, length, source }, patienceFor(end.length))
      const listed = ended.state === 'done' ? ended.value.listed! : { stop: failure(whole, source, ended) }
      return 'stop' in listed ? { stop: { ...listed.stop, bytes: whole } } : listed
    },
    async take(stretch, from, entries, left) {
      const ended = await pool.run({ kind: 'take', bytes: stretch, from, entries, source, left }, patienceFor(stretch.length))
      if (ended.state === 'done') return ended.value.taken!
      // Together they are more than a job may do, or one of them is bad: each by itself.
      if (entries.length > 1 && ended.reason !== 'closed') return (await Promise.all(entries.map((entry) => zipTools(source).take(stretch, from, [entry], left)))).flat()
      return entries.map((entry) => ({ stop: failure(stretch, sourceOfEntry(source, entry), ended) }))
    },
  })

  /** The files of a large ZIP archive, as many at a time as there are workers and as are held lightly; undefined for an Office file. */
  async function zipParts(bytes: Uint8Array | FileBytes, source: Source, jobOptions: JobOptions): Promise<AsyncGenerator<ReadAndDrawn> | undefined> {
    let inside = 0
    const [file, tools] = bytes instanceof Uint8Array ? [heldBytes(bytes), zipTools(source, bytes)] : [bytes, zipTools(source)]
    const members = await membersOf(file, source, tools, () => inside), spend = (bytes: number) => { inside += bytes }
    return members && (async function* () {
      const running: { readonly results: Promise<readonly ReadAndDrawn[]>; readonly size: number }[] = []
      let held = 0
      const settle = async function* () { const one = running.shift()!; held -= one.size; yield* await one.results }
      for await (const member of members) {
        if ('result' in member) running.push({ results: Promise.resolve([{ ...member.result, extracted: null }]), size: 0 })
        else running.push({ results: readOne(member.bytes, member.source, jobOptions, { left: member.left, spend }).then((all) => withName(all, member.entry)), size: member.bytes.length })
        held += running.at(-1)!.size
        while (running.length > pool.size * 2 || (running.length > 1 && held > mostHeld)) yield* settle()
      }
      while (running.length > 0) yield* settle()
    })()
  }

  async function* each(bytes: Uint8Array | FileBytes, source: Source, jobOptions: JobOptions = {}): AsyncGenerator<ReadAndDrawn> {
    const held = bytes instanceof Uint8Array
    if (bytes.length > partsAbove && isZip(held ? bytes : await bytes.slice(0, 4))) {
      const parts = await zipParts(bytes, source, jobOptions)
      if (parts) yield* parts
      else if (bytes.length > mostOffice) yield { label: source.label, bytes: new Uint8Array(), outcome: refuse({ code: 'too-large', level: 'error', message: `${source.label} is an Office file of ${Math.round(bytes.length / MB)} MB; the most that is read is ${mostOffice / MB} MB. Split it.` }), extracted: null }
      else yield* await readOne(held ? bytes : await bytes.slice(0, bytes.length), source, jobOptions)
      return
    }
    if (held && !isLargeArchive(bytes, source.label)) { yield* await readOne(bytes, source, jobOptions); return }
    let documents = 0
    for await (const one of readParts(held ? heldBytes(bytes) : bytes, source, jobOptions)) { documents++; yield one }
    // A part with requests and metadata alone is nothing to report; an archive with nothing else is.
    if (documents > 0) return
    const message = `${source.label} is a web archive without a kept page.`
    yield { label: source.label, bytes: held ? bytes : new Uint8Array(), outcome: held ? quarantine({ code: 'no-documents', level: 'error', message }) : refuse({ code: 'no-documents', level: 'error', message }), extracted: null }
  }

  return { size: pool.size, pool, each, read: (bytes, source, jobOptions) => Array.fromAsync(each(bytes, source, jobOptions)), close: () => pool.close() }
}

const MB = 1024 * 1024
/** Archives above this are read in parts; Office files up to this are read at all; unfolded files that wait for a worker. */
const partsAbove = 2 * MB, mostOffice = 256 * MB, mostHeld = 64 * MB
/** Large inputs earn more time: one measure for each two megabytes, at most twenty. */
const patienceFor = (bytes: number): number => 1 + Math.min(19, Math.floor(bytes / (2 * MB)))

const advice: Readonly<Record<FailReason, string>> = {
  'cpu-limit': 'it takes too long to read, as pages made to stall readers do',
  'wall-limit': 'it takes too long to read',
  'memory-limit': 'it needs too much memory, as files made to break readers do',
  'output-limit': 'it unfolds to more than can be kept; split it and read its parts',
  crashed: 'the reader broke down on it, three times',
  failed: 'the reader failed on it',
  closed: 'reading was stopped before it was read; read it again',
  'bad-answer': 'the reader gave an answer that cannot be trusted',
}

function failure(bytes: Uint8Array, source: Source, ended: Extract<JobOutcome<never>, { state: 'failed' }>): ReadAndDrawn {
  const message = `${source.label} was set aside: ${advice[ended.reason]} (${ended.message.split('\n')[0]}). Its bytes are kept.`
  return { label: source.label, bytes, outcome: quarantine({ code: ended.reason, level: 'error', message }), extracted: null }
}
