import assert from 'node:assert/strict'
import { test } from 'node:test'
import { supportIn } from '../../../src/extraction/support/told.ts'
import { paragraph } from '../frame-cases.ts'

type Row = readonly [language: string, text: string, wanted: string]

/** Who gives what a text tells last. */
const giver = async (text: string, language: string): Promise<string | undefined> =>
  supportIn(await paragraph(text, language)).at(-1)?.fields.provider.map((p) => p.country ?? p.name).join('+')

const holds = async (rows: readonly Row[]) => { for (const [language, text, wanted] of rows) assert.equal(await giver(text, language), wanted, text) }

test('whose members, ministers or countries act gives', () => holds([
  ['en', 'Members of the drone coalition have so far given Ukraine 4,000 drones.', 'Drone Coalition'],
  ['en', 'EU leaders approved 50 billion euros for Ukraine.', 'European Union'],
  ['en', 'In May NATO allies pledged €200 million in military aid for Ukraine.', 'NATO'],
  ['de', 'Die Teilnehmer der Ramstein-Gruppe sagten der Ukraine 2 Milliarden Euro zu.', 'Ukraine Defense Contact Group'],
  ['de', 'Die Mitgliedstaaten der EU haben der Ukraine 20 Millionen Euro zugesagt.', 'European Union'],
  ['fr', 'Les ministres des Vingt-Sept ont approuvé une aide de 30 millions d’euros à l’Ukraine.', 'European Union'],
  ['it', 'I membri del Gruppo di contatto hanno promesso all’Ucraina 40 carri.', 'Ukraine Defense Contact Group'],
  ['pl', 'Kraje Unii Europejskiej zapowiedziały dla Ukrainy 20 czołgów.', 'European Union'],
  ['uk', 'Учасники коаліції дронів передали Україні 40 дронів.', 'Drone Coalition'],
  // Who acts with others, or beside them, gives himself.
  ['en', 'Estonia agreed with its allies to send Ukraine 12 trucks.', 'EE'],
  ['en', 'Norway and other allies have sent 30 tanks to Ukraine.', 'NO'],
  ['de', 'Norwegen hat mit seinen Partnern 30 Panzer in die Ukraine geliefert.', 'NO'],
  ['uk', 'Швеція разом з партнерами передала Україні 30 танків.', 'SE'],
]))

test('a state gives whose people act, and not the one told before', () => holds([
  ['en', 'Norway pledged 40 trucks to Ukraine. The Dutch will give Ukraine 18 radars.', 'NL'],
  ['de', 'Norwegen gab der Ukraine 40 Lastwagen. Die Dänen haben der Ukraine 40 Haubitzen geliefert.', 'DK'],
  ['fr', 'La Norvège a promis 40 camions à l’Ukraine. Les Britanniques ont livré 20 chars à l’Ukraine.', 'GB'],
  ['pl', 'Norwegia obiecała Ukrainie 40 ciężarówek. Duńczycy dali Ukrainie 40 dronów.', 'DK'],
  ['uk', 'Норвегія пообіцяла Україні 40 вантажівок. Данці передали Україні 40 гаубиць.', 'DK'],
]))

test('a fund of the Union gives in its name', () => holds([
  ['en', 'The European Peace Facility has set aside 40 million euros for the Moldovan army.', 'European Union'],
  ['fr', 'Depuis 2021, la Facilité européenne pour la paix a réservé 90 millions d’euros à l’armée moldave.', 'European Union'],
  ['it', 'Lo Strumento europeo per la pace ha fornito alle forze moldave 37 milioni di euro.', 'European Union'],
]))

test('who is told more of before the verb gives, and what is told by the way has its own day', async () => {
  await holds([
    ['de', 'Norwegen gab der Ukraine 40 Lastwagen. Schweden, das im Juni noch gezögert hatte, wird der Ukraine zwölf Boote schenken.', 'SE'],
    ['it', 'La Norvegia ha promesso 40 camion all’Ucraina. La Spagna, che a maggio esitava, consegnerà all’Ucraina 12 obici.', 'ES'],
    ['uk', 'Норвегія пообіцяла Україні 40 вантажівок. Греція, яка довго вагалася, передала Україні 16 гаубиць.', 'GR'],
  ])
  const [draft] = supportIn(await paragraph('Greece, whose president met partners in Rome in February, has delivered 30 howitzers to Ukraine.', 'en'))
  assert.equal(draft?.fields.date, null)
})

test('a coalition gives where it is the subject, and nobody gives at whose meeting it is told', () => holds([
  ['en', 'The IT Coalition led by Latvia and Portugal has given Ukraine 4,000 laptops worth 6 million euros.', 'IT Coalition'],
  ['en', 'At the drone coalition Denmark pledged 40 million euros to Ukraine.', 'DK'],
  ['uk', 'Коаліція дронів передала Україні 4000 дронів.', 'Drone Coalition'],
]))

test('the government of a text is that of the smaller state whose organs or money it names', () => holds([
  ['it', 'Il Consiglio federale si è riunito. La Confederazione aiuta l’Ucraina, ha detto la consigliera federale. Il governo ha approvato 30 milioni di franchi per l’Ucraina.', 'CH'],
  ['it', 'Il governo ha approvato 30 milioni di euro per l’Ucraina.', 'IT'],
]))
