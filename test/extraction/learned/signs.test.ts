import assert from 'node:assert/strict'
import { test } from 'node:test'
import { term } from '../../../src/extraction/learned/terms.ts'
import { joined, sign, signOf, signOfTerm, SignRows, SignWeights, textOf } from '../../../src/extraction/learned/signs.ts'

test('a sign stands for its words, and only words with weights or of the program have one', () => {
  assert.equal(sign('harbour pilot'), sign('harbour pilot'))
  assert.equal(signOf('harbour pilot'), sign('harbour pilot'))
  assert.equal(textOf(sign('harbour pilot')), 'harbour pilot')
  assert.equal(signOf('never met in any weights'), 0)
})

test('signs are joined in whatever pieces their words come, where weights know the whole', () => {
  const weights = new SignWeights([['quay crane left 3', 120], ['quay  end', -40]]), words = ['quay', 'crane', 'left', '3'].map(signOf), [quay, crane, left, three] = words as [number, number, number, number]
  for (const made of [joined(quay, crane, left, three), joined(quay, joined(crane, left), three), joined(signOf('quay crane'), signOf('left 3')), joined(quay, joined(crane, joined(left, three)))]) assert.equal(textOf(made), 'quay crane left 3')
  assert.equal(weights.oddsOf([joined(quay, signOf(' end'))]), -0.4)
  for (const unknown of [joined(quay, left), joined(crane, quay), joined(quay, 0), joined(0, crane), joined(quay, crane, 0)]) assert.equal(unknown, 0)
})

test('odds are the sum of what the signs say, each counted once', () => {
  const weights = new SignWeights([['buoy', 150], ['tide', -20]])
  assert.equal(weights.oddsOf([signOf('buoy'), signOf('buoy'), signOf('tide'), 0, sign('unheard of')]), 1.3)
  assert.equal(weights.sumOf([]), 0)
  assert.equal(new SignWeights([]).oddsOf([sign('buoy')]), 0)
})

test('a term keeps its sign, and one unknown is asked for again when weights know it', () => {
  const known = term('harbour pilot'), unknown = term('lock keeper of the north')
  assert.equal(signOfTerm(known), sign('harbour pilot'))
  assert.equal(signOfTerm(known), sign('harbour pilot'))
  assert.deepEqual([signOfTerm(unknown), signOfTerm(unknown)], [0, 0])
  assert.equal(sign('lock keeper of the north'), signOfTerm(unknown))
})

test('rows weigh signs for all labels at once, each sign once until the next beginning', () => {
  const rows = new SignRows(['up', 'down'], [['up', 'gull', 40], ['down', 'gull', -5], ['down', 'kelp', 7]]), gull = signOf('gull'), kelp = signOf('kelp')
  rows.begin().addAll([gull, 0, sign('unheard of')]).addAll([kelp, gull])
  assert.deepEqual(['up', 'down', 'sideways'].map((label) => rows.sumOf(label)), [40, 2, 0])
  assert.deepEqual(['up', 'down'].map((label) => rows.begin().addAll([kelp]).sumOf(label)), [0, 7])
  assert.equal(new SignRows([], []).begin().addAll([gull]).sumOf('up'), 0)
})

test('many pairs are kept apart', () => {
  const texts = Array.from({ length: 3000 }, (_, i) => `rope ${i % 60} ${i}`), weights = new SignWeights(texts.map((t, i) => [t, i % 300] as const)), rope = signOf('rope')
  texts.forEach((t, i) => assert.equal(weights.sumOf([joined(rope, signOf(String(i % 60)), signOf(String(i)))]), i % 300, t))
})
