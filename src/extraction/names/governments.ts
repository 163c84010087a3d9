import type { CountryCode } from '../../core/claim.ts'
import type { ReferenceId } from '../../core/ids.ts'
import type { Lexicon, Sense } from '../../core/lexicon.ts'
import { once } from '../../core/once.ts'
import type { Sentence } from '../analysis.ts'
import type { Language } from '../language.ts'
import { traitOf } from '../words/forms.ts'
import type { Piece } from '../words/pieces.ts'
import { wordforms } from '../words/wordforms.ts'
import { isRole, nameTable } from './name-words.ts'

/** Nouns for a government that is named by who leads it. */
export interface GovernmentWords {
  readonly nouns: string
  /** Small words between noun and name: "government of", "gouvernement de". */
  readonly of: string
  /** The name comes first: "the Scholz government". Else it follows, with or without a small word. */
  readonly nameFirst: boolean
}

/**
 * Joins the name of a head of state or government with the noun beside it to one piece that stands for the state: "the
 * Biden-Harris Administration", "Regierung Scholz", "gouvernement de Giorgia Meloni", "rząd Tuska", "уряд Шмигаля". The
 * leader stays among the senses, so that resolution can look up the day.
 */
export function joinGovernments(pieces: readonly Piece[], sentence: Sentence, lexicon: Lexicon, language: Language): readonly Piece[] {
  const names = namesGovernment(language)
  if (!sentence.tokens.some((t) => names(t.form))) return pieces
  const joined = governmentsIn(pieces, sentence, lexicon, language)
  if (joined.length === 0) return pieces
  return [...pieces.filter((p) => !joined.some((j) => p.from < j.to && j.from < p.to)), ...joined].sort((a, b) => a.from - b.from)
}

/** Is a word, or its part behind the last hyphen, a noun for a government? */
const namesGovernment = traitOf(({ lower }, language: Language): boolean => governmentNouns(language).has(lower.slice(lower.lastIndexOf('-') + 1)))

function governmentsIn(pieces: readonly Piece[], { tokens }: Sentence, lexicon: Lexicon, language: Language): Piece[] {
  const names = namesGovernment(language), { nameFirst } = language.names.governments, table = nameTable(language), small = governmentWords(language)
  const at = new Map<number, Piece>(pieces.flatMap((p) => Array.from({ length: p.to - p.from }, (_, i) => [p.from + i, p] as const)))
  const words = (from: number, to: number) => tokens.slice(from, to).map((t) => t.text)
  const led = (from: number, to: number, by: readonly string[]): Piece[] => {
    const leaders = leadersOf(by, lexicon, language.code)
    return leaders ? [{ from, to, kind: 'state', senses: [stateSense(leaders[0]!.leads!), ...leaders] }] : []
  }
  return tokens.flatMap((token, i): Piece[] => {
    if (!names(token.form)) return []
    if (token.lower.includes('-')) return led(i, i + 1, [token.text.slice(0, token.text.lastIndexOf('-'))])
    const here = at.get(i)
    if (here && here.senses.length > 0) return []
    if (nameFirst) {
      // "Trump Administration" in capitals is one run; "Biden's administration" has a mark between.
      const end = here ? i : /^['’]s$/.test(tokens[i - 1]?.text ?? '') ? i - 1 : i, name = at.get(end - 1)
      if (name && name.to >= end && end > name.from) { const found = led(name.from, i + 1, words(name.from, end)); if (found.length > 0) return found }
    }
    let j = i + 1, linked = false
    while (j < tokens.length && j - i <= 4 && (small.has(tokens[j]!.lower) || table.titles.has(tokens[j]!.lower) || isRole(table, tokens[j]))) { linked ||= small.has(tokens[j]!.lower); j++ }
    const name = at.get(j)
    if (!name || (nameFirst && !linked) || name.to <= j) return []
    return led(i, name.to, words(j, name.to))
  })
}

/**
 * Those who lead or led the one state to which bearers of all the names belong: "Biden-Harris" is of the United States,
 * though another Harris led Ireland. None where a word is no such name or several states fit.
 */
function leadersOf(words: readonly string[], lexicon: Lexicon, language: string): readonly Sense[] | null {
  const bearers = (name: string) => lexicon.senses(name, language).filter((s) => s.type === 'person')
  const whole = bearers(words.join(' ')), parts = whole.length > 0 ? [whole] : words.length === 1 ? words[0]!.split(/[-–]/).map(bearers) : []
  const leaders = parts.flat().filter((s) => s.leads)
  const states = [...new Set(leaders.map((s) => s.leads!))].filter((state) => parts.every((senses) => senses.some((s) => s.country === state || s.leads === state)))
  return states.length === 1 ? leaders.filter((s) => s.leads === states[0]) : null
}

const regions = once(() => new Intl.DisplayNames(['en'], { type: 'region' }))
const stateSense = (country: CountryCode): Sense => ({ id: `state-${country.toLowerCase()}` as ReferenceId, type: 'state', name: regions().of(country) ?? country, country, as: 'name' })

const smallWords = new WeakMap<Language, ReadonlySet<string>>()
/** The small words between a noun for a body and whose it is. */
export function governmentWords(language: Language): ReadonlySet<string> {
  let set = smallWords.get(language)
  if (!set) smallWords.set(language, (set = new Set(wordforms(language.names.governments.of))))
  return set
}

const nounSets = new WeakMap<Language, ReadonlySet<string>>()
/** The nouns for a government in all their forms. */
export function governmentNouns(language: Language): ReadonlySet<string> {
  let set = nounSets.get(language)
  if (!set) nounSets.set(language, (set = new Set(wordforms(language.names.governments.nouns))))
  return set
}
