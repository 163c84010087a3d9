import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Document } from '../../src/core/document.ts'
import { blockKind } from '../../src/reading/blocks.ts'
import { frontMatter } from '../../src/reading/front-matter.ts'
import { findLanguage } from '../../src/reading/language.ts'
import { toSource, verbatimParts } from '../../src/reading/layer.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'

async function read(text: string, label = 'talks.txt'): Promise<Document> {
  const [result] = await readBytes(Buffer.from(text), sourceOf(label))
  assert.ok(result && 'value' in result.outcome, JSON.stringify(result?.outcome))
  return result.outcome.value
}
const shape = (d: Document) => d.blocks.map((b) => [b.kind, d.text.slice(b.start, b.end)])

test('front matter is cut and read; unknown means null', async () => {
  const d = await read('---\ntitle: "Harbour talks"\npublisher: unknown news site, country GB\npublished: 2025-06-05T08:45Z\nlanguage: en\nurl: "https://example.org/a"\nauthor: Ada Marsh and Ben Holt\n---\n\nThe two ministers met in the harbour and said that they would meet again.\n')
  assert.deepEqual([d.title, d.publisher, d.published?.edtf, d.language, d.url, d.authors], ['Harbour talks', null, '2025-06-05', 'en', 'https://example.org/a', ['Ada Marsh', 'Ben Holt']])
  assert.deepEqual(shape(d), [['paragraph', 'The two ministers met in the harbour and said that they would meet again.']])
})

test('a rule of dashes is no front matter', () => assert.equal(frontMatter('---\nOnce upon a time, nobody knew.\nAnd so on\n---\n').bodyStart, 0))

test('title, caption, dateline, read-also line and boilerplate are told from the text', async () => {
  const d = await read(['Northland and Southland agree on ferries', '', 'Ada Marsh and Ben Holt. Photo: northland.example', '', 'NORTHAVEN, March 3 (Tideline) - Northland will lend four ferries to Southland, officials said.', '', '"We need them," said Holt, who heads the port office.', '', 'Read also: What a ferry costs', '', '(Reporting by the port desk; editing by B. Moss)', ''].join('\n'), 'ferries-2024-03-04.txt')
  assert.deepEqual(shape(d).map(([kind]) => kind), ['title', 'caption', 'dateline', 'paragraph', 'paragraph', 'read also', 'boilerplate'])
  assert.equal(d.title, 'Northland and Southland agree on ferries')
  assert.deepEqual([d.published?.edtf, d.published?.basis, d.published?.source], ['2024-03-03', 'inferred', 'dateline'])
  assert.equal(d.publisher, 'Tideline')
})

test('lines broken for width are joined, others are paragraphs of their own', async () => {
  const wrapped = 'The ministers of the three northern states met in the harbour town on\nMonday and agreed that the ferries would sail again before the end of the\nyear, whatever the weather would be like in the strait between them.\n\n    Indented lines of a paragraph    keep all of their words, and keep all\nof their order in the text that is kept for the readers of the document.\n'
  const d = await read(wrapped)
  assert.match(d.text, /on Monday and agreed that the ferries would sail again before the end of the year/)
  assert.match(d.text, /keep all of their words, and keep all of their order/)
  const lines = await read('Ein Satz, der so lang ist, dass er in keiner Spalte Platz hätte und darum als ganzer Absatz in einer Zeile steht, ohne Umbruch und ohne Not.\nFoto: Hafenamt\nLesen Sie auch: Was eine Fähre kostet\n')
  assert.deepEqual(shape(lines).map(([kind]) => kind), ['paragraph', 'caption', 'read also'])
})

const kinds: readonly (readonly [text: string, kind: string])[] = [
  ['Read also: Ferries are late again', 'read also'], ['ALSO IN THIS ISSUE: Ropes and knots', 'read also'], ['Читайте також: Скільки коштує пором', 'read also'], ['Lesen Sie auch: Was eine Fähre kostet', 'read also'],
  ['Other Topics of Interest Ferries Are Late Again The minister said that two ferries would sail on Monday.', 'read also'],
  ['Lire aussi : Le prix d’un bac', 'read also'], ['Czytaj też: Ile kosztuje prom', 'read also'], ['LEGGI ANCHE: Quanto costa un traghetto', 'read also'], ['OFFICIALS SAY FERRIES WILL SAIL AGAIN NEXT WEEK', 'read also'],
  ['Bild: Ankunft im Hafen. Foto: nkn/Reuß', 'caption'], ['Фото: пресслужба порту', 'caption'], ['Fot. Wydział Prasowy. Na zdjęciu: sala obrad.', 'caption'], ['Nella foto: il porto (archivio Tirso).', 'caption'], ['The ferry in the harbour. (AP Photo/Ada Marsh)', 'caption'],
  ['Zapisz się do newslettera i bądź na bieżąco.', 'boilerplate'], ['Передплатіть «Портовий вісник» – перший місяць безкоштовно!', 'boilerplate'], ['Abbonati per leggere gli altri articoli. © Riproduzione riservata', 'boilerplate'],
  ['Contact presse : bureau du port. Suivez-nous sur les réseaux sociaux.', 'boilerplate'], ['Alle Rechte vorbehalten.', 'boilerplate'], ['###', 'boilerplate'],
  ['Photo opportunities were few, the minister said, because the harbour was closed.', 'paragraph'], ['Related costs rose by a third, the ministry said on Monday.', 'paragraph'], ['Copyright law was not discussed by the ministers at their meeting in the harbour.', 'paragraph'],
  ['Contact between the two ports broke off in March, and nobody knows why it did.', 'paragraph'], ['Werbung für den Hafen will das Land mit zwölf Millionen Euro fördern, sagte Holt am Montag im Hafen.', 'paragraph'], ['"Subscribe to our view or leave," said Holt.', 'paragraph'],
]
for (const [text, kind] of kinds) test(`${kind}: ${text}`, () => assert.equal(blockKind(text, { index: 6, total: 8 }), kind))

