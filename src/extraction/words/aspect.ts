import { read, type VerbForms } from './conjugation.ts'

/**
 * Slavic verbs tell of the future by their aspect: the present forms of a perfective verb ("przekaże", "передасть")
 * say what will be done. A table takes those as announcements, the past and the participle as deliveries; the
 * participle holds the passive forms and the impersonal one in -no/-to, -но/-то.
 */
const slavic = (infinitive: string, present: readonly string[], masculine: string, ends: readonly string[], participle: readonly string[], gerund: readonly string[]): VerbForms =>
  ({ infinitive: [infinitive], present, past: [masculine, ...ends], participle, future: [], conditional: [], gerund, subjunctive: [] })

/** "się", "ся" goes with every form. */
const reflexive = (forms: VerbForms): VerbForms => Object.fromEntries(Object.entries(forms).map(([tense, words]) => [tense, (words as string[]).flatMap((w) => (/[аяоиіую]$/u.test(w) ? [w + 'ся', w + 'сь'] : [w + (w.endsWith('є') || w.endsWith('е') ? 'ться' : 'ся')]))])) as unknown as VerbForms

const polishEnds = ['y', 'a', 'e', 'ego', 'ej', 'ych', 'ym', 'ą']
const polishSoft: readonly [RegExp, string][] = [[/ści$/, 'szcz'], [/źdźi$|ździ$/, 'żdż'], [/ci$/, 'c'], [/dzi$/, 'dz'], [/si$/, 'sz'], [/zi$/, 'ż'], [/li$/, 'l'], [/(?<=[cs]z|ż|r)y$/, '']]

/**
 * Polish verbs in -ować/-ywać, -ać, -ić, -yć; others with their parts: `przekazać:przekaże:przekażą:przekazał:przekazany`
 * (infinitive, he, they, he did, done). @example phrasesOf(polish('wysłać:wyśle:wyślą:wysłał:wysłany'), 'past') // 'wysłał | wysłała | wysłało | wysłali | wysłały'
 */
export const polish = (list: string): VerbForms[] => read(list, (verb) => {
  const [infinitive = '', he, they = '', did, done] = verb.split(':'), stem = infinitive.slice(0, -1)
  const masculine = did ?? stem + 'ł', root = masculine.slice(0, -1)
  const past = root.endsWith('ą') ? ['ęła', 'ęło', 'ęli', 'ęły'].map((e) => root.slice(0, -1) + e) : root.endsWith('ó') || /ó[gsrł]$/.test(root) ? [...['ła', 'ło', 'ły'].map((e) => root.replace(/ó(?=[gsrł]?$)/, 'o') + e), root.replace(/ós$/, 'eś').replace(/óg$/, 'og') + 'li'] : [root + 'ła', root + 'ło', (root.endsWith('a') && /eć$/.test(infinitive) ? root.slice(0, -1) + 'e' : root) + 'li', root + 'ły']
  const vowel = stem.at(-1), base = stem.slice(0, -1)
  const own = he !== undefined ? [he, they] : /[oyi]wać$/.test(infinitive) && /ować$|[yi]wać$/.test(infinitive) ? [infinitive.replace(/(?:ować|[yi]wać)$/, 'uje'), infinitive.replace(/(?:ować|[yi]wać)$/, 'ują')] : vowel === 'a' ? [stem, stem + 'ją'] : [stem, vowel === 'y' ? base + 'ą' : polishPlural(stem)]
  const passive = done ?? (vowel === 'a' ? stem + 'ny' : softened(stem) + 'ony'), bare = passive.slice(0, -1)
  return slavic(infinitive, own, masculine, past, [...polishEnds.map((e) => bare + e), bare + 'o', softPlural(bare)], own[1] ? [own[1] + 'c'] : [])
})
/** "zapłaci" – "zapłacą", "zgłosi" – "zgłoszą", "zapewni" – "zapewnią". */
const polishPlural = (stem: string) => (/(?:ci|dzi|si|zi|li)$/.test(stem) ? softened(stem) + 'ą' : stem + 'ą')
const softened = (stem: string): string => { for (const [from, to] of polishSoft) if (from.test(stem)) return stem.replace(from, to); return stem }
/** Men did it: "przekazani", "wysłani", "uzgodnieni", "przyjęci". */
const softPlural = (bare: string) => (bare.endsWith('on') ? bare.slice(0, -2) + 'eni' : bare.endsWith('t') ? bare.slice(0, -1) + 'ci' : bare + 'i')

const ukrainianEnds = ['ий', 'а', 'е', 'і', 'ого', 'ої', 'их', 'о', 'у', 'им', 'ими']
const ukrainianSoft: readonly [RegExp, string][] = [[/ст$/, 'щ'], [/([бпвмф])$/, '$1л'], [/зд$/, 'ждж'], [/д$/, 'дж'], [/т$/, 'ч'], [/с$/, 'ш'], [/з$/, 'ж']]

/**
 * Ukrainian verbs in -увати, -ати/-яти, -ити; others with their parts: `надати:надасть:нададуть:надав:наданий`.
 * Verbs in -ся keep it. @example phrasesOf(ukrainian('поставити'), 'present') // 'поставить | поставлять'
 */
export const ukrainian = (list: string): VerbForms[] => read(list, (verb) => {
  const [whole = '', he, they = '', did, done] = verb.split(':'), self = whole.endsWith('ся')
  const infinitive = self ? whole.slice(0, -2) : whole, stem = infinitive.slice(0, -2), vowel = stem.at(-1), base = stem.slice(0, -1)
  const masculine = did ?? stem + 'в', root = did ? did.replace(/в$/, '').replace(/і(?=[гсз]$)/, 'е') : stem
  const own = he !== undefined ? [he, they] : /нути$/.test(infinitive) ? [base + 'е', base + 'уть'] : infinitive.endsWith('увати') ? [infinitive.slice(0, -5) + 'ує', infinitive.slice(0, -5) + 'ують'] : vowel === 'и' ? [stem + 'ть', plural(base)] : [stem + 'є', stem + 'ють']
  const passive = done ?? (vowel === 'и' ? soften(base) + 'ений' : infinitive.endsWith('увати') ? infinitive.slice(0, -5) + 'ований' : vowel === 'у' ? stem + 'тий' : stem + 'ний'), bare = passive.slice(0, -2)
  const forms = slavic(infinitive, own, masculine, ['ла', 'ло', 'ли'].map((e) => root + e), ukrainianEnds.map((e) => bare + e), [own[1]!.replace(/ть$/, 'чи')])
  return self ? reflexive(forms) : forms
})
const soften = (base: string): string => { for (const [from, to] of ukrainianSoft) if (from.test(base)) return base.replace(from, to); return base }
const plural = (base: string) => (/[жчшщ]$/.test(base) ? base + 'ать' : /[бпвмф]$/.test(base) ? base + 'лять' : base + 'ять')

/** Case forms of nouns for men that end in a consonant, as patterns of `wordforms.ts`. @example polishMen('rzecznik') // 'rzecznik(|a|owi|iem)' */
export const polishMen = (list: string): string => list.split(' ').map((w) => `${w}(|a|owi|${/[kg]$/.test(w) ? 'iem' : 'em'})`).join(' ')
/** @example ukrainianMen('речник') // 'речник(|а|у|ові|ом)' */
export const ukrainianMen = (list: string): string => list.split(' ').map((w) => `${w}(|а|у|ові|ом)`).join(' ')
