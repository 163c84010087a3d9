import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, before, it, type TestContext } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { sheetsOf, startBrowser } from '../helpers/browser.ts'
import { troubles } from '../helpers/page-checks.ts'

// What "npm start" does, from an empty data folder to the pages of the example documents.

const root = fileURLToPath(new URL('../..', import.meta.url))
let browser: Browser | string, home: string, app: ChildProcess, url: string, printed = ''

before(async () => {
  browser = await startBrowser()
  if (typeof browser === 'string') return
  home = await mkdtemp(join(tmpdir(), 'hn-e2e-'))
  // Open to the ordinary account that runs PostgreSQL when the tests run as root.
  await chmod(home, 0o755)
  app = spawn(process.execPath, [join(root, 'bin/helenow'), 'start', '--port', '0'], { cwd: root, env: { ...process.env, HELENOW_DATA: home } })
  url = await addressOf(app)
})
after(async () => {
  if (browser && typeof browser !== 'string') await browser.close()
  if (app?.exitCode === null) { app.kill('SIGINT'); await ended(app) }
  if (home) await rm(home, { recursive: true, force: true })
})

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(child.exitCode)))

const addressOf = (child: ChildProcess): Promise<string> => new Promise((resolve, reject) => {
  const read = (chunk: Buffer) => {
    printed += chunk.toString()
    const address = /The web app is at (\S+)/.exec(printed)?.[1]
    if (address) resolve(address)
  }
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  child.once('exit', (code) => reject(new Error(`helenow start ended with ${code}:\n${printed}`)))
})

async function visit(t: TestContext, steps: (page: Page) => Promise<void>): Promise<void> {
  if (typeof browser === 'string') return t.skip(browser)
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } }), complaints: string[] = []
  page.on('console', (message) => { if (message.type() !== 'log') complaints.push(message.text()) })
  page.on('pageerror', (error) => complaints.push(error.message))
  try { await steps(page) } finally { await page.close() }
  assert.deepEqual(complaints, [])
}

const linksOn = async (page: Page, path: string, pattern: string): Promise<readonly string[]> => {
  await page.goto(new URL(path, url).href)
  return page.$$eval(`main a[href^="${pattern}"]`, (links) => [...new Set(links.map((a) => (a as HTMLAnchorElement).href))])
}

it('prints the brief of the newest meeting before it serves', (t) => {
  if (typeof browser === 'string') return t.skip(browser)
  assert.match(printed, /Meeting brief from public sources/)
  assert.match(printed, /On record: /)
})

it('every example document and list is a sound page', (t) => visit(t, async (page) => {
  const documents = await linksOn(page, '/documents', '/documents/')
  assert.ok(documents.length >= 5, `${documents.length} documents`)
  for (const address of [...documents, ...['/', '/meetings', '/commitments', '/review', '/search?q=support'].map((path) => new URL(path, url).href)]) {
    await page.goto(address)
    assert.deepEqual(await troubles(page), [], address)
  }
}))

it('every mark of a document leads to a claim and back', (t) => visit(t, async (page) => {
  const [address] = await linksOn(page, '/documents', '/documents/')
  await page.goto(address!)
  const broken = await page.$$eval('.card', (cards) => cards.filter((card) => !document.getElementById(`at-${card.id}`)).map((card) => card.id))
  assert.deepEqual(broken, [])
  assert.ok(await page.locator('a.hl').count() > 0)
}))

it('every brief prints on two sheets at most', (t) => visit(t, async (page) => {
  for (const address of (await linksOn(page, '/meetings', '/meetings/')).slice(0, 12)) {
    await page.goto(`${address}/brief`)
    assert.deepEqual(await troubles(page), [], address)
    assert.ok(await sheetsOf(page) <= 2, address)
  }
}))

it('a picture for the README', { skip: process.env['UPDATE_PICTURES'] !== '1' && 'only with UPDATE_PICTURES=1' }, (t) => visit(t, async (page) => {
  const [address] = (await linksOn(page, '/search?q=air+defense', '/claims/'))
  await page.goto(address!)
  await page.evaluate(() => scrollTo(0, 0))
  const picture = await page.screenshot()
  assert.ok(picture.length < 300_000, `${picture.length} bytes`)
  const folder = join(root, 'docs/images')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'document.png'), picture)
}))

it('ends cleanly on Ctrl-C', async (t) => {
  if (typeof browser === 'string') return t.skip(browser)
  app.kill('SIGINT')
  assert.equal(await ended(app), 0)
})
