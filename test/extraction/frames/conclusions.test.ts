import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Drawn, LessonFields, Written } from '../../../src/core/claim.ts'
import { evidenceOf } from '../../../src/core/evidence.ts'
import { bearsConclusion, withConclusions } from '../../../src/extraction/frames/conclusions.ts'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { analysed, paragraph } from '../frame-cases.ts'
import { selfOf } from '../../../src/extraction/names/parties.ts'

/** The words of the lesson in the first sentence, with what is joined to it. */
async function told(text: string, language = 'en'): Promise<string> {
  const analysis = await paragraph(text, language), [first] = readingsOf(analysis)
  const lesson: Drawn<LessonFields<Written>> = { fields: { kind: 'lesson', learner: [], source: [], text: first!.text }, evidence: [evidenceOf(analysis.document.text, first!)], confidence: 0.5, explain: { rule: '', fields: {} } }
  return withConclusions(analysis, [lesson]).map((l) => l.fields.text).join(' | ')
}

test('the sentence that draws the conclusion belongs to the lesson', async () => {
  assert.equal(await told('A crane that stands still is lost. So the harbour buys movable ones first.'), 'A crane that stands still is lost. So the harbour buys movable ones first.')
  assert.equal(await told('Ein Kran, der steht, ist verloren. Der nächste wird deshalb auf Rädern stehen.', 'de'), 'Ein Kran, der steht, ist verloren. Der nächste wird deshalb auf Rädern stehen.')
  assert.equal(await told('Żuraw, który stoi, jest stracony. Dlatego następny będzie na kołach.', 'pl'), 'Żuraw, który stoi, jest stracony. Dlatego następny będzie na kołach.')
})

test('a consequence drawn belongs to what it is drawn from, another lesson does not', async () => {
  assert.equal(await told('Trials showed that a crane that stands still is lost. The harbour has drawn the consequence: new ones have wheels.'), 'Trials showed that a crane that stands still is lost. The harbour has drawn the consequence: new ones have wheels.')
  assert.equal(await told('Trials showed that a crane that stands still is lost. The harbour has learned a lesson: new ones have wheels.'), 'Trials showed that a crane that stands still is lost.')
})

test('what a conclusion makes a lesson', async () => {
  const bears = async (text: string) => { const analysis = await paragraph(text); return readingsOf(analysis).map((r) => bearsConclusion(analysis, r)) }
  const [found] = await bears('Ukrainian gunners report that steel tracks froze to the ground. The army will therefore order rubber ones.')
  assert.equal(found, true)
  assert.deepEqual(await bears('The harbour opens at six. It rains.'), [false, false])
  assert.deepEqual(await bears('Does the harbour open at six? So we asked.'), [false, false])
})

test('what follows in time or in another paragraph does not', async () => {
  assert.equal(await told('A crane that stands still is lost. The harbour opens at six.'), 'A crane that stands still is lost.')
  assert.equal(await told('A crane that stands still is lost. Now it rains.'), 'A crane that stands still is lost.')
  assert.equal(await told('A crane that stands still is lost.\n\nSo the harbour buys movable ones first.'), 'A crane that stands still is lost.')
  assert.equal(await told('“A crane that stands still is lost,” Minister Ida Holm said. The harbour will therefore buy movable ones.'), '“A crane that stands still is lost,” Minister Ida Holm said.')
  assert.equal(await told('A crane that stands still is lost. Therefore he asked Norway for help.'), 'A crane that stands still is lost.')
})

test('the organs of a state publish officially, papers do not', async () => {
  const self = async (publisher: string, language = 'en') => selfOf(await analysed(`---\ntitle: Cranes\npublisher: ${publisher}\nlanguage: ${language}\n---\n\nThe cranes are green.\n`)).parties.map((p) => p.country).join()
  assert.equal(await self('Office of the President of the Republic of Slovenia'), 'SI')
  assert.equal(await self('State Chancellery of Latvia'), 'LV')
  assert.equal(await self('Königlich Norwegische Botschaft Berlin', 'de'), 'NO')
  assert.equal(await self('Centrum Informacyjne Rządu', 'pl'), 'PL')
  assert.equal(await self('Harbour Wire'), '')
  assert.equal(await self('The Latvian Herald'), '')
})
