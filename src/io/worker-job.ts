import type { Claim, Known } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { Issue } from '../core/issue.ts'
import { extract } from '../extraction/extract.ts'
import { findMisses, type Miss } from '../extraction/misses.ts'
import { buildLexicon } from '../resolution/lexicon.ts'
import { resolve } from '../resolution/resolve.ts'
import { loadReference } from './reference.ts'

/** What the caller asks for beside the reading. */
export interface JobOptions { readonly extract?: boolean; readonly misses?: boolean }

/** What was drawn from one document inside the worker. */
export interface Extracted { readonly claims: readonly Claim<Known>[]; readonly issues: readonly Issue[]; readonly misses: readonly Miss[] }

let loaded: { readonly reference: ReturnType<typeof loadReference>; readonly lexicon: ReturnType<typeof buildLexicon> } | undefined
/** The reference data, loaded by a worker's first document. */
function reference() {
  if (!loaded) { const all = loadReference(); loaded = { reference: all, lexicon: buildLexicon(all) } }
  return loaded
}

/**
 * Runs in the worker after a document was read, so that drawing from it stands under the same limits.
 * @example await draw(document, {}) // null: nothing was asked for
 */
export async function draw(document: Document, options: JobOptions): Promise<Extracted | null> {
  if (!options.extract) return null
  const { lexicon, reference: known } = reference()
  const drawn = extract(document, lexicon), resolved = resolve(drawn.claims, { document, reference: known })
  return { claims: resolved.claims, issues: [...drawn.issues, ...resolved.issues], misses: options.misses ? findMisses(document, lexicon, resolved.claims) : [] }
}
