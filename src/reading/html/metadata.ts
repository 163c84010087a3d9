import { datePart } from '../published.ts'
import { bylineName, cleanAuthors } from './authors.ts'
import { findPublished } from './dates.ts'
import { beside, words, type Head } from './head.ts'
import { readJsonLd, type Told } from './json-ld.ts'
import { chooseTitle } from './titles.ts'
import { attribute, elementsOf, type Element } from './tree.ts'

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

/** Reads the metadata of a page: JSON-LD, Open Graph, meta, `<time>`, visible lines, address, in this order. */
export function readMetadata(head: Head, url: string | null): Metadata {
  const told = readJsonLd(head.root)
  const meta = (...names: string[]) => names.flatMap((n) => head.metas.get(n) ?? []).find((v) => v !== '')
  const canonicalUrl = absolute(head.canonical ?? meta('og:url') ?? told.url, url)
  const site = meta('og:site_name', 'application-name') ?? told.publisher ?? null
  const { title, titles } = chooseTitle({ headings: head.headings, subheadings: head.subheadings, entries: entryTitles(head), social: meta('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title', 'title'), told: told.headline, page: head.title, site, host: host(url ?? canonicalUrl) })
  return {
    title, titles, publisher: site ?? host(url ?? canonicalUrl), authors: findAuthors(head, told, [site, siteWord(host(url ?? canonicalUrl))].filter((s) => s !== null)),
    published: findPublished(head, told, meta, url ?? canonicalUrl), modified: datePart(told.modified ?? meta('article:modified_time', 'og:updated_time', 'datemodified', 'last-modified', 'dcterms.modified', 'lastmod') ?? ''),
    language: head.language ?? meta('og:locale', 'content-language', 'dc.language', 'language') ?? told.language ?? null,
    canonicalUrl, told: told.body ?? null,
  }
}

/** Titles that the page marks as such, in the order of the page. */
const entryTitles = (head: Head) => head.named.filter((e) => /(?:^|\s)(?:entry-title|post-title|p-name)(?=$|\s)/i.test(attribute(e, 'class')) || /(?:^|\s)headline(?=$|\s)/.test(attribute(e, 'itemprop'))).slice(0, 4).map((e) => words(e))

function findAuthors(head: Head, told: Told, sites: readonly string[]): readonly string[] {
  const fromMeta = ['author', 'article:author', 'article:author_name', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'citation_author', 'byl', 'twitter:data1', 'article.author', 'authors', 'og:author', 'book:author', 'cxenseparse:author', 'shareaholic:article_author_name', 'vr:author']
  const labelled = /written|by|verfasst|autor|author|écrit/i.test(head.metas.get('twitter:label1')?.[0] ?? '')
  const metas = fromMeta.map((n) => (n === 'twitter:data1' && !labelled ? [] : head.metas.get(n) ?? []))
  const groups = [told.authors, ...metas, ...marked(head), ...lines(head), ...biographies(head)]
  for (const desks of [false, true]) {
    for (const group of desks ? [told.houses, ...groups] : groups) {
      const authors = cleanAuthors(group, sites, desks)
      if (authors.length > 0) return authors
    }
  }
  return cleanAuthors(told.houses, [], true)
}

const authorNames = /(?:^|[\s_-])(?:author(?:s|-?name|-?link|-?title)?|byline(?:-?name|__name|-?author)?|by-?author|post-?author|article-?author|entry-?author|autor(?:in|en|name)?|writer|contributor|fn|creator|auteur|autore|firma|posted-by|written-by|verfasser|redakteur\w*|poster|signature)(?=$|[\s_-])/i
/** What stands in a box of the author and is not the name. */
const besideName = /(?:^|[\s_-])(?:twitter|facebook|linkedin|instagram|social|share|e?mail|bio|biography|description|role|job-?title|position|publication|organi[sz]ation|affiliation|location|date|time|datetime|timestamp|published|updated|avatar|count|comments?|follow|tooltip)(?=$|[\s_-])/i
/** Elements that mark a name: by itemprop, by rel, by class, by a tag of their own. */
function marked(head: Head): readonly (readonly string[])[] {
  const text = (e: Element) => words(e, (c) => c.tag === 'time' || besideName.test(parted(attribute(c, 'class')))).slice(0, 200)
  const near = head.named.filter((e) => !/^(?:body|html|link|article|main)$/.test(e.tag) && !beside(e, /comment|related|teaser|widget|recent|listing|recommend|most-?read|trending|caption/i, head.core))
  const named = (e: Element) => { for (const c of elementsOf(e)) if (/\bname\b/.test(attribute(c, 'itemprop'))) return attribute(c, 'content') || text(c); return attribute(e, 'content') || text(e) }
  return [
    near.filter((e) => /\bauthor\b/i.test(attribute(e, 'itemprop'))).map(named).slice(0, 4),
    near.filter((e) => e.tag === 'a' && /\bauthor\b/i.test(attribute(e, 'rel'))).map(text).filter((t) => t.split(' ').length <= 5).slice(0, 2),
    ...near.filter((e) => e.tag === 'byline' || e.tag === 'author' || isMark(parted(attribute(e, 'class')))).filter((e) => words(e).length < 120).slice(0, 12).map((e) => [text(e)]),
  ]
}
const isMark = (name: string) => authorNames.test(name) && !/author[\s_-]*(?:bio|desc|text|avatar|im(?:g|age)|social|twitter|facebook|e?mail)/i.test(name)
/** "articleByline" is named as "article-byline" is. */
const parted = (name: string) => name.slice(0, 300).replace(/(\p{Ll})(?=\p{Lu})/gu, '$1-')

const biography = /(?:^|[\s_-])author-?(?:bio|box|info|card|profile|description|details|about)(?=$|[\s_-])/i
/** The name at the head of a box about the author. */
const biographies = (head: Head): readonly (readonly string[])[] =>
  head.named.filter((e) => biography.test(attribute(e, 'class'))).slice(0, 3).map((e) => { for (const c of elementsOf(e)) if (/^(?:h[2-6]|strong|b)$/.test(c.tag) && words(c).length < 50) return [words(c)]; return [] })

/** Lines that say nothing but "By Ada Marsh", or a name after a line that says "Author:". */
function lines({ strips, core }: Head): readonly (readonly string[])[] {
  const short = strips.filter((s) => s.text.length < 140 && !beside(s.element, /comment|related|teaser|widget|recent|footer|caption/i, core, s.element)).map((s) => s.text)
  const labelled = short.flatMap((text, i) => (/^(?:autor(?:in|en)?|author|text|von|by|автор)\s*:?$/i.test(text) ? [`von ${(short[i + 1] ?? '').split('/', 1)[0]!}`] : []))
  return [...short, ...labelled].map(bylineName).filter((n): n is string => n !== undefined).slice(0, 2).map((n) => [n])
}

/** The word of a host that names the site: "harbour" of harbour.example. @example siteWord('blog.harbour.co.uk') // 'harbour' */
const siteWord = (name: string | null): string | null => name?.split('.').slice(0, -1).filter((w) => !/^(?:www\d?|blog|news|co|com|org|gov|edu|wordpress|blogspot)$/.test(w)).sort((a, b) => b.length - a.length)[0] ?? null
const host = (url: string | null): string | null => { try { return url ? new URL(url).hostname.replace(/^www\./, '') : null } catch { return null } }
function absolute(link: string | undefined, base: string | null): string | null {
  if (!link) return null
  try { const url = new URL(link, base ?? undefined); return /^https?:$/.test(url.protocol) ? url.href : null } catch { return null }
}
