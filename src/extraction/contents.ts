import type { Attribution, Scene } from './scene.ts'
import { phraseAt } from './speech-words.ts'

/** A run of tokens, `to` exclusive. */
export interface Run { readonly from: number; readonly to: number }

/** The words that an attribution is the source of, in reading order; empty where it has none. */
export interface Content { readonly runs: readonly Run[]; readonly rule: string }

/**
 * What was said: before the source ("X, she said"), after it ("she said that X"), or around it ("X, she said, Y").
 * @param cut the next attribution that ends this content
 * @param done where the content of the attribution before ended
 */
export function contentOf(scene: Scene, a: Attribution, cut: Attribution | undefined, done: number): Content | null {
  const end = cut ? cutBefore(scene, cut, a.to) : scene.tokens.length
  if (a.kind === 'phrase') return ofPhrase(scene, a, end, done)
  if (a.passive) return null
  const right = a.purpose ? nounContent(scene, a.to, end) : rightContent(scene, a, end)
  const hanging = relativeContent(scene, a, end, done)
  if (hanging) return hanging
  const left = a.leaning ? null : leftContent(scene, a, done)
  const unquoted = left !== null && !quotedEnd(scene, left)
  // “X,” he quipped as he left: what follows the source of a whole quotation is the reporter's.
  if (left && !unquoted && right && (right.rule === 'clause' || right.rule === 'noun phrase') && scene.text(right.run.from - 1) !== ',') return { runs: [left, ...tailQuote(scene, a.to, end)], rule: 'before the source' }
  if (left && a.inverted && !right && unquoted && scene.text(a.to) === ',' && end - a.to > 3 && !scene.preposition(a.to + 1)) { const rest = trimRight(scene, a.to + 1, end); if (rest) return { runs: [left, rest], rule: 'around the source' } }
  if (left && a.inverted && right && !unquoted && right.rule !== 'quotation') return { runs: [left, ...tailQuote(scene, a.to, end)], rule: 'before the source' }
  if (left && !right) return { runs: [left, ...tailQuote(scene, a.to, end)], rule: 'before the source' }
  if (right && left && right.rule === 'clause' && scene.text(right.run.from - 1) === ',') return { runs: [left, right.run], rule: 'around the source' }
  if (right && left && right.rule === 'quotation' && !unquoted) return { runs: [left, right.run], rule: 'around the source' }
  if (right && left && right.rule === 'quotation' && scene.text(a.to) === ',' && substantial(scene, left)) return { runs: [left, right.run], rule: 'around the source' }
  return right ? { runs: [right.run], rule: right.rule } : null
}

const quotedEnd = (scene: Scene, run: Run): boolean => !scene.outside(run.to - 1) || !scene.outside(run.to - 2)

/** "money, which officials said would come from reserves": the noun before the comma and the clause after the verb. */
function relativeContent(scene: Scene, a: Attribution, end: number, done: number): Content | null {
  if (a.kind !== 'verb' || scene.lower(a.to) === 'to' || scene.text(a.from - 2) !== ',' || !/^(?:which|who)$/.test(scene.lower(a.from - 1))) return null
  let to = a.to
  while (to < end && !scene.isBreak(to)) to++
  const noun = trimLeft(scene, done, a.from - 2)
  return noun && to - a.to > 2 ? { runs: [noun, { from: a.to, to }], rule: 'around the source' } : null
}

/** Does an attribution end the content of the one before, rather than stand inside it? */
export function endsContent(scene: Scene, a: Attribution, from: number): boolean {
  if (a.from < from) return a.leaning && a.cue > from
  if (a.leaning || a.inverted) return true
  const before = scene.lower(a.from - 1)
  return a.from > from && (scene.isBreak(a.from - 1) || scene.isMark(a.from - 1) || (scene.speech.coordinators.has(before) && before !== 'when' && before !== 'before' && before !== 'after'))
}

const substantial = (scene: Scene, run: Run) => run.to - run.from >= 4 && scene.text(run.to) === ','

