import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '../../../src/extraction/analyse.ts'
import { homeOf } from '../../../src/extraction/names/coreference.ts'
import { atHome, ofStates } from '../../../src/extraction/names/offices.ts'
import { lexicon } from '../frame-cases.ts'
import { plain } from '../plain.ts'

/** The last person of a text, with the state of the office. */
const last = (text: string, code: string): [string | undefined, string | null | undefined] => { const m = analyse(plain(text, code), lexicon).mentions.filter((x) => x.mention.type === 'person').at(-1)?.mention; return [m?.name, m?.country] }

test('an office of no state is that of the state named before it, of the dateline, of the text', () => {
  const cases: readonly (readonly [code: string, text: string, state: string | null])[] = [
    ['de', 'Kroatien gibt zwölf Boote ab, sagte Verteidigungsminister Bruno Tellmar am Montag.', 'HR'],
    ['de', 'Kroatien gibt der Ukraine zwölf Boote ab, sagte Verteidigungsminister Bruno Tellmar am Montag.', 'HR'],
    ['de', '„Kroatien gibt zwölf Boote ab“, sagte Verteidigungsminister Bruno Tellmar am Montag.', 'DE'],
    ['de', 'Verteidigungsminister Bruno Tellmar reist nach Kroatien.', 'DE'],
    ['pl', 'Sztokholm zapłaci za łodzie. Premier Gustaw Lindhag przyznał, że termin minie.', 'SE'],
    ['pl', 'Sztokholm i Oslo zapłacą za łodzie. Premier Gustaw Lindhag przyznał, że termin minie.', 'PL'],
    ['uk', 'Вільнюс. Уряд погодив видатки.\n\nДепутат Артурас Мешкус голосував проти.', 'LT'],
    ['uk', 'Вільнюс чекає.\n\nДепутат Артурас Мешкус голосував проти.', 'UA'],
    ['fr', 'BRUXELLES (ABC) - La Belgique achète des bateaux.\n\nLe député Theo Halmaert a salué le choix.', 'BE'],
    ['fr', 'BRUXELLES (ABC) - Paris achète des bateaux.\n\nLe député Theo Halmaert a salué le choix.', 'FR'],
    ['uk', 'Учора приймав у Києві президента Словенії Марка Коваліча.', 'SI'],
    ['it', "L'Italia cede due navi. Lo ha detto oggi a Costanza il sottosegretario Fulvio Tardi.", 'IT'],
    ['it', 'La Romania cede due navi, ha detto oggi a Trieste il sottosegretario Radu Tardi.', 'RO'],
    ['en', 'Deputies listened.\n\nDáil members and the State Secretary, Cormac Dunne, disagreed.', 'IE'],
    ['en', 'Norway paid. Ms Ann Vale, deputy head of the Ukraine division, spoke.', null],
    ['en', 'President of Lithuania Vytas Kaunis met Prime Minister of the Czech Republic Jan Dolny in Kyiv.', 'CZ'],
    ['en', 'Later, in Kyiv, President of Lithuania Vytas Kaunis spoke.', 'LT'],
    ['en', 'Former President of Lithuania Vytas Kaunis spoke.', null],
    ['en', 'The order is large, says Vytas Kaunis, head of sales at Norway’s Fjordberg Sonar.', null],
    ['fr', 'C’est la règle, assure Hans Brandt, directeur de programme à Varsovie.', null],
    ['fr', 'C’est la règle, assure l’ingénieure générale Claire Monteil, qui suit le dossier.', 'FR'],
    ['fr', 'Le vice-président exécutif Marc Halvoet a souligné que la règle tiendrait.', null],
    ['pl', 'Rzecznik Komisji Europejskiej Joris Halvoet przekazał, że statki dotrą.', null],
    ['pl', 'Jak wyjaśnia rzeczniczka zakładu Iwona Drozd, hala stanie.', null],
    ['pl', 'Tak uważa gen. Jan Drozd, były szef logistyki.', null],
    ['pl', 'Tak uważa gen. Jan Drozd, szef logistyki.', 'PL'],
    ['uk', 'Керівниця оператора мережі Зоя Лис пояснила це.', null],
    ['en', 'Lithuania is to lend radars to Ukraine, and its minister, Robertas Kaunis, told reporters so.', 'LT'],
  ]
  for (const [code, text, state] of cases) assert.equal(last(text, code)[1], state, text)
})

