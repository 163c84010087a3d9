import type { Issue } from '../core/issue.ts'

/** Decoded bytes: the text, the charset it was read as, and what was odd about it. */
export interface Decoded { readonly text: string; readonly charset: string; readonly issues: readonly Issue[] }

const sampleSize = 64_000

/**
 * Bytes as text: byte order mark, UTF-16 without a mark, valid UTF-8, the declared charset where it can be true, else
 * the likeliest single-byte charset by its letters. NUL becomes U+FFFD; controls and bidi marks stay and are noted.
 * @example decode(Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xb3, 0xf2), null).charset // 'windows-1251'
 */
export function decode(bytes: Uint8Array, declared: string | null): Decoded {
  const issues: Issue[] = []
  const wanted = declared === null ? null : label(declared)
  const charset = choose(bytes, wanted, issues)
  const text = new TextDecoder(charset).decode(bytes)
  if (wanted !== null && charset !== wanted && !same(wanted, charset, bytes)) issues.push({ code: 'charset-lie', level: 'warning', message: `The document declares ${declared}, but its bytes are ${charset}; they were read as ${charset}.` })
  return { text: clean(text, issues), charset, issues }
}

function choose(bytes: Uint8Array, declared: string | null, issues: Issue[]): string {
  const mark = byteOrderMark(bytes) ?? unmarkedUtf16(bytes)
  if (mark) return mark
  if (isUtf8(bytes)) return 'utf-8'
  const damaged = damagedUtf8(bytes)
  if (damaged) {
    issues.push({ code: 'charset-damaged', level: 'warning', message: 'Some bytes are not valid UTF-8; each stands as U+FFFD in the text.' })
    return 'utf-8'
  }
  const sample = nonAsciiSample(bytes)
  const best = likeliest(sample)
  if (declared === null || declared === 'utf-8' || declared.startsWith('utf-16')) return best
  return plausible(sample, declared) >= plausible(sample, best) - 0.25 ? declared : best
}

const label = (name: string): string | null => {
  try { return new TextDecoder(name.trim().replace(/^["']|["']$/g, '')).encoding } catch { return null }
}

/** Plain ASCII is the same in every charset that a page may declare. */
const same = (declared: string, charset: string, bytes: Uint8Array) => charset === 'utf-8' && !declared.startsWith('utf-16') && bytes.every((b) => b < 128)

function byteOrderMark(b: Uint8Array): string | undefined {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8'
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le'
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be'
  return undefined
}

/** In UTF-16 of Latin or Cyrillic text every second byte is one of very few: 0, 4, or 0x20 (general punctuation). */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const end = Math.min(bytes.length, 4096) & ~1
  if (end < 8) return undefined
  const high = [0, 0], zero = [0, 0]
  for (let i = 0; i < end; i++) {
    const b = bytes[i]!, side = i & 1
    if (b === 0) zero[side]!++
    if (b === 0 || b === 4 || b === 0x20) high[side]!++
  }
  const half = end / 2, few = (side: number) => high[side]! > half * 0.985 && zero[side]! > half * 0.05
  if (few(1) && zero[0]! < half * 0.05) return 'utf-16le'
  if (few(0) && zero[1]! < half * 0.05) return 'utf-16be'
  return undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  try { new TextDecoder('utf-8', { fatal: true }).decode(bytes); return true } catch { return false }
}

/** Mostly well-formed multi-byte sequences with a few broken ones, such as a cut at the end. */
function damagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0, whole = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0xfffd) broken++
    else if (c > 127) whole++
  }
  return whole > 0 && broken <= Math.max(1, whole * 0.1)
}

function nonAsciiSample(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleSize) return bytes
  const first = bytes.findIndex((b) => b > 127)
  return bytes.subarray(Math.max(0, first - 200), first + sampleSize)
}

const candidates = ['windows-1252', 'windows-1251', 'koi8-u', 'windows-1250', 'iso-8859-2', 'ibm866']
function likeliest(sample: Uint8Array): string {
  let best = candidates[0]!, top = -Infinity
  for (const name of candidates) {
    const score = plausible(sample, name)
    if (score > top + 1e-9) { best = name; top = score }
  }
  return best
}

const commonCyrillic = new Set('оаинтеслрвкмдпуяіьзгбчйхжшюцщєїґы')
const commonLatin = new Set('äöüßéèêàâçîïôùûœñáíóúąćęłńśźżěščřžýőűåøæìòÄÖÜÉÈÀÇŁŚŻŹĆÓ')
const symbol = /[\u0080-\u009f\ufffd\u2500-\u25ff¤¦¬¶±³¹²º¼½¾¨¯¸]/

/** How much a decoding looks like words, a mean over its non-ASCII letters: about 1 for the right charset, below 0 for a wrong one. */
function plausible(sample: Uint8Array, charset: string): number {
  const text = new TextDecoder(charset).decode(sample)
  let sum = 0, count = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (c <= '\u007f') continue
    count++
    sum += weigh(c, text[i - 1] ?? ' ', text[i + 1] ?? ' ')
  }
  return count === 0 ? 0 : sum / count
}

const isLetter = (c: string) => /\p{L}/u.test(c)
const isLatin = (c: string) => /[A-Za-z\u00c0-\u024f]/.test(c)
function weigh(c: string, before: string, after: string): number {
  const inWord = isLetter(before) || isLetter(after)
  if (symbol.test(c)) return inWord ? -2 : -0.5
  if (!isLetter(c)) return inWord && isLetter(before) && isLetter(after) && c !== '’' ? -1 : 0.3
  const cyrillic = c >= '\u0400' && c <= '\u04ff'
  if (cyrillic && (isLatin(before) || isLatin(after))) return -1.5
  const flip = c !== c.toLowerCase() && before !== before.toUpperCase() ? -1.5 : 0
  const known = cyrillic ? commonCyrillic.has(c) : commonLatin.has(c)
  const alone = !cyrillic && !inWord ? -0.5 : 0
  // A run of accented Latin letters is Cyrillic misread; words of the Latin languages hold one or two.
  const run = !cyrillic && before > '\u00bf' && isLatin(before) && after > '\u00bf' && isLatin(after) ? -1.5 : 0
  return (known ? 1 : 0.2) + flip + alone + run
}

const mojibake = /(?:Ã[\u0080-\u00bf©¤¶¼±³§¨ª«­]|â€[™œ\u009d“”˜¦]|[ÐÑ][\u0080-\u00bf°-¿][ÐÑ]|Р[°-џ]С[\u0402-\u045f]|вЂ[™њќ“”])/g
const controls = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
const bidi = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function clean(decoded: string, issues: Issue[]): string {
  let text = decoded
  const note = (pattern: RegExp, code: string, level: 'note' | 'warning', say: (count: number) => string, least = 1) => {
    const found = text.match(pattern)
    if (found && found.length >= least) issues.push({ code, level, message: say(found.length), place: String(text.search(pattern)) })
  }
  note(/\u0000/g, 'nul-replaced', 'warning', (n) => `${n} NUL character${n > 1 ? 's' : ''} replaced with U+FFFD.`)
  text = text.replaceAll('\u0000', '\ufffd')
  note(mojibake, 'mojibake', 'warning', (n) => `The text was decoded wrongly before it reached us (${n} places such as “Ã©”); it is kept as it came.`, 3)
  note(controls, 'control-characters', 'note', (n) => `${n} control character${n > 1 ? 's' : ''} kept in the text.`)
  note(bidi, 'bidi-marks', 'note', (n) => `${n} mark${n > 1 ? 's' : ''} of writing direction kept in the text: it may be shown in another order than it is stored.`)
  return text
}
