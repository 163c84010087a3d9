import type { Claim, Known, Link } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import { moneyValue, type Money } from '../core/money.ts'

export interface ClaimsTextOptions { readonly width: number; readonly explain: boolean; readonly misses: readonly { readonly start: number; readonly end: number; readonly why: string }[] }

/**
 * The claims of a document for the terminal: one paragraph a claim, the quoted words below it.
 * @example claimsText(document, [], { width: 80, explain: false, misses: [] }) // 'Title\nPublisher, 2025-01-13 · 0 claims\n'
 */
export function claimsText(document: Document, claims: readonly Claim<Known>[], options: ClaimsTextOptions): string {
  const head = [document.title ?? document.label, [document.publisher, document.published?.edtf, `${claims.length} claim${claims.length === 1 ? '' : 's'}`].filter(Boolean).join(' · ')]
  const body = claims.map((c) => [`• ${c.fields.kind.toUpperCase()}  ${sentence(c)}`, ...c.evidence.map((e) => wrap(`“${e.exact.replace(/\s+/g, ' ')}”${e.place ? ` (${e.place})` : ''}`, options.width, '    ')), ...(options.explain ? explain(c) : [])].join('\n'))
  const misses = options.misses.map((m) => wrap(`“${document.text.slice(m.start, m.end).replace(/\s+/g, ' ')}” — ${m.why}`, options.width, '    '))
  return [...head, '', ...body.flatMap((b) => [b, '']), ...(misses.length ? [`Sentences that yielded nothing: ${misses.length}`, ...misses, ''] : [])].join('\n')
}

const label = (actors: readonly Link[]) => actors.map((a) => a.label).join(', ') || 'unknown'

function sentence({ fields: f }: Claim<Known>): string {
  const date = 'date' in f && f.date ? `, ${f.date.edtf}${f.date.basis === 'inferred' ? ' (inferred)' : ''}` : ''
  switch (f.kind) {
    case 'statement': return `${f.speaker.label}${f.country ? ` (${f.country})` : ''} · ${f.form}`
    case 'meeting': return `${f.state}${date}: ${[f.forum?.label, f.place?.written, f.mode].filter(Boolean).join(', ')} · ${label(f.parties)}${f.people.length ? ` · ${label(f.people)}` : ''}`
    case 'commitment': return `${label(f.provider)} → ${label(f.recipient)} · ${f.stage}${f.total ? ' (total)' : ''} · ${[f.amount && amount(f.amount), ...f.items.map((i) => `${i.quantity ?? 'undisclosed number of'} ${i.name}`), f.aid].filter(Boolean).join(', ')}${date}${f.period ? `, for ${f.period.edtf}` : ''}`
    case 'ask': return `${f.asker.label} → ${label(f.addressee)}`
    case 'project': return `${label(f.parties)} · ${f.form}, ${f.stage}${f.amount ? `, ${amount(f.amount)}` : ''}${date}`
    case 'lesson': return `${label(f.learner)} from ${label(f.source)}`
    case 'planning': return `${label(f.actor)} · ${f.topic}${f.target ? `: ${f.target}` : ''}${f.year ? `, ${f.year.edtf}` : ''}`
  }
}

const amount = (m: Money) => `${m.qualifier === 'exact' ? '' : `${m.qualifier} `}${m.currency} ${moneyValue(m).toLocaleString('en-GB')}`
const explain = (c: Claim<Known>) => [`    rule: ${c.explain.rule} · confidence ${c.confidence.toFixed(2)} · ${c.method}`, ...Object.entries(c.explain.fields).map(([k, v]) => `    ${k}: ${v}`)]

function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1]!
    if (line.length + word.length + 1 > Math.max(30, width - indent.length) && line) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines.map((l) => indent + l).join('\n')
}
