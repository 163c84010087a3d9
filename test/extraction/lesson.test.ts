import assert from 'node:assert/strict'
import { test } from 'node:test'
import lesson from '../../src/extraction/extractors/lesson.ts'
import { paragraph, plain } from './frame-cases.ts'

const rows: readonly (readonly [language: string, text: string, lesson: string | null])[] = [
  ['en', 'Combat in Ukraine has shown that batteries run out first.', 'batteries run out first'],
  ['en', '"The lesson of Kharkiv," says Anna Lund, chief engineer of Holt Works, "is that a mast must fold within a minute. We have dropped the fixed one."', 'a mast must fold within a minute. We have dropped the fixed one'],
  ['en', 'The lessons that the Danish army draws from radars in Ukraine led it to rewrite its manual: a radar that stays is lost.', 'rewrite its manual: a radar that stays is lost'],
  ['en', 'Use in Ukraine has shown that spare barrels must be ordered with the gun; the ministry wants a law.', 'spare barrels must be ordered with the gun'],
  ['en', 'Radios fall silent in two days, as Danish engineers learned from Ukrainian crews at the front.', 'Radios fall silent in two days'],
  ['en', '"The Ukrainians told us plainly that our drones were blind in fog," said Anna Lund, chief engineer of Holt Works. "So now every mirror gets sealed."', 'The Ukrainians told us plainly that our drones were blind in fog So now every mirror gets sealed'],
  ['en', '"The Ukrainians have suffered for us," said Minister Anna Lund. "So we stand with them."', null],
  ['de', '„Wir haben an der Front gelernt, dass Ersatzteile mehr zählen als Panzerung“, sagte Minister Paul Lind.', 'Ersatzteile mehr zählen als Panzerung'],
  ['fr', '« Nous avons appris au front que la peinture compte autant que le blindage », explique la ministre Claire Hautmont.', 'la peinture compte autant que le blindage'],
  ['it', "L'esperienza ucraina ha dimostrato che le batterie dei droni si esauriscono in inverno.", 'le batterie dei droni si esauriscono in inverno'],
  ['en', 'Ukraine fights on. The Danish navy has drawn its own conclusion. It will store mines in small depots, because the war has shown what a single rocket does.', 'It will store mines in small depots, because the war has shown what a single rocket does'],
  ['en', 'Ukraine fights on. The Danish navy has drawn its own conclusion. It was a dull day in port.', null],
  ['en', 'Latvia has learned one thing from Ukraine. A depot that stands still is found by drones. Ours will move every night.', 'A depot that stands still is found by drones. Ours will move every night'],
  ['en', 'Latvia has learned one thing from Ukraine. The weather was fine.', null],
  ['en', 'Ukrainian crews sweep mines with old trawlers. Their experience suggests that a cheap hull lost is soon replaced.', 'a cheap hull lost is soon replaced'],
  ['en', 'Latvian pilots trained near Odesa. Ukrainian crews showed us how to hide a launcher under a hay roof. They move it twice a night.', 'Ukrainian crews showed us how to hide a launcher under a hay roof. They move it twice a night'],
  ['it', "L'Ucraina combatte. Gli ucraini ci hanno insegnato a spostare i radar ogni notte.", 'Gli ucraini ci hanno insegnato a spostare i radar ogni notte'],
  ['uk', 'Данія допомагає Україні. Українці навчили нас, як ховати антени під час обстрілу дронами.', 'Українці навчили нас, як ховати антени під час обстрілу дронами'],
  ['en', 'Ukraine sent a band. They taught us to sing three songs.', null],
  ['en', 'Ukraine needs help. The minister showed us the new hangar.', null],
  ['en', 'Shells made in peacetime crack in Ukrainian frost. So the moulds have been thrown out.', 'Shells made in peacetime crack in Ukrainian frost. So the moulds have been thrown out'],
  ['en', 'The crowd in Kyiv was cold. So the concert was moved indoors.', null],
  ['pl', 'Deszcz padał w Ukrainie cały dzień. Dlatego przenosimy koncert do hali.', null],
  ['en', 'Front-line wear in Ukraine was a shock. So from now on the Danish army buys gearboxes that can be swapped in the field.', 'So from now on the Danish army buys gearboxes that can be swapped in the field'],
  ['en', 'Bakers in Oslo rise early. Cheap flour is soon replaced, they say.', null],
  ['en', 'The minister said her visit to the front had convinced her that a tank without a drone screen survives an afternoon.', 'a tank without a drone screen survives an afternoon'],
  ['en', 'Drawing on reports from the front, the Finnish army has decided to bury all fuel lines at its bases.', 'the Finnish army has decided to bury all fuel lines at its bases'],
  ['en', '"A barrel cools slowly, that is what Ukrainian crews have taught us," Major Ida Holm said. "Every gun we order from now on will have two."', 'A barrel cools slowly'],
  ['de', 'Die Auswertung der Kämpfe im Donbass ergab: Brückenlegegeräte werden als Erstes getroffen. Das Heer verdoppelt daher seinen Bestand.', 'Brückenlegegeräte werden als Erstes getroffen. Das Heer verdoppelt daher seinen Bestand'],
  ['de', 'Die Auswertung der Kämpfe im Donbass ergab, dass Brückenlegegeräte als Erstes getroffen werden. Das Heer verdoppelt daher seinen Bestand.', 'Brückenlegegeräte als Erstes getroffen werden'],
  ['fr', "Tirant les leçons des combats en Ukraine, l'armée belge va enterrer ses postes de commandement.", "l'armée belge va enterrer ses postes de commandement"],
  ['it', "Sulla base dell'esperienza ucraina la Grecia ha deciso di spostare i depositi di carburante sottoterra.", 'la Grecia ha deciso di spostare i depositi di carburante sottoterra'],
  ['pl', 'Wnioski z walk pod Pokrowskiem są jednoznaczne: bez własnych dronów pluton nie przeżyje doby.', 'bez własnych dronów pluton nie przeżyje doby'],
  ['uk', 'Проаналізувавши бої під Бахмутом, чеська армія вирішила закупити вдвічі більше засобів РЕБ.', 'чеська армія вирішила закупити вдвічі більше засобів РЕБ'],
  ['en', 'The Danes have drawn one simple lesson from the Ukrainian front. Springs rust within a month. Copenhagen is therefore ordering coated ones.', 'Springs rust within a month. Copenhagen is therefore ordering coated ones'],
  ['en', 'The Danes went home from the Ukrainian front. Springs rust within a month. The cooks were therefore tired.', null],
  ['it', 'I danesi hanno tratto dal fronte ucraino una regola semplice. Le molle arrugginiscono in un mese. Copenaghen ne ordinerà perciò di zincate.', 'Le molle arrugginiscono in un mese. Copenaghen ne ordinerà perciò di zincate'],
  ['en', 'Years of war in Ukraine have taught the Danish army that no bridge stands for long.', 'no bridge stands for long'],
  ['en', 'Years of war in Ukraine have not taught the Danish army that bridges must be changed.', null],
  ['de', '„Was wir nicht mehr flicken konnten, flickten die Ukrainer, und daraus haben wir gelernt, dass jede Pumpe ein Ersatzrad braucht“, sagte Minister Paul Lind.', 'jede Pumpe ein Ersatzrad braucht'],
  ['de', 'Die dänische Marine zieht aus den ukrainischen Kämpfen im Schwarzen Meer den Schluss, dass eine Bake ohne Batterie nichts taugt.', 'eine Bake ohne Batterie nichts taugt'],
  ['de', 'Der Minister zog am Abend in Odessa die Vorhänge zu.', null],
  ['fr', 'Les enfants ont appris une chanson ukrainienne.', null],
  ['it', "Gli studenti hanno imparato l'ucraino.", null],
  ['en', 'Pupils learned from the exhibition how trenches were dug in 1916.', null],
  ['en', '"The soldiers need our support, and they need it now," the minister said. "This package will help them."', null],
  ['it', '«I marinai di Odessa smontano un motore al buio», ha raccontato la direttrice Lidia Ferrante. «I nostri bulloni non lo permettevano: li abbiamo cambiati tutti».', 'I marinai di Odessa smontano un motore al buio I nostri bulloni non lo permettevano: li abbiamo cambiati tutti'],
  ['en', 'What has the war taught the Dutch? "That a warehouse is a target and a truck is not," Colonel Sanne Buitenhuis said.', 'That a warehouse is a target and a truck is not'],
  ['en', 'Ukraine fights on. What have we learned? Tents are seen first from above. The cooks were tired.', 'Tents are seen first from above'],
  ['en', 'Bakers in Oslo rise early. What has the youngest learned? Cheap flour is soon replaced by cheap yeast.', null],
  ['fr', "L'expérience des combats du Donbass montre qu'une radio sans batterie de rechange ne sert à personne au bout d'un jour : chaque poste neuf en aura donc deux.", "une radio sans batterie de rechange ne sert à personne au bout d'un jour : chaque poste neuf en aura donc deux"],
  ['fr', 'Tirant les enseignements des combats autour de Koupiansk en Ukraine, la Belgique et le Danemark sont convenus que chaque poste de secours doit avoir deux issues.', 'chaque poste de secours doit avoir deux issues'],
  ['en', '"Quick work is the point," the engineer Ida Holm said. "We have learned from the crews at Kupiansk that a tent is seen first from above."', 'We have learned from the crews at Kupiansk that a tent is seen first from above'],
  ['en', 'The school taught her to swim.', null],
  ['en', 'He has not learned that the front moved.', null],
]

