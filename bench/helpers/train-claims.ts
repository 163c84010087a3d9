/**
 * Trains the scorers of claims on sentences with tags and on documents with answers, and writes `data/claims-learned.json`:
 * logistic regressions with few weights (FTRL-proximal, McMahan et al. 2013), the same on every run.
 */
import { existsSync, writeFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ClaimKind } from '../../src/core/claim.ts'
import { rowsOf } from '../../src/extraction/data.ts'
import { beginFeatures, endFeatures, itemFeatures, learnedKinds, partFeatures, sentenceFeatures, triggerOf } from '../../src/extraction/learned/features.ts'
import { Scorer, type Features, type LearnedData, type Weights } from '../../src/extraction/learned/scorer.ts'
import type { Term } from '../../src/extraction/learned/terms.ts'
import { loadReference } from '../../src/io/reference.ts'
import { buildLexicon } from '../../src/resolution/lexicon.ts'
import { answeredDocuments, taggedSentences, type Answer } from '../lib/answers.ts'
import { countLines, weightLines } from '../lib/weight-lines.ts'

/** The features of something as they are written in the weights. */
export function written(features: (to: Features) => void, once = false): readonly string[] {
  const out: string[] = []
  features({ add: (name, ...words) => { out.push([name, ...words].flatMap((w) => w?.text ?? []).join(' ')) } })
  return once ? [...new Set(out)] : out
}

interface Example { readonly features: readonly string[]; readonly label: string | readonly string[] | null; readonly weight: number }

/** One regression for each label; features seen once are left out. */
export function train(examples: readonly Example[], labels: readonly string[], { rarest = 3, l1 = 0.8, l2 = 1, alpha = 0.06, epochs = 6 } = {}): Weights {
  const counts = new Map<string, number>()
  for (const e of examples) for (const f of e.features) counts.set(f, (counts.get(f) ?? 0) + 1)
  const ids = new Map<string, number>()
  for (const [f, n] of counts) if (n >= rarest) ids.set(f, ids.size)
  const rows = examples.map((e) => Int32Array.from(e.features.flatMap((f) => ids.get(f) ?? [])))
  const packed = new Map<string, string>(), size = ids.size, names = [...ids.keys()]
  labels.forEach((label, k) => {
    const wanted = examples.map((e) => (e.label === label || (Array.isArray(e.label) && e.label.includes(label)) ? 1 : 0))
    const w = regression(rows, wanted, examples.map((e) => e.weight), size, l1, l2, alpha, epochs)
    for (let i = 0; i < size; i++) if (Math.abs(w[i]!) >= 0.07) packed.set(names[i]!, (packed.get(names[i]!) ?? '') + String.fromCharCode(97 + k) + Math.round(w[i]! * 100))
  })
  return { labels, weights: weightLines([...packed].sort(([a], [b]) => (a < b ? -1 : 1))) }
}

function regression(rows: readonly Int32Array[], wanted: readonly number[], weights: readonly number[], size: number, l1: number, l2: number, alpha: number, epochs: number): Float64Array {
  const z = new Float64Array(size), n = new Float64Array(size), w = new Float64Array(size), order = rows.map((_, i) => i)
  const weigh = (i: number) => { const zi = z[i]!; return (w[i] = Math.abs(zi) <= l1 ? 0 : -(zi - Math.sign(zi) * l1) / ((1 + Math.sqrt(n[i]!)) / alpha + l2)) }
  let seed = 7
  const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) / 0x80000000
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) { const j = Math.floor(random() * (i + 1)); const x = order[i]!; order[i] = order[j]!; order[j] = x }
    for (const o of order) {
      const row = rows[o]!
      let score = 0
      for (const i of row) score += weigh(i)
      const g = (1 / (1 + Math.exp(-Math.max(-30, Math.min(30, score)))) - wanted[o]!) * weights[o]!
      for (const i of row) { const root = Math.sqrt(n[i]!); z[i]! += g - ((Math.sqrt(n[i]! + g * g) - root) / alpha) * w[i]!; n[i]! += g * g }
    }
  }
  for (let i = 0; i < size; i++) weigh(i)
  return w
}

const values: Readonly<Record<string, readonly string[]>> = {
  'commitment.stage': ['signalled', 'announced', 'approved', 'allocated', 'contracted', 'delivered', 'reduced', 'suspended', 'cancelled'], 'commitment.aid': ['military', 'financial', 'humanitarian', 'training', 'industrial', 'energy', 'other'], 'commitment.total': ['yes', 'no'],
  'meeting.state': ['held', 'planned', 'cancelled', 'postponed'], 'meeting.mode': ['in person', 'call', 'video', 'none'],
  'project.form': ['joint venture', 'licence', 'co-production', 'procurement', 'investment', 'maintenance', 'research', 'memorandum', 'other'], 'project.stage': ['proposed', 'agreed', 'building', 'operating', 'ended'], 'planning.topic': ['spending', 'capability', 'alignment', 'readiness', 'industry'],
}
const partRoles: Readonly<Record<ClaimKind, readonly string[]>> = { commitment: ['p', 'r', 'm', 'd', 'u'], meeting: ['p', 'n', 'l', 'd', 'f'], ask: ['a', 'b'], project: ['p', 'm', 'd'], lesson: ['l', 's'], planning: ['p', 'y'], statement: ['s'] }
const nameRoles: Readonly<Record<ClaimKind, readonly string[]>> = { commitment: ['p', 'r'], meeting: ['p', 'n'], ask: ['a', 'b'], project: ['p'], lesson: ['l', 's'], planning: ['p'], statement: ['s'] }
const texted: readonly ClaimKind[] = ['ask', 'lesson', 'planning', 'project', 'statement']

