// Invented states, people and events; nothing here is a fact of the world.
import type { Claim, ClaimFields, Known, Link } from '../../src/core/claim.ts'
import type { Block, BlockKind, Document } from '../../src/core/document.ts'
import { facts } from '../../src/ledger/facts.ts'
import { edtf } from '../../src/core/dates.ts'
import { evidenceOf, nonEmpty } from '../../src/core/evidence.ts'
import { canonicalJson, sha256 } from '../../src/core/hash.ts'
import { claimId, documentId, recordId, type ReferenceId } from '../../src/core/ids.ts'
import { money } from '../../src/core/money.ts'
import { entry, type Entry, type EventKind, type Json, type StoredEntry } from '../../src/ledger/entry.ts'
import type { LedgerRecord } from '../../src/ledger/record.ts'

export function link(name: string, type: Link['mention']['type'], more: { country?: string; office?: string } = {}): Link {
  const mention = { kind: 'mention', type, name, written: name, span: null, country: more.country ?? null, office: more.office ?? null, candidates: [] } as const
  return { kind: 'link', mention, to: name.toLowerCase().replaceAll(' ', '-') as ReferenceId, choices: [], basis: 'stated', label: name, why: 'listed name' }
}

/** A document from marked lines: `kind| text`, with `paragraph` where nothing is marked. */
export function sampleDocument(label: string, meta: Partial<Document>, lines: readonly string[]): Document {
  const blocks: Block[] = []
  let text = ''
  for (const marked of lines) {
    const [, kind = 'paragraph', words = ''] = /^(?:(title|heading|caption|read also|item)\| )?(.*)$/s.exec(marked) ?? []
    blocks.push({ kind: kind as BlockKind, start: text.length, end: text.length + words.length })
    text += `${words}\n\n`
  }
  const hash = sha256(text)
  return {
    id: documentId(hash), hash, label, mediaType: 'text/plain', url: null, retrieved: null, title: null, publisher: null, authors: [],
    published: null, modified: null, language: 'en', canonicalUrl: null, origin: null, text, blocks, tables: [], sourceMap: [[0, 0]], reader: 'text 1', issues: [], ...meta,
  }
}

/** A claim that rests on these words of the document; throws when they do not stand in it. */
export function sampleClaim(document: Document, fields: ClaimFields<Known>, ...words: readonly string[]): Claim<Known> {
  const evidence = nonEmpty(words.map((w) => {
    const start = document.text.indexOf(w)
    if (start < 0) throw new Error(`not in ${document.label}: ${w}`)
    return evidenceOf(document.text, { start, end: start + w.length })
  }))
  if (!evidence) throw new Error('a claim needs evidence')
  const id = claimId(canonicalJson([document.id, fields.kind, words]) + jsonText(fields))
  return { id, document: document.id, fields, evidence, method: 'sample 1', confidence: 0.8, explain: { rule: 'sample', fields: {} } }
}

const jsonText = (value: unknown) => JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v))
export const asJson = (value: unknown) => JSON.parse(jsonText(value)) as { [key: string]: Json }

/** A record that one event on some claims made. */
export function sampleRecord(claims: readonly Claim<Known>[], event: EventKind, sequence: number, more: Partial<LedgerRecord> = {}): { record: LedgerRecord; entries: readonly StoredEntry[] } {
  const first = claims[0]!, id = recordId(first.id)
  const made: Entry = entry({ record: id, kind: first.fields.kind, event, date: { edtf: edtf('2031-05-14'), kind: 'said', basis: 'said' }, claims: claims.map((c) => c.id), other: null, fields: facts(first.fields), by: { machine: 'sample 1' }, why: 'first claim of its kind' })
  const stored: StoredEntry = { ...made, sequence, batch: 1, recorded: '2031-05-15T08:00:00.000Z', hash: sha256(`sample ${sequence}`) }
  const record: LedgerRecord = { id, kind: first.fields.kind, state: event, fields: made.fields, claims: made.claims, entries: [made.id], formerly: [], conflicts: [], issues: [], ...more }
  return { record, entries: [stored] }
}

const norlandia = link('Norlandia', 'state'), estmark = link('Estmark', 'state'), velland = link('Velland', 'state')
const alda = link('Alda Brenning', 'person', { country: 'Norlandia', office: 'Norlandian Defence Minister' })
const teo = link('Teo Marsk', 'person', { country: 'Estmark', office: 'Estmark’s State Secretary for Defence' })
const rivers = link('River Group', 'forum'), council = link('Lake Commission', 'body')

export const report = sampleDocument('river-group-may', { title: 'River Group looks past the coming winter', publisher: 'Sample Gazette', published: { edtf: edtf('2031-05-15'), basis: 'said', source: 'metadata' }, url: 'https://gazette.example/river-group' }, [
  'title| River Group looks past the coming winter',
  'caption| The ministers on the quay. Photo: Sample Gazette',
  'The defence ministers of the River Group (Norlandia, Estmark and Velland) met in Hafenbrück on Wednesday, May 14.',
  'On the table were three topics: spare parts for the ferries, joint stores of fuel, and who trains the crews.',
  '“We promised ferries, and ferries need crews. Nobody is helped by a ship that lies in port,” said Alda Brenning, Norlandian Defence Minister. “So we train the crews first.”',
  'Teo Marsk, who stood in for his minister, said that Estmark would pay up to 40 million euros for spare parts until 2033.',
  'Brenning called on the Lake Commission to open the upper locks before winter. She added that the yards had learned from two years of ice how hulls must be built.',
  'The three states will align their stores with the Commission’s plan from 2032.',
  'The ministers of the group met in Norburg last November.',
  'read also| Read also: Ferries set sail again',
])
export const earlierReport = sampleDocument('river-group-november', { title: 'Ministers on the Norburg quay', publisher: 'Velland Courier', published: { edtf: edtf('2030-11-21'), basis: 'said', source: 'dateline' } }, [
  'title| Ministers on the Norburg quay',
  'NORBURG, 21 November 2030. The River Group met here on Wednesday. “A winter is not a surprise,” Teo Marsk said.',
  'Norlandia announced six ferries for Velland, about 120 million euros in all.',
])

