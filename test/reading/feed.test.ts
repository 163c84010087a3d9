import assert from 'node:assert/strict'
import { test } from 'node:test'
import feed from '../../src/reading/formats/feed.ts'
import sitemap from '../../src/reading/formats/sitemap.ts'
import { readXmlFeed, readJsonFeed } from '../../src/reading/feed-items.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const rss = (items: string, more = '') => `<?xml version="1.0" encoding="UTF-8"?>${more}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour News</title><link>https://harbour.example/</link><language>en</language>${items}</channel></rss>`
const item = (n: number, body: string) => `<item><title>Report ${n} &amp; more</title><link>https://harbour.example/${n}</link><pubDate>Mon, 13 Jan 2025 10:0${n}:00 +0100</pubDate><dc:creator>Ann Tester</dc:creator><description>short</description><content:encoded><![CDATA[${body}]]></content:encoded></item>`

test('RSS items with link, date, author, full content, and their own stretch of the feed', async () => {
  const text = rss(item(1, '<p>Body one &amp; two.</p>') + '\r\n' + item(2, '<p>Zwei 🚢 Schiffe</p>'))
  const { items, title, broken } = await readXmlFeed(bytesOf(text), 'feed', null, 10)
  assert.equal(broken, null)
  assert.equal(title, 'Harbour News')
  assert.deepEqual(items.map((i) => [i.title, i.link, i.authors, i.content]), [
    ['Report 1 & more', 'https://harbour.example/1', ['Ann Tester'], '<p>Body one &amp; two.</p>'],
    ['Report 2 & more', 'https://harbour.example/2', ['Ann Tester'], '<p>Zwei 🚢 Schiffe</p>'],
  ])
  for (const { raw } of items) {
    assert.ok(text.includes(raw))
    assert.match(raw, /^<item>[\s\S]*<\/item>$/)
  }
})

test('Atom with xhtml content and alternate links', async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafen</title><entry><title>Eins</title><link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/><updated>2025-01-13T10:00:00Z</updated><author><name>Ben Probe</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der <b>Kran</b></p></div></content></entry></feed>`
  const { items, language } = await readXmlFeed(bytesOf(atom), 'feed', null, 10)
  assert.equal(language, 'de')
  assert.equal(items[0]!.link, 'https://a.example/1')
  assert.deepEqual(items[0]!.authors, ['Ben Probe'])
  assert.equal(items[0]!.content, '<div xmlns="http://www.w3.org/1999/xhtml"><p>Der <b>Kran</b></p></div>')
})

test('RDF (RSS 1.0) and JSON Feed', async () => {
  const rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title></channel><item rdf:about="x"><title>A</title><link>https://a.example/</link><dc:date>2025-01-13</dc:date><description>d</description></item></rdf:RDF>'
  assert.equal((await readXmlFeed(bytesOf(rdf), 'feed', null, 10)).items[0]!.published, '2025-01-13')
  const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'J', items: [{ id: '1', url: 'https://j.example/1', title: 'One', content_text: 'Text', date_published: '2025-01-13T00:00:00Z', authors: [{ name: 'Cy' }] }] })
  assert.ok(feed.sniff(bytesOf(json)) > 0.9)
  assert.deepEqual(readJsonFeed(bytesOf(json), 'feed', null, 10).items[0]!.authors, ['Cy'])
})

test('bare ampersands and names of HTML are read as people meant them', async () => {
  const { items, issues } = await readXmlFeed(bytesOf(rss('<item><title>Salt & Pepper&nbsp;Co</title><description><![CDATA[a & b]]></description></item>')), 'feed', null, 10)
  assert.equal(items[0]!.title, 'Salt & Pepper\u00a0Co')
  assert.equal(items[0]!.content, 'a & b')
  assert.ok(issues.some((i) => i.code === 'bare-ampersand'))
})

test('a feed that breaks off keeps the items before, and says where', async () => {
  const { items, broken } = await readXmlFeed(bytesOf(rss(item(1, 'x') + '<item><title>cut</tit')), 'feed.xml', null, 10)
  assert.equal(items.length, 1)
  assert.equal(broken?.issue.code, 'broken-xml')
})

test('items beyond the cap are counted', async () => {
  const { items, left } = await readXmlFeed(bytesOf(rss(Array.from({ length: 9 }, (_, i) => item(i, 'x')).join(''))), 'feed', null, 4)
  assert.deepEqual([items.length, left], [4, 5])
})

const hostile: readonly (readonly [what: string, text: string, code: string])[] = [
  ['a billion laughs', rss('<item><title>&lol;</title></item>', '<!DOCTYPE rss [<!ENTITY l "lol"><!ENTITY lol "&l;&l;&l;">]>'), 'doctype'],
  ['a file as entity', rss('<item><title>&x;</title></item>', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 'doctype'],
  ['100,000 nested elements', `<rss>${'<a>'.repeat(100_000)}`, 'too-deep'],
  ['a million unclosed tags', `<rss><channel>${'<a '.repeat(1_000_000)}`, 'broken-xml'],
  ['no items', rss(''), 'no-documents'],
]
for (const [what, text, code] of hostile)
  test(`a feed with ${what} is set aside as ${code}`, async () => {
    const started = process.cpuUsage()
    const [result] = await readBytes(bytesOf(text), sourceOf('feed.xml'))
    assert.equal(result!.outcome.state, 'quarantined')
    assert.equal(result!.outcome.issues[0]!.code, code)
    assert.ok(process.cpuUsage(started).user < 2_000_000)
  })

test('a prototype cannot be reached through element names', async () => {
  await readXmlFeed(bytesOf(rss('<item><__proto__><polluted>yes</polluted></__proto__><title>t</title></item>')), 'feed', null, 10)
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
})

test('a sitemap is a table of addresses', async () => {
  const map = bytesOf('<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/1</loc><lastmod>2025-01-13</lastmod></url><url><loc>javascript:alert(1)</loc></url></urlset>')
  assert.ok(sitemap.sniff(map) > 0.9)
  const [result] = await readBytes(map, sourceOf('sitemap.xml', { declaredType: 'application/xml' }))
  assert.equal(result!.outcome.state, 'accepted')
  const table = result!.outcome.state === 'accepted' ? result!.outcome.value.tables[0]! : undefined
  assert.deepEqual(table?.rows.map((r) => r.cells.map((c) => c?.text)), [['address', 'changed', 'published', 'title'], ['https://a.example/1', '2025-01-13']])
})

test('an index of sitemaps is told apart, and days of change and of publication as well', async () => {
  const read = async (text: string) => { const [result] = await readBytes(bytesOf(text), sourceOf('sitemap.xml')); return result!.outcome.state === 'accepted' ? result!.outcome.value.tables[0] : undefined }
  assert.equal((await read('<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>'))?.name, 'sitemap index')
  const news = await read('<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/1</loc><lastmod>2025-01-14</lastmod><news:news><news:publication_date>2025-01-13</news:publication_date><news:title>Ferries sail</news:title></news:news></url></urlset>')
  assert.deepEqual(news?.rows[1]?.cells.map((c) => c?.text), ['https://a.example/1', '2025-01-14', '2025-01-13', 'Ferries sail'])
})
