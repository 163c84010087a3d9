import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { textOf } from '../../../src/extraction/learned/signs.ts'
import { alliancesMeant, firmsMeant } from '../../../src/extraction/meetings/bodies.ts'
import { analyse } from '../../../src/extraction/analyse.ts'
import { lexicon } from '../frame-cases.ts'
import { plain } from '../plain.ts'

/** The parties that the last sentence of a text means without a name. */
function meant(text: string, code: string): { readonly alliances: readonly string[]; readonly noun: boolean; readonly firms: readonly string[] } {
  const analysis = analyse(plain(text, code), lexicon), own = readingsOf(analysis).slice(-1), alliances = alliancesMeant(analysis, own)
  return { alliances: alliances.map((m) => m.mention.name), noun: alliances.some((m) => m.signs.some((s) => textOf(s) === 'by its noun')), firms: firmsMeant(analysis, own).map((m) => m.mention.name) }
}

test('an alliance the text names may be meant by its noun, one it does not name is nobody', () => {
  const rows: readonly (readonly [code: string, text: string, names: readonly string[], noun: boolean])[] = [
    ['en', 'NATO paid. The ministers of the alliance meet in May.', ['NATO'], true],
    ['de', 'Die NATO zahlt. Die Minister der Allianz tagen im Mai.', ['NATO'], true],
    ['pl', 'NATO płaci. Ministrowie Sojuszu spotkają się w maju.', ['NATO'], true],
    ['en', 'NATO paid. Leaders meet in May.', ['NATO'], false],
    ['en', 'A party paid. The ministers of the alliance meet in May.', [], false],
    ['en', 'The European Union paid. The ministers of the Union meet in May.', ['European Union'], true],
  ]
  for (const [code, text, names, noun] of rows) { const found = meant(text, code); assert.deepEqual([found.alliances, found.noun], [names, noun], text) }
})

test('the firms of a text may be meant by "both companies"', () => {
  assert.deepEqual(meant('The vehicle maker Kolvern Ltd paid. The firm Tamaris Systems agreed with Kolvern Ltd. Both companies meet in May.', 'en').firms, ['Kolvern Ltd', 'Tamaris Systems'])
  assert.deepEqual(meant('Norway paid. Both companies meet in May.', 'en').firms, [])
})
