import type { ProjectForm, ProjectStage } from '../../core/claim.ts'
import type { Span } from '../../core/evidence.ts'
import type { Analysis } from '../analysis.ts'
import { stateWords } from '../names/atlas.ts'
import type { Cue } from '../words/cues.ts'
import { firmsIn } from '../names/firms.ts'
import { clauseAt, cuesOf, gap, hasCue, inside, nearest, negated, onReading, overlaps, trim, type Reading } from './frames.ts'
import { itemsIn } from '../money/items.ts'
import { aboutUkraine } from '../names/parties.ts'

export interface FormAt { readonly form: ProjectForm; readonly cue: Cue; /** Told by two firms and what they do together. */ readonly byFirms?: true; /** By words that as often tell of something else. */ readonly weak?: true }

const forms: readonly (readonly [table: string, form: ProjectForm])[] = [
  ['projects.venture', 'joint venture'], ['projects.licence', 'licence'], ['projects.memorandum', 'memorandum'], ['projects.maintenance', 'maintenance'], ['projects.research', 'research'],
  ['projects.coproduction', 'co-production'], ['projects.procurement', 'procurement'], ['projects.investment', 'investment'], ['projects.plain', 'other'],
]
const stages: readonly ProjectStage[] = ['proposed', 'agreed', 'building', 'operating', 'ended']
export const stageTables = stages.map((s) => 'projects.' + s)
const industry = (reading: Reading) => hasCue(reading, ['projects.industry', 'support.goods']) || reading.goods.length > 0
/** Arms, not only a factory that may bake bread. */
export const arms = (reading: Reading) => reading.goods.length > 0 || hasCue(reading, 'support.goods') || cuesOf(reading, 'projects.industry').some((c) => armsMade.test(wordsAt(reading, c)) || !cuesOf(reading, ['projects.facility', 'projects.make', 'projects.firm']).some((f) => overlaps(f, c)))
/** What a plant makes, in one word with it. */
const armsMade = /pulver|munition|granat|waffen|panzer|geschoss|drohnen|raketen|rüstung|spreng/iu

/** The form of cooperation a sentence speaks of: the first of the tables' order that has a word and a thing of the arms trade by it, else what two firms do together. */
export function formOf(analysis: Analysis, reading: Reading): FormAt | null {
  for (const [table, form] of forms) {
    const cue = cuesOf(reading, table).find((c) => (form === 'other' || !negated(reading, c)) && !(form === 'memorandum' && ofSupply(reading, c)))
    if (!cue) continue
    const enough = form === 'investment' ? arms(reading) || firmsIn(analysis, reading).length > 1 || inUkraine(analysis, reading) : form === 'memorandum' || form === 'joint venture' || form === 'maintenance' || industry(reading) || firmsIn(analysis, reading).length > 0
    if (enough) return { form, cue }
  }
  return mendingPlace(analysis, reading) ?? jointPlace(reading) ?? betweenFirms(analysis, reading) ?? boughtFrom(analysis, reading) ?? mendingOrder(analysis, reading) ?? ownPlant(analysis, reading)
}

/** A framework contract by which goods are supplied: an order, and no cooperation. */
const ofSupply = (reading: Reading, cue: Cue): boolean => /framework|rahmen|cadre|quadro|ramow|рамков/iu.test(wordsAt(reading, cue)) && (reading.amounts.length > 0 || reading.goods.length > 0) && !hasCue(reading, ['projects.make', 'projects.mend', 'projects.together', 'projects.facility', 'projects.research'])

/** A firm and a plant in Ukraine: "will put €8m into a workshop in Kyiv". */
const inUkraine = (analysis: Analysis, reading: Reading): boolean =>
  hasCue(reading, 'projects.facility') && stateWords(analysis, reading).some((w) => w.country === 'UA') && firmsIn(analysis, reading).length > 0

/** A state and Ukraine in one sentence: whose workshop it is to be, where no firm is named. */
function ofStates(analysis: Analysis, reading: Reading): boolean {
  const words = hasCue(reading, 'projects.together') ? stateWords(analysis, reading) : []
  return words.some((w) => w.country === 'UA') && words.some((w) => w.country !== 'UA')
}

