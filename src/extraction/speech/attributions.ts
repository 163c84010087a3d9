import type { Mention } from '../../core/claim.ts'
import { traitOf } from '../words/forms.ts'
import { emphasis } from './emphasis.ts'
import { renamed } from './english-contents.ts'
import { englishSubject, showing } from './english-subjects.ts'
import { subjectRight, type Subject } from './nominals.ts'
import type { Attribution, Memory, Scene } from './scene.ts'
import { ofPossessor, opensSource, opensView, phraseSource } from './sources.ts'
import type { SpeechTable, Verb } from './speech-words.ts'
import { beforeAuxiliary, byAgent, leansOn, subjectOf } from './subjects.ts'
import { beforeColon, behindMarks, behindQuote, heard, narrative, ownedQuote, unlistedVerb } from './unlisted.ts'

/** The attributions of a turn, in order; leaning ones take the speaker of the one before. */
export function findAttributions(scene: Scene, memory: Memory): Attribution[] {
  const out: Attribution[] = [], may = mayTell(scene.speech)
  for (let i = 0; i < scene.tokens.length; i++) {
    // Where words have tags, no place tells a verb of speech that the tables do not list.
    const { pos, form } = scene.tokens[i]!
    if (pos !== null && !may(form) && !(opensView(form) && ofPossessor(scene, i)) && !(scene.marked && pos === 'VERB' && behindMarks(scene, i)) || !scene.outside(i)) continue
    const found = phraseSource(scene, i, memory, out.at(-1)) ?? heard(scene, i) ?? ownedQuote(scene, i) ?? beforeTelling(scene, i, memory, out.at(-1)) ?? boundTelling(scene, i, memory, out.at(-1)) ?? verbSource(scene, i, memory, out.at(-1))
    if (!found) continue
    out.push(found)
    i = Math.max(i, found.kind === 'phrase' ? found.to - 1 : found.cue)
  }
  const alone = beforeColon(scene, memory, out)
  return alone ? [alone, ...out] : out
}

/** "Non esclude un rinvio", "did not rule out": with a negation these say that a thing may be. */
const excluding = /^(?:rule out|esclude|exclu|wyklucz|виключ)/u

/** Can a phrase of source or a verb of speech begin with a word? */
const mayTell = traitOf((form, speech: SpeechTable): boolean => opensSource(speech)(form) || speech.verbs.has(form.lower) || speech.double.has(form.lower) || opensIdiom.test(form.lower) || figuring.test(form.lower) || finding.has(form.lower) || laying.test(form.lower))
/** The first words of "let it be known", "made it clear". */
const opensIdiom = /^(?:let|lets|made|makes)$/

