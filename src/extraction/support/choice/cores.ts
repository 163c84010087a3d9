import type { Analysis } from '../../analysis.ts'
import { clauseAt, clausesOf, gap, inside, overlaps, type Reading } from '../../frames/frames.ts'
import { scoreIn } from '../../learned/learned.ts'
import { joined, sign, signOf, signOfTerm, type Sign } from '../../learned/signs.ts'
import { stemOf, stepsOf } from '../../learned/steps.ts'
import { tablesIn } from '../../learned/tables.ts'
import { opponents, selfOf } from '../../names/parties.ts'
import type { Core } from '../cores.ts'
import type { Draft } from '../drafts.ts'
import { titleOfAid } from '../kinds.ts'
import { body, lead, official, press } from './signs.ts'

const words = { bias: sign('bias'), kind: sign('kind'), left: sign('l1'), twoLeft: sign('l2'), right: sign('r1'), twoRight: sign('r2'), around: sign('lr'), near: sign('n'), inSpan: sign('w'), inClause: sign('x'), elsewhere: sign('y') }, sides = { left: sign('<'), right: sign('>'), within: sign('=') }, edges = { start: sign('^'), end: sign('$') }
const table = { inCore: sign('tc'), inSpan: sign('t'), inClause: sign('tx'), elsewhere: sign('ty'), near: sign('tn'), nearKind: sign('tk') }
const own = { own: sign('own'), act: sign('act'), noAct: sign('no act'), giver: sign('giver'), noGiver: sign('no giver'), drawn: sign('drawn'), odds: sign('odds') }, nth = sign('nth'), of = sign('of'), numerals = ['0', '1', '2', '3', '4'].map(sign), gapSign = sign('gap')
const told = { near: sign('told near'), before: sign('told before'), far: sign('told far'), none: sign('none told') }
const beside = { beside: sign('beside'), behind: sign('behind'), before: sign('before'), act: sign('act between'), noAct: sign('no act between'), sum: sign('sum'), goods: sign('goods'), inSpan: sign('in span'), inClause: sign('in clause'), off: sign('off') }
const clauses = { several: sign('clauses'), one: sign('one clause') }, scores = { ask: sign('ask'), plan: sign('plan'), project: sign('project') }, block = sign('block'), speech = sign('speech'), noSpeech = sign('no speech'), titles = { ofAid: sign('title of aid'), ofElse: sign('title of else') }, questions = { is: sign('question'), isNot: sign('no question') }, enemyInSpan = sign('enemy in span')
const items = { uncounted: sign('uncounted'), loose: sign('loose'), counted: sign('counted'), word: sign('i') }, again = sign('again'), anew = sign('new')

