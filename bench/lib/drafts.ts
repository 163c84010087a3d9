/** Drafts of support as the rules make them, each with the answer it stands for. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Lexicon } from '../../src/core/lexicon.ts'
import { moneyValue } from '../../src/core/money.ts'
import { analyse } from '../../src/extraction/analyse.ts'
import type { Analysis } from '../../src/extraction/analysis.ts'
import type { Around } from '../../src/extraction/support/choice/signs.ts'
import { readingsOf } from '../../src/extraction/frames/frames.ts'
import type { Draft } from '../../src/extraction/support/drafts.ts'
import { draftsOf } from '../../src/extraction/support/told.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { documentOf, parseLine } from './answers.ts'

export interface Gold { readonly provider?: readonly string[]; readonly aid: string; readonly stage: string; readonly total?: boolean; readonly date?: string | null; readonly period?: string | null; readonly amount?: { value: number; currency: string } | null; readonly items?: readonly { name: string }[]; readonly evidence?: readonly { exact: string }[] }
export interface AnsweredDraft { readonly set: string; readonly document: string; readonly around: Around; readonly gold: Gold; readonly tagged: boolean }

/** The drafts of lines with one tagged commitment each. */
export function taggedDrafts(lines: string, language: string, lexicon: Lexicon): AnsweredDraft[] {
  return lines.split('\n').flatMap((line, n): AnsweredDraft[] => {
    const parsed = parseLine(line), labels = parsed?.labels.filter((l) => l.startsWith('c:')) ?? []
    if (!parsed || labels.length !== 1) return []
    const analysis = analyse(documentOf(parsed.text, language), lexicon), drafts = draftsOf(analysis), [stage, aid, total] = labels[0]!.slice(2).split(',')
    return drafts.length === 1 ? [{ set: 'sentences', document: `${language} ${n}`, around: aroundOf(analysis, drafts, 0), gold: { aid: aid!, stage: stage!, total: total === 'total' }, tagged: true }] : []
  })
}

/** The drafts of documents with answers by hand, each with the commitment it tells of; drafts that tell of none are left out. */
export async function answeredDrafts(folder: string, texts: readonly string[], lexicon: Lexicon): Promise<AnsweredDraft[]> {
  const out: AnsweredDraft[] = []
  for (const file of readdirSync(folder).filter((f) => f.endsWith('.json')).sort()) {
    const id = file.slice(0, -5), path = texts.flatMap((d) => ['.md', '.txt', '.html'].map((e) => join(d, id + e))).find((p) => existsSync(p))
    if (!path) continue
    const [read] = await readBytes(readFileSync(path), sourceOf(path.split('/').at(-1)!))
    if (!read || (read.outcome.state !== 'accepted' && read.outcome.state !== 'warned')) continue
    const analysis = analyse(read.outcome.value, lexicon), drafts = draftsOf(analysis)
    const golds = (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { claims: (Gold & { kind: string })[] }).claims.filter((c) => c.kind === 'commitment')
    for (const [draft, gold] of paired(analysis, drafts, golds)) out.push({ set: folder, document: id, around: aroundOf(analysis, drafts, draft), gold: golds[gold]!, tagged: false })
  }
  return out
}

const aroundOf = (analysis: Analysis, drafts: readonly Draft[], index: number): Around => ({ analysis, reading: readingsOf(analysis)[drafts[index]!.sentence]!, draft: drafts[index]!, drafts, index, known: [] })

/** Drafts dealt out to answers, the likest first: by their words, the sum, goods, giver, stage and kind of aid. */
function paired(analysis: Analysis, drafts: readonly Draft[], golds: readonly Gold[]): [draft: number, gold: number][] {
  const all = drafts.flatMap((d, i) => golds.map((g, j) => ({ i, j, like: likeness(analysis, d, g) }))).filter((x) => x.like > 0).sort((a, b) => b.like - a.like), left = new Set(drafts.keys()), open = new Set(golds.keys()), out: [number, number][] = []
  for (const { i, j } of all) if (left.has(i) && open.has(j)) { left.delete(i); open.delete(j); out.push([i, j]) }
  // What is told a second time belongs to the same answer.
  for (const { i, j, like } of all) if (left.has(i) && like > 1.3) { left.delete(i); out.push([i, j]) }
  return out.sort((a, b) => a[0] - b[0])
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function likeness(analysis: Analysis, { spans, fields }: Draft, gold: Gold): number {
  let near = 0
  for (const span of spans) for (const { exact } of gold.evidence ?? []) near = Math.max(near, shared(words(analysis.document.text.slice(span.start, span.end)), words(exact)))
  if (near < 0.3) return 0
  const sum = gold.amount && fields.amount ? Number(gold.amount.currency === fields.amount.currency && Math.abs(gold.amount.value - moneyValue(fields.amount)) < 1 + gold.amount.value * 0.005) : gold.amount || fields.amount ? 0 : 0.3
  const goods = gold.items?.length && fields.items.length ? shared(words(gold.items.map((i) => i.name).join(' ')), words(fields.items.map((i) => i.name).join(' '))) : 0
  return near + sum + goods / 2 + (gold.stage === fields.stage ? 0.2 : 0) + (gold.aid === fields.aid ? 0.1 : 0) + (fields.provider.some((p) => gold.provider?.includes(p.country ?? p.name)) ? 0.3 : 0)
}

/** How many words two texts share; a clause inside a sentence counts as near. */
function shared(a: readonly string[], b: readonly string[]): number {
  const bag = new Map<string, number>()
  for (const w of a) bag.set(w, (bag.get(w) ?? 0) + 1)
  let hit = 0
  for (const w of b) { const n = bag.get(w) ?? 0; if (n > 0) { hit++; bag.set(w, n - 1) } }
  const short = Math.min(a.length, b.length)
  return Math.max(a.length + b.length ? (2 * hit) / (a.length + b.length) : 0, short >= 5 && Math.max(a.length, b.length) <= 90 && hit / short >= 0.9 ? 0.4 : 0)
}
