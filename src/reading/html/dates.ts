import { addDays } from '../../core/dates.ts'
import { fullDay } from '../days.ts'
import { datePart } from '../published.ts'
import { beside, spaced, words, type Head } from './head.ts'
import type { Told } from './json-ld.ts'
import { attribute, type Element } from './tree.ts'

/** The page, and whether its figures give the month before the day. */
type Dated = Head & { readonly monthFirst: boolean }
type Meta = (...names: string[]) => string | undefined
const publishedNames = ['article:published_time', 'og:article:published_time', 'article:published', 'og:published_time', 'og:pubdate', 'datepublished', 'date_published', 'published_time', 'published-date', 'publication_date', 'publication-date', 'publish-date', 'publish_date', 'publishdate', 'pubdate', 'pub_date', 'parsely-pub-date', 'sailthru.date', 'cxenseparse:recs:publishtime', 'cxenseparse:publishtime', 'citation_publication_date', 'citation_date', 'citation_online_date', 'dc.date.issued', 'dcterms.issued', 'dc.date.created', 'dcterms.created', 'dcterms.date', 'dc.date', 'date.issued', 'date.created', 'article.published', 'article.created', 'bt:pubdate', 'shareaholic:article_published_time', 'rnews:datepublished', 'original-publication-date', 'created', 'datecreated', 'date', 'last-publish-date', 'release_date', 'dc.created', 'eprints.datestamp', 'displaydate', 'timestamp', 'article_date_original', 'article:post_time', 'doc_date', 'vr:published_time']

/** The day a page was published: what it tells machines, `<time>`, its address, its named and its plain lines, in this order. */
export function findPublished(page: Head, told: Told, meta: Meta, url: string | null): string | undefined {
  const head: Dated = { ...page, monthFirst: readsMonthFirst(page, url) }
  for (const stamp of [told.published, ...publishedNames.map((n) => meta(n))]) {
    const day = stamp && (plausible(datePart(stamp)) ?? plausible(fullDay(stamp)))
    if (day && day.length === 10) return /T0\d:\d\d/.test(stamp) && /(?:Z|[+]00:?00)$/.test(stamp) ? localDay(day, head) : day
  }
  const changed = plausible(datePart(meta('article:modified_time', 'og:updated_time', 'datemodified') ?? told.modified ?? '')) ?? plausible(fullDay(meta('datemodified') ?? '', true))
  return fromTimes(head) ?? inAddress(url) ?? fromNamed(head) ?? inAddress(head.canonical) ?? fromLines(head) ?? onlyOne(head) ?? changed
}

/** American offices write the month first, and so does a page with "03/25/2024" and no "25/03/2024". */
function readsMonthFirst({ strips }: Head, url: string | null): boolean {
  if (/^https?:\/\/[^/]+\.(?:gov|mil)(?:[:/]|$)/i.test(url ?? '')) return true
  const pairs = strips.filter((s) => s.text.length < 160).flatMap((s) => [...s.text.matchAll(/(?<![\d./-])(\d{1,2})\/(\d{1,2})\/(?:19|20)\d{2}(?!\d)/g)])
  return pairs.some((m) => Number(m[2]) > 12) && !pairs.some((m) => Number(m[1]) > 12)
}

/** Early hours in universal time are still the day before in the Americas: what the page shows its readers decides. */
function localDay(day: string, head: Dated): string {
  const shown = fromNamed(head) ?? fromLines(head)
  return shown === addDays(day, -1) ? shown : day
}

/** Years before the web and far ahead are stamps gone wrong. */
const plausible = (day: string | undefined): string | undefined => (day && day >= '1994' && day < '2100' ? day : undefined)

/** Boxes that tell their reader what day it is today. */
const clocks = /(?:^|[\s_-])(?:mod_date\w*|current-?(?:date|time|day)|today|clock|heute|oggi|dzisiaj|server-?time|header-?date|top-?date)(?=$|[\s_-])/i
const isClock = (element: Element, head: Pick<Head, 'core'>) => beside(element, clocks, head.core, element)

