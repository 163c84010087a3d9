import { makeZip, type Member } from './archives.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

/** A Word file with this body. @example makeDocx('<w:p><w:r><w:t>Hello</w:t></w:r></w:p>') */
export const makeDocx = (body: string, more: readonly Member[] = []): Buffer => makeZip([
  { name: '[Content_Types].xml', data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
  { name: 'word/document.xml', data: `<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>` },
  { name: 'word/styles.xml', data: `<w:styles ${w}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>` },
  { name: 'docProps/core.xml', data: '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Harbour plan</dc:title><dc:creator>Ann Tester</dc:creator><dcterms:created>2025-01-13T08:00:00Z</dcterms:created></cp:coreProperties>' },
  ...more,
])

/** A message with a plain and an HTML part and these attachments. */
export const makeMail = (html: string, attachments: readonly { readonly name: string; readonly type: string; readonly data: Uint8Array }[] = []): Buffer => Buffer.from([
  'Received: from mail.example (mail.example [192.0.2.1])', 'From: =?utf-8?q?Anna_Pr=C3=B3ba?= <anna@harbour.example>', 'To: press@town.example', 'Subject: =?utf-8?b?UHJlc3MgcmVsZWFzZQ==?=', 'Date: Mon, 13 Jan 2025 10:00:00 +0100', 'Message-ID: <1@harbour.example>', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="b1"', '',
  '--b1', 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64', '', Buffer.from(html).toString('base64'),
  ...attachments.flatMap((a) => ['--b1', `Content-Type: ${a.type}; name="${a.name}"`, `Content-Disposition: attachment; filename="${a.name}"`, 'Content-Transfer-Encoding: base64', '', Buffer.from(a.data).toString('base64')]),
  '--b1--', '',
].join('\r\n'))
