import { englishRight, hasFinite, holdsSumOrGoods, nounContent } from './english-contents.ts'
import { afterApposition, aroundInsertion } from './insertions.ts'
import { quotedWhole, right, trimRight, type Right, type Run } from './runs.ts'
import type { Attribution, Scene } from './scene.ts'
import { judged, naming, stressedAt } from './emphasis.ts'
import { phraseAt } from './speech-words.ts'

/** The words that an attribution is the source of, in reading order; empty where it has none. */
export interface Content { readonly runs: readonly Run[]; readonly rule: string }

/**
 * What was said: before the source ("X, she said"), after it ("she said that X"), or around it ("X, she said, Y").
 * @param cut the next attribution that ends this content
 * @param done where the content of the attribution before ended
 */
export function contentOf(scene: Scene, a: Attribution, cut: Attribution | undefined, done: number): Content | null {
  const end = cut ? cutBefore(scene, cut, a.to) : scene.tokens.length
  // "what followed was, as a diplomat put it, “silence”, since …": the quotation alone is his.
  if (asSaid.has(scene.lower(a.from - 1)) && a.from > 3 && scene.text(a.to) === ',' && scene.isMark(a.to + 1) && scene.outside(a.from - 3)) { const run = quotationAt(scene, a.to + 1, end); if (run) return { runs: [run], rule: 'quotation' } }
  // "As Lund wrote in May, …", "As the minister told parliament, …": behind when, where and to whom the comma opens what was said.
  if (scene.lower(a.from - 1) === 'as' && a.from < 3 && a.kind === 'verb' && a.verb!.clause && !a.inverted && scene.tokens[a.cue]!.pos) { const run = behindCircumstance(scene, a, end); if (run) return { runs: [run], rule: 'clause' } }
  const around = aroundInsertion(scene, a, end, done)
  if (around) return { runs: around, rule: 'around the source' }
  if (a.kind === 'phrase') return ofPhrase(scene, a, end, done)
  if (a.passive) return null
  const right = a.purpose ? nounContent(scene, a.to, end) : rightContent(scene, a, end)
  const hanging = relativeContent(scene, a, end, done)
  if (hanging) return hanging
  const left = a.leaning ? null : leftContent(scene, a, done)
  const unquoted = left !== null && !quotedEnd(scene, left)
  // "Gegenüber dem „Spiegel“ sagte X, der Chef: „…“": behind the colon is what was said.
  if (left && right?.rule === 'quotation' && scene.text(right.run.from - 1) === ':' && scene.outside(left.from) && scene.tokens[a.cue]!.pos === null) return { runs: [right.run], rule: right.rule }
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

function behindCircumstance(scene: Scene, a: Attribution, end: number): Run | null {
  if (scene.tokens[a.to]?.pos !== 'ADP' && !a.verb!.tell && !/^(?:last|this|yesterday|earlier|recently|once|later|today|only|back)$/.test(scene.lower(a.to))) return null
  for (let i = a.to + 1; i < Math.min(end - 3, a.to + 11) && scene.outside(i) && !/^[.;:]$/.test(scene.text(i)) && !scene.speech.that.has(scene.lower(i)); i++) if (scene.text(i) === ',') return trimRight(scene, i + 1, end)
  return null
}

/** The quotation that a mark opens, to its closing mark. */
function quotationAt(scene: Scene, mark: number, end: number): Run | null {
  let to = mark + 1
  while (to < end && !scene.outside(to)) to++
  return to - mark > 3 ? { from: mark, to } : null
}

const quotedEnd = (scene: Scene, run: Run): boolean => !scene.outside(run.to - 1) || !scene.outside(run.to - 2)

/** "money, which officials said would come from reserves": the noun before the comma and the clause after the verb. */
function relativeContent(scene: Scene, a: Attribution, end: number, done: number): Content | null {
  if (a.kind !== 'verb' || scene.lower(a.to) === 'to' || scene.text(a.from - 2) !== ',' || !/^(?:which|who|whom)$/.test(scene.lower(a.from - 1))) return null
  // "a workshop, which she describes as “more use than bottles”": what it is called is said, the thing is the reporter's.
  if (scene.lower(a.to) === 'as' && scene.isMark(a.to + 1)) { const run = quotationAt(scene, a.to + 1, end); return run && { runs: [run], rule: 'quotation' } }
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
  // "…; the price, she says, will fall": what is said next began behind the semicolon.
  for (let i = at - 1; i > from && scene.text(at - 1) === ','; i--) if (scene.text(i) === ';' && scene.outside(i)) return i
  while (at > from && (scene.speech.coordinators.has(scene.lower(at - 1)) || scene.text(at - 1) === ',' || scene.lower(at - 1) === 'to')) at--
  return at
}
const relatives = new Set(['which', 'who', 'what', 'whom', 'die', 'der', 'das', 'qui', 'che', 'który', 'która', 'які', 'який', 'яка'])

function ofPhrase(scene: Scene, a: Attribution, end: number, done: number): Content | null {
  const opens = a.leaning || a.from <= done + 2 && opening(scene, done, a.from) || scene.text(a.from - 1) === ':' && scene.tokens[a.cue]!.pos === null && !scene.isMark(a.from - 2)
  if (opens) {
    const from = afterAside(scene, scene.text(a.to) === ',' ? (scene.mentionOver(a.to - 1) ? afterApposition(scene, a.to, end) : a.to) + 1 : a.to)
    return end - from >= 3 ? { runs: [trimRight(scene, from, end) ?? { from, to: end }], rule: 'after “according to”' } : null
  }
  const left = trimLeft(scene, done, a.from, scene.text(a.to) === ',' ? 1 : 2)
  if (!left) return null
  if (scene.text(a.to) === ',' && end - a.to > 3 && !(quotedEnd(scene, left) && !scene.tokens.slice(a.to, end).some((_, k) => !scene.outside(a.to + k))) && (scene.tokens[a.cue]!.pos === null || hasFinite(scene, a.to + 1, end))) return { runs: [left, trimRight(scene, a.to + 1, end) ?? left], rule: 'around “according to”' }
  // "Hat der Bund nach eigenen Angaben Hilfe geleistet": in German the source stands between the parts of the verb.
  const rest = scene.analysis.language.names.nounsInCapitals && !scene.isBreak(a.to) && end - a.to > 2 && scene.outside(a.to) ? trimRight(scene, a.to, end) : null
  return rest && left.to - left.from >= 2 ? { runs: [left, rest], rule: 'around “according to”' } : { runs: [left], rule: 'before “according to”' }
}
/** ", invece,", ", pourtant,": the reporter's word between the source and what was said. */
function afterAside(scene: Scene, at: number): number {
  if (scene.tokens[at]?.pos !== null) return at
  if (scene.speech.adverbs.has(scene.lower(at)) && scene.text(at + 1) === ',') return at + 2
  // "Selon X, rapporteure du budget, « … »": an apposition before the quotation.
  for (let i = at + 1; i < at + 9 && scene.outside(i); i++) if (scene.text(i) === ',') return scene.isMark(i + 1) ? i + 1 : at
  return at
}
const opening = (scene: Scene, from: number, to: number) => { for (let i = from; i < to; i++) if (!scene.isBreak(i) && !scene.speech.opening.has(scene.lower(i))) return false; return true }

const pointers = new Set(['o czym', 'o tym', 'про це', 'про що', 'ce que', 'ce qu’', 'ce qu\''])

/** Words before the source: a quotation or a clause that ends in a comma, dash or quotation mark right before it. */
function leftContent(scene: Scene, a: Attribution, done: number): Run | null {
  const end = scene.tokens.length
  let to = a.from
  if (scene.lower(to - 1) === 'as' || scene.lower(to - 1) === 'wie' || scene.lower(to - 1) === 'jak' || scene.lower(to - 1) === 'як' || scene.lower(to - 1) === 'come' || scene.lower(to - 1) === 'comme') to--
  // "…, o czym przypomniała", "… – про це повідомив": a pointer back to the words before the mark.
  if (pointers.has(scene.lower(to - 2) + ' ' + scene.lower(to - 1)) && (scene.text(to - 3) === ',' || scene.isDash(to - 3))) return trimLeft(scene, done, to - 2)
  const last = to - 1
  if (last < done) return null
  const quoteEnds = scene.isMark(last) || scene.quoted(last) || (scene.text(last) === ',' && (scene.isMark(last - 1) || scene.quoted(last - 1)))
  if (!quoteEnds && scene.text(last) !== ',' && !scene.isDash(last)) return null
  if (relatives.has(scene.lower(last)) && !quoteEnds) return null
  const run = trimLeft(scene, done, to)
  if (!run || quoteEnds || a.inverted && scene.text(a.to) === ',') return run
  // "Auditionnée mardi par la commission, X a annoncé": before a subject that keeps its place stand circumstances.
  if (!a.inverted && a.kind === 'verb' && to === a.from && scene.tokens[0]!.pos === null && scene.analysis.language.names.cases.length === 0) return null
  const english = scene.tokens[0]!.pos !== null
  if (english && scene.text(a.to) === ',' && !a.inverted && run.from <= done + 1 && scene.tokens[a.to + 1]?.pos !== 'CCONJ') return run
  return english ? (hasFinite(scene, run.from, run.to) || run.to - run.from > 12 || run.to - run.from > 6 && end - a.to < 5 && /^(?:DET|PRON|NOUN|PROPN)$/.test(scene.tokens[run.from]!.pos!) ? run : null) : run.to - run.from > 5 || !scene.preposition(run.from) ? run : null
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

/** What stands behind the source, in languages without a tagger. */
function rightContent(scene: Scene, a: Attribution, end: number): Right | null {
  if (scene.tokens[a.cue]!.pos !== null) return englishRight(scene, a, end)
  const { speech, names } = scene, verb = a.verb!
  // "Fa presente, inoltre, che …": the reporter's word between two commas.
  const at = scene.text(a.to) === ',' && speech.adverbs.has(scene.lower(a.to + 1)) && scene.text(a.to + 2) === ',' && speech.that.has(scene.lower(a.to + 3)) ? a.to + 3 : a.to
  if (at >= end) return null
  const stressed = a.inverted ? null : stressedAt(scene, a.cue)
  if (stressed) return right(scene, stressed.from, Math.min(stressed.to, end), 'noun phrase')
  // "Jak przekazały dwie osoby znające sprawę, …": what hangs on the source ends at the comma.
  if (asSaid.has(scene.lower(a.from - 1))) { let comma = at; while (comma < at + 10 && comma < end && !scene.isBreak(comma) && scene.outside(comma)) comma++; if (scene.text(comma) === ',') return right(scene, comma + 1, end, 'clause') }
  // "sagte Honoré Durand, der Geschäftsführer des Unternehmens: „…“": an apposition before the colon of a quotation.
  const colon = scene.text(at) === ',' ? colonBeforeQuote(scene, at, end) : -1
  if (colon > 0) { const run = trimRight(scene, colon + 1, end); if (run) return { run, rule: 'quotation' } }
  // A marker, a colon or a quotation within reach decides.
  for (let i = at; i < Math.min(end, at + 24); i++) {
    // "Sagte dem „Spiegel“, …": the name of a paper, not the words.
    const slavic = i === at && scene.analysis.language.names.cases.length > 0
    const paper = scene.isMark(i) && (addressed.has(scene.lower(i - 1)) || slavic && [2, 3, 4].some((n) => scene.isMark(i + n) && scene.text(i + n + 1) === ',' && speech.that.has(scene.lower(i + n + 2)))) ? [2, 3, 4].find((n) => scene.isMark(i + n)) : undefined
    if (paper && end - i - paper > 4) { i += paper; continue }
    if (scene.isMark(i) || scene.quoted(i)) {
      if (i > at && scene.quoted(i) && !scene.isMark(i - 1) && !scene.isDash(i - 1)) break
      if (i > at && (!verb.clause && names.determiners.has(scene.lower(at)) && !/^[,:]$/.test(scene.text(i - 1)) || naming(scene, a.cue) && !scene.tokens.slice(at, i).some((_, k) => scene.isBreak(at + k)))) {
        // "nannte den Schritt „mutig“": the thing named and its name.
        let close = i
        while (close < end && !scene.outside(close)) close++
        return right(scene, at, close, naming(scene, a.cue) ? 'judgement' : 'noun phrase')
      }
      const rest = trimRight(scene, i, end)
      if (!rest || quotedWhole(scene, at, i)) return rest && { run: rest, rule: 'quotation' }
      return plainRight(scene, a, at, end) ?? (verb.object || !verb.clause ? { run: trimRight(scene, at, end)!, rule: 'noun phrase' } : { run: rest, rule: 'quotation' })
    }
    const word = scene.lower(i)
    if (scene.text(i) === ',' && !speech.that.has(scene.lower(i + 1)) && scene.analysis.language.names.cases.length === 0) break
    if (speech.that.has(word) && !(scene.text(i - 1) === ',' && i > at && !commaBeforeThat(scene)) && !(i > at + 1 && ofTopic(scene, at, i))) {
      const run = trimRight(scene, /^(?:ob|si|se|czy|чи)$/.test(word) ? end : i + 1, end)
      return run && { run, rule: /^(?:aby|żeby|by|щоб)$/.test(word) ? 'clause' : 'that' }
    }
    if (scene.text(i) === ':' && (verb.clause || verb.object || i === at)) { const run = trimRight(scene, i + 1, end); return run && { run, rule: scene.isMark(i + 1) ? 'quotation' : 'colon' } }
    if (/^[.;!?]$/.test(scene.text(i))) break
  }
  return plainRight(scene, a, at, end)
}
/** The colon right before a quotation that an apposition of a few words leads to, or -1. */
function colonBeforeQuote(scene: Scene, at: number, end: number): number {
  for (let i = at + 1; i < Math.min(end, at + 16) && scene.outside(i) && !scene.speech.that.has(scene.lower(i)); i++) if (scene.text(i) === ':') return scene.isMark(i + 1) ? i : -1
  return -1
}
/** "Riferisce dell’incontro che ha avuto", "parle de la réunion que …": in French and Italian the relative clause of what somebody tells of. */
function ofTopic(scene: Scene, at: number, that: number): boolean {
  if (commaBeforeThat(scene)) return false
  let i = at
  while (scene.speech.adverbs.has(scene.lower(i))) i++
  return /^(?:del|dello|della|dell’|dell'|dei|degli|delle|du|des|sul|sulla|sull’|sull')$/.test(scene.lower(i)) && that > i + 1 && !/^(?:fatto|fait|idea|ipotesi|idée|hypothèse|principe|principio|point|punto)$/.test(scene.lower(that - 1)) && /^\p{L}+$/u.test(scene.text(that - 1))
}
const asSaid = new Set(['as', 'jak', 'як', 'wie', 'comme', 'come'])
const commaBeforeThat = (scene: Scene): boolean => { const { names } = scene.analysis.language; return names.cases.length > 0 || names.nounsInCapitals }

/** Languages without a tagger: a clause after a comma (German), a noun phrase after the verbs that take one. */
function plainRight(scene: Scene, a: Attribution, at: number, end: number): Right | null {
  const german = scene.analysis.language.speech.particles !== ''
  if (german && !scene.isBreak(at)) {
    // "Sprach sich für eine Reform aus", "warb um Geduld": what somebody speaks for.
    const cause = /^(?:sprach|sprachen|spricht|sprechen|setzte|setzt|warb|wirbt|plädiert|plädierte)$/.test(scene.lower(a.cue)) ? [at, at + 1, at + 2].find((k) => (/^(?:für|gegen|um)$/.test(scene.lower(k)) || scene.lower(k) === 'von' && /^einem?r?$/.test(scene.lower(k + 1)) && /^spr[aei]ch/.test(scene.lower(a.cue))) && scene.outside(k)) : undefined
    let stop = cause === undefined ? 0 : cause + 1
    while (cause !== undefined && stop < end && !/^[.;,]$/.test(scene.text(stop)) && !(scene.speech.particles.has(scene.lower(stop)) && scene.isBreak(stop + 1))) stop++
    if (cause !== undefined && stop - cause > 2) return right(scene, cause + 1, stop, 'noun phrase')
  }
  if (german && a.verb!.clause) {
    for (let i = at; i < Math.min(end, at + 16); i++) if (scene.text(i) === ',') { if (tellsOfThing(scene, a, at, i, end)) return null; const run = trimRight(scene, i + 1, end); return run && run.to - run.from >= 3 && !/^(?:der|die|das|wo|wenn|als|weil|um|nachdem|bevor)$/.test(relative(scene, i, run)) ? { run, rule: 'clause' } : null }
  }
  if (!german && (a.verb!.clause || reflexive.has(scene.lower(a.cue - 2))) && infinitiveAt(scene, at)) return right(scene, at, end, 'clause')
  // "S’est dite favorable à", "si è detto pronto a": an attitude told of oneself.
  if (!german && /^(?:dit|dice)$/.test(a.verb!.lemma) && [1, 2, 3].some((k) => reflexive.has(scene.lower(a.cue - k))) && !scene.isBreak(at) && !scene.isMark(at) && end - at >= 2) return right(scene, at, end, 'clause')
  const noun = /^(?:faveur|favore)$/.test(scene.lower(at + 1)) ? at + 3 : scene.preposition(at) && leadingOf.has(scene.lower(at)) ? at + 1 : at
  // "Пообіцяв довести видатки до 5 %", "obiecał podnieść wydatki".
  if (/^(?:по?обіця|обіця|obieca|obiecuj|przyrze|zadeklarowa)/u.test(scene.lower(a.cue)) && scene.analysis.language.names.cases.length > 0 && /(?:ти|тися|тись|ć)$/u.test(scene.lower(at))) return right(scene, at, end, 'clause')
  if (offers(scene, a.cue, noun, end)) return null
  if (a.verb!.object && !scene.isBreak(noun) && !scene.preposition(noun) && end - noun >= (judged(scene, a.cue) ? 2 : 3)) return right(scene, noun, end, judged(scene, a.cue) ? 'judgement' : 'noun phrase')
  return null
}
/** "Ogłosił przekazanie 40 mln euro", "оголосив про новий пакет": goods, a sum or aid announced is support, and nothing said. */
function offers(scene: Scene, cue: number, at: number, end: number): boolean {
  if (!announcing.test(scene.lower(cue))) return false
  return holdsSumOrGoods(scene, at, Math.max(end, at + 1)) || scene.tokens.slice(at, Math.min(end, at + 5)).some((t) => aid.test(t.lower))
}
const announcing = /^(?:zapowi|ogłosi|ogłasza|potwierdz|оголо[сш]|анонс|підтверд|annonc|confirm|annunci|conferm|kündig|angekündig|bestätig|sagte$)/u
const aid = /^(?:pakiet|pomoc|wsparci|dostaw|przekazani|darowizn|пакет|допомог|підтримк|постачан|передач|внес[ок]|донат|paket|hilfspaket|hilfe|lieferung|livraison|aides?$|don$|consegna|fornitura|aiuti|pacchett)/u

/** Romance verbs of speech carry infinitives: "dit avoir livré", "ha detto di voler aiutare". */
const infinitiveAt = (scene: Scene, at: number): boolean => {
  const { code, names } = scene.analysis.language
  if (names.cases.length > 0) return false
  let i = at
  while (/^(?:ne|n’|n'|pas|plus|non|bien)$/.test(scene.lower(i)) || code === 'it' && i < at + 2 && /^(?:di|d’|d')$/.test(scene.lower(i))) i++
  return scene.outside(i) && /^\p{Ll}{2,}$/u.test(scene.text(i)) && (code === 'fr' ? /(?:er|ir|re)$/.test(scene.lower(i)) && !/^(?:pour|par|sur|hier|entre|contre|autre|notre|votre|encore|outre|mer)$/.test(scene.lower(i)) && !scene.preposition(i) && !scene.names.determiners.has(scene.lower(i)) : code === 'it' && i > at && /(?:[aei]re|rre|[aei]r|rsi)$/.test(scene.lower(i)))
}
const addressed = new Set(['dem', 'der', 'den', 'au', 'à', 'al', 'alla', 'a'])
const reflexive = new Set(['s’', "s'", 'se', 'si'])
/** Prepositions that verbs with a noun phrase may have before it: "s’est félicité de", "ha plaudito alla". */
const leadingOf = new Set(['de', 'd’', "d'", 'du', 'des', 'pour', 'di', 'del', 'della', 'dell’', 'dei', 'delle', 'per'])

/** "Kündigte ein Paket an, zu dem … gehören", "mahnte Paris, sich zu beteiligen": what hangs on a thing that was promised, or is asked of somebody, is no content. */
function tellsOfThing(scene: Scene, a: Attribution, at: number, comma: number, end: number): boolean {
  if (scene.asking.has(scene.lower(a.cue)) && comma > at && scene.lower(end - 1) !== '' && scene.tokens.slice(comma, end).some((t, k) => t.lower === 'zu' && /(?:en|ern|eln)$/.test(scene.lower(comma + k + 1)) && (comma + k + 2 >= end || scene.isBreak(comma + k + 2)))) return true
  if (scene.asking.has(scene.lower(a.cue)) && scene.tokens.slice(comma, end).some((t) => t.lower.endsWith('en') && t.lower.indexOf('zu') > 1)) return true
  const thing = scene.tokens.slice(at, comma).some((t, k) => /^(?:ein|eine|einen|einem|weitere|weiteren|neue|neuen|mehrere)$|^\d/.test(t.lower) || scene.analysis.language.numbers.cardinals[t.lower] !== undefined || scene.analysis.amounts.some((x) => x.start === scene.tokens[at + k]!.start))
  // "Kündigte 50 Millionen an, davon 20 für Moldau".
  if (/^(?:davon|darunter|wovon|worunter|einschließlich|inklusive)$/.test(scene.lower(comma + 1))) return true
  const first = scene.preposition(comma + 1) ? comma + 2 : comma + 1
  return thing && /^(?:der|die|das|dem|den|denen|deren|dessen|womit|wofür|worin)$/.test(scene.lower(first))
}

/** A relative clause right behind a noun: its first word and a verb at its end would need a parser; only the sure words count. */
const relative = (scene: Scene, comma: number, run: Run): string => (/^(?:wo|wenn|als|weil|um|nachdem|bevor)$/.test(scene.lower(run.from)) || (scene.mentionOver(comma - 1) !== undefined && scene.lower(comma - 1) !== '' && /^(?:der|die|das)$/.test(scene.lower(run.from)) && run.to - run.from < 5) ? scene.lower(run.from) : '')

/** `X,” she said, “Y`: the second half of a quotation broken by its source. */
function tailQuote(scene: Scene, at: number, end: number): Run[] {
  for (let i = at; i < end; i++) {
    if (scene.isMark(i) || scene.quoted(i)) { const run = trimRight(scene, i, end); return run ? [run] : [] }
    if (/^[;:]$/.test(scene.text(i))) return []
  }
  return []
}
