import { claimKinds } from '../../core/claim.ts'
import { say } from '../../ledger/diff.ts'
import type { Command } from '../command.ts'
import { labelOf } from '../labels.ts'
import { asOfOf, asOfOption, storeOptions, withStore } from '../store.ts'

export default {
  name: 'conflicts',
  usage: '[--json]',
  options: { ...asOfOption, ...storeOptions },
  examples: [{ line: 'conflicts', shows: 'each value with its claims, the chosen one and the reason for it' }],
  run: (call) => withStore(call, async (store) => {
    let found = 0
    for (const kind of claimKinds) for (const record of await store.records({ kind, asOf: asOfOf(call), limit: 100_000 })) for (const conflict of record.conflicts) {
      found++
      if (call.options['json']) { call.out(JSON.stringify({ record: record.id, kind, ...conflict })); continue }
      call.out(`${labelOf(record)}  [${record.id}]\n  ${conflict.field}:`)
      conflict.values.forEach((v, i) => call.out(`    ${i === conflict.chosen ? '→' : ' '} ${say(v.value) ?? 'none'}  (${v.claims.length} claim${v.claims.length === 1 ? '' : 's'}: ${v.claims.join(', ')})`))
      call.out(`    chosen: ${conflict.why}\n`)
    }
    if (!call.options['json']) call.out(found === 0 ? 'No two sources on record differ.' : `${found} conflict${found === 1 ? '' : 's'}.`)
    return 0
  }),
} satisfies Command
