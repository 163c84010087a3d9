import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Document } from '../../src/core/document.ts'
import { parseTree, textOf, elementsOf } from '../../src/reading/html/tree.ts'
import { toSource } from '../../src/reading/layer.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'

async function read(page: string, url: string | null = null): Promise<Document> {
  const [result] = await readBytes(Buffer.from(page), sourceOf('page.html', { url }))
  assert.ok(result && 'value' in result.outcome, JSON.stringify(result?.outcome))
  return result.outcome.value
}
const shape = (d: Document) => d.blocks.map((b) => [b.kind, d.text.slice(b.start, b.end)])
const prose = (n: number) => `<p>Paragraph ${n} says that the port lends four ferries to its neighbour, and that nobody had asked for more than that.</p>`
const text = (n: number) => prose(n).replace(/<\/?p>/g, '')

const page = `<!doctype html><html lang="en"><head><title>Ferries for the neighbour | Harbour News</title>
<meta property="og:site_name" content="Harbour News"><meta property="og:title" content="Ferries for the neighbour">
<meta property="article:published_time" content="2024-03-05T09:00:00+02:00"><link rel="canonical" href="/2024/ferries"></head>
<body><nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Ferries and more ferries of all kinds</a></li></ul></nav>
<header><p>We use cookies on this site to make it better for you and for us all.</p></header>
<article class="story"><h1>Ferries for the neighbour</h1><p class="byline">By <a rel="author" href="/ada">Ada Marsh</a></p><time datetime="2024-03-05">5 March 2024</time>
<div class="article-body">${prose(1)}
<figure><img src=x><figcaption>The ferry in the harbour on a quiet day in March, seen from the office.</figcaption></figure>
<p>The <b>minister</b> of ports &amp; ropes, Ben&nbsp;Holt, said: &ldquo;We will&hellip; lend them&rdquo; 🚢 and <i>no more</i>.</p>
<h2>What it costs</h2>${prose(2)}<ul><li>One ferry of the wide kind</li><li>Two ferries of the slow kind</li></ul>
<blockquote><p>Nobody asked us, but we are glad that they sail again after so long a time.</p></blockquote>
<p style="display:none">Hidden words that nobody sees on the page and nobody should read.</p><p aria-hidden="true">Other hidden words that nobody sees on the page at all.</p><p hidden>More of the hidden words that nobody sees on the page.</p>
<!-- <p>A comment that is not a part of the text of this page at all.</p> --><noscript><p>Switch on scripts to read this page as it was meant.</p></noscript>
<div class="related"><h3>Related</h3><p>Another story about ferries that is told elsewhere on this site, at length.</p></div>
<table><tr><th>Ferry</th><th>Seats</th></tr><tr><td>Wide</td><td>200</td></tr><tr><td>Slow</td><td>90</td></tr></table>
${prose(3)}</div></article>
<section id="comments"><h3>3 comments</h3><p>I do not like ferries at all, said one reader, and nobody knows why that is so.</p></section>
<footer><p>Copyright 2024 Harbour News. All rights reserved, whatever that may mean to you.</p></footer></body></html>`

test('the main text of a page, as blocks, without what surrounds it', async () => {
  const d = await read(page)
  assert.deepEqual(shape(d), [
    ['title', 'Ferries for the neighbour'], ['paragraph', text(1)], ['caption', 'The ferry in the harbour on a quiet day in March, seen from the office.'], ['paragraph', 'The minister of ports & ropes, Ben\u00a0Holt, said: “We will… lend them” 🚢 and no more.'.replace('\u00a0', ' ')],
    ['heading', 'What it costs'], ['paragraph', text(2)], ['item', 'One ferry of the wide kind'], ['item', 'Two ferries of the slow kind'],
    ['quote', 'Nobody asked us, but we are glad that they sail again after so long a time.'],
    ['cell', 'Ferry'], ['cell', 'Seats'], ['cell', 'Wide'], ['cell', '200'], ['cell', 'Slow'], ['cell', '90'], ['paragraph', text(3)],
  ])
})

test('a site that calls itself by its host does not stand in the title', async () => {
  assert.equal((await read(`<title>PORT - Ships - Ferries in November</title>${prose(1)}`, 'https://www.port.example/a')).title, 'Ships - Ferries in November')
  assert.equal((await read(`<title>Ports - Ships - Ferries in November</title>${prose(1)}`, 'https://www.port.example/a')).title, 'Ports - Ships')
})

