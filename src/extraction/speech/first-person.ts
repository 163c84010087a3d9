import type { Mention } from '../../core/claim.ts'
import type { Analysis, MentionAt } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { homeOf } from '../names/coreference.ts'
import { isGivenName } from '../names/given-names.ts'
import { nameTable } from '../names/name-words.ts'
import { selfOf } from '../names/parties.ts'
import type { Scene } from './scene.ts'
import { titledPerson } from './titled.ts'

/** Who "I" and "we" are outside quotations: whose label stands before the words, who signs the text, the ministers who open it. */
export const voiceOf = (scene: Scene): Mention | null => labelled(scene) ?? ourselves(scene.analysis) ?? writer(scene.analysis) ?? signer(scene.analysis)

/** "PRESIDENT BIDEN: …": the label of the paragraph, or of the last one before that has one; "THE PRESIDENT" is whom the title names. */
function labelled(scene: Scene): Mention | null {
  const { turn, analysis } = scene
  const labels = labelsOf(analysis)
  for (let b = turn.block; b >= 0 && b > turn.block - 60; b--) {
    const words = labels[b]
    if (words && scene.names.roles.has(words.at(-1)!.toLowerCase())) return (words[0] === 'THE' ? selfOf(analysis).person : null) ?? bearing(analysis, words.at(-1)!.toLowerCase())
    if (words) return labelledBy(analysis, words)
  }
  return null
}
/** The person of a label's words, or a name of two words that is no known person's: "Kristjan Mets" of "MINISTER METS:". */
function labelledBy(analysis: Analysis, words: readonly string[]): Mention | null {
  const { mentions } = analysis, at = (m: MentionAt) => m.mention.name.toUpperCase().split(' ').findIndex((w) => words.includes(w))
  const person = mentions.find((m) => m.mention.type === 'person' && at(m) >= 0)?.mention, other = person ? undefined : mentions.find((m) => m.mention.type === 'unknown' && /^\p{Lu}\S+\s\p{Lu}/u.test(m.mention.name) && at(m) > 0)
  return person ?? (other ? { ...other.mention, name: other.mention.name.split(' ').slice(0, at(other) + 1).join(' ') } : null) ?? titledPerson(analysis, words.at(-1)!.toLowerCase())
}

/** "MINISTER:": the first whom the text names with that office, of the publisher's own state if one is. */
function bearing(analysis: Analysis, role: string): Mention | null {
  const own = homeOf(analysis), fits = analysis.mentions.map((m) => m.mention).filter((m) => m.type === 'person' && m.name.includes(' ') && m.name !== m.office && m.office !== null && m.office.toLowerCase().split(/[\s-]+/).includes(role))
  return fits.find((m) => own !== null && m.country === own) ?? (own === null ? fits[0] : null) ?? null
}
/** The label of each paragraph. */
const labelsOf = onAnalysis(({ document }): readonly (string[] | null)[] => document.blocks.map((b) => labelOf(document.text.slice(b.start, b.start + 60))))
/** The words of a label in capitals before a colon. */
function labelOf(start: string): string[] | null {
  const colon = start.indexOf(':'), label = colon > 2 ? start.slice(0, colon) : ''
  return label !== '' && label === label.toUpperCase() && /\p{Lu}/u.test(label) ? label.split(/\s+/).filter((w) => w.length > 2) : null
}

/** Who "we" are in a text that opens with it: "We, the ministers of A and B, met …". */
export const ourselves = onAnalysis((analysis): Mention | null => findOurselves(analysis))

