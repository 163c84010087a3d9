import type { Drawn, Mention, PlanningFields, PlanningTopic, Written } from '../../core/claim.ts'
import { bounds, edtf, type DatedValue } from '../../core/dates.ts'
import { evidenceOf, type Span } from '../../core/evidence.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import type { Extractor } from '../extractor.ts'
import { chosen } from '../learned/actors.ts'
import { mayMake } from '../learned/doubt.ts'
import { learnedPlans } from '../learned/claims.ts'
import { scoreIn, valueIn, weighed } from '../learned/learned.ts'
import { stretched } from '../learned/stretches.ts'
import { targetIn } from '../learned/targets.ts'
import { contentAt, cuesOf, hasCue, inside, overlaps, readingsOf, trim, type Reading } from '../frames/frames.ts'
import { isOfTheTrade } from '../frames/trade.ts'
import { sharesIn, partsOf, slicesOf, targetOf, topicOf, withoutAside } from '../frames/plans.ts'
import { civilShare, nationsApart } from '../frames/shares.ts'
import { jointly } from '../names/joint.ts'
import { subjectState, subjectsOf } from '../names/subjects.ts'
import { selfAt } from '../speech/speakers.ts'
import { aboutUkraine, distinct, forumOf, groupBefore, mainState, opponents, partyOf, selfOf, stateMention } from '../names/parties.ts'

type Fields = PlanningFields<Written>

/** Facts and intents of defence planning: spending, capabilities, NATO and EU in step, readiness, industry. */
export default {
  name: 'planning',
  version: 3,
  kind: 'planning',
  extract(analysis) {
    if (!isOfTheTrade(analysis)) return []
    const out: Drawn<Fields>[] = [], readings = readingsOf(analysis)
    let before: PlanningTopic | null = null, until = -1
    for (const reading of readings) {
      if (reading.index <= until || analysis.document.blocks[reading.sentence.block]?.kind === 'heading') continue
      const group = quotation(readings, reading)
      if (!group.some((r) => mayMake(analysis, r, 'planning'))) { before = null; continue }
      const nations = group.length === 1 && !civilShare(reading) ? nationsApart(analysis, reading) : null
      if (nations && (topicOf(analysis, [reading], before) === 'spending' || scoreIn(analysis, reading, 'planning') > 0 && valueIn<PlanningTopic>(analysis, reading, 'planning.topic') === 'spending')) {
        let year: DatedValue | null = null
        nations.forEach((slice, i) => {
          const listed = sharesIn(slice).length > 0, topic = listed ? 'spending' : topicOf(analysis, [slice], 'spending'), [plan] = topic ? planning(analysis, [slice], topic) : [], own = listed ? stateWords(analysis, slice).find((w) => w.kind !== 'demonym') : undefined
          if (!plan) return
          year = plan.fields.year ?? year
          out.push({ ...plan, fields: { ...plan.fields, year, actor: i > 0 && own ? subjectsOf(analysis, slice, [stateMention(own.country, null)], 'spending') : plan.fields.actor, text: i > 0 && listed ? slice.text.replace(/(?<![\s,;.])[\s,;.]{1,9}$/, '') : plan.fields.text } })
        })
        before = 'spending'
        continue
      }
      const slices = group.length === 1 ? slicesOf(reading) : [reading]
      const topics: (PlanningTopic | null)[] = []
      for (const slice of slices) topics.push(civilShare(slice) ? null : topicOf(analysis, [slice], topics.at(-1) ?? before))
      if (slices.length > 1 && topics.filter((t) => t !== null).length > 1 && topics[0] !== 'alignment') {
        slices.forEach((slice, i) => { if (topics[i]) out.push(...planning(analysis, [slice], topics[i]!)) })
        before = topics.at(-1) ?? null
        continue
      }
      const whole = topicOf(analysis, group, before), topic = whole && group.every((r) => civilShare(r) || other(analysis, r)) ? null : whole, only = topics.filter((t) => t !== null).length === 1 ? slices[topics.findIndex((t) => t !== null)] : undefined
      const told = topic ?? topics.find((t) => t !== null) ?? null
      if (only && only !== reading && slices.length > 1 && told && topics.includes(topic) && only.dates.length > 0 && only.dates.length < reading.dates.length) { out.push(...planning(analysis, [only], told)); before = told; continue }
      if (topic) { out.push(...planning(analysis, group, topic)); until = group.at(-1)!.index }
      before = topic
    }
    return [...out, ...learnedPlans(analysis, out, {
      actorsOf: (r, topic, text) => actorsOf(analysis, [r], topic, text), together: (r) => together(analysis, r),
      wordsOf: (r, topic, text) => planWords(analysis, r, topic, withoutAside(targetIn(analysis, r, text, topic, targetOf(r, topic, text)))),
      yearOf: (r, topic, text) => yearOf(analysis, [r], topic, text && r.dates.some((d) => inside(d, text)) ? text : null),
    })]
  },
} satisfies Extractor

