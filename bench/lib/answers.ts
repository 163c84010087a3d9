/** Sentences with what a reader found in them, from two kinds of material: whole documents with their answers, and single sentences with tags. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ClaimKind } from '../../src/core/claim.ts'
import { edtf } from '../../src/core/dates.ts'
import type { Document } from '../../src/core/document.ts'
import type { Span } from '../../src/core/evidence.ts'
import { sha256 } from '../../src/core/hash.ts'
import { documentId } from '../../src/core/ids.ts'
import type { Lexicon } from '../../src/core/lexicon.ts'
import { analyse } from '../../src/extraction/analyse.ts'
import type { Analysis } from '../../src/extraction/analysis.ts'
import { readingsOf, type Reading } from '../../src/extraction/frames/frames.ts'
import { stepsOf, type Step } from '../../src/extraction/learned/steps.ts'
import { partyOf } from '../../src/extraction/names/parties.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { moneyValue } from '../../src/core/money.ts'

export interface Answer {
  readonly source: string
  readonly analysis: Analysis
  readonly reading: Reading
  readonly steps: readonly Step[]
  readonly kinds: Set<ClaimKind>
  /** By kind: the role of a step. */
  readonly parts: Map<ClaimKind, Map<number, string>>
  /** By kind: the words of the claim. */
  readonly texts: Map<ClaimKind, Span>
  readonly values: Map<string, string>
  /** By kind: where the words for an actor stand. */
  readonly names: (Span & { readonly kind: ClaimKind; readonly role: string })[]
  /** Goods, each a stretch of the text. */
  readonly items: Span[]
  readonly weight: number
  /** The claims of a document that rest on the sentence, as they were answered. */
  readonly claims: Gold[]
}

const letters: Readonly<Record<string, ClaimKind>> = { c: 'commitment', m: 'meeting', a: 'ask', p: 'project', l: 'lesson', n: 'planning', s: 'statement' }
const attributes: Readonly<Record<string, readonly string[]>> = { c: ['stage', 'aid'], m: ['state', 'mode'], p: ['form', 'stage'], n: ['topic'], s: ['form'], a: [], l: [] }
const actorRoles = new Set(['a.a', 'a.b', 's.s', 'l.l', 'l.s', 'n.p', 'c.p', 'c.r', 'm.p', 'm.n', 'p.p'])
const textRole: Readonly<Record<string, string>> = { a: 't', l: 't', n: 't', s: 't', p: 't' }
const modes: Readonly<Record<string, string>> = { person: 'in person', none: 'none' }

/** A line of tagged sentences, as text with spans; null where it does not parse. */
export function parseLine(line: string): { labels: string[]; text: string; tags: (Span & { role: string })[] } | null {
  const tab = line.indexOf('\t')
  if (tab < 0) return null
  const tags: (Span & { role: string })[] = [], open: { role: string; start: number }[] = []
  let text = ''
  for (let i = tab + 1; i < line.length; i++) {
    const m = /^\{([cmaplns]\.[a-z]):/.exec(line.slice(i, i + 6))
    if (m) { open.push({ role: m[1]!, start: text.length }); i += m[0].length - 1; continue }
    if (line[i] === '}') { const o = open.pop(); if (!o) return null; tags.push({ role: o.role, start: o.start, end: text.length }); continue }
    text += line[i]
  }
  return open.length ? null : { labels: line.slice(0, tab).trim().split(/\s+/), text, tags }
}

export function documentOf(text: string, language: string): Document {
  const hash = sha256(text)
  return { id: documentId(hash), hash, label: 'sentence', mediaType: 'text/plain', url: null, retrieved: null, title: null, publisher: null, authors: [], published: { edtf: edtf('2025-06-15'), basis: 'said', source: 'front matter' }, modified: null, language, canonicalUrl: null, origin: null, text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }], tables: [], sourceMap: [], reader: 'plain', issues: [] }
}

