/** One way to word something: a list of steps over words. */
type Wording = readonly Step[]
interface Step { readonly forms: readonly Form[]; /** May be missing. */ readonly optional: boolean }
interface Form { readonly text: string; readonly open: 'neither' | 'end' | 'both' }
/** Ways to word something, those that begin with a whole word by that word. */
export interface Wordings { readonly byWord: ReadonlyMap<string, readonly Wording[]>; readonly others: readonly Wording[] }

/**
 * Ways to word something, parted by semicolons: words with a space between, `a/b` either, `stem*` with any ending, `*part*`
 * anywhere in a word, `word?` or nothing, `_` any one word or nothing; the first word is always there. They are matched
 * word by word, so that a long list of them cannot run on as one long pattern of letters may.
 * @example says(wordsIn('the German Minister of Defence'), wordings('minister* of/for defence')) // true
 */
export function wordings(list: string): Wordings {
  const byWord = new Map<string, Wording[]>(), others: Wording[] = []
  for (const one of list.split(';')) {
    const wording = one.trim().split(/\s+/).map(stepOf), { forms } = wording[0]!
    if (forms.some((form) => form.open !== 'neither')) others.push(wording)
    else for (const { text } of forms) byWord.set(text, [...byWord.get(text) ?? [], wording])
  }
  return { byWord, others }
}

/** The words of a text in small letters, parted at all but letters, digits and apostrophes, without the "'s" of owners. */
export const wordsIn = (text: string): readonly string[] => text.toLowerCase().replace(/'s(?![\p{L}\p{N}])/gu, '').split(/[^\p{L}\p{M}\p{N}']+/u).filter(Boolean)

/** Does one of the wordings stand somewhere among the words? */
export const says = (words: readonly string[], { byWord, others }: Wordings): boolean =>
  words.some((word, at) => byWord.get(word)?.some((wording) => standsAt(words, at, wording, 0)) || others.some((wording) => standsAt(words, at, wording, 0)))

function standsAt(words: readonly string[], at: number, wording: Wording, step: number): boolean {
  const next = wording[step]
  if (!next) return true
  if (next.optional && standsAt(words, at, wording, step + 1)) return true
  const word = words[at]
  return word !== undefined && next.forms.some((form) => fits(word, form)) && standsAt(words, at + 1, wording, step + 1)
}

const fits = (word: string, { text, open }: Form): boolean => (open === 'neither' ? word === text : open === 'end' ? word.startsWith(text) : word.includes(text))

function stepOf(written: string): Step {
  if (written === '_') return { forms: [{ text: '', open: 'end' }], optional: true }
  const optional = written.endsWith('?')
  return { optional, forms: (optional ? written.slice(0, -1) : written).split('/').map(formOf) }
}

const formOf = (written: string): Form => ({ text: written.replaceAll('*', ''), open: written.startsWith('*') ? 'both' : written.endsWith('*') ? 'end' : 'neither' })
