/**
 * Makes `data/regions.csv` and `data/region-names.csv` of the first-order regions of Unicode CLDR 41, the last release
 * that names them in all six languages: `bin/node bench/helpers/make-regions.ts FOLDER`, where FOLDER is CLDR's `common`
 * (Debian package `unicode-cldr-core`). English type words ("Lviv Oblast") are put behind the bare names of CLDR, which
 * are often those of the capital town; a bare name stays only where it cannot be taken for anything else.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isGivenName } from '../../src/extraction/names/given-names.ts'
import { loadReference, shippedData } from '../../src/io/reference.ts'
import { writeCsvRow } from '../../src/resolution/csv.ts'
import { fold } from '../../src/resolution/spelling.ts'

const languages = ['en', 'de', 'fr', 'it', 'pl', 'uk'] as const
type Language = (typeof languages)[number]
const folder = process.argv[2]
if (!folder) { console.log('make-regions: name the folder `common` of CLDR'); process.exit(2) }

/**
 * How the regions of a state are called in English, and whether their bare names stand for them: "Bavaria" does,
 * "Lublin" is a town. States whose first-order units are municipalities (Latvia, Slovenia, North Macedonia, Malta …) are
 * left out: their names are those of towns.
 */
const states: Readonly<Record<string, { readonly kind: string; readonly bare: boolean }>> = {
  AL: { kind: 'county', bare: false }, AM: { kind: 'province', bare: false }, AT: { kind: 'state', bare: true }, AU: { kind: 'state', bare: true }, BA: { kind: 'entity', bare: true },
  BE: { kind: 'region', bare: true }, BG: { kind: 'province', bare: false }, BY: { kind: 'region', bare: false }, CA: { kind: 'province', bare: true }, CH: { kind: 'canton', bare: false },
  CY: { kind: 'district', bare: false }, CZ: { kind: 'region', bare: false }, DE: { kind: 'state', bare: true }, DK: { kind: 'region', bare: true }, EE: { kind: 'county', bare: false },
  ES: { kind: 'region', bare: true }, FI: { kind: 'region', bare: true }, FR: { kind: 'region', bare: true }, GB: { kind: 'country', bare: true }, GE: { kind: 'region', bare: true },
  GR: { kind: 'region', bare: true }, HR: { kind: 'county', bare: false }, HU: { kind: 'county', bare: false }, IE: { kind: 'province', bare: true }, IS: { kind: 'region', bare: false },
  IT: { kind: 'region', bare: true }, JP: { kind: 'prefecture', bare: false }, KR: { kind: 'province', bare: true }, LT: { kind: 'county', bare: false }, MD: { kind: 'district', bare: false },
  NL: { kind: 'province', bare: true }, NO: { kind: 'county', bare: true }, NZ: { kind: 'region', bare: false }, PL: { kind: 'voivodeship', bare: false }, PT: { kind: 'district', bare: false },
  RO: { kind: 'county', bare: false }, RS: { kind: 'district', bare: false }, RU: { kind: 'oblast', bare: false }, SE: { kind: 'county', bare: true }, SK: { kind: 'region', bare: false },
  TR: { kind: 'province', bare: false }, UA: { kind: 'oblast', bare: false }, US: { kind: 'state', bare: true },
}

/** Regions whose bare names are those of no town, in states where most are. */
const bareToo = new Set('pl02 pl04 pl12 pl14 pl18 pl20 pl22 pl24 pl28 pl30 pl32 ua05 ua07 ua09 ua12 ua14 ua18 ua21 ua26 ua32 ua35 ua46 ua48 ua51 ua53 ua56 ua59 ua61 ua63 ua65 ua68 ua71 ua74 ruad ruba ruce ruda ruin rukb rukc rukk rukl ruko rume rumo ruse rusa ruta ruty ruud mdga mdsn rsvo pt20 pt30 hr18 trhat chag chtg chti chvs chvd chgr chow chnw chbl'.split(' '))

