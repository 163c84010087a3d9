import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { incoming } from '../../src/cli/incoming.ts'
import { createReadingPool, type ReadingPool } from '../../src/io/reading-pool.ts'
import { followSitemap } from '../../src/io/sitemaps.ts'
import type { Store } from '../../src/io/store.ts'
import { openQuestions } from '../../src/io/versions.ts'
import { statesOf } from '../../src/ledger/versions.ts'
import { record, sayRun } from '../../src/pipeline.ts'
import { sourceOf } from '../../src/reading/read.ts'
import { recordPage } from '../../src/web/pages/record.ts'
import { reviewPage } from '../../src/web/pages/review.ts'
import { run } from '../cli/run.ts'
import { testServer } from '../io/store-helpers.ts'

// A page of an invented ministry that changes between runs; what it says decides what the record rests on.
const page = (body: readonly string[], more = '') => `<!doctype html><html lang="en"><head><title>Support in spring</title><meta property="article:published_time" content="2031-04-02T08:00:00Z"></head><body>${more}<article><h1>Support in spring</h1>${body.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`
const pledge = 'Norway announced a package of 120 million euros of military aid for Ukraine on 1 April 2031.'
const altered = 'Norway announced a package of 90 million euros of military aid for Ukraine on 1 April 2031.'
const rest = 'The talks took most of the day and were followed by a walk along the harbour, as the ministry said in a long note on the meeting.'

