import { createHash } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** SHA-256 of bytes or of a UTF-8 string, as 64 lower-case hex digits. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/**
 * The first 100 bits of a hex digest as 20 base32 letters (RFC 4648 alphabet, lower case): the printed form of ids.
 * @example shortHash('00'.repeat(32)) // 'aaaaaaaaaaaaaaaaaaaa'
 */
export function shortHash(hex: string): string {
  let bits = BigInt('0x' + hex.slice(0, 25)), out = ''
  for (let i = 0; i < 20; i++) { out = alphabet[Number(bits & 31n)] + out; bits >>= 5n }
  return out
}

/**
 * JSON with sorted keys and no white space; `undefined` members are left out. Same value, same string, everywhere.
 * @example canonicalJson({ b: 1, a: [null] }) // '{"a":[null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return '[' + value.map(canonicalJson).join(',') + ']'
  const entries = Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return '{' + entries.map(([k, v]) => JSON.stringify(k) + ':' + canonicalJson(v)).join(',') + '}'
}
