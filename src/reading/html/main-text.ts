import { blockKind, type Position } from '../blocks.ts'
import { writtenDays } from '../days.ts'
import { sectionEnds } from '../phrases.ts'
import type { Head } from './head.ts'
import { hintOf } from './hints.ts'
import type { Strip } from './strips.ts'
import type { Element } from './tree.ts'

/** The strips that are the text of the page, in its order, the captions of its pictures where they stand, and the element they were found in. */
export interface MainText { readonly strips: readonly Strip[]; readonly captions: ReadonlySet<Strip>; readonly container: Element; readonly all: readonly Strip[] }

interface Judged { readonly strip: Strip; readonly good: number; readonly bad: number; readonly told: boolean; /** First letters and digits, to know the same words again. */ readonly key: string }

/**
 * Finds the main text: the element with most prose and least else, then within it everything but the parts that names,
 * links and words give away. What JSON-LD tells as the article's body decides where it is told.
 */
export function mainText({ root, strips: all, core }: Pick<Head, 'root' | 'strips' | 'core'>, told: string | null, titles: readonly string[]): MainText {
  const voice = told === null ? null : teller(told)
  const page: Page = { root, titles: new Set(titles.map(keyOf)), trusted: new Set([...core].filter((element) => hintOf(element) === 'prune')), voice }
  const judged = all.map((strip) => judge(strip, page))
  const container = bestContainer(judged, page)
  const inside = judged.filter((j) => isWithin(j.strip.element, container) || isTwin(j.strip.element, container, page))
  let kept = withLead(choose(inside, container, page), judged, page)
  if (chars(kept) < 250) {
    const wider = choose(judged, root, page)
    if (chars(wider) > chars(kept) * 2) kept = wider
  }
  if (kept.length === 0) kept = judged.filter((j) => j.strip.links < 0.5)
  if (kept.length === 0) kept = judged
  const captions = captionsWithin(kept, judged, page), own = new Set([...kept, ...captions])
  return { strips: judged.filter((j) => own.has(j)).map((j) => j.strip), captions: new Set(captions.map((j) => j.strip)), container, all }
}

/** Captions between the title and the last of the text, each once; those of boxes and comments are not the page's. */
function captionsWithin(kept: readonly Judged[], judged: readonly Judged[], page: Page): readonly Judged[] {
  const said = new Set(kept.map((j) => j.key)), own = new Set(kept), first = kept[0] ? judged.indexOf(kept[0]) : -1, last = judged.findLastIndex((j) => own.has(j))
  const title = judged.findLastIndex((j, i) => i < first && isHeading(j) && page.titles.has(j.key))
  return judged.slice(title < 0 ? Math.max(0, first) : title, last + 1).filter((j) => {
    const { text, links } = j.strip
    if (own.has(j) || said.has(j.key) || page.titles.has(j.key) || text.length < 15 || text.length > 600 || links > 0.5 || !isCaption(j.strip, page)) return false
    said.add(j.key)
    return true
  })
}

function isCaption({ element, text, tag }: Strip, page: Page): boolean {
  let caption = tag === 'figcaption' || blockKind(text, { index: 5, total: 20 }) === 'caption'
  for (let at: Element | null = element; at; at = at.parent) {
    const hint = hintOf(at)
    if (hint === 'reply' || (hint === 'prune' && !page.trusted.has(at))) return false
    caption ||= hint === 'caption'
  }
  return caption
}

/** The text goes on in an element of the same name as its container: columns, parts between boxes. */
function isTwin(element: Element, container: Element, page: Page): boolean {
  const name = container.attributes.get('class')
  if (!name || hintOf(container) !== 'body') return false
  for (let at: Element | null = element; at; at = at.parent) if (at.tag === container.tag && at.attributes.get('class') === name) return !isPruned(at, page.root, page)
  return false
}