/** "A repair slip", "bacino per la riparazione": a word of mending at a noun for a plant, by a firm or by states together. */
function mendingPlace(analysis: Analysis, reading: Reading): FormAt | null {
  const cue = cuesOf(reading, 'projects.facility').find((f) => cuesOf(reading, 'projects.mend').some((m) => gap(m, f) <= 14 && !overlaps(m, f)))
  return cue && !negated(reading, cue) && (firmsIn(analysis, reading).length > 0 || ofStates(analysis, reading)) && hasCue(reading, [...stageTables, 'projects.future']) ? { form: 'maintenance', cue, byFirms: true } : null
}

/** "A joint powder works", "wspólny zakład": a place of making that is shared, with a stage told. */
function jointPlace(reading: Reading): FormAt | null {
  if (!arms(reading) || !hasCue(reading, [...stageTables, 'projects.future'])) return null
  for (const j of cuesOf(reading, 'projects.together')) {
    const place = shared.test(wordsAt(reading, j)) ? cuesOf(reading, 'projects.facility').find((f) => f.from > j.to && f.from - j.to <= 3 && works.test(wordsAt(reading, f)) && !/[,;]/.test(wordsAt(reading, { start: j.end, end: f.start }))) : undefined
    if (place && !negated(reading, place)) return { form: 'co-production', cue: { ...place, start: j.start, from: j.from } }
  }
  return null
}
const shared = /^(?:joint|common|shared|gemeinsam|commun|conjoint|comun|congiunt|wspóln|спільн)/iu, works = /^(?:plant|factory|works|line|yard|foundry|production line|assembly line|\p{L}*werk|\p{L}*fabrik|\p{L}*linie|gießerei|usine|ligne|atelier|chaîne|fonderie|fabbrica|stabilimento|linea|impianto|fonderia|zakład|fabryk|lini|wytwórni|odlewni|завод|фабрик|лінію|лінія|цех)/iu

/** "Awarded Orlik a contract to overhaul tanks": an order to mend arms, with the firm that takes it. */
function mendingOrder(analysis: Analysis, reading: Reading): FormAt | null {
  const cue = cuesOf(reading, 'projects.mend').find((c) => !negated(reading, c)), order = cue && cuesOf(reading, ['projects.agreed', 'projects.buy'], clauseAt(reading, cue)).find((c) => pact.test(wordsAt(reading, c)) && Math.abs(c.from - cue.from) < 12)
  return cue && order && arms(reading) && firmsIn(analysis, reading).length > 0 ? { form: 'maintenance', cue, byFirms: true, weak: true } : null
}

/** "Orlik has scrapped its plan for a shell plant", "will build a works near Lviv": a plant of one firm, or of two states by their adjectives, and what becomes of it. */
function ownPlant(analysis: Analysis, reading: Reading): FormAt | null {
  const places = cuesOf(reading, 'projects.facility')
  if (places.length === 0) return null
  const names = firmsIn(analysis, reading).flatMap((f) => f.span ?? []), words = stateWords(analysis, reading)
  const cue = places.find((f) => {
    const paired = words.some((w) => words.some((o) => o !== w && o.start === w.start) && w.end <= f.start && f.start - w.end <= 2)
    if (names.length === 0 && !paired || negated(reading, f) || !works.test(wordsAt(reading, f)) || names.some((n) => overlaps(n, f) || n.start >= f.end && n.start - f.end <= 2)) return false
    return cuesOf(reading, ['projects.building', 'projects.proposed', 'projects.ended', 'projects.investment'], clauseAt(reading, f)).some((c) => !overlaps(c, f) && (c.from < f.from ? f.from - c.to <= 12 : c.table !== 'projects.proposed'))
  })
  return cue && (arms(reading) || words.some((w) => w.country === 'UA')) ? { form: 'investment', cue, byFirms: true, weak: true } : null
}

