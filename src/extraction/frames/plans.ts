import type { PlanningTopic } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import type { Cue } from '../words/cues.ts'
import { clauseAt, cuesOf, gap, hasCue, inside, onReading, overlaps, trim, type Reading } from './frames.ts'
import { countsIn } from '../money/counts.ts'
import { opponents } from '../names/parties.ts'
import { paysForItself } from './budgets.ts'
import { postureOf } from './postures.ts'

const names = ['asked', 'alliance', 'europe', 'forces', 'men', 'kit', 'readiness', 'aim', 'capability', 'spending', 'meets', 'defence', 'share', 'plans', 'align', 'union', 'part', 'purchases', 'origin', 'industry'] as const
type Table = (typeof names)[number]
const tables = Object.fromEntries(names.map((name) => [name, 'planning.' + name])) as Readonly<Record<Table, string>>
/** Does some sentence of the group have a word of the table, and one of the other table? */
function has(group: readonly Reading[], table: Table, other?: Table): boolean {
  const known = (name: string) => { for (const r of group) if (hasCue(r, name)) return true; return false }
  return known(tables[table]) && (other === undefined || known(tables[other]))
}
const percent = /^\s?(?:%|per ?cent\b|prozent|procent|proc\.|pour ?cent|per ?cento|відсот|процент)/iu

/** Shares in per cent, in figures or words: "3.5 %", "two per cent". */
export const sharesIn = onReading((reading): readonly Span[] => {
  const out: Span[] = []
  if (!/%|cent|proz|proc|відсот|процент/iu.test(reading.text)) return out
  for (const { start, end } of countsIn(reading)) {
    const at = end - reading.start, unit = percent.exec(reading.text.slice(at, at + 24)), to = at + (unit?.[0].length ?? 0)
    if (unit) out.push({ start, end: reading.start + to + (/^\p{L}*/u.exec(reading.text.slice(to))?.[0].length ?? 0) })
  }
  return out
})

/** What the sentences plan; null when they plan nothing. `before` is what the sentence before planned. */
export function topicOf(analysis: Analysis, group: readonly Reading[], before: PlanningTopic | null): PlanningTopic | null {
  return group.some(tellsOfBattle) ? null : planOf(analysis, group, before) ?? postureOf(analysis, group)
}

/** "Has destroyed 48 % of their air defence": news of the war, and no budget, aim or plan beside it. @example tellsOfBattle(reading) */
export const tellsOfBattle = (reading: Reading): boolean =>
  hasCue(reading, 'planning.battle') && !hasCue(reading, ['planning.spending', 'planning.share', 'planning.aim', 'planning.plans', 'frames.future'])

function planOf(analysis: Analysis, group: readonly Reading[], before: PlanningTopic | null): PlanningTopic | null {
  const direct = group[0]!.speech?.form === 'direct'
  // "The Commission's roadmap asks member states to place 40% of their orders jointly": who asks plans, where a figure is aimed at.
  if (!direct && has(group, 'asked') && !(has(group, 'union') && group.some((r) => sharesIn(r).length > 0) && cuesOf(group[0]!, tables.union).some((c) => c.from <= 2))) return null
  const share = group.some((r) => sharesIn(r).length > 0), aid = group.some((r) => hasCue(r, ['support.aid', 'support.giving', 'support.given']) && (r.amounts.length > 0 || hasCue(r, 'support.aid')))
  if (spends(group, share, before) || group.some((r) => paysForItself(analysis, r))) return 'spending'
  const aligned = alignment(group, direct, aid)
  if (aligned) return aligned
  const foreign = group.every((r) => nearRussia(analysis, r)), paid = group.some((r) => r.amounts.length > 0 && hasCue(r, ['support.giving', 'support.given', 'support.aid']))
  if (!foreign && !paid && purchases(analysis, group, share, aid)) return 'industry'
  if (foreign || paid) return null
  if (!aid && group.some((r) => sets(r) && !isUkrainian(analysis, r))) return 'capability'
  const speaker = group[0]!.speech?.speaker.country, own = group.some((r) => hasCue(r, 'frames.self')) && speaker && speaker !== 'UA' && !opponents.has(speaker)
  const dated = group.some((r) => r.dates.some((d) => /^(?:\.\.\/)?\d{4}$/.test(d.value.edtf))) && group.every((r) => r.mentions.every((m) => m.mention.country !== 'UA'))
  const ours = own || dated || has(group, 'alliance') || has(group, 'europe') || has(group, 'forces') || group.some((r) => cuesOf(r, 'frames.group').some((c) => c.from < 3)) || group.some((r) => acts(analysis, r)) || group.some((r) => hasCue(r, tables.kit) && ownNation.test(r.text))
  if (ours && !group.some((r) => isUkrainian(analysis, r) || hasCue(r, cooperation)) && group.some(raises)) return group.some((r) => readies(r)) && !has(group, 'kit') || group.some(stocks) ? 'readiness' : 'capability'
  if (!aid && ours && has(group, 'readiness') && !group.some((r) => isUkrainian(analysis, r) && (hasCue(r, 'support.training') || (hasCue(r, ['support.giving', 'support.given']) && r.mentions.some((m) => m.mention.type === 'state' && m.mention.country === 'UA')))) && (has(group, 'aim') || group.some((r) => hasCue(r, 'frames.future')))) return 'readiness'
  return has(group, 'capability', 'alliance') && has(group, 'aim') && !group.some((r) => r.amounts.length > 0) ? 'capability' : null
}

