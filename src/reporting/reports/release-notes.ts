import type { Difference } from '../../ledger/diff.ts'
import type { Block, Column, Report, Runs } from '../report.ts'
import { capital, sayActor, sayCount, sayList } from '../words.ts'

/** What release notes are made from: the two views by name, their differences, and the sums of the first by giver. */
export interface ReleaseNotesInput {
  readonly from: string
  readonly to: string
  readonly differences: readonly Difference[]
  /** Sums of the earlier view, by kind and giver: `commitment DE`. */
  readonly sums: ReadonlyMap<string, { readonly value: number; readonly unit: string }>
  /** Lines on where the two views come from, for the foot. */
  readonly sources: readonly string[]
}

const limits = { movers: 25, changed: 60, rows: 60 }

/**
 * Notes on a release, computed from the data: who moved, by how much and why; what was corrected, withdrawn, added; ids
 * that were given to something else.
 * @example renderMarkdown(releaseNotes({ from: 'release 7', to: 'release 8', differences, sums, sources: [] }))
 */
export function releaseNotes({ from, to, differences, sums, sources }: ReleaseNotesInput): Report {
  const reused = differences.filter((d) => d.what === 're-used id')
  const of = (what: Difference['what']) => differences.filter((d) => d.what === what)
  const blocks: readonly Block[] = differences.length === 0 ? [{ kind: 'paragraph', runs: ['Nothing differs.'] }] : [
    { kind: 'paragraph', runs: [summary(differences)] },
    ...moversBlocks(differences, sums),
    ...section('Corrected', rows(of('changed'), ['Field', 'Before', 'After'], (d) => [[d.field ?? ''], [d.before ?? 'none'], [d.after ?? 'none']], limits.changed)),
    ...section('Withdrawn', rows(of('withdrawn'), [], () => [], limits.rows)),
    ...section('Added', rows(of('added').filter((d) => !reused.some((r) => r.id === d.id)), [], () => [], limits.rows)),
    ...section('Ids that now stand for something else', rows(reused, ['Was', 'Is now'], (d) => [[d.before ?? ''], [d.after ?? '']], limits.rows)),
  ]
  return { title: `What changed from ${from} to ${to}`, subtitle: [], blocks: [...blocks, ...sources.map((s): Block => ({ kind: 'note', label: 'Source', runs: [s] }))], footnotes: [] }
}

const section = (text: string, blocks: readonly Block[]): readonly Block[] => (blocks.length ? [{ kind: 'heading', level: 2, text }, ...blocks] : [])

const plural: Readonly<Record<string, string>> = { commitment: 'commitments', meeting: 'meetings', ask: 'asks', project: 'projects', statement: 'statements', lesson: 'lessons', planning: 'plans' }
/** "2 commitments added, one withdrawn, 3 changed; 4 meetings added." */
function summary(differences: readonly Difference[]): string {
  const parts = [...Map.groupBy(differences, (d) => d.kind)].map(([kind, list]) => {
    const things = (what: Difference['what']) => new Set(list.filter((d) => d.what === what).map((d) => d.id)).size
    const counts = (['added', 'withdrawn', 'changed', 're-used id'] as const).map((what) => [what, things(what)] as const).filter(([, n]) => n > 0)
    return `${counts.map(([what, n], i) => `${i === 0 ? (plural[kind] ? sayCount(n, kind === 'planning' ? 'plan' : kind, plural[kind]) : `${sayCount(n, 'figure')} of ${kind}`) : n.toLocaleString('en')} ${what === 're-used id' ? 'with an id used again' : what}`).join(', ')}`
  })
  return `${capital(parts.join('; '))}.`
}

interface Mover { readonly kind: string; readonly who: string; readonly unit: string; readonly before: number; readonly change: number; readonly why: string }

/** Givers by how far their sum moved, with what moved it. */
function movers(differences: readonly Difference[], sums: ReleaseNotesInput['sums']): readonly Mover[] {
  const groups = Map.groupBy(differences.filter((d) => d.moves !== null && d.who !== null), (d) => `${d.kind} ${d.who}`)
  return [...groups].flatMap(([key, list]) => [...Map.groupBy(list, (d) => d.moves!.unit)].map(([unit, moved]): Mover => {
    const sum = sums.get(key), change = moved.reduce((s, d) => s + d.moves!.value, 0)
    const count = (what: string, ...kinds: readonly Difference['what'][]) => { const some = moved.filter((d) => kinds.includes(d.what)); return some.length ? `${some.length} ${what} (${signed(some.reduce((s, d) => s + d.moves!.value, 0), unit)})` : '' }
    return { kind: list[0]!.kind, who: list[0]!.who!, unit, before: sum?.unit === unit ? sum.value : 0, change, why: sayList([count('added', 'added'), count('withdrawn', 'withdrawn', 're-used id'), count('corrected', 'changed')].filter(Boolean)) }
  })).filter((m) => Math.abs(m.change) > 1e-9).sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.who < b.who ? -1 : 1))
}

function moversBlocks(differences: readonly Difference[], sums: ReleaseNotesInput['sums']): readonly Block[] {
  return [...Map.groupBy(movers(differences, sums), (m) => `${m.kind} ${m.unit}`)].flatMap(([, list]): Block[] => {
    const { kind, unit } = list[0]!, shown = list.slice(0, limits.movers)
    return [
      { kind: 'heading', level: 2, text: plural[kind] ? `Who moved, in ${unit === 'EUR' || unit.length === 3 ? `${unit} million` : unit}` : `Who moved: ${kind}, in ${unit}` },
      { kind: 'table', caption: shown.length < list.length ? `The ${shown.length} largest of ${list.length} changes` : capital(sayCount(list.length, 'change')), columns: columns(['Giver', 'start'], ['Before', 'end'], ['After', 'end'], ['Change', 'end'], ['Why', 'start']),
        rows: shown.map((m): readonly Runs[] => [[capital(sayActor(m.who))], [figure(m.before, unit)], [figure(m.before + m.change, unit)], [signed(m.change, unit)], [m.why]]) },
    ]
  })
}

function rows(list: readonly Difference[], more: readonly string[], cells: (d: Difference) => readonly Runs[], limit: number): readonly Block[] {
  if (list.length === 0) return []
  const sorted = [...list].sort((a, b) => Math.abs(b.moves?.value ?? 0) - Math.abs(a.moves?.value ?? 0) || (a.id < b.id ? -1 : 1)), shown = sorted.slice(0, limit)
  const what = more.length ? [] : [['Moves the sum by', 'end'] as const]
  return [{ kind: 'table', caption: shown.length < list.length ? `The ${shown.length} largest of ${list.length.toLocaleString('en')}` : capital(sayCount(list.length, 'entry', 'entries')), columns: columns(['Id', 'start'], ['What', 'start'], ...more.map((m) => [m, 'start'] as const), ...what),
    rows: shown.map((d): readonly Runs[] => [[d.id], [d.label], ...cells(d), ...(more.length ? [] : [[d.moves ? signed(d.moves.value, d.moves.unit) : '']])]) }]
}

const columns = (...list: readonly (readonly [label: string, align: Column['align']])[]): readonly Column[] => list.map(([label, align]) => ({ label, align }))
const inMillions = (unit: string) => /^[A-Z]{3}$/.test(unit)
/** Money in millions with two places, other figures as they are. */
const figure = (value: number, unit: string): string => (inMillions(unit) ? (value / 1e6).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }) : value.toLocaleString('en-GB', { maximumFractionDigits: 6 }))
const signed = (value: number, unit: string): string => `${value > 0 ? '+' : '−'}${figure(Math.abs(value), unit)}`

export default releaseNotes
