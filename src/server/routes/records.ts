import type { Hono } from 'hono'
import { factTitle } from '../../reporting/record-facts.ts'
import { recordPage } from '../../web/pages/record.ts'
import { asOfOf, recordIdOf } from '../ask.ts'
import { notFound } from '../problem.ts'
import type { Site } from '../views.ts'

/** Any record by its id; the id of a merged record leads to the one it became. */
export default (app: Hono, { store, page }: Site): void => {
  app.get('/records/:id', async (c) => {
    const id = recordIdOf(c), asOf = asOfOf(c), found = await store.recordOf(id, asOf)
    if (!found) throw notFound('No record has this id.')
    if (found.record.id !== id) return c.redirect(`/records/${found.record.id}${asOf ? `?as-of=${encodeURIComponent(asOf)}` : ''}`)
    const section = found.record.kind === 'commitment' ? '/commitments' : found.record.kind === 'meeting' ? '/meetings' : ''
    return c.html(page({ title: factTitle(found.record.kind, found.record.fields), section }, recordPage({ ...found, asOf })))
  })
}
