import type { Mention } from '../../core/claim.ts'
import { both, unknownAt } from './nominals.ts'
import { nominal, speaks, type Attribution, type Memory, type Scene } from './scene.ts'
import { trait, traitOf } from '../words/forms.ts'
import { phraseAt, type SpeechTable } from './speech-words.ts'
import { phraseTo } from './subjects.ts'

/** "Per il generale X «…»": whose view it is, right before a quotation. */
const opinion = new Set(['per', 'pour', 'für', 'dla', 'для', 'for'])
/** Of these, the ones that with a comma behind the name open a view told without a quotation: "Pour le ministre X, …". */
const holds = new Set(['per', 'pour'])
/** "«…», così il ministro X": thus said. */
const thus = new Set(['così', 'dixit', 'dixerunt'])

/** "As he said": Polish and Ukrainian. */
const asSaid = new Set(['jak', 'як'])

/** "according to X", "за його словами", "X zufolge". */
export function phraseSource(scene: Scene, i: number, memory: Memory, before?: Attribution): Attribution | null {
  const viewed = opensView(scene.tokens[i]!.form) ? ofPossessor(scene, i) : null
  if (viewed === null && !opensSource(scene.speech)(scene.tokens[i]!.form)) return null
  const base = { kind: 'phrase' as const, cue: i, verb: null, inverted: false, leaning: false, purpose: false, passive: false }
  if (i === 0 && opinion.has(scene.lower(0))) {
    const m = scene.turn.mentions.find((x) => x.first > 0 && x.first < 6 && x.mention.type === 'person')
    const comma = m && scene.text(m.last + 1) === ','
    if (m && (scene.isMark(m.last + 1) || comma && (scene.isMark(m.last + 2) || holds.has(scene.lower(0)) && m.mention.name.includes(' ')))) return { ...base, from: 0, to: m.last + 1, speakers: [m.mention] }
  }
  if (thus.has(scene.lower(i)) && (scene.isMark(i - 1) || scene.isMark(i - 2) && scene.isBreak(i - 1))) {
    const m = scene.turn.mentions.find((x) => x.first > i && x.first < i + 4 && !x.quoted && speaks(x.mention))
    if (m) return { ...base, from: i, to: m.last + 1, speakers: [m.mention] }
  }
  const relative = ofWhom(scene, i)
  if (relative) return { ...base, leaning: true, from: i, ...relative }
  const own = phraseAt(scene.speech.accordingOwn, scene.tokens, i)
  // "Jak relacjonował, …" names nobody; "Як повідомили у пресслужбі, …" does.
  const names = asSaid.has(scene.lower(i)) && scene.text(i + own) !== ','
  const pronoun = own && !memory.before ? scene.mentionOver(i + own - 1)?.mention : null
  const whose = own ? before?.speakers[0] ?? opener(scene, i) ?? (pronoun?.type === 'person' ? pronoun : null) ?? memory.introduced ?? memory.latest ?? memory.speaker ?? memory.subject : null
  // "Jej zdaniem resort …": with a possessive the name behind it is no genitive of the phrase.
  if (own && !names && (!scene.mentionFrom(i + own) || possessed(scene, i, own))) return whose ? { ...base, from: i, to: i + own, speakers: [whose] } : null
  const after = phraseAt(scene.speech.accordingAfter, scene.tokens, i)
  if (after) {
    const m = scene.mentionOver(i - 1)
    let first = m?.first ?? i - 1
    const german = scene.analysis.language.names.nounsInCapitals
    // "warf Medienberichten zufolge", "senkt neuesten Studien zufolge": German adjectives alone belong to the noun.
    while (!m && german && first > 0 && i - first < 6 && !scene.names.determiners.has(scene.lower(first)) && (scene.names.determiners.has(scene.lower(first - 1)) || /^\p{Ll}+(?:-\p{L}+)?e[rn]$/u.test(scene.text(first - 1)) && !scene.speech.auxiliaries.has(scene.lower(first - 1)) || first === 1 && /e[rn]$/.test(scene.lower(0)))) first--
    while (!m && !german && first > 0 && i - first < 6 && !scene.isBreak(first - 1) && !scene.preposition(first - 1) && !scene.speech.auxiliaries.has(scene.lower(first - 1)) && !(scene.names.determiners.has(scene.lower(first)))) first--
    // "dem Ministerium zufolge": the article of a name goes with it.
    if (m && german && scene.names.determiners.has(scene.lower(first - 1))) first--
    if (!m && told.test(scene.lower(i - 1))) return toldBefore(scene, first, i + after, memory)
    return first >= 0 ? { ...base, from: first, to: i + after, speakers: [m?.mention ?? unknownAt(scene, first, i)] } : null
  }
  if (/^(?:nach|laut)$/.test(scene.lower(i)) && /^(?:behörden|polizei|medien|militär|armee|klinik|rettungs|augenzeugen|agentur|presse)\p{L}*angaben$/u.test(scene.lower(i + 1))) return { ...base, from: i, to: i + 2, speakers: [unknownAt(scene, i + 1, i + 2)] }
  const nation = nationalAccount(scene, i)
  if (nation) return { ...base, from: i, to: i + 3, speakers: [nation] }
  if (/^(?:nach|laut)$/.test(scene.lower(i)) && /.angaben$/.test(scene.lower(i + 1)) && !scene.mentionFrom(i + 2) && !scene.names.determiners.has(scene.lower(i + 2))) return toldBefore(scene, i, i + 2, memory)
  if (viewed) return { ...base, ...viewed }
  const words = phraseAt(scene.speech.according, scene.tokens, i)
  // "According to data compiled by the ministry": figures say nothing.
  if (words && figures.test(scene.lower(i + words)) && compiled.test(scene.lower(i + words + 1))) return null
  if (!words || scene.tokens[i]!.text.length < 3 && (words === 1 || scene.lower(i) === 'so') && !scene.isMark(i - 1) && scene.text(i - 1) !== ',' || scene.lower(i) === 'so' && !opensWho(scene, i + 1)) return null
  for (let j = i + words; j < Math.min(i + words + 9, scene.tokens.length); j++) {
    if (scene.isBreak(j) && scene.text(j) !== '-') break
    // "so die Ministerin": the article belongs to the phrase and to the description.
    const over = j === i + words ? scene.mentionOver(j) : undefined, m = over && over.first === j - 1 && scene.names.determiners.has(scene.lower(j - 1)) ? over : scene.mentionFrom(j)
    if (m && speaks(m.mention)) {
      // "according to the chief of staff, General X,": the name behind the office is the source.
      const close = phraseEnd(scene, m.last + 1), named = scene.text(close) === ',' && m.mention.type === 'person' && (!m.mention.name.includes(' ') || m.mention.office === m.mention.name) ? scene.mentionFrom(close + 1) ?? (scene.names.determiners.has(scene.lower(close + 1)) ? scene.mentionFrom(close + 2) : undefined) : undefined
      if (named && named.mention.type === 'person' && named.mention.name.includes(' ') && named.mention.name !== m.mention.name) return { ...base, from: i, to: named.last + 1, speakers: [named.mention] }
    }
    // "Stellt nach Angaben von Lund in diesem Jahr …": inside a German clause the source ends with its name.
    const embraced = scene.analysis.language.names.nounsInCapitals && i > 1 && !scene.isBreak(i - 1) && scene.outside(i - 1) && !scene.isMark(i - 1) && !/^(?:aus|von|vom|des|der|,)$/.test(scene.lower((m?.last ?? 0) + 1))
    if (m && speaks(m.mention)) return { ...base, from: i, to: embraced ? m.last + 1 : phraseEnd(scene, m.last + 1), speakers: both(scene, m.last + 1, m.mention) }
  }
  return scene.tokens[i]!.pos ? plainSource(scene, i, i + words) : untaggedSource(scene, i, i + words)
}
/** "Nach ukrainischen Angaben", "nach Stockholmer Darstellung": the state by its adjective or its capital. */
function nationalAccount(scene: Scene, i: number): Mention | null {
  if (!/^(?:nach|laut)$/.test(scene.lower(i)) || !accounts.test(scene.lower(i + 2))) return null
  const word = scene.text(i + 1), { lexicon, language } = scene.analysis
  const sense = /^\p{Lu}\p{L}+er$/u.test(word) ? lexicon.senses(word.slice(0, -2), language.code).find((s) => s.as === 'capital') : lexicon.senses(word, language.code).find((s) => s.as === 'demonym')
  return sense?.country ? { kind: 'mention', type: 'state', name: sense.name, written: word, span: { start: scene.tokens[i + 1]!.start, end: scene.tokens[i + 1]!.end }, country: sense.country, office: null, candidates: [sense.id] } : null
}
const accounts = /^(?:angaben|darstellung|auskunft|einschätzung|lesart|berichten|informationen|erkenntnissen|schätzungen|zählung|medienberichten|militärangaben|regierungsangaben|behördenangaben|polizeiangaben)$/
const figures = /^(?:data|figures|statistics|numbers|daten|zahlen|données|chiffres|dati|cifre|dane|danych|danymi|даними|даних)$/
const compiled = /^(?:compiled|collected|gathered|published|released|provided|from|by|kept|von|de|du|des|di|del|della)$/
/** "…, so der Minister" names somebody; "…, so dass sie flohen", "…, so wurden 200 verkauft" goes on with the clause. */
function opensWho(scene: Scene, at: number): boolean {
  if (scene.isMark(at) || scene.names.determiners.has(scene.lower(at)) || /^(?:\p{Ll}+-)?[\p{Lu}\d]/u.test(scene.text(at))) return true
  // "„…“, so urteilte Romney": behind a quotation a verb may stand between.
  if (scene.isMark(at - 2) || scene.isMark(at - 3)) return scene.lower(at) !== 'dass' && /t(?:e|en)?$/.test(scene.lower(at))
  let to = at
  while (to < at + 3 && /^\p{Ll}+e[rn]?$/u.test(scene.text(to))) to++
  if (to === at) return false
  const noun = to
  while (to < noun + 4 && /^\p{Lu}/u.test(scene.text(to))) to++
  return to > noun && (to >= scene.tokens.length || scene.isBreak(to) || scene.isMark(to))
}
/** The person whom the sentence opens with, where a comma or colon stands between: "Lund disagrees: the talks, in her view, …". */
function opener(scene: Scene, i: number): Mention | null {
  const m = scene.turn.mentions.find((x) => x.last < i - 1 && !x.quoted)
  return m && m.first <= 2 && m.mention.type === 'person' && !scene.preposition(m.first - 1) && scene.tokens.slice(m.last + 1, i).some((t) => /^[,:;–—-]$/.test(t.text)) ? m.mention : null
}
const possessed = (scene: Scene, from: number, words: number): boolean => scene.tokens.slice(from, from + words).some((t) => possessives.has(t.lower))
const possessives = new Set(['his', 'her', 'their', 'its', 'jego', 'jej', 'ich', 'його', 'її', 'їхніми', 'їх', 'їхню'])

