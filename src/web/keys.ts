/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Keyboard work on top of pages that are whole without it: "/" goes to the search field, "j" and "k" step through the
// marked words of a document, Enter follows one. Served with its types stripped.

const search = document.querySelector<HTMLInputElement>('#q')
const marks = [...document.querySelectorAll<HTMLAnchorElement>('a.hl')]

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  if (event.key === '/' && search) { event.preventDefault(); search.focus(); search.select() }
  if (event.key === 'j') step(1)
  if (event.key === 'k') step(-1)
})

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Moves the focus to the next mark after the focused one, or after the top of the window. */
function step(by: 1 | -1): void {
  if (marks.length === 0) return
  const focused = marks.indexOf(document.activeElement as HTMLAnchorElement)
  const start = focused >= 0 ? focused + by : by > 0 ? firstBelow() : firstBelow() - 1
  const mark = marks[Math.max(0, Math.min(marks.length - 1, start))]
  mark?.focus({ preventScroll: true })
  mark?.scrollIntoView({ block: 'center' })
}

function firstBelow(): number {
  const index = marks.findIndex((mark) => mark.getBoundingClientRect().top > 0)
  return index < 0 ? marks.length - 1 : index
}

// A card that was jumped to takes the focus, so that Tab goes on from there; marks take it by themselves.
addEventListener('hashchange', focusTarget)
focusTarget()
function focusTarget(): void {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null
  if (target?.matches('.card')) target.focus({ preventScroll: true })
}
