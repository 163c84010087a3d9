import type { CountryCode, Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { clauseAt, cuesOf, gap, hasCue, inside, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { forumsIn, stateWords } from '../names/atlas.ts'
import { firmsIn } from '../names/firms.ts'
import { nameTable } from '../names/name-words.ts'
import { actorKey, opponents, partyOf, selfOf, stateMention, stateOfPost, statesIn } from '../names/parties.ts'
import { selfAt } from '../speech/speakers.ts'
import type { Draft } from './drafts.ts'
import { aside, delegates, isNamed, isNoParty } from './parties.ts'

/** Somebody who may take part in a meeting, with all that speaks for and against it. */
export interface Candidate { readonly key: string; mention: Mention; readonly features: Set<string>; /** Where in the text he stands first, own sentences before others. */ readonly at: number }

/** Sentences that a meeting may be told in: how far from its own, and by which name. */
const around = [[0, 'own'], [-1, 'before'], [1, 'after'], [-2, 'early'], [2, 'late']] as const
const posts = ['meetings.leaders', 'meetings.foreign', 'meetings.defence', 'meetings.officials', 'meetings.posts']
const some = (n: number) => (n > 3 ? 'many' : String(n))

export interface Scene { readonly analysis: Analysis; readonly draft: Draft; readonly drafts: readonly Draft[]; readonly own: readonly Reading[]; readonly others: ReadonlySet<number> }

const told = new WeakMap<readonly Draft[], ReadonlyMap<Draft, readonly Reading[]>>()
/** The sentences of each meeting of a text; found once. */
function sentencesOf(analysis: Analysis, drafts: readonly Draft[]): ReadonlyMap<Draft, readonly Reading[]> {
  let known = told.get(drafts)
  if (!known) told.set(drafts, (known = new Map(drafts.map((d) => [d, readingsOf(analysis).filter((r) => d.spans.some((s) => overlaps(s, r)))]))))
  return known
}

export function sceneOf(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Scene {
  const sentences = sentencesOf(analysis, drafts), others = new Set<number>()
  for (const [d, readings] of sentences) if (d !== draft) for (const r of readings) others.add(r.index)
  return { analysis, draft, drafts, own: sentences.get(draft)!, others }
}

/** The sentences of a meeting and those around it in the same turn of a talk, with their place. */
export function placesOf({ analysis, own }: Scene): (readonly [Reading, string])[] {
  const turn = selfAt(analysis, own[0]!), readings = readingsOf(analysis), first = own[0]!.index, last = own.at(-1)!.index, is = new Set(own.map((r) => r.index))
  const out: (readonly [Reading, string])[] = own.map((r) => [r, 'own'] as const)
  for (const [step, name] of around) { const r = readings[step < 0 ? first + step : last + step]; if (step !== 0 && r && !is.has(r.index) && selfAt(analysis, r) === turn) out.push([r, name]) }
  return out
}

/** What is true of a meeting whoever comes to it; features of candidates are joined with some of it. */
export function sceneFeatures({ draft, own, analysis }: Scene): string[] {
  const { fields, cue } = draft, head = own[0]!
  const out = [`cue ${cue.table}`, `state ${fields.state}`, `parties ${some(fields.parties.length)}`, `people ${some(fields.people.length)}`, fields.forum ? 'forum' : 'no forum', own.length > 1 ? 'several' : 'one']
  for (const table of ['meetings.same', 'frames.group', 'frames.anaphor', 'frames.self', 'meetings.leaders', 'meetings.posts', 'meetings.with']) if (own.some((r) => hasCue(r, table))) out.push('has ' + table)
  if (own.some((r) => r.words.some((w) => r.language.numbers.cardinals[w.lower] === 2))) out.push('has two')
  if (selfAt(analysis, head).official) out.push('official')
  if (head.speech) out.push('speech')
  return out
}

/** A run of words that looks like the name of a person whom the text introduces by nothing but a nationality, or by nothing at all. */
interface Run extends Span { readonly name: string; readonly country: CountryCode | null }
const runsOf = new WeakMap<Reading, readonly Run[]>()

function runsIn(analysis: Analysis, reading: Reading): readonly Run[] {
  let runs = runsOf.get(reading)
  if (!runs) runsOf.set(reading, (runs = findRuns(analysis, reading)))
  return runs
}

function findRuns(analysis: Analysis, reading: Reading): Run[] {
  const words = stateWords(analysis, reading), firms = firmsIn(analysis, reading), forums = forumsIn(analysis, reading), names = nameTable(reading.language)
  const taken = (w: Span) => reading.mentions.some((m) => overlaps(m, w)) || words.some((x) => overlaps(x, w)) || firms.some((f) => f.span && overlaps(f.span, w)) || forums.some((f) => overlaps(f, w))
  const out: Run[] = [], list = reading.words
  for (let i = 1; i < list.length; i++) {
    let j = i
    while (j < list.length && j - i < 4 && isCapital(reading, list[j]!) && !taken(list[j]!) && (j === i || list[j]!.start - list[j - 1]!.end === 1)) j++
    if (j - i >= 2 && !list.slice(i, j).some((w) => names.bodies.has(w.lower) || names.roles.has(w.lower) || names.groups.has(w.lower))) {
      const span = { start: list[i]!.start, end: list[j - 1]!.end }, nation = words.find((w) => w.kind === 'demonym' && w.end <= span.start && span.start - w.end <= 2)
      out.push({ ...span, name: reading.text.slice(span.start - reading.start, span.end - reading.start), country: nation?.country ?? null })
    }
    i = Math.max(i, j - 1)
  }
  return out
}

/** A capital and small letters: no shorthand of letters, no figure. */
const isCapital = (reading: Reading, w: Span) => /^\p{Lu}[\p{Ll}’'-][\p{L}’'-]*$/u.test(reading.text.slice(w.start - reading.start, w.end - reading.start))

const personOf = (run: Run): Mention => ({ kind: 'mention', type: 'person', name: run.name, written: run.name, span: { start: run.start, end: run.end }, country: run.country, office: null, candidates: [] })

const kindOf = (m: MentionAt): string => m.mention.type

/** How a name stands in a sentence. */
export function standing(scene: Scene, reading: Reading, span: Span, kind: string): string[] {
  const { draft, analysis } = scene, { cue } = draft, here = cue.start >= reading.start && cue.end <= reading.end
  const out: string[] = [kind]
  const words = reading.words, i = words.findIndex((w) => w.end > span.start)
  if (here) {
    const side = span.end <= cue.start ? 'left' : span.start >= cue.end ? 'right' : 'within', at = words.findIndex((w) => w.end > cue.start), far = Math.abs(i - at)
    out.push(side, `${side} ${far < 3 ? 'close' : far < 7 ? 'near' : far < 13 ? 'off' : 'far'}`, `${side} ${cue.table}`)
    out.push(inside(span, clauseAt(reading, cue)) ? 'clause' : 'other clause')
    const between = reading.text.slice(Math.max(0, Math.min(span.end, cue.end) - reading.start), Math.max(0, Math.max(span.start, cue.start) - reading.start))
    if (/[;:–—]/.test(between)) out.push(side + ' broken')
    const commas = between.split(',').length - 1
    out.push(`${side} commas ${Math.min(commas, 3)}`)
  }
  for (const table of ['meetings.with', 'frames.at', 'frames.and', 'meetings.agenda', 'frames.breaks']) if (cuesOf(reading, table).some((c) => c.end <= span.start && span.start - c.end <= 6)) out.push('after ' + table)
  if (cuesOf(reading, posts).some((c) => c.start >= span.end && c.start - span.end <= 3)) out.push('before a post')
  if (cuesOf(reading, posts).some((c) => c.end <= span.start && span.start - c.end <= 8)) out.push('after a post')
  if (analysis.quotations.some((q) => overlaps(q, span))) out.push('quoted')
  if (i === 0) out.push('first')
  return out
}

/** "PRESIDENT OKORO:": in the label of a turn, which tells who speaks and not who meets. */
const isLabel = (reading: Reading, m: Span): boolean => /^\p{Lu}[\p{Lu}.’' -]{2,48}:/u.test(reading.text) && m.end - reading.start <= reading.text.indexOf(':')

interface Found { readonly mention: Mention; readonly span: Span; readonly kind: string; readonly aside: boolean }

/** Those who stand for a party in a sentence. */
function partiesIn(analysis: Analysis, reading: Reading): Found[] {
  const out: Found[] = []
  for (const m of reading.mentions) {
    if (isLabel(reading, m)) continue
    const party = partyOf(m) ?? delegates(analysis, reading, m) ?? stateOfPost(analysis, m.mention)
    if (party && party.type !== 'forum' && !isNoParty(reading, m)) out.push({ mention: party, span: m, kind: kindOf(m), aside: aside(analysis, reading, m) })
  }
  for (const w of stateWords(analysis, reading)) if (!reading.mentions.some((m) => overlaps(m, w) && m.mention.country === w.country)) out.push({ mention: stateMention(w.country, null), span: w, kind: w.kind + ' word', aside: false })
  for (const f of firmsIn(analysis, reading)) if (f.span && !out.some((o) => overlaps(o.span, f.span!) && o.mention.type !== 'state')) out.push({ mention: f, span: f.span, kind: 'firm', aside: false })
  return out
}

/** All who may be parties to a meeting. */
export function partyCandidates(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Candidate[] {
  const scene = sceneOf(analysis, draft, drafts), found = new Map<string, Candidate>(), { fields } = draft
  const add = (mention: Mention, at: number, features: readonly string[]) => {
    const key = actorKey(mention)
    let known = found.get(key)
    if (!known) found.set(key, (known = { key, mention, features: new Set(), at }))
    for (const f of features) known.features.add(f)
  }
  for (const [reading, where] of placesOf(scene)) {
    const other = where !== 'own' && scene.others.has(reading.index) ? ' told' : '', block = reading.sentence.block === scene.own[0]!.sentence.block ? '' : ' apart'
    for (const f of partiesIn(analysis, reading)) {
      if (where === 'own') add(f.mention, f.span.start, [...standing(scene, reading, f.span, f.kind).flatMap((x) => [x, `${f.kind} ${x}`]), 'own', f.aside ? 'aside' : 'not aside'])
      else add(f.mention, f.span.start + 1e6, [where, `${where} ${f.kind}`, `${where}${other}${block}`, `${where} ${f.kind}${other}${block}`, ...(f.aside ? [where + ' aside'] : [])])
    }
  }
  for (const p of fields.parties) add(p, p.span?.start ?? 2e6, ['rule', `rule of ${some(fields.parties.length)}`])
  const at = drafts.indexOf(draft), last = drafts[at - 1]
  for (const [i, d] of drafts.slice(Math.max(0, at - 2), at).reverse().entries()) for (const p of d.fields.parties) add(p, 2e6, [`met ${i}`, `met ${i} of ${some(d.fields.parties.length)}`, draft.sentence - d.sentence < 4 ? `met ${i} near` : `met ${i} far`])
  const self = selfAt(analysis, scene.own[0]!), writer = selfOf(analysis), speaker = scene.own[0]!.speech?.speaker
  for (const p of self.parties) add(p, 3e6, ['self', self.official ? 'self official' : 'self no official'])
  for (const p of writer.parties) add(p, 3e6, ['writer'])
  if (speaker?.country) add(stateMention(speaker.country, null), 3e6, ['speaker', 'speaker ' + scene.own[0]!.speech!.form])
  for (const p of statesIn(analysis, analysis.document.title ?? '')) add(p, 3e6, ['title'])
  const counts = countsOf(analysis)
  for (const [rank, country] of counts.slice(0, 3).entries()) add(stateMention(country, null), 4e6, [`rank ${rank}`])
  for (const [rank, m] of peopleOf(analysis).slice(0, 2).entries()) if (m.country) add(stateMention(m.country, null), 4e6, [`person ${rank}`])
  const subject = lastSubject(analysis, scene.own[0]!)
  if (subject?.country) add(stateMention(subject.country, null), 4e6, ['last subject'])
  for (const p of sittersOf(fields.forum)) add(p, 4e6, ['sits', `sits ${p.type}`])
  const general = sceneFeatures(scene), list = [...found.values()].filter((c) => c.mention.type !== 'forum' && c.key !== fields.forum?.name.toLowerCase() && (self === writer || isNear(c)))
  const named = list.filter((c) => c.features.has('own')).length, ruled = list.filter((c) => c.features.has('rule')).length
  for (const c of list) {
    const f = c.features, own = f.has('own'), rule = f.has('rule'), place = c.mention.country !== null && fields.country === c.mention.country
    f.add(`named ${own} rule ${rule}`); f.add(`named ${own} rule ${rule} of ${some(named)} ${some(ruled)}`)
    if (!own) f.add('not own')
    if (!rule) f.add('no rule')
    for (const g of general) f.add(`${g} ${own ? 'own' : 'else'} ${rule ? 'rule' : '-'}`)
    if (place) { f.add('host'); f.add(`host ${own ? 'own' : 'else'} ${rule ? 'rule' : '-'}`) }
    if (c.mention.country === 'UA') { f.add('ukraine'); f.add(`ukraine ${own} ${rule}`) } else if (c.mention.country && opponents.has(c.mention.country)) f.add('opponent'); else if (c.mention.type !== 'state') f.add(`type ${c.mention.type} ${own} ${rule}`)
    if (fields.forum) f.add(`at ${fields.forum.name === 'NATO Summit' || fields.forum.name === 'European Council' ? 'summit' : 'forum'} ${f.has('sits')} ${own} ${rule}`)
    if (last) f.add(f.has('met 0') ? `again ${own} ${rule}` : `new ${own} ${rule}`)
    for (const g of ['self', 'writer', 'speaker', 'title', 'met 0', 'before', 'after', 'rank 0', 'person 0', 'last subject', 'sits']) if (f.has(g)) for (const t of [`alone ${named < 2}`, ...general.filter((x) => x.startsWith('has ') || x.startsWith('cue '))]) f.add(`${g} & ${t} ${own}`)
  }
  return list
}

/** Whose meetings a forum's are: bodies that sit under another name, and groups of few states that come all. */
export function sittersOf(forum: Mention | null): Mention[] {
  if (!forum) return []
  const states = groups[forum.name]
  if (states) return states.split(' ').map((c) => stateMention(c, null))
  const out = /NATO/i.test(forum.name) ? ['NATO'] : /^European Council|^Foreign Affairs Council|\bEU\b/.test(forum.name) ? ['European Union'] : /^UN |United Nations/.test(forum.name) ? ['United Nations'] : forum.name === 'G7' ? ['G7'] : []
  return [...out.map(body), ...(/^(?:NATO|EU)-Ukraine/.test(forum.name) ? [stateMention('UA', null)] : [])]
}
const groups: Readonly<Record<string, string>> = { 'Group of Five': 'DE FR GB IT PL', 'Weimar Triangle': 'DE FR PL', 'Nordic-Baltic Eight': 'DK EE FI IS LV LT NO SE', 'Nordic Five': 'DK FI IS NO SE', 'Visegrád Group': 'CZ HU PL SK', 'Lublin Triangle': 'LT PL UA' }

const near = ['own', 'rule', 'met 0', 'self', 'sits', ...around.map(([, name]) => name)]
/** Is a candidate named near by? In a talk of several, those whom only its title or another speaker's turn names stay out. */
const isNear = (c: Candidate): boolean => near.some((f) => c.features.has(f))

const body = (name: string): Mention => ({ kind: 'mention', type: 'body', name, written: '', span: null, country: null, office: null, candidates: [] })

const counted = new WeakMap<Analysis, CountryCode[]>()
/** The states of a text, those named most first. */
function countsOf(analysis: Analysis): CountryCode[] {
  let list = counted.get(analysis)
  if (!list) {
    const counts = new Map<CountryCode, number>()
    for (const r of readingsOf(analysis)) { for (const w of stateWords(analysis, r)) counts.set(w.country, (counts.get(w.country) ?? 0) + 1); for (const m of r.mentions) if (m.mention.type === 'person' && m.mention.country) counts.set(m.mention.country, (counts.get(m.mention.country) ?? 0) + 0.5) }
    counted.set(analysis, (list = [...counts].sort((a, b) => b[1] - a[1]).map(([c]) => c)))
  }
  return list
}

/** All named persons who may take part in a meeting. */
export function personCandidates(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Candidate[] {
  const scene = sceneOf(analysis, draft, drafts), found = new Map<string, Candidate>(), { fields } = draft
  const add = (mention: Mention, at: number, features: readonly string[]) => {
    const key = lastName(mention.name)
    let known = found.get(key)
    if (!known) found.set(key, (known = { key, mention, features: new Set(), at }))
    else if (mention.name.length > known.mention.name.length) known.mention = mention
    for (const f of features) known.features.add(f)
  }
  for (const [reading, where] of placesOf(scene)) {
    const other = where !== 'own' && scene.others.has(reading.index) ? ' told' : '', block = reading.sentence.block === scene.own[0]!.sentence.block ? '' : ' apart'
    for (const m of reading.mentions) if (isNamed(reading, m) && !isLabel(reading, m)) {
      const office = m.mention.office ? 'office' : m.mention.country ? 'known' : 'private'
      if (where === 'own') add(m.mention, m.start, [...standing(scene, reading, m, office).flatMap((x) => [x, `${office} ${x}`]), 'own', ...(aside(analysis, reading, m) ? ['aside'] : [])])
      else add(m.mention, m.start + 1e6, [where, `${where} ${office}`, `${where}${other}${block}`, ...(subjectAt(reading, m) ? [where + ' subject', `${where} subject${other}${block}`] : [])])
    }
  }
  for (const reading of scene.own) for (const run of runsIn(analysis, reading)) { const kind = run.country ? 'national' : 'run'; add(personOf(run), run.start, [...standing(scene, reading, run, kind).flatMap((x) => [x, `${kind} ${x}`]), 'own']) }
  for (const p of fields.people) add(p, p.span?.start ?? 2e6, ['rule', `rule of ${some(fields.people.length)}`])
  const at = drafts.indexOf(draft), head = scene.own[0]!
  for (const [i, d] of drafts.slice(Math.max(0, at - 2), at).reverse().entries()) for (const p of d.fields.people) add(p, 2e6, [`met ${i}`, `met ${i} of ${some(d.fields.people.length)}`, draft.sentence - d.sentence < 4 ? `met ${i} near` : `met ${i} far`])
  const self = selfAt(analysis, head), writer = selfOf(analysis), speaker = head.speech?.speaker
  if (self.person) add(self.person, 3e6, ['self', self.official ? 'self official' : 'self no official'])
  if (writer.person) add(writer.person, 3e6, ['writer'])
  if (speaker && isNamed(head, { mention: speaker, start: 0, end: 0, sentence: 0 })) add(speaker, 3e6, ['speaker', 'speaker ' + head.speech!.form])
  for (const [rank, m] of peopleOf(analysis).slice(0, 2).entries()) add(m, 4e6, [`rank ${rank}`])
  const subject = lastSubject(analysis, head)
  if (subject) add(subject, 4e6, ['last subject'])
  const title = (analysis.document.title ?? '').toLowerCase(), general = sceneFeatures(scene), list = [...found.values()].filter((c) => self === writer || isNear(c))
  const named = list.filter((c) => c.features.has('own')).length, ruled = list.filter((c) => c.features.has('rule')).length
  const codes = fields.parties.map((p) => p.country)
  for (const c of list) {
    const f = c.features
    if (title.includes(c.key) && c.key.length > 3) f.add('title')
    const own = f.has('own'), rule = f.has('rule')
    f.add(`named ${own} rule ${rule}`); f.add(`named ${own} rule ${rule} of ${some(named)} ${some(ruled)}`)
    if (!own) f.add('not own')
    if (!rule) f.add('no rule')
    const party = c.mention.country !== null && codes.includes(c.mention.country)
    f.add(`party ${party} ${own} ${rule}`)
    if (c.mention.country && fields.country === c.mention.country) f.add(`host ${own} ${rule}`)
    for (const g of general) f.add(`${g} ${own ? 'own' : 'else'} ${rule ? 'rule' : '-'}`)
    for (const g of ['self', 'writer', 'speaker', 'title', 'met 0', 'before', 'after', 'rank 0', 'last subject']) if (f.has(g)) for (const t of [`alone ${named < 2}`, `party ${party}`, ...general.filter((x) => x.startsWith('has ') || x.startsWith('cue '))]) f.add(`${g} & ${t} ${own}`)
  }
  return list
}

const lastName = (name: string) => name.toLowerCase().split(/\s+/).filter((w) => !/^(?:jr|sr)\.?,?$/.test(w)).at(-1) ?? ''
/** Does a name open its sentence? */
const subjectAt = (reading: Reading, m: Span): boolean => gap(m, { start: reading.start, end: reading.start }) < 40

/** The person that opened the nearest sentence before. */
function lastSubject(analysis: Analysis, reading: Reading): Mention | null {
  const readings = readingsOf(analysis)
  for (let i = reading.index - 1; i >= Math.max(0, reading.index - 4); i--) { const m = readings[i]!.mentions.find((x) => isNamed(readings[i]!, x)); if (m) return m.mention }
  return null
}

const ranked = new WeakMap<Analysis, Mention[]>()
/** The persons of a text, those named most first. */
function peopleOf(analysis: Analysis): Mention[] {
  let list = ranked.get(analysis)
  if (!list) {
    const counts = new Map<string, { mention: Mention; n: number }>()
    for (const r of readingsOf(analysis)) for (const m of r.mentions) if (isNamed(r, m)) { const k = lastName(m.mention.name), known = counts.get(k); if (known) known.n++; else counts.set(k, { mention: m.mention, n: 1 }) }
    ranked.set(analysis, (list = [...counts.values()].sort((a, b) => b.n - a.n).map((c) => c.mention)))
  }
  return list
}
