import type { Page } from 'playwright-core'

/** What is wrong with a page for people who do not use it with eyes and mouse alone; empty when all is well. */
export const troubles = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const found: string[] = []
  const name = (e: Element) => `<${e.tagName.toLowerCase()}${e.className && typeof e.className === 'string' ? ` class="${e.className}"` : ''}> ${(e.textContent ?? '').trim().slice(0, 40)}`
  if (document.documentElement.scrollWidth > innerWidth) found.push(`wider than the window by ${document.documentElement.scrollWidth - innerWidth} px`)
  if (!document.documentElement.lang) found.push('no language')
  if (document.querySelectorAll('h1').length !== 1) found.push(`${document.querySelectorAll('h1').length} h1`)
  if (document.querySelectorAll('main').length !== 1) found.push('not one main')

  let level = 0
  for (const h of document.querySelectorAll('h1, h2, h3, h4')) {
    const next = Number(h.tagName[1])
    if (next > level + 1) found.push(`heading skips a level: ${name(h)}`)
    level = next
  }
  const seen = new Set<string>()
  for (const e of document.querySelectorAll('[id]')) { if (seen.has(e.id)) found.push(`id twice: ${e.id}`); seen.add(e.id) }
  for (const e of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) if (!document.getElementById(decodeURIComponent(e.hash.slice(1)))) found.push(`leads nowhere: ${e.hash}`)
  for (const e of document.querySelectorAll<HTMLElement>('a[href], button')) if (!(e.getAttribute('aria-label') ?? e.textContent ?? '').trim()) found.push(`no name: ${name(e)}`)
  for (const e of document.querySelectorAll<HTMLInputElement>('input, select')) if (!e.labels?.length && !e.getAttribute('aria-label')) found.push(`no label: ${e.name}`)
  for (const e of document.querySelectorAll('svg')) if (!e.getAttribute('aria-label')) found.push('picture without words')

  // Contrast: WCAG 2 AA, computed over every background behind the text.
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  type Colour = [number, number, number, number]
  const rgba = (css: string): Colour => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = css
    canvas.fillRect(0, 0, 1, 1)
    const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const over = (top: Colour, below: Colour): Colour => [0, 1, 2].map((i) => top[i]! * top[3] + below[i]! * (1 - top[3])).concat(1) as Colour
  const behind = (e: Element | null): Colour => {
    if (!e) return matchMedia('(prefers-color-scheme: dark)').matches ? [0, 0, 0, 1] : [255, 255, 255, 1]
    const own = rgba(getComputedStyle(e).backgroundColor)
    return own[3] === 1 ? own : over(own, behind(e.parentElement))
  }
  const light = (c: Colour) => { const [r, g, b] = c.slice(0, 3).map((v) => { const s = v / 255; return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4 }) as [number, number, number]; return 0.2126 * r + 0.7152 * g + 0.0722 * b }
  const weak = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement!
    if (!node.textContent!.trim() || e.closest('.hidden, .skip, option, title, script') || e.getClientRects().length === 0) continue
    const style = getComputedStyle(e), size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    const below = behind(e), ink = over(rgba(e instanceof SVGElement ? style.fill : style.color), below)
    const [a, b] = [light(ink), light(below)].sort((x, y) => y - x) as [number, number], ratio = (a + 0.05) / (b + 0.05)
    if (ratio < (large ? 3 : 4.5)) weak.add(`contrast ${ratio.toFixed(2)}: ${name(e)}`)
  }
  return [...found, ...weak]
})