/** A state that buys goods from one firm of Ukraine, named by its town or nation. */
function boughtFrom(analysis: Analysis, reading: Reading): FormAt | null {
  const cue = cuesOf(reading, 'projects.buy').find((c) => !negated(reading, c)), [maker, ...others] = cue ? firmsIn(analysis, reading) : []
  const at = maker?.span
  if (!cue || !at || others.length > 0 || !arms(reading)) return null
  const origin = cuesOf(reading, 'projects.ukrainian').find((u) => u.end <= at.start ? at.start - u.end <= 24 : u.start - at.end <= 14)
  return origin ? { form: 'procurement', cue: { ...origin, start: Math.min(origin.start, at.start), end: Math.max(origin.end, at.end) } } : null
}

/** What firms do together, by their verb: found, mend, develop, make. */
const acts: readonly (readonly [table: string, form: ProjectForm])[] = [['projects.found', 'joint venture'], ['projects.mend', 'maintenance'], ['projects.develop', 'research'], ['projects.make', 'co-production'], ['projects.facility', 'co-production']]

/** "With a Ukrainian partner", "з українською фірмою": a second firm that has no name. */
const partnerUnnamed = (reading: Reading): boolean =>
  cuesOf(reading, 'projects.ukrainian').some((u) => cuesOf(reading, 'projects.firm').some((f) => f.start >= u.end && f.start - u.end <= 1) && cuesOf(reading, 'projects.with').some((w) => w.end <= u.start && u.start - w.end <= 6))

/** Two firms and what they make, mend or develop by an agreement, in common or at a stage told: a project by its parties alone. */
function betweenFirms(analysis: Analysis, reading: Reading): FormAt | null {
  if (!hasCue(reading, ['projects.agreed', 'projects.proposed', 'projects.building', 'projects.operating', 'projects.ended', 'projects.together', 'projects.future', 'frames.future'])) return null
  const names = firmsIn(analysis, reading).flatMap((f) => f.span ?? []), mends = hasCue(reading, 'projects.mend') && hasCue(reading, 'projects.facility')
  if (names.length < (mends || names[0] && partnerUnnamed(reading) ? 1 : 2) || !(aboutUkraine(analysis) || stateWords(analysis, reading).some((w) => w.country === 'UA'))) return null
  for (const [table, form] of acts) {
    const cue = cuesOf(reading, table).find((c) => !negated(reading, c) && !/^(?:progetto|progetti|Entwurf)$/iu.test(wordsAt(reading, c)) && !names.some((n) => n.start >= c.start && n.start - c.end <= 3))
    if (cue) return { form, cue, byFirms: true }
  }
  const together = cuesOf(reading, 'projects.together')[0]
  return together && hasCue(reading, ['projects.agreed', 'projects.ended', 'projects.proposed']) ? { form: 'other', cue: together, byFirms: true } : null
}

/** Nouns for what is signed, which say of no time. */
const pact = /^(?:accords?|agreements?|deals?|contracts?|\p{Ll}*vertrag|abkommen|abmachung|contrats?|accord[oi]|intes[ae]|contratt[oi]|umow|kontrakt|porozumieni|угод|контракт)/iu
/** Verbs by which something is agreed, to come and done. */
const signing = onReading((reading): { readonly later: boolean; readonly done: boolean } => {
  const verbs = cuesOf(reading, 'projects.agreed').filter((c) => !pact.test(wordsAt(reading, c)) && !negated(reading, c)), later = verbs.filter((c) => isToCome(reading, c) || closesBracket(reading, c))
  return { later: later.length > 0, done: verbs.length > later.length }
})
const wordsAt = (reading: Reading, { start, end }: Span) => reading.text.slice(start - reading.start, end - reading.start)
/** "Sollen im Mai einen Vertrag unterzeichnen": the infinitive at the end of a German clause with its modal far before it. */
const closesBracket = (reading: Reading, cue: Cue): boolean => reading.language.names.nounsInCapitals && /\p{Ll}en$/u.test(wordsAt(reading, cue)) && cuesOf(reading, ['projects.future', 'frames.future'], clauseAt(reading, cue)).some((f) => f.end < cue.start && /^(?:soll|will|woll|werd|wird|möcht)/.test(wordsAt(reading, f)))

/** Verbs of buying, done. */
const purchase = /^(?:bought|purchased|acquired|kaufte|gekauft|erworben|acquis|achet|comprat|acquistat|kupił|nabył|zakupił|купи|закупи|придба)/iu

