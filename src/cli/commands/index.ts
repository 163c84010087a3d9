import type { Command } from '../command.ts'

/** A command in the list of them: what it does in one line, and its file, which is loaded when it is called. */
export interface Listed { readonly summary: string; readonly load: () => Promise<{ readonly default: Command }> }

/** The commands by name. */
export const commands: Readonly<Record<string, Listed>> = {
  backup: { summary: 'write the whole record into one compressed file, documents and their bytes included', load: () => import('./backup.ts') },
  brief: { summary: 'print the brief of a meeting, each line with its source', load: () => import('./brief.ts') },
  conflicts: { summary: 'figures, dates and places on which sources differ, side by side', load: () => import('./conflicts.ts') },
  data: { summary: 'check the reference data, add a row to your own, show what a table takes, load a register of actors', load: () => import('./data.ts') },
  diff: { summary: 'what differs between two releases of a dataset, or between the record on two days', load: () => import('./diff.ts') },
  doctor: { summary: 'what is installed, which store, how much is in it, which protections hold', load: () => import('./doctor.ts') },
  extract: { summary: 'read documents and print their claims; touches no store', load: () => import('./extract.ts') },
  gaps: { summary: 'promised − allocated − delivered by provider, what is overdue, what is undisclosed', load: () => import('./gaps.ts') },
  import: { summary: 'import files of a published dataset; says what they add, change and withdraw before it writes', load: () => import('./import.ts') },
  read: { summary: 'read documents, draw their claims and record them', load: () => import('./read.ts') },
  restore: { summary: 'make the record of a backup in an empty store, all of it or nothing', load: () => import('./restore.ts') },
  review: { summary: 'what waits for a person: pages that changed, pairs in doubt, answers, names without a match; and the decisions on them', load: () => import('./review.ts') },
  series: { summary: 'figures of imported datasets that are no commitments: indicators, rates, sums by month', load: () => import('./series.ts') },
  serve: { summary: 'serve the web app and the API', load: () => import('./serve.ts') },
  start: { summary: 'start everything: store, example documents, the newest brief, the web app', load: () => import('./start.ts') },
  text: { summary: 'print the text a reader keeps of a document, with its metadata', load: () => import('./text.ts') },
  totals: { summary: 'sum commitments by provider, recipient, aid, stage, year …, each once', load: () => import('./totals.ts') },
  verify: { summary: 're-read the record: hash chain, spans against the stored bytes, references', load: () => import('./verify.ts') },
}
