import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diffFigures, diffRows } from '../../src/ledger/diff.ts'
import type { CommitmentFields, Written } from '../../src/core/claim.ts'
import type { Figure } from '../../src/core/observation.ts'
import { money } from '../../src/core/money.ts'
import { edtf } from '../../src/core/dates.ts'
import { renderMarkdown } from '../../src/reporting/render-markdown.ts'
import { releaseNotes } from '../../src/reporting/reports/index.ts'

const row = (key: string, donor: string, millions: number | null, more: Partial<CommitmentFields<Written>> = {}): CommitmentFields<Written> => ({
  kind: 'commitment', provider: [{ kind: 'mention', type: 'state', name: donor, written: donor, span: null, country: null, office: null, candidates: [] }], recipient: [], aid: 'military', stage: 'announced', amount: millions === null ? null : money(millions * 1e6, 'EUR'), items: [], date: { edtf: edtf('2022-03-01'), basis: 'said' }, period: null, total: false, condition: null, channel: null, restates: null, level: 'package', dataset: { name: 'kiel', release: '7', key }, ...more,
})
const figure = (subject: string, period: string, value: string, series = 'kiel-allocated'): Figure => ({ dataset: 'kiel-site', release: '28', series, subject, detail: null, period, value, unit: 'EUR bn', status: 'observed', document: 'doc_x' as Figure['document'], evidence: null })
const before = [row('N1', 'Norland', 100), row('N2', 'Norland', 50), row('S1', 'Sudmark', 30), row('X1', 'Westreich', 20), row('U1', 'Ostland', null), row('N1', 'Norland', 60, { dataset: { name: 'kiel', release: '7', key: 'N1', part: '1' }, level: 'item' })]
const after = [row('N1', 'Norland', 120), row('S1', 'Sudmark', 30), row('S2', 'Sudmark', 7), row('X1', 'Estmark', 5), row('U1', 'Ostland', null), row('N1', 'Norland', 61, { dataset: { name: 'kiel', release: '8', key: 'N1', part: '1' }, level: 'item' })]
const sums = new Map([['commitment Norland', { value: 150e6, unit: 'EUR' }], ['commitment Sudmark', { value: 30e6, unit: 'EUR' }], ['commitment Westreich', { value: 20e6, unit: 'EUR' }], ['kiel-allocated Norland', { value: 3, unit: 'EUR bn' }]])
const notes = (differences: Parameters<typeof releaseNotes>[0]['differences']) => renderMarkdown(releaseNotes({ from: 'release 7', to: 'release 8', differences, sums, sources: ['tracker-8, SHA-256 ab12.'] }))

test('who moved, by how much and why; items move no sum', () => {
  const text = notes(diffRows(before, after))
  assert.match(text, /^# What changed from release 7 to release 8\n\nTwo commitments added, 1 withdrawn, 2 changed, 1 with an id used again\./)
  for (const line of ['| Norland | 150.00 | 120.00 | −30.00 | 1 withdrawn (−50.00) and 1 corrected (+20.00) |', '| Sudmark | 30.00 | 37.00 | +7.00 | 1 added (+7.00) |', '| Westreich | 20.00 | 0.00 | −20.00 | 1 withdrawn (−20.00) |', '| Estmark | 0.00 | 5.00 | +5.00 | 1 added (+5.00) |']) assert.ok(text.includes(line), `${line}\n${text}`)
  assert.ok(text.includes('| N1 | Norland, military | amount | EUR 100,000,000 | EUR 120,000,000 |') && text.includes('tracker-8'))
})

test('the moves of the notes are the difference of the sums', () => {
  const sum = (rows: typeof before) => rows.filter((r) => r.level === 'package').reduce((s, r) => s + Number(r.amount?.minor ?? 0n) / 100, 0)
  assert.equal(diffRows(before, after).reduce((s, d) => s + (d.moves?.value ?? 0), 0), sum(after) - sum(before))
})

test('figures that add up move a sum, states of affairs move none', () => {
  const differences = diffFigures([figure('Norland', '2022-01', '1'), figure('Norland', '2022-02', '2'), figure('Norland', '2022-02', '500', 'kiel-gdp')], [figure('Norland', '2022-01', '1.5'), figure('Norland', '2022-02', '2'), figure('Norland', '2022-02', '510', 'kiel-gdp')], new Set(['kiel-allocated']))
  assert.deepEqual(differences.map((d) => [d.id, d.before, d.after, d.moves?.value ?? null]), [['kiel-allocated Norland 2022-01', '1', '1.5', 0.5], ['kiel-gdp Norland 2022-02', '500', '510', null]])
  assert.ok(notes(differences).includes('| Norland | 3 | 3.5 | +0.5 | 1 corrected (+0.5) |'))
})

test('no difference, no sections', () => assert.equal(notes([]), '# What changed from release 7 to release 8\n\nNothing differs.\n\n> **Source:** tracker-8, SHA-256 ab12.\n'))
