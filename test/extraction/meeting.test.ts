import assert from 'node:assert/strict'
import { test } from 'node:test'
import meeting from '../../src/extraction/extractors/meeting.ts'
import { analysed, paragraph, plain } from './frame-cases.ts'

type Row = readonly [language: string, text: string, expected: Record<string, unknown> | null]
const rows: readonly Row[] = [
  ['en', 'Swedish minister Karin Lundmark met Danish minister Lars Holt in Stockholm on Wednesday.', { date: '2025-03-19', state: 'held', mode: 'in person', place: 'Stockholm', country: 'SE', parties: ['SE', 'DK'] }],
  ['en', 'The defence ministers of Spain, Italy and Greece will meet in Rome in May.', { state: 'planned', date: '2025-05', country: 'IT', parties: ['ES', 'IT', 'GR'] }],
  ['en', 'A call between Oslo and Kyiv planned for Friday was cancelled.', { state: 'cancelled', mode: 'call', date: '2025-03-21' }],
  ['de', 'Am Montag traf der schwedische Minister Paul Lind in Wien die finnische Ministerin Aino Salo.', { date: '2025-03-17', country: 'AT' }],
  ['fr', 'La ministre belge Claire Hautmont a rencontré mardi à Athènes le ministre grec Nikos Patras.', { date: '2025-03-18', place: 'Athènes', country: 'GR' }],
  ['it', 'La ministra spagnola Elena Robledo ha incontrato ieri a Madrid il ministro italiano Carlo Benvenuti.', { date: '2025-03-19', country: 'ES' }],
  ['pl', 'W poniedziałek w Sztokholmie minister Szwecji Karin Lund spotkała się z ministrem Polski Janem Rokickim.', { date: '2025-03-17', country: 'SE' }],
  ['uk', 'У середу в Ризі міністерка Латвії Ілзе Берзіня зустрілася з міністром Данії Ларсом Мьоллером.', { date: '2025-03-19', country: 'LV' }],
  ['en', 'President Olena Hai of Ukraine spoke by video link to a packed House of Representatives in Canberra on Thursday.', null],
  ['en', 'The rules meet the needs of the army.', null],
  ['en', 'The session of parliament lasted six hours.', null],
  ['en', 'She told a press conference that prices rose.', null],
  ['en', 'The Slovak premier travelled to Vienna on Wednesday and held talks with the Austrian president to discuss Moldova.', { date: '2025-03-19', parties: ['SK', 'AT'] }],
  ['en', 'NATO defence ministers gathered in Brussels on Thursday for a two-day meeting.', { date: '2025-03-20', parties: ['NATO'] }],
  ['en', 'On a video call on Sunday the leaders of France, Spain and Britain agreed a plan.', { mode: 'video', date: '2025-03-16', parties: ['FR', 'ES', 'GB'] }],
  ['uk', 'Президент України Остап Гринько поговорив телефоном з президентом Польщі.', { mode: 'call', parties: ['UA', 'PL'] }],
  ['en', 'The parts were met with silence in Riga and Oslo.', null],
  ['en', 'The president met wounded soldiers in Lviv on Monday.', null],
  ['en', 'The Senate met on Monday to vote on aid to Ukraine.', null],
  ['en', 'He will meet the deadline set by Poland and Ukraine.', null],
  ['en', 'Could Ukraine and Poland meet in Geneva?', null],
  ['en', 'Ukraine should meet Poland, an expert wrote.', null],
  ['en', 'Critics in Germany and France have called for talks with Poland.', null],
  ['en', 'When the EU opened accession negotiations with Ukraine, people cheered.', null],
  ['de', 'Der Bundestag kam am Montag zu einer Sitzung zusammen.', null],
  ['de', 'Der Minister besuchte am Montag verwundete Soldaten in Kiew.', null],
  ['fr', "L'Assemblée nationale s'est réunie mardi sur l'Ukraine.", null],
  ['pl', 'Sejm zebrał się we wtorek.', null],
  ['uk', 'Верховна Рада зібралася на засідання у вівторок.', null],
]