const statement = { kind: 'statement', form: 'direct' } as const
const said = sampleClaim(report, { ...statement, speaker: alda, country: 'Norlandia', text: 'We promised ferries, and ferries need crews. Nobody is helped by a ship that lies in port. So we train the crews first.' }, '“We promised ferries, and ferries need crews. Nobody is helped by a ship that lies in port,” said Alda Brenning, Norlandian Defence Minister. “So we train the crews first.”')
const paid = sampleClaim(report, { ...statement, form: 'indirect', speaker: teo, country: 'Estmark', text: 'Estmark would pay up to 40 million euros for spare parts until 2033' }, 'Teo Marsk, who stood in for his minister, said that Estmark would pay up to 40 million euros for spare parts until 2033.')
const learned = sampleClaim(report, { ...statement, form: 'indirect', speaker: alda, country: 'Norlandia', text: 'the yards had learned from two years of ice how hulls must be built' }, 'She added that the yards had learned from two years of ice how hulls must be built.')
const saidEarlier = sampleClaim(earlierReport, { ...statement, speaker: teo, country: 'Estmark', text: 'A winter is not a surprise' }, '“A winter is not a surprise,” Teo Marsk said.')

const meetingClaim = sampleClaim(report, {
  kind: 'meeting', date: { edtf: edtf('2031-05-14'), basis: 'inferred', why: '“Wednesday, May 14” beside 2031-05-15' }, state: 'held', mode: 'in person', place: { written: 'Hafenbrück', country: 'Norlandia', span: null, to: null }, country: 'Norlandia',
  forum: rivers, parties: [norlandia, estmark, velland], people: [alda, teo], level: 'defence ministers', agenda: ['spare parts for the ferries', 'joint stores of fuel', 'who trains the crews'], ordinal: null,
}, 'The defence ministers of the River Group (Norlandia, Estmark and Velland) met in Hafenbrück on Wednesday, May 14.', 'On the table were three topics: spare parts for the ferries, joint stores of fuel, and who trains the crews.')
const earlierMeeting = sampleClaim(earlierReport, {
  kind: 'meeting', date: { edtf: edtf('2030-11-20'), basis: 'inferred', why: '“Wednesday” before 2030-11-21' }, state: 'held', mode: 'in person', place: { written: 'Norburg', country: 'Norlandia', span: null, to: null }, country: 'Norlandia',
  forum: rivers, parties: [norlandia, estmark, velland], people: [teo], level: 'defence ministers', agenda: [], ordinal: null,
}, 'The River Group met here on Wednesday.')
const spareParts = sampleClaim(report, {
  kind: 'commitment', provider: [estmark], recipient: [velland], aid: 'military', stage: 'announced', amount: money(40_000_000, 'EUR', 'up to'), items: [{ name: 'spare parts', quantity: null }],
  date: { edtf: edtf('2031-05-14'), basis: 'said' }, period: { edtf: edtf('../2033'), basis: 'said' }, total: false, condition: null, channel: null, restates: null,
}, 'Estmark would pay up to 40 million euros for spare parts until 2033')
const ferries = sampleClaim(earlierReport, {
  kind: 'commitment', provider: [norlandia], recipient: [velland], aid: 'military', stage: 'announced', amount: money(120_000_000, 'EUR', 'about'), items: [{ name: 'ferries', quantity: 6 }],
  date: { edtf: edtf('2030-11-20'), basis: 'inferred', why: 'the meeting’s day' }, period: null, total: false, condition: null, channel: null, restates: null,
}, 'Norlandia announced six ferries for Velland, about 120 million euros in all.')
const locks = sampleClaim(report, { kind: 'ask', asker: alda, addressee: [council], text: 'open the upper locks before winter', by: null }, 'Brenning called on the Lake Commission to open the upper locks before winter.')
const lesson = sampleClaim(report, { kind: 'lesson', learner: [link('the yards', 'group')], source: [norlandia], text: 'the yards had learned from two years of ice how hulls must be built' }, 'the yards had learned from two years of ice how hulls must be built')
const plan = sampleClaim(report, { kind: 'planning', actor: [norlandia, estmark, velland], topic: 'alignment', target: null, year: { edtf: edtf('2032'), basis: 'said' }, text: 'The three states will align their stores with the Commission’s plan from 2032' }, 'The three states will align their stores with the Commission’s plan from 2032')

const meetingRecord = sampleRecord([meetingClaim], 'held', 1, {
  conflicts: [{ field: 'place', values: [{ value: 'Hafenbrück', claims: [meetingClaim.id] }, { value: 'Hafen near Hafenbrück', claims: [] }], chosen: 0, why: 'more documents say so' }],
})
const earlierRecord = sampleRecord([earlierMeeting], 'held', 2)
const askRecord = sampleRecord([locks], 'asked', 3), spareRecord = sampleRecord([spareParts], 'announced', 4), ferryRecord = sampleRecord([ferries], 'announced', 5)

export const documents = [report, earlierReport]
export const claims = { said, paid, learned, saidEarlier, meeting: meetingClaim, earlierMeeting, spareParts, ferries, locks, lesson, plan }
export const records = { meeting: meetingRecord, earlier: earlierRecord, ask: askRecord, spareParts: spareRecord, ferries: ferryRecord }
