import type pg from 'pg'
import type { ClaimId } from '../core/ids.ts'
import type { ReaderTools } from './ledger-reader.ts'
import { claimWords } from './passages.ts'
import { readClaim, readDocument } from './rows.ts'
import type { DocumentRow, SearchHit } from './store.ts'
import { firstMatch, holdsAll, searchQuery, written } from './words.ts'

/** Of a common word only so many matches are ranked: the newest. */
const ranked = 1000
const around = 120

interface Row { readonly document: string; readonly claim: string | null; readonly body: string; readonly rank: number }
interface Found { readonly document: string; readonly claim: ClaimId | null; readonly rank: number; readonly hit: Omit<SearchHit, 'document' | 'claim'> }

/**
 * Full text of documents and claims, best first; a snippet shows the place. The words of a claim are words of its passage:
 * it ranks no higher, so that the claims of the best passages are looked at alone.
 */
export async function search({ pool }: ReaderTools, words: string, limit: number, rowsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, DocumentRow>>): Promise<readonly SearchHit[]> {
  const query = searchQuery(words)
  if (!query) return []
  const { rows } = await pool.query<Row>(`
    with best as materialized (select place, last, document, ts_rank(search, $1::tsquery) as rank from (select * from passages where search @@ $1::tsquery order by place desc limit ${ranked}) m order by rank desc, document limit $2)
    select d.id as document, null as claim, d.body, best.rank from best join documents d on d.sequence = best.place
    union all select c.document, c.id, c.body, best.rank from best join claims c on c.sequence between best.place and best.last and c.document = best.document`, [query, limit])
  const found = [...documentsOf(rows, words), ...await claimsOf(pool, rows, query)].sort(bestFirst).slice(0, limit), of = await rowsOf([...new Set(found.map((f) => f.document))])
  return found.map(({ document, claim, hit }) => ({ document: of.get(document)!, claim, ...hit }))
}

const bestFirst = (a: Found, b: Found): number => b.rank - a.rank || compare(a.document, b.document) || compare(a.claim ?? '', b.claim ?? '')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A passage may hold a word in the names of its claims alone. */
function documentsOf(rows: readonly Row[], words: string): readonly Found[] {
  return rows.filter((row) => row.claim === null).flatMap(({ document, body, rank }) => {
    const { text, title } = readDocument(body)
    return holdsAll(`${title ?? ''}\n${text}`, words) ? [{ document, claim: null, rank, hit: snippet(text, words) }] : []
  })
}

/** Claims are matched and ranked by the database as all else is, by words that are made here. */
async function claimsOf(pool: pg.Pool, rows: readonly Row[], query: string): Promise<readonly Found[]> {
  const claims = rows.filter((row) => row.claim !== null).map((row) => readClaim(row.body))
  const { rows: matched } = await pool.query<{ at: number; rank: number }>(`select at::int, ts_rank(words, $2::tsquery) as rank from (select words::tsvector, at from unnest($1::text[]) with ordinality w(words, at)) c where words @@ $2::tsquery`, [claims.map((c) => written(claimWords(c))), query])
  return matched.map(({ at, rank }) => {
    const { id, document, evidence: [{ exact, start, end }] } = claims[at - 1]!
    return { document, claim: id, rank, hit: { start, end, snippet: exact } }
  })
}

function snippet(text: string, words: string): Found['hit'] {
  const at = Math.max(0, firstMatch(text, words)), start = wordStart(text, at - around), end = Math.min(text.length, at + around)
  return { start, end, snippet: text.slice(start, end) }
}

const wordStart = (text: string, at: number): number => (at <= 0 ? 0 : text.indexOf(' ', at) + 1)
