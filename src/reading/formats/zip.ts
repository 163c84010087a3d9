import { createBudget, type Budget } from '../budget.ts'
import type { Format, ReadMember, ReadResult, Source } from '../format.ts'
import { mediaTypeOf } from '../media-types.ts'
import { withIssue } from '../results.ts'
import { head } from '../sniff.ts'
import { issueOf, outcomeOf, quarantined, Stop } from '../stop.ts'
import { readZip, type ZipPart } from '../zip-reader.ts'

// An archive with one bomb may still hold good files; one with several is an attack.
const bombsBorne = 3

export default {
  name: 'zip',
  version: 1,
  sniff: (bytes) => (head(bytes, 4) === 'PK\x03\x04' || head(bytes, 4) === 'PK\x05\x06' ? 0.8 : 0),
  async read(bytes, source, readMember, budget = createBudget()) {
    const parts = await readZip(bytes, source.label, budget)
    if (parts.length === 0) throw quarantined('no-documents', `${source.label} is an empty archive.`)
    const results: ReadResult[] = []
    let bombs = 0
    for (const [index, part] of parts.entries()) {
      const read = await readPart(part, source, readMember, budget)
      results.push(...read)
      if (read.some((r) => r.outcome.state === 'refused' && r.outcome.issues[0].code === 'archive-bomb')) bombs++
      const rest = parts.length - index - 1
      if (rest > 0 && (bombs === bombsBorne || read.some(outOfBudget))) {
        results.push(leftOut(source, rest))
        break
      }
    }
    return results
  },
} satisfies Format

const outOfBudget = ({ outcome }: ReadResult): boolean =>
  outcome.state === 'refused' && ['archive-too-large', 'too-many-members'].includes(outcome.issues[0].code)

async function readPart(part: ZipPart, source: Source, readMember: ReadMember, budget: Budget): Promise<readonly ReadResult[]> {
  const label = `${source.label}/${part.name}`
  const of: Source = { ...source, label, declaredType: mediaTypeOf(part.name), declaredCharset: null }
  try {
    budget.member(source.label)
    const results = await readMember(await part.bytes(), of)
    return part.unsafe ? results.map((r) => withIssue(r, issueOf('warning', 'unsafe-name', `${label}: the archive gives it a name that points outside of the archive; the name is used as a label only.`))) : results
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return [{ label, bytes: new Uint8Array(), outcome: outcomeOf(error) }]
  }
}

const leftOut = (source: Source, rest: number): ReadResult => ({
  label: source.label, bytes: new Uint8Array(),
  outcome: outcomeOf(new Stop('refused', issueOf('error', 'archive-left', `${source.label} is too large or holds bombs; its other ${rest} files were not read.`))),
})
