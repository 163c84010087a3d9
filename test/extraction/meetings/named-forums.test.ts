import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesForum } from '../../../src/extraction/meetings/parties.ts'
import type { Mention } from '../../../src/core/claim.ts'

const named = (name: string, type: Mention['type'] = 'body'): Mention => ({ kind: 'mention', type, name, written: name, span: null, country: null, office: null, candidates: [] })

test('a body by whose name people only meet is a forum and no party', () => {
  for (const name of ['Fjord-Delta Energy Dialogue', 'Harbour Consultations', 'Island Mine Conference']) assert.ok(namesForum(named(name)), name)
  for (const name of ['Dialogue', 'Conference Centre', 'Harbour Consultants', 'European Commission']) assert.ok(!namesForum(named(name)), name)
  assert.ok(!namesForum(named('Ada Summit', 'person')))
})
