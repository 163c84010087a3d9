import type { AidKind, CommitmentFields, CommitmentStage, Drawn, Item, Mention, Valuation, Written } from '../../core/claim.ts'
import { bounds, parseEdtf, type DatedValue, type Edtf } from '../../core/dates.ts'
import type { Document, Table, TableCell } from '../../core/document.ts'
import type { Evidence, NonEmpty } from '../../core/evidence.ts'
import type { Issue } from '../../core/issue.ts'
import type { Lexicon } from '../../core/lexicon.ts'
import { money, type Money } from '../../core/money.ts'
import { cellNumber, cellText, findColumns, foldHeader, misspeltIssues, type Columns, type Dataset, type DatasetReading, type FigureCheck } from '../dataset.ts'

/** Folded headers of the main sheet, from release 7 (2022) to release 29 (2026), best first. */
const contract = {
  id: ['activityid', 'id'], donor: ['donor', 'countries', 'country'], date: ['announcementdate'],
  general: ['aidtypegeneral', 'typeofaidgeneral'], specific: ['aidtypespecific', 'typeofaidspecific'], measure: ['measure'],
  explanation: ['explanation'], currency: ['reportingcurrency', 'originalcurrency'], given: ['monetaryvalueasgivenbysource', 'sourcereportedvalue'],
  item: ['item', 'items'], itemType: ['itemtype', 'typeofitem'], units: ['itemnumb', 'noofunits'], delivered: ['itemnumbdeliv', 'noofunitsdeliveredinkindmilitaryaid'],
  estimate: ['itemvalueestimateusd', 'valuecommittedownestimateinusd'], estimateDelivered: ['valuedeliveredownestimateinusd'],
  total: ['totactivityvalue', 'total'], eur: ['totactivityvalueeur', 'convertedvalueineur'], part: ['totsubactivityvalueeurredistr', 'totsubactivityvalueeur'],
  deliveredEur: ['totvaluedeliveur', 'totalmonetaryvaluedeliveredineur'], method: ['valuesourcecommitments'],
  source1: ['sourceofaid1', 'source1'], source2: ['sourceofaid2', 'source2'], source3: ['sourceofaid3', 'source3'], source4: ['sourceofaid4', 'source4'],
} as const
type Name = keyof typeof contract
const required: readonly Name[] = ['id', 'donor', 'date', 'general', 'eur']

const aidKinds: Readonly<Record<string, AidKind>> = { financial: 'financial', humanitarian: 'humanitarian', military: 'military' }
const mainSheet = (document: Document) => document.tables.find((t) => !('missing' in findColumns(t, contract, required)))

/** The Ukraine Support Tracker of the Kiel Institute: main sheet of each release, its own summary as a check. */
export default {
  name: 'kiel', version: 1, title: 'Ukraine Support Tracker, Kiel Institute',
  refusal(document) {
    const sheet = mainSheet(document)
    if (sheet) return unsavedFormulas(sheet)
    const likeliest = document.tables.map((t) => ({ name: t.name, found: findColumns(t, contract, required) })).map(({ name, found }) => ({ name, missing: 'missing' in found ? found.missing : [] })).sort((a, b) => a.missing.length - b.missing.length)[0]
    return { code: 'not-the-dataset', level: 'error', message: likeliest && likeliest.missing.length < required.length
      ? `${document.label} is not a release of the Kiel tracker: sheet "${likeliest.name}" lacks the column${likeliest.missing.length > 1 ? 's' : ''} ${likeliest.missing.join(', ')} (accepted headers: ${likeliest.missing.map((m) => contract[m].join(' or ')).join('; ')}).`
      : `${document.label} is not a release of the Kiel tracker: no sheet has the columns ${required.join(', ')}.` }
  },
  draw(document, lexicon) {
    const table = mainSheet(document)!, columns = findColumns(table, contract, required) as Columns<Name>
    const sheet = readSheet(table, columns, release(document), coverageEnd(document))
    const activities = [...sheet.activities.values()]
    const drawn = activities.flatMap((rows) => drawActivity(rows, sheet, lexicon))
    const figures = checkSummary(document, activities)
    const reported = sheet.unread
    return {
      release: sheet.release, until: sheet.until ?? latestDay(activities), drawn, observations: [], figures,
      account: { rows: sheet.rows, handled: sheet.rows - reported - Object.values(sheet.ignored).reduce((a, b) => a + b, 0), ignored: sheet.ignored, reported, activities: activities.length },
      issues: [...misspeltIssues(columns, table.name), ...sheet.issues, ...figures.filter((f) => !f.agrees).map((f): Issue => ({ code: 'summary-differs', level: 'warning', message: `${f.sheet}: ${f.row}, ${f.column}: the file states ${f.stated.toFixed(2)} EUR, its rows give ${f.computed.toFixed(2)}.`, place: f.sheet }))],
    }
  },
} satisfies Dataset

