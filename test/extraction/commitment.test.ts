import assert from 'node:assert/strict'
import { test } from 'node:test'
import commitment from '../../src/extraction/extractors/commitment.ts'
import { paragraph, plain } from './frame-cases.ts'

type Row = readonly [language: string, text: string, expected: Record<string, unknown> | null]
const rows: readonly Row[] = [
  ['en', 'Denmark will send Ukraine 12 howitzers.', { provider: ['DK'], recipient: ['UA'], stage: 'announced', items: [{ name: 'howitzers', quantity: 12 }] }],
  ['en', 'Denmark has delivered 12 howitzers to Ukraine.', { stage: 'delivered' }],
  ['en', 'The Dutch parliament approved 80 million euros of military aid to Ukraine on Tuesday.', { provider: ['NL'], stage: 'approved', aid: 'military', date: '2025-03-18' }],
  ['en', 'Spain could send Ukraine two Patriot batteries.', { stage: 'signalled' }],
  ['en', 'Austria suspended the delivery of 40 generators to Ukraine.', { provider: ['AT'], stage: 'suspended', aid: 'energy' }],
  ['en', 'Latvia ordered 30 drones for Ukraine.', { stage: 'contracted' }],
  ['en', 'Since February 2022, Canada has provided Ukraine with 4 billion dollars in military aid.', { period: '2022-02/..', total: true }],
  ['de', 'Österreich will 60 Krankenwagen an die Ukraine liefern.', { provider: ['AT'], stage: 'announced', aid: 'humanitarian' }],
  ['fr', "L'Espagne a livré 20 générateurs à l'Ukraine.", { provider: ['ES'], stage: 'delivered', aid: 'energy' }],
  ['it', "La Grecia valuta l'invio di dieci obici all'Ucraina.", { provider: ['GR'], stage: 'signalled' }],
  ['pl', 'Szwecja przekazała Ukrainie 20 radarów.', { provider: ['SE'], stage: 'delivered' }],
  ['uk', 'Данія надасть Україні 40 млн євро військової допомоги.', { provider: ['DK'], stage: 'announced', aid: 'military' }],
  ['en', 'Hungary refused to send Ukraine 20 tanks.', null],
  ['en', 'Greece has not offered Ukraine any missiles.', null],
  ['en', 'Damage to power plants is put at 12 billion dollars.', null],
  ['en', 'Russia lost 3,000 tanks in Ukraine.', null],
  ['en', 'She urged Spain to send Ukraine 20 tanks.', null],
  ['en', 'Norway has provided 156 million kroner in support to Ukraine since the fighting began.', { provider: ['NO'], stage: 'delivered', total: true }],
  ['en', 'Latvia has to date pledged 200 million euros to Ukraine.', { provider: ['LV'], total: true }],
  ['en', 'Spain and Estonia have all donated air defence systems to Ukraine.', { provider: ['ES', 'EE'], stage: 'delivered' }],
  ['en', 'Japan said the 30 generators promised in February have been delivered to Ukraine.', { stage: 'delivered' }],
  ['en', 'Iran has shipped hundreds of drones to Russia.', { provider: ['IR'], recipient: ['RU'], stage: 'delivered' }],
  ['en', 'Moscow bought artillery shells from North Korea.', { provider: ['KP'], recipient: ['RU'] }],
  ['de', 'Für die Ukraine gibt Norwegen in diesem Jahr 35 Milliarden Kronen aus.', { provider: ['NO'] }],
  ['de', 'Aus Litauen kamen 1500 Generatoren in der Ukraine an.', { provider: ['LT'], stage: 'delivered' }],
  ['fr', "L'Ukraine a reçu six avions de la Belgique.", { provider: ['BE'], recipient: ['UA'], stage: 'delivered' }],
  ['pl', 'Ukraina otrzymała od Czech 40 czołgów.', { provider: ['CZ'], stage: 'delivered' }],
  ['uk', 'Україна отримала від Латвії 20 бронемашин.', { provider: ['LV'], stage: 'delivered' }],
  ['en', 'Two million people have fled Ukraine and one million are displaced inside the country.', null],
  ['en', 'The West has frozen 300 billion dollars of Russian assets.', null],
  ['en', 'Denmark pledged 14 of its heavy tanks to Ukraine.', { items: [{ name: 'heavy tanks', quantity: 14 }] }],
  ['de', 'Dänemark liefert der Ukraine sechs seiner Panzer.', { items: [{ name: 'Panzer', quantity: 6 }] }],
  ['fr', 'Le Danemark livrera six de ses chars à l’Ukraine.', { items: [{ name: 'chars', quantity: 6 }] }],
  ['en', 'French minister Luc Perrin praised Poland’s patience and pledged 12 howitzers to Ukraine.', { provider: ['FR'] }],
  ['en', 'Germany’s parliament and Germany’s government pledged 12 howitzers to Ukraine.', { provider: ['DE'] }],
  ['en', 'Some 20 million live in free Ukraine, and that number could fall in the months ahead.', null],
  ['en', 'Canada sent $3 million in aid to flood victims in Kenya, its help to Ukraine apart.', { recipient: ['UA'] }],
  ['en', 'Spain can turn the tide in Ukraine by sending tanks.', null],
  ['en', 'Should Spain send more Leopard tanks to Ukraine?', null],
  ['en', 'Give Ukraine the weapons it needs!', null],
  ['en', 'The new radars will help Ukraine see drones.', null],
  ['en', 'The law will hurt the ability to build ships, reducing trade with Ukraine.', null],
  ['en', 'There were no interruptions in the flow of weapons to Ukraine.', null],
  ['en', 'Austria deployed 900 soldiers to its border.', null],
  ['en', 'In 1941 a neighbour sent 2,000 tanks against Ukraine.', null],
  ['de', 'Deutschland lehnt die Lieferung von Raketen an die Ukraine ab.', null],
  ['fr', "L'Ukraine a besoin de vingt chars.", null],
  ['en', 'Ukrainian brigades will receive 300 mortars from Denmark by June.', { provider: ['DK'], recipient: ['UA'], stage: 'announced' }],
  ['en', 'Poland will receive 40 tanks from South Korea next year.', null],
  ['en', 'The company will receive 40 million euros from Spain.', null],
  ['en', 'Russian forces will receive 40 new tanks by June.', null],
  ['fr', 'Kiev va recevoir du Danemark 40 obusiers.', { provider: ['DK'], stage: 'announced' }],
  ['it', 'Kiev otterrà dalla Danimarca 40 obici.', { provider: ['DK'], stage: 'announced' }],
  ['en', 'Sixty Spanish trucks have set off for Ukraine.', { provider: ['ES'], stage: 'delivered' }],
  ['de', 'Aus Norwegen sind zwölf Generatoren in die Ukraine unterwegs.', { provider: ['NO'], stage: 'delivered' }],
  ['fr', "Douze générateurs sont partis de Norvège pour l'Ukraine.", { provider: ['NO'], stage: 'delivered' }],
  ['uk', 'З Норвегії в Україну виїхали дванадцять генераторів.', { provider: ['NO'], stage: 'delivered' }],
  ['it', 'Da Bari sono partiti due giornalisti per Kiev.', null],
  ['it', "Sono partiti da Kursk 50 droni contro l'Ucraina.", null],
  ['de', 'Russland griff die Ukraine mit 50 Drohnen an. Hinzu kommen 30 Raketen.', null],
  ['fr', "Trente drones russes ont rejoint l'espace aérien ukrainien.", null],
]

