import type { ClaimKind } from '../core/claim.ts'
import type { Json } from '../ledger/entry.ts'
import { actorsOf, dateRun, itemsOf, joined, moneyOf, placeOf, purposeOf, textOf, textsOf, type Actor } from './fields.ts'
import type { Inline, Runs } from './report.ts'
import { capital, clip, sayActor, sayDate, sayInLine, sayList, sayMoney } from './words.ts'

type Fields = { readonly [key: string]: Json }
export interface Fact { readonly label: string; readonly value: Runs }

/** The name of a kind for headings. @example kindName('ask', 2) // 'Asks' */
export const kindName = (kind: ClaimKind, count = 1): string => (kind === 'planning' ? 'Planning' : capital(kind) + (count === 1 ? '' : 's'))

/**
 * A line that names what a record or claim is, from its fields.
 * @example factTitle('ask', fields) // 'Alda Brenning to the Lake Commission: open the upper locks'
 */
export function factTitle(kind: ClaimKind, fields: Fields): string {
  const names = (field: string) => sayList(actorsOf(fields[field]).map((a) => sayInLine(a.label)))
  const words = clip(textOf(fields['text']) ?? '', 110)
  switch (kind) {
    case 'statement': return capital(`${names('speaker')}: ${fields['form'] === 'direct' ? `“${words}”` : words}`)
    case 'meeting': return capital(joined([names('forum') ? sayActor(actorsOf(fields['forum'])[0]!.label) : names('parties') ? `Meeting of ${names('parties')}` : 'Meeting', textOf(objectOf(fields['place'])?.['written']) ?? textOf(fields['place']), dateRun(fields['date'])].map(bare), ', ').join(''))
    case 'commitment': return capital([names('provider') || 'Provider not named', names('recipient') && ` to ${names('recipient')}`, `: ${purposeOf(fields)}`].join(''))
    case 'ask': return capital(`${names('asker')}${names('addressee') && ` to ${names('addressee')}`}: ${words}`)
    case 'project': return capital(`${names('parties') || 'Parties not named'}: ${clip(textOf(fields['subject']) ?? textOf(fields['form']) ?? 'project', 110)}`)
    case 'lesson': return capital(`${names('learner') || 'Lesson'}: ${words}`)
    case 'planning': return capital(`${names('actor') || 'Planning'}: ${words}`)
  }
}

const objectOf = (value: Json | undefined): Fields | null => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null)
const bare = (run: Inline | null): Inline | null => (run === null || typeof run === 'string' ? run : 'text' in run ? run.text : null)

/** What the fields say, row by row, without the rows that say nothing. */
export function factRows(kind: ClaimKind, fields: Fields): readonly Fact[] {
  const rows: readonly (readonly [label: string, value: Runs | null])[] = rowsOf[kind](fields)
  return rows.flatMap(([label, value]) => (value && value.length ? [{ label, value }] : []))
}

const text = (value: Json | undefined): Runs | null => { const t = textOf(value); return t === null ? null : [capital(t)] }
const date = (value: Json | undefined): Runs | null => { const d = dateRun(value, (e) => capital(sayDate(e))); return d === null ? null : [d] }
const actors = (value: Json | undefined): Runs | null => {
  const list = actorsOf(value)
  return list.length ? list.flatMap((a, i): Inline[] => [...(i ? [', '] : []), ...actor(a)]) : null
}
/** Names that stand for nothing known are marked, so that nobody takes them for a settled actor. */
const actor = (a: Actor): Runs => {
  const name = sayActor(a.label) + (a.office ? `, ${a.office}` : '')
  return a.to === null && a.type !== 'unknown' ? [{ kind: 'doubt', text: name, why: 'not in the reference data' }] : [name]
}
const money = (value: Json | undefined): Runs | null => { const m = moneyOf(value); return m ? [capital(sayMoney(m))] : null }
const list = (items: readonly string[]): Runs | null => (items.length ? [items.join('; ')] : null)

const rowsOf: Readonly<Record<ClaimKind, (f: Fields) => readonly (readonly [string, Runs | null])[]>> = {
  statement: (f) => [['Speaker', actors(f['speaker'])], ['For', f['country'] ? [sayActor(String(f['country']))] : null], ['Form', text(f['form'])], ['Words', f['form'] === 'direct' && textOf(f['text']) ? [`“${textOf(f['text'])}”`] : text(f['text'])]],
  meeting: (f) => [['Date', date(f['date'])], ['Place', placeOf(f) ? [placeOf(f)!] : null], ['Forum', actors(f['forum'])], ['Level', text(f['level'])], ['Mode', text(f['mode'])], ['Parties', actors(f['parties'])], ['People', actors(f['people'])], ['Agenda', list(textsOf(f['agenda']))]],
  commitment: (f) => [['From', actors(f['provider'])], ['To', actors(f['recipient'])], ['Through', actors(f['channel'])], ['Sum', money(f['amount'])], ['Goods', list(itemsOf(f['items']))], ['Aid', text(f['aid'])], ['Stage', text(f['stage'])], ['Date', date(f['date'])], ['Period', date(f['period'])], ['Total', f['total'] === true ? ['Yes: a total, not to be added to its parts'] : null], ['Condition', text(f['condition'])], ['Restates', text(f['restates'])]],
  ask: (f) => [['Asker', actors(f['asker'])], ['Addressee', actors(f['addressee'])], ['Asked', text(f['text'])], ['By', date(f['by'])]],
  project: (f) => [['Parties', actors(f['parties'])], ['Form', text(f['form'])], ['Stage', text(f['stage'])], ['Subject', text(f['subject'])], ['Sum', money(f['amount'])], ['Date', date(f['date'])]],
  lesson: (f) => [['Learner', actors(f['learner'])], ['Source', actors(f['source'])], ['Lesson', text(f['text'])]],
  planning: (f) => [['Actor', actors(f['actor'])], ['Topic', text(f['topic'])], ['Target', text(f['target'])], ['Year', date(f['year'])], ['Words', text(f['text'])]],
}
