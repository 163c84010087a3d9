import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '../../../src/extraction/analyse.ts'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { selfAt } from '../../../src/extraction/speech/speakers.ts'
import { lexicon } from '../frame-cases.ts'
import { plain } from '../plain.ts'

/** Who says "I" in the last sentence of a text. */
function last(text: string, code: string, title: string | null = null): string {
  const analysis = analyse({ ...plain(text, code), title }, lexicon), { person, parties } = selfAt(analysis, readingsOf(analysis).at(-1)!)
  return `${person?.name ?? '-'} ${parties.map((p) => p.country).join(' ')}`
}

test('a turn is of the one whose label opens it, in capitals or not; one who asks speaks for nobody', () => {
  const rows: readonly (readonly [code: string, text: string, self: string, title?: string])[] = [
    ['en', 'Norwegian Minister Signe Lauge: Good morning.\n\nEstonian Minister Kaarel Tamm: We met at noon.', 'Kaarel Tamm EE'],
    ['en', 'Norwegian Minister Signe Lauge: Good morning.\n\nQuestion: When do you meet again?', '- '],
    ['en', 'MODERATOR: The Norwegian minister, Signe Lauge, will open.\n\nMINISTER: We met at noon.', 'Signe Lauge NO'],
    ['en', 'PRESIDENT: We met at noon.\n\nQUESTION (Radio North): And you, did you?', '- '],
    ['fr', 'LA MINISTRE : Je l’ai vu hier.', 'Camille Ledoux -', 'Point de presse de la ministre Camille Ledoux'],
    ['pl', 'Minister Norwegii Signe Lauge: Dzień dobry.\n\nRedaktor Jan Wrona, „Goniec”: Kiedy się zobaczymy?', '- '],
    ['uk', 'Міністр оборони Естонії Каарел Тамм: Добрий день.\n\nЗапитання: Коли зустрінетеся?\n\nКаарел Тамм: Ми зустрілися вчора.', 'Каарел Тамм EE'],
    ['en', 'Signe Lauge came to Oslo. There was one reason: we had met.', '- '],
  ]
  for (const [code, text, self, title] of rows) assert.equal(last(text, code, title).replace(/ -$/, ' '), self.replace(/ -$/, ' '), text)
})

test('the answers of an interview without labels are those of whom it presents, the questions nobody’s', () => {
  const asked = (opening: string, end: string) => [opening, 'How many did you train?', 'We trained 200 last year.', 'And this year?', 'We hope for 300.', 'Is that enough?', end].join('\n\n')
  const rows: readonly (readonly [code: string, text: string, self: string])[] = [
    ['en', asked('Ilze Ozoliņa has led training at Latvia’s Ministry of Defence since May. We met her in Riga.', 'No, but our partners help.'), 'Ilze Ozoliņa LV'],
    ['en', asked('Ilze Ozoliņa has led training at Latvia’s Ministry of Defence since May.', 'What does Latvia give?'), '- '],
    // A short remark behind an answer asks, too.
    ['en', asked('Ilze Ozoliņa has led training at Latvia’s Ministry of Defence since May.', 'No.\n\nSome say it is far too little.\n\nThey have never stood on a range in winter, and their children have.'), 'Ilze Ozoliņa LV'],
    ['en', asked('Ilze Ozoliņa has led training at Latvia’s Ministry of Defence since May.', 'No.\n\nSome say it is far too little.'), 'Ilze Ozoliņa LV'],
    ['de', asked('Hedwig Karner, 47, leitet im österreichischen Heer die Ausbildung.', 'Nein, aber wir helfen gern.'), 'Hedwig Karner AT'],
    ['it', asked('Loris Bevilacqua, 51 anni, coordina i corsi per gli ucraini.', 'No, ma noi aiutiamo volentieri.'), 'Loris Bevilacqua IT'],
    // Questions that nobody answers as "I" or "we" make no interview, nor do two of them.
    ['en', ['Ilze Ozoliņa has led training in Latvia since May.', 'Who pays?', 'The state pays.', 'Who trains?', 'The army trains.', 'Who comes?', 'Recruits come.'].join('\n\n'), '- '],
    ['en', ['Ilze Ozoliņa has led training in Latvia since May.', 'Who pays?', 'We pay.', 'Who trains?', 'We train.'].join('\n\n'), '- '],
  ]
  for (const [code, text, self] of rows) assert.equal(last(text, code).replace(/ -$/, ' '), self, text)
})
