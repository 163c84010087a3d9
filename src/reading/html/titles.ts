/** Where the title of a page may stand. */
export interface TitleClues {
  readonly headings: readonly string[]
  /** Texts of h2 and h3. */
  readonly subheadings: readonly string[]
  readonly social: string | undefined
  readonly told: string | undefined
  /** The `<title>`. */
  readonly page: string
  readonly site: string | null
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/**
 * The title of a text without the name of its site: the heading that the page's own title repeats, else what it gives
 * to others, else the heading, else the `<title>`.
 * @example chooseTitle({ headings: ['Talks held'], subheadings: [], social: undefined, told: undefined, page: 'Talks held | News', site: null }).title // 'Talks held'
 */
export function chooseTitle(clues: TitleClues): { readonly title: string | null; readonly titles: readonly string[] } {
  const social = clues.social && withoutSite(tidy(clues.social), clues.site, false), told = clues.told && withoutSite(tidy(clues.told), clues.site, false), page = withoutSite(tidy(clues.page), clues.site, true)
  const others = [social, told, page].filter((t): t is string => Boolean(t)).map(plain)
  const headings = clues.headings.map(tidy).filter((h) => plain(h).length > 3 && h.length < 400 && !isSite(h, clues))
  const agrees = (heading: string) => { const h = plain(heading); return others.some((o) => o === h || o.startsWith(h + ' ') || h.startsWith(o + ' ') || o.endsWith(' ' + h)) }
  const best = headings.find((h) => others.includes(plain(h))) ?? (headings.length > 1 ? headings.find(agrees) : undefined)
  const rival = (s: string) => plain(s) !== plain(headings[0]!) && !agrees(headings[0]!) && (others.includes(plain(s)) || ( plain(s).split(' ').length > 2 && others.some((o) => o.endsWith(' ' + plain(s)) || o.startsWith(plain(s) + ' '))))
  const only = headings.length === 1 && !clues.subheadings.some(rival) ? headings[0] : undefined
  const lower = clues.subheadings.map(tidy).find((s) => plain(s).length > 8 && (others.includes(plain(s)) || others.some((o) => o.endsWith(' ' + plain(s)) || o.startsWith(plain(s) + ' '))))
  const title = trimKicker(best ?? only ?? lower, told) ?? social ?? told ?? (headings[0] || page || null)
  const titles = [title, best, only, lower, social, told, page, ...headings.slice(0, 1)].filter((t): t is string => Boolean(t))
  return { title: title || null, titles: [...new Set(titles)] }
}

/** A heading that ends with the headline told to machines carries a kicker before it. */
const trimKicker = (heading: string | undefined, told: string | undefined): string | undefined =>
  heading && told && told.length > 20 && told.length < heading.length && heading.endsWith(told) && !/(?:[^\s:]:|[–—-])\s*$/.test(heading.slice(0, -told.length)) ? told : heading

/** The name of the site: known as such, or what the page's own title ends or begins with beside its real title. */
function isSite(heading: string, clues: TitleClues): boolean {
  const h = plain(heading), parts = tidy(clues.page).split(separator).map(plain)
  if (clues.site && h === plain(clues.site)) return true
  const social = clues.social ? plain(clues.social) : ''
  return parts.length > 1 && parts.at(-1) === h && social !== h && clues.headings.length + clues.subheadings.length > 1
}

const tidy = (text: string) => text.replace(/<[^<>]*>/g, '').replace(/\s+/g, ' ').trim()

const separator = / [|–—·•»«:\/\\-]+ | ?[|»«] ?/g
/** Cuts the name of the site before or after a separator; a last part that is not known as the name only when told to guess. */
function withoutSite(title: string, site: string | null, guess: boolean): string {
  const cuts = [...title.matchAll(separator)]
  if (cuts.length === 0) return title
  const name = site ? plain(site) : ''
  const last = cuts.at(-1)!, first = cuts[0]!
  const tail = plain(title.slice(last.index + last[0].length)), start = plain(title.slice(0, first.index)), rest = title.slice(0, last.index).trim()
  if (tail && name && (tail === name || name.includes(tail) || (tail.includes(name) && tail.length < name.length * 1.6))) return withoutSite(rest, site, guess)
  if (/^[\w-]+(?: [\w-]+)? (?:com|de|org|net|at|ch|fr|it|pl|ua|eu|uk|co|info)$/.test(tail) && !/\s/.test(title.slice(last.index + last[0].length).trim())) return rest
  if (name && start === name) return title.slice(first.index + first[0].length).trim()
  return guess && tail.split(' ').length <= 4 && /[|»–—-]/.test(last[0]) && rest.split(/\s+/).length >= 3 ? rest : title
}
