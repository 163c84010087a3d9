import type { Language } from '../language.ts'

export default {
  code: 'de',
  name: 'German',
  abbreviations: [],
} satisfies Language