const publishing = /publi|entry-date|post-?date|pubdate|created|date-?line|article-?date|story-?date|\bdate\b|veroeffentlicht|erstellt/i
function fromTimes(head: Dated): string | undefined {
  const dated = head.times.map((element) => ({ element, day: plausible(datePart(attribute(element, 'datetime'))) ?? plausible(fullDay(words(element), head.monthFirst)) })).filter((t) => t.day && t.day.length === 10 && !beside(t.element, /comment|related|sidebar|teaser|footer|widget|recent|latest|list-item|card/i, head.core) && !isClock(t.element, head))
  const best = dated.find((t) => t.element.attributes.has('pubdate') || /datePublished/i.test(attribute(t.element, 'itemprop'))) ?? dated.find((t) => publishing.test(attribute(t.element, 'class')) && !/updated|modified/i.test(attribute(t.element, 'class'))) ?? dated.find((t) => !/updated|modified/i.test(attribute(t.element, 'class') + attribute(t.element, 'itemprop'))) ?? dated[0]
  return best?.day
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
function fromNamed(head: Dated): string | undefined {
  const found = namedDays(head, apart)
  return (found.find((f) => f.sure) ?? found[0])?.day
}

/** The day of the one dated teaser of a page: there it is the head of the article. */
function onlyOne(head: Dated): string | undefined {
  const days = new Set(namedDays(head, furniture).map((f) => f.day))
  return days.size === 1 ? [...days][0] : undefined
}

function namedDays(head: Dated, places: RegExp): readonly { readonly day: string; readonly sure: boolean }[] {
  const found: { day: string; sure: boolean }[] = []
  for (const element of head.named) {
    const name = attribute(element, 'class') + ' ' + attribute(element, 'itemprop') + ' ' + attribute(element, 'id')
    const published = /datePublished|(?:^| )published(?= )/i.test(name)
    if (!published && !dateNames.test(name)) continue
    const text = spaced(element).slice(0, 300)
    if (text.length > 250 || beside(element, places, head.core) || isClock(element, head)) continue
    const day = plausible(datePart(attribute(element, 'content') || attribute(element, 'datetime') || attribute(element, 'title'))) ?? plausible(fullDay(text, head.monthFirst))
    if (day && day.length === 10) found.push({ day, sure: published })
  }
  return found
}

const publishedWords = /(?<!\p{L})(?:published|posted|veröffentlicht|erstellt|publiée?|publication|mise en ligne|pubblicat[oa]|opublikowano|(?:data )?publikacj[ai]|dodano|опубліковано|дата публікації)(?!\p{L})/iu
const standingWords = /(?<!\p{L})(?:updated|stand)(?!\p{L})/iu
const dateWords = /(?<!\p{L})(?:vom|am|datum|date|дата)(?!\p{L})/iu
const changedWords = /(?<!\p{L})(?:last (?:change|modified)|aktualisiert|letzte änderung|mise? à jour|(?:ultimo )?aggiorna(?:mento|to)|aktualizacja|оновлено)(?!\p{L})/iu
/** Short lines of the page that give a day, those that say "published" first; then the day that opens a paragraph. */
function fromLines({ strips, core, monthFirst }: Dated): string | undefined {
  const all = strips.filter((s) => !/©|copyright|\(c\)/i.test(s.text) && !beside(s.element, /comment|footer|related|teaser|widget|recent|latest/i, core, s.element) && !isClock(s.element, { core }))
  const days = all.flatMap((s, i) => (s.text.length < 160 && s.links < 0.9 ? [{ text: s.text, day: plausible(fullDay(s.text, monthFirst)), before: all[i - 1]?.text ?? '' }] : [])).filter((l) => l.day)
  const opening = all.filter((s) => s.text.length >= 60).map((s) => /^\(?(?:\d{1,2}(?:\.\s?\d{1,2}\.|\.?\s?\p{L}+)\s?\d{4}|\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)(?=\s?[.–—:,|)-])/u.exec(s.text)).filter((m) => m !== null).map((m) => plausible(fullDay(m[0])))
  const says = (words: RegExp, longest: number) => days.find((l) => l.text.length < longest && (words.test(l.text) || (l.before.endsWith(':') && words.test(l.before))))
  return (says(publishedWords, 160) ?? says(standingWords, 160) ?? says(dateWords, 80) ?? says(changedWords, 160) ?? says(dateWords, 160) ?? days.find((l) => l.text.length < 60))?.day ?? opening.find(Boolean) ?? days[0]?.day
}
