import { claimKinds, type CommitmentFields, type Written } from '../../core/claim.ts'
import type { Figure } from '../../core/observation.ts'
import { definitionOf } from '../../ledger/definitions.ts'
import { diffFigures, diffRecords, diffRows, type Difference } from '../../ledger/diff.ts'
import type { LedgerRecord } from '../../ledger/record.ts'
import { totals } from '../../ledger/totals.ts'
import { createReadingPool } from '../../io/reading-pool.ts'
import { findInputs } from '../../io/inputs.ts'
import type { Store } from '../../io/store.ts'
import { loadCommitments } from '../../pipeline.ts'
import { datasetNames, figuresOf, flowSeries, readDataset } from '../../pipeline/datasets.ts'
import { renderHtml } from '../../reporting/render-html.ts'
import { renderMarkdown } from '../../reporting/render-markdown.ts'
import { renderText } from '../../reporting/render-text.ts'
import { releaseNotes } from '../../reporting/reports/index.ts'
import type { ReleaseNotesInput } from '../../reporting/reports/release-notes.ts'
import type { Report } from '../../reporting/report.ts'
import { UsageError, type Call, type Command } from '../command.ts'
import { labelOf } from '../labels.ts'
import { headLine, storeOptions, withStore } from '../store.ts'

const day = /^\d{4}-\d{2}-\d{2}$/
const formats: Readonly<Record<string, (report: Report, width: number) => string>> = { md: (r) => renderMarkdown(r), html: (r) => renderHtml(r), text: (r, width) => renderText(r, { width: Math.min(width, 100) }) }

export default {
  name: 'diff',
  usage: 'FILE FILE | DAY DAY [--notes [--format md|html|text]]',
  options: {
    dataset: { type: 'string', value: 'NAME', help: 'Dataset of the files; kiel when left out. For days: only its records and series.' },
    notes: { type: 'boolean', help: 'Release notes instead of a list: who moved, by how much and why; what was corrected, withdrawn, added.' },
    format: { type: 'string', value: 'FORMAT', help: 'Form of the notes: md (as it is), html or text.' },
    ...storeOptions,
  },
  examples: [
    { line: 'diff tracker-r28.xlsx tracker-r29.xlsx', shows: 'rows added and withdrawn, each changed cell, ids given to something else' },
    { line: 'diff 2026-01-01 2026-06-30', shows: 'what came into the record between two days, and what changed' },
    { line: 'diff tracker-r28.xlsx tracker-r29.xlsx --notes', shows: 'release notes in Markdown, computed from the two files' },
  ],
  async run(call) {
    const [a, b] = call.words, format = (call.options['format'] as string | undefined) ?? 'md', dataset = call.options['dataset'] as string | undefined
    if (a === undefined || b === undefined || call.words.length > 2) throw new UsageError('give two files or two days. "--help" shows examples.')
    if (!formats[format]) throw new UsageError(`there is no format "${format}"; use ${Object.keys(formats).join(', ')}.`)
    if (dataset !== undefined && dataset !== 'none' && !datasetNames.includes(dataset)) throw new UsageError(`there is no dataset "${dataset}"; there is ${datasetNames.join(', ')}.`)
    if (day.test(a) !== day.test(b)) throw new UsageError('give two files or two days, not one of each.')
    const found = day.test(a) ? await withDays(call, a, b, dataset) : compareFiles(await read(call, a, dataset ?? 'kiel'), await read(call, b, dataset ?? 'kiel'))
    if (call.options['notes']) { const notes = releaseNotes(found); call.out(call.options['json'] ? JSON.stringify(notes) : formats[format](notes, call.width).trimEnd()) } else print(call, found.differences)
    return 0
  },
} satisfies Command

