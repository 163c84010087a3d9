import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { problemPage } from '../web/pages/problem.ts'
import type { Site } from './views.ts'

/** Something a reader asked for that cannot be given: shown as a page, or as problem+json (RFC 9457) under /api. */
export class Problem extends Error {
  readonly status: ContentfulStatusCode
  readonly title: string
  constructor(status: ContentfulStatusCode, title: string, detail: string) { super(detail); this.status = status; this.title = title }
}

export const notFound = (what: string): Problem => new Problem(404, 'Not found', `${what} It may have been mistyped, or the record does not reach that far back.`)

/** The answer to a problem, in the form that the asker reads. Nothing from inside the system is given away. */
export function answer(site: Site, c: Context, problem: Problem): Response | Promise<Response> {
  if (c.req.path.startsWith('/api')) {
    return c.body(JSON.stringify({ type: 'about:blank', title: problem.title, status: problem.status, detail: problem.message }), problem.status, { 'content-type': 'application/problem+json' })
  }
  return c.html(site.page({ title: problem.title }, problemPage(problem.title, problem.message)), problem.status)
}
