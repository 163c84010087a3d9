import { loadData } from '../data.ts'
import { traitOf, type Form } from '../words/forms.ts'
import { term, type Term } from './terms.ts'

/** Words of a language by idea, parted by spaces: `stem*` stands for all words that begin with it, `*part*` for all that hold it. */
type Words = Readonly<Record<string, string>>
interface Table { readonly whole: ReadonlyMap<string, readonly Term[]>; readonly beginnings: ReadonlyMap<string, readonly Term[]>; readonly parts: ReadonlyMap<string, readonly Term[]>; readonly longest: number; readonly longestPart: number }

const none: readonly Term[] = [], shortestPart = 5
const ideas = new Map<string, Term>(), tables = new Map<string, Table>()
let data: Readonly<Record<string, Words>> | undefined

function tableOf(language: string): Table {
  let table = tables.get(language)
  if (!table) {
    data ??= loadData<{ languages: Readonly<Record<string, Words>> }>('ideas.json').languages
    const whole = new Map<string, readonly Term[]>(), beginnings = new Map<string, readonly Term[]>(), parts = new Map<string, readonly Term[]>()
    for (const [name, words] of Object.entries(data[language] ?? {})) {
      const idea = ideas.get(name) ?? term(name)
      ideas.set(name, idea)
      for (const word of words.split(' ')) {
        const key = word.replaceAll('*', ''), into = word.startsWith('*') ? parts : word.endsWith('*') ? beginnings : whole
        into.set(key, [...(into.get(key) ?? none), idea])
      }
    }
    tables.set(language, (table = { whole, beginnings, parts, longest: lengthOf(beginnings), longestPart: lengthOf(parts) }))
  }
  return table
}

/** Letters of the longest key. */
const lengthOf = (words: ReadonlyMap<string, unknown>): number => Math.max(0, ...[...words.keys()].map((k) => k.length))

/** What the whole word and its longest known beginning tell, else the last part it is known to hold. */
const ofForm = traitOf(({ lower }: Form, { whole, beginnings, parts, longest, longestPart }: Table): readonly Term[] => {
  const exact = whole.get(lower) ?? none
  for (let n = Math.min(longest, lower.length); n >= 3; n--) { const found = beginnings.get(lower.slice(0, n)); if (found) return exact.length > 0 ? [...new Set([...exact, ...found])] : found }
  if (exact.length > 0) return exact
  if (parts.size > 0) for (let from = lower.length - shortestPart; from >= 0; from--) for (let to = Math.min(lower.length, from + longestPart); to >= from + shortestPart; to--) { const found = parts.get(lower.slice(from, to)); if (found) return found }
  return none
})

/**
 * The ideas a word may speak of, which the languages share: "donated" and "przekazał" speak of giving (`data/ideas.json`).
 * @example ideasOf(formOf('donated'), 'en').map((i) => i.text) // ['give']
 */
export const ideasOf = (form: Form, language: string): readonly Term[] => ofForm(tableOf(language))(form)
