import type { Claim, Known, MeetingFields } from '../core/claim.ts'
import { bounds, parseEdtf } from '../core/dates.ts'
import type { Issue } from '../core/issue.ts'
import type { KnownMeeting, Reference } from './reference.ts'

/**
 * The meeting of the reference that a claim speaks of: same forum, days that meet, and no other state as the place.
 * None when the claim's dates are so wide that several fit.
 * @example knownMeetingOf(fields, reference)?.ordinal // 25
 */
export function knownMeetingOf(fields: MeetingFields<Known>, reference: Reference): KnownMeeting | null {
  if (!fields.forum?.to || !fields.date) return null
  const [first, last] = bounds(fields.date.edtf)
  const fitting = reference.meetings.filter((m) => {
    const date = parseEdtf(m.date)
    if (m.forum !== fields.forum!.to || !date) return false
    const [from, to] = bounds(date)
    return from <= last && to >= first && (!m.country || !fields.country || m.country === fields.country)
  })
  return fitting.length === 1 ? fitting[0]! : null
}

/** Where a document and the reference differ on a meeting: its number in the series, or whether it took place. */
export function meetingIssues(claims: readonly Claim<Known>[], reference: Reference): readonly Issue[] {
  return claims.flatMap(({ fields }): readonly Issue[] => {
    if (fields.kind !== 'meeting') return []
    const known = knownMeetingOf(fields, reference)
    if (!known) return []
    const name = `the meeting of ${fields.forum!.label} on ${known.date} (${known.row})`
    const number = fields.ordinal !== null && known.ordinal !== null && fields.ordinal !== known.ordinal
    const called = known.state === 'cancelled' && fields.state === 'held'
    return [
      ...(number ? [{ code: 'meeting-number-differs', level: 'warning' as const, message: `The document counts ${name} as number ${fields.ordinal}; the reference has ${known.ordinal}.` }] : []),
      ...(called ? [{ code: 'meeting-was-cancelled', level: 'warning' as const, message: `The document has ${name} as held; the reference has it as cancelled.` }] : []),
    ]
  })
}
