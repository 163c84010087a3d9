import { bounds, edtf, type DatedValue } from '../../../core/dates.ts'
import type { Analysis, DateMention } from '../../analysis.ts'
import { asidesOf } from '../../frames/asides.ts'
import { onAnalysis } from '../../kept.ts'
import { clauseAt, cuesOf, gap, hasCue, inside, readingsOf, type Reading } from '../../frames/frames.ts'
import { joined, sign, signOf, signOfTerm, type Sign } from '../../learned/signs.ts'
import { stemOf, stepsOf } from '../../learned/steps.ts'
import { tablesIn } from '../../learned/tables.ts'
import type { Draft } from '../drafts.ts'
import { blockSign, body, far, lastOf, lead, left, officialSign, plainWhy, right, ruleSign, spanIn, type Around } from './signs.ts'

/** One of the values a field may have, with what speaks for it. */
export interface Candidate<T> { readonly value: T; readonly signs: Sign[] }
/** A date, and the words that each of the signs near the core of its draft stands behind. */
export interface DateCandidate extends Candidate<DatedValue | null> { readonly ahead: Sign[] }

const grains = { open: sign('open'), day: sign('day'), week: sign('week'), month: sign('month'), season: sign('season'), year: sign('year'), years: sign('years') }
/** "2024-05-03" is a day, "2024" a year. */
function grainOf(value: string): Sign {
  if (value.includes('..')) return grains.open
  const [first, last] = bounds(value as DatedValue['edtf']), days = (Date.parse(last) - Date.parse(first)) / 864e5
  return days < 1 ? grains.day : days < 8 ? grains.week : days < 45 ? grains.month : days < 360 ? grains.season : days < 400 ? grains.year : grains.years
}

const ages = { unknown: sign('unknown'), future: sign('future'), thatDay: sign('that day'), around: sign('around'), week: sign('week'), months: sign('months'), year: sign('year'), old: sign('old') }
const past: ReadonlySet<Sign> = new Set([ages.week, ages.months, ages.year, ages.old, ages.thatDay])
/** Where a date stands to the day of publication. */
function ageOf(value: string, published: string | null): Sign {
  if (!published || value.includes('..')) return ages.unknown
  const [first, last] = bounds(value as DatedValue['edtf'])
  if (first > published) return ages.future
  if (last >= published) return first === last ? ages.thatDay : ages.around
  const days = (Date.parse(published) - Date.parse(last)) / 864e5
  return days <= 7 ? ages.week : days <= 60 ? ages.months : days < 400 ? ages.year : ages.old
}

const from = { none: sign('none'), here: sign('here'), since: sign('since'), thatDay: sign('that-day'), event: sign('event'), before: sign('before'), after: sign('after'), last: sign('last'), rule: sign('rule') }
const told = { same: sign('told'), other: sign('other told'), none: sign('none told') }, asLast = { same: sign('as last'), other: sign('last other'), none: sign('last none') }
const stageSign = sign('stage'), speech = sign('speech'), noSpeech = sign('no speech'), total = sign('total'), part = sign('part'), dated = sign('dated'), undated = sign('undated'), noDates = sign('no dates here'), pastHere = sign('past here'), futureHere = sign('future here')
const others = { alone: sign('alone'), mostly: sign('mostly that day'), some: sign('some that day'), none: sign('none that day') }, said = sign('said'), toldAlone = sign('told'), bare = sign('bare'), ofPast = sign('past'), ofFuture = sign('future')
const grainSign = sign('grain'), ageSign = sign('age'), both = sign('ga'), back = sign('back'), block = sign('block'), otherBlock = sign('other block'), sameSentence = sign('same sentence'), sameStage = sign('stage same'), otherStage = sign('stage other')

/** What is true of a draft whatever its date is. */
function generalSigns(a: Around, stage: Sign): Sign[] {
  const { analysis, reading, draft } = a, { fields } = draft, published = analysis.document.published?.edtf ?? null, official = officialSign(a)
  const isPast = reading.dates.some((d) => past.has(ageOf(d.value.edtf, published))), beside = a.drafts.filter((d) => d !== draft), thatDay = beside.filter((d) => d.fields.date && d.fields.date.edtf === published).length
  return [
    ruleSign(a), stage, official, reading.index <= 1 ? lead : body, reading.speech ? joined(speech, signOf(reading.speech.form)) : noSpeech, blockSign(a), fields.total ? total : part, fields.date ? dated : undated,
    reading.dates.length === 0 ? noDates : isPast ? pastHere : futureHere,
    beside.length === 0 ? others.alone : thatDay * 2 > beside.length ? others.mostly : thatDay > 0 ? others.some : others.none,
    joined(stage, official), joined(stage, reading.speech ? said : toldAlone), joined(stage, reading.dates.length === 0 ? bare : isPast ? ofPast : ofFuture),
  ]
}

