import type { AidKind, CommitmentFields, Drawn, Mention, Written } from '../../core/claim.ts'
import type { DatedValue } from '../../core/dates.ts'
import { bounds, edtf } from '../../core/dates.ts'
import { evidenceOf, type Span } from '../../core/evidence.ts'
import { money, moneyValue, type Money } from '../../core/money.ts'
import type { Analysis, DateMention, MoneyMention } from '../analysis.ts'
import { findCues, wordsOf } from '../cues.ts'
import type { Extractor } from '../extractor.ts'
import { clauseAt, clausesOf, cuesOf, finderOf, gap, hasCue, inside, nearest, overlaps, readingsOf, trim, type Reading } from '../frames.ts'
import { stateWords } from '../atlas.ts'
import { giversOf, partiesIn, receiversOf } from '../givers.ts'
import { itemsIn, type ItemAt } from '../items.ts'
import { lexemes } from '../lexemes.ts'
import { numberAt } from '../numbers.ts'
import { aboutUkraine, actorKey, selfOf, stateMention } from '../parties.ts'
import { stageAt, type StageAt } from '../stage.ts'

type Fields = CommitmentFields<Written>
interface Draft { fields: Fields; spans: Span[]; readonly sentence: number; readonly rule: string; readonly why: Record<string, string>; readonly core: Span }

/** Support promised, decided, funded, contracted, delivered, cut or cancelled. */
export default {
  name: 'commitment',
  version: 1,
  kind: 'commitment',
  extract(analysis) {
    const drafts: Draft[] = []
    for (const reading of readingsOf(analysis)) {
      if (analysis.document.blocks[reading.sentence.block]?.kind === 'heading') continue
      const found = fromSums(analysis, reading, drafts)
      drafts.push(...found)
      if (found.length === 0) drafts.push(...fromGoods(analysis, reading, drafts))
      else drafts.push(...besideSums(analysis, reading, drafts))
    }
    return merged(drafts).map((d) => drawn(analysis, d))
  },
} satisfies Extractor

function drawn(analysis: Analysis, draft: Draft): Drawn<Fields> {
  const [first, ...rest] = draft.spans.map((s) => evidenceOf(analysis.document.text, s))
  return { fields: draft.fields, evidence: [first!, ...rest], confidence: draft.rule === 'sum' ? 0.75 : 0.65, explain: { rule: 'commitment: ' + draft.rule, fields: draft.why } }
}

/** One claim for each sum of a sentence that is support. */
function fromSums(analysis: Analysis, reading: Reading, before: readonly Draft[]): Draft[] {
  const out: Draft[] = []
  const sums = [...reading.amounts, ...bareSums(analysis, reading, before)].sort((a, b) => a.start - b.start).filter((a) => !isOther(reading, a) && a.money.minor >= 1000 * 10 ** a.money.digits)
  sums.forEach((sum, i) => {
    const span = spanOfSum(reading, sums, i)
    const parent = parentOf(reading, sum, out, before)
    const draft = parent ? partDraft(analysis, reading, sum, span, parent) : sumDraft(analysis, reading, sum, span, before, sums.length > 1)
    if (draft) out.push(draft)
  })
  if (out.length === 0 && sums.length === 0 && hasCue(reading, 'support.same')) { const again = sameSum(analysis, reading, before); if (again) out.push(again) }
  return out
}

/** "2 bn for air defence, 1 bn for repairs": numbers with a scale and no currency, beside or after a sum that has one. */
function bareSums(analysis: Analysis, reading: Reading, before: readonly Draft[]): MoneyMention[] {
  const whole = reading.amounts[0]?.money ?? [...before].reverse().find((d) => d.fields.amount && reading.index - d.sentence <= 2)?.fields.amount ?? homeMoney(analysis, reading)
  if (!whole) return []
  const words = lexemes(analysis.document.text, reading), out: MoneyMention[] = []
  for (let i = 0; i < words.length; i++) {
    const number = numberAt(words, i, analysis.language.numbers)
    if (!number) continue
    const span = { start: words[i]!.start, end: words[number.to - 1]!.end }
    const taken = [...reading.amounts, ...reading.dates, ...reading.goods].some((x) => overlaps(x, span))
    const beside = reading.text.slice(Math.max(0, span.start - reading.start - 2), span.start - reading.start) + reading.text.slice(span.end - reading.start, span.end - reading.start + 1)
    if (number.scale >= 1000 && !taken && !/[\p{Sc}()]/u.test(beside) && !inBrackets(reading, span) && number.value * 10 ** whole.digits < whole.minor) out.push({ ...span, written: reading.text.slice(span.start - reading.start, span.end - reading.start), money: money(number.value, whole.currency), per: null, additional: false, same: null })
    i = number.to - 1
  }
  return out
}

