import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkData } from '../../src/resolution/check.ts'
import { assembleReference, type RawTable } from '../../src/resolution/rows.ts'

const table = (name: string, text: string): RawTable => ({ name, file: `${name}.csv`, text })
const sources = table('sources', 'id,name,host,letter,licence,note\ns,Someone,example.org,B,,\n')
const states = table('states', 'id,name,country,code3,capital,source,grade\nstate-aa,Aland,AA,AAA,Ville,s,B2\n')
const persons = table('persons', 'id,name,country,wikidata,source,grade\nanna-berg,Anna Berg,AA,,s,B2\nbo-ek,Bo Ek,AA,,s,B2\n')
const offices = table('offices', 'id,name,country,body,role,source,grade\noffice-aa-defence,Defence Minister of Aland,AA,,defence minister,s,B2\n')
const tenures = (rows: string): RawTable => table('tenures', `person,office,from,to,source,grade\n${rows}`)
const codes = (...tables: RawTable[]) => checkData([sources, states, persons, offices, ...tables]).issues.map((i) => `${i.code} ${i.place}`)

test('sound tables give no issue', () => {
  assert.deepEqual(codes(tenures('anna-berg,office-aa-defence,2020-01-01,2022-01-01,s,B2\nbo-ek,office-aa-defence,2022-01-01,,s,B2\n')), [])
})

test('each defect is named with its row', () => {
  const rows: readonly (readonly [RawTable, string])[] = [
    [tenures('anna-berg,office-aa-defence,2020-01-01,2022-03-01,s,B2\nbo-ek,office-aa-defence,2022-01-01,,s,B2\n'), 'tenures-overlap tenures.csv:3'],
    [tenures('nobody,office-aa-defence,2020,,s,B2\n'), 'link-broken tenures.csv:2'],
    [tenures('anna-berg,anna-berg,2020,,s,B2\n'), 'link-wrong tenures.csv:2'],
    [tenures('anna-berg,office-aa-defence,2022,2020,s,B2\n'), 'dates-reversed tenures.csv:2'],
    [tenures('anna-berg,office-aa-defence,2022-02-30,,s,B2\n'), 'date-invalid tenures.csv:2'],
    [tenures('anna-berg,office-aa-defence,2022,,,B2\n'), 'source-missing tenures.csv:2'],
    [tenures('anna-berg,office-aa-defence,2022,,t,B2\n'), 'source-unknown tenures.csv:2'],
    [tenures('anna-berg,office-aa-defence,2022,,s,good\n'), 'grade-invalid tenures.csv:2'],
    [tenures('anna-berg,office-aa-defence,2022\n'), 'row-malformed tenures.csv:2'],
    [table('tenures', 'person,office\n'), 'columns-missing tenures.csv:1'],
    [tenures('anna-berg,office-aa-defence,2022,,s,B2\nanna-berg,office-aa-defence,2022,,s,B2\n'), 'row-repeated tenures.csv:3'],
    [table('forums', 'id,name,country,kind,from,source,grade\nz,Z,,,,s,B2\na,A,,,,s,B2\n'), 'rows-unsorted forums.csv:3'],
    [table('forums', 'id,name,country,kind,from,source,grade\nBad Id,Z,,,,s,B2\n'), 'id-invalid forums.csv:2'],
    [table('forum-names', 'id,language,as,name,forms,source,grade\nnone,en,name,None,,s,B2\n'), 'link-broken forum-names.csv:2'],
    [table('person-names', 'id,language,as,name,forms,source,grade\nanna-berg,en,name,,,s,B2\n'), 'name-ignored person-names.csv:2'],
  ]
  assert.deepEqual(rows.map(([t]) => codes(t)[0]), rows.map(([, code]) => code))
})

test('a row of a later folder takes the place of the earlier one', () => {
  const own = { ...tenures('anna-berg,office-aa-defence,2020,2021,s,B2\n'), file: 'own/tenures.csv' }
  assert.deepEqual(codes(tenures('anna-berg,office-aa-defence,2020,,s,B2\n'), own), [])
})

test('a tenure with a date that is none is held on no day, and named', () => {
  const { tenures: held, issues } = assembleReference([sources, states, persons, offices, tenures('anna-berg,office-aa-defence,2025-13-45,,s,B2\nbo-ek,office-aa-defence,2022,,s,B2\n')])
  assert.deepEqual([held.map((t) => t.person), issues.map((i) => `${i.code} ${i.place}`)], [['bo-ek'], ['tenure-ignored tenures.csv:2']])
})
