import { addDays } from '../../core/dates.ts'
import { fullDay } from '../days.ts'
import { datePart } from '../published.ts'
import { bylineName, cleanAuthors } from './authors.ts'
import { readJsonLd, type Told } from './json-ld.ts'
import { chooseTitle } from './titles.ts'
import { stripsOf, type Strip } from './strips.ts'
import { attribute, elementsOf, textOf, type Element } from './tree.ts'

/** What a page says about itself. */
export interface Metadata {
  readonly title: string | null
  /** All wordings of the title, to know it again in the text. */
  readonly titles: readonly string[]
  readonly publisher: string | null
  readonly authors: readonly string[]
  readonly published: string | undefined
  readonly modified: string | undefined
  readonly language: string | null
  readonly canonicalUrl: string | null
  /** The body of the article as JSON-LD gives it. */
  readonly told: string | null
}

interface Head {
  readonly metas: ReadonlyMap<string, readonly string[]>
  readonly title: string
  readonly canonical: string | null
  readonly language: string | null
  readonly headings: readonly string[]
  readonly subheadings: readonly string[]
  readonly times: readonly Element[]
  readonly named: readonly Element[]
}

/** Reads the metadata of a page: JSON-LD, Open Graph, meta, `<time>`, visible lines, address, in this order. */
export function readMetadata(root: Element, url: string | null): Metadata {
  const head = readHead(root), told = readJsonLd(root)
  const meta = (...names: string[]) => names.flatMap((n) => head.metas.get(n) ?? []).find((v) => v !== '')
  const canonicalUrl = absolute(head.canonical ?? meta('og:url') ?? told.url, url)
  const site = meta('og:site_name', 'application-name') ?? told.publisher ?? null
  const { title, titles } = chooseTitle({ headings: head.headings, subheadings: head.subheadings, social: meta('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title', 'title'), told: told.headline, page: head.title, site })
  return {
    title, titles, publisher: site ?? host(url ?? canonicalUrl), authors: findAuthors(head, told, site, root),
    published: findPublished(head, told, meta, root, url ?? canonicalUrl), modified: datePart(told.modified ?? meta('article:modified_time', 'og:updated_time', 'datemodified', 'last-modified', 'dcterms.modified', 'lastmod') ?? ''),
    language: head.language ?? meta('og:locale', 'content-language', 'dc.language', 'language') ?? told.language ?? null,
    canonicalUrl, told: told.body ?? null,
  }
}

function readHead(root: Element): Head {
  const metas = new Map<string, string[]>(), headings: string[] = [], aside: string[] = [], subheadings: string[] = [], times: Element[] = [], named: Element[] = []
  let title = '', canonical: string | null = null, language: string | null = null
  for (const element of elementsOf(root)) {
    const a = element.attributes
    if (element.tag === 'meta') {
      for (const key of [a.get('name'), a.get('property'), a.get('itemprop'), a.get('http-equiv')]) if (key) metas.set(key.toLowerCase(), [...(metas.get(key.toLowerCase()) ?? []), attribute(element, 'content').trim()])
    } else if (element.tag === 'title') { if (title === '' && element.parent?.tag !== 'svg') title = words(element) }
    else if (element.tag === 'link') { if (/\bcanonical\b/i.test(attribute(element, 'rel'))) canonical ??= attribute(element, 'href').trim() || null }
    else if (element.tag === 'html') language ??= a.get('lang') ?? a.get('xml:lang') ?? null
    else if (element.tag === 'h1') { const text = words(element); if (text) (inside(element, /sidebar|widget|related|teaser|slider|carousel|comment/i) ? aside : headings).push(text) }
    else if (/^h[23]$/.test(element.tag)) { if (subheadings.length < 40) subheadings.push(words(element)) }
    else if (element.tag === 'time') times.push(element)
    if (a.has('itemprop') || a.has('rel') || a.has('class') || element.tag === 'byline' || element.tag === 'author') named.push(element)
  }
  return { metas, title, canonical, language, headings: [...headings, ...aside], subheadings, times, named }
}

