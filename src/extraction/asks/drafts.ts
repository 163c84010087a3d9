import type { AskFields, Drawn, Mention, Written } from '../../core/claim.ts'
import { evidenceOf, nonEmpty, type Evidence, type NonEmpty, type Span } from '../../core/evidence.ts'
import type { Analysis, DateMention } from '../analysis.ts'
import { hasCue, readingsOf, type Reading } from '../frames/frames.ts'
import { chosen, ranked } from '../learned/actors.ts'
import { learnedAsks, speakerOf } from '../learned/claims.ts'
import { nameTable } from '../names/name-words.ts'
import { stateMention } from '../names/parties.ts'
import { askTable } from './ask-words.ts'
import { isOfTheTrade } from '../frames/trade.ts'
import { ofNation, settled } from './addressees.ts'
import { findAsks } from './asks.ts'
import { findExpectations } from './expectations.ts'
import { selfAt } from '../speech/speakers.ts'
import { fullest, isPress, several } from './fuller.ts'
import { asNamed, voicesAt } from './voices.ts'

/** An ask in the making: who asks and whom as a rule or the learned parts have it, before others are weighed. */
export interface AskDraft { readonly reading: Reading | null; readonly asker: Mention | null; /** Is there no doubt who asks? */ readonly sure?: boolean; readonly addressees: readonly Mention[]; readonly text: string; readonly by: AskFields<Written>['by']; readonly evidence: NonEmpty<Evidence>; readonly confidence: number; readonly explain: Drawn<AskFields<Written>>['explain'] }

/** The asks of a text in the making: what the rules read, then sentences that likely ask by what was learned. */
export function askDrafts(analysis: Analysis): AskDraft[] {
  const { text } = analysis.document
  const ruled = [...findAsks(analysis), ...findExpectations(analysis).map((e) => ({ ...e, sure: false, rule: 'expectation of a need' }))].flatMap((ask): AskDraft[] => {
    const words = text.slice(ask.content.start, ask.content.end).replace(/\s+/g, ' ').trim()
    const evidence = nonEmpty(ask.evidence.map((e) => evidenceOf(text, e)))
    if (!evidence || words.length < 3) return []
    const reading = readingsOf(analysis).find((r) => r.start <= ask.content.start && r.end > ask.content.start) ?? null
    const named = (m: Mention) => (reading ? asNamed(analysis, reading, m) : m)
    const explain = { rule: ask.rule, fields: { asker: ask.asker?.written ?? '', addressee: ask.addressees.map((a) => a.written).join(', '), text: words } }
    return [{ reading, asker: ask.asker && named(ask.asker), sure: ask.sure ?? false, addressees: ask.addressees.map(named), text: words, by: deadline(analysis, ask.content)?.value ?? null, evidence, confidence: ask.rule === 'verb of asking' ? 0.85 : 0.7, explain }]
  })
  return isOfTheTrade(analysis) ? [...ruled, ...learnedAsks(analysis, ruled.flatMap((d) => d.evidence))] : ruled
}

/** A draft with the likeliest asker and addressees; none where nobody asks, or nobody is asked. */
export function drawnAsk(analysis: Analysis, { reading, asker: ruled, sure, addressees, text, by, evidence, confidence, explain }: AskDraft): Drawn<AskFields<Written>> | null {
  const asked = reading && addressees.length === 0 ? besidePreposition(analysis, reading) : addressees
  const likely = reading && !sure ? whoAsks(analysis, reading, ruled && isPress(analysis, ruled.name) ? null : ruled, asked) : ruled
  if (!likely) return null
  const asker = reading ? ownState(analysis, reading, likely) ?? fullest(analysis, reading, likely) : likely
  const addressee = distinct((reading ? chosen(analysis, reading, 'addressee', settled(analysis, reading, asker, asked), [asker]) : asked).map((m) => ofNation(analysis, m)))
  return addressee.length === 0 ? null : { fields: { kind: 'ask', asker, addressee, text, by }, evidence, confidence, explain }
}

