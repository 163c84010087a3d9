import type { Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import type { Reading } from '../frames/frames.ts'
import { nameTable } from '../names/name-words.ts'
import { selfOf, stateMention, type Self } from '../names/parties.ts'

/** "PRESIDENT OKORO:", "Q": the label of a turn in a transcript. */
const label = /^(?:(\p{Lu}[\p{Lu}.’' -]{2,48}):\s|Q\s+\p{Lu})/u
const nobody: Self = { person: null, parties: [], official: false }

/**
 * Who says "we" at a place: in a transcript the one whose turn it is, else the writer of the text.
 * @example selfAt(analysis, reading).parties // in a turn of "PRESIDENT ZELENSKYY:" Ukraine
 */
export function selfAt(analysis: Analysis, reading: Reading): Self {
  return turnsOf(analysis)[reading.sentence.block] ?? selfOf(analysis)
}

/** For each block the one whose turn it is; null where no turn has begun. */
const turnsOf = onAnalysis((analysis): readonly (Self | null)[] => {
  const { text, blocks } = analysis.document
  let turn: Self | null = null
  return blocks.map((block) => {
    const found = label.exec(text.slice(block.start, Math.min(block.end, block.start + 60)))
    if (found) turn = found[1] ? speakerOf(analysis, found[1]) : nobody
    return turn
  })
})

/** The person a label names, with his state; a label that is an office alone is the writer's own. */
function speakerOf(analysis: Analysis, written: string): Self {
  const writer = selfOf(analysis), names = nameTable(analysis.language), words = written.toLowerCase().split(/\s+/), last = words.at(-1)!
  if (names.roles.has(last) || names.titles.has(last) || last === 'official') return { ...writer, person: words[0] === 'the' ? writer.person : null }
  const known = analysis.mentions.filter((m) => m.mention.type === 'person' && m.mention.name.toLowerCase().endsWith(last)).map((m) => m.mention)
  const person = known.find((m) => m.country) ?? known[0]
  if (!person) return writer
  const fullest = [...known.map((m) => m.name), inTitle(analysis, last)].filter((n) => n !== n.toUpperCase()).sort((a, b) => b.length - a.length)[0] ?? capitalised(person.name)
  const named: Mention = { ...person, name: fullest }
  return { person: named, parties: person.country ? [stateMention(person.country, null)] : writer.parties, official: writer.official }
}

/** The name of a speaker as the title has it, with the given name where one stands before it. */
function inTitle(analysis: Analysis, last: string): string {
  const words = (analysis.document.title ?? '').split(/\s+/), i = words.findIndex((w) => w.toLowerCase().replace(/[.,]$/, '') === last), before = words[i - 1]
  if (i < 0) return ''
  const given = before && /^\p{Lu}\p{Ll}/u.test(before) && !nameTable(analysis.language).roles.has(before.toLowerCase()) ? before + ' ' : ''
  return given + words[i]!.replace(/[.,]$/, '')
}

/** Who wrote the text: its authors, else whom its byline names, "By Anna Lund". */
export function authorsOf({ document }: Analysis): readonly string[] {
  if (document.authors.length > 0) return document.authors
  const line = document.blocks.find((b) => b.kind === 'byline'), words = line ? document.text.slice(line.start, line.end) : ''
  const name = /^\p{L}+:?\s+((?:\p{Lu}[\p{L}’'.-]*)(?:\s(?:(?:van|von|de|der|di|da|du|la|le|af)\s)?\p{Lu}[\p{L}’'.-]+){1,3})(?=,|$)/u.exec(words.trim())?.[1]
  return name ? [name] : []
}

const capitalised = (name: string) => name.toLowerCase().replace(/(?:^|[\s-])\p{L}/gu, (c) => c.toUpperCase())