test('captions stand where their pictures are, once, and their credits are not the origin of the text', async () => {
  const d = await read(`<html><body><article><h1>Ferries</h1><figure><img src=a><figcaption>A ferry on the sound (Reuters)</figcaption></figure>${prose(1)}<div class="wp-caption-text">Two ferries, seen from the pier</div>${prose(2)}<div class="wp-caption-text">Two ferries, seen from the pier</div>${prose(3)}<div class="related"><figure><figcaption>Another story altogether, with a picture</figcaption></figure></div>${prose(4)}</article><figure><figcaption>A picture below the text of the page</figcaption></figure></body></html>`)
  assert.deepEqual(shape(d).filter(([kind]) => kind === 'caption'), [['caption', 'A ferry on the sound (Reuters)'], ['caption', 'Two ferries, seen from the pier']])
  assert.deepEqual(shape(d).slice(0, 3).map(([kind]) => kind), ['title', 'caption', 'paragraph'])
  assert.equal(d.origin, null)
})

test('what a page says about itself', async () => {
  const d = await read(page, 'https://news.example.org/x')
  assert.deepEqual([d.title, d.publisher, d.authors, d.published?.edtf, d.published?.source, d.language, d.canonicalUrl], ['Ferries for the neighbour', 'Harbour News', ['Ada Marsh'], '2024-03-05', 'metadata', 'en', 'https://news.example.org/2024/ferries'])
})

test('offsets of the text lead to the characters of the source', async () => {
  const d = await read(page)
  for (const word of ['minister', 'ropes', 'Holt', 'lend them', '🚢', 'no more', 'Nobody asked']) assert.equal(toSource(d.sourceMap, d.text.indexOf(word, 30)), page.indexOf(word, page.indexOf('article-body') + 100), word)
  assert.equal(toSource(d.sourceMap, d.text.indexOf('“We')), page.indexOf('&ldquo;'))
})

test('a page without html, head or body, and one with nothing but text lines', async () => {
  assert.equal((await read(`<p>${text(1)}<p>${text(2)}`)).blocks.length, 2)
  assert.equal((await read(`<div>${text(1)}<br><br>${text(2)}</div>`)).blocks.length, 2)
})

test('a page of layout tables reads as paragraphs', async () => {
  const d = await read(`<html><body><table><tr><td>${prose(1)}${prose(2)}</td></tr></table></body></html>`)
  assert.deepEqual(shape(d).map(([kind]) => kind), ['paragraph', 'paragraph'])
})

test('a page that shows only a teaser gives the body it tells to search engines', async () => {
  const body = Array.from({ length: 8 }, (_, i) => text(i)).join('\n')
  const d = await read(`<html><head><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferries for all', articleBody: body, datePublished: '2024-03-05' })}</script></head><body><h1>Ferries for all</h1>${prose(0)}</body></html>`)
  assert.ok(d.text.includes(text(7)))
  assert.ok(d.issues.some((i) => i.code === 'text-from-metadata'))
})

