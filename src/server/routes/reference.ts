import type { Context, Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { bodyLimit } from 'hono/body-limit'
import { referencePage, tablePage } from '../../web/pages/reference.ts'
import { notFound, Problem } from '../problem.ts'
import type { Site } from '../views.ts'

const most = 20

/** Who is who: looking it up, and adding rows to one's own tables. The one place where the web app writes. */
export default (app: Hono, { reference, page }: Site): void => {
  const tableOf = (c: Context) => {
    const table = reference.desk.tables().find((t) => t.name === c.req.param('table'))
    if (!table) throw notFound('The reference data has no table of this name.')
    return table
  }
  const writable = reference.writable && reference.desk.folder !== null
  const show = (c: Context, filled: Readonly<Record<string, string>>, outcome: Parameters<typeof tablePage>[0]['outcome']) => {
    const table = tableOf(c)
    return page({ title: `${table.name} · Reference data`, section: '/reference' }, tablePage({ table, folder: reference.desk.folder, writable, filled, outcome }))
  }

  app.get('/reference', (c) => {
    const query = (c.req.query('name') ?? '').trim().slice(0, 200)
    return c.html(page({ title: 'Reference data', section: '/reference' }, referencePage({ query, found: reference.desk.find(query, most), tables: reference.desk.tables(), most })))
  })
  app.get('/reference/:table', (c) => c.html(show(c, {}, null)))

  app.post('/reference/:table', csrf(), bodyLimit({ maxSize: 64 * 1024, onError: () => { throw new Problem(413, 'Too long', 'A row is a few short cells; this is more than 64 kB.') } }), async (c) => {
    const table = tableOf(c)
    if (!writable) throw new Problem(403, 'Not written', 'Rows are added from the machine that serves this page, into the folder that HELENOW_REFERENCE names.')
    const form = await c.req.parseBody(), cells = Object.fromEntries(table.columns.map((column) => [column, String(form[column] ?? '').trim()]))
    const { file, issues } = reference.desk.add(table.name, cells)
    return c.html(show(c, file === null ? cells : {}, { written: file !== null, issues }), file === null ? 422 : 200)
  })
}