/** Can a phrase of source begin with a word? Asked of every word of a text. */
export const opensSource = traitOf(({ lower }, { according, accordingOwn, accordingAfter }: SpeechTable): boolean =>
  according.has(lower) || accordingOwn.has(lower) || accordingAfter.has(lower) || opinion.has(lower) || thus.has(lower) || relativePronouns.has(lower) || lower === 'nach' || lower === 'laut')

/** "In Lund's view", "by the ministry's own reckoning": whose view it is stands before the noun. */
export function ofPossessor(scene: Scene, i: number): { from: number; to: number; speakers: readonly Mention[] } | null {
  if (scene.tokens[i]!.pos === null) return null
  const m = scene.mentionFrom(i + 1) ?? (scene.names.determiners.has(scene.lower(i + 1)) ? scene.mentionFrom(i + 2) : undefined)
  if (!m || m.quoted || !speaks(m.mention) || m.mention.type === 'forum') return null
  let at = /^['’]s?$/.test(scene.text(m.last)) ? m.last + 1 : /^['’]s?$/.test(scene.text(m.last + 1)) ? m.last + 2 : -1
  if (at > 0 && scene.lower(at) === 'own') at++
  return at > 0 && views.has(scene.lower(at)) ? { from: i, to: at + 1, speakers: [m.mention] } : null
}
/** A preposition before somebody's view; most stand before something else. */
export const opensView = trait(({ lower }) => lower === 'in' || lower === 'by' || lower === 'on' || lower === 'to')
const views = new Set('view opinion words telling account reckoning estimation estimate assessment judgment judgement admission eyes phrase count mind'.split(' '))

