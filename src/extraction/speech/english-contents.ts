import { right, quotedWhole, trimRight, type Right, type Run } from './runs.ts'
import type { Attribution, Scene } from './scene.ts'

/** What stands behind an English source: a quotation, a clause with or without "that", a noun phrase. */
export function englishRight(scene: Scene, a: Attribution, to: number): Right | null {
  const verb = a.verb!, at = a.to, end = relativeEnd(scene, a, to)
  if (at >= end) return null
  if (scene.lower(a.from - 1) === 'as' && a.from <= 2 && scene.text(at) === ',') return right(scene, at + 1, end, 'clause')
  // "called for Russia to pay": an ask alone.
  if (verb.lemma === 'call' && scene.lower(at) === 'for') return null
  for (let i = at; i < Math.min(end, at + 24); i++) {
    if (scene.isMark(i) || scene.quoted(i)) {
      if (i > at && scene.quoted(i) && !scene.isMark(i - 1) && !scene.isDash(i - 1)) break
      if (titled(scene, at, i)) break
      return beforeQuotation(scene, a, at, i, end)
    }
    if (scene.speech.that.has(scene.lower(i)) && opensClause(scene, a, i)) {
      const conditional = scene.lower(i) === 'if' && verb.clause && !/^(?:see|know|wonder|ask|tell)$/.test(verb.lemma)
      const asked = /^(?:recommend|request|demand|ask|urge)$/.test(verb.lemma) && !scene.tokens.slice(i, end).some((_, k) => !scene.outside(i + k))
      return asked || /^(?:if|whether)$/.test(scene.lower(i)) && !conditional ? null : right(scene, scene.lower(i) === 'that' ? i + 1 : i, mainClause(scene, a, i + 1, asideStart(scene, i + 1, end)), 'that')
    }
    if (scene.text(i) === ':' && (i === at || scene.isMark(i + 1) || (verb.clause || verb.object) && !(nounStart(scene, at) && !verb.tell && !days.test(scene.lower(at))))) return right(scene, i + 1, end, scene.isMark(i + 1) ? 'quotation' : 'colon')
    const close = verb.tell && scene.text(i) === ',' ? beyondRelative(scene, i, end) : -1
    if (close > 0) return right(scene, close + 1, mainClause(scene, a, close + 1, end), 'that')
    if (/^[.;!?]$/.test(scene.text(i)) || scene.text(i) === ',' && i > at + 3) break
  }
  const named = renamed(scene, verb.lemma, at)
  if (named > 0) return right(scene, scene.tokens[at]!.pos === 'PRON' ? named : at, asideStart(scene, at, stopAtComma(scene, named, end)), 'judgement')
  // "informed the committee of a new contribution": of what.
  const topic = verb.tell && verb.lemma !== 'tell' && verb.lemma !== 'promise' ? topicOf(scene, at) : at
  if (topic > at && /^(?:of|about)$/.test(scene.lower(topic)) && nounStart(scene, topic + 1)) return right(scene, topic + 1, asideStart(scene, topic + 1, end), 'noun phrase')
  return withoutMarker(scene, a, verb.tell ? afterAddressee(scene, at) : at, end)
}

/** Where "of" stands behind those who were informed; a committee may seem to be "of" what it hears. */
function topicOf(scene: Scene, at: number): number {
  const behind = afterAddressee(scene, at)
  if (/^(?:of|about)$/.test(scene.lower(behind))) return behind
  for (let i = at + 1; i < at + 6 && phraseWords.has(scene.tokens[i]?.pos ?? 'ADP'); i++) if (/^(?:of|about)$/.test(scene.lower(i + 1)) && scene.tokens[i + 2]?.pos === 'DET') return i + 1
  return at
}
/** "told a hall in Oslo, where people had come to listen, that …": the "that" behind a clause between commas. */
function beyondRelative(scene: Scene, comma: number, end: number): number {
  if (!/^(?:where|who|which|whose|when)$/.test(scene.lower(comma + 1))) return -1
  for (let i = comma + 3; i < Math.min(end - 1, comma + 24) && scene.outside(i) && !/^[.;:]$/.test(scene.text(i)); i++) if (scene.text(i) === ',') return scene.lower(i + 1) === 'that' ? i + 1 : -1
  return -1
}
/** "When Lund told the house that rounds were found, silence fell": in a clause that opens the sentence, its comma ends what was said. */
function mainClause(scene: Scene, a: Attribution, from: number, end: number): number {
  if (a.from > 2 || !/^(?:when|as|after|while|although|though|since|because)$/.test(scene.lower(0)) || scene.outside(0) === false) return end
  for (let i = from + 3; i < end - 2; i++) if (scene.text(i) === ',' && scene.outside(i)) return i
  return end
}

