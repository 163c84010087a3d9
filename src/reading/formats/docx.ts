import { createBudget } from '../budget.ts'
import { composedResult, type Passage } from '../composed.ts'
import { documentPassages } from '../docx-passages.ts'
import type { Format } from '../format.ts'
import { isPackage } from '../package.ts'
import { issueOf, quarantined } from '../stop.ts'
import { parseXml } from '../xml.ts'
import { readPackage, type ZipPart } from '../zip-reader.ts'

export default {
  name: 'docx',
  version: 1,
  sniff: (bytes) => (isPackage(bytes, 'word/document') ? 0.95 : 0),
  async read(bytes, source, _readMember, budget = createBudget()) {
    const parts = await readPackage(bytes, source.label, budget)
    const main = parts.get('word/document.xml') ?? parts.get('word/document2.xml')
    if (!main) throw quarantined('broken-document', `${source.label} lacks its part word/document.xml; save it again.`)
    const headings = await headingStyles(parts.get('word/styles.xml'), source.label)
    const { passages: body, deleted, hidden } = await documentPassages(await textOf(main), headings, source.label), passages = [...numbered(body, 'paragraph')]
    for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
      const part = parts.get(name)
      if (part) passages.push(...numbered((await documentPassages(await textOf(part), headings, source.label)).passages, name.includes('end') ? 'endnotes, paragraph' : 'footnotes, paragraph'))
    }
    const core = await coreProperties(parts.get('docprops/core.xml'), source.label)
    const said = (count: number, code: string, what: string) => (count > 0 ? [issueOf('warning', code, `${source.label}: ${count} ${what} left out.`)] : [])
    return [await composedResult(bytes, source, {
      reader: 'docx 1', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', passages,
      title: core.get('title') || null, authors: core.get('creator')?.split(';').map((name) => name.trim()).filter(Boolean) ?? [],
      made: core.get('created'), modified: core.get('modified'), language: core.get('language') || null,
      issues: [...said(deleted, 'deleted-text', 'stretches of deleted text (tracked changes) were'), ...said(hidden, 'hidden-text', 'stretches of hidden text were')],
    })]
  },
} satisfies Format

/** The passages with their number, as one would count them on paper; cells are found by their table. */
function numbered(passages: readonly Passage[], name: string): readonly Passage[] {
  let n = 0
  return passages.map((p) => (p.cell ? p : { ...p, places: [[0, `${name} ${++n}`]] }))
}

const textOf = async (part: ZipPart) => new TextDecoder().decode(await part.bytes())

/** Style ids that are headings, with their level; the title of a document counts as level 1. */
async function headingStyles(part: ZipPart | undefined, label: string): Promise<ReadonlyMap<string, number>> {
  const levels = new Map<string, number>()
  if (!part) return levels
  let id = ''
  await parseXml(await textOf(part), {
    open(name, attributes) {
      if (name === 'style') id = attributes['w:styleId'] ?? ''
      if (name === 'name') {
        const level = /^(?:heading|überschrift|titre|nagłówek|titolo|заголовок) (\d)$/i.exec(attributes['w:val'] ?? '')?.[1]
        if (level || /^title$/i.test(attributes['w:val'] ?? '')) levels.set(id, Number(level ?? 1))
      }
      if (name === 'outlineLvl' && !levels.has(id) && Number(attributes['w:val']) < 6) levels.set(id, Number(attributes['w:val']) + 1)
    },
  }, { label })
  return levels
}

async function coreProperties(part: ZipPart | undefined, label: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  if (!part) return found
  let value = ''
  await parseXml(await textOf(part), { open() { value = '' }, text(t) { value += t }, close(name) { found.set(name, value.trim()) } }, { label })
  return found
}
