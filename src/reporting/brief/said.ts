import type { Claim, Known, Link, StatementFields } from '../../core/claim.ts'
import type { Block, Runs } from '../report.ts'
import { capital, clip, sayActor, sayCount, stopped } from '../words.ts'
import type { Cited, Notes } from './notes.ts'

/** One thing said, with every document that reports it. */
interface Said { readonly fields: StatementFields<Known>; readonly sources: readonly Cited[] }

const textLimit = 340

/**
 * What each party said: a heading a party, its statements in the order of the documents. At most `limit` statements,
 * shared fairly between the speakers; what is left out is counted.
 */
export function saidBlocks(statements: readonly Cited[], notes: Notes, { limit, more }: { readonly limit: number; readonly more: string }): readonly Block[] {
  const all = distinct(statements), chosen = fairShare(all, limit)
  const parties = [...Map.groupBy(chosen, (s) => partyOf(s.fields))].sort(([a], [b]) => Number(a === '') - Number(b === ''))
  const blocks = parties.flatMap(([party, list]): Block[] => {
    const speakers = new Set(list.map((s) => s.fields.speaker.label))
    const alone = speakers.size === 1 ? list[0]!.fields.speaker : null
    return [
      { kind: 'heading', level: 3, text: alone ? headingOf(party, alone) : party || 'Others' },
      { kind: 'list', ordered: false, items: list.map((s) => sayStatement(s, notes, alone === null)) },
    ]
  })
  const left = all.length - chosen.length
  const legend: readonly Block[] = new Set(chosen.map((s) => s.fields.form === 'direct')).size > 1 ? [{ kind: 'paragraph', runs: ['Words in quotation marks are the speaker’s own; the rest is reported speech.'] }] : []
  return left > 0 ? [...legend, ...blocks, { kind: 'paragraph', runs: [capital(sayCount(left, 'further statement')), left === 1 ? ' stands in ' : ' stand in ', { kind: 'link', text: 'the record of the meeting', href: more }, '.'] }] : [...legend, ...blocks]
}

/** The statement as one line: quoted words in quotation marks, reported speech without. */
export function sayStatement({ fields, sources }: Said, notes: Notes, named: boolean): Runs {
  const words = clip(fields.text, textLimit)
  const said = fields.form === 'direct' ? `“${words}”${/[.!?…]$/.test(words) ? '' : '.'}` : stopped(capital(words))
  return [...(named ? [{ kind: 'strong', text: fields.speaker.label } as const, ': '] : []), said, ...notes.cite(sources)]
}

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

/** Each speaker's first, then each speaker's second …, until the limit; printed in their old order. */
function fairShare(all: readonly Said[], limit: number): readonly Said[] {
  const bySpeaker = [...Map.groupBy(all, (s) => s.fields.speaker.to ?? s.fields.speaker.label).values()]
  const rounds = Math.max(0, ...bySpeaker.map((list) => list.length))
  const taken = new Set(Array.from({ length: rounds }, (_, i) => bySpeaker.map((list) => list[i]).filter((s) => s !== undefined)).flat().slice(0, limit))
  return all.filter((s) => taken.has(s))
}
