import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { analyse } from '../../../src/extraction/analyse.ts'
import { plain } from '../plain.ts'
import { words } from '../words.ts'

const said = (text: string, code = 'en') => {
  const document = plain(text, code)
  return analyse(document, words).speech.map((s) => [s.speaker.name, s.form, s.content.map((c) => document.text.slice(c.start, c.end)).join(' ')] as const)
}

type Row = readonly [speaker: string, form: string, text: string]
const pairs: [code: string, text: string, statements: Row[]][] = [
  ['en', 'Minister Signe Haugrud told lawmakers the bridge would open in May.', [['Signe Haugrud', 'indirect', 'the bridge would open in May']]],
  ['pl', 'Jak przekazały dwie osoby znające sprawę, most jest stary.', [['dwie osoby znające sprawę', 'indirect', 'most jest stary']]],
  ['pl', 'Minister Signe Haugrud powiedziała, że od początku 2023 r. Dania buduje most.', [['Signe Haugrud', 'indirect', 'od początku 2023 r. Dania buduje most']]],
  ['uk', '«Міст старий, – каже директор «Верстата» Іван Лис. – Новий буде».', [['Іван Лис', 'direct', 'Міст старий Новий буде']]],
  ['fr', 'Le ministre, M. Luc Morin, a reçu M. Ivo Horak.', []],
  ['en', 'A third boat, Minister Signe Haugrud told reporters in the harbour, was “under way”.', [['Signe Haugrud', 'mixed', 'A third boat was “under way”']]],
  ['en', '“It floats,” the press office quotes chief engineer Anna Lund as saying. “That was the plan.”', [['Anna Lund', 'direct', 'It floats That was the plan.']]],
  ['en', 'Its fleet shrinks to four boats this year, Minister Signe Haugrud confirmed when asked.', [['Signe Haugrud', 'indirect', 'Its fleet shrinks to four boats this year']]],
  ['en', 'Norway has two more bridges, a gift it announced in May.', []],
  ['en', 'Minister Signe Haugrud says nothing will be built on the island.', [['Signe Haugrud', 'indirect', 'nothing will be built on the island']]],
  ['en', 'Minister Signe Haugrud said nothing.', []],
  ['en', 'Norway will send two boats.\n\nMinister Signe Haugrud announced this at a briefing in the harbour.', [['Signe Haugrud', 'indirect', 'Norway will send two boats']]],
  ['en', 'Minister Signe Haugrud came. According to her, the bridge will open in May.', [['Signe Haugrud', 'indirect', 'the bridge will open in May']]],
  ['en', 'Minister Signe Haugrud told NATO that the bridge would open in May, though half of it is still on paper.', [['Signe Haugrud', 'indirect', 'the bridge would open in May']]],
  ['en', 'Minister Signe Haugrud said that the bridge, though late, would open in May.', [['Signe Haugrud', 'indirect', 'the bridge, though late, would open in May']]],
  ['en', 'Minister Signe Haugrud said: "We build the bridge.\n\n"We need one more." She left.', [['Signe Haugrud', 'direct', 'We build the bridge. We need one more.']]],
  ['de', 'Norwegen baut nach Angaben von Ministerin Signe Haugrud in diesem Jahr zwei Brücken.', [['Signe Haugrud', 'indirect', 'Norwegen baut in diesem Jahr zwei Brücken']]],
  ['de', 'Ministerin Signe Haugrud kündigte ein Paket an, zu dem zwei Brücken gehören.', []],
  ['de', 'Ministerin Signe Haugrud kündigte an, die Brücken seien fertig.', [['Signe Haugrud', 'indirect', 'die Brücken seien fertig']]],
  ['de', 'Ministerin Signe Haugrud nannte die Brücke „Unfug“ und ging.', [['Signe Haugrud', 'mixed', 'die Brücke „Unfug“']]],
  ['de', 'Ministerin Signe Haugrud: „Wir bauen die Brücke.\n\nWir brauchen noch eine.“ Sie ging.', [['Signe Haugrud', 'direct', 'Wir bauen die Brücke. Wir brauchen noch eine.']]],
  ['fr', 'La ministre Signe Haugrud s’est bornée à rappeler que le pont était vieux.', [['Signe Haugrud', 'indirect', 'le pont était vieux']]],
  ['fr', 'Un pont sans piles, nous a confié la ministre Signe Haugrud, « c’est un bateau ».', [['Signe Haugrud', 'mixed', 'Un pont sans piles c’est un bateau']]],
  ['fr', 'La ministre Signe Haugrud a salué « un geste utile » tout en rappelant que le pont était vieux.', [['Signe Haugrud', 'direct', 'un geste utile'], ['Signe Haugrud', 'indirect', 'le pont était vieux']]],
  ['fr', 'Le Danemark, premier client du chantier, veut un pont, a confirmé vendredi la ministre Signe Haugrud, sans sourire.', [['Signe Haugrud', 'indirect', 'Le Danemark, premier client du chantier, veut un pont']]],
  ['fr', 'La ministre Signe Haugrud souhaite que le pont soit fermé.', []],
  ['it', 'La ministra Signe Haugrud ha tenuto a ribadire che il ponte è vecchio.', [['Signe Haugrud', 'indirect', 'il ponte è vecchio']]],
  ['it', 'La ministra Signe Haugrud (Verdi), dopo aver espresso solidarietà alle famiglie colpite dal vento, rileva che il ponte è vecchio.', [['Signe Haugrud', 'indirect', 'il ponte è vecchio']]],
  ['it', 'La ministra Signe Haugrud riferisce dell’incontro che ha avuto a Oslo.', []],
  ['it', 'Nella sala c’era la ministra Signe Haugrud. «Il ponte è vecchio», ha spiegato.', [['Signe Haugrud', 'direct', 'Il ponte è vecchio']]],
  ['pl', 'Ministra Signe Haugrud nazwała plan „mostem donikąd” i wyszła.', [['Signe Haugrud', 'mixed', 'plan „mostem donikąd”']]],
  ['uk', 'Про це у штабі НАТО повідомила міністерка Signe Haugrud, що міст старий.', [['Signe Haugrud', 'indirect', 'міст старий']]],
  ['en', '“We will pay,” said Signe Haugrud, the Norwegian minister. “And soon.”', [['Signe Haugrud', 'direct', 'We will pay And soon.']]],
  ['en', 'Norway will give four bridges and 6,000 boats, Minister Signe Haugrud said.', [['Signe Haugrud', 'indirect', 'Norway will give four bridges and 6,000 boats']]],
  ['en', 'Norway will pay for the bridge, Minister Signe Haugrud told reporters after he had met the builders.', [['Signe Haugrud', 'indirect', 'Norway will pay for the bridge']]],
  ['en', 'Minister Signe Haugrud, who a day earlier had called the plan “absurd”, struck a softer chord.', [['Signe Haugrud', 'mixed', 'the plan “absurd”']]],
  ['en', 'Minister Signe Haugrud conceded that the plan was “good, but late”, and appealed to Oslo to open the bridge.', [['Signe Haugrud', 'mixed', 'the plan was “good, but late”']]],
  ['en', 'Oslo will wait, whereas Norway, as Minister Signe Haugrud let it be known on arrival, is to open the bridge.', [['Signe Haugrud', 'indirect', 'Norway is to open the bridge']]],
  ['en', '“A ferry will do,” Minister Signe Haugrud is said to have remarked.', [['Signe Haugrud', 'direct', 'A ferry will do']]],
  ['en', 'Minister Signe Haugrud said that the bridge would open in May. The ferries were to follow in June.', [['Signe Haugrud', 'indirect', 'the bridge would open in May'], ['Signe Haugrud', 'indirect', 'The ferries were to follow in June']]],
  ['en', 'Minister Signe Haugrud said that the bridge would open in May. The ferries had rust.', [['Signe Haugrud', 'indirect', 'the bridge would open in May']]],
  ['en', 'Minister Signe Haugrud told reporters on Monday that the bridge would open in May.', [['Signe Haugrud', 'indirect', 'the bridge would open in May']]],
  ['en', 'The bridge would open in May, Minister Signe Haugrud said on Monday.', [['Signe Haugrud', 'indirect', 'The bridge would open in May']]],
  ['en', '“Two bridges,” Minister Signe Haugrud says, “are better than one.”', [['Signe Haugrud', 'direct', 'Two bridges are better than one.']]],
  ['en', 'Minister Signe Haugrud said the plan was “a bridge too far”.', [['Signe Haugrud', 'mixed', 'the plan was “a bridge too far”']]],
  ['en', 'Minister Signe Haugrud highlighted the need for a second bridge, adding that money was scarce.', [['Signe Haugrud', 'indirect', 'the need for a second bridge'], ['Signe Haugrud', 'indirect', 'money was scarce']]],
  ['en', 'A second bridge is needed by 2027.\n\nThis was stated by Minister Signe Haugrud in Oslo.', [['Signe Haugrud', 'indirect', 'A second bridge is needed by 2027']]],
  ['en', 'According to Minister Signe Haugrud, the bridge will open in May.', [['Signe Haugrud', 'indirect', 'the bridge will open in May']]],
  ['en', '“Water is rising,” Minister Signe Haugrud said.\n\n“We have pumps. We have no fuel.”', [['Signe Haugrud', 'direct', 'Water is rising We have pumps. We have no fuel.']]],
  ['en', 'Minister Signe Haugrud did not say when the bridge would open. She declined to comment.', []],
  ['en', 'The two sides discussed the bridge and met again in May.', []],
  ['en', 'The bridge will open in May, an official who asked not to be named said.', [['official', 'indirect', 'The bridge will open in May']]],
  ['en', 'Minister Signe Haugrud informed the committee of a new loan for the bridge.', [['Signe Haugrud', 'indirect', 'a new loan for the bridge']]],
  ['en', 'Minister Signe Haugrud put the cost of the bridge at more than 40 million kroner.', [['Signe Haugrud', 'indirect', 'the cost of the bridge at more than 40 million kroner']]],
  ['en', 'Minister Signe Haugrud put the keys of the bridge at the door. The draft puts the cost at 3 million.', []],
  ['en', 'Minister Signe Haugrud called the second bridge a clearance sale. She called the mayor a day later.', [['Signe Haugrud', 'indirect', 'the second bridge a clearance sale']]],
  ['en', 'When Minister Signe Haugrud told a hall in Oslo, where people had come to listen, that her staff had found a bridge, silence fell.', [['Signe Haugrud', 'indirect', 'her staff had found a bridge']]],
  ['en', 'What followed was, as Minister Signe Haugrud put it, “a rather long silence”, since everyone knew.', [['Signe Haugrud', 'direct', 'a rather long silence']]],
  ['en', 'Oslo has a new bridge, which Minister Signe Haugrud describes as “more use than a ferry”.', [['Signe Haugrud', 'direct', 'more use than a ferry']]],
  ['en', 'The bridge, Minister Signe Haugrud stated, had reached Oslo in May. A second one was being considered, but she had no figure.', [['Signe Haugrud', 'indirect', 'The bridge had reached Oslo in May'], ['Signe Haugrud', 'indirect', 'A second one was being considered']]],
  ['de', '„Die Brücke kommt“, sagte Ministerin Signe Haugrud. „Das Geld liegt bereit.“', [['Signe Haugrud', 'direct', 'Die Brücke kommt Das Geld liegt bereit.']]],
  ['de', 'Das Fazit von Signe Haugrud nach zwei Jahren überrascht nicht: „Die Brücke hält und die Straße auch.“', [['Signe Haugrud', 'direct', 'Die Brücke hält und die Straße auch']]],
  ['de', 'Gegenüber dem Blatt „Nordlicht“ sagte Signe Haugrud, die Leiterin des Amtes: „Die Brücke hält auch im Winter.“', [['Signe Haugrud', 'direct', 'Die Brücke hält auch im Winter.']]],
  ['de', '„Die Brücke hält auch im Winter“, wird Signe Haugrud zitiert.', [['Signe Haugrud', 'direct', 'Die Brücke hält auch im Winter']]],
  ['de', '„Die Brücke hält auch im Winter“, erinnerte sich Signe Haugrud später.', [['Signe Haugrud', 'direct', 'Die Brücke hält auch im Winter']]],
  ['de', 'Der Titel des Films: „Die Brücke hält auch im Winter“.', []],
  ['de', 'Ministerin Signe Haugrud sagte, die Brücke koste zwei Millionen. Davon seien eine Million bezahlt.', [['Signe Haugrud', 'indirect', 'die Brücke koste zwei Millionen'], ['Signe Haugrud', 'indirect', 'Davon seien eine Million bezahlt.']]],
  ['fr', '« Le pont ouvrira, a déclaré la ministre Claire Duval. L’argent est là. »', [['Claire Duval', 'direct', 'Le pont ouvrira L’argent est là.']]],
  ['fr', 'Le pont ouvrira en mai, a précisé la ministre Claire Duval.', [['Claire Duval', 'indirect', 'Le pont ouvrira en mai']]],
  ['it', '«Il ponte apre a maggio», ha detto la ministra Chiara Neri.', [['Chiara Neri', 'direct', 'Il ponte apre a maggio']]],
  ['it', 'Il ponte, spiega la ministra Chiara Neri, apre a maggio.', [['Chiara Neri', 'indirect', 'Il ponte apre a maggio']]],
  ['pl', '– Most będzie gotowy w maju – powiedziała minister Anna Zarzycka. – Pieniądze są.', [['Anna Zarzycka', 'direct', 'Most będzie gotowy w maju Pieniądze są.']]],
  ['pl', 'Minister Anna Zarzycka zapowiedziała, że most otworzy się w maju. Dodała, że pieniądze są.', [['Anna Zarzycka', 'indirect', 'most otworzy się w maju'], ['Anna Zarzycka', 'indirect', 'pieniądze są']]],
  ['uk', '«Міст відкриють у травні, – сказала міністерка Олена Гайова. – Гроші є».', [['Олена Гайова', 'direct', 'Міст відкриють у травні Гроші є']]],
  ['uk', 'Міст відкриють у травні. Про це повідомила міністерка Олена Гайова.', [['Олена Гайова', 'indirect', 'Міст відкриють у травні']]],
  // A source set off by marks inside its clause.
  ['en', 'Minister Signe Haugrud came to Oslo. The roads are wet; a second bridge, she concedes, is being looked at.', [['Signe Haugrud', 'indirect', 'a second bridge is being looked at']]],
  ['en', 'Minister Signe Haugrud came to Oslo. The eight boats are, by her account, all still afloat.', [['Signe Haugrud', 'indirect', 'The eight boats are all still afloat']]],
  ['en', 'The bridge is closed, Minister Signe Haugrud said, screwing the cup back on.', [['Signe Haugrud', 'indirect', 'The bridge is closed']]],
  ['de', 'Ministerin Signe Haugrud kam gestern. Die Brücke, sagte sie, bleibe offen.', [['Signe Haugrud', 'indirect', 'Die Brücke bleibe offen']]],
  ['de', 'Die Gemeinde hebt die Gebühren an, wie Ministerin Signe Haugrud anschließend mitteilte.', [['Signe Haugrud', 'indirect', 'Die Gemeinde hebt die Gebühren an']]],
  ['fr', 'Le port, selon la ministre Claire Duval, sera payé par la ville.', [['Claire Duval', 'indirect', 'Le port sera payé par la ville']]],
  ['fr', 'La ville aidera et, selon la ministre Claire Duval, paiera la moitié du pont.', [['Claire Duval', 'indirect', 'paiera la moitié du pont']]],
  ['fr', 'Selon Claire Duval, ministre des Ports, le pont ouvrira en mai.', [['Claire Duval', 'indirect', 'le pont ouvrira en mai']]],
  ['it', 'La ministra Chiara Neri è arrivata ieri. Il ponte, spiega, aprirà nel 2026.', [['Chiara Neri', 'indirect', 'Il ponte aprirà nel 2026']]],
  ['it', 'Il conto, ha detto la ministra Chiara Neri davanti agli studenti, va fatto a maggio.', [['Chiara Neri', 'indirect', 'Il conto va fatto a maggio']]],
  ['fr', 'La ministre Claire Duval est venue. Le pont, a martelé la ministre, tiendra.', [['Claire Duval', 'indirect', 'Le pont tiendra']]],
  ['de', 'Ministerin Signe Haugrud kam gestern. Die Brücke solle man streichen, findet die Ministerin.', [['Signe Haugrud', 'indirect', 'Die Brücke solle man streichen']]],
  ['de', 'Ministerin Signe Haugrud kam gestern. Als er kam, schwieg die Ministerin.', []],
  ['it', 'La ministra Chiara Neri è arrivata ieri. Fra i porti, ha elencato la ministra, quello di Bari va rifatto.', [['Chiara Neri', 'indirect', 'Fra i porti quello di Bari va rifatto']]],
  ['pl', 'Minister Anna Zarzycka wstaje.\n\n– Kiedyś oddam go do muzeum – rzuca na pożegnanie.', [['Anna Zarzycka', 'direct', 'Kiedyś oddam go do muzeum']]],
  ['pl', 'Most – podkreśla minister Anna Zarzycka – ruszy w maju.', [['Anna Zarzycka', 'indirect', 'Most ruszy w maju']]],
  ['uk', 'Дощ іде; роботи, як визнають інженери, вистачить онукам.', [['інженери', 'indirect', 'роботи вистачить онукам']]],
  ['it', 'La deputata Anna Torre ritiene insufficiente il quadro offerto.', [['Anna Torre', 'indirect', 'insufficiente il quadro offerto']]],
  ['it', 'Il ministro Carlo Verdi ha posto l’accento sulla penuria di ponti nuovi.', [['Carlo Verdi', 'indirect', 'penuria di ponti nuovi']]],
  ['it', 'Il ministro Carlo Verdi ha posto i fiori sulla tomba.', []],
  ['pl', 'Minister Jan Wrona poinformował o zakończeniu budowy nowego mostu.', [['Jan Wrona', 'indirect', 'zakończeniu budowy nowego mostu']]],
  ['pl', 'Minister Jan Wrona zwrócił pieniądze na konto. Minister Jan Wrona położył kwiaty na moście.', []],
  ['de', 'Minister Karl Berg wies auf den Mangel an Brücken hin.', [['Karl Berg', 'indirect', 'den Mangel an Brücken']]],
  ['uk', 'Міністр Олег Крук сказав, що міст готовий. Ним зазначено, що пором запізнився.', [['Олег Крук', 'indirect', 'міст готовий'], ['Олег Крук', 'indirect', 'пором запізнився']]],
]

const plainWords = (text: string) => text.replace(/[.,]/g, '').trim()

test('who said what, as a reader of the language finds it', () => {
  for (const [code, text, statements] of pairs) assert.deepEqual(said(text, code).map(([s, f, t]) => [s, f, plainWords(t)]), statements.map(([s, f, t]) => [s, f, plainWords(t)]), text)
})

test('any text: spans lie inside the text, in order, and nothing throws', () => {
  const unit = fc.constantFrom('“', '”', '"', '„', '«', '»', '– ', 'said ', 'Minister ', 'Signe Haugrud ', 'he ', 'that ', ', ', '. ', '\n\n', 'according to ', '’s ', 'the plan ', "'", ': ')
  fc.assert(fc.property(fc.array(unit, { maxLength: 60 }), fc.constantFrom('en', 'de', 'uk', 'fr', 'pl', 'it'), (parts, code) => {
    const text = parts.join('')
    for (const s of analyse(plain(text, code), words).speech) for (const span of [...s.content, ...s.evidence]) assert.ok(span.start >= 0 && span.end <= text.length && span.start < span.end)
  }), { numRuns: 150 })
})
