import type { Mention } from '../../../core/claim.ts'
import type { Span } from '../../../core/evidence.ts'
import type { Analysis } from '../../analysis.ts'
import { clauseAt, cuesOf, gap, hasCue, inside, onReading, readingsOf, type Reading } from '../../frames/frames.ts'
import { joined, sign, signOf, signOfTerm, type Sign } from '../../learned/signs.ts'
import { homeland } from '../../names/coreference.ts'
import { partyAt } from '../../learned/learned.ts'
import { stepsOf, type Step } from '../../learned/steps.ts'
import { tablesIn } from '../../learned/tables.ts'
import { actorKey, distinct, mainState, opponents, selfOf, stateMention } from '../../names/parties.ts'
import type { Cue } from '../../words/cues.ts'
import type { Candidate } from './dates.ts'
import { blockSign, far, lastOf, left, officialSign, plainWhy, right, ruleSign, spanIn, type Around } from './signs.ts'

const from = { rule: sign('rule'), here: sign('here'), group: sign('group'), last: sign('last'), writer: sign('writer'), home: sign('home'), main: sign('main'), speaker: sign('speaker'), before: sign('before'), head: sign('head') }
const told = sign('told'), notTold = sign('not told'), whySign = sign('why'), speech = sign('speech'), noSpeech = sign('no speech'), named = sign('named'), self = sign('self'), noSelf = sign('no self'), anaphor = sign('anaphor'), noAnaphor = sign('no anaphor')
const count = sign('n'), kindSign = sign('kind'), enemy = sign('enemy'), state = sign('state'), unions: ReadonlyMap<string, Sign> = new Map(['European Union', 'NATO', 'European Commission'].map((name) => [name, sign(name.replace(' ', '-'))]))
const sameSentence = sign('same sentence'), back = sign('back'), block = sign('block'), otherBlock = sign('other block'), nth = sign('nth'), of = sign('of'), opens = sign('opens'), insideOne = sign('inside'), colon = sign('colon'), heading = sign('heading')
const numerals = ['0', '1', '2', '3', '4'].map(sign), numeral = (n: number): Sign => numerals[n]!

/** Acts between two parties: "Berlin gibt Athen" names no two givers. */
const givingActs = ['support.giving', 'support.given', 'support.announced', 'support.delivered']

