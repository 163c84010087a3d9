import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { stretched, stretchesOf } from '../../../src/extraction/learned/stretches.ts'
import { paragraph } from '../frame-cases.ts'

const rows: readonly (readonly [language: string, text: string, target: string, wanted: string])[] = [
  ['en', 'Norway will field a third brigade by 2031, which pleased the mayors of the north more than it did the treasury.', 'a third brigade', 'Norway will field a third brigade by 2031'],
  ['de', 'Norwegen will bis 2031 eine dritte Brigade aufstellen, was die Bürgermeister im Norden mehr freut als den Finanzminister.', 'eine dritte Brigade', 'Norwegen will bis 2031 eine dritte Brigade aufstellen'],
  ['fr', "La Norvège veut une troisième brigade d'ici à 2031, ce qui réjouit les maires du nord bien plus que le Trésor.", 'une troisième brigade', "La Norvège veut une troisième brigade d'ici à 2031"],
  ['uk', 'До 2031 року Норвегія хоче мати третю бригаду, тоді як зараз у неї їх лише дві.', 'третю бригаду', 'До 2031 року Норвегія хоче мати третю бригаду'],
  ['en', 'Norway, which has two brigades today, will field a third by 2031.', 'a third', 'Norway, which has two brigades today, will field a third by 2031.'],
]

test('a plan has its own words, without what is said beside it', async () => {
  for (const [language, text, target, wanted] of rows) {
    const analysis = await paragraph(text, language), reading = readingsOf(analysis).find((r) => r.text.includes(target))!, start = reading.start + reading.text.indexOf(target)
    const span = stretched(analysis, reading, { start, end: start + target.length })
    assert.equal(analysis.document.text.slice(span.start, span.end).replace(/\.$/, ''), wanted.replace(/\.$/, ''), text)
  }
})

test('names in a row are one stretch', async () => {
  const analysis = await paragraph('NATO set up battle groups in Slovakia, Romania, Bulgaria and Hungary, and the press came.'), reading = readingsOf(analysis).find((r) => r.text.includes('press'))!
  assert.deepEqual(stretchesOf(analysis, reading).map((s) => analysis.document.text.slice(s.start, s.end)), ['NATO set up battle groups in Slovakia, Romania, Bulgaria and Hungary', 'and the press came.'])
})