test('commitments by stage, giver, kind and time, and what is none', async () => {
  for (const [language, text, expected] of rows) {
    const claims = plain(commitment, await paragraph(text, language))
    if (expected === null) { assert.deepEqual(claims, [], text); continue }
    assert.equal(claims.length, 1, text + ' ' + JSON.stringify(claims))
    for (const [field, value] of Object.entries(expected)) assert.deepEqual(claims[0]![field], value, `${field} of: ${text}`)
  }
})

test('parts have their whole’s giver, the whole is a total', async () => {
  const claims = plain(commitment, await paragraph('Norway will give Ukraine 10 million euros, of which 4 million euros is for training.'))
  assert.deepEqual(claims.map((c) => [c['total'], c['aid'], (c['amount'] as { value: number }).value]), [[true, 'other', 1e7], [false, 'training', 4e6]])
})

test('the points of a list of what a package holds are its goods, and its sums are parts', async () => {
  const cases: readonly (readonly [language: string, text: string, goods: readonly string[]])[] = [
    ['en', 'Denmark announced a package of 400 million euros in military support for Ukraine.\n\nThe package comprises:\n\n- 12 howitzers, four of them from stocks;\n- two bridge layers and spare parts;\n- 90 million euros for drones.', ['12 howitzers', '2 bridge layers', 'null spare parts']],
    ['it', 'La Danimarca ha annunciato un pacchetto di aiuti militari all’Ucraina da 400 milioni di euro.\n\nIl pacchetto comprende:\n\n- 20 veicoli blindati;\n- due radar;\n- 90 milioni di euro per droni.', ['20 veicoli blindati', '2 radar']],
    ['uk', 'Уряд Швеції оголосив пакет військової допомоги Україні на 400 млн євро.\n\nДо пакета входять:\n\n- 20 бронемашин;\n- два радари;\n- 90 млн євро на дрони.', ['20 бронемашин', '2 радари']],
  ]
  for (const [language, text, goods] of cases) {
    const claims = plain(commitment, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => (c['amount'] as { value: number }).value), [4e8, 9e7], text)
    assert.deepEqual((claims[0]!['items'] as { name: string; quantity: number | null }[]).map((i) => `${i.quantity} ${i.name}`), goods, text)
  }
  const told = plain(commitment, await paragraph('Denmark delivered the following military aid to Ukraine this week:\n\n- 12 howitzers;\n- three radars.'))
  assert.deepEqual(told.map((c) => (c['items'] as { quantity: number }[]).map((i) => i.quantity)), [[12, 3]])
})

