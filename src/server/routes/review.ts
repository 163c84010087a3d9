import type { Hono } from 'hono'
import { openQuestions } from '../../io/versions.ts'
import { reviewPage } from '../../web/pages/review.ts'
import type { Site } from '../views.ts'
import { isLaterWords, waitingWords } from '../../pipeline/later-words.ts'

/** What waits for a person. */
export default (app: Hono, { store, page }: Site): void => {
  app.get('/review', async (c) => {
    const [changed, unresolved, quarantined] = await Promise.all([openQuestions(store), store.unresolved(200), store.quarantined()])
    return c.html(page({ title: 'Review', section: '/review' }, reviewPage({ changed, later: await waitingWords(store), unresolved, quarantined: quarantined.filter((q) => !isLaterWords(q)) })))
  })
}
