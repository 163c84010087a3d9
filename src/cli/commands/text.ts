import type { Document } from '../../core/document.ts'
import { createReadingPool } from '../../io/reading-pool.ts'
import { type Command } from '../command.ts'
import { isSetAside, needWords, readInputs, sayIssues, sayOutcome } from '../reading.ts'

export default {
  name: 'text',
  usage: 'FILE… [--json]',
  options: { published: { type: 'string', value: 'DAY', help: 'Publication day, for documents that do not say.' } },
  examples: [
    { line: 'text page.html', shows: 'the main text, without menus and boilerplate, under its title and date' },
    { line: 'text --json notes.pdf', shows: 'the same as JSON, with blocks, tables and issues' },
  ],
  async run(call) {
    needWords(call, 'one or more files')
    const pool = createReadingPool()
    let bad = false
    try {
      for await (const result of readInputs(call, pool, false)) {
        if (result.refused) { sayIssues(call, result.label, [result.refused]); bad = true }
        for await (const one of result.results) {
          bad ||= isSetAside(one)
          const { outcome } = one
          sayOutcome(call, one)
          if (outcome.state === 'accepted' || outcome.state === 'warned') call.out(call.options['json'] ? JSON.stringify(asJson(outcome.value)) : asText(outcome.value))
        }
      }
    } finally { await pool.close() }
    return bad ? 1 : 0
  },
} satisfies Command

function asJson(d: Document) {
  return { id: d.label, title: d.title, publisher: d.publisher, authors: d.authors, published: d.published?.edtf ?? null, modified: d.modified?.edtf ?? null, language: d.language, url: d.url, canonicalUrl: d.canonicalUrl, origin: d.origin, hash: d.hash, reader: d.reader, text: d.text, blocks: d.blocks, tables: d.tables, issues: d.issues }
}

function asText(d: Document): string {
  const head = [d.title, [d.publisher, d.authors.join(', '), d.published && `${d.published.edtf}${d.published.basis === 'inferred' ? ` (inferred: ${d.published.source})` : ''}`, d.language].filter(Boolean).join(' · ')].filter(Boolean)
  return [...head, '', d.text, ''].join('\n')
}