const leadNames = /(?:^|[\s_-])(?:lead|intro|introduction|excerpt|teaser-?(?:text|intro)?|abstract|standfirst|dek|deck|sub-?line|sub-?head(?:line|ing)?|sub-?title|summary|description|vorspann|anreisser|anleser|bajada|chapo|chapeau|occhiello|sommario|zajawka|лід|copete|sumario|entradilla|large)(?=$|[\s_-])/i
/** Paragraphs between the title and the text that open it: one or two, named as such or plain prose. */
function withLead(kept: readonly Judged[], judged: readonly Judged[], page: Page): readonly Judged[] {
  const first = kept[0] ? judged.indexOf(kept[0]) : -1
  const title = judged.findLastIndex((j, i) => i < first && /^h[1-3]$/.test(j.strip.tag) && page.titles.has(j.key))
  if (first < 0 || title < 0) return kept
  const lead = judged.slice(title + 1, first).filter(({ strip }) => {
    if (strip.text.length < 60 || strip.links > 0.2 || !sentenceEnd.test(strip.text) || strip.tag === 'figcaption' || strip.tag === 'li') return false
    const own = `${strip.element.attributes.get('class') ?? ''} ${strip.element.parent?.attributes.get('class') ?? ''} ${strip.element.parent?.parent?.attributes.get('class') ?? ''}`
    if (blockKind(strip.text, { index: 5, total: 20 }) !== 'paragraph' || isStamp(strip.text)) return false
    return leadNames.test(own) || (strip.tag === 'p' && strip.text.length >= 80 && !isPruned(strip.element, page.root, page))
  })
  const said = new Set(kept.map((j) => j.key))
  return lead.length > 0 && lead.length <= 3 ? [...lead.filter((j) => !said.has(j.key)), ...kept] : kept
}

/** What holds for the whole page. */
interface Page {
  readonly root: Element
  readonly titles: ReadonlySet<string>
  /** Elements that hold so much of the prose that a bad name does not count. */
  readonly trusted: ReadonlySet<Element>
  readonly voice: ((key: string) => boolean) | null
}

const chars = (list: readonly Judged[]) => list.reduce((n, j) => n + j.strip.text.length, 0)
function isWithin(element: Element, container: Element): boolean {
  for (let at: Element | null = element; at; at = at.parent) if (at === container) return true
  return false
}

