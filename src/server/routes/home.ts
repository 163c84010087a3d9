import type { Hono } from 'hono'
import { newestMeeting } from '../../pipeline.ts'
import { aboutPage } from '../../web/pages/about.ts'
import { homePage } from '../../web/pages/home.ts'
import type { Site } from '../views.ts'

/** The front page and the notice on the data. */
export default (app: Hono, { store, page }: Site): void => {
  app.get('/', async (c) => {
    const [meeting, documents, counts] = await Promise.all([newestMeeting(store), store.documents({ limit: 8 }), store.counts()])
    return c.html(page({ title: 'Helenow' }, homePage({ meeting: meeting ?? null, documents, counts })))
  })
  app.get('/about', async (c) => c.html(page({ title: 'About the data', section: '/about' }, aboutPage({ head: await store.head() }))))
}
