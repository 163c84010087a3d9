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
  ['en', 'As Colonel Olof Sand wrote in April, a register is a tax on speed.', ['Olof Sand | a register is a tax on speed']],
  ['en', 'As Minister Olof Sand told parliament in May, the guns will be late.', ['Olof Sand | the guns will be late']],
  ['en', 'As Minister Olof Sand spoke in May, the guns were late.', []],
  ['en', '“A gun without a barrel is a fence post,” as General Olof Sand likes to put it.', ['Olof Sand | A gun without a barrel is a fence post']],
  ['en', 'Minister Olof Sand likes to write poems.', []],
  ['en', 'The minister, Ulrike Brandhorst, left. Brandhorst described the pace as “slow for an army”.', ['Ulrike Brandhorst | the pace as “slow for an army”']],
  ['en', 'Sweden took note of a study by the Swedish Defence Materiel Administration, according to which the bridges are seen from the air.', ['Swedish Defence Materiel Administration | the bridges are seen from the air']],
  ['en', 'Minister Olof Sand said that ships were no catalogue goods, and he urged the council to open the school.', ['Olof Sand | ships were no catalogue goods']],
  ['en', 'Minister Olof Sand confirmed the opening of the plant.', ['Olof Sand | the opening of the plant']],
  ['en', 'The committee confirmed Minister Olof Sand.', []],
  ['en', 'Minister Olof Sand expressed his deep gratitude for the support.', []],
  ['en', 'Sweden agreed to align its calendar with that of the planning staff.', []],
  ['de', 'Minister Karl Lenz hat vorige Woche in Oslo gesagt, die Panzer kämen im Juni.', ['Karl Lenz | die Panzer kämen im Juni']],
  ['de', 'Am Montag hat Minister Karl Lenz uns vorgehalten, die Panzer kämen zu spät.', ['Karl Lenz | die Panzer kämen zu spät']],
  ['de', 'Wie gesagt, die Panzer kommen im Juni.', []],
  ['de', 'Niemand hat uns gesagt, dass die Panzer kommen.', []],
  ['de', 'Nach Mitteilung des Generalstabs sind alle Haubitzen bereit.', ['Generalstabs | sind alle Haubitzen bereit']],
  ['de', 'Nach Auskunft des dänischen Generalstabs sind alle Haubitzen bereit.', ['dänischen Generalstabs | sind alle Haubitzen bereit']],
  ['de', 'Der Partner sei abgesprungen, hieß es dazu aus dem Ministerium.', ['Ministerium | Der Partner sei abgesprungen']],
  ['de', 'Ministerin Karin Lenz ließ durchblicken, dass die Panzer im Juni eintreffen.', ['Karin Lenz | die Panzer im Juni eintreffen']],
  ['de', 'Ministerin Karin Lenz ließ die Panzer im Juni verladen.', []],
  ['de', 'Die Brücke war gesperrt, so dass die Kolonne einen Umweg nahm.', []],
  ['de', 'Die Werft lag zurück, so wurden nur drei Boote fertig.', []],
  ['de', 'Die Boote kommen im Juni, so Minister Karl Lenz.', ['Karl Lenz | Die Boote kommen im Juni']],
  ['de', 'Die Boote kämen im Juni, so informierte Kreise.', ['Kreise | Die Boote kämen im Juni']],
  ['de', '„Ein großer Schritt nach vorn“, so urteilte Minister Karl Lenz.', ['Karl Lenz | Ein großer Schritt nach vorn']],
  ['de', 'Die neue Werft senkt neuesten Studien zufolge die Kosten.', ['neuesten Studien | Die neue Werft senkt die Kosten']],
  ['de', 'Dem Verband zufolge fehlen in den Werften noch immer Motoren.', ['Verband | fehlen in den Werften noch immer Motoren']],
  ['de', '„Das reicht nicht“, schrieb Lunds Beraterin Kori Schelling am Montag.', ['Kori Schelling | Das reicht nicht']],
  ['de', 'Die Boote kämen im Juni, sagte Boris Halbach.', ['Boris Halbach | Die Boote kämen im Juni']],
  ['fr', 'De l\'avis de plusieurs diplomates, le sommet ne changera rien.', ['diplomates | le sommet ne changera rien']],
  ['fr', '« Nous tiendrons », a glissé le colonel Yann Morvan, avant d\'ajouter que les pièces manquaient.', ['Yann Morvan | Nous tiendrons', 'Yann Morvan | les pièces manquaient']],
  ['fr', 'Le colonel Yann Morvan a dîné avant de rentrer au camp.', []],
  ['fr', 'Le ministre Jean Morvan le nie : « Pas une caisse n’est partie. »', ['Jean Morvan | Pas une caisse n’est partie.']],
  ['fr', 'Au ministère de la Défense, on assure que les contrats sont signés.', ['ministère de la Défense | les contrats sont signés']],
  ['fr', 'Au ministère, le colonel Yann Morvan assure que les contrats sont signés.', ['Yann Morvan | les contrats sont signés']],
  ['it', 'Dal ministero fanno sapere che i contratti sono firmati.', ['ministero | i contratti sono firmati']],
  ['it', 'La ministra Giulia Ferri ha richiamato l’attenzione dei colleghi sul fatto che i mezzi sono fermi.', ['Giulia Ferri | i mezzi sono fermi']],
  ['it', 'Il generale Aldo Conti si sofferma sulle scorte. A suo giudizio, bastano per un mese.', ['Aldo Conti | bastano per un mese']],
  ['it', 'La ministra Giulia Ferri ha parlato. Fa presente, inoltre, che i mezzi sono partiti.', ['Giulia Ferri | i mezzi sono partiti']],
  ['it', 'Il ministro Aldo Conti si propone di costituire una brigata.', []],
  ['pl', 'Minister Marek Lis nazwał plan szaleństwem.', ['Marek Lis | plan szaleństwem']],
  ['pl', 'Dostawy ruszą w maju, o czym przypomniała minister Anna Wrona.', ['Anna Wrona | Dostawy ruszą w maju']],
  ['pl', 'Prezes Marek Lis twierdzi, że partia ruszy w maju, i zapowiada przyjęcie pięćdziesięciu osób.', ['Marek Lis | partia ruszy w maju', 'Marek Lis | przyjęcie pięćdziesięciu osób']],
  ['pl', 'Podobnie myśli minister Marek Lis, który podkreślił potrzebę wspólnych przetargów.', ['Marek Lis | potrzebę wspólnych przetargów']],
  ['uk', 'За висновком полковника Івана Гнатюка, дрони літають далі.', ['Іван Гнатюк | дрони літають далі']],
  ['uk', 'Міністр Урмас Тамм наголосив на важливості вчасного постачання запчастин.', ['Урмас Тамм | важливості вчасного постачання запчастин']],
  ['uk', 'Міністр Урмас Тамм звернув увагу присутніх на те, що катери запізняться.', ['Урмас Тамм | катери запізняться']],
  ['uk', '«Катери прибудуть», – сказав речник Путіна Олег Гнатюк.', ['Олег Гнатюк | Катери прибудуть']],
  ['uk', 'У Міністерстві оборони також запевнили, що катери прибули.', ['Ministry of Defence (Ukraine) | катери прибули']],
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
