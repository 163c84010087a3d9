import type { Span } from '../../../core/evidence.ts'
import { cuesOf, overlaps, readingsOf, type Reading } from '../../frames/frames.ts'
import type { Candidate } from './dates.ts'
import { valuesOf } from './scores.ts'
import { drawnSigns, goodsSigns, lastOf, plainWhy, spanIn, wordSigns, type Around } from './signs.ts'

/** Fields with a fixed set of values that are chosen anew. */
export type ClosedField = 'aid' | 'total'

const values: Readonly<Record<ClosedField, readonly string[]>> = { aid: ['military', 'financial', 'humanitarian', 'training', 'industrial', 'energy', 'other'], total: ['false', 'true'] }
const ofRule = /^(?:rule|told|bias|official|press)/

/** Each value of a closed field with its signs; those of the rule's own value stand beside as well, whatever the value. */
export function valueCandidates(a: Around, field: ClosedField): Candidate<string>[] {
  const signs = signsOf(a, field), told = String(a.draft.fields[field])
  return values[field].map((value) => ({ value, signs: [...signs.map((s) => `${value}|${s}`), ...(value === told ? ownSigns(signs).map((s) => 'T|' + s) : [])] }))
}
const signsOf = (a: Around, field: ClosedField): string[] => [...new Set([...fieldSigns(a, field), ...(field === 'aid' ? aidSigns(a) : totalSigns(a))])]
const ownSigns = (signs: readonly string[]): string[] => signs.filter((s) => ofRule.test(s)).map((s) => s.replace(/^told \S+/, 'told'))

/**
 * The value of a closed field for which most speaks; of equals the first. The same as by `valueCandidates` and their scores, without writing every sign once for every value.
 */
export function chosenValue(a: Around, field: ClosedField): string {
  const table = valuesOf(field), signs = signsOf(a, field), told = String(a.draft.fields[field]), sums = new Map(values[field].map((v) => [v, 0]))
  for (const sign of signs) for (const [value, weight] of table.get(sign) ?? []) { const sum = sums.get(value); if (sum !== undefined) sums.set(value, sum + weight) }
  if (sums.has(told)) for (const sign of new Set(ownSigns(signs))) for (const [value, weight] of table.get(sign) ?? []) if (value === 'T') sums.set(told, sums.get(told)! + weight)
  let best = values[field][0]!
  for (const [value, sum] of sums) if (sum > sums.get(best)!) best = value
  return best
}

/** The rule's own value and how it came to it, the drafts beside and the value that most drafts of the text have. */
function fieldSigns(a: Around, field: ClosedField): string[] {
  const { draft, drafts, index } = a, told = String(draft.fields[field]), last = lastOf(a), next = drafts[index + 1], out = ['bias', `told ${told}`, `told ${told} ${draft.rule}`, `told ${told} ${plainWhy(draft.why[field])}`]
  if (last) { out.push(`last ${last.fields[field]}`); if (last.sentence === draft.sentence) out.push(`same ${last.fields[field]}`) }
  if (next && next.sentence - draft.sentence <= 2) out.push(`next ${next.fields[field]}`, `next ${next.rule}`)
  const counts = new Map<string, number>()
  for (const d of drafts) if (d !== draft) { const v = String(d.fields[field]); counts.set(v, (counts.get(v) ?? 0) + 1) }
  const [most, n] = [...counts].sort((x, y) => y[1] - x[1])[0] ?? ['', 0]
  if (n > 0) out.push(`most ${most} ${n * 2 > drafts.length ? 'half' : 'few'}`)
  return out
}

const kinds = ['military', 'financial', 'humanitarian', 'training', 'industrial', 'energy', 'mixed'], kindTables = kinds.map((k) => 'support.' + k)

/** What is given: the kinds that tables know of the goods, of the words near and of the sentence, the words with a meaning of their own, and who gives. */
function aidSigns(a: Around): string[] {
  const { reading, draft } = a, { core } = draft, out: string[] = [], span = spanIn(reading, draft), near = { start: Math.max(reading.start, core.start - 30), end: Math.min(reading.end, core.end + 60) }
  const goods = kindsOf(reading, reading.goods.filter((g) => draft.fields.items.some((i) => i.name === g.name))), inCore = kindsOf(reading, [core])
  out.push(`goods are ${goods || inCore}`, `core ${inCore}`, `near ${kindsOf(reading, [near])}`, `span ${kindsOf(reading, [span])}`, `sentence ${kindsOf(reading, [reading])}`)
  out.push(...wordSigns(a).filter((s) => /^[wlrcb] \p{L}{4}/u.test(s) && !/^. (?:ukraine|state|goods|body|person|place|number|date|demonym)\b/.test(s) || /^t[cnxy]? (?:[<>] )?support\.(?:military|financial|humanitarian|training|industrial|energy|mixed|aid|goods|people|bundle|contracted)$/.test(s)))
  out.push(...drawnSigns(a).filter((s) => /^(?:rule|sum|no sum|goods|no goods|giver|title support)/.test(s)), ...goodsSigns(a).filter((s) => !s.startsWith('it ')))
  return out
}

/** The kinds of aid that tables know in some stretches, in one word. */
const kindsOf = (reading: Reading, spans: readonly Span[]): string => kinds.filter((_, i) => cuesOf(reading, kindTables[i]!).some((c) => spans.some((s) => overlaps(s, c)))).join('+')

/** Whether a sum or number is the whole: what parts follow, what is told of time, how it stands to the other sums of the text. */
function totalSigns(a: Around): string[] {
  const { analysis, reading, draft, drafts, index } = a, out = [...wordSigns(a), ...drawnSigns(a), ...goodsSigns(a), 'aid ' + draft.fields.aid, 'stage ' + draft.fields.stage]
  out.push(draft.fields.date ? 'dated' : 'undated', draft.fields.period ? draft.fields.period.edtf.includes('..') ? 'open period' : 'period' : 'no period')
  for (const r of readingsOf(analysis).slice(reading.index, reading.index + 2)) {
    const at = r === reading ? 'here' : 'next'
    for (const c of r.cues) if (/support\.(?:part|total|since|contents)/.test(c.table)) out.push(`${at} ${c.table}`, `${at} ${c.table} ${c.start < draft.core.start ? '<' : '>'}`)
    out.push(`${at} sums ${Math.min(3, r.amounts.length)}`)
  }
  out.push(/^(?:over|almost|about|up to|at least)$/.test(draft.fields.amount?.qualifier ?? '') ? 'rough' : 'exact', `grain ${draft.fields.period ? draft.fields.period.edtf.length : 0} ${draft.fields.stage}`, ...draft.fields.items.map((i) => (i.quantity === null ? 'many' : i.quantity >= 1000 ? 'thousands' : i.quantity >= 20 ? 'scores' : 'few')))
  const { amount } = draft.fields
  if (!amount) return out
  const sums = drafts.filter((d) => d !== draft && d.fields.amount && d.fields.amount.currency === amount.currency), near = sums.filter((d) => Math.abs(d.sentence - draft.sentence) <= 3)
  out.push(sums.every((d) => d.fields.amount!.minor <= amount.minor) ? 'largest' : 'smaller', near.some((d) => drafts.indexOf(d) > index && d.fields.amount!.minor < amount.minor) ? 'smaller follow' : 'none smaller follows', near.some((d) => drafts.indexOf(d) < index && d.fields.amount!.minor > amount.minor) ? 'larger before' : 'no larger before')
  return out
}