/** A sentence that draws a lesson or tells of a project more than it plans: "the army should take a lesson from it: …". */
const other = (analysis: Analysis, reading: Reading): boolean => {
  const odds = Math.max(0, scoreIn(analysis, reading, 'planning'))
  return scoreIn(analysis, reading, 'lesson') > odds && hasCue(reading, ['lessons.learned', 'lessons.experience']) ||
    !hasCue(reading, ['planning.alliance', 'planning.union', 'planning.share', 'planning.spending']) && (scoreIn(analysis, reading, 'project') > odds || scoreIn(analysis, reading, 'commitment') > odds && stateWords(analysis, reading).some((w) => w.country === 'UA'))
}

/** The sentences of one short direct quotation, which plan together; any other sentence by itself. */
function quotation(readings: readonly Reading[], reading: Reading): readonly Reading[] {
  if (reading.speech?.form !== 'direct') {
    const next = readings[reading.index + 1]
    const joins = next && !reading.speech && !next.speech && next.sentence.block === reading.sentence.block && !hasCue(reading, 'planning.align') && hasCue(next, 'planning.align') && !(hasCue(next, 'planning.alliance') || hasCue(next, 'planning.union'))
    return joins && ['alliance', 'union', 'plans'].every((t) => hasCue(reading, 'planning.' + t)) ? [reading, next] : [reading]
  }
  const group = [reading]
  while (group.length < 4 && readings[group.at(-1)!.index + 1]?.speech === reading.speech) group.push(readings[group.at(-1)!.index + 1]!)
  return group.reduce((n, r) => n + r.words.length, 0) <= 60 ? group : [reading]
}

