export { default as kiel } from './kiel.ts'
