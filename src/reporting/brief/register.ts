import { facts } from '../../ledger/facts.ts'
import type { LedgerRecord } from '../../ledger/record.ts'
import { actorsOf, dateCell, dateOf, dateRun, joined, placeOf, purposeOf, textOf } from '../fields.ts'
import { sayOrigins } from '../origins.ts'
import { factTitle } from '../record-facts.ts'
import type { Block, Inline, Runs } from '../report.ts'
import { capital, clip, sayActor, sayCount, sayDate, sayInLine, sayList, stopped } from '../words.ts'
import type { Cited, Notes } from './notes.ts'
import { distinct, sayStatement } from './said.ts'

/** A record with the claims it rests on. */
export interface Documented { readonly record: LedgerRecord; readonly claims: readonly Cited[] }
/** An ask and, where one is on record, the claims that answer it. */
export interface AskedFor extends Documented { readonly answer: readonly Cited[] }
export interface EarlierMeeting extends Documented { readonly statements: readonly Cited[] }

/** Asked, and neither answered nor out of time. */
export const isOpen = (ask: LedgerRecord): boolean => ask.state === 'asked'

/** What was asked of whom, open asks first. */
export function askItems(asks: readonly AskedFor[], notes: Notes): readonly Runs[] {
  return [...asks].sort((a, b) => Number(isOpen(b.record)) - Number(isOpen(a.record))).map(({ record, claims, answer }) => {
    const by = dateRun(record.fields['by']), who = sayList(actorsOf(record.fields['addressee']).map((a) => sayInLine(a.label)))
    const asker = actorsOf(record.fields['asker'])[0]
    const asked: Runs = [{ kind: 'strong', text: `${asker ? sayActor(asker.label) : 'Asked'}${who ? ` to ${who}` : ''}` }, `: ${clip(textOf(record.fields['text']) ?? '', 280)}`, ...(by ? [', by ', by] : [])]
    return [...ended(asked), ...notes.cite(claims), ...stateOf(record, answer, notes)]
  })
}

const ended = (runs: Runs): Runs => [...runs.slice(0, -1), typeof runs.at(-1) === 'string' ? stopped(runs.at(-1) as string) : runs.at(-1)!]

function stateOf(record: LedgerRecord, answer: readonly Cited[], notes: Notes): Runs {
  if (record.state === 'lapsed') return [' ', { kind: 'strong', text: 'Lapsed' }, ': its time has passed without an answer on record.']
  if (isOpen(record)) return [' ', { kind: 'strong', text: 'Open' }, ': no answer is on record.']
  if (record.state !== 'answered') return [' ', { kind: 'strong', text: `${capital(record.state)}.` }]
  const words = answer[0] ? ` ${stopped(clip(answerWords(answer[0]), 220))}` : ''
  return [' ', { kind: 'strong', text: 'Answered.' }, words, ...notes.cite(answer)]
}

const answerWords = ({ claim: { fields } }: Cited): string => ('text' in fields ? capital(fields.text) : factTitle(fields.kind, facts(fields)))

/** Commitments as a table, the latest first. */
export function commitmentBlocks(all: readonly Documented[], notes: Notes, { limit, more }: { readonly limit: number; readonly more: string }): readonly Block[] {
  const day = (d: Documented) => dateOf(d.record.fields['date'])?.edtf ?? ''
  const sorted = [...all].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0)), shown = sorted.slice(0, limit)
  const rows = shown.map(({ record, claims }): readonly Runs[] => [
    [names(record, 'provider')], [names(record, 'recipient')],
    [{ kind: 'link', text: clip(purposeOf(record.fields), 90), href: `/records/${record.id}` }, ...(record.fields['total'] === true ? [' (a total)'] : []), ...conditionOf(record), ...notes.cite(claims), ...originsOf(claims)],
    [capital(record.state)], [dateCell(record.fields['date'])],
  ])
  const columns = ['From', 'To', 'What', 'Stage', 'Date'].map((label) => ({ label, align: 'start' as const }))
  const left = all.length - shown.length
  return [
    { kind: 'table', caption: shown.length === 1 ? 'One commitment of the parties' : 'Commitments of the parties, the latest first', columns, rows },
    ...(left > 0 ? [{ kind: 'paragraph', runs: [`${capital(sayCount(left, 'more', 'more'))} ${left === 1 ? 'is' : 'are'} in `, { kind: 'link', text: 'the register', href: more }, '.'] } as Block] : []),
  ]
}

const originsOf = (claims: readonly Cited[]): Runs => { const said = sayOrigins(claims.map((c) => c.document)); return said ? [` (${said.replace(/ \(.*/, '')})`] : [] }
const names = (record: LedgerRecord, field: string) => sayList(actorsOf(record.fields[field]).map((a) => sayActor(a.label))) || 'not named'
const conditionOf = (record: LedgerRecord): Runs => {
  const condition = textOf(record.fields['condition'])
  return condition ? [`, on condition: ${clip(condition, 90)}`] : []
}

/** Earlier meetings of the forum, the latest first, with what was said there. */
export function earlierItems(meetings: readonly EarlierMeeting[], notes: Notes, perMeeting: number): readonly Runs[] {
  const day = (m: EarlierMeeting) => dateOf(m.record.fields['date'])?.edtf ?? ''
  return [...meetings].sort((a, b) => (day(a) < day(b) ? 1 : -1)).map(({ record, claims, statements }) => {
    const place = placeOf(record.fields)
    const head = joined([dateRun(record.fields['date'], (d) => capital(sayDate(d))), { kind: 'link', text: place ?? 'place not said', href: `/meetings/${record.id}` }], ', ')
    const state = record.state === 'held' ? '' : ` (${record.state})`
    const cites = notes.cite(claims), said = distinct(statements).slice(0, perMeeting).flatMap((s): Inline[] => [' ', ...sayStatement(s, notes, true)])
    return [...head, state, '.', ...cites, ...said]
  })
}
