import assert from 'node:assert/strict'
import { test } from 'node:test'
import commitment from '../../../src/extraction/extractors/commitment.ts'
import { paragraph, plain } from '../frame-cases.ts'

const told = async (text: string) => plain(commitment, await paragraph(text)).map((c) => [(c['provider'] as string[]).join('+'), c['stage'], (c['items'] as { name: string; quantity: number | null }[]).map((i) => `${i.quantity} ${i.name}`).join(', ')])

test('how far a commitment has come', async () => {
  const cases: readonly (readonly [text: string, expected: readonly (readonly string[])[]])[] = [
    ['Denmark has handed Ukraine four rocket launchers.', [['DK', 'delivered', '4 rocket launchers']]],
    ['Denmark will hand Ukraine four rocket launchers.', [['DK', 'announced', '4 rocket launchers']]],
    // A promise as a noun is told by what came of it.
    ['A Danish pledge of 300 winter uniforms for Ukraine has been fulfilled.', [['DK', 'delivered', '300 winter uniforms']]],
    ['Denmark renewed its pledge of 300 winter uniforms for Ukraine.', [['DK', 'announced', '300 winter uniforms']]],
    ['Some 3,000 Ukrainian recruits have passed through the Danish course since 2023.', [['DK', 'delivered', '3000 Ukrainian recruits']]],
    // Goods with an act that describes them.
    ['Reporters wished to know when the 12 howitzers Denmark purchased for Ukraine in January would arrive.', [['DK', 'contracted', '12 howitzers']]],
    // Another giver in a clause of his own.
    ['Denmark pledged a package worth 70 million euros to Ukraine, comprising 12 howitzers, while France is to deliver long-range missiles.', [['DK', 'announced', '12 howitzers'], ['FR', 'announced', 'null long-range missiles']]],
    // A delivery that is finished, and one that is not.
    ['Denmark confirmed that the delivery of 12 howitzers to Ukraine, announced in May, had been completed.', [['DK', 'delivered', '12 howitzers']]],
    ['Denmark said the delivery of 12 howitzers to Ukraine would be completed by June.', [['DK', 'announced', '12 howitzers']]],
    // What a parliament has yet to approve is not approved.
    ['Denmark foresees a further 2 million euros for transformers, subject to approval by parliament.', [['DK', 'signalled', 'null transformers']]],
    ['In Denmark parliament has approved a further 2 million euros for transformers.', [['DK', 'approved', 'null transformers']]],
    ['Denmark will send Ukraine a Patriot battery.', [['DK', 'announced', '1 Patriot battery']]],
  ]
  for (const [text, expected] of cases) assert.deepEqual(await told(text), expected, text)
})

test('money that pays for what others buy is set aside', async () => {
  const stages: readonly (readonly [language: string, text: string, expected: string])[] = [
    ['en', 'The Netherlands and Norway have financed a package of 500 million dollars for Ukraine.', 'allocated'],
    ['en', 'Norway has so far contributed 1.2 billion dollars to the fund for Ukraine.', 'allocated'],
    ['en', 'Norway will contribute 1.2 billion dollars to the fund for Ukraine.', 'announced'],
    ['en', 'Norway has pledged to finance a package of 500 million dollars for Ukraine.', 'announced'],
    ['de', 'Für Satellitenbilder zugunsten der Ukraine hat Norwegen 90 Millionen Euro eingeplant.', 'allocated'],
    ['fr', 'La Norvège finance pour 300 millions d’euros la fabrication de drones en Ukraine.', 'allocated'],
    ['it', "La Norvegia ha finanziato un pacchetto da 500 milioni di dollari per l'Ucraina.", 'allocated'],
    ['pl', 'Norwegia odłożyła 35 mln euro na szkolenie ukraińskich załóg.', 'allocated'],
    ['uk', 'Норвегія профінансувала пакет для України на 500 млн доларів.', 'allocated'],
    ['uk', 'Норвегія профінансує пакет для України на 500 млн доларів.', 'announced'],
  ]
  for (const [language, text, expected] of stages) assert.deepEqual(plain(commitment, await paragraph(text, language)).map((c) => c['stage']), [expected], text)
})

test('what is withdrawn from service is given all the same, and what is still to arrive is not delivered', async () => {
  const stages: readonly (readonly [language: string, text: string, expected: string])[] = [
    ['en', 'Denmark gives Ukraine 14 tanks withdrawn from service in 2019.', 'announced'],
    ['fr', "La France donne à l'Ukraine douze camions retirés du service.", 'announced'],
    ['pl', 'Oddamy Ukrainie dwa kutry patrolowe, które wycofuje Straż Graniczna.', 'announced'],
    ['en', 'Denmark has withdrawn its offer of 14 tanks for Ukraine.', 'cancelled'],
  ]
  for (const [language, text, expected] of stages) assert.deepEqual(plain(commitment, await paragraph(text, language)).map((c) => c['stage']), [expected], text)
})
