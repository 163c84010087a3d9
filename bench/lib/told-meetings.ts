/** Meetings that the program finds in documents with answers, each with the answer it stands for. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Mention } from '../../src/core/claim.ts'
import type { Lexicon } from '../../src/core/lexicon.ts'
import { analyse } from '../../src/extraction/analyse.ts'
import type { Analysis } from '../../src/extraction/analysis.ts'
import type { Draft } from '../../src/extraction/meetings/drafts.ts'
import { meetingsTold } from '../../src/extraction/meetings/told.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'

/** An answer as it stands in its file. */
export interface MeetingAnswer { readonly date: string | null; readonly state: string; readonly mode: string | null; readonly place: string | null; readonly country: string | null; readonly forum: string | null; readonly parties: readonly string[]; readonly people: readonly string[]; readonly evidence: readonly { readonly exact: string }[] }
export interface Told { readonly document: string; readonly analysis: Analysis; readonly draft: Draft; readonly drafts: readonly Draft[]; readonly answer: MeetingAnswer | null }

const fold = (s: string) => s.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').toLowerCase()
const words = (s: string): string[] => fold(s).match(/[\p{L}\p{N}]+/gu) ?? []
function shared(a: readonly string[], b: readonly string[]): number {
  const bag = new Map<string, number>()
  for (const w of a) bag.set(w, (bag.get(w) ?? 0) + 1)
  return b.reduce((hit, w) => { const n = bag.get(w) ?? 0; if (n > 0) bag.set(w, n - 1); return hit + (n > 0 ? 1 : 0) }, 0)
}

/** The meetings told in each document of a folder. */
export async function toldMeetings(folder: string, texts: readonly string[], lexicon: Lexicon, tell: (analysis: Analysis) => Draft[] = (analysis) => meetingsTold(analysis, { any: -3, places: -3 })): Promise<Told[]> {
  const out: Told[] = []
  for (const file of readdirSync(folder).filter((f) => f.endsWith('.json')).sort()) {
    const id = file.slice(0, -5), path = texts.flatMap((d) => ['.md', '.txt', '.html'].map((e) => join(d, id + e))).find((p) => existsSync(p))
    if (!path) continue
    const answers = (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { claims: (MeetingAnswer & { kind: string })[] }).claims.filter((c) => c.kind === 'meeting')
    const [read] = await readBytes(readFileSync(path), sourceOf(path.split('/').at(-1)!))
    if (!read || (read.outcome.state !== 'accepted' && read.outcome.state !== 'warned') || answers.length === 0) continue
    const analysis = analyse(read.outcome.value, lexicon), drafts = tell(analysis)
    for (const draft of drafts) out.push({ document: id, analysis, draft, drafts, answer: answerFor(analysis, draft, answers) })
  }
  return out
}

/** The answer that rests on the words of a meeting; of several the one it agrees with most. */
function answerFor({ document }: Analysis, draft: Draft, answers: readonly MeetingAnswer[]): MeetingAnswer | null {
  const scored = answers.map((answer) => {
    let near = 0
    for (const s of draft.spans) for (const e of answer.evidence) {
      const a = words(document.text.slice(s.start, s.end)), b = words(e.exact), hit = shared(a, b)
      near = Math.max(near, (2 * hit) / (a.length + b.length), hit / Math.min(a.length, b.length) > 0.9 && Math.min(a.length, b.length) >= 5 ? 0.5 : 0)
    }
    if (near < 0.4) return { answer, score: 0 }
    const cued = answer.evidence.some((e) => fold(e.exact).includes(fold(document.text.slice(draft.cue.start, draft.cue.end)))) ? 0.5 : 0
    const { fields } = draft, agree = (fields.date?.edtf === answer.date ? 0.4 : 0) + (fields.state === answer.state ? 0.2 : 0) + (fields.forum?.name === answer.forum ? 0.2 : 0) + fields.parties.filter((p) => answer.parties.some((w) => isParty(p, w))).length / Math.max(1, fields.parties.length + answer.parties.length)
    return { answer, score: near + cued + agree }
  }).sort((a, b) => b.score - a.score)
  return scored[0] && scored[0].score > 0 ? scored[0].answer : null
}

/** Is an actor the one that an answer names: a state by its code, others by name? */
export function isParty(actor: Mention, wanted: string): boolean {
  if (/^[A-Z]{2}$/.test(wanted)) return actor.country === wanted && actor.type !== 'company'
  const plain = (s: string) => words(s.replace(/defence/gi, 'defense')), a = plain(actor.name), b = plain(wanted)
  return actor.type !== 'state' && a.length > 0 && (2 * shared(a, b)) / (a.length + b.length) >= 0.8
}

/** Is a person the one that an answer names: by the last name, inflected or not? */
export function isPerson(actor: Mention, wanted: string): boolean {
  const last = (s: string) => words(s.replace(/,? (?:Jr|Sr)\.?$/, '')).at(-1) ?? '', a = last(actor.name), b = last(wanted)
  return a === b || (a.length > 4 && b.length > 4 && a.slice(0, Math.min(a.length, b.length) - 1) === b.slice(0, Math.min(a.length, b.length) - 1) && Math.abs(a.length - b.length) < 3) || words(actor.name).includes(b)
}

/** Is a place the one that an answer names: half of its words, at least? */
export function isPlace(written: string, wanted: string | null): boolean {
  const small = new Set('the a an of in on at to for from by near and or de la le du des der die das den von zu w na z u v в у на з'.split(' ')), plain = (s: string) => words(s).filter((w) => !small.has(w)), a = plain(written), b = plain(wanted ?? '')
  return a.length + b.length > 0 && (2 * shared(a, b)) / (a.length + b.length) >= 0.5
}
