import type { DatedValue } from '../../core/dates.ts'
import { edtf } from '../../core/dates.ts'
import { sha256 } from '../../core/hash.ts'
import { documentId } from '../../core/ids.ts'
import { count, createBudget } from '../budget.ts'
import { fullDay } from '../days.ts'
import { readJsonFeed, readXmlFeed, type FeedItem, type FeedReading } from '../feed-items.ts'
import type { Format, ReadMember, ReadResult, Source } from '../format.ts'
import { datePart } from '../published.ts'
import { withDocument, withIssue, withoutIssues } from '../results.ts'
import { rootElement, textHead } from '../sniff.ts'
import { issueOf, outcomeOf, quarantined, Stop } from '../stop.ts'

const mostItems = 1000
const roots = new Set(['rss', 'feed', 'rdf:rdf', 'item', 'entry'])

export default {
  name: 'feed',
  version: 1,
  sniff(bytes) {
    const start = textHead(bytes, 4096)
    if (start.startsWith('{')) return /"version"\s*:\s*"https:\/\/jsonfeed\.org\//.test(start) ? 0.95 : 0
    return start.startsWith('<') && roots.has(rootElement(start) ?? '') ? 0.95 : 0
  },
  async read(bytes, source, readMember, budget = createBudget()) {
    const feed = textHead(bytes, 1) === '{' ? readJsonFeed(bytes, source.label, source.declaredCharset, mostItems) : await readXmlFeed(bytes, source.label, source.declaredCharset, mostItems)
    if (feed.items.length === 0) throw quarantined('no-documents', `${source.label} is a feed without items.`)
    const results: ReadResult[] = []
    for (const [index, item] of feed.items.entries()) {
      budget.member(source.label)
      results.push(await readItem(item, index, feed, source, readMember))
    }
    return [...results, ...rest(feed, source)].map((r, i) => (i === 0 ? feed.issues.reduce(withIssue, r) : r))
  },
} satisfies Format

/** What of the feed could not be read is a result too, so that nothing is lost in silence. */
function rest({ left, broken }: FeedReading, source: Source): readonly ReadResult[] {
  const none = new Uint8Array()
  return [
    ...(left > 0 ? [{ label: source.label, bytes: none, outcome: outcomeOf(new Stop('refused', issueOf('error', 'items-left', `${source.label}: ${count(left)} items beyond the first ${count(mostItems)} were not read.`))) }] : []),
    ...(broken ? [{ label: source.label, bytes: none, outcome: outcomeOf(new Stop('quarantined', { ...broken.issue, message: `${broken.issue.message} The items before that place were read.` })) }] : []),
  ]
}

/** An item becomes a document of its own: its bytes are its stretch of the feed, its text that of its content. */
async function readItem(item: FeedItem, index: number, feed: FeedReading, source: Source, readMember: ReadMember): Promise<ReadResult> {
  const bytes = new TextEncoder().encode(item.raw), hash = sha256(bytes)
  const url = webAddress(item.link, source.url), label = url ?? `${source.label}#${index + 1}`
  const page = new TextEncoder().encode(pageOf(item))
  const [read] = await readMember(page, { ...source, label, url, declaredType: 'text/html', declaredCharset: 'utf-8' })
  const published = dateOf(item.published) ?? dateOf(item.updated)
  const result = withDocument({ ...read!, label, bytes }, (document) => ({
    ...document, id: documentId(hash), hash, url, mediaType: 'text/html', reader: `feed 1, ${document.reader}`, sourceMap: [],
    title: plain(item.title) || document.title, publisher: feed.title || document.publisher,
    authors: item.authors.length > 0 ? item.authors.map(plain) : document.authors,
    published: published ? { ...published, source: 'metadata' as const } : document.published,
    modified: dateOf(item.updated) ?? document.modified, language: document.language ?? (item.language.slice(0, 2).toLowerCase() || null),
  }))
  // An item is often a short summary, and its page is not what was read.
  return withoutIssues(result, ['little-text', ...(published ? ['date-unsettled', 'date-inferred'] : [])])
}

const pageOf = ({ title, content, isText, language }: FeedItem): string => {
  const body = isText ? content.split(/\n\s*\n/).map((p) => `<p>${escape(p)}</p>`).join('') : content
  return `<!doctype html><html${/^[a-z-]{2,10}$/i.test(language) ? ` lang="${language}"` : ''}><head><title>${escape(plain(title))}</title></head><body><article><h1>${escape(plain(title))}</h1>${/<\w/.test(body) ? body : `<p>${body}</p>`}</article></body></html>`
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const plain = (text: string) => text.slice(0, 1000).replace(/<[^<>]{0,200}>/g, '').replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&#0?39;|&rsquo;/g, '’').replace(/&quot;/g, '"').replace(/\s+/g, ' ').trim()
const dateOf = (text: string): DatedValue | null => {
  const day = text === '' ? undefined : datePart(text) ?? fullDay(text)
  return day === undefined ? null : { edtf: edtf(day), basis: 'said' }
}

function webAddress(link: string, base: string | null): string | null {
  const url = URL.parse(link.trim(), base ?? undefined)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
