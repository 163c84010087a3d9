import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anchorOf, reanchor } from '../../src/reading/anchor.ts'

const old = 'Harbour news. The council said no to the plan. The mayor said no to the loan. They meet again in May.'
const evidenceAt = (text: string, exact: string, nth = 0) => {
  let start = -1
  for (let i = 0; i <= nth; i++) start = text.indexOf(exact, start + 1)
  return { exact, start, end: start + exact.length }
}

const table: readonly (readonly [what: string, exact: string, nth: number, next: string, expected: string])[] = [
  ['the same text', 'said no', 1, old, 'same:said no to the loan'],
  ['a line of navigation cut before it', 'The council said no', 0, old.slice(14), 'moved:The council said no'],
  ['one of two quotations, by the words around it', 'said no', 1, 'Menu Home ' + old, 'moved:said no to the loan'],
  ['lines broken in another way', 'The council said no', 0, old.replaceAll(' ', '\n'), 'moved:The\ncouncil\nsaid\nno'],
  ['words that were cut away', 'They meet again', 0, old.slice(0, 60), 'lost:not found'],
  ['a text without anything around that tells', 'no', 0, 'no. no. no.', 'lost:found in several places'],
  ['a text that shifted so that the old place holds the other quotation', 'said no', 0, `${'x'.repeat(31)}${old}`, 'moved:said no to the plan'],
]
for (const [what, exact, nth, next, expected] of table)
  test(`evidence in ${what}`, () => {
    const found = reanchor(anchorOf(old, evidenceAt(old, exact, nth)), next)
    const said = found.state === 'lost' ? `lost:${found.why}` : `${found.state}:${next.slice(found.span.start, expected.length + found.span.start - found.state.length - 1)}`
    assert.equal(said, expected)
  })

test('what is found again is the same quotation, white space aside', () => {
  fc.assert(fc.property(fc.lorem({ maxCount: 40 }), fc.nat(), fc.nat(30), fc.lorem({ maxCount: 5 }), (text, at, length, before) => {
    const start = at % text.length, exact = text.slice(start, start + length + 1)
    const next = `${before} ${text}`, found = reanchor(anchorOf(text, { exact, start, end: start + exact.length }), next)
    if (found.state !== 'lost') assert.equal(next.slice(found.span.start, found.span.end).replace(/\s/g, ''), exact.replace(/\s/g, ''))
  }))
})

test('a long unique quotation always survives an insertion before it', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (before) => {
    const exact = 'The council said no to the plan.'
    const found = reanchor(anchorOf(old, evidenceAt(old, exact)), before + old)
    assert.equal(found.state, before === '' ? 'same' : 'moved')
  }))
})