/** "Priority is given to air defence": what a force puts first. */
const sets = (reading: Reading) => (reading.goods.length > 0 || hasCue(reading, ['planning.kit', 'planning.capability'])) && priority.test(reading.text) && !hasCue(reading, ['support.aid', 'frames.negation'])
const priority = /(?<!\p{L})(?:(?:top |first |main )?priorit(?:y|ies) (?:is|are|goes|go|lies|will|remains?)|(?:gives?|given|giving) priority to|prioriti[sz]\p{L}{1,3}|Vorrang (?:hat|haben|erhält|erhalten|bekomm\p{L}{1,2})|(?:hat|haben) Vorrang|Schwerpunkt\p{L}{0,2} (?:ist|sind|liegt|liegen)|Priorität (?:hat|haben|genießt|genießen)|priorité (?:y )?(?:est|sera|va)|priorités (?:sont|restent)|donne\p{L}{0,2} la priorité|priorité (?:va|andrà|è|sarà)|priorit(?:à|ari) (?:va|vanno|andrà|è|sono|restano|data)|priorytet(?:em|ami|y)? (?:jest|są|pozostaj\p{L}{1,2}|będ\p{L}{1,2}|mają)|pierwszeństwo (?:ma|mają)|пріоритет(?:ом|ами|и)? (?:є|лишаються|залишаються|надають|надано|матим\p{L}{1,2}|буд\p{L}{1,2}))(?!\p{L})/iu
/** "National stocks": one's own. */
const ownNation = /(?<!\p{L})(?:national(?:e|es|er|en)?|nationaux|nazional[ei]|narodow\p{L}{1,3}|krajow\p{L}{1,3}|національн\p{L}{1,3}) (?:stock|army|forces|reserve|stocks|réserves|armée|scorte|riserve|zapas|rezerw|запас|резерв|Vorr|Best|Streit)/iu
/** Stocks to be filled make a force ready; new kit makes it able. */
const stocks = (reading: Reading) => cuesOf(reading, ['planning.kit', 'planning.units']).some((c) => /^(?:stock|vorr[aä]t|bestände|scort|zapas|запас)/iu.test(reading.text.slice(c.start - reading.start, c.end - reading.start))) && /(?<!\p{L})(?:(?:replenish|refill|restock|rebuil[dt]|reconstitu|recomplét|ricostitu|ripristin)\p{L}{0,8}|(?:wieder )?(?:auf|nach)(?:zu)?(?:ge)?füll\p{L}{1,3}|odtw[oa]rz\p{L}{1,5}|uzupełni\p{L}{1,4}|поповн\p{L}{1,4}|віднов\p{L}{1,5}|ammunition|munitions?|Munition\p{L}{0,10}|munizioni|amunicji|боєприпасів)(?!\p{L})/iu.test(reading.text)

