import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Claim, Known } from '../../src/core/claim.ts'
import type { Document } from '../../src/core/document.ts'
import { createReadingPool, type ReadAndDrawn, type ReadingPool } from '../../src/io/reading-pool.ts'
import type { Store } from '../../src/io/store.ts'
import { statesOf } from '../../src/ledger/versions.ts'
import { rereadDocument } from '../../src/pipeline/again.ts'
import { takeWords, waitingWords } from '../../src/pipeline/later-words.ts'
import { record, sayRun } from '../../src/pipeline.ts'
import { sourceOf } from '../../src/reading/read.ts'
import { testServer } from '../io/store-helpers.ts'

let server: Awaited<ReturnType<typeof testServer>>, pool: ReadingPool
before(async () => { server = await testServer(); pool = createReadingPool({ size: 1 }) })
after(async () => { await pool.close(); await server.stop() })

const pledge = 'Norway announced a package of 120 million euros of military aid for Ukraine on 1 April 2031.'
const advice = 'Denmark announced a package of 33 million euros of financial aid for Ukraine on 2 April 2031.'
const bytes = new TextEncoder().encode(`---\ntitle: Support in spring\npublished: "2031-04-02"\n---\n\nFrom the harbour.\n\n${pledge}\n\nThe talks took most of the day.\n\n${advice}\n`)

type Read = ReadAndDrawn & { readonly outcome: { readonly state: 'accepted'; readonly value: Document; readonly issues: readonly [] } }
/** What the readers of today make of the bytes. */
const now = async (): Promise<Read> => (await pool.read(bytes, sourceOf('spring.md'), { extract: true }))[0] as Read
/** A pool whose readers and extractors are what the test says. */
const later = (read: Read): ReadingPool => ({ ...pool, read: async () => [read] })
async function stored(read: Read): Promise<Store> {
  const { store } = await server.fresh()
  await record(store, (async function* () { yield { label: 'spring', bytes, outcome: read.outcome, claims: read.extracted!.claims } })())
  return store
}
const withClaims = (read: Read, claims: readonly Claim<Known>[]): Read => ({ ...read, extracted: { ...read.extracted!, claims } })
const commitmentsOf = async (store: Store) => (await store.records({ kind: 'commitment' })).filter((r) => r.state !== 'retracted').map((r) => Number((r.fields['amount'] as { minor: string }).minor) / 1e8).sort()

test('the same readers add nothing', async () => {
  const read = await now(), store = await stored(read), counts = await store.counts()
  assert.deepEqual(await rereadDocument(store, pool, read.outcome.value.id), { document: read.outcome.value.id, state: 'as before', drawn: read.extracted!.claims.length, added: 0, replaced: 0, reopened: 0, forReview: 0, why: null })
  assert.deepEqual(await store.counts(), counts)
})

test('a better extractor adds what was missed, and corrects what it draws otherwise without doubling it', async () => {
  const read = await now(), claims = read.extracted!.claims.filter((c) => c.fields.kind === 'commitment')
  const rough = claims.filter((c) => c.evidence[0].exact.includes('Norway')).map((c) => ({ ...c, id: `${c.id.slice(0, -4)}aaaa` as typeof c.id, fields: { ...c.fields, amount: null } as typeof c.fields }))
  const store = await stored(withClaims(read, rough)), [before] = await store.records({ kind: 'commitment' })
  const again = await rereadDocument(store, later(withClaims(read, claims)), read.outcome.value.id)
  assert.deepEqual([again?.state, again?.added, again?.replaced], ['changed', 1, 1])
  assert.deepEqual(await commitmentsOf(store), [33, 120].map((n) => n).sort())
  assert.equal((await store.recordOf(before!.id))?.record.id, before!.id, 'the record keeps its id')
  assert.equal((await store.verify()).firstBad, null)
  const third = await rereadDocument(store, later(withClaims(read, claims)), read.outcome.value.id)
  assert.equal(third?.state, 'as before')
})

test('another text: evidence is found again, what is gone is asked about, what is new to the text waits for review', async () => {
  const read = await now(), store = await stored(read), document = read.outcome.value
  const text = document.text.replace('From the harbour.\n\n', '').replace(advice, 'Sweden announced a package of 5 million euros of financial aid for Ukraine on 2 April 2031.')
  const shift = text.indexOf(pledge) - document.text.indexOf(pledge)
  const moved = read.extracted!.claims.filter((c) => c.evidence[0].exact.includes('Norway')).map((c) => ({ ...c, evidence: c.evidence.map((e) => ({ ...e, start: e.start + shift, end: e.end + shift })) as unknown as typeof c.evidence }))
  const start = text.indexOf('Sweden'), fresh = { ...moved[0]!, evidence: [{ exact: text.slice(start, start + 60), start, end: start + 60 }] as const }
  const upgraded = withClaims({ ...read, outcome: { ...read.outcome, value: { ...document, text, blocks: [{ kind: 'paragraph', start, end: text.length }], reader: `${document.reader}9` } } }, [...moved, fresh])
  const again = await rereadDocument(store, later(upgraded), document.id)
  assert.equal(again?.added, 0, 'the claim is the one on record, at its place in the kept text')
  assert.deepEqual([again?.drawn, again?.forReview], [2, 1], 'drawn = on record 1 + added 0 + in place of others 0 + for review 1')
  const [words] = await waitingWords(store)
  assert.match(words!.issues[0]!.message, /1 claim rests on words of spring that markdown 19 reads .*“Sweden announced a package of 5 million/)
  assert.equal((await rereadDocument(store, later(upgraded), document.id))?.state, 'as before', 'it is set aside once')
  assert.ok(again!.reopened >= 1)
  const states = await Promise.all((await store.records({ kind: 'commitment' })).map(async (r) => [Number((r.fields['amount'] as { minor: string }).minor) / 1e8, [...statesOf((await store.recordOf(r.id))!.entries).open.values()].map((q) => q.why)] as const))
  assert.deepEqual(new Map(states), new Map([[120, []], [33, ['the text is read in another way: this sentence is gone or altered']]]))
  assert.equal((await store.document(document.id))?.document.text, document.text, 'the kept text never changes')

  assert.match(sayRun(await takeWords(store, pool, words!)), /^read 1 = accepted 1/)
  const [taken] = (await store.documents()).filter((d) => d.id !== document.id)
  assert.deepEqual([taken!.label, taken!.title, taken!.published], ['spring as markdown 19 reads it', 'Support in spring', '2031-04-02'])
  assert.deepEqual(await commitmentsOf(store), [120, 33, 5].sort())
  assert.deepEqual(await waitingWords(store), [])
  assert.equal((await store.verify()).firstBad, null)
})

test('another text by the same reader changes nothing', async () => {
  const read = await now(), store = await stored(read), document = read.outcome.value, counts = await store.counts()
  const again = await rereadDocument(store, later({ ...read, outcome: { ...read.outcome, value: { ...document, text: `${document.text}?` } } }), document.id)
  assert.match(`${again?.state}: ${again?.why}`, /^failed: .*reads differently although its reader is the same/)
  assert.deepEqual(await store.counts(), counts)
})
