import { hash } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** SHA-256 of bytes or of a UTF-8 string, as 64 lower-case hex digits. */
export function sha256(data: Uint8Array | string): string {
  return hash('sha256', data)
}

/**
 * The first 100 bits of a hex digest as 20 base32 letters (RFC 4648 alphabet, lower case): the printed form of ids.
 * @example shortHash('00'.repeat(32)) // 'aaaaaaaaaaaaaaaaaaaa'
 */
export function shortHash(hex: string): string {
  let out = ''
  for (let i = 0; i < 25; i += 5) {
    const bits = parseInt(hex.slice(i, i + 5), 16)
    out += alphabet[bits >>> 15]! + alphabet[(bits >>> 10) & 31]! + alphabet[(bits >>> 5) & 31]! + alphabet[bits & 31]!
  }
  return out
}

/**
 * JSON with sorted keys and no white space; `undefined` members are left out, whole numbers without bound are strings of
 * digits. Same value, same string, everywhere.
 * @param without keys left out at every depth
 * @example canonicalJson({ b: 1, a: [null] }) // '{"a":[null],"b":1}'
 */
export function canonicalJson(value: unknown, without?: ReadonlySet<string>): string {
  if (typeof value === 'bigint') return `"${value}"`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  let out = ''
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) out += (i === 0 ? '' : ',') + canonicalJson(value[i], without)
    return `[${out}]`
  }
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key]
    if (member !== undefined && !without?.has(key)) out += (out === '' ? '' : ',') + keyText(key) + canonicalJson(member, without)
  }
  return `{${out}}`
}

/** The same few keys come back in every claim: quoting them once saves a third of the time. */
const keyTexts = new Map<string, string>()
function keyText(key: string): string {
  const known = keyTexts.get(key)
  if (known !== undefined) return known
  const text = JSON.stringify(key) + ':'
  if (keyTexts.size < 2000) keyTexts.set(key, text)
  return text
}
