import type { CountryCode, Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import type { Reading } from '../frames/frames.ts'
import { homeland } from '../names/coreference.ts'
import { governmentNouns } from '../names/governments.ts'
import type { Scene } from '../speech/scene.ts'
import { turnsOf } from '../speech/turns.ts'
import { distinct, groupBefore, mainState, stateMention } from '../names/parties.ts'

/**
 * Those asked as the contract wants them: a government as its state, "the three capitals" as the states told before, a
 * name that was read in pieces as one.
 * @example settled(analysis, reading, asker, [government]) // "called on the government": the state of who asks
 */
export function settled(analysis: Analysis, reading: Reading, asker: Mention, asked: readonly Mention[]): Mention[] {
  return distinct(joined(analysis, asked).flatMap((m) => {
    const number = numberAt(analysis, reading, m), told = number > 1 ? groupBefore(analysis, reading, ['UA', asker.country]) : [], states = told.length === number ? told : []
    if (states.length > 0) return states
    return isGovernment(analysis, m) || isMinister(analysis, m) ? [stateOf(analysis, m, asker)] : [m]
  }))
}

/**
 * A people asked is its state, whatever else its name was taken for.
 * @example ofNation(analysis, germans) // "to the Germans: send tanks": Germany
 */
export function ofNation({ lexicon, language }: Analysis, m: Mention): Mention {
  if (m.type === 'state' || !/^\p{Lu}\p{Ll}+s$/u.test(m.written)) return m
  const country = lexicon.senses(m.written, language.code).find((s) => s.as === 'demonym')?.country
  return country ? stateMention(country, null) : m
}

/** How many a plain group counts: "the three governments"; 0 for others. */
function numberAt(analysis: Analysis, reading: Reading, { type, span }: Mention): number {
  if ((type !== 'group' && type !== 'body') || !span) return 0
  const at = reading.words.findIndex((w) => w.end > span.start), { cardinals } = analysis.language.numbers
  return Math.max(...[at - 1, at].map((i) => cardinals[reading.words[i]?.lower ?? ''] ?? 0))
}

/** Whom "them" means in a sentence that names nobody else: the group, body or forum that the sentence before names last, else its states. */
export function toldBefore({ turn, analysis }: Scene, asker: Mention | null): Mention[] {
  const turns = turnsOf(analysis), before = turns[turns.indexOf(turn) - 1]
  if (!before || turn.block - before.block > 1) return []
  const named = before.mentions.filter((m) => !m.quoted && m.mention.name !== asker?.name).map((m) => m.mention), last = named.findLast((m) => /^(?:group|body|forum)$/.test(m.type))
  return last ? [last] : distinct(named.filter((m) => m.type === 'state' && m.country !== asker?.country))
}

const governs = /^(?:federal )?(?:government|council of ministers|cabinet of ministers|cabinet)\b/i
/** "The council of ministers" in the other languages. */
const councils = /^(?:consiglio dei ministri|conseil des ministres|ministerrat|bund|rad\S{1,2} ministrów|рад\S{1,2} міністрів|кабінет\S{0,2} міністрів)$/i
/** Is a body the government of a state: by its noun alone or as the reference names it? */
export function isGovernment({ language }: Analysis, m: Mention): boolean {
  if (m.type !== 'body' && m.type !== 'group' && m.type !== 'unknown') return false
  if (councils.test(m.name)) return true
  if (m.candidates.length > 0) return m.country !== null && governs.test(m.name)
  const words = m.name.toLowerCase().split(/\s+/).map((w) => w.replace(/^.{1,5}['’]/, '')), nouns = governmentNouns(language)
  return words.length === 1 ? nouns.has(words[0]!) : m.country !== null && words.length < 4 && (nouns.has(words[0]!) || nouns.has(words.at(-1)!))
}

/** "The Minister", "ministers", "the Minister for Defence": whom nothing names stands for the state. */
const isMinister = ({ document }: Analysis, m: Mention): boolean => {
  if (m.candidates.length > 0) return false
  if (m.type !== 'group') return (m.type === 'unknown' || m.type === 'person' && m.name === m.office) && office.test(m.name)
  // "The ministers" are those of the meeting told before.
  return plural.test(m.name) && m.span !== null && !article.test(document.text.slice(Math.max(0, m.span.start - 4), m.span.end).trimStart()) && !/^\s(?:from|of|aus|von|de|des|di|dei|z|ze|з|із)\s/iu.test(document.text.slice(m.span.end, m.span.end + 8))
}
const article = /(?<!\p{L})(?:the|die|den|les|aux|ai|gli|i)\s\p{L}/iu
const plural = /^(?:the )?(?:ministers|minister|ministres|ministri|ministrowie|ministrów|міністри|міністрів)$/i
const office = /^(?:deputy |vice[- ])?(?:(?:prime|foreign|defen[cs]e|finance|energy|economy) )?(?:chancellor(?: of the exchequer)?|(?:defen[cs]e|foreign|home|war|business) secretary|secretary of state|minister\p{L}{0,3}|premier\p{L}{0,3}|ministre|ministr[aoyieuę]|ministrowi|bundeskanzler\p{L}{0,3}|prezes\p{L}{0,3} rady ministrów|presidente del consiglio|міністр\p{L}{0,3}|прем[’']єр\p{L}{0,12})(?: (?:of|for|de|des|della|dell|di|für|der|obrony|оборони)\b.*)?$/iu

/** "The government" is that of who asks, else of the publisher, else of the state the text is about. */
function stateOf(analysis: Analysis, m: Mention, asker: Mention): Mention {
  const own: CountryCode | null = m.country && m.type === 'person' ? m.country : m.candidates.length > 0 || /\s/.test(m.name) ? m.country : asker.country ?? homeland(analysis)
  return own ? { ...stateMention(own, null), written: m.written, span: m.span } : mainState(analysis) ?? m
}

/** Pieces of one name: nothing but white space between them, or "and" inside the name of a department. */
function joined({ document }: Analysis, asked: readonly Mention[]): Mention[] {
  const out: Mention[] = []
  for (const m of asked) {
    const before = out.at(-1), between = before?.span && m.span && m.span.start > before.span.end ? document.text.slice(before.span.end, m.span.start) : null
    const one = between !== null && (/^\s$/.test(between) || (before!.type === 'body' && m.type === 'unknown' && /\s(?:for|of)\s/.test(before!.name) && /^\sand\s$/.test(between)))
    if (!one) { out.push(m); continue }
    const span = { start: before!.span!.start, end: m.span!.end }, written = document.text.slice(span.start, span.end).replace(/\s+/g, ' ')
    out[out.length - 1] = { ...before!, type: before!.type === 'body' || m.type === 'body' ? 'body' : before!.type === 'state' ? 'group' : before!.type, name: before!.name.length > 0 && written.includes(before!.name) ? written.slice(written.indexOf(before!.name)) : written, written, span, candidates: [] }
  }
  return out
}
