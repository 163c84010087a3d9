import type { Drawn, Mention, PlanningFields, PlanningTopic, Written } from '../../core/claim.ts'
import { bounds, edtf, type DatedValue } from '../../core/dates.ts'
import { evidenceOf, type Span } from '../../core/evidence.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { stateWords } from '../atlas.ts'
import type { Extractor } from '../extractor.ts'
import { contentAt, cuesOf, hasCue, inside, readingsOf, trim, type Reading } from '../frames.ts'
import { distinct, groupBefore, mainState, partyOf, selfOf, stateMention } from '../parties.ts'

type Fields = PlanningFields<Written>

/** Facts and intents of defence planning: spending, capabilities, NATO and EU in step, readiness, industry. */
export default {
  name: 'planning',
  version: 2,
  kind: 'planning',
  extract(analysis) {
    const out: Drawn<Fields>[] = [], readings = readingsOf(analysis)
    let before: PlanningTopic | null = null, until = -1
    for (const reading of readings) {
      if (reading.index <= until || analysis.document.blocks[reading.sentence.block]?.kind === 'heading') continue
      const group = quotation(readings, reading), topic = topicOf(group, before)
      if (topic) { out.push(planning(analysis, group, topic)); until = group.at(-1)!.index }
      before = topic
    }
    return out
  },
} satisfies Extractor

/** The sentences of one short direct quotation, which plan together; any other sentence by itself. */
function quotation(readings: readonly Reading[], reading: Reading): readonly Reading[] {
  if (reading.speech?.form !== 'direct') {
    const next = readings[reading.index + 1]
    const joins = next && !reading.speech && !next.speech && next.sentence.block === reading.sentence.block && hasCue(next, 'planning.align') && !(hasCue(next, 'planning.alliance') || hasCue(next, 'planning.union'))
    return joins && has([reading], 'alliance', 'union', 'plans') ? [reading, next] : [reading]
  }
  const group = [reading]
  while (group.length < 4 && readings[group.at(-1)!.index + 1]?.speech === reading.speech) group.push(readings[group.at(-1)!.index + 1]!)
  return group.reduce((n, r) => n + r.words.length, 0) <= 60 ? group : [reading]
}

const has = (group: readonly Reading[], ...tables: string[]) => tables.every((t) => group.some((r) => hasCue(r, 'planning.' + t)))
const share = /\d(?:[.,]\d+)?\s?(?:%|per ?cent|prozent|procent|proc\.|pour cent|per cento|відсот|процент)/i

/** What the sentences plan; null when they plan nothing. */
function topicOf(group: readonly Reading[], before: PlanningTopic | null): PlanningTopic | null {
  const direct = group[0]!.speech?.form === 'direct'
  if (!direct && has(group, 'asked')) return null
  const figure = group.some((r) => share.test(r.text)), aid = group.some((r) => hasCue(r, ['support.aid', 'support.giving', 'support.given']) && (r.amounts.length > 0 || hasCue(r, 'support.aid')))
  if (has(group, 'spending') && (has(group, 'aim') || figure)) return 'spending'
  if (figure && (has(group, 'share') || before === 'spending') && has(group, 'aim')) return 'spending'
  if (has(group, 'alliance', 'union') && has(group, 'plans', 'align')) return 'alignment'
  if (has(group, 'alliance', 'union', 'plans', 'aim') && group.some((r) => hasCue(r, 'frames.self') || hasCue(r, 'frames.future'))) return 'alignment'
  if ((has(group, 'union') || (direct && has(group, 'alliance'))) && has(group, 'plans', 'align')) return 'alignment'
  if (!aid && has(group, 'industry', 'aim') && (figure || has(group, 'union') || group.some((r) => r.mentions.length > 0))) return 'industry'
  const ours = has(group, 'alliance') || has(group, 'europe') || group.some((r) => r.mentions.some((m) => m.mention.type === 'state' && m.mention.country !== 'UA' && m.mention.country !== 'RU'))
  if (!aid && has(group, 'readiness', 'aim') && ours) return 'readiness'
  return has(group, 'capability', 'aim', 'alliance') && !group.some((r) => r.amounts.length > 0) ? 'capability' : null
}

