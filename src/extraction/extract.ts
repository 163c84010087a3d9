import { claim, type Claim, type ClaimKind, type Written } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import type { Issue } from '../core/issue.ts'
import type { Lexicon } from '../core/lexicon.ts'
import type { Extractor } from './extractor.ts'
import * as all from './extractors/index.ts'
import { analyse, languageOf } from './analyse.ts'
import type { Analysis } from './analysis.ts'
import { doubted } from './learned/doubt.ts'

/** The claims of a document in the order of their words, and what stood in the way. */
export interface Extraction { readonly claims: readonly Claim<Written>[]; readonly issues: readonly Issue[] }

const kindOrder: readonly ClaimKind[] = ['statement', 'ask', 'meeting', 'commitment', 'project', 'lesson', 'planning']

/**
 * Draws all claims of a document. The order of the extractors changes nothing: claims are sorted by place and kind, and
 * the same claim drawn twice is one. A claim whose evidence is no slice of the text is a defect and is dropped aloud.
 * @param extractors those to run; all when left out
 * @example extract(document, lexicon).claims[0]?.fields.kind // 'statement'
 */
export function extract(document: Document, lexicon: Lexicon, extractors: readonly Extractor[] = Object.values(all)): Extraction {
  if (document.blocks.length > 0 && document.blocks.every((b) => b.kind === 'cell')) return { claims: [], issues: [] } // Tables are for datasets.
  if (!languageOf(document.language)) {
    return { claims: [], issues: [{ code: 'language-not-read', level: 'warning', message: `${document.label} is in ${document.language ?? 'a language that could not be told'}; claims are drawn from English, Ukrainian, German, French, Polish and Italian. The text is kept.` }] }
  }
  const analysis = analyse(document, lexicon), issues: Issue[] = [], claims = new Map<string, Claim<Written>>()
  for (const extractor of extractors) {
    for (const drawn of attempt(extractor, analysis, issues)) {
      const stray = drawn.evidence.find((e) => document.text.slice(e.start, e.end) !== e.exact)
      if (stray || drawn.evidence.length === 0) { issues.push({ code: 'ungrounded-claim', level: 'error', message: `A ${extractor.kind} by ${extractor.name} ${extractor.version} has words that are not in the text and was dropped.` }); continue }
      if (doubted(analysis, drawn)) continue
      const made = claim(document.id, `${extractor.name} ${extractor.version}`, drawn)
      claims.set(made.id, made)
    }
  }
  const at = (c: Claim<Written>) => Math.min(...c.evidence.map((e) => e.start))
  return { claims: [...claims.values()].sort((a, b) => at(a) - at(b) || kindOrder.indexOf(a.fields.kind) - kindOrder.indexOf(b.fields.kind) || (a.id < b.id ? -1 : 1)), issues }
}

/** A fault in one extractor costs its claims in this document, said aloud, never the document. */
function attempt(extractor: Extractor, analysis: Analysis, issues: Issue[]): ReturnType<Extractor['extract']> {
  try { return extractor.extract(analysis) } catch (fault) {
    issues.push({ code: 'extractor-failed', level: 'error', message: `The extractor ${extractor.name} ${extractor.version} failed on ${analysis.document.label} (${fault instanceof Error ? fault.message : String(fault)}); none of its claims are drawn from this document. Please report the text.` })
    return []
  }
}
