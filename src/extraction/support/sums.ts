import type { CommitmentStage, Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import { idle } from '../frames/acts.ts'
import { asidesOf, byTheWay } from '../frames/asides.ts'
import type { Analysis, MoneyMention } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import { clauseAt, clausesOf, cuesOf, gap, hasCue, inside, nearest, trim, type Reading } from '../frames/frames.ts'
import { ofOwnPart, partiesIn } from './givers.ts'
import { withoutEnemys } from '../money/items.ts'
import { stateMention } from '../names/parties.ts'
import { bareSums, isBare, levelsOf, shareOf } from './bare.ts'
import { goodsBeside, goodsOfSum, partBefore } from './priced.ts'
import { stageAt, takenBack, withdrawn } from './stage.ts'
import { build, namesUkraine } from './build.ts'
import { recentAt, smaller, type Draft, type Fields } from './drafts.ts'
import { aidOf, textOfAid, titleOfAid } from './kinds.ts'
import { timesOf } from './times.ts'

/** One claim for each sum of a sentence that is support. */
export function fromSums(analysis: Analysis, reading: Reading, before: readonly Draft[]): Draft[] {
  const out: Draft[] = []
  const sums = levelsOf(reading, [...reading.amounts.map((a) => shareOf(reading, a) ?? a), ...bareSums(analysis, reading, before)].sort((a, b) => a.start - b.start)).filter((a) => !isOther(reading, a) && a.money.minor >= 1000 * 10 ** a.money.digits)
  sums.forEach((sum, i) => {
    const span = spanOfSum(reading, sums, i)
    const parent = parentOf(reading, sum, out, before)
    const draft = parent ? partDraft(analysis, reading, sum, span, parent) : sumDraft(analysis, reading, sum, span, before, sums.length > 1)
    if (!draft) return
    out.push(draft)
    const beside = parent || i < sums.length - 1 ? [] : goodsBeside(analysis, reading, { start: sum.end, end: reachOf(reading, sum) })
    const other = beside[0] ? partBefore(reading, beside[0], { start: sum.end, end: beside[0].start }) : null
    if (beside.length > 0) out.push({ ...draft, fields: { ...draft.fields, ...(other ? { provider: [stateMention(other.mention.country!, other)] } : {}), amount: null, items: beside.map((b) => b.item), period: null, total: false }, spans: [...draft.spans], rule: 'goods', why: other ? { ...draft.why, provider: ofOwnPart } : draft.why, core: { start: beside[0]!.start, end: beside.at(-1)!.end } })
  })
  if (out.length === 0 && sums.length === 0 && hasCue(reading, 'support.same')) { const again = sameSum(analysis, reading, before); if (again) out.push(again) }
  return out
}

/** The words that belong to one sum of several: from its clause or the sum before it to the sum after it. */
function spanOfSum(reading: Reading, sums: readonly MoneyMention[], i: number): Span {
  const sum = sums[i]!, clause = clauseAt(reading, sum), next = sums[i + 1], previous = sums[i - 1]
  let end = next && next.start < clause.end ? next.start : clause.end
  let start = previous && previous.end > clause.start ? previous.end : clause.start
  if (next && next.start < clause.end) end = splitBefore(reading, sum.end, next.start)
  if (previous && previous.end > clause.start) start = splitBefore(reading, previous.end, sum.start)
  if (end - sum.end < 12 && end < reading.end && !/;/.test(reading.text.slice(sum.end - reading.start, end - reading.start + 1))) end = next ? next.start : reading.end
  return trim(reading, { start, end })
}

/** Where the words after one sum end and those before the next begin: at the last comma or "and" between them. */
function splitBefore(reading: Reading, from: number, to: number): number {
  const text = reading.text.slice(from - reading.start, to - reading.start)
  const comma = Math.max(text.lastIndexOf(','), text.lastIndexOf(';'))
  const and = cuesOf(reading, 'frames.and').filter((c) => c.start >= from && c.end <= to).at(-1)
  return Math.max(comma >= 0 ? from + comma : -1, and?.start ?? -1, -1) > 0 ? Math.max(comma >= 0 ? from + comma : 0, and?.start ?? 0) : to
}

/** "Poland's defence budget is to exceed 200 billion zlotys": a state's own spending, where nothing is for Ukraine. */
export const isOwnSpending = (analysis: Analysis, reading: Reading, sum: Span): boolean =>
  cuesOf(reading, 'planning.spending').some((c) => gap(c, sum) < 40) && !hasCue(reading, 'support.aid') && !namesUkraine(analysis, reading)

/** Is a sum of another sort: damage, output, spending? */
const isOther = (reading: Reading, sum: MoneyMention): boolean => {
  const clause = clauseAt(reading, sum), other = nearest(sum, cuesOf(reading, ['support.other', 'planning.spending'], clause))
  if (other?.table === 'planning.spending' && givesTo(reading, clause)) return false
  return other !== undefined && gap(other, sum) < 40 && !cuesOf(reading, 'support.aid', clause).some((a) => gap(a, sum) < gap(other, sum))
}

/** A verb of giving beside two states: money for another's defence is no spending of one's own. */
const givesTo = (reading: Reading, clause: Span): boolean =>
  hasCue(reading, ['support.giving', 'support.given', 'support.announced', 'support.delivered', 'support.allocated'], clause) && new Set(reading.mentions.filter((m) => inside(m, clause) && m.mention.type === 'state').map((m) => m.mention.country)).size >= 2

function sumDraft(analysis: Analysis, reading: Reading, sum: MoneyMention, span: Span, before: readonly Draft[], several: boolean): Draft | null {
  if (/\?["”»]?\s*$/.test(reading.text)) return null
  const clause = clauseAt(reading, sum), own = several ? stageAt(reading, span, sum) : null
  const at = own && own !== 'refused' && own.firm && inside(own.cue, span) ? own : stageAt(reading, clause, sum)
  if (at === 'refused') return null
  const aid = hasCue(reading, 'support.aid', clause) || hasCue(reading, 'support.aid')
  const items = withoutEnemys(analysis, reading, goodsOfSum(analysis, reading, sum, { start: sum.end, end: several ? Math.max(span.end, sum.end) : reachOf(reading, sum) }))
  const ukraine = namesUkraine(analysis, reading)
  const recent = recentAt(before, reading)
  if (!at && !(aid && (ukraine || hasCue(reading, 'support.total') || ((recent || titleOfAid(analysis)) && cuesOf(reading, 'support.aid', clause).some((a) => gap(a, sum) < 24))))) return null
  if (at && withdrawn(at.stage) && !takenBack(reading, at.cue, sum)) return null
  const goesOn = at !== null && at.firm && (recent || titleOfAid(analysis))
  if (at && !at.firm && !aid && items.length === 0 && !ukraine) return null
  const beside = at !== null && at.firm && gap(at.cue, sum) < 30 && !hasCue(reading, ['support.other', 'planning.spending']) && textOfAid(analysis)
  if (at && !goesOn && !beside && !aid && !(ukraine && (at.firm || forUkraine(reading, clause))) && items.length === 0 && !hasCue(reading, ['support.military', 'support.humanitarian', 'support.training', 'support.energy'])) return null
  if (at && idle(analysis, reading, clause, at.cue, sum) && !(at.firm && at.stage === 'signalled')) return null
  return build(analysis, reading, { core: sum, span, at, items, sum, before, several, rule: 'sum' })
}

/** Where what belongs to a sum ends: before a clause in which somebody else acts ("…, whereas Italy is to send missiles"). */
function reachOf(reading: Reading, sum: Span): number {
  // What stands right behind a state, between commas, parts it from its verb.
  const verbOf = (c: Span, p: Span) => cuesOf(reading, acts, { start: p.end, end: asidesOf(reading).some((x) => x.head === p.end) ? reading.end : c.end }).some((a) => !byTheWay(reading, a, p))
  const other = clausesOf(reading).find((c) => c.start >= sum.end && !hasCue(reading, 'frames.relative', { start: c.start, end: Math.min(c.end, c.start + 12) }) && partiesIn(reading, c).some((p) => p.party.type === 'state' && p.party.country !== 'UA' && verbOf(c, p.at)))
  return other?.start ?? reading.end
}
const acts = ['announced', 'delivered', 'contracted', 'giving', 'given', 'approved', 'allocated'].map((s) => 'support.' + s)

/** "For Ukraine", "to Kyiv" in the clause. */
const forUkraine = (reading: Reading, clause: Span): boolean =>
  reading.mentions.some((m) => inside(m, clause) && m.mention.country === 'UA' && m.mention.type !== 'person' && cuesOf(reading, 'frames.to', clause).some((c) => c.end <= m.start && m.start - c.end <= 6))

/** The sum that this one is a part of: told before it in the sentence, or in the sentence before with "of which". */
export function parentOf(reading: Reading, sum: MoneyMention, here: readonly Draft[], before: readonly Draft[]): Draft | null {
  const parts = cuesOf(reading, 'support.part').filter((c) => c.start < sum.start)
  const first = here[0], filled = filledBy(sum, [...before, ...here], reading.index)
  if (filled) return filled
  if (isBare(sum) && (!first || first.rule === 'part') && !isFurther(reading, sum)) {
    const whole = [...before].reverse().find((d) => d.rule !== 'part' && d.fields.amount && smaller(sum.money, d.fields.amount) && reading.index - d.sentence <= 2)
    if (whole) return whole
  }
  if (first?.fields.amount && smaller(sum.money, first.fields.amount)) {
    const colon = reading.text.slice(first.core.end - reading.start, sum.start - reading.start).includes(':')
    if (colon || parts.some((c) => c.start >= first.core.end)) return first
    const root = before.at(-1)
    if (root && parts.some((c) => c.from <= 3) && root.fields.amount && smaller(sum.money, root.fields.amount)) return root
    return null
  }
  const larger = [...before].reverse().filter((d) => d.fields.amount && smaller(sum.money, d.fields.amount))
  if (hasCue(reading, 'support.contents') && hasCue(reading, 'support.bundle')) { const whole = larger.find((d) => reading.index - d.sentence <= 12); if (whole) return whole }
  const near = larger.filter((d) => reading.index - d.sentence <= 3)
  const last = near.find((d) => d.fields.period && reading.dates.some((x) => x.value.edtf === d.fields.period!.edtf)) ?? near[0]
  if (last?.fields.amount && smaller(sum.money, last.fields.amount) && parts.some((c) => c.from <= 8)) return last
  return null
}

/** The sum that this one fills up with the parts told of it already: "the other 270 million" of 870, of which 600 were told. */
function filledBy(sum: MoneyMention, told: readonly Draft[], sentence: number): Draft | null {
  const at = told.findLastIndex((d) => d.rule !== 'part' && d.fields.amount !== null && sentence - d.sentence <= 3), whole = told[at]
  if (!whole?.fields.amount || !smaller(sum.money, whole.fields.amount)) return null
  const parts = told.slice(at + 1).filter((d) => d.rule === 'part' && d.fields.amount?.currency === sum.money.currency)
  return parts.length > 0 && parts.reduce((all, d) => all + d.fields.amount!.minor, sum.money.minor) === whole.fields.amount.minor ? whole : null
}

/** Is what is refused in the sentence refused in these words? */
const refusedIn = (reading: Reading, span: Span): boolean => hasCue(reading, 'frames.negation', span)

/** "Another 80 million": beside the sum told before, and no part of it. */
const isFurther = (reading: Reading, sum: MoneyMention): boolean =>
  cuesOf(reading, 'support.others').some((c) => gap(c, sum) <= 2) && !cuesOf(reading, 'support.part').some((c) => c.start < sum.start)

/** A part of a sum: has its giver, receiver, stage and time from the whole where it says nothing else. */
export function partDraft(analysis: Analysis, reading: Reading, sum: MoneyMention, span: Span, whole: Draft): Draft | null {
  const own = stageAt(reading, span, sum)
  if (own === 'refused' && refusedIn(reading, span)) return null
  const items = goodsOfSum(analysis, reading, sum, { start: sum.end, end: Math.max(span.end, sum.end) })
  const at = own && own !== 'refused' && own.firm && inside(own.cue, span) ? own : null
  const { date, period } = timesOf(analysis, reading, span, at, sum, at?.stage ?? whole.fields.stage, true)
  const kind = aidOf(analysis, reading, span, sum, items, whole, true)
  whole.fields = { ...whole.fields, total: true }
  const running = whole.fields.period?.edtf.endsWith('..') === true
  const fields: Fields = {
    ...whole.fields, provider: giverOfPart(analysis, reading, span, sum, at !== null) ?? whole.fields.provider, amount: sum.money, items: items.map((i) => i.item), aid: kind === 'other' ? whole.fields.aid : kind, stage: ofPart(at?.stage, whole.fields.stage),
    date: at || date ? date ?? whole.fields.date : whole.fields.date, period: period ?? whole.fields.period, total: running, condition: null, restates: null,
  }
  return { fields, spans: [span.end - span.start > 10 ? span : trim(reading, reading)], sentence: reading.index, rule: 'part', core: sum, why: { provider: 'as the whole', stage: at?.why ?? 'as the whole' } }
}

/** What a part is meant for was settled with the whole; what came of it, or a later step, is its own. */
const ofPart = (own: CommitmentStage | undefined, whole: CommitmentStage): CommitmentStage => (own === undefined || own === 'announced' || own === 'allocated' && whole !== 'announced' && whole !== 'signalled' ? whole : own)

/** "€50m from the European Union", "112,000 raised by the parish": a part with a giver of its own. */
function giverOfPart(analysis: Analysis, reading: Reading, span: Span, sum: MoneyMention, verb: boolean): readonly Mention[] | null {
  if (isBare(sum)) {
    const word = stateWords(analysis, reading).find((w) => inside(w, span) && w.country !== 'UA' && w.kind !== 'demonym' && w.end <= sum.start && sum.start - w.end < 40)
    return word ? [stateMention(word.country, null)] : null
  }
  const party = partiesIn(reading, span).find((p) => p.party.country !== 'UA' && p.party.type !== 'forum' && (verb || cuesOf(reading, 'frames.from').some((c) => c.end <= p.at.start && p.at.start - c.end <= 6)))
  return party ? [party.party] : null
}

/** "The whole amount was pledged in October": the sum told before at another stage. */
function sameSum(analysis: Analysis, reading: Reading, before: readonly Draft[]): Draft | null {
  const whole = [...before].reverse().find((d) => d.fields.amount && d.rule !== 'part' && reading.index - d.sentence <= 8) ?? before.at(-1)
  if (!whole?.fields.amount) return null
  const found = cuesOf(reading, 'support.same').map((cue) => { const clause = clauseAt(reading, cue); return { cue, clause, at: stageAt(reading, clause, cue) } })
    .find(({ cue, at, clause }) => at !== null && at !== 'refused' && at.firm && inside(at.cue, clause) && !idle(analysis, reading, clause, at.cue, cue))
  if (!found || !found.at || found.at === 'refused') return null
  const { cue, clause, at } = found
  if (at.stage === whole.fields.stage && !hasCue(reading, 'support.again')) return null
  const { date, period } = timesOf(analysis, reading, clause, at, cue, at.stage, false)
  const fields: Fields = { ...whole.fields, stage: at.stage, date, period: period ?? whole.fields.period, total: false, items: [], restates: null }
  return { fields, spans: [clause], sentence: reading.index, rule: 'same sum', core: cue, why: { amount: 'the sum told before', stage: at.why } }
}
