/**
 * Trains the choice of who takes part in a meeting on documents with answers, and writes `data/meetings-learned.json`;
 * the same on every run. `--crossed` measures it on documents kept back (ten parts) and writes nothing.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { partyCandidates, personCandidates, type Candidate } from '../../src/extraction/meetings/candidates.ts'
import { Scorer } from '../../src/extraction/learned/scorer.ts'
import { loadReference } from '../../src/io/reference.ts'
import { buildLexicon } from '../../src/resolution/lexicon.ts'
import { isParty, isPerson, toldMeetings, type Told } from '../lib/told-meetings.ts'
import { train } from './train-claims.ts'

const settings = { l1: 0.6, l2: 3, rarest: 4, epochs: 8, alpha: 0.04 }
const groups = { parties: { make: partyCandidates, same: isParty }, people: { make: personCandidates, same: isPerson } } as const
type Group = keyof typeof groups

const lexicon = buildLexicon(loadReference()), told: Told[] = []
for (const arg of process.argv.slice(2).filter((a) => a.startsWith('--answers='))) { const [gold, ...texts] = arg.slice(10).split(','); told.push(...(await toldMeetings(gold!, texts, lexicon)).map((t) => ({ ...t, document: `${gold}/${t.document}` }))) }
const known = told.filter((t) => t.answer !== null), documents = [...new Set(known.map((t) => t.document))].sort()

interface Item { readonly told: Told; readonly candidates: readonly Candidate[] }
const itemsOf = (group: Group): Item[] => known.map((t) => ({ told: t, candidates: groups[group].make(t.analysis, t.draft, t.drafts) }))
const learn = (group: Group, items: readonly Item[]) => train(items.flatMap(({ told: t, candidates }) => candidates.map((c) => ({ features: [...c.features], label: t.answer![group].some((w) => groups[group].same(c.mention, w)) ? 'in' : null, weight: 1 }))), ['in'], settings)

if (process.argv.includes('--crossed')) {
  for (const group of ['parties', 'people'] as const) {
    const items = itemsOf(group)
    let hit = 0, wanted = 0, given = 0
    for (let k = 0; k < 10; k++) {
      const back = new Set(documents.filter((_, i) => i % 10 === k)), scorer = new Scorer(learn(group, items.filter((i) => !back.has(i.told.document))))
      for (const { told: t, candidates } of items) if (back.has(t.document)) {
        const rest = candidates.filter((c) => scorer.scores([...c.features])['in']! > -0.7).map((c) => c.mention)
        wanted += t.answer![group].length; given += rest.length
        for (const w of t.answer![group]) { const i = rest.findIndex((m) => groups[group].same(m, w)); if (i >= 0) { hit++; rest.splice(i, 1) } }
      }
    }
    console.log(`${group}: F1 ${((2 * hit) / (wanted + given)).toFixed(3)} on ${items.length} meetings of ${documents.length} documents kept back in turn`)
  }
} else {
  const out = Object.fromEntries((['parties', 'people'] as const).map((g) => [g, learn(g, itemsOf(g))]))
  writeFileSync(join(import.meta.dirname, '../../data/meetings-learned.json'), JSON.stringify({ about: 'Weights that choose who takes part in a meeting. Made by bench/helpers/train-meetings.ts.', groups: out }).replaceAll('","', '",\n"') + '\n')
  console.log(`${known.length} meetings; ${Object.entries(out).map(([n, g]) => `${n} ${Object.keys(g.weights).length}`).join(', ')}`)
}
