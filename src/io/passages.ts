import type { Claim, Known } from '../core/claim.ts'
import type { Row } from './copy.ts'
import { linksOf, type LedgerRow } from './rows.ts'
import type { Chained } from '../ledger/chain.ts'
import { isFull, searchWords, type WordPlaces } from './words.ts'

/** More claims than these are searched apart from their document: whoever finds a part reads its claims. */
const mostClaims = 200

export const passageColumns = ['place bigint', 'last bigint', 'document', 'search tsvector']

type Place = { readonly sequence: number }
type ClaimPlace = Place & { readonly value: Claim<Known> }

/**
 * What is searched of the rows of a batch, in which the claims of a document stand together: a row for a document with the
 * names of its claims, whose other words are its own; rows of claims that are too many for that, or come later.
 */
export function* passageRows(chained: readonly Chained<LedgerRow>[]): Generator<Row> {
  for (let at = 0; at < chained.length;) {
    const row = chained[at]!
    if (row.table === 'entries') { at++; continue }
    const from = row.table === 'documents' ? at + 1 : at, id = row.table === 'documents' ? row.id : row.value.document, claims: ClaimPlace[] = []
    for (at = from; at < chained.length; at++) { const next = chained[at]!; if (next.table !== 'claims' || next.value.document !== id) break; claims.push(next) }
    if (row.table === 'claims') { yield* parts(id, claims); continue }
    const few = claims.length <= mostClaims, words = searchWords(row.value.text, row.value.title ?? '', few ? names(claims) : [])
    const together = few && !isFull(words)
    yield [row.sequence, together ? row.sequence + claims.length : row.sequence, id, words]
    if (!together) yield* parts(id, claims)
  }
}

function* parts(document: string, claims: readonly ClaimPlace[]): Generator<Row> {
  for (let at = 0; at < claims.length; at += mostClaims) {
    const some = claims.slice(at, at + mostClaims)
    yield [some[0]!.sequence, some.at(-1)!.sequence, document, searchWords(some.map((c) => claimText(c.value)).join('\n'))]
  }
}

function names(claims: readonly ClaimPlace[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { value } of claims) for (const { label } of linksOf(value)) found.add(label)
  return found
}

/** What a reader may look for a claim by: the words it rests on, and the names it was resolved to. */
const claimText = (claim: Claim<Known>): string => [...claim.evidence.map((e) => e.exact), ...linksOf(claim).map((l) => l.label)].join('\n')
export const claimWords = (claim: Claim<Known>): WordPlaces => searchWords(claimText(claim))
