import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { cuesOf, hasCue, overlaps, readingsOf, type Reading } from '../frames/frames.ts'
import { forumsIn } from '../names/atlas.ts'
import { placesOf, sceneFeatures, sceneOf, standing } from './candidates.ts'
import type { Draft } from './drafts.ts'

/** A forum a meeting may be one of, with all that speaks for and against it. */
export interface Sitting { readonly forum: Mention; readonly features: Set<string> }

/** Bodies whose members' meetings go by the body's name, and those whose summits have a name of their own. */
const councils = new Set(['European Council', 'Foreign Affairs Council', 'NATO-Ukraine Council', 'United Nations Security Council', 'G7', 'NATO'])

/** All forums a meeting may be one of. */
export function forumCandidates(analysis: Analysis, draft: Draft, drafts: readonly Draft[]): Sitting[] {
  const scene = sceneOf(analysis, draft, drafts), found = new Map<string, Sitting>(), { fields } = draft
  const add = (forum: Mention, features: readonly string[]) => {
    const known = found.get(forum.name.toLowerCase()) ?? { forum, features: new Set<string>() }
    found.set(forum.name.toLowerCase(), known)
    for (const f of features) known.features.add(f)
  }
  for (const [reading, where] of placesOf(scene)) for (const { forum, span, kind } of namedIn(analysis, reading)) {
    const told = scene.others.has(reading.index) && where !== 'own' ? ' told' : ''
    if (where === 'own') add(forum, [...standing(scene, reading, span, kind).flatMap((f) => [f, `${kind} ${f}`]), 'own', ...(overlaps(span, draft.cue) ? ['at the word'] : [])])
    else add(forum, [where, `${where} ${kind}`, `${where}${told}`])
  }
  if (fields.forum) add(fields.forum, ['rule'])
  const at = drafts.indexOf(draft)
  for (const [i, d] of drafts.slice(Math.max(0, at - 3), at).reverse().entries()) if (d.fields.forum) add(d.fields.forum, [`met ${i}`, draft.sentence - d.sentence < 4 ? `met ${i} near` : `met ${i} far`])
  for (const [rank, forum] of namedMost(analysis).slice(0, 2).entries()) add(forum, [`rank ${rank}`])
  const general = sceneFeatures(scene).filter((g) => !/forum/.test(g)), list = [...found.values()], own = list.filter((v) => v.features.has('own')).length
  for (const { features: f, forum } of list) {
    const here = f.has('own'), rule = f.has('rule'), name = councils.has(forum.name) ? forum.name : forum.name === 'NATO Summit' ? 'NATO Summit' : 'other'
    f.add(`own ${here} rule ${rule}`); f.add(`own ${here} rule ${rule} of ${Math.min(own, 3)}`); f.add(`name ${name}`); f.add(`name ${name} ${here} ${rule}`)
    for (const g of general) f.add(`${g} ${here ? 'own' : 'else'} ${rule ? 'rule' : '-'}`)
    for (const g of ['met 0', 'met 1', 'before', 'after', 'early', 'rank 0']) if (f.has(g)) for (const t of [`alone ${own}`, `parties ${Math.min(2, fields.parties.length)}`, ...general.filter((x) => /^(?:has|cue|state|people)/.test(x))]) f.add(`${g} & ${t} ${here}`)
  }
  return list
}

const made = new WeakMap<Reading, readonly { forum: Mention; span: Span; kind: string }[]>()
function namedIn(analysis: Analysis, reading: Reading): readonly { forum: Mention; span: Span; kind: string }[] {
  let list = made.get(reading)
  if (!list) made.set(reading, (list = findNamed(analysis, reading)))
  return list
}

function findNamed(analysis: Analysis, reading: Reading): { forum: Mention; span: Span; kind: string }[] {
  const out: { forum: Mention; span: Span; kind: string }[] = forumsIn(analysis, reading).map((f) => ({ forum: f.mention, span: f, kind: 'forum' }))
  for (const m of reading.mentions) if (m.mention.type === 'body' && m.mention.country === null && (councils.has(m.mention.name) || m.mention.name === 'European Union')) {
    const summit = cuesOf(reading, 'meetings.summit').length > 0
    const name = m.mention.name === 'NATO' && summit ? 'NATO Summit' : m.mention.name === 'European Union' ? summit || hasCue(reading, 'meetings.leaders') ? 'European Council' : 'Foreign Affairs Council' : m.mention.name
    out.push({ forum: { ...m.mention, type: 'forum', name, country: null, candidates: name === m.mention.name ? m.mention.candidates : [] }, span: m, kind: name === m.mention.name ? 'body' : 'owner' })
  }
  return out
}

const ranked = new WeakMap<Analysis, Mention[]>()
/** The forums of a text, those named most first. */
function namedMost(analysis: Analysis): Mention[] {
  let list = ranked.get(analysis)
  if (!list) {
    const counts = new Map<string, { forum: Mention; n: number }>()
    for (const r of readingsOf(analysis)) for (const { forum, kind } of namedIn(analysis, r)) if (kind === 'forum') { const known = counts.get(forum.name); if (known) known.n++; else counts.set(forum.name, { forum, n: 1 }) }
    ranked.set(analysis, (list = [...counts.values()].sort((a, b) => b.n - a.n).map((c) => c.forum)))
  }
  return list
}