function planning(analysis: Analysis, group: readonly Reading[], topic: PlanningTopic): Drawn<Fields> {
  const tables = ['planning.' + (topic === 'alignment' ? 'align' : topic), 'planning.share', 'planning.plans', 'planning.aim']
  const lead = group.length > 1 && group.reduce((n, r) => n + r.words.length, 0) > 30 ? group.find((r) => hasCue(r, 'planning.europe') || tables.some((t) => hasCue(r, t))) ?? group[0]! : group[0]!
  const readings = group.filter((r) => r.index >= lead.index), { document } = analysis
  const contents = readings.map((r) => mainPart(r, contentAt(r, cuesOf(r, tables)[0] ?? r), tables[0]!))
  const head = readings.find((r) => hasCue(r, tables[0]!)) ?? readings.find((r) => cuesOf(r, tables).length > 0) ?? lead, content = contents[readings.indexOf(head)]!
  const fields: Fields = {
    kind: 'planning', actor: actorsOf(analysis, readings, topic, content), topic, target: targetOf(head, topic, content), year: yearOf(analysis, readings, topic),
    text: contents.map((c) => document.text.slice(c.start, c.end)).join(' '),
  }
  const evidence = readings.map((r) => evidenceOf(document.text, trim(r, r)))
  return { fields, evidence: [evidence[0]!, ...evidence.slice(1)], confidence: 0.55, explain: { rule: 'planning: ' + topic, fields: {} } }
}

/** The content without a clause of time before it and without a second main clause behind it. */
function mainPart(reading: Reading, content: Span, table: string): Span {
  const text = reading.text.slice(content.start - reading.start, content.end - reading.start)
  const opens = cuesOf(reading, 'frames.breaks', content).some((c) => c.start - content.start <= 12)
  const comma = opens ? text.indexOf(', ') : -1
  const lead = comma > 0 && comma < 90 ? { start: content.start + (/^\S+\s/.exec(text)?.[0].length ?? 0), end: content.start + comma } : null
  if (lead && hasCue(reading, table, lead) && !hasCue(reading, table, { start: lead.end, end: content.end })) return trim(reading, lead)
  const second = /, (?:and|but|und|aber|et|mais|e|ma|i|ale|та|але) (?:we|they|he|she|it|wir|sie|er|nous|ils|il|noi|loro|my|oni|ми|вони)\s/u.exec(text)
  return trim(reading, { start: comma > 0 && comma < 90 && text.length - comma > 30 ? content.start + comma + 2 : content.start, end: second && second.index > 30 ? content.start + second.index : content.end })
}

/**
 * Who plans: the writer who says "we"; Europe; the states named; those who agreed; the state of a speaker who says what
 * should be; NATO and the EU where their plans are brought in step; else the state the text is about.
 */
function actorsOf(analysis: Analysis, readings: readonly Reading[], topic: PlanningTopic, content: Span): Mention[] {
  const self = selfOf(analysis), speaker = readings[0]!.speech?.speaker, head = readings.find((r) => inside(content, r)) ?? readings[0]!
  const able = head.mentions.filter((m) => inside(m, content) && m.mention.type !== 'person' && partyOf(m))
  const bodies = distinct(able.filter((m) => m.mention.name === 'NATO' || m.mention.name === 'European Union' || m.mention.name === 'European Commission').map((m) => m.mention))
  const states = able.filter((m) => m.mention.type === 'state' || m.mention.country !== null)
  if (!speaker && readings.some((r) => hasCue(r, 'frames.self')) && self.parties.length > 0) return topic !== 'spending' && self.parties.length === 1 && bodies[0] ? [bodies[0]] : [...self.parties]
  const europe = readings.flatMap((r) => cuesOf(r, 'planning.europe').map((c) => ({ r, c })))[0]
  if (europe && topic !== 'alignment') return [{ kind: 'mention', type: 'group', name: 'Europe', written: europe.r.text.slice(europe.c.start - europe.r.start, europe.c.end - europe.r.start), span: { start: europe.c.start, end: europe.c.end }, country: null, office: null, candidates: [] }]
  if (topic === 'industry' && !bodies.length && hasCue(head, 'frames.group')) { const group = groupBefore(analysis, head); if (group.length > 0) return group }
  if (topic === 'alignment' && cuesOf(head, 'frames.group').some((c) => c.from <= 2)) { const group = groupBefore(analysis, head); if (group.length > 0) return group }
  const actors = topic === 'alignment' ? states : able.filter((m) => states.includes(m) || bodies.some((b) => b.name === m.mention.name))
  const first = actors.find((m) => topic !== 'industry' || m.mention.country !== 'UA')
  if (first && (topic !== 'alignment' || first.start - content.start < 60)) return leading(head, actors, first)
  const word = stateWords(analysis, head).find((w) => inside(w, content) && (topic === 'spending' || w.kind !== 'place') && w.country !== 'UA')
  if (word && topic !== 'readiness') return [stateMention(word.country, null)]
  if (!speaker && hasCue(head, 'frames.group')) { const group = groupBefore(analysis, head); if (group.length > 0) return group }
  const should = speaker?.country && cuesOf(head, ['support.asking'], content).some((c) => !/the\s$/.test(head.text.slice(0, c.start - head.start)))
  if (topic === 'alignment' && !should && bodies.length >= 2) return bodies
  if (topic === 'alignment' && readings[0]!.speech?.form === 'direct' && !should) return pair(bodies)
  if (speaker?.country) return [stateMention(speaker.country, null)]
  if (bodies.length > 0) return bodies.slice(0, topic === 'alignment' ? 2 : 1)
  if (topic === 'alignment' && !speaker?.country && self.parties.length === 0) return pair(bodies)
  return self.parties.length > 0 ? [...self.parties] : [mainState(analysis)].filter((m) => m !== null)
}

