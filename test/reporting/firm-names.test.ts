import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Claim, Known, Link } from '../../src/core/claim.ts'
import { claimJson } from '../../src/reporting/claim-json.ts'

const party = (type: Link['mention']['type'], name: string, label: string): Link =>
  ({ kind: 'link', label, to: null, basis: 'stated', why: '', choices: [], mention: { kind: 'mention', type, name, written: name, span: null, country: null, office: null, candidates: [] } }) as unknown as Link

test('a firm keeps the name the text calls it by where it is another altogether', () => {
  const parties = [party('company', 'Halbron', 'United Works'), party('company', 'Ardenne', 'Ardenne Motors'), party('body', 'UdSG', 'United Society')]
  const claim = { id: 'c', confidence: 1, method: 'rules', evidence: [], explain: null, fields: { kind: 'project', parties } } as unknown as Claim<Known>
  assert.deepEqual(claimJson(claim)['parties'], ['Halbron', 'Ardenne Motors', 'United Society'])
})
