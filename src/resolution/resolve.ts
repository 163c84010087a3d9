import type { Claim, ClaimFields, CountryCode, Known, Link, Mention, Place, Written } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { ReferenceId } from '../core/ids.ts'
import type { Issue } from '../core/issue.ts'
import { findBody, findState, propose } from './bodies.ts'
import { delegateIssues } from './delegates.ts'
import { decide, type Judgement } from './judgements.ts'
import { meetingIssues } from './meetings.ts'
import { findPerson, nothing, type Finding } from './persons.ts'
import type { Reference } from './reference.ts'
import { registryOf } from './registry.ts'
import { isBare, sensesOf, settingOf, type Setting } from './setting.ts'
import { lookalikeIssues } from './sources.ts'
import { mixesScripts, unmask } from './transliteration.ts'
import { mapActors, mentionsOf } from './walk.ts'

export interface ResolveContext {
  readonly document: Document
  readonly reference: Reference
  /** What people decided about names; they win over every rule. */
  readonly decisions?: readonly Judgement[]
}
export interface Resolved { readonly claims: readonly Claim<Known>[]; readonly issues: readonly Issue[] }

/**
 * Links the mentions of a document's claims to the reference: each gets a link with its reason, a choice for review, or
 * stays unknown. Nothing is linked by likeness alone.
 * @example resolve(claims, { document, reference }).claims[0].fields.speaker.to // 'boris-pistorius'
 */
export function resolve(claims: readonly Claim<Written>[], context: ResolveContext): Resolved {
  const setting = settingOf(claims.flatMap((claim) => mentionsOf(claim.fields)), context.document, registryOf(context.reference))
  const issues = new Map<string, Issue>()
  const known = new Map<string, Finding>(), acting = new Map<Link, CountryCode | null>()
  const link = (mention: Mention): Link => {
    const key = `${isBare(mention)}\n${mention.type}\n${mention.name}\n${mention.country}\n${mention.office}`
    const found = known.get(key) ?? find(mention, setting, context.decisions ?? [])
    known.set(key, found)
    for (const issue of found.issues) issues.set(issue.code + issue.message, issue)
    const made = linkOf(mention, found, context.reference)
    if (found.actingFor !== undefined && setting.dated) acting.set(made, found.actingFor)
    return made
  }
  // The roster knows for which state a speaker spoke that day; the words around a name are a weaker witness.
  const withCountry = (fields: ClaimFields<Known>): ClaimFields<Known> => (fields.kind === 'statement' && acting.has(fields.speaker) ? { ...fields, country: acting.get(fields.speaker) ?? null } : fields)
  const place = (written: Place<Written>): Place<Known> => ({ ...written, to: findPlace(written, setting) })
  const resolved = claims.map((claim): Claim<Known> => ({ ...claim, fields: withCountry(mapActors(claim.fields, link, place)) }))
  for (const issue of [...delegateIssues(resolved, setting), ...meetingIssues(resolved, context.reference), ...lookalikeIssues(context.document.url, context.reference)]) issues.set(issue.code + issue.message, issue)
  return { claims: resolved, issues: [...issues.values()] }
}

const longestName = 200

/** Whom a mention stands for, by the rules of its type and by what people decided. */
export function find(mention: Mention, setting: Setting, decisions: readonly Judgement[]): Finding {
  const name = mention.name.trim()
  if (name === '') return nothing('there is no name')
  if (name.length > longestName) return { ...nothing('the name is too long to be one'), issues: [{ code: 'name-too-long', level: 'warning', message: `A name of ${name.length} characters is left unresolved: "${name.slice(0, 40)}…".` }] }
  const judged = decide(mention, decisions)
  if (judged.same) return { to: judged.same.to as ReferenceId, choices: [], basis: 'stated', why: `decided by ${judged.same.by} on ${judged.same.when}: ${judged.same.why}`, issues: [] }
  if (mixesScripts(name)) return disguised(mention, setting)
  const found = findByType(mention, setting)
  const choices = (found.to === null && found.choices.length === 0 ? propose(mention, setting) : found.choices).filter((id) => !judged.different.has(id))
  if (found.to && judged.different.has(found.to)) return nothing(`decided not to be ${found.to}`, choices)
  return { ...found, choices, why: found.to === null && choices.length > 0 && found.choices.length === 0 ? `${found.why}; written much like a name that is there` : found.why }
}

function findByType(mention: Mention, setting: Setting): Finding {
  switch (mention.type) {
    case 'person': return findPerson(mention, setting)
    case 'state': return findState(mention, setting)
    case 'unknown': { const body = findBody(mention, setting); return body.to || !mention.name.includes(' ') ? body : findPerson(mention, setting) }
    default: { const body = findBody(mention, setting); return body.to || body.choices.length > 0 ? body : orState(body, mention, setting) }
  }
}

/** A state that was read as a body: "Russia" among bodies. */
function orState(body: Finding, mention: Mention, setting: Setting): Finding {
  const named = sensesOf(mention, setting).some((s) => s.type === 'state' && s.as === 'name')
  return named ? findState({ ...mention, country: null }, setting) : body
}

/** Letters of two scripts in one word: shown for review with whom it imitates, never linked. */
function disguised(mention: Mention, setting: Setting): Finding {
  const plain = { ...mention, name: unmask(mention.name), written: unmask(mention.written) }
  const imitated = findByType(plain, setting)
  const choices = imitated.to ? [imitated.to] : imitated.choices
  return { ...nothing('the name mixes letters of two scripts', choices), issues: [{ code: 'name-mixes-scripts', level: 'warning', message: `"${mention.name.slice(0, 60)}" mixes letters of two scripts and is left unresolved${choices[0] ? `; it looks like ${choices[0]}` : ''}.` }] }
}

function findPlace(place: Place<Written>, setting: Setting): ReferenceId | null {
  const { lexicon, reference } = setting.registry
  const senses = [...lexicon.senses(place.written, setting.language), ...lexicon.senses(place.written, 'en')].filter((s) => s.type === 'place')
  const fitting = [...new Set(senses.map((s) => s.id))].filter((id) => !place.country || reference.things.get(id)?.country === place.country)
  return fitting.length === 1 ? fitting[0]! : null
}

/** The finding as a link, with the label to print. */
export function linkOf(mention: Mention, found: Finding, reference: Reference): Link {
  const thing = found.to ? reference.things.get(found.to) : undefined
  const label = !thing ? mention.name.slice(0, longestName) : thing.type === 'state' ? thing.country ?? thing.label : thing.type === 'person' ? mention.name : withoutState(thing.label)
  const basis = found.to && found.why.startsWith('decided') ? 'decided' : found.basis
  return { kind: 'link', mention, to: found.to, choices: found.choices, basis, label, why: found.why }
}

/** "Ministry of Defence (Italy)" is told apart by its id; in print it is the ministry of the text. */
const withoutState = (label: string): string => label.replace(/ \([^()]*\)$/, '')
