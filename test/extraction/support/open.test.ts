import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sign } from '../../../src/extraction/learned/signs.ts'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { coreSigns } from '../../../src/extraction/support/choice/cores.ts'
import { coresOf, isDrawn } from '../../../src/extraction/support/cores.ts'
import { draftsOf, sentencesOf, supportIn } from '../../../src/extraction/support/told.ts'
import { paragraph } from '../frame-cases.ts'

const coresIn = async (text: string, sentence = 0) => {
  const analysis = await paragraph(text), drafts = sentencesOf(analysis), reading = readingsOf(analysis)[sentence]!, before = drafts.filter((d) => d.sentence <= sentence), cores = coresOf(analysis, reading, before)
  return { analysis, reading, before, cores, told: cores.map((c) => `${c.kind} ${c.items.map((i) => `${i.item.quantity} ${i.item.name}`).join('+') || reading.text.slice(c.start - reading.start, c.end - reading.start)}`) }
}

test('what a sentence may give: sums, lists of goods, numbers before any noun, numbers alone that count the goods told last', async () => {
  const cases: readonly (readonly [text: string, sentence: number, wanted: readonly string[]])[] = [
    ['Latvia gave Ukraine 40 carriers and 300 drones, and Estonia €2 million.', 0, ['counted 40 carriers+300 drones', 'sum €2 million']],
    ['Latvia will send Ukraine 40 carriers. The eight delivered in May are in service.', 1, ['number 8 carriers']],
    ['The minister said 66 further coaches would leave for the camp by August.', 0, ['loose 66 coaches']],
    // Measures, shares and dates count nothing that could be given.
    ['Latvia will send Ukraine 40 carriers. The road is 300 kilometres long, and 8% of it was repaired in 2023.', 1, []],
  ]
  for (const [text, sentence, wanted] of cases) assert.deepEqual((await coresIn(text, sentence)).told.filter((t) => !t.startsWith('package')), wanted, text)
})

test('the words of a core end where those of its neighbour begin, and goods with their price are one', async () => {
  const { cores, reading, before } = await coresIn('Spain gave Ukraine 12 ambulances, and Portugal promised 30 generators.')
  assert.deepEqual(cores.map((c) => reading.text.slice(c.span.start - reading.start, c.span.end - reading.start)), ['Spain gave Ukraine 12 ambulances', 'and Portugal promised 30 generators.'])
  assert.ok(cores.every((c) => isDrawn(c, reading, before)))
  const priced = await coresIn('Bulgaria will provide Ukraine with shells to a value of €20 million.')
  assert.ok(priced.cores.every((c) => isDrawn(c, priced.reading, priced.before)))
  for (const c of priced.cores) assert.ok(coreSigns(priced.analysis, priced.reading, c, priced.cores, priced.before).includes(sign('bias')))
})

test('what the rules leave open is read, and what only looks like it is not', async () => {
  const has = async (text: string) => draftsOf(await paragraph(text)).map((d) => (d.fields.amount ? Number(d.fields.amount.minor) / 100 : d.fields.items.map((i) => i.quantity).join('+')))
  const cases: readonly (readonly [text: string, wanted: readonly (number | string)[]])[] = [
    ['Finland has handed Ukraine 20 heavy tractors. Sixteen armoured vehicles will follow them by the end of May.', ['20', '16']],
    ['Finland has handed Ukraine 20 heavy tractors. Sixteen armoured vehicles were damaged on the same road in May.', ['20']],
    ['Lithuania will send Ukraine 30 generators. Sixteen reporters will follow the minister to the summit in May.', ['30']],
  ]
  for (const [text, wanted] of cases) assert.deepEqual(await has(text), wanted, text)
})

test('a state between the verb and what is given gets it, one that owns the goods or says so does not', async () => {
  const cases: readonly (readonly [language: string, text: string, wanted: string])[] = [
    ['en', 'Germany gave Greece 40 fighting vehicles in exchange, and Ukraine got as many.', 'DE>GR'],
    ['de', 'Deutschland gibt Griechenland vierzig Schützenpanzer, und Athen überlässt der Ukraine ebenso viele.', 'DE>GR'],
    ['en', 'Germany sent Ukraine 40 tanks.', 'DE>UA'],
    ['en', 'London will send the UK’s 14 tanks to Ukraine.', 'GB>UA'],
  ]
  for (const [language, text, wanted] of cases) assert.equal(supportIn(await paragraph(text, language)).map((d) => [d.fields.provider, d.fields.recipient].map((list) => list.map((p) => p.country).join('+')).join('>'))[0], wanted, text)
})

test('what fills up a sum told before is a part of it, and what people are counted is none', async () => {
  const sums = async (text: string) => supportIn(await paragraph(text)).map((d) => `${Number(d.fields.amount?.minor ?? 0n) / 1e8}${d.fields.total ? ' total' : ''}`)
  const cases: readonly (readonly [text: string, wanted: readonly string[]])[] = [
    ['Portugal approved 90 million euros for Ukraine. Of this, 50 million is for field kitchens. The other 40 million is for tractors.', ['90 total', '50', '40']],
    ['Portugal approved 90 million euros for Ukraine. Two million are displaced.', ['90']],
    ['Portugal approved 90 million euros for Ukraine. Another 70 million euros was approved in May.', ['90', '70']],
  ]
  for (const [text, wanted] of cases) assert.deepEqual(await sums(text), wanted, text)
})

test('support that is only considered, and talk that considers none', async () => {
  const stages = async (text: string, language: string) => supportIn(await paragraph(text, language)).map((d) => d.fields.stage)
  const cases: readonly (readonly [language: string, text: string, wanted: readonly string[]])[] = [
    ['en', 'Portugal sent Ukraine ten tractors. Spain is now weighing a package of its own.', ['delivered', 'signalled']],
    ['de', 'Norwegen erwägt, wie die Ministerin sagte, die Abgabe von acht Bergepanzern an die Ukraine.', ['signalled']],
    ['en', 'Portugal sent Ukraine ten tractors. Spain is weighing its own budget.', ['delivered']],
  ]
  for (const [language, text, wanted] of cases) assert.deepEqual(await stages(text, language), wanted, text)
})

test('goods right behind a sum and "for"', async () => {
  const goods = async (text: string, language: string) => supportIn(await paragraph(text, language)).map((d) => d.fields.items.map((i) => i.name).join('+'))
  const cases: readonly (readonly [language: string, text: string, wanted: readonly string[]])[] = [
    ['de', 'Lettland zahlt 36 Millionen Euro für Störsender, die Kiew im Sommer erhalten soll.', ['Störsender']],
    ['pl', 'Szwecja przeznaczy dla Ukrainy 3 mld koron na stacje radiolokacyjne.', ['stacje radiolokacyjne']],
    ['en', 'Portugal will give Ukraine 40 million euros for the repair of hospitals.', ['']],
  ]
  for (const [language, text, wanted] of cases) assert.deepEqual(await goods(text, language), wanted, text)
})
