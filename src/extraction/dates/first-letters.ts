/**
 * The letters that a match of a pattern can begin with, so that it is tried only where one of them stands. It reads what
 * the patterns of dates are written in: letters, escapes, classes, groups, looks ahead, alternatives, `?`, `+`, `{n,m}`.
 * @example firstLetters('(?:W,?)?[DO]M|x') // Set of W, D, O, x
 */
export const firstLetters = (source: string): ReadonlySet<string> => alternatives(source, 0).first

interface Read { readonly first: ReadonlySet<string>; /** Can be empty, so that what follows may come first. */ readonly empty: boolean; readonly to: number }

function alternatives(source: string, from: number): Read {
  const first = new Set<string>()
  let empty = false, at = from
  for (;;) {
    const one = sequence(source, at)
    for (const letter of one.first) first.add(letter)
    empty ||= one.empty
    at = one.to
    if (source[at] !== '|') return { first, empty, to: at }
    at++
  }
}

function sequence(source: string, from: number): Read {
  const first = new Set<string>()
  let empty = true, at = from
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const one = atom(source, at), many = /^(?:\?|\*|\+|\{(\d+)(?:,\d*)?\})?/.exec(source.slice(one.to))!
    if (empty) for (const letter of one.first) first.add(letter)
    empty &&= one.empty || many[0] === '?' || many[0] === '*' || many[1] === '0'
    at = one.to + many[0].length
  }
  return { first, empty, to: at }
}

function atom(source: string, at: number): Read {
  const c = source[at]!
  if (c === '(') {
    const group = alternatives(source, at + 3)
    return source[at + 2] === ':' ? { ...group, to: group.to + 1 } : { first: new Set(), empty: true, to: group.to + 1 }
  }
  if (c === '$') return { first: new Set(), empty: true, to: at + 1 }
  if (c === '[') { const end = source.indexOf(']', at); return { first: new Set(source.slice(at + 1, end)), empty: false, to: end + 1 } }
  return c === '\\' ? { first: new Set(source[at + 1]), empty: false, to: at + 2 } : { first: new Set(c), empty: false, to: at + 1 }
}
