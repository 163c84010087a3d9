import { bounds } from '../../core/dates.ts'
import type { CommitmentStage } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { settled } from './choice/settle.ts'
import { clauseAt, hasCue, inside, readingsOf, trim, type Reading } from '../frames/frames.ts'
import { mayMake } from '../learned/doubt.ts'
import { scoreIn, weighed } from '../learned/learned.ts'
import { learnedSupport } from '../learned/support.ts'
import { opponents } from '../names/parties.ts'
import { approved } from './approvals.ts'
import { isDoubtful } from './doubts.ts'
import { fromCounts } from './counted.ts'
import { smaller, type Draft } from './drafts.ts'
import { addsBought, addsWorth, joinedWorth } from './follow.ts'
import { besideSums, fromGoods } from './goods.ts'
import { inHomeMoney } from './home-money.ts'
import { addsPoint, fromList, fromPoints, isPoint } from './lists.ts'
import { fullyNamed } from './naming.ts'
import { leftOpen } from './open.ts'
import { stageOfMoney } from './paid.ts'
import { stageAt, takenBack, withdrawn } from './stage.ts'
import { fromSums } from './sums.ts'
import { restaged } from './restaged.ts'
import { isRefused } from './refusals.ts'
import { tidied } from './tidy.ts'
import { twofold } from './twofold.ts'
import { wholes } from './wholes.ts'

/** Every mention of support in a text, each field settled among all. */
export const supportIn = (analysis: Analysis): Draft[] => wholes(analysis, tidied(analysis, fullyNamed(analysis, parted(analysis, twofold(analysis, balanced(inHomeMoney(analysis, settled(analysis, draftsOf(analysis)))))))))

/**
 * Sums right behind a larger one that fill it up exactly are its parts: given by the same, at the same stage and day where
 * no word of their own says otherwise.
 * @example // "Portugal approved €90m. 50 will buy radars. A further 40 goes to clinics." is a total of 90 and two parts
 */
function balanced(drafts: readonly Draft[]): Draft[] {
  const out = [...drafts]
  drafts.forEach(({ fields: whole, sentence }, i) => {
    if (!whole.amount) return
    let rest = whole.amount.minor, j = i + 1
    while (rest > 0n && drafts[j]?.fields.amount && drafts[j]!.sentence - sentence <= 4 && smaller(drafts[j]!.fields.amount!, whole.amount)) rest -= drafts[j++]!.fields.amount!.minor
    if (rest !== 0n || j < i + 3) return
    out[i] = { ...drafts[i]!, fields: { ...whole, total: true } }
    for (let k = i + 1; k < j; k++) { const { fields, rule } = drafts[k]!; out[k] = { ...drafts[k]!, fields: rule === 'part' ? { ...fields, total: false } : { ...fields, total: false, provider: whole.provider, recipient: whole.recipient, stage: whole.stage, date: fields.date ?? whole.date, period: fields.period ?? whole.period } } }
  })
  return out
}

/** Where a sentence has several, each in a clause of its own, the clause alone proves it. */
function parted(analysis: Analysis, drafts: readonly Draft[]): Draft[] {
  const readings = readingsOf(analysis)
  return drafts.map((draft) => {
    const reading = readings[draft.sentence]!, [first, ...rest] = draft.spans, others = drafts.filter((d) => d !== draft && d.sentence === draft.sentence)
    if (others.length === 0 || !first || first.end - first.start < reading.end - reading.start - 2) return draft
    const clause = clauseAt(reading, draft.core)
    return clause.end - clause.start > 25 && others.every((d) => !inside(d.core, clause)) ? { ...draft, spans: [trim(reading, clause), ...rest] } : draft
  })
}

/** Every mention of support in a text, in order of place, as first read: what the rules read, then what was learned, then what both left open. */
export function draftsOf(analysis: Analysis): Draft[] {
  const drafts = sentencesOf(analysis), readings = readingsOf(analysis)
  const all = [...drafts, ...leftOpen(analysis, drafts)].filter((d) => !isRefused(readings[d.sentence]!, d)).sort((a, b) => a.sentence - b.sentence || a.core.start - b.core.start)
  return approved(analysis, staged(analysis, joinedWorth(analysis, all.filter((d) => fromEnemy(d) || !isDoubtful(analysis, d, all)))))
}

/** Odds by which another stage must be likelier than that of the word nearest to the goods or the sum. */
const surer = 2