/** Is the signature still to come, as in "are to sign an agreement in May"? */
export const signsLater = (reading: Reading): boolean => { const { later, done } = signing(reading); return later && !done }

/** The stage that the words of a sentence leave no doubt of: a plant being built, a signature to come. @example toldStage(reading) // "Both build a plant in Ulm": 'building' */
export function toldStage(reading: Reading): ProjectStage | null {
  if (signsLater(reading)) return 'proposed'
  if (cuesOf(reading, 'projects.building').some((c) => erects(reading, c)) || startsBuilding(reading)) return 'building'
  return begins(reading) || goesOn(reading) ? 'operating' : null
}
/** "Has been under construction since May", "почало зводити завод": a plant that is not finished. */
const startsBuilding = (reading: Reading): boolean =>
  cuesOf(reading, 'projects.building').some((c) => unfinished.test(wordsAt(reading, c)) && !isToCome(reading, c) && !negated(reading, c)) && hasCue(reading, 'projects.facility') ||
  hasCue(reading, 'projects.facility') && reading.words.some((w, i) => beginning.test(w.lower) && (reading.words.slice(i + 1, i + 4).some((v) => toBuild.test(v.lower)) || reading.language.names.nounsInCapitals && reading.words.slice(0, i).some((v) => toBuild.test(v.lower))))
const unfinished = /^(?:under construction|im bau|en construction|in costruzione|w budowie|на етапі будівництва)$/iu, toBuild = /^(?:build|building|construction|errichten|bauen|bau|errichtung|construire|bâtir|costruire|costruzione|edificare|budować|budowę|budowa|wznosić|зводити|будувати|споруджувати|будівництво|спорудження)$/u

/** "Began turning it out in March", "розпочали виробництво": a word of beginning, done, beside one of making that is none of building. */
const begins = (reading: Reading): boolean => hasCue(reading, 'projects.make') && reading.words.some((w, i) => beginning.test(w.lower) && !cuesOf(reading, ['projects.future', 'frames.future', 'frames.negation']).some((f) => f.to < i && i - f.to <= 3) &&
  cuesOf(reading, 'projects.make').some((m) => (m.from > i ? m.from - i <= 3 : i - m.to <= 9) && !building.test(wordsAt(reading, m)) && clauseAt(reading, m) === clauseAt(reading, w)))
/** "Have been welding hulls since May", "remontują silniki": making or mending, done now or since a day, and none of it building a plant, planned or over. */
const goesOn = (reading: Reading): boolean => cuesOf(reading, ['projects.make', 'projects.mend']).some((m) => {
  const clause = clauseAt(reading, m), words = wordsAt(reading, m)
  if (negated(reading, m) || isToCome(reading, m) || building.test(words) && hasCue(reading, 'projects.facility', clause) || hasCue(reading, ['projects.ended', 'projects.proposed', 'frames.doubt'], clause)) return false
  const before = reading.text.slice(Math.max(0, m.start - reading.start - 24), m.start - reading.start)
  return /(?:have|has) been (?:\p{Ll}+ )?$/u.test(before) && /ing$/.test(words) || present.test(words) && !/(?:^|\s)(?:to|zu)\s$/.test(before) && !closesBracket(reading, m) || /^\p{Ll}/u.test(words) && reading.dates.some((d) => d.value.edtf.endsWith('/..') && inside(d, clause)) && !/\p{L}(?:ion|ung|ment|age|zione|aggio|nie|ння)$/u.test(words)
})
/** Verbs of making and mending in the present: who does so works already. */
const present = /^(?:assembles|makes|produces|manufactures|welds|repairs|overhauls|refurbishes|services|maintains|fertigt|produziert|montiert|repariert|wartet|überholt|schweißt|assemblent|assemble|monte|montent|fabrique|fabriquent|produit|produisent|répare|réparent|rénove|rénovent|entretient|entretiennent|assemblano|assembla|monta|montano|fabbrica|fabbricano|produce|producono|ripara|riparano|revisiona|revisionano|produkuje|produkują|wytwarza|wytwarzają|montuje|montują|składa|składają|remontuje|remontują|naprawia|naprawiają|serwisuje|serwisują|виробляє|виробляють|випускає|випускають|виготовляє|виготовляють|складає|складають|збирає|збирають|ремонтує|ремонтують|обслуговує|обслуговують|лагодить|лагодять)$/u
const beginning = /^(?:began|begun|begann|begannen|begonnen|commencé|débuté|démarré|iniziato|iniziata|cominciato|cominciata|avviata|rozpoczęł[aoiy]|rozpoczął|rozpoczęto|ruszyła|почал[аои]|почав|розпочал[аои]|розпочав|почалося|почалось|розпочато)$/u, building = /^(?:buil|constru|costru|bau|bâti|budow|зводит|спору|буд)/u

