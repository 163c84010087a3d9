import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Hono } from 'hono'
import { createApp } from '../../src/server/app.ts'
import { claims, documents, records, sampleDocument } from '../helpers/sample.ts'
import { memoryStore } from '../helpers/memory-store.ts'
import { sampleViews } from '../helpers/sample-site.ts'

let app: Hono
before(async () => { app = await createApp(sampleViews()) })
const meeting = records.meeting.record.id, document = documents[0]!.id
const get = async (path: string) => { const answer = await app.request(path); return { answer, status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') ?? '' } }

describe('pages', () => {
  const pages: readonly (readonly [path: string, ...words: string[]])[] = [
    ['/', 'River Group, Hafenbrück, 14 May 2031', 'Read the brief', 'Ministers on the Norburg quay'],
    ['/documents', 'River Group looks past the coming winter', 'eight claims'],
    [`/documents/${document}`, 'SHA-256', 'Sample Gazette', `id="${claims.said.id}"`, 'In the text'],
    ['/meetings', '2031', '2030', 'River Group, Norburg'],
    [`/meetings/${meeting}`, 'Spare parts for the ferries', 'Statements in its documents', 'Earlier meetings', 'Where sources differ', 'History'],
    [`/meetings/${meeting}/brief`, '<h1>River Group, Hafenbrück, 14 May 2031</h1>', 'role="doc-noteref"'],
    ['/commitments', 'Estmark', 'Up to EUR 40 million for spare parts', '<svg', '20 November 2030'],
    [`/records/${records.ask.record.id}`, 'Alda Brenning to the Lake Commission', 'Asked', 'Rests on'],
    ['/search?q=ferries', 'passages in', `/claims/${claims.said.id}`],
    ['/search', 'Type words'],
    ['/review', 'Lake Commission', 'minutes.zip', 'inflates more than 100 times'],
    ['/reference', 'Reference data', 'tenures', 'Your own'],
    ['/reference?name=Italy', 'Италія'.replace('И', 'І'), 'Rome', 'states.csv:'],
    ['/reference/tenures', 'HELENOW_REFERENCE', 'data add tenures'],
    ['/series', 'Defence expenditure of NATO countries', 'href="/series/nato-share"', '2029 to 2031', 'table-2031'],
    ['/series/nato-share', 'Estmark', '2.2 (estimate)', 'row 6, column 3', '/series/nato-share?of=Estmark'],
    ['/series/nato-share?of=Estmark', 'Defence expenditure, NATO definition, share of GDP: Estmark', '<svg', '2.1'],
    ['/about', 'The chain', 'data/README.md'],
  ]
  for (const [path, ...words] of pages) it(path, async () => {
    const { status, text } = await get(path)
    assert.equal(status, 200, text)
    for (const word of words) assert.ok(text.includes(word), `${word} on ${path}`)
    assert.ok(!/\b(undefined|null|\[object)\b/.test(text.replace(/<[^>]+>/g, ' ')), 'nothing half-filled')
  })
})

it('a filter narrows the register on the server', async () => {
  const { text } = await get('/commitments?provider=Estmark')
  assert.ok(text.includes('One commitment of 2') && !text.includes('120 million'))
  assert.ok((await get('/commitments?provider=Nowhere')).text.includes('Nothing here matches'))
})

it('a claim leads to its place in the text', async () => {
  const { answer } = await get(`/claims/${claims.said.id}`)
  assert.deepEqual([answer.status, answer.headers.get('location')], [302, `/documents/${document}#${claims.said.id}`])
})

it('a long document is shown in parts, and a claim leads to its part', async () => {
  const long = sampleDocument('long', { title: 'Long' }, [...Array.from({ length: 30 }, (_, i) => `${i} ${'words '.repeat(1500)}`), 'The last ferry sails.'])
  const claim = { ...claims.lesson, document: long.id, evidence: [{ exact: 'The last ferry sails.', start: long.text.indexOf('The last'), end: long.text.indexOf('The last') + 21 }] as const }
  const site = await createApp({ ...sampleViews(), store: memoryStore({ documents: [long], claims: [claim], records: [] }) })
  const to = (await site.request(`/claims/${claim.id}`)).headers.get('location')
  assert.equal(to, `/documents/${long.id}?part=3#${claim.id}`)
  assert.match(await (await site.request(to!)).text(), /Part 3 of 3/)
})

it('the brief comes as text and Markdown', async () => {
  const text = await get(`/meetings/${meeting}/brief.txt`), markdown = await get(`/meetings/${meeting}/brief.md`)
  assert.match(text.type, /text\/plain/)
  assert.match(text.text, /^River Group, Hafenbrück, 14 May 2031\n═+/)
  assert.match(markdown.type, /text\/markdown/)
  assert.match(markdown.text, /\[\^1\]: River Group looks/)
})

describe('what cannot be given', () => {
  const table: readonly (readonly [path: string, status: number, words: string])[] = [
    ['/nothing', 404, 'There is no page'], ['/documents/doc_x', 404, 'is not the id of a document'], [`/documents/doc_${'a'.repeat(20)}`, 404, 'No document has this id'],
    [`/records/${document}`, 404, 'is not the id of a record'], [`/meetings/${records.ask.record.id}`, 404, 'No meeting has this id'], [`/meetings/rec_${'a'.repeat(20)}/brief`, 404, 'No meeting'],
    ['/meetings?page=0', 400, 'whole number'], ['/commitments?as-of=yesterday', 400, '2025-01-31'], ['/series/none', 404, 'No series'], ['/series/nato-share?of=Nowhere', 404, 'no figure of'], ['/assets/../package.json', 404, 'no page'], ['/assets/keys.ts', 404, 'no file'],
  ]
  for (const [path, status, words] of table) it(`${status} ${path}`, async () => {
    const found = await get(path)
    assert.equal(found.status, status)
    assert.ok(found.text.includes(words), found.text)
    assert.match(found.type, /text\/html/)
  })

  it('a view from before the record began is empty, not wrong', async () => {
    assert.equal((await get(`/records/${meeting}?as-of=2031-05-01`)).status, 404)
    assert.ok((await get('/meetings?as-of=2031-05-01')).text.includes('No meetings in the record yet'))
  })

  it('a bare day means its end, as on the command line', async () => {
    const day = records.meeting.entries[0]!.recorded.slice(0, 10)
    assert.equal((await get(`/records/${meeting}?as-of=${day}`)).status, 200)
  })

  it('a failure inside is logged and gives nothing away', async () => {
    const lines: string[] = [], views = sampleViews((line) => lines.push(line))
    const broken = await createApp({ ...views, store: { ...views.store, counts: async () => { throw new Error('secret of the house') } } })
    const answer = await broken.request('/')
    assert.equal(answer.status, 500)
    assert.ok(!(await answer.text()).includes('secret'))
    assert.ok(lines[0]?.includes('secret of the house'))
    const api = await broken.request('/api/counts')
    assert.deepEqual([api.status, api.headers.get('content-type')], [500, 'application/problem+json'])
  })
})

describe('every answer is guarded', () => {
  for (const path of ['/', '/nothing', '/assets/styles.css', '/api/counts', '/api/none', `/meetings/${meeting}/brief.txt`]) it(path, async () => {
    const { headers } = await app.request(path)
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*script-src 'self'(?!.*unsafe)/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
  })

  it('no page carries a script or a style of its own', async () => {
    for (const path of ['/', `/documents/${document}`, '/commitments', `/meetings/${meeting}/brief`]) {
      const { text } = await get(path)
      assert.ok(!/<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=/.test(text), path)
    }
  })

  it('stored bytes are handed over for saving, never shown', async () => {
    const { headers } = await app.request(`/documents/${document}/bytes`)
    assert.deepEqual([headers.get('content-type'), headers.get('content-disposition'), headers.get('content-security-policy')], ['application/octet-stream', `attachment; filename="${document}.bin"`, "default-src 'none'; sandbox"])
  })
})

it('hostile text from a document is text on every page', async () => {
  const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>'
  const bad = { ...documents[0]!, title: evil, publisher: evil, label: evil, url: 'javascript:alert(1)' }
  const site = await createApp({ ...sampleViews(), store: memoryStore({ documents: [bad], claims: Object.values(claims).filter((c) => c.document === bad.id).map((c) => ({ ...c, method: evil, explain: { rule: evil, fields: { [evil]: evil } } })), records: [], unresolved: [{ name: evil, type: evil, count: 1, documents: [bad.id] }] }) })
  for (const path of ['/', '/documents', `/documents/${bad.id}`, '/review', `/search?q=${encodeURIComponent(evil)}`]) {
    const text = await (await site.request(path)).text()
    assert.ok(!/<img|<script>|href="javascript/.test(text), path)
  }
})

describe('the app’s own files', () => {
  it('are kept for ever under the address of their content, and answered with 304', async () => {
    const address = /href="(\/assets\/styles\.css\?v=\w+)"/.exec((await get('/')).text)?.[1]
    const first = await app.request(address!)
    assert.match(first.headers.get('cache-control') ?? '', /immutable/)
    assert.match((await app.request('/assets/styles.css?v=old')).headers.get('cache-control') ?? '', /no-cache/)
    const again = await app.request(address!, { headers: { 'if-none-match': first.headers.get('etag')! } })
    assert.equal(again.status, 304)
  })
  it('the script is JavaScript', async () => {
    const { text, type } = await get('/assets/keys.js')
    assert.match(type, /javascript/)
    assert.doesNotThrow(() => new Function(text))
  })
})

describe('API', () => {
  it('describes itself', async () => {
    const description = await (await app.request('/api/openapi.json')).json() as { openapi: string; paths: object }
    assert.equal(description.openapi, '3.1.0')
    assert.deepEqual(Object.keys(description.paths), ['/counts', '/documents', '/documents/{id}', '/claims/{id}', '/records', '/records/{id}', '/meetings/{id}/brief', '/search', '/series', '/series/{name}'])
  })
  const paths = ['/counts', '/documents?limit=1', `/documents/${document}`, `/claims/${claims.said.id}`, '/records?kind=commitment', `/records/${records.ask.record.id}`, `/meetings/${meeting}/brief`, '/search?q=ferries', '/series', '/series/nato-share?of=Estmark']
  for (const path of paths) it(path, async () => assert.equal((await app.request(`/api${path}`)).status, 200))
  it('gives evidence verbatim', async () => {
    const claim = await (await app.request(`/api/claims/${claims.said.id}`)).json() as { evidence: { exact: string; start: number; end: number }[] }
    for (const e of claim.evidence) assert.equal(documents[0]!.text.slice(e.start, e.end), e.exact)
  })
  for (const [path, status] of [['/records?kind=wish', 400], ['/documents?limit=9999', 400], ['/search', 400], ['/claims/clm_x', 400], ['/series/none', 404], ['/series?as-of=soon', 400], [`/claims/clm_${'a'.repeat(20)}`, 404], ['/none', 404]] as const) it(`${status} ${path}`, async () => {
    const answer = await app.request(`/api${path}`)
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [status, 'application/problem+json'])
    assert.deepEqual(Object.keys(await answer.json() as object), ['type', 'title', 'status', 'detail'])
  })
})
