import assert from 'node:assert/strict'
import type { lookup } from 'node:dns'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { refusalOf, refusalOfIp } from '../../src/io/address.ts'
import { createFetcher, type Fetched } from '../../src/io/fetch.ts'
import { inputFetcher } from '../../src/io/fetch-input.ts'
import { checkPage } from '../../src/io/page-check.ts'
import { parseRobots } from '../../src/io/robots.ts'

const refusedAddresses = [
  'http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://0177.0.0.1/', 'http://１２７.０.０.１/', 'http://①②⑦.⓪.⓪.①/', 'http://0/', 'http://0.0.0.0/',
  'http://10.0.0.1/', 'http://172.16.0.1/', 'http://192.168.1.1/', 'http://169.254.169.254/latest/meta-data/', 'http://100.64.0.1/', 'http://192.0.2.1/', 'http://198.18.0.1/', 'http://224.0.0.1/', 'http://240.0.0.1/', 'http://255.255.255.255/',
  'http://[::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:a00:1]/', 'http://[fe80::1]/', 'http://[fc00::1]/', 'http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/', 'http://[100::1]/', 'http://[3fff::1]/', 'http://[ff02::1]/',
  'http://localhost/', 'http://localhost./', 'http://a.localhost/', 'http://printer.local/', 'http://metadata.google.internal/', 'http://intranet/',
  'http://example.org:8080/', 'https://example.org:22/', 'http://user:pass@example.org/', 'http://user@example.org/', 'ftp://example.org/', 'file:///etc/passwd', 'gopher://example.org/', 'data:text/html,x', 'javascript:alert(1)',
]
for (const address of refusedAddresses) test(`refused: ${address}`, () => assert.ok(refusalOf(new URL(address))))
for (const address of ['https://example.org/', 'http://example.org:80/', 'https://93.184.215.14/', 'https://[2606:4700::1111]/', 'https://münchen.example.org/a?b'])
  test(`allowed: ${address}`, () => assert.equal(refusalOf(new URL(address)), undefined))
test('the flag for tests opens loopback only', () => {
  assert.equal(refusalOf(new URL('http://127.0.0.1:8080/'), { loopback: true }), undefined)
  assert.ok(refusalOf(new URL('http://10.0.0.1/'), { loopback: true }))
  assert.ok(refusalOfIp('nonsense'))
})

const robots = parseRobots('# all\nUser-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /draft\nAllow: /draft/open\nDisallow: /*.pdf$\nDisallow:\n', 'helenow')
for (const [path, allowed] of [['/', true], ['/draft', false], ['/draft/1', false], ['/draft/open/1', true], ['/a.pdf', false], ['/a.pdf?x', true]] as const)
  test(`robots.txt: ${path} is ${allowed ? 'open' : 'closed'}`, () => assert.equal(robots.allows(path), allowed))
test('robots.txt: our own group comes before the one for all', () => {
  const own = parseRobots('User-agent: *\nDisallow: /\nUser-agent: Helenow\nUser-agent: other\nDisallow: /x', 'helenow')
  assert.deepEqual([own.allows('/a'), own.allows('/x')], [true, false])
  assert.equal(parseRobots('User-agent: *\nDisallow: /' + '*a'.repeat(5000), 'helenow').allows('/' + 'a'.repeat(4000)), true)
})