/** Those who sign together, up to the verb of their sentence: a comma before a small word that joins no further name. */
const together = /^["“«]?\s?We,\s(?:the\s)?(.{8,200}?),\s(?=\p{Ll})(?!and\b|the\b|or\b|of\b)/u
function findOurselves({ document, sentences }: Analysis): Mention | null {
  for (const sentence of sentences) {
    const found = sentence.tokens[0]?.lower === 'we' || sentence.tokens[1]?.lower === 'we' ? together.exec(document.text.slice(sentence.start, sentence.end)) : null
    if (!found || !/\p{Lu}/u.test(found[1]!)) continue
    const start = sentence.start + found[0].indexOf(found[1]!), name = found[1]!.replace(/\s+/g, ' ')
    return { kind: 'mention', type: 'group', name, written: name, span: { start, end: start + found[1]!.length }, country: null, office: null, candidates: [] }
  }
  return communique.test(document.title ?? '') ? ofCommunique(document.title!) : null
}

/** "Communiqué of the Ministers of Defence of A, B and C": those whose joint text the title says it is. */
const communique = /^(?:\p{L}+\s){0,3}(?:communiqué|communique|declaration|statement|erklärung|kommuniqué|abschlusserklärung|déclaration|comunicato|dichiarazione|komunikat|deklaracja|oświadczenie|комюніке|декларація|заява)(?!\p{L})/iu
function ofCommunique(title: string): Mention | null {
  const name = /(?<=\s(?:of|by|der|des|dei|delle|von)\s(?:the\s)?(?:meeting of the\s)?)\p{L}{1,30}(?:\s(?:of|for|der|für|de la|della)\s\p{Lu}[\p{L} ]{1,60}?)?\s(?:of|von|de|des|di|della)\s\p{Lu}\p{L}{1,30}(?:(?:,|,?\s(?:and|und|et|e|ed))\s(?:the\s)?\p{Lu}\p{L}{1,30})+/u.exec(title)?.[0]
  return name ? { kind: 'mention', type: 'group', name, written: name, span: null, country: null, office: null, candidates: [] } : null
}

const by = new Set(['by', 'from', 'von', 'par', 'di'])
const afterName = new Set(['on', 'at', 'to', 'in', 'after', 'before', 'during', 'for', 'following', 'about', 'zum', 'zur', 'anlässlich', 'sur', 'à', 'su', 'per'])
/** "Statement by Minister Vane on the ceasefire": the words from "by" to the next preposition or sign. */
function signedBy(title: string): string[] | null {
  const words = title.split(/\s/), from = words.findIndex((w) => by.has(w)) + 1, name: string[] = []
  for (let i = from; from > 0 && i < words.length && !afterName.has(words[i]!); i++) {
    const sign = words[i]!.search(/[,:;–]/)
    name.push(sign < 0 ? words[i]! : words[i]!.slice(0, sign))
    if (sign >= 0) break
  }
  return name.length > 0 ? name.filter((w) => w !== '') : null
}

/** Who "I" is: the person whose statement the title says it is. */
const writer = onAnalysis((analysis): Mention | null => {
  const { document, mentions } = analysis
  const signed = signedBy((document.title ?? '').slice(0, 300))
  if (!signed) return null
  const behind = signed.slice(signed.findLastIndex((w) => nameTable(analysis.language).roles.has(w.toLowerCase())) + 1)
  // "Minister of Defence Signe Haugrud": behind the rest of the office stand two words of a name.
  const office = behind[0] !== undefined && !/^\p{Lu}/u.test(behind[0])
  // "Minister of National Defence": two words behind "of" are the office alone.
  if (office && behind.filter((w) => /^\p{Lu}/u.test(w)).length < 3) return null
  const name = office ? behind.slice(-2) : behind
  if (name.length === 1) return mentions.find((m) => m.mention.type === 'person' && m.mention.name.split(' ').at(-1) === name[0])?.mention ?? null
  if (name.length < 2 || name.length > 4 || !/^\p{Lu}/u.test(name[0]!) || !/^\p{Lu}/u.test(name.at(-1)!)) return null
  const full = name.join(' ')
  return mentions.find((m) => m.mention.name === full)?.mention ?? { kind: 'mention', type: 'person', name: full, written: full, span: null, country: homeOf(analysis), office: null, candidates: [] }
})

/** What announces somebody's own words: "Speech by …", "Rede der …". */
const announces = /^(?:speech|remarks|address|keynote|lecture|letter|rede|ansprache|grußwort|vortrag|brief|discours|allocution|intervention|lettre|discorso|intervento|lettera|przemówienie|wystąpienie|list|промова|виступ|лист)(?!\p{L})/iu
/** A paragraph that is a name alone. */
const nameAlone = /^[*_]{0,2}(\p{Lu}[\p{L}’'-]+(?:\s(?:de|du|von|van|di|da|af))?(?:\s\p{Lu}[\p{L}’'-]+){1,2})[*_]{0,2}$/u

/** Who "I" is where the title does not say: whom the first paragraph announces, or whose name alone stands under the title or the text. */
const signer = onAnalysis((analysis): Mention | null => {
  const { document: { blocks, text }, mentions } = analysis, { roles } = nameTable(analysis.language), body = blocks.filter((b) => b.kind !== 'heading')
  const personIn = (start: number, end: number) => mentions.find((m) => m.mention.type === 'person' && m.start >= start && m.end <= end && m.mention.name.includes(' ') && m.mention.name !== m.mention.office && !roles.has(m.mention.name.split(' ')[0]!.toLowerCase()))?.mention ?? null
  const first = body[0], opening = first && first.end - first.start < 300 && announces.test(text.slice(first.start, first.start + 24)) ? personIn(first.start, first.end) : null
  if (opening) return opening
  for (const b of [...body.slice(0, 2), ...body.slice(-2)]) {
    const name = b.end - b.start < 44 ? nameAlone.exec(text.slice(b.start, b.end).trim())?.[1] : undefined
    if (name && (isGivenName(name.split(' ')[0]!) || /[*_]/.test(text[b.start]!) || personIn(b.start, b.end))) return personIn(b.start, b.end) ?? { kind: 'mention', type: 'person', name, written: name, span: null, country: homeOf(analysis), office: null, candidates: [] }
  }
  return null
})
