import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClaimKind } from '../../../src/core/claim.ts'
import { evidenceOf } from '../../../src/core/evidence.ts'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { isOfTheTrade } from '../../../src/extraction/frames/trade.ts'
import { partiesOf, partsIn, scoreIn, textIn, valueIn } from '../../../src/extraction/learned/learned.ts'
import { chance, Scorer } from '../../../src/extraction/learned/scorer.ts'
import { stemOf, stepsOf } from '../../../src/extraction/learned/steps.ts'
import { formOf } from '../../../src/extraction/words/forms.ts'
import { ideasOf } from '../../../src/extraction/learned/ideas.ts'
import { doubted } from '../../../src/extraction/learned/doubt.ts'
import { numberOf, term } from '../../../src/extraction/learned/terms.ts'
import commitment from '../../../src/extraction/extractors/commitment.ts'
import statement from '../../../src/extraction/extractors/statement.ts'
import { analysed, paragraph, plain } from '../frame-cases.ts'

test('a scorer adds the weights of the features it knows', () => {
  const scorer = new Scorer({ labels: ['ask', 'lesson'], weights: 'w urged a200\nw learned a-50b120' })
  const told = (...features: readonly [string, string][]) => { scorer.begin(true); for (const [name, word] of features) scorer.add(term(name), term(word)); return [...scorer.allOdds()] }
  assert.deepEqual(told(['w', 'urged'], ['w', 'learned'], ['w', 'harbour']), [1.5, 1.2])
  assert.deepEqual(told(['w', 'urged'], ['w', 'urged']), [2, 0], 'one that comes twice counts once')
  assert.deepEqual(told(['w', 'learned']), [-0.5, 1.2])
  assert.equal(scorer.best()[0], 'lesson')
  assert.equal(scorer.weight(0, term('w'), term('urged')), 2)
  assert.deepEqual(told(['constructor', '__proto__'], ['w', 'w'], ['urged', 'w']), [0, 0])
  assert.equal(chance(0), 0.5)
})

test('a word that no scorer knew is known once one does', () => {
  const late = term('quibbled')
  assert.equal(numberOf(late), 0)
  assert.equal(new Scorer({ labels: ['ask'], weights: 'w quibbled a100' }).weight(0, term('w'), late), 1)
})

test('a step is a word, or a whole name, sum, date or count of goods', async () => {
  const analysis = await paragraph('Norway will give Ukraine 90 million euros and 12 howitzers on Monday.'), [reading] = readingsOf(analysis)
  assert.deepEqual(stepsOf(analysis, reading!).flatMap((s) => s.kind ?? []), ['state', 'ukraine', 'sum', 'goods', 'date'])
  assert.equal(stemOf('delivered'), stemOf('delivery'))
})

// Sentences that are no examples of the training: [language, text, kind, likely]
const pairs: readonly (readonly [language: string, text: string, kind: ClaimKind, likely: boolean])[] = [
  ['en', 'Twenty-four gun barrels from Dutch stocks will be on their way to Ukraine before the frost.', 'commitment', true],
  ['en', 'The choir of Utrecht sang twenty-four carols before the frost.', 'commitment', false],
  ['de', 'Aus norwegischen Beständen gehen noch im Mai zwölf Haubitzen an die Ukraine.', 'commitment', true],
  ['de', 'Aus norwegischen Wäldern kommen jedes Jahr zwölf Weihnachtsbäume.', 'commitment', false],
  ['pl', 'Z zapasów Norwegii trafi w maju na Ukrainę dwanaście haubic.', 'commitment', true],
  ['fr', 'Les deux ministres se sont entretenus mardi à Tallinn.', 'meeting', true],
  ['fr', 'Les deux équipes se sont quittées mardi sur un match nul.', 'meeting', false],
  ['it', 'Kiev ha chiesto a Roma di accelerare la consegna dei missili.', 'ask', true],
  ['uk', 'Київ закликав Рим пришвидшити постачання ракет.', 'ask', true],
  ['en', 'Kyiv did not ask Rome to speed up the missiles.', 'ask', false],
  ['en', 'Spending on defence will climb to 3 % of GDP by 2029.', 'planning', true],
  ['en', 'Spending on schools will climb by a tenth.', 'planning', false],
]

test('likely claims score above even odds, look-alikes below', async () => {
  for (const [language, text, kind, likely] of pairs) {
    const analysis = await paragraph(text, language)
    assert.equal(scoreIn(analysis, readingsOf(analysis)[0]!, kind) > 0, likely, `${kind}: ${text}`)
  }
})

