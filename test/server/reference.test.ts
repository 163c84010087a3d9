import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { referenceDesk } from '../../src/io/reference-desk.ts'
import { createApp } from '../../src/server/app.ts'
import { sampleViews } from '../helpers/sample-site.ts'

const folder = mkdtempSync(join(tmpdir(), 'helenow-desk-'))
after(() => rmSync(folder, { recursive: true }))
const site = (writable: boolean) => createApp({ ...sampleViews(), reference: { desk: referenceDesk(folder), writable } })
const person = { id: 'alda-brenning', name: 'Alda Brenning', country: 'SE', source: 'general', grade: 'C3' }
const post = async (app: Awaited<ReturnType<typeof site>>, path: string, cells: Record<string, string>, headers: Record<string, string> = { origin: 'http://localhost' }) => {
  const answer = await app.request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams(cells).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })
  return { status: answer.status, text: await answer.text() }
}

it('a row with a defect is named and not written; the form keeps what was typed', async () => {
  const { status, text } = await post(await site(true), '/reference/persons', { ...person, id: 'Alda Brenning' })
  assert.equal(status, 422)
  assert.ok(text.includes('Nothing was written') && text.includes('value="Alda Brenning"') && text.includes('id-invalid'))
  assert.ok(!existsSync(join(folder, 'persons.csv')))
})

it('a row without a source or with a link that leads nowhere is not written', async () => {
  const app = await site(true)
  assert.equal((await post(app, '/reference/persons', { ...person, source: '' })).status, 422)
  const astray = await post(app, '/reference/tenures', { person: 'nobody-known', office: 'no-office', from: '2030', source: 'general', grade: 'C3' })
  assert.deepEqual([astray.status, astray.text.includes('nobody-known')], [422, true])
})

it('a sound row is written into the own folder and found at once', async () => {
  const app = await site(true)
  const { status, text } = await post(app, '/reference/persons', person)
  assert.equal(status, 200)
  assert.ok(text.includes('counts for everything read from now on'))
  assert.match(readFileSync(join(folder, 'persons.csv'), 'utf8'), /^id,name,country,.*\nalda-brenning,Alda Brenning,SE,/)
  assert.ok((await (await app.request('/reference?name=alda+brenning')).text()).includes('persons.csv:2'))
})

it('other sites, other machines, wrong tables and long bodies write nothing', async () => {
  const app = await site(true)
  assert.equal((await post(app, '/reference/persons', person, { origin: 'https://evil.example' })).status, 403)
  assert.equal((await post(await site(false), '/reference/persons', person)).status, 403)
  assert.equal((await post(app, '/reference/passwords', person)).status, 404)
  assert.equal((await post(app, '/reference/persons', { ...person, name: 'x'.repeat(70_000) })).status, 413)
})

it('names are found in any script and spelling of the tables, those that begin with the words first', () => {
  const desk = referenceDesk(null), first = (words: string) => desk.find(words, 5)[0]?.thing.label
  for (const [words, label] of [['Україна', 'Ukraine'], ['Niemcy', 'Germany'], ['Etats-Unis', 'United States'], ['ukraine', 'Ukraine']] as const) assert.equal(first(words), label, words)
  assert.deepEqual(desk.find('  ', 5), [])
})
