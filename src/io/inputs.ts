import { open, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Source } from '../reading/format.ts'
import { mediaTypeOf } from '../reading/media-types.ts'
import type { Issue } from '../core/issue.ts'
import type { FetchedInput } from './fetch-input.ts'
import { isWebArchive, type FileBytes } from './warc-stretches.ts'
import { isZip } from './zip-members.ts'

/** One file of a command line: bytes with what is known of them, or the reason why there are none. */
export type FileInput = { readonly label: string } & (
  | { readonly bytes: Uint8Array; readonly source: Source }
  | { readonly refused: Issue })

/** A web archive or ZIP archive too large to be held: its bytes are read where they are wanted. */
export interface LargeInput { readonly label: string; readonly file: FileBytes; readonly source: Source }

export type Input = FileInput | LargeInput | FetchedInput

export interface InputOptions { readonly cwd: string; readonly published: string | null }
export interface WideOptions extends InputOptions {
  /** Large archives come as files to read from, not as bytes. */
  readonly large: true
  /** Fetches an address; absent where the network is not wanted. */
  readonly fetch?: ((url: string) => Promise<FetchedInput>) | undefined
}

/** Most bytes of one file: documents end at 64 MB; ZIP and web archives, which are read in parts, have no end. */
const documentLimit = 64 << 20, archiveLimit = 1 << 30

/**
 * The inputs that words of a command line name: files, folders (all files below, by name), addresses. Bytes are read
 * one input at a time. Nothing is thrown: a missing file or a folder that cannot be entered is a refused input.
 */
export function findInputs(words: readonly string[], options: WideOptions): AsyncGenerator<Input>
export function findInputs(words: readonly string[], options: InputOptions): AsyncGenerator<FileInput>
export async function* findInputs(words: readonly string[], options: InputOptions | WideOptions): AsyncGenerator<Input> {
  for (const word of words) {
    if (/^https?:\/\//i.test(word)) {
      yield 'fetch' in options && options.fetch ? await options.fetch(word) : refusal(word, 'no-network', `${word} is an address, and this command reads files alone; use "helenow read ${word}".`)
      continue
    }
    yield* filesOf(resolve(options.cwd, word), word, options)
  }
}

async function* filesOf(path: string, label: string, options: InputOptions | WideOptions): AsyncGenerator<Input> {
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

async function readOne(path: string, label: string, size: number, options: InputOptions | WideOptions): Promise<Input> {
  const file = fileBytes(path, size), source: Source = { label: basename(path), url: null, retrieved: null, declaredType: mediaTypeOf(path), declaredCharset: null, published: options.published }
  try {
    const head = await file.slice(0, 4096)
    if ('large' in options && size > documentLimit && (isWebArchive(head, path) || isZip(head))) return { label, file, source }
    if ('large' in options && size > documentLimit && isGzip(head)) return refusal(label, 'too-large', `${label} has ${Math.round(size / 1048576)} MB and is packed, so what it holds is more than the ${documentLimit / 1048576} MB that a document may have. Unpack it and split it.`)
    const limit = isArchive(head) ? archiveLimit : documentLimit
    if (size > limit) return refusal(label, 'too-large', `${label} has ${Math.round(size / 1048576)} MB; the most that is read is ${limit / 1048576} MB. Split it, or give the part you need.`)
    return { label, bytes: await file.slice(0, size), source }
  } catch (error) {
    return refusal(label, 'not-readable', `${label} cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}); check its permissions.`)
  }
}

/** A file that is opened for each stretch that is wanted of it. */
const fileBytes = (path: string, length: number): FileBytes => ({
  length,
  async slice(from, to) {
    const file = await open(path)
    try {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, length) - from))
      let at = 0
      while (at < bytes.length) { const { bytesRead } = await file.read(bytes, at, bytes.length - at, from + at); if (bytesRead === 0) break; at += bytesRead }
      return bytes.subarray(0, at)
    } finally { await file.close() }
  },
})

const isGzip = (head: Uint8Array) => head[0] === 0x1f && head[1] === 0x8b
const isArchive = (head: Uint8Array) => isGzip(head) || isZip(head) || Buffer.from(head.subarray(0, 5)).toString('latin1') === 'WARC/'

const refusal = (label: string, code: string, message: string): FileInput => ({ label, refused: { code, level: 'error', message, place: label } })