/** Those who may give, each with its signs: whoever is named in the sentence, the giver told before, the writer's state, whoever the rule took. */
export function giverCandidates(a: Around): Candidate<readonly Mention[]>[] {
  const { analysis, reading, draft } = a, ruled = draft.fields.provider, ruledKeys = keyOf(ruled), out: (Candidate<readonly Mention[]> & { readonly key: string })[] = [], last = lastOf(a), writer = selfOf(analysis), main = mainState(analysis), mainKey = main && actorKey(main), official = officialSign(a)
  const steps = stepsOf(analysis, reading), parties = partiesAt(analysis, reading).filter((p) => p.step.kind !== 'forum')
  const clause = clauseAt(reading, draft.core), span = spanIn(reading, draft), first = steps.findIndex((s) => s.end > draft.core.start), act = actOf(reading, draft.core)
  const why = plainWhy(draft.why['provider']), general = [joined(whySign, why), ruleSign(a), official, reading.speech ? speech : noSpeech, joined(named, numeral(Math.min(3, parties.length))), hasCue(reading, 'frames.self') ? self : noSelf, hasCue(reading, 'frames.anaphor', clause) ? anaphor : noAnaphor, blockSign(a)]
  const add = (value: readonly Mention[], source: Sign, about: readonly Sign[]) => {
    if (value.length === 0) return
    const key = keyOf(value), same = key === ruledKeys
    let known = out.find((c) => c.key === key)
    if (!known) out.push(known = { value, signs: [], key })
    const { signs } = known
    signs.push(source, joined(source, same ? told : notTold), joined(count, numeral(Math.min(3, value.length))))
    for (const g of general) signs.push(joined(source, g))
    for (const s of about) signs.push(joined(source, s))
    if (same) signs.push(told, joined(told, why), joined(told, why, official))
    for (const m of value) { const kind = m.type === 'state' ? (m.country && opponents.has(m.country) ? enemy : state) : unions.get(m.name) ?? signOf(m.type), sign = joined(kindSign, kind); signs.push(sign, joined(source, sign)) }
    if (main && value.length === 1 && actorKey(value[0]!) === mainKey) signs.push(from.main, joined(source, from.main))
  }
  const blockOf = (other: number): Sign => (other === reading.sentence.block ? block : otherBlock)
  add(ruled, from.rule, [why])
  const aboutStep = (n: number) => stepSigns({ reading, steps, step: parties[n]!.step, i: parties[n]!.i, first, n, count: parties.length, clause, span, act })
  parties.forEach(({ party }, n) => add([party], from.here, aboutStep(n)))
  for (let n = 0; n < parties.length; n++) {
    let to = n
    while (to + 1 < parties.length && parties[to + 1]!.i - parties[to]!.i <= 3 && /^[\s,]*(?:\p{L}{1,3}\s+)?(?:\p{L}{1,4}\s+)?$/u.test(reading.text.slice(parties[to]!.step.end - reading.start, parties[to + 1]!.step.start - reading.start)) && cuesOf(reading, givingActs, { start: parties[to]!.step.end, end: parties[to + 1]!.step.start }).length === 0) to++
    if (to > n) { add(distinct(parties.slice(n, to + 1).map((p) => p.party)), from.group, aboutStep(n)); n = to }
  }
  if (last) add(last.fields.provider, from.last, [last.sentence === draft.sentence ? sameSentence : from.before, joined(back, numeral(draft.sentence - last.sentence)), blockOf(analysis.sentences[last.sentence]!.block)])
  if (writer.parties.length > 0) add(writer.parties.filter((p) => p.country !== 'UA'), from.writer, [])
  const home = analysis.language.names.homeState && homeland(analysis)
  if (home && home !== 'UA') add([stateMention(home, null)], from.home, [])
  if (main && main.country !== 'UA') add([main], from.main, [])
  const speaker = reading.speech?.speaker.country
  if (speaker && speaker !== 'UA' && !opponents.has(speaker)) add([stateMention(speaker, null)], from.speaker, [])
  const readings = readingsOf(analysis)
  for (let n = 1; n <= 2; n++) {
    const r = readings[reading.index - n]
    if (!r) break
    const before = stepsOf(analysis, r), all = partiesAt(analysis, r)
    all.slice(0, 3).forEach(({ step, party, i }, k) => { const place = joined(nth, numeral(k)); add([party], from.before, [joined(back, numeral(n)), joined(place, of, numeral(Math.min(3, all.length))), place, i < 3 ? opens : insideOne, joined(kindSign, signOfTerm(step.seen.word)), blockOf(r.sentence.block), joined(beside.left, stemAt(before, i - 1)), joined(beside.right, stemAt(before, i + 1))]) })
  }
  let at = reading.index - 1
  while (at >= 0 && !isHead(readings[at]!, analysis)) at--
  const head = readings[at]
  if (head) { const all = distinct(stepsOf(analysis, head).flatMap((s) => partyAt(s) ?? [])).filter((p) => p.country !== 'UA' && (p.type !== 'company' || !isShouted(head.text))); if (all.length > 0) add(all.slice(0, 1), from.head, [joined(count, numeral(Math.min(3, all.length))), /:\s*$/.test(head.text) ? colon : heading, joined(back, far(reading.index - head.index))]) }
  return out
}

/** Does a sentence lead up to others: a heading, or words that end in a colon? */
const isHead = onReading((reading, { document }: Analysis): boolean => document.blocks[reading.sentence.block]?.kind === 'heading' || /:\s*$/.test(reading.text))

/** A heading in capitals throughout tells no names of firms from other words: "ENERGY AND RELIEF". */
const isShouted = (text: string): boolean => text === text.toUpperCase()

