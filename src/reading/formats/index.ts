export { default as gzip } from './gzip.ts'
export { default as zip } from './zip.ts'