/** Towns that are regions of their own and stand in `places.csv`, and islands that ISO 3166 counts as states. */
const leftOut = new Set('atw at9 bebru bg22 cz10 debe dehb dehh hr21 hubu kr11 kr26 kr27 kr28 kr30 kr31 kr50 mdcu mdba mdbd no03 no30 no38 no54 rob rs00 rumow ruspe ua30 ua40 usdc byhm rskm getb amer gr69 cant frcp nzcit'.split(' '))

/** The English names of Ukraine's and Belarus's towns that CLDR's bare English names are not made of. */
const english: Readonly<Record<string, readonly string[]>> = {
  ua05: ['Vinnytsia'], ua07: ['Volyn'], ua09: ['Luhansk'], ua12: ['Dnipropetrovsk'], ua14: ['Donetsk'], ua18: ['Zhytomyr'], ua21: ['Zakarpattia'], ua23: ['Zaporizhzhia', 'Zaporizhia'], ua26: ['Ivano-Frankivsk'],
  ua32: ['Kyiv', 'Kiev'], ua35: ['Kirovohrad'], ua46: ['Lviv'], ua48: ['Mykolaiv'], ua51: ['Odesa', 'Odessa'], ua53: ['Poltava'], ua56: ['Rivne'], ua59: ['Sumy'], ua61: ['Ternopil'], ua63: ['Kharkiv'], ua65: ['Kherson'],
  ua68: ['Khmelnytskyi'], ua71: ['Cherkasy'], ua74: ['Chernihiv'], ua77: ['Chernivtsi'], byma: ['Mogilev', 'Mahilyow'], bymi: ['Minsk'], byhr: ['Grodno', 'Hrodna'], byho: ['Gomel', 'Homel'], rumos: ['Moscow'],
  cz20: ['Central Bohemian'], cz31: ['South Bohemian'], cz32: ['Plzeň'], cz41: ['Karlovy Vary'], cz42: ['Ústí nad Labem'], cz51: ['Liberec'], cz52: ['Hradec Králové'], cz53: ['Pardubice'], cz63: ['Vysočina'], cz64: ['South Moravian'],
  cz71: ['Olomouc'], cz72: ['Zlín'], cz80: ['Moravian-Silesian'], pl02: ['Lower Silesian'], pl04: ['Kuyavian-Pomeranian'], pl12: ['Lesser Poland'], pl14: ['Masovian'], pl18: ['Subcarpathian', 'Podkarpackie'], pl20: ['Podlaskie'],
  pl22: ['Pomeranian'], pl24: ['Silesian'], pl26: ['Świętokrzyskie'], pl28: ['Warmian-Masurian'], pl30: ['Greater Poland'], pl32: ['West Pomeranian'],
}
/** Names of everyday language beside those of law, by language. */
const everyday: Readonly<Partial<Record<Language, Readonly<Record<string, readonly string[]>>>>> = {
  en: { ruce: ['Chechnya'], rubu: ['Buryatia'], frnor: ['Normandy'], fr20r: ['Corsica'], frocc: ['Occitania'], bevlg: ['Flanders'], ua43: ['Autonomous Republic of Crimea'], fridf: ['Île-de-France'], uswa: ['Washington State'], usny: ['New York State'], dk84: ['Capital Region of Denmark'] },
  de: { it82: ['Sizilien'], it32: ['Südtirol'], esvc: ['Valencianische Gemeinschaft'], fr20r: ['Korsika'], pt30: ['Madeira'] },
  fr: { bevlg: ['Flandre', 'Flandres'], fr20r: ['Corse'] },
  it: { it82: ['Sicilia'], fi10: ['Lapponia'], fr20r: ['Corsica'] },
  pl: { pl02: ['Dolny Śląsk'], pl06: ['Lubelszczyzna'], pl12: ['Małopolska'], pl14: ['Mazowsze'], pl18: ['Podkarpacie'], pl20: ['Podlasie'], pl24: ['Śląsk'], pl30: ['Wielkopolska'], bevlg: ['Flandria'], fr20r: ['Korsyka'] },
  uk: {
  ua05: ['Вінниччина'], ua07: ['Волинь'], ua09: ['Луганщина'], ua12: ['Дніпропетровщина'], ua14: ['Донеччина'], ua18: ['Житомирщина'], ua21: ['Закарпаття'], ua26: ['Прикарпаття', 'Івано-Франківщина'], ua32: ['Київщина'],
  ua35: ['Кіровоградщина'], ua46: ['Львівщина'], ua48: ['Миколаївщина'], ua51: ['Одещина'], ua53: ['Полтавщина'], ua56: ['Рівненщина'], ua59: ['Сумщина'], ua61: ['Тернопільщина'], ua63: ['Харківщина'], ua65: ['Херсонщина'],
  ua68: ['Хмельниччина'], ua71: ['Черкащина'], ua74: ['Чернігівщина'], rubel: ['Бєлгородщина'], rukrs: ['Курщина'], rubry: ['Брянщина'], bevlg: ['Фландрія'], fr20r: ['Корсика'],
  },
}
/** Names that are common words, personal names or words for anything ("the Western region"). */
const common = new Set(`Virginia Alberta Montana Dakota Victoria Viktoria Wiktoria Centre Центр Central Capital Southern Northern Eastern Western Northeastern Northwestern Marl Nelson Tasman Canterbury Marlborough Southland Northland
Marken Marche Marches Zug Uri Jura Юра Во Мен Юта Lori Alba Olt Viken Innlandet Capital|Region Region|Stołeczny Столичний|регіон Territoire|du|Nord Territorio|del|Nord Terytorium|Północne Північна|територія Northern|Territory
West|Coast Hovedstaden Okręg|Wschodni Okręg|Południowy Okręg|Północno-Zachodni Okręg|Północno-Wschodni Saba Nara Mie Вале Марке Вас Pest Vas Uppsala Orange Valence Chiba Florida Navarra Lorena Aragon Saare Люксембург
Grand-Est Grand|Est Jan|Mayen Ян-Маєн Galizia Galicja Galicia Galice Munster Кампанія Kampania Walencja Валенсія Murcja Мурсія Capital|Region Corse Chechen Udmurt Kabardino-Balkar Karachay-Cherkess Komi Buryat Chuvash Ulster Ольстер`.split(/\s+/).map((name) => name.replaceAll('|', ' ')))

