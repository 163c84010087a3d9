import type { Mention } from '../../../core/claim.ts'
import type { Span } from '../../../core/evidence.ts'
import { clauseAt, cuesOf, gap, inside, readingsOf } from '../../frames/frames.ts'
import { stepsOf } from '../../learned/steps.ts'
import { partyAt } from '../../learned/learned.ts'
import { actorKey, distinct, mainState, opponents, selfOf, stateMention } from '../../names/parties.ts'
import type { Step } from '../../learned/steps.ts'
import type { Candidate } from './dates.ts'
import { far, lastOf, plainWhy, spanIn, type Around } from './signs.ts'

/** Those who may give, each with its signs: whoever is named in the sentence, the giver told before, the writer's state, whoever the rule took. */
export function giverCandidates(a: Around): Candidate<readonly Mention[]>[] {
  const { analysis, reading, draft } = a, told = draft.fields.provider, toldKeys = keyOf(told), out: Candidate<readonly Mention[]>[] = [], last = lastOf(a), self = selfOf(analysis), main = mainState(analysis)
  const steps = stepsOf(analysis, reading), parties = steps.flatMap((step, i) => { const party = partyAt(step); return party && party.country !== 'UA' && step.kind !== 'forum' ? [{ step, i, party }] : [] })
  const clause = clauseAt(reading, draft.core), span = spanIn(reading, draft), first = steps.findIndex((s) => s.end > draft.core.start)
  const why = plainWhy(draft.why['provider']), general = [`rule ${draft.rule}`, self.official ? 'official' : 'press', reading.speech ? 'speech' : 'no speech', `named ${Math.min(3, parties.length)}`, cuesOf(reading, 'frames.self').length ? 'self' : 'no self', cuesOf(reading, 'frames.anaphor', clause).length ? 'anaphor' : 'no anaphor', 'block ' + (analysis.document.blocks[reading.sentence.block]?.kind ?? 'none')]
  const add = (value: readonly Mention[], source: string, signs: readonly string[]) => {
    if (value.length === 0) return
    const key = keyOf(value), same = key === toldKeys, all = [source, `${source} ${same ? 'told' : 'not told'}`, `${source} why ${why}`, ...general.map((g) => `${source} ${g}`), ...signs.map((s) => `${source} ${s}`)]
    if (same) all.push('told', `told ${why}`, `told ${why} ${self.official ? 'official' : 'press'}`)
    all.push(`n ${Math.min(3, value.length)}`)
    const kinds = new Set(value.map((m) => (m.type === 'state' ? (m.country && opponents.has(m.country) ? 'enemy' : 'state') : m.name === 'European Union' || m.name === 'NATO' || m.name === 'European Commission' ? m.name.replace(' ', '-') : m.type)))
    for (const kind of kinds) all.push(`kind ${kind}`, `${source} kind ${kind}`)
    if (main && value.length === 1 && actorKey(value[0]!) === actorKey(main)) all.push('main', `${source} main`)
    const known = out.find((c) => keyOf(c.value) === key)
    if (known) known.signs.push(...all); else out.push({ value, signs: all })
  }
  add(told, 'rule', [why])
  parties.forEach(({ step, i, party }, n) => add([party], 'here', stepSigns(a, step, i, first, n, parties.length, clause, span)))
  for (let from = 0; from < parties.length; from++) {
    let to = from
    while (to + 1 < parties.length && parties[to + 1]!.i - parties[to]!.i <= 3 && /^[\s,]*(?:\p{L}{1,3}\s+)?(?:\p{L}{1,4}\s+)?$/u.test(reading.text.slice(parties[to]!.step.end - reading.start, parties[to + 1]!.step.start - reading.start))) to++
    if (to > from) { add(distinct(parties.slice(from, to + 1).map((p) => p.party)), 'group', stepSigns(a, parties[from]!.step, parties[from]!.i, first, from, parties.length, clause, span)); from = to }
  }
  if (last) add(last.fields.provider, 'last', [last.sentence === draft.sentence ? 'same sentence' : 'before', `back ${draft.sentence - last.sentence}`, analysis.sentences[last.sentence]!.block === reading.sentence.block ? 'block' : 'other block'])
  if (self.parties.length > 0) add(self.parties.filter((p) => p.country !== 'UA'), 'writer', [])
  const home = analysis.language.names.homeState
  if (home && home !== 'UA') add([stateMention(home, null)], 'home', [])
  if (main && main.country !== 'UA') add([main], 'main', [])
  const speaker = reading.speech?.speaker.country
  if (speaker && speaker !== 'UA' && !opponents.has(speaker)) add([stateMention(speaker, null)], 'speaker', [])
  const readings = readingsOf(analysis)
  for (let back = 1; back <= 2; back++) {
    const r = readings[reading.index - back]
    if (!r) break
    const before = stepsOf(analysis, r), named = before.flatMap((step, i) => { const party = partyAt(step); return party && party.country !== 'UA' ? [{ step, i, party }] : [] })
    named.slice(0, 3).forEach(({ step, party, i }, n) => add([party], 'before', [`back ${back}`, `nth ${n} of ${Math.min(3, named.length)}`, `nth ${n}`, i < 3 ? 'opens' : 'inside', `kind ${step.kind}`, r.sentence.block === reading.sentence.block ? 'block' : 'other block', `l1 ${before[i - 1]?.seen.stem.text ?? '^'}`, `r1 ${before[i + 1]?.seen.stem.text ?? '$'}`]))
  }
  const head = [...readings].slice(0, reading.index).reverse().find((r) => analysis.document.blocks[r.sentence.block]?.kind === 'heading' || /:\s*$/.test(r.text))
  if (head) { const named = distinct(stepsOf(analysis, head).flatMap((s) => partyAt(s) ?? [])).filter((p) => p.country !== 'UA'); if (named.length > 0) add(named.slice(0, 1), 'head', [`n ${Math.min(3, named.length)}`, /:\s*$/.test(head.text) ? 'colon' : 'heading', `back ${far(reading.index - head.index)}`]) }
  return out
}

