/**
 * Attributions of English news against PolNeAR. Content: F1 of the words inside the content of any attribution.
 * Linked: over speech verbs, how much of the content is found with the right source (source spans that share a word).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from '../src/extraction/analyse.ts'
import { loadReference } from '../src/io/reference.ts'
import { buildLexicon } from '../src/resolution/lexicon.ts'
import { plain } from '../test/extraction/plain.ts'

const root = join(import.meta.dirname, '../../shared/data/benchmarks/polnear')
if (!existsSync(root)) { console.log('polnear: ../shared is missing, nothing measured'); process.exit(0) }

interface Spans { readonly spans: readonly (readonly [number, number])[] }
interface Attribution { readonly content: Spans; readonly source: Spans | null; readonly cue: string }

const speechVerb = /\b(?:say|says|said|saying|tell|tells|told|add|adds|added|adding|explain\w*|argu\w*|claim\w*|not(?:e|es|ed|ing)|stat(?:e|es|ed|ing)|insist\w*|announc\w*|declar\w*|warn\w*|admit\w*|acknowledg\w*|suggest\w*|repl\w+|respond\w*|according|write|writes|wrote|writing|report\w*|ask(?:s|ed|ing)?|assert\w*|tweet\w*|den(?:y|ies|ied)|point\w* out|emphasi\w*|stress\w*|conclude\w*|continued|predict\w*|promis\w*|testif\w*|complain\w*|comment\w*|remark\w*)\b/i

function gold(file: string): Attribution[] {
  const marks = new Map<string, Spans & { text: string }>(), out: Attribution[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [id, head, text] = line.split('\t')
    if (!id || !head) continue
    if (id.startsWith('T')) marks.set(id, { spans: head.replace(/^\S+ /, '').split(';').map((s) => s.split(' ').map(Number) as [number, number]), text: text ?? '' })
    else if (id.startsWith('E')) {
      const parts = head.trim().split(' ').map((p) => p.split(':') as [string, string])
      const of = (role: string) => parts.filter(([name]) => name.replace(/\d+$/, '') === role).map(([, t]) => marks.get(t)).filter((m) => m !== undefined)
      const content = of('Content').flatMap((m) => m.spans), source = of('Source').flatMap((m) => m.spans)
      if (content.length > 0) out.push({ content: { spans: content }, source: source.length > 0 ? { spans: source } : null, cue: of('Cue').map((m) => m.text).join(' ') })
    }
  }
  return out
}

const lexicon = buildLexicon(loadReference())
const words = (text: string) => [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((m) => m.index)
const inside = (at: readonly number[], { spans }: Spans) => new Set(at.filter((w) => spans.some(([s, e]) => w >= s && w < e)))
const common = (a: ReadonlySet<number>, b: ReadonlySet<number>) => { let n = 0; for (const x of a) if (b.has(x)) n++; return n }
const f1 = (hit: number, gold: number, found: number) => (gold + found === 0 ? 0 : (2 * hit) / (gold + found))

let hit = 0, goldWords = 0, foundWords = 0, linked = 0, goldSpeech = 0, foundSpeech = 0
const limit = Number(process.argv.find((a) => a.startsWith('--limit='))?.slice(8) ?? Infinity), skip = process.argv.includes('--odd') ? 1 : 0
let n = 0
for (const part of ['dev', 'train']) {
  const annotations = readdirSync(join(root, part, 'attributions')).sort()
  for (const file of readdirSync(join(root, part, 'text')).sort()) {
    const ann = annotations.find((a) => a.startsWith(file.slice(0, -4) + '_'))
    if (!ann || ++n > limit || n % 2 < skip) continue
    const text = readFileSync(join(root, part, 'text', file), 'utf8'), at = words(text)
    const real = gold(join(root, part, 'attributions', ann)).map((a) => ({ ...a, words: inside(at, a.content), sourceWords: a.source ? inside(at, a.source) : new Set<number>() }))
    const found = analyse(plain(text, 'en'), lexicon).speech.map((s) => ({ words: inside(at, { spans: s.content.map((c) => [c.start, c.end] as const) }), sourceWords: s.speaker.span ? inside(at, { spans: [[s.speaker.span.start, s.speaker.span.end]] }) : new Set<number>(), speech: s }))
    const allReal = new Set(real.flatMap((r) => [...r.words])), allFound = new Set(found.flatMap((r) => [...r.words]))
    hit += common(allReal, allFound); goldWords += allReal.size; foundWords += allFound.size
    const pairs = real.flatMap((r, i) => found.map((p, j) => ({ i, j, score: f1(common(r.words, p.words), r.words.size, p.words.size) })).filter((x) => x.score > 0.2)).sort((a, b) => b.score - a.score)
    const usedReal = new Set<number>(), usedFound = new Set<number>()
    let local = 0
    for (const { i, j, score } of pairs) {
      if (usedReal.has(i) || usedFound.has(j)) continue
      usedReal.add(i); usedFound.add(j)
      if (!speechVerb.test(real[i]!.cue)) { foundSpeech--; continue }
      if (common(real[i]!.sourceWords, found[j]!.sourceWords) > 0) { linked += score; local++ }
      else if (process.argv.includes('--show')) console.log('SOURCE', real[i]!.source?.spans.map(([s, e]) => text.slice(s, e)).join(' # '), '≠', found[j]!.speech.speaker.written)
      if (process.argv.includes('--show') && score < 0.8) console.log('PART', score.toFixed(2), real[i]!.content.spans.map(([s, e]) => text.slice(s, e)).join(' # '), '\n   ≠', found[j]!.speech.content.map((c) => text.slice(c.start, c.end)).join(' # '))
    }
    const speech = real.filter((r) => speechVerb.test(r.cue))
    goldSpeech += speech.length; foundSpeech += found.length
    if (process.argv.includes('--show')) {
      for (const [i, r] of real.entries()) if (!usedReal.has(i) && speechVerb.test(r.cue)) console.log('MISS', r.cue, '|', r.source?.spans.map(([s, e]) => text.slice(s, e)).join(' # '), '|', r.content.spans.map(([s, e]) => text.slice(s, e)).join(' # ').slice(0, 200))
      for (const [j, p] of found.entries()) if (!usedFound.has(j)) console.log('EXTRA', p.speech.speaker.written, '|', p.speech.rule, '|', p.speech.content.map((c) => text.slice(c.start, c.end)).join(' # ').slice(0, 200))
    }
  }
}
const content = f1(hit, goldWords, foundWords), link = f1(linked, goldSpeech, foundSpeech)
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'polnear', figures: { content, linked: link }, floors: { content: 0.6, linked: 0.72 } }))
else console.log(`polnear: content F1 ${content.toFixed(3)} (P ${(hit / foundWords).toFixed(3)} R ${(hit / goldWords).toFixed(3)}), linked over speech verbs ${link.toFixed(3)} (P ${(linked / foundSpeech).toFixed(3)} R ${(linked / goldSpeech).toFixed(3)})`)
