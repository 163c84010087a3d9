import assert from 'node:assert/strict'
import { appendFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type pg from 'pg'
import { schema, writer } from '../../src/io/database.ts'
import { sha256 } from '../../src/core/hash.ts'
import { blobFolder } from '../../src/io/blobs.ts'
import { verify } from '../../src/io/verify.ts'
import { readings, testServer } from './store-helpers.ts'

let server: Awaited<ReturnType<typeof testServer>>
before(async () => { server = await testServer() })
after(async () => { await server.stop() })

type Table = 'documents' | 'claims' | 'entries'
const tables: readonly Table[] = ['documents', 'claims', 'entries']

async function filled() {
  const made = await server.fresh()
  const list = readings(8)
  for (let i = 0; i < 8; i += 2) await made.store.record(list.slice(i, i + 2))
  assert.equal((await made.store.verify()).firstBad, null)
  return { ...made, list }
}

/** As somebody with all rights over the database, who takes the triggers away first. */
async function tamper(owner: pg.Pool, statement: string, values: readonly unknown[] = []): Promise<number> {
  for (const table of [...tables, 'batches']) await owner.query(`alter table ${table} disable trigger all`)
  return (await owner.query(statement, [...values])).rowCount ?? 0
}

describe('the ledger refuses change', () => {
  for (const table of [...tables, 'batches'] as const) {
    test(`${table}: by the writer's role and by the owner`, async () => {
      const { owner } = await filled()
      for (const statement of [`update ${table} set hash = 'x'`, `delete from ${table}`]) {
        await assert.rejects(owner.query(statement), /the ledger is append-only/)
        const client = await owner.connect()
        try {
          await client.query(`set role ${writer}`)
          await assert.rejects(client.query(statement), /permission denied/)
          await client.query('reset role')
        } finally { client.release() }
      }
      await assert.rejects(owner.query(`truncate ${table} cascade`), /the ledger is append-only/)
    })
  }
})

describe('verify names the first bad row', () => {
  for (const table of tables) {
    const idAt = async (owner: pg.Pool, n: number) => (await owner.query<{ id: string; sequence: number }>(`select id, sequence from ${table} order by sequence offset ${n} limit 1`)).rows[0]!

    test(`${table}: one changed character at the beginning, the middle, the end of a row`, async () => {
      const { store, owner } = await filled()
      for (const share of [0, 0.5, 1]) {
        const { id } = await idAt(owner, 3)
        const { rows: [row] } = await owner.query<{ body: string }>(`select body from ${table} where id = $1`, [id])
        const at = Math.floor((row!.body.length - 1) * share), flipped = row!.body.slice(0, at) + String.fromCharCode(row!.body.charCodeAt(at) ^ 1) + row!.body.slice(at + 1)
        await tamper(owner, `update ${table} set body = $2 where id = $1`, [id, flipped])
        assert.deepEqual(pick(await store.verify()), [table, id])
        await tamper(owner, `update ${table} set body = $2 where id = $1`, [id, row!.body])
      }
    })
    test(`${table}: two rows that changed places`, async () => {
      const { store, owner } = await filled(), a = await idAt(owner, 2), b = await idAt(owner, 4)
      await tamper(owner, `update ${table} set sequence = -sequence where id in ($1, $2)`, [a.id, b.id])
      await tamper(owner, `update ${table} set sequence = case when id = $1 then $4 else $3 end::bigint where id in ($1, $2)`, [a.id, b.id, a.sequence, b.sequence])
      assert.deepEqual(pick(await store.verify()), [table, b.id])
    })
    test(`${table}: a row that is gone`, async () => {
      const { store, owner } = await filled(), gone = await idAt(owner, 3)
      await tamper(owner, `delete from ${table} where id = $1`, [gone.id])
      const { firstBad } = await store.verify()
      assert.match(firstBad?.message ?? '', new RegExp(`row ${gone.sequence} of the chain, before this one, is missing`))
    })
    test(`${table}: a row put in, with a place of its own or behind the end`, async () => {
      const { store, owner } = await filled(), model = await idAt(owner, 3)
      const { rows: [columns] } = await owner.query<{ list: string }>(`select string_agg(column_name, ', ') as list from information_schema.columns where table_schema = $1 and table_name = $2 and column_name not in ('sequence', 'id')`, [schema, table])
      const copy = (sequence: string) => tamper(owner, `insert into ${table} (sequence, id, ${columns!.list}) select ${sequence}, 'zzz', ${columns!.list} from ${table} where id = $1`, [model.id])
      await copy('(select max(sequence) + 1 from entries)')
      assert.deepEqual(pick(await store.verify()), [table, 'zzz'])
      await tamper(owner, `delete from ${table} where id = 'zzz'`)
      await copy('0')
      assert.deepEqual(pick(await store.verify()), [table, 'zzz'])
    })
    test(`${table}: a column for look-up that says something else`, async () => {
      const { store, owner } = await filled(), { id } = await idAt(owner, 3)
      await tamper(owner, `update ${table} set ${table === 'documents' ? 'bytes_hash' : 'kind'} = 'other' where id = $1`, [id])
      assert.deepEqual(pick(await store.verify()), [table, id])
    })
  }
  test('the record time of a batch', async () => {
    const { store, owner } = await filled()
    await tamper(owner, `update batches set recorded = '2001-01-01T00:00:00.000Z' where batch = 2`)
    const { rows: [first] } = await owner.query<{ id: string }>('select id from documents where batch = 2 order by sequence limit 1')
    assert.deepEqual(pick(await store.verify()), ['documents', first!.id])
  })
  test('the last rows cut off', async () => {
    const { store, owner } = await filled()
    await tamper(owner, 'delete from entries where sequence = (select max(sequence) from entries)')
    assert.equal((await store.verify()).firstBad?.table, 'chain_head')
  })
  test('stored bytes: changed, cut, gone', async () => {
    const { store, home, list } = await filled(), hash = list[2]!.document.hash, path = join(home, 'blobs', hash.slice(0, 2), hash)
    appendFileSync(path, 'x')
    assert.deepEqual(pick(await store.verify()), ['documents', list[2]!.document.id])
    rmSync(path)
    assert.deepEqual(pick(await store.verify()), ['documents', list[2]!.document.id])
    await store.record([list[2]!])
    assert.equal((await store.verify()).firstBad, null)
    assert.ok(readdirSync(join(home, 'blobs', hash.slice(0, 2))).every((f) => f.length === 64))
  })
  test('a quotation that was never in the text, written with a true hash', async () => {
    const { store, list } = await filled(), [reading] = readings(9).slice(8)
    const false_ = { ...reading!.claims[0]!, evidence: [{ exact: 'never said', start: 0, end: 10 }] as const }
    await store.record([{ ...reading!, claims: [false_], entries: [] }])
    assert.deepEqual(pick(await store.verify()), ['claims', false_.id])
    assert.ok(sha256(list[0]!.document.text))
  })
})

test('verify in threads names the same row as in one go, wherever the chain is cut', async () => {
  const { store, owner, home, url } = await filled(), folder = join(home, 'blobs'), { sequence } = await store.head()
  const inThreads = () => verify({ pool: owner, blobs: blobFolder(folder), reach: { connection: { connectionString: url }, role: true, blobFolder: folder }, rowsPerThread: 20 })
  let rows = 0
  const tableOf = async (at: number) => { for (const table of tables) if ((await owner.query(`select 1 from ${table} where sequence = $1`, [at])).rowCount) return table; throw new Error(`no row ${at}`) }
  assert.deepEqual({ ...await inThreads(), figures: null }, await store.verify((done) => { rows = done }))
  assert.equal(rows, sequence)
  const middle = Math.ceil(sequence / 2)
  for (const at of [1, middle - 1, middle, middle + 1, sequence]) {
    const table = await tableOf(at), { rows: [row] } = await owner.query<{ hash: string; body: string }>(`select hash, body from ${table} where sequence = $1`, [at])
    for (const [column, value] of [['hash', 'x'], ['body', `${row!.body} `], ['sequence', -5]] as const) {
      await tamper(owner, `update ${table} set ${column} = $2 where sequence = $1`, [at, value])
      const [one, many] = [await store.verify(), await inThreads()]
      assert.ok(one.firstBad, `${column} of row ${at}`)
      assert.deepEqual(many.firstBad, one.firstBad, `${column} of row ${at}`)
      await tamper(owner, `update ${table} set ${column} = $2 where sequence = $1`, column === 'sequence' ? [-5, at] : [at, row![column]])
    }
  }
})

const pick = ({ firstBad }: { firstBad: { table: string; row: string } | null }) => firstBad && [firstBad.table, firstBad.row]
