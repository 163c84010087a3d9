import type { Hono } from 'hono'
import { reviewPage } from '../../web/pages/review.ts'
import type { Site } from '../views.ts'

/** What waits for a person. */
export default (app: Hono, { store, page }: Site): void => {
  app.get('/review', async (c) => {
    const [unresolved, quarantined] = await Promise.all([store.unresolved(200), store.quarantined()])
    return c.html(page({ title: 'Review', section: '/review' }, reviewPage({ unresolved, quarantined })))
  })
}
