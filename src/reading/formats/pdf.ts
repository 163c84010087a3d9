import type { Issue } from '../../core/issue.ts'
import { count, createBudget, size } from '../budget.ts'
import { composedResult } from '../composed.ts'
import type { Format, Source } from '../format.ts'
import { guardPdf } from '../pdf-guard.ts'
import { linesOfPage, type PdfItem, type PdfLine } from '../pdf-lines.ts'
import { passagesOf } from '../pdf-passages.ts'
import { visibleItems, type CommandNumbers } from '../pdf-visible.ts'
import { head } from '../sniff.ts'
import { issueOf, quarantined } from '../stop.ts'

const mostPages = 2000
const mostText = 20 * 1024 * 1024
// Looking for invisible text means listing what a page draws, pictures included: not for ever.
const mostPictures = 100
const mostPagesListed = 300

export default {
  name: 'pdf',
  version: 1,
  sniff: (bytes) => (head(bytes, 1024).includes('%PDF-') ? 0.95 : 0),
  async read(bytes, source, _readMember, budget = createBudget()) {
    await guardPdf(bytes, source.label, budget)
    const pdf = await open(bytes, source)
    try {
      const { pages, issues } = await readPages(pdf, source)
      if (pages.every((lines) => lines.length === 0)) throw quarantined('no-text-layer', `${source.label} has ${count(pages.length)} page${pages.length === 1 ? '' : 's'} and no text layer: it is a scan or a picture. Run text recognition on it, or look for a version with text.`)
      const info = ((await pdf.getMetadata()).info ?? {}) as Record<string, unknown>
      return [await composedResult(bytes, source, {
        reader: 'pdf 1', mediaType: 'application/pdf', passages: passagesOf(pages), title: titleOf(info['Title']), authors: authorsOf(info['Author']),
        made: pdfDay(info['CreationDate']), modified: pdfDay(info['ModDate']), language: text(info['Language']), issues,
      })]
    } finally {
      await pdf.loadingTask.destroy()
    }
  },
} satisfies Format

type Pdf = Awaited<ReturnType<typeof open>>

async function open(bytes: Uint8Array, source: Source) {
  const { getDocumentProxy } = await import('unpdf')
  try {
    // The parser takes the bytes for itself, so it gets a copy.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false, disableFontFace: true, useSystemFonts: false })
  } catch (error) {
    const { name, message } = error as Error
    if (name === 'PasswordException') throw quarantined('encrypted', `${source.label} is encrypted; read a version without a password.`)
    throw quarantined('broken-pdf', `${source.label} is damaged or cut short (${message}); fetch it again.`)
  }
}

async function readPages(pdf: Pdf, source: Source): Promise<{ readonly pages: readonly (readonly PdfLine[])[]; readonly issues: readonly Issue[] }> {
  const { getResolvedPDFJS } = await import('unpdf')
  const ops = (await getResolvedPDFJS()).OPS as unknown as CommandNumbers
  const pages: (readonly PdfLine[])[] = [], issues: Issue[] = []
  let letters = 0, hidden = 0, untold = 0, scans = 0, pictures = 0
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number++) {
    try {
      const page = await pdf.getPage(number)
      const items = (await page.getTextContent()).items.filter((i): i is typeof i & PdfItem => 'str' in i)
      let shown: readonly PdfItem[] = items
      if (items.some((i) => i.str.trim() !== '') && number <= mostPagesListed && pictures < mostPictures) {
        const commands = await page.getOperatorList()
        pictures += commands.fnArray.filter((fn) => fn === ops.paintImageXObject).length
        const visible = visibleItems(items, commands, ops)
        shown = visible.items
        hidden += visible.hidden
        untold += visible.untold ? 1 : 0
        scans += visible.scan ? 1 : 0
      }
      const lines = linesOfPage(shown, number)
      letters += lines.reduce((sum, l) => sum + l.text.length, 0)
      pages.push(lines)
      page.cleanup()
    } catch (error) {
      pages.push([])
      issues.push(issueOf('warning', 'broken-page', `${source.label}: page ${number} could not be read (${(error as Error).message}).`, `page ${number}`))
    }
    if (letters > mostText) { issues.push(issueOf('warning', 'text-left', `${source.label}: more than ${size(mostText)} of text; pages after ${number} were not read.`, `page ${number}`)); break }
  }
  const warn = (holds: boolean, code: string, message: string) => { if (holds) issues.push(issueOf('warning', code, `${source.label}: ${message}`)) }
  warn(pdf.numPages > mostPages, 'pages-left', `only the first ${count(mostPages)} of ${count(pdf.numPages)} pages were read; split the file.`)
  warn(hidden > 0, 'invisible-text', `${count(hidden)} letters that the page does not show were left out.`)
  warn(untold > 0, 'invisible-text-kept', `${untold} page${untold === 1 ? ' holds' : 's hold'} invisible text that could not be told from the visible; compare quotations with the page.`)
  warn(scans > 0, 'recognised-text', `the text of ${scans} page${scans === 1 ? '' : 's'} was recognised from a scan; compare quotations with the picture.`)
  const empty = pages.filter((p) => p.length === 0).length
  warn(empty > 0 && empty < pages.length && empty > pages.length / 2, 'pages-without-text', `${empty} of ${pages.length} pages have no text layer.`)
  return { pages, issues }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)
/** Programs write file names and defaults where a title belongs. */
function titleOf(value: unknown): string | null {
  const title = text(value)?.replace(/^Microsoft (?:Word|PowerPoint) - /, '') ?? null
  return title === null || /\.(?:docx?|pdf|html?|indd|odt|rtf|pptx?)$|^(?:untitled|unbenannt|document\d*|без названия)$|^https?:|^file:|^about:/i.test(title) ? null : title
}
const authorsOf = (value: unknown): readonly string[] => text(value)?.split(/[;,]/).map((name) => name.trim()).filter((name) => /^\p{L}[\p{L}'’.-]+(?: [\p{L}'’.-]+)+$/u.test(name)) ?? []
/** The day in a PDF date. @example pdfDay("D:20250113101500+01'00'") // '2025-01-13' */
const pdfDay = (value: unknown): string | undefined => /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(typeof value === 'string' ? value : '')?.slice(1).join('-')