/** Men, readiness and stations; a formation or army alone is something a force is able to do with. */
const readies = (reading: Reading) => hasCue(reading, ['planning.station', 'planning.posture']) || cuesOf(reading, tables.men).some((c) => !formation.test(reading.text.slice(c.start - reading.start, c.end - reading.start)))
const formation = /^(?:brigad|battle ?group|kampftruppe|gefechtsverb|stellen|gruppo|gruppi|groupement|grup|wojsk|бойов|бригад)/iu

const cooperation = ['projects.venture', 'projects.licence', 'projects.coproduction', 'projects.memorandum', 'projects.procurement']
const isUkrainian = (analysis: Analysis, reading: Reading) => stateWords(analysis, reading).some((w) => w.country === 'UA') || reading.mentions.some((m) => m.mention.country === 'UA' && m.mention.type === 'state')
/** A verb of raising with its unit near it, in the future or as an aim, in one clause: "will field a division", "soll auf 200.000 Soldaten wachsen". */
const raises = (reading: Reading) => cuesOf(reading, 'planning.raise').some((verb) => {
  const clause = clauseAt(reading, verb)
  if (number.test(reading.text.slice(verb.start - reading.start, verb.end - reading.start)) && hasCue(reading, tables.forces, clause) && /\d[\d.,\u00a0 ]{4,}|\d+ (?:tys|тис|mila)/u.test(reading.text)) return true
  return [...cuesOf(reading, ['planning.units', 'support.goods'], clause), ...reading.goods.filter((g) => inside(g, clause))].some((unit) => !overlaps(unit, verb) && gap(unit, verb) <= 45) && hasCue(reading, ['planning.aim', 'frames.future', 'projects.future'], clause)
})

/** Verbs of how many men an army has. */
const number = /^(?:number|zähl|compt|conter|contan|liczy|налічув)/iu

/** Defence budgets with an aim or a figure; "for defence" and shares of product only beside each other or after a sentence on spending. */
function spends(group: readonly Reading[], share: boolean, before: PlanningTopic | null): boolean {
  if (has(group, 'spending') && (has(group, 'aim') || share || group.some((r) => r.amounts.length > 0 && !hasCue(r, 'support.aid')))) return true
  if (before === 'spending' && has(group, 'meets')) return true
  if (!share) return false
  return has(group, 'defence') || has(group, 'meets', 'alliance') || (has(group, 'share') && (has(group, 'alliance') || has(group, 'forces'))) || (before === 'spending' && (has(group, 'aim') || has(group, 'share')))
}

/** Plans of the alliance and the Union side by side, or those of either brought in step with others. */
function alignment(group: readonly Reading[], direct: boolean, aid: boolean): 'alignment' | null {
  const step = has(group, 'plans', 'align'), both = has(group, 'alliance', 'union')
  if (both && step) return 'alignment'
  if (both && has(group, 'plans', 'aim') && group.some((r) => hasCue(r, ['frames.self', 'frames.future']))) return 'alignment'
  if ((has(group, 'union') || (direct && has(group, 'alliance'))) && step && !aid) return 'alignment'
  return !aid && step && has(group, 'alliance') && (has(group, 'aim') || group.some((r) => hasCue(r, 'frames.future'))) ? 'alignment' : null
}

/** Joint or European purchases and output: a word of industry with an aim, or a part of purchases that is to be European. */
function purchases(analysis: Analysis, group: readonly Reading[], share: boolean, aid: boolean): boolean {
  const part = share || has(group, 'part')
  if (part && has(group, 'purchases') && has(group, 'origin') && (has(group, 'aim') || group.some((r) => hasCue(r, ['frames.future', 'projects.future'])))) return true
  return !aid && has(group, 'industry', 'aim') && (part || has(group, 'union') || group.some((r) => r.mentions.length > 0))
}

