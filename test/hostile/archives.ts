import { crc32, deflateRawSync } from 'node:zlib'

/** One file of a made archive; what is left out is true, what is given may lie. */
export interface Member { readonly name: string; readonly data: Uint8Array | string; readonly stored?: boolean; readonly sizeSaid?: number; readonly crcSaid?: number; readonly flags?: number }

const bytesOf = (data: Uint8Array | string) => (typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength))

/** A ZIP archive of these files, written by hand so that it can lie. @example makeZip([{ name: 'a.txt', data: 'A' }]) */
export function makeZip(members: readonly Member[]): Buffer {
  const locals: Buffer[] = [], entries: Buffer[] = []
  let at = 0
  for (const member of members) {
    const data = bytesOf(member.data), name = Buffer.from(member.name)
    const packed = member.stored ? data : deflateRawSync(data)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800 | (member.flags ?? 0), 2)
    common.writeUInt16LE(member.stored ? 0 : 8, 4)
    common.writeUInt32LE(member.crcSaid ?? crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(member.sizeSaid ?? data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(at, 10)
    locals.push(Buffer.from('PK\x03\x04'), common, name, packed)
    entries.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, entry, name)
    at += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(entries), end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}

export interface SheetPart { readonly name: string; readonly xml: string; readonly state?: string }
const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

/** A workbook of these sheets; `xml` is what stands inside `<worksheet>`. */
export function makeWorkbook(sheets: readonly SheetPart[], options: { readonly strings?: readonly string[]; readonly date1904?: boolean; readonly more?: readonly Member[] } = {}): Buffer {
  const rid = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
  return makeZip([
    { name: '[Content_Types].xml', data: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` },
    { name: 'xl/workbook.xml', data: `${declaration}<workbook ${main} ${rid}>${options.date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets.map((s, i) => `<sheet name="${s.name}" sheetId="${i + 1}" r:id="rId${i + 1}"${s.state ? ` state="${s.state}"` : ''}/>`).join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', data: `${declaration}<Relationships ${relations}>${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>` },
    { name: 'xl/styles.xml', data: `${declaration}<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>` },
    { name: 'xl/sharedStrings.xml', data: `${declaration}<sst ${main}>${(options.strings ?? []).map((s) => `<si>${s}</si>`).join('')}</sst>` },
    ...sheets.map((s, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data: `${declaration}<worksheet ${main}>${s.xml}</worksheet>` })),
    ...(options.more ?? []),
  ])
}
