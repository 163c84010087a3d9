import { test } from 'node:test'
import assert from 'node:assert/strict'
import { analyse } from '../../src/extraction/analyse.ts'
import ask from '../../src/extraction/extractors/ask.ts'
import { analysed } from './frame-cases.ts'
import { plain } from './plain.ts'
import { words } from './words.ts'

const asks = (text: string, code = 'en') => ask.extract(analyse(plain(text, code), words)).map((d) => [d.fields.asker.name, d.fields.addressee.map((a) => a.name), d.fields.text] as const)

const pairs: [code: string, text: string, found: [string, string[], string][]][] = [
  ['en', 'Minister Signe Haugrud urged Denmark and Estonia to open the bridge by May.', [['Signe Haugrud', ['Denmark', 'Estonia'], 'open the bridge by May']]],
  ['en', 'Minister Signe Haugrud called on NATO to share its maps.', [['Signe Haugrud', ['NATO'], 'share its maps']]],
  ['en', 'Minister Signe Haugrud said Denmark should open the bridge.', [['Signe Haugrud', ['Denmark'], 'open the bridge']]],
  ['en', 'Minister Signe Haugrud did not ask Denmark to open the bridge. Everything should be fine.', []],
  ['en', 'Norway’s call on Denmark to open the bridge went unheard.', [['Norway', ['Denmark'], 'open the bridge']]],
  ['en', 'Minister Signe Haugrud called for Denmark to pay and for Estonia to lend two cranes.', [['Signe Haugrud', ['Denmark'], 'pay'], ['Signe Haugrud', ['Estonia'], 'lend two cranes']]],
  ['en', 'Minister Signe Haugrud demanded that Denmark repair the bridge “without delay”.', [['Signe Haugrud', ['Denmark'], 'repair the bridge “without delay”']]],
  ['en', 'Minister Signe Haugrud requested Denmark send two cranes.', [['Signe Haugrud', ['Denmark'], 'send two cranes']]],
  ['en', 'Minister Signe Haugrud asked Denmark for two more cranes.', [['Signe Haugrud', ['Denmark'], 'two more cranes']]],
  ['en', 'Minister Signe Haugrud urged ministers from leading nations on Thursday to lend two cranes, adding that time was short.', [['Signe Haugrud', ['ministers'], 'lend two cranes']]],
  ['en', 'Minister Signe Haugrud met the leaders of NATO and appealed to them to lend two cranes.', [['Signe Haugrud', ['leaders of NATO'], 'lend two cranes']]],
  ['en', 'Minister Signe Haugrud told Denmark: “Open the bridge now. It is late.”', [['Signe Haugrud', ['Denmark'], 'Open the bridge now']]],
  ['en', 'Minister Signe Haugrud wrote: “The water is high. To the Danes of Denmark: Lend us two cranes.”', [['Signe Haugrud', ['Danes'], 'Lend us two cranes']]],
  ['en', 'Norway’s appeal to Denmark to lend two cranes went unanswered, clerks said.', [['Norway', ['Denmark'], 'lend two cranes']]],
  ['en', 'Minister Signe Haugrud urged Denmark to open the bridge and expects Estonia to lend two cranes.', [['Signe Haugrud', ['Denmark'], 'open the bridge'], ['Signe Haugrud', ['Estonia'], 'lend two cranes']]],
  ['en', 'Minister Signe Haugrud of Norway urged ministers to lend two cranes.', [['Signe Haugrud', ['Norway'], 'lend two cranes']]],
  ['en', 'Minister Signe Haugrud urged the ministers to lend two cranes.', [['Signe Haugrud', ['ministers'], 'lend two cranes']]],
  ['en', 'Denmark and Estonia met on Monday. Minister Signe Haugrud of Norway urged the two neighbours to lend two cranes, so far without an answer.', [['Signe Haugrud', ['Denmark', 'Estonia'], 'lend two cranes']]],
  ['en', 'Minister Signe Haugrud asked Denmark to lend two cranes, a sum that one clerk called high.', [['Signe Haugrud', ['Denmark'], 'lend two cranes']]],
  ['en', 'Minister Signe Haugrud asked Denmark to lend two cranes, two boats and a bridge.', [['Signe Haugrud', ['Denmark'], 'lend two cranes, two boats and a bridge']]],
  ['en', 'Minister Signe Haugrud requested that Denmark station a crane at the bridge.', [['Signe Haugrud', ['Denmark'], 'station a crane at the bridge']]],
  ['en', 'Minister Signe Haugrud demanded that Denmark agree to a date.', [['Signe Haugrud', ['Denmark'], 'agree to a date']]],
  ['en', 'Minister Signe Haugrud insisted that Denmark said no.', []],
  ['en', 'Minister Signe Haugrud told reporters that allies had to lend two cranes.', [['Signe Haugrud', ['allies'], 'lend two cranes']]],
  ['en', 'Minister Signe Haugrud asked Denmark to lend two cranes, and she may ask again next week.', [['Signe Haugrud', ['Denmark'], 'lend two cranes']]],
  ['en', 'Denmark was asked by Norway to open the bridge.', [['Norway', ['Denmark'], 'open the bridge']]],
  ['en', 'Minister Signe Haugrud moved that the committee call upon Denmark to open the bridge.', [['Signe Haugrud', ['Denmark'], 'open the bridge']]],
  ['en', 'Minister Signe Haugrud wants Denmark to open the bridge, and in a letter she calls on Estonia to lend two cranes.', [['Signe Haugrud', ['Denmark'], 'open the bridge'], ['Signe Haugrud', ['Estonia'], 'lend two cranes']]],
  ['en', 'Norway’s request to Denmark for ten cranes went unanswered.', [['Norway', ['Denmark'], 'ten cranes']]],
  ['en', 'MPs on the panel want Denmark to open the bridge.', [['MPs', ['Denmark'], 'open the bridge']]],
  ['de', 'Ministerin Signe Haugrud hat Dänemark um zwei Kräne gebeten.', [['Signe Haugrud', ['Denmark'], 'zwei Kräne']]],
  ['fr', 'La ministre Claire Duval compte par ailleurs sur le Danemark pour rouvrir le pont.', [['Claire Duval', ['Denmark'], 'rouvrir le pont']]],
  ['en', 'Minister Signe Haugrud told Denmark to open the bridge.', [['Signe Haugrud', ['Denmark'], 'open the bridge']]],
  ['en', 'Minister Signe Haugrud wrote to NATO last week to ask that cranes be lent at once.', [['Signe Haugrud', ['NATO'], 'cranes be lent at once']]],
  ['en', 'What Minister Signe Haugrud asked of Denmark was to lend two cranes.', [['Signe Haugrud', ['Denmark'], 'lend two cranes']]],
  ['en', 'Minister Signe Haugrud demanded of Denmark that it open the bridge.', [['Signe Haugrud', ['Denmark'], 'open the bridge']]],
  ['en', 'Minister Signe Haugrud demanded that Denmark “move much faster” to open the bridge.', [['Signe Haugrud', ['Denmark'], '“move much faster” to open the bridge']]],
  ['en', 'Minister Signe Haugrud said it was up to Denmark to open the bridge.', [['Signe Haugrud', ['Denmark'], 'open the bridge']]],
  ['en', 'Minister Signe Haugrud said it was vital that Denmark open the bridge.', [['Signe Haugrud', ['Denmark'], 'open the bridge']]],
  ['en', 'There were calls from Norway for Denmark to open the bridge.', [['Norway', ['Denmark'], 'open the bridge']]],
  ['en', 'Norway sought two more cranes from Denmark.', [['Norway', ['Denmark'], 'two more cranes']]],
  ['en', 'Norway’s harbour plan asks member states to lend two cranes.', [['Norway', ['member states'], 'lend two cranes']]],
  ['en', 'Minister Signe Haugrud noted that Oslo is counting on Denmark to open the bridge.', [['Norway', ['Denmark'], 'open the bridge']]],
  ['en', 'Minister Signe Haugrud said Denmark and Estonia should open the bridge.', [['Signe Haugrud', ['Denmark', 'Estonia'], 'open the bridge']]],
  ['en', 'Minister Signe Haugrud told Denmark that it must open the bridge.', [['Signe Haugrud', ['Denmark'], 'open the bridge']]],
  ['en', 'Minister Signe Haugrud appealed to allies for two cranes.', [['Signe Haugrud', ['allies'], 'two cranes']]],
  ['en', 'Minister Signe Haugrud wants Denmark to open the bridge, and hopes that Estonia will follow.', [['Signe Haugrud', ['Denmark'], 'open the bridge']]],
  ['en', 'Minister Signe Haugrud told reporters to expect news. The navy needs sailors to man its boats.', []],
  ['en', 'Minister Signe Haugrud said the army should have opened the bridge.', []],
  ['de', 'Ministerin Signe Haugrud lobte Estland und mahnte Dänemark und die NATO, zwei Kräne zu leihen.', [['Signe Haugrud', ['Denmark', 'NATO'], 'zwei Kräne zu leihen']]],
  ['de', 'Die dänische Seite bat die NATO, zwei Kräne zu leihen.', [['Denmark', ['NATO'], 'zwei Kräne zu leihen']]],
  ['de', 'Ministerin Signe Haugrud traf Karl Holm in Dänemark und bat ihn, zwei Kräne zu leihen.', [['Signe Haugrud', ['Karl Holm'], 'zwei Kräne zu leihen']]],
  ['fr', 'La ministre Claire Duval a invité les alliés restés à l’écart à prêter deux grues, qui sont à Riga.', [['Claire Duval', ['alliés'], 'prêter deux grues']]],
  ['fr', 'La ministre Claire Duval presse les États membres de prêter deux grues.', [['Claire Duval', ['États membres'], 'prêter deux grues']]],
  ['fr', 'Le ministère demande à l’Estonie de rouvrir le pont.', [['ministère', ['Estonie'], 'rouvrir le pont']]],
  ['it', 'La ministra Claire Duval ha esortato gli alleati rimasti fuori a prestare due gru, richiesta che nessuno valuta.', [['Claire Duval', ['alleati'], 'prestare due gru']]],
  ['pl', 'Minister Anna Nowak wezwała uczestników do otwarcia mostu.', [['Anna Nowak', ['uczestników'], 'otwarcia mostu']]],
  ['uk', 'Міністерка Олена Коваль закликала учасників зустрічі відкрити міст, через який їдуть люди.', [['Олена Коваль', ['учасників'], 'відкрити міст']]],
  // Nobody is asked here.
  ['en', 'The vote, which Denmark is invited to open, is on Monday.', []],
  ['fr', 'La ministre Claire Duval compte deux grues à Riga.', []],
  ['en', 'Minister Signe Haugrud told Denmark she would “move quickly” to open the bridge.', []],
  ['en', 'Minister Signe Haugrud told reporters: “Open roads are good roads.”', []],
  ['en', 'Minister Signe Haugrud knew of no effort to urge Denmark to open the bridge.', []],
  ['en', 'Minister Signe Haugrud called for an early meeting. She wants to speak about the steps Denmark is taking to open the bridge.', []],
  ['en', 'The crews pushed back the water and shared the town’s desire to open the bridge.', []],
  ['de', 'Ministerin Signe Haugrud forderte Dänemark auf, die Brücke zu öffnen.', [['Signe Haugrud', ['Denmark'], 'die Brücke zu öffnen']]],
  ['de', 'Ministerin Signe Haugrud hat Dänemark ersucht, die Brücke zu öffnen.', [['Signe Haugrud', ['Denmark'], 'die Brücke zu öffnen']]],
  ['de', 'Ministerin Signe Haugrud hat in Dänemark die Brücke gesehen, die im Mai öffnet.', []],
  ['de', 'Ministerin Signe Haugrud forderte Dänemark auf, die Brücke zu öffnen, und erwartet von der NATO, dass sie zwei Kräne leiht.', [['Signe Haugrud', ['Denmark'], 'die Brücke zu öffnen'], ['Signe Haugrud', ['NATO'], 'sie zwei Kräne leiht']]],
  ['de', 'Ministerin Signe Haugrud drängt die NATO, zwei Kräne zu leihen, wofür es wenig Beifall gibt.', [['Signe Haugrud', ['NATO'], 'zwei Kräne zu leihen']]],
  ['de', 'Ministerin Signe Haugrud empfiehlt der NATO, zwei Kräne zu leihen.', [['Signe Haugrud', ['NATO'], 'zwei Kräne zu leihen']]],
  ['fr', 'La ministre Claire Duval a reçu les alliés à Riga. Elle les a priés de prêter deux grues.', [['Claire Duval', ['alliés'], 'prêter deux grues']]],
  ['fr', 'La ministre Claire Duval a reçu les alliés à Riga. Elle les a vus prêter deux grues.', []],
  ['fr', 'La ministre Claire Duval demande au Danemark de rouvrir le pont.', [['Claire Duval', ['Denmark'], 'rouvrir le pont']]],
]

