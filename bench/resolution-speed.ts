/** How fast mentions are resolved (by processor time, so that neighbours do not count) once the reference is loaded, and how long loading takes. */
import type { Claim, Written } from '../src/core/claim.ts'
import type { Document } from '../src/core/document.ts'
import { loadReference } from '../src/io/reference.ts'
import { registryOf } from '../src/resolution/registry.ts'
import { resolve } from '../src/resolution/resolve.ts'

const spentMs = (since?: NodeJS.CpuUsage) => { const { user, system } = process.cpuUsage(since); return (user + system) / 1000 }
const started = process.cpuUsage()
const reference = loadReference()
const loading = spentMs(started)
registryOf(reference).lexicon.senses('warm', 'en')
const ready = spentMs(started)

const names = reference.names.filter((n) => n.language === 'en' || n.language === '*').map((n) => ({ type: reference.things.get(n.id)!.type, name: n.name, country: reference.things.get(n.id)!.country })).filter((n) => ['person', 'body', 'forum', 'company', 'state'].includes(n.type))
// One in ten is a stranger whom no document named before: the dear case, for all likenesses are weighed.
const stranger10 = (n: number) => `Aino ${'abcdefghij'[n % 10]}uusela-${n.toString(36).replace(/\d/g, 'x')}rask`
const perDocument = 40, documents = 3000
let mentions = 0
const batch = Array.from({ length: documents }, (_, d) => Array.from({ length: perDocument }, (_, i) => {
  const at = names[(d * 7919 + i * 104729) % names.length]!, stranger = i % 10 === 9 ? stranger10(d * perDocument + i) : null
  const speaker = { kind: 'mention', type: stranger ? 'unknown' : at.type, name: stranger ?? at.name, written: stranger ?? at.name, span: null, country: i % 2 ? at.country : null, office: at.type === 'person' ? 'Defence Minister' : null, candidates: [] }
  mentions++
  return { fields: { kind: 'statement', speaker } } as unknown as Claim<Written>
}))
const document = { language: 'en', url: null, published: { edtf: '2025-01-13' } } as unknown as Document
for (const claims of batch.slice(0, 200)) resolve(claims, { document, reference })
const before = process.cpuUsage()
for (const claims of batch) resolve(claims, { document, reference })
const spent = process.cpuUsage(before), rate = Math.round(mentions / ((spent.user + spent.system) / 1e6))

const figures = { 'mentions a second': rate, 'loading ms': Math.round(loading), 'ready in English ms': Math.round(ready) }
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'resolution-speed', figures, floors: { 'mentions a second': 50_000, 'max:loading ms': 300 } }))
else console.log(`resolution-speed: ${rate.toLocaleString('en')} mentions a second; reference loaded in ${figures['loading ms']} ms, ready in English after ${figures['ready in English ms']} ms`)
