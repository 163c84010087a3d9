import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import { layout } from '../web/layout.ts'
import { answer, notFound, Problem } from './problem.ts'
import * as routes from './routes/index.ts'
import { loadStaticFiles } from './static-files.ts'
import { keptRecords, type Site, type Views } from './views.ts'

/** What a page may load: its own style sheet, script and pictures, and nothing else from anywhere. */
const policy = [
  "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:", "form-action 'self'", "base-uri 'none'",
  "frame-ancestors 'none'", "require-trusted-types-for 'script'",
].join('; ')

const guards = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/**
 * The web app and the API over a store. The store is only read; rows of reference data can be added to the reader's own tables.
 * @example (await createApp(views)).request('/meetings')
 */
export async function createApp(views: Views): Promise<Hono> {
  const files = await loadStaticFiles()
  const site: Site = { ...views, files, page: (frame, main) => layout({ ...frame, assets: files.assets }, main), recordsOf: keptRecords(views.store) }
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(guards)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-cache')
  })
  app.use(etag({ weak: true }))
  for (const add of Object.values(routes)) add(app, site)
  app.notFound((c) => answer(site, c, notFound(`There is no page “${c.req.path.slice(0, 80)}”.`)))
  app.onError((error, c) => {
    if (error instanceof Problem) return answer(site, c, error)
    if (error instanceof HTTPException) return answer(site, c, new Problem(error.status, 'Not taken', error.status === 403 ? 'The form came from another site; nothing was written.' : 'The request could not be taken.'))
    views.log(`${c.req.method} ${c.req.path} failed: ${error.stack ?? error.message}`)
    return answer(site, c, new Problem(500, 'Something went wrong here', 'The page could not be made. The server’s log says why; trying again may help.'))
  })
  return app
}
