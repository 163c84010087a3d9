import type { Claim, CommitmentFields, Known, Link, ProjectFields } from '../core/claim.ts'
import { bounds, type Edtf } from '../core/dates.ts'
import { overlap } from '../ledger/match.ts'

/** What of an ask the comparison needs: its words, and who was asked. */
export interface AskLike { readonly text: string; readonly addressee: readonly { readonly label: string; readonly to: string | null }[] }

/** A claim that may answer an ask, with the reasons for and a score from 0 to 1. */
export interface Answer { readonly claim: Claim<Known>; readonly score: number; readonly why: string }

/** An ask is open until it is answered; it lapses when its own deadline has passed without an answer. */
export type AskState = 'open' | 'answered' | 'lapsed'

/** From this score on the ledger records the answer by itself; below, it is shown for a person to decide. */
export const certainAnswer = 0.7

/**
 * The later claims by which an addressee does what was asked: a commitment or a project of the addressee whose goods
 * or subject take up the words of the ask. Statements alone answer nothing.
 * @param after the day of the ask; claims dated before it are passed over
 * @example answersTo(ask.fields, claims, '2025-01-13')[0]?.why // 'commitment of the addressee; 3 words of the ask return'
 */
export function answersTo(ask: AskLike, claims: readonly (readonly [claim: Claim<Known>, published: string | null])[], after: string | null): readonly Answer[] {
  return claims.flatMap(([claim, published]): Answer[] => {
    const { fields } = claim
    if (fields.kind !== 'commitment' && fields.kind !== 'project') return []
    const doers = fields.kind === 'commitment' ? fields.provider : fields.parties
    if (!ask.addressee.some((a) => doers.some((d) => same(a, d)))) return []
    const day = dayOf(fields, published)
    if (after && day && day < after.slice(0, 10)) return []
    if (fields.kind === 'commitment' && ['signalled', 'suspended', 'cancelled', 'reduced'].includes(fields.stage)) return []
    const words = [...('items' in fields ? fields.items.map((i) => i.name) : [fields.subject]), ...claim.evidence.map((e) => e.exact)].join(' ')
    const taken = shared(ask.text, words)
    if (taken.length === 0) return []
    const score = Math.min(1, 0.25 + 0.15 * taken.length + 0.3 * overlap(ask.text, words))
    return [{ claim, score, why: `${fields.kind} of the addressee; these words of the ask return: ${taken.join(', ')}` }]
  }).sort((a, b) => b.score - a.score)
}

/** Where an ask stands on a day. @example askState(false, edtf('2025-03'), '2025-04-01') // 'lapsed' */
export function askState(answered: boolean, by: Edtf | null, today: string): AskState {
  if (answered) return 'answered'
  return by && bounds(by)[1] < today.slice(0, 10) ? 'lapsed' : 'open'
}

const same = (a: AskLike['addressee'][number], b: Link) => (a.to && b.to ? a.to === b.to : a.label.toLowerCase() === b.label.toLowerCase())
const dayOf = (fields: CommitmentFields<Known> | ProjectFields<Known>, published: string | null) => (fields.date ? bounds(fields.date.edtf)[0] : published)
const common = new Set('about above after again also been before being could every from have into more most other over provide should support than that their them there these they this those through ukraine under what when where which while will with would'.split(' '))
const longWords = (text: string) => new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((w) => !common.has(w)))
const shared = (a: string, b: string) => { const words = longWords(b); return [...longWords(a)].filter((w) => words.has(w)) }
