import assert from 'node:assert/strict'
import { test } from 'node:test'
import { subjectResolver } from '../../src/resolution/subjects.ts'
import { lexicon, reference } from './shipped.ts'

const resolve = subjectResolver(reference, lexicon)
const pairs: readonly (readonly [written: string, code: string | null, subject: string, known: boolean])[] = [
  ['Slovak Republic', null, 'SK', true], ['Türkiye', null, 'TR', true], ['Norway', 'NOR', 'NO', true], ['Korea, Rep.', 'KOR', 'KR', true], ['Greece', 'EL', 'GR', true],
  ['Euro area', 'EMU', 'Euro area', true], ['EA20', 'EA20', 'Euro area', true], ['European Union', 'EUU', 'European Union', true], ['EU (Commission and Council)', null, 'European Union', true],
  ['NATO Total', null, 'NATO Total', false], ['Upper middle income', 'UMC', 'Upper middle income', false], ['Norwegian', null, 'Norwegian', false], ['Kyiv', null, 'Kyiv', false],
]
for (const [written, code, subject, known] of pairs) test(`${written}${code ? ` (${code})` : ''} is ${subject}`, () => assert.deepEqual(resolve({ as: 'area', written, code }), { subject, known }))
test('a currency is no state', () => assert.deepEqual(resolve({ as: 'currency', written: 'CAD', code: null }), { subject: 'CAD', known: true }))
