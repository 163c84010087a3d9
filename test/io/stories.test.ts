import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sourceOf, readBytes } from '../../src/reading/read.ts'
import { record, type Incoming } from '../../src/pipeline.ts'
import { sayOrigins } from '../../src/reporting/origins.ts'
import { testServer } from './store-helpers.ts'

let server: Awaited<ReturnType<typeof testServer>>
before(async () => { server = await testServer() })
after(async () => { await server.stop() })

const wire = [
  'The harbour towns agreed on Monday to build four new cranes by the end of the year, the council of the northern quay said after a meeting.',
  'The cranes will be paid for by a common fund, to which each town gives according to its size, and will be used by all ships that call at the port.',
  'A second meeting is planned for the spring, when the towns will speak about the dredging of the channel and about the old lighthouse.',
]
const own = ['Fishermen of the coast had not been asked about the cranes and would have liked a word, said their union.', 'Money for nets is what they had hoped for; the lighthouse and its lamp are next on the list of the towns, they fear.']
const page = (publisher: string, paragraphs: readonly string[]) => `---\ntitle: ${publisher} on cranes\npublisher: ${publisher}\npublished: "2031-04-0${1 + (publisher.length % 8)}"\n---\n\n${paragraphs.join('\n\n')}\n`
async function* incoming(pages: readonly string[]): AsyncGenerator<Incoming> {
  for (const [i, text] of pages.entries()) for (const r of await readBytes(new TextEncoder().encode(text), sourceOf(`page-${i}.md`))) yield { label: r.label, bytes: r.bytes, outcome: r.outcome, claims: [] }
}
const texts = [page('Norden Post', [...wire, 'More of it follows, reports Tideline.']), page('Quay Radio', wire), page('Coast Daily', ['Cranes at last.', ...wire]), page('Union Paper', own)]

for (const [what, batch] of [['in one batch', 16], ['one by one', 1]] as const) test(`copies are placed into one story, ${what}`, async () => {
  const { store } = await server.fresh()
  await record(store, incoming(texts), () => {}, batch)
  const rows = await store.documents(), stories = new Map(rows.map((r) => [r.publisher, r.story]))
  assert.equal(new Set(['Norden Post', 'Quay Radio', 'Coast Daily'].map((p) => stories.get(p))).size, 1)
  assert.notEqual(stories.get('Union Paper'), stories.get('Quay Radio'))
  assert.equal(rows.find((r) => r.publisher === 'Norden Post')?.agency, 'Tideline')
  assert.equal(sayOrigins(rows), '4 reports, 2 origins (Tideline and Union Paper)')
  assert.equal(sayOrigins(rows.filter((r) => r.publisher !== 'Union Paper')), '3 reports, 1 origin (Tideline)')
})

test('a text near to two stories makes them one', async () => {
  const { store } = await server.fresh(), parts = [wire, [own[0]!, own[1]!, 'Their union wants to be heard before the first stone is laid, and has written as much to every council along the shore.']]
  await record(store, incoming(parts.map((p, i) => page(`Paper ${i}`, p))), () => {}, 1)
  assert.equal(new Set((await store.documents()).map((d) => d.story)).size, 2)
  await record(store, incoming([page('Both', [...parts[0]!, ...parts[1]!])]))
  assert.equal(new Set((await store.documents()).map((d) => d.story)).size, 1)
})

test('a thousand copies are compared with one text', async () => {
  const { store, owner } = await server.fresh()
  await record(store, incoming(Array.from({ length: 60 }, (_, i) => page('Quay Radio', [...wire, `Copy ${i} of the paper.`]))))
  assert.equal(new Set((await store.documents({ limit: 100 })).map((d) => d.story)).size, 1)
  const { rows: [kept] } = await owner.query<{ n: number }>('select count(distinct document)::int as n from helenow.story_bands')
  assert.equal(kept?.n, 1)
})