/** What speaks for and against a core being a commitment of its own: the words around it by side and nearness, who stands near, what was told before. */
export function coreSigns(analysis: Analysis, reading: Reading, core: Core, all: readonly Core[], before: readonly Draft[]): Sign[] {
  const { span } = core, kind = signOf(core.kind), out = [words.bias, joined(words.kind, kind)]
  addWords(out, analysis, reading, core)
  addTables(out, reading, core, kind)
  const drawn = before.filter((d) => d.sentence === reading.index), last = before.findLast((d) => d.sentence < reading.index), at = all.indexOf(core), odds = bucket(scoreIn(analysis, reading, 'commitment'))
  out.push(joined(nth, numerals[Math.min(at, 3)]!, of, numerals[Math.min(all.length, 4)]!), joined(own.drawn, numerals[Math.min(2, drawn.length)]!), last ? reading.index - last.sentence <= 2 ? told.near : reading.index - last.sentence <= 8 ? told.before : told.far : told.none)
  if (at > 0) out.push(joined(gapSign, joint(reading, all[at - 1]!.end, core.start)))
  const act = reading.cues.some((c) => acts.has(c.table) && inside(c, span) && !overlaps(c, core)), giver = stepsOf(analysis, reading).some((s) => inside(s, span) && s.end <= core.start && s.kind !== null && givers.has(s.kind)), acting = joined(act ? own.act : own.noAct, giver ? own.giver : own.noGiver), ofOwn = joined(own.own, acting)
  out.push(ofOwn, joined(ofOwn, kind), joined(ofOwn, own.drawn, numerals[Math.min(1, drawn.length)]!), joined(ofOwn, own.odds, odds))
  if (drawn.length > 0) addBeside(out, reading, core, kind, drawn, acting)
  out.push(clausesOf(reading).length > 1 ? clauses.several : clauses.one, joined(own.odds, odds), joined(own.odds, odds, kind), joined(scores.ask, bucket(scoreIn(analysis, reading, 'ask'))), joined(scores.plan, bucket(scoreIn(analysis, reading, 'planning'))), joined(scores.project, bucket(scoreIn(analysis, reading, 'project'))))
  out.push(joined(block, signOf(analysis.document.blocks[reading.sentence.block]?.kind ?? 'none')), selfOf(analysis).official ? official : press, reading.index <= 1 ? lead : body, reading.speech ? joined(speech, signOf(reading.speech.form)) : noSpeech, titleOfAid(analysis) ? titles.ofAid : titles.ofElse, /\?["”»]?\s*$/.test(reading.text) ? questions.is : questions.isNot)
  if (stepsOf(analysis, reading).some((s) => inside(s, span) && s.country !== null && opponents.has(s.country))) out.push(enemyInSpan)
  for (const i of core.items) {
    out.push(i.item.quantity === null ? items.uncounted : i.loose ? items.loose : items.counted)
    for (const w of i.item.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) if (w.length > 2) out.push(joined(items.word, signOf(stemOf(w))))
  }
  const toldBefore = before.some((d) => (core.sum ? d.fields.amount?.minor === core.sum.money.minor : core.items.some((i) => d.fields.items.some((j) => j.name === i.item.name && j.quantity === i.item.quantity))))
  out.push(toldBefore ? joined(again, kind) : anew)
  return out
}

/** The words around a core, their ideas and the kinds of names. */
function addWords(out: Sign[], analysis: Analysis, reading: Reading, core: Core): void {
  const steps = stepsOf(analysis, reading), { span } = core, clause = clauseAt(reading, core), first = steps.findIndex((s) => s.end > core.start), last = steps.findLastIndex((s) => s.start < core.end)
  const stem = (i: number): Sign => (steps[i] ? signOfTerm(steps[i].seen.stem) : i < 0 ? edges.start : edges.end)
  out.push(joined(words.left, stem(first - 1)), joined(words.right, stem(last + 1)), joined(words.twoLeft, stem(first - 2), stem(first - 1)), joined(words.twoRight, stem(last + 1), stem(last + 2)), joined(words.around, stem(first - 1), stem(last + 1)))
  for (let i = 0; i < steps.length; i++) {
    const s = steps[i]!, side = i < first ? sides.left : i > last ? sides.right : sides.within, far = i < first ? first - i : i > last ? i - last : 0, at = inside(s, span) ? words.inSpan : inside(s, clause) ? words.inClause : words.elsewhere
    for (const idea of s.ideas) addWord(out, at, side, far, signOfTerm(idea))
    if (s.kind) addWord(out, at, side, far, signOf(s.kind.toUpperCase()))
    else if (s.seen.stem.text.length > 1) { const word = signOfTerm(s.seen.stem); out.push(joined(at, word)); if (far <= 4) out.push(joined(words.near, side, word)) }
  }
}

function addWord(out: Sign[], at: Sign, side: Sign, far: number, word: Sign): void {
  if (word === 0) return
  out.push(joined(at, word), joined(at, side, word))
  if (far <= 4) out.push(joined(words.near, side, word))
}

/** The word tables around a core. */
function addTables(out: Sign[], reading: Reading, core: Core, kind: Sign): void {
  const { span } = core, clause = clauseAt(reading, core), tables = tablesIn(reading)
  for (let i = 0; i < tables.length; i++) {
    const c = reading.cues[i]!, name = signOfTerm(tables[i]!)
    if (name === 0) continue
    if (overlaps(c, core)) { out.push(joined(table.inCore, name)); continue }
    const side = c.end <= core.start ? sides.left : sides.right, inSpan = inside(c, span)
    out.push(joined(inSpan ? table.inSpan : inside(c, clause) ? table.inClause : table.elsewhere, name))
    if (inSpan) out.push(joined(table.inSpan, side, name))
    if (gap(c, core) < 30) out.push(joined(table.near, side, name), joined(table.nearKind, kind, side, name))
  }
}

/** The nearest commitment that was drawn in the same sentence, and what parts them. */
function addBeside(out: Sign[], reading: Reading, core: Core, kind: Sign, drawn: readonly Draft[], acting: Sign): void {
  const other = drawn.reduce((a, b) => (gap(b.core, core) < gap(a.core, core) ? b : a)), between = { start: Math.min(other.core.end, core.end), end: Math.max(other.core.start, core.start) }
  const parted = reading.cues.some((c) => acts.has(c.table) && inside(c, between)) ? beside.act : beside.noAct, where = inside(other.core, core.span) ? beside.inSpan : inside(other.core, clauseAt(reading, core)) ? beside.inClause : beside.off
  out.push(joined(joined(beside.beside, core.start > other.core.start ? beside.behind : beside.before), parted, joint(reading, between.start, between.end)), joined(beside.beside, other.fields.amount ? beside.sum : beside.goods, kind, parted), joined(beside.beside, where, acting))
}

const acts: ReadonlySet<string> = new Set(['announced', 'delivered', 'allocated', 'approved', 'contracted', 'reduced', 'suspended', 'cancelled', 'signalled', 'giving', 'given'].map((s) => 'support.' + s))
const givers: ReadonlySet<string> = new Set(['state', 'body', 'firm', 'demonym', 'place', 'person'])

const buckets = { none: sign('none'), low: sign('low'), some: sign('some'), even: sign('even'), high: sign('high'), sure: sign('sure') }
const bucket = (odds: number): Sign => (odds < -4 ? buckets.none : odds < -2 ? buckets.low : odds < -0.5 ? buckets.some : odds < 1 ? buckets.even : odds < 3 ? buckets.high : buckets.sure)

const joints = { semicolon: sign('semicolon'), dash: sign('dash'), comma: sign('comma'), far: sign('far'), near: sign('near') }
/** What parts two neighbours. */
function joint(reading: Reading, from: number, to: number): Sign {
  const text = reading.text.slice(from - reading.start, to - reading.start)
  return /[;]/.test(text) ? joints.semicolon : /[–—:]/.test(text) ? joints.dash : /,/.test(text) ? joints.comma : text.length > 40 ? joints.far : joints.near
}
