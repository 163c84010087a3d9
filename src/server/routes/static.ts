import type { Hono } from 'hono'
import { notFound } from '../problem.ts'
import type { Site } from '../views.ts'

/** The app's own files. With the hash of the content in the address they may be kept for ever. */
export default (app: Hono, { files }: Site): void => {
  app.get('/assets/:name', (c) => {
    const file = files.get(c.req.param('name'))
    if (!file) throw notFound(`There is no file “${c.req.param('name').slice(0, 60)}”.`)
    const kept = c.req.query('v') === file.tag ? 'public, max-age=31536000, immutable' : 'no-cache'
    return c.body(file.body, 200, { 'content-type': file.type, 'cache-control': kept })
  })
}