const acts = (analysis: Analysis, reading: Reading) => reading.mentions.some((m) => m.mention.country !== null && m.mention.country !== 'UA' && !opponents.has(m.mention.country)) || stateWords(analysis, reading).some((w) => w.kind !== 'place' && w.country !== 'UA' && !opponents.has(w.country))
const nearRussia = (analysis: Analysis, reading: Reading) => stateWords(analysis, reading).some((w) => opponents.has(w.country) && cuesOf(reading, ['planning.industry', 'planning.readiness', 'planning.units']).some((c) => gap(c, w) <= 12))
/** The share with its "at least" and "of GDP"; else the aim after the word of intent, without the year. */
export function targetOf(reading: Reading, topic: PlanningTopic, content: Span): string | null {
  const all = sharesIn(reading).filter((s) => inside(s, content)), aimed = (s: Span, from: number) => hasCue(reading, ['planning.aim', 'frames.future', 'planning.raise'], { start: from, end: s.start })
  // "stood at 1.4 and was projected to reach 1.5": the share that is aimed at, where the first only is.
  const share = all.length === 2 && !aimed(all[0]!, content.start) && aimed(all[1]!, all[0]!.end) ? all[1] : all[0]
  if (share) return shareText(reading, share, content)
  if (topic === 'spending') return sumOrPart(reading, content)
  const need = topic === 'capability' ? cuesOf(reading, 'planning.ability', content).find((c) => c.to - c.from > 1) : undefined
  if (need) return trimmed(reading, reading.words[need.from]!.end, content.end)
  const aims = cuesOf(reading, ['planning.aim', 'frames.future', 'projects.future'], content).filter((c) => !reading.dates.some((d) => overlaps(d, c)) && !/\d/.test(reading.text.slice(c.start - reading.start, c.end - reading.start)))
  const step = topic === 'alignment' ? cuesOf(reading, 'planning.align', content).find((c) => aims.some((a) => a.end <= c.start)) : undefined
  const aim = step ? aims.findLast((a) => a.end <= step.start && a.table !== 'projects.future') ?? aims[0] : aims[0]
  const part = topic === 'industry' ? cuesOf(reading, 'planning.part', content)[0] : undefined
  if (part) return trimmed(reading, part.start, aims.find((a) => a.start > part.end + 6)?.start ?? content.end)
  const first = topic === 'alignment' ? cuesOf(reading, 'planning.align', content)[0] : undefined
  if (first && !step) return trimmed(reading, first.start, content.end)
  if (topic === 'alignment' || topic === 'industry') return aim ? trimmed(reading, aim.end, content.end) : null
  const raised = cuesOf(reading, 'planning.raise', content), verb = raised.find((c) => !aim || c.start >= aim.start) ?? (aim && reading.dates.some((d) => d.start - aim.end < 6 && d.end > aim.start) ? raised[0] : undefined) ?? aim
  if (!verb) return null
  const rest = trimmed(reading, verb.end, content.end), unit = cuesOf(reading, 'planning.units', content)[0]
  return unit && unit.end < verb.start && (rest === null || !hasCue(reading, 'planning.units', { start: verb.end, end: content.end })) ? trimmed(reading, (aims.findLast((a) => a.end <= unit.start && unit.start - a.end < 40) ?? { end: content.start }).end, (aim && aim.start > unit.end ? aim : verb).start) : rest
}

/** What is to be spent where no share is told: the sum, or a part of a budget ("a fifth of their equipment budgets"). */
function sumOrPart(reading: Reading, content: Span): string | null {
  const sums = reading.amounts.filter((a) => inside(a, content)), say = (from: number, to: number) => reading.text.slice(from - reading.start, to - reading.start).trim()
  if (sums.length === 1) return say(sums[0]!.start, sums[0]!.end)
  const part = sums.length === 0 ? cuesOf(reading, tables.part, content)[0] : undefined, end = part && [...cuesOf(reading, 'frames.to', content), ...reading.dates].map((c) => c.start).filter((at) => at > part.end + 3).sort((a, b) => a - b)[0]
  return part ? trimmed(reading, part.start, end ?? content.end) : null
}

