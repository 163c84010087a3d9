import { agencies } from '../phrases.ts'

/** How a line leads up to a name, in all languages; one table for names in metadata and for lines of the page. */
const byWords = 'by|written by|posted by|published by|story by|reported by|article by|words by|von|geschrieben von|verfasst von|veröffentlicht von|ein (?:artikel|beitrag|gastbeitrag|kommentar|bericht|interview) von|text|text von|autor(?:in|en|zy|ka|e|i)?|author|authors|par|écrit par|publié par|rédigé par|propos recueillis par|de|di|a cura di|scritto da|autore|autrice|auteur|autrices?|por|escrito por|opracowa(?:ł|ła|nie)|oprac\\.|tekst|napisa(?:ł|ła)|rozmawia(?:ł|ła)|door|автор|авторка|автори|текст|підготував|підготувала|журналіст(?:ка)?|записав|записала'
const notNames = /^(?:admin(?:istrator)?|webmaster|author|authors|autor|autorin|autoren|unknown|anonymous|guest|gast|user|n\/a|none|null|undefined|root|facebook|twitter|linkedin|instagram|google|website|home|menu|mehr|more|artikel|kommentare?|адміністратор)$|^(?:publiziert|veröffentlicht|geschrieben|zeige|alle|show|view|posted|published|follow|see|zum|über|about)(?!\p{L})/iu
/** Desks and houses sign as well, but only where nobody else does. */
const desk = /(?<!\p{L})(?:redaktion\p{L}*|redazione|redakcja|rédaction|редакція|пресслужба|прес-служба|editorial|editors?|staff|news ?desk|newsroom|team|press\p{L}*|pressestelle|agency|agenturen?|online|media|verlag|magazin\p{L}*|ministr(?:y|ies)|ministerium|ministère|ministero|ministerstwo|міністерство|biuro prasowe|ufficio stampa|service de presse)(?!\p{L})/iu
const leads = new RegExp(`^(?:[-–—|•:\\s]*(?:${byWords})(?!\\p{L})\\s*[:/]?\\s*)+`, 'iu')
const joints = / ?(?:,|;|\||\/|·|•| & | and | und | et | e | y | i | та | й | oraz | en ) ?/u
/** What follows a name and is no name: degrees and orders. */
const degree = /^(?:(?:[A-Z]\.?){2,4}|Ph\.? ?D\.?|M\.?Sc\.?|B\.?Sc\.?|Dr\.?|Esq\.?|Jr\.?|Sr\.?|RDN|MBA)$/

/**
 * Personal names out of what a page gives as its authors: leading "by", roles, degrees, addresses and the names of the
 * site fall. Bodies count only with `desks`.
 * @example cleanAuthors(['By Ada Marsh and Ben Holt, Staff Writers'], []) // ['Ada Marsh', 'Ben Holt']
 */