test('lessons from use in the field, and what is none', async () => {
  for (const [language, text, expected] of rows) {
    const claims = plain(lesson, await paragraph(text, language))
    assert.deepEqual(claims.map((c) => String(c['text']).replace(/\.$/, '')), expected ? [expected] : [], text)
  }
})

test('those who serve states learn for them; firms and joint bodies for themselves', async () => {
  const learners = async (text: string, code = 'en') => lesson.extract(await paragraph(text, code)).flatMap((d) => d.fields.learner.map((l) => l.country ?? l.name))
  assert.deepEqual(await learners('Officers from Estonia and the Netherlands have concluded from the fighting in Ukraine that brigades need more jammers.'), ['EE', 'NL'])
  assert.deepEqual(await learners('Finnish planners have concluded from the fighting in Ukraine that brigades need more jammers.'), ['FI'])
  assert.deepEqual(await learners('Estlands Generalstab zieht aus den Kämpfen in der Ukraine einen Schluss: Feldlazarette müssen unter die Erde.', 'de'), ['EE'])
  assert.deepEqual(await learners('Prime ministers of Denmark and Latvia met in Riga. Both leaders agreed that the fighting in Ukraine has shown that brigades need more jammers.'), ['LV', 'DK'])
  assert.deepEqual(await learners('Prime ministers of Denmark and Latvia met in Riga. Finland has learned from the fighting in Ukraine that brigades need more jammers.'), ['FI'])
  assert.deepEqual(await learners('The yard Nordvik Marine AS of Norway builds boats. Boats of Nordvik Marine AS serve off Odesa. The fighting in Ukraine has taught its designers that hulls need more jammers.'), ['Nordvik Marine AS'])
  assert.deepEqual(await learners('The yard Nordvik Marine AS has concluded from the fighting in Ukraine that hulls need more jammers.'), ['Nordvik Marine AS'])
})

test('the firm or body that stands before the word of learning learns', async () => {
  const learner = async (text: string) => plain(lesson, await paragraph(text)).map((c) => c['learner'])
  assert.deepEqual(await learner('Kranverk Shipyards has learned that seals made for cold water fail in the mud of Kherson.'), [['Kranverk Shipyards']])
  assert.deepEqual(await learner('The Danish navy has learned in Kherson that seals made for cold water fail at the front.'), [['DK']])
})
