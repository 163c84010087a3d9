import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fullest } from '../../../src/extraction/asks/fuller.ts'
import ask from '../../../src/extraction/extractors/ask.ts'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { analysed, plain } from '../frame-cases.ts'

const asker = async (title: string, text: string, language = 'en', publisher = 'Harbour Wire') =>
  plain(ask, await analysed(`---\ntitle: ${title}\npublisher: ${publisher}\npublished: 2025-05-29\nlanguage: ${language}\n---\n\n${text}\n`)).map((c) => c['asker'])

test('who asks goes by the fullest name that the text gives', async () => {
  // A noun alone, as the title or the first lines have the body.
  assert.deepEqual(await asker('Committee on Harbours and Docks: minutes', 'The Committee on Harbours and Docks met in Riga.\n\nThe Committee resolved to call on Latvia to open the bridge.'), ['Committee on Harbours and Docks'])
  assert.deepEqual(await asker('Комітет заслухав звіт', '5 червня на засіданні Комітету з питань портів розглянуто звіт.\n\nКомітет рекомендував Латвії до травня відкрити міст.', 'uk'), ['Комітет з питань портів'])
  // All its words in capitals, none that describe it.
  assert.deepEqual(await asker('Docks', "The European Crane Makers' Association called on Latvia to open the bridge."), ["European Crane Makers' Association"])
  assert.deepEqual(await asker('Docks', 'The industry body Kranverk wants Latvia to open the bridge.'), ['Kranverk'])
  // An office alone, as the person told of just before; a government as its state.
  assert.deepEqual(await asker('Docks', 'Telefonata fra Riga e Volodymyr Zelensky. Il presidente ucraino ha chiesto a Riga due gru.', 'it'), ['Volodymyr Zelensky'])
  assert.deepEqual(await asker('Docks', 'The Norwegian side has asked Latvia to open the bridge.'), ['NO'])
})

test('a name that begins with a stray bracket stops no reading of asks', async () => {
  const analysis = await analysed('The committee met in Riga. It called on Latvia to open the bridge.')
  const name = '(Committee', mention = { kind: 'mention', type: 'body', name, written: name, span: null, country: null, office: null, candidates: [] } as const
  assert.equal(fullest(analysis, readingsOf(analysis)[0]!, mention).name, name)
})

test('several ask by their number, and a paper that reports it never does', async () => {
  assert.deepEqual(await asker('Docks', 'The presidents of Norway, Latvia and Estonia met in Bergen. In a short text the three called on Denmark to open the bridge.'), ['presidents of Norway, Latvia and Estonia'])
  assert.ok(!(await asker('Docks', 'Norway has seven docks. It rained. In a short text the seven docks were said to be full, and somebody called on Denmark to open the bridge.')).includes('the seven'))
  assert.ok(!(await asker('Docks', 'Minister Signe Haugrud spoke in Oslo. The closing text demands that Denmark open the bridge.')).includes('Harbour Wire'))
  assert.deepEqual(await asker('Notes on the strait', 'We call on Denmark to open the bridge.', 'en', 'Institute for Harbours'), ['Institute for Harbours'])
})

test('a label in capitals, or with an office alone, tells who "I" is', async () => {
  assert.deepEqual(await asker('Transcript: docks', 'MINISTER VANE: It is good to have Kristjan Mets of Estonia here.\n\nMINISTER METS: Thank you. I would ask Denmark to open the bridge.'), ['Kristjan Mets'])
})
