/**
 * The written forms of a name in the languages that decline names. Forms are proposed from the base form by the regular
 * patterns; a form too many does no harm (nobody writes it), irregular names list theirs in the data.
 */
export function formsOf(name: string, language: string, of: 'person' | 'thing' = 'thing'): readonly string[] {
  const decline = of === 'person' ? personal[language] ?? tables[language] : tables[language]
  if (!decline) return [name]
  return [...new Set([name, ...decline(name.split(' '))])]
}

type Decline = (words: readonly string[]) => readonly string[]
const tables: Record<string, Decline | undefined> = { pl: declineWith(polish), uk: declineWith(ukrainian), de: german, it: endings, fr: endings }
/** In a person's name every word changes. */
const personal: Record<string, Decline | undefined> = { pl: declineWith(polish, true), uk: declineWith(ukrainian, true) }

/**
 * Case by case: each word that agrees with the head changes with it, what follows the head stays. In a person's name
 * every word changes, or the first alone (family names of women).
 */
function declineWith(word: (w: string) => WordForms | undefined, everyWord = false): Decline {
  return (words) => {
    const parts = everyWord ? words.map((w) => hyphenated(w, word)) : agreeing(words, word)
    const cases = Math.max(...parts.map((p) => p.length))
    const family = everyWord && words.length > 1 ? parts[0]!.map((first) => [first, ...words.slice(1)].join(' ')) : []
    return family.concat(Array.from({ length: cases }, (_, i) => parts.map((p) => p[Math.min(i, p.length - 1)]!).join(' ')), variants(parts))
  }
}

/** Forms beyond the paired ones: a single word may have more forms than cases (genders of an adjective). */
const variants = (parts: readonly (readonly string[])[]): readonly string[] => (parts.length === 1 ? parts[0]! : [])

/** "Kosiniak-Kamysz": both halves change together. */
function hyphenated(w: string, word: (w: string) => WordForms | undefined): readonly string[] {
  if (!w.includes('-')) return word(w)?.forms ?? [w]
  const halves = w.split('-').map((half) => word(half)?.forms ?? [half])
  return Array.from({ length: Math.max(...halves.map((h) => h.length)) }, (_, i) => halves.map((h) => h[Math.min(i, h.length - 1)]!).join('-'))
}

interface WordForms { readonly adjective: boolean; readonly forms: readonly string[] }