/** The record on two days: what came in, what changed, and the series beside it. */
async function withDays(call: Call, a: string, b: string, dataset: string | undefined): Promise<ReleaseNotesInput> {
  let found: ReleaseNotesInput | undefined
  await withStore(call, async (store) => {
    const [before, after] = [await recordOn(store, a, dataset), await recordOn(store, b, dataset)], head = await store.head()
    const sums = new Map(totals(before.records, { by: ['provider'], definition: definitionOf('promised')!, currency: 'EUR', convert: () => null }).rows.map((r) => [`commitment ${r.keys[0]}`, { value: Number(r.micro) / 1e6, unit: 'EUR' }]))
    found = {
      from: a, to: b, differences: [...diffRecords(before.records, after.records, labelOf), ...diffFigures(before.figures, after.figures, flowSeries)], sums: new Map([...sums, ...sumsOf(before.figures)]),
      sources: [`The record as it stood at the end of each day; sums in EUR as promised, each commitment once. ${headLine(head)}`],
    }
    return 0
  })
  return found!
}

async function recordOn(store: Store, asOf: string, dataset: string | undefined): Promise<{ readonly records: readonly LedgerRecord[]; readonly figures: readonly Figure[] }> {
  const others = dataset === undefined ? (await Promise.all(claimKinds.filter((k) => k !== 'commitment').map((kind) => store.records({ kind, asOf, limit: 1_000_000 })))).flat() : []
  const figures = dataset === 'none' ? [] : (await store.figures.current({ asOf })).filter((f) => dataset === undefined || f.dataset === dataset || f.dataset.startsWith(`${dataset}-`))
  return { records: [...await loadCommitments(store, asOf, dataset), ...others], figures }
}

interface File { readonly label: string; readonly release: string; readonly hash: string; readonly rows: readonly CommitmentFields<Written>[]; readonly figures: readonly Figure[] }

async function read(call: Call, word: string, name: string): Promise<File> {
  const pool = createReadingPool({ size: 1 })
  try {
    for await (const input of findInputs([word], { cwd: call.cwd, published: null })) {
      if ('refused' in input) throw new UsageError(input.refused.message, 1)
      if (!('bytes' in input)) continue
      const { document, dataset, reading } = await readDataset(pool, input, name)
      return { label: document.label, release: reading.release, hash: document.hash, rows: reading.drawn.map((d) => d.fields), figures: figuresOf(reading, dataset, document).figures }
    }
    throw new UsageError(`${word} holds no file.`, 1)
  } finally { await pool.close() }
}

function compareFiles(a: File, b: File): ReleaseNotesInput {
  const sums = new Map<string, { value: number; unit: string }>(sumsOf(a.figures))
  for (const r of a.rows) {
    if (r.level !== 'package' || r.dataset?.part !== undefined || !r.amount) continue
    const key = `commitment ${r.provider.map((p) => p.name).join(' + ')}`
    sums.set(key, { value: (sums.get(key)?.value ?? 0) + Number(r.amount.minor) / 10 ** r.amount.digits, unit: r.amount.currency })
  }
  const name = (f: File) => (a.release === b.release || f.release === f.label ? f.label : `release ${f.release}`)
  return { from: name(a), to: name(b), differences: [...diffRows(a.rows, b.rows), ...diffFigures(a.figures, b.figures, flowSeries)], sums, sources: [a, b].map((f) => `${f.label}, release ${f.release}, SHA-256 ${f.hash}.`) }
}

/** Sums of series by subject, as the notes need them. */
function sumsOf(figures: readonly Figure[]): readonly (readonly [string, { value: number; unit: string }])[] {
  return [...Map.groupBy(figures, (f) => `${f.series} ${f.subject}`)].map(([key, list]) => [key, { value: list.reduce((s, f) => s + Number(f.value), 0), unit: list[0]!.unit }] as const)
}

function print(call: Call, differences: readonly Difference[]): void {
  for (const d of differences) call.out(call.options['json'] ? JSON.stringify(d) : `${d.what.padEnd(10)} ${d.id}  ${d.label}${d.field && d.what === 'changed' ? `\n             ${d.field}: ${d.before ?? 'none'} → ${d.after ?? 'none'}` : d.what === 're-used id' ? `\n             was ${d.before}, is now ${d.after}` : ''}`)
  const counts = new Map<string, number>()
  for (const d of differences) counts.set(d.what, (counts.get(d.what) ?? 0) + 1)
  if (!call.options['json']) call.out(differences.length === 0 ? 'Nothing differs.' : [...counts].map(([what, n]) => `${n} ${what}`).join(', ') + '.')
}
