// Every regular expression literal of the source, and those the language tables build, put to recheck: which are unsafe, which it cannot settle.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync } from 'recheck'

const src = join(import.meta.dirname, '../src'), json = process.argv.includes('--json'), named = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const literal = /(?<=[=(,:;!&|?{}[\s]|return\s)\/(?![*/])((?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=[\s.,;)\]}:?]|$)/gm
const seen = new Map<string, string>()
for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts') && (!named.length || named.some((n) => f.includes(n))))) {
  for (const m of readFileSync(join(src, file), 'utf8').matchAll(literal)) {
    try { new RegExp(m[1]!, m[2]) } catch { continue }
    if (!seen.has(m[0])) seen.set(m[0], file)
  }
}
const count = { safe: 0, vulnerable: 0, unknown: 0 }
for (const [text, file] of seen) {
  const end = text.lastIndexOf('/')
  const { status, ...rest } = checkSync(text.slice(1, end), text.slice(end + 1).replace(/[dv]/g, ''), { timeout: 3000 }) as { status: keyof typeof count; complexity?: { summary: string } }
  count[status]++
  if (status !== 'safe' && !json) console.log(`${status.padEnd(10)} ${(rest.complexity?.summary ?? '').padEnd(14)} ${file}: ${text.slice(0, 140)}`)
}
console.log(json ? JSON.stringify({ name: 'regular-expressions', figures: { checked: seen.size, ...count }, floors: { 'max:vulnerable': 0 } }) : `${seen.size} checked: ${count.safe} safe, ${count.vulnerable} vulnerable, ${count.unknown} unknown`)