export function cleanAuthors(raw: readonly string[], sites: readonly string[], desks = false): readonly string[] {
  const found: string[] = []
  for (const entry of raw.slice(0, 20)) {
    const text = entry.replace(/<[^<>]*>/g, ' ').replace(/(?<!\S)[^\s@]{1,64}@\S{1,100}|(?<![^\s[(])[^\s[(]{1,64} ?[[(]at[\])] ?\S{1,64}/g, ' ').replace(/\((?:avec|with|mit|con|z|із?|за участі) ([^()]*)\)/giu, ', $1').replace(/\([^()]*\)|\[[^[\]]*\]|https?:\S+|@\w+/g, ' ').replace(/\s+/g, ' ').trim()
    if (text === '' || text.length > 250 || /^\//.test(text)) continue
    const parts = lastFirst(withoutTail(text.replace(leads, '')))
    // "news.example.org, Nordhafen, Germany" is a house with its seat.
    const seated = parts.length > 1 && isOfSite(parts[0]!, sites)
    for (const [i, part] of parts.entries()) {
      const name = withoutSite(part.replace(leads, '').replace(/^[\s.:–—-]+|(?<![\s.:–—-])[\s.:–—-]+$/g, '').replace(/\s+/g, ' '), sites)
      if ((seated && i > 0 && !name.includes(' ')) || (degree.test(name) && found.some((f) => f.includes(' ')))) continue
      if ((isName(name, sites) || (desks && isDesk(name, sites))) && !found.some((f) => f.toLowerCase() === name.toLowerCase())) found.push(name)
    }
  }
  return found.slice(0, 12)
}

/** A date, a time or a role after the name ends it. */
const withoutTail = (text: string) => text.replace(/ ?(?:[|•·]|[-–—] )? ?(?:\d{1,2}[./:]\s?(?:\d{1,2}|\p{L}+ \d{4})|(?<!\p{L})(?:updated|published|posted|aktualisiert|veröffentlicht|stand|on|am|vom|le|il|dnia) ?:? (?:\p{L}{1,20},? )?\d|(?<!^)(?<!\p{L})(?:publiée?|mise? à jour|pubblicat[oa]|aggiornat[oa]|opublikowano|aktualizacja|опубліковано|оновлено|published|updated|veröffentlicht|aktualisiert)(?!\p{L})|(?<!\p{L})(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\p{L})|(?:\p{L}{3,9}\.? \d{1,2}, \d{4})|\d{1,2}\.? \p{L}{3,10}\.? \d{4}|\d{4}-\d{2}).*/iu, '')

/** "Marsh, Ada" is one name, so is "Wit, Ada de"; "Ada Marsh, Ben Holt" are two. */
function lastFirst(text: string): readonly string[] {
  const two = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’.-]+(?: \p{Lu}\.?| (?:de|van|von|der|da|di|du|del))?)$/u.exec(text)
  return two && !degree.test(two[2]!) ? [`${two[2]} ${two[1]}`] : text.split(joints)
}

/** "Ada Marsh Harbour News" on Harbour News is Ada Marsh. */
function withoutSite(name: string, sites: readonly string[]): string {
  for (const site of sites) if (site.length > 3 && name.endsWith(` ${site}`) && name.slice(0, -site.length).trim().includes(' ')) return name.slice(0, -site.length).trim()
  return name
}

const address = /^[\w-]+(?:\.[\w-]+)*\.(?:com|de|org|net|at|ch|fr|it|pl|ua|eu|uk|co|info)$/i
function isName(name: string, sites: readonly string[]): boolean {
  if (isOfSite(name, sites) || agencies.has(name.toLowerCase())) return false
  if (name.length < 2 || name.length > 60 || notNames.test(name) || desk.test(name) || /\d{2}|©|(?<!\p{L})(?:bild|foto|photos?|image|grafik)(?!\p{L})/iu.test(name)) return false
  return name.split(' ').length <= 6 && /\p{L}{2}/u.test(name) && !/\b(?:writers?|correspondent|contributor|updated|published|comments?|minutes?|read|share|follow)\b/i.test(name)
}

/** The site itself: its address, its name, its name with more words around it. */
const isOfSite = (name: string, sites: readonly string[]) => address.test(name) || sites.some((site) => { const s = plain(site), n = plain(name); return s !== '' && (n === s || (s.length >= 8 && (n.startsWith(s) || n.endsWith(s))) || (n !== '' && s.length >= 3 && name.includes(' ') && name.split(' ').some((w) => plain(w) === s) && name !== site)) })
const isDesk = (name: string, sites: readonly string[]) => name.length > 2 && name.length < 60 && !notNames.test(name) && (desk.test(name) || agencies.has(name.toLowerCase()) || isOfSite(name, sites))
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const person = "(?:dr\\.\\s+|prof\\.\\s+)*\\p{Lu}[\\p{L}'’.-]+(?:\\s+(?:von|van|de|der|den|di|da|\\p{Lu}\\.|\\p{Lu}[\\p{L}'’-]+)){1,4}"
const byline = new RegExp(`^(?:[-–—(]\\s*)?((?:(?:by|written by|von|text von|ein (?:gast)?(?:beitrag|kommentar|artikel) von|par|di|verfasst von|geschrieben von|rédigé par|écrit par|propos recueillis par|a cura di|scritto da|oprac\\.|opracowa(?:ł|ła)|rozmawia(?:ł|ła)|підготував|підготувала)|(?:autor(?:in|en|ka|zy)?|text|author|auteur|autrice|autore|автор|авторка|текст|tekst|opracowanie|журналіст(?:ка)?)\\s*:)\\s+${person}(?:\\s*(?:,| und | and | et | & | i | та | e )\\s*\\p{Lu}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’-]+){1,2})*)\\s*(?:$|[|/•·,)–—-]|(?=\\d{1,2}[. ])|(?:illustration|foto|photo|bild|світлина)\\p{L}*(?!\\p{L}))`, 'iu')
const datedName = /^(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{4})\s*[-–|]\s*(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2})$/u
/** "Posted in Harbours by Ada Marsh on 5 March": here a single word, as bloggers sign, is a name too. */
const posted = /^(?:\p{P}\s*)?(?:[Pp]osted|[Pp]ublished|[Ww]ritten|[Ss]ubmitted|[Gg]eschrieben|[Vv]eröffentlicht|[Ee]rstellt|[Pp]ublié|[Éé]crit|[Pp]ubblicato|[Ss]critto|[Pp]ublicado|[Ee]scrito|[Oo]publikowan[eyo]|[Dd]odan[eyo])(?!\p{L}).{0,60}?(?<!\p{L})(?:by|von|par|da|por|przez)\s+([\p{L}\d][\p{L}\d.'’_-]+(?: (?:(?:von|van|de|der|di|da|del) )?\p{Lu}[\p{L}.'’-]+){0,3})(?=\s+(?:on|under|in|at|am|um|le|il|el|w|dnia|\d{1,2}[. ])|\s*[|•·,:]|$)/u

/**
 * The name in a line that is a byline and nothing else, or undefined.
 * @example bylineName('Von Ada Marsh, Berlin') // 'Von Ada Marsh'
 */
export function bylineName(line: string): string | undefined {
  if (line.length >= 140) return undefined
  const m = byline.exec(line) ?? datedName.exec(line)
  // "By Ada Marsh on Monday", "By Ada Marsh for the Harbour News"
  const name = m?.[1]!.replace(/(?<=\p{L}) (?:on|at|for|in|am|für|aus|pour|le|per|dla)(?!\p{L}).*/u, '')
  if (name && isPersonal(name.replace(leads, '').replace(/^(?:(?:dr|prof)\.\s+)+/i, ''))) return name
  return posted.exec(line)?.[1]
}

const particles = new Set('von van de der den di da du del la le und and et e i та zu zur'.split(' '))
/** Two words or more that are all written as names are: not "Monday to Friday", not "the numbers". */
const isPersonal = (name: string) => { const all = name.split(/[\s,&]+/).filter(Boolean); return all.length > 1 && !/^(?:the|our|your|popular|unser\p{L}*)$/iu.test(all[0]!) && all.every((w) => particles.has(w) || /^\p{Lu}/u.test(w)) && all.some((w, i) => i > 0 && /^\p{Lu}[\p{L}'’]/u.test(w)) }