/**
 * Programs that edit a workbook without computing it drop the values of its formulas: its sums would silently be gone.
 * Rows below the first of an activity are formulas that come to nothing, so only a column with next to no values tells.
 */
function unsavedFormulas(table: Table): Issue | undefined {
  const { header, at } = findColumns(table, contract, required) as Columns<Name>
  const formulas = table.rows.filter((r) => r.index > header && r.cells[at.eur!]?.formula !== undefined)
  const empty = formulas.filter((r) => cellNumber(r.cells[at.eur!]) === null)
  if (empty.length === 0 || empty.length < 0.9 * formulas.length) return undefined
  return { code: 'formulas-without-values', level: 'error', message: `${empty.length} rows of sheet "${table.name}" (the first is row ${empty[0]!.index + 1}) hold formulas whose values were not saved. Open the workbook in a spreadsheet program, save it, and import it again.`, place: table.name }
}

interface Row { readonly index: number; readonly key: string; readonly donor: string; readonly general: string; readonly cell: (name: Name) => TableCell | null }
interface Sheet { readonly table: string; readonly at: Columns<Name>['at']; readonly release: string; readonly activities: Map<string, readonly [Row, ...Row[]]>; readonly rows: number; readonly ignored: Record<string, number>; readonly unread: number; readonly issues: Issue[]; readonly until: string | null }

/** "7", "29 (04/2026)" …: as the read-me sheet or the file name says, else the document's label. */
function release(document: Document): string {
  for (const table of document.tables) for (const row of table.rows.slice(0, 20)) for (const cell of row.cells) {
    const m = /\b(\d{1,3})(?:st|nd|rd|th) release\b|\brelease (\d{1,3}\b(?: ?\(\d{2}\/\d{4}\))?)/i.exec(cell?.text ?? '')
    if (m) return m[1] ?? m[2]!
  }
  return /release[_ -]?(\d{1,3})|_R(\d{1,3})(?=_|\b)/i.exec(document.label)?.slice(1).find((g) => g) ?? document.label
}

/** The last plausible day of the rows: what a file reports up to, when it does not say. Of a span only the start: "2024-2027" reaches beyond the file. */
function latestDay(activities: readonly (readonly [Row, ...Row[]])[]): string | null {
  const days = activities.flatMap((rows) => rows.map(dateOf)).filter((d) => d !== null && !d.why?.startsWith('implausible')).map((d) => (d!.edtf.includes('/') || d!.edtf.length < 10 ? firstDay(d!.edtf) : d!.edtf))
  return days.sort().at(-1) ?? null
}

const months = 'january february march april may june july august september october november december'.split(' ')
/** "covering January 24 to October 3, 2022" → 2022-10-03. */
function coverageEnd(document: Document): string | null {
  for (const table of document.tables) for (const row of table.rows.slice(0, 20)) for (const cell of row.cells) {
    const text = cell?.text ?? '', at = text.indexOf('covering')
    const m = at < 0 ? null : /\bto ([A-Z][a-z]{1,20}) (\d{1,2}),? (\d{4})/.exec(text.slice(at, at + 100))
    const month = m ? months.indexOf(m[1]!.toLowerCase()) + 1 : 0
    if (m && month > 0) return iso(m[3]!, String(month), m[2]!)
  }
  return null
}