function planning(analysis: Analysis, group: readonly Reading[], topic: PlanningTopic): Drawn<Fields>[] {
  const tables = ['planning.' + (topic === 'alignment' ? 'align' : topic), 'planning.share', 'planning.defence', 'planning.units', 'planning.plans', 'planning.aim']
  const lead = group.length > 1 && group.reduce((n, r) => n + r.words.length, 0) > 30 ? group.find((r) => hasCue(r, 'planning.europe') || tables.some((t) => hasCue(r, t))) ?? group[0]! : group[0]!
  const behind = group.filter((r) => r.index >= lead.index), tells = (r: Reading) => hasCue(r, [...tables, 'planning.europe', 'frames.future']), last = behind.findLastIndex(tells), readings = last < 0 ? behind : behind.slice(Math.max(0, behind.findIndex(tells)), last + 1), { document } = analysis
  const contents = readings.map((r) => mainPart(r, contentAt(r, cuesOf(r, tables)[0] ?? r), tables[0]!))
  const head = readings.find((r) => hasCue(r, tables[0]!)) ?? readings.find((r) => cuesOf(r, tables).length > 0) ?? lead, content = contents[readings.indexOf(head)]!
  const evidence = readings.map((r) => evidenceOf(document.text, trim(r, r))), parts = topic === 'spending' && readings.length === 1 ? partsOf(head, content) : [content]
  return parts.map((part) => {
    const target = withoutAside(targetIn(analysis, head, part, topic, targetOf(head, topic, part)))
    const only = readings.length === 1 && parts.length === 1 ? planWords(analysis, head, topic, target) : null
    const fields: Fields = {
      kind: 'planning', actor: topic !== 'alignment' && alliesIn(analysis, head) ? [pair([])[0]!] : [...together(analysis, head) ?? actorIn(analysis, head, ruledOr(analysis, head, actorsOf(analysis, readings, topic, content)), topic)], topic: readings.length > 1 || parts.length > 1 || head.end < head.sentence.end - 1 || head.start > head.sentence.start ? topic : weighed(analysis, head, 'planning.topic', topic, 3.5), target: only ? only.target : target, year: yearOf(analysis, readings, topic, parts.length > 1 ? part : null),
      text: only ? only.text : parts.length > 1 ? document.text.slice(part.start, part.end) : contents.map((c) => document.text.slice(c.start, c.end)).join(' '),
    }
    return { fields, evidence: [evidence[0]!, ...evidence.slice(1)], confidence: 0.55, explain: { rule: 'planning: ' + topic, fields: {} } }
  })
}

/** "We Europeans must …" means what it says; any other answer of the rules is weighed against what examples tell. */
const ruledOr = (analysis: Analysis, head: Reading, ruled: readonly Mention[]): readonly Mention[] => (ruled.length === 1 && ruled[0]!.name === 'Europe' ? ruled : chosen(analysis, head, 'actor', [...ruled]))

/** Who plans of those found: in a part of a sentence its own subject, else without the places where it happens. */
function actorIn(analysis: Analysis, head: Reading, found: readonly Mention[], topic: PlanningTopic): readonly Mention[] {
  const own = head.start > head.sentence.start && !found.some((m) => stateWords(analysis, head).some((w) => w.country === m.country)) ? subjectState(analysis, head) : null
  return subjectsOf(analysis, head, own ? [own] : found, topic)
}

/** The words of a plan told in one sentence, and its target within them. */
function planWords(analysis: Analysis, reading: Reading, topic: PlanningTopic, target: string | null): { text: string; target: string | null } {
  const at = target === null ? -1 : reading.text.indexOf(target), span = stretched(analysis, reading, at < 0 ? null : { start: reading.start + at, end: reading.start + at + target!.length })
  const { start, end } = wholeWords(reading, span), text = reading.text.slice(start - reading.start, end - reading.start).replace(/\s+/g, ' ')
  return { text, target: target === null || text.includes(target) ? target : withoutAside(targetIn(analysis, reading, span, topic, targetOf(reading, topic, span))) }
}

/**
 * Do the allies, with no adjective of their own, act in a sentence before its aim or share? Then NATO plans: "By 2035 allies
 * will put 5 percent into defence", but "European allies undertook" and "with the allies Norway will".
 */
function alliesIn(analysis: Analysis, head: Reading): boolean {
  const { text, words } = head, at = words.findIndex((w) => allies.test(w.lower)), word = words[at], first = [...cuesOf(head, ['planning.aim', 'frames.future', 'planning.raise']), ...sharesIn(head)].sort((a, b) => a.start - b.start).find((c) => word && c.start > word.end)
  if (!word || !first || head.speech?.form === 'direct') return false
  const before = words[at - 1], adjective = before && word.start - before.end === 1 ? text.slice(before.start - head.start, before.end - head.start) : ''
  if (/^(?:of|with|to|for|from|by|among|on|other|some|its|his|her|their|our|many|several|mit|von|an|für|de|des|avec|aux|pour|par|di|con|dei|agli|degli|per|dagli|z|do|dla|od|wśród|з|із|для|від|до|серед)$/i.test(adjective) || /^\p{Lu}/u.test(adjective) && at > 1 && !/^(?:NATO|Nato)$/.test(adjective)) return false
  if ((analysis.language.numbers.cardinals[adjective.toLowerCase()] ?? 99) < 13) return false
  if (head.mentions.some((m) => (m.mention.type === 'state' || m.mention.type === 'person') && (m.start > word.end && m.end < first.start || m.end <= word.start && m.end < word.start - 1 && m.start - head.start < 3))) return false
  return analysis.mentions.some((m) => m.mention.name === 'NATO') || readingsOf(analysis).some((r) => /(?<!\p{L})(?:NATO|Nato|OTAN|Alliance|alliance|Bündnis|Alleanza|Sojusz|НАТО|Альянс)/u.test(r.text))
}
const allies = /^(?:allies|alliés|alleati|sojusznicy|союзники|verbündeten?|bündnispartner)$/

