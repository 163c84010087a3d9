import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'

const usual = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-dev-shm-usage']

/**
 * A Chromium on this machine: $CHROMIUM, an installed one, or Debian's, which is installed when the tests run as root.
 * @returns its path, or why there is none
 */
export function findBrowser(): { readonly path: string } | { readonly why: string } {
  const named = process.env['CHROMIUM']
  if (named) return existsSync(named) ? { path: named } : { why: `CHROMIUM names ${named}, which is not there.` }
  const known = usual.find((path) => existsSync(path))
  if (known) return { path: known }
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return { why: 'There is no Chromium here. Install one ("apt-get install chromium") or name it with CHROMIUM=/path.' }
  console.log('The browser tests need Chromium: installing the Debian package (about 100 MB, once) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () => spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], { env, encoding: 'utf8' })
  let outcome = install()
  if (outcome.status !== 0) { spawnSync('apt-get', ['update'], { env }); outcome = install() }
  return existsSync(usual[0]!) ? { path: usual[0]! } : { why: `Debian’s chromium could not be installed: ${outcome.stderr.trim().split('\n').at(-1) ?? 'no reason given'}` }
}

/** Starts the browser; without one the tests fail under CI, and elsewhere the caller skips them with the reason. */
export async function startBrowser(): Promise<Browser | string> {
  const found = findBrowser()
  if ('path' in found) return chromium.launch({ executablePath: found.path, args: flags })
  if (process.env['CI']) throw new Error(`${found.why} Under CI the browser tests must run.`)
  console.log(`SKIPPED: the browser tests. ${found.why}`)
  return found.why
}

/** How many sheets of paper a page prints on. */
export async function sheetsOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}