/** "Cut its contribution from 60 to 40 million": no currency anywhere, so that of the language's own state. */
const homeCurrencies: Readonly<Record<string, string>> = { DE: 'EUR', FR: 'EUR', IT: 'EUR', PL: 'PLN', UA: 'UAH' }
function homeMoney(analysis: Analysis, reading: Reading): Money | null {
  const { homeState } = analysis.language.names, currency = homeState ? homeCurrencies[homeState] : undefined
  return currency && hasCue(reading, 'support.aid') && hasCue(reading, ['support.reduced', 'support.suspended', 'support.cancelled', 'support.announced', 'support.allocated', 'support.approved']) ? money(1e12, currency) : null
}

const inBrackets = (reading: Reading, span: Span) => { const before = reading.text.slice(0, span.start - reading.start); return before.lastIndexOf('(') > before.lastIndexOf(')') }

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

const isOther = (reading: Reading, sum: MoneyMention): boolean => {
  const clause = clauseAt(reading, sum), other = nearest(sum, cuesOf(reading, ['support.other', 'planning.spending'], clause))
  if (other?.table === 'planning.spending' && givesTo(reading, clause)) return false
  return other !== undefined && gap(other, sum) < 40 && !cuesOf(reading, 'support.aid', clause).some((a) => gap(a, sum) < gap(other, sum))
}

/** A verb of giving beside two states: money for another's defence is no spending of one's own. */
const givesTo = (reading: Reading, clause: Span): boolean =>
  hasCue(reading, ['support.giving', 'support.given', 'support.announced', 'support.delivered', 'support.allocated'], clause) && new Set(reading.mentions.filter((m) => inside(m, clause) && m.mention.type === 'state').map((m) => m.mention.country)).size >= 2

function sumDraft(analysis: Analysis, reading: Reading, sum: MoneyMention, span: Span, before: readonly Draft[], several: boolean): Draft | null {
  const clause = clauseAt(reading, sum), own = several ? stageAt(reading, span, sum) : null
  const at = own && own !== 'refused' && own.firm && inside(own.cue, span) ? own : stageAt(reading, clause, sum)
  if (at === 'refused') return null
  const aid = hasCue(reading, 'support.aid', clause) || hasCue(reading, 'support.aid')
  const items = itemsIn(reading, { start: sum.end, end: several ? Math.max(span.end, sum.end) : reading.end })
  const ukraine = namesUkraine(analysis, reading)
  if (!at && !(aid && (ukraine || hasCue(reading, 'support.total')))) return null
  const told = before.at(-1), goesOn = at !== null && at.firm && ((told !== undefined && reading.index - told.sentence <= 2) || titleOfAid(analysis))
  if (at && !at.firm && !aid && items.length === 0 && !ukraine) return null
  const beside = at !== null && at.firm && gap(at.cue, sum) < 30 && !hasCue(reading, ['support.other', 'planning.spending']) && textOfAid(analysis)
  if (at && !goesOn && !beside && !aid && !(at.firm && ukraine) && items.length === 0 && !hasCue(reading, ['support.military', 'support.humanitarian', 'support.training', 'support.energy'])) return null
  if (at && !at.firm && hasCue(reading, 'support.asking', clause)) return null
  return build(analysis, reading, { core: sum, span, at, items, sum, before, several, rule: 'sum' })
}

const namesUkraine = (analysis: Analysis, reading: Reading) => stateWords(analysis, reading).some((w) => w.country === 'UA') || reading.mentions.some((m) => m.mention.country === 'UA')

interface Parts { core: Span; span: Span; at: StageAt | null; items: readonly ItemAt[]; sum: MoneyMention | null; before: readonly Draft[]; several: boolean; rule: string; /** One act of several in its clause: the words of the act alone prove it. */ alone?: boolean }

