/**
 * Trains what is chosen anew for support (giver, kind of aid, date, period, total) and which sums and goods that the rules
 * leave open are commitments (core), and writes `data/support-choices.json`:
 * one conditional logit a choice (the candidates of a draft against one another), fitted by FTRL-proximal with few weights,
 * the same on every run. `--folds=5` prints instead how often each choice is right on documents it was not trained on.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { joined, keepAllSigns, textOf, type Sign } from '../../src/extraction/learned/signs.ts'
import { dateCandidates, type Candidate } from '../../src/extraction/support/choice/dates.ts'
import { giverCandidates } from '../../src/extraction/support/choice/givers.ts'
import type { ChoiceWeights } from '../../src/extraction/support/choice/scores.ts'
import { wordSigns, type Around } from '../../src/extraction/support/choice/signs.ts'
import { ownValue, signsOf, valuesOfField, type ClosedField } from '../../src/extraction/support/choice/values.ts'
import { loadReference } from '../../src/io/reference.ts'
import { buildLexicon } from '../../src/resolution/lexicon.ts'
import { answeredCores, taggedCores, type AnsweredCore } from '../lib/cores.ts'
import { answeredDrafts, taggedDrafts, type AnsweredDraft } from '../lib/drafts.ts'
import { weightLines } from '../lib/weight-lines.ts'

interface Example { readonly document: string; readonly set: string; readonly signs: readonly (readonly string[])[]; /** What each candidate is worth, 0 to 1. */ readonly worth: readonly number[]; readonly told: number; readonly weight: number }

/** One of the values a field may have, with what speaks for it as it is written in the weights. */
interface Written { readonly value: unknown; readonly signs: readonly string[] }

interface Choice { readonly name: string; readonly rate: number; readonly candidates: (a: Around) => Written[]; readonly worth: (d: AnsweredDraft, value: any) => number; readonly told: (d: AnsweredDraft) => unknown; readonly tagged: boolean }

const textsOf = (signs: readonly Sign[]): string[] => signs.filter((s) => s !== 0).map(textOf)
const written = (candidates: readonly Candidate<unknown>[]): Written[] => candidates.map(({ value, signs }) => ({ value, signs: textsOf(signs) }))
const writtenDates = (a: Around, field: 'date' | 'period'): Written[] => written(dateCandidates(a, field).map(({ value, signs, ahead }) => ({ value, signs: [...signs, ...ahead.flatMap((word) => wordSigns(a).near.map((near) => joined(word, near)))] })))
/** Each value of a closed field, its signs behind a bar. */
function writtenValues(a: Around, field: ClosedField): Written[] {
  const { all, own } = signsOf(a, field), told = String(a.draft.fields[field])
  return valuesOfField[field].map((value) => ({ value, signs: [...textsOf(all).map((s) => `${value}|${s}`), ...(value === told ? textsOf(own).map((s) => `${ownValue}|${s}`) : [])] }))
}

const names = (list: readonly { country: string | null; name: string }[]) => list.map((m) => m.country ?? m.name)
const choices: readonly Choice[] = [
  { name: 'aid', rate: 0.08, candidates: (a) => writtenValues(a, 'aid'), worth: (d, v: string) => Number(d.gold.aid === v), told: (d) => d.around.draft.fields.aid, tagged: true },
  { name: 'total', rate: 0.08, candidates: (a) => writtenValues(a, 'total'), worth: (d, v: string) => Number(String(d.gold.total ?? false) === v), told: (d) => String(d.around.draft.fields.total), tagged: true },
  { name: 'date', rate: 0.06, candidates: (a) => writtenDates(a, 'date'), worth: (d, v) => dateWorth(d.gold.date ?? null, v?.edtf ?? null), told: (d) => d.around.draft.fields.date?.edtf ?? null, tagged: false },
  { name: 'period', rate: 0.08, candidates: (a) => writtenDates(a, 'period'), worth: (d, v) => dateWorth(d.gold.period ?? null, v?.edtf ?? null), told: (d) => d.around.draft.fields.period?.edtf ?? null, tagged: false },
  { name: 'giver', rate: 0.15, candidates: (a) => written(giverCandidates(a)), worth: (d, v) => listWorth(d.gold.provider ?? [], names(v)), told: (d) => names(d.around.draft.fields.provider).sort().join('+'), tagged: false },
]