/** Codes of today for those under which CLDR 41 keeps the names: Norway's counties of 2024, Estonia's of 2017. */
const renumbered: Readonly<Record<string, string>> = {
  no01: 'no31', no02: 'no32', no06: 'no33', no07: 'no39', no08: 'no40', no19: 'no55', no20: 'no56',
  ee44: 'ee45', ee49: 'ee50', ee51: 'ee52', ee57: 'ee56', ee59: 'ee60', ee65: 'ee64', ee67: 'ee68', ee70: 'ee71', ee78: 'ee79', ee82: 'ee81', ee86: 'ee87',
}

const xml = (path: string) => readFileSync(join(folder, path), 'utf8')
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const names = Object.fromEntries(languages.map((language) => [language, new Map([...xml(`subdivisions/${language}.xml`).matchAll(/<subdivision type="(\w+)"[^>]*>([^<]*)</g)].map((m) => [m[1]!, tidy(m[2]!)] as const))])) as Record<Language, Map<string, string>>
const regionsOf = new Map([...xml('supplemental/subdivisions.xml').matchAll(/<subgroup type="([A-Z]{2})"[^>]*contains="([^"]*)"/g)].map((m) => [m[1]!, m[2]!.split(' ')] as const))
for (const [old, now] of Object.entries(renumbered)) {
  const state = now.slice(0, 2).toUpperCase(), codes = regionsOf.get(state)!
  for (const language of languages) if (names[language].has(old)) names[language].set(now, names[language].get(old)!)
  if (!codes.includes(now)) codes.push(now)
}
const reference = loadReference()
const taken = new Set(reference.names.filter((n) => !n.id.startsWith('region-')).map((n) => fold(n.name).toLowerCase()))

/** Without the marks by which CLDR tells namesakes apart. */
function tidy(name: string): string {
  return name.replace(/&\w+;/g, (e) => entities[e] ?? e).replace(/[²³]|\s*\([^()]*\)/gu, '').replace(/ʼ/g, '’').replace(' — ', '-').trim()
}

interface Named { readonly language: Language | '*'; readonly name: string; readonly source: 'cldr-subdivisions' | 'general' }
const telling = (name: string): boolean => !common.has(name) && !taken.has(fold(name).toLowerCase()) && !isGivenName(name) && name.length > 3
const typeWords = /^(?:Oblast|Kreis|Bezirk|Distrikt|Provinz|Komitat|Präfektur|Woiwodschaft|Gespanschaft|Rajon|Qark|Okrug|Region|Woblast|Autonom\p{L}+|Oblast[’']|Obwód|obwód|Okręg|Kraj|Prefektura|Dystrykt|Rejon|Kanton|Prowincja|województwo|Voïvodie|[Oo]blast|[Vv]oblast|[Cc]omté|[Dd]istrict|[Jj]udeț|[Rr]aion|canton|préfecture|Comitat|Région|apskritis|voivodato|[Cc]antone?|[Cc]ontea|[Dd]istretto|[Pp]refettura|[Pp]rovincia|[Rr]egione|Kraï|Territorio) /u
const typed = (name: string): boolean => typeWords.test(name) || /(?:область|воєводство|район|повіт|жупанія|край|область|округ|län|County|Region|Oblast|Krai|kraj|republika|Республіка)$/iu.test(name) || /^(?:Республіка|Префектура|Провінція|лен|Republik|République|Repubblica|Republika) /u.test(name)

function namesOf(code: string, state: string): Named[] {
  const given = names.en.get(code)!
  const { kind, bare } = states[state]!, free = (bare || bareToo.has(code)) && !taken.has(fold(given).toLowerCase()), out: Named[] = []
  const only = languages.every((l) => l === 'en' || !names[l].has(code))
  for (const language of languages) {
    const name = names[language].get(code)
    if (!name || !telling(name)) continue
    if (typed(name) || free || (name.includes(' ') && language !== 'en')) out.push({ language: only && language === 'en' ? '*' : language, name, source: 'cldr-subdivisions' })
  }
  const stem = given.replace(/ (?:County|Oblast|Krai|Region|District|City|Province|Okrug|Autonomous Community|Chartered Community)$/, '')
  for (const base of english[code] ?? [stem]) for (const word of typesOf(code, kind, given)) out.push({ language: 'en', name: `${base} ${word}`, source: 'general' })
  for (const language of languages) {
    for (const name of everyday[language]?.[code] ?? []) if (!taken.has(fold(name).toLowerCase())) out.push({ language, name, source: 'general' })
    const bareGerman = language === 'de' ? /^Autonome (?:Gemeinschaft|Region) (?:Region )?(.+)$/.exec(names.de.get(code) ?? '')?.[1] : undefined
    if (bareGerman && free && telling(bareGerman)) out.push({ language, name: bareGerman, source: 'general' })
  }
  if (state === 'CH') out.push({ language: 'de', name: `Kanton ${names.de.get(code)}`, source: 'general' }, { language: 'en', name: `canton of ${stem}`, source: 'general' })
  if (state === 'TR') out.push({ language: 'de', name: `Provinz ${given}`, source: 'general' }, { language: 'fr', name: `province de ${given}`, source: 'general' }, { language: 'pl', name: `prowincja ${given}`, source: 'general' })
  if (state === 'UA' && code !== 'ua21') for (const [language, from, to] of [['de', /^Oblast /, 'Region '], ['de', /^Oblast /, 'Gebiet '], ['fr', /^[Oo]blast /, 'région '], ['it', /^Oblast’ /, 'regione ']] as const) {
    const name = names[language].get(code)!
    if (from.test(name)) out.push({ language, name: name.replace(from, to), source: 'general' })
  }
  const seen = new Set<string>()
  return out.filter(({ language, name }) => { const mark = `${language} ${name}`; return !seen.has(mark) && seen.add(mark) })
}

/** The words behind an English name; "Saxony", "Bavaria" need none. */
function typesOf(code: string, kind: string, given: string): readonly string[] {
  if (code.startsWith('us')) return []
  if (code.startsWith('ru')) return given.endsWith('Krai') ? ['Krai'] : given.endsWith('Okrug') ? ['Okrug'] : bareToo.has(code) ? [] : ['Oblast', 'region']
  if (code.startsWith('ua')) return ['Oblast', 'region']
  const word = kind[0]!.toUpperCase() + kind.slice(1)
  if (['state', 'country', 'entity'].includes(kind) || /^(?:be|fr|gb|ge|gr|it|es|au|ca|dk|fi)/.test(code)) return []
  return kind === 'voivodeship' ? [word, 'Province'] : [word]
}

/** The word of a name that bears the type is written small, so that "oblast de Lviv" is found however it is printed. */
const small = (language: string, name: string): string => (language === 'fr' || language === 'it' || language === 'pl' ? name.replace(typeWords, (w) => (/^(?:Region|Prowincja)/.test(w) ? w : w.toLowerCase())) : name)

const regionRows: string[][] = [], nameRows: string[][] = []
for (const state of Object.keys(states)) for (const code of regionsOf.get(state) ?? []) {
  const given = names.en.get(code)
  if (!given || leftOut.has(code) || reference.things.has(`state-${code.slice(2)}` as never) && code.length === 4 && /^(?:us|fr|nl)/.test(code) && !names.de.has(code)) continue
  if (state === 'HU' && !names.de.get(code)?.startsWith('Komitat')) continue
  const found = code === 'ua43' ? languages.map((language): Named => ({ language, name: everyday[language]?.[code]?.[0] ?? names[language].get(code)!, source: 'cldr-subdivisions' })) : namesOf(code, state)
  if (found.length === 0) continue
  const id = code === 'ua43' ? 'crimea' : `region-${code.slice(0, 2)}-${code.slice(2)}`
  const label = found.find((n) => n.language === 'en')?.name ?? found[0]!.name
  if (id !== 'crimea') regionRows.push([id, label, state, `${state}-${code.slice(2).toUpperCase()}`, states[state]!.kind, 'cldr-subdivisions', 'A2'])
  const rows = found.map(({ language, name, source }) => [id, language, 'name', small(language, name), /^(?:uk|pl|de)$/.test(language) ? 'auto' : 'no', source, source === 'general' ? 'GK' : language === 'en' ? 'A2' : 'A3'])
  nameRows.push(...rows)
}

/** One name of regions of two states says of neither. */
const bearers = new Map<string, Set<string>>()
for (const [id, , , name] of nameRows) { const key = fold(name!).toLowerCase(); bearers.set(key, (bearers.get(key) ?? new Set()).add(id!)) }
const kept = nameRows.filter(([, , , name]) => bearers.get(fold(name!).toLowerCase())!.size === 1)
/** One row where all languages that name it write it the same. */
const byName = new Map<string, string[][]>()
for (const row of kept) { const key = `${row[0]} ${row[3]}`; byName.set(key, [...(byName.get(key) ?? []), row]) }
const merged = [...byName.values()].flatMap((rows) => (rows.length >= 4 && rows.some((r) => r[1] === 'en') ? [[rows[0]![0]!, '*', 'name', rows[0]![3]!, 'auto', rows[0]![5]!, rows[0]![6]!]] : rows))
const named = new Set(merged.map((r) => r[0]))
const write = (file: string, header: string, rows: readonly string[][]) =>
  writeFileSync(join(shippedData, file), [header, ...rows.map(writeCsvRow).sort()].join('\n') + '\n')
write('regions.csv', 'id,name,country,code,kind,source,grade', regionRows.filter((r) => named.has(r[0]!)))
write('region-names.csv', 'id,language,as,name,forms,source,grade', merged)
console.log(`make-regions: ${regionRows.filter((r) => named.has(r[0]!)).length} regions, ${merged.length} names`)
