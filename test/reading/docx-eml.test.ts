import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf } from '../../src/core/places.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import { makeDocx, makeMail } from '../hostile/documents.ts'

const run = (text: string, properties = '') => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
const read = async (bytes: Uint8Array, label: string) => {
  const { outcome } = (await readBytes(bytes, sourceOf(label)))[0]!
  assert.ok(outcome.state === 'accepted' || outcome.state === 'warned', JSON.stringify(outcome))
  return outcome.value
}

test('paragraphs, headings, items, tables; no deleted or hidden text', async () => {
  const cell = (text: string, more = '') => `<w:tc>${more && `<w:tcPr>${more}</w:tcPr>`}${paragraph(run(text))}</w:tc>`
  const document = await read(makeDocx([
    paragraph(run('Harbour plan'), '<w:pStyle w:val="berschrift1"/>'),
    paragraph(run('The council ') + '<w:del><w:r><w:delText>never </w:delText></w:r></w:del>' + '<w:ins>' + run('always ') + '</w:ins>' + run('secretly ', '<w:vanish/>') + run('meets on Tuesday.')),
    paragraph(run('new cranes'), '<w:numPr><w:ilvl w:val="0"/></w:numPr>'),
    `<w:tbl><w:tr>${cell('Town')}${cell('Cranes')}</w:tr><w:tr>${cell('Norden')}${cell('4')}</w:tr><w:tr>${cell('Both', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`,
    paragraph('<w:r><mc:AlternateContent><mc:Choice><w:t>Shown once.</w:t></mc:Choice><mc:Fallback><w:t>Shown twice.</w:t></mc:Fallback></mc:AlternateContent></w:r>'),
  ].join('')), 'plan.docx')
  assert.deepEqual(document.blocks.map((b) => [b.kind, document.text.slice(b.start, b.end)]), [
    ['title', 'Harbour plan'], ['paragraph', 'The council always meets on Tuesday.'], ['item', 'new cranes'],
    ['cell', 'Town'], ['cell', 'Cranes'], ['cell', 'Norden'], ['cell', '4'], ['cell', 'Both'], ['paragraph', 'Shown once.'],
  ])
  assert.deepEqual(document.authors, ['Ann Tester'])
  assert.equal(document.published?.edtf, '2025-01-13')
  assert.equal(document.published?.basis, 'inferred')
  assert.deepEqual(document.tables[0]!.rows.map((r) => r.cells.map((c) => c && document.text.slice(c.start, c.end))), [['Town', 'Cranes'], ['Norden', '4'], ['Both']])
  assert.deepEqual(document.issues.map((i) => i.code).filter((c) => c.endsWith('-text')), ['deleted-text', 'hidden-text'])
  const at = placesOf(document)
  assert.deepEqual(['Harbour', 'Tuesday', 'cranes', 'Norden', '4', 'Both', 'once'].map((word) => at(document.text.indexOf(word))), ['paragraph 1', 'paragraph 2', 'paragraph 3', 'table 1, cell A2', 'table 1, cell B2', 'table 1, cell A3', 'paragraph 4'])
})

test('two parts of one name are refused', async () => {
  const [result] = await readBytes(makeDocx(paragraph(run('one')), [{ name: 'word/Document.xml', data: '<w:document/>' }]), sourceOf('two.docx'))
  assert.equal(result!.outcome.issues[0]!.code, 'duplicate-part')
})

test('a message with its date, sender and attachments', async () => {
  const mail = makeMail('<p>The harbour council announced on Monday that four new cranes will be built by the end of the year.</p>', [
    { name: '../../plan.docx', type: 'application/octet-stream', data: makeDocx(paragraph(run('The plan itself.'))) },
    { name: 'logo.png', type: 'image/png', data: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1') },
  ])
  const results = await readBytes(mail, sourceOf('release.eml'))
  assert.deepEqual(results.map((r) => [r.label, r.outcome.state === 'refused' ? r.outcome.issues[0].code : 'read']), [['release.eml', 'read'], ['release.eml/plan.docx', 'read'], ['release.eml/logo.png', 'not-a-document']])
  const document = await read(mail, 'release.eml')
  assert.deepEqual([document.title, document.authors, document.published?.edtf, document.mediaType], ['Press release', ['Anna Próba'], '2025-01-13', 'message/rfc822'])
  assert.match(document.text, /four new cranes/)
  assert.deepEqual(document.issues, [])
})

test('a memo that begins like a message stays a text', async () => {
  const document = await read(new TextEncoder().encode('From: the desk\nSubject: cranes\n\nThe cranes are in place and will be used from Monday on.\n'), 'memo.txt')
  assert.equal(document.mediaType, 'text/plain')
})
