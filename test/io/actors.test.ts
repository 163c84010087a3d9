import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { ReferenceId } from '../../src/core/ids.ts'
import type { Issue } from '../../src/core/issue.ts'
import { readActors } from '../../src/io/actor-file.ts'
import { draw } from '../../src/io/worker-job.ts'
import { record, type Incoming } from '../../src/pipeline.ts'
import { readBytes, sourceOf } from '../../src/reading/read.ts'
import type { RegisteredActor } from '../../src/resolution/wide.ts'
import { testServer } from './store-helpers.ts'

let server: Awaited<ReturnType<typeof testServer>>
const folder = mkdtempSync(join(tmpdir(), 'helenow-actors-'))
before(async () => { server = await testServer() })
after(async () => { await server.stop(); rmSync(folder, { recursive: true }) })

const actor = (id: string, name: string, more: Partial<RegisteredActor> = {}): RegisteredActor => ({ id: id as ReferenceId, type: 'company', name, country: null, names: [], source: 'general', grade: 'C3', ...more })
const rows = [
  actor('reg-quayworks', 'Quayworks Dynamics', { country: 'FI', names: ['Квейворкс Дайнемікс'] }), actor('reg-quayworks-pl', 'Quayworks Dynamiks', { country: 'PL' }),
  actor('reg-twin-a', 'Twin Harbour Systems', { country: 'SE' }), actor('reg-twin-b', 'Twin Harbour Systems', { country: 'NO' }),
  actor('reg-ada', 'Ada Quentmere', { type: 'person', country: 'DK' }), actor('reg-number', 'Plant 17'),
]

test('names are found folded, in every script of the register; look-alikes only where nobody bears the name', async () => {
  const { store } = await server.fresh()
  assert.deepEqual(await store.actors.named(['Quayworks Dynamics']), [], 'an empty register holds nobody')
  assert.deepEqual(await store.actors.load(rows), { rows: 6, replaced: 0 })
  const ids = async (...names: string[]) => (await store.actors.named(names)).map((a) => a.id)
  const pairs: readonly (readonly [name: string, ...ids: string[]])[] = [
    ['quayworks  DYNAMICS', 'reg-quayworks'], ['Квейворкс Дайнемікс', 'reg-quayworks'], ['Quayworks Dynamic', 'reg-quayworks', 'reg-quayworks-pl'],
    ['Twin Harbour Systems', 'reg-twin-a', 'reg-twin-b'], ['Plant 17', 'reg-number'], ['Plant 18'], ['Another Yard'], [''],
  ]
  for (const [name, ...want] of pairs) assert.deepEqual(await ids(name), want, name)
})

test('a row takes the place of the one with its id, names and all', async () => {
  const { store } = await server.fresh()
  await store.actors.load(rows)
  assert.deepEqual(await store.actors.load([actor('reg-quayworks', 'Quayworks Oy'), actor('reg-quayworks', 'Quayworks Marine')]), { rows: 2, replaced: 1 })
  assert.deepEqual([(await store.actors.named(['Quayworks Marine'])).map((a) => a.name), (await store.actors.named(['Квейворкс Дайнемікс'])).length, await store.actors.count()], [['Quayworks Marine'], 0, 6])
})

test('what the reference leaves open is linked to the one row of its name, and only proposed where more than one or a person fits', async () => {
  const { store } = await server.fresh()
  await store.actors.load(rows)
  const text = '---\npublished: "2031-04-02"\n---\n\nThe Finnish company Quayworks Dynamics and the company Twin Harbour Systems will jointly produce drones in Ukraine. “The plant is ready,” said Ada Quentmere.\n'
  async function* incoming(): AsyncGenerator<Incoming> {
    for (const r of await readBytes(new TextEncoder().encode(text), sourceOf('yard.md'))) {
      assert.ok(r.outcome.state === 'accepted' || r.outcome.state === 'warned')
      yield { label: r.label, bytes: r.bytes, outcome: r.outcome, claims: (await draw(r.outcome.value, { extract: true }, () => text))!.claims }
    }
  }
  await record(store, incoming())
  const whole = await store.document((await store.documents())[0]!.id)
  const links = whole!.claims.flatMap(({ claim: { fields } }) => (fields.kind === 'project' ? fields.parties : fields.kind === 'statement' ? [fields.speaker] : []))
  const of = (name: string) => links.find((l) => l.label.includes(name))
  assert.equal(of('Quayworks')?.to, 'reg-quayworks')
  assert.match(of('Quayworks')!.why, /wide register \(source general, grade C3\)/)
  assert.deepEqual([of('Twin')?.to, of('Twin')?.choices], [null, ['reg-twin-a', 'reg-twin-b']])
  assert.deepEqual([of('Ada')?.to, of('Ada')?.choices], [null, ['reg-ada']])
})

test('a file of actors: unusable rows are named with their line and left out', async () => {
  const file = join(folder, 'actors.csv'), issues: Issue[] = []
  writeFileSync(file, '\ufeffid,type,name,country,names,source,grade\nreg-a,company,"Yard, Ltd",FI,Yard|Ярд,general,C3\nReg A,company,X,,,general,C3\nreg-b,state,X,,,general,C3\nreg-c,company,,,,general,C3\nreg-d,company,X,Finland,,general,C3\nreg-e,company,X,FI,,,C3\nreg-f,company,X\n')
  const read: RegisteredActor[] = []
  for await (const row of readActors(file, (issue) => issues.push(issue))) read.push(row)
  assert.deepEqual(read, [actor('reg-a', 'Yard, Ltd', { country: 'FI', names: ['Yard', 'Ярд'] })])
  assert.deepEqual(issues.map((i) => [i.code, i.place?.replace(folder + '/', '')]), [3, 4, 5, 6, 7, 8].map((line) => ['actor-left-out', `actors.csv:${line}`]))
  writeFileSync(file, 'name,country\nX,FI\n')
  await assert.rejects(async () => { for await (const _ of readActors(join(folder, 'none.csv'), () => {})); }, /There is no file .*none\.csv/)
  await assert.rejects(async () => { for await (const _ of readActors(file, () => {})); }, /lacks the column id, type, source, grade/)
})
