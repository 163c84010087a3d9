import type { Issue } from '../core/issue.ts'
import { documentResult } from './document.ts'
import type { ReadResult, Source } from './format.ts'
import { findLanguage } from './language.ts'
import { agencyName, findOrigin } from './origin.ts'
import type { Prose } from './prose.ts'
import { choosePublished, dated } from './published.ts'

/** A text and what its front matter says. */
export interface Written {
  readonly reader: string
  readonly mediaType: string
  readonly fields: ReadonlyMap<string, string>
  readonly prose: Prose
  readonly issues: readonly Issue[]
}

/** The document of a text: front matter first, then what its dateline and its credits say. */
export async function writtenResult(bytes: Uint8Array, source: Source, { reader, mediaType, fields, prose, issues }: Written): Promise<ReadResult> {
  const { layer } = prose, field = (...names: string[]) => names.map((n) => fields.get(n)).find((v) => v !== undefined)
  const agency = prose.dateline?.agency
  const origin = agency ? agencyName(agency) : findOrigin(layer.text)
  const { published, issues: dateIssues } = choosePublished({
    frontMatter: field('published', 'date', 'publishdate', 'pubdate', 'created'), dateline: prose.dateline?.day, option: source.published,
    label: source.label, retrieved: source.retrieved, text: layer.text,
  })
  const url = field('url', 'link', 'permalink') ?? null
  return documentResult(bytes, source, {
    reader, mediaType, layer, title: prose.title, publisher: field('publisher', 'site', 'source-name') ?? origin,
    authors: listed(field('authors', 'author', 'byline')), published, modified: dated(field('modified', 'updated', 'lastmod')),
    language: await findLanguage(layer.text, field('language', 'lang') ?? null),
    url: url && /^https?:\/\//.test(url) ? url : null, canonicalUrl: null, origin, issues: [...issues, ...dateIssues],
  })
}

const listed = (value: string | undefined): readonly string[] =>
  value ? value.slice(0, 500).replace(/^\[|\]$/g, '').split(/(?:,|;| and | und | et | та | i )\s*/).map((v) => v.trim().replace(/^["']|["']$/g, '').trim()).filter(Boolean) : []
