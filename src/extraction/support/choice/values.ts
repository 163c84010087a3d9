import type { Span } from '../../../core/evidence.ts'
import { onReading, overlaps, readingsOf, type Reading } from '../../frames/frames.ts'
import { joined, sign, signOf, type Sign } from '../../learned/signs.ts'
import type { Cue } from '../../words/cues.ts'
import type { Draft } from '../drafts.ts'
import { valuesOf } from './scores.ts'
import { drawnSigns, goodsSigns, goodsTables, lastOf, left, officialSign, plainWhy, right, ruleSign, spanIn, textSigns, titleSigns, wordSigns, type Around } from './signs.ts'

/** Fields with a fixed set of values that are chosen anew. */
export type ClosedField = 'aid' | 'total'

/** The values of each. */
export const valuesOfField: Readonly<Record<ClosedField, readonly string[]>> = { aid: ['military', 'financial', 'humanitarian', 'training', 'industrial', 'energy', 'other'], total: ['false', 'true'] }

/** Signs of a field: those that stand for every value, and those that stand beside for the rule's own, whatever it is. */
export interface FieldSigns { readonly all: readonly Sign[]; readonly own: readonly Sign[] }

/** What speaks for the values of a closed field. */
export function signsOf(a: Around, field: ClosedField): FieldSigns {
  const { all, own } = fieldSigns(a, field)
  if (field === 'aid') return { all: [...all, ruleSign(a), ...aidSigns(a)], own: [...own, ruleSign(a)] }
  return { all: [...all, ruleSign(a), ...totalSigns(a)], own: [...own, ruleSign(a), officialSign(a)] }
}

/** Those of the rule's own value are weighed under this name. */
export const ownValue = 'T'

/** The value of a closed field for which most speaks; of equals the first. */
export function chosenValue(a: Around, field: ClosedField): string {
  const weights = valuesOf(field), { all, own } = signsOf(a, field), told = String(a.draft.fields[field])
  const ofOwn = weights.begin().addAll(own).sumOf(ownValue)
  weights.begin().addAll(all)
  let best = valuesOfField[field][0]!, most = -Infinity
  for (const value of valuesOfField[field]) {
    const sum = weights.sumOf(value) + (value === told ? ofOwn : 0)
    if (sum > most) { most = sum; best = value }
  }
  return best
}

const bias = sign('bias'), toldSign = sign('told'), lastSign = sign('last'), same = sign('same'), next = sign('next'), mostSign = sign('most'), half = sign('half'), few = sign('few')

const wholeOrNot = { true: sign('true'), false: sign('false') }
const valueSign = (value: string | boolean): Sign => (typeof value === 'string' ? sign(value) : value ? wholeOrNot.true : wholeOrNot.false)

/** The rule's own value and how it came to it, the drafts beside and the value that most drafts of the text have. */
function fieldSigns(a: Around, field: ClosedField): FieldSigns {
  const { draft, drafts, index } = a, valueOf = (d: Draft): Sign => valueSign(d.fields[field]), told = valueOf(draft), before = lastOf(a), after = drafts[index + 1], rule = signOf(draft.rule), why = plainWhy(draft.why[field])
  const all = [bias, joined(toldSign, told), joined(toldSign, told, rule), joined(toldSign, told, why)], own = [bias, toldSign, joined(toldSign, rule), joined(toldSign, why)]
  if (before) { all.push(joined(lastSign, valueOf(before))); if (before.sentence === draft.sentence) all.push(joined(same, valueOf(before))) }
  if (after && after.sentence - draft.sentence <= 2) all.push(joined(next, valueOf(after)), joined(next, signOf(after.rule)))
  const counts = new Map<Sign, number>()
  for (const d of drafts) if (d !== draft) counts.set(valueOf(d), (counts.get(valueOf(d)) ?? 0) + 1)
  let most: Sign = 0, n = 0
  for (const [value, times] of counts) if (times > n) { most = value; n = times }
  if (n > 0) all.push(joined(mostSign, most, n * 2 > drafts.length ? half : few))
  return { all, own }
}

const kinds = ['military', 'financial', 'humanitarian', 'training', 'industrial', 'energy', 'mixed'], kindTables = kinds.map((k) => 'support.' + k)
const goodsAre = sign('goods are'), core = sign('core'), near = sign('near'), inSpan = sign('span'), inSentence = sign('sentence')

