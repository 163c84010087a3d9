/**
 * A word as it is written, one object for all its places. What a grammar works out about a word stays with it, so that
 * a text, which uses few words often, asks each question once.
 */
export interface Form { readonly text: string; readonly lower: string; /** What each grammar knows of it, see `trait`. */ readonly known: unknown[] }

const bits = 16, size = 1 << bits, window = 8, longestKept = 40
/** A cache, not a set: a full stretch of it forgets the word that stood at the place a new one hashes to. */
let table: (Form | undefined)[] = []

/**
 * The word between two places of a text.
 * @example formAt('Kyiv and Kyiv', 0, 4) === formAt('Kyiv and Kyiv', 9, 13) // true
 */
export function formAt(text: string, start: number, end: number): Form {
  const length = end - start
  if (length > longestKept) { const word = text.slice(start, end); return { text: word, lower: word.toLowerCase(), known: [] } }
  if (table.length === 0) table = new Array<Form | undefined>(size + window).fill(undefined)
  let hash = length
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1)
  const home = (hash ^ (hash >>> 15)) >>> 0 & (size - 1)
  let at = home
  for (; at < home + window; at++) {
    const form = table[at]
    if (form === undefined) break
    if (form.text.length === length && text.startsWith(form.text, start)) return form
  }
  const word = copied(text, start, end)
  return (table[at < home + window ? at : home] = { text: word, lower: word.toLowerCase(), known: [] })
}

/** The form of a word that stands alone. @example formOf('Kyiv').lower // 'kyiv' */
export const formOf = (word: string): Form => formAt(word, 0, word.length)

/** A slice would keep the whole text in memory for as long as the word is known. */
function copied(text: string, start: number, end: number): string {
  const codes: number[] = []
  for (let i = start; i < end; i++) codes.push(text.charCodeAt(i))
  return String.fromCharCode(...codes)
}

let traits = 0
/**
 * A question about words whose answer is kept with the word; it must depend on nothing else, and must not be undefined.
 * @example const capital = trait((form) => startsUpper(form.text)) // capital(formOf('Kyiv')): true
 */
export function trait<T extends {} | null>(workOut: (form: Form) => T): (form: Form) => T {
  const place = traits++
  return (form) => {
    const known = form.known[place]
    return known === undefined ? (form.known[place] = workOut(form)) as T : known as T
  }
}

/** A trait for each table of words, made when the table is first used. */
export function traitOf<Table extends object, T extends {} | null>(workOut: (form: Form, table: Table) => T): (table: Table) => (form: Form) => T {
  const made = new WeakMap<Table, (form: Form) => T>()
  // A text asks the tables of one language again and again.
  let last: Table | undefined, lastAsk: ((form: Form) => T) | undefined
  const find = (table: Table): (form: Form) => T => {
    let ask = made.get(table)
    if (!ask) made.set(table, (ask = trait((form) => workOut(form, table))))
    last = table; lastAsk = ask
    return ask
  }
  return (table) => (table === last ? lastAsk! : find(table))
}