/** "X, selon lequel …", "X, per il quale «…»", "X, dem zufolge …": the source stands before the comma. */
function ofWhom(scene: Scene, i: number): { to: number; speakers: readonly Mention[] } | null {
  const m = scene.text(i - 1) === ',' ? scene.mentionOver(i - 2) : undefined
  if (!m || m.last !== i - 2 || !speaks(m.mention)) return null
  if (scene.tokens[i]!.pos !== null) return scene.lower(i) === 'according' && /^wh(?:om|ich)$/.test(scene.lower(i + 2)) ? { to: i + 3, speakers: [m.mention] } : null
  const words = phraseAt(scene.speech.according, scene.tokens, i) || (opinion.has(scene.lower(i)) ? 1 : 0)
  const to = relativePronouns.has(scene.lower(i + words)) ? i + words + 1 : relativePronouns.has(scene.lower(i + words + 1)) && scene.names.determiners.has(scene.lower(i + words)) ? i + words + 2 : -1
  if (words > 0 && to > 0) return { to, speakers: [m.mention] }
  return relativePronouns.has(scene.lower(i)) && phraseAt(scene.speech.accordingAfter, scene.tokens, i + 1) ? { to: i + 2, speakers: [m.mention] } : null
}
const relativePronouns = new Set(['qui', 'lequel', 'laquelle', 'lesquels', 'lesquelles', 'cui', 'quale', 'quali', 'dem', 'den', 'der', 'denen', 'którego', 'której', 'якого', 'якої'])

