import type { Claim, Known } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import { evidenceOf, type Evidence } from '../core/evidence.ts'
import type { Issue } from '../core/issue.ts'
import { placesOf } from '../core/places.ts'
import { extract } from '../extraction/extract.ts'
import { findMisses, type Miss } from '../extraction/misses.ts'
import { verbatimParts } from '../reading/layer.ts'
import { buildLexicon } from '../resolution/lexicon.ts'
import { resolve } from '../resolution/resolve.ts'
import { loadReference } from './reference.ts'

/** What the caller asks for beside the reading. */
export interface JobOptions { readonly extract?: boolean; readonly misses?: boolean; /** Folders of reference data; a worker has no environment to find them by. */ readonly data?: readonly string[] }

/** What was drawn from one document inside the worker. */
export interface Extracted {
  readonly claims: readonly Claim<Known>[]
  readonly issues: readonly Issue[]
  readonly misses: readonly Miss[]
  /** Evidence over cut markup, in the parts that stand word for word in the bytes; only claims that need it. */
  readonly verbatim: Readonly<Record<string, readonly Evidence[]>>
}

let loaded: { readonly reference: ReturnType<typeof loadReference>; readonly lexicon: ReturnType<typeof buildLexicon> } | undefined
/** The reference data, loaded by a worker's first document. */
function reference(folders: readonly string[] | undefined) {
  if (!loaded) { const all = loadReference(folders); loaded = { reference: all, lexicon: buildLexicon(all) } }
  return loaded
}

/**
 * Runs in the worker after a document was read, so that drawing from it stands under the same limits.
 * @example await draw(document, {}, () => '') // null: nothing was asked for
 */
export async function draw(document: Document, options: JobOptions, source: () => string): Promise<Extracted | null> {
  if (!options.extract) return null
  const { lexicon, reference: known } = reference(options.data)
  const drawn = extract(document, lexicon), resolved = resolve(drawn.claims, { document, reference: known })
  const at = placesOf(document), claims = resolved.claims.map((c) => placed(c, at))
  return { claims, issues: [...drawn.issues, ...resolved.issues], misses: options.misses ? findMisses(document, lexicon, claims) : [], verbatim: verbatimOf(document, claims, source) }
}

/** The claim with the page, paragraph or cell of its words, where its source has such. */
const placed = (claim: Claim<Known>, at: (offset: number) => string | undefined): Claim<Known> => {
  const [first, ...rest] = claim.evidence.map((e): Evidence => { const place = at(e.start); return place === undefined ? e : { ...e, place } })
  return { ...claim, evidence: [first!, ...rest] }
}

/** Where markup was cut out of the words of a claim, its evidence in parts that can be found in the bytes as they are; a comma between two marks proves nothing and is left out. */
function verbatimOf(document: Document, claims: readonly Claim<Known>[], source: () => string): Extracted['verbatim'] {
  if (!/^text\/(plain|markdown)/.test(document.mediaType) || document.sourceMap.length === 0) return {}
  let text: string | undefined
  const split = (e: Evidence) => {
    const parts = verbatimParts(document, (text ??= source()), e).map((span) => evidenceOf(document.text, span))
    const worded = parts.filter((p) => p.exact.trim().length > 2)
    return worded.length ? worded : parts
  }
  return Object.fromEntries(claims.map((c) => [c.id, c.evidence.flatMap(split)] as const).filter(([id, parts]) => parts.length !== claims.find((c) => c.id === id)!.evidence.length))
}