const languages: readonly (readonly [text: string, declared: string | null, code: string])[] = [
  ['Die Minister sind am Freitag mit dem Plan nicht fertig geworden, und das ist auch nicht zu erwarten.', 'en', 'de'],
  ['The ministers were not ready with the plan on Friday, and that was to be expected.', null, 'en'],
  ['Міністри не завершили план у п’ятницю, і це було очікувано для тих, які знали його.', null, 'uk'],
  ['Les ministres ont déclaré que la formation des équipages est prête pour une partie des bateaux.', 'fr', 'fr'],
  ['Ministrowie nie byli gotowi, ale plan jest już prawie ukończony i będzie przyjęty przez rząd.', null, 'pl'],
  ['I ministri non sono pronti, ma il piano è quasi finito e sarà approvato dal governo per la fine della settimana.', null, 'it'],
  ['Los ministros no estaban listos con el plan, y nadie esperaba otra cosa de una reunión como esa en el puerto. Volverán mañana con más tiempo y sin prisa alguna.', null, 'es'],
  ['Министры не завершили план в пятницу, и это было ожидаемо для тех, кто знал его. Мы увидим, что будет дальше с этим планом и с портом.', 'uk', 'ru'],
  ['Ministři nebyli s plánem v pátek hotovi a nikdo to od nich ani nečekal. Příští schůzka bude na podzim, řekl mluvčí přístavu novinářům po jednání.', null, 'cs'],
  ['Port', 'uk', 'uk'],
]
for (const [text, declared, code] of languages) test(`language: ${text.slice(0, 30)}`, async () => assert.equal(await findLanguage(text, declared), code))

test('the map leads from the text back to the source', async () => {
  const source = '---\ntitle: Ferries\n---\n\nThe  ferries   sail\n  again. 🚢 They said so.\n'
  const d = await read(source)
  for (const word of ['ferries', 'again', '🚢', 'They']) assert.equal(toSource(d.sourceMap, d.text.indexOf(word)), source.indexOf(word, source.indexOf('The')))
})

test('law: every word of a plain text is kept, in order', () => {
  const word = fc.stringMatching(/^[a-zäéїж]{1,9}$/)
  return fc.assert(fc.asyncProperty(fc.array(fc.array(word, { minLength: 2, maxLength: 9 }), { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\n\n', '\r\n\r\n'), async (paragraphs, joiner) => {
    const source = paragraphs.map((p) => p.join('  ')).join(joiner) + '.'
    const d = await read(source)
    assert.deepEqual(d.text.split(/\s+/), source.split(/\s+/).filter(Boolean))
    for (const b of d.blocks) assert.ok(b.start < b.end && b.end <= d.text.length)
  }), { numRuns: 20 })
})

const gold = new URL('../../../shared/gold/dev/texts/', import.meta.url)
test('the texts of the gold set keep their words verbatim', { skip: existsSync(gold) ? false : '../shared is missing' }, async () => {
  for (const file of readdirSync(gold)) {
    const source = readFileSync(new URL(file, gold), 'utf8'), d = await read(source, file), raw = source.replace(/\s+/g, ' ')
    for (const b of d.blocks) for (const part of verbatimParts(d, source, b)) assert.ok(raw.includes(d.text.slice(part.start, part.end).replace(/\s+/g, ' ').trim()), `${file}: ${d.text.slice(b.start, b.end)}`)
  }
})

const seed = new URL('ukrinform-2025-01-13-pistorius-helenow.txt', gold)
test('the seed text: title, agency, date, caption and read-also line', { skip: existsSync(seed) ? false : '../shared is missing' }, async () => {
  const d = await read(readFileSync(seed, 'utf8'), 'ukrinform-2025-01-13-pistorius-helenow.txt')
  assert.deepEqual([d.title?.endsWith('– Pistorius'), d.publisher, d.origin, d.published?.edtf, d.published?.basis, d.language], [true, 'Ukrinform', 'Ukrinform', '2025-01-13', 'inferred', 'en'])
  assert.deepEqual([d.blocks[0]!.kind, d.blocks[1]!.kind, d.blocks.at(-1)!.kind], ['title', 'caption', 'read also'])
  assert.ok(d.blocks.slice(2, -1).every((b) => b.kind === 'paragraph'))
})
