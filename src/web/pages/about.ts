import type { Store } from '../../io/store.ts'
import { html, type Html } from '../html.ts'

/** Where the data comes from, what it may be used for, how to read the marks. */
export const aboutPage = ({ head }: { readonly head: Awaited<ReturnType<Store['head']>> }): Html => html`
<h1>About the data</h1>
<p>Helenow records who promised what to whom, and what came of it: support for states, meetings, asks, defence-industrial projects, and the plans of NATO, the European Union and the states. It reads public documents and keeps the words that each value rests on.</p>
<h2>How to read a page</h2>
<dl class="facts">
<div><dt>Quotation marks</dt><dd>The speaker’s own words. Without them, speech is as the document reports it.</dd></div>
<div><dt>In brackets</dt><dd><span class="doubt">A value</span> <small class="why">(inferred: the reason)</small> is concluded, not said. A name marked “not in the reference data” stands as written.</dd></div>
<div><dt>Sources differ</dt><dd>Values that contradict each other stand side by side, and the page says which one it uses and why.</dd></div>
<div><dt>Set aside</dt><dd>A document that could not be read safely is kept and listed under <a href="/review#quarantine">Review</a>; nothing is drawn from it.</dd></div>
<div><dt>Who read it</dt><dd>Claims are drawn by rules, not by people, and can be wrong. Each names its rule and how sure it is; the words beside it decide.</dd></div>
</dl>
<h2>The chain</h2>
<p>The ledger is append-only. Each entry carries a hash over the one before it, so that a change behind anyone’s back is found by <code>helenow verify</code>. The head is entry ${head.sequence.toLocaleString('en')}:</p>
<p><code class="hash">${head.hash}</code></p>
${head.figures ? html`<p>Figures of series have a chain of their own, a link an import. The head is import ${head.figures.imports.toLocaleString('en')}:</p>
<p><code class="hash">${head.figures.hash}</code></p>` : ''}
<h2>For programs</h2>
<p>The same data as JSON: <a href="/api/openapi.json">the description of the API</a>. Any record can be seen as it stood on a day by adding <code>?as-of=2025-01-31</code> to its address.</p>
<h2>Rights</h2>
<p>Quoted words belong to their publishers and are given with their source. The reference data names the origin and licence of each file in <code>data/README.md</code>. The software is under the Apache License 2.0. It knows office-holders in their role only, no places of units, no routes, no times ahead of the fact.</p>`