function readSheet(table: Table, columns: Columns<Name>, label: string, until: string | null): Sheet {
  // The item column of early releases has no header: it is the one left of the item type.
  const at = { ...columns.at, ...(columns.at.item === undefined && columns.at.itemType !== undefined ? { item: columns.at.itemType - 1 } : {}) }
  const activities = new Map<string, [Row, ...Row[]]>(), issues: Issue[] = [], ignored: Record<string, number> = {}
  let rows = 0, unread = 0
  for (const { index, cells } of table.rows) {
    if (index <= columns.header) continue
    if (cells.every((c) => cellText(c) === null)) continue
    rows++
    const cell = (name: Name) => (at[name] === undefined ? null : cells[at[name]] ?? null)
    const key = cellText(cell('id')), donor = cellText(cell('donor')), general = cellText(cell('general'))?.toLowerCase()
    const report = (code: string, message: string) => { issues.push({ code, level: 'warning', message: `Row ${index + 1}${key ? ` (${key})` : ''}: ${message}`, place: `${table.name}!${index + 1}` }) }
    if (!key && !donor) { ignored['note below the table'] = (ignored['note below the table'] ?? 0) + 1; continue }
    if (!key || !donor) { unread++; report('row-without-key', `has no ${key ? 'donor' : 'activity id'}; it was not read.`); continue }
    if (!general || !aidKinds[general]) report('unknown-aid-type', `type of aid "${general ?? ''}" is not Financial, Humanitarian or Military; kept as other.`)
    const row: Row = { index, key, donor, general: general ?? '', cell }
    const group = activities.get(key)
    if (!group) activities.set(key, [row])
    else {
      if (group[0].donor !== donor) report('re-used-id', `the id belongs to ${group[0].donor} in row ${group[0].index + 1} and to ${donor} here.`)
      else if (group[0].general !== row.general) report('mixed-activity', `type of aid differs from row ${group[0].index + 1}.`)
      if (table.rows.length && cellNumber(cell('eur')) !== null && cellNumber(group[0].cell('eur')) !== null && !cellText(cell('measure')) && cellNumber(cell('eur')) === cellNumber(group[0].cell('eur'))) report('repeated-value', 'repeats the value of the first row of its activity; counted once.')
      group.push(row)
    }
  }
  const sheet: Sheet = { table: table.name, at, release: label, activities, rows, ignored, unread, issues, until }
  for (const group of activities.values()) checkActivity(group, sheet)
  const known = new Set(Object.values(at)), further = (table.rows.find((r) => r.index === columns.header)?.cells ?? []).flatMap((c, i) => (known.has(i) || !cellText(c) ? [] : [cellText(c)!]))
  if (further.length) issues.push({ code: 'columns-not-read', level: 'note', message: `Columns without a use here: ${further.join('; ')}.`, place: table.name })
  return sheet
}

/** The traps of single activities, each named with its row. */
function checkActivity(rows: readonly [Row, ...Row[]], { issues, table, until }: Sheet): void {
  const [first] = rows
  const report = (row: Row, level: Issue['level'], code: string, message: string) => issues.push({ code, level, message: `Row ${row.index + 1} (${row.key}): ${message}`, place: `${table}!${row.index + 1}` })
  if (cellNumber(first.cell('eur')) === null) {
    const stated = cellNumber(first.cell('total'))
    if (stated !== null || rows.some((r) => cellNumber(r.cell('total')) !== null)) report(first, 'warning', 'not-converted', `has ${cellText(first.cell('currency')) ?? 'a'} value ${stated ?? ''} without a value in EUR; the file's own totals leave it out, and so do ours.`)
    else report(first, 'note', 'undisclosed', 'no value is given: undisclosed, not zero.')
  }
  for (const row of rows) {
    const date = dateOf(row), raw = cellText(row.cell('date'))
    if (row === first && raw && !date) report(row, 'note', 'undated', `"${raw}" is no date that can be settled.`)
    if (date && date.why?.startsWith('implausible')) report(row, 'warning', 'implausible-date', `${date.why}; kept as written.`)
    if (date && until && lastDay(date.edtf) > until && !date.why?.startsWith('implausible')) report(row, 'warning', 'date-after-release', `"${raw}" lies after ${until}, the last day that the file covers${/until/i.test(raw ?? '') ? ' (a series of years under one another points to a dragged cell)' : ''}; kept as written.`)
    for (const name of ['units', 'delivered'] as const) {
      const text = cellText(row.cell(name))
      if (text && cellNumber(row.cell(name)) === null && /^[\d.,]+$/.test(text)) report(row, 'warning', 'not-a-number', `"${text}" in the ${name} column is not a number (text with doubled separators); kept as unknown.`)
      if ((cellNumber(row.cell(name)) ?? 0) < 0) report(row, 'warning', 'negative-quantity', `${cellNumber(row.cell(name))} ${name}; a correction is an event of its own, kept as one.`)
    }
    const promised = cellNumber(row.cell('units')), given = cellNumber(row.cell('delivered'))
    if (promised !== null && given !== null && given > promised) report(row, 'note', 'delivered-above-promised', `${given} delivered of ${promised} promised: legal, and noted.`)
  }
  const delivered = cellNumber(first.cell('deliveredEur')), eur = cellNumber(first.cell('eur'))
  if (delivered !== null && delivered < 0) report(first, 'warning', 'negative-delivery', `a delivered value of ${delivered.toFixed(2)} EUR cannot be handed over; kept as given, for the publisher to explain.`)
  if ((sumOf(rows, 'eur')?.minor ?? 0n) < 0n) report(first, 'warning', 'negative-commitment', 'its rows come to less than nothing: a correction without what it corrects; kept as given.')
  if (delivered !== null && eur !== null && delivered > eur * 1.000001) report(first, 'note', 'delivered-above-committed', `delivered value ${delivered.toFixed(2)} EUR above the commitment of ${eur.toFixed(2)} EUR: legal, and noted.`)
}