/** The content without what leads up to it: "has set itself a goal:", "the ministry says that". */
function planned(reading: Reading, content: Span): Span {
  const core = ['planning.share', 'planning.units', 'planning.align', 'planning.spending', 'planning.purchases', 'planning.capability'], text = reading.text.slice(content.start - reading.start, content.end - reading.start)
  const colon = /:\s+["“„«]?/.exec(text), that = cuesOf(reading, 'lessons.that', content).find((c) => c.start - content.start < 100 && /\p{L}{2}/u.test(reading.text.slice(c.start - reading.start, c.end - reading.start)) && !/^(?:is|ist|est|è|jest)$/.test(reading.text.slice(c.start - reading.start, c.end - reading.start)))
  for (const start of [colon ? content.start + colon.index + colon[0].length : null, that ? that.end + 1 : null]) {
    const dated = start !== null && start === content.start + (colon ? colon.index + colon[0].length : -1) && reading.dates.some((d) => d.start > start)
    if (start !== null && content.end - start > 25 && hasCue(reading, core, { start, end: content.end }) && hasCue(reading, ['planning.aim', 'frames.future', 'projects.future'], { start, end: content.end }) && (dated || !hasCue(reading, ['planning.share', 'planning.align', 'planning.units'], { start: content.start, end: start }))) return { start, end: content.end }
  }
  return content
}

/** The content without a clause of time before it and without a second main clause behind it. */
function mainPart(reading: Reading, whole: Span, table: string): Span {
  const content = planned(reading, whole)
  const text = reading.text.slice(content.start - reading.start, content.end - reading.start)
  const opens = cuesOf(reading, 'frames.breaks', content).some((c) => c.start - content.start <= 12)
  const comma = opens ? text.indexOf(', ') : -1
  const lead = comma > 0 && comma < 90 ? { start: content.start + (/^\S+\s/.exec(text)?.[0].length ?? 0), end: content.start + comma } : null
  if (lead && hasCue(reading, table, lead) && !hasCue(reading, table, { start: lead.end, end: content.end })) return trim(reading, lead)
  const second = /, (?:and|but|und|aber|et|mais|e|ma|i|ale|та|але) (?:we|they|he|she|it|wir|sie|er|nous|ils|il|noi|loro|my|oni|ми|вони)\s/u.exec(text)
  return trim(reading, { start: comma > 0 && comma < 90 && text.length - comma > 30 ? content.start + comma + 2 : content.start, end: second && second.index > 30 ? content.start + second.index : content.end })
}

/** The words of a plan with the name in quotation marks whose end they hold, and without what is granted behind them. */
function wholeWords(reading: Reading, span: Span): Span {
  const text = reading.text.slice(span.start - reading.start, span.end - reading.start), closing = /[»”]/.exec(text), opening = /[«„“]/.exec(text)
  const head = closing && (!opening || opening.index > closing.index) ? reading.text.slice(0, span.start - reading.start) : null, from = head === null ? -1 : Math.max(head.lastIndexOf(', '), head.lastIndexOf(': '), head.lastIndexOf('; '))
  // A quotation that opens a sentence is speech, and no name.
  const start = head !== null && leavesOpen(head.slice(from + 1)) ? reading.start + (from < 0 ? 0 : from + 2) : span.start
  const granted = text.search(grant), behind = { start: span.start + granted, end: span.end }
  const bare = granted > 24 && !reading.dates.some((d) => inside(d, behind)) && !sharesIn(reading).some((x) => inside(x, behind)) && !reading.amounts.some((a) => inside(a, behind))
  return { start, end: bare ? behind.start : span.end }
}
const grant = /,\s(?:although|though|even though|even if|whereas|obwohl|obgleich|wenngleich|auch wenn|bien que|quoique|même si|sebbene|benché|anche se|choć|chociaż|mimo że|хоча|хоч|попри те)(?!\p{L})/iu

/**
 * Who plans: the writer who says "we"; Europe; the states named; those who agreed; the state of a speaker who says what
 * should be; NATO and the EU where their plans are brought in step; else the state the text is about.
 */
function actorsOf(analysis: Analysis, readings: readonly Reading[], topic: PlanningTopic, content: Span): Mention[] {
  const self = selfAt(analysis, readings[0]!), speaker = readings[0]!.speech?.speaker, head = readings.find((r) => inside(content, r)) ?? readings[0]!
  if (hasCue(head, 'planning.ability') && !hasCue(head, 'frames.self') && !hasCue(head, ['planning.alliance', 'planning.europe']) && aboutUkraine(analysis) && !stateWords(analysis, head).some((w) => w.kind !== 'place' && w.country !== 'UA' && !opponents.has(w.country))) return [stateMention('UA', null)]
  if (topic === 'readiness' && self.official && self.parties.length > 0 && analysis.document.blocks[head.sentence.block]?.kind === 'item' && !hasCue(head, 'planning.alliance', { start: head.start, end: head.start + 30 }) && !head.mentions.some((m) => m.start - head.start < 20)) return [...self.parties]
  const acting = (span: Span) => head.mentions.filter((m) => inside(m, span) && m.mention.type !== 'person' && !(opponents.has(m.mention.country ?? '') && m.start - content.start > 40) && partyOf(m)), within = acting(content), able = within.length > 0 ? within : acting({ start: head.start, end: content.end })
  // "Aligned with the process of NATO", "within NATO": what a body hangs on by a preposition is none of its plans.
  const hung = (m: Span) => cuesOf(head, ['frames.from', 'frames.at', 'frames.to', 'projects.with']).some((c) => c.end <= m.start && m.start - c.end <= 5)
  const free = able.filter((m) => !(planningBodies.has(m.mention.name) && hung(m)))
  const bodies = distinct(able.filter((m) => planningBodies.has(m.mention.name)).map((m) => m.mention))
  // "The Alliance's plans and the Union's compass": both, whatever their words are taken for.
  const states = able.filter((m) => (m.mention.type === 'state' || m.mention.country !== null) && !(m.mention.type === 'body' && hasCue(head, ['planning.alliance', 'planning.union'], { start: m.start - 3, end: m.end })))
  if (!speaker && readings.some((r) => hasCue(r, 'frames.self')) && self.parties.length > 0) return topic !== 'spending' && self.parties.length === 1 && bodies[0] ? [bodies[0]] : [...self.parties]
  const europe = readings.flatMap((r) => cuesOf(r, 'planning.europe').filter((c) => !hung(c) && !/\p{Lu}\p{L}{1,30}\s$/u.test(r.text.slice(0, c.start - r.start))).map((c) => ({ r, c })))[0]
  if (europe && topic !== 'alignment') return [{ kind: 'mention', type: 'group', name: 'Europe', written: europe.r.text.slice(europe.c.start - europe.r.start, europe.c.end - europe.r.start), span: { start: europe.c.start, end: europe.c.end }, country: null, office: null, candidates: [] }]
  if (topic === 'industry' && !bodies.length && hasCue(head, 'frames.group')) { const group = groupBefore(analysis, head); if (group.length > 0) return group }
  const members = states.length === 0 && topic !== 'alignment' ? cuesOf(head, ['planning.alliance', 'planning.union'], content).find((c) => head.words.filter((w) => w.start >= content.start && w.end <= c.start).length < 3) : undefined
  if (members && bodies.length === 0) return [pair([])[members.table === 'planning.alliance' ? 0 : 1]!]
  const together = cuesOf(head, 'frames.group').some((c) => c.from <= 2 && head.text.slice(c.start - head.start, c.end - head.start).length > 3) ? forumOf(analysis, 2) : null
  if (together && states.length === 0 && !speaker) return [together]
  if (topic === 'alignment' && speaker?.country && speaker.country !== 'UA' && states.length === 0 && hasCue(head, 'planning.must', content) && readings[0]!.speech?.form === 'indirect') return [stateMention(speaker.country, null)]
  if (topic === 'alignment' && readings[0]!.speech?.form !== 'direct' && cuesOf(head, 'frames.group').some((c) => c.from <= 2)) { const group = groupBefore(analysis, head); if (group.length > 0) return group }
  const actors = topic === 'alignment' ? states : free.filter((m) => states.includes(m) || bodies.some((b) => b.name === m.mention.name))
  const first = actors.find((m) => (topic !== 'industry' || m.mention.country !== 'UA') && !(m.mention.type === 'body' && m.mention.country === 'UA' && !stateWords(analysis, head).some((w) => w.country === 'UA' && w.start < m.end && w.end > m.start)))
  if (first && (topic !== 'alignment' || first.start - content.start < 60)) return leading(head, actors, first)
  const word = stateWords(analysis, head).find((w) => inside(w, content) && (topic === 'spending' || w.kind !== 'place') && w.country !== 'UA')
  if (word && topic !== 'readiness') return [stateMention(word.country, null)]
  const planner = topic === 'alignment' || first ? null : plannerOf(head, content)
  if (planner) return [planner]
  if (topic === 'alignment' && states.length === 0 && !(speaker?.country && hasCue(head, 'planning.must', content)) && hasCue(head, 'planning.alliance', content) && hasCue(head, 'planning.union', content)) return pair(bodies)
  if (!speaker && hasCue(head, 'frames.group')) { const group = groupBefore(analysis, head); if (group.length > 0) return group }
  const should = speaker?.country && cuesOf(head, ['support.asking'], content).some((c) => !/the\s$/.test(head.text.slice(0, c.start - head.start)))
  if (topic === 'alignment' && !should && bodies.length >= 2) return bodies
  if (topic === 'alignment' && readings[0]!.speech?.form === 'direct' && !should) return pair(bodies)
  if (speaker?.country) return [stateMention(speaker.country, null)]
  const acts = bodies.filter((b) => free.some((m) => m.mention === b)), main = acts.length === 0 && bodies.length === 1 ? self.parties[0] ?? mainState(analysis) : null
  if (main) return self.parties.length > 0 ? [...self.parties] : [main]
  if (bodies.length > 0) return bodies.slice(0, topic === 'alignment' ? 2 : 1)
  if (topic === 'alignment' && !speaker?.country && self.parties.length === 0) return pair(bodies)
  return self.parties.length > 0 ? [...self.parties] : [mainState(analysis)].filter((m) => m !== null)
}

/** "Allies", "the Twenty-Seven": NATO or the Union where their members act before the verb. */
function plannerOf(head: Reading, content: Span): Mention | null {
  const aim = cuesOf(head, ['planning.aim', 'frames.future', 'projects.future'], content)[0], before = { start: content.start, end: aim?.start ?? content.end }
  return hasCue(head, 'planning.alliance', before) ? pair([])[0]! : hasCue(head, 'planning.union', before) ? pair([])[1]! : null
}

/** Those who plan together: "the three navies", or all who speak in a joint text where a sentence names nobody else before its verb. */
function together(analysis: Analysis, head: Reading): readonly Mention[] | null {
  const verb = cuesOf(head, ['frames.future', 'planning.aim', 'projects.future']).find((c) => !head.dates.some((d) => overlaps(d, c))), until = verb?.start ?? head.end
  const told = jointly(analysis, head, until)
  if (told) return told
  const self = selfOf(analysis)
  if (!self.official || self.parties.length < 2 || head.speech) return null
  const named = stateWords(analysis, head).some((w) => w.end <= until) || head.mentions.some((m) => m.end <= until && (m.mention.country !== null || m.mention.name === 'NATO' || m.mention.name === 'European Union')) || hasCue(head, ['planning.alliance', 'planning.union', 'planning.europe'], { start: head.start, end: until })
  return named ? null : self.parties
}

/** Bodies that plan beside the states. */
const planningBodies: ReadonlySet<string> = new Set(['NATO', 'European Union', 'European Commission', 'European Defence Agency'])

/** NATO and the EU: two planners that one of them is named for; the Union by its agency where that is named. */
const pair = (bodies: readonly Mention[]): Mention[] => {
  const made = (name: string): Mention => bodies.find((b) => b.name === name) ?? (name === 'European Union' ? bodies.find((b) => b.name === 'European Defence Agency' || b.name === 'European Commission') : undefined) ?? { kind: 'mention', type: 'body', name, written: '', span: null, country: null, office: null, candidates: [] }
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

/** Adjectives that tell a year, by how far it is from that of the text. */
const yearWords: readonly (readonly [RegExp, number])[] = [[/przyszłoroczn|nächstjährig|наступнорічн/iu, 1], [/tegoroczn|diesjährig|heurig|цьогорічн/iu, 0]]

/** Does a quotation begin behind words and not end? @example leavesOpen('the plan «Forward') // true */
const leavesOpen = (text: string): boolean => {
  const opened = Math.max(...['«', '„', '“'].map((mark) => text.lastIndexOf(mark)))
  return opened > Math.max(text.lastIndexOf('»'), text.lastIndexOf('”')) && /\p{L}/u.test(text.slice(0, opened))
}

/** The year aimed at: a year or month said; for readiness told as done in an official text, the year of the text. */
function yearOf(analysis: Analysis, readings: readonly Reading[], topic: PlanningTopic, part: Span | null): DatedValue | null {
  const published = analysis.document.published?.edtf
  const dates = readings.flatMap((r) => r.dates).filter((d) => !part || inside(d, part)).map((d) => ({ ...d.value, open: d.value.edtf.endsWith('/..'), edtf: edtf(d.value.edtf.replace(/^\.\.\/|\/\.\.$/g, '')) })).filter((d) => /^\d{4}(?:\/\d{4}|-\d\d(?:\/\d{4}-\d\d)?)?$/.test(d.edtf))
  const ahead = dates.filter((d) => !published || bounds(d.edtf)[1] >= bounds(published)[0])
  // What is to come is not aimed at a year gone by: "will adopt the first review since 2010".
  const best = ahead.find((d) => d.edtf.length === 4) ?? ahead[0] ?? (readings.some((r) => hasCue(r, 'frames.future', part ?? r)) ? undefined : dates.find((d) => !d.open))
  if (best) { const { open: _, ...value } = best; return value }
  const year = published ? yearWords.find(([pattern]) => readings.some((r) => pattern.test(part ? r.text.slice(part.start - r.start, part.end - r.start) : r.text))) : undefined
  if (year) return { edtf: edtf(String(Number(published!.slice(0, 4)) + year[1])), basis: 'inferred', why: 'counted from the day of the text' }
  const done = topic === 'readiness' && published && selfOf(analysis).official && !readings.some((r) => hasCue(r, 'frames.future'))
  return done ? { edtf: edtf(published.slice(0, 4)), basis: 'inferred', why: 'told as done in a text of that year' } : null
}
