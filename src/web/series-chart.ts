import type { Figure } from '../core/observation.ts'
import { bounds, parseEdtf } from '../core/dates.ts'
import { drawing } from './drawing.ts'

/** The figures of one subject over time as a line, estimates hollow; null below three. */
export async function seriesChart(figures: readonly Figure[], unit: string): Promise<string | null> {
  const points = figures.flatMap((f) => {
    const period = parseEdtf(f.period), day = period && bounds(period)[0]
    return f.value !== null && day && day > '1900' && !f.period.includes('/') ? [{ at: new Date(`${day}T00:00:00Z`), value: Number(f.value), estimate: f.status === 'estimate' }] : []
  })
  if (points.length < 3) return null
  const thin = points.length > 400 ? points.filter((_, i) => i % Math.ceil(points.length / 400) === 0) : points
  return drawing((Plot) => ({
    width: 640, height: 240, marginLeft: 64, x: { label: null, type: 'utc' }, y: { label: unit, grid: true, nice: true }, opacity: { type: 'identity' },
    marks: [Plot.lineY(thin, { x: 'at', y: 'value', stroke: 'currentColor' }), ...(thin.length <= 60 ? [Plot.dot(thin, { x: 'at', y: 'value', r: 3, stroke: 'currentColor', fill: 'currentColor', fillOpacity: (d: (typeof thin)[number]) => (d.estimate ? 0 : 1) })] : [])],
  }), `Line of ${figures[0]!.subject}, ${points.length} figures`)
}
