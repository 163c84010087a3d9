import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { cuesOf, gap, onReading, hasCue, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { stemOf } from '../asks/voices.ts'
import { forumsIn } from '../names/atlas.ts'
import { firmsIn } from '../names/firms.ts'
import { joined, sign, signOf, type Sign } from '../learned/signs.ts'
import { trait } from '../words/forms.ts'
import { addSigns, addStanding, is, joinedBeside, metSigns, placesOf, sceneOf, sceneSigns, standingOf, yesNo, type Scene } from './candidates.ts'
import { namesForum } from './parties.ts'
import { sizesIn, mainOf, sameWord } from './companies.ts'
import type { Draft } from './drafts.ts'

/** A forum a meeting may be one of, with all that speaks for and against it. */
export interface Sitting { readonly forum: Mention; readonly signs: Sign[] }

/** Bodies whose members' meetings go by the body's name, and those whose summits have a name of their own. */
const councils = new Set(['European Council', 'Foreign Affairs Council', 'NATO-Ukraine Council', 'United Nations Security Council', 'G7', 'NATO'])

/** All forums a meeting may be one of. */
export function forumCandidates(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Sitting[] {
  const scene = sceneOf(analysis, draft, drafts), found = new Map<string, Sitting>(), { fields } = draft
  const add = (forum: Mention, ...signs: Sign[]): Sign[] => {
    const key = forum.name.toLowerCase(), known = found.get(key) ?? { forum, signs: [] }
    found.set(key, known)
    return addSigns(known.signs, signs)
  }
  for (const [reading, where] of placesOf(scene)) for (const { forum, span, kind } of namedIn(reading, analysis)) {
    if (where === is.own) addStanding(add(forum, is.own, overlaps(span, draft.cue) ? atTheWord : 0), scene, reading, span, kind)
    else add(forum, where, joined(where, kind), scene.others.has(reading.index) ? joined(where, is.told) : 0)
  }
  if (fields.forum) add(fields.forum, is.rule)
  const at = drafts.indexOf(draft)
  for (const [i, d] of drafts.slice(Math.max(0, at - 3), at).reverse().entries()) if (d.fields.forum) add(d.fields.forum, ...metSigns(i, null, draft.sentence - d.sentence < 4))
  for (const [i, forum] of namedMost(analysis).slice(0, 2).entries()) add(forum, ranks[i]!)
  // "The coalition gathers next …": the noun of a forum told before.
  for (const { signs, forum } of found.values()) if (!signs.includes(is.own) && sharesNoun(forum, scene.own)) addSigns(signs, [byNoun, joined(byNoun, yesNo(signs.includes(is.rule)))])
  addSeries(scene, add)
  addByKind(scene, add)
  const general = sceneSigns(scene), all = general.all.filter((g) => g !== general.forum), list = [...found.values()], own = list.filter((v) => v.signs.includes(is.own)).length
  const beside = joinedBeside([joined(is.alone, signOf(String(own))), joined(parties, signOf(String(Math.min(2, fields.parties.length)))), general.cue, general.state, general.people, ...general.has])
  for (const { signs, forum } of list) {
    const here = signs.includes(is.own), rule = signs.includes(is.rule), stands = standingOf(here, rule), isHere = yesNo(here), isRule = yesNo(rule), both = joined(is.own, isHere, is.rule, isRule), ofName = joined(name, councils.has(forum.name) || forum.name === 'NATO Summit' ? signOf(forum.name) : otherName)
    const out = [both, joined(both, is.of, signOf(String(Math.min(own, 3)))), ofName, joined(ofName, isHere, isRule), ...all.map((g) => joined(g, stands))]
    const counts = sizes[forum.name]
    if (counts && scene.own.some((r) => sizesIn(r).some((n) => counts.includes(n)))) out.push(countsIt, joined(countsIt, isHere), joined(countsIt, isRule))
    for (const g of joinedSigns) if (signs.includes(g)) out.push(...beside(g, here))
    addSigns(signs, out)
  }
  return list
}
type Add = (forum: Mention, ...signs: Sign[]) => void
const series = { counted: sign('counted'), main: sign('main'), same: sign('same word') }
/** The forum of a meeting that this one goes on with: of the one its words count, of the largest, of the last told with the same word. */
function addSeries({ analysis, draft, drafts, own }: Scene, add: Add): void {
  const earlier = drafts.slice(0, drafts.indexOf(draft)).filter((d) => d.sentence < draft.sentence)
  if (earlier.length === 0) return
  for (const n of own.flatMap((r) => sizesIn(r))) { const one = earlier.findLast((d) => d.fields.parties.length === n); if (one?.fields.forum) add(one.fields.forum, series.counted) }
  const main = mainOf(earlier)?.fields.forum, same = sameWord(analysis, draft, earlier)?.fields.forum
  if (main) add(main, series.main)
  if (same) add(same, series.same)
}

const summit = { word: sign('by summit'), leaders: sign('by leaders'), own: sign('owner here'), near: sign('owner near'), far: sign('owner far') }
/** "At the summit in Vilnius", in a text that names NATO: whose summit it is stands elsewhere. */
function addByKind({ analysis, own }: Scene, add: Add): void {
  const word = own.some((r) => cuesOf(r, 'meetings.summit').length > 0) ? summit.word : own.some((r) => hasCue(r, 'meetings.leaders')) ? summit.leaders : 0
  if (word === 0) return
  const readings = readingsOf(analysis), at = own[0]!.index
  for (const [body, name] of owners) {
    const stands = readings.filter((r) => r.mentions.some((m) => m.mention.name === body))
    if (stands.length === 0) continue
    const where = stands.some((r) => own.includes(r)) ? summit.own : stands.some((r) => Math.abs(r.index - at) <= 3) ? summit.near : summit.far
    add({ kind: 'mention', type: 'forum', name, written: '', span: null, country: null, office: null, candidates: [] }, word, joined(word, where), joined(word, signOf(name), where))
  }
}
const owners = [['NATO', 'NATO Summit'], ['European Union', 'European Council']] as const

/**
 * The summit of the alliance or the union that the sentence of a meeting names, where no two states meet in it.
 * @example summitHere(scene) // "At their summit in The Hague, NATO leaders …": NATO Summit
 */
export function summitHere(scene: Scene): Mention | null {
  const { analysis, draft, drafts, own } = scene
  if (draft.fields.parties.filter((p) => p.type === 'state').length > 1) return null
  const word = own.flatMap((r) => cuesOf(r, 'meetings.summit'))[0]
  if (!word) return null
  const named = own.flatMap((r) => r.mentions.flatMap((m) => { const name = owners.find(([body]) => m.mention.name === body || m.mention.name.startsWith(body + ' ') || m.mention.office?.startsWith(body + ' '))?.[1]; return name ? [{ name, far: gap(m, word) }] : [] })).sort((a, b) => a.far - b.far)[0]
  if (named) return { kind: 'mention', type: 'forum', name: named.name, written: '', span: null, country: null, office: null, candidates: [] }
  // "The next one is the summit in Ankara": that of the one told before.
  const before = drafts.slice(0, drafts.indexOf(draft)).findLast((d) => d.fields.forum === null && overlaps(d.cue, cuesOf(readingsOf(analysis)[d.sentence]!, 'meetings.summit')[0] ?? nowhere))
  return before ? summitHere(sceneOf(analysis, before, drafts)) : null
}
const nowhere = { start: -1, end: -1 }

/** How many sit in a forum that is known by its number. */
const sizes: Readonly<Record<string, readonly number[]>> = { 'Nordic-Baltic Eight': [8], 'Bucharest Nine': [9], 'Group of Five': [5], 'Nordic Five': [5], G7: [7], 'Weimar Triangle': [3], 'Lublin Triangle': [3], 'Visegrád Group': [4], NATO: [30, 31, 32], 'NATO Summit': [30, 31, 32], 'European Council': [27] }
const countsIt = sign('counts it')
const atTheWord = sign('at the word'), byNoun = sign('by noun'), ranks = [sign('rank 0'), sign('rank 1')], name = sign('name'), otherName = sign('other'), parties = sign('parties'), joinedSigns = [is.metLast, is.metBefore, is.before, is.after, is.early, ranks[0]!, byNoun, series.counted, series.main, series.same, summit.word, summit.leaders]
const kinds = { forum: sign('forum'), body: sign('body'), owner: sign('owner') }

/** Is a word of some sentences the noun that a forum is named by, here or as it was written? */
function sharesNoun({ name, written }: Mention, readings: readonly Reading[]): boolean {
  const stems = new Set(`${name} ${written}`.split(/[\s–-]+/).map(stemOf))
  return readings.some((r) => r.words.some((w) => { const stem = nounIn(w.form); return stem !== '' && stems.has(stem) }))
}
/** What a longer word shares with its other forms; nothing where it tells not which forum it is. */
const nounIn = trait(({ lower }): string => (lower.length > 4 && !adjectival.test(lower) ? stemOf(lower) : ''))
/** Words in the names of forums that tell not which it is. */
const adjectival = /^(?:ukrain|europ|europä|nato|україн|європ|defen[cs]e|summit|meeting)/

const namedIn = onReading((reading, analysis: Analysis): readonly { forum: Mention; span: Span; kind: Sign }[] => findNamed(analysis, reading))

function findNamed(analysis: Analysis, reading: Reading): { forum: Mention; span: Span; kind: Sign }[] {
  const out: { forum: Mention; span: Span; kind: Sign }[] = forumsIn(analysis, reading).map((f) => ({ forum: f.mention, span: f, kind: kinds.forum }))
  for (const m of reading.mentions) if (m.mention.type === 'body' && m.mention.country === null && (councils.has(m.mention.name) || m.mention.name === 'European Union')) {
    const summit = cuesOf(reading, 'meetings.summit').length > 0
    const name = m.mention.name === 'NATO' && summit ? 'NATO Summit' : m.mention.name === 'European Union' ? summit || hasCue(reading, 'meetings.leaders') ? 'European Council' : 'Foreign Affairs Council' : m.mention.name
    out.push({ forum: { ...m.mention, type: 'forum', name, country: null, candidates: name === m.mention.name ? m.mention.candidates : [] }, span: m, kind: name === m.mention.name ? kinds.body : kinds.owner })
  }
  for (const m of [...reading.mentions.map((at) => at.mention), ...firmsIn(analysis, reading)]) { const { span } = m; if (span && namesForum(m) && !out.some((o) => overlaps(o.span, span))) out.push({ forum: { ...m, type: 'forum', country: null }, span, kind: kinds.forum }) }
  return out
}

/** The forums of a text, those named most first. */
const namedMost = onAnalysis((analysis): readonly Mention[] => {
  const counts = new Map<string, { forum: Mention; n: number }>()
  for (const r of readingsOf(analysis)) for (const { forum, kind } of namedIn(r, analysis)) if (kind === kinds.forum) { const known = counts.get(forum.name); if (known) known.n++; else counts.set(forum.name, { forum, n: 1 }) }
  return [...counts.values()].sort((a, b) => b.n - a.n).map((c) => c.forum)
})
