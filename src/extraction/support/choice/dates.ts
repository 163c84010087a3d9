import { bounds, edtf, type DatedValue } from '../../../core/dates.ts'
import type { Analysis, DateMention } from '../../analysis.ts'
import { clauseAt, cuesOf, gap, inside, readingsOf, type Reading } from '../../frames/frames.ts'
import { stemOf, stepsOf } from '../../learned/steps.ts'
import { selfOf } from '../../names/parties.ts'
import { far, lastOf, plainWhy, spanIn, wordSigns, type Around } from './signs.ts'

/** One of the values a field may have, with what speaks for it. */
export interface Candidate<T> { readonly value: T; readonly signs: string[] }

/** "2024-05-03" is a day, "2024" a year. */
const grain = (value: string): string => {
  if (value.includes('..')) return 'open'
  const [first, last] = bounds(value as DatedValue['edtf']), days = (Date.parse(last) - Date.parse(first)) / 864e5
  return days < 1 ? 'day' : days < 8 ? 'week' : days < 45 ? 'month' : days < 360 ? 'season' : days < 400 ? 'year' : 'years'
}

/** Where a date stands to the day of publication. */
function age(value: string, published: string | null): string {
  if (!published || value.includes('..')) return 'unknown'
  const [first, last] = bounds(value as DatedValue['edtf'])
  if (first > published) return 'future'
  if (last >= published) return first === last ? 'that day' : 'around'
  const days = (Date.parse(published) - Date.parse(last)) / 864e5
  return days <= 7 ? 'week' : days <= 60 ? 'months' : days < 400 ? 'year' : 'old'
}

/** The dates that may be that of the act, or the period that money covers, each with its signs; null among them. */
export function dateCandidates(a: Around, field: 'date' | 'period'): Candidate<DatedValue | null>[] {
  const { analysis, reading, draft } = a, published = analysis.document.published?.edtf ?? null, told = draft.fields[field], out: Candidate<DatedValue | null>[] = []
  const why = draft.fields[field]?.why ?? 'none', stage = draft.fields.stage, general = [`rule ${draft.rule}`, `stage ${stage}`, selfOf(analysis).official ? 'official' : 'press', reading.index <= 1 ? 'lead' : 'body', reading.speech ? 'speech ' + reading.speech.form : 'no speech', 'block ' + (analysis.document.blocks[reading.sentence.block]?.kind ?? 'none'), draft.fields.total ? 'total' : 'part', draft.fields.date ? 'dated' : 'undated']
  const pastHere = reading.dates.some((d) => ['week', 'months', 'year', 'old', 'that day'].includes(age(d.value.edtf, published)))
  general.push(reading.dates.length === 0 ? 'no dates here' : pastHere ? 'past here' : 'future here')
  const others = a.drafts.filter((d) => d !== draft), dated = others.filter((d) => d.fields.date && d.fields.date.edtf === published).length
  general.push(others.length === 0 ? 'alone' : dated * 2 > others.length ? 'mostly that day' : dated > 0 ? 'some that day' : 'none that day')
  const last = lastOf(a), verb = endOfVerb(draft.why['stage']), words = [...wordSigns(a), `verb ${verb}`, `verb ${verb} ${selfOf(analysis).official ? 'official' : 'press'}`]
  for (const g of [`stage ${stage}`]) general.push(`${g} ${selfOf(analysis).official ? 'official' : 'press'}`, `${g} ${reading.speech ? 'said' : 'told'}`, `${g} ${reading.dates.length === 0 ? 'bare' : pastHere ? 'past' : 'future'}`)
  const add = (value: DatedValue | null, source: string, signs: readonly string[], full: boolean) => {
    const same = told?.edtf === value?.edtf, all = [source, `${source} ${same ? 'told' : told ? 'other told' : 'none told'}`, ...general.map((g) => `${source} ${g}`), ...signs.map((s) => `${source} ${s}`)]
    if (same) all.push('told', `told ${plainWhy(why)}`, `told ${grain(value?.edtf ?? '9999')} ${stage}`)
    if (value) all.push(`${source} grain ${grain(value.edtf)}`, `${source} age ${age(value.edtf, published)}`, `age ${age(value.edtf, published)} ${stage}`, `grain ${grain(value.edtf)} ${stage}`, `ga ${grain(value.edtf)} ${age(value.edtf, published)}`)
    if (last) all.push(`${source} ${last.fields[field]?.edtf === value?.edtf ? 'as last' : last.fields[field] ? 'last other' : 'last none'}`)
    if (full) for (const w of words) if (/^(?:w|l|r|t|b) /.test(w)) all.push(`${source} ${w}`)
    const known = out.find((c) => c.value?.edtf === value?.edtf)
    if (known) known.signs.push(...all); else out.push({ value, signs: all })
  }
  add(null, 'none', [], true)
  const here = reading.dates.filter((d) => d.value.edtf !== null)
  for (const d of here) {
    add(d.value, 'here', placeSigns(a, d, here), false)
    if (field === 'period' && !d.value.edtf.includes('/')) add({ ...d.value, edtf: edtf(d.value.edtf + '/..') }, 'since', placeSigns(a, d, here), false)
  }
  if (field === 'date' && published) add({ edtf: edtf(published), basis: 'inferred', why: 'said in a text of that day' }, 'that-day', [], true)
  const event = field === 'date' && published ? eventDay(analysis, published) : null
  if (event) add(event.value, 'event', [event.source, age(event.value.edtf, published)], true)
  const readings = readingsOf(analysis)
  for (let back = 1; back <= 3; back++) {
    const r = readings[reading.index - back]
    for (const d of r?.dates ?? []) add(d.value, 'before', [`back ${back}`, r!.sentence.block === reading.sentence.block ? 'block' : 'other block', hereOnly(r!, d), ...around(a, r!, d)], false)
  }
  for (const d of readings[reading.index + 1]?.dates ?? []) add(d.value, 'after', [readings[reading.index + 1]!.sentence.block === reading.sentence.block ? 'block' : 'other block', ...around(a, readings[reading.index + 1]!, d)], false)
  if (last?.fields[field]) add(last.fields[field], 'last', [last.sentence === draft.sentence ? 'same sentence' : 'before', `stage ${last.fields.stage === stage ? 'same' : 'other'}`], false)
  if (told) add(told, 'rule', [plainWhy(why)], false)
  return out
}