function build(analysis: Analysis, reading: Reading, p: Parts): Draft | null {
  const clause = clauseAt(reading, p.core), last = p.before.at(-1)
  const recent = last && reading.index - last.sentence <= 3 ? last.fields.provider : []
  const { givers, why: giverWhy } = giversOf(analysis, reading, clause, p.at?.cue ?? null, p.core, recent)
  if (givers.length === 0) return null
  const { receivers, why: receiverWhy } = receiversOf(analysis, reading, p.core, givers)
  if (receivers.length === 0) return null
  const stage = p.at?.stage ?? (hasCue(reading, 'support.bill') ? 'signalled' : 'announced')
  const { date, period } = timesOf(analysis, reading, p.several ? p.span : clause, p.at, p.core, stage, p.several)
  const total = p.sum !== null && (period?.edtf.endsWith('..') === true || hasCue(reading, 'support.total', p.several ? p.span : clause))
  const again = cuesOf(reading, 'support.again', clause)[0]
  const fields: Fields = {
    kind: 'commitment', provider: givers, recipient: receivers, aid: aidOf(analysis, reading, p.span, p.core, p.items, last, p.several), stage, amount: p.sum?.money ?? null,
    items: p.items.map((i) => i.item), date, period, total, condition: conditionOf(reading), channel: channelOf(reading), restates: again ? reading.text.slice(again.start - reading.start, again.end - reading.start) : null,
  }
  return { fields, spans: [evidenceSpan(reading, p.span, p.several || p.alone ? 2 : 1)], sentence: reading.index, rule: p.rule, core: p.core, why: { stage: p.at?.why ?? 'no verb of its own', provider: giverWhy, recipient: receiverWhy } }
}

const evidenceSpan = (reading: Reading, span: Span, sums: number): Span => (sums > 1 && span.end - span.start > 20 ? span : trim(reading, reading))

