import { each, html, when, type Html } from './html.ts'

/** What stands around every page. */
export interface Frame {
  readonly title: string
  /** Path of the section in the navigation that the page belongs to. */
  readonly section?: string
  /** Class of the body, for pages with a layout of their own. */
  readonly kind?: string
  readonly query?: string
  readonly assets: Assets
}

/** Addresses of the style sheet and the script, with their hash, so that browsers may keep them for ever. */
export interface Assets { readonly styles: string; readonly script: string }

const sections = [['/meetings', 'Meetings'], ['/commitments', 'Commitments'], ['/series', 'Series'], ['/documents', 'Documents'], ['/review', 'Review'], ['/reference', 'Reference']] as const

/** A whole page: masthead, search, navigation, the page's own part, foot. */
export const layout = (frame: Frame, main: Html): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${frame.title === 'Helenow' ? frame.title : `${frame.title} · Helenow`}</title>
<link rel="stylesheet" href="${frame.assets.styles}">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<script type="module" src="${frame.assets.script}"></script>
</head>
<body class="${frame.kind ?? 'page'}">
<a class="skip" href="#main">Skip to the content</a>
<header class="masthead">
<div class="masthead-inner">
<p class="name"><a href="/">Helenow</a></p>
<nav aria-label="Sections"><ul>${each(sections, ([path, name]) => html`<li><a href="${path}"${when(frame.section === path, () => html` aria-current="page"`)}>${name}</a></li>`)}</ul></nav>
<form class="search" role="search" action="/search" method="get">
<label class="hidden" for="q">Search documents and claims</label>
<input id="q" name="q" type="search" value="${frame.query ?? ''}" placeholder="Search" maxlength="200" autocomplete="off">
<button type="submit">Find</button>
</form>
</div>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="foot"><p>From public documents only. Every value leads back to the words it rests on. <a href="/about">About the data</a></p></footer>
</body>
</html>`
