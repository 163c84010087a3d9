/** What `extract` draws from documents with answers, scored by the contract's own scorer (`../shared/gold/score.mjs`). */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { draw } from '../../src/io/worker-job.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { documentJson } from '../../src/reporting/claim-json.ts'

export const sharedGold = resolve(import.meta.dirname, '../../../shared/gold')
const scorer = join(sharedGold, 'score.mjs')
/** Without the scorer nothing can be scored. */
export const scorerIsHere = (): boolean => existsSync(scorer)

/** Where the answers and the texts of documents are; a text has the name of its answer. */
export interface AnsweredFolder { readonly gold: string; readonly texts: readonly string[]; /** Only documents whose name has this in it. */ readonly only?: string | undefined }

/** Draws the claims of each document into a folder of its own; `done` takes the folders away again. */
export async function predict({ gold, texts, only }: AnsweredFolder): Promise<{ goldHere: string; predictions: string; done: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'helenow-gold-')), goldHere = join(folder, 'gold'), predictions = join(folder, 'predictions')
  mkdirSync(goldHere); mkdirSync(predictions)
  for (const file of readdirSync(gold).filter((f) => f.endsWith('.json') && (!only || f.includes(only)))) {
    const id = file.slice(0, -5), path = texts.flatMap((d) => ['.md', '.txt', '.html'].map((e) => join(d, id + e))).find((p) => existsSync(p))
    if (!path) continue
    writeFileSync(join(goldHere, file), readFileSync(join(gold, file)))
    const [read] = await readBytes(readFileSync(path), sourceOf(path.split('/').at(-1)!))
    if (!read || (read.outcome.state !== 'accepted' && read.outcome.state !== 'warned')) { writeFileSync(join(predictions, file), '{"claims":[]}'); continue }
    const document = read.outcome.value
    const drawn = await draw(document, { extract: true }, () => readFileSync(path, 'utf8'))
    for (const i of drawn!.issues) if (i.code === 'extractor-failed') { console.error(i.message); process.exitCode = 1 }
    writeFileSync(join(predictions, file), JSON.stringify(documentJson(document, drawn!.claims, true, drawn!.verbatim)))
  }
  return { goldHere, predictions, done: () => rmSync(folder, { recursive: true }) }
}

/** What the scorer prints about predictions, with its further options ("--show", "--only", …). */
export const scored = (goldHere: string, predictions: string, texts: readonly string[], options: readonly string[]): string =>
  spawnSync(process.execPath, [scorer, '--gold', goldHere, '--pred', predictions, '--texts', texts.join(','), ...options], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout

/** The figures of a folder: slot F1 in all ("headline"), over the kinds, by language and by kind; 1 is perfect. */
export async function answerFigures(folder: AnsweredFolder): Promise<Record<string, number>> {
  const { goldHere, predictions, done } = await predict(folder)
  const report = JSON.parse(scored(goldHere, predictions, folder.texts, ['--json'])) as { headline: number; macro: number; evidence: number; languages: Record<string, number>; kinds: Record<string, { slots: { f: number } }> }
  done()
  return { headline: report.headline, 'mean over kinds': report.macro, 'evidence found': report.evidence, ...report.languages, ...Object.fromEntries(Object.entries(report.kinds).map(([k, v]) => [k, v.slots.f])) }
}
