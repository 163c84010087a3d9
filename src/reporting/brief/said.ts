import type { Claim, Known, Link, StatementFields } from '../../core/claim.ts'
import type { Block, Runs } from '../report.ts'
import { capital, clip, sayActor, sayCount, stopped } from '../words.ts'
import type { Cited, Notes } from './notes.ts'

/** One thing said, with every document that reports it. */
interface Said { readonly fields: StatementFields<Known>; readonly sources: readonly Cited[] }

/** Characters that one statement, and all together, may take: what keeps the brief to two pages. */
const textLimit = 340, room = 2200

/**
 * What each party said: a heading a speaker, the speakers of a party together, in the order of the documents. At most `limit` statements,
 * shared fairly between the speakers; what is left out is counted.
 */
export function saidBlocks(statements: readonly Cited[], notes: Notes, { limit, more }: { readonly limit: number; readonly more: string }): readonly Block[] {
  const all = distinct(statements), chosen = fairShare(all, limit)
  const blocks = bySpeaker(chosen).flatMap((list): Block[] => [
    { kind: 'heading', level: 3, text: headingOf(partyOf(list[0]!.fields), list[0]!.fields.speaker) },
    { kind: 'list', ordered: false, items: list.map((s) => sayStatement(s, notes, false)) },
  ])
  const left = all.length - chosen.length
  const legend: readonly Block[] = new Set(chosen.map((s) => s.fields.form === 'direct')).size > 1 ? [{ kind: 'paragraph', runs: ['Words in quotation marks are the speaker’s own; the rest is as the documents report it.'] }] : []
  return left > 0 ? [...legend, ...blocks, { kind: 'paragraph', runs: [capital(sayCount(left, 'further statement')), left === 1 ? ' stands in ' : ' stand in ', { kind: 'link', text: 'the record of the meeting', href: more }, '.'] }] : [...legend, ...blocks]
}

/**
 * The statement as one line: quoted words in quotation marks; reported speech in the sentence of the document that
 * reports it, since its content alone is often no sentence.
 */
export function sayStatement({ fields, sources }: Said, notes: Notes, named: boolean): Runs {
  const words = clip(fields.text, textLimit), sentence = sources[0] && sentenceOf(sources[0].claim)
  const said = fields.form === 'direct' ? `“${words}”${/[.!?…]$/.test(words) ? '' : '.'}` : sentence ?? stopped(capital(words))
  return [...(named ? [{ kind: 'strong', text: fields.speaker.label } as const, ': '] : []), said, ...notes.cite(sources)]
}

/** The words that a claim rests on, when they are whole sentences and not too long. */
function sentenceOf(claim: Claim<Known>): string | null {
  const words = evidenceWords(claim)
  return words.length <= textLimit && /^[“"„«‘\p{Lu}\p{N}].*[.!?…]["”“»’]?$/su.test(words) ? words : null
}

/** @example evidenceWords(claim) // 'He described this as a “central task.”' */
export const evidenceWords = (claim: Claim<Known>): string => claim.evidence.map((e) => e.exact).join(' ').replace(/\s+/g, ' ').trim()

/** Statements that say the same in the same mouth are one, with all their sources. */
export function distinct(statements: readonly Cited[]): readonly Said[] {
  const spoken = statements.filter((c) => isStatement(c.claim))
  const same = Map.groupBy(spoken, (c) => {
    const { speaker, text } = c.claim.fields as StatementFields<Known>
    return `${speaker.to ?? speaker.label} ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`
  })
  return [...same.values()].map((sources) => ({ fields: sources[0]!.claim.fields as StatementFields<Known>, sources }))
}

const isStatement = (claim: Claim<Known>) => claim.fields.kind === 'statement'
const partyOf = (fields: StatementFields<Known>): string => (fields.country ? sayActor(fields.country) : fields.speaker.mention.type === 'person' ? '' : fields.speaker.label)

/** @example headingOf('Germany', pistorius) // 'Germany: Boris Pistorius, German Defense Minister' */
function headingOf(party: string, speaker: Link): string {
  const who = [speaker.label, speaker.mention.office].filter(Boolean).join(', ')
  return party === '' || party === speaker.label || party === sayActor(speaker.label) ? (party || who) : `${party}: ${who}`
}

const speakerOf = (said: Said): string => said.fields.speaker.to ?? said.fields.speaker.label

/** Statements by speaker; the speakers of one party follow each other, those without a party come last. */
function bySpeaker(statements: readonly Said[]): readonly (readonly Said[])[] {
  const parties = [...Map.groupBy(statements, (s) => partyOf(s.fields))].sort(([a], [b]) => Number(a === '') - Number(b === ''))
  return parties.flatMap(([, list]) => [...Map.groupBy(list, speakerOf).values()])
}

/** Each speaker's first, then each speaker's second …, until the limit or the room is used up; printed in their old order. */
function fairShare(all: readonly Said[], limit: number): readonly Said[] {
  const lists = [...Map.groupBy(all, speakerOf).values()], rounds = Math.max(0, ...lists.map((list) => list.length))
  const inTurn = Array.from({ length: rounds }, (_, i) => lists.map((list) => list[i])).flat().filter((s) => s !== undefined)
  const taken = new Set<Said>()
  let used = 0
  for (const said of inTurn.slice(0, limit)) {
    used += Math.min(said.fields.text.length, textLimit)
    if (taken.size > 0 && used > room) break
    taken.add(said)
  }
  return all.filter((s) => taken.has(s))
}
