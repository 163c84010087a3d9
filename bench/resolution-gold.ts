/**
 * Resolution on the actors of the hand-made answers: each name is resolved in its document's language and on its day.
 * Right: the link's code or usual English name is the name of the answer; for a person, a link to somebody of that name
 * and of the state the answer gives, or once in its office (the same name in another romanisation counts);
 * for "Ministry of Defence", the ministry of the state the answer gives. Wrong: a link to anything else. Counted are the names the reference holds.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Claim, Link, Mention, Written } from '../src/core/claim.ts'
import type { Document } from '../src/core/document.ts'
import { loadReference } from '../src/io/reference.ts'
import { registryOf } from '../src/resolution/registry.ts'
import { stateId } from '../src/resolution/reference.ts'
import { resolve } from '../src/resolution/resolve.ts'
import { looseKey } from '../src/resolution/transliteration.ts'

const folder = process.env['HELENOW_GOLD'] ?? new URL('../../shared/gold/dev', import.meta.url).pathname
const json = process.argv.includes('--json'), show = process.argv.includes('--show')
if (!existsSync(folder)) { console.log(json ? JSON.stringify({ name: 'resolution-gold', figures: {}, skipped: '../shared is missing' }) : 'resolution-gold: ../shared is missing, nothing measured'); process.exit(0) }

type Gold = { document: { published: string | null; language: string }; claims: Record<string, unknown>[] }
const reference = loadReference(), { lexicon, offices } = registryOf(reference)
const tally = { names: 0, held: 0, right: 0, open: 0, wrong: 0, persons: 0, dated: 0 }
for (const file of readdirSync(folder).filter((f) => f.endsWith('.json'))) {
  const gold = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Gold
  const document = { language: gold.document.language, published: gold.document.published ? { edtf: gold.document.published } : null, url: null } as unknown as Document
  const mentions = actorsOf(gold.claims, gold.document.language)
  const claims = mentions.map((speaker) => ({ fields: { kind: 'statement', speaker } }) as unknown as Claim<Written>)
  const links = resolve(claims, { document, reference }).claims.map((c) => (c.fields as unknown as { speaker: Link }).speaker)
  for (const link of links) count(link, gold.document.language, file)
}

function actorsOf(claims: readonly Record<string, unknown>[], language: string): Mention[] {
  const found = new Map<string, Mention>()
  for (const claim of claims) {
    for (const slot of ['speaker', 'forum', 'parties', 'people', 'provider', 'recipient', 'asker', 'addressee', 'learner', 'source', 'actor']) {
      for (const name of [claim[slot] ?? []].flat() as string[]) {
        const country = reference.things.get(stateId(name))?.type === 'state' ? name : slot === 'speaker' ? ((claim['country'] as string | null) ?? null) : null
        const type = country === name ? 'state' : slot === 'forum' ? 'forum' : slot === 'people' || person(name, language) ? 'person' : 'body'
        const known = found.get(name)
        if (!known || (!known.country && country)) found.set(name, { kind: 'mention', type, name, written: name, span: null, country, office: null, candidates: [] })
      }
    }
  }
  return [...found.values()]
}
function person(name: string, language: string): boolean {
  return lexicon.senses(name, language).some((s) => s.type === 'person')
}

function count(link: Link, language: string, file: string): void {
  const { mention } = link
  tally.names++
  const senses = mention.type === 'state' ? [] : [...lexicon.senses(mention.name, language), ...lexicon.senses(mention.name, 'en')].filter((s) => s.as === 'name' && !['place', 'office', 'instrument'].includes(s.type))
  if (mention.type !== 'state' && senses.length === 0) {
    if (link.to && link.basis === 'implied' && reference.things.get(link.to)?.country === mention.country) { tally.held++; tally.right++ }
    else if (link.to && mention.type === 'person' && looseKey(reference.things.get(link.to)!.label) === looseKey(mention.name)) { tally.held++; tally.right++ }
    else if (link.to) { tally.held++; tally.wrong++; console.error(`wrong: ${mention.name} → ${link.to} (${file})`) }
    else if (show) console.error(`not held: ${mention.name} (${file})`)
    return
  }
  tally.held++
  const thing = link.to ? reference.things.get(link.to) : undefined
  const same = thing && (mention.type === 'person' ? !mention.country || thing.country === mention.country || (offices.ofPerson.get(thing.id) ?? []).some((t) => reference.things.get(t.office)?.country === mention.country) : mention.type === 'state' ? thing.country === mention.name : thing.label === mention.name || senses.some((s) => s.id === thing.id))
  if (!thing) { tally.open++; console.error(`open: ${mention.name} [${mention.country ?? ''}] ${link.why} (${file})`) }
  else if (same) { tally.right++; if (mention.type === 'person') { tally.persons++; if (/on the day/.test(link.why)) tally.dated++; else if (show) console.error(`no office on the day: ${mention.name} ${link.why} (${file})`) } }
  else { tally.wrong++; console.error(`wrong: ${mention.name} → ${link.to} (${file})`) }
}
const figures = { right: tally.right / tally.held, wrong: tally.wrong / tally.held, held: tally.held / tally.names }
if (json) console.log(JSON.stringify({ name: 'resolution-gold', figures, floors: { right: 0.97, 'max:wrong': 0.005 } }))
else console.log(`resolution-gold: ${tally.names} names, ${tally.held} held by the reference: right ${(100 * figures.right).toFixed(1)} %, open ${tally.open}, wrong ${tally.wrong}; persons ${tally.persons}, in office on the day ${tally.dated}`)
