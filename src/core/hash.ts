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
  const ordered = inOrder(value, without)
  return ordered === unorderable ? written(value, without) : JSON.stringify(ordered) ?? 'null'
}

/** Stands for a value with keys that no object of the engine keeps in the order of their letters. */
const unorderable = Symbol('unorderable')
const unorderableKey = /^(?:\d+|__proto__)$/

/** The value with its keys in order, for the engine's own writer, which takes a third of the time of ours. What is in order is not copied. */
function inOrder(value: unknown, without: ReadonlySet<string> | undefined): unknown {
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? String(value) : typeof value === 'function' || typeof value === 'symbol' ? null : value
  return Array.isArray(value) ? listInOrder(value, without) : membersInOrder(value as Members, without)
}

function listInOrder(list: readonly unknown[], without: ReadonlySet<string> | undefined): unknown {
  let copy: unknown[] | undefined
  for (let i = 0; i < list.length; i++) {
    const member = inOrder(list[i], without)
    if (member === unorderable) return unorderable
    if (member !== list[i]) (copy ??= [...list])[i] = member
  }
  return copy ?? list
}

type Members = Readonly<Record<string, unknown>>

function membersInOrder(object: Members, without: ReadonlySet<string> | undefined): unknown {
  const keys = Object.keys(object), out: Record<string, unknown> = {}
  let changed = !isSorted(keys)
  for (const key of changed ? keys.sort() : keys) {
    if (without?.has(key)) { changed = true; continue }
    const member = inOrder(object[key], without)
    if (member === unorderable || unorderableKey.test(key)) return unorderable
    changed ||= member !== object[key]
    out[key] = member
  }
  return changed ? out : object
}

function isSorted(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i++) if (keys[i]! < keys[i - 1]!) return false
  return true
}

/** The same by hand. */
function written(value: unknown, without: ReadonlySet<string> | undefined): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(inOrder(value, without)) ?? 'null'
  if (Array.isArray(value)) return `[${value.map((member) => written(member, without)).join()}]`
  const members = value as Members
  return `{${Object.keys(members).sort().filter((key) => members[key] !== undefined && !without?.has(key)).map((key) => `${JSON.stringify(key)}:${written(members[key], without)}`).join()}}`
}