/**
 * "called the vehicles a clearance sale", "has called that figure too optimistic": where the name that somebody gives a
 * thing begins; -1 where the verb names none.
 * @example renamed(scene, 'call', end)
 */
export function renamed(scene: Scene, lemma: string, at: number): number {
  // Taggers take the noun behind "that" for a verb.
  const points = /^(?:this|that|these|those)$/.test(scene.lower(at))
  if (!judging.test(lemma) || !points && !/^(?:DET|PRON|PROPN|NOUN|ADJ)$/.test(scene.tokens[at]?.pos ?? '') || !scene.outside(at)) return -1
  const pronoun = scene.tokens[at]!.pos === 'PRON' && !points
  for (let i = at + 1; i < at + 9 && scene.outside(i) && !scene.isBreak(i); i++) {
    const word = scene.lower(i), before = scene.tokens[i - 1]!.pos ?? '', next = scene.tokens[i + 1]
    if (/^(?:NOUN|PROPN|PRON)$/.test(before) || points && i <= at + 2) {
      if ((/^an?$/.test(word) || pronoun && word === 'the') && !/^(?:minute|hour|day|week|month|year|moment|few|couple|second|third|total)$/.test(next?.lower ?? '')) return i
      if (/^(?:too|so|far|wholly|quite|deeply|highly|utterly|entirely|rather|hardly|very)$/.test(word) && /^(?:ADJ|ADV)$/.test(next?.pos ?? '')) return i
      // "branded the loan reckless": a quality alone, where the clause ends with it.
      if (scene.tokens[i]!.pos === 'ADJ' && (scene.isBreak(i + 1) || /^(?:and|but|or)$/.test(scene.lower(i + 1)) && scene.tokens[i + 2]?.pos === 'ADJ')) return i
    }
    if (!phraseWords.has(scene.tokens[i]!.pos ?? '') && !(points && i === at + 1)) return -1
  }
  return -1
}
const judging = /^(?:call|deem|judge|label|brand|term|dub|declare|consider|find|think|pronounce|rate|hold)$/
const phraseWords = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'PART'])
const stopAtComma = (scene: Scene, from: number, end: number): number => { for (let i = from; i < end; i++) if (/^[,;:]$/.test(scene.text(i)) || scene.isDash(i)) return i; return end }

/** "The minister, who had called it absurd, struck a softer chord": the comma where the main clause goes on. */
function relativeEnd(scene: Scene, a: Attribution, end: number): number {
  let who = a.cue - 1
  while (who > a.from - 2 && who > 0 && a.cue - who < 7 && !/^who(?:se)?$/.test(scene.lower(who))) who--
  if (!/^who(?:se)?$/.test(scene.lower(who)) || scene.text(who - 1) !== ',' || !scene.mentionOver(who - 2) || scene.tokens.slice(who + 1, a.cue).some((t) => t.text === ',')) return end
  for (let i = a.to + 1; i < end - 2; i++) if (scene.text(i) === ',' && scene.outside(i) && /^(?:VERB|AUX)$/.test(scene.tokens[i + 1]!.pos === 'ADV' ? scene.tokens[i + 2]!.pos! : scene.tokens[i + 1]!.pos!) && !/ing$/.test(scene.lower(i + 1))) return i
  return end
}

/** A quotation within reach of the verb: the whole content, or a part of the clause or noun phrase before it. */
function beforeQuotation(scene: Scene, a: Attribution, at: number, quote: number, end: number): Right | null {
  const verb = a.verb!, rest = trimRight(scene, quote, end)
  if (quote > at && !/^[,:]$/.test(scene.text(quote - 1)) && (naming.test(verb.lemma) ? nounStart(scene, at) : verb.clause && !verb.tell && namesThing(scene, afterAdverbials(scene, at, quote), quote))) return fallback(scene, a, at, end, { from: quote, to: end })
  if (!rest) return null
  return quotedWhole(scene, at, quote) ? { run: rest, rule: 'quotation' } : fallback(scene, a, at, end, rest)
}

