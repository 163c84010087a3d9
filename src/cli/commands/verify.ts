import type { Command } from '../command.ts'
import { progress } from '../progress.ts'
import { storeOptions, withStore } from '../store.ts'

export default {
  name: 'verify',
  usage: '[--json]',
  options: storeOptions,
  examples: [{ line: 'verify', shows: 'how many entries, documents and quotations were checked, and the head of the chain; the first bad row, if there is one' }],
  run: (call) => withStore(call, async (store) => {
    const bar = progress(call, 'checked', null)
    const report = await store.verify(() => bar.step())
    bar.end()
    if (call.options['json']) call.out(JSON.stringify(report))
    else if (report.firstBad) call.out(`First bad row: ${report.firstBad.table} ${report.firstBad.row}: ${report.firstBad.message}`)
    else call.out(`All well: ${report.entries} entries, ${report.documents} documents, ${report.spans} quotations found in their documents.\nHead of the chain: ${report.head}${report.figures ? `\nHead of the figures: ${report.figures.hash} (${report.figures.imports} import${report.figures.imports === 1 ? '' : 's'})` : ''}`)
    return report.firstBad ? 1 : 0
  }),
} satisfies Command