/** Is any stage told as reached, and not only to come? */
export const anyReached = (reading: Reading): boolean => cuesOf(reading, stageTables.slice(1)).some((c) => !isToCome(reading, c) && !closesBracket(reading, c))
/** A verb of building, not to come, and the plant that it builds. */
const erects = (reading: Reading, verb: Cue): boolean => !isToCome(reading, verb) && !closesBracket(reading, verb) && !negated(reading, verb) && buildVerb.test(wordsAt(reading, verb)) &&
  cuesOf(reading, 'projects.facility', clauseAt(reading, verb)).some((f) => !overlaps(f, verb) && Math.abs(f.from - verb.to) < (f.from > verb.to ? 16 : 9))
const buildVerb = /^(?:is building|are building|construisent|construit|bâtissent|baut|bauen|errichtet|errichten|stanno costruendo|sta costruendo|costruiscono|buduje|budują|wznos(?:i|zą)|будує|будують|зводить|зводять|споруджує|споруджують)$/iu

/** How far the cooperation has come: an end over all; then what works, is built or is agreed, unless it is only to come; else proposed. */
export function stageOf(reading: Reading, { form, cue, byFirms }: FormAt): ProjectStage | null {
  const near = cuesOf(reading, stageTables).filter((c) => !inside(c, cue) && !(c.table === 'projects.building' && cuesOf(reading, 'projects.firm').some((f) => overlaps(f, c))) && !reading.dates.some((d) => inside(c, d)) && (!negated(reading, c) || cuesOf(reading, 'frames.negation').some((n) => overlaps(n, c))))
  const done = (s: ProjectStage) => near.filter((c) => c.table === 'projects.' + s && !isToCome(reading, c))
  if (done('ended').length > 0) return 'ended'
  const sure = form === 'procurement' ? null : toldStage(reading)
  if (sure && done('operating').length === 0) return sure
  if (form === 'procurement') return cuesOf(reading, 'support.contracted').some((c) => !isToCome(reading, c) && !negated(reading, c)) || done('agreed').some((c) => c.start > cue.end ? c.start - cue.end < 60 : purchase.test(wordsAt(reading, c)) && inside(c, clauseAt(reading, cue))) ? 'agreed' : 'proposed'
  const best = nearest(cue, near.filter((c) => c.table === 'projects.proposed' || done(c.table.slice(9) as ProjectStage).includes(c)))
  const later = hasCue(reading, ['projects.future', 'frames.future'], clauseAt(reading, cue))
  if (done('operating').length > 0 && best?.table !== 'projects.proposed') return 'operating'
  if (done('building').length > 0 && (best?.table !== 'projects.proposed' || cuesOf(reading, 'projects.proposed').every((c) => c.start > done('building')[0]!.start))) return 'building'
  const clause = clauseAt(reading, cue)
  if (done('agreed').some((c) => c.start < cue.start || inside(c, clause) || (c.start - cue.end < 70 && hasCue(reading, 'frames.relative', { start: cue.end, end: c.start })))) return 'agreed'
  if (best) return later && !inside(best, clause) && best.start > cue.end ? 'proposed' : best.table.slice(9) as ProjectStage
  if (form === 'maintenance' && !byFirms) return null
  if (form === 'licence' && !later && cuesOf(reading, 'projects.agreed').some((c) => inside(c, cue) && !negated(reading, c))) return 'agreed'
  return later || hasCue(reading, 'frames.doubt') || near.length > 0 ? 'proposed' : form === 'research' && byFirms ? 'building' : byFirms && cue.table !== 'projects.found' && cue.table !== 'projects.facility' ? 'operating' : form === 'investment' || byFirms ? 'agreed' : 'proposed'
}

