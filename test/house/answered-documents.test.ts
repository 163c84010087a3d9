import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'

const root = resolve(import.meta.dirname, '../../bench/documents')
const plain = (text: string) => text.replace(/\s+/g, ' ')
/** Fields whose words are the document's own. A text may leave out an attribution in its middle, so it is looked for in pieces of three words. */
const verbatim = ['text', 'subject', 'target'] as const

interface Claim { readonly kind: string; readonly evidence: readonly { readonly exact: string }[]; readonly text?: string | null; readonly subject?: string | null; readonly target?: string | null }

for (const set of ['known', 'unseen', 'rare']) test(`answers of the ${set} documents rest on their texts`, () => {
  const wrong: string[] = [], files = readdirSync(join(root, set)).filter((f) => f.endsWith('.json'))
  assert.ok(files.length > 20)
  for (const file of files) {
    const answer = JSON.parse(readFileSync(join(root, set, file), 'utf8')) as { document: { id: string }; claims: readonly Claim[] }, text = plain(readFileSync(join(root, set, 'texts', `${answer.document.id}.txt`), 'utf8'))
    assert.ok(answer.claims.length > 5, file)
    for (const claim of answer.claims) {
      if (claim.evidence.length === 0) wrong.push(`${file} ${claim.kind}: no evidence`)
      for (const { exact } of claim.evidence) if (!text.includes(plain(exact))) wrong.push(`${file} ${claim.kind}: ${exact}`)
      for (const field of verbatim) {
        const words = plain(claim[field] ?? '').trim().split(' ')
        if (words.length > 2 && words.filter((_, i) => i > 1 && !text.includes(words.slice(i - 2, i + 1).join(' '))).length > 4) wrong.push(`${file} ${claim.kind}.${field}: ${claim[field]}`)
      }
    }
  }
  assert.deepEqual(wrong, [])
})