const page = '<html><head><title>Harbour</title></head><body><p>Four cranes.</p></body></html>'
let polite = 0
const routes: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/robots.txt': (_, r) => r.end('User-agent: *\nDisallow: /closed'),
  '/page': (q, r) => { if (q.headers['if-none-match'] === '"v1"') { r.statusCode = 304; r.end() } else { r.setHeader('etag', '"v1"'); r.setHeader('set-cookie', 'a=b'); r.setHeader('content-type', 'text/html; charset=utf-8'); r.end(page) } },
  '/packed': (_, r) => { r.setHeader('content-encoding', 'gzip'); r.end(gzipSync(page)) },
  '/bomb': (_, r) => { r.setHeader('content-encoding', 'gzip'); r.end(gzipSync(Buffer.alloc(30_000_000))) },
  '/closed/page': (_, r) => r.end(page),
  '/cut': (_, r) => { r.setHeader('content-length', '500'); r.write('only a part'); setTimeout(() => r.destroy(), 20) },
  '/cut-chunks': (_, r) => { r.write('only a part'); setTimeout(() => r.destroy(), 20) },
  '/large': (_, r) => { r.setHeader('content-length', '3000000'); r.end(Buffer.alloc(3_000_000, 'a')) },
  '/endless': (_, r) => { const more = () => { if (!r.destroyed) { r.write(Buffer.alloc(65_536, 'a')); setTimeout(more, 0) } }; more() },
  '/slow': (_, r) => { r.write('a') },
  '/loop': (_, r) => { r.writeHead(302, { location: '/loop' }); r.end() },
  '/hop': (_, r) => { r.writeHead(301, { location: '/page' }); r.end() },
  '/inward': (_, r) => { r.writeHead(302, { location: 'http://169.254.169.254/latest/' }); r.end() },
  '/file': (_, r) => { r.writeHead(302, { location: 'file:///etc/passwd' }); r.end() },
  '/busy': (_, r) => { polite++; r.writeHead(429, { 'retry-after': '120' }); r.end() },
  '/home': (_, r) => { r.writeHead(302, { location: '/' }); r.end() },
  '/': (_, r) => r.end(page),
}
const server = createServer((q, r) => { const route = routes[q.url ?? '']; if (route) route(q, r); else { r.statusCode = 404; r.end('no') } })
let base = ''
before(async () => { await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)); base = `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
after(() => { server.closeAllConnections(); server.close() })

const open = (more: Parameters<typeof createFetcher>[0] = {}) => createFetcher({ allow: { loopback: true }, timeout: 1500, mostBytes: 2_000_000, ...more })
const code = (got: Fetched) => (got.state === 'refused' ? got.issue.code : got.state === 'page' ? got.issues[0]?.code ?? 'page' : got.state)

const outcomes: readonly (readonly [path: string, code: string])[] = [
  ['/page', 'page'], ['/packed', 'page'], ['/hop', 'page'], ['/bomb', 'archive-bomb'], ['/closed/page', 'robots-refused'], ['/cut', 'truncated'], ['/cut-chunks', 'truncated'], ['/large', 'too-large'],
  ['/endless', 'too-large'], ['/slow', 'fetch-timeout'], ['/loop', 'too-many-redirects'], ['/inward', 'address-refused'], ['/file', 'address-refused'], ['/missing', 'http-status'], ['/home', 'soft-404'],
]
for (const [path, expected] of outcomes)
  test(`fetching ${path} gives ${expected}`, async () => {
    const fetcher = open(), got = await fetcher.fetch(base + path)
    assert.equal(code(got), expected, JSON.stringify(got).slice(0, 300))
    if (got.state === 'page' && path !== '/home') assert.equal(new TextDecoder().decode(got.bytes), page)
    await fetcher.close()
  })

test('a page has its source, no cookies, and is not fetched again unchanged', async () => {
  const fetcher = open(), got = await fetcher.fetch(base + '/page')
  assert.ok(got.state === 'page')
  assert.deepEqual([got.source.url, got.source.declaredCharset, got.headers['set-cookie']], [base + '/page', 'utf-8', undefined])
  assert.equal((await fetcher.fetch(base + '/page', got.version)).state, 'unchanged')
  await fetcher.close()
})

test('a server that asks for time is given it', async () => {
  const fetcher = open({ now: () => new Date('2025-01-13T10:00:00Z') })
  const first = await fetcher.fetch(base + '/busy')
  assert.ok(first.state === 'refused')
  assert.equal(first.retryAfter, '2025-01-13T10:02:00.000Z')
  assert.equal(code(await fetcher.fetch(base + '/page')), 'retry-later')
  assert.equal(polite, 1)
  await fetcher.close()
})

test('a public name that leads to a private address is not connected to', async () => {
  const inward = ((_host: string, _options: unknown, done: (error: null, addresses: { address: string; family: number }[]) => void) => done(null, [{ address: '93.184.215.14', family: 4 }, { address: '127.0.0.1', family: 4 }])) as unknown as typeof lookup
  const fetcher = createFetcher({ lookup: inward, timeout: 1500 })
  assert.equal(code(await fetcher.fetch('http://harbour.example.org/')), 'address-refused')
  await fetcher.close()
})

const bytesOf = (text: string) => new TextEncoder().encode(text)
const pages: readonly (readonly [asked: string, got: string, html: string, code: string | undefined])[] = [
  ['https://a.example/x', 'https://consent.a.example/', '<title>A</title>', 'consent-page'],
  ['https://a.example/x', 'https://a.example/x', '<title>Before you continue to A</title>', 'consent-page'],
  ['https://a.example/x', 'https://a.example/x', '<title>Seite nicht gefunden | A</title>', 'soft-404'],
  ['https://a.example/x', 'https://a.example/x', '<title>404 tanks delivered</title>', undefined],
  ['https://a.example/x', 'https://a.example/x', '<title>404 - Page not found</title>', 'soft-404'],
  ['https://a.example/x', 'https://a.example/x', '<title>Consent of parliament to the treaty</title>', undefined],
  ['https://a.example/', 'https://www.a.example/', '<title>A</title>', undefined],
]
for (const [asked, got, html, expected] of pages) test(`${html} at ${got} is ${expected ?? 'a page'}`, () => assert.equal(checkPage(new URL(asked), new URL(got), bytesOf(html))[0]?.code, expected))

test('an address becomes an input of a command, or a reason', async () => {
  const fetcher = open(), input = inputFetcher(fetcher, { published: '2025-01-13' })
  const good = await input(base + '/page'), home = await input(base + '/home'), none = await input('nonsense')
  await fetcher.close()
  assert.ok('bytes' in good && good.source.published === '2025-01-13')
  assert.ok('refused' in home && home.refused.code === 'soft-404')
  assert.ok('refused' in none && none.refused.code === 'bad-address')
})