function agreeing(words: readonly string[], word: (w: string) => WordForms | undefined): readonly (readonly string[])[] {
  let head = false
  return words.map((w) => {
    const forms = /^\p{L}[\p{L}'’ʼ-]*$/u.test(w) ? word(w) : undefined
    if (!forms || (head && !forms.adjective)) return [w]
    if (!forms.adjective) head = true
    return forms.forms
  })
}

const adjective = (stem: string, endings: string): WordForms => ({ adjective: true, forms: endings.split(' ').map((e) => stem + (e === '-' ? '' : e)) })
const noun = (stem: string, endings: string): WordForms => ({ adjective: false, forms: endings.split(' ').map((e) => stem + (e === '-' ? '' : e)) })

/** Order of forms: nominative, genitive, dative, accusative, instrumental, locative. */
function polish(w: string): WordForms | undefined {
  if (w === w.toUpperCase()) return undefined
  const cut = (n: number) => w.slice(0, -n)
  if (/(sk|ck|dzk|k|g)i$/.test(w)) return adjective(cut(1), 'i iego iemu iego im im a ą ej iej ie ich imi u')
  if (/[wnrżcł]y$/.test(w) && w.length > 4) return adjective(cut(1), 'y ego emu ego ym ym a ą ej e ych ymi')
  if (/(sk|ck|dzk)a$/.test(w)) return adjective(cut(1), 'a iej iej ą ą iej')
  if (/(sk|ck|dzk)ie$/.test(w)) return adjective(cut(2), 'ie iego iemu ie im im ich imi')
  if (/(ow|n|n|rz|ż)a$/.test(w) && /^(Narodow|Bezpieczn|Wojskow|Obronn|Północn|Najwyższ|Gospodarcz|Zjednoczon|Europejsk)/.test(w)) return adjective(cut(1), 'a ej ej ą ą ej')
  if (/(ow|n)e$/.test(w) && /^(Zjednoczone|Narodowe|Północne|Obronne)$/.test(w)) return adjective(cut(1), 'e ych ym e ymi ych')
  if (/[aeiouy]ja$/.test(w)) { const s = cut(2); return { adjective: false, forms: [w, s + 'i', s + 'i', s + 'ję', s + 'ją', s + 'i', s + 'ji'] } }
  if (/[ij]a$/.test(w)) { const s = cut(1); return { adjective: false, forms: [w, s + 'i', s + 'i', s + 'ę', s + 'ą', s + 'i'] } }
  if (/(k|g)a$/.test(w)) return { adjective: false, forms: [w, cut(1) + 'i', cut(2) + (w.endsWith('ka') ? 'ce' : 'dze'), cut(1) + 'ę', cut(1) + 'ą', cut(2) + (w.endsWith('ka') ? 'ce' : 'dze')] }
  if (/(sz|cz|rz|ż|c|l)a$/.test(w)) return noun(cut(1), 'a y y ę ą y i')
  if (/a$/.test(w)) { const soft = softPolish(cut(1)); return { adjective: false, forms: [w, cut(1) + 'y', soft, cut(1) + 'ę', cut(1) + 'ą', soft] } }
  if (/(nie|ie)$/.test(w)) return noun(cut(1), 'e a u e em u')
  if (/two$/.test(w)) return { adjective: false, forms: [w, cut(1) + 'a', cut(1) + 'u', w, cut(1) + 'em', cut(1) + 'ie'] }
  if (/um$/.test(w)) return { adjective: false, forms: [w] }
  if (/o$/.test(w)) return { adjective: false, forms: [w, cut(1) + 'y', cut(1) + 'u', cut(1) + 'ę', cut(1) + 'ą', cut(1) + 'ie', cut(1) + 'ce'] }
  if (/ość$/.test(w)) return noun(cut(1), 'ć ci ci ć cią ci')
  if (/y$/.test(w)) return noun(cut(1), 'y - om y ami ach ów')
  if (/[bcdfghjklłmnprstwzńśćźż]$/.test(w)) return masculinePolish(w)
  return undefined
}

const softPolish = (stem: string): string =>
  stem.endsWith('ł') ? stem.slice(0, -1) + 'le' : stem.endsWith('r') ? stem + 'ze' : stem.endsWith('t') ? stem.slice(0, -1) + 'cie'
    : stem.endsWith('d') ? stem.slice(0, -1) + 'dzie' : stem + 'ie'

function masculinePolish(w: string): WordForms {
  const soft = /[ńśćźjl]$/.test(w)
  const stem = w.replace(/ek$/, 'k').replace(/ec$/, 'c').replace(/ów$/, 'ow').replace(/ń$/, 'ni').replace(/ź$/, 'zi')
  const i = /[kg]$/.test(stem) ? 'iem' : 'em'
  return { adjective: false, forms: [w, stem + 'a', stem + 'owi', stem + 'a', stem + i, soft || /[kghc]$/.test(stem) ? stem + 'u' : softPolish(stem), stem + 'u'] }
}

/** Order of forms: nominative, genitive, dative, accusative, instrumental, locative, then the rest. */
function ukrainian(w: string): WordForms | undefined {
  if (w === w.toUpperCase() || /[a-z]/i.test(w)) return undefined
  const cut = (n: number) => w.slice(0, -n)
  if (/^(Андрі|Сергі|Валері|Юрі|Дмитрі|Віталі|Анатолі|Георгі|Геннаді|Арсені)й$/.test(w)) return noun(cut(1), 'й я ю я єм ї єві')
  if (/[иі]й$/.test(w) && w.length > 4) return adjective(cut(2), w.endsWith('ій') ? 'ій ього ьому ього ім ьому я ю ьої ій ьою є і іх іми' : 'ий ого ому ого им ому а у ої ій ою е і их ими і')
  if (/(ськ|цьк|зьк)а$/.test(w)) return adjective(cut(1), 'а ої ій у ою ій')
  if (/(ськ|цьк|зьк)е$/.test(w)) return adjective(cut(1), 'е ого ому е им ому')
  if (/(н|ов)а$/.test(w) && /^(Північна|Південна|Національна|Верховна|Робоча|Державна|Об'єднана|Спільна|Чорна)$/i.test(w)) return adjective(cut(1), 'а ої ій у ою ій')
  if (/^(Сполучені|Об'єднані|Організовані)$/.test(w)) return adjective(cut(1), 'і их им і ими их')
  if (/[аеиіїоу]я$/.test(w)) return noun(cut(1), 'я ї ї ю єю ї')
  if (/[нтдлс]{2}я$/.test(w)) return noun(cut(1), 'я я ю я ям і')
  if (/я$/.test(w)) return noun(cut(1), 'я і і ю ею і')
  if (/[кгх]а$/.test(w)) { const soft = cut(2) + ({ ка: 'ці', га: 'зі', ха: 'сі' } as Record<string, string>)[w.slice(-2)]!; return { adjective: false, forms: [w, cut(1) + 'и', soft, cut(1) + 'у', cut(1) + 'ою', soft] } }
  if (/а$/.test(w)) return noun(cut(1), 'а и і у ою і ею')
  if (/о$/.test(w)) return noun(cut(1), 'о а у о ом і')
  if (/[иі]$/.test(w)) return noun(cut(1), w.slice(-1) + ' ів ам и ами ах -')
  if (/ість$/.test(w)) return { adjective: false, forms: [w, cut(4) + 'ості', cut(4) + 'ості', w, cut(1) + 'тю', cut(4) + 'ості'] }
  if (/ець$/.test(w)) return noun(cut(3), 'ець ця цю ця цем ці')
  if (/ь$/.test(w)) return noun(cut(1), 'ь я ю я ем і')
  if (/й$/.test(w)) return noun(cut(1), 'й я ю й єм ї')
  if (/[бвгґджзклмнпрстфхцчшщ]$/.test(w)) return masculineUkrainian(w)
  return undefined
}

function masculineUkrainian(w: string): WordForms {
  const stem = /Київ|Харків|Львів|Краків|Чернігів/.test(w) ? w.replace(/їв$/, 'єв').replace(/ів$/, 'ов') : w
  return { adjective: false, forms: [w, stem + 'а', stem + 'у', stem + 'а', stem + 'ом', stem + 'і', stem + 'ові', stem + 'ем', stem + 'ою'] }
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
  if (w.endsWith('o')) return /[cg]o$/.test(w) ? [w, w.slice(0, -1) + 'a', w.slice(0, -1) + 'hi', w.slice(0, -1) + 'i', w.slice(0, -1) + 'he'] : [w, w.slice(0, -1) + 'a', w.slice(0, -1) + 'i', w.slice(0, -1) + 'e']
  if (w.endsWith('ese')) return [w, w.slice(0, -1) + 'i']
  if (w.endsWith('en')) return [w, w + 'ne', w + 's', w + 'nes']
  if (/(s|x)$/.test(w)) return [w, w + 'e', w + 'es']
  if (w.endsWith('e')) return [w, w + 's', w.slice(0, -1) + 'i']
  if (w.endsWith('a')) return [w, w.slice(0, -1) + 'i', w.slice(0, -1) + 'e']
  return [w, w + 'e', w + 's', w + 'es']
}
