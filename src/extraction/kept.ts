import type { Analysis } from './analysis.ts'

/** Something that keeps what was worked out about it. */
export interface Keeping { readonly known: unknown[] }

/**
 * Answers that are kept with the thing they are about, each at a place of its own: worked out on first use and once.
 * An answer must not be undefined, and must depend on nothing but the thing and on what always comes with it.
 * @example const once = answersOn<Reading>(), clauses = once((reading: Reading) => cut(reading)) // clauses(reading) === clauses(reading)
 */
export function answersOn<Of extends Keeping>() {
  let places = 0
  return <T extends {} | null, With = void>(workOut: (of: Of, beside: With) => T): ((of: Of, beside: With) => T) => {
    const place = places++
    return (of, beside) => {
      const known = of.known[place]
      return known === undefined ? (of.known[place] = workOut(of, beside)) as T : known as T
    }
  }
}

/** What is worked out of a text once. @example const turnsOf = onAnalysis(makeTurns) // turnsOf(analysis) === turnsOf(analysis) */
export const onAnalysis = answersOn<Analysis>()
