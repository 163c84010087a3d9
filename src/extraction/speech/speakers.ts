import type { Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import type { Reading } from '../frames/frames.ts'
import { presented } from '../asks/voices.ts'
import { homeOf } from '../names/coreference.ts'
import { nameTable } from '../names/name-words.ts'
import { interviewOf } from './interviews.ts'
import { inTitle, titledPerson } from './titled.ts'
import { selfOf, stateMention, type Self } from '../names/parties.ts'

/** "PRESIDENT OKORO:", "LA MINISTRE :", "QUESTION (Radio):", "БОНДАР К. І.", "Q": the label of a turn in a transcript. */
const label = /^(?:(\p{Lu}[\p{Lu}.’' -]{2,48}?)(?:\s?\([^()]{1,40}\))?\s?:\s|(\p{Lu}{3,})(?:\s\p{Lu}\.){1,2}\s\p{Lu}|Q\s+\p{Lu})/u
/** "Minister Anna Lund:", "Anna Lund, Radio Nord:": what may be a label written like other words. */
const plainLabel = /^(\p{Lu}[^:.!?\n]{2,56}?)\s?:\s/u
/** Who asks or leads a press conference, in six languages, by the first letters. */
const askers = /^(?:questions?|moderat|modérat|journalist|reporter|frage|presse|domanda|giornalist|pytanie|dziennikar|redaktor|prowadząc|запитання|питання|модератор|ведуч|журналіст|кореспондент)/u
const nobody: Self = { person: null, parties: [], official: false }

/**
 * Who says "we" at a place: in a transcript the one whose turn it is, else the writer of the text.
 * @example selfAt(analysis, reading).parties // in a turn of "PRESIDENT ZELENSKYY:" Ukraine
 */
export function selfAt(analysis: Analysis, reading: Reading): Self {
  return turnsOf(analysis)[reading.sentence.block] ?? selfOf(analysis)
}

/** Does a sentence stand in the turn of somebody, or in one who only asks him? */
export function isTurnOf(analysis: Analysis, reading: Reading, turn: Self): boolean {
  const here = selfAt(analysis, reading)
  return here === turn || here === nobody || turn === nobody || (here.person !== null && here.person.name === turn.person?.name)
}

/** For each block the one whose turn it is; null where no turn has begun. */
const turnsOf = onAnalysis((analysis): readonly (Self | null)[] => {
  const { text, blocks } = analysis.document, starts = blocks.map((b) => text.slice(b.start, Math.min(b.end, b.start + 100)))
  const named = starts.map((start, i) => (start.includes(':') && !label.test(start) ? namedAt(analysis, start, blocks[i]!.start) : null)), talk = named.filter((n) => n !== null).length > 1 || named.slice(0, 2).some((n) => n?.person)
  const interview = talk || starts.some((start) => label.test(start)) ? null : interviewOf(analysis)
  if (interview) { const { person, country } = interview, answering: Self = { person, parties: country ? [stateMention(country, null)] : [], official: true }; return blocks.map((_, i) => (interview.isAnswer(i) ? answering : nobody)) }
  let turn: Self | null = null
  return starts.map((start, i) => {
    const found = label.exec(start), written = (found?.[1] ?? found?.[2])?.trim()
    if (found) turn = written && !askers.test(written.toLowerCase()) ? speakerOf(analysis, written, blocks[i]!.start) : nobody
    else if (talk && named[i]) turn = named[i]!
    return turn
  })
})

/** "Minister Anna Lund: Good morning": the person whose name ends before the colon; nobody where a journalist asks. */
function namedAt(analysis: Analysis, start: string, from: number): Self | null {
  const written = plainLabel.exec(start)?.[1]
  if (!written) return null
  if (askers.test(written.toLowerCase())) return nobody
  const found = analysis.mentions.find((m) => m.mention.type === 'person' && m.start >= from && m.end === from + written.length)?.mention
  return found ? ofPerson(analysis, found) : null
}

/** "MINISTER:": an office whose holder the text names, or nobody does. */
const inOffice = (analysis: Analysis, person: Mention | null): Self => (person ? ofPerson(analysis, person) : selfOf(analysis))

/** Somebody who speaks, in whose name he does. */
function ofPerson(analysis: Analysis, person: Mention): Self {
  const writer = selfOf(analysis), state = person.country ?? (writer.parties[0]?.country ? null : homeOf(analysis))
  return { person, parties: state ? [stateMention(state, null)] : writer.parties, official: writer.official || state !== null }
}

/** The person a label names, with his state; a label that is an office alone is the writer's own. */
function speakerOf(analysis: Analysis, written: string, from: number): Self {
  const writer = selfOf(analysis), names = nameTable(analysis.language), words = written.toLowerCase().split(/\s+/), last = words.at(-1)!
  if (names.roles.has(last) || names.titles.has(last) || last === 'official') return inOffice(analysis, meantBy(analysis, from, written.length) ?? writer.person ?? presented(analysis))
  const known = analysis.mentions.filter((m) => m.mention.type === 'person' && m.mention.name.toLowerCase().endsWith(last)).map((m) => m.mention)
  const person = known.find((m) => m.country) ?? known[0]
  if (!person) { const titled = titledPerson(analysis, last); return titled ? ofPerson(analysis, titled) : writer }
  const fullest = [...known.map((m) => m.name), inTitle(analysis, last)].filter((n) => n !== n.toUpperCase()).sort((a, b) => b.length - a.length)[0] ?? capitalised(person.name)
  const named: Mention = { ...person, name: fullest }
  return { person: named, parties: person.country ? [stateMention(person.country, null)] : writer.parties, official: writer.official }
}

/** "MINISTER:": whom the text names in that office. */
const meantBy = (analysis: Analysis, from: number, length: number): Mention | null => analysis.mentions.find((m) => m.mention.type === 'person' && m.start >= from && m.end <= from + length && m.mention.name.includes(' '))?.mention ?? null

/** Who wrote the text: its authors, else whom its byline names, "By Anna Lund". */
export function authorsOf({ document }: Analysis): readonly string[] {
  if (document.authors.length > 0) return document.authors
  const line = document.blocks.find((b) => b.kind === 'byline'), words = line ? document.text.slice(line.start, line.end) : ''
  const name = /^\p{L}+:?\s+((?:\p{Lu}[\p{L}’'.-]*)(?:\s(?:(?:van|von|de|der|di|da|du|la|le|af)\s)?\p{Lu}[\p{L}’'.-]+){1,3})(?=,|$)/u.exec(words.trim())?.[1]
  return name ? [name] : []
}

const capitalised = (name: string) => name.toLowerCase().replace(/(?:^|[\s-])\p{L}/gu, (c) => c.toUpperCase())
