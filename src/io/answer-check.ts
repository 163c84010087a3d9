import type { Answers, ReadAnswer } from './worker-main.ts'

/** Checks whatever a worker sent: documents, cuts of an archive that rise, members, or the list of them. @throws Error as `checkAnswers` */
export function checkJob(value: unknown): Answers {
  const { read, spent, cuts, unfolded, listed, taken } = record(value, 'answer')
  if (read !== undefined) { checkAnswers(read); need(isSize(spent), 'sum') }
  if (cuts !== undefined) {
    let last = 0
    for (const end of list(record(cuts, 'cuts')['ends'], 'cuts')) { need(typeof end === 'number' && end > last, 'cut'); last = end as number }
  }
  if (unfolded !== undefined && unfolded !== null) {
    const { members, results } = record(unfolded, 'members')
    for (const member of list(members, 'members')) need(record(member, 'member')['bytes'] instanceof Uint8Array, 'member')
    checkAnswers(results)
  }
  if (listed !== undefined) checkListing(record(listed, 'directory'))
  if (taken !== undefined) for (const one of list(taken, 'members')) {
    const { bytes, stop } = record(one, 'member')
    if (stop === undefined) need(bytes instanceof Uint8Array, 'member')
    else checkOutcome(record(record(stop, 'member')['outcome'], 'outcome'))
  }
  return value as Answers
}

function checkListing({ entries, needs, stop }: Readonly<Record<string, unknown>>): void {
  if (needs !== undefined) return need(isSize(needs), 'directory')
  if (stop !== undefined) return checkOutcome(record(record(stop, 'directory')['outcome'], 'outcome'))
  for (const entry of list(entries, 'directory')) {
    const { name, at, packed, size } = record(entry, 'member')
    need(typeof name === 'string' && [at, packed, size].every(isSize), 'member')
  }
}

const isSize = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const states = new Set(['accepted', 'warned', 'quarantined', 'refused'])

/**
 * Checks the shape of what a worker sent before it is trusted: states and issues as promised, text without NUL, every
 * block inside the text.
 * @throws Error that names the first thing wrong
 */
export function checkAnswers(value: unknown): readonly ReadAnswer[] {
  const answers = list(value, 'answers')
  for (const answer of answers) {
    const { label, bytes, outcome } = record(answer, 'answer')
    need(typeof label === 'string', 'label')
    need(bytes === null || bytes instanceof Uint8Array, 'bytes')
    checkOutcome(record(outcome, 'outcome'))
  }
  return answers as readonly ReadAnswer[]
}

function checkOutcome({ state, issues, value }: Readonly<Record<string, unknown>>): void {
  need(states.has(state as string), 'state')
  for (const issue of list(issues, 'issues')) {
    const { code, level, message } = record(issue, 'issue')
    need(typeof code === 'string' && typeof level === 'string' && typeof message === 'string', 'issue')
  }
  if (state === 'quarantined' || state === 'refused') need((issues as unknown[]).length > 0, 'reason')
  else checkDocument(record(value, 'document'))
}

function checkDocument({ id, hash, text, blocks, tables, issues }: Readonly<Record<string, unknown>>): void {
  need(typeof id === 'string' && /^doc_[a-z2-7]{20}$/.test(id), 'id')
  need(typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash), 'hash')
  need(typeof text === 'string' && !text.includes('\0'), 'text')
  list(issues, 'issues')
  list(tables, 'tables')
  let last = 0
  for (const block of list(blocks, 'blocks')) {
    const { start, end } = record(block, 'block')
    need(typeof start === 'number' && typeof end === 'number' && start >= last && end >= start && end <= (text as string).length, 'block')
    last = start as number
  }
}

function need(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`the worker's answer has a wrong ${what}`)
}
function list(value: unknown, what: string): readonly unknown[] {
  need(Array.isArray(value), what)
  return value
}
function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  need(typeof value === 'object' && value !== null, what)
  return value as Readonly<Record<string, unknown>>
}