/** The next source takes its subject, and the "and" or comma before it, out of this content. */
function cutBefore(scene: Scene, next: Attribution, from: number): number {
  let at = Math.max(from, next.from)
  while (at > from && (scene.speech.coordinators.has(scene.lower(at - 1)) || scene.text(at - 1) === ',' || scene.lower(at - 1) === 'to')) at--
  return at
}
const relatives = new Set(['which', 'who', 'what', 'whom', 'die', 'der', 'das', 'qui', 'che', 'który', 'która', 'які', 'який', 'яка'])

function ofPhrase(scene: Scene, a: Attribution, end: number, done: number): Content | null {
  const opens = a.leaning || a.from <= done + 2 && opening(scene, done, a.from) || scene.text(a.from - 1) === ':' && scene.tokens[a.cue]!.pos === null
  if (opens) {
    const from = afterAside(scene, scene.text(a.to) === ',' ? a.to + 1 : a.to)
    return end - from >= 3 ? { runs: [trimRight(scene, from, end) ?? { from, to: end }], rule: 'after “according to”' } : null
  }
  const left = trimLeft(scene, done, a.from, scene.text(a.to) === ',' ? 1 : 2)
  if (!left) return null
  if (scene.text(a.to) === ',' && end - a.to > 3 && (scene.tokens[a.cue]!.pos === null || hasFinite(scene, a.to + 1, end))) return { runs: [left, trimRight(scene, a.to + 1, end) ?? left], rule: 'around “according to”' }
  // "Hat der Bund nach eigenen Angaben Hilfe geleistet": in German the source stands between the parts of the verb.
  const rest = scene.analysis.language.names.nounsInCapitals && !scene.isBreak(a.to) && end - a.to > 2 && scene.outside(a.to) ? trimRight(scene, a.to, end) : null
  return rest && left.to - left.from >= 2 ? { runs: [left, rest], rule: 'around “according to”' } : { runs: [left], rule: 'before “according to”' }
}
/** ", invece,", ", pourtant,": the reporter's word between the source and what was said. */
const afterAside = (scene: Scene, at: number): number => (scene.tokens[at]?.pos === null && scene.speech.adverbs.has(scene.lower(at)) && scene.text(at + 1) === ',' ? at + 2 : at)
const opening = (scene: Scene, from: number, to: number) => { for (let i = from; i < to; i++) if (!scene.isBreak(i) && !scene.speech.opening.has(scene.lower(i))) return false; return true }

/** Words before the source: a quotation or a clause that ends in a comma, dash or quotation mark right before it. */
function leftContent(scene: Scene, a: Attribution, done: number): Run | null {
  let to = a.from
  if (scene.lower(to - 1) === 'as' || scene.lower(to - 1) === 'wie' || scene.lower(to - 1) === 'jak' || scene.lower(to - 1) === 'як' || scene.lower(to - 1) === 'come' || scene.lower(to - 1) === 'comme') to--
  const last = to - 1
  if (last < done) return null
  const quoteEnds = scene.isMark(last) || scene.quoted(last) || (scene.text(last) === ',' && (scene.isMark(last - 1) || scene.quoted(last - 1)))
  if (!quoteEnds && scene.text(last) !== ',' && !scene.isDash(last)) return null
  if (relatives.has(scene.lower(last)) && !quoteEnds) return null
  const run = trimLeft(scene, done, to)
  if (!run || quoteEnds) return run
  const english = scene.tokens[0]!.pos !== null
  if (english && scene.text(a.to) === ',' && !a.inverted && run.from <= done + 1 && scene.tokens[a.to + 1]?.pos !== 'CCONJ') return run
  return english ? (hasFinite(scene, run.from, run.to) || run.to - run.from > 12 ? run : null) : run.to - run.from > 5 || !scene.preposition(run.from) ? run : null
}