/** "Son pays attendait …", "her country expects": the state of who says it. */
function ownState({ document }: Analysis, reading: Reading, m: Mention): Mention | null {
  const country = reading.speech?.speaker.country
  return country && m.span && lands.test(m.name) && theirs.test(document.text.slice(Math.max(0, m.span.start - 8), m.span.end)) ? { ...stateMention(country, null), written: m.written, span: m.span } : null
}
const lands = /^(?:country|nation|land|pays|paese|kraj\p{L}{0,2}|państw\p{L}|країн\p{L}|держав\p{L})$/iu
const theirs = /(?<!\p{L})(?:his|her|their|our|my|sein|ihr|unser|mein|son|notre|mon|leur|il (?:suo|nostro|mio)|jego|jej|nasz\p{L}?|mój|його|її|наша|моя)\s\p{L}+$/iu

/** "Verlangte von Schulze", "до Бундестагу": who stands in capitals behind a small word of asking, where no table names whom it asks. */
function besidePreposition(analysis: Analysis, reading: Reading): Mention[] {
  const { before } = askTable(analysis.language), { determiners, bodies } = nameTable(analysis.language), { words, text, start } = reading
  for (let i = 0; i < words.length - 1; i++) {
    if (!before.has(words[i]!.lower)) continue
    let from = i + 1
    if (determiners.has(words[from]!.lower)) from++
    let to = from
    while (to < words.length && to < from + 4 && (to === from || !bodies.has(words[to]!.lower)) && /^\p{Lu}\p{Ll}/u.test(text.slice(words[to]!.start - start, words[to]!.end - start)) && (to === from || words[to]!.start - words[to - 1]!.end === 1)) to++
    const span = to > from ? { start: words[from]!.start, end: words[to - 1]!.end } : null, name = span ? text.slice(span.start - start, span.end - start) : ''
    if (!span || reading.dates.some((d) => d.start < span.end && d.end > span.start) || reading.amounts.some((d) => d.start < span.end && d.end > span.start)) continue
    const known = reading.mentions.find((m) => m.start < span.end && m.end > span.start)?.mention ?? analysis.mentions.find((m) => m.mention.type === 'person' && m.mention.name.endsWith(' ' + name))?.mention
    return [known ?? { kind: 'mention', type: 'body', name, written: name, span, country: null, office: null, candidates: [] }]
  }
  return []
}

/** Who likely asks: whom a rule or what was learned chooses, several by their number, the speaker; a paper that only reports it last of all. */
function whoAsks(analysis: Analysis, reading: Reading, ruled: Mention | null, addressees: readonly Mention[]): Mention | null {
  // "He has asked us to …": who speaks is asked.
  if (ruled && asksUs(analysis, reading, ruled, addressees)) return ruled
  const sure = chosen(analysis, reading, 'asker', ruled ? [ruled] : [], addressees)[0] ?? several(analysis, reading)
  if (sure) return sure
  const voice = reading.speech ? undefined : hasCue(reading, 'frames.self') ? voicesAt(analysis, reading)[0]?.mention : undefined
  if (voice) return voice
  const [speaker] = speakerOf(analysis, reading)
  return speaker && !isPress(analysis, speaker.name) ? speaker : ranked(analysis, reading, 'asker', [], addressees).find((m) => !isPress(analysis, m.name) && !addressees.some((a) => a.name === m.name)) ?? speaker ?? null
}

function asksUs(analysis: Analysis, reading: Reading, ruled: Mention, addressees: readonly Mention[]): boolean {
  const [own, ...more] = hasCue(reading, 'frames.self') ? selfAt(analysis, reading).parties : []
  return own !== undefined && more.length === 0 && addressees.length === 1 && addressees[0]!.name === own.name && ruled.type === 'person' && ruled.country !== own.country
}

const distinct = (mentions: readonly Mention[]): Mention[] => mentions.filter((m, i) => mentions.findIndex((n) => n.name === m.name) === i)

/** The day by which it is to be done: a date in the words after "by" or "before". */
const deadline = ({ dates, document }: Analysis, content: Span): DateMention | undefined =>
  dates.find((d) => d.start >= content.start && d.end <= content.end && /\b(?:by|before|until|bis|vor|d[’']ici|avant|entro|prima|do|przed|до|перед)\b.{0,24}$/iu.test(document.text.slice(Math.max(content.start, d.start - 24), d.start + 8)))
