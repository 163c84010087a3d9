import { test } from 'node:test'
import assert from 'node:assert/strict'
import { analyse } from '../../src/extraction/analyse.ts'
import ask from '../../src/extraction/extractors/ask.ts'
import { plain } from './plain.ts'
import { words } from './words.ts'

const asks = (text: string, code = 'en') => ask.extract(analyse(plain(text, code), words)).map((d) => [d.fields.asker.name, d.fields.addressee.map((a) => a.name), d.fields.text] as const)

const pairs: [code: string, text: string, found: [string, string[], string][]][] = [
  ['en', 'Minister Signe Haugrud urged Denmark and Estonia to open the bridge by May.', [['Signe Haugrud', ['Denmark', 'Estonia'], 'open the bridge by May']]],
  ['en', 'Minister Signe Haugrud called on NATO to share its maps.', [['Signe Haugrud', ['NATO'], 'share its maps']]],
  ['en', 'Minister Signe Haugrud said Denmark should open the bridge.', [['Signe Haugrud', ['Denmark'], 'open the bridge']]],
  ['en', 'Minister Signe Haugrud did not ask Denmark to open the bridge. Everything should be fine.', []],
  ['en', 'Norway’s call on Denmark to open the bridge went unheard.', [['Norway', ['Denmark'], 'open the bridge']]],
  ['de', 'Ministerin Signe Haugrud forderte Dänemark auf, die Brücke zu öffnen.', [['Signe Haugrud', ['Denmark'], 'die Brücke zu öffnen']]],
  ['fr', 'La ministre Claire Duval demande au Danemark de rouvrir le pont.', [['Claire Duval', ['Denmark'], 'rouvrir le pont']]],
]

test('who asks whom for what', () => {
  for (const [code, text, found] of pairs) assert.deepEqual(asks(text, code), found, text)
})
