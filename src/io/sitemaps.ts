import type { Document } from '../core/document.ts'
import { refuse, type Issue } from '../core/issue.ts'
import { closedBy, isPassing, type Followed, type FollowTools } from './following.ts'
import type { ReadAndDrawn } from './reading-pool.ts'

/** What one run follows at most: pages fetched, sitemaps of indexes, indexes in indexes. */
export interface SitemapLimits { readonly pages: number; readonly sitemaps: number; readonly depth: number }
export const sitemapLimits: SitemapLimits = { pages: 1000, sitemaps: 200, depth: 2 }

/** Is it a sitemap or an index of sitemaps? */
export const isSitemap = (one: ReadAndDrawn): boolean => 'value' in one.outcome && one.outcome.value.reader.startsWith('sitemap')

/** A line of a sitemap. */
interface Listed { readonly address: string; readonly changed: string; readonly published: string | null }

/** What holds for all sitemaps of one input. */
interface Course { readonly tools: FollowTools; readonly limits: SitemapLimits; readonly host: string; readonly seen: Set<string>; pages: number; sitemaps: number; /** The host asked for time: nothing more is asked of it. */ paused: boolean }

/**
 * Reads the pages that a sitemap lists, and those of the sitemaps that an index lists: the last changed first, of its own
 * host alone, as many as the limits allow. A page read before is asked for again only when it changed since. What is not
 * followed is refused by number, so that the equation of the run holds; a later run goes on from there.
 * @example for await (const page of followSitemap(result, tools)) if ('documents' in page) keep(page.documents)
 */
export async function* followSitemap(map: ReadAndDrawn, tools: FollowTools, limits: SitemapLimits = sitemapLimits): AsyncGenerator<Followed> {
  const document = documentOf(map)!, [first] = listedIn(document), host = hostOf(document.url ?? first?.address ?? '')
  yield* followAll(map, { tools, limits, host, seen: new Set(), pages: 0, sitemaps: 0, paused: false }, 0)
}

async function* followAll(map: ReadAndDrawn, course: Course, depth: number): AsyncGenerator<Followed> {
  const document = documentOf(map)!, all = listedIn(document).filter(({ address }) => !course.seen.has(address) && course.seen.add(address))
  const own = all.filter((one) => hostOf(one.address) === course.host).sort((a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0))
  // A list without days looks the same however its pages change: it is to be asked whole each time.
  yield { label: map.label, documents: [map], fetches: [], ...(own.some((one) => one.changed === '') && { again: true }) }
  if (own.length < all.length) yield left(map, 'other-host', `${map.label} lists ${all.length - own.length} addresses of other hosts than ${course.host}; read those by themselves if you want them.`)
  yield* isIndex(document) ? followMaps(map, own, course, depth) : followPages(map, own, course)
}

/** Pages that are under way at one time, as for feeds. */
const ahead = 2

async function* followPages(map: ReadAndDrawn, listed: readonly Listed[], course: Course): AsyncGenerator<Followed> {
  const running: Promise<Followed | undefined>[] = [], due: { readonly one: Listed; readonly at: string }[] = []
  let waiting = 0
  const settle = async function* () { const done = await running.shift()!; if (done) yield done; else waiting++ }
  const start = async function* (page: Promise<Followed | undefined>) { running.push(page); if (running.length > ahead) yield* settle() }
  for (const one of listed) {
    const at = (await course.tools.log.lastRead(one.address))?.at
    if (at === undefined || isNewer(one.changed, at)) yield* start(follow(one, course))
    else if (one.changed === '' && isDue(at, course)) due.push({ one, at })
    else yield { label: one.address, unchanged: true, fetches: [] }
  }
  for (const { one } of due.sort((a, b) => (a.at < b.at ? -1 : 1))) yield* start(follow(one, course))
  while (running.length > 0) yield* settle()
  if (waiting > 0) yield { ...left(map, 'addresses-left', `${map.label}: ${waiting} addresses were left, ${course.paused ? `for ${course.host} asked for time` : `beyond the ${course.limits.pages} pages that one run fetches`}; read it again later to go on.`), again: true }
}

