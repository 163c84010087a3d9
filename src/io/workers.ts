import { fork, spawnSync, type ChildProcess } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { readableFolders } from './worker-folders.ts'
import { usage } from './usage.ts'
import type { Attempts } from './worker-attempts.ts'

/** What one job may use. */
export interface JobLimits {
  /** Milliseconds of processor time and of wall time. */
  readonly cpu: number
  readonly wall: number
  /** Resident memory of the process, and the packed answer, in bytes. */
  readonly memory: number
  readonly output: number
}

const MB = 1024 * 1024
export const standardJobLimits: JobLimits = { cpu: 60_000, wall: 120_000, memory: 1024 * MB, output: 256 * MB }

export type FailReason = 'cpu-limit' | 'wall-limit' | 'memory-limit' | 'output-limit' | 'crashed' | 'failed' | 'closed' | 'bad-answer'

/** How a job ended: its value, or the reason there is none. */
export type JobOutcome<T> =
  | { readonly state: 'done'; readonly value: T; readonly tries: number }
  | { readonly state: 'failed'; readonly reason: FailReason; readonly message: string; readonly tries: number }

export interface Pool<Job, T> {
  readonly size: number
  /** @param patience multiplies the limits of time, for inputs whose size earns it */
  run(job: Job, patience?: number): Promise<JobOutcome<T>>
  /** Starts a worker and lets it try what it must not be able to do. */
  probe(): Promise<Attempts>
  /** Process ids of the workers that run now. */
  pids(): readonly number[]
  /** Ends all workers; jobs that wait fail as `closed`. */
  close(): Promise<void>
}

export interface PoolOptions<T> {
  /** Module whose default export takes a job and gives its value; it runs in the worker. */
  readonly module: URL
  readonly size?: number
  readonly limits?: Partial<JobLimits>
  /** Jobs after which a worker is replaced by a fresh one, and memory above which it is. */
  readonly recycleAfter?: number
  readonly recycleMemory?: number
  /** Further folders a worker may read: a user's own reference data. */
  readonly readable?: readonly string[]
  /** Looks at an answer before it is trusted. @throws when it has the wrong shape */
  readonly check?: (value: unknown) => T
}

/** A job on its way to a worker, and its answer. */
export interface Work { readonly id: number; readonly packed: Uint8Array; readonly outputLimit: number; readonly probe?: boolean }
export type Answer =
  | { readonly id: 0; readonly state: 'ready' }
  | { readonly id: number; readonly state: 'done'; readonly packed: Uint8Array; readonly rss: number }
  | { readonly id: number; readonly state: 'too-large'; readonly message: string }
  | { readonly id: number; readonly state: 'threw'; readonly message: string }

interface Task { readonly packed: Uint8Array; readonly probe: boolean; readonly patience: number; tries: number; settle(outcome: JobOutcome<unknown>): void }
interface Worker { readonly child: ChildProcess; ready: boolean; jobs: number; current: { task: Task; id: number; cpuBefore: number; since: number } | null; doomed: FailReason | null; stderr: string }

const triesAfterCrash = 3
const pollEvery = 100
const startLimit = 120_000

/**
 * A pool of resident processes that run jobs one at a time each, with no network, no files but the package's own
 * code, an empty environment, and limits. A worker that breaks one is killed and replaced; the other jobs go on.
 * @example const pool = createPool({ module: new URL('./worker-main.ts', import.meta.url) }); await pool.run(job)
 */
