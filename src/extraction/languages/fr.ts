import type { Language } from '../language.ts'

export default {
  code: 'fr',
  name: 'French',
  abbreviations: [],
} satisfies Language
