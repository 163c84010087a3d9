import type { Language } from '../language.ts'

export default {
  code: 'pl',
  name: 'Polish',
  abbreviations: [],
} satisfies Language