/** One activity as claims: the package with its amount, its deliveries, and one claim an item (no amount of its own). */
function drawActivity(rows: readonly [Row, ...Row[]], sheet: Sheet, lexicon: Lexicon): readonly Drawn<CommitmentFields<Written>>[] {
  const [first] = rows, provider = donorMention(first, lexicon), recipient = ukraine(lexicon)
  const eur = sumOf(rows, 'eur'), valuations = originalValue(first)
  const base = { kind: 'commitment', provider: [provider], recipient: recipient ? [recipient] : [], aid: aidKinds[first.general] ?? 'other', period: null, total: false, condition: null, channel: null, restates: null } as const
  const key = { name: 'kiel', release: sheet.release, key: first.key } as const
  const items = rows.map(itemOf).filter((i) => i !== null)
  const explain = (rule: string, rowsOf: readonly Row[]) => ({ rule, fields: { row: rowsOf.map((r) => r.index + 1).join(', '), method: cellText(first.cell('method')) ?? 'as given', sources: sources(first) } })
  const allocation = (row: Row): boolean => /^alloc/i.test(cellText(row.cell('measure')) ?? '')
  // Releases that measure both give the commitment in one column and the allocations in another, also for activities without a row of commitment.
  const allocated = allocatedOf(rows.filter(allocation))
  const stage: CommitmentStage = rows.every(allocation) && !(eur && allocated) ? 'allocated' : 'announced'
  const out: Drawn<CommitmentFields<Written>>[] = [{
    fields: { ...base, stage, amount: eur, items: rows.length === 1 ? items : [], date: dateOf(first), level: 'package', dataset: key, ...(valuations.length ? { valuations } : {}) },
    evidence: evidence(sheet, [first], ['id', 'donor', 'date', 'general', 'currency', 'given', 'total', 'eur']), confidence: 1, explain: explain('kiel: activity', rows),
  }]
  const delivered = sumOf(rows, 'deliveredEur')
  if (delivered && delivered.minor !== 0n) out.push({
    fields: { ...base, stage: 'delivered', amount: delivered, items: [], date: null, level: 'package', dataset: { ...key, part: 'delivered' } },
    evidence: evidence(sheet, [first], ['id', 'donor', 'deliveredEur']), confidence: 1, explain: explain('kiel: delivered value', rows),
  })
  if (allocated && stage !== 'allocated') out.push({
    fields: { ...base, stage: 'allocated', amount: allocated, items: [], date: dateOf(rows.find(allocation)!), level: 'package', dataset: { ...key, part: 'allocated' } },
    evidence: evidence(sheet, rows.filter(allocation), ['id', 'donor', 'part']), confidence: 1, explain: explain('kiel: allocated', rows.filter(allocation)),
  })
  if (rows.length > 1 || sheet.at.part !== undefined) rows.forEach((row, n) => {
    const item = itemOf(row), value = numberMoney(row.cell('part'), 'EUR')
    if (!item && !value) return
    const worth = [...valuation('estimated', row.cell('estimate'), 'USD'), ...valuation('estimated delivered', row.cell('estimateDelivered'), 'USD')]
    out.push({
      fields: { ...base, stage: allocation(row) ? 'allocated' : 'announced', amount: value, items: item ? [item] : [], date: dateOf(row), level: 'item', dataset: { ...key, part: String(n + 1) }, ...(worth.length ? { valuations: worth } : {}) },
      evidence: evidence(sheet, [row], ['id', 'item', 'units', 'delivered', 'part']), confidence: 1, explain: explain('kiel: item', [row]),
    })
  })
  return out
}

