import { durationReading, shifted, shiftedTwice, timeSpan } from './date-counts.ts'
import { bareDay, clock, dayBeside, dayInFigures, dayInOrdinals, dayPart, dayReading, daysReading, dayWord, feastReading, isFraction, isoDay, numericDay, numericRange, shortYear, weekdayOfMonth, weekdayReading } from './date-days.ts'
import { dayOfMonth, daysOfMonth, numberedWeek, unitOfPeriod, unitsOfPeriod, weekdayOfPeriod } from './date-periods.ts'
import { inferred, number, one, said, withPart, type Pattern, type PatternContext } from './date-reading.ts'
import { bareUnit, century, decadeReading, halfReading, monthReading, monthYear, partOfUnit, quarterReading, relativeMonth, seasonReading, unitOfNow, unitReading, year, yearSpan } from './date-units.ts'
import { monthValue, shiftUnit, yearOf } from './timex.ts'

/** "twenty years ago" in the classes of `DateItem`; a year group that may follow a month or day. */
const yearGroup = String.raw`(?:,?o?a?Y(?:U)?|,?o?a?[LXK]U|,?a?U[LXK]|,?o?v)`
/** The same, after a feast or a day and month: "Easter in 2026", "im Jahr 2020". */
const inYear = String.raw`(?:,?[oi]?a?(?:U?YU?|[LXK]U|U[LXK]|v))`
const dayOf = String.raw`[DO]\.?`
const link = String.raw`(?:[-t&u]|,)`

const shape = (source: string) => new RegExp(source, 'y')