/** Tagged sentences of a file `xx.tsv`. */
export function taggedSentences(path: string, language: string, lexicon: Lexicon): { answers: Answer[]; bad: string[] } {
  const answers: Answer[] = [], bad: string[] = []
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (!line.trim()) continue
    const parsed = parseLine(line)
    if (!parsed) { bad.push(line); continue }
    const analysis = analyse(documentOf(parsed.text, language), lexicon), kinds = parsed.labels.filter((l) => l !== 'o')
    for (const reading of readingsOf(analysis)) {
      const answer = blank(path + ':' + answers.length, analysis, reading, 1), tags = parsed.tags.filter((t) => t.start < reading.end && t.end > reading.start)
      const several = readingsOf(analysis).length > 1
      for (const label of kinds) {
        const letter = label[0]!, kind = letters[letter]
        if (!kind) { bad.push(line); continue }
        if (several && kinds.length > 0 && !tags.some((t) => t.role[0] === letter)) continue
        answer.kinds.add(kind)
        const values = label.split(':')[1]?.split(',') ?? []
        attributes[letter]!.forEach((name, i) => { const v = values[i]; if (v) answer.values.set(`${kind}.${name}`, modes[v] ?? v.replace('joint-venture', 'joint venture')) })
        if (kind === 'commitment') answer.values.set('commitment.total', values.includes('total') ? 'yes' : 'no')
      }
      for (const tag of tags) {
        const letter = tag.role[0]!, role = tag.role[2]!, kind = letters[letter]!
        if (textRole[letter] === role) { if (tag.start >= reading.start && tag.end <= reading.end) answer.texts.set(kind, { start: tag.start, end: tag.end }) }
        else if (letter === 'c' && role === 'g') answer.items.push(tag)
        else { if (actorRoles.has(tag.role)) answer.names.push({ start: tag.start, end: tag.end, kind, role })
          answer.steps.forEach((s, i) => { if (s.kind && s.start < tag.end && tag.start < s.end && (s.kind !== 'number' || /[muyd]/.test(role))) partsOf(answer, kind).set(i, role) }) }
      }
      answers.push(answer)
    }
  }
  return { answers, bad }
}

const blank = (source: string, analysis: Analysis, reading: Reading, weight: number): Answer => ({ source, analysis, reading, steps: stepsOf(analysis, reading), kinds: new Set(), parts: new Map(), texts: new Map(), values: new Map(), names: [], items: [], weight, claims: [] })
const partsOf = (answer: Answer, kind: ClaimKind): Map<number, string> => { let map = answer.parts.get(kind); if (!map) answer.parts.set(kind, (map = new Map())); return map }

/** A claim as it was answered: its kind and its fields. */
export type Gold = Record<string, any>
const words = (s: string): string[] => s.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Documents with answers by hand: the sentences of each, with the claims dealt out to them. */
export async function answeredDocuments(folder: string, texts: readonly string[], lexicon: Lexicon): Promise<Answer[]> {
  const out: Answer[] = []
  for (const file of readdirSync(folder).filter((f) => f.endsWith('.json')).sort()) {
    const id = file.slice(0, -5), path = texts.flatMap((d) => ['.md', '.txt', '.html'].map((e) => join(d, id + e))).find((p) => existsSync(p))
    if (!path) continue
    const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { claims: Gold[] }
    const [read] = await readBytes(readFileSync(path), sourceOf(path.split('/').at(-1)!))
    if (!read || (read.outcome.state !== 'accepted' && read.outcome.state !== 'warned')) continue
    const analysis = analyse(read.outcome.value, lexicon), answers = readingsOf(analysis).map((r) => blank(id, analysis, r, 3))
    for (const claim of gold.claims) for (const answer of placesOf(answers, claim)) mark(answer, claim)
    out.push(...answers)
  }
  return out
}

/** The sentences a claim rests on. */
function placesOf(answers: readonly Answer[], claim: Gold): Answer[] {
  const quotes: string[] = claim['text'] ? [claim['text']] : (claim['evidence'] as { exact: string }[]).map((e) => e.exact), out = new Set<Answer>()
  for (const quote of quotes) {
    const asked = words(quote)
    if (!asked.length) continue
    const here = answers.filter(({ reading }) => {
      const bag = new Map<string, number>(), own = words(reading.text)
      for (const w of own) bag.set(w, (bag.get(w) ?? 0) + 1)
      let hit = 0
      for (const w of asked) { const n = bag.get(w) ?? 0; if (n > 0) { hit++; bag.set(w, n - 1) } }
      return hit / asked.length > 0.85 || (asked.length > own.length && own.length > 4 && hit / own.length > 0.9)
    })
    if (here.length <= 4) for (const a of here) out.add(a)
  }
  return [...out]
}

