import { decode } from '../charset.ts'
import { documentResult } from '../document.ts'
import type { Format } from '../format.ts'
import { rootElement, textHead } from '../sniff.ts'
import { issueOf, quarantined } from '../stop.ts'
import { layTables, type RawRow } from '../tables.ts'
import { parseXml } from '../xml.ts'

// The protocol allows 50,000 addresses a file.
const mostAddresses = 50_000

/**
 * A sitemap, or an index of sitemaps, is kept as a table of addresses with the days they changed or were published; `read`
 * follows them, nothing is drawn from it.
 */
export default {
  name: 'sitemap',
  version: 2,
  sniff(bytes) {
    const root = rootElement(textHead(bytes, 4096))
    return root === 'urlset' || root === 'sitemapindex' ? 0.95 : 0
  },
  async read(bytes, source) {
    const { text, issues } = decode(bytes, source.declaredCharset)
    const rows: RawRow[] = [row(0, ['address', 'changed', 'published', 'title'])], isIndex = rootElement(textHead(bytes, 4096)) === 'sitemapindex'
    let left = 0, element = '', address = '', changed = '', published = '', title = ''
    await parseXml(text, {
      open(name, _attributes, prefix) { element = prefix === '' || prefix === 'news' || prefix === 'sm' ? name : '' },
      text(part) {
        if (element === 'loc') address += part
        else if (element === 'lastmod') changed += part
        else if (element === 'publication_date') published += part
        else if (element === 'title') title += part
      },
      close(name) {
        element = ''
        if (name !== 'url' && name !== 'sitemap') return
        if (rows.length > mostAddresses) left++
        else if (/^https?:\/\//.test(address.trim())) rows.push(row(rows.length, [address, changed, published, title].map((t) => t.trim())))
        address = changed = published = title = ''
      },
    }, { label: source.label })
    if (rows.length === 1) throw quarantined('no-documents', `${source.label} is a sitemap without addresses.`)
    const { layer, tables } = layTables([{ name: isIndex ? 'sitemap index' : 'sitemap', hidden: false, merges: [], rows }])
    const more = left > 0 ? [issueOf('warning', 'addresses-left', `${source.label}: ${left} addresses beyond the first ${mostAddresses} were left out.`)] : []
    return [documentResult(bytes, source, { reader: 'sitemap 2', mediaType: 'application/xml', layer, tables, issues: [...issues, ...more] })]
  },
} satisfies Format

const row = (index: number, texts: readonly string[]): RawRow =>
  ({ index, cells: texts.flatMap((text, column) => (text === '' ? [] : [{ column, text, value: text }])) })
