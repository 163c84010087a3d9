import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Claim, Link, Written } from '../../src/core/claim.ts'
import { analyse } from '../../src/extraction/analyse.ts'
import { resolve } from '../../src/resolution/resolve.ts'
import { plain } from '../extraction/plain.ts'
import { lexicon, reference } from './shipped.ts'

/** What the marked words of a sentence are linked to: the longest mention over them, read and resolved with all others. */
function linkOf(marked: string, language: string, day: string): Link | null {
  const start = marked.indexOf('['), end = marked.indexOf(']') - 1, document = plain(marked.replace(/[[\]]/g, ''), language, day)
  const { mentions } = analyse(document, lexicon)
  const claims = mentions.map(({ mention }) => ({ fields: { kind: 'statement', speaker: mention } }) as unknown as Claim<Written>)
  const links = resolve(claims, { document, reference }).claims.map((c) => (c.fields as unknown as { speaker: Link }).speaker)
  const over = mentions.map((m, i) => ({ link: links[i]!, shared: Math.min(m.end, end) - Math.max(m.start, start), length: m.end - m.start })).filter((m) => m.shared > 0)
  return over.sort((a, b) => b.shared - a.shared || a.length - b.length)[0]?.link ?? null
}

/** `mentions.tsv`: language, day, a sentence with marked words, the right id (`?` for none, alternatives by `|`). */
const rows = readFileSync(new URL('mentions.tsv', import.meta.url), 'utf8').trim().split('\n').map((line) => line.split('\t') as [language: string, day: string, marked: string, answer: string])

test('mentions in context in six languages: no wrong link, nearly all found', () => {
  const open: string[] = [], wrong: string[] = []
  for (const [language, day, marked, answer] of rows) {
    const to = linkOf(marked, language, day)?.to ?? null
    if (answer.split('|').includes(to ?? '?')) continue
    const list = to === null ? open : wrong
    list.push(`${language} ${marked} → ${to ?? 'open'}, not ${answer}`)
  }
  assert.deepEqual(wrong, [])
  assert.ok(open.length <= 0.03 * rows.length, open.join('\n'))
})

test('a government named by its leader is the state, by the leader of the day', () => {
  const found = (marked: string, language: string, day: string) => { const link = linkOf(marked, language, day); return [link?.to ?? null, link?.basis, link?.why] }
  assert.deepEqual(found('The [Biden-Harris Administration] sent generators.', 'en', '2024-09-20'), ['state-us', 'implied', 'named by its leader: Joe Biden was President of the United States on the day'])
  assert.deepEqual(found('Die [Regierung Scholz] schickte Generatoren.', 'de', '2026-02-01'), ['state-de', 'implied', 'named by its leader: Olaf Scholz was Chancellor of Germany at another time'])
  assert.equal(linkOf('The [Johnson government] sent generators.', 'en', '2022-03-01')?.to, 'state-gb')
})

test('a noun for a government beside other names makes no state of them', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['The [Wendt administration] paid for the roof.', 'en'], ['The [Pistorius cabinet] of curiosities was sold.', 'en'], ['They met Biden; the [administration] of the hospital was absent.', 'en'], ['Die [Stadtverwaltung] zahlte.', 'de'], ['Die [Regierung] Bayerns zahlte.', 'de'],
    ['Le [gouvernement], Macron en tête, est arrivé.', 'fr'], ['Il [governo] tratta con Biden.', 'it'], ['Розмовляли з Шольцом, [уряд] мовчав.', 'uk'], ['[Administracja] szpitala zapłaciła.', 'pl'],
  ]
  for (const [marked, language] of rows) assert.ok(!linkOf(marked, language, '2024-03-01')?.to?.startsWith('state-'), marked)
})