const bounds = (d: string): [string, string] => {
  const part = (x: string | undefined, end: boolean) => { if (!x || x === '..') return end ? '9999-12-31' : '0000-01-01'; const y = x.replace(/[~?%]/g, ''); return y.length === 10 ? y : y.length === 7 ? y + (end ? '-31' : '-01') : y + (end ? '-12-31' : '-01-01') }
  const [from, to] = d.includes('/') ? d.split('/') : [d, d]
  return [part(from, false), part(to, true)]
}
function dateWorth(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === b)
  const [p, q] = bounds(a), [r, s] = bounds(b)
  return p === r && q === s ? 1 : (p <= r && s <= q) || (r <= p && q <= s) ? 0.5 : 0
}
const fold = (s: string) => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the /, '')
function listWorth(a: readonly string[], b: readonly string[]): number {
  const rest = b.map(fold)
  let hit = 0
  for (const x of a.map(fold)) { const i = rest.indexOf(x); if (i >= 0) { hit++; rest.splice(i, 1) } }
  return a.length + b.length ? (2 * hit) / (a.length + b.length) : 1
}

const keyOf = (value: unknown): unknown => (Array.isArray(value) ? names(value).sort().join('+') : value !== null && typeof value === 'object' ? (value as { edtf: string }).edtf : value)

function examplesOf(choice: Choice, drafts: readonly AnsweredDraft[]): Example[] {
  return drafts.filter((d) => choice.tagged || !d.tagged).map((d) => {
    const list = choice.candidates(d.around), told = choice.told(d)
    return { document: d.document, set: d.set, signs: list.map((c) => [...new Set(c.signs)]), worth: list.map((c) => choice.worth(d, c.value)), told: list.findIndex((c) => keyOf(c.value) === told), weight: d.tagged ? 0.5 : 1 }
  })
}

/** A core is a commitment or not: its signs against none. What the rules left open teaches most. */
const coreExamples = (cores: readonly AnsweredCore[]): Example[] => cores.map((c) => ({ document: c.document, set: c.set, signs: [c.signs, []], worth: [Number(c.right), Number(!c.right)], told: c.drawn ? 0 : 1, weight: (c.set === 'sentences' ? 0.5 : 1) * (c.drawn ? 0.6 : 1.5) }))