/** "said on MSNBC’s “Morning Joe”": a title behind a preposition is nothing said. */
const titled = (scene: Scene, at: number, mark: number): boolean => {
  if (mark === at || !scene.isMark(mark) || /^[,:]$/.test(scene.text(mark - 1)) || scene.tokens[at]!.pos !== 'ADP' && !days.test(scene.lower(at))) return false
  let words = 0, capitals = 0
  for (let i = mark + 1; i < scene.tokens.length && scene.quoted(i); i++) { words++; if (/^\p{Lu}/u.test(scene.text(i))) capitals++ }
  return words < 7 && capitals * 2 > words
}

/** Does "that" or "how" open the content, and no relative clause of a noun in it? */
function opensClause(scene: Scene, a: Attribution, i: number): boolean {
  const verb = a.verb!, at = a.to, word = scene.lower(i), before = scene.tokens[i - 1]!.pos, next = scene.tokens[i + 1]?.pos ?? 'PUNCT'
  if (i > at && (!verb.clause || i > at + 12 || scene.speech.and.has(scene.lower(i - 1)))) return false
  // "The calendar with that of NATO": a pronoun.
  if (word === 'that' && scene.lower(i + 1) === 'of') return false
  if (scene.tokens[i]!.pos === 'DET' && (i !== at || /^(?:VERB|AUX|PUNCT)$/.test(next))) return false
  if (i > at + 1 && word !== 'that' && !verb.tell) return false
  if (i > at && /^(?:NOUN|PROPN|PRON)$/.test(before ?? '') && /^(?:VERB|AUX)$/.test(next) && !verb.tell) return false
  // "speculated on the role that forces will play": the relative clause of a noun behind a preposition.
  if (i > at + 2 && before === 'NOUN' && (/^(?:about|of|over|with|into|against)$/.test(scene.lower(at)) || scene.lower(at) === 'on' && /^(?:speculate|comment)$/.test(verb.lemma)) && !verb.tell) return false
  return i <= at + 2 || !hasFinite(scene, afterAdverbials(scene, at, i), i) || scene.tokens[at]!.pos === 'ADP'
}

/** Verbs that answer and react: without "that" or marks, what follows them is no content. */
const marked = new Set(['respond', 'reply', 'answer', 'react', 'comment', 'testify', 'agree', 'retort', 'counter', 'speculate', 'joke', 'quip'])
/** Verbs of offering: with goods, a sum or a package behind them they tell of support, and of no words. */
const offering = new Set(['announce', 'pledge', 'promise', 'vow', 'unveil'])

/** A clause without "that", an infinitive of promise, a noun phrase. */
function withoutMarker(scene: Scene, a: Attribution, from: number, end: number): Right | null {
  const verb = a.verb!
  let at = from
  if (scene.text(at) === ',') {
    // ", however," and "said, for example,": then the clause; "X, he said, and Y": the rest of one around its source.
    let close = at + 1
    while (close < end && close < at + 5 && !scene.isBreak(close)) close++
    if (scene.text(close) === ',' && close < at + 5) at = close + 1
    else if (a.inverted) return null
    else { const run = trimRight(scene, at + 1, end); return run && run.to - run.from > 3 && scene.tokens[run.from]!.pos !== 'VERB' ? { run, rule: 'clause' } : null }
  }
  if (a.inverted) return null
  at = afterAdverbials(scene, at, end)
  if (at >= end || scene.isBreak(at) || marked.has(verb.lemma)) return null
  // "Officials confirmed when asked": when they did.
  if (/^(?:when|while|if|once|after|before|without|as|upon)$/.test(scene.lower(at)) && /(?:ed|ing)$/.test(scene.lower(at + 1))) return null
  const { pos } = scene.tokens[at]!
  // "told reporters after he had met": when it was said.
  if (verb.tell && at > from - 3 && /^(?:after|before|while|when|as)$/.test(scene.lower(at)) && (pos === 'SCONJ' || /^(?:PRON|PROPN)$/.test(scene.tokens[at + 1]?.pos ?? ''))) return null
  if (pos === 'ADP' && !(verb.object && !verb.clause)) { const clause = clauseStart(scene, at, end); if (clause < 0) return null; at = clause }
  if (pos === 'PART' || scene.lower(at) === 'to') return offering.has(verb.lemma) ? right(scene, at + 1, end, 'clause') : null
  if (scene.names.firstPerson.has(scene.lower(at)) && !verb.clause) return null
  if (verb.clause && hasFinite(scene, at, offering.has(verb.lemma) ? Math.min(end, at + 7) : end)) return right(scene, at, asideStart(scene, at, subordinate(scene, at, end)), 'clause')
  return verb.object && nounStart(scene, at) && saysThing(scene, verb.lemma, at, end) ? right(scene, at, end, naming.test(verb.lemma) && likened(scene, at, end) ? 'judgement' : 'noun phrase') : null
}

