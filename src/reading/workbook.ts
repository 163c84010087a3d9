import type { Issue } from '../core/issue.ts'
import { count, createBudget, type Budget } from './budget.ts'
import { sheetReader, type SheetContext } from './sheet.ts'
import { quarantined, issueOf } from './stop.ts'
import { isDateFormat } from './cells.ts'
import type { RawTable } from './tables.ts'
import { attribute, parseXml, type XmlHandlers } from './xml.ts'
import { readPackage, type ZipPart } from './zip-reader.ts'

/** Cells that all sheets of one workbook may hold together. */
const mostCells = 3_000_000

export interface Workbook { readonly tables: readonly RawTable[]; readonly issues: readonly Issue[] }

/**
 * The sheets of an XLSX workbook in their order, only the cells that hold something. Values are those that stood in
 * the file when it was saved; formulas stand beside them and are never run.
 * @example (await readWorkbook(bytes, 'aid.xlsx')).tables[0].rows[0].cells
 */
export async function readWorkbook(bytes: Uint8Array, label: string, budget: Budget = createBudget()): Promise<Workbook> {
  const parts = await readPackage(bytes, label, budget)
  const book = await readBook(await partText(parts, await mainPart(parts, label), label), label)
  const links = await readLinks(parts, 'xl/_rels/workbook.xml.rels', label)
  const context: SheetContext = {
    strings: await readStrings(parts, label), from1904: book.from1904, isDate: await readStyles(parts, label),
    cellsLeft: mostCells, leftOut: 0, uncached: 0, errors: 0, badDates: 0,
  }
  const tables: RawTable[] = [], issues: Issue[] = []
  for (const sheet of book.sheets) {
    const target = links.get(sheet.link)
    const part = target === undefined ? undefined : parts.get(inXl(target).toLowerCase())
    if (!part || !/worksheets?\//i.test(target ?? '')) {
      issues.push(issueOf('note', 'sheet-without-cells', `${label}: "${sheet.name}" is a chart or is missing; it has no cells.`, sheet.name))
      continue
    }
    const reader = sheetReader(context)
    await parseXml(await textOf(part), reader.handlers, { label: `${label}/${sheet.name}` })
    tables.push({ name: sheet.name, hidden: sheet.state !== 'visible', ...reader.done() })
    if (sheet.state !== 'visible') issues.push(issueOf('note', 'hidden-sheet', `${label}: sheet "${sheet.name}" is ${sheet.state === 'veryHidden' ? 'hidden so that only a program can show it' : 'hidden'}; it was read and is marked.`, sheet.name))
  }
  return { tables, issues: [...issues, ...contextIssues(context, label)] }
}

function contextIssues(context: SheetContext, label: string): readonly Issue[] {
  const say = (n: number, code: string, message: string) => (n > 0 ? [issueOf('warning', code, `${label}: ${count(n)} ${message}`)] : [])
  return [
    ...say(context.leftOut, 'too-many-cells', `cells beyond the first ${count(mostCells)} were not read; split the workbook.`),
    ...say(context.uncached, 'no-cached-value', 'formulas have no saved value; open and save the workbook in a spreadsheet program.'),
    ...(context.errors > 0 ? [issueOf('note', 'error-cells', `${label}: ${count(context.errors)} cells hold an error such as #REF!; they have no value.`)] : []),
    ...say(context.badDates, 'impossible-date', 'cells shown as dates hold a number that is no day; the number was kept.'),
  ]
}

// The content types name the main part; nearly always it is xl/workbook.xml.
async function mainPart(parts: ReadonlyMap<string, ZipPart>, label: string): Promise<string> {
  if (parts.has('xl/workbook.xml')) return 'xl/workbook.xml'
  throw quarantined('broken-workbook', `${label} has no workbook part${parts.has('xl/workbook.bin') ? ' in XML (it is a binary workbook; save it as XLSX)' : ''}.`)
}

interface Book { from1904: boolean; readonly sheets: { readonly name: string; readonly link: string; readonly state: string }[] }

async function readBook(text: string, label: string): Promise<Book> {
  const book: Book = { from1904: false, sheets: [] }
  await parseXml(text, {
    open(name, attributes) {
      if (name === 'workbookPr') book.from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
      if (name === 'sheet') book.sheets.push({ name: attributes['name'] ?? '', link: attribute(attributes, 'id') ?? '', state: attributes['state'] ?? 'visible' })
    },
  }, { label })
  return book
}

async function readLinks(parts: ReadonlyMap<string, ZipPart>, path: string, label: string): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>()
  const part = parts.get(path)
  if (part) await parseXml(await textOf(part), {
    open(name, attributes) { if (name === 'Relationship' && attributes['TargetMode'] !== 'External') links.set(attributes['Id'] ?? '', attributes['Target'] ?? '') },
  }, { label })
  return links
}

/** All shared strings; text of phonetic guides is not part of them. */
async function readStrings(parts: ReadonlyMap<string, ZipPart>, label: string): Promise<readonly string[]> {
  const strings: string[] = [], part = parts.get('xl/sharedstrings.xml')
  if (!part) return strings
  let current = '', inText = false, phonetic = 0
  const handlers: XmlHandlers = {
    open(name) { if (name === 'si') current = ''; else if (name === 't') inText = true; else if (name === 'rPh') phonetic++ },
    close(name) { if (name === 'si') strings.push(current); else if (name === 't') inText = false; else if (name === 'rPh') phonetic-- },
    text(text) { if (inText && phonetic === 0) current += text },
  }
  await parseXml(await textOf(part), handlers, { label })
  return strings
}

/** For each cell style: does it show a date? */
async function readStyles(parts: ReadonlyMap<string, ZipPart>, label: string): Promise<readonly boolean[]> {
  const part = parts.get('xl/styles.xml'), codes = new Map<number, string>(), formats: number[] = []
  if (!part) return []
  let inCells = false
  await parseXml(await textOf(part), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) formats.push(Number(attributes['numFmtId'] ?? 0))
    },
    close(name) { if (name === 'cellXfs') inCells = false },
  }, { label })
  return formats.map((id) => isDateFormat(id, codes.get(id)))
}

const inXl = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)
const textOf = async (part: ZipPart) => new TextDecoder().decode(await part.bytes())
async function partText(parts: ReadonlyMap<string, ZipPart>, name: string, label: string): Promise<string> {
  const part = parts.get(name)
  if (!part) throw quarantined('broken-workbook', `${label} lacks its part ${name}.`)
  return textOf(part)
}
