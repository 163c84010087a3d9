import assert from 'node:assert/strict'
import { test } from 'node:test'
import { supportIn } from '../../../src/extraction/support/told.ts'
import { paragraph } from '../frame-cases.ts'

/** The goods of what a text tells first. */
const goods = async (text: string, language: string): Promise<string[]> =>
  supportIn(await paragraph(text, language))[0]!.fields.items.map((i) => `${i.quantity ?? '-'} ${i.name}`)

test('what is joined to known goods is goods, and no verb is', async () => {
  const cases: readonly (readonly [language: string, text: string, wanted: readonly string[]])[] = [
    ['en', 'Spain sent Ukraine 50 ventilators, 200 external fixators and a mobile X-ray unit.', ['50 ventilators', '200 external fixators', '1 mobile X-ray unit']],
    ['fr', 'La Suisse a livré à l’Ukraine 14 ambulances et un hôpital de campagne.', ['14 ambulances', '1 hôpital de campagne']],
    ['fr', 'La Norvège fournira à l’Ukraine des missiles, des radios et des tentes.', ['- missiles', '- radios', '- tentes']],
    ['it', 'La Norvegia ha fornito all’Ucraina radar, blindati e apparati di comunicazione.', ['- radar', '- blindati', '- apparati di comunicazione']],
    ['pl', 'Dania przekaże Ukrainie 14 mostów i park pontonowy.', ['14 mostów', '- park pontonowy']],
    ['uk', 'Данія передала Україні 20 тягачів і польовий шпиталь.', ['20 тягачів', '- польовий шпиталь']],
    ['fr', 'La Suède donnera à l’Ukraine 60 blindés et livrera vingt chars en mai.', ['60 blindés']],
    ['it', 'La Danimarca ha donato all’Ucraina 20 droni e aiuta i profughi.', ['20 droni']],
    ['pl', 'Szwecja da Ukrainie 20 dronów i pomoże w szkoleniu.', ['20 dronów']],
    ['uk', 'Норвегія дала Україні 40 гаубиць та готує нових людей.', ['40 гаубиць']],
  ]
  for (const [language, text, wanted] of cases) assert.deepEqual(await goods(text, language), wanted, text)
})
