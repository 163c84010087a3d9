import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256 } from '../core/hash.ts'

/** The bytes of documents, each in a file named by its SHA-256: written once, never changed. */
export interface Blobs {
  /** On disk when this returns, whole, whatever happens next. */
  put(hash: string, bytes: Uint8Array): Promise<void>
  get(hash: string): Promise<Uint8Array | undefined>
}

const valid = /^[0-9a-f]{64}$/
let writes = 0

/** @example const blobs = blobFolder('/data/blobs'); await blobs.put(sha256(bytes), bytes) */
export function blobFolder(folder: string): Blobs {
  const pathOf = (hash: string) => {
    if (!valid.test(hash)) throw new Error(`not a SHA-256: ${hash}`)
    return join(folder, hash.slice(0, 2), hash)
  }
  return {
    async put(hash, bytes) {
      const path = pathOf(hash), there = await stat(path).catch(() => undefined)
      if (there?.size === bytes.length) return
      await mkdir(dirname(path), { recursive: true })
      const half = `${path}.${process.pid}-${writes++}`
      try { await writeWhole(half, bytes); await rename(half, path) } catch (error) { await rm(half, { force: true }); throw error }
      await syncFolder(dirname(path))
    },
    async get(hash) {
      try { return await readFile(pathOf(hash)) } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try { await file.writeFile(bytes); await file.sync() } finally { await file.close() }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try { await folder.sync() } finally { await folder.close() }
}

/** Do the stored bytes have the name they should have? */
export const isWhole = (hash: string, bytes: Uint8Array | undefined): boolean => bytes !== undefined && sha256(bytes) === hash
