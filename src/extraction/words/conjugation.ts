/** The written forms of a verb in the third person, by what they tell of time. */
export interface VerbForms {
  readonly infinitive: readonly string[]
  readonly present: readonly string[]
  readonly past: readonly string[]
  readonly participle: readonly string[]
  readonly future: readonly string[]
  /** "Would": French conditional, Italian conditional; none in German. */
  readonly conditional: readonly string[]
  readonly gerund: readonly string[]
  /** Forms of reported speech and of what is asked: German "liefere", Italian "fornisca". */
  readonly subjunctive: readonly string[]
}

type Tense = keyof VerbForms

/** Verbs of a list parted by spaces; an underscore stands for a space: what follows it goes with every form. */
export const read = (list: string, one: (verb: string) => VerbForms): VerbForms[] => list.split(/\s+/).filter(Boolean).map((word) => {
  const at = word.indexOf('_'), rest = at < 0 ? '' : word.slice(at).replaceAll('_', ' ')
  const forms = one(at < 0 ? word : word.slice(0, at))
  return rest === '' ? forms : Object.fromEntries(Object.entries(forms).map(([tense, words]) => [tense, (words as string[]).map((w) => w + rest)])) as unknown as VerbForms
})

/**
 * The forms of verbs as phrases of a word table. @example phrasesOf(french('livrer'), 'future') // 'livrera | livreront'
 */
export const phrasesOf = (verbs: readonly VerbForms[], ...tenses: Tense[]): string => verbs.flatMap((v) => tenses.flatMap((t) => v[t])).join(' | ')

/** The forms of verbs as patterns of `wordforms.ts`, one for each verb. @example patternsOf(italian('dire')).startsWith('(') // true */
export const patternsOf = (verbs: readonly VerbForms[], ...tenses: Tense[]): string => verbs.map((v) => `(${[...new Set((tenses.length ? tenses : spoken).flatMap((t) => v[t]))].filter((w) => !w.includes('…')).map((w) => w.replaceAll(' ', '_')).join('|')})`).join(' ')
const spoken: readonly Tense[] = ['present', 'past', 'participle', 'gerund']

/**
 * French verbs in -er, -ir (finir) and -re (rendre); others with their parts: `remettre:remet:remettent:remis:remettr`
 * (infinitive, he, they, participle, stem of the future).
 */
export const french = (list: string): VerbForms[] => read(list, (verb) => {
  const [infinitive = '', he, they = '', part = '', stem = ''] = verb.split(':')
  if (he !== undefined) return frenchForms(infinitive, [he, they], they.replace(/ent$/, ''), part, stem)
  const root = infinitive.slice(0, -2)
  if (infinitive.endsWith('er')) {
    // "cède, achète", "paie, envoie"; "cédera" and "cèdera" are both written.
    const open = root.replace(/[eé](?=(?:[bcdfgjklmnpqrstvxz]|gn|qu|gu)$)/, 'è').replace(/y$/, 'i')
    const soft = root.replace(/g$/, 'ge').replace(/c$/, 'ç')
    const forms = frenchForms(infinitive, [open + 'e', open + 'ent'], soft, root + 'é', root.endsWith('y') ? open + 'er' : root + 'er')
    return { ...forms, past: [...forms.past, soft + 'a', root + 'èrent'], future: open === root ? forms.future : [...forms.future, open + 'era', open + 'eront'] }
  }
  if (infinitive.endsWith('ir')) return frenchForms(infinitive, [root + 'it', root + 'issent'], root + 'iss', root + 'i', infinitive)
  return frenchForms(infinitive, [root, root + 'ent'], root, root + 'u', root + 'r')
})

const frenchForms = (infinitive: string, present: readonly string[], imperfect: string, part: string, stem: string): VerbForms => ({
  infinitive: [infinitive], present, past: [imperfect + 'ait', imperfect + 'aient'], future: [stem + 'a', stem + 'ont'], conditional: [stem + 'ait', stem + 'aient'],
  participle: part.endsWith('s') ? [part, part + 'e', part + 'es'] : ['', 'e', 's', 'es'].map((e) => part + e), gerund: [imperfect + 'ant'], subjunctive: [],
})

/**
 * Italian verbs in -are, -ere and -ire (finire); others with their parts: `mettere:mette:mettono:messo:metter`
 * (infinitive, he, they, participle, stem of the future).
 */
export const italian = (list: string): VerbForms[] => read(list, (verb) => {
  const [infinitive = '', he, they = '', part = '', stem = ''] = verb.split(':'), root = infinitive.slice(0, -3)
  const hard = /[cg]$/.test(root) ? root + 'h' : root, bare = root.replace(/(?<=[cg])i$/, ''), are = infinitive.endsWith('are')
  const vowel = infinitive.at(-3) ?? 'e', participles = (p: string) => ['o', 'a', 'i', 'e'].map((e) => p.replace(/o$/, '') + e)
  const future = he !== undefined ? stem : are ? (/[cg]i$/.test(root) ? bare : hard) + 'er' : infinitive.slice(0, -1)
  const present = he !== undefined ? [he, they] : are ? [root + 'a', root + 'ano'] : vowel === 'i' ? [root + 'isce', root + 'iscono'] : [root + 'e', root + 'ono']
  const subjunctive = he !== undefined ? [they.replace(/ono$/, 'a'), they.replace(/ono$/, 'ano')] : are ? [hard.replace(/i$/, '') + 'i', hard.replace(/i$/, '') + 'ino'] : [present[1]!.replace(/ono$/, 'a'), present[1]!.replace(/ono$/, 'ano')]
  return {
    infinitive: [infinitive], present, past: [root + vowel + 'va', root + vowel + 'vano', ...(are ? [root + 'ò', root + 'arono'] : vowel === 'i' ? [root + 'ì', root + 'irono'] : [])],
    participle: participles(he !== undefined ? part : root + (are ? 'ato' : vowel === 'i' ? 'ito' : 'uto')), future: [future + 'à', future + 'anno'], conditional: [future + 'ebbe', future + 'ebbero'],
    gerund: [root + (are ? 'ando' : 'endo')], subjunctive,
  }
})

/**
 * German verbs; a stroke parts what stands apart from the verb: `bereit|stellen`. Strong ones with their parts:
 * `ab|geben:gibt:gab:gegeben`. Forms that stand apart become phrases with a gap: "gibt …… ab".
 */
export const german = (list: string): VerbForms[] => read(list, (verb) => {
  const [head = '', he, did, done] = verb.split(':'), [prefix, own] = head.includes('|') ? head.split('|') as [string, string] : ['', head]
  const root = own.replace(/e?n$/, ''), e = /(?:[td]|[^lrhaeiou][mn]|chn)$/.test(root) ? 'e' : ''
  const present = he ?? root + e + 't', past = did ?? root + e + 'te', plural = past.endsWith('e') ? past + 'n' : past + 'en'
  const part = done ?? (/^(?:be|ge|er|ver|zer|ent|emp|über|unter|wider|hinter)|ieren$/.test(own) && prefix === '' ? '' : /ieren$/.test(own) ? '' : 'ge') + root + e + 't'
  const apart = (forms: readonly string[]) => (prefix === '' ? forms : [...forms.map((f) => `${f} …… ${prefix}`), ...forms.map((f) => prefix + f)])
  const ends = ['', 'e', 'en', 'er', 'es', 'em'].map((x) => prefix + part + x)
  return { infinitive: prefix === '' ? [own] : [prefix + own, `${prefix}zu${own}`], present: apart([present, own]), past: apart([past, plural]), participle: ends, future: [], conditional: [], gerund: [], subjunctive: apart([root + 'e']) }
})