interface PartyAt { readonly step: Step; readonly i: number; readonly party: Mention }
/** The steps that stand for a party that may give. */
const partiesAt = (analysis: Analysis, reading: Reading): readonly PartyAt[] => partiesOn(reading, analysis)
const partiesOn = onReading((reading, analysis: Analysis): readonly PartyAt[] => stepsOf(analysis, reading).flatMap((step, i) => { const party = partyAt(step); return party && party.country !== 'UA' ? [{ step, i, party }] : [] }))

const keyOf = (list: readonly Mention[]) => (list.length === 1 ? actorKey(list[0]!) : list.map(actorKey).sort().join('+'))

/** The words of a sentence that tell an act. */
const actCues = onReading((reading): readonly Cue[] => reading.cues.filter((c) => /^support\..*(?:announced|giving|given|delivered|approved|allocated|contracted|signalled|reduced|suspended|cancelled)/.test(c.table)))
/** The word nearest to the core that tells the act. */
function actOf(reading: Reading, core: Span): Span | undefined {
  let act: Span | undefined
  for (const c of actCues(reading)) if (!act || gap(c, core) < gap(act, core)) act = c
  return act
}

const beside = { left: sign('l1'), twoLeft: sign('l2'), right: sign('r1'), twoRight: sign('r2'), kindLeft: sign('k1'), kindRight: sign('k2'), end: sign('end'), tableLeft: sign('tl'), tableRight: sign('tr') }
const startSign = sign('^'), endSign = sign('$'), noKind = sign('-'), sideSign = sign('side'), farSign = sign('far'), actSign = sign('act'), inClause = sign('clause'), otherClause = sign('other clause'), inSpan = sign('span'), otherSpan = sign('other span')
const stemAt = (steps: readonly Step[], i: number): Sign => (steps[i] ? signOfTerm(steps[i].seen.stem) : i < 0 ? startSign : endSign)

interface Place { readonly reading: Reading; readonly steps: readonly Step[]; readonly step: Step; readonly i: number; /** First step of the core. */ readonly first: number; /** Which of the parties, of how many. */ readonly n: number; readonly count: number; readonly clause: Span; readonly span: Span; readonly act: Span | undefined }

function stepSigns({ reading, steps, step, i, first, n, count, clause, span, act }: Place): Sign[] {
  const side = i < first ? left : right, kindAt = (k: number): Sign => { const at = steps[k]; return at?.kind ? signOfTerm(at.seen.word) : noKind }, kind = signOfTerm(step.seen.word), tables = tablesIn(reading)
  const out = [
    joined(kindSign, kind), joined(sideSign, side), joined(farSign, side, far(Math.abs(i - first))), joined(joined(nth, numeral(Math.min(3, n))), of, numeral(Math.min(4, count))), inside(step, clause) ? inClause : otherClause, inside(step, span) ? inSpan : otherSpan, i < 2 ? opens : insideOne,
    joined(beside.left, stemAt(steps, i - 1)), joined(beside.twoLeft, stemAt(steps, i - 2)), joined(beside.right, stemAt(steps, i + 1)), joined(beside.twoRight, stemAt(steps, i + 2)), joined(beside.kindLeft, kindAt(i - 1)), joined(beside.kindRight, kindAt(i + 1)), joined(sideSign, side, kind),
    joined(beside.end, signOf(reading.text.slice(step.end - 2 - reading.start, step.end - reading.start))),
  ]
  for (let k = 0; k < tables.length; k++) {
    const c = reading.cues[k]!
    if (c.end <= step.start && step.start - c.end < 4) out.push(joined(beside.tableLeft, signOfTerm(tables[k]!)))
    if (c.start >= step.end && c.start - step.end < 4) out.push(joined(beside.tableRight, signOfTerm(tables[k]!)))
  }
  if (act) { const where = joined(actSign, step.end <= act.start ? left : right); out.push(joined(where, far(gap(step, act))), joined(where, side)) }
  return out
}