/** One page; undefined when the run has fetched as many as it may, or as its host bears. */
async function follow({ address, published }: Listed, course: Course): Promise<Followed | undefined> {
  const { fetch, read } = course.tools
  if (course.paused || !take(course, 'pages')) return undefined
  const got = await fetch(address), base = { label: address, fetches: [got.fetch] }
  if ('unchanged' in got) return { ...base, unchanged: true }
  if ('refused' in got) {
    course.paused ||= got.refused.code === 'retry-later'
    return { ...base, documents: [refused(address, got.refused)], ...(isPassing(got) && { again: true }) }
  }
  const documents = await read(got.bytes, { ...got.source, published: got.source.published ?? published })
  return { ...base, documents, fetches: [documents.some(isWhole) ? got.fetch : { ...got.fetch, outcome: 'set aside' }] }
}

async function* followMaps(map: ReadAndDrawn, listed: readonly Listed[], course: Course, depth: number): AsyncGenerator<Followed> {
  const { tools: { fetch, read, log } } = course
  let waiting = 0
  for (const { address, changed } of listed) {
    const before = await log.lastRead(address)
    if (before && changed !== '' && !isNewer(changed, before.at)) { yield { label: address, unchanged: true, fetches: [] }; continue }
    if (course.paused || depth >= course.limits.depth || !take(course, 'sitemaps')) { waiting++; continue }
    const got = await fetch(address)
    if ('unchanged' in got) { yield { label: address, unchanged: true, fetches: [got.fetch] }; continue }
    if ('refused' in got) { yield { label: address, documents: [refused(address, got.refused)], fetches: [got.fetch], ...(isPassing(got) && { again: true }) }; continue }
    const results = await read(got.bytes, got.source), [only] = results
    if (results.length === 1 && isSitemap(only!)) yield* closedBy(got.fetch, followAll(only!, course, depth + 1))
    else yield* closedBy(got.fetch, each({ label: address, documents: results, fetches: [] }))
  }
  if (waiting > 0) yield { ...left(map, 'addresses-left', `${map.label}: ${waiting} sitemaps were left, ${course.paused ? `for ${course.host} asked for time; read it again later` : `beyond the ${course.limits.sitemaps} that one run opens or more than ${course.limits.depth} indexes deep; read them by themselves`}.`), again: true }
}

async function* each(one: Followed): AsyncGenerator<Followed> { yield one }

function take(course: Course, what: 'pages' | 'sitemaps'): boolean {
  if (course[what] >= course.limits[what]) return false
  course[what]++
  return true
}

const documentOf = (one: ReadAndDrawn): Document | undefined => ('value' in one.outcome ? one.outcome.value : undefined)
const isWhole = (one: ReadAndDrawn): boolean => 'value' in one.outcome
const isIndex = (document: Document): boolean => document.tables[0]?.name === 'sitemap index'
const hostOf = (address: string): string => URL.parse(address)?.host.replace(/^www\./, '') ?? ''

function listedIn({ tables: [table] }: Document): readonly Listed[] {
  const texts = table?.rows.slice(1).map(({ cells }) => [0, 1, 2].map((column) => cells[column]?.text ?? '')) ?? []
  return texts.map(([address = '', changed = '', published = '']) => ({ address: URL.parse(address)?.href ?? address, changed, published: /^\d{4}-\d\d-\d\d/.exec(published)?.[0] ?? null }))
}

/** A sitemap often gives days: a change on the day of the last fetch may have come after it. */
const isNewer = (changed: string, at: string): boolean => changed.slice(0, 10) >= at.slice(0, 10)
/** Days after which a page whose changes no sitemap tells is asked for again. */
const restDays = 7
const isDue = (at: string, { tools }: Course): boolean => Date.parse(tools.now?.() ?? new Date().toISOString()) - Date.parse(at) >= restDays * 86_400_000

const refused = (label: string, issue: Issue): ReadAndDrawn => ({ label, bytes: new Uint8Array(), outcome: refuse(issue), extracted: null })
const left = (map: ReadAndDrawn, code: string, message: string): Followed => ({ label: map.label, documents: [refused(map.label, { code, level: 'error', message })], fetches: [] })
