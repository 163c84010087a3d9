import type { Claim, Known } from '../../src/core/claim.ts'
import type { Document } from '../../src/core/document.ts'
import type { Cited } from '../../src/reporting/brief/notes.ts'
import type { MeetingBriefInput } from '../../src/reporting/reports/meeting-brief.ts'
import { claims, documents, records } from './sample.ts'

const sourceOf = (d: Document) => ({ id: d.id, label: d.label, title: d.title, publisher: d.publisher, published: d.published?.edtf ?? null, url: d.url })
export const cited = (claim: Claim<Known>): Cited => ({ claim, document: sourceOf(documents.find((d) => d.id === claim.document)!) })

/** Everything the sample documents say about the meeting in Hafenbrück. */
export const briefInput: MeetingBriefInput = {
  meeting: records.meeting.record,
  claims: [cited(claims.meeting)],
  statements: [claims.said, claims.paid, claims.learned].map(cited),
  asks: [{ record: records.ask.record, claims: [cited(claims.locks)], answer: [] }],
  commitments: [{ record: records.spareParts.record, claims: [cited(claims.spareParts)] }, { record: records.ferries.record, claims: [cited(claims.ferries)] }],
  plans: [claims.plan, claims.lesson].map(cited),
  earlier: [{ record: records.earlier.record, claims: [cited(claims.earlierMeeting)], statements: [cited(claims.saidEarlier)] }],
  asOf: null,
}
