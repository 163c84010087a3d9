// A process that reads documents into a store until it is killed: prints each id once its write is acknowledged.
import { openStore } from '../../src/io/open-store.ts'
import { entry } from '../../src/ledger/entry.ts'
import { generateReadings } from '../helpers/generated.ts'

const [home, from, claimsPerDocument] = process.argv.slice(2) as [string, string, string]
const store = await openStore({ home })
let n = 0
for (const reading of generateReadings({ seed: 11, documents: 1e9, claimsPerDocument: Number(claimsPerDocument), claimsPerRecord: 3 })) {
  if (n++ < Number(from)) continue
  await store.record([reading])
  process.stdout.write(`document ${reading.document.id}\n`)
  if (n % 3 > 0) continue
  const { record, kind, claims } = reading.entries[0]!
  const decision = entry({ record, kind, event: 'decided', date: null, claims, other: null, fields: { note: n }, by: { person: 'reviewer' }, why: `round of document ${n}` })
  await store.append([decision])
  process.stdout.write(`entry ${decision.id}\n`)
}