function trimLeft(scene: Scene, from: number, to: number, least = 2): Run | null {
  let start = from, end = to
  if (!scene.quoted(end - 1) && !scene.quoted(end - 2)) for (let i = end - 2; i > start; i--) if (scene.text(i) === ':' && scene.outside(i)) { start = i + 1; break }
  while (start < end && (scene.isBreak(start) || scene.speech.coordinators.has(scene.lower(start)) && start === from && from > 0)) start++
  const opener = phraseAt(scene.speech.opening, scene.tokens, start)
  if (opener && scene.outside(start) && (scene.text(start + opener) === ',' || opener === 1 && /^(?:but|and|so|aber|und|doch|mais|et|ma|ale|але)$/.test(scene.lower(start)))) start += opener + (scene.text(start + opener) === ',' ? 1 : 0)
  while (end > start && scene.isBreak(end - 1) && scene.outside(end - 1)) end--
  return end - start >= least || (end > start && scene.quoted(start)) ? { from: start, to: end } : null
}

/** A noun phrase of its own stands between verb and quotation: 'said production “will double”'. */
const namesThing = (scene: Scene, at: number, quote: number): boolean => at < quote && /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(scene.tokens[at]!.pos ?? '') && !/^(?:ADP|VERB)$/.test(scene.tokens[quote - 1]!.pos ?? '')

/** Verbs that name one thing by another: the thing named belongs to what was said. */
const naming = /^(?:call|describe|dub|label|term|characteri[sz]e|portray|deem|dismiss|denounce|ridicule|declare|brand)$/

interface Right { readonly run: Run; readonly rule: 'clause' | 'that' | 'quotation' | 'noun phrase' | 'colon' }

function rightContent(scene: Scene, a: Attribution, end: number): Right | null {
  const { speech, names } = scene, english = scene.tokens[a.cue]!.pos !== null, verb = a.verb!
  let at = a.to
  if (at >= end) return null
  if (scene.lower(a.from - 1) === 'as' && a.from <= 2 && scene.text(at) === ',') return right(scene, at + 1, end, 'clause')
  if (!english && asSaid.has(scene.lower(a.from - 1)) && scene.text(at) === ',') return right(scene, at + 1, end, 'clause')
  // A marker, a colon or a quotation within reach decides.
  for (let i = at; i < Math.min(end, at + 24); i++) {
    if (scene.isMark(i) || scene.quoted(i)) {
      if (i > at && scene.quoted(i) && !scene.isMark(i - 1) && !scene.isDash(i - 1)) break
      if (english && i > at && !/^[,:]$/.test(scene.text(i - 1)) && (naming.test(verb.lemma) ? nounStart(scene, at) : verb.clause && !verb.tell && namesThing(scene, afterAdverbials(scene, at, i), i))) return fallback(scene, a, at, end, { from: i, to: end })
      if (!english && !verb.clause && i > at && names.determiners.has(scene.lower(at)) && !/^[,:]$/.test(scene.text(i - 1))) {
        // "nannte den Schritt „mutig“": the thing named and its name.
        let close = i
        while (close < end && !scene.outside(close)) close++
        return right(scene, at, close, 'noun phrase')
      }
      const rest = trimRight(scene, i, end)
      if (!rest) return null
      return quotedWhole(scene, at, i) ? { run: rest, rule: 'quotation' } : fallback(scene, a, at, end, rest)
    }
    const word = scene.lower(i)
    if (scene.text(i) === ',' && !english && !speech.that.has(scene.lower(i + 1))) { if (scene.analysis.language.names.cases.length === 0) break }
    if (speech.that.has(word) && !(scene.text(i - 1) === ',' && !commaBeforeThat(scene)) && (i === at || verb.clause || !english) && !(english && scene.tokens[i]!.pos === 'DET' && (i !== at || /^(?:VERB|AUX|PUNCT)$/.test(scene.tokens[i + 1]?.pos ?? 'PUNCT')))) {
      if (i > at + 1 && english && word !== 'that' && !verb.tell) break
      if (i > at + 12 && english || english && i > at && scene.speech.and.has(scene.lower(i - 1))) break
      const from = word === 'that' || !english ? i + 1 : i
      const run = trimRight(scene, /^(?:if|whether|ob|si|se|czy|чи)$/.test(word) ? end : from, end)
      return run && { run, rule: 'that' }
    }
    if (scene.text(i) === ':' && (verb.clause || verb.object || i === at)) { const run = trimRight(scene, i + 1, end); return run && { run, rule: scene.isMark(i + 1) ? 'quotation' : 'colon' } }
    if (/^[.;!?]$/.test(scene.text(i))) break
    if (english && scene.text(i) === ',' && i > at + 3) break
  }
  if (!english) return plainRight(scene, a, at, end)
  if (verb.tell) at = afterAddressee(scene, at)
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
  if (at >= end || scene.isBreak(at)) return null
  const pos = scene.tokens[at]!.pos
  if (pos === 'ADP' && !(verb.object && !verb.clause)) { const clause = clauseStart(scene, at, end); if (clause < 0) return null; at = clause }
  if (pos === 'PART' || scene.lower(at) === 'to') { return verb.lemma === 'vow' || verb.lemma === 'promise' || verb.lemma === 'pledge' ? right(scene, at + 1, end, 'clause') : null }
  if (names.firstPerson.has(scene.lower(at)) && !verb.clause) return null
  const finite = hasFinite(scene, at, end)
  if (verb.clause && finite) return right(scene, at, subordinate(scene, at, end), 'clause')
  if (verb.object && nounStart(scene, at) && !(verb.lemma === 'announce' && a.speakers[0]?.type === 'state')) return right(scene, at, end, 'noun phrase')
  return null
}
const asSaid = new Set(['jak', 'як', 'wie', 'comme', 'come'])
const commaBeforeThat = (scene: Scene): boolean => { const { names } = scene.analysis.language; return names.cases.length > 0 || names.nounsInCapitals || scene.tokens[0]?.pos !== null }
const right = (scene: Scene, from: number, end: number, rule: Right['rule']): Right | null => { const run = trimRight(scene, from, end); return run && { run, rule } }

