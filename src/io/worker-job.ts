import type { Document } from '../core/document.ts'

/** What the caller asks for beside the reading. */
export interface JobOptions { readonly extract?: boolean }

/** What was drawn from one document inside the worker. */
export type Extracted = unknown

/**
 * Runs in the worker after a document was read, so that drawing from it stands under the same limits.
 * @example await draw(document, {}) // null: nothing was asked for
 */
export async function draw(_document: Document, _options: JobOptions): Promise<Extracted> {
  return null
}