const metadata: readonly (readonly [name: string, head: string, body: string, field: keyof Document, want: unknown])[] = [
  ['title: heading that the page repeats', '<title>Ferries sail – Harbour News</title>', '<h1>Harbour News</h1><h1>Ferries sail</h1>', 'title', 'Ferries sail'],
  ['title: site name falls', '<title>Ferries sail again today | Harbour News</title>', '', 'title', 'Ferries sail again today'],
  ['title: a dash inside a headline stays', '<meta property="og:title" content="Ferries – the third part">', '', 'title', 'Ferries – the third part'],
  ['title: the only heading is the site, by what the page calls itself', '<title>Harbour News: Ferries sail again</title><meta property="og:title" content="Ferries sail again">', '<h1>Harbour News</h1><h3>Ferries sail again</h3>', 'title', 'Ferries sail again'],
  ['title: told to others and shown below the heading of a series', '<title>Ferries (2024) - What sails when? | Harbour News</title><meta property="og:title" content="Four ferries for the neighbour">', '<h1>Ferries</h1><h2>Four ferries for the neighbour</h2>', 'title', 'Four ferries for the neighbour'],
  ['title: a reworded headline stays when an old one is marked elsewhere', '<title>Ferries to sail</title><meta property="og:title" content="Ferries to sail">', '<h1>Why the ferries sail again</h1><h2 class="entry-title">Snow on the hill</h2>', 'title', 'Why the ferries sail again'],
  ['title: a list of entries below an advertisement goes by its first', '<title>blog | Harbour News</title>', '<h1>ropes sails buy</h1><h2 class="entry-title">Ferries sail again</h2><h2 class="entry-title">Snow on the hill</h2><h2 class="entry-title">A quiet March</h2>', 'title', 'Ferries sail again'],
  ['title: headings for screen readers are none, and soft hyphens fall', '<title>Port - Press - Ferries sail again for the neighbour</title>', '<h1 class="aural">Navigation and service</h1><h1>Fer&shy;ries sail again for the neigh&shy;bour</h1><h1>Press contact:</h1>', 'title', 'Ferries sail again for the neighbour'],
  ['title: of the name before it, in a script without spaces', '<title>PORT NEWS EASY|四隻の船がまた走る</title><meta property="og:site_name" content="PORT NEWS EASY">', '<h1>四隻の船がまた走る</h1><h1>新しいニュース</h1>', 'title', '四隻の船がまた走る'],
  ['title: two kickers before one headline', '<title>Harbour News | Ships: The new ferry</title><meta property="og:title" content="Slow or wide?: The new ferry">', '', 'title', 'The new ferry'],
  ['title: one word at the end of the page title makes no heading', '<title>The new ferry sails (14 days). Comments</title>', '<h1>The new ferry sails in 14 days</h1><h1>What it costs</h1><h1>Comments</h1>', 'title', 'The new ferry sails in 14 days'],
  ['title: several names in one property', '<meta property="dc:title og:title" content="Ferries sail again">', '', 'title', 'Ferries sail again'],
  ['author: JSON-LD in a graph, by reference', '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Ada Marsh"}]}</script>', '', 'authors', ['Ada Marsh']],
  ['author: broken JSON-LD', '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A "quoted" word","author":{"@type":"Person","name":"Ada Marsh"},}</script>', '', 'authors', ['Ada Marsh']],
  ['author: two names and a role', '<meta name="author" content="By Ada Marsh and Ben Holt, Staff Writers">', '', 'authors', ['Ada Marsh', 'Ben Holt']],
  ['author: a line', '', '<p>Von Ada Marsh, Nordhafen</p>', 'authors', ['Ada Marsh']],
  ['author: a line in Ukrainian, with its day', '', '<p>Автор: Олена Коваленко 5 березня 2024, 10:15</p>', 'authors', ['Олена Коваленко']],
  ['author: a line in Polish', '', '<div>oprac. Anna Nowicka, 5 marca 2024</div>', 'authors', ['Anna Nowicka']],
  ['author: a line in French, two names and a day', '', '<p class="byline">Par <a>Camille Arnoux</a> et Paul Desmet<br>Publié le 5 mars 2024</p>', 'authors', ['Camille Arnoux', 'Paul Desmet']],
  ['author: a line in Italian', '', '<p>A cura di Carla Monti</p>', 'authors', ['Carla Monti']],
  ['author: in capitals', '', '<p>BY ADA MARSH</p>', 'authors', ['ADA MARSH']],
  ['author: a weekday after the name', '', '<p>By <a>Ada Marsh</a> on Monday, March 5th, 2024 at 11:04 a.m.</p>', 'authors', ['Ada Marsh']],
  ['author: one word, as bloggers sign', '', '<p>Posted in <a>Harbours</a> by marsh on March 5, 2024</p>', 'authors', ['marsh']],
  ['author: what stands beside the name falls', '', '<div class="ArticleByline"><a class="author-name">Ada Marsh</a> <a class="author-twitter">Harbour</a> <span class="author-role">Editor at large</span></div>', 'authors', ['Ada Marsh']],
  ['author: degrees fall', '<meta name="author" content="Ada Marsh, MS, RD">', '', 'authors', ['Ada Marsh']],
  ['author: a last name first, with a particle', '<meta name="dc.creator" content="Wit, Ada de">', '', 'authors', ['Ada de Wit']],
  ['author: the paper behind the name falls', '<meta property="og:site_name" content="Harbour News"><meta name="author" content="Ada Marsh Harbour News">', '', 'authors', ['Ada Marsh']],
  ['author: a house with its seat is no row of people', '<meta property="og:site_name" content="Harbour News"><meta name="author" content="Harbour News, Nordhafen, Germany">', '<p class="byline">By Ada Marsh</p>', 'authors', ['Ada Marsh']],
  ['author: an agency signs where nobody else does', '<meta name="author" content="Reuters">', '', 'authors', ['Reuters']],
  ['author: of a guide', '<script type="application/ld+json">{"@type":"HowTo","name":"Mending sails","datePublished":"2024-03-05","author":{"@type":"Person","name":"Ada Marsh"}}</script>', '', 'authors', ['Ada Marsh']],
  ['author: a name with helpers in brackets', '<meta name="author" content="Camille Arnoux (avec Paul Desmet et Ada Marsh)">', '', 'authors', ['Camille Arnoux', 'Paul Desmet', 'Ada Marsh']],
  ['author: a line about days, one about numbers, one of a picture', '', '<p>Von Montag bis Freitag</p><p>BY THE NUMBERS</p><figcaption>Photo by Carl Lens</figcaption>', 'authors', []],
  ['author: of another text, beside this one', '', `${prose(4)}<aside class="related"><div>By Ben Holt</div></aside>`, 'authors', []],
  ['author: an administrator is nobody', '<meta name="author" content="admin">', '', 'authors', []],
]
for (const [name, head, body, field, want] of metadata)
  test(`metadata, ${name}`, async () => assert.deepEqual((await read(`<html><head>${head}</head><body>${body}${prose(1)}${prose(2)}${prose(3)}</body></html>`))[field], want))

