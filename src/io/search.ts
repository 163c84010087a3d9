import type { ClaimId, DocumentId } from '../core/ids.ts'
import { readClaim, readDocument } from './rows.ts'
import type { ReaderTools } from './ledger-reader.ts'
import type { DocumentRow, SearchHit } from './store.ts'
import { firstMatch, searchQuery } from './words.ts'

/** Of a common word only so many matches are ranked: the newest. */
const ranked = 1000
const around = 120

interface Found { readonly document: string; readonly claim: string | null; readonly body: string; readonly rank: number }

/** Full text of documents and claims, best first; a snippet shows the place. */
export async function search({ pool }: ReaderTools, words: string, limit: number, rowsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, DocumentRow>>): Promise<readonly SearchHit[]> {
  const query = searchQuery(words)
  if (!query) return []
  const best = (table: string, columns: string) => `select ${columns}, body, ts_rank(search, $1::tsquery) as rank from (select * from ${table} where search @@ $1::tsquery order by sequence desc limit ${ranked}) m order by rank desc limit $2`
  const { rows } = await pool.query<Found>(`
    select * from (${best('documents', 'id as document, null as claim')}) d
    union all select * from (${best('claims', 'document, id as claim')}) c order by rank desc, document, claim nulls first limit $2`, [query, limit])
  const of = await rowsOf([...new Set(rows.map((row) => row.document))])
  return rows.map((row) => hit(row, words, of.get(row.document)!))
}

function hit(row: Found, words: string, document: DocumentRow): SearchHit {
  if (row.claim !== null) {
    const [{ exact, start, end }] = readClaim(row.body).evidence
    return { document: { ...document, id: row.document as DocumentId }, claim: row.claim as ClaimId, start, end, snippet: exact }
  }
  const { text } = readDocument(row.body)
  const at = Math.max(0, firstMatch(text, words))
  const start = wordStart(text, at - around), end = Math.min(text.length, at + around)
  return { document, claim: null, start, end, snippet: text.slice(start, end) }
}

const wordStart = (text: string, at: number): number => (at <= 0 ? 0 : text.indexOf(' ', at) + 1)