test('meetings with date, place and parties, and what is none', async () => {
  for (const [language, text, expected] of rows) {
    const claims = plain(meeting, await paragraph(text, language))
    if (expected === null) { assert.deepEqual(claims, [], text); continue }
    assert.equal(claims.length, 1, text + ' ' + JSON.stringify(claims))
    for (const [field, value] of Object.entries(expected)) assert.deepEqual(claims[0]![field], value, `${field} of: ${text}`)
  }
})

test('one meeting told twice is one claim with two quotes', async () => {
  const claims = plain(meeting, await paragraph('Spain and Italy met in Rome on Tuesday. The meeting of Spain and Italy in Rome on Tuesday lasted two hours.'))
  assert.equal(claims.length, 1)
  assert.equal((claims[0]!['evidence'] as string[]).length, 2)
})

test('a transcript tells who meets by whose turn it is', async () => {
  const text = '---\ntitle: Remarks by President Biden and President Anton Doval of Estonia\npublisher: The White House\npublished: 2025-03-20\nlanguage: en\n---\n\nPRESIDENT BIDEN: Welcome.\n\nPRESIDENT DOVAL: Estonian President Anton Doval is glad. Yesterday, I met with the World Bank.\n'
  const [claim] = plain(meeting, await analysed(text))
  assert.equal(claim!['date'], '2025-03-19')
  assert.ok(!(claim!['parties'] as string[]).includes('US'), JSON.stringify(claim))
})

const told: readonly (readonly [language: string, text: string, nth: number, expected: Record<string, unknown>])[] = [
  ['en', 'Swedish minister Karin Lundmark met Danish minister Lars Holt in Stockholm on Wednesday. The two will meet again in Aarhus on 3 June.', 1, { date: '2025-06-03', state: 'planned', mode: 'in person', place: 'Aarhus', parties: ['SE', 'DK'] }],
  ['en', 'The leaders of Norway and Iceland gathered at the NATO summit in The Hague on 24 June.', 0, { forum: 'NATO Summit', country: 'NL', state: 'held' }],
  // Whom only the sentence before names, and whose own meeting that was, does not come.
  ['en', 'Portugal signed a contract with a yard in Gdynia. Spain and Italy met in Rome on Tuesday.', 0, { parties: ['ES', 'IT'], place: 'Rome' }],
]

test('a meeting takes what the sentences around tell of it, and no more', async () => {
  for (const [language, text, nth, expected] of told) {
    const claims = plain(meeting, await paragraph(text, language))
    for (const [field, value] of Object.entries(expected)) assert.deepEqual(claims[nth]?.[field], value, `${field} of: ${text} ${JSON.stringify(claims)}`)
  }
})

