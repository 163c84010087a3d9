import { idKind, type EntryId, type RecordId } from '../../core/ids.ts'
import type { Store } from '../../io/store.ts'
import { openQuestions } from '../../io/versions.ts'
import { entry, type Entry, type EventKind } from '../../ledger/entry.ts'
import { statesOf } from '../../ledger/versions.ts'
import { findDoubts, possibleAnswers, sayRun } from '../../pipeline.ts'
import { takeWords, waitingWords } from '../../pipeline/later-words.ts'
import { createReadingPool } from '../../io/reading-pool.ts'
import { type Call, type Command, type ExitCode, UsageError } from '../command.ts'
import { labelOf } from '../labels.ts'
import { storeOptions, withStore } from '../store.ts'

export default {
  name: 'review',
  usage: '[--same A,B | --different A,B | --answered ASK,CLAIM | --stands RECORD,CLAIM | --retract RECORD,CLAIM | --withdraw RECORD,ENTRY | --take HASH] --why TEXT',
  options: {
    same: { type: 'string', value: 'REC,REC', help: 'Decide that two records are one. Can be withdrawn.' },
    different: { type: 'string', value: 'REC,REC', help: 'Decide that two records are not one; what is joined comes apart only when the same-as entry is withdrawn.' },
    answered: { type: 'string', value: 'REC,CLAIM', help: 'Decide that a claim answers an ask.' },
    stands: { type: 'string', value: 'REC,CLAIM', help: 'Decide that a claim holds although its page changed.' },
    retract: { type: 'string', value: 'REC,CLAIM', help: 'Decide that a claim no longer counts for its record; views of earlier days keep it.' },
    withdraw: { type: 'string', value: 'REC,ENTRY', help: 'Withdraw an entry of a record: a merge, an answer, a decision.' },
    take: { type: 'string', value: 'HASH', help: 'Record words that only a later reader found, as a document of their own.' },
    why: { type: 'string', value: 'TEXT', help: 'The reason, kept with the decision.' },
    by: { type: 'string', value: 'NAME', help: 'Who decides; $USER when left out.' },
    names: { type: 'boolean', help: 'List the names that stand for nothing in the reference data.' },
    limit: { type: 'string', value: 'NUMBER', help: 'How many of each to show; 20 when left out.' },
    ...storeOptions,
  },
  examples: [
    { line: 'review', shows: 'pairs of records that look alike without certainty, each with its reasons' },
    { line: 'review --same rec_aaaaaaaaaaaaaaaaaaaa,rec_bbbbbbbbbbbbbbbbbbbb --why "both report the June package"', shows: 'the two as one record from now on; the older id leads there' },
    { line: 'review --stands rec_aaaaaaaaaaaaaaaaaaaa,clm_bbbbbbbbbbbbbbbbbbbb --why "the ministry moved the sentence to another page"', shows: 'the question is closed and not asked again' },
    { line: 'review --names', shows: 'unresolved names with how often they occur' },
  ],
  run: (call) => withStore(call, async (store) => {
    if (call.options['take'] !== undefined) return take(call, store)
    const decision = await decide(call, store)
    if (decision) { await store.append([decision]); call.out(`Recorded ${decision.id}: ${decision.event}.`); return 0 }
    const limit = Number(call.options['limit'] ?? 20)
    if (call.options['names']) {
      for (const n of await store.unresolved(limit)) call.out(call.options['json'] ? JSON.stringify(n) : `${String(n.count).padStart(5)}  ${n.type.padEnd(8)}  ${n.name}`)
      return 0
    }
    await queue(call, store, limit)
    return 0
  }),
} satisfies Command

/** Records words that `read --again` set aside. */
async function take(call: Call, store: Store): Promise<ExitCode> {
  const hash = (call.options['take'] as string).trim().toLowerCase(), why = reasonOf(call)
  const found = (await waitingWords(store)).filter((w) => hash.length >= 8 && w.hash.startsWith(hash))
  if (found.length !== 1) throw new UsageError(`"${hash}" is ${found.length === 0 ? 'no text that waits for review' : 'the beginning of several'}; "helenow review" prints their hashes.`)
  const pool = createReadingPool({ size: 1 })
  try {
    const report = await takeWords(store, pool, found[0]!)
    await store.saveRun(`review --take ${found[0]!.hash} by ${personOf(call)}: ${why}`.slice(0, 500), report)
    call.out(sayRun(report))
    return report.quarantined + report.refused > 0 ? 1 : 0
  } finally { await pool.close() }
}

