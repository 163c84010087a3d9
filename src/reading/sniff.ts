/** Starts of files that are no documents: named, so that people see what it was. */
const foreign: readonly (readonly [start: string, name: string])[] = [
  ['\x89PNG', 'a PNG picture'], ['\xff\xd8\xff', 'a JPEG picture'], ['GIF8', 'a GIF picture'], ['RIFF', 'a RIFF file (picture, sound or film)'],
  ['\x7fELF', 'a program'], ['MZ', 'a Windows program'], ['ID3', 'a sound file'], ['OggS', 'a sound file'], ['wOFF', 'a font'], ['wOF2', 'a font'],
  ['Rar!', 'a RAR archive'], ['7z\xbc\xaf', 'a 7-Zip archive'], ['BZh', 'a bzip2 archive'], ['\xfd7zXZ', 'an xz archive'],
  ['SQLite format 3', 'a SQLite database'], ['{\\rtf', 'a rich text file (RTF)'], ['PAR1', 'a Parquet file'],
]
// The old Office container is also what an encrypted DOCX or XLSX looks like.
const oldOffice = '\xd0\xcf\x11\xe0'

/** The first bytes as Latin-1, for comparing with what files start with. @example head(new Uint8Array([37, 80]), 2) // '%P' */
export const head = (bytes: Uint8Array, length: number, from = 0): string => String.fromCharCode(...bytes.subarray(from, from + length))

/** The first bytes as text, good enough to look for ASCII characters in: UTF-16 by its mark, everything else as Latin-1. */
export function sampleText(bytes: Uint8Array, length: number): string {
  const start = head(bytes, 2)
  const charset = start === '\xff\xfe' ? 'utf-16le' : start === '\xfe\xff' ? 'utf-16be' : 'latin1'
  return new TextDecoder(charset).decode(bytes.subarray(0, charset === 'latin1' ? length : length * 2)).replace(/^(?:\ufeff|ï»¿)/, '')
}

/** First characters after a byte order mark and white space, in lower case: enough to tell XML, HTML and JSON. */
export const textHead = (bytes: Uint8Array, length = 1024): string => sampleText(bytes, length).trimStart().toLowerCase()

/** What a file is when it is certainly no document, in words, or undefined. @example foreignKind(png) // 'a PNG picture' */
export function foreignKind(bytes: Uint8Array): string | undefined {
  const start = head(bytes, 16)
  // 'MZ' and 'BZh' may begin a text; programs and archives hold control characters at once.
  const kind = foreign.find(([magic]) => start.startsWith(magic))
  if (kind) return isBinary(bytes) || kind[0] === '{\\rtf' ? kind[1] : undefined
  if (start.startsWith(oldOffice)) return 'an old Office file or an encrypted one'
  return head(bytes, 4, 4) === 'ftyp' ? 'a film, a sound file or a picture' : undefined
}

/**
 * Are the bytes no text in any charset that readers know? Controls other than white space are rare in text; in UTF-16
 * every second byte of Latin text is zero, always at the same side.
 */
export function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192)
  let controls = 0, evenZero = 0, oddZero = 0
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i]!
    if (byte === 0) { if (i % 2 === 0) evenZero++; else oddZero++ }
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++
  }
  const bom = head(bytes, 2)
  if (bom === '\xff\xfe' || bom === '\xfe\xff') return false
  const zeros = evenZero + oddZero
  if (zeros > sample.length / 8 && Math.min(evenZero, oddZero) < zeros / 8) return controls > sample.length / 4
  return controls + zeros > Math.max(2, sample.length / 20)
}

/**
 * The first element of an XML or HTML text, in lower case, or undefined. Comments, declarations and a document type
 * before it are passed over.
 * @example rootElement('<?xml version="1.0"?><!-- a --><rss version="2.0">') // 'rss'
 */
export function rootElement(text: string): string | undefined {
  let at = 0
  for (;;) {
    at = text.indexOf('<', at)
    if (at < 0) return undefined
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at)
      if (end < 0) return undefined
      at = end + 3
    } else if (/[a-z]/i.test(text[at + 1] ?? '')) return /^[\w.:-]{1,64}/.exec(text.slice(at + 1, at + 65))?.[0].toLowerCase()
    else at++
  }
}

/** What kind of machine-read data the bytes are, in words, or undefined when they may be text for people. */
export function dataKind(bytes: Uint8Array): string | undefined {
  const start = textHead(bytes, 4096)
  if (start.startsWith('<?xml') || start.startsWith('<!doctype ')) return `XML data (<${rootElement(start) ?? '?'}>)`
  if (/^\{\s*"[^"\n]{1,100}"\s*:/.test(start) || /^\[\s*(?:\{\s*"|\[|"[^"\n]*"\s*,|-?\d)/.test(start)) return 'JSON data'
  return undefined
}
