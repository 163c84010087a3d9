import { createBudget, type Budget } from '../budget.ts'
import type { Format, ReadMember, ReadResult, Source } from '../format.ts'
import { head } from '../sniff.ts'
import { quarantined, Stop } from '../stop.ts'
import { createCourse, leftOut, sourceOfEntry, stopped, withName } from '../zip-course.ts'
import { readZip, type ZipPart } from '../zip-reader.ts'

export default {
  name: 'zip',
  version: 1,
  sniff: (bytes) => (head(bytes, 4) === 'PK\x03\x04' || head(bytes, 4) === 'PK\x05\x06' ? 0.8 : 0),
  async read(bytes, source, readMember, budget = createBudget()) {
    const parts = await readZip(bytes, source.label, budget)
    if (parts.length === 0) throw quarantined('no-documents', `${source.label} is an empty archive.`)
    const results: ReadResult[] = [], ends = createCourse()
    for (const [index, part] of parts.entries()) {
      const read = await readPart(part, source, readMember, budget), rest = parts.length - index - 1
      results.push(...read)
      if (ends(read) && rest > 0) return [...results, leftOut(source, rest)]
    }
    return results
  },
} satisfies Format

async function readPart(part: ZipPart, source: Source, readMember: ReadMember, budget: Budget): Promise<readonly ReadResult[]> {
  const of = sourceOfEntry(source, part)
  try {
    budget.member(source.label)
    return withName(await readMember(await part.bytes(), of), part)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return [stopped(of.label, error)]
  }
}
