import type { Span } from '../../core/evidence.ts'
import { idle } from '../frames/acts.ts'
import { asidesOf } from '../frames/asides.ts'
import type { Analysis } from '../analysis.ts'
import { clauseAt, clausesOf, cuesOf, gap, hasCue, inside, overlaps, posAt, trim, type Reading } from '../frames/frames.ts'
import { partiesIn } from './givers.ts'
import { leadsToExamples } from '../money/goods.ts'
import { itemsIn, withoutEnemys, type ItemAt } from '../money/items.ts'
import { goodsAt } from '../learned/goods.ts'
import { lexemesIn } from '../money/counts.ts'
import { numberAt } from '../money/numbers.ts'
import { addsContents, contentsOf } from './contents.ts'
import { partBefore } from './priced.ts'
import { actTables, stageAt, takenBack, withdrawn } from './stage.ts'
import { build, namesUkraine } from './build.ts'
import type { Cue } from '../words/cues.ts'
import type { Draft } from './drafts.ts'
import { kindOf, textOfAid, titleOfAid } from './kinds.ts'

/** Claims without a sum: goods that are given, packages promised by name. */
export function fromGoods(analysis: Analysis, reading: Reading, before: readonly Draft[]): Draft[] {
  const out: Draft[] = []
  if (addsContents(analysis, reading, before)) return out
  for (const clause of clausesOf(reading)) {
    if (!mayAct(reading, clause)) continue
    for (const { part, whole } of actsOf(reading, clause)) {
      const draft = goodsDraft(analysis, reading, part, whole, [...before, ...out])
      if (draft) out.push(draft)
    }
  }
  return out
}

/** May a clause tell that goods are given? It has a word for an act or for what is in a package, or goes on in a relative clause. */
const mayAct = (reading: Reading, clause: Span): boolean => hasCue(reading, actTables, clause) || hasCue(reading, 'support.contents', clause) || hasCue(reading, 'frames.relative')

/** "One state pledged 500 trucks and another 2 bn", "will send 60 boats as well as £500m": acts beside a sum, in clauses or behind an "and" of their own. */
export function besideSums(analysis: Analysis, reading: Reading, before: readonly Draft[], sums: readonly Span[]): Draft[] {
  const out: Draft[] = []
  for (const part of partsBesideSums(reading, sums)) {
    const items = itemsIn(reading, part), act = cuesOf(reading, acts, part)[0]
    const led = act && (items[0] ?? cuesOf(reading, 'support.bundle', part)[0] ?? act).start >= act.end
    const draft = items.some((i) => i.item.quantity !== null) || led ? goodsDraft(analysis, reading, part, part, [...before, ...out]) : null
    const known = new Set(before.filter((d) => d.sentence === reading.index).flatMap((d) => d.fields.items.map((i) => i.name)))
    if (draft && (led || part.start === reading.start) && !(draft.fields.items.length > 0 && draft.fields.items.every((i) => known.has(i.name)))) out.push(draft)
  }
  return out
}

function partsBesideSums(reading: Reading, sums: readonly Span[]): Span[] {
  const free = clausesOf(reading).filter((c) => ![...reading.amounts, ...sums].some((a) => inside(a, c)) && c.end - c.start > 25 && !cuesOf(reading, 'frames.relative', c).some((r) => r.start <= c.start + 1))
  const sum = reading.amounts[0], and = sum && cuesOf(reading, 'frames.and').filter((c) => c.end <= sum.start && sum.start - c.end < 40).at(-1)
  if (!and || !partiesIn(reading, { start: and.end, end: sum.start }).some((p) => p.party.country !== 'UA')) return free
  return [...free, trim(reading, { start: clauseAt(reading, and).start, end: and.start })]
}

const acts = ['support.giving', 'support.given', 'support.announced', 'support.delivered', 'support.contracted', 'support.allocated', 'support.approved']
const verbs = ['support.giving', 'support.given', 'support.announced', 'support.delivered', 'support.contracted']

interface Act { readonly part: Span; readonly whole: Span }

