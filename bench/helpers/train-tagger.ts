/**
 * Trains the English tagger on Universal Dependencies and writes `data/tagger-en.json`: an averaged perceptron, the same
 * weights on every run. `node bin/node bench/helpers/train-tagger.ts [--epochs=8]`; `bench/tagger.ts` measures what came of it.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languageOf } from '../../src/extraction/analyse.ts'
import { tagFeatures, tags, wordFeatures } from '../../src/extraction/words/tagger.ts'
import { taggedSentences } from '../lib/universal-dependencies.ts'

const ud = join(import.meta.dirname, '../../../shared/data/ud')
if (!existsSync(ud)) { console.log('train-tagger: ../shared is missing, nothing trained'); process.exit(0) }
const epochs = Number(process.argv.find((a) => a.startsWith('--epochs='))?.slice(9) ?? 8)
/** Features seen less often are left out, and so are weights smaller than this share of one correction. */
const rarest = 3, smallest = 1, scale = 10

const sentences = ['en_ewt-train.conllu', 'en_pud-test.conllu'].flatMap((file) => taggedSentences(join(ud, file), languageOf('en')!))
const numbers = new Map<string, number>(), counts: number[] = [], T = tags.length
const numberOf = (feature: string) => {
  let n = numbers.get(feature)
  if (n === undefined) { numbers.set(feature, (n = numbers.size)); counts.push(0) }
  counts[n]!++
  return n
}
const examples = sentences.map(({ words, tags: right }) => ({ features: words.map((_, i) => wordFeatures(words, i).map(numberOf)), right: right.map((t) => tags.indexOf(t)) }))
for (const sentence of examples) sentence.features = sentence.features.map((list) => list.filter((f) => counts[f]! >= rarest))
const history = [...tags, undefined].map((last) => [...tags, undefined].map((first) => tagFeatures(last, first).map((f) => numberOf(f))))

const weights = new Float64Array(numbers.size * T), sums = new Float64Array(weights.length), since = new Int32Array(weights.length)
let clock = 0
const correct = (at: number, by: number) => { sums[at]! += weights[at]! * (clock - since[at]!); since[at] = clock; weights[at]! += by }
const scores = new Float64Array(T)
function best(features: readonly (readonly number[])[]): number {
  scores.fill(0)
  for (const list of features) for (const f of list) for (let t = 0; t < T; t++) scores[t]! += weights[f * T + t]!
  return scores.indexOf(Math.max(...scores))
}

let seed = 7
const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) / 0x80000000
for (let epoch = 0; epoch < epochs; epoch++) {
  for (let i = examples.length - 1; i > 0; i--) { const j = Math.floor(random() * (i + 1)), one = examples[i]!; examples[i] = examples[j]!; examples[j] = one }
  let hits = 0, all = 0
  for (const { features, right } of examples) {
    let last = T, first = T
    for (const [i, list] of features.entries()) {
      clock++; all++
      const before = history[last]![first]!, found = best([list, before])
      if (found === right[i]) hits++
      else for (const f of [...list, ...before]) { correct(f * T + right[i]!, 1); correct(f * T + found, -1) }
      first = last; last = found
    }
  }
  console.log(`epoch ${epoch + 1}: ${(hits / all).toFixed(4)} of ${all} tokens`)
}

const rows: string[] = []
for (const [feature, n] of numbers) {
  let row = ''
  for (let t = 0; t < T; t++) {
    const at = n * T + t, mean = (sums[at]! + weights[at]! * (clock - since[at]!)) / clock
    if (Math.abs(mean) >= smallest) row += String.fromCharCode(97 + t) + Math.round(mean * scale)
  }
  if (row) rows.push(`${JSON.stringify(feature)}:"${row}"`)
}
const about = 'Weights of the English tagger. CC BY-SA 4.0. Trained on Universal Dependencies: English EWT (CC BY-SA 4.0) and English PUD (CC BY-SA 3.0), universaldependencies.org. Made by bench/helpers/train-tagger.ts.'
writeFileSync(join(import.meta.dirname, '../../data/tagger-en.json'), `{"about":${JSON.stringify(about)},\n"weights":{\n${rows.sort().join(',\n')}\n}}\n`)
console.log(`${rows.length} features written to data/tagger-en.json`)