function verbSource(scene: Scene, i: number, memory: Memory, before: Attribution | undefined): Attribution | null {
  const { speech, tokens } = scene, token = tokens[i]!
  // "Fa inoltre presente": an adverb between the two words.
  const gap = speech.double.has(token.lower) && speech.adverbs.has(scene.lower(i + 1)) ? 2 : 1
  const two = speech.double.has(token.lower) ? speech.verbs.get(token.lower + ' ' + scene.lower(i + gap)) : undefined
  // "let it be known", "made it clear".
  const idiom = token.pos && opensIdiom.test(token.lower) && scene.lower(i + 1) === 'it' ? (scene.lower(i + 2) === 'be' && scene.lower(i + 3) === 'known' ? 4 : /^(?:known|clear|plain)$/.test(scene.lower(i + 2)) ? 3 : 0) : 0
  const stress = idiom === 0 && token.pos !== null ? stressing(scene, i) : 0
  const verb = idiom ? known : stress ? stressed : figured(scene, i) ?? found(scene, i) ?? two ?? emphasis(scene, i) ?? speech.verbs.get(token.lower) ?? unlistedVerb(scene, i)
  const telling = memory.speaker && narrative(scene, i)
  if (telling) return { kind: 'verb', from: 0, to: 3, cue: i, verb: telling, speakers: [memory.speaker!], inverted: false, leaning: false, purpose: false, passive: false }
  if (!verb) return null
  // "La nota precisa": the noun for a text.
  if (token.pos === null && scene.names.texts.has(token.lower) && scene.names.determiners.has(scene.lower(i - 1))) return null
  if (token.pos && token.pos !== 'VERB' && token.pos !== 'AUX' && !(token.lower.endsWith('ed') && token.pos !== 'NOUN') && !(scene.isMark(i - 1) || scene.text(i - 1) === ',' || ((verb.clause || scene.lower(i + 1) === 'as') && (scene.lower(i + 1) === 'that' || scene.text(i + 1) === ':' || scene.isMark(i + 1) || scene.lower(i + 1) === 'as' && scene.isMark(i + 2) || scene.mentionOver(i - 1)?.last === i - 1 && scene.tokens[i + 1]?.pos !== 'NOUN' && scene.tokens[i + 1]?.pos !== 'ADP')))) return null
  const end = i + (idiom || stress || (two ? gap + 1 : 1))
  if (token.pos && scene.lower(end) === 'by' && !passiveBefore(scene, i)) return null
  if (/^['’]s$/.test(scene.text(i - 1))) return null
  // "Member states that buy together", "Kyiv states its needs".
  if (token.pos && token.lower === 'states' && (scene.lower(i - 1) === 'member' || scene.tokens[i + 1]?.pos === 'PRON' || /^(?:its|his|her|their)$/.test(scene.lower(i + 1)))) return null
  // "Das heißt, dass wir warten": without "es" nobody says it.
  if (/^h(?:ei|ie)(?:ß|ss)t?$/.test(token.lower) && speech.impersonal.has(token.lower) && scene.lower(end) !== 'es' && ![1, 2, 3].some((k) => scene.lower(i - k) === 'es')) return null
  if (speech.separable.has(token.lower) && !hasParticle(scene, end, token.lower)) return null
  let from = i, negated = false, passive = false, finite = false, oneself = false
  while (from > 0 && scene.outside(from - 1)) {
    const word = scene.lower(from - 1), adverbs = adverbBefore(scene, from)
    if (speech.negations.has(word)) { negated = true; from--; continue }
    if (speech.auxiliaries.has(word)) { finite = true; if (speech.passives.has(word) && !/ing$/.test(token.lower)) passive = true; from--; continue }
    if (adverbs > 0) { from -= adverbs; continue }
    if (token.pos === null && reflexive.test(scene.text(from - 1))) { oneself = true; from--; continue }
    // "Elle lui a dit", "il ministro mi ha detto": to whom.
    if (token.pos === null && finite && addressee.test(word)) { from--; continue }
    break
  }
  // "Dopo aver espresso solidarietà", "sans avoir dit": an infinitive says nothing.
  if (token.pos === null && scene.tokens.slice(Math.max(0, from - 1), i).some((t) => /^(?:aver|avere|avoir)$/.test(t.lower))) return null
  // "Hat vorige Woche in Oslo gesagt": in German the parts of the verb embrace the rest of the clause.
  const bracket = token.pos === null && perfect.test(token.lower) && scene.analysis.language.names.nounsInCapitals ? bracketOf(scene, i, end) : -1
  if (bracket === -2) return null
  if (bracket >= 0) {
    const subject = embraced(scene, bracket, i, memory)
    return subject && { kind: 'verb', from: Math.min(subject.from ?? bracket, bracket), to: end, cue: i, verb, speakers: subject.speakers, inverted: false, leaning: false, purpose: false, passive: false }
  }
  // "… is said to have remarked": told by others, and told all the same.
  const hearsay = token.pos && scene.lower(from) === 'have' && scene.lower(from - 1) === 'to' && /^(?:said|reported|believed|understood|heard|known)$/.test(scene.lower(from - 2)) && speech.passives.has(scene.lower(from - 3))
  if (hearsay) { from -= 3; passive = false; finite = true }
  if (negated && !excluding.test(verb.lemma) || deniedAfter(scene, end) || token.pos && (unsaid(scene, from, i, verb, memory) || /^['’]s$/.test(scene.text(end)))) return null
  // "Was keen to stress", "went on to say"; "as Lund likes to put it", "he used to say": what somebody says over and over.
  const habit = token.pos && scene.lower(from - 1) === 'to' && (two || verb.clause) && usual.test(scene.lower(from - 2))
  if (habit) { from -= 2; while (from > 1 && leadingTo.test(scene.lower(from - 1))) from-- }
  const leaning = participle(scene, i) && !finite, purpose = scene.lower(from - 1) === 'to'
  const cited = token.lower === 'saying' && scene.lower(i - 1) === 'as' ? citedBefore(scene, i - 1) : null
  if (cited) return { kind: 'verb', from: cited.from, to: end, cue: i, verb, speakers: [cited.mention], inverted: false, leaning: false, purpose: false, passive: false }
  // "was quoted as saying": told by others, and told all the same.
  const quoted = token.lower === 'saying' && scene.lower(i - 1) === 'as' && /^(?:quoted|cited|reported)$/.test(scene.lower(i - 2)) && speech.passives.has(scene.lower(i - 3)) ? i - 3 : 0
  if (quoted) { const subject = englishSubject(scene, quoted, end, verb, memory, before); return subject ? { kind: 'verb', from: Math.min(subject.from ?? quoted, quoted), to: end, cue: i, verb, speakers: subject.speakers, inverted: false, leaning: false, purpose: false, passive: false } : null }
  if (purpose && !(speech.infinitives.has(token.lower) && scene.tokens.slice(0, from).some((t) => speech.talk.has(t.lower)))) return null
  if (!verb.clause && !verb.object && !closesSentence(scene, verb, from, end) && !besideQuote(scene, from, end) && !(token.pos && renamed(scene, verb.lemma, end) > 0)) return null
  if (oneself && intending.test(token.lower)) return null
  if (passive && (quotedAs.has(token.lower) || oneself)) passive = false
  if (passive) { const agent = byAgent(scene, end); return agent ? { kind: 'verb', from: 0, to: agent.to, cue: i, verb, speakers: [agent.mention], inverted: true, leaning: false, purpose: false, passive: true } : null }
  if (firstPerson(scene, from)) return null
  if (/^(?:przewid|передбач|prévo|preved)/u.test(token.lower) && scene.tokens[i]!.pos === null) { const who = subjectOf(scene, from, i, end, verb, memory, before); if (!who || who.speakers[0]!.type !== 'person' || !scene.turn.mentions.some((m) => m.mention === who.speakers[0])) return null }
  const subject = purpose || leaning ? leansOn(scene, from, before, memory) : subjectOf(scene, from, i, end, verb, memory, before)
  if (subject && verb.lemma === 'put' && subject.speakers[0]!.type === 'unknown') return null
  if (subject && token.pos && [subject.from ?? from, (subject.from ?? from) - 1].some((k) => nobodys.has(scene.lower(k)))) return null
  if (!subject || token.pos && !finite && !purpose && !habit && !agrees(token.lower, verb, subject)) return null
  // "Should conclude … and write that figure into": a bare verb goes on with the modal before.
  if (subject.shared && token.pos && !finite && token.lower === verb.lemma && scene.tokens.slice(0, from).some((t) => modal.has(t.lower) || t.lower === 'to')) return null
  // "„…“, wird Panetta zitiert", "„…“, hatte Winterkorn in einem Interview erklärt": the verb comes in two parts.
  const start = Math.min(subject.from ?? from, from), begin = token.pos === null && speech.auxiliaries.has(scene.lower(start - 1)) && behindQuote(scene, start - 1) ? start - 1 : start
  return { kind: 'verb', from: begin, to: Math.max(subject.to ?? end, end), cue: i, verb, speakers: subject.speakers, inverted: subject.inverted ?? false, leaning: leaning || purpose || (subject.shared ?? false), purpose, passive: false }
}

/** The auxiliary that a German participle at the end of its clause belongs to: -1 where it needs none, -2 where it has none. */
function bracketOf(scene: Scene, i: number, end: number): number {
  if (scene.speech.auxiliaries.has(scene.lower(i - 1))) return -1
  if (scene.isBreak(end) || scene.isMark(end)) for (let k = i - 1; k >= Math.max(0, i - 18) && scene.outside(k) && !scene.isBreak(k) && !scene.speech.negations.has(scene.lower(k)); k--) if (having.test(scene.lower(k))) return k
  return /^ge/.test(scene.lower(i)) && !/^gesteht|^gestand/.test(scene.lower(i)) ? -2 : -1
}
const perfect = /^(?:\p{L}{2,6})?ge\p{L}+(?:t|en)$|^(?:be|er|ver|ent|zer|unter)\p{L}+(?:t|en)$|iert$/u, having = /^(?:hat|haben|hatte|hatten|habe|hätte|hätten)$/

/** Who stands before the auxiliary, or between it and its participle: "Am Montag hat Minister Lenz in Oslo gesagt". */
function embraced(scene: Scene, aux: number, cue: number, memory: Memory): Subject | null {
  const left = beforeAuxiliary(scene, aux, memory)
  if (left) return left
  const right = subjectRight(scene, aux + 1, cue - aux - 1, memory)
  return right && { ...right, from: aux }
}

/** "Drew attention to", "laid great stress on": how many words the idiom takes, or 0. */
function stressing(scene: Scene, i: number): number {
  if (!laying.test(scene.lower(i))) return 0
  const noun = [1, 2].find((k) => /^(?:attention|stress|emphasis|weight)$/.test(scene.lower(i + k))) ?? 0
  return noun > 0 && /^(?:to|on|upon)$/.test(scene.lower(i + noun + 1)) && !scene.isBreak(i + noun + 4) ? noun + 2 : 0
}
const laying = /^(?:dr(?:ew|aws?|awing)|call(?:ed|s|ing)?|la(?:id|ys?|ying)|plac(?:ed?|es|ing)|puts?|putting)$/
const stressed: Verb = { lemma: 'highlight', clause: false, object: true, tell: false, credit: false }

/** "put the value of the goods at 31 billion won", "estimates the share at a third": a figure told of something. */
function figured(scene: Scene, i: number): Verb | null {
  if (scene.tokens[i]!.pos === null || !figuring.test(scene.lower(i)) || !/^(?:DET|NOUN|PROPN|ADJ)$/.test(scene.tokens[i + 1]?.pos ?? '')) return null
  for (let k = i + 2; k < i + 22 && k < scene.tokens.length - 1 && scene.outside(k) && !/^[,;:.]$/.test(scene.text(k)); k++) {
    if (scene.lower(k) !== 'at') continue
    let n = k + 1
    while (n < k + 5 && /^(?:more|less|fewer|than|about|around|some|over|nearly|almost|roughly|up|to|least|at|just|a|an|€|£|\$|[a-z]{1,2}\$|us\$)$/.test(scene.lower(n))) n++
    return scene.tokens[n]?.pos === 'NUM' || /^\d/.test(scene.text(n)) || /^(?:half|third|quarter|zero)$/.test(scene.lower(n)) ? { lemma: 'put', clause: false, object: true, tell: false, credit: false } : null
  }
  return null
}
const figuring = /^(?:puts?|putting|estimate[sd]?|estimating|value[sd]?)$/

/** "consider the schedule too optimistic", "found the offer generous": verbs that say something only where they name a quality of a thing. */
function found(scene: Scene, i: number): Verb | null {
  const lemma = scene.tokens[i]!.pos === null ? undefined : finding.get(scene.lower(i))
  const that = lemma === 'find' && scene.lower(i + 1) === 'that' && scene.tokens[i + 1]!.pos === 'SCONJ'
  return lemma && (that || renamed(scene, lemma, i + 1) > 0) ? { lemma, clause: that, object: true, tell: false, credit: false } : null
}
const finding: ReadonlyMap<string, string> = new Map(['consider considers considered', 'find finds found', 'pronounce pronounces pronounced', 'rate rates rated'].flatMap((forms) => forms.split(' ').map((form) => [form, forms.split(' ')[0]!] as const)))

/** "…, avant d’ajouter que …", "prima di aggiungere che …": an infinitive whose subject is that of the clause before. */
function beforeTelling(scene: Scene, i: number, memory: Memory, before: Attribution | undefined): Attribution | null {
  const { tokens } = scene
  if (tokens[i]!.pos !== null || !turning.has(scene.lower(i)) || !/^d(?:e|i|’|')$/.test(scene.lower(i + 1)) || !/(?:er|ir|re)$/.test(scene.lower(i + 2))) return null
  let to = i + 3
  while (to < i + 8 && !scene.isBreak(to) && !scene.isMark(to) && !scene.speech.that.has(scene.lower(to))) to++
  const told = /^(?:que|qu’|qu'|che)$/.test(scene.lower(to)) || scene.text(to) === ':' || scene.isMark(to), who = before?.speakers ?? (memory.subject ? [memory.subject] : null)
  return told && who ? { kind: 'verb', from: i, to, cue: i + 2, verb: { lemma: scene.lower(i + 2), clause: true, object: false, tell: false, credit: false }, speakers: who, inverted: false, leaning: true, purpose: false, passive: false } : null
}
const turning = new Set(['avant', 'prima'])

/** "S’est borné à rappeler que …", "ha tenuto a ribadire che …": an infinitive of telling behind a verb that only leads to it. */
function boundTelling(scene: Scene, i: number, memory: Memory, before: Attribution | undefined): Attribution | null {
  if (scene.tokens[i]!.pos !== null || !scene.speech.infinitives.has(scene.lower(i))) return null
  const small = /^(?:à|de|d’|d'|a|ad|di|col)$/.test(scene.lower(i - 1)) ? 1 : 0, governor = i - 1 - small
  if (!(small ? leading : wanting).test(scene.lower(governor)) || !scene.outside(governor)) return null
  let from = governor
  while (from > 0 && (scene.speech.auxiliaries.has(scene.lower(from - 1)) || scene.speech.adverbs.has(scene.lower(from - 1)) || /^(?:s’|s'|n’|n'|si|ci|se|è|ha)$/.test(scene.lower(from - 1)))) from--
  const verb: Verb = { lemma: scene.lower(i), clause: true, object: true, tell: false, credit: false }, subject = subjectOf(scene, from, i, i + 1, verb, memory, before)
  return subject && { kind: 'verb', from: Math.min(subject.from ?? from, from), to: Math.max(subject.to ?? i + 1, i + 1), cue: i, verb, speakers: subject.speakers, inverted: false, leaning: subject.shared ?? false, purpose: false, passive: false }
}
const leading = /^(?:bornée?s?|borne|tenue?s?|tient|tenait|tiennent|contentée?s?|contente|limitée?s?|limite|empressée?s?|plue?|tenut[oaie]|tiene|tengono|limitat[oaie]|limita|mancato|affrettat[oaie]|premurat[oaie])$/, wanting = /^(?:voulu|souhaité|préféré|veut|voluto|vuole|preferito)$/

const known: Verb = { lemma: 'make known', clause: true, object: false, tell: false, credit: false }

/** "Could say", "what X says", "as the press will tell you", "it signals that": nobody said it, or a thing shows it. */
function unsaid(scene: Scene, from: number, cue: number, verb: Verb, memory: Memory): boolean {
  for (let i = from; i < cue; i++) if (modal.has(scene.lower(i)) || /^(?:will|['’]ll)$/.test(scene.lower(i)) && !announcing.has(verb.lemma)) return true
  let at = from - 1
  const body = at === 0 && memory.speaker?.type === 'body' && scene.mentionOver(at)?.mention.name === memory.speaker.name
  if (!body && /^(?:it|this|that|these|those|which|they|together)$/.test(scene.lower(at)) && showing.has(verb.lemma) && !(scene.lower(at) === 'they' && verb.clause)) return true
  if (scene.lower(at) === 'you' || scene.lower(cue + 1) === 'you') return true
  while (at > 0 && at > from - 7 && scene.outside(at) && !scene.isBreak(at)) at--
  return /^(?:what|whatever)$/.test(scene.lower(at + 1)) || /^(?:what|whatever)$/.test(scene.lower(at))
}
/** "The press service quotes the engineer Anna Lund as saying": who is quoted, and where the words of the one who quotes begin. */
function citedBefore(scene: Scene, as: number): { from: number; mention: Mention } | null {
  const m = scene.mentionOver(as - 1)
  if (!m || m.last !== as - 1 || m.mention.type !== 'person') return null
  let verb = as - 2
  while (verb > 0 && as - verb < 10 && !/^(?:quot|cit)(?:e[sd]?|ing)$/.test(scene.lower(verb))) verb--
  if (!/^(?:quot|cit)/.test(scene.lower(verb))) return null
  let from = verb
  while (from > 0 && scene.outside(from - 1) && !scene.isBreak(from - 1)) from--
  return { from, mention: m.mention }
}
const modal = new Set(['might', 'may', 'could', 'can', 'should', 'must', 'shall'])
const announcing = new Set(['say', 'tell', 'announce', 'warn', 'declare', 'urge', 'add', 'reaffirm', 'reiterate', 'underscore', 'underline', 'stress', 'emphasize', 'emphasise', 'highlight', 'call'])

/** One person, state or thing "says"; only several "say". A base form behind one name is a noun or an adjective. */
function agrees(form: string, verb: Verb, { speakers }: Subject): boolean {
  if (form !== verb.lemma || speakers.length !== 1 || form === 'read' || form === 'forecast' || form === 'put') return true
  const { type, name } = speakers[0]!
  return type === 'unknown' ? /(?:s|people|police|men|women|many|some|most|few|children)$/i.test(name) : type === 'group' || type === 'body'
}

const usual = /^(?:likes?|liked|loves?|used|keen|quick|pains|careful|eager|hastened|proceeded|on|continued|chose|wanted)$/, leadingTo = /^(?:was|is|were|are|been|has|had|at|went|goes|also|very|especially|particularly|then)$/

/** "Wird mit den Worten zitiert": who is quoted speaks. */
/** "Si propone di": of oneself these tell what somebody means to do. */
const intending = /^(?:propo[ns]|impegna|ripromett)/
/** "Neither firm would say": nobody did. */
const nobodys = new Set(['neither', 'nor', 'no', 'nobody'])
const quotedAs = new Set(['zitiert', 'cité', 'citée', 'citato', 'citata', 'cytowany', 'cytowana'])
const reflexive = /^(?:s['’]|si|se)$/i
const addressee = /^(?:[mtl]['’]|lui|leur|nous|vous|mi|gli|ci|vi|loro)$/

const adverbBefore = (scene: Scene, at: number): number => {
  const { adverbs } = scene.speech
  // "who a day earlier had called": words of time with a noun.
  if (scene.tokens[at - 1]?.pos && /^(?:earlier|before|later|ago|previously)$/.test(scene.lower(at - 1)) && /^(?:moment|minute|hour|day|night|week|month|year)s?$/.test(scene.lower(at - 2)) && /^(?:DET|NUM|ADJ)$/.test(scene.tokens[at - 3]?.pos ?? '')) return 3
  if (adverbs.has(scene.lower(at - 1))) return 1
  if (adverbs.has(scene.lower(at - 2) + ' ' + scene.lower(at - 1))) return 2
  if (adverbs.has([scene.lower(at - 3), scene.lower(at - 2), scene.lower(at - 1)].join(' '))) return 3
  const t = scene.tokens[at - 1]
  return t?.pos === 'ADV' && !scene.mentionOver(at - 1) ? 1 : 0
}
/** "versprach … nicht", "promised nothing": what follows the verb takes it back. */
const deniedAfter = (scene: Scene, at: number): boolean => {
  for (let i = at; i < at + 4 && !scene.isBreak(i) && !scene.isMark(i); i++) {
    const word = scene.lower(i)
    if (word === 'nothing' || word === 'nichts' || word === 'rien' || word === 'nulla' || word === 'niente' || word === 'nic' || word === 'нічого') return !/^(?:AUX|VERB)$/.test(scene.tokens[i + 1]?.pos ?? '')
    if (scene.speech.that.has(word)) return false
    if (word === 'nicht' && scene.isBreak(i + 1)) return true
  }
  return false
}
const hasParticle = (scene: Scene, at: number, verb: string): boolean => {
  const own = scene.speech.partners.find(([stem]) => verb.startsWith(stem))?.[1] ?? scene.speech.particles
  for (let i = at; i < Math.min(at + 26, scene.tokens.length); i++) {
    if (scene.quoted(i)) continue
    if (own.has(scene.lower(i)) && (scene.isBreak(i + 1) || scene.isMark(i + 1) || scene.lower(i + 1) === 'und')) return true
    if (/^[.:;]$/.test(scene.text(i))) return false
  }
  return false
}
const participle = (scene: Scene, i: number): boolean => {
  const word = scene.lower(i)
  return /(?:[^r]ing|ring)$/.test(word) && word.length > 5 ? true : /(?:ant|ąc|учи|ючи)$/u.test(word) && scene.tokens[i]!.pos === null && !/^(?:avant)$/.test(word) && scene.analysis.language.code !== 'de' && scene.analysis.language.code !== 'it'
}
const firstPerson = (scene: Scene, from: number): boolean => scene.names.firstPerson.has(scene.lower(from - 1)) && !/^['’]s$/.test(scene.text(from))

/** A verb that speaks only beside a quotation has one within a few words. */
const besideQuote = (scene: Scene, from: number, end: number): boolean => {
  for (let i = Math.max(0, from - 7); i < Math.min(scene.tokens.length, end + 14); i++) if (!scene.outside(i)) return true
  return false
}
/** "The rest were waiting for engines, she continued.": behind a comma a subject and a verb of speech alone end the sentence. */
function closesSentence(scene: Scene, { lemma }: Verb, from: number, end: number): boolean {
  if (scene.tokens[from]!.pos === null || end < scene.tokens.length - 1 || scene.text(end) !== '.' || inward.has(lemma)) return false
  for (let i = from - 1; i > Math.max(2, from - 7); i--) if (scene.text(i) === ',') return true
  return false
}
/** What somebody does in silence. */
const inward = new Set(['think', 'feel', 'decide', 'learn', 'show', 'hold', 'order', 'demand', 'start', 'open', 'react', 'smile', 'laugh', 'nod', 'judge', 'stipulate', 'celebrate', 'plead', 'begin'])
const passiveBefore = (scene: Scene, i: number): boolean => { for (let k = i - 1; k > i - 4 && k >= 0; k--) if (scene.speech.passives.has(scene.lower(k))) return true; return false }