/** Where a sentence tells of one commitment, all its words speak of that one's stage: they may outweigh the word a rule took it from. */
function staged(analysis: Analysis, drafts: Draft[]): Draft[] {
  const readings = readingsOf(analysis), times = new Map<number, number>()
  for (const d of drafts) times.set(d.sentence, (times.get(d.sentence) ?? 0) + 1)
  return drafts.map((d) => {
    const stage = times.get(d.sentence) === 1 && (d.rule === 'goods' || d.rule === 'sum') ? weighed(analysis, readings[d.sentence]!, 'commitment.stage', d.fields.stage, surer) : d.fields.stage
    const weighted = stage === d.fields.stage ? d : { ...d, fields: { ...d.fields, stage }, why: { ...d.why, stage: d.why['stage'] + ', outweighed' } }
    const told = /learned|outweighed/.test(weighted.why['stage'] ?? '') ? toldStage(analysis, readings[d.sentence]!, weighted) : null
    const stated = told ? { ...weighted, fields: { ...weighted.fields, stage: told }, why: { ...weighted.why, stage: `${told} by its own words` } } : weighted, reading = readings[d.sentence]!, corrected = restaged(reading, stated), last = corrected === stated.fields.stage ? stageOfMoney(reading, stated) : corrected
    return last === stated.fields.stage ? stated : { ...stated, fields: { ...stated.fields, stage: last }, why: { ...stated.why, stage: `${last} by the words beside` } }
  })
}

/**
 * The stage that words of their own give to what was learned at another: taken back or only considered by a verb of that,
 * still to come by a day that lies ahead. Null where they give none.
 */
function toldStage(analysis: Analysis, reading: Reading, { core, fields }: Draft): CommitmentStage | null {
  const clause = clauseAt(reading, core), at = stageAt(reading, clause, core), published = analysis.document.published?.edtf
  if (at && at !== 'refused' && at.firm && at.stage !== fields.stage && inside(at.cue, clause) && (withdrawn(at.stage) ? takenBack(reading, at.cue, core) : at.cue.table === 'support.signalled' && !withdrawn(fields.stage))) return at.stage
  const days = published && fields.stage === 'delivered' ? reading.dates.filter((d) => inside(d, clause)) : []
  return days.length > 0 && days.every((d) => d.value.edtf.startsWith('../') ? bounds(d.value.edtf)[1] > published! : bounds(d.value.edtf)[0] > published!) ? 'announced' : null
}

/** What is read by sentences and lists, in order of place. */
export function sentencesOf(analysis: Analysis): Draft[] {
  const drafts = ruled(analysis)
  for (const reading of readingsOf(analysis)) if (!addsWorth(analysis, reading, drafts)) drafts.push(...learnedSupport(analysis, reading, drafts))
  const told = new Set(drafts.map((d) => d.sentence))
  for (const reading of readingsOf(analysis)) if (!told.has(reading.index) && mayMake(analysis, reading, 'commitment')) drafts.push(...fromPoints(analysis, reading, drafts))
  return drafts.sort((a, b) => a.sentence - b.sentence)
}

/** Odds below which a verb of giving and a word for goods in one sentence are no support: nothing else in it speaks for one. */
const unlikely = -2

/** Goods somebody is asked for are not promised yet. */
const isAsked = (analysis: Analysis, reading: Reading): boolean => hasCue(reading, 'support.asking') && scoreIn(analysis, reading, 'ask') > scoreIn(analysis, reading, 'commitment')

/** Arms for an enemy: few examples tell of them. */
const fromEnemy = (d: Draft): boolean => d.fields.provider.concat(d.fields.recipient).some((p) => p.country !== null && opponents.has(p.country))

/** Goods beside an enemy's name: of what arms an enemy the examples tell too little. */
const armsEnemy = (reading: Reading): boolean => hasCue(reading, 'support.goods') && reading.mentions.some(({ mention }) => mention.country !== null && opponents.has(mention.country))

function ruled(analysis: Analysis): Draft[] {
  const drafts: Draft[] = []
  for (const reading of readingsOf(analysis)) {
    if (analysis.document.blocks[reading.sentence.block]?.kind === 'heading' || addsWorth(analysis, reading, drafts) || addsBought(analysis, reading, drafts) || addsPoint(analysis, reading, drafts)) continue
    if (!mayMake(analysis, reading, 'commitment') && !(drafts.length > 0 && (hasCue(reading, 'support.contents') || isPoint(analysis, reading))) && !armsEnemy(reading)) { drafts.push(...fromCounts(analysis, reading, drafts)); continue }
    const found = fromSums(analysis, reading, drafts)
    drafts.push(...found)
    const goods = found.length === 0 ? fromGoods(analysis, reading, drafts).filter((d) => scoreIn(analysis, reading, 'commitment') > unlikely && !isAsked(analysis, reading) || fromEnemy(d)) : []
    drafts.push(...goods)
    if (found.length === 0 && goods.length === 0) { const list = fromList(analysis, reading, drafts); drafts.push(...list, ...(list.length === 0 ? fromCounts(analysis, reading, drafts) : [])) }
    if (found.length > 0) drafts.push(...besideSums(analysis, reading, drafts, found.map((d) => d.core)))
  }
  return drafts
}