/** A date in a sentence beside that of a draft, or in its own, with what tells where it stands. */
interface DateAt { readonly value: DatedValue; readonly source: Sign; readonly about: readonly Sign[] }

/** What the choices of date and period share: made once for a draft. */
export interface DatesAround { readonly general: readonly Sign[]; readonly stageName: Sign; readonly here: readonly DateAt[]; readonly before: readonly DateAt[]; readonly after: readonly DateAt[] }

/** The dates around a draft, for `dateCandidates`. */
export function datesAround(a: Around): DatesAround {
  const { analysis, reading, draft } = a, readings = readingsOf(analysis), after = readings[reading.index + 1], stageName = signOf(draft.fields.stage), before: DateAt[] = []
  const blockOf = (r: Reading) => (r.sentence.block === reading.sentence.block ? block : otherBlock)
  for (let n = 1; n <= 3; n++) {
    const r = readings[reading.index - n]
    for (const d of r?.dates ?? []) before.push({ value: d.value, source: from.before, about: [joined(back, signOf(String(n))), blockOf(r!), hereOnly(r!, d), ...around(a, r!, d)] })
  }
  return {
    general: generalSigns(a, joined(stageSign, stageName)), stageName, before, here: reading.dates.filter((d) => !isOfAside(reading, d, draft)).map((d) => ({ value: d.value, source: from.here, about: placeSigns(a, d, reading.dates) })),
    after: after ? after.dates.map((d) => ({ value: d.value, source: from.after, about: [blockOf(after), ...around(a, after, d)] })) : [],
  }
}

/** Is a date that of what is told by the way, where the act is not: "Spain, whose offer was made in May, has sent 20"? */
export const isOfAside = (reading: Reading, date: DateMention, { core, fields }: Draft): boolean => asidesOf(reading).some((x) => inside(date, x) && !inside(core, x) && !hasCue(reading, 'support.' + fields.stage, x))

/** The dates that may be that of the act, or the period that money covers, each with its signs; null among them. */
export function dateCandidates(a: Around, field: 'date' | 'period', { general, stageName, here, before, after }: DatesAround = datesAround(a)): DateCandidate[] {
  const { analysis, draft } = a, published = analysis.document.published?.edtf ?? null, ruled = draft.fields[field], out: DateCandidate[] = []
  const why = plainWhy(ruled?.why ?? 'none'), last = lastOf(a)
  const add = (value: DatedValue | null, source: Sign, about: readonly Sign[], full = false) => {
    const same = ruled?.edtf === value?.edtf
    let known = out.find((c) => c.value?.edtf === value?.edtf)
    if (!known) out.push(known = { value, signs: value ? timeSigns(value.edtf, published, stageName) : [], ahead: [] })
    const { signs } = known
    signs.push(source, joined(source, same ? told.same : ruled ? told.other : told.none))
    for (const g of general) signs.push(joined(source, g))
    for (const s of about) signs.push(joined(source, s))
    if (same) signs.push(told.same, joined(told.same, why), joined(told.same, value ? grainOf(value.edtf) : grains.year, stageName))
    if (value) signs.push(joined(source, grainSign, grainOf(value.edtf)), joined(source, ageSign, ageOf(value.edtf, published)))
    if (last) signs.push(joined(source, last.fields[field]?.edtf === value?.edtf ? asLast.same : last.fields[field] ? asLast.other : asLast.none))
    if (full) known.ahead.push(source)
  }
  add(null, from.none, [], true)
  for (const { value, source, about } of here) {
    add(value, source, about)
    if (field === 'period' && !value.edtf.includes('/')) add({ ...value, edtf: edtf(value.edtf + '/..') }, from.since, about)
  }
  if (field === 'date' && published) add({ edtf: edtf(published), basis: 'inferred', why: 'said in a text of that day' }, from.thatDay, [], true)
  const eventful = field === 'date' && published ? eventDay(analysis, published) : null
  // The day of a meeting told later is that of the meeting.
  const event = eventful && !(eventful.start >= a.reading.end && tellsMeeting(readingsOf(analysis).find((r) => r.end > eventful.start))) ? eventful : null
  if (event) add(event.value, from.event, [event.source, ageOf(event.value.edtf, published)], true)
  for (const { value, source, about } of before) add(value, source, about)
  // The day of another commitment is told with it, and so is that of a meeting.
  if (field === 'period' || !a.drafts.some((d) => d.sentence === a.reading.index + 1) && !tellsMeeting(readingsOf(analysis)[a.reading.index + 1])) for (const { value, source, about } of after) add(value, source, about)
  if (last?.fields[field]) add(last.fields[field], from.last, [last.sentence === draft.sentence ? sameSentence : from.before, last.fields.stage === draft.fields.stage ? sameStage : otherStage])
  if (ruled) add(ruled, from.rule, [why])
  return out
}

