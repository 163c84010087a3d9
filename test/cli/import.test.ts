// Bad input through the real command: named, refused or flagged, and nothing half-imported.
import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { run } from './run.ts'

let folder = ''
const head = 'ID,countries,Announcement Date,Type of Aid General,Original Currency,No. of Units,No. of Units delivered (in-kind military aid),Total,Converted Value in EUR,Total monetary value delivered in EUR'
const good = [head, 'AAM1,Norway,2022-03-01,Military,EUR,.,.,100,100,40', 'BBF1,Denmark,2022-04-01,Financial,EUR,.,.,30,30,.'].join('\n')
const files: Readonly<Record<string, string>> = {
  'a/release-7.csv': good,
  'b/release-7.csv': [head, 'AAM1,Norway,2022-03-01,Military,EUR,.,.,120,120,40', 'CCF1,Poland,2022-04-01,Financial,EUR,.,.,5,5,.'].join('\n'),
  'missing.csv': good.replace('Converted Value in EUR', 'Something'), 'other.csv': 'a,b,c\n1,2,3\n4,5,6\n', 'noise.xlsx': 'PK\u0003\u0004 this is no workbook',
  'odd.csv': [head, 'ODM1,Norway,2922-02-09,Military,XTS,5,-2,9,.,.', 'ODM2,Norway,2022-03-01,Military,EUR,.,.,10,10,-4', 'ODM3,Norway,2022-03-01,Wonder,EUR,.,.,1,1,.', ',Norway,2022-03-01,Military,EUR,.,.,1,1,.'].join('\n'),
  'gdp.csv': 'Country Name,Country Code,Year,Value\nNorway,NOR,2022,500000000\nNorway,NOR,2922,1\nNorway,NOR,2022,499000000\nDenmark,DNK,2022,400000000\n',
}
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'helenow-import-'))
  chmodSync(folder, 0o755)
  for (const [name, text] of Object.entries(files)) { mkdirSync(join(folder, name, '..'), { recursive: true }); writeFileSync(join(folder, name), text) }
})
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
const on = (data: string, ...args: readonly string[]) => run(args, { HELENOW_DATA: join(folder, data) }, folder)
const promised = async (data: string) => JSON.parse((await on(data, 'totals', '--json', '--dataset', 'kiel')).out) as { rows: { keys: string[]; micro: number }[] }
const rows = async (data: string) => Object.fromEntries((await promised(data)).rows.map((r) => [r.keys[0], r.micro]))

test('what is not the dataset is refused with what is missing; the others go through', async () => {
  const { code, out, err } = await on('v1', 'import', 'kiel', 'missing.csv', 'other.csv', 'noise.xlsx', 'nothing.csv', 'a/release-7.csv')
  assert.equal(code, 1)
  for (const says of [/missing is not a release of the Kiel tracker: .*lacks the column eur \(accepted headers: .*Nothing of missing\.csv was imported/, /other is not a release of the Kiel tracker: no sheet has the columns/, /noise/, /nothing\.csv: there is no such file/]) assert.match(err, says)
  assert.match(out, /Adds 2, changes 0, withdraws 0\.\nWritten\./)
  assert.deepEqual(await rows('v1'), { NO: 100, DK: 30 })
})

test('a second file under the same label: what it changes and withdraws is said before, and what it replaces stays readable', async () => {
  const { code, out } = await on('v1', 'import', 'kiel', 'b/release-7.csv')
  assert.equal(code, 0)
  assert.match(out, /Adds 1, changes 1, withdraws 1\.\n {2}withdrawn: BBF1\nWritten\./)
  assert.deepEqual(await rows('v1'), { NO: 120, PL: 5 })
  assert.match((await on('v1', 'diff', 'a/release-7.csv', 'b/release-7.csv', '--notes')).out, /What changed from release-7 to release-7|What changed from release 7/)
  assert.match((await on('v1', 'import', 'kiel', 'b/release-7.csv')).out, /imported before: nothing was written/)
})

test('odd rows are flagged with their row and counted as they are', async () => {
  const { code, out } = await on('v2', 'import', 'kiel', 'odd.csv')
  assert.equal(code, 0)
  for (const says of [/Row 2 \(ODM1\): implausible year 2922/, /Row 2 \(ODM1\): has XTS value 9 without a value in EUR/, /Row 2 \(ODM1\): -2 delivered/, /Row 3 \(ODM2\): a delivered value of -4\.00 EUR/, /Row 4 \(ODM3\): type of aid "wonder"/, /Row 5: has no activity id; it was not read/, /rows 4 = handled 3 \+ ignored 0 \+ reported 1/]) assert.match(out, says)
  assert.deepEqual(await rows('v2'), { NO: 11 })
  assert.match((await on('v2', 'totals', '--dataset', 'kiel', '--currency', 'XTS')).out, /Left out: 2 \(no rate from EUR to XTS\)/)
})

test('figures: a year that cannot be and a second value are named, the rest comes in', async () => {
  const { code, out } = await on('v2', 'import', 'gdp', 'gdp.csv')
  assert.equal(code, 0)
  for (const says of [/rows 4 = handled 2 \+ ignored 0 \+ reported 2; 2 figures/, /"2922" is not a year/, /as 499000000; row 2 gives 500000000, which is kept/]) assert.match(out, says)
  assert.match((await on('v2', 'series', 'gdp', '--of', 'NO')).out, /2022 +500000000 +observed +gdp, row 2, column 4/)
  const share = JSON.parse((await on('v2', 'totals', '--dataset', 'kiel', '--measure', 'gdp', '--json')).out) as { rows: { keys: string[]; basis: string }[] }
  assert.deepEqual(share.rows.map((r) => [r.keys[0], r.basis]), [['NO', 'GDP of 2022']])
})

test('wrong use says what to do', async () => {
  const table: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['import', 'nothing', 'x.csv'], /there is no dataset "nothing"; there is/], [['import', 'kiel'], /give a dataset .* and a file/], [['series', 'nonsense'], /there is no series "nonsense" on record/], [['series', 'gdp', '--history'], /needs a subject/],
    [['totals', '--measure', 'weight'], /there is no measure "weight"/], [['totals', '--measure', 'constant', '--currency', 'NOK'], /need a price index of NO: "helenow import prices FILE"/], [['totals', '--measure', 'eu-share'], /"helenow import kiel eu_aid_shares\.csv"/], [['totals', '--measure', 'gdp', '--by', 'aid'], /needs the dimension provider/],
    [['totals', '--as-of', 'yesterday'], /--as-of takes a day/], [['totals', '--as-of', '2025-02-45'], /--as-of takes a day/], [['diff', 'a/release-7.csv', '2026-01-01'], /two files or two days/], [['diff', '2026-01-01', '2026-02-01', '--format', 'pdf'], /no format "pdf"/],
  ]
  for (const [args, says] of table) { const { code, err } = await on('v2', ...args); assert.equal(code, 2, args.join(' ')); assert.match(err, says) }
})
