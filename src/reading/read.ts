import type { Issue } from '../core/issue.ts'
import { createBudget, type Budget } from './budget.ts'
import type { Format, ReadMember, ReadResult, Source } from './format.ts'
import * as all from './formats/index.ts'
import { bareType, formatsFor } from './media-types.ts'
import { dataKind, foreignKind, isBinary } from './sniff.ts'
import { withIssue } from './results.ts'
import { issueOf, outcomeOf, quarantined, refused, Stop } from './stop.ts'

const formats: readonly Format[] = Object.values(all)
// The text of a message or of an item of a feed is read as a member too; only what unfolds further has to end.
const containers = new Set(['zip', 'gzip', 'warc', 'feed', 'eml'])

/** A source that is known by its label alone. @example sourceOf('notes.txt').url // null */
export const sourceOf = (label: string, known: Partial<Source> = {}): Source =>
  ({ label, url: null, retrieved: null, declaredType: null, declaredCharset: null, published: null, ...known })

/**
 * Reads any bytes: the format is chosen by content, the declared type only settles a tie, and a lie is a warning.
 * Every document in the bytes gets one result, whatever happened to it; nothing is thrown for what the bytes hold.
 * @example (await readBytes(new Uint8Array(), sourceOf('a.txt')))[0].outcome.state // 'refused'
 */
export function readBytes(bytes: Uint8Array, source: Source, budget: Budget = createBudget()): Promise<readonly ReadResult[]> {
  return readAt(0, bytes, source, budget)
}

async function readAt(depth: number, bytes: Uint8Array, source: Source, budget: Budget): Promise<readonly ReadResult[]> {
  const readMember: ReadMember = (member, of) => readAt(depth + 1, member, of, budget)
  try {
    const format = chooseFormat(bytes, source)
    if (depth > budget.limits.depth && containers.has(format.name)) throw refused('archive-too-deep', `${source.label} is a container more than ${budget.limits.depth} containers deep; unpack it and read its parts.`)
    const lie = typeLie(format, source)
    const results = await format.read(bytes, source, readMember, budget)
    if (results.length === 0) throw quarantined('no-documents', `${source.label} (${format.name}) holds no documents.`)
    return results.map((result, i) => finish(result, i === 0 ? lie : []))
  } catch (error) {
    return [{ label: source.label, bytes, outcome: outcomeOf(error instanceof Stop ? error : unreadable(source, error)) }]
  }
}

/** The format the content has. @throws Stop for empty, foreign and binary content */
export function chooseFormat(bytes: Uint8Array, source: Source): Format {
  if (bytes.length === 0) throw refused('empty', `${source.label} is empty; check the file or the address.`)
  const declared = formatsFor(source.declaredType) ?? []
  let best: Format | undefined, bestScore = 0
  for (const format of formats) {
    const sure = format.sniff(bytes, source)
    const score = sure === 0 ? 0 : sure + (declared.includes(format.name) ? 0.05 : 0)
    if (score > bestScore) { best = format; bestScore = score }
  }
  const foreign = bestScore < 0.7 ? foreignKind(bytes) : undefined
  if (foreign) throw refused('not-a-document', `${source.label} is ${foreign}, which holds no text to read.`)
  const data = best?.name === 'text' ? dataKind(bytes) : undefined
  if (data) throw quarantined('unknown-data', `${source.label} is ${data}, not a text for people; import it as a dataset or read the page it belongs to.`)
  if (!best || (bestScore < 0.7 && isBinary(bytes))) throw quarantined('unknown-format', `${source.label} has no format that can be read; convert it to PDF, DOCX, HTML or text.`)
  return best
}

function typeLie(format: Format, source: Source): readonly Issue[] {
  const honest = formatsFor(source.declaredType)
  if (!honest || honest.includes(format.name)) return []
  return [issueOf('warning', 'type-lie', `${source.label} is declared as ${bareType(source.declaredType)} but is ${format.name}; it was read as what it is.`)]
}

function finish(result: ReadResult, more: readonly Issue[]): ReadResult {
  const { outcome } = result
  if (outcome.state === 'refused' || outcome.state === 'quarantined') return result
  if (!/\S/.test(outcome.value.text)) {
    const issue = outcome.issues.find((i) => i.code.startsWith('no-text')) ?? quarantined('no-text', `${result.label} holds no text; if it is a scan or a page made by scripts, look for another version.`).issue
    return { ...result, outcome: { state: 'quarantined', issues: [issue, ...outcome.issues.filter((i) => i !== issue)] } }
  }
  return more.reduce(withIssue, result)
}


const unreadable = (source: Source, error: unknown): Stop =>
  quarantined('unreadable', `${source.label} could not be read (${error instanceof Error ? error.message : String(error)}); its bytes are kept.`)