/** "Will deliver six bridges and train 80 sappers", "two radars and a course for 45": a clause with two acts, each with goods of its own. */
function actsOf(reading: Reading, clause: Span, whole: Span = clause): Act[] {
  // "France, which gave a radar in May, will send ten lorries": what is told by the way is an act of its own.
  const aside = asidesOf(reading).find((x) => inside(x, clause) && hasCue(reading, verbs, x) && itemsIn(reading, x).length > 0), rest = aside && trim(reading, { start: aside.end, end: clause.end })
  if (aside && rest && itemsIn(reading, rest).length > 0) return [{ part: trim(reading, aside), whole: aside }, ...actsOf(reading, rest, clause)]
  // "Norway pledged 30 trucks, Spain 40 boats and Malta ten": one verb for givers with goods of their own.
  const counted = itemsIn(reading, clause).filter((i) => i.item.quantity !== null), heads = counted.slice(1).flatMap((i) => partBefore(reading, i, { start: counted[0]!.end, end: i.start }) ?? [])
  if (heads.length > 0) { const edges = [clause.start, ...heads.map((h) => h.start), clause.end]; return edges.slice(1).map((end, n) => ({ part: trim(reading, { start: edges[n]!, end: cuesOf(reading, 'frames.and', { start: edges[n]!, end }).find((c) => end - c.end <= 1)?.start ?? end }), whole })) }
  const cut = cuesOf(reading, 'frames.and', clause).find((and) => {
    const after = (tables: string | readonly string[], words: number) => cuesOf(reading, tables, clause).find((v) => v.from > and.to && v.from - and.to <= words)
    const first = itemsIn(reading, { start: clause.start, end: and.start })
    if (first.length === 0) return false
    const party = reading.mentions.some((m) => m.start >= and.end && m.start - and.end <= 2), verb = after(verbs, party ? 4 : 2), rest = { start: and.end, end: clause.end }
    if (verb && (itemsIn(reading, rest).length > 0 || (party && hasCue(reading, 'support.others', rest)))) return true
    const course = after('support.training', 4)
    return course !== undefined && !hasCue(reading, 'support.training', { start: clause.start, end: and.start }) && itemsIn(reading, rest).some((i) => i.item.quantity !== null)
  })
  return cut ? [{ part: trim(reading, { start: clause.start, end: cut.start }), whole }, { part: trim(reading, { start: cut.end, end: clause.end }), whole }] : [{ part: clause, whole }]
}

/** "200 shells; 40 tents; and two radars", "arms – among them two radars": a list that goes on in clauses with no act and nobody to give. */
function listed(reading: Reading, part: Span, whole: Span): Span {
  let { end } = part
  if (end !== whole.end || itemsIn(reading, part).length === 0) return part
  for (const next of clausesOf(reading)) {
    if (next.start < end) continue
    const signs = reading.text.slice(end - reading.start, next.start - reading.start)
    if (next.start - end > 4 || !signs.includes(';') && !leadsToExamples(openingOf(reading, next), reading.language) || hasCue(reading, acts, next) || partiesIn(reading, next).some((p) => p.party.country !== 'UA') || reading.amounts.some((a) => inside(a, next)) || !isList(reading, next, itemsIn(reading, { start: part.start, end: next.end }))) break
    end = next.end
  }
  return { start: part.start, end }
}

