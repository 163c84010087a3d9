const notNames = /^(?:admin(?:istrator)?|editor|editors|redaktion|redaktion .*|die redaktion|staff|staff writer|news desk|newsroom|webmaster|webredaktion|author|authors|autor|autorin|autoren|unknown|anonymous|guest|gast|user|n\/a|none|null|undefined|root|team|presse|pressestelle|press office|contributor|facebook|twitter|linkedin|google|website|home)$/i
const leads = /^(?:[-–—|•:\s]*(?:by|written by|posted by|published by|story by|reported by|article by|von|geschrieben von|verfasst von|veröffentlicht von|ein (?:artikel|beitrag|gastbeitrag|kommentar) von|text|text von|autor(?:in|en)?|author|authors|par|écrit par|publié par|rédigé par|de|di|scritto da|autore|por|escrito por|autorzy|opracowa[łl]a?|door|автор|автори|текст)\b\s*[:/]?\s*)+/iu
const joints = /\s*(?:,|;|\||\/|·|•| & | and | und | et | e | y | i | та | oraz | en )\s*/u

/**
 * Personal names out of what a page gives as its authors: leading "by", roles, addresses and the site's own name fall.
 * @example cleanAuthors(['By Ada Marsh and Ben Holt, Staff Writers'], null) // ['Ada Marsh', 'Ben Holt']
 */
export function cleanAuthors(raw: readonly string[], site: string | null): readonly string[] {
  const found: string[] = []
  for (const entry of raw.slice(0, 20)) {
    const text = entry.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
    if (text === '' || text.length > 250 || /^https?:|^@|^\//.test(text)) continue
    for (const part of lastFirst(withoutTail(text.replace(leads, '')))) {
      const name = part.replace(leads, '').replace(/\s*\(.*?\)\s*|\s*\[.*?\]\s*|\S+@\S+|https?:\S+|@\w+/g, ' ').replace(/^[\s.:–—-]+|[\s.:–—-]+$/g, '').replace(/\s+/g, ' ')
      if (isName(name, site) && !found.some((f) => f.toLowerCase() === name.toLowerCase())) found.push(name)
    }
  }
  return found.slice(0, 12)
}

/** A date, a time or a role after the name ends it. */
const withoutTail = (text: string) => text.replace(/\s*(?:[|•·]|[-–—]\s)?\s*(?:\d{1,2}[./:]\s?\d{1,2}|(?:updated|published|posted|aktualisiert|veröffentlicht|on|am|vom|le|il)\s+(?:\p{L}+,?\s+)?\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:\p{L}{3,9}\.? \d{1,2}, \d{4})|\d{4}-\d{2}).*$/iu, '')

/** "Marsh, Ada" is one name; "Ada Marsh, Ben Holt" are two. */
function lastFirst(text: string): readonly string[] {
  const two = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’.-]+(?: \p{Lu}\.?)?)$/u.exec(text)
  return two ? [`${two[2]} ${two[1]}`] : text.split(joints)
}

function isName(name: string, site: string | null): boolean {
  if (name.length < 2 || name.length > 60 || notNames.test(name) || /\d{2}/.test(name)) return false
  if (site && name.toLowerCase() === site.toLowerCase()) return false
  const words = name.split(' ')
  if (words.length > 6 || !/\p{L}{2}/u.test(name)) return false
  return !/\b(?:writers?|editors?|reporter|correspondent|staff|news|redakt\w*|contributor|updated|published|comments?|minutes?|read|share|follow)\b/i.test(name) || words.length === 0
}