test('who asks whom for what', () => {
  for (const [code, text, found] of pairs) assert.deepEqual(asks(text, code), found, text)
})

test('whoever the title names asks in the first person, with an office of several words too', async () => {
  const asks = async (title: string) => {
    const analysis = await analysed(`---\ntitle: ${title}\npublisher: Harbour Wire\npublished: 2025-05-29\nlanguage: en\n---\n\nI ask the European Commission to accept the plan as it stands. We have waited long enough.\n`)
    return ask.extract(analysis).map((d) => (d.fields as { asker: { name: string } }).asker.name)
  }
  assert.deepEqual(await asks('Speech by Minister of Defence Signe Haugrud at the Harbour Forum'), ['Signe Haugrud'])
  assert.deepEqual(await asks('Remarks by Signe Haugrud on the harbour'), ['Signe Haugrud'])
})

test('a verb in the first person asks for who signs the text, and a people is its state', async () => {
  const asks = async (title: string, text: string, language: string) => ask.extract(await analysed(`---\ntitle: ${title}\npublisher: Harbour Wire\npublished: 2025-05-29\nlanguage: ${language}\n---\n\n${text}\n`)).map((d) => [d.fields.asker.name, d.fields.addressee.map((m) => m.country ?? m.name), d.fields.text])
  assert.deepEqual(await asks('Wystąpienie wiceminister Aldony Pieńkowskiej na Forum Mostów', 'Apeluję tylko, żeby Szwecja wysłała dwa dźwigi. Czekamy długo.', 'pl'), [['Aldona Pieńkowska', ['SE'], 'wysłała dwa dźwigi']])
  assert.deepEqual(await asks('Мости', 'Міністр Олег Вишня попросив шведів відкрити міст до зими, адже вода вже висока.', 'uk'), [['Олег Вишня', ['SE'], 'відкрити міст до зими']])
  assert.deepEqual(await asks('Мости', 'Міністр Олег Вишня побачив шведів на мосту, який відкрили до зими.', 'uk'), [])
})

test('a government asked is its state, and pieces of a name are one', async () => {
  const asked = async (text: string, language = 'en') => (await analysed(`---\ntitle: Ukraine\npublisher: Harbour Wire\npublished: 2025-05-29\nlanguage: ${language}\n---\n\n${text}\n`).then((a) => ask.extract(a))).flatMap((d) => d.fields.addressee.map((m) => (m.type === 'state' ? m.country : m.name)))
  assert.deepEqual(await asked('Signe Haugrud called on the Norwegian government to lend two cranes.'), ['NO'])
  assert.deepEqual(await asked('Die Opposition forderte die Bundesregierung auf, die Brücke zu öffnen.', 'de'), ['DE'])
  assert.deepEqual(await asked('Norway waits. Signe Haugrud urged the Department for Bridges and Roads to open the bridge by May.'), ['Department for Bridges and Roads'])
  assert.deepEqual(await asked('Signe Haugrud urged Denmark and Estonia to lend two cranes.'), ['DK', 'EE'])
})