/** What is given: the kinds that tables know of the goods, of the words near and of the sentence, the words with a meaning of their own, and who gives. */
function aidSigns(a: Around): Sign[] {
  const { reading, draft } = a, span = spanIn(reading, draft), beside = { start: Math.max(reading.start, draft.core.start - 30), end: Math.min(reading.end, draft.core.end + 60) }
  const goods = kindsOf(reading, reading.goods.filter((g) => draft.fields.items.some((i) => i.name === g.name))), inCore = kindsOf(reading, [draft.core])
  return [
    joined(goodsAre, signOf(goods || inCore)), joined(core, signOf(inCore)), joined(near, signOf(kindsOf(reading, [beside]))), joined(inSpan, signOf(kindsOf(reading, [span]))), joined(inSentence, signOf(kindsOf(reading, [reading]))),
    ...wordSigns(a).ofAid, ...drawnSigns(a), ...titleSigns(a, true), ...goodsSigns(a),
  ]
}

/** The kinds of aid that tables know in some stretches, in one word. */
function kindsOf(reading: Reading, spans: readonly Span[]): string {
  let out = ''
  if (spans.length > 0) kinds.forEach((kind, i) => { if (reading.byTable.get(kindTables[i]!)?.some((c) => spans.some((s) => overlaps(s, c)))) out += out === '' ? kind : '+' + kind })
  return out
}

const aid = sign('aid'), stage = sign('stage'), dated = sign('dated'), undated = sign('undated'), openPeriod = sign('open period'), period = sign('period'), noPeriod = sign('no period'), here = sign('here'), nextOne = sign('next'), sums = sign('sums')
/** The words of a sentence that tell of parts or of a whole. */
const partCues = onReading((reading): readonly Cue[] => reading.cues.filter((c) => /support\.(?:part|total|since|contents)/.test(c.table)))
const roughly = new Set(['over', 'almost', 'about', 'up to', 'at least'])
const rough = sign('rough'), exact = sign('exact'), grain = sign('grain'), many = sign('many'), thousands = sign('thousands'), scores = sign('scores'), fewItems = sign('few'), largest = sign('largest'), smaller = sign('smaller'), smallerFollow = sign('smaller follow'), noneSmaller = sign('none smaller follows'), largerBefore = sign('larger before'), noneLarger = sign('no larger before')

/** Whether a sum or number is the whole: what parts follow, what is told of time, how it stands to the other sums of the text. */
function totalSigns(a: Around): Sign[] {
  const { analysis, reading, draft, drafts, index } = a, { fields } = draft, stageOf = signOf(fields.stage)
  const out = [...wordSigns(a).all, ...drawnSigns(a), ...textSigns(a), ...titleSigns(a, false), ...goodsSigns(a), ...goodsTables(a), joined(aid, signOf(fields.aid)), joined(stage, stageOf)]
  out.push(fields.date ? dated : undated, fields.period ? fields.period.edtf.includes('..') ? openPeriod : period : noPeriod)
  for (const r of readingsOf(analysis).slice(reading.index, reading.index + 2)) {
    const at = r === reading ? here : nextOne
    for (const c of partCues(r)) { const table = joined(at, signOf(c.table)); out.push(table, joined(table, c.start < draft.core.start ? left : right)) }
    out.push(joined(at, sums, signOf(String(Math.min(3, r.amounts.length)))))
  }
  out.push(roughly.has(fields.amount?.qualifier ?? '') ? rough : exact, joined(grain, signOf(String(fields.period ? fields.period.edtf.length : 0)), stageOf))
  for (const { quantity } of fields.items) out.push(quantity === null ? many : quantity >= 1000 ? thousands : quantity >= 20 ? scores : fewItems)
  const { amount } = fields
  if (!amount) return out
  const others = drafts.filter((d) => d !== draft && d.fields.amount && d.fields.amount.currency === amount.currency), close = others.filter((d) => Math.abs(d.sentence - draft.sentence) <= 3)
  out.push(others.every((d) => d.fields.amount!.minor <= amount.minor) ? largest : smaller, close.some((d) => drafts.indexOf(d) > index && d.fields.amount!.minor < amount.minor) ? smallerFollow : noneSmaller, close.some((d) => drafts.indexOf(d) < index && d.fields.amount!.minor > amount.minor) ? largerBefore : noneLarger)
  return out
}