/** Is the word itself in the future or an infinitive, or does one of the future, of doubt or of intention stand right before it in its clause? */
const isToCome = (reading: Reading, cue: Cue): boolean => {
  const words = wordsAt(reading, cue)
  if (futureForm.test(words) || infinitive.test(words) && !pact.test(words) || cuesOf(reading, 'projects.future').some((f) => overlaps(f, cue))) return true
  if (intending.test(reading.text.slice(Math.max(0, cue.start - reading.start - 40), cue.start - reading.start))) return true
  return cuesOf(reading, ['frames.future', 'frames.doubt']).some((f) => f.to < cue.from && cue.from - f.to <= 3 && !/[,;:]/.test(reading.text.slice(f.end - reading.start, cue.start - reading.start)))
}
/** Verbs that have a form of their own for what is to come. */
const futureForm = /^(?:\p{L}+(?:(?<!otwie)ra|ront|rà|ranno)|підпиш(?:е|уть)|укладе|укладуть|відкриє|відкриють|збудує|збудують|запустить|запустять|заснує|заснують|створить|створять|почне|почнуть|podpisz(?:e|ą)|zawr(?:ze|ą)|założ(?:y|ą)|utworz(?:y|ą)|otworz(?:y|ą)|zbuduj(?:e|ą)|uruchomią?|postawią?|rozpoczn(?:ie|ą))(?!\p{L})/u
const infinitive = /^(?:\p{Ll}+(?:[^i]er|[^o]ir|[dt]re|uire|are|[^i]ere|(?<!lo)ire|ć|ти|тися))$/u
/** What somebody wishes or means to do, right before its verb. */
const intending = /(?<!\p{L})(?:wish(?:es|ed)?|want(?:s|ed)?|hop(?:es?|ed|ing)|intend(?:s|ed)?|intention|aim(?:s|ed)?|propos(?:es?|ed|al)|plan(?:s|ned)?|eager|keen|ready|offer(?:s|ed)?) to\s(?:\p{L}+\s){0,2}$/u

/** What the project is about: from the form's words to the end of their clause, or the act joined to them. */
export function subjectOf(reading: Reading, { form, cue, byFirms }: FormAt): string {
  const clause = clauseAt(reading, cue), end = endOf(reading, cue, clause)
  const say = (from: number, to: number) => reading.text.slice(from - reading.start, to - reading.start).replace(/^[\s,;:–—-]+/, '').replace(/(?<![\s.,;:–—-])[\s.,;:–—-]+$/, '')
  const after = cuesOf(reading, stageTables, clause).find((c) => c.start > cue.end + 2)
  if (byFirms) return say(cue.start, Math.min(end, relativeAfter(reading, cue, clause), after && after.start > cue.end + 8 ? after.start : end, cue.end + 140))
  const purpose = form === 'joint venture' ? purposeOf(reading, cue, clause) : null
  if (purpose) return say(purpose.start, Math.max(endOf(reading, { ...cue, end: purpose.start }, clause), purpose.start + 12))
  if (form === 'procurement') { const ahead = itemsIn(reading, { start: cue.end, end: clause.end }).find((g) => g.start - cue.end < 60); if (ahead && !goodsBefore(reading, cue)) return say(ahead.start, ahead.end); const goods = goodsBefore(reading, cue); const plain = goods ? undefined : cuesOf(reading, ['support.goods', 'support.military'], clause).find((g) => g.start >= cue.end && g.start - cue.end < 30); if (plain) return say(plain.start, plain.end); return say(goods?.start ?? objectStart(reading, cue, clause), goods && !inside(goods, clause) ? clauseAt(reading, goods).end : cue.end) }
  if (form === 'licence') return licensed(reading, cue, clause, end, say)
  if (form === 'memorandum') return say(cue.start, Math.min(clause.end, cue.end + 160))
  const relative = cuesOf(reading, ['frames.breaks', 'frames.relative'], clause).find((c) => c.start >= cue.end && c.start - cue.end < 90)?.start ?? clause.end
  const comma = /,|\s(?:avec|with|mit|z|con|із|з|est|is|was|ist|è|jest)\s/.exec(reading.text.slice(cue.end - reading.start))
  const near = comma && form !== 'maintenance' ? cue.end + comma.index : clause.end
  return say(cue.start, Math.min(end, relative, near, after ? after.start : clause.end, cue.end + 140))
}

