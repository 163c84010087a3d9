import type { Language } from '../language.ts'

export default {
  code: 'uk',
  name: 'Ukrainian',
  abbreviations: [],
} satisfies Language
