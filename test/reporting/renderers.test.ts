import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Block, Inline, Report } from '../../src/reporting/report.ts'
import { renderHtml } from '../../src/reporting/render-html.ts'
import { renderMarkdown } from '../../src/reporting/render-markdown.ts'
import { renderText } from '../../src/reporting/render-text.ts'

const footnote = { document: 'Quay news', publisher: 'Sample Gazette', date: '15 May 2031', quote: 'ferries need crews', path: '/documents/doc_a#clm_b', url: 'https://gazette.example/quay' }
const cite: Inline = { kind: 'cite', note: 1 }
const every: readonly Block[] = [
  { kind: 'heading', level: 2, text: 'Agenda' },
  { kind: 'paragraph', runs: ['Held ', { kind: 'doubt', text: 'on 14 May', why: 'inferred: “Wednesday”' }, ', see ', { kind: 'link', text: 'the record', href: '/records/rec_a' }, '.', cite] },
  { kind: 'list', ordered: true, items: [['Spare parts', cite], ['Fuel']] },
  { kind: 'list', ordered: false, items: [[{ kind: 'strong', text: 'Estmark' }, ': pays']] },
  { kind: 'quote', text: 'Ferries need crews', speaker: 'Alda Brenning', cites: [cite] },
  { kind: 'facts', rows: [{ label: 'Where', value: ['Hafenbrück'] }] },
  { kind: 'note', label: 'Doubt', runs: ['Sources differ.'] },
  { kind: 'table', caption: 'Sums', columns: [{ label: 'From', align: 'start' }, { label: 'Sum', align: 'end' }], rows: [[['Estmark'], ['EUR 40 million']]] },
  { kind: 'figure', svg: '<svg role="img"></svg>', caption: 'Stages', words: 'One announced' },
]
const report = (blocks: readonly Block[], title = 'River Group'): Report => ({ title, subtitle: ['A brief'], blocks, footnotes: [footnote] })

it('text: every block, wrapped and readable', () => {
  assert.equal(renderText(report(every), { width: 60 }), `River Group
═══════════
A brief

AGENDA
──────

Held on 14 May (inferred: “Wednesday”), see the record.[1]

1. Spare parts[1]
2. Fuel

• Estmark: pays

  “Ferries need crews”[1]
    — Alda Brenning

Where  Hafenbrück

Doubt: Sources differ.

Sums
From                Sum
───────  ──────────────
Estmark  EUR 40 million

Stages
  One announced

────────────
[1] Quay news, Sample Gazette, 15 May 2031: “ferries need
    crews”
    https://gazette.example/quay
`)
})

it('Markdown: every block, with footnotes', () => {
  assert.equal(renderMarkdown(report(every), { base: 'http://localhost:4100/' }), `# River Group

*A brief*

## Agenda

Held on 14 May *(inferred: “Wednesday”)*, see [the record](<http://localhost:4100/records/rec_a>).[^1]

1. Spare parts[^1]
2. Fuel

- **Estmark**: pays

> “Ferries need crews”[^1]
>
> — Alda Brenning

- **Where:** Hafenbrück

> **Doubt:** Sources differ.

**Sums**

| From | Sum |
| --- | ---: |
| Estmark | EUR 40 million |

**Stages**

One announced

[^1]: Quay news, Sample Gazette, 15 May 2031: “ferries need crews” <https://gazette.example/quay>
`)
})

it('HTML: semantic tags, footnotes that lead there and back', () => {
  const html = renderHtml(report(every))
  for (const part of ['<article class="report">', '<h1>River Group</h1>', '<h2>Agenda</h2>', '<ol><li>Spare parts', '<blockquote>', '<dl class="facts">', '<th scope="col"', '<caption>Sums</caption>', 'href="#note-1"', 'id="note-1"', 'href="#ref-1"', 'href="/documents/doc_a#clm_b"', 'href="https://gazette.example/quay"']) assert.ok(html.includes(part), part)
  assert.equal(html.match(/id="ref-1"/g)?.length, 1, 'an id stands once')
})

describe('hostile text', () => {
  const evil = '<script>alert(1)</script> [x](javascript:alert(1)) | `code` "quoted" & * _'
  const blocks: readonly Block[] = [
    { kind: 'paragraph', runs: [evil, { kind: 'link', text: evil, href: 'javascript:alert(1)' }, { kind: 'link', text: 'b', href: '//evil.example' }, { kind: 'link', text: 'c', href: 'https://a.example/"onload="x' }] },
    { kind: 'table', caption: evil, columns: [{ label: evil, align: 'start' }], rows: [[[evil]]] },
  ]
  it('never becomes a tag, an attribute or a link in HTML', () => {
    const html = renderHtml({ ...report(blocks, evil), footnotes: [{ ...footnote, quote: evil, path: 'javascript:alert(1)', url: 'javascript:alert(1)' }] })
    assert.ok(!/<script|href="javascript:|href="\/\/|" ?onload="/.test(html), html)
  })
  it('never becomes markup in Markdown', () => {
    const markdown = renderMarkdown({ ...report(blocks, evil), footnotes: [{ ...footnote, url: 'https://a.example/ <script>' }] })
    assert.ok(!/(^|[^\\])<script|[^\\]\]\(<?javascript/.test(markdown), markdown)
    assert.equal(markdown.split('\n').filter((line) => /^\| /.test(line)).every((line) => line.match(/(?<!\\)\|/g)?.length === 2), true)
  })
})

it('no line of text is wider than asked, long words apart', () => {
  const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdéжß') })
  fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), fc.integer({ min: 40, max: 120 }), (words, width) => {
    const text = renderText({ title: 'T', subtitle: [], blocks: [{ kind: 'paragraph', runs: [words.join(' ')] }, { kind: 'list', ordered: false, items: [[words.join(' ')]] }], footnotes: [] }, { width })
    assert.ok(text.split('\n').every((line) => line.length <= width))
  }))
})

it('an empty list of blocks prints the title and nothing else', () => {
  assert.equal(renderText({ title: 'T', subtitle: [], blocks: [], footnotes: [] }), 'T\n═\n')
  assert.ok(!renderHtml({ title: 'T', subtitle: [], blocks: [], footnotes: [] }).includes('Sources'))
})
