/**
 * The written forms of a name in the languages that decline names. Forms are proposed from the base form by the regular
 * patterns; a form too many does no harm (nobody writes it), irregular names list theirs in the data.
 * @example formsOf('Komisja Europejska', 'pl').includes('Komisji Europejskiej') // true
 */
export function formsOf(name: string, language: string, of: 'person' | 'thing' = 'thing'): readonly string[] {
  const decline = of === 'person' ? personal[language] ?? tables[language] : tables[language]
  if (!decline) return [name]
  return [...new Set([name, ...decline(name.split(' '))])]
}

type Decline = (words: readonly string[]) => readonly string[]

/** Forms by case (nominative, genitive, dative, accusative, instrumental, locative), each with its alternatives. */
interface Word { readonly adjective: boolean; readonly cases: readonly (readonly string[])[]; /** Other genders and numbers, of a word alone. */ readonly extra: readonly string[] }
type WordRule = (word: string, afterHead: boolean) => Word | undefined

const tables: Record<string, Decline | undefined> = { pl: declineWith(polish), uk: declineWith(ukrainian), de: german, it: endings, fr: endings }
/** In a person's name every word changes, or the first alone (family names of women). */
const personal: Record<string, Decline | undefined> = { pl: declinePerson(polishPerson), uk: declinePerson(ukrainianPerson) }

const fixed = (word: string): readonly (readonly string[])[] => Array.from({ length: 6 }, () => [word])

/** Words that agree change together up to the first that stands still after the noun: "Рада ЄС", "Ministerstwo Obrony". */
function declineWith(rule: WordRule): Decline {
  return (words) => {
    let head = false, still = false
    const parts = words.map((word): Word => {
      const found = still ? undefined : inflected(word, rule, head)
      if (!found || (head && !found.adjective)) { if (head || isCapitals(word)) still = true; return { adjective: false, cases: fixed(word), extra: [] } }
      if (!found.adjective) head = true
      return found
    })
    return parts.length === 1 ? [...parts[0]!.cases.flat(), ...parts[0]!.extra] : together(parts)
  }
}

function declinePerson(rule: WordRule): Decline {
  return (words) => {
    const parts = words.map((word) => inflected(word, rule, false) ?? { adjective: false, cases: fixed(word), extra: [] })
    if (parts.length === 1) return [...parts[0]!.cases.flat(), ...parts[0]!.extra]
    const family = parts[0]!.cases.flat().map((first) => [first, ...words.slice(1)].join(' '))
    return [...family, ...together(parts)]
  }
}

const isCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase()

