import type { Span } from '../../../core/evidence.ts'
import type { Analysis } from '../../analysis.ts'
import { clauseAt, cuesOf, gap, inside, overlaps, readingsOf, type Reading } from '../../frames/frames.ts'
import { stepsOf } from '../../learned/steps.ts'
import { opponents, selfOf } from '../../names/parties.ts'
import type { Draft } from '../drafts.ts'
import { titleCues } from '../kinds.ts'

/** A draft with what stands around it. */
export interface Around { readonly analysis: Analysis; readonly reading: Reading; readonly draft: Draft; /** All drafts of the text, in order, and the place of this one. */ readonly drafts: readonly Draft[]; readonly index: number }

/** How a rule came to a value, without the words it quotes. */
export const plainWhy = (why: string | undefined): string => (why ?? '').replace(/“[^“”]*”/g, '“”').replace(/learned, /, 'learned ')

/** How far off, in steps of growing size. */
export const far = (n: number): string => (n < 2 ? '1' : n < 6 ? '5' : n < 15 ? '14' : n < 40 ? '39' : '40')

/** The drafts told before in the three sentences up to this one. */
export const lastOf = ({ drafts, index, draft }: Around): Draft | undefined => { const last = drafts[index - 1]; return last && draft.sentence - last.sentence <= 3 ? last : undefined }

/** The words and word tables around the core of a draft, by their side and nearness. */
export function wordSigns(a: Around): readonly string[] {
  let signs = told.get(a.draft)
  if (!signs) told.set(a.draft, (signs = makeWordSigns(a)))
  return signs
}
const told = new WeakMap<Draft, readonly string[]>()

function makeWordSigns({ analysis, reading, draft }: Around): string[] {
  const { core } = draft, span = spanIn(reading, draft), clause = clauseAt(reading, core), steps = stepsOf(analysis, reading), out: string[] = ['bias']
  const first = steps.findIndex((s) => s.end > core.start), last = steps.findLastIndex((s) => s.start < core.end)
  steps.forEach((s, i) => {
    const side = i < first ? 'l' : i > last ? 'r' : 'c', near = side === 'l' ? first - i : side === 'r' ? i - last : 0
    if (s.seen.stem.text.length < 2 && !/^\p{L}$/u.test(s.seen.stem.text)) return
    out.push((inside(s, span) ? 'w ' : inside(s, clause) ? 'x ' : 'y ') + s.seen.stem.text)
    if (near <= 5) out.push(`${side} ${s.seen.stem.text}`)
    if (near <= 4 && steps[i + 1]) out.push(`b ${s.seen.stem.text} ${steps[i + 1]!.seen.stem.text}`)
  })
  for (const c of reading.cues) {
    if (overlaps(c, core)) { out.push('tc ' + c.table); continue }
    const side = c.end <= core.start ? '<' : '>'
    if (inside(c, span)) out.push(`t ${c.table}`, `t ${side} ${c.table}`)
    else if (inside(c, clause)) out.push(`tx ${side} ${c.table}`)
    else out.push(`ty ${c.table}`)
    if (gap(c, core) < 30) out.push(`tn ${side} ${c.table}`)
  }
  return out
}

/** The words of a draft within its sentence. */
export const spanIn = (reading: Reading, draft: Draft): Span => draft.spans.find((s) => overlaps(s, reading)) ?? reading

/** What kind of draft it is and in what text it stands. */
export function drawnSigns(a: Around): string[] {
  const { analysis, reading, draft } = a, { fields } = draft, out: string[] = ['rule ' + draft.rule]
  out.push(fields.amount ? 'sum' : 'no sum', fields.items.length > 0 ? 'goods' : 'no goods')
  const block = analysis.document.blocks[reading.sentence.block]?.kind ?? 'none'
  out.push('block ' + block, selfOf(analysis).official ? 'official' : 'press', reading.index <= 1 ? 'lead' : 'body')
  if (reading.speech) out.push('speech ' + reading.speech.form)
  for (const p of fields.provider) out.push('giver ' + (p.type === 'state' ? p.country && opponents.has(p.country) ? 'enemy' : 'state' : p.type), ...(p.name === 'European Union' || p.name === 'European Commission' || p.name === 'NATO' ? ['giver ' + p.name.replace(/ /g, '-')] : []))
  for (const table of new Set(titleCues(analysis).map((c) => c.table))) out.push('title ' + table)
  return out
}

/** The words of the goods, and the tables that know them. */
export function goodsSigns({ analysis, draft }: Around): string[] {
  const out: string[] = []
  for (const item of draft.fields.items) {
    out.push(item.quantity === null ? 'uncounted' : 'counted')
    for (const w of item.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) if (w.length > 2) out.push('i ' + (w.length > 7 ? w.slice(0, 6) : w.length > 5 ? w.slice(0, 5) : w))
  }
  for (const r of readingsOf(analysis).slice(draft.sentence, draft.sentence + 1)) for (const g of r.goods) if (draft.fields.items.some((i) => i.name === g.name)) for (const c of cuesOf(r, [...r.byTable.keys()], g)) out.push('it ' + c.table)
  return out
}