/** Is the noun phrase behind a verb something said: no goods offered, an accusation with its charge, a claim refused? */
function saysThing(scene: Scene, lemma: string, at: number, end: number): boolean {
  if (offering.has(lemma)) return !offered(scene, at, end)
  const near = scene.tokens.slice(at, Math.min(end, at + 8))
  // "Reiterated the pledge of two billion": who says a promise again promises, and tells nothing.
  if (repeating.test(lemma) && near.some((t) => promised.test(t.lower)) && holdsSumOrGoods(scene, at, end)) return false
  // "Confirmed the transfer of six jets": of support alone.
  if (lemma === 'confirm' && near.some((t, k) => k < 4 && /^(?:transfer|delivery|dispatch|shipment|handover|donation)$/.test(t.lower)) && holdsSumOrGoods(scene, at, end)) return false
  // "Parliament confirmed the minister": a person is put in office.
  if (lemma === 'confirm') return !near.some((_, k) => k < 3 && scene.mentionFrom(at + k)?.mention.type === 'person')
  if (lemma === 'accuse') return near.some((t) => t.lower === 'of')
  return !/^(?:dismiss|reject|ridicule|deny|refute)$/.test(lemma) || likened(scene, at, end) || near.some((t) => /^(?:claim|accusation|allegation|idea|notion|suggestion|criticism|report|argument|charge|assertion|speculation|rumou?r)s?$/.test(t.lower))
}
/** "The plan as a stunt". */
const likened = (scene: Scene, at: number, end: number): boolean => scene.tokens.slice(at, Math.min(end, at + 8)).some((t, k) => t.lower === 'as' && k > 0 && /^(?:DET|ADJ|VERB|ADV|NOUN)$/.test(scene.tokens[at + k + 1]?.pos ?? '') && !scene.mentionFrom(at + k + 1))
const repeating = /^(?:reiterate|reaffirm|repeat|renew|restate|confirm)$/, promised = /^(?:pledge|promise|commitment|offer)s?$/
/** Does a sum, or goods with their number, stand between two places? @example holdsSumOrGoods(scene, 4, 9) // "18 tanks" */
export const holdsSumOrGoods = ({ analysis, tokens }: Scene, from: number, to: number): boolean => {
  const start = tokens[from]!.start, { end } = tokens[to - 1]!
  return [...analysis.amounts, ...analysis.goods].some((x) => x.start >= start && x.end <= end)
}
const offered = (scene: Scene, from: number, to: number): boolean => {
  const { analysis, tokens } = scene, { nouns } = analysis.language.goods
  return holdsSumOrGoods(scene, from, to)
    || tokens.slice(from, to).some((t) => /^(?:aid|assistance|support|contributions?|tranches?|handovers?|dispatch|transfers?|packages?|deliver(?:y|ies)|donations?|supplies|shipments?|loans?|grants?|funding|contracts?)$/.test(t.lower) || nouns.some((n) => n.length > 5 && t.lower.startsWith(n)))
}

