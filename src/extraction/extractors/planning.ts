import type { Drawn, Mention, PlanningFields, PlanningTopic, Written } from '../../core/claim.ts'
import type { DatedValue } from '../../core/dates.ts'
import { bounds } from '../../core/dates.ts'
import { evidenceOf, type Span } from '../../core/evidence.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import type { Extractor } from '../extractor.ts'
import { contentAt, cuesOf, hasCue, inside, readingsOf, trim, type Reading } from '../frames.ts'
import { distinct, partyOf, selfOf, stateMention } from '../parties.ts'

type Fields = PlanningFields<Written>

/** Facts and intents of defence planning: spending, capabilities, NATO and EU in step, readiness, industry. */
export default {
  name: 'planning',
  version: 1,
  kind: 'planning',
  extract(analysis) {
    const out: Drawn<Fields>[] = []
    let before: PlanningTopic | null = null
    for (const reading of readingsOf(analysis)) {
      const topic = topicOf(reading, before)
      if (topic) out.push(planning(analysis, reading, topic))
      before = topic
    }
    return out
  },
} satisfies Extractor

const has = (reading: Reading, ...tables: string[]) => tables.every((t) => hasCue(reading, 'planning.' + t))
const shareOfOutput = /\d(?:[.,]\d+)?\s?(?:%|per ?cent|prozent|procent|proc\.|pour cent|per cento|відсот|процент)/i

/** What a sentence plans; null when it plans nothing. */
function topicOf(reading: Reading, before: PlanningTopic | null): PlanningTopic | null {
  if (hasCue(reading, ['support.asking']) && !reading.speech) return null
  const figure = shareOfOutput.test(reading.text)
  if (has(reading, 'spending') && (has(reading, 'aim') || figure)) return 'spending'
  if (figure && (has(reading, 'share') || before === 'spending') && has(reading, 'aim')) return 'spending'
  if (has(reading, 'alliance', 'union') && (has(reading, 'plans') || has(reading, 'align')) && (has(reading, 'align') || has(reading, 'aim'))) return 'alignment'
  if (has(reading, 'union', 'plans', 'align')) return 'alignment'
  if (has(reading, 'industry', 'aim') && (figure || has(reading, 'union') || reading.mentions.length > 0)) return 'industry'
  if (has(reading, 'capability', 'aim') && has(reading, 'alliance')) return 'capability'
  if (has(reading, 'readiness', 'aim') && (has(reading, 'alliance') || reading.mentions.some((m) => m.mention.type === 'state' && m.mention.country !== 'UA' && m.mention.country !== 'RU'))) return 'readiness'
  return null
}

function planning(analysis: Analysis, reading: Reading, topic: PlanningTopic): Drawn<Fields> {
  const cue = cuesOf(reading, ['planning.' + (topic === 'alignment' ? 'align' : topic), 'planning.share', 'planning.plans', 'planning.aim'])[0] ?? reading
  const content = contentAt(reading, cue), { document } = analysis
  const fields: Fields = { kind: 'planning', actor: actorsOf(analysis, reading, topic, content), topic, target: targetOf(reading, topic, content), year: yearOf(analysis, reading, topic), text: document.text.slice(content.start, content.end) }
  return { fields, evidence: [evidenceOf(document.text, trim(reading, reading))], confidence: 0.55, explain: { rule: 'planning: ' + topic, fields: {} } }
}

/** Who plans: NATO and the EU together when their plans are brought in step, else the party that is the subject, else the speaker's state. */
function actorsOf(analysis: Analysis, reading: Reading, topic: PlanningTopic, content: Span): Mention[] {
  const mentions = reading.mentions.filter((m) => inside(m, content)), able = mentions.filter((m) => m.mention.type !== 'person' && partyOf(m))
  const bodies = able.filter((m) => m.mention.name === 'NATO' || m.mention.name === 'European Union')
  const self = selfOf(analysis), own = hasCue(reading, 'frames.self', content)
  const states = able.filter((m) => m.mention.type === 'state')
  const subject = able[0]
  if (own && !reading.speech && self.parties.length > 0) return topic !== 'spending' && bodies[0] && self.parties.length === 1 ? [bodies[0].mention] : [...self.parties]
  if (topic === 'alignment' && states.length === 0 && bodies.length >= 2) return distinct(bodies.map((m) => m.mention))
  if (subject) return leading(reading, able, subject)
  const speaker = reading.speech?.speaker
  if (speaker) return speaker.country ? [stateMention(speaker.country, null)] : [speaker]
  return [...self.parties]
}

/** The first party with those joined to it. */
function leading(reading: Reading, able: readonly MentionAt[], subject: MentionAt): Mention[] {
  const out = [subject]
  for (const m of able.slice(able.indexOf(subject) + 1)) {
    const between = reading.text.slice(out.at(-1)!.end - reading.start, m.start - reading.start)
    if (between.length > 10 || !/^[\s,]*(?:\p{L}{1,3})?[\s,]*$/u.test(between)) break
    out.push(m)
  }
  return distinct(out.flatMap((m) => partyOf(m) ?? []))
}

/** The figure with its unit, else the aim after the word of intent. */
function targetOf(reading: Reading, topic: PlanningTopic, content: Span): string | null {
  const text = reading.text.slice(content.start - reading.start, content.end - reading.start)
  const figure = /(?:(?:at least|about|up to|mindestens|rund|co najmniej|au moins|almeno|щонайменше)\s)?\d+(?:[.,]\d+)?\s?(?:%|per ?cent|prozent|procent|proc\.|pour cent|per cento|відсотк\p{L}*|процент\p{L}*)(?:\s(?:of|des|du|del|vom|der|de)\s(?:its\s|their\s|the\s|son\s|leur\s)?\p{L}+(?:\s(?:domestic|output|product|interno|intérieur)\s?\p{L}*)?|\s(?:PKB|PIB|Pil|ВВП|BIP))?/iu.exec(text)
  if (figure) return figure[0].trim()
  if (topic === 'spending') return null
  const aim = cuesOf(reading, 'planning.aim', content)[0]
  if (!aim) return null
  const rest = reading.text.slice(aim.end - reading.start, content.end - reading.start).trim()
  return rest.length > 5 ? rest.replace(/^(?:to|be)\s/, '') : null
}

/** The year aimed at: the last date that is not past, else the year said. */
function yearOf(analysis: Analysis, reading: Reading, topic: PlanningTopic): DatedValue | null {
  const published = analysis.document.published?.edtf
  const future = reading.dates.filter((d) => !published || bounds(d.value.edtf)[1] >= bounds(published)[0])
  const best = future.find((d) => d.value.edtf.replace(/^\.\.\/|\/\.\.$/g, '').length === 4) ?? (topic === 'readiness' ? undefined : future.at(-1))
  if (!best) return null
  const plain = best.value.edtf.replace(/^\.\.\/|\/\.\.$/g, '')
  return { ...best.value, edtf: plain as DatedValue['edtf'] }
}
