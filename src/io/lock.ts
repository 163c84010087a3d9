import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A lock between processes that the kernel gives back when its holder dies, however it dies. Node has no file lock of
 * its own; SQLite's are such locks, on every system, so an empty SQLite file stands for each lock and holds nothing.
 */
export interface Lock { release(): void }

const statements = { shared: 'BEGIN; SELECT count(*) FROM sqlite_schema', exclusive: 'BEGIN EXCLUSIVE' } as const
const busy = 5

/**
 * The lock at once, or undefined when others hold it.
 * @example tryLock('/data/run/clients.lock', 'exclusive')?.release()
 */
export function tryLock(path: string, mode: keyof typeof statements): Lock | undefined {
  mkdirSync(dirname(path), { recursive: true })
  const file = openFile(path)
  try {
    file.exec(statements[mode])
    return { release: () => { if (file.isOpen) file.close() } }
  } catch (error) {
    file.close()
    if ((error as { errcode?: number }).errcode === busy) return undefined
    throw error
  }
}

function openFile(path: string): DatabaseSync {
  try { return new DatabaseSync(path, { timeout: 0 }) } catch (cause) {
    throw new Error(`${path} cannot be opened by this user (${(cause as Error).message}). The data folder may belong to another: run as that user, or choose another folder with HELENOW_DATA.`, { cause })
  }
}

/** The lock, waited for as long as `patience` milliseconds; then an error that names the file. */
export async function lock(path: string, mode: keyof typeof statements, patience = 90_000): Promise<Lock> {
  for (let waited = 0, pause = 10; ; waited += pause, pause = Math.min(200, pause * 2)) {
    const held = tryLock(path, mode)
    if (held) return held
    if (waited > patience) throw new Error(`Another process has held ${path} for ${Math.round(waited / 1000)} s. End it, then run the command again.`)
    await sleep(pause)
  }
}
