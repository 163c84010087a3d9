import type { DocumentId } from '../core/ids.ts'

/** A document that reports a record, with the story its text belongs to and the agency it names. */
export interface Report {
  readonly id: DocumentId
  /** Documents with one story are copies of one text. */
  readonly story: DocumentId
  readonly agency: string | null
  readonly publisher: string | null
  readonly published: string | null
}

/** Where reports come from: each origin with its documents. */
export interface Corroboration { readonly reports: number; readonly origins: readonly { readonly name: string | null; readonly why: 'agency' | 'earliest publisher' | 'unknown'; readonly documents: readonly DocumentId[] }[] }

/**
 * How many origins stand behind the reports of a record: copies of one text are one story, and a story is its agency's,
 * else its earliest publisher's. An outlet that tells two stories of its own is one origin.
 * @example corroboration([wire, copy, copy]).origins.length // 1
 */
export function corroboration(reports: readonly Report[]): Corroboration {
  const documents = [...new Map(reports.map((r) => [r.id, r])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const origins = new Map<string, { name: string | null; why: Corroboration['origins'][number]['why']; documents: DocumentId[] }>()
  for (const [story, copies] of Map.groupBy(documents, (d) => d.story)) {
    const agency = mostFrequent(copies.flatMap((c) => (c.agency === null ? [] : [c.agency]))), name = agency ?? firstPublisher(copies)
    const key = name === null ? story : name.toLowerCase(), known = origins.get(key)
    if (known) known.documents.push(...copies.map((c) => c.id))
    else origins.set(key, { name, why: agency !== null ? 'agency' : name !== null ? 'earliest publisher' : 'unknown', documents: copies.map((c) => c.id) })
  }
  return { reports: documents.length, origins: [...origins.values()].sort((a, b) => b.documents.length - a.documents.length || ((a.name ?? '') < (b.name ?? '') ? -1 : 1)) }
}

function mostFrequent(names: readonly string[]): string | null {
  const counts = [...Map.groupBy(names, (n) => n)].map(([name, all]) => [name, all.length] as const)
  return counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}

function firstPublisher(copies: readonly Report[]): string | null {
  const named = copies.filter((c) => c.publisher !== null)
  return named.sort((a, b) => { const [p, q] = [a.published ?? '9999', b.published ?? '9999']; return p < q ? -1 : p > q ? 1 : a.publisher! < b.publisher! ? -1 : 1 })[0]?.publisher ?? null
}
