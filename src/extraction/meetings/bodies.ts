import type { Mention } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { hardBreak, hasCue, readingsOf, type Reading } from '../frames/frames.ts'
import { joined, sign, type Sign } from '../learned/signs.ts'
import { firmsIn, mainFirm } from '../names/firms.ts'
import { actorKey, bodyMention } from '../names/parties.ts'
import { trait } from '../words/forms.ts'

/** States that go by one adjective beside a word for their people in office. */
const regions: readonly (readonly [RegExp, string])[] = [
  [/^(?:baltic|baltisch(?:e[nrms]?)?|baltes?|baltic(?:o|a|i|he)|bałtycki(?:e|ch|m|mi)|балтійськ(?:і|их|им|ими))$/, 'EE LV LT'],
  [/^(?:nordic|nordisch(?:e[nrms]?)?|nordiques?|nordic(?:o|a|i|he)|nordycki(?:e|ch|m|mi)|північних?)$/, 'DK FI IS NO SE'],
]
const regionOf = trait(({ lower }): string | null => (lower.length < 5 ? null : regions.find(([shape]) => shape.test(lower))?.[1] ?? null))
const offices = ['meetings.posts', 'meetings.leaders', 'meetings.defence', 'meetings.foreign', 'meetings.officials']
/** "Lands" in six languages: no persons. @example isLand(formOf('Staaten')) // true */
export const isLand = trait(({ lower }): boolean => /^(?:states|countries|nations|allies|republics|capitals|trio|staaten|länder[n]?|republiken|pays|états|stati|paesi|repubbliche|państw\p{L}*|kraj\p{L}*|republik\p{L}*|країн\p{L}*|держав\p{L}*)$/u.test(lower))

/** "The three Baltic ministers", "i Paesi baltici": the states of a region, with the place of its adjective; a sea or a fleet is none. */
export function regionsIn(reading: Reading): { readonly country: string; readonly span: Span }[] {
  const { words } = reading
  return words.flatMap((w, i) => {
    const states = regionOf(w.form)
    if (!states || /[-–]/.test(reading.text[w.start - reading.start - 1] ?? '') || /[-–]/.test(reading.text[w.end - reading.start] ?? '')) return []
    const near = [words[i + 1], words[i - 1], words[i + 2]].filter((n) => n !== undefined && !hardBreak(reading, n, w))
    const beside = near.some((n) => isLand(n!.form)) || offices.some((table) => reading.byTable.get(table)?.some((c) => near.some((n) => c.start <= n!.start && c.end >= n!.end)))
    return beside ? states.split(' ').map((country) => ({ country, span: w })) : []
  })
}

/** A party that the sentences of a meeting mean by a common noun, or not at all. */
export interface Meant { readonly mention: Mention; readonly signs: readonly Sign[] }

const alliance = { nato: sign('the alliance'), union: sign('the union'), summit: sign('of a summit'), leaders: sign('of leaders'), ministers: sign('of ministers'), none: sign('of nobody'), near: sign('named near'), far: sign('named far'), most: sign('named most') }
/** "The Alliance", "der Allianz", "Sojuszu": what NATO goes by in a text that names it. */
const allied = trait(({ lower }): boolean => /^(?:allianz|bündnis|alliance|alleanza|sojusz|альянс)/.test(lower))
/** "The Union" with a capital: the European one. */
const united = trait(({ text }): boolean => /^(?:Union|Unione|Unii|Unia|Unią|Unię|Союз[уі]?)$/.test(text))

/** NATO and the European Union, where a text names them: whose ministers and leaders those of a meeting may be. */
export function alliancesMeant(analysis: Analysis, own: readonly Reading[]): Meant[] {
  const named = alliancesNamed(analysis)
  if (named.length === 0) return []
  const by = own.some((r) => hasCue(r, 'meetings.summit')) ? alliance.summit : own.some((r) => hasCue(r, 'meetings.leaders')) ? alliance.leaders : own.some((r) => hasCue(r, ['meetings.defence', 'meetings.foreign', 'meetings.posts'])) ? alliance.ministers : alliance.none, at = own[0]!.index
  return named.map(({ mention, at: where, most }) => {
    const near = where.some((i) => Math.abs(i - at) <= 3) ? alliance.near : alliance.far, isUnion = mention.name === 'European Union', kind = isUnion ? alliance.union : alliance.nato
    const meant = own.some((r) => r.words.some((w) => (isUnion ? united : allied)(w.form)))
    return { mention, signs: [kind, joined(kind, by), joined(kind, near), joined(kind, by, near), ...(most ? [joined(alliance.most, kind), joined(alliance.most, by)] : []), ...(meant ? [byNoun, joined(byNoun, kind), joined(byNoun, by)] : [])] }
  })
}
const byNoun = sign('by its noun')

const alliancesNamed = onAnalysis((analysis): readonly { readonly mention: Mention; readonly at: readonly number[]; readonly most: boolean }[] => {
  const readings = readingsOf(analysis)
  const all = ['NATO', 'European Union'].flatMap((name) => {
    const at = readings.filter((r) => r.mentions.some((m) => m.mention.name === name) || (name === 'NATO' && r.mentions.some((m) => m.mention.name.startsWith('NATO')))).map((r) => r.index)
    return at.length > 0 ? [{ mention: bodyMention(name), at }] : []
  })
  return all.map((a) => ({ ...a, most: all.every((b) => b.at.length <= a.at.length) }))
})

const firms = { ranks: [sign('firm 0'), sign('firm 1'), sign('firm 2')], main: sign('main firm'), noun: sign('noun for firms'), no: sign('no noun for firms'), near: sign('firm near') }
/** The firms of a text, those named most first: whom "the company", "both partners" may mean. */
export function firmsMeant(analysis: Analysis, own: readonly Reading[]): Meant[] {
  const list = firmsNamed(analysis)
  if (list.length === 0) return []
  const noun = own.some((r) => hasCue(r, 'projects.firm')) ? firms.noun : firms.no, main = mainFirm(analysis), at = own[0]!.index
  return list.slice(0, 3).map(({ mention, last }, rank) => {
    const own = joined(firms.ranks[rank]!, noun)
    return { mention, signs: [firms.ranks[rank]!, own, ...(last(at) < 4 ? [firms.near, joined(firms.near, noun)] : []), ...(main?.name === mention.name ? [firms.main, joined(firms.main, noun)] : [])] }
  })
}

const firmsNamed = onAnalysis((analysis): readonly { readonly mention: Mention; readonly last: (before: number) => number }[] => {
  const by = new Map<string, { mention: Mention; at: number[] }>()
  for (const r of readingsOf(analysis)) for (const f of firmsIn(analysis, r)) { const known = by.get(actorKey(f)); if (known) { if (known.at.at(-1) !== r.index) known.at.push(r.index) } else by.set(actorKey(f), { mention: f, at: [r.index] }) }
  return [...by.values()].sort((a, b) => b.at.length - a.at.length).map(({ mention, at }) => ({ mention: { ...mention, span: null }, last: (before) => before - (at.findLast((i) => i <= before) ?? -100) }))
})
