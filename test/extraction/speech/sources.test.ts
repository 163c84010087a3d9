import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '../../../src/extraction/analyse.ts'
import { lexicon } from '../frame-cases.ts'
import { plain } from '../plain.ts'

/** Sources by phrase, by pointer and by judgement, and what only looks like one: speaker and words. */
const sources: [code: string, text: string, found: string[]][] = [
  ['en', 'In the eyes of the Estonian general staff, two brigades cannot hold the river.', ['Estonian general staff | two brigades cannot hold the river']],
  ['en', 'By Minister Olof Sand’s own reckoning, forty trucks are missing.', ['Olof Sand | forty trucks are missing']],
  ['en', 'Sweden will pay for forty trucks. Defence Minister Olof Sand said as much in Oslo.', ['Olof Sand | Sweden will pay for forty trucks']],
  ['en', 'Minister Olof Sand said much. The rest were waiting for engines, he continued.', ['Olof Sand | The rest were waiting for engines']],
  ['en', 'Minister Olof Sand found the offer generous.', ['Olof Sand | the offer generous']],
  ['en', 'Minister Olof Sand found the missing trucks.', []],
  ['en', '“It is a drop in the sea,” one of the volunteers shrugged.', ['one of the volunteers | It is a drop in the sea']],
  ['en', '“We have nothing left,” army chief Rui Tavares was quoted as saying.', ['Rui Tavares | We have nothing left']],
  ['en', 'Neither side would say how long it might last.', []],
  ['en', 'Minister Olof Sand drew attention to the lack of spare parts in the north.', ['Olof Sand | the lack of spare parts in the north']],
  ['en', 'Minister Olof Sand drew a map of the northern coast.', []],
  ['en', 'Minister Olof Sand said that a visit was planned. The talks announced for May had been put off by the minister.', ['Olof Sand | a visit was planned', 'Olof Sand | The talks announced for May had been put off by the minister']],
  ['de', 'Nach Auskunft des dänischen Generalstabs sind alle Haubitzen bereit.', ['dänischen Generalstabs | sind alle Haubitzen bereit']],
  ['de', 'Der Partner sei abgesprungen, hieß es dazu aus dem Ministerium.', ['Ministerium | Der Partner sei abgesprungen']],
  ['de', 'Ministerin Karin Lenz ließ durchblicken, dass die Panzer im Juni eintreffen.', ['Karin Lenz | die Panzer im Juni eintreffen']],
  ['de', 'Ministerin Karin Lenz ließ die Panzer im Juni verladen.', []],
  ['fr', 'De l\'avis de plusieurs diplomates, le sommet ne changera rien.', ['diplomates | le sommet ne changera rien']],
  ['fr', '« Nous tiendrons », a glissé le colonel Yann Morvan, avant d\'ajouter que les pièces manquaient.', ['Yann Morvan | Nous tiendrons', 'Yann Morvan | les pièces manquaient']],
  ['fr', 'Le colonel Yann Morvan a dîné avant de rentrer au camp.', []],
  ['it', 'Il generale Aldo Conti si sofferma sulle scorte. A suo giudizio, bastano per un mese.', ['Aldo Conti | bastano per un mese']],
  ['it', 'La ministra Giulia Ferri ha parlato. Fa presente, inoltre, che i mezzi sono partiti.', ['Giulia Ferri | i mezzi sono partiti']],
  ['it', 'Il ministro Aldo Conti si propone di costituire una brigata.', []],
  ['pl', 'Minister Marek Lis nazwał plan szaleństwem.', ['Marek Lis | plan szaleństwem']],
  ['pl', 'Dostawy ruszą w maju, o czym przypomniała minister Anna Wrona.', ['Anna Wrona | Dostawy ruszą w maju']],
  ['uk', 'За спостереженням полковника Івана Гнатюка, дрони літають далі.', ['Іван Гнатюк | дрони літають далі']],
  ['uk', 'Міністр Урмас Тамм приїхав до Києва. Кажуть, що катери запізняться.', []],
  ['uk', 'Міністр Урмас Тамм приїхав до Києва. Каже, що катери запізняться.', ['Урмас Тамм | катери запізняться']],
  ['uk', 'Естонія передасть катери – про це повідомив міністр Урмас Тамм.', ['Урмас Тамм | Естонія передасть катери']],
]

for (const code of ['en', 'de', 'fr', 'it', 'pl', 'uk'])
  test(`sources by phrase, pointer and judgement ${code}`, () => {
    for (const [, text, found] of sources.filter(([c]) => c === code)) {
      const analysis = analyse(plain(text, code, '2026-03-05'), lexicon)
      assert.deepEqual(analysis.speech.map((s) => `${s.speaker.name} | ${s.content.map((c) => text.slice(c.start, c.end)).join(' ')}`), found, text)
    }
  })