export function createPool<Job, T>(options: PoolOptions<T>): Pool<Job, T> {
  const limits = { ...standardJobLimits, ...options.limits }
  const size = options.size ?? availableParallelism()
  const recycleAfter = options.recycleAfter ?? 500, recycleMemory = options.recycleMemory ?? limits.memory / 2
  const workers = new Set<Worker>(), queue: Task[] = []
  let nextId = 1, closed = false, poll: NodeJS.Timeout | undefined

  const enlist = (packed: Uint8Array, probe: boolean, patience = 1) => new Promise<JobOutcome<unknown>>((settle) => {
    if (closed) return settle({ state: 'failed', reason: 'closed', message: 'the pool is closed', tries: 0 })
    queue.push({ packed, probe, patience, tries: 0, settle })
    pump()
  })

  function pump(): void {
    while (queue.length > 0) {
      const worker = [...workers].find((w) => w.current === null && w.doomed === null) ?? (workers.size < size ? hire() : undefined)
      if (!worker) return
      give(worker, queue.shift()!)
    }
  }

  function hire(): Worker {
    const child = startChild(options.module, limits.memory, options.readable ?? [])
    const worker: Worker = { child, ready: false, jobs: 0, current: null, doomed: null, stderr: '' }
    workers.add(worker)
    child.stderr?.on('data', (part: Buffer) => { worker.stderr = (worker.stderr + part.toString()).slice(-2000) })
    child.on('message', (answer) => finish(worker, answer as Answer))
    child.on('error', () => lose(worker))
    child.on('exit', () => lose(worker))
    return worker
  }

  function give(worker: Worker, task: Task): void {
    const id = nextId++
    task.tries++
    worker.current = { task, id, cpuBefore: 0, since: 0 }
    startClock(worker)
    hold(worker.child, true)
    worker.child.send({ id, packed: task.packed, outputLimit: limits.output, ...(task.probe && { probe: true }) } satisfies Work, (error) => { if (error) lose(worker) })
    poll ??= setInterval(watch, pollEvery)
  }

  // Starting a process takes its own time, more on a busy machine: a job's limits count from when the worker is ready.
  function startClock(worker: Worker): void {
    if (worker.current) Object.assign(worker.current, { cpuBefore: usage(worker.child.pid)?.cpu ?? 0, since: Date.now() })
  }

  function finish(worker: Worker, answer: Answer): void {
    if (answer.state === 'ready') { worker.ready = true; startClock(worker); return }
    const { current } = worker
    if (!current || current.id !== answer.id || worker.doomed) return
    worker.current = null
    worker.jobs++
    const rss = answer.state === 'done' ? answer.rss : 0
    if (worker.jobs >= recycleAfter || rss > recycleMemory) dismiss(worker)
    else hold(worker.child, false)
    current.task.settle(settled(answer, current.task, options.check))
    rest()
    pump()
  }

  function watch(): void {
    for (const worker of workers) {
      if (!worker.current || worker.doomed) continue
      const used = usage(worker.child.pid)
      if (!worker.ready) { if (Date.now() - worker.current.since > startLimit) doom(worker, 'wall-limit'); continue }
      const { patience } = worker.current.task
      if (Date.now() - worker.current.since > limits.wall * patience) doom(worker, 'wall-limit')
      else if (used && used.cpu - worker.current.cpuBefore > limits.cpu * patience) doom(worker, 'cpu-limit')
      else if (used && used.rss > limits.memory) doom(worker, 'memory-limit')
    }
  }

  function doom(worker: Worker, reason: FailReason): void {
    worker.doomed = reason
    worker.child.kill('SIGKILL')
  }

  function dismiss(worker: Worker): void {
    workers.delete(worker)
    worker.child.disconnect()
  }

  function lose(worker: Worker): void {
    if (!workers.delete(worker)) return
    worker.child.kill('SIGKILL')
    const task = worker.current?.task
    const reason = worker.doomed ?? (/heap out of memory|Array buffer allocation failed/.test(worker.stderr) ? 'memory-limit' : 'crashed')
    if (task && reason === 'crashed' && task.tries < triesAfterCrash && !closed) queue.unshift(task)
    else task?.settle({ state: 'failed', reason: closed ? 'closed' : reason, message: explain(reason, limits, worker.stderr, task.patience), tries: task.tries })
    rest()
    pump()
  }

  function rest(): void {
    if ([...workers].some((w) => w.current) || queue.length > 0) return
    clearInterval(poll)
    poll = undefined
  }

  const killAll = () => { for (const worker of workers) worker.child.kill('SIGKILL') }
  process.once('exit', killAll)
  // The first starts now, so that it is there when the first job comes.
  hold(hire().child, false)

  return {
    size,
    run: (job, patience) => enlist(serialize(job), false, patience) as Promise<JobOutcome<T>>,
    async probe() {
      const outcome = await enlist(new Uint8Array(), true)
      if (outcome.state === 'failed') throw new Error(`a worker could not start: ${outcome.message}`)
      return outcome.value as Attempts
    },
    pids: () => [...workers].flatMap((w) => (w.child.pid === undefined ? [] : [w.child.pid])),
    async close() {
      closed = true
      for (const task of queue.splice(0)) task.settle({ state: 'failed', reason: 'closed', message: 'the pool was closed', tries: task.tries })
      const ends = [...workers].map((w) => { hold(w.child, true); return new Promise((end) => { w.child.once('exit', end) }) })
      killAll()
      await Promise.all(ends)
      process.off('exit', killAll)
    },
  }
}

function settled(answer: Exclude<Answer, { state: 'ready' }>, task: Task, check: ((value: unknown) => unknown) | undefined): JobOutcome<unknown> {
  const { tries } = task
  if (answer.state === 'too-large') return { state: 'failed', reason: 'output-limit', message: `the result is too large (${answer.message})`, tries }
  if (answer.state === 'threw') return { state: 'failed', reason: 'failed', message: answer.message, tries }
  try {
    const value: unknown = deserialize(answer.packed)
    return { state: 'done', value: check && !task.probe ? check(value) : value, tries }
  } catch (error) {
    return { state: 'failed', reason: 'bad-answer', message: (error as Error).message, tries }
  }
}

