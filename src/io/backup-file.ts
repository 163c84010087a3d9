import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

const piece = 1 << 18

/** Writes lines into a compressed file that is there whole or not at all; one that is there already is refused. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  if (existsSync(path)) throw new Error(`${path} is there already: a backup never takes the place of another file.`)
  const half = `${path}.half`
  try {
    await pipeline(Readable.from(pieces(lines)), createGzip({ level: 1 }), createWriteStream(half))
    const file = await open(half, 'r')
    try { await file.sync() } finally { await file.close() }
    await rename(half, path)
  } catch (error) { await rm(half, { force: true }); throw error }
}

async function* pieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let text = ''
  for await (const line of lines) {
    text += `${line}\n`
    if (text.length > piece) { yield text; text = '' }
  }
  yield text
}

/** The lines of such a file. */
export async function* readLines(path: string): AsyncGenerator<string> {
  let rest = ''
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of createReadStream(path).compose(createGunzip()) as AsyncIterable<Uint8Array>) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = parts.pop()!
    yield* parts
  }
  if (rest !== '') yield rest
}
