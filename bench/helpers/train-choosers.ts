/**
 * Trains the choosers among candidates for a field (who asks, whom, who plans; the words of a target) on documents with
 * answers, and writes `data/choosers-learned.json`: logistic regressions as in train-claims.ts, the same on every run.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mention } from '../../src/core/claim.ts'
import type { Analysis } from '../../src/extraction/analysis.ts'
import { settled } from '../../src/extraction/asks/addressees.ts'
import { askDrafts, type AskDraft } from '../../src/extraction/asks/drafts.ts'
import type { Reading } from '../../src/extraction/frames/frames.ts'
import { actorFields, candidatesFor, kindOfField, type Candidate } from '../../src/extraction/learned/actors.ts'
import { beginFeatures, endFeatures } from '../../src/extraction/learned/features.ts'
import { triggerIn } from '../../src/extraction/learned/learned.ts'
import { keepAllSigns, textsOf } from '../../src/extraction/learned/signs.ts'
import type { LearnedData, Weights } from '../../src/extraction/learned/scorer.ts'
import { coreAt, stretchesOf, stretchSigns } from '../../src/extraction/learned/stretches.ts'
import { loadReference } from '../../src/io/reference.ts'
import { buildLexicon } from '../../src/resolution/lexicon.ts'
import { answeredDocuments, placeOf, type Answer, type Gold } from '../lib/answers.ts'
import { countLines } from '../lib/weight-lines.ts'
import { both, train, written } from './train-claims.ts'

const fold = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the /, '').trim()
const last = (name: string) => fold(name).split(/\s+/).at(-1)
/** Is a candidate the one that was answered: a state by its code, a person by the last name, others by their name. */
const isAnswer = (m: Mention, wanted: string) => (m.type === 'state' && m.country ? m.country === wanted : fold(m.name) === fold(wanted) || (m.type === 'person' && !/^[A-Z]{2}$/.test(wanted) && last(m.name) === last(wanted)))

/** The candidates for a field as examples: right are those whom the answer names. */
const named = (candidates: readonly Candidate[], answer: unknown) => { const wanted = [answer ?? []].flat() as string[]; return candidates.map((c) => ({ features: textsOf(c.signs), label: wanted.some((w) => isAnswer(c.mention, w)) ? 'is' : null, weight: 1 })) }
const nobody: Mention = { kind: 'mention', type: 'unknown', name: '', written: '', span: null, country: null, office: null, candidates: [] }

/** The asks that were answered, each with the draft that the reader makes of it, if any. */
function draftsOf(answers: readonly Answer[]): { analysis: Analysis; reading: Reading; draft: AskDraft | undefined; claim: Gold }[] {
  const made = new Map<Analysis, readonly AskDraft[]>()
  return answers.flatMap((a) => a.claims.filter((c) => c['kind'] === 'ask').map((claim) => {
    let drafts = made.get(a.analysis)
    if (!drafts) made.set(a.analysis, (drafts = askDrafts(a.analysis)))
    const here = drafts.filter((d) => d.reading === a.reading), words = (s: string) => new Set(s.toLowerCase().match(/[\p{L}\p{N}]+/gu))
    const shared = (d: AskDraft) => { const own = words(d.text); return [...words(claim['text'])].filter((w) => own.has(w)).length }
    return { analysis: a.analysis, reading: a.reading, draft: here.sort((x, y) => shared(y) - shared(x))[0], claim }
  }))
}

/** All groups of weights from some answers. */
export function trainChoosers(answers: readonly Answer[]): LearnedData {
  const out: Record<string, Weights> = {}
  const drafts = answers.length > 0 ? draftsOf(answers) : []
  for (const field of actorFields) {
    const examples = field === 'actor' || field === 'learner'
      ? answers.flatMap((a) => a.claims.filter((c) => c['kind'] === kindOfField[field]).slice(0, 1).flatMap((claim) => named(candidatesFor(a.analysis, a.reading, field, []), claim[field])))
      : drafts.flatMap(({ analysis, reading, draft, claim }) => named(field === 'asker' ? candidatesFor(analysis, reading, field, draft?.asker ? [draft.asker] : [], draft?.addressees) : candidatesFor(analysis, reading, field, draft ? settled(analysis, reading, draft.asker ?? nobody, draft.addressees) : [], draft?.asker ? [draft.asker] : []), claim[field]))
    out[field] = train(examples, ['is'], { rarest: 3, l1: 0.2, epochs: 8 })
  }
  const targets = answers.flatMap((a) => a.claims.filter((c) => c['kind'] === 'planning').flatMap((c) => { const span = c['target'] ? placeOf(a.reading, c['target']) : null; return span || !c['target'] ? [{ a, span, trigger: triggerIn(a.analysis, a.reading, 'planning') }] : [] }))
  const few = { rarest: 2, l1: 0.2, epochs: 10 }
  out['target'] = both(
    train(targets.flatMap(({ a, span, trigger }) => a.steps.map((s, i) => ({ features: written((to) => beginFeatures(to, a.reading, a.steps, i, trigger)), label: span && s.end > span.start && (a.steps[i - 1]?.end ?? -1) <= span.start ? 'begin' : null, weight: 1 }))), ['begin'], few),
    train(targets.flatMap(({ a, span, trigger }) => a.steps.map((s, i) => ({ features: written((to) => endFeatures(to, a.reading, a.steps, i, trigger)), label: span && s.start < span.end && (a.steps[i + 1]?.start ?? Infinity) >= span.end ? 'end' : null, weight: 1 }))), ['end'], few))
  out['stretch'] = train(answers.flatMap((a) => a.claims.filter((c) => c['kind'] === 'planning').flatMap((c) => {
    const text = placeOf(a.reading, c['text']), all = stretchesOf(a.analysis, a.reading)
    if (!text || all.length < 2) return []
    const core = coreAt(a.analysis, a.reading, all, c['target'] ? placeOf(a.reading, c['target']) : null)
    return all.flatMap((s, i) => (i === core ? [] : [{ features: textsOf(stretchSigns(a.analysis, a.reading, all, i, core)), label: Math.min(s.end, text.end) - Math.max(s.start, text.start) > (s.end - s.start) / 2 ? 'is' : null, weight: 1 }]))
  })), ['is'], { rarest: 3, l1: 0.2, epochs: 10 })
  return out
}

if (process.argv[1]?.endsWith('train-choosers.ts')) {
  keepAllSigns()
  const lexicon = buildLexicon(loadReference()), answers: Answer[] = []
  for (const arg of process.argv.slice(2).filter((a) => a.startsWith('--answers='))) { const [gold, ...texts] = arg.slice(10).split(','); answers.push(...await answeredDocuments(gold!, texts, lexicon)) }
  const groups = trainChoosers(answers)
  writeFileSync(join(import.meta.dirname, '../../data/choosers-learned.json'), JSON.stringify({ about: 'Weights that choose among candidates for a field of a claim. Made by bench/helpers/train-choosers.ts.', groups }, null, 1) + '\n')
  console.log(`${answers.length} sentences; ${Object.entries(groups).map(([n, g]) => `${n} ${countLines(g.weights)}`).join(', ')}`)
}
