import { html, type Html } from '../html.ts'

/** A page that says what went wrong and what to do next. */
export const problemPage = (title: string, what: string): Html => html`<h1>${title}</h1><p>${what}</p><p><a href="/">To the front page</a> · <a href="/search">Search</a></p>`
