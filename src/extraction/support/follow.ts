import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import { idle } from '../frames/acts.ts'
import { clauseAt, cuesOf, gap, hasCue, inside, overlaps, posAt, readingsOf, trim, type Reading } from '../frames/frames.ts'
import { build } from './build.ts'
import { goodsAt } from '../learned/goods.ts'
import { isGeneral } from '../money/goods.ts'
import { heldIn, holds } from './contents.ts'
import type { Draft } from './drafts.ts'
import { stageAt } from './stage.ts'

const acts = ['announced', 'approved', 'allocated', 'delivered', 'reduced', 'suspended', 'cancelled', 'signalled', 'given', 'condition'].map((s) => 'support.' + s)

/**
 * "It is worth €40m.", "Umfang: 40 Millionen Euro.": a sentence right after goods or a package that says what they are
 * worth and tells no act and no giver. The sum becomes that of the commitment before; true where it did.
 * @example // "Denmark has sent 12 boats. They are valued at €40m." is one commitment of 12 boats and €40m
 */
export function addsWorth(analysis: Analysis, reading: Reading, before: Draft[]): boolean {
  if (reading.index === 0 || !(reading.amounts.length === 1 || reading.amounts.length === 2 && /\(\s?$/.test(reading.text.slice(0, reading.amounts[1]!.start - reading.start))) || !tellsWorth(analysis, reading)) return false
  const whole = before.some((d) => d.sentence === reading.index) ? null : wholeOf(analysis, reading, before)
  if (!whole || whole.fields.items.length > 1 && namesOne(analysis, reading, whole)) return false
  whole.fields = { ...whole.fields, amount: reading.amounts[0]!.money }
  const verb = cuesOf(reading, 'support.contents').find((c) => c.start >= reading.amounts[0]!.end), items = verb ? heldIn(analysis, reading, verb) : []
  if (items.length === 0 || !holds(reading, whole, items)) whole.spans.push(trim(reading, reading))
  return true
}

/**
 * "This will allow Kyiv to buy radars.": a sentence that opens with what the sum told just before makes possible, and tells
 * what it buys. The goods become those of that sum; true where they did.
 * @example // "Norway gives €40m. The money will allow Ukraine to buy boats." is one commitment of €40m and boats
 */
export function addsBought(analysis: Analysis, reading: Reading, before: Draft[]): boolean {
  const whole = before.at(-1), { enabling, buying } = reading.language.goods
  if (!whole?.fields.amount || whole.fields.total || reading.index - whole.sentence !== 1 || reading.amounts.length > 0 || namesGiver(analysis, reading)) return false
  const opening = ' ' + reading.text.slice(0, 48).toLowerCase(), at = Math.min(...enabling.map((e) => opening.indexOf(' ' + e)).filter((i) => i >= 0))
  const buys = (word: string) => buying.some((b) => word.toLowerCase().startsWith(b))
  if (at === Infinity || !reading.words.some((w) => w.start - reading.start > at && buys(w.lower))) return false
  const goods = goodsAt(analysis, reading).filter((g) => g.start - reading.start > at).map(({ item }) => (buys(item.name) ? { ...item, name: item.name.replace(/^\S+\s?/, '') } : item)).filter((i) => i.name !== '')
  if (goods.length === 0) return false
  const told = whole.fields.items.filter((i) => !isGeneral(i.name, reading.language) && !goods.some((g) => g.name === i.name))
  whole.fields = { ...whole.fields, items: [...told, ...goods] }
  whole.spans.push(trim(reading, reading))
  return true
}

/** A word of worth by the sum, no act beside it and nobody who could do one. */
function tellsWorth(analysis: Analysis, reading: Reading): boolean {
  const sum = reading.amounts[0]!, own = worthPart(reading, sum)
  if (!cuesOf(reading, 'support.worth', own).some((c) => gap(c, sum) < 40) || hasCue(reading, acts, own) || hasCue(reading, ['frames.negation', 'planning.share'], own)) return false
  // "The contract, signed on Monday, is valued at …" goes on with the contract told before; a contract further on is another.
  return !cuesOf(reading, 'support.contracted', own).some((c) => c.from > 2) && !namesGiver(analysis, reading, own)
}

/** "It is worth €30m, and the boats leave in May": the words up to a comma and an "and" behind the sum. */
const worthPart = (reading: Reading, sum: Span): Span => {
  const and = cuesOf(reading, 'frames.and').find((c) => c.start > sum.end && /,\s$/.test(reading.text.slice(c.start - 2 - reading.start, c.start - reading.start)))
  return { start: reading.start, end: and?.start ?? reading.end }
}

/** "The cost of the pumps" where pumps and other goods were told: the worth of some of them alone. */
const namesOne = (analysis: Analysis, reading: Reading, whole: Draft): boolean => {
  const told = readingsOf(analysis)[whole.sentence]!.text.toLowerCase()
  return reading.goods.length > 0 || reading.words.some((w) => w.lower.length > 4 && !hasCue(reading, ['support.bundle', 'support.worth', 'support.aid'], w) && told.includes(w.lower.slice(0, -1)))
}

/** "It" may be the goods as well. */
const namesGiver = (analysis: Analysis, reading: Reading, span: Span = reading): boolean => stateWords(analysis, reading).some((w) => inside(w, span) && w.country !== 'UA' && w.kind !== 'place' && !reading.amounts.some((a) => overlaps(a, w))) || reading.mentions.some((m) => inside(m, span) && m.mention.country !== null && m.mention.country !== 'UA' && m.mention.type !== 'company' && m.mention.written.toLowerCase() !== reading.language.names.pronouns.it)

/** The goods or the package told in the sentence before, or in the one before that with nothing of others between. */
function wholeOf(analysis: Analysis, reading: Reading, before: Draft[]): Draft | null {
  const previous = readingsOf(analysis)[reading.index - 1]!, near = before.filter((d) => d.sentence < reading.index && reading.index - d.sentence <= 2), at = Math.max(...near.map((d) => d.sentence)), last = near.filter((d) => d.sentence === at)
  if (last[0] && (at === previous.index || !namesGiver(analysis, previous))) return last.length > 1 || last[0].fields.amount ? null : last[0]
  const draft = packageIn(analysis, previous, before)
  if (draft) before.push(draft)
  return draft
}

/** "The cabinet released its latest package on Monday.": an act and a package, of which only the next sentence tells more. */
function packageIn(analysis: Analysis, reading: Reading, before: readonly Draft[]): Draft | null {
  if (analysis.document.blocks[reading.sentence.block]?.kind === 'heading' || reading.amounts.length > 0) return null
  const core = cuesOf(reading, 'support.bundle').find((c) => c.to > c.from || posAt(reading, c) !== 'VERB')
  if (!core) return null
  const clause = clauseAt(reading, core), at = stageAt(reading, clause, core)
  if (!at || at === 'refused' || !at.firm || idle(analysis, reading, clause, at.cue, core)) return null
  return build(analysis, reading, { core, span: clause, at, items: [], sum: null, before, several: false, rule: 'package' })
}

/** "A contract for 12 boats was signed in May, and its value exceeds €40m": goods and their worth in two clauses of one sentence are one commitment. */
export function joinedWorth(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = []
  for (const draft of drafts) {
    const reading = readingsOf(analysis)[draft.sentence]!, sum = draft.fields.amount, last = out.at(-1)
    const goods = sum && draft.fields.items.length === 0 && last?.sentence === draft.sentence && out.at(-2)?.sentence !== draft.sentence && !last.fields.amount && last.fields.items.length > 0 && last.core.end <= draft.core.start ? last : null
    const clause = goods && clauseAt(reading, draft.core)
    if (!goods || !clause || inside(goods.core, clause) || !cuesOf(reading, 'support.worth', clause).some((c) => gap(c, draft.core) < 30) || hasCue(reading, acts, clause)) { out.push(draft); continue }
    out[out.length - 1] = { ...goods, fields: { ...goods.fields, amount: sum } }
  }
  return out
}

/** Was a sentence told as a part of a commitment of an earlier one? */
export const isTold = (reading: Reading, drafts: readonly Draft[]): boolean =>
  drafts.some((d) => d.spans.length > 1 && d.sentence < reading.index && reading.index - d.sentence <= 12 && d.spans.some((s) => s.start >= reading.start && s.end <= reading.end))
