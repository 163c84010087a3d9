import { refused } from './stop.ts'

/** How much one input may unfold to before it is refused. */
export interface Limits {
  /** Containers inside containers. */
  readonly depth: number
  /** Members of all containers of one input. */
  readonly members: number
  /** Unfolded bytes of one member, and of all together. */
  readonly member: number
  readonly total: number
  /** Unfolded bytes for one packed byte, looked at after `ratioAfter` bytes. */
  readonly ratio: number
  readonly ratioAfter: number
}

const MB = 1024 * 1024
export const standardLimits: Limits = { depth: 3, members: 10_000, member: 256 * MB, total: 1024 * MB, ratio: 100, ratioAfter: MB }

/** What is left of the limits while one input is read; shared by all its containers. */
export interface Budget {
  readonly limits: Limits
  /** Counts one member; throws a `Stop` when there are too many. */
  member(label: string): void
  /** Counts unfolded bytes; throws a `Stop` when all members together are too large. */
  spend(bytes: number, label: string): void
  /** Bytes that were unfolded so far. */
  spent(): number
}

/** @example createBudget().limits.depth // 3 */
export function createBudget(limits: Limits = standardLimits): Budget {
  let members = 0, total = 0
  return {
    limits,
    member(label) {
      if (++members > limits.members) throw refused('too-many-members', `${label} holds more than ${count(limits.members)} members; unpack it and read its parts.`)
    },
    spend(bytes, label) {
      total += bytes
      if (total > limits.total) throw refused('archive-too-large', `${label} unfolds to more than ${size(limits.total)} in all; unpack it and read its parts.`)
    },
    spent: () => total,
  }
}

/** @example count(10000) // '10,000' */
export const count = (n: number): string => String(n).replace(/\B(?=(?:\d{3}){1,7}$)/g, ',')

/** @example size(268435456) // '256 MB' */
export const size = (bytes: number): string => (bytes >= MB ? `${count(Math.round(bytes / MB))} MB` : bytes >= 1024 ? `${count(Math.round(bytes / 1024))} kB` : `${bytes} bytes`)
