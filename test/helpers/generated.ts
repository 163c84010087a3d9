// A ledger of any size from a seed: invented states and figures, for tests and benchmarks of the store.
import type { Claim, ClaimFields, CommitmentStage, Known, Link } from '../../src/core/claim.ts'
import type { Document } from '../../src/core/document.ts'
import { edtf } from '../../src/core/dates.ts'
import { evidenceOf } from '../../src/core/evidence.ts'
import { canonicalJson, sha256 } from '../../src/core/hash.ts'
import { claimId, documentId, recordId, type RecordId, type ReferenceId } from '../../src/core/ids.ts'
import { money } from '../../src/core/money.ts'
import { entry, type Entry } from '../../src/ledger/entry.ts'
import { facts } from '../../src/ledger/facts.ts'
import type { Reading } from '../../src/io/store.ts'

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const syllables = ['bran', 'del', 'est', 'fal', 'gor', 'hal', 'ist', 'kor', 'lun', 'mar', 'nor', 'ost', 'pel', 'quor', 'ran', 'sel', 'tor', 'ulm', 'vel', 'wyn']
const word = (n: number) => syllables[n % 20]! + syllables[Math.floor(n / 20) % 20]!
const states = Array.from({ length: 60 }, (_, n) => link(`${word(n * 7 + 3)[0]!.toUpperCase()}${word(n * 7 + 3).slice(1)}ia`, 'state'))
const people = Array.from({ length: 400 }, (_, n) => link(`Minister ${word(n)}`, 'person'))
const forums = Array.from({ length: 12 }, (_, n) => link(`Group ${word(n * 31)}`, 'forum'))
const goods = ['ferry', 'lorry', 'field kitchen', 'radio set', 'bridge', 'drone', 'generator', 'boat'] as const
const stages: readonly CommitmentStage[] = ['announced', 'approved', 'allocated', 'contracted', 'delivered']

function link(name: string, type: Link['mention']['type']): Link {
  const mention = { kind: 'mention', type, name, written: name, span: null, country: null, office: null, candidates: [] } as const
  return { kind: 'link', mention, to: name.toLowerCase().replaceAll(' ', '-') as ReferenceId, choices: [], basis: 'stated', label: name, why: 'listed name' }
}

export interface Scale { readonly seed: number; readonly documents: number; readonly claimsPerDocument: number; readonly claimsPerRecord: number }

/** Documents that speak of the same things stand together, as news of one week does. */
const week = 50

/** The readings of a generated ledger, one document at a time: each record is spoken of by `claimsPerRecord` documents of its week. */
export function* generateReadings(scale: Scale): Generator<Reading> {
  const perWeek = Math.max(1, Math.floor((week * scale.claimsPerDocument) / scale.claimsPerRecord))
  const ids = new Map<number, RecordId>()
  for (let n = 0; n < scale.documents; n++) {
    const things = Array.from({ length: scale.claimsPerDocument }, (_, i) => Math.floor(n / week) * perWeek + ((n * scale.claimsPerDocument + i) % perWeek))
    yield reading(scale.seed, n, things, ids)
  }
}

interface Thing { readonly fields: ClaimFields<Known>; readonly sentence: string; readonly day: string }

function reading(seed: number, n: number, things: readonly number[], ids: Map<number, RecordId>): Reading {
  const random = seeded(seed * 1_000_003 + n)
  const drawn = things.map((t) => thing(seed, t, random))
  const document = documentOf(n, drawn)
  const claims = drawn.map((d) => claimOf(document, d))
  const entries = claims.map((claim, i) => entryOf(claim, drawn[i]!, things[i]!, ids))
  return { document, bytes: new TextEncoder().encode(document.text), claims, entries, issues: [] }
}

/** What happens is fixed by its number; how it is told (stage, exact day) differs from document to document. */
function thing(seed: number, t: number, told: () => number): Thing {
  const random = seeded(seed + t * 7919), of = <T>(list: readonly T[], r = random()): T => list[Math.floor(r * list.length)]!
  const day = `20${String(22 + Math.floor(random() * 5))}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
  const kind = random(), date = { edtf: edtf(day), basis: 'said' } as const
  const a = of(states), b = of(states), person = of(people), amount = 1 + Math.floor(random() * 900), good = of(goods)
  const number = 2 + Math.floor(random() * 80), thingWord = `${word(t)} ${word(t * 13 + 5)}`
  if (kind < 0.6) return { day, sentence: `${a.label} gives ${b.label} ${number} units of ${good} for ${amount} million euros under the ${thingWord} plan.`, fields: { kind: 'commitment', provider: [a], recipient: [b], aid: random() < 0.7 ? 'military' : 'financial', stage: of(stages, told()), amount: money(amount * 1_000_000, 'EUR'), items: [{ name: good, quantity: number }], date, period: null, total: false, condition: null, channel: null, restates: null } }
  if (kind < 0.7) return { day, sentence: `${of(forums).label} met in ${word(t)}burg: ${a.label} and ${b.label} spoke of ${thingWord}.`, fields: { kind: 'meeting', date, state: 'held', mode: 'in person', place: null, country: null, forum: of(forums), parties: [a, b], people: [person], level: 'defence ministers', agenda: [thingWord], ordinal: null } }
  if (kind < 0.9) return { day, sentence: `${person.label} said that the ${thingWord} of ${a.label} must not wait for the ${good} of ${b.label}.`, fields: { kind: 'statement', speaker: person, country: null, form: 'indirect', text: `the ${thingWord} of ${a.label} must not wait for the ${good} of ${b.label}` } }
  return { day, sentence: `${a.label} asked ${b.label} for ${number} units of ${good} for ${thingWord}.`, fields: { kind: 'ask', asker: a, addressee: [b], text: `${number} units of ${good} for ${thingWord}`, by: null } }
}

function documentOf(n: number, drawn: readonly Thing[]): Document {
  const text = `Report ${n}\n\n${drawn.map((d) => d.sentence).join('\n')}\n`, hash = sha256(text)
  return {
    id: documentId(hash), hash, label: `report-${n}`, mediaType: 'text/plain', url: null, retrieved: null, title: `Report ${n}`, publisher: 'Generated Gazette', authors: [],
    published: { edtf: edtf(drawn[0]?.day ?? '2025-01-01'), basis: 'said', source: 'metadata' }, modified: null, language: 'en', canonicalUrl: null, origin: null,
    text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }], tables: [], sourceMap: [[0, 0]], reader: 'text 1', issues: [],
  }
}

function claimOf(document: Document, { fields, sentence }: Thing): Claim<Known> {
  const start = document.text.indexOf(sentence), evidence = [evidenceOf(document.text, { start, end: start + sentence.length })] as const
  return { id: claimId(canonicalJson([document.id, fields.kind, start]) + sentence), document: document.id, fields, evidence, method: 'generated 1', confidence: 0.9, explain: { rule: 'generated', fields: {} } }
}

function entryOf(claim: Claim<Known>, { fields, day }: Thing, t: number, ids: Map<number, RecordId>): Entry {
  const first = !ids.has(t)
  if (first) ids.set(t, recordId(claim.id))
  const event = fields.kind === 'commitment' ? fields.stage === 'reduced' ? 'adjusted' : fields.stage : fields.kind === 'meeting' ? 'held' : fields.kind === 'ask' ? 'asked' : 'stated'
  return entry({ record: ids.get(t)!, kind: fields.kind, event, date: { edtf: edtf(day), kind: 'effective', basis: 'said' }, claims: [claim.id], other: null, fields: facts(fields), by: { machine: 'generated 1' }, why: first ? 'first report' : 'speaks of the same' })
}
