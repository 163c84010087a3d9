import type { Issue } from '../core/issue.ts'
import type { Source } from '../reading/format.ts'
import type { Fetcher } from './fetch.ts'

/** What an address gives to a command: bytes with their source, or the reason why there are none. */
export type FetchedInput = { readonly label: string } & ({ readonly bytes: Uint8Array; readonly source: Source } | { readonly refused: Issue })

/**
 * Addresses as inputs of a command. A wall that asks for consent and a "not found" in all but name are refused: they
 * are not the page that was asked for, and reading them would record a false one.
 * @example findInputs(words, { cwd, published, fetch: inputFetcher(createFetcher()) })
 */
export const inputFetcher = (fetcher: Fetcher, published: string | null = null) => async (address: string): Promise<FetchedInput> => {
  const got = await fetcher.fetch(address)
  if (got.state === 'page') {
    const [flaw] = got.issues
    return flaw ? { label: address, refused: { ...flaw, level: 'error' } } : { label: address, bytes: got.bytes, source: { ...got.source, published } }
  }
  if (got.state === 'refused') return { label: address, refused: got.issue }
  return { label: address, refused: { code: 'unchanged', level: 'note', message: `${address} has not changed since it was last read.` } }
}
