const marks = /(\p{Script=Latin})\p{M}+/gu
const specials: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ß: 'ss', ı: 'i', æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', þ: 'th', ð: 'd' }

/**
 * One spelling for comparison: Latin diacritics folded, apostrophes and dashes unified, soft signs of other scripts kept.
 * Case is kept. @example fold('Helenów') // 'Helenow'
 */
export function fold(text: string): string {
  if (plain.test(text)) return text
  return text.normalize('NFD').replace(marks, '$1').normalize('NFC')
    .replace(/[łŁøØđĐßıæÆœŒþð]/g, (c) => specials[c] ?? c)
    .replace(/[’ʼ`´‘]/g, "'").replace(/[‐‑–—]/g, '-').replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
}
const plain = /^[\x20-\x7e]*$/

/** The word as the tables hold it: folded, without the stops of "U.S.". @example wordKey('U.S.') // 'us' */
export const wordKey = (word: string): string => {
  const folded = fold(word)
  return (/^(?:\p{L}\.){2,}\p{L}?\.?$/u.test(folded) ? folded.replace(/\./g, '') : folded).toLowerCase()
}

/** All capitals and no longer than a shorthand: written exactly so or not meant. */
export function isAcronym(word: string): boolean {
  const last = word.charCodeAt(word.length - 1)
  // Nearly all names end in a small letter, which needs no pattern to tell.
  return !(last >= 97 && last <= 122) && /^(?=.*\p{Lu})[\p{Lu}\d.]{1,7}$/u.test(word)
}

/**
 * May `written` stand for `stored`? A name needs its capital, an acronym all of them; a word stored small may start a
 * sentence; a title in capitals stands for anything but an acronym.
 */
export function sameCase(written: string, stored: string): boolean {
  if (isAcronym(stored)) return written.replace(/\./g, '') === stored.replace(/\./g, '')
  const first = stored[0]!, isName = first !== first.toLowerCase()
  const w = written[0]
  return !isName || (w !== undefined && w === w.toUpperCase())
}
