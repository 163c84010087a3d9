import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decode } from '../../src/reading/charset.ts'

const ukrainian = 'Міністр оборони зустрівся з колегами у Києві. Сторони обговорили постачання, ремонт і навчання механіків; їхня наступна зустріч відбудеться в серпні.'
const german = 'Die Minister prüfen die größeren Lieferungen für die Brücke. Über Bücher spräche später niemand, heißt es.'
const polish = 'Wiceminister zapowiedział, że żołnierze otrzymają części zamienne. Łączność będzie gotowa w październiku, pół roku później.'
const french = 'Les ministres ont évoqué à Paris la formation des équipages; le général a déclaré être prêt dès l’été.'

/** Encodes by asking the decoder which byte gives which letter. */
function encode(text: string, charset: string): Uint8Array {
  const bytes = new Map(Array.from({ length: 256 }, (_, b) => [new TextDecoder(charset).decode(Uint8Array.of(b)), b]))
  return Uint8Array.from([...text], (c) => bytes.get(c) ?? 0x3f)
}
const utf16 = (text: string, big: boolean) => {
  const buffer = Buffer.from(text, 'utf16le')
  return new Uint8Array(big ? buffer.swap16() : buffer)
}

const guesses: readonly (readonly [text: string, charset: string])[] = [
  [ukrainian, 'windows-1251'], [ukrainian, 'koi8-u'], [german, 'windows-1252'], [french, 'windows-1252'], [polish, 'windows-1250'], [polish, 'iso-8859-2'],
]
for (const [text, charset] of guesses)
  test(`${charset} is known by its letters: ${text.slice(0, 20)}`, () => {
    const decoded = decode(encode(text, charset), null)
    assert.equal(decoded.charset, charset)
    assert.equal(decoded.text, decode(encode(text, charset), charset).text)
    assert.deepEqual(decoded.issues, [])
  })

for (const text of [ukrainian, german]) {
  test(`UTF-16 is read with and without a mark: ${text.slice(0, 12)}`, () => {
    for (const big of [false, true]) {
      assert.equal(decode(utf16(text, big), null).text, text)
      assert.equal(decode(utf16('\ufeff' + text, big), null).text, text)
    }
  })
}

test('a declared charset that cannot be true is a warning, and the text is right', () => {
  const lied = decode(Buffer.from(ukrainian), 'windows-1251')
  assert.equal(lied.text, ukrainian)
  assert.equal(lied.issues[0]!.code, 'charset-lie')
  const other = decode(encode(ukrainian, 'koi8-u'), 'windows-1252')
  assert.equal(other.text, ukrainian)
  assert.equal(other.issues[0]!.code, 'charset-lie')
})

test('a declared charset that can be true is taken, and plain ASCII has no charset to lie about', () => {
  assert.equal(decode(encode(polish, 'iso-8859-2'), 'iso-8859-2').text, polish)
  assert.deepEqual(decode(Buffer.from('Plain words.'), 'iso-8859-1').issues, [])
  assert.deepEqual(decode(Buffer.from(german), 'no-such-charset').issues, [])
})

test('a cut multi-byte sequence at the end leaves one mark and a warning', () => {
  const bytes = Buffer.from(ukrainian)
  const decoded = decode(bytes.subarray(0, bytes.length - 2), null)
  assert.equal(decoded.charset, 'utf-8')
  assert.equal(decoded.issues[0]!.code, 'charset-damaged')
})

const signs: readonly (readonly [text: string, code: string | null, kept: string])[] = [
  ['Kyiv\u0000 said', 'nul-replaced', 'Kyiv\ufffd said'],
  ['Kyiv\u0007 said', 'control-characters', 'Kyiv\u0007 said'],
  ['Kyiv \u202esaid', 'bidi-marks', 'Kyiv \u202esaid'],
  ['MinistÃ¨re de la DÃ©fense, annÃ©e passÃ©e', 'mojibake', 'MinistÃ¨re de la DÃ©fense, annÃ©e passÃ©e'],
  ['Kyiv said “no” – twice, for €5', null, 'Kyiv said “no” – twice, for €5'],
]
for (const [text, code, kept] of signs)
  test(`signs: ${code ?? 'none'}`, () => {
    const decoded = decode(Buffer.from(text), null)
    assert.equal(decoded.text, kept)
    assert.deepEqual(decoded.issues.map((i) => i.code), code === null ? [] : [code])
  })

test('law: valid UTF-8 comes back unchanged but for NUL', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 8, maxLength: 80 }), (text) => {
    if (text.startsWith('\ufeff') || /[\u0000\ud800-\udfff]/.test(text.normalize())) return
    assert.equal(decode(Buffer.from('abc ' + text), null).text, 'abc ' + text)
  }), { numRuns: 200 })
})
