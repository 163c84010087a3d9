import type { Span } from '../../../core/evidence.ts'
import type { Analysis } from '../../analysis.ts'
import { answersOn, type Keeping } from '../../kept.ts'
import { clauseAt, gap, inside, overlaps, type Reading } from '../../frames/frames.ts'
import { joined, sign, signOf, signOfTerm, textOf, type Sign } from '../../learned/signs.ts'
import { stemOf, stepsOf } from '../../learned/steps.ts'
import { tablesIn } from '../../learned/tables.ts'
import { opponents, selfOf } from '../../names/parties.ts'
import type { Draft } from '../drafts.ts'
import { titleCues } from '../kinds.ts'

/** A draft with what stands around it. */
export interface Around extends Keeping { readonly analysis: Analysis; readonly reading: Reading; readonly draft: Draft; /** All drafts of the text, in order, and the place of this one. */ readonly drafts: readonly Draft[]; readonly index: number }

/** Are the words of a sign like that? Asked once of each. */
function signsLike(pattern: RegExp): (of: Sign) => boolean {
  const known = new Map<Sign, boolean>()
  return (of) => {
    let is = known.get(of)
    if (is === undefined) known.set(of, (is = pattern.test(textOf(of))))
    return is
  }
}

/** How a rule came to a value, without the words it quotes. */
export const plainWhy = (why: string | undefined): Sign => signOf((why ?? '').replace(/“[^“”]*”/g, '“”').replace(/learned, /, 'learned '))

const distances = { near: sign('1'), close: sign('5'), off: sign('14'), far: sign('39'), away: sign('40') }
/** How far off, in steps of growing size. */
export const far = (n: number): Sign => (n < 2 ? distances.near : n < 6 ? distances.close : n < 15 ? distances.off : n < 40 ? distances.far : distances.away)
/** On which side of something. */
export const left = sign('<'), right = sign('>')

/** The drafts told before in the three sentences up to this one. */
export const lastOf = ({ drafts, index, draft }: Around): Draft | undefined => { const last = drafts[index - 1]; return last && draft.sentence - last.sentence <= 3 ? last : undefined }

/** The words and word tables around the core of a draft, by their side and nearness. */
export interface WordSigns { readonly all: readonly Sign[]; /** Those that tell what kind of aid it is. */ readonly ofAid: readonly Sign[]; /** Words and tables within its span, words to its sides. */ readonly near: readonly Sign[] }

export const wordSigns = answersOn<Around>()(makeWordSigns)

const bias = sign('bias'), word = { inSpan: sign('w'), inClause: sign('x'), elsewhere: sign('y'), left: sign('l'), core: sign('c'), right: sign('r'), pair: sign('b') }
const cue = { inCore: sign('tc'), inSpan: sign('t'), inClause: sign('tx'), elsewhere: sign('ty'), near: sign('tn') }
const aidWord = /^(?!(?:ukraine|state|goods|body|person|place|number|date|demonym)\b)\p{L}{4}/u, aidTables = /^support\.(?:military|financial|humanitarian|training|industrial|energy|mixed|aid|goods|people|bundle|contracted)$/
/** May a word or a table tell what kind of aid it is? */
const wordTellsAid = signsLike(aidWord), tableTellsAid = signsLike(aidTables)