const dates: readonly (readonly [name: string, head: string, body: string, url: string | null, day: string | undefined])[] = [
  ['JSON-LD with raw line breaks', '<script type="application/ld+json">{"@type":"NewsArticle","description":"two\nlines","datePublished":"2024-03-05T08:00:00Z"}</script>', '', null, '2024-03-05'],
  ['<time>', '', '<time class="published" datetime="2024-03-05T08:00">yesterday</time>', null, '2024-03-05'],
  ['address', '', '', 'https://example.org/2024/03/05/ferries', '2024-03-05'],
  ['visible line', '', '<div class="meta">Veröffentlicht am 5. März 2024</div>', null, '2024-03-05'],
  ['boxes of month, day and year', '', '<div class="date"><span>Mar</span><span>05</span><span>2024</span></div>', null, '2024-03-05'],
  ['universal time in the small hours, shown as the day before', '<meta property="article:published_time" content="2024-03-06T01:30:00Z">', '<div class="date">5 March 2024</div>', null, '2024-03-05'],
  ['a title of an abbreviation, in a widget that holds the text', '', `<div class="widget Blog"><h1>Ferries</h1>${prose(1)}${prose(2)}${prose(3)}${prose(4)}<abbr class="published" title="2024-03-05T08:00:00Z">8 AM</abbr></div>`, null, '2024-03-05'],
  ['a day that opens the first paragraph', '', `<p>March 5, 2024 -- ${text(1)}</p>`, null, '2024-03-05'],
  ['today on a clock above the text', '', `<header><span class="mod_datetime"><time datetime="2024-03-07">Thursday</time></span></header><p>5. März 2024. ${text(1)}</p>`, null, '2024-03-05'],
  ['a widget beside the text', '', '<div class="widget"><abbr class="published" title="2024-03-05T08:00:00Z">8 AM</abbr></div>', null, undefined],
  ['the day of publication before that of a change', '', '<p>Updated 7 March 2024</p><p>Published 5 March 2024</p>', null, '2024-03-05'],
  ['the same in Polish', '', '<p>Aktualizacja: 7 marca 2024</p><p>Publikacja: 5 marca 2024</p>', null, '2024-03-05'],
  ['the month first, since the weekday says so', '', '<div>Submitted on Tue, 03/05/2024 - 10:15</div>', null, '2024-03-05'],
  ['the month first, at an American office', '', '<span class="date">03/05/2024</span>', 'https://www.harbours.gov/news', '2024-03-05'],
  ['the month first, since another day of the page cannot be read otherwise', '', '<span class="date">03/05/2024</span><p>Next meeting: 03/25/2024</p>', null, '2024-03-05'],
  ['the day first elsewhere', '', '<span class="date">05/03/2024</span>', 'https://harbours.gov.uk/news', '2024-03-05'],
  ['a copyright year is no date', '', '<p>© 1 January 2024 Harbour News</p>', null, undefined],
  ['a comment has a date of its own', '', '<div class="comments"><time datetime="2024-03-05">then</time></div>', null, undefined],
]
for (const [name, head, body, url, day] of dates)
  test(`date, ${name}`, async () => {
    const d = await read(`<html><head>${head}</head><body>${body}${prose(1)}${prose(2)}${prose(3)}</body></html>`, url)
    assert.equal(d.published?.source === 'metadata' ? d.published.edtf : undefined, day)
  })