/** The donor as a mention: a state by the lexicon, else a body as written ("European Peace Facility"). */
function donorMention(row: Row, lexicon: Lexicon): Mention {
  const written = row.donor.trim(), plainName = written.endsWith(')') ? written.split('(', 1)[0]!.trimEnd() : written
  const senses = lexicon.senses(written, 'en').length ? lexicon.senses(written, 'en') : lexicon.senses(plainName, 'en')
  const state = senses.find((s) => s.type === 'state')
  const cell = row.cell('donor')!
  return { kind: 'mention', type: state ? 'state' : 'body', name: (state ?? senses[0])?.name ?? written, written, span: { start: cell.start, end: cell.end }, country: state?.country ?? null, office: null, candidates: (state ? [state] : senses).map((s) => s.id) }
}

function ukraine(lexicon: Lexicon): Mention | undefined {
  const sense = lexicon.senses('Ukraine', 'en').find((s) => s.type === 'state')
  return sense && { kind: 'mention', type: 'state', name: sense.name, written: 'Ukraine', span: null, country: sense.country, office: null, candidates: [sense.id] }
}

function itemOf(row: Row): Item | null {
  const name = cellText(row.cell('item'))
  return name ? { name, quantity: rounded(cellNumber(row.cell('units'))) } : null
}

const rounded = (n: number | null): number | null => (n === null ? null : Number(n.toPrecision(12)))

/** Converted values come with more decimals than a cent: five are kept, so that sums agree to the cent and the last bits of a float are no change. */
const numberMoney = (cell: TableCell | null, currency: string): Money | null => {
  const value = cellNumber(cell)
  return value === null || !/^[A-Z]{3}$/.test(currency) ? null : money(value.toFixed(5), currency, 'exact', 5)
}

/** What was allocated of an activity, shares in support by the EU included where the release redistributes them: the sum of its allocation rows. */
function allocatedOf(rows: readonly Row[]): Money | null {
  const values = rows.map((r) => numberMoney(r.cell('part'), 'EUR')).filter((m) => m !== null)
  return values[0] ? { ...values[0], minor: values.reduce((sum, v) => sum + v.minor, 0n) } : null
}

/** The value of an activity: the first row carries it; a repeat of the same value on later rows is not added. */
function sumOf(rows: readonly [Row, ...Row[]], name: 'eur' | 'deliveredEur'): Money | null {
  const values = rows.map((r) => numberMoney(r.cell(name), 'EUR')).filter((m) => m !== null)
  const [first] = values
  if (!first) return null
  const measured = rows.some((r) => cellText(r.cell('measure')) !== null)
  if (!measured && values.length > 1 && values.every((v) => v.minor === first.minor)) return first
  return { ...first, minor: values.reduce((sum, v) => sum + v.minor, 0n) }
}

function originalValue(row: Row): readonly Valuation[] {
  const currency = cellText(row.cell('currency')) ?? ''
  return valuation('reported', cellNumber(row.cell('total')) !== null ? row.cell('total') : row.cell('given'), currency)
}
const valuation = (method: Valuation['method'], cell: TableCell | null, currency: string): readonly Valuation[] => {
  const value = numberMoney(cell, currency)
  return value ? [{ method, money: value }] : []
}

const sources = (row: Row) => (['source1', 'source2', 'source3', 'source4'] as const).map((n) => cellText(row.cell(n))).filter((s) => s !== null && s !== '0').join(' ')

/** Cells as evidence: those that hold something, with sheet, row and column. */
function evidence(sheet: Sheet, rows: readonly Row[], names: readonly Name[]): NonEmpty<Evidence> {
  const cells = rows.flatMap((row) => names.flatMap((name) => {
    const cell = row.cell(name)
    return cell && cell.end > cell.start ? [{ exact: cell.text, start: cell.start, end: cell.end, cell: { table: sheet.table, row: row.index, column: sheet.at[name]! } }] : []
  }))
  return cells as unknown as NonEmpty<Evidence>
}

/**
 * The date of a row in the ways the releases write it: a date cell, "until 7/27/2022" (an open start), "since 2/24/2022",
 * "between 3/4/22 & 3/11/22", "not specified, 03/22" (a month). Others are no date.
 */
