/** Where the title of a page may stand. */
export interface TitleClues {
  readonly headings: readonly string[]
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
 * @example chooseTitle({ headings: ['Talks held'], social: undefined, told: undefined, page: 'Talks held | News', site: null }).title // 'Talks held'
 */
export function chooseTitle(clues: TitleClues): { readonly title: string | null; readonly titles: readonly string[] } {
  const social = clues.social && withoutSite(tidy(clues.social), clues.site), told = clues.told && withoutSite(tidy(clues.told), clues.site), page = withoutSite(tidy(clues.page), clues.site)
  const headings = clues.headings.map(tidy).filter((h) => h.length > 3 && h.length < 400 && plain(h) !== plain(clues.site ?? ''))
  const others = [clues.social, clues.told, clues.page].filter((t): t is string => Boolean(t)).map(plain)
  const repeated = headings.find((h) => plain(h).length > 5 && others.some((o) => o === plain(h) || o.startsWith(plain(h)) || o.endsWith(plain(h)) || (plain(h).startsWith(o) && o.length > 20)))
  const title = repeated ?? social ?? told ?? (headings.length === 1 ? headings[0] : undefined) ?? (page || headings[0]) ?? null
  const titles = [title, repeated, social, told, page, ...headings.slice(0, 1)].filter((t): t is string => Boolean(t))
  return { title: title || null, titles: [...new Set(titles)] }
}

const tidy = (text: string) => text.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim()

const separator = /\s+[|–—·•»«:\/\\-]+\s+|\s*[|»«]\s*/g
/** Cuts the name of the site before or after a separator; without a known name, one short last part. */
function withoutSite(title: string, site: string | null): string {
  const cuts = [...title.matchAll(separator)]
  if (cuts.length === 0) return title
  const name = site ? plain(site) : ''
  const last = cuts.at(-1)!, first = cuts[0]!
  const tail = plain(title.slice(last.index + last[0].length)), start = plain(title.slice(0, first.index))
  if (name && (tail === name || name.includes(tail) || tail.includes(name))) return withoutSite(title.slice(0, last.index).trim(), site)
  if (name && start === name) return title.slice(first.index + first[0].length).trim()
  const words = tail.split(' ').length, rest = title.slice(0, last.index).trim()
  return words <= 4 && /[|»–—-]/.test(last[0]) && rest.split(/\s+/).length >= Math.max(3, words) ? rest : title
}
