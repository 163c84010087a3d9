import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '../../../src/extraction/analyse.ts'
import { settled } from '../../../src/extraction/meetings/choice.ts'
import { meetingsTold } from '../../../src/extraction/meetings/told.ts'
import { lexicon } from '../frame-cases.ts'
import { plain } from '../plain.ts'

/** State and day of each meeting of a text of Thursday 16 May 2024. */
function told(code: string, text: string): string[] {
  const analysis = analyse(plain(text, code, '2024-05-16'), lexicon), drafts = meetingsTold(analysis)
  return drafts.map((d) => settled(analysis, d, drafts)).map((f) => `${f.state} ${f.date?.edtf ?? '-'}`)
}

test('a meeting that will be held on another day instead is postponed to it', () => {
  const rows: readonly (readonly [code: string, text: string, ...found: string[]])[] = [
    ['en', 'The meeting of the Danish and Dutch ministers, scheduled for 3 June in Oslo, will instead take place on 17 June.', 'postponed 2024-06-17'],
    ['en', 'The meeting of the Danish and Dutch ministers, originally set for 21 May, is now planned for 28 May in Oslo.', 'postponed 2024-05-28'],
    ['de', 'Das für den 20. Mai in Oslo geplante Treffen der Minister Dänemarks und der Niederlande findet nun erst am 3. Juni statt.', 'postponed 2024-06-03'],
    ['fr', 'Prévue le 20 mai à Oslo, la rencontre entre les ministres danois et néerlandais se tiendra finalement le 4 juin.', 'postponed 2024-06-04'],
    ['it', "L'incontro di Oslo tra i ministri danese e olandese, in calendario il 22 maggio, si farà invece il 5 giugno.", 'postponed 2024-06-05'],
    ['pl', 'Zaplanowane na 21 maja w Oslo spotkanie ministrów Danii i Holandii odbędzie się jednak dopiero 4 czerwca.', 'postponed 2024-06-04'],
    ['uk', 'Зустріч міністрів Данії та Нідерландів, призначена на 20 травня в Осло, відбудеться натомість 3 червня.', 'postponed 2024-06-03'],
    ['en', 'The Danish and Dutch ministers will meet in Oslo on 3 June.', 'planned 2024-06-03'],
  ]
  for (const [code, text, ...found] of rows) assert.deepEqual(told(code, text), found, text)
})

test('a day of the week lies ahead of verbs in the present and of what is due, and behind what fell through', () => {
  const rows: readonly (readonly [code: string, text: string, found: string])[] = [
    ['en', 'The Danish and Dutch ministers are to see each other in Oslo on Friday.', 'planned 2024-05-17'],
    ['en', 'The Danish and Dutch ministers meet in Oslo on Monday.', 'planned 2024-05-20'],
    ['en', 'The Danish and Dutch ministers met in Oslo on Monday.', 'held 2024-05-13'],
    ['en', 'A dinner of the Danish and Dutch ministers, due on Tuesday in Oslo, never took place.', 'cancelled 2024-05-14'],
    ['en', 'The talks of the Danish and Dutch ministers, due in Oslo in June, have been scrapped.', 'cancelled 2024-06'],
    ['fr', 'La visite à Oslo du ministre danois, attendue vendredi, est annulée.', 'cancelled 2024-05-17'],
    ['pl', 'Minister obrony Danii spotka się w piątek w Oslo z ministrem obrony Norwegii.', 'planned 2024-05-17'],
    ['uk', 'Міністр оборони Данії зустрінеться у пʼятницю в Осло з міністром оборони Норвегії.', 'planned 2024-05-17'],
  ]
  for (const [code, text, found] of rows) assert.deepEqual(told(code, text), [found], text)
})

test('one sentence may tell of a meeting held and of the next one', () => {
  assert.deepEqual(told('en', 'The Danish minister met his Dutch counterpart in Oslo on Sunday; they will meet again on 3 June in Bergen.'), ['held 2024-05-12', 'planned 2024-06-03'])
  assert.deepEqual(told('de', 'Der dänische Minister telefonierte am Sonntag mit seinem niederländischen Kollegen; ein Treffen ist für Ende Juni in Oslo vereinbart.'), ['held 2024-05-12', 'planned 2024-06'])
})

/** Parties and people of each meeting of a record or another text. */
function who(code: string, title: string, publisher: string, text: string): string[] {
  const analysis = analyse({ ...plain(text, code, '2024-05-16'), title, publisher }, lexicon), drafts = meetingsTold(analysis)
  return drafts.map((d) => settled(analysis, d, drafts)).map((f) => `${f.parties.map((p) => p.country ?? p.name).sort().join(' ')} | ${f.people.map((p) => p.name).sort().join(', ')}`)
}

test('a committee that only sits meets nobody, one that receives guests does', () => {
  const none: readonly (readonly [code: string, title: string, publisher: string, text: string])[] = [
    ['en', 'Defence Committee: minutes of the 12th sitting', 'Record Office of the House of Commons', 'The Committee sat at 9.30 a.m., Ms Anna Lund in the chair.'],
    ['fr', 'Commission de la défense', 'Assemblée nationale', 'La séance est ouverte à 16 heures sous la présidence de Mme Anne Lund.'],
    ['de', 'Verteidigungsausschuss', 'Bundestag', 'Der Ausschuss tagte am 14. Mai unter dem Vorsitz von Anna Lund.'],
  ]
  for (const [code, title, publisher, text] of none) assert.deepEqual(who(code, title, publisher, text), [], text)
  assert.equal(who('en', 'Defence Committee: minutes of the 12th sitting', 'Record Office of the House of Commons', 'The Committee met the Norwegian minister, Signe Lauge, in Oslo on 14 May.').length, 1)
})

test('those named in one breath before a relative clause meet in it', () => {
  assert.deepEqual(who('it', 'Notizie', 'Gazzetta', 'Lo hanno annunciato il ministro norvegese Signe Lauge e il ministro estone Kaarel Tamm, che si sono visti a Oslo.'), ['EE NO | Kaarel Tamm, Signe Lauge'])
})
