import type { Mention } from '../core/claim.ts'
import { fold } from './spelling.ts'

/**
 * A decision about a pair: two names, a name and a reference id, two records. It is never changed; a later judgement on
 * the same pair takes its place, and `withdrawn` takes it back.
 */
export interface Judgement {
  readonly from: string
  readonly to: string
  readonly verdict: 'same' | 'different' | 'unsure' | 'withdrawn'
  /** Who decided: a person's name or a machine and version. */
  readonly by: string
  /** ISO date or instant; later wins. */
  readonly when: string
  readonly why: string
}

/** The key under which a decision about a mention's name is kept. @example nameKey({ type: 'person', name: 'Umerov' }) // 'person:umerov' */
export const nameKey = (mention: Pick<Mention, 'type' | 'name'>): string => `${mention.type}:${fold(mention.name).toLowerCase().slice(0, 200)}`

const pairKey = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`)

/** The judgement that stands for each pair: the latest, unless it was withdrawn. Order of input does not matter. */
export function standing(judgements: readonly Judgement[]): readonly Judgement[] {
  const latest = new Map<string, Judgement>()
  const rank = (j: Judgement) => `${j.when}\u0000${j.verdict}\u0000${j.by}\u0000${j.why}`
  for (const j of judgements) {
    if (j.from === j.to) continue
    const key = pairKey(j.from, j.to), known = latest.get(key)
    if (!known || rank(known) < rank(j)) latest.set(key, j)
  }
  return [...latest.values()].filter((j) => j.verdict !== 'withdrawn').sort((a, b) => (pairKey(a.from, a.to) < pairKey(b.from, b.to) ? -1 : 1))
}

/** A contradiction: two that are joined by a chain of `same`, and yet judged `different`. */
export interface Contradiction { readonly different: Judgement; readonly chain: readonly Judgement[] }

export interface Clusters {
  /** The smallest member of the cluster something belongs to; itself when nobody judged it. */
  of(id: string): string
  members(id: string): readonly string[]
  /** Kept together and named, never split silently: people must withdraw one of the judgements. */
  readonly contradictions: readonly Contradiction[]
}

/**
 * Who is the same as whom, by transitivity. A negative judgement inside a cluster is a contradiction to be shown.
 * @example cluster([same('a', 'b'), same('b', 'c')]).of('c') // 'a'
 */
export function cluster(judgements: readonly Judgement[]): Clusters {
  const stand = standing(judgements), same = stand.filter((j) => j.verdict === 'same')
  const parent = new Map<string, string>()
  const root = (id: string): string => {
    let at = id
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up
    return at
  }
  for (const { from, to } of same) {
    const a = root(from), b = root(to)
    if (a !== b) parent.set(a < b ? b : a, a < b ? a : b)
  }
  const members = new Map<string, string[]>()
  for (const id of [...new Set(same.flatMap((j) => [j.from, j.to]))].sort()) members.set(root(id), [...(members.get(root(id)) ?? []), id])
  const contradictions = stand.filter((j) => j.verdict === 'different' && root(j.from) === root(j.to)).map((different) => ({ different, chain: chainBetween(different.from, different.to, same) }))
  return { of: root, members: (id) => members.get(root(id)) ?? [id], contradictions }
}

/** The shortest chain of positive judgements between two. */
function chainBetween(from: string, to: string, same: readonly Judgement[]): readonly Judgement[] {
  const near = new Map<string, Judgement[]>()
  for (const j of same) for (const end of [j.from, j.to]) near.set(end, [...(near.get(end) ?? []), j])
  const cameBy = new Map<string, Judgement | null>([[from, null]])
  const queue = [from]
  for (let at = queue.shift(); at !== undefined && !cameBy.has(to); at = queue.shift()) {
    for (const j of near.get(at) ?? []) {
      const other = j.from === at ? j.to : j.from
      if (!cameBy.has(other)) { cameBy.set(other, j); queue.push(other) }
    }
  }
  const chain: Judgement[] = []
  for (let at = to, j = cameBy.get(to); j; j = cameBy.get(at)) { chain.unshift(j); at = j.from === at ? j.to : j.from }
  return chain
}

/** What was decided about the name of a mention. */
export function decide(mention: Pick<Mention, 'type' | 'name'>, judgements: readonly Judgement[]): { readonly same: Judgement | null; readonly different: ReadonlySet<string> } {
  if (judgements.length === 0) return { same: null, different: new Set() }
  const key = nameKey(mention)
  const own = standing(judgements.filter((j) => j.from === key || j.to === key)).map((j) => (j.from === key ? j : { ...j, from: j.to, to: j.from }))
  const positive = own.filter((j) => j.verdict === 'same').sort((a, b) => (a.when < b.when ? 1 : -1))
  return { same: positive[0] ?? null, different: new Set(own.filter((j) => j.verdict === 'different').map((j) => j.to)) }
}
