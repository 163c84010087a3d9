import assert from 'node:assert/strict'
import { after, before, describe, it, type TestContext } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { serve } from '../../src/server/serve.ts'
import { meetingBrief, type MeetingBriefInput } from '../../src/reporting/reports/meeting-brief.ts'
import { sheetsOf, startBrowser } from '../helpers/browser.ts'
import { troubles } from '../helpers/page-checks.ts'
import { claims, documents, records } from '../helpers/sample.ts'
import { briefInput } from '../helpers/sample-brief.ts'
import { sampleViews } from '../helpers/sample-site.ts'

const meeting = `/meetings/${records.meeting.record.id}`, reading = `/documents/${documents[0]!.id}`
const pages = ['/', '/documents', reading, '/meetings', meeting, `${meeting}/brief`, '/commitments', '/commitments?provider=Estmark', `/records/${records.ferries.record.id}`, '/search?q=ferries', '/review', '/reference', '/reference?name=Italy', '/reference/tenures', '/about', '/nothing']

let browser: Browser | string, site: { url: string; close: () => Promise<void> }
before(async () => {
  browser = await startBrowser()
  const views = sampleViews()
  site = await serve({ ...views, briefOf: async (id, asOf) => (id === records.earlier.record.id ? meetingBrief(crowded) : views.briefOf(id, asOf)), port: 0, host: '127.0.0.1' })
})
after(async () => {
  if (browser && typeof browser !== 'string') await browser.close()
  await site?.close()
})

/** Opens pages as one visitor; all that the browser complains about is collected. */
async function visit(t: TestContext, options: Parameters<Browser['newContext']>[0], steps: (page: Page, url: (path: string) => string, context: BrowserContext) => Promise<void>): Promise<void> {
  if (typeof browser === 'string') return t.skip(browser)
  const context = await browser.newContext(options), page = await context.newPage(), complaints: string[] = []
  page.on('console', (message) => { if (message.type() !== 'log' && !/404 \(Not Found\)/.test(message.text())) complaints.push(message.text()) })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => { if (!request.url().startsWith(site.url)) complaints.push(`asked for ${request.url()}`) })
  try {
    await steps(page, (path) => new URL(path, site.url).href, context)
    assert.deepEqual(complaints, [])
  } finally { await context.close() }
}

const desk = { viewport: { width: 1280, height: 900 } }, phone = { viewport: { width: 390, height: 844 } }

describe('every page, phone and desk, light and dark', () => {
  for (const [place, size] of [['desk', desk], ['phone', phone]] as const) for (const colorScheme of ['light', 'dark'] as const) {
    it(`${place}, ${colorScheme}`, (t) => visit(t, { ...size, colorScheme }, async (page, url) => {
      for (const path of pages) {
        await page.goto(url(path))
        assert.deepEqual(await troubles(page), [], path)
      }
    }))
  }
})

describe('words and claims', () => {
  for (const javaScriptEnabled of [true, false]) it(`lead to each other, ${javaScriptEnabled ? 'with' : 'without'} scripts`, (t) => visit(t, { ...desk, javaScriptEnabled }, async (page, url) => {
    await page.goto(url(reading))
    for (const claim of [claims.said, claims.spareParts, claims.locks]) {
      const mark = page.locator(`#at-${claim.id}`), card = page.locator(`#${claim.id}`)
      await mark.click()
      assert.equal(new URL(page.url()).hash, `#${claim.id}`)
      assert.ok(await inView(card), 'the card is in view')
      assert.equal(await page.locator('.card:target').count(), 1)
      await card.getByText('In the text').click()
      assert.equal(new URL(page.url()).hash, `#at-${claim.id}`)
      assert.ok(await inView(mark), 'the words are in view')
    }
  }))

  it('a footnote of the brief leads to the words', (t) => visit(t, desk, async (page, url) => {
    await page.goto(url(`${meeting}/brief`))
    await page.locator('#note-2 a').first().click()
    await page.waitForURL(/\/documents\/doc_\w+#clm_\w+$/)
    assert.equal(await page.locator('.card:target').count(), 1)
  }))
})

const inView = (locator: ReturnType<Page['locator']>): Promise<boolean> => locator.evaluate((element) => { const box = element.getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0 })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.trim() || '')

it('the keyboard alone goes from the front page to a claim and back', (t) => visit(t, desk, async (page, url) => {
  await page.goto(url('/'))
  await page.keyboard.press('Tab')
  assert.equal(await focused(page), 'Skip to the content')
  await page.keyboard.press('Enter')
  await page.waitForURL((to) => to.hash === '#main')
  await page.keyboard.press('/')
  assert.equal(await focused(page), 'q')
  await page.keyboard.type('ferries/crews')
  assert.equal(await page.inputValue('#q'), 'ferries/crews', '“/” is a letter in the field')
  await page.fill('#q', 'promised ferries')
  await page.keyboard.press('Enter')
  await page.waitForURL(/search\?q=promised/)
  await page.locator('.hits ul a').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/#clm_/)
  assert.equal(await focused(page), claims.said.id, 'the card takes the focus')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL((to) => to.hash === `#at-${claims.said.id}`)
  await page.keyboard.press('j')
  const next = await focused(page)
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  assert.equal(await focused(page), next, 'j and k are each other’s way back')
}))

it('the filters work without scripts', (t) => visit(t, { ...phone, javaScriptEnabled: false }, async (page, url) => {
  await page.goto(url('/commitments'))
  await page.selectOption('#provider', 'Norlandia')
  await page.getByRole('button', { name: 'Show' }).click()
  assert.match(page.url(), /provider=Norlandia/)
  assert.equal(await page.locator('.register tbody tr').count(), 1)
}))

it('the brief prints on two sheets of A4', (t) => visit(t, desk, async (page, url) => {
  await page.goto(url(`${meeting}/brief`))
  const sheets = await sheetsOf(page)
  assert.ok(sheets >= 1 && sheets <= 2, `${sheets} sheets`)
  await page.goto(url(`/meetings/${records.earlier.record.id}/brief`))
  assert.match(await page.innerText('.report'), /further statements stand in the record/)
  assert.equal(await sheetsOf(page), 2, 'the fullest brief')
}))

/** A brief with more of everything than it may hold. */
const crowded: MeetingBriefInput = {
  ...briefInput,
  statements: Array.from({ length: 40 }, (_, i) => ({ ...briefInput.statements[0]!, claim: { ...claims.said, fields: { ...claims.said.fields, text: `Number ${i}: ${'ferries need crews and crews need training; '.repeat(9)}` } } }) as typeof briefInput.statements[number]),
  asks: Array.from({ length: 12 }, () => briefInput.asks[0]!),
  commitments: Array.from({ length: 20 }, (_, i) => briefInput.commitments[i % 2]!),
  plans: Array.from({ length: 12 }, (_, i) => ({ ...briefInput.plans[0]!, claim: { ...claims.plan, fields: { ...claims.plan.fields, text: `Plan ${i}: ${'stores of the three states are aligned with those of the others; '.repeat(5)}` } } }) as typeof briefInput.plans[number]),
  earlier: Array.from({ length: 9 }, () => briefInput.earlier[0]!),
}
