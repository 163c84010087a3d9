import { claim, type Claim, type CommitmentFields, type Drawn, type Known, type Written } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { Issue } from '../core/issue.ts'
import type { Figure } from '../core/observation.ts'
import type { Dataset, DatasetReading, FigureCheck } from '../extraction/dataset.ts'
import * as datasets from '../extraction/datasets/index.ts'
import type { ReadingPool } from '../io/reading-pool.ts'
import type { Store } from '../io/store.ts'
import { entry, type Entry, type Json } from '../ledger/entry.ts'
import { compareFigures, type FigureChanges } from '../ledger/figures.ts'
import { reconcile } from '../ledger/reconcile.ts'
import type { LedgerRecord } from '../ledger/record.ts'
import { loadCommitments, reference } from '../pipeline.ts'
import { NotTheDataset } from './not-the-dataset.ts'
import type { Source } from '../reading/format.ts'
import { resolve } from '../resolution/resolve.ts'
import { subjectResolver } from '../resolution/subjects.ts'

const all: readonly Dataset[] = Object.values(datasets)

/** What a dataset may be imported as: its own name, or that of its family. */
export const datasetNames: readonly string[] = [...new Set(all.flatMap((d) => [d.name, ...(d.family ? [d.family] : [])]))]

/** What each dataset is, by name. */
export const datasetTitles: ReadonlyMap<string, string> = new Map(all.map((d) => [d.name, d.title]))

/** The series that datasets give, by name. */
export const seriesByName = new Map(all.flatMap((d) => (d.series ?? []).map((s) => [s.name, { ...s, dataset: d.name }] as const)))

/** The series whose figures add up over periods. */
export const flowSeries: ReadonlySet<string> = new Set([...seriesByName.values()].filter((s) => s.flow).map((s) => s.name))

/** What an import will do, told before it writes: to records of commitments, and to figures of series. */
export interface ImportPlan {
  readonly title: string
  readonly reading: DatasetReading
  readonly adds: number
  readonly changes: number
  readonly unchanged: number
  readonly withdraws: readonly string[]
  readonly figures: FigureChanges
  /** Sums of several files of the dataset that must agree. */
  readonly checks: readonly FigureCheck[]
  readonly known: boolean
}

type Input = { readonly bytes: Uint8Array; readonly source: Source }

/**
 * Reads a file in a worker and takes it apart by the contract of a dataset, or of the one of a family that it has the
 * shape of. @throws NotTheDataset when the file is another one or cannot be read
 */
export async function readDataset(pool: ReadingPool, input: Input, name: string): Promise<{ document: Document; dataset: Dataset; reading: DatasetReading }> {
  const candidates = all.filter((d) => d.name === name || d.family === name)
  if (candidates.length === 0) throw new Error(`no dataset ${name}`)
  const [read] = await pool.read(input.bytes, input.source)
  if (!read || read.outcome.state === 'quarantined' || read.outcome.state === 'refused') throw new NotTheDataset(read?.outcome.issues[0]?.message ?? `${input.source.label} holds nothing that can be read.`)
  const document = read.outcome.value, refusals = candidates.map((d) => d.refusal(document)), dataset = candidates[refusals.indexOf(undefined)]
  if (!dataset) throw new NotTheDataset(refusals.map((r) => r!.message).join(' '))
  return { document, dataset, reading: dataset.draw(document, reference().lexicon) }
}

/** What an import is asked for beside the file. */
export interface ImportOptions { readonly dryRun?: boolean; /** The release, where the file does not name its own. */ readonly release?: string | undefined }

/**
 * Imports a file of a dataset. Rows join the records of the same rows in earlier files, rows that are gone are retracted
 * with the file as the reason; figures are compared with those on record. Each of the two is one transaction.
 * @param tell called with the plan before anything is written
 */
export async function importDataset(store: Store, pool: ReadingPool, input: Input, name: string, { dryRun = false, release }: ImportOptions, tell: (plan: ImportPlan) => void): Promise<ImportPlan> {
  const read = await readDataset(pool, input, name)
  return store.inTurn(() => importRead(store, read, input, { dryRun, release }, tell))
}

