import { createReadingPool } from '../../io/reading-pool.ts'
import { record, sayRun } from '../../pipeline.ts'
import type { Command } from '../command.ts'
import { modelOption } from '../model.ts'
import { progress } from '../progress.ts'
import { incoming } from '../incoming.ts'
import { needWords } from '../reading.ts'
import { storeOptions, withStore } from '../store.ts'

export default {
  name: 'read',
  summary: 'read documents, draw their claims and record them',
  usage: 'FILE… | FOLDER | URL',
  options: {
    entries: { type: 'boolean', help: 'Of a feed, read what it says itself of each entry; leave the pages alone.' },
    published: { type: 'string', value: 'DAY', help: 'Publication day, for documents that do not say.' },
    ...modelOption,
    ...storeOptions,
  },
  examples: [
    { line: 'read examples/documents', shows: 'every file of a folder; prints what was accepted, warned, quarantined and refused' },
    { line: 'read https://www.example.org/statement.html', shows: 'a public page, fetched with care: public addresses only, robots.txt honoured; a second time only if it changed' },
    { line: 'read https://www.example.org/news.xml', shows: 'the pages of a feed\'s entries; a later run reads those that are new or changed' },
  ],
  async run(call) {
    needWords(call, 'one or more files, folders or addresses')
    return withStore(call, async (store) => {
      const pool = createReadingPool(), bar = progress(call, 'read', null)
      try {
        const report = await record(store, incoming(call, pool, store.pages), () => bar.step())
        bar.end()
        await store.saveRun(`read ${call.words.join(' ')}`.slice(0, 500), report)
        if (call.options['json']) call.out(JSON.stringify(report))
        else {
          call.out(sayRun(report))
          if (report.doubts) call.out(`${report.doubts} pair${report.doubts === 1 ? ' looks' : 's look'} alike without certainty: "helenow review" shows them.`)
        }
        return report.quarantined + report.refused > 0 ? 1 : 0
      } finally { await pool.close() }
    })
  },
} satisfies Command
