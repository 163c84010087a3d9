import { decode } from './charset.ts'
import { feedEntities, repairAmpersands } from './entities.ts'
import { issueOf, Stop } from './stop.ts'
import type { Issue } from '../core/issue.ts'
import { attribute, parseXml } from './xml.ts'

/** What a feed says of one of its items; `raw` is the item as it stands in the feed. */
export interface FeedItem {
  readonly raw: string
  readonly title: string
  readonly link: string
  readonly published: string
  readonly updated: string
  readonly authors: readonly string[]
  /** HTML where `isText` is false. */
  readonly content: string
  readonly isText: boolean
  readonly language: string
}

export interface FeedReading {
  readonly title: string
  readonly language: string
  readonly items: readonly FeedItem[]
  /** Items beyond the cap, and where the feed broke off. */
  readonly left: number
  readonly broken: Stop | null
  readonly issues: readonly Issue[]
}

interface OpenItem { start: number; title: string; link: string; published: string; updated: string; authors: string[]; summary: string; content: string; textType: boolean; xhtmlStart: number }

/** Reads RSS 0.9–2.0, RDF and Atom as a stream, so that the items before a broken place are kept. */
export async function readXmlFeed(bytes: Uint8Array, label: string, charset: string | null, mostItems: number): Promise<FeedReading> {
  const decoded = decode(bytes, charset ?? declaredEncoding(bytes))
  const { text, repaired } = repairAmpersands(decoded.text)
  const issues = [...decoded.issues, ...(repaired > 0 ? [issueOf('note', 'bare-ampersand', `${label}: ${repaired} bare “&” were read as the character.`)] : [])]
  const items: FeedItem[] = []
  const path: string[] = []
  let left = 0, title = '', language = '', item: OpenItem | null = null, value = '', position = () => 0, broken: Stop | null = null

  const take = (name: string, prefix: string) => {
    const parent = path.at(-2) ?? '', text = value.trim()
    value = ''
    if (!item) {
      if (name === 'title' && (parent === 'channel' || parent === 'feed')) title = text
      else if (name === 'language' && language === '') language = text
      return
    }
    const inItem = parent === 'item' || parent === 'entry'
    if (inItem && name === 'title' && prefix !== 'media') item.title = text
    else if (inItem && name === 'link' && text !== '') item.link ||= text
    else if (inItem && name === 'guid' && /^https?:\/\//.test(text)) item.link ||= text
    else if (inItem && (name === 'pubdate' || name === 'published' || name === 'date' || name === 'issued')) item.published ||= text
    else if (inItem && (name === 'updated' || name === 'modified')) item.updated ||= text
    else if ((inItem && (name === 'creator' || name === 'author') && text !== '') || (name === 'name' && parent === 'author')) item.authors.push(text)
    else if (inItem && (name === 'description' || name === 'summary') && prefix !== 'media') item.summary ||= text
    else if (inItem && ((name === 'encoded' && prefix === 'content') || (name === 'content' && prefix !== 'media' && item.xhtmlStart < 0))) item.content ||= text
  }

  try {
    await parseXml(text, {
      open(rawName, attributes, prefix) {
        const name = rawName.toLowerCase()
        path.push(name)
        value = ''
        if (name === 'feed') language = attribute(attributes, 'lang') ?? ''
        if (name === 'item' || name === 'entry') item = { start: text.lastIndexOf('<', position() - 1), title: '', link: '', published: '', updated: '', authors: [], summary: '', content: '', textType: false, xhtmlStart: -1 }
        if (!item) return
        if (name === 'link' && attributes['href'] !== undefined && (attributes['rel'] ?? 'alternate') === 'alternate') item.link ||= attributes['href']
        if (name === 'content' && prefix === '') {
          if (attributes['type'] === 'text') item.textType = true
          if (attributes['type'] === 'xhtml') item.xhtmlStart = position()
        }
      },
      text(part) { value += part },
      close(rawName, prefix) {
        const name = rawName.toLowerCase()
        if (item && name === 'content' && prefix === '' && item.xhtmlStart >= 0) item.content ||= text.slice(item.xhtmlStart, text.lastIndexOf('<', position() - 1))
        take(name, prefix)
        path.pop()
        if ((name === 'item' || name === 'entry') && item) {
          if (items.length >= mostItems) left++
          else items.push(finished(item, text.slice(item.start, position()), language))
          item = null
        }
      },
    }, { label, entities: feedEntities, onPosition: (offset) => { position = offset } })
  } catch (error) {
    if (!(error instanceof Stop) || items.length === 0) throw error
    broken = error
  }
  return { title, language, items, left, broken, issues }
}

const finished = (item: OpenItem, raw: string, language: string): FeedItem => ({
  raw, title: item.title, link: item.link, published: item.published, updated: item.updated, authors: item.authors,
  content: item.content || item.summary, isText: item.content !== '' && item.textType, language,
})

const declaredEncoding = (bytes: Uint8Array): string | null =>
  /^<\?xml[^>]{0,200}encoding=["']([\w.:-]{1,40})["']/.exec(String.fromCharCode(...bytes.subarray(0, 300)))?.[1] ?? null

/** Reads a JSON Feed (jsonfeed.org, versions 1 and 1.1). */
export function readJsonFeed(bytes: Uint8Array, label: string, charset: string | null, mostItems: number): FeedReading {
  const { text, issues } = decode(bytes, charset)
  let feed: Record<string, unknown>
  try {
    feed = JSON.parse(text) as Record<string, unknown>
  } catch (error) {
    throw new Stop('quarantined', issueOf('error', 'broken-json', `${label} is not well-formed JSON (${(error as Error).message}).`))
  }
  const all = Array.isArray(feed['items']) ? (feed['items'] as Record<string, unknown>[]).filter((i) => i !== null && typeof i === 'object') : []
  const language = string(feed['language'])
  const items = all.slice(0, mostItems).map((item): FeedItem => ({
    raw: JSON.stringify(item), title: string(item['title']), link: string(item['url']) || string(item['external_url']),
    published: string(item['date_published']), updated: string(item['date_modified']),
    authors: (Array.isArray(item['authors']) ? item['authors'] : [item['author']]).map((a: unknown) => string((a as Record<string, unknown> | undefined)?.['name'])).filter((a) => a !== ''),
    content: string(item['content_html']) || string(item['content_text']) || string(item['summary']),
    isText: string(item['content_html']) === '', language: string(item['language']) || language,
  }))
  return { title: string(feed['title']), language, items, left: all.length - items.length, broken: null, issues }
}

const string = (value: unknown): string => (typeof value === 'string' ? value : '')
