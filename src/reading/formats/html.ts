import type { Format } from '../format.ts'
import { rootElement, textHead } from '../sniff.ts'
import { refused } from '../stop.ts'

const byteLimit = 20_000_000
const version = 2

/** Web pages: the main text as blocks with their places in the source, and what the page says about itself. */
const html: Format = {
  name: 'html',
  version,
  sniff(bytes) {
    const start = textHead(bytes, 2048)
    if (start.startsWith('<') && (/<!doctype\s{1,20}html\b/.test(start) || ['html', 'head', 'body'].includes(rootElement(start) ?? ''))) return 0.95
    if (/^<(?:title|meta|link|script|style|main|article|section|div|p|h[1-6]|table|center|ul|ol|span|header|nav|a|b|font|form|img|br)\b/.test(start)) return 0.75
    return /<(?:html|body|div|p|h1)[\s>]/.test(start) && /<\/(?:div|p|h1|head|title|a)>/.test(start) && !/^(?:<\?xml|<rss|<feed|\{|\[|from:|received:|warc\/)/.test(start) ? 0.5 : 0
  },
  async read(bytes, source) {
    if (bytes.length > byteLimit) throw refused('html-too-large', `${source.label} has ${Math.round(bytes.length / 1e6)} MB; pages up to 20 MB are read.`)
    const { readPage } = await import('../html/page.ts')
    return [await readPage(bytes, source, `html ${version}`)]
  },
}
export default html