const explain = (reason: FailReason, limits: JobLimits, stderr: string, patience: number): string =>
  reason === 'cpu-limit' ? `stopped after ${limits.cpu * patience / 1000} s of processor time`
    : reason === 'wall-limit' ? `stopped after ${limits.wall * patience / 1000} s`
      : reason === 'memory-limit' ? `stopped at ${Math.round(limits.memory / MB)} MB of memory`
        : `the process ended by itself${stderr ? `: ${stderr.trim().split('\n').at(-1)}` : ''}`

// An idle worker must not keep the program alive, a busy one must.
function hold(child: ChildProcess, busy: boolean): void {
  const parts = [child, child.channel, child.stderr] as unknown as ({ ref?(): void; unref?(): void } | null)[]
  for (const part of parts) if (busy) part?.ref?.(); else part?.unref?.()
}

/** Megabytes for what a worker has just made: with half of them twice as much is copied, with more of them a worker only grows. */
const youngSpace = 16
/** Nothing made for one document lives on to the next, so nothing is put among the old at once; it would keep alive whatever it points to. */
const allYoung = '--no-allocation-site-pretenuring'

function startChild(module: URL, memory: number, further: readonly string[]): ChildProcess {
  const own = fileURLToPath(import.meta.url)
  const harness = fileURLToPath(new URL(`./worker-harness${extname(own)}`, import.meta.url))
  const reads = [...readableFolders([dirname(own), dirname(fileURLToPath(module))]), ...further].map((folder) => `--allow-fs-read=${folder}`)
  const cache = codeCache()
  const flags = ['--permission', ...reads, ...(cache === undefined ? [] : [`--allow-fs-read=${cache}`, `--allow-fs-write=${cache}`]), '--disallow-code-generation-from-strings', '--disable-warning=ExperimentalWarning', `--max-old-space-size=${Math.max(64, Math.floor(memory / MB * 0.9))}`, `--max-semi-space-size=${youngSpace}`, allYoung]
  const wrap = networkNamespace()
  const [execPath = process.execPath, ...before] = wrap.length > 0 ? [...wrap, process.execPath] : []
  return fork(harness, [module.href], { execPath, execArgv: [...before, ...flags], env: cache === undefined ? {} : { NODE_COMPILE_CACHE: cache }, serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
}

/**
 * Where compiled code is kept, if it is: a worker is told, and may write there until it has loaded its own code. Only under a Node in
 * which a process can give up what it was allowed.
 */
function codeCache(): string | undefined {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number), mine = getCompileCacheDir()
  // Node keeps a folder for each of its versions and settings in the one it is given; a worker's is the main process's neighbour.
  return mine !== undefined && (major > 26 || (major === 24 && minor >= 20)) ? dirname(mine) : undefined
}

let namespace: readonly string[] | undefined
/** The command that puts a process into an empty network, or nothing where the system does not allow it. */
export function networkNamespace(): readonly string[] {
  if (namespace) return namespace
  const ways = process.platform === 'linux' ? [['unshare', '-n', '--'], ['unshare', '-r', '-n', '--']] : []
  return (namespace = ways.find(([command, ...flags]) => spawnSync(command!, [...flags, 'true'], { stdio: 'ignore', timeout: 5000 }).status === 0) ?? [])
}

/** One protection of the workers and whether this machine has it, for `doctor`. */
export interface Protection { readonly name: string; readonly inForce: boolean; readonly how: string }

/** Which protections hold here, found by letting a worker try. @example (await protections(pool)).every((p) => p.inForce) */
export async function protections(pool: Pool<never, unknown>): Promise<readonly Protection[]> {
  const tried = await pool.probe()
  const measured = usage(process.pid) !== undefined
  return [
    { name: 'network closed', inForce: tried.network && tried.fetch && tried.lookup, how: networkNamespace().length > 0 ? 'own network namespace and closed modules' : 'closed modules' },
    { name: 'files closed', inForce: tried.readFile && tried.writeFile, how: 'permission model of Node' },
    { name: 'no other processes', inForce: tried.spawn, how: 'permission model of Node' },
    { name: 'empty environment', inForce: tried.environment, how: 'started without variables' },
    { name: 'memory limit', inForce: true, how: measured ? 'heap limit and watched resident memory' : 'heap limit only' },
    { name: 'processor time limit', inForce: measured, how: measured ? 'watched' : 'not on this system; wall time is limited' },
  ]
}
