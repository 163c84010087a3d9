import { quarantine } from '../core/issue.ts'
import type { ReadResult, Source } from '../reading/format.ts'
import { checkAnswers } from './answer-check.ts'
import type { Extracted, JobOptions } from './worker-job.ts'
import type { ReadAnswer, ReadJob } from './worker-main.ts'
import { createPool, type FailReason, type JobOutcome, type Pool, type PoolOptions } from './workers.ts'

/** A document of an input with what was drawn from it. */
export interface ReadAndDrawn extends ReadResult { readonly extracted: Extracted | null }

export interface ReadingPool {
  readonly size: number
  /** Reads one input in a worker. Never throws for what the bytes hold: a limit or a crash is an outcome. */
  read(bytes: Uint8Array, source: Source, options?: JobOptions): Promise<readonly ReadAndDrawn[]>
  readonly pool: Pool<ReadJob, readonly ReadAnswer[]>
  close(): Promise<void>
}

/**
 * Workers that read documents: one a core, resident, killable.
 * @example const pool = createReadingPool(); await pool.read(bytes, sourceOf('a.html')); await pool.close()
 */
export function createReadingPool(options: Partial<Omit<PoolOptions<never>, 'module' | 'check'>> = {}): ReadingPool {
  const module = new URL(`./worker-main${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
  const pool = createPool<ReadJob, readonly ReadAnswer[]>({ ...options, module, check: checkAnswers })
  return {
    size: pool.size,
    pool,
    async read(bytes, source, jobOptions = {}) {
      const ended = await pool.run({ bytes, source, options: jobOptions })
      return ended.state === 'done' ? ended.value.map((a) => ({ ...a, bytes: a.bytes ?? bytes })) : [failure(bytes, source, ended)]
    },
    close: () => pool.close(),
  }
}

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
