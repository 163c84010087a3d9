import type { Format } from '../format.ts'
import { createBudget } from '../budget.ts'
import { inflate } from '../inflate.ts'
import { mediaTypeOf } from '../media-types.ts'
import { head } from '../sniff.ts'

export default {
  name: 'gzip',
  version: 1,
  sniff: (bytes) => (head(bytes, 3) === '\x1f\x8b\x08' ? 0.8 : 0),
  async read(bytes, source, readMember, budget = createBudget()) {
    budget.member(source.label)
    const label = source.label.replace(/\.gz$/i, '')
    const content = await inflate(bytes, 'gzip', source.label, budget)
    return readMember(content, { ...source, label, declaredType: mediaTypeOf(label) })
  },
} satisfies Format