function makeWordSigns({ analysis, reading, draft }: Around): WordSigns {
  const { core } = draft, span = spanIn(reading, draft), clause = clauseAt(reading, core), steps = stepsOf(analysis, reading), all: Sign[] = [bias], ofAid: Sign[] = [], near: Sign[] = []
  const add = (sign: Sign, tellsAid: boolean, isNear: boolean) => { if (sign === 0) return; all.push(sign); if (tellsAid) ofAid.push(sign); if (isNear) near.push(sign) }
  const first = steps.findIndex((s) => s.end > core.start), last = steps.findLastIndex((s) => s.start < core.end)
  for (let i = 0; i < steps.length; i++) {
    const s = steps[i]!, { text } = s.seen.stem, stem = signOfTerm(s.seen.stem)
    if (stem === 0 || text.length < 2 && !/^\p{L}$/u.test(text)) continue
    const side = i < first ? word.left : i > last ? word.right : word.core, far = i < first ? first - i : i > last ? i - last : 0, inSpan = inside(s, span)
    if (!inSpan) add(joined(inside(s, clause) ? word.inClause : word.elsewhere, stem), false, false)
    if (!inSpan && far > 5) continue
    const tellsAid = wordTellsAid(stem)
    if (inSpan) add(joined(word.inSpan, stem), tellsAid, true)
    if (far <= 5) add(joined(side, stem), tellsAid, side !== word.core)
    if (far <= 4 && steps[i + 1]) add(joined(word.pair, stem, signOfTerm(steps[i + 1]!.seen.stem)), tellsAid, true)
  }
  const tables = tablesIn(reading)
  for (let i = 0; i < tables.length; i++) {
    const c = reading.cues[i]!, table = signOfTerm(tables[i]!), side = c.end <= core.start ? left : right
    if (table === 0) continue
    const tellsAid = tableTellsAid(table)
    if (overlaps(c, core)) { add(joined(cue.inCore, table), tellsAid, false); continue }
    if (inside(c, span)) { add(joined(cue.inSpan, table), tellsAid, true); add(joined(cue.inSpan, side, table), tellsAid, true) }
    else if (inside(c, clause)) add(joined(cue.inClause, side, table), tellsAid, false)
    else add(joined(cue.elsewhere, table), tellsAid, false)
    if (gap(c, core) < 30) add(joined(cue.near, side, table), tellsAid, false)
  }
  return { all, ofAid, near }
}

/** The words of a draft within its sentence. */
export const spanIn = (reading: Reading, draft: Draft): Span => draft.spans.find((s) => overlaps(s, reading)) ?? reading

const block = sign('block'), rule = sign('rule'), speech = sign('speech'), giver = sign('giver'), title = sign('title'), stateGiver = sign('giver state'), enemyGiver = sign('giver enemy')
const unions: ReadonlyMap<string, Sign> = new Map(['European Union', 'European Commission', 'NATO'].map((name) => [name, sign('giver ' + name.replace(/ /g, '-'))]))
const sum = { with: sign('sum'), without: sign('no sum') }, goods = { with: sign('goods'), without: sign('no goods') }
/** Is the text an official one, and does it open with the sentence? */
export const official = sign('official'), press = sign('press'), lead = sign('lead'), body = sign('body')

/** The kind of block a sentence stands in. */
export const blockSign = ({ analysis, reading }: Around): Sign => joined(block, signOf(analysis.document.blocks[reading.sentence.block]?.kind ?? 'none'))
/** The rule that drew a draft. */
export const ruleSign = ({ draft }: Around): Sign => joined(rule, signOf(draft.rule))
/** Official words, or news of them. */
export const officialSign = ({ analysis }: Around): Sign => (selfOf(analysis).official ? official : press)

/** What is given and by whom, and what the title tells. */
export function drawnSigns({ analysis, draft: { fields } }: Around): Sign[] {
  const out: Sign[] = [fields.amount ? sum.with : sum.without, fields.items.length > 0 ? goods.with : goods.without]
  for (const p of fields.provider) out.push(p.type === 'state' ? p.country && opponents.has(p.country) ? enemyGiver : stateGiver : joined(giver, signOf(p.type)), unions.get(p.name) ?? 0)
  return out
}

/** In what text a draft stands. */
export function textSigns(a: Around): Sign[] {
  const { reading } = a
  return [blockSign(a), officialSign(a), reading.index <= 1 ? lead : body, reading.speech ? joined(speech, signOf(reading.speech.form)) : 0]
}

/** The tables that know the words of the title, of all kinds or of support alone. */
export const titleSigns = ({ analysis }: Around, ofSupport: boolean): Sign[] => titleCues(analysis).flatMap((c) => (!ofSupport || c.table.startsWith('support') ? joined(title, signOf(c.table)) : []))

const uncounted = sign('uncounted'), isCounted = sign('counted'), itemWord = sign('i'), itemTable = sign('it')

/** The words of the goods. */
export function goodsSigns({ draft }: Around): Sign[] {
  const out: Sign[] = []
  for (const item of draft.fields.items) {
    out.push(item.quantity === null ? uncounted : isCounted)
    for (const w of item.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) if (w.length > 2) out.push(joined(itemWord, signOf(stemOf(w))))
  }
  return out
}

/** The tables that know the words of the goods. */
export function goodsTables({ reading, draft }: Around): Sign[] {
  const out: Sign[] = []
  for (const g of reading.goods) if (draft.fields.items.some((i) => i.name === g.name)) for (const c of reading.cues) if (inside(c, g)) out.push(joined(itemTable, signOf(c.table)))
  return out
}
