import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gradeSource, lookalikeOf } from '../../src/resolution/sources.ts'
import { reference } from './shipped.ts'

test('a source is graded by host, else by publisher; unknown is F6', () => {
  const grade = (url: string | null, publisher: string | null = null) => { const g = gradeSource({ url, publisher }, reference); return g.letter + g.digit }
  assert.deepEqual([grade('https://www.nato.int/cps/x'), grade('https://english.ukrinform.net/a'), grade(null, 'Ukrinform'), grade('https://example.org/'), grade(null, null), grade('https://evil.example/?nato.int', 'NATO'), grade('not an address')], ['A6', 'B6', 'B6', 'F6', 'F6', 'F6', 'F6'])
})

test('hosts that look like a known one and are another', () => {
  const rows: readonly (readonly [string, boolean])[] = [
    ['ukrinforrn.net', true], ['ukrinform.net.news-site.org', true], ['ukrinform.info', true], ['reuters-news.com', false], ['kyivindependemt.com', true], ['gov-pl.com', true],
    ['ukrinfоrm.net', true], ['ukrinform.net', false], ['www2.ukrinform.net', false], ['example.org', false], ['bbc.com', false], ['theguardian.com', false],
  ]
  assert.deepEqual(rows.map(([host]) => [host, lookalikeOf(host, reference) !== null]), rows.map((r) => [...r]))
})
