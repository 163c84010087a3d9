import { quarantine, refuse, type Issue, type Outcome } from '../core/issue.ts'

/**
 * Ends the reading of one document from deep inside a parser. Thrown by budgets and readers, caught in `read.ts`,
 * where it becomes the document's outcome.
 */
export class Stop extends Error {
  readonly state: 'refused' | 'quarantined'
  readonly issue: Issue
  constructor(state: 'refused' | 'quarantined', issue: Issue) {
    super(issue.message)
    this.state = state
    this.issue = issue
  }
}

/** Never stored: bombs, empty files. @example throw refused('archive-bomb', 'big.zip inflates 1,000 times.') */
export const refused = (code: string, message: string, place?: string): Stop => new Stop('refused', issueOf('error', code, message, place))

/** Bytes kept, nothing drawn. @example throw quarantined('no-text', 'page.html holds no text.') */
export const quarantined = (code: string, message: string, place?: string): Stop => new Stop('quarantined', issueOf('error', code, message, place))

/** @example issueOf('warning', 'type-lie', 'a.txt is HTML.').code // 'type-lie' */
export const issueOf = (level: Issue['level'], code: string, message: string, place?: string): Issue =>
  place === undefined ? { code, level, message } : { code, level, message, place }

export const outcomeOf = (stop: Stop): Outcome<never> => (stop.state === 'refused' ? refuse(stop.issue) : quarantine(stop.issue))
