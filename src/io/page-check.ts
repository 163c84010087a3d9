import type { Issue } from '../core/issue.ts'
import { head } from '../reading/sniff.ts'

const consentTitle = /^(?:before you continue|avant (?:d['’]accéder|de continuer)|bevor sie (?:fortfahren|weiterlesen)|prima di continuare|zanim przejdziesz|перш ніж продовжити|cookie ?(?:consent|wall|hinweis)|your privacy choices|we value your privacy|datenschutz-?einstellungen|zustimmung)/i
const missingTitle = /^(?:(?:error|fehler|erreur|errore|błąd|помилка)\s{0,9}(?:[:–-]\s{0,9})?)?(?:404(?=\s{0,9}(?:$|[|:–—-]|error|not|page|seite|fehler|erreur|errore|błąd))|not found|page not found|(?:die )?seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|pagina non trovata|nie znaleziono|strona nie (?:istnieje|została znaleziona)|сторінк[ау] не знайдено)/i

/**
 * Signs that an answer with status 200 is not the page that was asked for: a wall that asks for consent, or a
 * "not found" in all but name.
 * @example checkPage(new URL('https://a.example/x'), new URL('https://consent.a.example/'), bytes)[0].code // 'consent-page'
 */
export function checkPage(asked: URL, got: URL, bytes: Uint8Array): readonly Issue[] {
  const start = new TextDecoder().decode(bytes.subarray(0, 65_536))
  const title = /<title[^<>]{0,200}>([^<]{0,300})/i.exec(start)?.[1]?.trim() ?? ''
  const issues: Issue[] = []
  if (/(?:^|\.)consent\.|(?:^|\.)(?:guce|collector)\./.test(got.hostname) || /\/(?:cookie-?)?consent(?:\/|$|\?)/.test(got.pathname) || consentTitle.test(title))
    issues.push({ code: 'consent-page', level: 'warning', message: `${asked.href} answered with a page that asks for consent; open it in a browser, save it and read the file.` })
  const sentHome = asked.pathname.length > 1 && got.pathname.length <= 1 && asked.href !== got.href
  if (missingTitle.test(title) || (sentHome && head(bytes, 4) !== '%PDF'))
    issues.push({ code: 'soft-404', level: 'warning', message: `${asked.href} ${sentHome ? 'led to the front page' : 'says that the page does not exist'}, though the server reports no error; check the address.` })
  return issues
}
