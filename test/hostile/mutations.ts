import fc from 'fast-check'
import { gzipSync } from 'node:zlib'
import { makeWorkbook, makeZip } from './archives.ts'
import { makeDocx, makeMail } from './documents.ts'
import { drawLines, makePdf } from './pdfs.ts'
import { makeRecord, packRecords } from './warcs.ts'

const sentence = 'The harbour council met on Monday and agreed to build four new cranes by the end of the year.'
const page = `<!doctype html><html lang="en"><head><title>Harbour</title><meta charset="utf-8"></head><body><nav><a href="/">Home</a></nav><article><h1>Cranes</h1><p>${sentence}</p><p>“We begin in spring,” the mayor said. Größe, вартість, coût.</p></article></body></html>`
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const rss = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Quay</title>${[1, 2, 3].map((n) => `<item><title>Item ${n}</title><link>https://a.example/${n}</link><pubDate>Mon, 13 Jan 2025 10:00:00 GMT</pubDate><description>${sentence}</description></item>`).join('')}</channel></rss>`
const docx = makeDocx(paragraph(sentence) + `<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`)
const xlsx = makeWorkbook([{ name: 'Aid', xml: `<sheetData><row r="1">${cell('A1', 'Town')}${cell('B1', 'Cranes')}</row><row r="2">${cell('A2', 'Norden')}<c r="B2"><f>1+3</f><v>4</v></c></row></sheetData>` }])

/** Good files of each format, to be damaged. */
export const goodFiles: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['page.html', Buffer.from(page)], ['talks.txt', Buffer.from(`${sentence}\n\n${sentence}`)], ['talks.md', Buffer.from(`---\ntitle: Talks\npublished: 2025-01-13\n---\n# Talks\n\n${sentence}\n\n- one\n- two\n`)],
  ['feed.rss', Buffer.from(rss)], ['sitemap.xml', Buffer.from('<?xml version="1.0"?><urlset><url><loc>https://a.example/1</loc></url></urlset>')], ['table.csv', Buffer.from('town,cranes,money\nNorden,4,1.5\nSüden,3,2.5\n')],
  ['plan.docx', docx], ['aid.xlsx', xlsx], ['mail.eml', makeMail(`<p>${sentence}</p>`, [{ name: 'plan.docx', type: 'application/octet-stream', data: docx }])],
  ['report.pdf', makePdf([drawLines([['Report', 20], [sentence], [sentence]]), drawLines([[sentence, 11, 3]])])],
  ['crawl.warc.gz', Buffer.concat(packRecords([1, 2].map((n) => makeRecord({ url: `https://a.example/${n}`, body: page }))))], ['crawl.warc', makeRecord({ url: 'https://a.example/1', body: page })],
  ['all.zip', makeZip([{ name: 'page.html', data: page }, { name: 'aid.xlsx', data: xlsx }, { name: 'deep.zip', data: makeZip([{ name: 'talks.txt', data: sentence }]) }])], ['page.html.gz', gzipSync(page)],
]

type Damage = (bytes: Buffer) => Buffer
const at = fc.nat(1_000_000)
const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(at, fc.nat(255)).map(([i, byte]): Damage => (b) => { const c = Buffer.from(b); if (c.length) c[i % c.length] = byte; return c }),
  at.map((i): Damage => (b) => b.subarray(0, i % (b.length + 1))),
  at.map((i): Damage => (b) => b.subarray(i % (b.length + 1))),
  fc.tuple(at, at).map(([i, n]): Damage => (b) => Buffer.concat([b.subarray(0, i % (b.length + 1)), b.subarray((i % (b.length + 1)) + (n % 64))])),
  fc.tuple(at, fc.uint8Array({ maxLength: 40 })).map(([i, more]): Damage => (b) => Buffer.concat([b.subarray(0, i % (b.length + 1)), more, b.subarray(i % (b.length + 1))])),
  fc.tuple(at, at, fc.nat(50)).map(([i, n, times]): Damage => (b) => { const s = i % (b.length + 1), part = b.subarray(s, s + (n % 200)); return Buffer.concat([b.subarray(0, s), ...Array<Buffer>(times).fill(part), b.subarray(s)]) }),
  fc.tuple(at, fc.constantFrom('<', '<!--', '<![CDATA[', ']]>', '&#x0;', '\0', '\r\n\r\n', '<!DOCTYPE x [', '</', '"', '%PDF-', 'PK\x03\x04', 'endstream', '\u202e', '>>', 'WARC/1.0\r\n', '99999999999')).map(([i, word]): Damage => (b) => { const s = i % (b.length + 1); return Buffer.concat([b.subarray(0, s), Buffer.from(word, 'latin1'), b.subarray(s)]) }),
)

const tag = fc.constantFrom('div', 'p', 'a', 'b', 'table', 'tr', 'td', 'font', 'li', 'ul', 'script', 'style', 'svg', 'math', 'template', 'select', 'frameset', 'h1', 'article')
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.string({ maxLength: 20 }), fc.tuple(tag, fc.array(tie('tree'), { maxLength: 4 }), fc.boolean(), fc.string({ maxLength: 8 })).map(([name, inner, closes, attribute]) => `<${name} ${attribute}>${inner.join('')}${closes ? `</${name}>` : ''}`)),
}))

/** An input for the reader: a damaged good file, a page of random structure, or bytes. */
export const anyInput: fc.Arbitrary<{ readonly name: string; readonly bytes: Uint8Array }> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...goodFiles), fc.array(damages, { minLength: 1, maxLength: 4 })).map(([[name, bytes], list]) => ({ name, bytes: list.reduce((b, damage) => damage(b), bytes) })) },
  { weight: 2, arbitrary: tree.map((html) => ({ name: 'random.html', bytes: Buffer.from(html) })) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 600 }).map((bytes) => ({ name: 'random.bin', bytes })) },
)
