/**
 * Trains the choice of a meeting's date, place, forum and parties, and of the sentences that tell of it, on documents with answers, and writes `data/meetings-learned.json`;
 * the same on every run. `--crossed` measures it on documents kept back (ten parts) and writes nothing.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { partyCandidates, personCandidates } from '../../src/extraction/meetings/candidates.ts'
import { keepAllSigns, signWeights, textsOf, type Sign } from '../../src/extraction/learned/signs.ts'
import { dayCandidates } from '../../src/extraction/meetings/days.ts'
import { forumCandidates } from '../../src/extraction/meetings/forums.ts'
import { isNear, signsOfTelling } from '../../src/extraction/meetings/tellings.ts'
import { tellings } from '../../src/extraction/meetings/told.ts'
import { venueCandidates } from '../../src/extraction/meetings/venues.ts'
import { loadReference } from '../../src/io/reference.ts'
import { buildLexicon } from '../../src/resolution/lexicon.ts'
import { isParty, isPerson, isPlace, toldMeetings, type Told } from '../lib/told-meetings.ts'
import { countLines } from '../lib/weight-lines.ts'
import { train } from './train-claims.ts'

/** Pairs of sentences that tell of a meeting, each with whether it is one. */
function pairsOf(tellings: readonly Told[]): { readonly document: string; readonly signs: readonly Sign[]; readonly right: boolean }[] {
  const by = new Map(tellings.map((t) => [t.draft, t]))
  return tellings.flatMap((later) => later.drafts.slice(Math.max(0, later.drafts.indexOf(later.draft) - 3), later.drafts.indexOf(later.draft)).flatMap((draft) => {
    const earlier = by.get(draft)
    return later.answer && earlier?.answer && isNear(draft, later.draft) ? [{ document: later.document, signs: signsOfTelling(later.analysis, draft, later.draft), right: earlier.answer === later.answer }] : []
  }))
}
const settings = { l1: 0.6, l2: 3, rarest: 4, epochs: 8, alpha: 0.04 }, fewer = { l1: 1, l2: 1, rarest: 3, epochs: 20, alpha: 0.06 }
/** For each group the candidates of a meeting, each with whether the answer has it, and how many the answer has. */
interface Choice { readonly candidates: readonly { readonly signs: readonly Sign[]; readonly right: boolean }[]; readonly wanted: number; readonly one: boolean }
const groups = {
  parties: ({ analysis, draft, drafts, answer }) => ({ candidates: partyCandidates(analysis, draft, drafts).map((c) => ({ ...c, right: answer.parties.some((w) => isParty(c.mention, w)) })), wanted: answer.parties.length, one: false }),
  people: ({ analysis, draft, drafts, answer }) => ({ candidates: personCandidates(analysis, draft, drafts).map((c) => ({ ...c, right: answer.people.some((w) => isPerson(c.mention, w)) })), wanted: answer.people.length, one: false }),
  forum: ({ analysis, draft, drafts, answer }) => ({ candidates: forumCandidates(analysis, draft, drafts).map((c) => ({ ...c, right: answer.forum !== null && isParty(c.forum, answer.forum) })), wanted: answer.forum ? 1 : 0, one: true }),
  place: ({ analysis, draft, drafts, answer }) => ({ candidates: venueCandidates(analysis, draft, drafts).map((c) => ({ ...c, right: isPlace(c.place.written, answer.place) })), wanted: answer.place ? 1 : 0, one: true }),
  date: ({ analysis, draft, drafts, answer }) => ({ candidates: dayCandidates(analysis, draft, drafts).map((c) => ({ ...c, right: c.date.edtf.replace(/[~?]/g, '') === answer.date?.replace(/[~?]/g, '') })), wanted: answer.date ? 1 : 0, one: true }),
} satisfies Record<string, (told: Known) => Choice>
type Group = keyof typeof groups
type Known = Told & { readonly answer: NonNullable<Told['answer']> }

keepAllSigns()
const lexicon = buildLexicon(loadReference()), told: Told[] = [], apart: Told[] = []
for (const arg of process.argv.slice(2).filter((a) => a.startsWith('--answers='))) { const [gold, ...texts] = arg.slice(10).split(','), named = (t: Told): Told => ({ ...t, document: `${gold}/${t.document}` })
  told.push(...(await toldMeetings(gold!, texts, lexicon)).map(named)); apart.push(...(await toldMeetings(gold!, texts, lexicon, tellings)).map(named)) }
const known = told.filter((t): t is Known => t.answer !== null), documents = [...new Set(known.map((t) => t.document))].sort()

interface Item extends Choice { readonly document: string }
const itemsOf = (group: Group): Item[] => known.map((t) => ({ ...groups[group](t), document: t.document }))
const learn = (group: Group, items: readonly Item[]) => train(items.flatMap((i) => i.candidates.map((c) => ({ features: textsOf(c.signs), label: c.right ? 'in' : null, weight: 1 }))), ['in'], group === 'forum' ? fewer : settings)
const learnTellings = (pairs: ReturnType<typeof pairsOf>) => train(pairs.map((p) => ({ features: textsOf(p.signs), label: p.right ? 'in' : null, weight: 1 })), ['in'], fewer)
const names = Object.keys(groups) as Group[], pairs = pairsOf(apart)

if (process.argv.includes('--crossed')) {
  let joined = 0, wrong = 0
  for (let k = 0; k < 10; k++) {
    const back = new Set(documents.filter((_, i) => i % 10 === k)), by = signWeights(learnTellings(pairs.filter((p) => !back.has(p.document))))
    for (const p of pairs) if (back.has(p.document) && by.oddsOf(p.signs) > -0.2) { if (p.right) joined++; else wrong++ }
  }
  console.log(`telling: ${joined} of ${pairs.filter((p) => p.right).length} pairs joined, ${wrong} wrongly`)
  for (const group of names) {
    const items = itemsOf(group)
    let hit = 0, wanted = 0, given = 0
    for (let k = 0; k < 10; k++) {
      const back = new Set(documents.filter((_, i) => i % 10 === k)), by = signWeights(learn(group, items.filter((i) => !back.has(i.document))))
      for (const item of items) if (back.has(item.document)) {
        const likely = item.candidates.map((c) => ({ ...c, score: by.oddsOf(c.signs) })).filter((c) => c.score > -0.7).sort((a, b) => b.score - a.score).slice(0, item.one ? 1 : undefined)
        wanted += item.wanted; given += likely.length; hit += likely.filter((c) => c.right).length
      }
    }
    console.log(`${group}: F1 ${((2 * hit) / (wanted + given)).toFixed(3)} on ${items.length} meetings of ${documents.length} documents kept back in turn`)
  }
} else {
  const out = { ...Object.fromEntries(names.map((g) => [g, learn(g, itemsOf(g))])), telling: learnTellings(pairs) }
  writeFileSync(join(import.meta.dirname, '../../data/meetings-learned.json'), JSON.stringify({ about: 'Weights that choose the date, the place, the forum and the parties of a meeting, and which sentences tell of one. Made by bench/helpers/train-meetings.ts.', groups: out }, null, 1) + '\n')
  console.log(`${known.length} meetings; ${Object.entries(out).map(([n, g]) => `${n} ${countLines(g.weights)}`).join(', ')}`)
}
