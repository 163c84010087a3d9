// Every regular expression literal of the source, and those it builds from tables while it runs, put to recheck: which are unsafe, which it cannot settle.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync } from 'recheck'
import { builtPatterns, type BuiltPattern } from './lib/built-patterns.ts'

const src = join(import.meta.dirname, '../src'), json = process.argv.includes('--json'), named = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const literal = /(?<=[=(,:;!&|?{}[\s]|return\s)\/(?![*/])((?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=[\s.,;)\]}:?]|$)/gm
const remarks = /^\s*\/\*\*[^]*?\*\/$/gm
const longest = 20_000
const wanted = (file: string) => !named.length || named.some((n) => file.includes(n))

function literals(): readonly BuiltPattern[] {
  const seen = new Map<string, BuiltPattern>()
  for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts') && wanted(f))) {
    for (const m of readFileSync(join(src, file), 'utf8').replace(remarks, '').matchAll(literal)) {
      try { new RegExp(m[1]!, m[2]) } catch { continue }
      if (!seen.has(m[0])) seen.set(m[0], { source: m[1]!, flags: m[2]!, file })
    }
  }
  return [...seen.values()]
}

function check(patterns: readonly BuiltPattern[]) {
  const count = { safe: 0, vulnerable: 0, unknown: 0 }
  for (const { source, flags, file } of patterns) {
    const { status, ...rest } = (source.length > longest ? { status: 'unknown' } : checkSync(source, flags.replace(/[dv]/g, ''), { timeout: 3000 })) as { status: keyof typeof count; complexity?: { summary: string } }
    count[status]++
    if (status !== 'safe' && !json) console.log(`${status.padEnd(10)} ${(rest.complexity?.summary ?? '').padEnd(14)} ${file}: /${source.slice(0, 140)}/${flags}`)
  }
  return count
}

const built = (await builtPatterns()).filter((p) => wanted(p.file)), written = literals()
const ofLiterals = check(written), ofBuilt = check(built)
const told = (what: string, checked: number, count: typeof ofBuilt) => `${checked} ${what} checked: ${count.safe} safe, ${count.vulnerable} vulnerable, ${count.unknown} unknown`
const figures = { checked: written.length, ...ofLiterals, 'built checked': built.length, 'built safe': ofBuilt.safe, 'built vulnerable': ofBuilt.vulnerable, 'built unknown': ofBuilt.unknown }
console.log(json ? JSON.stringify({ name: 'regular-expressions', figures, floors: { 'max:vulnerable': 0, 'max:built vulnerable': 0 } }) : `${told('literals', written.length, ofLiterals)}\n${told('built at run time', built.length, ofBuilt)}`)