const lists: readonly (readonly [language: string, text: string, expected: readonly string[]])[] = [
  ['en', 'At the meeting allies announced new contributions to Ukraine:\n\n- Canada: 50 million dollars for ammunition;\n- Latvia: 15 armoured vehicles;\n- Spain – 20 generators.', ['CA 50000000', 'LV 15', 'ES 20']],
  ['uk', 'Партнери оголосили про нові внески для України:\n\n• Канада – 50 млн канадських доларів на боєприпаси;\n• Латвія – 15 бронемашин.', ['CA 50000000', 'LV 15']],
  ['pl', 'Sojusznicy zapowiedzieli nowe wsparcie dla Ukrainy:\n\n- Kanada – 50 mln dolarów na amunicję;\n- Łotwa – 15 transporterów.', ['CA 50000000', 'LV 15']],
  ['de', 'Die Partner kündigten neue Beiträge für die Ukraine an:\n\n- Kanada: 50 Millionen Dollar für Munition;\n- Lettland: 15 gepanzerte Fahrzeuge.', ['CA 50000000', 'LV 15']],
  ['fr', "Les alliés ont annoncé de nouvelles contributions pour l'Ukraine :\n\n- Canada : 50 millions de dollars pour des munitions ;\n- Lettonie : 15 blindés.", ['CA 50000000', 'LV 15']],
  ['it', "Gli alleati hanno annunciato nuovi contributi per l'Ucraina:\n\n- Canada: 50 milioni di dollari per munizioni;\n- Lettonia: 15 blindati.", ['CA 50000000', 'LV 15']],
  ['en', 'Norway announced a package for Ukraine worth 90 million euros, made up of:\n\n- 50 million euros for air defence;\n- 40 million euros for training.', ['NO 90000000', 'NO 50000000', 'NO 40000000']],
  ['en', 'Turnover of the arms makers rose last year:\n\n- Canada: 50 million dollars;\n- Latvia: 15 tanks built.', []],
  ['en', 'Losses of Russia since Monday:\n\n- Kursk: 50 tanks;\n- Belgorod: 15 drones.', []],
  ['uk', 'Втрати ворога за добу:\n\n• 15 танків;\n• 20 бронемашин.', []],
  ['en', 'The allies urged Spain to announce more aid to Ukraine:\n\n- 12 radars;\n- 40 million euros for training.', []],
]

test('the points of a list have their verb before the colon', async () => {
  for (const [language, text, expected] of lists) {
    const claims = plain(commitment, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => `${String((c['provider'] as string[])[0])} ${String((c['amount'] as { value: number } | null)?.value ?? (c['items'] as { quantity: number }[])[0]?.quantity)}`), expected, text)
  }
})
