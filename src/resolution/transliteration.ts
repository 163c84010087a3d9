import { fold } from './spelling.ts'

/** Ways in which a Ukrainian name is written in Latin letters: the official one of 2010 and those of the press. */
const systems: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  official: { г: 'h', ґ: 'g', є: 'ie', ж: 'zh', и: 'y', і: 'i', ї: 'i', й: 'i', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ю: 'iu', я: 'ia', ь: '', "'": '', в: 'v', з: 'z', с: 's', у: 'u', е: 'e' },
  english: { г: 'h', ґ: 'g', є: 'ye', ж: 'zh', и: 'y', і: 'i', ї: 'yi', й: 'y', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ю: 'yu', я: 'ya', ь: '', "'": '', в: 'v', з: 'z', с: 's', у: 'u', е: 'e' },
  plain: { г: 'h', ґ: 'g', є: 'e', ж: 'zh', и: 'i', і: 'i', ї: 'i', й: 'y', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ю: 'yu', я: 'ya', ь: '', "'": '', в: 'v', з: 'z', с: 's', у: 'u', е: 'e' },
  german: { г: 'h', ґ: 'g', є: 'je', ж: 'sch', и: 'y', і: 'i', ї: 'ji', й: 'j', х: 'ch', ц: 'z', ч: 'tsch', ш: 'sch', щ: 'schtsch', ю: 'ju', я: 'ja', ь: '', "'": '', в: 'w', з: 's', с: 's', у: 'u', е: 'e' },
  french: { г: 'h', ґ: 'g', є: 'ie', ж: 'j', и: 'y', і: 'i', ї: 'ï', й: 'ï', х: 'kh', ц: 'ts', ч: 'tch', ш: 'ch', щ: 'chtch', ю: 'iou', я: 'ia', ь: '', "'": '', в: 'v', з: 'z', с: 's', у: 'ou', е: 'e' },
  polish: { г: 'h', ґ: 'g', є: 'ie', ж: 'ż', и: 'y', і: 'i', ї: 'ji', й: 'j', х: 'ch', ц: 'c', ч: 'cz', ш: 'sz', щ: 'szcz', ю: 'ju', я: 'ja', ь: '', "'": '', в: 'w', з: 'z', с: 's', у: 'u', е: 'e' },
}
const shared: Readonly<Record<string, string>> = { а: 'a', б: 'b', д: 'd', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', т: 't', ф: 'f' }
/** At the start of a word the official system writes y: "Yermak", not "Iermak". */
const initial: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' }

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

function write(name: string, system: string): string {
  const table = systems[system]!
  let out = ''
  for (let i = 0; i < name.length; i++) {
    const c = name[i]!, lower = c.toLowerCase()
    const starts = i === 0 || /[\s-]/.test(name[i - 1]!)
    const latin = (starts && system === 'official' ? initial[lower] : undefined) ?? table[lower === '’' || lower === 'ʼ' ? "'" : lower] ?? shared[lower] ?? c
    out += c === lower ? latin : capital(latin)
  }
  return out
}

/**
 * The Latin spellings of a Ukrainian name, each once.
 * @example romanise('Умєров') // ['Umierov', 'Umyerov', 'Umerov', 'Umjerow', 'Oumierov', 'Umierow']
 */
export function romanise(name: string): readonly string[] {
  if (!/\p{Script=Cyrillic}/u.test(name)) return []
  return [...new Set(Object.keys(systems).map((system) => write(name, system)))]
}

/**
 * One key for the many Latin spellings of an East Slavic name, whichever press wrote it. Coarse: it is asked with first
 * and family name together, and only about people of those languages.
 * @example looseKey('Denys Chmyhal') === looseKey('Denys Schmyhal') // true
 */
export function looseKey(name: string): string {
  return fold(name).toLowerCase().split(/[^a-z]+/).map((word) => word
    .replace(/schtsch|shch|szcz|chtch|tsch|tch|sch|sh|zh|sz|cz|ch|kh|g/g, 'h').replace(/ts|tz|[zcs]/g, 's').replace(/ou/g, 'u').replace(/w/g, 'v')
    .replace(/[iyj]+/g, 'i').replace(/i(?=[aeou])/g, '').replace(/i$/, '').replace(/(.)\1+/g, '$1')).filter((w) => w !== '').join(' ')
}

const hushed: readonly (readonly [RegExp, string])[] = [[/[čćç]/g, 'ch'], [/[šşșś]/g, 'sh'], [/[žżź]/g, 'zh'], [/ck/g, 'k'], [/c(?![eiyhz])/g, 'k'], [/ph/g, 'f'], [/th/g, 't'], [/x/g, 'ks'], [/q/g, 'k']]
/**
 * The loose key of a name of any other language, for its Ukrainian spelling by letters.
 * @example foreignKey('Gordan Grlić Radman') === looseKey('Hordan Hrlych Radman') // true
 */
export const foreignKey = (name: string): string => looseKey(hushed.reduce((text, [from, to]) => text.replace(from, to), name.toLowerCase()))

const cyrillicEnding = /(?:ові|еві|єві|ого|ому|ом|ем|єм|им|ою|ої|ій|[ауюяіи])$/u
/** The loose keys under which a name in Cyrillic, declined or not, may be found. */
export function cyrillicKeys(name: string): ReadonlySet<string> {
  const forms = name.split(' ').slice(0, 4).map((word) => { const stem = word.replace(cyrillicEnding, ''); return stem.length < 3 ? [word] : [...new Set([word, stem, `${stem}а`])] })
  const names = forms.reduce<readonly string[]>((done, list) => (done.length === 0 ? list : done.flatMap((d) => list.map((w) => `${d} ${w}`))), [])
  return new Set(names.map((n) => looseKey(write(n, 'official'))))
}

const doubles: Readonly<Record<string, string>> = { а: 'a', в: 'b', с: 'c', е: 'e', н: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', м: 'm', о: 'o', р: 'p', ѕ: 's', т: 't', у: 'y', х: 'x', α: 'a', ο: 'o', ν: 'v', ρ: 'p', ε: 'e', ι: 'i', κ: 'k', τ: 't', А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', І: 'I', К: 'K', М: 'M', О: 'O', Р: 'P', Т: 'T', У: 'Y', Х: 'X' }

/** Does one word mix letters of two scripts? Such a name is a slip or a disguise. @example mixesScripts('Pіstorius') // true */
export const mixesScripts = (text: string): boolean =>
  text.split(/[\s'’-]+/).some((w) => /\p{Script=Latin}/u.test(w) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(w))

/** The Latin letters that a text pretends to be written in. @example unmask('Pіstorius') // 'Pistorius' */
export const unmask = (text: string): string => [...text].map((c) => doubles[c] ?? c).join('')