/** What leads on to a date: "d'ici", "by the end of". */
export const beforeDate = /\s(?:à l['’]horizon|d['’]ici(?: à)?|by the end of|(?:by|in|from|until|till|to|for|on|at|before|since|of|end|late|early|mid|bis|ab|im|zum|für|Ende|Anfang|Mitte|vor|seit|en|dès|pour|fin|à|avant|vers|depuis|de|au|entro|nel|dal|per|a|al|fine|di|del|da|do|w|od|na|po|przed|za|до|у|в|з|від|на|за|к))$/u

const tidy = (text: string) => text.trim().replace(/^(?:to|be|a|an|the|auf)\s/, '').replace(/(?<![.”"»,])[.”"»,]+$/, '')
function trimmed(reading: Reading, after: number, to: number): string | null {
  const early = reading.dates.find((d) => d.start >= after && d.start - after <= 8 && d.end < to - 12), from = early ? early.end : after
  const rest = reading.text.slice(from - reading.start, to - reading.start).split(/[;–—]/)[0]!, first = rest.replace(/^[\s,]+/, '')
  // "two million shells a year": how often, no date.
  const date = reading.dates.find((d) => d.start > from + 12 && !/\s(?:an?|per|each|every|par|al|pro)\s$/i.test(reading.text.slice(0, d.start - reading.start)) && d.end >= from + rest.trimEnd().length - 1 && d.end <= to + 1)
  const cut = date ? first.slice(0, Math.max(0, first.length - (from + rest.length - date.start))).trimEnd().replace(beforeDate, '') : first
  return tidy(cut).length > 5 ? tidy(cut) : null
}

/** "Endorse a new posture": what is decided, offered or shown is aimed at, and not the deciding. */
const deciding = /^(?:(?:also|auch|également|anche|również|також)\s)?(?:endors\w{1,3}|adopt\w{0,3}|approv\w{1,3}|offer\w{0,3}|announc\w{1,3}|unveil\w{0,3}|present\w{0,3}|agree\son|decide\son|sign\soff|adopter|approuver|entériner|annoncer|présenter|dévoiler|adottare|approvare|annunciare|presentare|varare|przyjąć|zatwierdzić|ogłosić|przedstawić|ухвалити|схвалити|затвердити|оголосити|представити)\s(?=\S)/iu
const decidingLast = /\s(?:beschließen|verabschieden|billigen|annehmen|vorlegen|vorstellen|ankündigen)$/u

/** A target without the verb that decides on it and without the aside that a comma opens: "two million a year, a figure that sceptics doubt", "…, тоді як зараз у строю один". */
export function withoutAside(target: string | null): string | null {
  if (target === null) return null
  const bare = target.replace(deciding, '').replace(decidingLast, ''), whole = bare.length > 8 ? bare : target, at = whole.search(aside)
  return at > 8 ? whole.slice(0, at).replace(dated, '') : whole
}
/** The date that stood before the aside. */
const dated = /\s(?:by the end of\s|d['’]ici(?: à)?\s|\p{Ll}{1,5}\s)?(?:19|20)\d\d(?:\s(?:року|roku|р\.|r\.))?$/u
const aside = /,\s(?:by (?:which|then)|with (?:an?|the)|the (?:first|second|largest|biggest|most)|mit eine[rmn]?|die (?:erste|größte)|avec une?|la (?:première|plus)|le premier|con una?|il primo|la prima|which|who|whose|because|since|while|whereas|although|though|(?:several|some|many|most) of (?:them|which)|a (?:figure|goal|target|number|level|step|promise)\s(?:that|which)|während|weil|obwohl|wobei|wovon|von denen|ce qui|ce que|tandis qu|alors qu|parce qu|dont|mentre|perché|il che|di cui|podczas gdy|ponieważ|gdyż|czego|z czego|тоді як|тому що|адже|оскільки|хоча|з яких)(?!\p{L})|\s(?:tandis qu|podczas gdy|тоді як|whereas)(?!\p{L})/iu

const atLeast = /(?:at least|about|around|up to|more than|over|almost|mindestens|rund|etwa|mehr als|fast|co najmniej|około|ponad|do|au moins|environ|plus de|près de|almeno|circa|più di|oltre|щонайменше|близько|понад|не менше)\s$/iu
function shareText(reading: Reading, share: Span, content: Span): string {
  const before = atLeast.exec(reading.text.slice(content.start - reading.start, share.start - reading.start)), start = share.start - (before?.[0].length ?? 0)
  const of = cuesOf(reading, ['planning.share', 'planning.purchases'], content).filter((c) => c.end > share.end && c.start - share.end <= 24 && !reading.dates.some((d) => overlaps(d, c)) && !/[,;]/.test(reading.text.slice(share.end - reading.start, c.start - reading.start)))
  const end = Math.max(share.end, ...of.map((c) => c.end))
  return reading.text.slice(start - reading.start, end - reading.start).trim()
}

/** Two figures of one sentence, each with its verb ("would spend 2 % and expects to hit 3.5 % by 2035"), part it in two; else the content whole. */
export function partsOf(reading: Reading, content: Span): Span[] {
  const shares = sharesIn(reading).filter((s) => inside(s, content))
  if (shares.length < 2) return [content]
  const between = { start: shares[0]!.end, end: shares[1]!.start }, and = cuesOf(reading, 'frames.and', between)[0], comma = reading.text.lastIndexOf(',', between.end - reading.start) + reading.start
  const at = and ? and : comma > between.start ? { start: comma, end: comma + 1 } : null
  const dated = (span: Span) => reading.dates.some((d) => inside(d, span))
  const parts = at ? [trim(reading, { start: content.start, end: at.start }), trim(reading, { start: at.end, end: content.end })] : []
  return at !== null && parts.every(dated) ? parts : [content]
}

const seams = [
  /;\s|,?\s(?:and|und|et|e|oraz|i|та|і|й)\s(?:that|dass|que|qu['’]|che|że|що)\s?/gu,
  /,\s(?:and|und|et|e|i|та|і)\s(?=(?:we|wir|nous|they|sie|ils|ми|вони)\s)/gu,
  /,\s(?:and|while|whereas|und|während|et|tandis que?|e|mentre|oraz|i|a|podczas gdy|та|і|й|а|тоді як)\s/gu,
  /,\s(?:and\s)?(?=(?:an additional\s|another\s|a further\s)?[\p{L}\d]+\s(?:Allies|members|countries)\s(?:have|will|plan|expect|now|already)\s)|,\sand\s(?=there\sare\s)/gu,
]
/** The parts of a sentence that plan by themselves: parted at a semicolon, or where it goes on with "and that" or "and we". */
export function slicesOf(reading: Reading): readonly Reading[] {
  if (reading.text.length < 62) return [reading]
  const cuts = seams.flatMap((seam) => [...reading.text.matchAll(seam)]).filter((m) => m.index > 30 && reading.text.length - m.index > 30).sort((a, b) => a.index - b.index || b[0].length - a[0].length).filter((m, i, all) => m.index !== all[i - 1]?.index)
  if (cuts.length === 0) return [reading]
  const edges: [number, number][] = []
  let from = 0
  for (const m of cuts) { edges.push([from, m.index]); from = m.index + m[0].length }
  edges.push([from, reading.text.length])
  return edges.map(([a, b]) => sliced(reading, { start: reading.start + a, end: reading.start + b }))
}

/** A part of a sentence as a reading of its own: `sliced(reading, firstClause).dates`. */
export function sliced(reading: Reading, span: Span): Reading {
  const within = <T extends Span>(list: readonly T[]) => list.filter((x) => inside(x, span)), cues = within(reading.cues), byTable = new Map<string, Cue[]>()
  for (const cue of cues) { const list = byTable.get(cue.table); if (list) list.push(cue); else byTable.set(cue.table, [cue]) }
  return { ...reading, ...span, known: [], sentence: { ...reading.sentence, tokens: within(reading.sentence.tokens), known: [] }, text: reading.text.slice(span.start - reading.start, span.end - reading.start), words: within(reading.words), cues, byTable, mentions: within(reading.mentions), dates: within(reading.dates), amounts: within(reading.amounts), goods: within(reading.goods) }
}