async function importRead(store: Store, { document, dataset, reading: read }: Awaited<ReturnType<typeof readDataset>>, input: Input, { dryRun, release }: ImportOptions, tell: (plan: ImportPlan) => void): Promise<ImportPlan> {
  const reading = release === undefined || dataset.name === 'kiel' ? read : { ...read, release }
  const rows = await planRows(store, document, dataset, reading), { figures, unknown } = figuresOf(reading, dataset, document)
  const current = figures.length ? await store.figures.current({ dataset: dataset.name }) : []
  const changes = compareFigures(current, figures)
  const known = rows.known && (figures.length === 0 || await store.figures.imported(document.id))
  const plan: ImportPlan = { ...rows.plan, title: dataset.title, reading: { ...reading, issues: [...reading.issues, ...unknown] }, figures: changes, checks: dataset.check?.(current, figures) ?? [], known }
  tell(plan)
  if (dryRun || known) return plan
  if (!rows.known) {
    const whole = { document, bytes: input.bytes, claims: rows.claims, entries: [...rows.entries, ...rows.retractions], issues: [...reading.issues, ...rows.issues] }
    const { known: readBefore } = await store.record([whole])
    // Of a document that is there the store takes what rests on new claims; what is gone rests on old ones.
    if (readBefore.length > 0) await store.append(rows.retractions)
  }
  if (figures.length) await store.figures.add({ document: document.id, dataset: dataset.name, release: reading.release }, figures)
  return plan
}

interface Rows { readonly known: boolean; readonly claims: readonly Claim<Known>[]; readonly entries: readonly Entry[]; readonly retractions: readonly Entry[]; readonly issues: readonly Issue[]; readonly plan: Pick<ImportPlan, 'adds' | 'changes' | 'unchanged' | 'withdraws'> }

/** The rows that are commitments, against those of earlier files. */
async function planRows(store: Store, document: Document, dataset: Dataset, reading: DatasetReading): Promise<Rows> {
  // A file that was only read as a document brings no rows yet: they are known once the dataset has drawn them.
  const there = await store.document(document.id), known = there !== undefined && (reading.drawn.length === 0 || there.claims.some((c) => c.claim.method.startsWith(`${dataset.name} `)))
  const written = reading.drawn.map((d: Drawn<CommitmentFields<Written>>) => claim(document.id, `${dataset.name} ${dataset.version}`, d))
  const { claims, issues } = resolve(written, { document, reference: reference().reference })
  const { entries } = reconcile(claims.map((c) => ({ claim: c, published: reading.until })), await store.candidates(claims))
  const before = claims.length ? await loadCommitments(store, null, dataset.name) : []
  const here = new Set(claims.map(keyOfRow)), joined = new Set(before.map(rowOf))
  const gone = known ? [] : before.filter((r) => !here.has(rowOf(r)) && r.state !== 'retracted')
  const changed = new Set(entries.filter((e) => e.event === 'adjusted').map((e) => e.record)).size
  const again = [...here].filter((k) => joined.has(k)).length
  const retractions = gone.map((r) => entry({ record: r.id, kind: 'commitment', event: 'retracted', date: null, claims: r.claims, other: null, fields: {}, by: { machine: `${dataset.name} ${dataset.version}` }, why: `${dataset.title}: the row is gone from release ${reading.release} (${document.label})` }))
  return { known, claims, entries, retractions, issues, plan: { adds: here.size - again, changes: known ? 0 : changed, unchanged: known ? here.size : again - changed, withdraws: gone.map(rowOf) } }
}

const rowId = (key: { key?: Json; part?: Json } | null | undefined) => `${String(key?.key ?? '')}${key?.part && !ofPackage.has(key.part) ? `/${String(key.part)}` : ''}`
/** Parts that are further facts of the package, no items of it. */
const ofPackage: ReadonlySet<Json> = new Set(['delivered', 'allocated'])
const rowOf = (r: LedgerRecord) => rowId(r.fields['dataset'] as { key?: Json; part?: Json } | null)
const keyOfRow = (c: Claim<Known>) => (c.fields.kind === 'commitment' ? rowId(c.fields.dataset as { key: string; part?: string } | undefined) : '')

/** Observations with their subjects resolved; names that are no state or body of the reference data are kept as written, and named once. */
export function figuresOf(reading: DatasetReading, dataset: Dataset, document: Document): { readonly figures: readonly Figure[]; readonly unknown: readonly Issue[] } {
  if (reading.observations.length === 0) return { figures: [], unknown: [] }
  const { reference: tables, lexicon } = reference(), resolveSubject = subjectResolver(tables, lexicon), names = new Set<string>()
  const figures = reading.observations.map((o): Figure => {
    const { subject, known } = resolveSubject(o.subject)
    if (!known) names.add(subject)
    return { ...o, dataset: dataset.name, release: reading.release, subject, document: document.id }
  })
  return { figures, unknown: names.size ? [{ code: 'kept-as-named', level: 'note', message: `No state or body of the reference data; kept under the name that the file writes: ${[...names].join('; ')}.` }] : [] }
}
