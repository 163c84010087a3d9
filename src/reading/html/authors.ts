import { agencies } from '../phrases.ts'

const notNames = /^(?:admin(?:istrator)?|webmaster|author|authors|autor|autorin|autoren|unknown|anonymous|guest|gast|user|n\/a|none|null|undefined|root|facebook|twitter|linkedin|instagram|google|website|home|menu|mehr|more|artikel|kommentare?)$|^(?:publiziert|veröffentlicht|geschrieben|zeige|alle|show|view|posted|published|follow|see|zum|über|about)\b/i
/** Desks and houses sign as well, but only where nobody else does. */
const desk = /\b(?:redaktion\w*|redazione|redakcja|rédaction|редакція|editorial|editors?|staff|news ?desk|newsroom|team|press\w*|pressestelle|agency|agenturen?|online|media|verlag|magazin\w*)\b/iu
const leads = /^(?:[-–—|•:\s]*(?:by|written by|posted by|published by|story by|reported by|article by|von|geschrieben von|verfasst von|veröffentlicht von|ein (?:artikel|beitrag|gastbeitrag|kommentar) von|text|text von|autor(?:in|en)?|author|authors|par|écrit par|publié par|rédigé par|de|di|scritto da|autore|por|escrito por|autorzy|opracowa[łl]a?|door|автор|автори|текст)\b\s*[:/]?\s*)+/iu
const joints = / ?(?:,|;|\||\/|·|•| & | and | und | et | e | y | i | та | oraz | en ) ?/u

/**
 * Personal names out of what a page gives as its authors: leading "by", roles, addresses and the site's own name fall.
 * @example cleanAuthors(['By Ada Marsh and Ben Holt, Staff Writers'], null) // ['Ada Marsh', 'Ben Holt']
 */
export function cleanAuthors(raw: readonly string[], site: string | null, desks = false): readonly string[] {
  const found: string[] = []
  for (const entry of raw.slice(0, 20)) {
    const text = entry.replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ').trim()
    if (text === '' || text.length > 250 || /^https?:|^@|^\//.test(text)) continue
    for (const part of lastFirst(withoutTail(text.replace(leads, '')))) {
      const name = part.replace(leads, '').replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').replace(/(?<!\S)\S+@\S+|https?:\S+|@\w+/g, ' ').replace(/^[\s.:–—-]+|(?<![\s.:–—-])[\s.:–—-]+$/g, '').replace(/\s+/g, ' ')
      if ((isName(name, site) || (desks && isDesk(name, site))) && !found.some((f) => f.toLowerCase() === name.toLowerCase())) found.push(name)
    }
  }
  return found.slice(0, 12)
}

/** A date, a time or a role after the name ends it. */
const withoutTail = (text: string) => text.replace(/ ?(?:[|•·]|[-–—] )? ?(?:\d{1,2}[./:]\s?(?:\d{1,2}|\p{L}+ \d{4})|(?<!\p{L})(?:updated|published|posted|aktualisiert|veröffentlicht|stand|on|am|vom|le|il) ?:? (?:\p{L}{1,20},? )?\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:\p{L}{3,9}\.? \d{1,2}, \d{4})|\d{4}-\d{2}).*/iu, '')

/** "Marsh, Ada" is one name; "Ada Marsh, Ben Holt" are two. */
function lastFirst(text: string): readonly string[] {
  const two = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’.-]+(?: \p{Lu}\.?)?)$/u.exec(text)
  return two ? [`${two[2]} ${two[1]}`] : text.split(joints)
}

const address = /^[\w-]+(?:\.[\w-]+)*\.(?:com|de|org|net|at|ch|fr|it|pl|ua|eu|uk|co|info)$/i
function isName(name: string, site: string | null): boolean {
  if (address.test(name) || agencies.has(name.toLowerCase())) return false
  if (name.length < 2 || name.length > 60 || notNames.test(name) || desk.test(name) || /\d{2}/.test(name)) return false
  if (site && plain(name) === plain(site)) return false
  return name.split(' ').length <= 6 && /\p{L}{2}/u.test(name) && !/\b(?:writers?|correspondent|contributor|updated|published|comments?|minutes?|read|share|follow)\b/i.test(name)
}

const isDesk = (name: string, site: string | null) => name.length > 2 && name.length < 60 && !notNames.test(name) && (desk.test(name) || address.test(name) || (site !== null && plain(name) === plain(site)))
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * The name in a line that is a byline and nothing else, or undefined.
 * @example bylineName('Von Ada Marsh, Berlin') // 'Von Ada Marsh'
 */
export function bylineName(line: string): string | undefined {
  if (line.length >= 140) return undefined
  const m = /^(?:[-–—(]\s*)?((?:by|written by|von|text von|ein (?:gast)?(?:beitrag|kommentar|artikel) von|par|di|autor(?:in|en)?\s*:|text\s*:|author\s*:|автор\s*:|текст\s*:|tekst\s*:|verfasst von|geschrieben von)\s+(?:dr\.\s+|prof\.\s+)*\p{Lu}[\p{L}'’.-]+(?:\s+(?:von|van|de|der|den|di|da|\p{Lu}\.|\p{Lu}[\p{L}'’-]+)){1,4}(?:\s*(?:,| und | and | et | & )\s*\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){1,2})*)\s*(?:$|[|/•·,)–—-]|(?:illustration|foto|photo|bild)\w*\b)/iu.exec(line) ?? /^(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{4})\s*[-–|]\s*(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2})$/u.exec(line)
  return m && /\s\p{Lu}\p{Ll}/u.test(m[1]!) ? m[1] : undefined
}
