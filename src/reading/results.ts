import type { Document } from '../core/document.ts'
import { accept, type Issue } from '../core/issue.ts'
import type { ReadResult } from './format.ts'

/** The result with one more issue; notes stay with the document, warnings show in the outcome. */
export function withIssue(result: ReadResult, issue: Issue): ReadResult {
  const { outcome } = result
  if (outcome.state === 'refused' || outcome.state === 'quarantined') return { ...result, outcome: { state: outcome.state, issues: [...outcome.issues, issue] } }
  return withDocument(result, (document) => ({ ...document, issues: [...document.issues, issue] }), issue.level === 'note' ? [] : [issue])
}

/** The result with its document changed, where there is one. */
export function withDocument(result: ReadResult, change: (document: Document) => Document, more: readonly Issue[] = []): ReadResult {
  const { outcome } = result
  if (outcome.state === 'refused' || outcome.state === 'quarantined') return result
  return { ...result, outcome: accept(change(outcome.value), [...outcome.issues, ...more]) }
}

/** The result without the issues of these codes, where something better settled what they speak of. */
export function withoutIssues(result: ReadResult, codes: readonly string[]): ReadResult {
  const { outcome } = result
  if (outcome.state === 'refused' || outcome.state === 'quarantined') return result
  const other = (issue: Issue) => !codes.includes(issue.code)
  return { ...result, outcome: accept({ ...outcome.value, issues: outcome.value.issues.filter(other) }, outcome.issues.filter(other)) }
}