/** ", in a thinly veiled warning", "– in a clear reference to": where the reporter begins to comment. */
export function asideStart(scene: Scene, from: number, end: number): number {
  for (let i = from + 4; i < end - 2; i++) {
    if (!scene.outside(i) || scene.text(i) !== ',' && !scene.isDash(i)) continue
    // ", and she urged the council to …": what else the speaker did.
    if (/^(?:and|but)$/.test(scene.lower(i + 1)) && /^(?:he|she)$/.test(scene.lower(i + 2)) && /ed$/.test(scene.lower(i + 3)) && scene.asking.has(scene.lower(i + 3))) return i
    if (/^(?:citing|referring|echoing|alluding)$/.test(scene.lower(i + 1))) return i
    if (scene.lower(i + 1) === 'in' && /^(?:an?|the|his|her|its|their)$/.test(scene.lower(i + 2))) for (let k = i + 3; k < i + 7 && k < end; k++) if (asides.has(scene.lower(k))) return i
  }
  return end
}
const asides = new Set(['reference', 'warning', 'nod', 'sign', 'swipe', 'dig', 'rebuke', 'allusion', 'message', 'statement', 'interview', 'speech', 'letter', 'tweet', 'post', 'briefing', 'address', 'comments', 'remarks'])

/** A noun phrase of its own stands between verb and quotation: 'said production “will double”'. */
const namesThing = (scene: Scene, at: number, quote: number): boolean => at < quote && /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(scene.tokens[at]!.pos ?? '') && !/^(?:ADP|VERB)$/.test(scene.tokens[quote - 1]!.pos ?? '')

/** Verbs that name one thing by another: the thing named belongs to what was said. */
const naming = /^(?:call|describe|dub|label|term|characteri[sz]e|portray|deem|dismiss|denounce|ridicule|declare|brand|reject|condemn|deride|decry|mock|criticise|criticize|praise|hail)$/

/** A quotation that begins inside a clause or noun phrase: the whole of it is the content. */
function fallback(scene: Scene, a: Attribution, at: number, end: number, rest: Run): Right | null {
  let from = a.verb!.tell ? afterAddressee(scene, at) : at
  if (!a.verb!.tell && /^(?:on|of|for|against|about)$/.test(scene.lower(from)) && from + 1 < rest.from) return right(scene, from + 1, afterQuote(scene, from + 1, end), 'clause')
  if (scene.text(from) === ',') return null
  from = afterAdverbials(scene, from, end)
  if ((scene.tokens[from]?.pos === 'ADP' || scene.lower(from) === 'to') && a.verb!.clause) {
    const clause = clauseStart(scene, from, rest.from)
    // "agreed to such a “capitulation”" says nothing; "said in a note “we will pay”" says what is quoted.
    if (clause < 0) return /^(?:DET|ADJ|ADP|PART)$/.test(scene.tokens[rest.from - 1]?.pos ?? '') ? null : { run: rest, rule: 'quotation' }
    from = clause
  }
  return right(scene, from, afterQuote(scene, from, end), 'clause')
}
/** "… dangerous” and invoked", "…” as he appealed": behind a quotation the reporter goes on. */
function afterQuote(scene: Scene, from: number, end: number): number {
  for (let i = from + 1; i < end - 1; i++) if (scene.isMark(i - 1) && scene.outside(i) && (/^(?:and|but)$/.test(scene.lower(i)) && scene.tokens[i + 1]!.pos === 'VERB' || scene.isDash(i))) return i
  for (let i = from + 4; i < end - 2; i++) if (scene.outside(i) && /^(?:as|though|although)$/.test(scene.lower(i)) && /^(?:he|she|they|it)$/.test(scene.lower(i + 1))) return i
  return subordinateEnd(scene, from, end)
}
function subordinateEnd(scene: Scene, from: number, end: number): number {
  const cut = subordinate(scene, from, end)
  for (let i = cut; i < end; i++) if (!scene.outside(i)) return end
  return cut
}

/** The noun phrase behind an infinitive of purpose. */
export function nounContent(scene: Scene, at: number, end: number): Right | null { return nounStart(scene, at) || scene.isMark(at) ? right(scene, at, end, 'noun phrase') : null }
const nounStart = (scene: Scene, at: number): boolean => {
  const t = scene.tokens[at]
  return t !== undefined && (t.pos === 'DET' || t.pos === 'ADJ' || t.pos === 'NOUN' || t.pos === 'PROPN' || t.pos === 'PRON' || t.pos === 'NUM' || t.pos === 'SYM' || t.pos === 'ADV' || t.pos === 'VERB')
}

