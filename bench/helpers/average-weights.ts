/**
 * Averages weights with those learned anew (decision 0116), in the file of the first:
 * `node bin/node bench/helpers/average-weights.ts data/claims-learned.json NEW.json 0.5 part. name.`
 * The share is what the new ones count; behind it stand the beginnings of the groups that are averaged, all where none is
 * given. `--keep=statement,planning` leaves labels as they are. A feature that one side does not have counts 0 there.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { rowsOf } from '../../src/extraction/data.ts'
import type { LearnedData, Weights } from '../../src/extraction/learned/scorer.ts'
import { countLines, weightLines } from '../lib/weight-lines.ts'

interface File { readonly about: string; readonly groups: Record<string, Weights> }

/** Hundredths of odds below which a weight is left out. */
const least = 5

/** The weights of a feature, by label. */
const byLabel = (packed: string, labels: readonly string[]): Map<string, number> => new Map([...packed.matchAll(/([a-z])(-?\d+)/g)].map((m) => [labels[m[1]!.charCodeAt(0) - 97]!, Number(m[2])]))

/**
 * The mean of two groups, feature by feature, labels in the order of the first.
 * @example averaged({ labels: ['is'], weights: 'own a100' }, { labels: ['is'], weights: 'own a50' }, 0.5).weights // 'own a75'
 */
export function averaged(old: Weights, fresh: Weights, share: number, keep: ReadonlySet<string> = new Set()): Weights {
  const before = new Map(rowsOf(old.weights)), after = new Map(rowsOf(fresh.weights)), rows: [string, string][] = []
  for (const feature of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const a = byLabel(before.get(feature) ?? '', old.labels), b = byLabel(after.get(feature) ?? '', fresh.labels)
    const packed = old.labels.map((label, i) => { const weight = Math.round(keep.has(label) ? a.get(label) ?? 0 : (1 - share) * (a.get(label) ?? 0) + share * (b.get(label) ?? 0)); return Math.abs(weight) < least ? '' : String.fromCharCode(97 + i) + weight }).join('')
    if (packed) rows.push([feature, packed])
  }
  return { labels: old.labels, weights: weightLines(rows) }
}

if (process.argv[1]?.endsWith('average-weights.ts')) {
  const keep = new Set(process.argv.find((a) => a.startsWith('--keep='))?.slice(7).split(',')), [file, newer, share, ...only] = process.argv.slice(2).filter((a) => !a.startsWith('--'))
  if (!file || !newer || !(Number(share) > 0 && Number(share) <= 1)) { console.error('usage: average-weights.ts FILE NEW SHARE [GROUP…] [--keep=LABELS]'); process.exit(2) }
  const old = JSON.parse(readFileSync(file, 'utf8')) as File, fresh: LearnedData = (JSON.parse(readFileSync(newer, 'utf8')) as File).groups
  for (const [name, group] of Object.entries(old.groups)) if (fresh[name] && (only.length === 0 || only.some((start) => name.startsWith(start)))) { old.groups[name] = averaged(group, fresh[name], Number(share), keep); console.log(`${name} ${countLines(old.groups[name].weights)}`) }
  writeFileSync(file, JSON.stringify(old, null, 1) + '\n')
}
