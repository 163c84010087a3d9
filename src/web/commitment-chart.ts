import { eventsOf } from '../ledger/lifecycle.ts'
import type { Alike } from '../reporting/register.ts'
import { capital, clip, sayActor, sayList } from '../reporting/words.ts'
import { drawing } from './drawing.ts'

const providersShown = 10
const total = (rows: readonly { readonly count: number }[]): number => rows.reduce((sum, { count }) => sum + count, 0)

/** Commitments by provider and stage, by number; sums are not drawn, since currencies and totals do not add up. */
export async function commitmentChart(commitments: readonly Alike[]): Promise<{ readonly svg: string; readonly words: string } | null> {
  const rows = commitments.flatMap(({ providers, stage, count }) => [...new Set(providers)].map((provider) => ({ provider: clip(sayActor(provider), 24), stage, count })))
  const byProvider = [...Map.groupBy(rows, (row) => row.provider)].map(([provider, list]) => [provider, list, total(list)] as const).sort((a, b) => b[2] - a[2] || a[0].localeCompare(b[0], 'en'))
  if (byProvider.length < 2) return null
  const shown = byProvider.slice(0, providersShown), order = eventsOf('commitment') as readonly string[]
  const bars = shown.flatMap(([provider, list]) => order.flatMap((stage) => {
    const count = total(list.filter((row) => row.stage === stage))
    return count ? [{ provider, stage: capital(stage), count }] : []
  }))
  const stages = order.map((stage) => capital(stage)).filter((stage) => bars.some((bar) => bar.stage === stage))
  const svg = await kept(JSON.stringify(bars), () => drawing((Plot) => ({
    width: 640, marginLeft: 150, marginTop: 34, height: 62 + shown.length * 26,
    x: { label: 'Commitments', axis: 'top', ticks: Math.min(8, shown[0]![2]), tickFormat: 'd', grid: true },
    y: { label: null, domain: shown.map(([provider]) => provider) },
    opacity: { type: 'identity' },
    marks: [Plot.barX(bars, Plot.stackX({ x: 'count', y: 'provider', z: 'stage', fill: 'currentColor', fillOpacity: (d: Bar) => shadeOf(d.stage, stages), order: stages, insetTop: 3, insetBottom: 3, title: (d: Bar) => `${d.provider}: ${d.count} ${d.stage.toLowerCase()}` }))],
  }), 'Bars of commitments by provider, darker for later stages'))
  return { svg, words: wordsOf(stages, shown, byProvider.length) }
}

const drawings = new Map<string, Promise<string>>(), drawingsKept = 60

/** The same numbers give the same picture: it is drawn once. */
function kept(key: string, draw: () => Promise<string>): Promise<string> {
  const known = drawings.get(key)
  if (known) return known
  if (drawings.size >= drawingsKept) drawings.delete(drawings.keys().next().value!)
  const picture = draw()
  drawings.set(key, picture)
  picture.catch(() => drawings.delete(key))
  return picture
}

/** Later stages are darker. */
const shadeOf = (stage: string, stages: readonly string[]): number => 0.25 + (0.75 * (stages.indexOf(stage) + 1)) / stages.length

interface Bar { readonly provider: string; readonly stage: string; readonly count: number }

function wordsOf(stages: readonly string[], shown: readonly (readonly [string, readonly unknown[], number])[], all: number): string {
  const shades = stages.length > 1 ? `From light to dark: ${sayList(stages.map((s) => s.toLowerCase()))}. ` : `All ${stages[0]?.toLowerCase()}. `
  return `${shades}${all > shown.length ? `The ${shown.length} most frequent of ${all} providers. ` : ''}${shown.slice(0, 3).map(([name, , count]) => `${name}: ${count}`).join('; ')}.`
}