/** What a licence is for: what follows its word ("a licence to build …"), else what stands before it ("make … under licence"). */
function licensed(reading: Reading, cue: Cue, clause: Span, end: number, say: (from: number, to: number) => string): string {
  const made = cuesOf(reading, 'projects.make').find((c) => c.start > cue.end + 8), act = made ? clauseAt(reading, made) : null
  if (made && act && !purpose.test(reading.text.slice(cue.end - reading.start).trimStart())) return say(made.start, Math.max(made.end + 12, endOf(reading, made, act)))
  const comma = reading.text.indexOf(',', cue.end - reading.start), rest = say(cue.end, Math.min(end, comma < 0 ? end : reading.start + comma)), start = objectStart(reading, cue, clause)
  if (rest.length > 8 && (purpose.test(rest) || hasCue(reading, 'projects.make', cue) || cue.start - start < 25) && !/^(?:with|and|in|by|at|avec|à|et|mit|und|an|bei|con|a|alla|e|z|w|i|з|із|та|в|у)\s/.test(rest)) return rest
  return say(start, cue.start - start > 12 ? cue.end : Math.min(clause.end, cue.end + 40))
}
const purpose = /^(?:(?:to|for|pour|de|per|di|zum|zur|für|na|do|на|для)\s|d['’])/u

/** Where the words on a project end: at its price, its date or the partner after "with", when something was said before. */
function endOf(reading: Reading, cue: Span, clause: Span): number {
  const from = cue.end + 8, stops = [...reading.dates, ...reading.amounts].filter((x) => x.start > from && inside(x, clause)).map((x) => x.start)
  const partner = cuesOf(reading, 'projects.with', clause).find((c) => c.start > from)?.start
  const first = Math.min(clause.end, ...stops, partner ?? clause.end), text = reading.text.slice(0, first - reading.start)
  return first === clause.end ? first : reading.start + text.trimEnd().replace(/\s(?:in|on|for|by|until|pour|en|le|d['’]ici|im|am|für|bis|per|entro|nel|w|za|do|за|у|в|до|about|at)$/u, '').length
}

/** "A venture that will make thermal sights": what it makes or does, after the pronoun and its verb. */
function purposeOf(reading: Reading, cue: Cue, clause: Span): Span | null {
  const relative = cuesOf(reading, 'frames.relative', clause).find((c) => c.start >= cue.end && c.start - cue.end < 50)
  const verb = relative && reading.words.find((w, i) => i > relative.to && !cuesOf(reading, 'frames.future').some((c) => c.from <= i && c.to >= i))
  return verb ? { start: verb.end, end: clause.end } : null
}

/** Where a clause that describes the thing begins ("the line that both were to share"). */
const relativeAfter = (reading: Reading, cue: Span, clause: Span): number => cuesOf(reading, 'frames.relative', clause).find((c) => c.start > cue.end && c.start - cue.end < 60)?.start ?? clause.end

const goodsBefore = (reading: Reading, cue: Cue): Span | undefined => itemsIn(reading, { start: reading.start, end: cue.start }).filter((g) => !overlaps(g, cue)).at(-1)

/** Where the object of the verb before a form begins: after the nearest verb of stage or giving. */
function objectStart(reading: Reading, cue: Cue, clause: Span): number {
  const verb = cuesOf(reading, [...stageTables, 'projects.make', 'support.giving', 'support.announced', 'frames.future'], clause).filter((c) => c.end <= cue.start).at(0)
  const from = verb ? verb.end : clause.start, amount = reading.amounts.find((a) => a.start >= from && a.end < cue.start && a.start - from < 16)
  return amount ? amount.end : trim(reading, { start: from, end: cue.end }).start
}