const sentenceEnd = /[.!?…]["”»“’')\]]*(?:\s|$)/
const normal = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
const keyOf = (text: string) => normal(text.slice(0, 240))
/** Is a strip among the told words? Compared by letters and digits only. */
function teller(told: string): (key: string) => boolean {
  const body = normal(told.replace(/<[^<>]*>|&[a-z#0-9]+;/gi, ' '))
  return (key) => key.length > 12 && body.includes(key.slice(0, 60))
}

function judge(strip: Strip, page: Page): Judged {
  const { text, links, tag } = strip, key = keyOf(text), told = page.voice?.(key) ?? false
  const prose = tag !== 'figcaption' && links < 0.5 && (text.length >= 80 || (text.length >= 25 && sentenceEnd.test(text)) || (tag === 'p' && text.length >= 40))
  let weight = tag === 'p' || tag === 'blockquote' ? 1 : tag === 'li' || tag === 'td' || tag === 'th' ? 0.6 : 0.9
  if (/^h[1-6]$/.test(tag)) weight = 0
  for (let at: Element | null = strip.element; at && at !== page.root; at = at.parent) {
    const hint = page.trusted.has(at) ? 'none' : hintOf(at)
    if (hint === 'body') { weight *= 1.3; break }
    if (hint === 'prune' || hint === 'reply' || hint === 'caption') weight *= 0.1
    else if (hint === 'poor') weight *= 0.6
  }
  const length = Math.min(text.length, 3000), plain = length * (1 - links)
  if (told) return { strip, key, good: length * 1.5, bad: 0, told }
  if (prose) return { strip, key, good: plain * Math.min(weight, 1.3), bad: (weight < 0.3 ? length * 0.5 : 0) + length * links * 0.5, told }
  return { strip, key, good: 0, bad: Math.min(length, 200) * (0.4 + links), told }
}

/** Good text minus what else stands there, over all elements; of equals the innermost. */
function bestContainer(judged: readonly Judged[], page: Page): Element {
  const sums = new Map<Element, { good: number; bad: number }>()
  for (const j of judged) {
    for (let at: Element | null = j.strip.element; at; at = at.parent) {
      const sum = sums.get(at)
      if (sum) { sum.good += j.good; sum.bad += j.bad } else sums.set(at, { good: j.good, bad: j.bad })
    }
  }
  let best = page.root, top = -Infinity
  for (const [element, { good, bad }] of sums) {
    const hint = page.trusted.has(element) ? 'none' : hintOf(element), favour = hint === 'body' ? 1.15 : hint === 'content' ? 1.05 : hint === 'prune' || hint === 'reply' ? 0.5 : 1
    const score = good * favour - bad * 0.7
    if (score > top + 1e-6) { top = score; best = element }
  }
  while (best.parent && /^(?:p|li|blockquote|pre|dd|a|h[1-6]|tr|tbody)$/.test(best.tag)) best = best.parent
  return best
}

/** The strips of the container without its pruned parts; headings that head nothing fall. */
function choose(inside: readonly Judged[], container: Element, page: Page): readonly Judged[] {
  const toldChars = chars(inside.filter((j) => j.told)), repeated = repeatedTexts(inside), cut = closedSections(inside, container), nested = nestedArticles(inside, container)
  const kept = inside.filter((j, i) => (j.told || !cut.has(i)) && !nested.has(j) && !page.titles.has(j.key) && (j.told || keeps(j, { index: i, total: inside.length }, container, page, toldChars, repeated)))
  return withoutLooseEnds(kept)
}

function keeps(j: Judged, position: Position, container: Element, page: Page, toldChars: number, repeated: ReadonlySet<string>): boolean {
  const { strip } = j, heading = /^h[1-6]$/.test(strip.tag)
  if (isPruned(strip.element, container, page)) return false
  const kind = blockKind(strip.text, position)
  if (kind === 'read also' || kind === 'boilerplate' || kind === 'byline' || kind === 'caption') return false
  if (strip.tag === 'figcaption' || strip.tag === 'caption') return false
  if (repeated.has(j.key) && strip.tag !== 'p') return false
  if (isStamp(strip.text) || /^https?:\/\/\S+$/.test(strip.text)) return false
  if (strip.links > 0.6 && strip.text.length > 20 && !heading) return linkedSentence(strip)
  if (strip.links > 0.85 && strip.tag !== 'p') return false
  if (toldChars > 800 && j.good === 0 && !/^h[2-6]$/.test(strip.tag)) return false
  return !(strip.tag === 'div' && strip.text.length < 40 && !sentenceEnd.test(strip.text))
}

/** A line that is nothing but a date, a time and the words that go with them. */
function isStamp(text: string): boolean {
  if (text.length > 110) return false
  const day = writtenDays(text)[0]
  if (!day) return false
  const rest = text.slice(0, day.start) + ' ' + text.slice(day.end)
  return (rest.replace(stampWords, ' ').match(/\p{L}{2,}/gu) ?? []).length <= 2
}
const stampWords = /\b(?:updated?|published|posted|created|modified|last|first|on|at|by|am|pm|a\.m|p\.m|est|edt|cst|cdt|pst|pdt|gmt|utc|bst|cet|cest|mon|tues?|wed|wednes|thurs?|fri|sat|satur|sun|day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|uhr|stand|vom|von|am|veröffentlicht|aktualisiert|publié|mis|jour|le|à|pubblicato|aggiornato|il|alle|ore|opublikowano|aktualizacja|dnia|min|read|minutes?|lesezeit)\b/gi

/** Longer texts that stand twice: captions and teasers, once for each size of screen. */
function repeatedTexts(inside: readonly Judged[]): ReadonlySet<string> {
  const seen = new Set<string>(), twice = new Set<string>()
  for (const { strip, key } of inside) {
    if (strip.text.length < 30) continue
    if (seen.has(key)) twice.add(key)
    seen.add(key)
  }
  return twice
}

/**
 * Strips that stand after a heading such as "Most read" or "12 comments", in its section. A box of that kind in the
 * middle of the text has no section of its own: there only what is made of links goes with it.
 */
function closedSections(inside: readonly Judged[], container: Element): ReadonlySet<number> {
  const cut = new Set<number>(), whole = inside.reduce((n, j) => n + j.good, 0)
  let before = 0
  for (const [i, { strip, good }] of inside.entries()) {
    before += good
    if (cut.has(i) || strip.text.length > 90 || !sectionEnds.test(strip.text)) continue
    cut.add(i)
    const section = sectionOf(strip.element, inside, i, container)
    const members = inside.slice(i + 1).findIndex((j) => !isWithin(j.strip.element, section)), end = members < 0 ? inside.length : i + 1 + members
    const held = inside.slice(i + 1, end).reduce((n, j) => n + j.good, 0)
    const button = /^read (?:more|all|next)\W*$/i.test(strip.text)
    const own = !button && section !== container && hintOf(section) !== 'body' && held < whole * 0.5
    const last = before > whole * (isHeading(inside[i]!) ? 0.3 : 0.9)
    for (let k = i + 1; k < end && (own || last || inside[k]!.good === 0 || inside[k]!.strip.links > 0.3); k++) cut.add(k)
  }
  return cut
}

/** Articles inside an article that speaks for itself are other pieces: teasers, comments. */
function nestedArticles(inside: readonly Judged[], container: Element): ReadonlySet<Judged> {
  const depths = inside.map((j) => {
    const articles: Element[] = []
    for (let at: Element | null = j.strip.element; at; at = at === container && at.tag !== 'article' ? null : at.parent) if (at.tag === 'article') articles.push(at)
    return articles
  })
  const inner = new Set(depths.filter((a) => a.length > 1).map((a) => a[0]))
  const own = inside.reduce((n, j, i) => n + (depths[i]!.length === 1 ? j.good : 0), 0)
  return new Set(inner.size >= 2 && own > 200 ? inside.filter((j, i) => depths[i]!.length > 1 && !j.told) : [])
}

/** The nearest element around a heading in which another strip follows it. */
function sectionOf(heading: Element, inside: readonly Judged[], index: number, container: Element): Element {
  const next = inside[index + 1]?.strip.element
  for (let at: Element | null = heading; at && at !== container; at = at.parent) if (next && isWithin(next, at)) return at
  return container
}

const linkedSentence = (strip: Strip) => strip.tag === 'p' && strip.links < 0.9 && strip.text.length > 60 && sentenceEnd.test(strip.text)

function isPruned(element: Element, container: Element, page: Page): boolean {
  for (let at: Element | null = element; at && at !== container; at = at.parent) {
    const hint = hintOf(at)
    if (hint === 'body') return false
    if (hint === 'caption' || hint === 'reply') return true
    if (hint === 'prune' && !page.trusted.has(at)) return true
  }
  return false
}

const isHeading = (j: Judged) => /^h[1-6]$/.test(j.strip.tag)
/** Headings at the end, and a heading followed by one of the same or a higher level, head nothing. */
function withoutLooseEnds(kept: readonly Judged[]): readonly Judged[] {
  let end = kept.length
  while (end > 0 && isHeading(kept[end - 1]!)) end--
  return kept.slice(0, end).filter((j, i) => !(j.strip.tag === 'h1'))
}
