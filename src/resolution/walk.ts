import type { ClaimFields, Known, Mention, Place, Written } from '../core/claim.ts'

/** The actors of a claim with their slots, in a fixed order. */
export function mentionsOf(fields: ClaimFields<Written>): readonly Mention[] {
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

/** The same fields with every mention replaced by its link. */
export function mapActors(fields: ClaimFields<Written>, link: (mention: Mention) => Known, place: (place: Place<Written>) => Place<Known>): ClaimFields<Known> {
  const all = (list: readonly Mention[]) => list.map(link)
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
