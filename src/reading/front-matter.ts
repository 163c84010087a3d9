/** The head of a text between two lines of dashes, its plain fields, and where the body begins. */
export interface FrontMatter { readonly fields: ReadonlyMap<string, string>; readonly bodyStart: number }

/**
 * Reads front matter of `key: value` lines; quotation marks around a value fall, a value of "unknown", "null", "none" or
 * nothing is left out. Lists and nested values are skipped.
 * @example frontMatter('---\ntitle: "Talks"\nurl: unknown\n---\nText').fields // Map { 'title' => 'Talks' }
 */
export function frontMatter(text: string): FrontMatter {
  const fields = new Map<string, string>()
  const open = /^\ufeff?\s*---[ \t]*\r?\n/.exec(text)
  const close = open && /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(text.slice(open[0].length))
  const head = open && close ? text.slice(open[0].length, open[0].length + close.index) : ''
  const lines = head.split(/\r?\n/)
  if (!open || !close || head.length > 20_000 || !lines.every((l) => l.trim() === '' || /^(?:\s|#|-|[\w-]+\s*:)/.test(l))) return { fields, bodyStart: 0 }
  for (const line of lines) {
    const m = /^([\w-]+)[ \t]{0,9}:(.*)$/.exec(line)
    const value = m && unquote(m[2]!.trim())
    if (m && value && !isUnknown(value)) fields.set(m[1]!.toLowerCase(), value)
  }
  return { fields, bodyStart: open[0].length + close.index + close[0].length }
}

/** "unknown", "unknown news site, country GB", "see html", "n/a": words that stand for no value. */
export const isUnknown = (value: string): boolean => /^(?:unknown\b.*|null|none|nil|n\/?a|see html|-|~)$/i.test(value.trim())

function unquote(value: string): string {
  const m = /^(["'])([\s\S]*)\1$/.exec(value)
  if (!m) return value
  return m[1] === '"' ? m[2]!.replace(/\\(["\\])/g, '$1') : m[2]!.replaceAll("''", "'")
}