function dateOf(row: Row): DatedValue | null {
  const text = cellText(row.cell('date'))
  if (!text) return null
  const days = [...text.matchAll(/\b(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\b/g)].map((m) => iso(m[3]!, m[1]!, m[2]!))
  const plain = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
  const said = (edtf: Edtf | undefined, why?: string): DatedValue | null => {
    if (!edtf) return null
    const year = Number(/\d{4}/.exec(edtf)?.[0])
    return year < 2014 || year > 2035 ? { edtf, basis: 'said', why: `implausible year ${year} in "${text}"` } : { edtf, basis: 'said', ...(why ? { why } : {}) }
  }
  if (plain) return said(parseEdtf(plain))
  if (/^until\b/i.test(text) && days[0]) return said(parseEdtf(`../${days[0]}`), `"${text}"`)
  if (/^since\b/i.test(text) && days[0]) return said(parseEdtf(`${days[0]}/..`), `"${text}"`)
  if (days.length === 2) return said(parseEdtf(days.join('/')), `"${text}"`)
  if (days.length === 1) return said(parseEdtf(days[0]!))
  const month = /\b(\d{2})\/(\d{2}|\d{4})\b/.exec(text)
  if (month) return said(parseEdtf(`${fullYear(month[2]!)}-${month[1]}`), `"${text}"`)
  return said(parseEdtf(/^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/.exec(text)?.slice(1).filter((y) => y).join('/') ?? ''))
}
const firstDay = (date: Edtf) => { const [first, last] = bounds(date); return first === '0000-01-01' ? last : first }
const lastDay = (date: Edtf) => { const [first, last] = bounds(date); return last === '9999-12-31' ? first : last }
const fullYear = (y: string) => (y.length === 2 ? `20${y}` : y)
const iso = (y: string, m: string, d: string) => `${fullYear(y)}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`

/**
 * Compares each donor's cells of the file's own summary with the rows, in EUR: its columns of commitments with the
 * commitments, its columns of allocations, which later releases have, with the allocation rows.
 */
function checkSummary(document: Document, activities: readonly (readonly [Row, ...Row[]])[]): readonly FigureCheck[] {
  const table = document.tables.find((t) => /^country summary(?: ?\(€\))?$/i.test(t.name.trim())), columns = table && summaryColumns(table)
  if (!table || !columns) return []
  const sums = new Map<string, bigint>(), digits = 5
  const add = (row: Row, measure: string, value: Money | null) => { if (value) for (const kind of [row.general, 'total']) { const key = `${foldHeader(row.donor)}|${kind} ${measure}`; sums.set(key, (sums.get(key) ?? 0n) + value.minor) } }
  for (const rows of activities) {
    add(rows[0], 'commitments', sumOf(rows, 'eur'))
    add(rows[0], 'allocations', allocatedOf(rows.filter((r) => /^alloc/i.test(cellText(r.cell('measure')) ?? ''))))
  }
  const donors = new Set(activities.map((rows) => foldHeader(rows[0].donor)))
  return table.rows.flatMap((row) => {
    const name = cellText(row.cells[columns.country])
    if (row.index <= columns.header || !name || !donors.has(foldHeader(name))) return []
    return columns.sums.flatMap(({ column, kind, measure }): FigureCheck[] => {
      const stated = cellNumber(row.cells[column])
      if (stated === null) return []
      const computed = Number(sums.get(`${foldHeader(name)}|${kind} ${measure}`) ?? 0n) / 10 ** digits
      return [{ sheet: table.name, row: name, column: measure === 'commitments' ? kind : `${kind} ${measure}`, stated: stated * 1e9, computed, agrees: Math.abs(stated * 1e9 - computed) < 0.005 }]
    })
  })
}

/** The columns of the summary that the rows explain: a kind of aid or the bilateral total, committed or allocated. Units follow in the header or stand below it. */
function summaryColumns(table: Table) {
  for (const [n, { index, cells }] of table.rows.slice(0, 20).entries()) {
    const heads = cells.map((c) => foldHeader(c?.text ?? '')), below = table.rows[n + 1]?.cells ?? [], country = heads.findIndex((h) => h === 'country' || h === 'donor')
    const sums = heads.flatMap((head, column) => { const m = /^(financial|humanitarian|military|totalbilateral)(commitments|allocations)(?:in)?(?:€|eur)?(?:billions?|bn)?(?:€|eur|euros?)?$/.exec(head); return m && !/[%$]/.test(below[column]?.text ?? '') ? [{ column, kind: m[1] === 'totalbilateral' ? 'total' : m[1]!, measure: m[2]! }] : [] })
    if (country >= 0 && sums.some((s) => s.kind === 'total')) return { header: index, country, sums }
  }
  return undefined
}