const tellsMeeting = (reading: Reading | undefined): boolean => reading !== undefined && hasCue(reading, ['meetings.verbs', 'meetings.nouns', 'meetings.visit', 'meetings.call', 'meetings.video'])

/** What kind of date it is and how far off. */
function timeSigns(value: string, published: string | null, stageName: Sign): Sign[] {
  const grain = grainOf(value), age = ageOf(value, published)
  return [joined(ageSign, age, stageName), joined(grainSign, grain, stageName), joined(both, grain, age)]
}

const opening = sign('opening'), most = sign('most')
/** The day that a text tells of: the first one in its opening that lies in the week up to its publication, else the one it names most. */
const eventDay = onAnalysis((analysis, published: string): { readonly value: DatedValue; readonly source: Sign; readonly start: number } | null => {
  const days = analysis.dates.filter((d) => d.value.edtf.length === 10 && d.value.edtf <= published && Date.parse(published) - Date.parse(d.value.edtf) <= 7 * 864e5), until = analysis.sentences[4]?.end ?? Infinity
  const first = days.find((d) => d.start < until), counts = new Map<string, number>()
  for (const d of days) counts.set(d.value.edtf, (counts.get(d.value.edtf) ?? 0) + 1)
  const named = days.filter((d) => counts.get(d.value.edtf)! >= 2).sort((x, y) => counts.get(y.value.edtf)! - counts.get(x.value.edtf)!)[0]
  const day = first ?? named
  return day ? { value: day.value, source: first ? opening : most, start: day.start } : null
})

const only = sign('only'), firstOne = sign('first'), later = sign('later')
const hereOnly = (r: Reading, d: DateMention): Sign => (r.dates.length === 1 ? only : r.dates[0] === d ? firstOne : later)

const beside = { left: sign('dl'), twoLeft: sign('dll'), right: sign('dr'), word: sign('dw'), table: sign('dt') }, startSign = sign('^'), endSign = sign('$')
/** The words by a date. */
function around({ analysis }: Around, reading: Reading, d: DateMention): Sign[] {
  const steps = stepsOf(analysis, reading), i = steps.findIndex((s) => s.start >= d.start), stem = (k: number): Sign => (steps[k] ? signOfTerm(steps[k].seen.stem) : k < 0 ? startSign : endSign), tables = tablesIn(reading)
  const out = [joined(beside.left, stem(i - 1)), joined(beside.twoLeft, stem(i - 2), stem(i - 1)), joined(beside.right, stem(i + 1))]
  for (const w of d.written.toLowerCase().split(/[^\p{L}]+/u)) if (w.length > 2) out.push(joined(beside.word, signOf(stemOf(w))))
  reading.cues.forEach((c, k) => { if (c.end <= d.start && d.start - c.end < 5) out.push(joined(beside.table, signOfTerm(tables[k]!))) })
  return out
}

const inClause = sign('clause'), otherClause = sign('other clause'), inSpan = sign('span'), otherSpan = sign('other span'), farSign = sign('far'), nearest = sign('nearest'), further = sign('further'), sumBetween = sign('sum between'), noSumBetween = sign('no sum between'), verbSign = sign('verb')
function placeSigns(a: Around, d: DateMention, all: readonly DateMention[]): Sign[] {
  const { reading, draft } = a, { core } = draft, clause = clauseAt(reading, core), span = spanIn(reading, draft), side = d.end <= core.start ? left : right
  const out = [hereOnly(reading, d), inside(d, clause) ? inClause : otherClause, inside(d, span) ? inSpan : otherSpan, joined(farSign, side, far(gap(d, core))), ...around(a, reading, d)]
  out.push(all.every((x) => x === d || gap(x, core) >= gap(d, core)) ? nearest : further)
  out.push(reading.amounts.some((s) => (side === left ? s.start >= d.end && s.end <= core.start : s.start >= core.end && s.end <= d.start)) ? sumBetween : noSumBetween)
  if (cuesOf(reading, 'support.since').some((c) => c.end <= d.start && d.start - c.end < 70)) out.push(from.since)
  const verb = reading.byTable.get('support.' + draft.fields.stage)?.[0]
  if (verb) out.push(joined(verbSign, d.end <= verb.start ? left : right, far(gap(d, verb))))
  return out
}
