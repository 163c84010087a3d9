import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '../../../src/extraction/analyse.ts'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { allSettled } from '../../../src/extraction/meetings/choice.ts'
import { groupIn } from '../../../src/extraction/meetings/groups.ts'
import { meetingsTold } from '../../../src/extraction/meetings/told.ts'
import { lexicon, paragraph } from '../frame-cases.ts'
import { plain } from '../plain.ts'

test('a number means those told of before where it counts who meets', async () => {
  const rows: readonly (readonly [language: string, text: string, group: number | null])[] = [
    ['en', 'The two defence ministers will meet.', 2], ['en', 'The five are to meet.', 5], ['en', 'Both leaders left.', 2], ['en', 'A visit by the six of us was cancelled.', 6], ['en', 'The two batteries will come.', null], ['en', 'Three ministers left.', null], ['en', 'In the two days they met.', null],
    ['de', 'Die drei Minister wollen sich treffen.', 3], ['de', 'Beide Seiten kommen zusammen.', 2], ['de', 'Die drei Panzer kommen.', null], ['fr', 'Les deux Premiers ministres se reverront.', 2], ['fr', 'Les deux chars arrivent.', null],
    ['it', 'I due Capi di governo si rivedranno.', 2], ['it', 'I tre si rivedranno.', 3], ['it', 'I tre carri arrivano.', null], ['pl', 'Trzej ministrowie spotkają się.', 3], ['pl', 'Trzy czołgi przyjadą.', null], ['uk', 'Троє міністрів зустрінуться.', 3], ['uk', 'Три танки приїдуть.', null],
  ]
  for (const [language, text, group] of rows) assert.equal(groupIn(readingsOf(await paragraph(text, language))[0]!), group, text)
})

/** The parties of the last meeting that a text tells. */
function last(code: string, text: string): string {
  const analysis = analyse(plain(text, code, '2026-03-10'), lexicon)
  return [...allSettled(analysis, meetingsTold(analysis)).values()].at(-1)!.parties.map((p) => p.country ?? p.name).sort().join(' ')
}

test('a group that met meets again as a whole', () => {
  const rows: readonly (readonly [code: string, text: string, parties: string])[] = [
    ['en', 'The foreign ministers of Spain, Portugal and Greece met in Madrid on 3 March 2026. The three will meet again in Athens in June.', 'ES GR PT'],
    ['de', 'Die Außenminister von Spanien, Portugal und Griechenland trafen sich am 3. März 2026 in Madrid. Die drei Minister wollen im Juni in Athen wieder zusammenkommen.', 'ES GR PT'],
    ['fr', "Les ministres de la Défense de l'Espagne, du Portugal et de la Grèce se sont réunis le 3 mars 2026 à Madrid. Les trois ministres se retrouveront à Athènes en juin.", 'ES GR PT'],
    ['it', 'I ministri della Difesa di Spagna, Portogallo e Grecia si sono incontrati il 3 marzo 2026 a Madrid. I tre si rivedranno ad Atene a giugno.', 'ES GR PT'],
    ['pl', 'Ministrowie obrony Hiszpanii, Portugalii i Grecji spotkali się 3 marca 2026 roku w Madrycie. Trzej ministrowie spotkają się ponownie w czerwcu w Atenach.', 'ES GR PT'],
    ['uk', 'Міністри оборони Іспанії, Португалії та Греції зустрілися 3 березня 2026 року в Мадриді. Троє міністрів зустрінуться знову в червні в Афінах.', 'ES GR PT'],
    ['en', "Denmark's defence minister Lars Holt met his Czech counterpart Jan Vesk in Prague on 3 March 2026. The two ministers will meet again at the NATO summit in Ankara in July.", 'CZ DK'],
  ]
  for (const [code, text, parties] of rows) assert.equal(last(code, text), parties, text)
})

test('two who meet need no third from elsewhere in the text', () => {
  const rows: readonly (readonly [code: string, text: string, parties: string])[] = [
    ['fr', "Les ministres de la Défense de l'Espagne, du Portugal et de la Grèce se sont réunis le 3 mars 2026 à Madrid. Le ministre danois Lars Holt rencontrera son homologue norvégien à Oslo le 5 mai.", 'DK NO'],
    ['de', 'Der dänische Minister Lars Holt sprach am Mittwoch mit seinem tschechischen Kollegen Jan Vesk in Prag. Am Freitag telefonierte Holt mit dem norwegischen Minister Ola Berg.', 'DK NO'],
    ['pl', 'Minister obrony Danii Lars Holt rozmawiał w środę 4 marca 2026 r. z czeskim ministrem Janem Veskiem. Wizyta ministra Norwegii, planowana na piątek, została przełożona na kwiecień.', 'DK NO'],
  ]
  for (const [code, text, parties] of rows) assert.equal(last(code, text), parties, text)
})

test('the two who meet again are the persons who met', () => {
  const people = (code: string, text: string): string => { const analysis = analyse(plain(text, code, '2026-03-10'), lexicon); return [...allSettled(analysis, meetingsTold(analysis)).values()].at(-1)!.people.map((p) => p.name).join(', ') }
  const first = "Denmark's defence minister Lars Holt met his Czech counterpart Jan Vesk in Prague on 3 March 2026. "
  assert.equal(people('en', first + 'The two ministers will meet again in Oslo in July.'), 'Lars Holt, Jan Vesk')
  assert.equal(people('en', first + 'Officials of the two countries will meet again in Oslo in July.'), '')
})