/** The sum that this one is a part of: told before it in the sentence, or in the sentence before with "of which". */
function parentOf(reading: Reading, sum: MoneyMention, here: readonly Draft[], before: readonly Draft[]): Draft | null {
  const parts = cuesOf(reading, 'support.part').filter((c) => c.start < sum.start)
  const first = here[0]
  if (isBare(reading, sum) && (!first || first.rule === 'part')) {
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

/** Its currency is that of a sum told before. */
const isBare = (reading: Reading, sum: MoneyMention) => !reading.amounts.includes(sum)
const smaller = (a: Money, b: Money) => a.currency === b.currency && a.minor < b.minor

/** A part of a sum: has its giver, receiver, stage and time from the whole where it says nothing else. */
function partDraft(analysis: Analysis, reading: Reading, sum: MoneyMention, span: Span, whole: Draft): Draft | null {
  const own = stageAt(reading, span, sum)
  if (own === 'refused') return null
  const items = itemsIn(reading, { start: sum.end, end: Math.max(span.end, sum.end) })
  const at = own && own.firm && inside(own.cue, span) ? own : null
  const { date, period } = timesOf(analysis, reading, span, at, sum, at?.stage ?? whole.fields.stage, true)
  const kind = aidOf(analysis, reading, span, sum, items, whole, true)
  whole.fields = { ...whole.fields, total: true }
  const running = whole.fields.period?.edtf.endsWith('..') === true
  const fields: Fields = {
    ...whole.fields, provider: giverOfPart(analysis, reading, span, sum, at !== null) ?? whole.fields.provider, amount: sum.money, items: items.map((i) => i.item), aid: kind === 'other' ? whole.fields.aid : kind, stage: at?.stage ?? whole.fields.stage,
    date: at || date ? date ?? whole.fields.date : whole.fields.date, period: period ?? whole.fields.period, total: running, condition: null, restates: null,
  }
  return { fields, spans: [span.end - span.start > 10 ? span : trim(reading, reading)], sentence: reading.index, rule: 'part', core: sum, why: { provider: 'as the whole', stage: at?.why ?? 'as the whole' } }
}

/** "€50m from the European Union", "112,000 raised by the parish": a part with a giver of its own. */
function giverOfPart(analysis: Analysis, reading: Reading, span: Span, sum: MoneyMention, verb: boolean): readonly Mention[] | null {
  if (isBare(reading, sum)) {
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
    .find(({ at, clause }) => at !== null && at !== 'refused' && at.firm && inside(at.cue, clause))
  if (!found || !found.at || found.at === 'refused') return null
  const { cue, clause, at } = found
  if (at.stage === whole.fields.stage && !hasCue(reading, 'support.again')) return null
  const { date, period } = timesOf(analysis, reading, clause, at, cue, at.stage, false)
  const fields: Fields = { ...whole.fields, stage: at.stage, date, period: period ?? whole.fields.period, total: false, items: [], restates: null }
  return { fields, spans: [clause], sentence: reading.index, rule: 'same sum', core: cue, why: { amount: 'the sum told before', stage: at.why } }
}

/** Claims without a sum: goods that are given, packages promised by name. */
function fromGoods(analysis: Analysis, reading: Reading, before: readonly Draft[]): Draft[] {
  const out: Draft[] = []
  for (const { part, whole } of clausesOf(reading).flatMap((c) => actsOf(reading, c))) {
    const draft = goodsDraft(analysis, reading, part, whole, [...before, ...out])
    if (draft) out.push(draft)
  }
  return out
}

/** "One state pledged 500 trucks and another 2 bn": goods before the sum of another giver. */
function besideSums(analysis: Analysis, reading: Reading, before: readonly Draft[]): Draft[] {
  const sum = reading.amounts[0], and = sum && cuesOf(reading, 'frames.and').filter((c) => c.end <= sum.start && sum.start - c.end < 40).at(-1)
  if (!and || !partiesIn(reading, { start: and.end, end: sum.start }).some((p) => p.party.country !== 'UA')) return []
  const part = trim(reading, { start: clauseAt(reading, and).start, end: and.start })
  const draft = itemsIn(reading, part).some((i) => i.item.quantity !== null) ? goodsDraft(analysis, reading, part, part, before) : null
  return draft ? [draft] : []
}

const verbs = ['support.giving', 'support.given', 'support.announced', 'support.delivered', 'support.contracted']

interface Act { readonly part: Span; readonly whole: Span }

/** "Will deliver six bridges and train 80 sappers", "two radars and a course for 45": a clause with two acts, each with goods of its own. */
function actsOf(reading: Reading, clause: Span): Act[] {
  const cut = cuesOf(reading, 'frames.and', clause).find((and) => {
    const after = (tables: string | readonly string[], words: number) => cuesOf(reading, tables, clause).find((v) => v.from > and.to && v.from - and.to <= words)
    const first = itemsIn(reading, { start: clause.start, end: and.start })
    if (first.length === 0) return false
    const party = reading.mentions.some((m) => m.start >= and.end && m.start - and.end <= 2), verb = after(verbs, party ? 4 : 2), rest = { start: and.end, end: clause.end }
    if (verb && (itemsIn(reading, rest).length > 0 || (party && hasCue(reading, 'support.others', rest)))) return true
    const course = after('support.training', 4)
    return course !== undefined && !hasCue(reading, 'support.training', { start: clause.start, end: and.start }) && itemsIn(reading, rest).some((i) => i.item.quantity !== null)
  })
  return cut ? [{ part: trim(reading, { start: clause.start, end: cut.start }), whole: clause }, { part: trim(reading, { start: cut.end, end: clause.end }), whole: clause }] : [{ part: clause, whole: clause }]
}

/** "24 carriers, which the state has promised": goods that end a clause are read with the relative clause behind them. */
function withRelative(reading: Reading, clause: Span, items: readonly ItemAt[]): Span {
  const last = items.at(-1)
  if (!last || clause.end - last.end > 4 || !cuesOf(reading, 'frames.relative').some((c) => c.start >= clause.end && c.start - clause.end <= 4)) return clause
  const next = clausesOf(reading).find((c) => c.start >= clause.end)
  return next && hasCue(reading, verbs, next) ? { start: last.start, end: next.end } : clause
}

/** "Another eight", "the boilers have left the harbour": goods that were named before. */
function goodsTold(reading: Reading, clause: Span, before: readonly Draft[]): ItemAt[] {
  const recent = before.filter((d) => reading.index - d.sentence <= 8 && d.fields.items.length > 0).reverse()
  const more = cuesOf(reading, 'support.others', clause)[0], last = recent.find((d) => reading.index - d.sentence <= 3)?.fields.items.at(-1)
  if (more && last) {
    const words = lexemes(reading.text, { start: 0, end: reading.text.length })
    for (let i = 0; i < words.length; i++) {
      const number = numberAt(words, i, reading.language.numbers), start = reading.start + words[i]!.start
      if (number && number.scale < 1000 && gap(more, { start, end: start + 1 }) < 12 && !reading.dates.some((d) => d.start <= start && d.end > start)) return [{ start, end: reading.start + words[number.to - 1]!.end, item: { name: last.name, quantity: number.value } }]
    }
  }
  if (!hasCue(reading, ['support.delivered', 'support.suspended', 'support.cancelled', 'support.contracted'], clause)) return []
  for (const item of recent.flatMap((d) => d.fields.items)) {
    const head = item.name.toLowerCase().split(/\s+/).filter((w) => w.length >= 5).at(-1)?.slice(0, 6)
    const word = head && reading.words.find((w) => inside(w, clause) && w.lower.startsWith(head))
    if (word) return [{ start: word.start, end: word.end, item: { name: reading.text.slice(word.start - reading.start, word.end - reading.start), quantity: item.quantity } }]
  }
  return []
}

const unsure = ['lessons.learned', 'projects.memorandum', 'projects.venture', 'projects.licence', 'projects.coproduction', 'support.asking', 'support.other', 'support.vague', 'meetings.other']

function goodsDraft(analysis: Analysis, reading: Reading, part: Span, whole: Span, before: readonly Draft[]): Draft | null {
  const named = itemsIn(reading, part), clause = withRelative(reading, part, named)
  const items = clause.start > part.start ? named.slice(-1) : named.length > 0 ? named : goodsTold(reading, clause, before), first = items[0]
  if (first && contentsOf(reading, clause, items, before)) return null
  const bundle = cuesOf(reading, 'support.bundle', clause)[0]
  const core = first ?? bundle
  if (!core) return null
  const at = stageAt(reading, clause, core)
  if (!at || at === 'refused' || !(inside(at.cue, clause) || inside(at.cue, whole))) return null
  if (hasCue(reading, items.some((i) => i.item.quantity !== null) && hasCue(reading, 'support.training', clause) ? unsure.slice(1) : unsure, clause) && !(at.firm && ['suspended', 'cancelled', 'reduced'].includes(at.stage))) return null
  const counted = items.some((i) => i.item.quantity !== null)
  if (items.length > 0 && items.every((i) => i.loose) && !namesUkraine(analysis, reading) && !titleOfAid(analysis) && !(before.at(-1) && reading.index - before.at(-1)!.sentence <= 3) && !textOfAid(analysis)) return null
  if (cuesOf(reading, 'support.condition', clause).some((c) => c.start - clause.start <= 4)) return null
  if (at.firm && !counted && !namesUkraine(analysis, reading) && !['support.cancelled', 'support.suspended', 'support.reduced', 'support.delivered', 'support.contracted'].includes(at.cue.table) && !hasCue(reading, ['support.giving', 'support.given', 'support.aid'], clause)) return null
  if (!first && !(at.firm && kindOf(reading, clause) !== 'other' && (namesUkraine(analysis, reading) || titleOfAid(analysis)))) return null
  if (first && !counted && !at.firm && !reading.mentions.some((m) => m.mention.country === 'UA')) return null
  const draft = build(analysis, reading, { core, span: clause, at, items, sum: null, before, several: false, rule: first ? 'goods' : 'package', alone: part !== whole })
  return draft && (first || draft.fields.recipient.length > 0) ? draft : null
}

/** "The package includes 60 boats", "it covered 12 mortars": goods of the commitment told before, and no new one. */
function contentsOf(reading: Reading, clause: Span, items: readonly ItemAt[], before: readonly Draft[]): boolean {
  const verb = cuesOf(reading, 'support.contents', clause)[0]
  const subject = verb && cuesOf(reading, ['support.bundle', 'frames.anaphor', 'support.aid', 'support.same'], clause).find((c) => c.end <= verb.start + 1 || c.start - verb.end < 6)
  if (!verb || !subject || verb.from - (cuesOf(reading, 'support.bundle', clause)[0]?.from ?? 0) > 12) return false
  const recent = [...before].reverse()
  const whole = recent.find((d) => reading.index - d.sentence <= 3) ?? recent.find((d) => d.fields.amount === null && d.fields.stage === 'announced') ?? recent.find((d) => (d.rule !== 'part' && d.fields.stage !== 'approved' && subject.table === 'support.bundle'))
  if (!whole) return false
  const names = new Set(whole.fields.items.map((i) => i.name))
  whole.fields = { ...whole.fields, items: [...whole.fields.items, ...items.map((i) => i.item).filter((i) => !names.has(i.name))] }
  whole.spans.push(trim(reading, reading))
  return true
}

const kinds: readonly AidKind[] = ['military', 'financial', 'humanitarian', 'training', 'industrial', 'energy']
const kindTables = kinds.map((k) => 'support.' + k)

/** The kind of aid by the words of the stretch; words after the sum weigh more, a tie is `other`. */
function aidOf(analysis: Analysis, reading: Reading, span: Span, core: Span, items: readonly ItemAt[], last: Draft | undefined, several: boolean): AidKind {
  const near = kindOf(reading, span, core)
  if (near === 'industrial' && items.some((i) => hasCue(reading, 'support.military', i))) return 'military'
  if (near !== 'other' || hasCue(reading, 'support.mixed', span)) return near
  if (items.some((i) => hasCue(reading, 'support.military', i))) return 'military'
  if (hasCue(reading, kindTables, span)) return 'other'
  const around = several ? 'other' : kindOf(reading, reading, core)
  if (around !== 'other' || (!several && hasCue(reading, kindTables))) return around
  const recent = last && reading.index - last.sentence <= 3 && (last.sentence === reading.index || hasCue(reading, ['support.part', 'support.same', 'support.contents', 'support.again'])) ? last.fields.aid : 'other'
  return recent !== 'other' ? recent : kindOfTitle(analysis)
}

const titleCues = (analysis: Analysis) => findCues(wordsOf(analysis.document.title ?? '', 0), finderOf(analysis.language))
const titleOfAid = (analysis: Analysis) => titleCues(analysis).some((c) => c.table === 'support.aid')

/** Does the text tell of support for Ukraine in more than one sentence? */
const textOfAid = (analysis: Analysis) => aboutUkraine(analysis) && readingsOf(analysis).filter((r) => hasCue(r, [...kindTables, 'support.aid']) && hasCue(r, ['support.given', 'support.announced', 'support.approved', 'support.allocated', 'support.delivered'])).length >= 2

/** The one kind of aid that the title names. */
function kindOfTitle(analysis: Analysis): AidKind {
  const cues = titleCues(analysis)
  const named = kinds.filter((k) => cues.some((c) => c.table === 'support.' + k))
  return named.length === 1 ? named[0]! : 'other'
}

function kindOf(reading: Reading, span: Span, core: Span = span): AidKind {
  if (hasCue(reading, 'support.mixed', span)) return 'other'
  const scores = kinds.map((kind) => cuesOf(reading, 'support.' + kind, span).filter((c) => !reading.dates.some((d) => overlaps(c, d))).reduce((n, c) => n + (gap(c, core) < 28 ? 4 : c.start >= core.start && gap(c, core) < 70 ? 2 : 1), 0))
  const best = Math.max(...scores)
  if (best === 0) return 'other'
  const winners = kinds.filter((_, i) => scores[i] === best)
  return winners.length === 1 ? winners[0]! : 'other'
}

/** The date of the act and the period the money covers. */
function timesOf(analysis: Analysis, reading: Reading, clause: Span, at: StageAt | null, core: Span, stage: string, several: boolean): { date: DatedValue | null; period: DatedValue | null } {
  const published = analysis.document.published?.edtf ?? null
  let date: DateMention | null = null, period: DateMention | null = null
  const first = reading.amounts[0]
  const near = reading.dates.filter((d) => !isSeason(d) && !(several && !inside(d, clause) && !(first && d.end <= first.start))).sort((a, b) => gap(a, at?.cue ?? core) + (inside(a, clause) ? 0 : 60) - gap(b, at?.cue ?? core) - (inside(b, clause) ? 0 : 60))
  for (const d of near) {
    if (opensPeriod(reading, d)) period ??= { ...d, value: { ...d.value, edtf: edtf(d.value.edtf + '/..') } }
    else if (isPeriod(reading, d, published, stage)) period ??= inside(d, clause) || near.length === 1 || d.value.edtf.endsWith('..') ? d : null
    else if (!(published && bounds(d.value.edtf)[0] > published && stage !== 'announced' && stage !== 'signalled')) date ??= d
  }
  const future = date && published && bounds(date.value.edtf)[0] > published
  return { date: future ? null : date?.value ?? impliedDate(analysis, reading, at, stage, period), period: period?.value ?? null }
}

/** "This winter", "in summer": months without a number date nothing. */
const isSeason = (d: DateMention) => { const [first, last] = bounds(d.value.edtf), days = (Date.parse(last) - Date.parse(first)) / 864e5; return !/\d/.test(d.written) && days > 45 && days < 200 }

/** Long or open intervals, and years that the money is for, are periods; days and months are dates. */
function isPeriod(reading: Reading, d: DateMention, published: string | null, stage: string): boolean {
  const value = d.value.edtf
  if (value.includes('..')) return true
  const [first, last] = bounds(value), days = (Date.parse(last) - Date.parse(first)) / 864e5
  if (days < 45) return false
  if (value.length === 4) return published === null || value >= published.slice(0, 4) || stage === 'delivered' || cuesOf(reading, 'frames.to').some((c) => c.end <= d.start && d.start - c.end <= 2)
  return true
}

/** "Since the start of the invasion in February 2022": the words before the date open the period. */
const opensPeriod = (reading: Reading, d: DateMention): boolean =>
  !d.value.edtf.includes('/') && cuesOf(reading, 'support.since').some((c) => c.end <= d.start && d.start - c.end < 70 && !/[,;:]/.test(reading.text.slice(c.end - reading.start, d.start - reading.start)))

/** An official text, or one that speaks in the present, dates its own promises with the day it was published. */
function impliedDate(analysis: Analysis, reading: Reading, at: StageAt | null, stage: string, period: DateMention | null): DatedValue | null {
  const published = analysis.document.published
  if (!published || period?.value.edtf.includes('..') || stage === 'delivered') return null
  const lead = reading.index <= 1 && ['announced', 'approved', 'allocated', 'contracted'].includes(stage)
  const now = reading.speech?.form === 'direct' && hasCue(reading, 'frames.self') && at?.firm
  if (at && !period && ['announced', 'signalled'].includes(stage) && !selfOf(analysis).official && reading.speech) {
    const said = readingsOf(analysis).slice(Math.max(0, reading.index - 3), reading.index).flatMap((r) => r.dates).reverse().find((d) => d.value.edtf.length === 10 && d.value.edtf <= published.edtf && Date.parse(published.edtf) - Date.parse(d.value.edtf) < 7 * 864e5)
    if (said) return { ...said.value, basis: 'inferred', why: 'the day named before the words' }
    if (reading.speech.form !== 'direct') return { edtf: published.edtf, basis: 'inferred', why: 'said in a text of that day' }
  }
  if (!at || !(selfOf(analysis).official || lead || now)) return null
  return { edtf: published.edtf, basis: 'inferred', why: 'said in a text of that day' }
}

function conditionOf(reading: Reading): string | null {
  const cue = cuesOf(reading, 'support.condition')[0]
  return cue ? reading.text.slice(cue.start - reading.start).replace(/(?<![\s.”"»])[\s.”"»]+$/, '').split(/[;–—]/)[0]!.trim() : null
}

function channelOf(reading: Reading): Mention | null {
  const cue = cuesOf(reading, 'support.channel')[0]
  return cue ? reading.mentions.find((m) => m.start >= cue.end && m.start - cue.end < 8 && m.mention.type === 'body')?.mention ?? null : null
}

/** Mentions of one commitment told twice become one claim with several quotes. */
function merged(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = []
  for (const draft of drafts) {
    const same = out.find((d) => sameCommitment(d.fields, draft.fields))
    if (!same) { out.push({ ...draft }); continue }
    const { fields } = same, more = draft.fields
    const goods = [...fields.items, ...more.items.filter((i) => !fields.items.some((j) => j.name === i.name))]
    same.fields = { ...fields, items: goods, date: fields.date ?? more.date, period: fields.period ?? more.period, total: fields.total || more.total, restates: fields.restates ?? more.restates, aid: fields.aid === 'other' ? more.aid : fields.aid }
    same.spans.push(...draft.spans)
  }
  return out
}

function sameCommitment(a: Fields, b: Fields): boolean {
  if (a.stage !== b.stage || !a.provider.some((p) => b.provider.some((q) => actorKey(p) === actorKey(q)))) return false
  if (a.amount && b.amount) return a.amount.currency === b.amount.currency && moneyValue(a.amount) === moneyValue(b.amount) && (a.date === null || b.date === null || a.date.edtf === b.date.edtf)
  return a.amount === null && b.amount === null && a.items.length > 0 && JSON.stringify(a.items) === JSON.stringify(b.items)
}