/** "Kosiniak-Kamysz": both halves change together. */
function inflected(word: string, rule: WordRule, afterHead: boolean): Word | undefined {
  if (isCapitals(word) || !/^\p{L}[\p{L}'’ʼ-]*$/u.test(word)) return undefined
  if (!word.includes('-')) return rule(word, afterHead)
  const halves = word.split('-').map((half) => rule(half, false) ?? { adjective: false, cases: fixed(half), extra: [] })
  const last = halves.at(-1)!
  const whole = rule(word, afterHead)
  if (whole?.adjective) return whole
  return { adjective: last.adjective, cases: last.cases.map((_, i) => product(halves.map((h) => h.cases[i]!), '-')), extra: [] }
}

const together = (parts: readonly Word[]): readonly string[] => Array.from({ length: 6 }, (_, i) => product(parts.map((p) => p.cases[i]!), ' ')).flat()

/** Every combination of alternatives; two alternatives a word at most, so that long names stay small. */
function product(lists: readonly (readonly string[])[], between: string): readonly string[] {
  return lists.reduce<readonly string[]>((done, list) => (done.length === 0 ? list : done.flatMap((d) => list.slice(0, 2).map((w) => d + between + w))), [])
}

/** Endings by case, parted by spaces; alternatives by `/`, `-` for none. */
const cases = (stem: string, endings: string): readonly (readonly string[])[] => endings.split(' ').map((e) => e.split('/').map((x) => stem + (x === '-' ? '' : x)))
const noun = (stem: string, endings: string): Word => ({ adjective: false, cases: cases(stem, endings), extra: [] })
const adjective = (stem: string, endings: string, extra = ''): Word => ({ adjective: true, cases: cases(stem, endings), extra: extra === '' ? [] : extra.split(' ').map((e) => stem + e) })

function polish(w: string, afterHead: boolean): Word | undefined {
  const cut = (n: number) => w.slice(0, -n)
  if (/(sk|ck|dzk)i$/.test(w) || (!afterHead && /[kg]i$/.test(w))) return adjective(cut(1), 'i iego iemu i/iego im im', 'a ą ej iej ie ich imi u')
  if (!afterHead && /[wnrżcł]y$/.test(w) && w.length > 4) return adjective(cut(1), 'y ego emu y/ego ym ym', 'a ą ej e ych ymi')
  if (/(sk|ck|dzk)a$/.test(w) || /^(Wielk)a$/.test(w)) return adjective(cut(1), 'a iej iej ą ą iej')
  if (/(sk|ck|dzk)ie$/.test(w)) return adjective(cut(2), 'ie iego/ich iemu/im ie im/imi im/ich')
  if (/^(Now|Narodow|Bezpieczn|Wojskow|Obronn|Północn|Południow|Najwyższ|Gospodarcz|Zjednoczon|Zbrojeniow|Kontaktow|Wspóln)a$/.test(w)) return adjective(cut(1), 'a ej ej ą ą ej')
  if (/^(Zjednoczon|Narodow|Północn|Obronn|Zbrojn)e$/.test(w)) return adjective(cut(1), 'e ych ym e ymi ych')
  if (/[aeiouy]ja$/.test(w)) return noun(cut(2), 'ja i/ji i/ji ję ją i/ji')
  if (/[ij]a$/.test(w)) return noun(cut(1), 'a i i ę ą i')
  if (/[kg]a$/.test(w)) { const soft = cut(2) + (w.endsWith('ka') ? 'ce' : 'dze'); return { adjective: false, cases: [[w], [cut(1) + 'i'], [soft], [cut(1) + 'ę'], [cut(1) + 'ą'], [soft]], extra: [] } }
  if (/[^cs]ha$/.test(w)) return noun(cut(2), 'ha hy sze hę hą sze')
  if (/(sz|cz|rz|ż|c|l)a$/.test(w)) return noun(cut(1), 'a y/i y/i ę ą y/i')
  if (/a$/.test(w)) { const soft = softPolish(cut(1)); return { adjective: false, cases: [[w], [cut(1) + 'y'], [soft], [cut(1) + 'ę'], [cut(1) + 'ą'], [soft]], extra: [] } }
  if (/ie$/.test(w)) return noun(cut(1), 'e a u e em u')
  if (/o$/.test(w)) return { adjective: false, cases: cases(cut(1), 'o a/y u o/ę em/ą ie/u'), extra: [softPolish(cut(1))] }
  if (/ość$/.test(w)) return noun(cut(1), 'ć ci ci ć cią ci')
  if (/um$/.test(w)) return undefined
  if (/y$/.test(w)) return noun(cut(1), 'y -/ów om y ami ach')
  return /[bcdfghjklłmnprstwzńśćźż]$/.test(w) ? polishMasculine(w) : undefined
}

const softPolish = (stem: string): string =>
  stem.endsWith('ł') ? stem.slice(0, -1) + 'le' : stem.endsWith('r') ? stem + 'ze' : stem.endsWith('t') ? stem.slice(0, -1) + 'cie'
    : stem.endsWith('d') ? stem.slice(0, -1) + 'dzie' : stem + 'ie'

/** Foreign names of men in -e have the endings of adjectives: "Rutte, Ruttego, Ruttemu, z Ruttem". */
function polishPerson(w: string, afterHead: boolean): Word | undefined {
  if (/[bcdfghklmnprstvwxz]e$/.test(w) && w.length > 3) return noun(w, '- go mu go/- m/- m/-')
  return polish(w, afterHead)
}

function polishMasculine(w: string): Word {
  const soft = /[ńśćźjl]$/.test(w)
  const stem = w.replace(/ek$/, 'k').replace(/ec$/, 'c').replace(/ów$/, 'ow').replace(/ń$/, 'ni').replace(/ź$/, 'zi').replace(/ś$/, 'si').replace(/ć$/, 'ci')
  const instrumental = /[kg]$/.test(stem) ? 'iem' : 'em'
  const locative = soft || /[kghc]$/.test(stem) ? stem + 'u' : softPolish(stem)
  return { adjective: false, cases: [[w], [stem + 'a', stem + 'u'], [stem + 'owi', stem + 'u'], [w, stem + 'a'], [stem + instrumental], [locative, stem + 'u']], extra: [] }
}

function ukrainian(w: string): Word | undefined {
  if (/[a-z]/i.test(w) || /^Міноборони$/.test(w)) return undefined
  const cut = (n: number) => w.slice(0, -n)
  if (/^(Андрі|Сергі|Валері|Юрі|Дмитрі|Віталі|Анатолі|Георгі|Геннаді|Арсені)й$/.test(w)) return noun(cut(1), 'й я ю/єві я єм ї/єві')
  if (/ій$/.test(w) && w.length > 4) return adjective(cut(2), 'ій ього ьому ій/ього ім ьому', 'я ю ьої ій ьою є і іх іми')
  if (/ий$/.test(w) && w.length > 4) return adjective(cut(2), 'ий ого ому ий/ого им ому', 'а у ої ій ою е і их ими')
  if (/(ськ|цьк|зьк)а$/.test(w) || /^(Північн|Південн|Національн|Верховн|Робоч|Державн|Об['’ʼ]єднан|Спільн|Чорн|Нов|Контактн|Оборонн|Світов|Спеціальн)а$/i.test(w)) return adjective(cut(1), 'а ої ій у ою ій')
  if (/(ськ|цьк|зьк)е$/.test(w)) return adjective(cut(1), 'е ого ому е им ому')
  if (/(ськ|цьк|зьк)і$/.test(w) || /^(Сполучен|Об['’ʼ]єднан|Організован|Збройн|Повітрян)і$/.test(w)) return adjective(cut(1), 'і их им і ими их')
  if (/(?:([нтдлсжчц])\1)я$/.test(w)) return noun(cut(1), 'я я ю я ям і')
  if (/[аеиіїоу]я$/.test(w)) return noun(cut(1), 'я ї ї ю єю ї')
  if (/я$/.test(w)) return noun(cut(1), 'я і і ю ею і')
  if (/[кгх]а$/.test(w)) { const soft = cut(2) + ({ ка: 'ці', га: 'зі', ха: 'сі' } as Record<string, string>)[w.slice(-2)]!; return { adjective: false, cases: [[w], [cut(1) + 'и'], [soft], [cut(1) + 'у'], [cut(1) + 'ою'], [soft]], extra: [] } }
  if (/[жчшщ]а$/.test(w)) return noun(cut(1), 'а і і у ею і')
  if (/а$/.test(w)) return noun(cut(1), 'а и і у ою і')
  if (/о$/.test(w)) return noun(cut(1), 'о а у о ом і')
  if (/[иі]$/.test(w)) return { adjective: false, cases: cases(cut(1), `${w.slice(-1)} ів/- ам ${w.slice(-1)}/ів ами ах`), extra: [] }
  if (/ість$/.test(w)) return { adjective: false, cases: [[w], [cut(4) + 'ості'], [cut(4) + 'ості'], [w], [cut(1) + 'тю', cut(2) + 'тю'], [cut(4) + 'ості']], extra: [] }
  if (/ець$/.test(w)) return noun(cut(3), 'ець ця цю/цеві ця цем ці')
  if (/ь$/.test(w)) return { adjective: false, cases: cases(cut(1), 'ь я/і ю/і ь/я ем/ю і'), extra: [] }
  if (/й$/.test(w)) return noun(cut(1), 'й я/ю ю/єві й/я єм ї')
  return /[бвгґджзклмнпрстфхцчшщ]$/.test(w) ? ukrainianMasculine(w) : undefined
}

/** Family names in -ов and -ін: "Умєров, з Умєровим"; given names beside them keep -ом ("з Валентином"). */
function ukrainianPerson(w: string): Word | undefined {
  return /(?:[оеє]в|[иії]н)$/.test(w) && w.length > 4 ? noun(w, '- а у/ові а ом/им і/у') : ukrainian(w)
}

function ukrainianMasculine(w: string): Word {
  const stem = /їв$/.test(w) ? w.replace(/їв$/, 'єв') : /[^аеиоуюя]ів$/.test(w) && w.length > 4 ? w.replace(/ів$/, 'ов') : w
  const hushing = /[жчшщц]$/.test(stem)
  return { adjective: false, cases: [[w], [stem + 'а', stem + 'у'], [stem + 'у', stem + 'ові'], [w, stem + 'а'], [stem + (hushing ? 'ем' : 'ом')], [stem + 'і', stem + 'у']], extra: [] }
}

/** German: the genitive of names, the endings of adjectives (written small in the data). */
function german(words: readonly string[]): readonly string[] {
  const last = words.at(-1)!
  const before = words.slice(0, -1)
  const whole = (w: string, front = before) => [...front, w].join(' ')
  if (words.length === 1 && last === last.toLowerCase()) return ['', 'e', 'er', 'es', 'en', 'em'].map((e) => last + e)
  const bent = before.map((w) => (/(isch|lich|sch)(e|er|es)$/.test(w) || /^(Vereinigte|Nationale|Gemeinsame|Oberste|Ständige)[rs]?$/.test(w) ? w.replace(/(e|er|es)$/, 'en') : w))
  const ends = /[sxzß]$/.test(last) ? [last, last + "'", last + '’'] : [last, last + 's']
  return [...ends.map((w) => whole(w)), ...ends.map((w) => whole(w, bent)), ...(before.length ? strong(before).map((front) => whole(last, front)) : [])]
}
const strong = (before: readonly string[]): string[][] => [before.map((w) => w.replace(/(isch|lich)(e|es|er)$/, '$1er')), before.map((w) => w.replace(/(isch|lich)(e|es|er)$/, '$1e'))]

/** French and Italian: gender and number of adjectives written small; names do not change. */
function endings(words: readonly string[]): readonly string[] {
  const w = words[0]!
  if (words.length > 1 || w !== w.toLowerCase()) return [words.join(' ')]
  const stem = w.slice(0, -1)
  if (w.endsWith('o')) return /[cg]o$/.test(w) ? [w, stem + 'a', stem + 'hi', stem + 'i', stem + 'he'] : [w, stem + 'a', stem + 'i', stem + 'e']
  if (w.endsWith('ese')) return [w, stem + 'i']
  if (w.endsWith('en')) return [w, w + 'ne', w + 's', w + 'nes']
  if (/(s|x)$/.test(w)) return [w, w + 'e', w + 'es']
  if (w.endsWith('e')) return [w, w + 's', stem + 'i']
  if (w.endsWith('a')) return [w, stem + 'i', stem + 'e']
  return [w, w + 'e', w + 's', w + 'es']
}
