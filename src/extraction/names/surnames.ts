/** Oblique endings of a surname and its nominative, by the given name before it; the first that fits. */
const men: readonly (readonly [RegExp, string])[] = [
  [/([kg])(?:iego|iemu|im)$/, '$1i'], [/(?<=\p{Ll}{2})(?:ego|emu|ym)$/u, 'y'], [/(?<=[kg])i$|(?<=\p{Ll}{2})y$/u, 'a'], [/(?<=[kg])iem$/, ''], [/(?<=\p{Ll}{2})em$/u, ''], [/(?<=\p{Ll}{2})owi$/u, ''], [/(?<=\p{Ll}{2})[ąę]$/u, 'a'], [/(?<=[^aeiouyąę]{1,2}|[aeou][^aeiouyąęi])a$/u, ''],
  [/(?<=\p{Ll}{2})(?:ого|ому|им)$/u, 'ий'], [/([йьч]к)(?:ом|а|у|ові)$/, '$1о'], [/(?<=[лнр])(?:я|ем|ю|еві)$/, 'ь'], [/енк(?:ом|а|у|ові)$/, 'енко'], [/ієм$/, 'ій'], [/(?<=[аеоу])єм$/, 'й'], [/(?<=\p{Ll}{2})(?:ом|ем|ові|еві)$/u, ''], [/ою$/, 'а'], [/(?:ею|єю)$/, 'я'], [/(?<=[бвгґджзклмнпрстфхцчшщ])[ау]$/, ''],
]
const women: readonly (readonly [RegExp, string])[] = [
  [/([sc]k)(?:iej|ą)$/, '$1a'], [/(?<=\p{Ll}{2})ej$/u, 'a'], [/ą$/, 'a'],
  [/([сц]ьк)(?:ої|ій|у|ою)$/, '$1а'], [/(?<=\p{Ll}{2})(?:ої|ою|ій)$/u, 'а'],
]
const instrumental = /(?:iem|em|im|ym|ą|ом|ем|єм|им|ою|ею|єю)$/

/**
 * A surname in the nominative beside the given name, which tells case and gender: `given` as written, `base` its
 * nominative where known. Without one, two instrumentals side by side tell it.
 * @example surnameOf('Дембським', 'Павлом', 'Павло') // 'Дембський'
 */
export function surnameOf(surname: string, given: string, base: string): string {
  if (given === base && !(/(?:iem|em|ом|ем|єм)$/.test(given) && instrumental.test(surname))) return surname
  for (const [ending, to] of /[aая]$/.test(base) ? women : men) if (ending.test(surname)) return surname.replace(ending, to)
  return surname
}

/** A given name in the instrumental that no list knows, in the nominative. @example givenOf('Mihaiem') // 'Mihai' */
export const givenOf = (given: string): string => given.replace(/(?<=[kg])iem$|(?<=\p{Ll}{2})em$/u, '').replace(/ієм$/, 'ій').replace(/єм$/, 'й').replace(/(?<=\p{Ll}{2})(?:ом|ем)$/u, '')
