import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { ReferenceId } from '../../src/core/ids.ts'
import { loadRates, loadReference, readTables, shippedData } from '../../src/io/reference.ts'
import { checkData } from '../../src/resolution/check.ts'
import { holdersOf, indexOffices } from '../../src/resolution/tenures.ts'
import { reference } from '../resolution/shipped.ts'

test('the shipped tables are sound', () => {
  const { rows, issues } = checkData(readTables([shippedData]))
  assert.deepEqual(issues.map((i) => i.message), [])
  assert.ok(rows > 5000)
})

test('who held which office on that day', () => {
  const offices = indexOffices(reference)
  const on = (office: string, day: string) => holdersOf(offices, `office-${office}` as ReferenceId, day).map((t) => t.person).join()
  const rows: readonly (readonly [string, string, string])[] = [
    ['de-defence', '2025-01-13', 'boris-pistorius'], ['fr-defence', '2025-01-13', 'sebastien-lecornu'], ['gb-defence', '2025-01-13', 'john-healey'], ['it-defence', '2025-01-13', 'guido-crosetto'], ['pl-defence', '2025-01-13', 'wladyslaw-kosiniak-kamysz'],
    ['ua-defence', '2025-01-13', 'rustem-umerov'], ['ua-defence', '2023-01-01', 'oleksii-reznikov'], ['nato-secretary-general', '2024-09-30', 'jens-stoltenberg'], ['nato-secretary-general', '2025-01-01', 'mark-rutte'], ['eu-high-representative', '2025-01-01', 'kaja-kallas'],
    ['us-defence', '2025-01-09', 'lloyd-austin'], ['us-defence', '2025-03-01', 'pete-hegseth'], ['ua-defence', '1990-01-01', ''],
  ]
  assert.deepEqual(rows.map(([o, d]) => [o, d, on(o, d)]), rows.map((r) => [...r]))
})

test('members, leads in dispute and meetings of the forums', () => {
  const members = reference.memberships.filter((m) => m.group === 'group-of-five').map((m) => m.member)
  assert.deepEqual(members, ['state-de', 'state-fr', 'state-gb', 'state-it', 'state-pl'])
  assert.ok(new Set(reference.memberships.filter((m) => m.group === 'armour-coalition' && m.role === 'lead').map((m) => m.source)).size > 1)
  assert.equal(reference.meetings.find((m) => m.id === 'group-of-five-2025-01-13')?.place, 'Helenów')
})

test('rates run from day to day without one out of order', () => {
  const { days } = loadRates()
  assert.ok(days.length > 2900 && days.every((d, i) => i === 0 || d > days[i - 1]!))
})

test("a user's own folder wins", () => {
  const own = mkdtempSync(join(tmpdir(), 'helenow-data-'))
  writeFileSync(join(own, 'forums.csv'), 'id,name,country,kind,from,source,grade\ngroup-of-five,Our Five,,,,general,GK\n')
  assert.equal(loadReference([shippedData, own]).things.get('group-of-five' as ReferenceId)?.label, 'Our Five')
  rmSync(own, { recursive: true })
})