interface Route { readonly body: string | Uint8Array; readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly cut?: boolean }
const routes = new Map<string, Route>(), asked: string[] = []
const answer = (q: IncomingMessage, r: ServerResponse) => {
  const path = q.url ?? '/', route = path === '/robots.txt' ? { body: 'User-agent: *\nDisallow: /closed' } : routes.get(path)
  if (path !== '/robots.txt') asked.push(`${path}${q.headers['if-none-match'] ? ` if ${q.headers['if-none-match']}` : ''}`)
  const etag = route?.headers?.['etag']
  if (etag !== undefined && q.headers['if-none-match'] === etag) { r.writeHead(304).end(); return }
  if (route?.cut) { r.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' }); r.write(route.body); setTimeout(() => r.destroy(), 20); return }
  r.writeHead(route?.status ?? (route ? 200 : 404), { 'content-type': 'text/html; charset=utf-8', ...route?.headers }).end(route?.body ?? 'none')
}
const web = createServer(answer)
let base = '', postgres: Awaited<ReturnType<typeof testServer>>, pool: ReadingPool
before(async () => { pool = createReadingPool({ size: 1 }); postgres = await testServer(); await new Promise<void>((ready) => web.listen(0, '127.0.0.1', ready)); base = `http://127.0.0.1:${(web.address() as AddressInfo).port}` })
after(async () => { web.closeAllConnections(); web.close(); await pool.close(); await postgres.stop() })

interface Reader { readonly store: Store; read(...paths: string[]): Promise<{ out: string; err: string }>; helenow(...args: string[]): Promise<{ code: number; out: string; err: string }> }
/** A store of its own; one set of workers for all. */
async function reader(): Promise<Reader> {
  const { store, home, url } = await postgres.fresh(), env = { HELENOW_FETCH_LOOPBACK: '1', DATABASE_URL: url }
  return {
    store,
    helenow: (...args: string[]) => run([...args, '--data', home], env),
    async read(...paths) {
      const err: string[] = []
      const call = { words: paths.filter((p) => !p.startsWith('--')).map((p) => base + p), options: { entries: paths.includes('--entries') }, out: () => {}, err: (line: string) => { err.push(line) }, terminal: false, width: 80, env, cwd: home }
      return { out: sayRun(await record(store, incoming(call, pool, store.pages))), err: err.join('\n') }
    },
  }
}
const commitments = async (store: Store) => (await store.records({ kind: 'commitment' })).map((r) => [(r.fields['amount'] as { minor?: string } | null)?.minor, r.issues.map((i) => i.code).filter((c) => c === 'reopened')])
const only = async (store: Store) => { const [record] = await store.records({ kind: 'commitment' }); return (await store.recordOf(record!.id))! }

test('a page that did not change is not read again, and the run says so', async () => {
  routes.set('/spring', { body: page([pledge, rest]), headers: { etag: '"1"' } })
  const { store, read } = await reader(), first = await read('/spring')
  assert.match(first.out, /^read 1 = accepted 1 \+ warned 0/)
  const again = await read('/spring')
  assert.match(again.out, /^read 1 = accepted 1 .*\(1 known already, of which 1 unchanged at the address: nothing added\)/)
  assert.equal(asked.at(-1), '/spring if "1"')
  assert.deepEqual((await store.pages.fetchesOf(`${base}/spring`)).map((f) => [f.status, f.outcome, f.etag]), [[304, 'unchanged', '"1"'], [200, 'read', '"1"']])
  assert.equal((await store.counts()).documents, 1)
})

test('a sentence that is gone re-opens what rested on it; a person or the page closes the question', async () => {
  routes.set('/spring', { body: page([pledge, rest]), headers: { etag: '"1"' } })
  const { store, read, helenow } = await reader()
  await read('/spring')
  const before = await only(store)
  assert.equal(before.claims.length, 1)

  routes.set('/spring', { body: page([rest]), headers: { etag: '"2"' } })
  await read('/spring')
  const changed = await only(store), issue = changed.record.issues.find((i) => i.code === 'reopened')
  assert.match(issue?.message ?? '', /^The page changed: this sentence is gone or altered/)
  assert.equal(changed.record.state, before.record.state, 'nothing is deleted and no state is moved')
  assert.deepEqual((await store.recordOf(before.record.id, before.entries.at(-1)!.recorded))?.record.issues, before.record.issues, 'the old view has no question')
  assert.equal((await store.counts()).documents, 2)
  const queue = await helenow('review')
  assert.match(queue.out, /Does this still hold\? the page changed: this sentence is gone or altered[^]*Norway announced a package of 120 million/)
  assert.match(String(reviewPage({ changed: await openQuestions(store), unresolved: [], quarantined: [] })), /Pages that changed[^]*Norway announced a package of 120 million/)
  assert.match(String(recordPage({ ...changed, asOf: null })), /In question:<\/strong> the page changed: this sentence is gone or altered/)
  assert.match((await helenow('gaps')).out, /1 of these commitments rests on a page that has changed/)

  routes.set('/spring', { body: page([pledge, rest]), headers: { etag: '"1"' } })
  await read('/spring')
  assert.equal((await only(store)).record.issues.some((i) => i.code === 'reopened'), false, 'the words are back')
  assert.equal((await store.counts()).documents, 2, 'the same bytes are the same document')

  routes.set('/spring', { body: page([rest], '<p>Second page</p>'), headers: { etag: '"3"' } })
  await read('/spring')
  const [claim] = (await only(store)).record.claims
  assert.equal((await helenow('review', '--stands', `${before.record.id},${claim}`, '--why', 'it was moved to the archive')).code, 0)
  assert.equal((await only(store)).record.issues.some((i) => i.code === 'reopened'), false)
  routes.set('/spring', { body: page([rest, rest.replace('day', 'week')]), headers: { etag: '"4"' } })
  await read('/spring')
  assert.equal(statesOf((await only(store)).entries).open.size, 0, 'what a person settled is not asked again')
  assert.equal((await helenow('verify')).code, 0)
})

test('a figure that was altered is asked about, and the new one is read', async () => {
  routes.set('/spring', { body: page([pledge, rest]) })
  const { store, read, helenow } = await reader()
  await read('/spring')
  const [old] = (await only(store)).record.claims
  routes.set('/spring', { body: page([altered, rest]) })
  await read('/spring')
  assert.deepEqual((await commitments(store)).sort(), [['12000000000', ['reopened']], ['9000000000', []]].sort())
  const record = (await store.claim(old!))!.record!
  assert.equal((await helenow('review', '--retract', `${record},${old}`, '--why', 'the ministry corrected the figure')).code, 0)
  assert.equal((await store.recordOf(record))?.record.state, 'retracted')
})

test('a change outside of the text keeps the version and adds no claims', async () => {
  routes.set('/spring', { body: page([pledge, rest]) })
  const { store, read } = await reader()
  await read('/spring')
  const before = await store.counts()
  routes.set('/spring', { body: page([pledge, rest], '<!-- built at noon -->') })
  await read('/spring')
  const now = await store.counts()
  assert.deepEqual([now.documents, now.claims, now.entries], [2, before.claims, before.entries])
  const versions = (await store.pages.versions([`${base}/spring`])).get(`${base}/spring`)!
  assert.equal(versions.length, 2)
  const whole = await store.document(versions[1]!.document)
  assert.ok(whole?.document.issues.some((i) => i.code === 'same-text'))
})

test('an unchanged sentence of a changed page keeps its record', async () => {
  routes.set('/spring', { body: page([pledge, rest]) })
  const { store, read } = await reader()
  await read('/spring')
  routes.set('/spring', { body: page(['A ferry was named on the same day by the mayor of the town, who had come for it.', pledge, rest]) })
  await read('/spring')
  const { record, claims, entries } = await only(store)
  assert.equal((await store.records({ kind: 'commitment' })).length, 1)
  assert.equal(claims.length, 2)
  assert.match(entries.at(-1)!.why, /the same words in another version of the page/)
  assert.equal(record.issues.some((i) => i.code === 'reopened'), false)
})

const bad: readonly (readonly [path: string, route: Route, code: string])[] = [
  ['/cut', { body: page([pledge]), cut: true }, 'truncated'],
  ['/inward', { body: '', status: 302, headers: { location: 'http://10.0.0.1/' } }, 'address-refused'],
  ['/wall', { body: '<title>Before you continue to the page</title><p>We use cookies.</p>' }, 'consent-page'],
  ['/gone', { body: '<title>404 - Page not found</title><p>Try the search.</p>' }, 'soft-404'],
  ['/closed/a', { body: page([pledge]) }, 'robots-refused'],
  ['/busy', { body: '', status: 429, headers: { 'retry-after': '3600' } }, 'retry-later'],
]
test('what is no whole public page is refused, kept in the log, and asked for again without a condition', async () => {
  const { store, read } = await reader()
  for (const [path, route, code] of bad) {
    routes.set(path, route)
    const { out, err } = await read(path)
    assert.deepEqual([/ refused 1$/.test(out), err.includes(`[${code}]`)], [true, true], out + err)
    const [fetch] = await store.pages.fetchesOf(base + path)
    assert.deepEqual([fetch?.outcome, fetch?.issue], ['refused', code])
    assert.equal(await store.pages.lastRead(base + path), undefined)
  }
  const asks = asked.length
  assert.match((await read('/spring')).err, /asked not to be asked again/, 'Retry-After holds for later runs')
  assert.equal(asked.length, asks)
  assert.equal((await store.counts()).documents, 0)
})

const item = (path: string, more = '') => `<item><title>${path}</title><link>${base}${path}</link><description>Norway announced 7 million euros of humanitarian aid for Ukraine, as the page ${path} tells in full and at length.</description><pubDate>Wed, 02 Apr 2031 08:00:00 GMT</pubDate>${more}</item>`
const feed = (...items: readonly string[]) => `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Harbour news</title>${items.join('')}</channel></rss>`
const xml = { 'content-type': 'application/rss+xml' }

test('the entries of a feed are followed to their pages; a second run reads what is new', async () => {
  routes.set('/one', { body: page([pledge, rest]), headers: { etag: '"1"' } })
  routes.set('/two', { body: page([rest, 'Denmark announced a package of 33 million euros of financial aid for Ukraine on 2 April 2031.']) })
  routes.set('/feed', { body: feed(item('/one'), item('/two')), headers: { ...xml, etag: '"f1"' } })
  const { store, read } = await reader()
  assert.match((await read('/feed')).out, /^read 2 = accepted 2 /)
  assert.deepEqual((await store.documents()).map((d) => d.url).sort(), [`${base}/one`, `${base}/two`], 'the pages, not the summaries')
  assert.match((await read('/feed')).out, /^read 1 = accepted 1 .*1 unchanged at the address/)

  routes.set('/three', { body: page([rest, 'A third page, with a third text about the harbour and its cranes, which nobody promised anything for.']) })
  routes.set('/feed', { body: feed(item('/three'), item('/one', '<atom:updated>2099-01-01T00:00:00Z</atom:updated>'), item('/two')), headers: { ...xml, etag: '"f2"' } })
  const from = asked.length
  assert.match((await read('/feed')).out, /^read 3 = accepted 3 .*\(2 known already, of which 2 unchanged/)
  assert.deepEqual(asked.slice(from).sort(), ['/feed if "f1"', '/one if "1"', '/three'], 'a page the feed calls changed is asked about, the others are left alone')
  assert.equal((await store.counts()).documents, 3)
})

test('where no page can be had, what the feed says is read, and the feed is asked again', async () => {
  routes.set('/closed/entry', { body: page([pledge]) })
  routes.set('/feed', { body: feed(item('/closed/entry')), headers: { ...xml, etag: '"g1"' } })
  const { store, read } = await reader(), { out, err } = await read('/feed')
  assert.match(out, /^read 1 = accepted 0 \+ warned 1/)
  assert.match(err, /read instead of its page: .*robots\.txt.*\[page-not-read\]/)
  assert.match((await store.document((await store.documents())[0]!.id))!.document.reader, /^feed/)
  assert.match((await read('/feed')).out, /1 unchanged/)

  routes.set('/broken', { body: 'no', status: 500 })
  routes.set('/feed', { body: feed(item('/broken')), headers: { ...xml, etag: '"g2"' } })
  assert.match((await read('/feed')).out, /warned 1/)
  routes.set('/broken', { body: page([pledge, rest]) })
  assert.match((await read('/feed')).out, /^read 1 = accepted 1 \+ warned 0 \+ quarantined 0 \+ refused 0$/, 'the page is there today')
})

test('--entries leaves the pages alone', async () => {
  routes.set('/feed', { body: feed(item('/one')), headers: xml })
  const { store, read } = await reader(), from = asked.length
  await read('/feed', '--entries')
  assert.deepEqual(asked.slice(from), ['/feed'])
  assert.match((await store.document((await store.documents())[0]!.id))!.document.reader, /^feed/)
})

const sitemap = (...lines: readonly (readonly [path: string, changed?: string])[]) => `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${lines.map(([path, changed]) => `<url><loc>${path.startsWith('http') ? path : base + path}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`).join('')}</urlset>`
const index = (...lines: readonly (readonly [path: string, changed?: string])[]) => sitemap(...lines).replaceAll('urlset', 'sitemapindex').replaceAll('url>', 'sitemap>')
const story = (n: number) => page([`Denmark announced a package of ${n} million euros of financial aid for Ukraine on ${n} April 2031.`, `${rest} It was walk number ${n} along this harbour, and ${n} gulls were counted.`])
const asXml = { 'content-type': 'application/xml' }

test('the pages of a sitemap are read: of its own host, and later only what changed', async () => {
  for (const n of [11, 12]) routes.set(`/m${n}`, { body: story(n), headers: { etag: `"${n}"` } })
  routes.set('/closed/m', { body: story(13) })
  routes.set('/sitemap.xml', { body: sitemap(['/m11', '2021-04-01'], ['/m12', '2021-04-02'], ['/closed/m'], ['https://elsewhere.example/a']), headers: asXml })
  const { store, read } = await reader(), from = asked.length, first = await read('/sitemap.xml')
  assert.match(first.out, /^read 5 = accepted 3 \+ warned 0 \+ quarantined 0 \+ refused 2$/, 'the sitemap, two pages; robots.txt, another host')
  assert.match(first.err, /1 addresses of other hosts .*\[other-host\]/)
  assert.match(first.err, /robots-refused/)
  assert.deepEqual(asked.slice(from).sort(), ['/m11', '/m12', '/sitemap.xml'])
  assert.equal((await store.records({ kind: 'commitment' })).length, 2)

  routes.set('/sitemap.xml', { body: sitemap(['/m11', '2021-04-01'], ['/m12', '2099-01-01']), headers: asXml })
  const later = asked.length
  assert.match((await read('/sitemap.xml')).out, /^read 3 = accepted 3 .*2 unchanged at the address/)
  assert.deepEqual(asked.slice(later), ['/sitemap.xml', '/m12 if "12"'])
  const only = asked.length
  await read('/sitemap.xml', '--entries')
  assert.deepEqual(asked.slice(only), ['/sitemap.xml'])
})

test('an index leads to its sitemaps, packed ones too; each address once, and each on record', async () => {
  for (const n of [21, 22]) routes.set(`/m${n}`, { body: story(n) })
  routes.set('/a.xml', { body: sitemap(['/m21', '2021-04-01'], ['/m22', '2021-04-01']), headers: { ...asXml, etag: '"a"' } })
  routes.set('/b.xml.gz', { body: gzipSync(sitemap(['/m22', '2021-04-01'])), headers: { 'content-type': 'application/gzip' } })
  routes.set('/index.xml', { body: index(['/a.xml', '2021-04-01'], ['/b.xml.gz', '2021-04-01'], ['/none.xml', '2021-04-01'], ['/m21', '2021-04-01']), headers: { ...asXml, etag: '"i"' } })
  const { store, read } = await reader()
  assert.match((await read('/index.xml')).out, /^read 6 = accepted 5 \+ warned 0 \+ quarantined 0 \+ refused 1/, 'index, two sitemaps, one page of them, one page that the index calls a sitemap; one that is gone')
  assert.equal((await store.pages.lastRead(`${base}/a.xml`))?.etag, '"a"')
  assert.equal((await store.pages.lastRead(`${base}/index.xml`))?.etag, '"i"', 'a sitemap that is gone is not waited for')
  assert.match((await read('/index.xml')).out, /^read 1 = accepted 1 .*1 unchanged/)
})

test('a sitemap without days: its pages are asked for again after a week, behind those that are new', async () => {
  for (const n of [41, 42]) routes.set(`/m${n}`, { body: story(n), headers: { etag: `"${n}"` } })
  routes.set('/list.xml', { body: sitemap(['/m41'], ['/m42']), headers: { ...asXml, etag: '"list"' } })
  routes.set('/lists.xml', { body: index(['/list.xml']), headers: { ...asXml, etag: '"lists"' } })
  const { store, read } = await reader()
  await read('/lists.xml')
  const from = asked.length
  assert.match((await read('/lists.xml')).out, /^read 4 = accepted 4 .*2 unchanged at the address/)
  assert.deepEqual(asked.slice(from), ['/lists.xml', '/list.xml'], 'the lists are asked whole, their pages rest')

  routes.set('/m43', { body: story(43) })
  const fetched: string[] = [], list = await pool.read(Buffer.from(sitemap(['/m41'], ['/m42'], ['/m43'])), sourceOf('list.xml', { url: `${base}/list.xml` }))
  const fetch = (label: string) => { fetched.push(label.slice(base.length)); return Promise.resolve({ label, unchanged: true, fetch: {} } as never) }
  const later = { log: store.pages, fetch, read: () => Promise.resolve([]), now: () => new Date(Date.now() + 8 * 86_400_000).toISOString() }
  await Array.fromAsync(followSitemap(list[0]!, later))
  assert.deepEqual([fetched[0], fetched.slice(1).sort()], ['/m43', ['/m41', '/m42']])
})

test('a page that a sitemap lists and that may come back has the sitemap asked whole again', async () => {
  routes.set('/down', { body: 'no', status: 503 })
  routes.set('/sitemap.xml', { body: sitemap(['/down']), headers: { ...asXml, etag: '"s"' } })
  const { store, read } = await reader()
  assert.match((await read('/sitemap.xml')).out, /refused 1$/)
  assert.equal(await store.pages.lastRead(`${base}/sitemap.xml`), undefined)
  routes.set('/down', { body: story(5) })
  assert.match((await read('/sitemap.xml')).out, /^read 2 = accepted 2 .*refused 0 \(1 known already/)
})

test('a run follows so many pages and no more, and says how many are left', async () => {
  const lists = await pool.read(Buffer.from(sitemap(['/m11'], ['/m12'], ['/m21'])), sourceOf('sitemap.xml', { url: `${base}/sitemap.xml` })), { store } = await reader()
  const tools = { log: store.pages, fetch: (label: string) => Promise.resolve({ label, refused: { code: 'http-status', level: 'error', message: label }, fetch: { status: 404 } } as never), read: () => Promise.resolve([]) }
  const came = await Array.fromAsync(followSitemap(lists[0]!, tools, { pages: 2, sitemaps: 1, depth: 1 }))
  assert.deepEqual(came.map((c) => ('documents' in c ? c.documents[0]!.outcome.issues[0]?.code : '')), [undefined, 'http-status', 'http-status', 'addresses-left'])
  assert.match(JSON.stringify(came.at(-1)), /1 addresses were left, beyond the 2 pages/)
  const busy = { ...tools, fetch: (label: string) => Promise.resolve({ label, refused: { code: 'retry-later', level: 'error', message: label }, fetch: { status: 429 } } as never) }, long = await pool.read(Buffer.from(sitemap(...Array.from({ length: 50 }, (_, i) => [`/p${i}`] as const))), sourceOf('sitemap.xml', { url: `${base}/sitemap.xml` }))
  const stopped = await Array.fromAsync(followSitemap(long[0]!, busy))
  assert.ok(stopped.length <= 5, 'a host that asks for time is left alone')
  assert.match(JSON.stringify(stopped.at(-1)), /4\d addresses were left, for 127\.0\.0\.1.* asked for time/)
})

test('a sitemap on disk is followed when it is named, and left alone in a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'helenow-map-')), { helenow } = await reader()
  routes.set('/m11', { body: story(11) })
  writeFileSync(join(folder, 'sitemap.xml'), sitemap(['/m11']))
  const from = asked.length
  assert.match((await helenow('read', folder)).out, /^read 1 = accepted 1/)
  assert.deepEqual(asked.slice(from), [])
  assert.match((await helenow('read', join(folder, 'sitemap.xml'))).out, /^read 2 = accepted 2/)
  assert.deepEqual(asked.slice(from), ['/m11'])
  rmSync(folder, { recursive: true })
})