/** All groups of weights from some answers. */
export function trainAll(answers: readonly Answer[]): LearnedData {
  const out: Record<string, Weights> = {}
  const sentences = answers.map((a) => written((to) => sentenceFeatures(to, a.analysis, a.reading, a.steps), true))
  out['claim'] = train(answers.map((a, i) => ({ features: sentences[i]!, label: [...a.kinds], weight: a.weight })), learnedKinds)
  for (const [name, labels] of Object.entries(values)) out[name] = train(answers.flatMap((a, i) => { const label = a.values.get(name); return label ? [{ features: sentences[i]!, label, weight: a.weight }] : [] }), labels)
  const claim = new Scorer(out['claim'])
  for (const kind of learnedKinds) {
    const k = claim.labels.indexOf(kind), weightOf = (name: Term, word: Term) => claim.weight(k, name, word)
    const here = answers.filter((a) => a.kinds.has(kind)).map((a) => ({ a, trigger: triggerOf(a.steps, weightOf) }))
    out['part.' + kind] = train(here.flatMap(({ a, trigger }) => a.steps.flatMap((s, i) => (s.kind ? [{ features: written((to) => partFeatures(to, a.reading, a.steps, i, trigger)), label: a.parts.get(kind)?.get(i) ?? null, weight: a.weight }] : []))), partRoles[kind])
    const named = nameRoles[kind]
    out['name.' + kind] = train(here.flatMap(({ a, trigger }) => a.steps.map((s, i) => {
      const at = a.names.find((n) => n.kind === kind && n.start < s.end && s.start < n.end)
      return { features: written((to) => itemFeatures(to, a.reading, a.steps, i, trigger)), label: at ? at.role + (at.start >= (a.steps[i - 1]?.end ?? -1) ? '1' : '2') : null, weight: a.weight }
    })), named.flatMap((r) => [r + '1', r + '2']))
    if (!texted.includes(kind)) continue
    const spans = here.filter(({ a }) => a.texts.has(kind))
    out['text.' + kind] = both(
      train(spans.flatMap(({ a, trigger }) => a.steps.map((s, i) => ({ features: written((to) => beginFeatures(to, a.reading, a.steps, i, trigger)), label: s.end > a.texts.get(kind)!.start && (a.steps[i - 1]?.end ?? -1) <= a.texts.get(kind)!.start ? 'begin' : null, weight: a.weight }))), ['begin']),
      train(spans.flatMap(({ a, trigger }) => a.steps.map((s, i) => ({ features: written((to) => endFeatures(to, a.reading, a.steps, i, trigger)), label: s.start < a.texts.get(kind)!.end && (a.steps[i + 1]?.start ?? Infinity) >= a.texts.get(kind)!.end ? 'end' : null, weight: a.weight }))), ['end']))
  }
  const goods = answers.filter((a) => a.kinds.has('commitment'))
  out['item'] = train(goods.flatMap((a) => a.steps.map((s, i) => { const item = a.items.find((g) => g.start < s.end && s.start < g.end); return { features: written((to) => itemFeatures(to, a.reading, a.steps, i)), label: item ? (item.start >= (a.steps[i - 1]?.end ?? -1) ? 'first' : 'later') : null, weight: a.weight } })), ['first', 'later'])
  return out
}

/** Two groups without a feature in common, as one with both labels. */
export function both(begin: Weights, end: Weights): Weights {
  return { labels: [...begin.labels, ...end.labels], weights: weightLines([...rowsOf(begin.weights), ...rowsOf(end.weights).map(([feature, row]) => [feature, row.replace('a', 'b')] as const)]) }
}

if (process.argv[1]?.endsWith('train-claims.ts')) {
  const lexicon = buildLexicon(loadReference()), folder = join(import.meta.dirname, '../sentences'), answers: Answer[] = []
  for (const file of existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith('.tsv')) : []) answers.push(...taggedSentences(join(folder, file), basename(file, '.tsv').slice(-2), lexicon).answers)
  for (const arg of process.argv.slice(2).filter((a) => a.startsWith('--answers='))) { const [gold, ...texts] = arg.slice(10).split(','); answers.push(...await answeredDocuments(gold!, texts, lexicon)) }
  const groups = trainAll(answers)
  writeFileSync(join(import.meta.dirname, '../../data/claims-learned.json'), JSON.stringify({ about: 'Weights that score sentences for the kinds of claims. Made by bench/helpers/train-claims.ts.', groups }, null, 1) + '\n')
  console.log(`${answers.length} sentences; ${Object.entries(groups).map(([n, g]) => `${n} ${countLines(g.weights)}`).join(', ')}`)
}
