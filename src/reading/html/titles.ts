/** Where the title of a page may stand. */
export interface TitleClues {
  readonly headings: readonly string[]
  /** Texts of h2 and h3. */
  readonly subheadings: readonly string[]
  /** What the page marks as the title of an entry (hAtom, microformats, schema.org): `entry-title`, `p-name`, `headline`. */
  readonly entries?: readonly string[]
  readonly social: string | undefined
  readonly told: string | undefined
  /** The `<title>`. */
  readonly page: string
  readonly site: string | null
  /** Where the page is, for sites that call themselves by it: BAFA at bafa.de. */
  readonly host: string | null
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/**
 * The title of a text without the name of its site. A wording that two places give wins: the heading that the page's own
 * title or what it gives to others repeats; else the only heading, what it gives to others, the `<title>`.
 * @example chooseTitle({ headings: ['Talks held'], subheadings: [], social: undefined, told: undefined, page: 'Talks held | News', site: null, host: null }).title // 'Talks held'
 */
export function chooseTitle(clues: TitleClues): { readonly title: string | null; readonly titles: readonly string[] } {
  const social = clues.social && withoutSite(tidy(clues.social), clues.site, false), told = clues.told && withoutSite(tidy(clues.told), clues.site, false), page = withoutSite(withoutHost(tidy(clues.page), clues.host), clues.site, true)
  const given = [social, told].filter((t): t is string => Boolean(t)), others = [...given, page].filter(Boolean).map(plain)
  const headings = clues.headings.map(tidy).filter((h) => plain(h).length > 3 && h.length < 400 && !isSite(h, clues)), lower = clues.subheadings.map(tidy).filter((s) => plain(s).length > 8)
  const opensOrEnds = (text: string) => { const h = plain(text); return others.some((o) => o === h || ((h.includes(' ') || h.length > 12) && (o.startsWith(h + ' ') || o.endsWith(' ' + h)))) }
  const agrees = (heading: string) => opensOrEnds(heading) || others.some((o) => plain(heading).startsWith(o + ' '))
  const repeated = headings.find((h) => others.includes(plain(h))) ?? lower.find((s) => given.some((g) => plain(g) === plain(s))) ?? (headings.length > 1 ? headings.find(agrees) : undefined)
  const only = headings.length === 1 && (agrees(headings[0]!) || !clues.subheadings.map(tidy).some((s) => plain(s) !== plain(headings[0]!) && (others.includes(plain(s)) || (plain(s).split(' ').length > 2 && opensOrEnds(s))))) ? headings[0] : undefined
  // A list of entries under a heading that its own title does not repeat goes by its first entry.
  const entry = given.length === 0 && repeated === undefined && only !== undefined && !agrees(only) && (clues.entries?.length ?? 0) > 2 ? clues.entries?.map(tidy).find((e) => plain(e).length > 8) : undefined
  const title = trimKicker(repeated ?? entry ?? only ?? lower.find(opensOrEnds), told) ?? (headings.length === 0 ? common(social, page) : undefined) ?? social ?? told ?? (headings[0] || page || null)
  return { title: title || null, titles: [...new Set([title, repeated, only, lower.find(opensOrEnds), social, told, page, ...headings.slice(0, 1)].filter((t): t is string => Boolean(t)))] }
}

/** Two wordings that begin with different kickers: what both end with. @example common('Preview: The new ferry', 'Harbour News | Ships: The new ferry') // 'The new ferry' */
function common(a: string | undefined, b: string): string | undefined {
  const last = a?.split(kicker).at(-1)
  return a !== undefined && last !== undefined && last !== a && b !== last && plain(last).includes(' ') && !plain(b).includes(plain(a)) && !plain(a).includes(plain(b)) && b.split(kicker).at(-1) === last ? last : undefined
}
const kicker = /(?:[:|»–—]|\s-)\s+/u

/** A heading that ends with the headline told to machines carries a kicker before it. */
const trimKicker = (heading: string | undefined, told: string | undefined): string | undefined =>
  heading && told && told.length > 20 && told.length < heading.length && heading.endsWith(told) && !/(?:[^\s:]:|[–—-])\s*$/.test(heading.slice(0, -told.length)) ? told : heading

/** The name of the site: known as such, or what the page's own title ends or begins with beside its real title. */
function isSite(heading: string, clues: TitleClues): boolean {
  const h = plain(heading), parts = tidy(clues.page).split(separator).map(plain)
  if (clues.site && h === plain(clues.site)) return true
  const social = clues.social ? plain(clues.social) : '', own = plain(clues.page)
  if (social !== '' && (own === `${h} ${social}` || own === `${social} ${h}`)) return true
  // Names are short, and a title that begins with the name does not end with it.
  if (h.split(' ').length > 5 || (clues.site && parts[0] === plain(clues.site))) return false
  return parts.length > 1 && parts.at(-1) === h && social !== h && clues.headings.length + clues.subheadings.length > 1
}

const tidy = (text: string) => text.replace(/<[^<>]*>|[\u00ad\u200b\u2060\ufeff]/g, '').replace(/\s+/g, ' ').trim().replace(/ ?¶$/, '')

const separator = / [|–—·•»«:\/\\-]+ | ?[|»«] ?/g
/** Cuts a first part that is a part of the host's name. */
function withoutHost(title: string, host: string | null): string {
  const first = [...title.matchAll(separator)][0], start = first && plain(title.slice(0, first.index))
  return start && host?.split('.').slice(0, -1).includes(start) ? title.slice(first.index + first[0].length).trim() : title
}

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
