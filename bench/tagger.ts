/** The English tagger on text it was not trained on: share of tokens with the right part of speech, and tokens a second. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Token } from '../src/extraction/analysis.ts'
import { languageOf } from '../src/extraction/analyse.ts'
import { formOf } from '../src/extraction/words/forms.ts'
import { taggerOf } from '../src/extraction/words/tagger.ts'
import { taggedSentences } from './lib/universal-dependencies.ts'

const file = join(import.meta.dirname, '../../shared/data/ud/en_ewt-dev.conllu')
if (!existsSync(file)) { console.log('tagger: ../shared is missing, nothing measured'); process.exit(0) }
const tagger = taggerOf('en')!, sentences = taggedSentences(file, languageOf('en')!)
const tokens = sentences.map(({ words }) => words.map((word): Token => { const form = formOf(word); return { form, text: word, lower: form.lower, start: 0, end: word.length, pos: null } }))
let right = 0, all = 0
sentences.forEach(({ tags }, s) => tagger(tokens[s]!).forEach((tag, i) => { all++; if (tag === tags[i]) right++ }))
const started = process.cpuUsage(), rounds = 20
for (let i = 0; i < rounds; i++) for (const list of tokens) tagger(list)
const { user, system } = process.cpuUsage(started)
const figures = { accuracy: Number((right / all).toFixed(4)), 'tokens a second': Math.round((all * rounds) / ((user + system) / 1e6)) }
console.log(process.argv.includes('--json') ? JSON.stringify({ name: 'tagger', figures, floors: { accuracy: 0.93, 'tokens a second': 200_000 } }) : `tagger: ${figures.accuracy} of ${all} tokens right, ${figures['tokens a second']} tokens a second`)
