import type { Claim, Known } from '../core/claim.ts'
import type { ClaimId, RecordId } from '../core/ids.ts'

/** A claim that already belongs to a record: what a new claim is compared with. */
export interface Recorded {
  readonly record: RecordId
  readonly claim: Claim<Known>
  /** Publication day of the claim's document, or null. */
  readonly published: string | null
}