/** As `words`, with a space between elements: month, day and year often stand in boxes of their own. */
const spaced = (element: Element): string => element.children.map((c) => ('tag' in c ? ` ${textOf(c)} ` : c.text)).join('').replace(/\s+/g, ' ').trim()
const words = (element: Element) => textOf(element).replace(/\s+/g, ' ').trim()

type Meta = (...names: string[]) => string | undefined
const publishedNames = ['article:published_time', 'og:article:published_time', 'article:published', 'og:published_time', 'og:pubdate', 'datepublished', 'date_published', 'published_time', 'published-date', 'publication_date', 'publication-date', 'publish-date', 'publish_date', 'publishdate', 'pubdate', 'pub_date', 'parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'cxenseparse:publishtime', 'citation_publication_date', 'citation_date', 'citation_online_date', 'dc.date.issued', 'dcterms.issued', 'dc.date.created', 'dcterms.created', 'dcterms.date', 'dc.date', 'date.issued', 'date.created', 'article.published', 'article.created', 'bt:pubdate', 'shareaholic:article_published_time', 'rnews:datepublished', 'original-publication-date', 'created', 'datecreated', 'date', 'last-publish-date', 'release_date', 'dc.created', 'eprints.datestamp', 'displaydate', 'timestamp', 'article_date_original', 'article:post_time', 'doc_date', 'vr:published_time']

function findPublished(head: Head, told: Told, meta: Meta, root: Element, url: string | null): string | undefined {
  for (const stamp of [told.published, ...publishedNames.map((n) => meta(n))]) {
    const day = stamp && (plausible(datePart(stamp)) ?? plausible(fullDay(stamp)))
    if (day && day.length === 10) return /T0\d:\d\d/.test(stamp) && /(?:Z|[+]00:?00)$/.test(stamp) ? localDay(day, head, root) : day
  }
  const changed = plausible(datePart(meta('article:modified_time', 'og:updated_time', 'datemodified') ?? told.modified ?? '')) ?? plausible(fullDay(meta('datemodified') ?? '', true))
  return fromTimes(head) ?? inAddress(url) ?? fromNamed(head) ?? inAddress(head.canonical) ?? fromLines(root) ?? onlyOne(head) ?? changed
}

/** Early hours in universal time are still the day before in the Americas: what the page shows its readers decides. */
function localDay(day: string, head: Head, root: Element): string {
  const shown = fromNamed(head) ?? fromLines(root)
  return shown === addDays(day, -1) ? shown : day
}

/** Years before the web and far ahead are stamps gone wrong. */
const plausible = (day: string | undefined): string | undefined => (day && day >= '1994' && day < '2100' ? day : undefined)

const publishing = /publi|entry-date|post-?date|pubdate|created|date-?line|article-?date|story-?date|\bdate\b|veroeffentlicht|erstellt/i
function fromTimes(head: Head): string | undefined {
  const dated = head.times.map((element) => ({ element, day: plausible(datePart(attribute(element, 'datetime'))) ?? plausible(fullDay(words(element))) })).filter((t) => t.day && t.day.length === 10 && !inside(t.element, /comment|related|sidebar|teaser|footer|widget|recent|latest|list-item|card/i))
  const best = dated.find((t) => t.element.attributes.has('pubdate') || /datePublished/i.test(attribute(t.element, 'itemprop'))) ?? dated.find((t) => publishing.test(attribute(t.element, 'class')) && !/updated|modified/i.test(attribute(t.element, 'class'))) ?? dated.find((t) => !/updated|modified/i.test(attribute(t.element, 'class') + attribute(t.element, 'itemprop'))) ?? dated[0]
  return best?.day
}

function inside(element: Element, names: RegExp, from: Element | null = element.parent): boolean {
  for (let at = from, steps = 0; at && steps < 8; at = at.parent, steps++) {
    if (at.tag === 'main' || at.tag === 'body' || (at.tag === 'article' && !names.test(attribute(at, 'class')))) return false
    if (at.tag === 'nav' || names.test((attribute(at, 'class') + ' ' + attribute(at, 'id')).replace(/\belementor-\S+/g, ''))) return true
  }
  return false
}

/** A day in the path of the address. @example inAddress('https://a.org/2024/05/08/talks') // '2024-05-08' */
export function inAddress(url: string | null): string | undefined {
  const german = url && /[/_-](\d{2})-?(\d{2})-?((?:19|20)\d{2})(?=[/_.-]|$)/.exec(url)
  if (german) { const day = plausible(fullDay(`${german[3]}-${german[2]}-${german[1]}`)); if (day) return day }
  const m = url && (/[/_-]((?:19|20)\d{2})[/_-]?(\d{2})[/_-]?(\d{2})(?=[/_.-]|$)/.exec(url) ?? /\/((?:19|20)\d{2})\/([a-z]{3})\/(\d{1,2})\//i.exec(url))
  if (!m) return undefined
  return plausible(fullDay(/^\d+$/.test(m[2]!) ? `${m[1]}-${m[2]}-${m[3]}` : `${m[3]} ${m[2]} ${m[1]}`))
}

const apart = /comment|related|sidebar|teaser|footer|widget|recent|latest|header-top|topbar/i, furniture = /comment|related|sidebar|footer|widget|recent|latest/i
const dateNames = /(?:^|[\s_-])(?:pub(?:lish(?:ed)?|lication)?-?(?:date|time|on)?|date|datum|data|fecha|posted(?:-on)?|post-?date|entry-?date|article-?date|news-?date|date-?time|dateline|time-?stamp|created|meta-?date|byline|post-?meta|entry-?meta|article-?meta|meta|info|autor-datum)(?=$|[\s_-])/i
function fromNamed(head: Head): string | undefined {
  const found = namedDays(head, apart)
  return (found.find((f) => f.sure) ?? found[0])?.day
}

/** The day of the one dated teaser of a page: there it is the head of the article. */
function onlyOne(head: Head): string | undefined {
  const days = new Set(namedDays(head, furniture).map((f) => f.day))
  return days.size === 1 ? [...days][0] : undefined
}

function namedDays(head: Head, places: RegExp): readonly { readonly day: string; readonly sure: boolean }[] {
  const found: { day: string; sure: boolean }[] = []
  for (const element of head.named) {
    const name = attribute(element, 'class') + ' ' + attribute(element, 'itemprop') + ' ' + attribute(element, 'id')
    const published = /datePublished/i.test(name)
    if (!published && !dateNames.test(name)) continue
    const text = spaced(element).slice(0, 300)
    if (text.length > 250 || inside(element, places)) continue
    const day = plausible(datePart(attribute(element, 'content') || attribute(element, 'datetime'))) ?? plausible(fullDay(text))
    if (day && day.length === 10) found.push({ day, sure: published })
  }
  return found
}

const publishedWords = /(?<!\p{L})(?:published|posted|updated|veröffentlicht|erstellt|stand|publié|publication|mise en ligne|pubblicato|opublikowano|data publikacji|опубліковано)(?!\p{L})/iu
const dateWords = /(?<!\p{L})(?:vom|am|datum|date|дата)(?!\p{L})/iu
const changedWords = /(?<!\p{L})(?:last (?:change|modified)|aktualisiert|letzte änderung|mise à jour|ultimo aggiornamento|aktualizacja|оновлено)(?!\p{L})/iu
/** Short lines of the page that give a day, those that say "published" first; then the day that opens a paragraph. */
function fromLines(root: Element): string | undefined {
  const all = stripsOf(root).filter((s) => !/©|copyright|\(c\)/i.test(s.text) && !inside(s.element, /comment|footer|related|teaser|widget|recent|latest/i, s.element))
  const days = all.flatMap((s, i) => (s.text.length < 160 && s.links < 0.9 ? [{ text: s.text, day: plausible(fullDay(s.text)), before: all[i - 1]?.text ?? '' }] : [])).filter((l) => l.day)
  const opening = all.filter((s) => s.text.length >= 60).map((s) => /^\(?(?:\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?\d{4}|\d{4}-\d\d-\d\d)(?=\s?[.–—:,|)-])/u.exec(s.text)).filter((m) => m !== null).map((m) => plausible(fullDay(m[0])))
  const says = (words: RegExp, longest: number) => days.find((l) => l.text.length < longest && (words.test(l.text) || (l.before.endsWith(':') && words.test(l.before))))
  return (says(publishedWords, 160) ?? says(dateWords, 80) ?? says(changedWords, 160) ?? says(dateWords, 160) ?? days.find((l) => l.text.length < 60))?.day ?? opening.find(Boolean) ?? days[0]?.day
}

function findAuthors(head: Head, told: Told, site: string | null, root: Element): readonly string[] {
  const fromMeta = ['author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'citation_author', 'byl', 'twitter:data1', 'article.author', 'authors', 'og:author', 'book:author', 'cxenseparse:author', 'shareaholic:article_author_name', 'vr:author']
  const labelled = /written|by|verfasst|autor|author|écrit/i.test(head.metas.get('twitter:label1')?.[0] ?? '')
  const metas = fromMeta.map((n) => (n === 'twitter:data1' && !labelled ? [] : head.metas.get(n) ?? []))
  const groups = [told.authors, ...metas, ...marked(head), ...lines(root), ...biographies(head)]
  for (const desks of [false, true]) {
    for (const group of desks ? [told.houses, ...groups] : groups) {
      const authors = cleanAuthors(group, site, desks)
      if (authors.length > 0) return authors
    }
  }
  return cleanAuthors(told.houses, null, true)
}

const authorNames = /(?:^|[\s_-])(?:author(?:s|-?name|-?link|-?title)?|byline(?:-?name|__name|-?author)?|by-?author|post-?author|article-?author|entry-?author|autor(?:in|en|name)?|writer|contributor|fn|creator|auteur|autore|firma|posted-by|written-by|verfasser|redakteur\w*|poster|itemPoster)(?=$|[\s_-])/i
/** Elements that mark a name: by itemprop, by rel, by class, by a tag of their own. */
function marked(head: Head): readonly (readonly string[])[] {
  const text = (e: Element) => words(e).slice(0, 200)
  const near = head.named.filter((e) => !inside(e, /comment|related|teaser|widget|recent/i) && !/^(?:body|html|link|article|main)$/.test(e.tag))
  const named = (e: Element) => { for (const c of elementsOf(e)) if (/\bname\b/.test(attribute(c, 'itemprop'))) return attribute(c, 'content') || text(c); return attribute(e, 'content') || text(e) }
  return [
    near.filter((e) => /\bauthor\b/i.test(attribute(e, 'itemprop'))).map(named).slice(0, 4),
    near.filter((e) => e.tag === 'a' && /\bauthor\b/i.test(attribute(e, 'rel'))).map(text).filter((t) => t.split(' ').length <= 5).slice(0, 2),
    ...near.filter((e) => e.tag === 'byline' || e.tag === 'author' || authorNames.test(attribute(e, 'class'))).filter((e) => words(e).length < 120).slice(0, 12).map((e) => [text(e)]),
  ]
}

const biography = /(?:^|[\s_-])author-?(?:bio|box|info|card|profile|description|details|about)(?=$|[\s_-])/i
/** The name at the head of a box about the author. */
const biographies = (head: Head): readonly (readonly string[])[] =>
  head.named.filter((e) => biography.test(attribute(e, 'class'))).slice(0, 3).map((e) => { for (const c of elementsOf(e)) if (/^(?:h[2-6]|strong|b)$/.test(c.tag) && words(c).length < 50) return [words(c)]; return [] })

/** Lines that say nothing but "By Ada Marsh", or a name after a line that says "Author:". */
function lines(root: Element): readonly (readonly string[])[] {
  const short = stripsOf(root).filter((s) => s.text.length < 140).map((s) => s.text)
  const labelled = short.flatMap((text, i) => (/^(?:autor(?:in|en)?|author|text|von|by|автор)\s*:?$/i.test(text) ? [`von ${(short[i + 1] ?? '').split('/', 1)[0]!}`] : []))
  return [...short, ...labelled].map(bylineName).filter((n): n is string => n !== undefined).slice(0, 2).map((n) => [n])
}

const host = (url: string | null): string | null => { try { return url ? new URL(url).hostname.replace(/^www\./, '') : null } catch { return null } }
function absolute(link: string | undefined, base: string | null): string | null {
  if (!link) return null
  try { const url = new URL(link, base ?? undefined); return /^https?:$/.test(url.protocol) ? url.href : null } catch { return null }
}
