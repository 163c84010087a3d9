import { idKind, type DocumentId } from '../../core/ids.ts'
import { createReadingPool } from '../../io/reading-pool.ts'
import { record, sayRun } from '../../pipeline.ts'
import type { Store } from '../../io/store.ts'
import { rereadDocument, type Reread } from '../../pipeline/again.ts'
import { type Call, type Command, type ExitCode, UsageError } from '../command.ts'
import { modelOption } from '../model.ts'
import { progress } from '../progress.ts'
import { incoming } from '../incoming.ts'
import { needWords } from '../reading.ts'
import { storeOptions, withStore } from '../store.ts'

export default {
  name: 'read',
  usage: 'FILE… | FOLDER | URL | --again [DOC… | URL…]',
  options: {
    again: { type: 'boolean', help: 'Read the kept bytes of documents on record with the readers of today: those named, or all. Nothing is fetched.' },
    entries: { type: 'boolean', help: 'Of a feed or sitemap, read what it says itself; leave the pages alone.' },
    published: { type: 'string', value: 'DAY', help: 'Publication day, for documents that do not say.' },
    ...modelOption,
    ...storeOptions,
  },
  examples: [
    { line: 'read examples/documents', shows: 'every file of a folder; prints what was accepted, warned, quarantined and refused' },
    { line: 'read https://www.example.org/statement.html', shows: 'a public page, fetched with care: public addresses only, robots.txt honoured; a second time only if it changed' },
    { line: 'read https://www.example.org/news.xml', shows: 'the pages of a feed\'s entries; a later run reads those that are new or changed' },
    { line: 'read https://www.example.org/sitemap.xml', shows: 'the pages of that host that the sitemap lists, up to 1,000 a run; a later run goes on from there' },
    { line: 'read --again', shows: 'after an upgrade: claims that were missed, claims drawn better, and words that the new text no longer has' },
  ],
  async run(call) {
    if (call.options['again']) return readAgain(call)
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

function readAgain(call: Call): Promise<ExitCode> {
  return withStore(call, async (store) => {
    const pool = createReadingPool(), bar = progress(call, 'read again', null), done: Reread[] = [], all: Reread[] = [], counts = { read: 0, 'as before': 0, changed: 0, failed: 0, datasets: 0 }
    try {
      for await (const id of documentsOf(call, store)) {
        const one = await rereadDocument(store, pool, id)
        counts.read++
        counts[one?.state ?? 'datasets']++
        if (one) all.push(one)
        if (one && one.state !== 'as before') done.push(one)
        if (one?.why) call.err(`error: ${id} stays as it is: ${one.why}`)
        bar.step()
      }
      bar.end()
    } finally { await pool.close() }
    const sum = (key: 'drawn' | 'added' | 'replaced' | 'reopened' | 'forReview') => all.reduce((n, one) => n + one[key], 0), standing = sum('drawn') - sum('added') - sum('replaced') - sum('forReview')
    if (call.options['json']) call.out(JSON.stringify({ ...counts, claims: { drawn: sum('drawn'), 'on record': standing, added: sum('added'), replaced: sum('replaced'), 'for review': sum('forReview') }, reopened: sum('reopened'), documents: done }))
    else {
      call.out(`read again ${counts.read} = as before ${counts['as before']} + changed ${counts.changed} + failed ${counts.failed} + of datasets ${counts.datasets} (import those again)`)
      call.out(`claims drawn ${sum('drawn')} = on record ${standing} + added ${sum('added')} + in place of others ${sum('replaced')} + for review ${sum('forReview')} (of words that the kept text does not have); ${sum('reopened')} on record asked about`)
    }
    return counts.failed > 0 ? 1 : 0
  })
}

/** The documents that the words of the call name, or all on record, the newest first. */
async function* documentsOf(call: Call, store: Store): AsyncGenerator<DocumentId> {
  for (const word of call.words) {
    if (idKind(word) === 'doc') { yield word as DocumentId; continue }
    const versions = (await store.pages.versions([word])).get(word)
    if (!versions) throw new UsageError(`"${word}" is neither a document nor an address on record; "helenow serve" lists the documents.`)
    yield* new Set(versions.map((v) => v.document))
  }
  if (call.words.length > 0) return
  for (let page = await store.documents({ limit: 200 }); page.length > 0; page = await store.documents({ limit: 200, before: page.at(-1)!.id })) yield* page.map((d) => d.id)
}
