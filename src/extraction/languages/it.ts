import type { Language } from '../language.ts'

export default {
  code: 'it',
  name: 'Italian',
  abbreviations: [],
} satisfies Language
