import { edtf } from '../../core/dates.ts'
import { sha256 } from '../../core/hash.ts'
import { documentId } from '../../core/ids.ts'
import { createBudget, size } from '../budget.ts'
import type { Format, ReadMember, ReadResult, Source } from '../format.ts'
import { mediaTypeOf } from '../media-types.ts'
import { datePart } from '../published.ts'
import { withDocument, withIssue, withoutIssues } from '../results.ts'
import { sampleText } from '../sniff.ts'
import { issueOf, quarantined } from '../stop.ts'

const mostBytes = 64 * 1024 * 1024

export default {
  name: 'eml',
  version: 1,
  sniff(bytes) {
    const lines = sampleText(bytes, 8192).split(/\r?\n\r?\n/, 1)[0]!.split(/\r?\n/)
    const names = new Set(lines.map((line) => /^([A-Za-z][\w-]{1,40}): ?/.exec(line)?.[1]?.toLowerCase()))
    if (!lines.every((line) => /^(?:[A-Za-z][\w-]{0,60}:|[ \t]|From )/.test(line))) return 0
    const has = (name: string) => names.has(name)
    return has('from') && (has('received') || has('message-id') || has('mime-version') || (has('date') && has('subject') && has('to'))) ? 0.9 : 0
  },
  async read(bytes, source, readMember, budget = createBudget()) {
    if (bytes.length > mostBytes) throw quarantined('too-large', `${source.label} is larger than ${size(mostBytes)}; save its attachments and read them.`)
    const { default: PostalMime } = await import('postal-mime')
    const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer', maxNestingDepth: 32, maxHeadersSize: 1024 * 1024 })
    const results = [await readBody(mail, bytes, source, readMember)]
    for (const [index, part] of mail.attachments.entries()) {
      // Pictures that the text shows are decoration: nothing can be read from them.
      if (part.related && part.mimeType.startsWith('image/')) continue
      budget.member(source.label)
      const content = typeof part.content === 'string' ? new TextEncoder().encode(part.content) : new Uint8Array(part.content as ArrayBuffer)
      budget.spend(content.length, source.label)
      const name = part.filename?.split(/[/\\]/).at(-1) || `part ${index + 1}`
      results.push(...await readMember(content, { ...source, url: null, label: `${source.label}/${name}`, declaredType: mediaTypeOf(name) ?? part.mimeType, declaredCharset: null }))
    }
    return results
  },
} satisfies Format

interface Mail { readonly subject?: string | undefined; readonly from?: { readonly name: string; readonly address?: string | undefined } | undefined; readonly date?: string | undefined; readonly html?: string | undefined; readonly text?: string | undefined }

/** The message as a document: its text from the HTML part, or from the plain one where that gives none. */
async function readBody(mail: Mail, bytes: Uint8Array, source: Source, readMember: ReadMember): Promise<ReadResult> {
  const tries = [[mail.html, 'text/html'], [mail.text, 'text/plain']] as const
  let read: ReadResult | undefined
  for (const [body, declaredType] of tries) {
    if (!body?.trim()) continue
    const [result] = await readMember(new TextEncoder().encode(body), { ...source, declaredType, declaredCharset: 'utf-8' })
    read = result
    if (result!.outcome.state === 'accepted' || result!.outcome.state === 'warned') break
  }
  if (!read) throw quarantined('no-text', `${source.label} is a message without text.`)
  const day = mail.date === undefined ? undefined : datePart(mail.date), hash = sha256(bytes)
  const result = withDocument({ ...read, label: source.label, bytes }, (document) => ({
    ...document, id: documentId(hash), hash, mediaType: 'message/rfc822', reader: `eml 1, ${document.reader}`, sourceMap: [], places: document.blocks.map((b, i) => [b.start, `paragraph ${i + 1}`] as const),
    title: mail.subject?.trim() || document.title, authors: mail.from ? [mail.from.name || (mail.from.address ?? '')].filter(Boolean) : document.authors,
    published: day ? { edtf: edtf(day), basis: 'said' as const, source: 'metadata' as const } : document.published,
  }))
  const settled = withoutIssues(result, ['little-text', ...(day ? ['date-unsettled', 'date-inferred'] : [])])
  return day || mail.date === undefined ? settled : withIssue(settled, issueOf('note', 'date-unreadable', `${source.label}: its date “${mail.date.slice(0, 60)}” could not be read.`))
}