/** The last letters of the word that told the stage, which show the tense. */
const endOfVerb = (why: string | undefined): string => /(\p{L}{1,3})[^\p{L}]*”/u.exec(why ?? '')?.[1]?.toLowerCase() ?? 'none'

const events = new WeakMap<Analysis, { readonly value: DatedValue; readonly source: string } | null>()

/** The day that a text tells of: the first one in its opening that lies in the week up to its publication, else the one it names most. */
function eventDay(analysis: Analysis, published: string): { readonly value: DatedValue; readonly source: string } | null {
  let known = events.get(analysis)
  if (known !== undefined) return known
  const days = analysis.dates.filter((d) => d.value.edtf.length === 10 && d.value.edtf <= published && Date.parse(published) - Date.parse(d.value.edtf) <= 7 * 864e5), until = analysis.sentences[4]?.end ?? Infinity
  const opening = days.find((d) => d.start < until), counts = new Map<string, number>()
  for (const d of days) counts.set(d.value.edtf, (counts.get(d.value.edtf) ?? 0) + 1)
  const most = days.filter((d) => counts.get(d.value.edtf)! >= 2).sort((x, y) => counts.get(y.value.edtf)! - counts.get(x.value.edtf)!)[0]
  const day = opening ?? most
  events.set(analysis, (known = day ? { value: day.value, source: opening ? 'opening' : 'most' } : null))
  return known
}

const hereOnly = (r: Reading, d: DateMention) => (r.dates.length === 1 ? 'only' : r.dates[0] === d ? 'first' : 'later')

/** The words by a date. */
function around({ analysis }: Around, reading: Reading, d: DateMention): string[] {
  const steps = stepsOf(analysis, reading), i = steps.findIndex((s) => s.start >= d.start), stem = (k: number) => steps[k]?.seen.stem.text ?? (k < 0 ? '^' : '$'), out: string[] = []
  out.push(`dl ${stem(i - 1)}`, `dll ${stem(i - 2)} ${stem(i - 1)}`, `dr ${stem(i + 1)}`, ...d.written.toLowerCase().split(/[^\p{L}]+/u).filter((w) => w.length > 2).map((w) => 'dw ' + stemOf(w)))
  for (const c of reading.cues) if (c.end <= d.start && d.start - c.end < 5) out.push('dt ' + c.table)
  return out
}

function placeSigns(a: Around, d: DateMention, all: readonly DateMention[]): string[] {
  const { reading, draft } = a, { core } = draft, clause = clauseAt(reading, core), span = spanIn(reading, draft), side = d.end <= core.start ? '<' : '>'
  const out = [hereOnly(reading, d), inside(d, clause) ? 'clause' : 'other clause', inside(d, span) ? 'span' : 'other span', `far ${side} ${far(gap(d, core))}`, ...around(a, reading, d)]
  out.push(all.every((x) => x === d || gap(x, core) >= gap(d, core)) ? 'nearest' : 'further')
  const sums = reading.amounts.filter((s) => side === '<' ? s.start >= d.end && s.end <= core.start : s.start >= core.end && s.end <= d.start).length
  out.push(sums > 0 ? 'sum between' : 'no sum between')
  if (cuesOf(reading, 'support.since').some((c) => c.end <= d.start && d.start - c.end < 70)) out.push('since')
  const verb = reading.cues.find((c) => c.table === 'support.' + draft.fields.stage)
  if (verb) out.push(`verb ${d.end <= verb.start ? '<' : '>'} ${far(gap(d, verb))}`)
  return out
}
