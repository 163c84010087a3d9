/** File ending → media type, for labels without a header. */
const byEnding: Readonly<Record<string, string>> = {
  html: 'text/html', htm: 'text/html', xhtml: 'application/xhtml+xml', txt: 'text/plain', text: 'text/plain', md: 'text/markdown', markdown: 'text/markdown',
  rss: 'application/rss+xml', atom: 'application/atom+xml', xml: 'application/xml', json: 'application/json', warc: 'application/warc',
  gz: 'application/gzip', zip: 'application/zip', pdf: 'application/pdf', eml: 'message/rfc822', csv: 'text/csv', tsv: 'text/tab-separated-values',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
}

/** Media type → the formats that may honestly carry it. */
const formatsOf: Readonly<Record<string, readonly string[]>> = {
  'text/html': ['html'], 'application/xhtml+xml': ['html'], 'text/plain': ['text', 'markdown', 'csv'], 'text/markdown': ['markdown', 'text'],
  'application/rss+xml': ['feed'], 'application/atom+xml': ['feed'], 'application/feed+json': ['feed'],
  'application/warc': ['warc', 'gzip'], 'application/gzip': ['gzip', 'warc'], 'application/x-gzip': ['gzip', 'warc'],
  'application/zip': ['zip', 'docx', 'xlsx'], 'application/pdf': ['pdf'], 'message/rfc822': ['eml'],
  'text/csv': ['csv', 'text'], 'text/tab-separated-values': ['csv', 'text'],
  [byEnding['docx']!]: ['docx'], [byEnding['xlsx']!]: ['xlsx'], [byEnding['xlsm']!]: ['xlsx'],
}

/** Media type by the ending of a file name or address, or null. @example mediaTypeOf('notes.MD') // 'text/markdown' */
export function mediaTypeOf(label: string): string | null {
  const ending = /\.([a-z0-9]{2,8})$/i.exec(label.replace(/[?#].*/, ''))?.[1]?.toLowerCase()
  return (ending !== undefined && byEnding[ending]) || null
}

/** Media type without its parameters, in lower case, or null. @example bareType('Text/HTML; charset=utf-8') // 'text/html' */
export const bareType = (declared: string | null): string | null => declared?.split(';', 1)[0]!.trim().toLowerCase() || null

/** Formats that a declared type may stand for, or null when it says nothing definite. @example formatsFor('application/pdf') // ['pdf'] */
export const formatsFor = (declared: string | null): readonly string[] | null => formatsOf[bareType(declared) ?? ''] ?? null
