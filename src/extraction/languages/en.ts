import type { Language } from '../language.ts'

export default {
  code: 'en',
  name: 'English',
  abbreviations: [],
} satisfies Language
