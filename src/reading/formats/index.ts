export { default as gzip } from './gzip.ts'
export { default as markdown } from './markdown.ts'
export { default as text } from './text.ts'
export { default as zip } from './zip.ts'
