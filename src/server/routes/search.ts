import type { Hono } from 'hono'
import { searchPage } from '../../web/pages/search.ts'
import type { Site } from '../views.ts'

const limit = 60, longest = 200

/** Full-text search over documents and claims. */
export default (app: Hono, { store, page }: Site): void => {
  app.get('/search', async (c) => {
    const words = (c.req.query('q') ?? '').normalize().trim().slice(0, longest)
    const hits = words ? await store.search(words, { limit }) : []
    return c.html(page({ title: words ? `Search: ${words}` : 'Search', query: words }, searchPage({ words, hits, limit })))
  })
}
