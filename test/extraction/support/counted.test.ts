import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse } from '../../../src/extraction/analyse.ts'
import { supportIn } from '../../../src/extraction/support/told.ts'
import { lexicon } from '../frame-cases.ts'
import { plain } from '../plain.ts'

const told = (code: string, text: string): string[] => supportIn(analyse(plain(text, code), lexicon)).map(({ fields: f }) => `${f.provider.map((p) => p.country ?? p.name).join('+')} ${f.stage} ${f.items.map((i) => `${i.quantity ?? '-'} ${i.name}`).join(', ')}`)

test('a number alone stands for the goods told before', () => {
  const rows: readonly (readonly [code: string, text: string, told: readonly string[]])[] = [
    ['en', 'Belgium has delivered 40 trucks to Ukraine. Norway has given six.', ['BE delivered 40 trucks', 'NO delivered 6 trucks']],
    ['en', 'Belgium has delivered 40 trucks to Ukraine. Sixteen more have been promised for next year.', ['BE delivered 40 trucks', 'BE announced 16 trucks']],
    ['fr', 'La Belgique a livré 40 camions à l’Ukraine. La Norvège en a donné six. Dix autres suivront avant l’été.', ['BE delivered 40 camions', 'NO delivered 6 camions', 'NO announced 10 camions']],
    ['it', 'Il Belgio ha consegnato all’Ucraina 40 camion. La Norvegia ne ha donati sei.', ['BE delivered 40 camion', 'NO delivered 6 camion']],
    ['pl', 'Belgia przekazała Ukrainie 40 ciężarówek. Dania obiecała dziesięć.', ['BE delivered 40 ciężarówek', 'DK announced 10 ciężarówek']],
    ['de', 'Belgien hat der Ukraine 40 Lastwagen geliefert. Norwegen hat sechs übergeben.', ['BE delivered 40 Lastwagen', 'NO delivered 6 Lastwagen']],
    // Votes, persons and money are no goods.
    ['en', 'Belgium has delivered 40 trucks to Ukraine. The bill was approved by 231 to 40.', ['BE delivered 40 trucks']],
    ['en', 'Belgium has delivered 40 trucks to Ukraine. The two agreed on more.', ['BE delivered 40 trucks']],
    ['en', 'Belgium has delivered 40 trucks to Ukraine. Norway, one of seven, has given none.', ['BE delivered 40 trucks']],
    ['en', 'Belgium has promised Ukraine €40m. The minister, 52, delivered the message.', ['BE announced ']],
  ]
  for (const [code, text, claims] of rows) assert.deepEqual(told(code, text), claims, text)
})

test('goods that went in May have gone, in a text without a date too; a lorry is no verb', () => {
  assert.deepEqual(told('en', 'Belgium sent Ukraine 40 trucks in May.'), ['BE delivered 40 trucks'])
  assert.deepEqual(told('en', 'Belgium may send Ukraine 40 trucks.'), ['BE signalled 40 trucks'])
})
