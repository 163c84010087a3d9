import type { Analysis } from '../../analysis.ts'
import { clauseAt, clausesOf, gap, inside, overlaps, type Reading } from '../../frames/frames.ts'
import { scoreIn } from '../../learned/learned.ts'
import { stepsOf } from '../../learned/steps.ts'
import { opponents, selfOf } from '../../names/parties.ts'
import type { Core } from '../cores.ts'
import type { Draft } from '../drafts.ts'
import { titleOfAid } from '../kinds.ts'

/** What speaks for and against a core being a commitment of its own: the words around it by side and nearness, who stands near, what was told before. */
export function coreSigns(analysis: Analysis, reading: Reading, core: Core, all: readonly Core[], before: readonly Draft[]): string[] {
  const steps = stepsOf(analysis, reading), clause = clauseAt(reading, core), { span, kind } = core, out = ['bias', `kind ${kind}`]
  const first = steps.findIndex((s) => s.end > core.start), last = steps.findLastIndex((s) => s.start < core.end), stem = (i: number) => steps[i]?.seen.stem.text ?? (i < 0 ? '^' : '$')
  out.push(`l1 ${stem(first - 1)}`, `r1 ${stem(last + 1)}`, `l2 ${stem(first - 2)} ${stem(first - 1)}`, `r2 ${stem(last + 1)} ${stem(last + 2)}`, `lr ${stem(first - 1)} ${stem(last + 1)}`)
  steps.forEach((s, i) => {
    const side = i < first ? '<' : i > last ? '>' : '=', near = side === '<' ? first - i : side === '>' ? i - last : 0, at = inside(s, span) ? 'w' : inside(s, clause) ? 'x' : 'y'
    const words = [...s.ideas.map((t) => t.text), ...(s.kind ? [s.kind.toUpperCase()] : [])]
    for (const w of words) { out.push(`${at} ${w}`, `${at} ${side} ${w}`); if (near <= 4) out.push(`n ${side} ${w}`) }
    if (s.seen.stem.text.length > 1 && !s.kind) { out.push(`${at} ${s.seen.stem.text}`); if (near <= 4) out.push(`n ${side} ${s.seen.stem.text}`) }
  })
  for (const c of reading.cues) {
    if (overlaps(c, core)) { out.push('tc ' + c.table); continue }
    const side = c.end <= core.start ? '<' : '>', near = gap(c, core)
    out.push(inside(c, span) ? `t ${c.table}` : inside(c, clause) ? `tx ${c.table}` : `ty ${c.table}`)
    if (inside(c, span)) out.push(`t ${side} ${c.table}`)
    if (near < 30) out.push(`tn ${side} ${c.table}`, `tk ${kind} ${side} ${c.table}`)
  }
  const drawn = before.filter((d) => d.sentence === reading.index), told = before.filter((d) => d.sentence < reading.index).at(-1), at = all.indexOf(core)
  out.push(`nth ${Math.min(at, 3)} of ${Math.min(all.length, 4)}`, `drawn ${Math.min(2, drawn.length)}`, told ? `told ${reading.index - told.sentence <= 2 ? 'near' : reading.index - told.sentence <= 8 ? 'before' : 'far'}` : 'none told')
  if (at > 0) out.push(`gap ${joint(reading, all[at - 1]!.end, core.start)}`)
  const act = reading.cues.some((c) => acts.has(c.table) && inside(c, span) && !overlaps(c, core)), giver = steps.some((s) => inside(s, span) && s.end <= core.start && s.kind !== null && givers.has(s.kind)), own = `${act ? 'act' : 'no act'} ${giver ? 'giver' : 'no giver'}`
  out.push(`own ${own}`, `own ${own} ${kind}`, `own ${own} drawn ${Math.min(1, drawn.length)}`, `own ${own} odds ${bucket(scoreIn(analysis, reading, 'commitment'))}`)
  const beside = drawn.length > 0 ? drawn.reduce((a, b) => (gap(b.core, core) < gap(a.core, core) ? b : a)) : null
  if (beside) {
    const between = { start: Math.min(beside.core.end, core.end), end: Math.max(beside.core.start, core.start) }, parted = reading.cues.some((c) => acts.has(c.table) && inside(c, between))
    const way = `${core.start > beside.core.start ? 'behind' : 'before'} ${parted ? 'act between' : 'no act between'} ${joint(reading, between.start, between.end)}`
    out.push(`beside ${way}`, `beside ${beside.fields.amount ? 'sum' : 'goods'} ${kind} ${parted ? 'act between' : 'no act between'}`, `beside ${inside(beside.core, span) ? 'in span' : inside(beside.core, clause) ? 'in clause' : 'off'} ${own}`)
  }
  const edge = clausesOf(reading).length > 1 ? 'clauses' : 'one clause'
  out.push(edge, `odds ${bucket(scoreIn(analysis, reading, 'commitment'))}`, `odds ${bucket(scoreIn(analysis, reading, 'commitment'))} ${kind}`, `ask ${bucket(scoreIn(analysis, reading, 'ask'))}`, `plan ${bucket(scoreIn(analysis, reading, 'planning'))}`, `project ${bucket(scoreIn(analysis, reading, 'project'))}`)
  out.push('block ' + (analysis.document.blocks[reading.sentence.block]?.kind ?? 'none'), selfOf(analysis).official ? 'official' : 'press', reading.index <= 1 ? 'lead' : 'body', reading.speech ? 'speech ' + reading.speech.form : 'no speech', titleOfAid(analysis) ? 'title of aid' : 'title of else', /\?["”»]?\s*$/.test(reading.text) ? 'question' : 'no question')
  if (steps.some((s) => inside(s, span) && s.country !== null && opponents.has(s.country))) out.push('enemy in span')
  for (const i of core.items) {
    out.push(i.item.quantity === null ? 'uncounted' : i.loose ? 'loose' : 'counted')
    for (const w of i.item.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) if (w.length > 2) out.push('i ' + (w.length > 7 ? w.slice(0, 6) : w.length > 5 ? w.slice(0, 5) : w))
  }
  const again = before.some((d) => (core.sum ? d.fields.amount?.minor === core.sum.money.minor : core.items.some((i) => d.fields.items.some((j) => j.name === i.item.name && j.quantity === i.item.quantity))))
  out.push(again ? `again ${kind}` : 'new')
  return [...new Set(out)]
}

const acts: ReadonlySet<string> = new Set(['announced', 'delivered', 'allocated', 'approved', 'contracted', 'reduced', 'suspended', 'cancelled', 'signalled', 'giving', 'given'].map((s) => 'support.' + s))
const givers: ReadonlySet<string> = new Set(['state', 'body', 'firm', 'demonym', 'place', 'person'])

const bucket = (odds: number): string => (odds < -4 ? 'none' : odds < -2 ? 'low' : odds < -0.5 ? 'some' : odds < 1 ? 'even' : odds < 3 ? 'high' : 'sure')

/** What parts two neighbours. */
function joint(reading: Reading, from: number, to: number): string {
  const text = reading.text.slice(from - reading.start, to - reading.start)
  return /[;]/.test(text) ? 'semicolon' : /[–—:]/.test(text) ? 'dash' : /,/.test(text) ? 'comma' : text.length > 40 ? 'far' : 'near'
}

