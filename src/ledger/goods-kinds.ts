/**
 * Kinds of goods by their words in the six languages, without accents: texts in two languages share no word for the same thing.
 * A kind is as fine as an announcement tells things apart; what falls under no kind is compared by its words alone.
 */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['shell', /\bshells?\b|artillery (?:rounds|ammunition)|(?<!hand)granaten\b|artilleriemunition|\bobus\b|proiettil|pocisk\w* artyler|снаряд/],
  ['howitzer', /howitzer|haubitz|obusier|\bobic[ei]\b|haubic|гаубиц|гаубич/],
  ['tank', /(?<!anti-?)\btanks?\b|kampfpanzer|\bchars?\b(?! a)|carr[oi] armat|\bczolg|(?<!проти)танк(?!ер)/],
  ['drone', /\bdrone|\bdrohn|aufklarungsdrohn|\bdron[iyoaw]|безпілотн|безпілотник|\bдрон|(?<!\p{L})дрон/u],
  ['mine clearing', /demin|minenraum|deminage|sminament|rozminow|розмінуван/],
  ['ambulance', /ambulan|krankenwagen|rettungswagen|karetk|швидк\p{L}+ допомог/u],
  ['lorry', /\btrucks?\b|\blorr(?:y|ies)\b|lastwagen|\blkw\b|\bcamions?\b|\bautocarri|ciezarow|вантажів|вантажн/],
  ['generator', /generator|groupes? electrogenes?|generatori elettric|генератор/],
  ['transformer', /transform(?:er|ator|ateur)|trasformator|трансформатор/],
  ['air defence', /air defen[cs]e|luftverteidigung|flugabwehr|luftabwehr|defense aerienne|antiaerien|difesa aerea|contraerea|obron\w* (?:powietrzn|przeciwlotnicz)|протиповітрян|(?<!\p{L})ппо(?!\p{L})/u],
  ['mortar', /mortar|morser\b|mortier|mortai|mozdzierz|міномет/],
  ['helmet', /helmet|\bhelme?\b|schutzhelm|\bcasques?\b|elmett|\bhelm[yow]|шолом/],
  ['fighter aircraft', /fighter (?:jet|aircraft)|kampfflugzeug|kampfjet|avions? de (?:combat|chasse)|(?:aerei|caccia)\b|mysliw|винищувач/],
  ['helicopter', /helicopter|hubschrauber|helicoptere|elicotter|smiglow|helikopter|гелікоптер|вертол/],
  ['boat', /\bboats?\b|\bboote?n?\b|patrouillenboot|\bbateaux?\b|vedett|motovedett|\blodzi|\blodk|катер/],
  ['radar', /radar|радар|радіолокац/],
]

const known = new Map<string, ReadonlySet<string>>()
/** @example kindsOfGoods('Artilleriegranaten') // Set { 'shell' } */
export function kindsOfGoods(name: string): ReadonlySet<string> {
  const seen = known.get(name)
  if (seen) return seen
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').toLowerCase()
  const found = new Set(kinds.filter(([, words]) => words.test(folded)).map(([kind]) => kind))
  if (known.size > 5000) known.clear()
  known.set(name, found)
  return found
}

/** Do two names mean one kind of goods, as far as their words tell? @example sameKindOfGoods('howitzers', 'гаубиці') // true */
export const sameKindOfGoods = (a: string, b: string): boolean => !kindsOfGoods(a).isDisjointFrom(kindsOfGoods(b))
