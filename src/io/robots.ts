/** What a robots.txt lets us do. */
export interface Robots { allows(path: string): boolean }

export const everythingAllowed: Robots = { allows: () => true }
export const nothingAllowed: Robots = { allows: () => false }

interface Rule { readonly allow: boolean; readonly path: string }

/**
 * Reads a robots.txt (RFC 9309): the group for our name, else the one for `*`; the longest rule that matches decides,
 * and of two as long the allowing one.
 * @example parseRobots('User-agent: *\nDisallow: /draft', 'helenow').allows('/draft/1') // false
 */
export function parseRobots(text: string, agent: string): Robots {
  const groups = new Map<string, Rule[]>()
  let names: string[] = [], inRules = false
  for (const line of text.slice(0, 512 * 1024).split(/\r?\n|\r/)) {
    const m = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line)
    if (!m) continue
    const key = m[1]!.toLowerCase(), value = m[2]!.trim()
    if (key === 'user-agent') {
      if (inRules) { names = []; inRules = false }
      names.push(value.toLowerCase().split('/')[0]!)
    } else if (key === 'allow' || key === 'disallow') {
      inRules = true
      if (value !== '') for (const name of names) groups.set(name, [...(groups.get(name) ?? []), { allow: key === 'allow', path: value }])
      else for (const name of names) groups.set(name, groups.get(name) ?? [])
    }
  }
  const rules = groups.get(agent.toLowerCase()) ?? groups.get('*') ?? []
  return {
    allows(path) {
      let best: Rule | undefined
      for (const rule of rules) if (matches(rule.path, path) && (!best || rule.path.length > best.path.length || (rule.path.length === best.path.length && rule.allow))) best = rule
      return best?.allow ?? true
    },
  }
}

/** Does a rule match? `*` stands for anything, `$` for the end. Walks once, so that no rule can stall it. */
function matches(rule: string, path: string): boolean {
  const ends = rule.endsWith('$'), pieces = (ends ? rule.slice(0, -1) : rule).split('*')
  if (!path.startsWith(pieces[0]!)) return false
  let at = pieces[0]!.length
  for (const piece of pieces.slice(1)) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return !ends || at === path.length || (pieces.length > 1 && path.endsWith(pieces.at(-1)!))
}
