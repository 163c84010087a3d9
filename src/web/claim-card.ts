import { facts } from '../ledger/facts.ts'
import type { RecordId } from '../core/ids.ts'
import { capital } from '../reporting/words.ts'
import { factList, kindLabel } from './facts.ts'
import { each, html, when, type Html } from './html.ts'
import type { Numbered } from './marked-text.ts'

/** A claim beside its text: what it says, how sure the reading is, and the ways back to the words and on to the record. */
export function claimCard({ claim, number }: Numbered, record: RecordId | null): Html {
  const reasons = Object.entries(claim.explain.fields)
  return html`<article class="card k-${claim.fields.kind}" id="${claim.id}" tabindex="-1">
<h4><span class="number">${number}</span> ${kindLabel(claim.fields.kind)}</h4>
${factList(claim.fields.kind, facts(claim.fields))}
<p class="links"><a class="back" href="#at-${claim.id}" aria-label="Claim ${number}: back to the text">↩ In the text</a>${when(claim.evidence[0].place, () => html` <span class="quiet">${capital(claim.evidence[0].place!)}</span>`)}${when(record, () => html` <a href="/records/${record}">Record</a>`)} <span class="quiet">${sureness(claim.confidence)}</span></p>
<details><summary>Why</summary><p>Rule “${claim.explain.rule}”, ${claim.method}, confidence ${claim.confidence.toFixed(2)}.</p>${when(reasons.length, () => html`<ul>${each(reasons, ([field, why]) => html`<li>${field}: ${why}</li>`)}</ul>`)}</details>
</article>`
}

/** @example sureness(0.9) // 'Sure reading' */
export const sureness = (confidence: number): string => (confidence >= 0.85 ? 'Sure reading' : confidence >= 0.6 ? 'Likely reading' : 'Doubtful reading')
