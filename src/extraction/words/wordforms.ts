/**
 * Written forms of the words of a table: patterns parted by spaces; alternatives in brackets, also nested; an
 * underscore stands for a space. @example wordforms('сказа(в|ла) каж(е|уть)') // ['сказав', 'сказала', 'каже', 'кажуть']
 */
export function wordforms(patterns: string): string[] {
  return patterns.split(/\s+/).filter(Boolean).flatMap((p) => alternatives(p)).map((w) => w.replaceAll('_', ' ').toLowerCase())
}

function alternatives(pattern: string): string[] {
  const open = pattern.indexOf('(')
  if (open < 0) return [pattern]
  const choices: string[] = []
  let depth = 0, from = open + 1, i = open
  for (; i < pattern.length; i++) {
    const c = pattern[i]
    if (c === '(') depth++
    else if (c === ')' && --depth === 0) break
    else if (c === '|' && depth === 1) { choices.push(pattern.slice(from, i)); from = i + 1 }
  }
  choices.push(pattern.slice(from, i))
  const rests = alternatives(pattern.slice(i + 1))
  return choices.flatMap((choice) => alternatives(choice)).flatMap((middle) => rests.map((rest) => pattern.slice(0, open) + middle + rest))
}

/** Each written form with the first form of its pattern, which stands for the word. @example lexicalForms('каж(е|уть)').get('кажуть') // 'каже' */
export function lexicalForms(patterns: string): Map<string, string> {
  const out = new Map<string, string>()
  for (const pattern of patterns.split(/\s+/).filter(Boolean)) {
    const forms = wordforms(pattern)
    for (const form of forms) if (!out.has(form)) out.set(form, forms[0]!)
  }
  return out
}

/** Present, third person, past and -ing form of regular English verbs; irregular ones are given as `say:says:said:saying`. */
export function englishVerbs(lemmas: string): string {
  return lemmas.split(/\s+/).filter(Boolean).map((word) => {
    const parts = word.split(':')
    if (parts.length > 1) return `(${parts.join('|')})`
    const at = word.indexOf('_'), verb = at < 0 ? word : word.slice(0, at), rest = at < 0 ? '' : word.slice(at)
    return `(${[verb, third(verb), past(verb), gerund(verb)].map((form) => form + rest).join('|')})`
  }).join(' ')
}

const third = (w: string) => (/[^aeiou]y$/.test(w) ? w.slice(0, -1) + 'ies' : /(?:s|x|z|ch|sh)$/.test(w) ? w + 'es' : w + 's')
const past = (w: string) => (w.endsWith('e') ? w + 'd' : /[^aeiou]y$/.test(w) ? w.slice(0, -1) + 'ied' : w + 'ed')
const gerund = (w: string) => (/[^eio]e$/.test(w) ? w.slice(0, -1) + 'ing' : w + 'ing')