test('an office without a state is that of its section, owner, town or guest', () => {
  const cases: readonly (readonly [code: string, text: string, name: string, state: string | null])[] = [
    ['en', 'ODESA - Boats came from two capitals.\n\nBULGARIA. No money. Deputy foreign minister Elena Markova recalled the promise.\n\nSLOVENIA. Five boats. State secretary Vid Hribar was pleased.', 'Elena Markova', 'BG'],
    ['en', 'ODESA - Boats came from two capitals.\n\nBULGARIA. No money. Deputy foreign minister Elena Markova recalled the promise.\n\nSLOVENIA. Five boats. State secretary Vid Hribar was pleased.', 'Vid Hribar', 'SI'],
    ['it', 'Hanno preso parte il Capo di Stato maggiore dell’Aeronautica, Generale Carlo Tardi, e l’Ambasciatore della Norvegia.', 'Carlo Tardi', 'IT'],
    ['en', 'The bridge at Kherson was hit, governor Taras Vovk said.', 'Taras Vovk', 'UA'],
    ['en', 'Colonel Ole Brandt, who runs supply for the Danish army, wrote a letter.', 'Ole Brandt', 'DK'],
    ['en', 'Colonel Ole Brandt, who runs supply for a bakery, wrote a letter.', 'Ole Brandt', null],
    ['en', 'The boats cost £3m. Another £2m goes to fuel. Senator Ann Vale was pleased.', 'Ann Vale', 'GB'],
    ['de', 'RIGA, 3. Juni (abc) – Lettland und Norwegen kaufen Boote.\n\nMinister Valdis Kraulis empfing seine Kollegin Grete Halvorsen.', 'Grete Halvorsen', 'NO'],
    ['pl', 'Zdaniem radnego Karola Wilgi pieniądze powinny pójść na most.', 'Karol Wilga', 'PL'],
    ['pl', 'Prezes Radostalu Konrad Wilga pojechał na targi.', 'Konrad Wilga', null],
  ]
  for (const [code, text, name, state] of cases) {
    const found = analyse(plain(text, code), lexicon).mentions.find((m) => m.mention.name === name)?.mention
    assert.deepEqual([found?.name, found?.country], [name, state], text)
  }
})

test('bodies and groups are of the state of their seat or owner, and the next sentence names whom the first describes', () => {
  const states = (text: string) => analyse(plain(text, 'en'), lexicon).mentions.map((m) => `${m.mention.name} | ${m.mention.country ?? 'none'}`)
  assert.ok(states('Boats are late, officials in Ottawa said.').includes('officials in Ottawa | CA'))
  assert.ok(states('Boats are late, according to the general staff in Athens.').includes('general staff | GR'))
  assert.ok(states('Sweden will lend boats, its deputy defence minister said on Thursday. Peder Halvor spoke in Oslo.').includes('Peder Halvor | SE'))
  assert.ok(states('Sweden will lend boats, its deputy defence minister said on Thursday. The weather was mild.').includes('deputy defence minister | SE'))
})

test('a party behind a name makes a politician, a short form of the words before does not', () => {
  assert.deepEqual(last('Für die Minderheit sprach Solveig Thannder (Mitte/VD) im Saal.', 'de'), ['Solveig Thannder', 'DE'])
  assert.deepEqual(last('Die Neue Agentur (NA) sprach im Saal.', 'de'), [undefined, undefined])
})