/** Only words of time, place or address stand between source and quotation. */
function quotedWhole(scene: Scene, from: number, quote: number): boolean {
  for (let i = from; i < quote; i++) {
    const pos = scene.tokens[i]!.pos
    if (scene.text(i) === ':' || scene.text(i) === ',') continue
    if (pos ? pos === 'VERB' || pos === 'PRON' || pos === 'AUX' : scene.speech.that.has(scene.lower(i))) return false
  }
  return quote - from < 3 || scene.text(quote - 1) === ':' || scene.text(quote - 1) === ',' || scene.isBreak(from)
}

/** A quotation that begins inside a clause or noun phrase: the whole of it is the content. */
function fallback(scene: Scene, a: Attribution, at: number, end: number, rest: Run): Right | null {
  if (scene.tokens[a.cue]!.pos === null) { const plain = plainRight(scene, a, at, end); return plain ?? (a.verb!.object || !a.verb!.clause ? { run: trimRight(scene, at, end)!, rule: 'noun phrase' } : { run: rest, rule: 'quotation' }) }
  let from = a.verb!.tell ? afterAddressee(scene, at) : at
  if (!a.verb!.tell && /^(?:on|of|for|against|about)$/.test(scene.lower(from)) && from + 1 < rest.from) return right(scene, from + 1, afterQuote(scene, from + 1, end), 'clause')
  if (scene.text(from) === ',') return null
  from = afterAdverbials(scene, from, end)
  if (scene.tokens[from]?.pos === 'ADP' && a.verb!.clause) { const clause = clauseStart(scene, from, rest.from); if (clause >= 0) from = clause }
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

/** Languages without a tagger: a clause after a comma (German), a noun phrase after the verbs that take one. */
function plainRight(scene: Scene, a: Attribution, at: number, end: number): Right | null {
  const german = scene.analysis.language.speech.particles !== ''
  if (german && a.verb!.clause) {
    for (let i = at; i < Math.min(end, at + 16); i++) if (scene.text(i) === ',') { const run = trimRight(scene, i + 1, end); return run && run.to - run.from >= 3 && !/^(?:der|die|das|wo|wenn|als|weil|um|nachdem|bevor)$/.test(relative(scene, i, run)) ? { run, rule: 'clause' } : null }
  }
  if (a.verb!.object && !scene.isBreak(at) && !scene.preposition(at) && end - at >= 3) return right(scene, at, end, 'noun phrase')
  return null
}
/** A relative clause right behind a noun: its first word and a verb at its end would need a parser; only the sure words count. */
const relative = (scene: Scene, comma: number, run: Run): string => (/^(?:wo|wenn|als|weil|um|nachdem|bevor)$/.test(scene.lower(run.from)) || (scene.mentionOver(comma - 1) !== undefined && scene.lower(comma - 1) !== '' && /^(?:der|die|das)$/.test(scene.lower(run.from)) && run.to - run.from < 5) ? scene.lower(run.from) : '')

function nounContent(scene: Scene, at: number, end: number): Right | null { return nounStart(scene, at) || scene.isMark(at) ? right(scene, at, end, 'noun phrase') : null }
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
function afterAdverbials(scene: Scene, at: number, end: number): number {
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

function hasFinite(scene: Scene, from: number, end: number): boolean {
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
  while (i > 0 && /^(?:AUX|ADV)$/.test(scene.tokens[i]!.pos ?? '')) i--
  return i > from && scene.tokens[i]?.pos === 'PRON' && /^(?:NOUN|PROPN)$/.test(scene.tokens[i - 1]?.pos ?? '')
}

/** The reporter's own clause behind a comma ends the content: ", as he urged", ", though she did not". */
function subordinate(scene: Scene, from: number, end: number): number {
  for (let i = from + 5; i < end - 2; i++) if (scene.text(i) === ',' && scene.outside(i) && /^(?:as|after|though|although|even|in)$/.test(scene.lower(i + 1)) && (scene.lower(i + 1) !== 'as' || scene.tokens[i + 2]?.pos === 'PRON') && (scene.lower(i + 1) !== 'even' || scene.lower(i + 2) === 'though') && (scene.lower(i + 1) !== 'in' || /ing$/.test(scene.lower(i + 2)))) return i
  return end
}

/** Ends before the full stop and before the credit of an agency; begins at a word or a mark. */
function trimRight(scene: Scene, from: number, end: number): Run | null {
  let start = from, stop = end
  while (start < stop && scene.isBreak(start) && scene.outside(start)) start++
  stop = beforeAsk(scene, start, stop)
  while (stop > start && scene.isBreak(stop - 1) && scene.outside(stop - 1)) stop--
  return stop > start ? { from: start, to: stop } : null
}

/** "… the first priority, and asked Lithuania to open": a second verb, of asking, ends what the first one carries. */
function beforeAsk(scene: Scene, from: number, end: number): number {
  for (let i = from + 2; i < end - 3; i++) {
    if (!scene.outside(i) || !scene.speech.and.has(scene.lower(i))) continue
    // "salué « une étape » et remercié Berlin": behind a quoted name the reporter goes on.
    if (scene.tokens[0]!.pos === null && scene.isMark(i - 1) && scene.isMark(from) && !scene.tokens.slice(i, end).some((_, k) => !scene.outside(i + k))) return i
    let v = i + 1
    while (v < i + 4 && (scene.speech.auxiliaries.has(scene.lower(v)) || scene.speech.adverbs.has(scene.lower(v)))) v++
    const { pos, lower } = scene.tokens[v] ?? { pos: null, lower: '' }
    if (scene.asking.has(lower) && scene.outside(v) && (pos === null || /(?:ed|told|sought|begged|bade)$/.test(lower)) && scene.lower(v + 1) !== 'to' && !scene.isBreak(v + 1)) return i
  }
  return end
}

/** `X,” she said, “Y`: the second half of a quotation broken by its source. */
function tailQuote(scene: Scene, at: number, end: number): Run[] {
  for (let i = at; i < end; i++) {
    if (scene.isMark(i) || scene.quoted(i)) { const run = trimRight(scene, i, end); return run ? [run] : [] }
    if (/^[;:]$/.test(scene.text(i))) return []
  }
  return []
}
