import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readingsOf } from '../../../src/extraction/frames/frames.ts'
import { textOf } from '../../../src/extraction/learned/signs.ts'
import { alliancesMeant, firmsMeant, regionsIn } from '../../../src/extraction/meetings/bodies.ts'
import { personCandidates } from '../../../src/extraction/meetings/candidates.ts'
import { meetingsTold } from '../../../src/extraction/meetings/told.ts'
import { forumsIn } from '../../../src/extraction/names/atlas.ts'
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

test('the adjective of a region beside its people in office means its states', () => {
  const rows: readonly (readonly [code: string, text: string, states: string])[] = [
    ['en', 'The three Baltic ministers met.', 'EE LV LT'], ['de', 'Die baltischen Staaten trafen sich.', 'EE LV LT'], ['fr', 'Les pays baltes se sont réunis.', 'EE LV LT'], ['it', 'I ministri nordici si sono riuniti.', 'DK FI IS NO SE'],
    ['pl', 'Ministrowie państw bałtyckich spotkali się.', 'EE LV LT'], ['uk', 'Міністри балтійських країн зустрілися.', 'EE LV LT'],
    ['en', 'The ministers met by the Baltic Sea.', ''], ['en', 'The Nordic-Baltic ministers met.', ''], ['de', 'Die baltische Flotte lief aus.', ''],
  ]
  for (const [code, text, states] of rows) assert.equal(regionsIn(readingsOf(analyse(plain(text, code), lexicon))[0]!).map((r) => r.country).join(' '), states, text)
})

test('forums of energy and of the north are known in six languages', () => {
  const rows: readonly (readonly [code: string, text: string, forum: string | null])[] = [
    ['it', 'Si è riunito il Gruppo di coordinamento energia del G7+.', 'G7+ Energy Coordination Group'], ['pl', 'Odbyło się posiedzenie Grupy Koordynacyjnej G7+.', 'G7+ Energy Coordination Group'], ['uk', 'Відбулося засідання Координаційної групи G7+.', 'G7+ Energy Coordination Group'],
    ['fr', 'Le groupe nordico-balte siège.', 'Nordic-Baltic Eight'], ['it', 'Il gruppo di lavoro siede.', null], ['pl', 'Szczyt G7 trwa.', 'G7'],
  ]
  for (const [code, text, forum] of rows) { const analysis = analyse(plain(text, code), lexicon); assert.equal(forumsIn(analysis, readingsOf(analysis)[0]!)[0]?.mention.name ?? null, forum, text) }
})

test('two nouns with capitals are nobody who meets, a given name and a surname may be', () => {
  const people = (text: string) => { const analysis = analyse(plain(text, 'de'), lexicon), drafts = meetingsTold(analysis); return drafts.flatMap((d) => personCandidates(analysis, d, drafts).map((c) => c.mention.name)) }
  assert.deepEqual(people('Die Minister von Dänemark und Norwegen trafen sich Ende August in Oslo.'), [])
  assert.deepEqual(people('Die Minister von Dänemark und Norwegen trafen sich mit Anna Tolland in Oslo.'), ['Anna Tolland'])
})
