import type { Issue } from '../core/issue.ts'
import { distance } from './distance.ts'
import type { Reference, SourceRow } from './reference.ts'
import { fold } from './spelling.ts'
import { unmask } from './transliteration.ts'

/** Admiralty grade: letter for the source, digit for the item; they are set apart from each other. Unknown is F6. */
export interface Grade { readonly letter: string; readonly digit: string; readonly source: SourceRow | null; readonly why: string }

const hostOf = (url: string): string | null => {
  const m = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url.trim())
  return m ? m[1]!.toLowerCase().replace(/^www\./, '').replace(/\.$/, '') : null
}

/** The source whose host this is, or whose host it lies under. @example sourceOfHost('data.ecb.europa.eu', reference)?.id // 'ecb' */
export function sourceOfHost(host: string, reference: Reference): SourceRow | null {
  const known = new Map([...reference.sources.values()].filter((s) => s.host !== '').map((s) => [s.host, s]))
  const parts = host.split('.')
  for (let i = 0; i < parts.length - 1; i++) {
    const found = known.get(parts.slice(i).join('.'))
    if (found) return found
  }
  return null
}

/**
 * The grade of a document's source by its address, else by its publisher's name. The digit is 6 (cannot be judged)
 * until somebody sets it.
 * @example gradeSource({ url: 'https://www.nato.int/x', publisher: null }, reference).letter // 'A'
 */
export function gradeSource(of: { readonly url: string | null; readonly publisher: string | null }, reference: Reference): Grade {
  const host = of.url ? hostOf(of.url) : null
  const byHost = host ? sourceOfHost(host, reference) : null
  if (byHost) return { letter: byHost.letter, digit: '6', source: byHost, why: `host ${byHost.host}` }
  const name = of.publisher ? fold(of.publisher).toLowerCase().trim() : ''
  const byName = host ? undefined : [...reference.sources.values()].find((s) => s.host !== '' && fold(s.name).toLowerCase() === name)
  return byName ? { letter: byName.letter, digit: '6', source: byName, why: `publisher ${byName.name}` } : { letter: 'F', digit: '6', source: null, why: 'the source is not in sources.csv' }
}

const doubled: readonly (readonly [RegExp, string])[] = [[/rn/g, 'm'], [/vv/g, 'w'], [/[1|]/g, 'l'], [/0/g, 'o'], [/5/g, 's']]
const skeleton = (host: string): string => doubled.reduce((text, [from, to]) => text.replace(from, to), fold(unmask(host)).toLowerCase())

/** The known source that a host imitates without being it, or null. @example lookalikeOf('nato-int.com', reference)?.id */
export function lookalikeOf(host: string, reference: Reference): SourceRow | null {
  if (sourceOfHost(host, reference)) return null
  const mine = skeleton(host), label = mine.split('.').slice(0, -1).join('.')
  for (const source of reference.sources.values()) {
    if (source.host === '' || source.host.length < 6) continue
    const theirs = skeleton(source.host), name = theirs.split('.').slice(0, -1).join('.')
    const near = name.length >= 6 && label !== name && distance(label, name, 1) === 1 && label.length >= 6
    const inside = mine !== theirs && (mine.includes(`${theirs}.`) || mine.includes(`${theirs.replace(/\./g, '-')}.`) || mine.startsWith(`${theirs}-`))
    const otherEnding = label === name && name.length >= 7
    if (mine === theirs || near || inside || otherEnding) return source
  }
  return null
}


export function lookalikeIssues(url: string | null, reference: Reference): readonly Issue[] {
  const host = url ? hostOf(url) : null
  const imitated = host ? lookalikeOf(host, reference) : null
  return imitated ? [{ code: 'host-lookalike', level: 'warning', message: `${host} looks like ${imitated.host} (${imitated.name}) and is another host; check the source.` }] : []
}
