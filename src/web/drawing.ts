import type * as PlotLibrary from '@observablehq/plot'

type Plot = typeof PlotLibrary

/**
 * A picture drawn by Observable Plot on the server, as SVG without inline styles, which the page's policy would block.
 * The library is loaded with the first picture.
 */
export async function drawing(options: (plot: Plot) => PlotLibrary.PlotOptions, label: string): Promise<string> {
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')])
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>')
  const figure = Plot.plot({ ...options(Plot), document: document as unknown as Document }) as unknown as Element
  for (const style of figure.querySelectorAll('style')) style.remove()
  for (const element of [figure, ...figure.querySelectorAll('[style]')]) element.removeAttribute('style')
  figure.setAttribute('role', 'img')
  figure.setAttribute('aria-label', label)
  return figure.outerHTML
}
