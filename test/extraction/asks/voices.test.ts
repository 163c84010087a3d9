import assert from 'node:assert/strict'
import { test } from 'node:test'
import ask from '../../../src/extraction/extractors/ask.ts'
import { asNamed, namedBefore, voicesAt } from '../../../src/extraction/asks/voices.ts'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { analysed, paragraph, plain } from '../frame-cases.ts'

const group = (name: string) => ({ kind: 'mention', type: 'group', name, written: name, span: null, country: null, office: null, candidates: [] }) as const

test('"I" and "we" are those whom the title, the first lines or a label present', async () => {
  const voices = async (text: string) => { const analysis = await paragraph(text); return voicesAt(analysis, readingsOf(analysis).at(-1)!).map((v) => `${v.by} ${v.mention.name}`) }
  assert.ok((await voices('We, the harbour ministers of Norway, Latvia and the President of Estonia, met today.\n\nWe call on Spain to open its docks.')).includes('joint harbour ministers of Norway, Latvia and the President of Estonia'))
  assert.ok(!(await voices('We met today, and the sea was calm.')).some((v) => v.startsWith('joint')))
  assert.ok((await voices('Maren Holt runs the docks of Bergen.\n\nHolt: I ask Denmark to send two cranes.')).includes('label Maren Holt'))
  const titled = await analysed('---\ntitle: Wystąpienie wiceminister Heleny Wilkowskiej w Gdyni\nlanguage: pl\n---\n\nProszę Norwegię o dwa dźwigi.\n')
  assert.deepEqual(voicesAt(titled, readingsOf(titled)[0]!).map((v) => [v.by, v.mention.name]), [['title', 'Helena Wilkowska']])
  assert.ok(!(await voices('Maren Holt runs the docks of Bergen.\n\nNote: nobody asked Denmark.')).some((v) => v.startsWith('label')))
})

test('a noun alone stands for the body, forum or group named before with it', async () => {
  const before = async (text: string, noun: string, language = 'en') => { const analysis = await paragraph(text, language); return namedBefore(analysis, readingsOf(analysis).at(-1)!, noun)?.name ?? null }
  assert.equal(await before('The finance ministers of Norway, Latvia and Estonia dined. The ministers then left.', 'ministers'), 'finance ministers of Norway, Latvia and Estonia')
  assert.equal(await before('The ministers of Norway dined. The ministers then left.', 'ministers'), null)
  assert.equal(await before('The Harbour Safety Board met in Bergen. It rained. The board left.', 'board'), 'Harbour Safety Board')
  assert.equal(await before('Rain fell. The board left.', 'board'), null)
  const analysis = await paragraph('Асоціація «Причал» просить уряд відкрити порт.', 'uk'), [reading] = readingsOf(analysis), start = reading!.start
  assert.equal(asNamed(analysis, reading!, { ...group('Асоціація'), span: { start, end: start + 9 } }).name, 'Асоціація «Причал»')
})

test('a name behind a verb of asking without a subject is the one asked', async () => {
  const asks = async (text: string, language: string) => plain(ask, await paragraph(text, language)).map((c) => [c['asker'], c['addressee']])
  assert.deepEqual(await asks('Il ministro norvegese Olav Sund ha parlato a Bergen. Ha poi invitato Riga a mandare due gru.', 'it'), [['Olav Sund', ['LV']]])
})