/** A conditional logit: the better candidates of each example against the others. */
function train(examples: readonly Example[], rate: number, { rarest = 3, l1 = 0.3, l2 = 1, epochs = 6 } = {}): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const e of examples) for (const s of new Set(e.signs.flat())) counts.set(s, (counts.get(s) ?? 0) + 1)
  const ids = new Map<string, number>()
  for (const [s, n] of counts) if (n >= rarest) ids.set(s, ids.size)
  const rows = examples.map((e) => e.signs.map((signs) => signs.flatMap((s) => ids.get(s) ?? []))), good = examples.map((e) => { const best = Math.max(...e.worth); return e.worth.map((w) => best > 0 && w === best) })
  const z = new Float64Array(ids.size), n = new Float64Array(ids.size), w = new Float64Array(ids.size), order = rows.map((_, i) => i)
  const weigh = (i: number) => { const zi = z[i]!; return (w[i] = Math.abs(zi) <= l1 ? 0 : -(zi - Math.sign(zi) * l1) / ((1 + Math.sqrt(n[i]!)) / rate + l2)) }
  let seed = 7
  const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) / 0x80000000
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) { const j = Math.floor(random() * (i + 1)); const x = order[i]!; order[i] = order[j]!; order[j] = x }
    for (const o of order) {
      if (!good[o]!.includes(true)) continue
      const p = shares(rows[o]!.map((row) => row.reduce((sum, i) => sum + weigh(i), 0))), right = p.reduce((sum, x, k) => sum + (good[o]![k] ? x : 0), 0), slopes = new Map<number, number>()
      rows[o]!.forEach((row, k) => { const g = (p[k]! - (good[o]![k] ? p[k]! / Math.max(right, 1e-9) : 0)) * examples[o]!.weight; if (Math.abs(g) > 1e-6) for (const i of row) slopes.set(i, (slopes.get(i) ?? 0) + g) })
      for (const [i, g] of slopes) { const root = Math.sqrt(n[i]!); z[i]! += g - ((Math.sqrt(n[i]! + g * g) - root) / rate) * w[i]!; n[i]! += g * g }
    }
  }
  return Object.fromEntries([...ids].map(([s, i]) => [s, Math.round(weigh(i) * 100)] as const).filter(([, x]) => Math.abs(x) >= 4).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function shares(scores: readonly number[]): number[] {
  const most = Math.max(...scores), powers = scores.map((s) => Math.exp(s - most)), sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((p) => p / sum)
}

const part = (text: string) => [...text].reduce((h, c) => (Math.imul(h, 31) + c.charCodeAt(0)) | 0, 7) >>> 0

/** What the signs of a candidate say together. */
const scoreOf = (weights: ReadonlyMap<string, number>, signs: readonly string[]): number => signs.reduce((sum, s) => sum + (weights.get(s) ?? 0), 0)

/** How often a choice is right on the documents it was not trained on, beside the rules: by set. */
function crossed(choice: Pick<Choice, 'name' | 'rate'>, examples: readonly Example[], folds: number): void {
  const sums = new Map<string, { n: number; rule: number; chosen: number }>()
  for (let k = 0; k < folds; k++) {
    const asked = (e: Example) => e.set !== 'sentences' && part(e.document) % folds === k, weights = new Map(Object.entries(train(examples.filter((e) => !asked(e)), choice.rate)))
    for (const e of examples.filter(asked)) {
      const scores = e.signs.map((signs) => scoreOf(weights, signs)), at = scores.indexOf(Math.max(...scores))
      for (const set of [e.set, 'all']) { const s = sums.get(set) ?? { n: 0, rule: 0, chosen: 0 }; sums.set(set, { n: s.n + 1, rule: s.rule + (e.worth[e.told] ?? 0), chosen: s.chosen + e.worth[at]! }) }
    }
  }
  for (const [set, s] of sums) console.log(`${choice.name.padEnd(7)} ${set.padEnd(10)} ${String(s.n).padStart(4)}  rule ${(s.rule / s.n).toFixed(3)}  chosen ${(s.chosen / s.n).toFixed(3)}`)
}

keepAllSigns()
const lexicon = buildLexicon(loadReference()), sentences = join(import.meta.dirname, '../sentences'), drafts: AnsweredDraft[] = [], cores: AnsweredCore[] = []
for (const file of existsSync(sentences) ? readdirSync(sentences).filter((f) => /^[a-z]{2}\.tsv$/.test(f)) : []) drafts.push(...taggedDrafts(readFileSync(join(sentences, file), 'utf8'), file.slice(0, 2), lexicon))
for (const file of existsSync(sentences) ? readdirSync(sentences).filter((f) => f.endsWith('.tsv')) : []) cores.push(...taggedCores(join(sentences, file), file.slice(-6, -4), lexicon))
for (const arg of process.argv.slice(2).filter((a) => a.startsWith('--answers='))) { const [gold, ...texts] = arg.slice(10).split(','); drafts.push(...await answeredDrafts(gold!, texts, lexicon)); cores.push(...await answeredCores(gold!, texts, lexicon)) }
const core = { name: 'core', rate: 0.08 }
const folds = Number(process.argv.find((a) => a.startsWith('--folds='))?.slice(8) ?? 0)
const only = process.argv.find((a) => a.startsWith('--choice='))?.slice(9)
if (folds > 1) {
  for (const choice of choices.filter((c) => !only || c.name === only)) crossed(choice, examplesOf(choice, drafts), folds)
  if (!only || only === core.name) crossed(core, coreExamples(cores), folds)
} else {
  const trained = { ...Object.fromEntries(choices.map((c) => [c.name, train(examplesOf(c, drafts), c.rate)])), core: train(coreExamples(cores), core.rate) }
  const packed: Record<string, ChoiceWeights> = Object.fromEntries(Object.entries(trained).map(([name, weights]) => [name, weightLines(Object.entries(weights))] as const))
  writeFileSync(join(import.meta.dirname, '../../data/support-choices.json'), JSON.stringify({ about: 'Weights by which fields of support are chosen. Made by bench/helpers/train-support.ts.', choices: packed }, null, 1) + '\n')
  console.log(`${drafts.length} drafts; ${Object.entries(trained).map(([n, w]) => `${n} ${Object.keys(w).length}`).join(', ')}`)
}
