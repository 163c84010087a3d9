import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Mention } from '../../../src/core/claim.ts'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import lesson from '../../../src/extraction/extractors/lesson.ts'
import planning from '../../../src/extraction/extractors/planning.ts'
import { candidatesFor, chosen } from '../../../src/extraction/learned/actors.ts'
import { chooserOf } from '../../../src/extraction/learned/scorer.ts'
import { weighed } from '../../../src/extraction/learned/learned.ts'
import { targetIn } from '../../../src/extraction/learned/targets.ts'
import { stateMention } from '../../../src/extraction/names/parties.ts'
import { paragraph, plain } from '../frame-cases.ts'

test('candidates are those of the sentence, of the sentences before and of the text', async () => {
  const analysis = await paragraph('Minister Signe Haugrud of Norway spoke in Riga. She expects Denmark to lend two cranes.'), reading = readingsOf(analysis)[1]!
  const names = candidatesFor(analysis, reading, 'asker', []).map((c) => c.mention.name)
  for (const name of ['Signe Haugrud', 'Denmark', 'Harbour Wire']) assert.ok(names.includes(name), `${name} in ${names.join(', ')}`)
  assert.ok(!candidatesFor(analysis, reading, 'actor', []).some((c) => c.mention.type === 'person'), 'people plan as their states')
})

test('what a rule gave stands unless others are likelier by far', async () => {
  const analysis = await paragraph('Denmark will raise its defence spending to 3 percent of GDP by 2030.'), reading = readingsOf(analysis)[0]!, denmark = stateMention('DK', null)
  assert.deepEqual(chosen(analysis, reading, 'actor', [denmark]), [denmark])
  assert.equal(chosen(analysis, reading, 'actor', [stateMention('RU', null)])[0]!.country, 'DK')
  assert.equal(weighed(analysis, reading, 'planning.topic', 'spending', 3), 'spending')
  assert.equal(weighed(analysis, reading, 'planning.topic', 'alignment', 99), 'alignment')
  assert.throws(() => chooserOf('harbour'), /No weights for harbour/)
})

test('who draws the conclusion may be who learns; several, forums and groups by name stand', async () => {
  const analysis = await paragraph('Crews in Ukraine showed that tents are seen first from above. Norway will therefore buy nets.'), reading = readingsOf(analysis)[0]!
  const names = candidatesFor(analysis, reading, 'learner', []).map((c) => c.mention.country)
  assert.ok(names.includes('NO'), names.join(', '))
  assert.ok(!candidatesFor(analysis, reading, 'actor', []).some((c) => c.mention.country === 'NO' && c.mention.span !== null && c.mention.span.start > reading.end))
  const two = [stateMention('DK', null), stateMention('SE', null)], yards: Mention = { kind: 'mention', type: 'group', name: 'European yards', written: 'European yards', span: null, country: null, office: null, candidates: [] }
  assert.deepEqual(chosen(analysis, reading, 'learner', two), two)
  assert.deepEqual(chosen(analysis, reading, 'learner', [yards]), [yards])
})

test('the target of a plan is found where no rule names it, but no figure is made up for money', async () => {
  const analysis = await paragraph('By 2030 the army is to receive fifty new tanks.\n\nSpending is a matter for the cabinet.'), [tanks, money] = readingsOf(analysis)
  assert.match(targetIn(analysis, tanks!, tanks!, 'capability', null) ?? '', /fifty new tanks/)
  assert.equal(targetIn(analysis, money!, money!, 'spending', null), null)
  assert.equal(targetIn(analysis, tanks!, tanks!, 'industry', null), null)
})

test('two figures with a year each are two plans', async () => {
  const plans = async (text: string, language = 'en') => plain(planning, await paragraph(text, language)).map((c) => c['year'])
  assert.deepEqual(await plans('Norway spent 1.8 percent of GDP on defence in 2023 and will spend 2.5 percent of GDP by 2030.'), ['2023', '2030'])
  assert.deepEqual(await plans('La Norvège, qui n’a consacré que 1,8 % de son PIB à sa défense en 2023, compte atteindre 2,5 % en 2030.', 'fr'), ['2023', '2030'])
  assert.equal((await plans('Norway will spend 2.5 to 3 percent of GDP on defence by 2030.')).length, 1)
})

test('a lesson names no publisher as learner, and Ukraine as source', async () => {
  for (const claim of plain(lesson, await paragraph('Die Erfahrung der Front lehrt Norwegen: Funkgeräte müssen sich im Graben tauschen lassen.', 'de'))) {
    assert.deepEqual(claim['source'], ['UA'])
    assert.ok(!(claim['learner'] as string[]).includes('Harbour Wire'))
  }
})
