import { statSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256 } from '../core/hash.ts'
import { openPack, packsIn, type Pack } from './blob-pack.ts'

/** The bytes of documents, each in a file named by its SHA-256, or many in a pack: written once, never changed. */
export interface Blobs {
  /** On disk when this returns, all of them whole, whatever happens next. */
  put(blobs: readonly Blob[]): Promise<void>
  get(hash: string): Promise<Uint8Array | undefined>
  /** For very many at once: one file for all of them. */
  pack(): Promise<Pack>
}
export interface Blob { readonly hash: string; readonly bytes: Uint8Array }

const valid = /^[0-9a-f]{64}$/
const atOnce = 16
let writes = 0

/** @example const blobs = blobFolder('/data/blobs'); await blobs.put([{ hash: sha256(bytes), bytes }]) */
export function blobFolder(folder: string): Blobs {
  const packs = join(folder, 'packs'), packed = packsIn(packs)
  const pathOf = (hash: string) => {
    if (!valid.test(hash)) throw new Error(`not a SHA-256: ${hash}`)
    return join(folder, hash.slice(0, 2), hash)
  }
  return {
    async put(blobs) {
      const changed = new Set<string>()
      await each(blobs, async ({ hash, bytes }) => { const path = pathOf(hash); if (await write(path, bytes)) changed.add(dirname(path)) })
      await each([...changed], syncFolder)
    },
    async get(hash) {
      const path = pathOf(hash)
      return statSync(path, { throwIfNoEntry: false }) ? await readFile(path) : await packed.get(hash)
    },
    pack: () => openPack(packs),
  }
}

async function each<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = list.values()
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, async () => { for (const one of rest) await work(one) }))
}

/** @returns false when it is there already */
async function write(path: string, bytes: Uint8Array): Promise<boolean> {
  const there = await stat(path).catch(() => undefined)
  if (there?.size === bytes.length) return false
  const half = `${path}.${process.pid}-${writes++}`
  try { await writeWhole(half, bytes); await rename(half, path) } catch (error) { await rm(half, { force: true }); throw error }
  return true
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await openNew(path)
  try { await file.writeFile(bytes); await file.datasync() } finally { await file.close() }
}

async function openNew(path: string): Promise<FileHandle> {
  try { return await open(path, 'wx') } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await mkdir(dirname(path), { recursive: true })
    return await open(path, 'wx')
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try { await folder.sync() } finally { await folder.close() }
}

/** Do the stored bytes have the name they should have? */
export const isWhole = (hash: string, bytes: Uint8Array | undefined): boolean => bytes !== undefined && sha256(bytes) === hash
