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
  switch (typeof value) {
    case 'string': return quoted(value)
    case 'number': return Number.isFinite(value) ? String(value) : 'null'
    case 'boolean': return value ? 'true' : 'false'
    case 'bigint': return `"${value}"`
    case 'object': return value === null ? 'null' : Array.isArray(value) ? listJson(value, without) : membersJson(value as Members, without)
    default: return 'null'
  }
}

/** Most strings have nothing that must be escaped. */
const quoted = (text: string): string => (/["\\\0-\x1f\ud800-\udfff]/.test(text) ? JSON.stringify(text) : `"${text}"`)

function listJson(list: readonly unknown[], without: ReadonlySet<string> | undefined): string {
  let out = ''
  for (let i = 0; i < list.length; i++) out += (i > 0 ? ',' : '[') + canonicalJson(list[i], without)
  return out === '' ? '[]' : out + ']'
}

type Members = Readonly<Record<string, unknown>>

function membersJson(object: Members, without: ReadonlySet<string> | undefined): string {
  const { sorted, heads } = orderOf(Object.keys(object))
  let out = ''
  for (let i = 0; i < sorted.length; i++) {
    const key = sorted[i]!, member = object[key]
    if (member !== undefined && !without?.has(key)) out += (out === '' ? '{' : ',') + heads[i] + canonicalJson(member, without)
  }
  return out === '' ? '{}' : out + '}'
}

/** The keys of some objects, as they stand and sorted, and what is written for each. */
interface Order { readonly keys: readonly string[]; readonly sorted: readonly string[]; readonly heads: readonly string[] }
/** The objects of a program have few sets of keys, which are sorted once: by their first key, and up to some number of them. */
const orders = new Map<string | undefined, Order[]>(), mostFirst = 512, mostOfOne = 16

function orderOf(keys: readonly string[]): Order {
  let known = orders.get(keys[0])
  if (known) for (const order of known) if (isSame(order.keys, keys)) return order
  const sorted = [...keys].sort(), order = { keys, sorted, heads: sorted.map((key) => JSON.stringify(key) + ':') }
  if (!known && orders.size < mostFirst) orders.set(keys[0], (known = []))
  if (known && known.length < mostOfOne) known.push(order)
  return order
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
