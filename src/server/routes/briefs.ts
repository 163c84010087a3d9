import type { Context, Hono } from 'hono'
import type { Report } from '../../reporting/report.ts'
import { renderMarkdown } from '../../reporting/render-markdown.ts'
import { renderText } from '../../reporting/render-text.ts'
import { briefPage } from '../../web/pages/brief.ts'
import { asOfOf, recordIdOf } from '../ask.ts'
import { notFound } from '../problem.ts'
import type { Site } from '../views.ts'

/** The brief of a meeting as a page, as plain text and as Markdown. */
export default (app: Hono, { briefOf, page }: Site): void => {
  const reportOf = async (c: Context): Promise<Report> => {
    const report = await briefOf(recordIdOf(c), asOfOf(c))
    if (!report) throw notFound('No meeting has this id.')
    return report
  }
  app.get('/meetings/:id/brief', async (c) => {
    const report = await reportOf(c), asOf = asOfOf(c)
    return c.html(page({ title: `Brief: ${report.title}`, section: '/meetings', kind: 'brief' }, briefPage(recordIdOf(c), report, asOf ? `?as-of=${encodeURIComponent(asOf)}` : '')))
  })
  app.get('/meetings/:id/brief.txt', async (c) => c.body(renderText(await reportOf(c), { width: 88 }), 200, { 'content-type': 'text/plain; charset=utf-8' }))
  app.get('/meetings/:id/brief.md', async (c) => c.body(renderMarkdown(await reportOf(c), { base: new URL(c.req.url).origin }), 200, { 'content-type': 'text/markdown; charset=utf-8' }))
}