const roles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  commitment: { provider: 'p', recipient: 'r', date: 'd', period: 'u' }, meeting: { parties: 'p', people: 'n', date: 'd', forum: 'f' }, ask: { asker: 'a', addressee: 'b' },
  project: { parties: 'p', date: 'd' }, lesson: { learner: 'l', source: 's' }, planning: { actor: 'p', year: 'y' }, statement: { speaker: 's' },
}

function mark(answer: Answer, claim: Gold): void {
  const kind = claim['kind'] as ClaimKind, map = partsOf(answer, kind), { steps, reading } = answer
  answer.kinds.add(kind)
  answer.claims.push(claim)
  for (const name of ['stage', 'aid', 'state', 'mode', 'form', 'topic']) if (typeof claim[name] === 'string' || (name === 'mode' && kind === 'meeting')) answer.values.set(`${kind}.${name}`, claim[name] ?? 'none')
  if (kind === 'commitment') answer.values.set('commitment.total', claim['total'] ? 'yes' : 'no')
  for (const [field, role] of Object.entries(roles[kind] ?? {})) {
    const wanted = [claim[field] ?? []].flat() as string[]
    steps.forEach((step, i) => {
      if (!step.kind || map.has(i)) return
      if (role === 'd' || role === 'u' || role === 'y') { if (step.kind === 'date' && reading.dates.some((d) => d.start === step.start && wanted.some((w) => w.replace(/[~?]/g, '') === d.value.edtf.replace(/[~?]/g, '') || (role === 'y' && d.value.edtf.startsWith(w))))) map.set(i, role) }
      else if (wanted.some((w) => isActor(step, w, role))) map.set(i, role)
    })
  }
  for (const [i, role] of map) if (role !== 'd' && role !== 'u' && role !== 'y') answer.names.push({ start: steps[i]!.start, end: steps[i]!.end, kind, role })
  for (const [field, role] of Object.entries(roles[kind] ?? {})) if (role !== 'd' && role !== 'u' && role !== 'y') for (const wanted of [claim[field] ?? []].flat() as string[]) if (wanted.length > 3 && !answer.names.some((n) => n.kind === kind && n.role === role && reading.text.slice(n.start - reading.start, n.end - reading.start) === wanted)) { const span = placeOf(reading, wanted); if (span) answer.names.push({ ...span, kind, role }) }
  if (claim['amount']) steps.forEach((step, i) => { if (step.kind === 'sum' && reading.amounts.some((a) => a.start === step.start && a.money.currency === claim['amount'].currency && Math.abs(moneyValue(a.money) - claim['amount'].value) < 1 + claim['amount'].value * 0.005)) map.set(i, 'm') })
  for (const item of (claim['items'] ?? []) as { name: string }[]) { const span = placeOf(reading, item.name); if (span) answer.items.push(span) }
  if (kind === 'meeting' && claim['place']) { const span = placeOf(reading, claim['place']); if (span) steps.forEach((s, i) => { if (s.kind && s.start < span.end && span.start < s.end && !map.has(i)) map.set(i, 'l') }) }
  const said = claim['text'] ?? claim['subject']
  if (said && !answer.texts.has(kind)) { const span = placeOf(reading, said); if (span) answer.texts.set(kind, span) }
}

/** Where words stand in a sentence, white space aside. */
export function placeOf(reading: Reading, text: string): Span | null {
  const pattern = text.trim().split(/\s+/).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')
  const m = new RegExp(pattern, 'i').exec(reading.text)
  return m ? { start: reading.start + m.index, end: reading.start + m.index + m[0].length } : null
}

const fold = (s: string) => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the /, '').trim()
function isActor(step: Step, wanted: string, role: string): boolean {
  const person = role === 'n' || step.kind === 'person'
  if (step.mention) {
    const { mention } = step.mention, names = [mention.name, mention.written].map(fold)
    if (names.includes(fold(wanted))) return true
    if (mention.type === 'person' && fold(wanted).split(' ').at(-1) === fold(mention.name).split(' ').at(-1) && !/^[A-Z]{2}$/.test(wanted)) return true
    if (role === 'n') return false
    const party = partyOf(step.mention)
    return party !== null && (party.country === wanted || fold(party.name) === fold(wanted))
  }
  return !person && step.country !== null && step.country === wanted
}
