import type { CountryCode, Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { hasCue, readingsOf, type Reading } from '../frames/frames.ts'
import { stateWords } from '../names/atlas.ts'
import { homeOf } from '../names/coreference.ts'

/** An interview whose paragraphs bear no names: who answers, for which state, and the paragraphs that are his. */
export interface Interview { readonly person: Mention; readonly country: CountryCode | null; readonly isAnswer: (block: number) => boolean }

/** Questions from which on a text is an interview, each with an answer behind it. */
const fewest = 3
const isQuestion = /\?["”»“)]?\s*$/
/** "Q:", "F:", "П.": what stands for a name. */
const letter = /^\p{Lu}{1,2}\s?[:.]\s/u

/**
 * The interview that a text is: paragraphs that ask, each with one behind it that answers, below an opening that presents
 * somebody by his full name. Null for any other text, and where the turns have names.
 * @example interviewOf(analysis)?.person.name // "Ilze Ozola heads … / How many did you train? / We trained 200. / …": Ilze Ozola
 */
export const interviewOf = onAnalysis((analysis): Interview | null => findInterview(analysis))

function findInterview(analysis: Analysis): Interview | null {
  const { text, blocks } = analysis.document
  if (!text.includes('?')) return null
  const words = blocks.map((b) => text.slice(b.start, b.end).trim()), asks = words.map((w, i) => isQuestion.test(w) && (words[i + 1] ?? '') !== '' && !isQuestion.test(words[i + 1]!))
  const first = asks.indexOf(true)
  if (first < 0 || asks.filter(Boolean).length < fewest) return null
  const readings = readingsOf(analysis), opening = readings.filter((r) => r.sentence.block < first), person = presentedIn(analysis, opening)
  if (!person) return null
  const speaksOfSelf = new Set(readings.filter((r) => hasCue(r, 'frames.self')).map((r) => r.sentence.block)), sentences = new Map<number, number>()
  for (const r of readings) sentences.set(r.sentence.block, (sentences.get(r.sentence.block) ?? 0) + 1)
  const answers = new Set<number>()
  for (let i = first + 1, asked = true; i < blocks.length; i++) {
    // "Critics say it is too little.": a short remark behind an answer asks for the next one.
    asked = asks[i]! || !asked && sentences.get(i) === 1 && !letter.test(words[i]!) && !speaksOfSelf.has(i) && words[i]!.length < 90 && (words[i + 1]?.length ?? 0) > words[i]!.length
    if (!asked) answers.add(i)
  }
  // Somebody who never says "I" or "we" is not asked himself.
  return [...answers].some((i) => speaksOfSelf.has(i)) ? { person, country: stateOf(analysis, person, opening), isAnswer: (block) => answers.has(block) } : null
}

/** Whom the title names of those of the opening, else the first of them with a full name; who opens a sentence without an office is somebody, too. */
function presentedIn(analysis: Analysis, opening: readonly Reading[]): Mention | null {
  const title = (analysis.document.title ?? '').toLowerCase(), full = (m: Mention) => fullName.test(m.name)
  const named = opening.flatMap((r) => r.mentions.filter((m) => m.mention.type === 'person' || m.mention.type === 'unknown' && m.start === r.start).map((m) => m.mention).filter(full))
  const found = named.find((m) => title.includes(m.name.toLowerCase().split(' ').at(-1)!)) ?? named[0]
  if (found) return { ...found, type: 'person' }
  const aged = opening.flatMap((r) => ofAge.exec(r.text)?.[0] ?? [])[0]
  return aged ? { kind: 'mention', type: 'person', name: aged, written: aged, span: null, country: null, office: null, candidates: [] } : null
}
const fullName = /^\p{Lu}\S+\s\p{Lu}/u
/** "Roswitha Kainrath, 52, surgeon": a name with an age behind it. */
const ofAge = /^\p{Lu}\p{L}+(?:[\s-]\p{Lu}\p{L}+){1,2}(?=,\s\d{2},)/u

/** The state of somebody's office, else the first that the sentence presenting him names beside Ukraine, else where the text is written. */
function stateOf(analysis: Analysis, person: Mention, opening: readonly Reading[]): CountryCode | null {
  if (person.country) return person.country
  const states = opening.filter((r) => r.text.includes(person.name)).flatMap((r) => stateWords(analysis, r)).map((w) => w.country)
  return states.find((c) => c !== 'UA') ?? homeOf(analysis) ?? analysis.language.names.homeState ?? states[0] ?? null
}