/** NATO and the EU: two planners that one of them is named for. */
const pair = (bodies: readonly Mention[]): Mention[] => {
  const made = (name: string): Mention => bodies.find((b) => b.name === name) ?? { kind: 'mention', type: 'body', name, written: '', span: null, country: null, office: null, candidates: [] }
  return [made('NATO'), made('European Union')]
}

/** The first party with those joined to it. */
function leading(reading: Reading, able: readonly MentionAt[], subject: MentionAt): Mention[] {
  const out = [subject]
  for (const m of able.slice(able.indexOf(subject) + 1)) {
    const between = reading.text.slice(out.at(-1)!.end - reading.start, m.start - reading.start)
    if (between.length > 10 || !/^[\s,]*(?:\p{L}{1,3}[\s,]*)?$/u.test(between)) break
    out.push(m)
  }
  return distinct(out.flatMap((m) => partyOf(m) ?? []))
}

const figurePattern = /(?:(?:at least|about|up to|more than|mindestens|rund|mehr als|co najmniej|ponad|au moins|plus de|almeno|più di|щонайменше|понад)\s)?\d+(?:[.,]\d+)?\s?(?:%|per ?cent|prozent|procent|proc\.|pour cent|per cento|відсотк\p{L}*|процент\p{L}*)(?:\s(?:of|des|du|del|vom|der|de|z)\s(?:its\s|their\s|the\s|son\s|leur\s|dem\s)?[\p{L}]+(?:\s(?:domestic|output|product|interno|intérieur|by member)\s?\p{L}*)?|\s(?:PKB|PIB|Pil|ВВП|BIP|zakupów z \p{L}+))?/iu

/** The figure with its unit, else the aim after the word of intent. */
function targetOf(reading: Reading, topic: PlanningTopic, content: Span): string | null {
  const figure = figurePattern.exec(reading.text.slice(content.start - reading.start, content.end - reading.start))
  if (figure) return figure[0].trim()
  if (topic === 'spending') return null
  const aim = cuesOf(reading, 'planning.aim', content)[0]
  const rest = aim ? reading.text.slice(aim.end - reading.start, content.end - reading.start).split(/[;–—]/)[0]!.trim() : ''
  return rest.length > 5 ? rest.replace(/^(?:to|be|a|an|the)\s/, '').replace(/(?<![.”"»])[.”"»]+$/, '') : null
}

/** The year aimed at: a year or month said; for readiness told as done in an official text, the year of the text. */
function yearOf(analysis: Analysis, readings: readonly Reading[], topic: PlanningTopic): DatedValue | null {
  const published = analysis.document.published?.edtf
  const dates = readings.flatMap((r) => r.dates).map((d) => ({ ...d.value, edtf: edtf(d.value.edtf.replace(/^\.\.\/|\/\.\.$/g, '')) })).filter((d) => d.edtf.length === 4 || d.edtf.length === 7)
  const ahead = dates.filter((d) => !published || bounds(d.edtf)[1] >= bounds(published)[0])
  const best = ahead.find((d) => d.edtf.length === 4) ?? ahead[0] ?? dates[0]
  if (best) return best
  const done = topic === 'readiness' && published && selfOf(analysis).official && !readings.some((r) => hasCue(r, 'frames.future'))
  return done ? { edtf: edtf(published.slice(0, 4)), basis: 'inferred', why: 'told as done in a text of that year' } : null
}