test('parts, words and values of a claim are learned', async () => {
  const analysis = await paragraph('Kyiv has asked Rome to speed up the delivery of missiles.'), reading = readingsOf(analysis)[0]!, parts = partsIn(analysis, reading, 'ask')
  assert.deepEqual([partiesOf(parts, 'a').map((p) => p.country), partiesOf(parts, 'b').map((p) => p.country)], [['UA'], ['IT']])
  const text = textIn(analysis, reading, 'ask')
  assert.equal(analysis.document.text.slice(text.start, text.end), 'speed up the delivery of missiles')
  const given = await paragraph('Norway delivered 12 howitzers to Ukraine on Monday.')
  assert.equal(valueIn(given, readingsOf(given)[0]!, 'commitment.stage'), 'delivered')
})

test('support that no table of words tells is drawn, what an enemy fires and others buy is not', async () => {
  const drawn = async (text: string, language = 'en') => plain(commitment, await paragraph(text, language)).map((c) => [c['provider'], c['items']])
  assert.deepEqual(await drawn('Twenty-four gun barrels from Dutch stocks will be on their way to Ukraine before the frost.'), [[['NL'], [{ name: 'gun barrels', quantity: 24 }]]])
  assert.deepEqual(await drawn('Fifty drones set out from Kursk against Ukraine.'), [])
  assert.deepEqual(await drawn('Poland will receive 40 tanks from South Korea next year.'), [])
})

test('a rule is not believed where nothing looks like its kind of claim', async () => {
  const pairs: readonly (readonly [language: string, text: string, doubt: boolean])[] = [
    ['en', 'Norway promised ten tanks to Ukraine and will deliver them in June.', true],
    ['fr', '80 millions de couronnes destinés aux fabricants ukrainiens de drones, selon le modèle norvégien.', true],
    ['fr', 'La Norvège livre 12 obusiers à l’Ukraine, selon le modèle danois.', true],
    ['en', 'Norway told reporters that its figure is a secret.', false],
    ['en', '“A pledge of two billion kroner in military assistance,” Signe Haugrud said.', false],
  ]
  for (const [language, text, doubt] of pairs) {
    const analysis = await paragraph(text, language), drawn = statement.extract(analysis)
    assert.deepEqual(drawn.map((d) => doubted(analysis, d)), [doubt], text)
  }
})

test('what was learned is believed in texts of the trade alone', async () => {
  const farm = 'The harvest was late. The cows stood in the rain. Anna sold her apples. The village choir sang. A baker from Turin opened a joint shop with the mill of Graz. It rained again.'
  const trade = farm.replace('The cows stood in the rain.', 'Forty tanks stood in the rain.')
  const draw = async (text: string) => { const analysis = await analysed(`---\ntitle: News\npublisher: Harbour Wire\npublished: 2025-03-20\nlanguage: en\n---\n\n${text}\n`); return [isOfTheTrade(analysis), doubted(analysis, { fields: { kind: 'project', parties: [], form: 'joint venture', stage: 'agreed', subject: '', amount: null, date: null }, evidence: [evidenceOf(analysis.document.text, { start: analysis.document.text.indexOf('A baker'), end: analysis.document.text.indexOf(' It rained') })], confidence: 0.5, explain: { rule: 'project: joint venture', fields: {} } })] }
  assert.deepEqual(await draw(farm), [false, true])
  assert.equal((await draw(trade))[0], true)
  // Too short to tell what it is about.
  assert.equal((await draw('Anna sold her apples. It rained.'))[0], true)
})

test('a page of German that is one long word is read at once', { timeout: 5000 }, () => {
  assert.deepEqual(ideasOf(formOf('12.345.'.repeat(3000)), 'de'), [])
})

test('words of six languages share ideas', () => {
  const pairs: readonly (readonly [language: string, word: string, idea: string, speaks: boolean])[] = [
    ['en', 'donated', 'give', true], ['de', 'überreicht', 'give', true], ['fr', 'offert', 'give', true], ['pl', 'przekazał', 'give', true], ['uk', 'передала', 'give', true], ['it', 'consegnato', 'deliver', true],
    ['en', 'howitzers', 'artillery', true], ['de', 'Panzerhaubitze', 'artillery', true], ['en', 'forgive', 'give', false], ['pl', 'donosi', 'give', false], ['en', 'constructor', 'give', false],
  ]
  for (const [language, word, idea, speaks] of pairs) assert.equal(ideasOf(formOf(word), language).some((i) => i.text === idea), speaks, `${word}: ${idea}`)
  assert.deepEqual(ideasOf(formOf('donated'), 'sv'), [])
})
