import { open, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Source } from '../reading/format.ts'
import { mediaTypeOf } from '../reading/media-types.ts'
import type { Issue } from '../core/issue.ts'

/** One input of a command: bytes with what is known of them, or the reason why there are none. */
export type Input = { readonly label: string } & (
  | { readonly bytes: Uint8Array; readonly source: Source }
  | { readonly refused: Issue })

export interface InputOptions { readonly cwd: string; readonly published: string | null; /** Fetches an address; absent where the network is not wanted. */ readonly fetch?: (url: string) => Promise<Input> }

/** Most bytes of one file: documents end at 64 MB; archives and WARC files are read member by member and may be larger. */
const documentLimit = 64 << 20, archiveLimit = 1 << 30

/**
 * The inputs that words of a command line name: files, folders (all files below, by name), addresses. Bytes are read
 * one input at a time. Nothing is thrown: a missing file or a folder that cannot be entered is a refused input.
 */
export async function* findInputs(words: readonly string[], options: InputOptions): AsyncGenerator<Input> {
  for (const word of words) {
    if (/^https?:\/\//i.test(word)) {
      yield options.fetch ? await options.fetch(word) : refusal(word, 'no-network', `${word} is an address, and this command reads files alone; use "helenow read ${word}".`)
      continue
    }
    yield* filesOf(resolve(options.cwd, word), word, options)
  }
}

async function* filesOf(path: string, label: string, options: InputOptions): AsyncGenerator<Input> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => error)
  if (info instanceof Error) { yield refusal(label, info.code === 'ENOENT' ? 'not-found' : 'not-readable', info.code === 'ENOENT' ? `${label}: there is no such file or folder.` : `${label} cannot be opened (${info.code}); check its permissions.`); return }
  if (info.isDirectory()) {
    const names = await readdir(path).catch(() => undefined)
    if (!names) { yield refusal(label, 'not-readable', `${label} is a folder that cannot be entered; check its permissions.`); return }
    const visible = names.filter((n) => !n.startsWith('.')).sort()
    if (visible.length === 0) yield refusal(label, 'empty-folder', `${label} is a folder with no files in it.`)
    for (const name of visible) yield* filesOf(join(path, name), join(label, name), options)
    return
  }
  if (!info.isFile()) { yield refusal(label, 'not-a-file', `${label} is neither a file nor a folder.`); return }
  yield await readOne(path, label, info.size, options)
}

async function readOne(path: string, label: string, size: number, options: InputOptions): Promise<Input> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => error)
  if (file instanceof Error) return refusal(label, 'not-readable', `${label} cannot be read (${(file as NodeJS.ErrnoException).code}); check its permissions.`)
  try {
    const head = Buffer.alloc(8), { bytesRead } = await file.read(head, 0, 8, 0)
    const limit = isArchive(head.subarray(0, bytesRead)) ? archiveLimit : documentLimit
    if (size > limit) return refusal(label, 'too-large', `${label} has ${Math.round(size / 1048576)} MB; the most that is read is ${limit / 1048576} MB. Split it, or give the part you need.`)
    const bytes = new Uint8Array(size)
    let at = 0
    while (at < size) { const { bytesRead: n } = await file.read(bytes, at, size - at, at); if (n === 0) break; at += n }
    return { label, bytes: bytes.subarray(0, at), source: { label: basename(path), url: null, retrieved: null, declaredType: mediaTypeOf(path), declaredCharset: null, published: options.published } }
  } finally { await file.close() }
}

const isArchive = (head: Uint8Array) => (head[0] === 0x1f && head[1] === 0x8b) || (head[0] === 0x50 && head[1] === 0x4b) || Buffer.from(head.subarray(0, 5)).toString('latin1') === 'WARC/'

const refusal = (label: string, code: string, message: string): Input => ({ label, refused: { code, level: 'error', message, place: label } })
