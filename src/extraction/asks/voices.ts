import type { Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { readingsOf, type Reading } from '../frames/frames.ts'
import { firmsIn } from '../names/firms.ts'
import { forumsIn, stateWords } from '../names/atlas.ts'
import { nameTable } from '../names/name-words.ts'
import { ourselves } from '../speech/first-person.ts'
import { statesIn } from '../names/parties.ts'
import { givenOf, surnameOf } from '../names/surnames.ts'

/** Somebody who may speak as "I" or "we" at a place, and what tells so. */
export interface Voice { readonly mention: Mention; readonly by: 'label' | 'title' | 'lead' | 'joint' }

const person = (name: string): Mention => ({ kind: 'mention', type: 'person', name, written: '', span: null, country: null, office: null, candidates: [] })
const group = (name: string): Mention => ({ kind: 'mention', type: 'group', name, written: '', span: null, country: null, office: null, candidates: [] })
const capital = /^\p{Lu}[\p{Ll}’'-]+/u

/** Who speaks in the text as a whole: whom its title or its first paragraphs present, those who open it with "We, the ministers of …". */
const ofText = onAnalysis((analysis): readonly Voice[] => {
  const titled = titledIn(analysis), lead = leading(analysis), joint = ourselves(analysis)
  return [...(titled ? [{ mention: titled, by: 'title' } as const] : []), ...(lead ? [{ mention: lead, by: 'lead' } as const] : []), ...(joint ? [{ mention: joint, by: 'joint' } as const] : [])]
})

/**
 * Who may be "I" or "we" in a sentence: whose label stands before the words ("Sajovic: …"), whom the title or the first
 * paragraphs present, those who signed together.
 * @example voicesAt(analysis, reading) // [{ mention: Aldona Pieńkowska, by: 'title' }]
 */
export function voicesAt(analysis: Analysis, reading: Reading): readonly Voice[] {
  const label = labelled(analysis, reading)
  return label ? [{ mention: label, by: 'label' }, ...ofText(analysis)] : ofText(analysis)
}

/** Whom the title or the first paragraphs present as the one who speaks. */
export const presented = (analysis: Analysis): Mention | null => ofText(analysis).find((v) => v.by !== 'joint' && v.mention.type === 'person')?.mention ?? null

/** "Sajovic: Mehr, als man glaubt.": the person whose label opens the paragraph, or one not far before. */
function labelled(analysis: Analysis, reading: Reading): Mention | null {
  const { blocks, text } = analysis.document
  for (let b = reading.sentence.block; b >= 0 && b > reading.sentence.block - 6; b--) {
    const start = text.slice(blocks[b]!.start, Math.min(blocks[b]!.end, blocks[b]!.start + 50)), colon = start.search(/:\s/)
    const words = colon > 1 ? start.slice(0, colon).split(/\s+/) : []
    if (words.length === 0 || words.length > 4 || !words.every((w) => /^\p{Lu}/u.test(w))) continue
    const last = words.at(-1)!.toLowerCase(), named = (type: string) => analysis.mentions.find((m) => m.mention.type === type && /\p{L}\s\p{Lu}/u.test(m.mention.name) && m.mention.name.toLowerCase().endsWith(last))?.mention
    return named('person') ?? named('unknown') ?? null
  }
  return null
}

/** "Wystąpienie wiceminister Aldony Pieńkowskiej na Forum": the run of capitals behind a word for an office, in its base form; the fuller name where the text has one. */
function titledIn(analysis: Analysis): Mention | null {
  const words = (analysis.document.title ?? '').replace(/\b[dl][’']/gi, (m) => m + ' ').split(/\s+/), table = nameTable(analysis.language)
  for (let i = 1; i < words.length - 1; i++) {
    const end = runEnd(words, i)
    if (end - i < 2 || end - i > 4 || !led(words[i - 1]!, table.roles) || words.slice(i, end).some((w) => [table.roles, table.bodies, table.groups].some((t) => t.has(w.toLowerCase().replace(/[,:;]$/, ''))))) continue
    // "Minister of National Defence": two words behind "of" are the office alone.
    if (end - i < 3 && table.links.has(words[i - 1]!.toLowerCase()) && !own.test(words[i - 1]!) && table.roles.has(words[i - 2]?.toLowerCase() ?? '')) continue
    // "Minister of National Defence Ioana Marinescu": behind the rest of an office stand two words of a name.
    const from = table.links.has(words[i - 1]!.toLowerCase()) && !own.test(words[i - 1]!) ? Math.max(i, end - 2) : i, given = words[from]!
    const last = words[end - 1]!.replace(/[,:;.]$/, ''), run = words.slice(from, end).join(' '), known = analysis.mentions.find((m) => m.mention.type === 'person' && m.mention.name.includes(' ') && (m.mention.name.endsWith(last) || run.startsWith(m.mention.name + ' ')))
    if (known) return known.mention
    // "A Year of Rebuilding Ukraine": what names a state is no person.
    if (statesIn(analysis, run).length > 0) continue
    if (analysis.language.names.cases.length === 0) return person([...words.slice(from, end - 1), last].join(' '))
    const base = nominative(given)
    return person([base, ...words.slice(from + 1, end - 1), surnameOf(last, given, base)].join(' '))
  }
  return null
}
const runEnd = (words: readonly string[], from: number): number => {
  let end = from
  while (end < words.length && capital.test(words[end]!)) { end++; if (/[,:;.]$/.test(words[end - 1]!)) break }
  return end
}
/** An office, a form of address or a word for who wrote stands before a name. */
const led = (word: string, roles: ReadonlySet<string>): boolean => roles.has(word.toLowerCase()) || /^(?:by|with|of|von|mit|de|du|d[’']|avec|con|di|dell[’']|z|ze|з|із|зі)$/i.test(word)
/** Words that stand before who wrote rather than inside an office. */
const own = /^(?:by|with|von|mit|avec|con|d[’']|z|ze|з|із|зі)$/i
/** A given name in the genitive as in the nominative: "Aldony", "Jana", "Марти". */
const nominative = (given: string): string => {
  const base = givenOf(given)
  if (base !== given) return base
  const [ending, to] = genitives.find(([e]) => e.test(given)) ?? [/$/, '']
  return given.replace(ending, to)
}
const genitives: readonly (readonly [RegExp, string])[] = [[/(?<=[jlnl]i)i$/, 'a'], [/(?<=\p{Ll}{2})y$/u, 'a'], [/(?<=[kg])i$/, 'a'], [/(?<=\p{Ll}{2}[bcdfghjklłmnprstwz])a$/u, ''], [/(?<=\p{Ll}{2})и$/u, 'а'], [/(?<=\p{Ll}{2}[бвгґджзклмнпрстфхцчшщ])а$/u, '']]

/** The person whom the first paragraph names first, or one of the first three that the title names too: named as often as anybody, by the surname too. */
function leading(analysis: Analysis): Mention | null {
  const { blocks } = analysis.document, body = blocks.flatMap((b, i) => (b.kind === 'heading' ? [] : [i])).slice(0, 3), title = (analysis.document.title ?? '').toLowerCase(), counts = new Map<string, number>()
  const { roles, groups } = nameTable(analysis.language), full = (m: Mention) => m.type === 'person' && m.name.includes(' ') && m.name.split(' ').every((w) => !roles.has(w.toLowerCase()) && !groups.has(w.toLowerCase())) && capital.test(m.name) && /\p{Lu}/u.test(m.name.slice(m.name.lastIndexOf(' ') + 1))
  for (const { mention } of analysis.mentions) if (mention.type === 'person') counts.set(mention.name, (counts.get(mention.name) ?? 0) + 1)
  const most = Math.max(...counts.values()), first = readingsOf(analysis).filter((r) => body.includes(r.sentence.block)).flatMap((r) => r.mentions.filter((m) => full(m.mention)).map((m) => ({ mention: m.mention, block: r.sentence.block })))
  return (first.find((m) => title.includes(m.mention.name.toLowerCase().split(' ').at(-1)!)) ?? first.find((m) => m.block === body[0] && counts.get(m.mention.name) === most))?.mention ?? null
}

/**
 * Whom a plain noun stands for: the body, forum or firm named before whose name holds the noun ("the coalition" for the
 * Drone Coalition), or the noun with the states it was told with ("the ministers" for "the ministers of defence of A and B").
 * @example namedBefore(analysis, reading, 'committee')?.name // 'Joint Committee'
 */
export function namedBefore(analysis: Analysis, reading: Reading, noun: string): Mention | null {
  const low = stemOf(noun), readings = readingsOf(analysis)
  if (low.length < 3) return null
  const holds = (m: Mention) => [m.name, m.written].some((name) => { const words = name.split(/[\s-]+/); return words.length > 1 && /\p{Lu}/u.test(name) && !(/^(?:unknown|company)$/.test(m.type) && /\s(?:et|and|und|e|ed|i|oraz|та|і)\s/.test(name)) && (m.type === 'group' ? stemOf(words[0]!) === low && words.length > 3 : words.some((w) => stemOf(w) === low)) })
  for (let i = reading.index; i >= 0; i--) {
    const r = readings[i]!, joint = ofSeveral(analysis, r, low)
    if (joint) return joint
    const named = [...forumsIn(analysis, r).map((f) => ({ start: f.start, mention: f.mention })), ...r.mentions.filter((m) => /^(?:body|forum|company|group)$/.test(m.mention.type)), ...firmsIn(analysis, r).map((f) => ({ start: f.span?.start ?? r.start, mention: f }))]
    const found = named.filter((m) => holds(m.mention)).sort((a, b) => b.start - a.start)[0]
    if (found) return found.mention
  }
  return null
}

/** One who asks or is asked by a noun alone, as who was named before with that noun; others as they are. */
export function asNamed(analysis: Analysis, reading: Reading, m: Mention): Mention {
  const noun = m.candidates.length > 0 || !/^(?:body|group|company|unknown)$/.test(m.type) ? undefined : /^(?:members of the )?(\S+)$/.exec(m.name)?.[1]
  const before = noun ? namedBefore(analysis, reading, noun) : null
  return before && before.name !== m.name ? { ...before, written: m.written, span: m.span } : withQuoted(analysis, m)
}

/** "The defence ministers of Sweden, Lithuania and the Netherlands": a noun with the states it is told of, two or more, as one group. */
function ofSeveral(analysis: Analysis, reading: Reading, noun: string): Mention | null {
  const at = reading.words.findIndex((w) => stemOf(w.lower) === noun), word = reading.words[at]
  if (!word) return null
  const states = stateWords(analysis, reading).filter((w) => w.kind === 'state' && w.start > word.end), text = (a: number, b: number) => reading.text.slice(a - reading.start, b - reading.start)
  if (!states[0] || states[0].start - word.end > 24 || !/^[\s\p{Ll}’']*$/u.test(text(word.end, states[0].start))) return null
  // "Rief das Ministerium Paris und Rom auf": without a small word or a case nothing tells that the noun is theirs.
  if (analysis.language.names.cases.length === 0 && !/\p{L}/u.test(text(word.end, states[0].start)) && !/s$/.test(text(states[0].start, states[0].end))) return null
  let last = states[0]
  for (const s of states.slice(1)) { if (!/^,?\s(?:\p{Ll}{1,4}\.?\s|l['’]){0,3}$/u.test(text(last.end, s.start))) break; last = s }
  if (last === states[0]) return null
  const before = reading.words[at - 1], wide = before && /^\p{L}+$/u.test(before.lower) && before.lower.length > 4 && word.start - before.end === 1 && !nameTable(reading.language).determiners.has(before.lower) ? before.start : word.start
  return group(text(wide, last.end).replace(/\s+/g, ' '))
}
/** "Асоціація «Крок»", "the group “Free Skies”": a noun with the name in quotation marks behind it. */
function withQuoted({ document }: Analysis, m: Mention): Mention {
  const name = m.span && (m.type === 'body' || m.type === 'group' || m.type === 'company') && m.candidates.length === 0 && !/\s/.test(m.name) && /^\s[«„“"]([^»”“"]{2,40})[»”“"]/u.exec(document.text.slice(m.span.end, m.span.end + 48))
  return name ? { ...m, name: document.text.slice(m.span!.start, m.span!.end + name[0].length).replace(/\s+/g, ' '), candidates: [] } : m
}

/** A word without the endings that cases and numbers give it. */
export const stemOf = (word: string): string => { const low = word.toLowerCase().replace(/^.{1,5}['’]/, '').replace(/[.,;:]$/, ''); return low.length > 6 ? low.slice(0, Math.max(5, low.length - 3)) : low.length > 4 ? low.slice(0, low.length - 1) : low }
