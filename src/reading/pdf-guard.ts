import { size, type Budget } from './budget.ts'
import { inflateHead } from './inflate.ts'
import { quarantined, refused } from './stop.ts'

const MB = 1024 * 1024
// Text and drawing commands shrink five to twenty times; what shrinks more and grows large is made to exhaust.
const suspicious = { ratio: 100, after: 8 * MB, most: 128 * MB }
const mostFilters = 4

/**
 * Looks for bombs among the streams of a PDF before a parser unfolds them. Pictures are left out: a white page shrinks a
 * thousand times, and pictures are not unfolded for reading.
 * @throws Stop with code `archive-bomb`, `pdf-filters` or `archive-too-large`
 */
export async function guardPdf(bytes: Uint8Array, label: string, budget: Budget): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let next = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', next)) {
    next = at + 6
    const start = dataStart(file, at)
    if (start < 0) continue
    const dictionary = dictionaryBefore(file, at)
    const filters = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|ASCIIHexDecode|AHx|ASCII85Decode|A85|RunLengthDecode|RL)\b/g) ?? []
    if (filters.length > mostFilters) throw quarantined('pdf-filters', `${label} packs a stream ${filters.length} times over, as attacks do; it was not read.`)
    if (!/^\/Fl/.test(filters[0] ?? '') || /\/Subtype\s*\/Image\b/.test(dictionary)) continue
    const end = file.indexOf('endstream', start)
    next = end < 0 ? bytes.length : end
    await guardStream(bytes.subarray(start, end < 0 ? bytes.length : end), filters.filter((f) => /^\/Fl/.test(f)).length, label, budget)
  }
}

async function guardStream(packed: Uint8Array, times: number, label: string, budget: Budget): Promise<void> {
  if (packed.length * 1032 < suspicious.after && times < 2) return
  let layer = packed
  for (let i = 0; i < times; i++) {
    const { length, head } = await inflateHead(layer.subarray(2), suspicious, i + 1 < times)
    if (length === null) throw refused('archive-bomb', `${label} holds a stream that unfolds to more than ${suspicious.ratio} times its size, as a bomb does; it was not read.`)
    if (length > suspicious.most) throw refused('archive-bomb', `${label} holds a stream of more than ${size(suspicious.most)}; it was not read.`)
    budget.spend(length, label)
    layer = head
  }
}

/** Where the data of a stream begins, or -1 when the word is no such keyword. */
function dataStart(file: Buffer, at: number): number {
  if (file[at - 1] === 100) return -1 // "endstream"
  const next = at + 6
  return file[next] === 13 && file[next + 1] === 10 ? next + 2 : file[next] === 10 || file[next] === 13 ? next + 1 : -1
}

function dictionaryBefore(file: Buffer, at: number): string {
  const text = file.subarray(Math.max(0, at - 8192), at).toString('latin1')
  return text.slice(Math.max(0, text.lastIndexOf(' obj')))
}