const inRow: readonly (readonly [language: string, text: string, meetings: readonly Record<string, unknown>[]])[] = [
  // Those whom a number means came before.
  ['en', 'The defence ministers of Latvia, Estonia and Finland met in Riga on Tuesday. The three will meet again in Tallinn on 3 June.', [{ country: 'LV' }, { place: 'Tallinn', parties: ['EE', 'FI', 'LV'] }]],
  ['de', 'Die Verteidigungsminister von Lettland, Estland und Finnland trafen sich am Dienstag in Riga. Die drei kommen am 3. Juni in Tallinn wieder zusammen.', [{ country: 'LV' }, { parties: ['EE', 'FI', 'LV'] }]],
  ['pl', 'Ministrowie obrony Łotwy, Estonii i Finlandii spotkali się we wtorek w Rydze. Trójka zbierze się ponownie 3 czerwca w Tallinie.', [{ country: 'LV' }, { parties: ['EE', 'FI', 'LV'] }]],
  ['uk', 'Міністри оборони Латвії, Естонії та Фінляндії зустрілися у вівторок у Ризі. Трійка збереться знову 3 червня в Таллінні.', [{ country: 'LV' }, { parties: ['EE', 'FI', 'LV'] }]],
  ['en', 'Spain and Italy met in Rome on Tuesday. Norway and Denmark met in Oslo on Wednesday.', [{ parties: ['ES', 'IT'] }, { parties: ['DK', 'NO'] }]],
  // Put off in the sentence behind, and another meeting put off.
  ['en', 'The defence ministers of Norway and Denmark were to meet in Oslo on 4 June. The meeting has been postponed until 11 June.', [{ state: 'postponed', date: '2025-06-11', parties: ['DK', 'NO'] }]],
  ['en', 'The defence ministers of Norway and Denmark are to meet in Oslo on 4 June. A meeting with Iceland has been postponed until 11 June.', [{ state: 'planned', date: '2025-06-04' }, { state: 'postponed', date: '2025-06-11' }]],
  ['en', 'The defence ministers of Norway and Denmark are to meet in Oslo on 4 June. The video call of the experts has been moved from 28 May to 11 June.', [{ state: 'planned', date: '2025-06-04' }, { state: 'postponed', mode: 'video' }]],
  // Who meets stands before, and the sentence surely tells of a meeting.
  ['en', 'Latvia, Estonia and Finland agreed on a common order of radars. Their armaments directors conferred by telephone last Thursday.', [{ mode: 'call', date: '2025-03-13' }]],
  ['pl', 'Łotwa i Estonia zamówią razem radary. W ubiegły piątek o cenie rozmawiali przez telefon dyrektorzy obu resortów.', [{ mode: 'call' }]],
  ['en', 'Latvia, Estonia and Finland agreed on a common order of radars. Their directors read the report last Thursday.', []],
  // The place that "where" goes back to.
  ['en', 'Danish minister Lars Holt has returned from Tallinn, where on Tuesday he held talks with Estonian minister Toomas Rand.', [{ place: 'Tallinn', country: 'EE' }]],
  // A talk of two beside a meeting of many.
  ['en', 'The defence ministers of Latvia, Estonia and Finland met in Riga on Tuesday. On the margins, Latvian minister Juris Kalve held separate talks with Estonian minister Toomas Rand.', [{ place: 'Riga' }, { parties: ['EE', 'LV'], country: 'LV' }]],
  ['en', 'The defence ministers of Latvia, Estonia and Finland met in Riga on Tuesday. The ministers of Latvia and Estonia chaired the session.', [{ parties: ['EE', 'FI', 'LV'] }]],
  // One meeting told in two sentences.
  ['en', 'The Drone Coalition gathered in Riga on Tuesday. The session was chaired by Norway and Denmark.', [{ forum: 'Drone Coalition', parties: ['DK', 'NO'], place: 'Riga' }]],
  ['pl', 'Koalicja dronowa zebrała się we wtorek w Rydze. Za stołem zasiedli także minister Litwy Rasa Petrauskaite i minister Danii Lars Holt.', [{ forum: 'Drone Coalition', parties: ['DK', 'LT'] }]],
  ['de', 'Die Drohnenkoalition kam am Dienstag in Riga zusammen. Am Treffen nahmen auch die litauische Ministerin Rasa Petrauskaite und der dänische Minister Lars Holt teil.', [{ parties: ['DK', 'LT'], place: 'Riga' }]],
  // The house is NATO's, the talks are not.
  ['en', 'The ministers of Spain and Portugal met on Tuesday at NATO headquarters.', [{ parties: ['ES', 'PT'] }]],
  // A forum by the name it has in each language.
  ['fr', 'La coalition pour le déminage se réunit le 3 juin à Vilnius.', [{ forum: 'Demining Coalition', country: 'LT' }]],
  ['uk', 'Коаліція розмінування збереться 3 червня у Вільнюсі.', [{ forum: 'Demining Coalition', country: 'LT' }]],
  // A place nobody knows is in the land of those who meet there.
  ['pl', 'Minister Norwegii Kari Holm spotkała się we wtorek z ministrem Danii Larsem Poulem w twierdzy Hallvard.', [{ place: 'twierdzy Hallvard', country: 'NO' }]],
]

test('meetings told one after the other', async () => {
  for (const [language, text, meetings] of inRow) {
    const claims = plain(meeting, await paragraph(text, language))
    assert.equal(claims.length, meetings.length, text + JSON.stringify(claims))
    for (const [i, expected] of meetings.entries()) for (const [field, value] of Object.entries(expected)) assert.deepEqual(Array.isArray(value) ? [...(claims[i]![field] as string[])].sort() : claims[i]![field], value, `${field} of: ${text} ${JSON.stringify(claims[i])}`)
  }
})
