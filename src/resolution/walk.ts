import type { ClaimFields, Known, Link, Mention, Place } from '../core/claim.ts'

/** The actors of a claim, written or known, in the order of their slots. */
export function mentionsOf<A extends Mention | Link>(fields: ClaimFields<A>): readonly A[] {
  switch (fields.kind) {
    case 'statement': return [fields.speaker]
    case 'meeting': return [...(fields.forum ? [fields.forum] : []), ...fields.parties, ...fields.people]
    case 'commitment': return [...fields.provider, ...fields.recipient, ...(fields.channel ? [fields.channel] : [])]
    case 'ask': return [fields.asker, ...fields.addressee]
    case 'project': return fields.parties
    case 'lesson': return [...fields.learner, ...fields.source]
    case 'planning': return fields.actor
  }
}

/** The same fields with every actor replaced by its link. */
export function mapActors<A extends Mention | Link>(fields: ClaimFields<A>, link: (actor: A) => Known, place: (place: Place<A>) => Place<Known>): ClaimFields<Known> {
  const all = (list: readonly A[]) => list.map(link)
  switch (fields.kind) {
    case 'statement': return { ...fields, speaker: link(fields.speaker) }
    case 'meeting': return { ...fields, place: fields.place && place(fields.place), forum: fields.forum && link(fields.forum), parties: all(fields.parties), people: all(fields.people) }
    case 'commitment': return { ...fields, provider: all(fields.provider), recipient: all(fields.recipient), channel: fields.channel && link(fields.channel) }
    case 'ask': return { ...fields, asker: link(fields.asker), addressee: all(fields.addressee) }
    case 'project': return { ...fields, parties: all(fields.parties) }
    case 'lesson': return { ...fields, learner: all(fields.learner), source: all(fields.source) }
    case 'planning': return { ...fields, actor: all(fields.actor) }
  }
}