/** "Den Angaben zufolge", "nach Ministeriumsangaben": whoever told it before. */
function toldBefore(scene: Scene, from: number, to: number, memory: Memory): Attribution | null {
  const who = memory.body ?? memory.speaker ?? memory.author
  return who && { kind: 'phrase', cue: from, verb: null, inverted: false, leaning: false, purpose: false, passive: false, from, to, speakers: [who] }
}
const told = /^(?:angaben|berichten|informationen|meldungen|mitteilung|erkenntnissen)$/

function untaggedSource(scene: Scene, from: number, at: number): Attribution | null {
  // "nach Angaben der Gewerkschaft": the article belongs to the phrase already.
  const german = scene.analysis.language.names.nounsInCapitals
  let to = phraseTo(scene, at)
  if (to === at && german) { while (to < at + 5 && /^\p{L}/u.test(scene.text(to)) && !/^\p{Lu}/u.test(scene.text(to)) && !scene.isBreak(to)) to++; while (to < at + 9 && /^\p{Lu}/u.test(scene.text(to))) to++ }
  if (to === at) return null
  return { kind: 'phrase', cue: from, verb: null, inverted: false, leaning: false, purpose: false, passive: false, from, to, speakers: [unknownAt(scene, at, to)] }
}

/** A source that no table knows: "according to exit polls". In English the tags tell where it ends. */
function plainSource(scene: Scene, from: number, at: number): Attribution | null {
  let to = at
  while (to < at + 10 && to < scene.tokens.length && scene.outside(to) && nominal.has(scene.tokens[to]!.pos ?? 'X')) to++
  while (to > at && scene.tokens[to - 1]!.pos !== 'NOUN' && scene.tokens[to - 1]!.pos !== 'PROPN') to--
  const start = scene.names.determiners.has(scene.lower(at)) ? at + 1 : at
  if (to <= start) return null
  const span = { start: scene.tokens[start]!.start, end: scene.tokens[to - 1]!.end }, words = scene.analysis.document.text.slice(span.start, span.end)
  const speaker: Mention = { kind: 'mention', type: 'unknown', name: words, written: words, span, country: null, office: null, candidates: [] }
  return { kind: 'phrase', cue: from, verb: null, inverted: false, leaning: false, purpose: false, passive: false, from, to: phraseEnd(scene, to), speakers: [speaker] }
}

/** A phrase of source runs on to the next comma: "according to officials in Kyiv,". */
function phraseEnd(scene: Scene, at: number): number {
  let i = at
  // "Secondo fonti diplomatiche, …": an adjective or two behind the noun, before the comma.
  if (scene.tokens[at]?.pos === null && /^\p{Ll}/u.test(scene.text(at))) { let k = at; while (k < at + 3 && /^\p{Ll}{3,}$/u.test(scene.text(k)) && !scene.preposition(k)) k++; if (scene.text(k) === ',') return k }
  while (i < at + 12 && i < scene.tokens.length && !scene.isBreak(i) && (scene.preposition(i) || i > at || scene.speech.adverbs.has(scene.lower(i)) || scene.lower(i) === 'weiter' || scene.tokens[i]!.pos === 'VERB' && /(?:ed|en|ing)$/.test(scene.lower(i)))) i++
  // "Zdaniem Anny Wrony z Instytutu Spraw pieniędzy zabraknie": without a comma it ends with the name it names.
  if (i >= scene.tokens.length - 1 && scene.tokens[at]?.pos === null && scene.preposition(at)) { let end = at + 1; while (end < i && (/^\p{Lu}/u.test(scene.text(end)) || scene.mentionOver(end))) end++; return end > at + 1 ? end : at }
  return scene.isBreak(i) ? i : at
}