test('a name behind an office with a firm or a tail between keeps both apart', () => {
  const cases: readonly (readonly [code: string, text: string, name: string])[] = [
    ['pl', 'Prezes Zakładów Wisłok Jan Kocur nie ukrywa.', 'Jan Kocur'],
    ['uk', 'Директор «Лиман-Суднобуду» Олег Бабенко поділився планом.', 'Олег Бабенко'],
    ['it', 'Un rappresentante dei pescatori di Brod, Marco Tammi, ha scritto.', 'Marco Tammi'],
    ['de', 'Verteidigungsminister Bruno Tellmar kam. Das Boot fährt, meinte der Minister.', 'Bruno Tellmar'],
    ['en', 'The Chief of Defence, General Ivar Tolland, left.', 'Ivar Tolland'],
    ['en', 'The Duke of Norvale, Edwin Tolland, left.', 'Edwin Tolland'],
    ['en', 'Prime Minister Takano Sanae arrived. Takano spoke.', 'Takano Sanae'],
  ]
  for (const [code, text, name] of cases) assert.equal(last(text, code)[0], name, text)
  const several = analyse(plain('Verteidigungsminister Bruno Tellmar kam. Das Treffen der Minister endete.', 'de'), lexicon).mentions.at(-1)!.mention
  assert.equal(several.type, 'group')
  const types: readonly (readonly [text: string, type: string, state: string | null])[] = [
    ['Die Verteidigungsminister der Allianz tagten.', 'group', null], ['Die drei Außenminister tagten.', 'group', null], ['Die deutschen Minister tagten.', 'group', 'DE'],
    ['Der Verteidigungsminister sprach.', 'person', 'DE'], ['Die Verteidigungsministerin sprach.', 'person', 'DE'],
  ]
  for (const [text, type, state] of types) { const m = analyse(plain(text, 'de'), lexicon).mentions[0]!.mention; assert.deepEqual([m.type, m.country], [type, state], text) }
})

test('a word that points, at the head of a sentence, is no state', () => {
  const states = (text: string) => analyse(plain(text, 'uk'), lexicon).mentions.filter((m) => m.mention.type === 'state').map((m) => m.mention.country)
  assert.deepEqual(['Того ж дня сесія тривала.', 'Міністр республіки Того прибув.'].map(states), [[], ['TG']])
})

test('Türkiye is a state in any language', () => {
  const rows: readonly (readonly [code: string, text: string])[] = [['fr', 'La République de Türkiye y assistait.'], ['it', 'La Repubblica di Türkiye assisteva.'], ['de', 'Türkiye nahm teil.'], ['en', 'Türkiye attended.']]
  for (const [code, text] of rows) assert.deepEqual(analyse(plain(text, code), lexicon).mentions.map((m) => m.mention.country), ['TR'], text)
})

test('what belongs to a state by its name alone', () => {
  assert.deepEqual(['Department', 'Komitee', 'Міністерство', 'Stadtwerke', 'Union of Bakers'].map(ofStates), [true, true, true, false, false])
  const home = (office: string, noun: string, strict = false) => atHome(office, new Set([noun]), [], strict)
  assert.deepEqual([home('associate deputy minister', 'associate', true), home('head of research', 'head', true), home('amministratrice delegata', 'amministratrice'), home('rappresentante dei pescatori', 'rappresentante'), home('rappresentante del ministero', 'rappresentante'), home('генсек', 'генсек')], [true, false, false, false, true, false])
})

test('a publisher tells whose text it is: in its language, by its ministry, by its seat last', () => {
  const cases: readonly (readonly [code: string, publisher: string, state: string | null])[] = [
    ['en', 'Norwegian Ministry of Defence', 'NO'],
    ['en', 'U.S. Department of Defense', 'US'],
    ['de', 'Königlich Norwegische Botschaft Berlin', 'NO'],
    ['fr', 'Chancellerie du Premier ministre (Belgique)', 'BE'],
    ['pl', 'Ministerstwo Obrony Narodowej', 'PL'],
    ['en', "Prime Minister's Office, Reykjavík", 'IS'],
    ['en', 'The Northern Ledger', null],
    ['de', 'Tageskurier Ostsee', null],
    ['it', 'Agenzia Adriatica', null],
  ]
  for (const [code, publisher, state] of cases) assert.equal(homeOf(analyse({ ...plain('Words.', code), publisher }, lexicon)), state, publisher)
})

test('an organ whose name opens with a state is that state’s, wherever it is told of', () => {
  const countries = (text: string) => analyse(plain(text, 'en'), lexicon).mentions.filter((m) => m.mention.type === 'body').map((m) => m.mention.country)
  assert.deepEqual(countries('In Berlin, Germany, the United States government said it would help.'), ['US'])
  assert.deepEqual(countries('In Warsaw, Poland, the Canada government said it would help.'), ['CA'])
  assert.deepEqual(countries('In Warsaw, Poland, the government said it would help.'), ['PL'])
})