/** "told reporters", "told the BBC", "warned allies": where the addressee ends. */
function afterAddressee(scene: Scene, at: number): number {
  const m = scene.mentionFrom(at) ?? scene.mentionFrom(at + 1)
  if (m && m.first - at <= 1) { const next = scene.tokens[m.last + 1]; return next && (next.pos === 'VERB' || next.pos === 'AUX') ? at : m.last + 1 }
  const t = scene.tokens[at]
  if (t?.pos === 'PRON' && /^(?:me|him|her|us|them|you)$/.test(t.lower)) return at + 1
  let i = at
  while (i < at + 6 && (scene.tokens[i]?.pos === 'DET' || scene.tokens[i]?.pos === 'ADJ')) i++
  while (i < at + 7 && (scene.tokens[i]?.pos === 'NOUN' || scene.tokens[i]?.pos === 'PROPN')) i++
  return i > at && !['VERB', 'AUX'].includes(scene.tokens[i]?.pos ?? '') ? i : at
}

const days = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tonight|earlier|later|this|last|week|month|year|morning|evening|afternoon|night|recently|separately|however|also|again|publicly)$/
/** Where words of time end that stand here: "on Thursday", "last week". */
export function afterAdverbials(scene: Scene, at: number, end: number): number {
  let i = at
  for (;;) {
    if (i < end && days.test(scene.lower(i)) && !(scene.lower(i) === 'this' && !days.test(scene.lower(i + 1)))) { i++; continue }
    if (scene.lower(i) === 'on' && days.test(scene.lower(i + 1))) { i += 2; continue }
    return i
  }
}

/** "said at a conference he believed": where the clause begins after a phrase of place. */
function clauseStart(scene: Scene, at: number, end: number): number {
  for (let i = at + 2; i < Math.min(end, at + 16); i++) {
    const t = scene.tokens[i]!, before = scene.tokens[i - 1]!.pos
    if (/^[.;:,]$/.test(t.text)) return -1
    if (/^(?:he|she|it|they|we|i|there)$/.test(t.lower)) return i
    if (t.pos === 'DET' && (before === 'NOUN' || before === 'PROPN' || before === 'NUM') && hasFinite(scene, i, end)) return i
  }
  return -1
}

/** Does a finite verb stand in the clause that begins here? */
export function hasFinite(scene: Scene, from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + 40); i++) {
    const t = scene.tokens[i]!, before = scene.tokens[i - 1]?.pos
    if (i > from + 1 && closing.has(t.lower)) return false
    if (i > from && (t.pos === 'VERB' || t.pos === 'AUX') && (hidden(scene, i, from) || /^(?:and|or)$/.test(scene.lower(i - 1)))) continue
    if (t.pos === 'AUX' && scene.lower(i - 1) !== 'to') return true
    if (t.pos === 'VERB' && !/^(?:to|be|been)$/.test(scene.lower(i - 1)) && !/ing$/.test(t.lower) && i > from && before !== 'ADP') return true
  }
  return false
}
/** Words that open a clause of their own: the finite verb behind them is not that of the content. */
const closing = new Set(['as', 'while', 'which', 'who', 'that', ';', ':', 'because', 'when', 'where', 'unless', 'until'])
/** "the fund it stashed": the verb of a relative clause without its pronoun. */
const hidden = (scene: Scene, verb: number, from: number): boolean => {
  let i = verb - 1
  while (i > 0 && (/^(?:AUX|ADV)$/.test(scene.tokens[i]!.pos ?? '') || /^ha(?:d|s|ve)$/.test(scene.lower(i)))) i--
  return i > from && scene.tokens[i]?.pos === 'PRON' && /^(?:NOUN|PROPN)$/.test(scene.tokens[i - 1]?.pos ?? '')
}

/** The reporter's own clause behind a comma ends the content: ", as he urged", ", though she did not". */
function subordinate(scene: Scene, from: number, end: number): number {
  for (let i = from + 5; i < end - 2; i++) if (scene.text(i) === ',' && scene.outside(i) && /^(?:as|after|though|although|even|in)$/.test(scene.lower(i + 1)) && (scene.lower(i + 1) !== 'as' || scene.tokens[i + 2]?.pos === 'PRON') && (scene.lower(i + 1) !== 'even' || scene.lower(i + 2) === 'though') && (scene.lower(i + 1) !== 'in' || /ing$/.test(scene.lower(i + 2)))) return i
  return end
}