test('a declared charset in the page is used, and a lie is a warning', async () => {
  const bytes = Buffer.concat([Buffer.from('<html><head><meta charset="iso-8859-1"></head><body><p>Die Fähre f', 'latin1'), Buffer.from('ährt über den Sund, und die Minister grüßen alle, die mit ihr über das Wasser fahren.</p></body></html>', 'latin1')])
  const [result] = await readBytes(bytes, sourceOf('a.html'))
  assert.ok(result && 'value' in result.outcome && result.outcome.value.text.startsWith('Die Fähre fährt über den Sund'))
  const lie = await read('<html><head><meta charset="windows-1251"></head><body><p>Die Fähre fährt über den Sund, und die Minister grüßen alle, die mit ihr fahren.</p></body></html>')
  assert.ok(lie.text.includes('grüßen') && lie.issues.some((i) => i.code === 'charset-lie'))
})

const canary = '<p>The minister said that the canary text of this page is kept, and it is long enough to be read as prose.</p>'
const hostile: readonly (readonly [name: string, page: () => string])[] = [
  ['100,000 nested boxes', () => '<html><body>' + '<div>'.repeat(100_000) + canary], ['3,000 font tags of their own', () => Array.from({ length: 3000 }, (_, i) => `<font color=${i}><p>`).join('') + canary],
  ['5,000 misnested links', () => '<html><body>' + '<a><p>'.repeat(5000) + canary], ['5,000 tables in tables', () => '<html><body>' + '<table><tr><td>'.repeat(5000) + canary],
  ['100,000 attributes', () => '<html><body><div ' + Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ') + '>' + canary], ['deep JSON-LD', () => '<html><script type="application/ld+json">' + '{"a":'.repeat(50_000) + '</script><body>' + canary],
  ['a million spaces', () => '<html><body><p>' + ' '.repeat(1_000_000) + '</p>' + canary], ['a class of a megabyte', () => '<html><body><div class="' + 'a-b '.repeat(250_000) + '">' + canary], ['a title of separators', () => '<html><title>' + ' | a'.repeat(100_000) + '</title><body>' + canary],
]
for (const [name, make] of hostile)
  test(`hostile page keeps its text: ${name}`, async () => {
    const bytes = make(), before = process.cpuUsage()
    assert.ok((await read(bytes)).text.includes('canary'))
    const { user, system } = process.cpuUsage(before)
    assert.ok(user + system < 5_000_000, `${(user + system) / 1e6} s of processor time`)
  })

test('a page past the node budget is quarantined by name', async () => {
  const [result] = await readBytes(Buffer.from('<html><body>' + '<p>x</p>'.repeat(150_000)), sourceOf('many.html'))
  assert.equal(result!.outcome.state, 'quarantined')
  assert.equal(result!.outcome.issues[0]!.code, 'html-too-many-nodes')
})

test('law: the tree keeps every letter of well-formed and of torn markup', () => {
  const tag = fc.constantFrom('div', 'p', 'b', 'a', 'ul', 'li', 'table', 'tr', 'td', 'span', 'h2')
  const part = fc.oneof(tag.map((t) => `<${t}>`), tag.map((t) => `</${t}>`), fc.stringMatching(/^[a-z]{1,6} $/))
  fc.assert(fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
    const root = parseTree(parts.join(''))
    assert.equal(textOf(root), parts.filter((p) => !p.startsWith('<')).join(''))
    for (const element of elementsOf(root)) for (const child of element.children) assert.equal(child.parent, element)
  }), { numRuns: 300 })
})

test('the day of a page that tells it only in visible lines', async () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['a label before the day wins over a day in a caption', `<p>Picture: the snow on the hill as the satellite saw it on a clear day, vom 31.05.2021 (left) and what we made of it (right)</p>${prose(1)}${prose(2)}<div><label>Letzte Änderung:</label><div>14.01.2022 um 09:25</div></div>`, '2022-01-14'],
    ['a word that ends like a label is none', `<p>Geschrieben von Cooper am 25.08.2015 22:30</p><h3>Ben Holt zum 1.9.2015 zum Vorstand bestellt</h3>${prose(1)}${prose(2)}`, '2015-08-25'],
    ['the one dated teaser is the head of the article', `<figure class="teaser"><div class="info"><span class="date">02.02.2022</span></div></figure>${prose(1)}${prose(2)}`, '2022-02-02'],
    ['two dated teasers tell nothing', `${prose(1)}${prose(2)}<div class="teaser"><span class="date">02.02.2022</span></div><div class="teaser"><span class="date">03.02.2022</span></div>`, undefined],
  ]
  for (const [name, body, day] of cases) assert.equal((await read(`<html><body><h1>Snow on the hill</h1>${body}</body></html>`)).published?.edtf, day, name)
})
