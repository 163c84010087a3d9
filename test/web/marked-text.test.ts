import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import type { Document } from '../../src/core/document.ts'
import { markedText, numbered, pieces } from '../../src/web/marked-text.ts'
import { claims, report, sampleClaim, sampleDocument, link } from '../helpers/sample.ts'

const words = (document: Document, html: string) => [...html.matchAll(/<a class="hl[^>]*>(.*?)(?:<sup>|<\/a>)/g)].map((m) => m[1])
const page = (document: Document, list = Object.values(claims).filter((c) => c.document === document.id)) => String(markedText(document, document.blocks, numbered(list)))

it('each claim is reached from its words and leads back to them', () => {
  const html = page(report)
  for (const claim of Object.values(claims).filter((c) => c.document === report.id)) {
    assert.ok(html.includes(`href="#${claim.id}"`), claim.id)
    assert.equal(html.split(`id="at-${claim.id}"`).length, 2, 'one place to come back to')
  }
})

it('overlapping evidence is cut, not nested: the narrowest claim owns the words', () => {
  const html = page(report)
  assert.ok(words(report, html).includes('Estmark would pay up to 40 million euros for spare parts until 2033'))
  assert.ok(!/<a [^>]*>[^<]*<a /.test(html.replace(/<sup>.*?<\/sup>/g, '')))
  assert.match(html, new RegExp(`k-commitment" id="at-${claims.spareParts.id}"`))
})

it('two claims on the same words keep a way to each', () => {
  const document = sampleDocument('twice', {}, ['Six ferries sail.']), fields = { kind: 'lesson', learner: [], source: [link('Norlandia', 'state')], text: 'Six ferries sail' } as const
  const a = sampleClaim(document, fields, 'Six ferries sail'), b = sampleClaim(document, { ...fields, text: 'ferries sail' }, 'Six ferries sail')
  const html = page(document, [a, b])
  for (const { id } of [a, b]) assert.ok(html.includes(`href="#${id}"`) && html.includes(`id="at-${id}"`))
})

it('white space between two narrower claims is not a link of its own', () => {
  const document = sampleDocument('space', {}, ['Ferries sail. Crews train.']), fields = { kind: 'lesson', learner: [], source: [], text: '' } as const
  const list = ['Ferries sail. Crews train.', 'Ferries sail.', 'Crews train.'].map((words) => sampleClaim(document, { ...fields, text: words }, words))
  const html = page(document, list)
  assert.deepEqual(words(document, html), ['Ferries sail.', 'Crews train.'])
  for (const { id } of list) assert.ok(html.includes(`href="#${id}"`) && html.includes(`id="at-${id}"`))
})

it('a document’s text never becomes markup', () => {
  const html = page(sampleDocument('evil', {}, ['<script>alert(1)</script> & "more"']), [])
  assert.ok(html.includes('&lt;script&gt;') && !html.includes('<script'))
})

it('the pieces of a range are the range, whatever the evidence', () => {
  const text = 'x'.repeat(60), document = sampleDocument('x', {}, [text])
  const span = fc.tuple(fc.nat(59), fc.nat(59)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
  fc.assert(fc.property(fc.array(fc.array(span, { minLength: 1, maxLength: 3 }), { maxLength: 8 }), span, (lists, range) => {
    const all = lists.map((spans, i) => ({ number: i + 1, claim: { ...claims.lesson, document: document.id, evidence: spans.map((s) => ({ ...s, exact: text.slice(s.start, s.end) })) as unknown as typeof claims.lesson.evidence } }))
    const cut = pieces(range, all)
    assert.deepEqual([cut[0]?.start, cut.at(-1)?.end], [range.start, range.end])
    cut.forEach((piece, i) => assert.ok(piece.start < piece.end && (i === 0 || cut[i - 1]!.end === piece.start)))
    for (const n of all) for (const piece of cut) assert.equal(piece.claims.includes(n), n.claim.evidence.some((e) => e.start <= piece.start && e.end >= piece.end))
  }))
})
