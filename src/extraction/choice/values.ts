import { readingsOf } from '../frames/frames.ts'
import type { Candidate } from './dates.ts'
import { drawnSigns, goodsSigns, lastOf, plainWhy, wordSigns, type Around } from './signs.ts'

/** Fields with a fixed set of values that are chosen anew. */
export type ClosedField = 'aid' | 'total'

const values: Readonly<Record<ClosedField, readonly string[]>> = { aid: ['military', 'financial', 'humanitarian', 'training', 'industrial', 'energy', 'other'], total: ['false', 'true'] }
const ofRule = /^(?:rule|told|bias|official|press)/

/** Each value of a closed field with its signs; those of the rule's own value stand beside as well, whatever the value. */
export function valueCandidates(a: Around, field: ClosedField): Candidate<string>[] {
  const signs = [...new Set(valueSigns(a, field))], told = String(a.draft.fields[field])
  return values[field].map((value) => ({ value, signs: [...signs.map((s) => `${value}|${s}`), ...(value === told ? signs.filter((s) => ofRule.test(s)).map((s) => 'T|' + s.replace(/^told \S+/, 'told')) : [])] }))
}

const nextOf = ({ analysis, reading }: Around) => readingsOf(analysis).slice(reading.index + 1, reading.index + 2)

/** What tells of the value of a closed field: the rule's own value and how it came to it, the words around, the goods, the draft before. */
function valueSigns(a: Around, field: ClosedField): string[] {
  const { draft, drafts, index } = a, told = String(draft.fields[field]), why = plainWhy(draft.why[field]), last = lastOf(a)
  const out = [...wordSigns(a), ...drawnSigns(a), ...goodsSigns(a), `told ${told}`, `told ${told} ${draft.rule}`, `told ${told} ${why}`]
  if (field !== 'aid') out.push('aid ' + draft.fields.aid)
  out.push('stage ' + draft.fields.stage)
  out.push(draft.fields.date ? 'dated' : 'undated', draft.fields.period ? draft.fields.period.edtf.includes('..') ? 'open period' : 'period' : 'no period')
  if (last) { out.push(`last ${last.fields[field]}`); if (last.sentence === draft.sentence) out.push(`same ${last.fields[field]}`) }
  const next = drafts[index + 1]
  if (next && next.sentence - draft.sentence <= 2) out.push(`next ${next.fields[field]}`, `next ${next.rule}`)
  const counts = new Map<string, number>()
  for (const d of drafts) if (d !== draft) { const v = String(d.fields[field]); counts.set(v, (counts.get(v) ?? 0) + 1) }
  const [most, n] = [...counts].sort((x, y) => y[1] - x[1])[0] ?? ['', 0]
  if (n > 0) out.push(`most ${most} ${n * 2 > drafts.length ? 'half' : 'few'}`)
  if (field === 'total') for (const r of [a.reading, ...nextOf(a)]) { const at = r === a.reading ? 'here' : 'next'; for (const c of r.cues) if (/support\.(?:part|total|since|contents)/.test(c.table)) out.push(`${at} ${c.table}`, `${at} ${c.table} ${c.start < draft.core.start ? '<' : '>'}`); out.push(`${at} sums ${Math.min(3, r.amounts.length)}`) }
  if (field === 'total') out.push(/^(?:over|almost|about|up to|at least)$/.test(draft.fields.amount?.qualifier ?? '') ? 'rough' : 'exact', `grain ${draft.fields.period ? draft.fields.period.edtf.length : 0} ${draft.fields.stage}`, ...draft.fields.items.map((i) => (i.quantity === null ? 'many' : i.quantity >= 1000 ? 'thousands' : i.quantity >= 20 ? 'scores' : 'few')))
  if (field === 'total' && draft.fields.amount) {
    const sums = drafts.filter((d) => d !== draft && d.fields.amount && d.fields.amount.currency === draft.fields.amount!.currency)
    const near = sums.filter((d) => Math.abs(d.sentence - draft.sentence) <= 3)
    out.push(sums.every((d) => d.fields.amount!.minor <= draft.fields.amount!.minor) ? 'largest' : 'smaller', near.some((d) => drafts.indexOf(d) > index && d.fields.amount!.minor < draft.fields.amount!.minor) ? 'smaller follow' : 'none smaller follows', near.some((d) => drafts.indexOf(d) < index && d.fields.amount!.minor > draft.fields.amount!.minor) ? 'larger before' : 'no larger before')
  }
  return out
}