const keyOf = (list: readonly Mention[]) => list.map(actorKey).sort().join('+')

function stepSigns({ reading, draft, analysis }: Around, step: Step, i: number, first: number, n: number, count: number, clause: Span, span: Span): string[] {
  const steps = stepsOf(analysis, reading), stem = (k: number) => steps[k]?.seen.stem.text ?? (k < 0 ? '^' : '$'), side = i < first ? '<' : '>', out = [`kind ${step.kind}`, `side ${side}`, `far ${side} ${far(Math.abs(i - first))}`, `nth ${Math.min(3, n)} of ${Math.min(4, count)}`, inside(step, clause) ? 'clause' : 'other clause', inside(step, span) ? 'span' : 'other span', i < 2 ? 'opens' : 'inside']
  out.push(`l1 ${stem(i - 1)}`, `l2 ${stem(i - 2)}`, `r1 ${stem(i + 1)}`, `r2 ${stem(i + 2)}`, `k1 ${steps[i - 1]?.kind ?? '-'}`, `k2 ${steps[i + 1]?.kind ?? '-'}`, `side ${side} ${step.kind}`)
  const end = reading.text.slice(step.end - 2 - reading.start, step.end - reading.start)
  out.push(`end ${end}`)
  for (const c of reading.cues) {
    if (c.end <= step.start && step.start - c.end < 4) out.push('tl ' + c.table)
    if (c.start >= step.end && c.start - step.end < 4) out.push('tr ' + c.table)
  }
  const act = reading.cues.filter((c) => c.table.startsWith('support.') && /announced|giving|given|delivered|approved|allocated|contracted|signalled|reduced|suspended|cancelled/.test(c.table)).sort((x, y) => gap(x, draft.core) - gap(y, draft.core))[0]
  if (act) out.push(`act ${step.end <= act.start ? '<' : '>'} ${far(gap(step, act))}`, `act ${step.end <= act.start ? '<' : '>'} ${side}`)
  return out
}