/** The patterns of all languages; at one place the longest match wins, then the earlier pattern. */
export const patternsFor = (order: 'dmy' | 'mdy', monthFirst: boolean, articles: boolean, dotOrdinal: boolean): readonly Pattern[] => [
  { shape: shape(String.raw`(?:W,?i?a?)?(?:[LX]a?)?(?:${dayOf}|C)o?a?M(?:[LX](?!U)|\.?${yearGroup}|,?ia?U?Y|o?N(?![_UC#$]))?T?`), read: (c) => withPart(dayReading(c), c) },
  { shape: shape(String.raw`${dayOf}(?:,${dayOf})?${link}i?a?${dayOf}o?a?M(?:\.?${yearGroup})?`), read: daysReading },
  ...(monthFirst ? [
    { shape: shape(String.raw`(?:W,?)?M(?:,?a?O|a?D)(?:,?o?Y|,?o?[LXK]U)?T?`), read: (c: PatternContext) => withPart(dayReading(c), c) },
    { shape: shape(String.raw`Ma?[DO]${link}i?a?[DO](?:,?Y)?`), read: daysReading },
  ] : []),
  { shape: shape(String.raw`M(?:\.?${yearGroup}|[-/]Y|o?N(?![_UC#$]))`), read: monthYear },
  { shape: shape(String.raw`[LXK]M|M[LXK](?!U)`), read: relativeMonth },
  { shape: shape('Mo?U?'), read: (c) => (c.items.length > 1 && !(c.items.at(-1)!.c === 'U' && c.items.at(-1)!.v === 'M') ? undefined : monthReading(number(c.items[0]), c)) },
  { shape: shape('U[oF]?M'), read: (c) => (c.items[0]!.v === 'M' ? monthReading(number(one(c, 'M')), c) : undefined) },
  { shape: shape('(?:W,?)?Y-[DN]-[DN]'), read: isoDay },
  { shape: shape('(?:W,?i?a?)?m'), read: dayInFigures },
  ...(dotOrdinal ? [{ shape: shape(String.raw`(?:W,?i?a?)?(?:OD\.|D\.O|OO)Y?`), read: dayInOrdinals }] : []),
  { shape: shape('MD-D(?![-/])(?:,?Y)?'), read: daysReading },
  { shape: shape('Y[-/][DN](?![-/]|[.][DN])'), read: (c) => yearSpan(number(c.items[0]), number(c.items[2])) },
  { shape: shape('Y[-/]M[-/]D|Y[-/]D[-/]M|D[-/]M[-/]Y|D[-/]Y[-/]M|M[-/]D[-/]Y|M[-/]Y[-/]D|M/D'), read: dayReading },
  { shape: shape(String.raw`[LXK]?W,?i?a?D/D|D/D(?=\.?$)`), read: (c) => (one(c, 'W') || c.before === '' ? numericDay(c, order) : undefined) },
  { shape: shape('D/D(?![-/.]?[DNY#]|o)'), read: (c) => (isFraction(c) ? undefined : numericDay(c, order)) },
  { shape: shape(String.raw`D/D-D/D(?:/[YDN])?|D\.D\.?-D\.D\.?[YDN]?`), read: (c) => numericRange(c, order) },
  ...(order === 'dmy' ? [{ shape: shape('DDY(?![#U])'), read: (c: PatternContext) => numericDay(c, order) }] : []),
  { shape: shape(String.raw`[OLCD]\.?U(?:[oi]?a?(?:M(?:${yearGroup})?|YU?)|[oi]?a?(?:[LXK]U|U[LXK]|v))`), read: (c) => unitOfPeriod({ ...c, items: c.items.filter((i) => i.c !== '.') }) },
  { shape: shape(String.raw`[OL]W[oi]?a?(?:M(?:${yearGroup})?|[LXK]U|U[LXK])`), read: weekdayOfPeriod },
  { shape: shape(String.raw`(?:O|D\.|D(?=o))o?a?(?:[LXK]U|U[LXK])|D\.aU`), read: dayOfMonth },
  { shape: shape(String.raw`[DO]\.?[-tu]i?a?[DO]\.?[oi]?a?(?:[LXK]U|U[LXK])`), read: daysOfMonth },
  { shape: shape('D/Y(?![-/])'), read: (c) => ('_/.-'.includes(c.before || 'i') || number(c.items[0]) > 12 ? undefined : said(monthValue(number(c.items[2]), number(c.items[0])))) },
  { shape: shape('DMD(?=$|[.,)])'), read: (c) => (c.written(c.items[2]!).length === 2 ? dayReading({ ...c, items: [...c.items.slice(0, 2), { ...c.items[2]!, c: 'Y', v: shortYear(number(c.items[2])) }] }) : undefined) },
  { shape: shape(String.raw`U[YNDC]\.?`), read: decadeReading },
  { shape: shape(`OEo?a?${yearGroup}`), read: halfReading },
  { shape: shape('v,?i?M'), read: monthYear },
  { shape: shape(String.raw`(?:[OL][CDN]|[CDN][OL])U[oi]?a?(?:M(?:${yearGroup})?|YU?|[LXK]U|U[LXK]|v)`), read: unitsOfPeriod },
  { shape: shape('U[DNC](?:,?o?a?Y|o?a?[LXK]U|/Y)?(?!o)'), read: numberedWeek },
  { shape: shape(`[LXK]?y(?:${inYear}|U)?|Uoa?y(?:,?Y)?`), read: (c) => feastReading(c, 'ibpsuFBGJHge') },
  { shape: shape('y(?!_)'), read: (c) => feastReading(c, 'taoK&') },
  { shape: shape(String.raw`W,?i?a?(?:D\.?|O)(?![DCO#_UM/])|D\.?W`), read: (c) => (c.items.at(-1)!.c !== 'W' || 'ia'.includes(c.before || '_') ? weekdayOfMonth(c) : undefined) },
  { shape: shape(String.raw`(?:D\.?|O)(?=$|[.,:)&tu-])(?!,?[&tu-]?i?a?[DO])`), read: bareDay },
  { shape: shape('U[bpJH](?=$|[.,:)])'), read: dayBeside },
  { shape: shape('V'), read: (c) => said(String(c.items[0]!.v)) },
  { shape: shape(String.raw`D/[D]/[YDN]|D\.D\.Y${articles ? '' : 'U?'}|D\.D\.[DN](?!\.?[DN])`), read: (c) => numericDay(c, order) },
  { shape: shape(String.raw`D\.D\.(?![DN#])`), read: (c) => ('_o'.includes(c.before || 'i') ? undefined : numericDay(c, order)) },
  { shape: shape('WT'), read: (c) => withPart(weekdayReading(c), c) },
  { shape: shape('(?:K[LX]W|[LXK]UW|W,?i?o?a?[LXK]U|W,?[io]?a?U[LXK]|[LXK]W|Wa?[LXK](?!U)|W)(?:i?a?T)?'), read: (c) => withPart(weekdayReading(c), c) },
  { shape: shape('K[LX]U|[LXK](?:f?U)|[LXK]?fUY?|U[LXK](?!U)|f?U[LXK]|Uf[LXK]|[LXK]Uf|Uf(?=Y)'), read: (c) => (one(c, 'Y') || (one(c, 'f') && !one(c, 'LXK')) ? undefined : unitReading(c)) },
  { shape: shape('[JHE][KLX]U|[JH]iaU|KU[JH]'), read: partOfUnit },
  { shape: shape('U'), read: bareUnit },
  { shape: shape('U(?=$|[.,:)&])'), read: unitOfNow },
  { shape: shape(String.raw`[OC]-?f?U(?:${yearGroup}|oaU)?|Y-?j|j[-/]Y|jo?(?:a?Y|${yearGroup})?|D\.U(?:${yearGroup})?|fOU(?:${yearGroup})?`), read: (c) => (one(c, 'D') ? quarterReading({ ...c, items: c.items.map((i) => (i.c === 'D' ? { ...i, c: 'O' } : i)) }) : quarterReading(c)) },
  { shape: shape(String.raw`[DO]\.?U`), read: (c) => (one(c, 'U')!.v === 'CE' ? century(c) : undefined) },
  { shape: shape('(?:x?n?[CDN#nqYw]w?-?)?U(?:&w)?-?[AJ]'), read: (c) => shifted(c, -1) },
  { shape: shape('U-[AJ]U'), read: (c) => (c.anchor && c.items[0]!.v === 'Y' && c.items[3]!.v === 'Q' ? inferred(shiftUnit(c.anchor, 'Q', -5)) : undefined) },
  { shape: shape('[CDN#n]U(?:,?&?[CDN#n]U){1,2}-?[AJ]|G[CDN#n]U(?:,?&?[CDN#n]U){1,2}'), read: (c) => shiftedTwice(c, -1) },
  { shape: shape('[CDN#n]U(?:,?&?[CDN#n]U){1,2}H'), read: (c) => shiftedTwice(c, 1) },
  { shape: shape('Gx?n?[CDN#nqw]w?U(?:&w)?|GU'), read: (c) => shifted(c, -1) },
  { shape: shape('Ix?n?[CDN#nqw]U'), read: (c) => shifted(c, 1) },
  ...(articles ? [] : [{ shape: shape('IU'), read: (c: PatternContext) => shifted(c, 1) }]),
  { shape: shape('(?:x?n?[CDN#nqw])U[H]'), read: (c) => shifted(c, 1) },
  { shape: shape('RT?|RiT'), read: dayWord },
  { shape: shape('KT'), read: dayWord },
  { shape: shape('S(?:\\.?' + yearGroup + ')|[LXK]S|S[LXK]?'), read: seasonReading },
  { shape: shape('YU?|U?Y|fU?Y|U?fY|Yf'), read: (c) => (one(c, 'U') && (one(c, 'U')!.v !== 'Y' || (articles && c.items[0]!.c === 'Y' && c.items.length > 1 && !one(c, 'f'))) ? undefined : year(c)) },
  { shape: shape('Uv|vY?'), read: (c) => (one(c, 'Y') ? said(String(one(c, 'Y')!.v)) : c.anchor ? inferred(String(yearOf(c.anchor) + number(one(c, 'v')))) : undefined) },
  { shape: shape('(?:UZ|ZU?|OU)'), read: (c) => (one(c, 'Z') ? said(String(Math.floor(number(one(c, 'Z')) / 10))) : undefined) },
  { shape: shape('Ea?o?a?(?:[LXK]?U|U[LXK])'), read: partOfUnit },
  { shape: shape('z'), read: (c) => { const v = String(c.items[0]!.v); return v.startsWith('>') ? (c.before === 's' ? inferred(v.slice(1)) : undefined) : inferred(v) } },
  { shape: shape('L(?![LXKCDN#nqUWMSOxf-])'), read: (c) => (/^(?:recent|récents?|jüngste)$/.test(String(c.items[0]!.v)) || (/^(?:past|passé|passato)$/.test(String(c.items[0]!.v)) && 'aoi'.includes(c.before || '_')) ? inferred('PAST_REF') : undefined) },
  { shape: shape('K(?!f?[UWMSTCDN])'), read: (c) => (/^current/.test(String(c.items[0]!.v)) ? inferred('PRESENT_REF') : undefined) },
  { shape: shape('h'), read: clock },
  { shape: shape('T(?!i?s?[DO])'), read: (c) => (c.before === 'i' && (c.reference ?? c.anchor) ? { kind: 'time', value: `${dayPart(c)}T${c.items[0]!.v}`, inferred: true } : undefined) },
  { shape: shape('P'), read: (c) => inferred(String(c.items[0]!.v)) },
  { shape: shape('x?n?[CDN#nqYw]w?[+]?-?U(?:&w)?|x?[CDN#](?:[&t]|-)[CDN#]-?U|[LXK]U&U|[LXK]x?n?[CDN#q]-?U|[CDNq][LXK]U|OCU|O[DN]U|OU|[LX]O[CDN]U'), read: timeSpan },
  { shape: shape('d'), read: (c) => ({ kind: 'set', value: String(c.items[0]!.v), inferred: false }) },
  { shape: shape('e[CDN]?U'), read: (c) => ({ ...durationReading(c)!, kind: 'set' }) },
  { shape: shape('eW'), read: (c) => ({ kind: 'set', value: `XXXX-WXX-${one(c, 'W')!.v}`, inferred: false }) },
]
