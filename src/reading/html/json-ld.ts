import { attribute, elementsOf, textOf, type Element } from './tree.ts'

export type Json = Readonly<Record<string, unknown>>

/** What the page tells machines about its article, by the words of schema.org. */
export interface Told {
  readonly headline: string | undefined
  readonly body: string | undefined
  readonly published: string | undefined
  readonly modified: string | undefined
  readonly authors: readonly string[]
  /** Bodies that stand as authors: a house signs where nobody else does. */
  readonly houses: readonly string[]
  readonly publisher: string | undefined
  readonly language: string | undefined
  readonly url: string | undefined
}

const articleTypes = /(?:article|posting|report|review|claimreview|analysis|opinion|statement|pressrelease|newsitem|liveblog)$/i
const pageTypes = /(?:webpage|itempage|event|product|recipe|videoobject|podcastepisode|creativework|book|question)$/i

/**
 * Reads all JSON-LD of a page, also where it is not quite JSON: comments around it, raw line breaks in strings, commas
 * too many; of what stays broken the plain fields are picked out one by one.
 */
export function readJsonLd(root: Element): Told {
  const objects: Json[] = [], broken: string[] = []
  for (const element of elementsOf(root)) {
    if (element.tag !== 'script' || !/ld\+json/i.test(attribute(element, 'type'))) continue
    const text = textOf(element).slice(0, 2_000_000), value = parseLoose(text)
    if (value === undefined) broken.push(text)
    else flatten(value, objects)
  }
  const article = objects.find((o) => isA(o, articleTypes)) ?? objects.find((o) => isA(o, pageTypes) && text(o['datePublished']) !== undefined)
  const page = objects.find((o) => isA(o, pageTypes)), site = objects.find((o) => isA(o, /(?:website|organization)$/i))
  const byId = (value: unknown): unknown => { const id = isObject(value) ? value['@id'] : undefined; return (id !== undefined && Object.keys(value as object).length <= 2 && objects.find((o) => o['@id'] === id && 'name' in o)) || value }
  // A recipe or a guide has an author as an article does, where it has a day.
  const signed = article ?? objects.find((o) => text(o['datePublished']) !== undefined && o['author'] !== undefined && !isA(o, /^(?:comment|image|video|audio)(?:object)?$/i))
  const authors = signed ? list(signed['author'] ?? signed['creator']).map(byId) : []
  const picked = broken.map(pick).find((p) => p.headline || p.published || p.body)
  return {
    headline: clean(text(article?.['headline']) ?? text(article?.['name'])) ?? picked?.headline,
    body: text(article?.['articleBody']) ?? text(article?.['reviewBody']) ?? picked?.body,
    published: text(article?.['datePublished']) ?? text(article?.['dateCreated']) ?? text(page?.['datePublished']) ?? text(article?.['uploadDate']) ?? picked?.published ?? text(objects.find((o) => !isA(o, /(?:image|video|audio)object$|^comment$/i) && text(o['datePublished']))?.['datePublished']),
    modified: text(article?.['dateModified']) ?? text(page?.['dateModified']) ?? picked?.modified,
    authors: signed ? authors.filter((a) => !isHouse(a)).flatMap(names) : picked?.authors ?? [],
    houses: authors.filter(isHouse).flatMap(names),
    publisher: list(article?.['publisher'] ?? page?.['publisher']).map(byId).flatMap((p) => names(p))[0] ?? clean(text(site?.['name'])),
    language: text(article?.['inLanguage']) ?? text(page?.['inLanguage']),
    url: text(article?.['url']) ?? text(isObject(article?.['mainEntityOfPage']) ? (article['mainEntityOfPage'] as Json)['@id'] : article?.['mainEntityOfPage']),
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 30) : value === undefined || value === null ? [] : [value])
const isHouse = (author: unknown) => isObject(author) && isA(author, /organi[sz]ation$/i)
const text = (value: unknown): string | undefined => {
  const one = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' && one.trim() !== '' ? one.trim() : undefined
}
const isA = (object: Json, types: RegExp) => list(object['@type']).some((t) => typeof t === 'string' && types.test(t))
const clean = (value: string | undefined) => value?.replace(/<[^<>]*>/g, '').replace(/\s+/g, ' ').trim() || undefined
const names = (value: unknown): string[] => {
  const name = typeof value === 'string' ? value : isObject(value) ? (text(value['name']) ?? (value['name'] === undefined && text(value['givenName']) ? `${text(value['givenName'])} ${text(value['familyName']) ?? ''}` : undefined)) : undefined
  if (isObject(value) && Array.isArray(value['name'])) return value['name'].filter((n): n is string => typeof n === 'string')
  const plain = clean(name)
  return plain ? [plain] : []
}

/** Objects of a graph, outer ones first; bounded, so that a hostile graph costs little. */
function flatten(value: unknown, into: Json[]): void {
  const queue: unknown[] = [value]
  for (let seen = 0; queue.length && seen < 5000; seen++) {
    const next = queue.shift()
    if (Array.isArray(next)) { queue.push(...next.slice(0, 500)); continue }
    if (!isObject(next)) continue
    into.push(next)
    for (const [key, child] of Object.entries(next)) if (typeof child === 'object' && child !== null && !/^(?:image|logo|itemListElement|comment|potentialAction|isPartOf)$/.test(key)) queue.push(child)
  }
}

function parseLoose(raw: string): unknown {
  const bare = raw.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*.*?\*\/)\s*/, '').replace(/(?:-->|(?:\/\/\s*)?\]\]>)\s*(?:;\s*)?$/, '').replace(/;\s*$/, '')
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, ' '), bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*(?=[}\]])/g, '')]) {
    try { return JSON.parse(attempt) } catch { /* the next, looser attempt */ }
  }
  return undefined
}

/** Single fields out of broken JSON. */
function pick(raw: string) {
  const field = (name: string) => {
    const m = new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`).exec(raw)?.[1]
    return m === undefined ? undefined : clean(m.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))).replace(/\\[nrt]/g, ' ').replace(/\\(.)/g, '$1'))
  }
  const named = (at: number) => /^"author"\s*:\s*[[{][^\]}]*?"name"\s*:\s*"([^"]+)"/.exec(raw.slice(at, at + 1000))?.[1]
  const author = [...raw.matchAll(/"author"/g)].slice(0, 50).map((m) => named(m.index)).find(Boolean) ?? /"author"\s*:\s*"([^"]+)"/.exec(raw)?.[1]
  return { headline: field('headline'), body: field('articleBody'), published: field('datePublished'), modified: field('dateModified'), authors: author ? [author] : [] }
}