/** Do goods stand in a clause with nothing told of them? What follows the last is a mark or a small word, and no verb. */
function isList(reading: Reading, clause: Span, items: readonly ItemAt[]): boolean {
  const last = items.at(-1), rest = last && inside(last, clause) ? reading.words.find((w) => w.start >= last.end && w.end <= clause.end) : null
  return rest === undefined || rest !== null && (/[,(]/.test(reading.text.slice(last!.end - reading.start, rest.start - reading.start)) || hasCue(reading, ['frames.to', 'frames.from', 'frames.at', 'frames.and'], rest))
}

/** The first words of a clause. */
const openingOf = (reading: Reading, clause: Span): string => reading.text.slice(clause.start - reading.start, clause.end - reading.start).split(' ', 4).join(' ')

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
    const words = lexemesIn(reading)
    for (let i = 0; i < words.length; i++) {
      const number = numberAt(words, i, reading.language.numbers), start = words[i]!.start
      if (number && number.scale < 1000 && gap(more, { start, end: start + 1 }) < 12 && !reading.dates.some((d) => d.start <= start && d.end > start)) return [{ start, end: words[number.to - 1]!.end, item: { name: last.name, quantity: number.value } }]
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

const takenBackTables = ['support.cancelled', 'support.suspended', 'support.reduced']
const unsure = ['lessons.learned', 'projects.memorandum', 'projects.venture', 'projects.licence', 'projects.coproduction', 'support.vague']

function goodsDraft(analysis: Analysis, reading: Reading, part: Span, whole: Span, before: readonly Draft[]): Draft | null {
  const named = withoutEnemys(analysis, reading, itemsIn(reading, listed(reading, part, whole))), clause = withRelative(reading, part, named)
  const items = clause.start > part.start ? named.slice(-1) : named.length > 0 ? named : goodsTold(reading, clause, before), first = items[0]
  if (first && contentsOf(analysis, reading, clause, items, before)) return null
  const bundle = cuesOf(reading, 'support.bundle', clause).find((c) => c.to > c.from || posAt(reading, c) !== 'VERB')
  const core = first ?? bundle ?? (hasCue(reading, takenBackTables, clause) ? cuesOf(reading, 'support.aid', clause).find((c) => posAt(reading, c) !== 'VERB') : undefined)
  if (!core) return null
  const at = stageAt(reading, clause, core)
  if (!at || at === 'refused' || !(inside(at.cue, clause) || inside(at.cue, whole))) return null
  if (hasCue(reading, items.some((i) => i.item.quantity !== null) && hasCue(reading, 'support.training', clause) ? unsure.slice(1) : unsure, clause) && !(at.firm && ['suspended', 'cancelled', 'reduced'].includes(at.stage))) return null
  if (withdrawn(at.stage) && !takenBack(reading, at.cue, core)) return null
  if (idle(analysis, reading, whole, at.cue, core) || ofOther(reading, whole, at.cue, core)) return null
  const counted = items.some((i) => i.item.quantity !== null)
  if (items.length > 0 && items.every((i) => i.loose) && !namesUkraine(analysis, reading) && !titleOfAid(analysis) && !(before.at(-1) && reading.index - before.at(-1)!.sentence <= 3) && !textOfAid(analysis)) return null
  if (cuesOf(reading, 'support.condition', clause).some((c) => c.start - clause.start <= 4)) return null
  if (at.firm && !counted && !namesUkraine(analysis, reading) && !['support.cancelled', 'support.suspended', 'support.reduced', 'support.delivered', 'support.contracted'].includes(at.cue.table) && !hasCue(reading, ['support.giving', 'support.given', 'support.aid'], clause)) return null
  if (!first && !(at.firm && (kindOf(reading, clause) !== 'other' || ['suspended', 'cancelled', 'reduced'].includes(at.stage)) && (namesUkraine(analysis, reading) || titleOfAid(analysis)))) return null
  if (items.length > 0 && items.every((i) => hasCue(reading, 'support.people', i)) && !hasCue(reading, 'support.training', whole)) return null
  if (items.length > 0 && items.every((i) => hasCue(reading, 'support.people', i)) && !namesUkraine(analysis, reading) && !cuesOf(reading, 'support.training', whole).some((c) => !items.some((i) => overlaps(i, c)))) return null
  if (first && !counted && !at.firm && !namesUkraine(analysis, reading) && !titleOfAid(analysis)) return null
  const draft = build(analysis, reading, { core, span: clause, at, items, sum: null, before, several: false, rule: first ? 'goods' : 'package', alone: part !== whole })
  return draft && (first || draft.fields.recipient.length > 0) ? draft : null
}

/** Losses, strikes and enemies right beside the act or the goods: they are of another sort. */
const ofOther = (reading: Reading, clause: Span, act: Span, core: Span): boolean => cuesOf(reading, 'support.other', clause).some((c) => gap(c, core) < 25 || gap(c, act) < 12)