async function queue(call: Call, store: Store, limit: number): Promise<void> {
  const changed = await openQuestions(store, limit), words = await waitingWords(store, limit), doubts = await findDoubts(store, limit), answers = await possibleAnswers(store, limit)
  if (call.options['json']) { for (const q of changed) call.out(JSON.stringify({ record: q.record, claim: q.claim, entry: q.entry, document: q.document.id, url: q.document.url, words: q.words, why: q.why })); for (const w of words) call.out(JSON.stringify({ words: w.hash, label: w.label, why: w.issues[0]?.message })); for (const d of doubts) call.out(JSON.stringify({ pair: [d.a.id, d.b.id], ...d.match })); for (const a of answers) call.out(JSON.stringify({ ask: a.ask.id, claim: a.answer.claim.id, score: a.answer.score, why: a.answer.why })); return }
  for (const q of changed) call.out(`Does this still hold? ${q.why}\n  ${q.record}  ${labelOf(q.of)}\n  ${q.claim}  “${q.words.replace(/\s+/g, ' ').slice(0, 160)}”\n  ${q.document.url ?? q.document.label}\n`)
  for (const w of words) call.out(`Are these words of the document? ${w.label}\n  ${w.hash.slice(0, 16)}  ${w.issues[0]?.message ?? ''}\n`)
  for (const { a, b, match } of doubts) call.out(`Are these one? ${match.score.toFixed(2)}: ${match.reasons.join(', ')}\n  ${a.id}  ${labelOf(a)}\n  ${b.id}  ${labelOf(b)}\n`)
  for (const { ask, answer } of answers) call.out(`Does this answer the ask? ${answer.score.toFixed(2)}: ${answer.why}\n  ${ask.id}  ${labelOf(ask)}\n  ${answer.claim.id}  ${answer.claim.evidence.map((e) => e.exact).join(' … ').slice(0, 160)}\n`)
  const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`
  call.out(changed.length + words.length + doubts.length + answers.length === 0 ? 'Nothing waits for review.' : `${changed.length ? `${count(changed.length, 'claim')} of changed pages, ` : ''}${words.length ? `${count(words.length, 'text')} of later readers, ` : ''}${count(doubts.length, 'pair')} and ${count(answers.length, 'possible answer')} shown. Decide with ${changed.length ? '--stands, --retract, ' : ''}${words.length ? '--take, ' : ''}--same, --different or --answered, and --why.`)
}

function reasonOf(call: Call): string {
  const why = call.options['why'] as string | undefined
  if (!why?.trim()) throw new UsageError('a decision needs its reason: --why TEXT.')
  return why
}

const personOf = (call: Call): string => (call.options['by'] as string | undefined) ?? call.env['USER'] ?? 'unnamed'

/** The entry that a decision on the command line makes, or undefined when none was given. */
async function decide(call: Call, store: Store): Promise<Entry | undefined> {
  const given = (['same', 'different', 'answered', 'stands', 'retract', 'withdraw'] as const).filter((name) => call.options[name] !== undefined)
  if (given.length === 0) return undefined
  const [name] = given
  if (given.length > 1) throw new UsageError('give one decision at a time.')
  const why = reasonOf(call), person = personOf(call)
  const [first = '', second = ''] = (call.options[name!] as string).split(',').map((s) => s.trim())
  const found = idKind(first) === 'rec' ? await store.recordOf(first as RecordId) : undefined
  if (!found) throw new UsageError(`"${first}" is no record; "helenow review" prints the ids.`)
  const base = { record: first as RecordId, kind: found.record.kind, date: null, claims: [], by: { person }, why }
  if (name === 'answered') {
    if (found.record.kind !== 'ask') throw new UsageError(`${first} is a ${found.record.kind}, not an ask.`)
    if (idKind(second) !== 'clm' || !(await store.claim(second as never))) throw new UsageError(`"${second}" is no claim.`)
    return entry({ ...base, event: 'answered', other: null, fields: { answers: [second] } })
  }
  if (name === 'stands' || name === 'retract') {
    const claim = found.record.claims.find((c) => c === second)
    if (!claim) throw new UsageError(`${second || 'no claim'} is not a claim of ${first}.`)
    if (name === 'retract') return entry({ ...base, record: found.record.id, event: 'retracted', claims: [claim], other: null, fields: {} })
    const question = statesOf(found.entries).open.get(claim)
    if (!question) throw new UsageError(`${second} is not in question; "helenow review" lists what is.`)
    return entry({ ...base, record: found.record.id, event: 'withdrawn', other: question.entry, fields: {} })
  }
  if (name === 'withdraw') {
    if (!found.entries.some((e) => e.id === second)) throw new UsageError(`${second || 'no entry'} is not an entry of ${first}.`)
    return entry({ ...base, event: 'withdrawn', other: second as EntryId, fields: {} })
  }
  const other = idKind(second) === 'rec' ? await store.recordOf(second as RecordId) : undefined
  if (!other) throw new UsageError(`"${second}" is no record.`)
  if (other.record.kind !== found.record.kind) throw new UsageError(`${first} is a ${found.record.kind} and ${second} a ${other.record.kind}; only records of one kind can be one.`)
  const event: EventKind = name === 'same' ? 'same-as' : 'not-same-as'
  return entry({ ...base, event, other: second as RecordId, fields: {} })
}

