/**
 * Kinds of goods by their words in the six languages, without accents: texts in two languages share no word for the same thing.
 * A kind is as fine as an announcement tells things apart; what falls under no kind is compared by its words alone.
 */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['shell', /\bshells?\b|artillery (?:rounds|ammunition)|(?<!hand)granaten\b|artilleriemunition|\bobus\b|proiettil|pocisk\w{0,20} artyler|снаряд/],
  ['howitzer', /howitzer|haubitz|obusier|\bobic[ei]\b|haubic|гаубиц|гаубич/],
  ['tank', /(?<!anti-?)\btanks?\b|kampfpanzer|\bchars?\b(?! a)|carr[oi] armat|\bczolg|(?<!проти)танк(?!ер)/],
  ['drone', /\bdrone|\bdrohn|aufklarungsdrohn|\bdron[iyoaw]|безпілотн|безпілотник|\bдрон|(?<!\p{L})дрон/u],
  ['mine clearing', /demin|minenraum|deminage|sminament|rozminow|розмінуван/],
  ['frigate or minehunter', /frigate|minehunter|fregatt|minenjagd|minensuch|chasseurs? de mines|cacciamine|tralowiec|niszczyciel\w{0,20} min|фрегат|тральщик/],
  ['ambulance', /ambulan|krankenwagen|rettungswagen|karetk|швидк\p{L}{1,20} допомог/u],
  ['lorry', /\btrucks?\b|\blorr(?:y|ies)\b|lastwagen|\blkw\b|\bcamions?\b|\bautocarri|ciezarow|вантажів|вантажн/],
  ['generator', /generator|groupes? electrogenes?|generatori elettric|генератор/],
  ['transformer', /transform(?:er|ator|ateur)|trasformator|трансформатор/],
  ['air defence', /air defen[cs]e|luftverteidigung|flugabwehr|luftabwehr|defense aerienne|antiaerien|difesa aerea|contraerea|obron\w{0,20} (?:powietrzn|przeciwlotnicz)|протиповітрян|(?<!\p{L})ппо(?!\p{L})/u],
  ['mortar', /mortar|morser\b|mortier|mortai|mozdzierz|міномет/],
  ['helmet', /helmet|\bhelme?\b|schutzhelm|\bcasques?\b|elmett|\bhelm[yow]|шолом/],
  ['fighter aircraft', /fighter (?:jet|aircraft)|kampfflugzeug|kampfjet|avions? de (?:combat|chasse)|(?:aerei|caccia)\b|mysliw|винищувач/],
  ['helicopter', /helicopter|hubschrauber|helicoptere|elicotter|smiglow|helikopter|гелікоптер|вертол/],
  ['boat', /\bboats?\b|\bboote?n?\b|patrouillenboot|\bbateaux?\b|vedett|motovedett|\blodzi|\blodk|катер/],
  ['radar', /radar|радар|радіолокац/],
  ['armoured vehicle', /armou?red (?:personnel |fighting |combat |infantry )?(?:vehicle|carrier|car)|infantry fighting vehicle|panzerfahrzeug|schutzenpanzer|vehicules? blindes?|\bblindes?\b|blindati\b|opancerzon/],
  ['armoured vehicle', /gepanzerte\w{0,20} (?:fahrzeug|transport)/],
  ['armoured vehicle', /(?:veicol|mezz)[io] (?:blindat|corazzat)|бронемашин|бронетранспортер|бронетехнік|бмп(?!\p{L})|бтр(?!\p{L})/u],
  ['armoured vehicle', /(?:pojazd|woz|transporter)\w{0,20} (?:opancerz|pancern)/],
  ['missile', /\bmissiles?\b|lenkflugkorper|lenkwaffe|marschflugkorper|\bmissili?\b|(?<!anti)\brakiet|ракет/],
  ['rocket launcher', /rocket launcher|mehrfachraketenwerfer|raketenwerfer|lance-roquettes|lanciarazzi|рсзв/],
  ['rocket launcher', /wyrzutni\w{0,20} rakiet/],
  ['rocket launcher', /реактивн\p{L}{1,20} систем/u],
  ['rifle', /\brifles?\b|\bgewehr|sturmgewehr|\bfusils?\b|\bfucil[ie]\b|\bkarabin|гвинтівк|автоматів/],
  ['machine gun', /machine guns?|maschinengewehr|mitrailleuse|mitragliatric|karabin\w{0,20} maszynow|кулемет/],
  ['bulldozer or engineering vehicle', /bulldozer|planierraup|pionierpanzer|bergepanzer|genie\b|спецтехнік|інженерн\p{L}{1,20} машин/u],
  ['bridge', /\bbridges?\b|bruckenleg|\bbruck|\bponts? (?:mobile|flottant|modul)|ponti? mobili?|\bmost(?:y|ow)? (?:poje|skl|ponton)|(?<!\p{L})міст(?!\p{L})|понтон/u],
  ['bus', /\bbus(?:es|se|sen)?\b|\bautobus|\bautocar|автобус/],
  ['fire engine', /fire (?:engine|truck)|feuerwehrfahrzeug|loschfahrzeug|camions? de pompiers|autopomp|wozow? (?:strazack|gasnicz)|woz\w{0,20} strazack|пожежн/],
  ['satellite terminal', /satellite terminal|starlink|satellitenterminal|terminaux satellit|terminali satellitar|terminal\w{0,20} (?:satelit|starlink)|термінал/],
  ['night vision', /night[- ]vision|nachtsicht|vision nocturne|visione notturna|visori notturni|nokto[wv]iz|нічного бачення/],
  ['medicine', /medicine|medical (?:suppl|equipment|kit)|medikament|medizinisch|sanitatsmaterial|medicaments?|materiel medical|medicinal|farmac|lekarstw|lekow\b|sprzet\w{0,20} medyczn|медикамент|ліків|медичн/],
  ['tent', /\btents?\b|\bzelte?n?\b|\btentes?\b|\btende\b|namiot|намет/],
  ['grenade', /hand grenades?|grenade launchers?|handgranat|granatwerfer|grenades? a main|lance-grenades|bombe a mano|lanciagranat|granatnik|гранатомет/],
  ['grenade', /granat\w{0,20} reczn/],
  ['grenade', /ручн\p{L}{1,20} гранат/u],
  ['mine', /\bmines?\b|(?<!\w)minen\b|\bmin[ey] przeciw|протитанков\p{L}{1,20} мін/u],
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
