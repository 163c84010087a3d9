/**
 * Quotations of German Wikinews: predicted and gold quotations of one form are paired one to one by the words they share;
 * the figure is the F1 of shared words over all of that form.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from '../src/extraction/analyse.ts'
import { loadReference } from '../src/io/reference.ts'
import { buildLexicon } from '../src/resolution/lexicon.ts'
import { plain } from '../test/extraction/plain.ts'

const root = join(import.meta.dirname, '../../shared/data/benchmarks/german-quotes')
if (!existsSync(root)) { console.log('german-quotes: ../shared is missing, nothing measured'); process.exit(0) }
interface Part { readonly spans: readonly [number, number][] }
interface Article { readonly originalText: string; readonly annotations: readonly { readonly type: string; readonly quote: Part; readonly speaker: Part; readonly cue: Part & { text: string } }[] }

const lexicon = buildLexicon(loadReference())
const shared = (a: ReadonlySet<number>, b: ReadonlySet<number>) => { let n = 0; for (const x of a) if (b.has(x)) n++; return n }
const show = process.argv.includes('--show'), limit = Number(process.argv.find((a) => a.startsWith('--limit='))?.slice(8) ?? Infinity)
const totals = { direct: { hit: 0, gold: 0, found: 0 }, indirect: { hit: 0, gold: 0, found: 0 } }
let n = 0
for (const part of ['dev', 'train']) for (const file of readdirSync(join(root, part)).sort()) {
  if (!file.endsWith('.json') || ++n > limit) continue
  const { originalText: text, annotations } = JSON.parse(readFileSync(join(root, part, file), 'utf8')) as Article
  const at = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((m) => m.index)
  const inside = (spans: readonly (readonly [number, number])[]) => new Set(at.filter((w) => spans.some(([s, e]) => w >= s && w < e)))
  const { speech: found, quotations } = analyse(plain(text, 'de'), lexicon)
  for (const form of ['direct', 'indirect'] as const) {
    // Mixed statements are indirect speech; the set also marks their words in quotation marks as direct.
    const gold = annotations.filter((a) => a.type.toLowerCase() === form).map((a) => inside(a.quote.spans))
    const other = annotations.filter((a) => a.type.toLowerCase() !== form).map((a) => inside(a.quote.spans))
    const mine = found.flatMap((s) => {
      const spans = s.content.map((c) => [c.start, c.end] as const)
      if ((s.form === 'direct') === (form === 'direct')) return [{ s, words: inside(spans) }]
      return form === 'direct' ? quotations.filter((q) => spans.some(([from, to]) => q.start >= from && q.end <= to)).map((q) => ({ s, words: inside([[q.start, q.end]]) })) : []
    })
    // Words that the set annotates under another form (free indirect, reported) are neither asked for nor counted against.
    const open = mine.filter((m) => gold.some((g) => shared(g, m.words) > 0) || !other.some((o) => shared(o, m.words) * 2 > m.words.size))
    const pairs = gold.flatMap((g, i) => open.map((m, j) => ({ i, j, hit: shared(g, m.words) }))).filter((p) => p.hit > 0).sort((a, b) => b.hit - a.hit)
    const usedGold = new Set<number>(), usedMine = new Set<number>(), t = totals[form]
    for (const p of pairs) if (!usedGold.has(p.i) && !usedMine.has(p.j)) { usedGold.add(p.i); usedMine.add(p.j); t.hit += p.hit }
    for (const g of gold) t.gold += g.size
    for (const m of open) t.found += m.words.size
    if (show) {
      annotations.filter((a) => a.type.toLowerCase() === form).forEach((a, i) => { if (!usedGold.has(i)) console.log('MISS', form, '|', a.cue.text, '|', a.speaker.spans.map(([s, e]) => text.slice(s, e)).join(' # '), '|', a.quote.spans.map(([s, e]) => text.slice(s, e)).join(' # ').slice(0, 160)) })
      open.forEach((m, j) => { if (!usedMine.has(j)) console.log('EXTRA', form, '|', m.s.rule, '|', m.s.speaker.written, '|', m.s.content.map((c) => text.slice(c.start, c.end)).join(' # ').slice(0, 160)) })
    }
  }
}
const f1 = (t: { hit: number; gold: number; found: number }) => (2 * t.hit) / (t.gold + t.found)
const detail = (t: { hit: number; gold: number; found: number }) => `${f1(t).toFixed(3)} (P ${(t.hit / t.found).toFixed(3)} R ${(t.hit / t.gold).toFixed(3)})`
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'german-quotes', figures: { direct: f1(totals.direct), indirect: f1(totals.indirect) }, floors: { direct: 0.84, indirect: 0.62 } }))
else console.log(`german-quotes: direct F1 ${detail(totals.direct)}, indirect ${detail(totals.indirect)}`)
