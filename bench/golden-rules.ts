/** Sentence splitting by the golden rules of pragmatic_segmenter: a rule passes when the list of sentences is equal. */
import { existsSync, readFileSync } from 'node:fs'
import { languageOf } from '../src/extraction/analyse.ts'
import { findSentences } from '../src/extraction/words/sentences.ts'
import { plain } from '../test/extraction/plain.ts'

const file = new URL('../../shared/data/benchmarks/golden-rules/golden-rules.json', import.meta.url)
if (!existsSync(file)) { console.log('golden-rules: ../shared is missing, nothing measured'); process.exit(0) }

interface Rule { language: string; name: string; text: string; expected: string[] }
const rules = JSON.parse(readFileSync(file, 'utf8')) as Rule[]
const codes: Record<string, string> = { English: 'en', German: 'de', French: 'fr', Italian: 'it', Polish: 'pl', Russian: 'uk' }
const unescape = (text: string) => text.replaceAll('\\n', '\n').replaceAll('\\r', '\r')
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()
const passes = (rule: Rule) => {
  const text = unescape(rule.text), language = languageOf(codes[rule.language] ?? 'en')!
  const document = plain(text, language.code)
  const got = findSentences(document, language).map((s) => squeeze(text.slice(s.start, s.end)))
  const ok = JSON.stringify(got) === JSON.stringify(rule.expected.map((s) => squeeze(unescape(s))))
  if (!ok && process.argv.includes('--show')) console.log(rule.language, rule.name, got, rule.expected)
  return ok
}
const share = (list: Rule[]) => list.filter(passes).length / list.length
const english = share(rules.filter((r) => r.language === 'English')), others = share(rules.filter((r) => r.language !== 'English'))
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'golden-rules', figures: { english, others }, floors: { english: 0.9, others: 0.9 } }))
else console.log(`golden-rules: English ${(100 * english).toFixed(1)} %, other languages ${(100 * others).toFixed(1)} % of the rules`)
