import type { Mention } from '../../core/claim.ts'
import type { Analysis } from '../analysis.ts'
import { onAnalysis } from '../kept.ts'
import { homeOf } from './coreference.ts'
import { isGivenName } from './given-names.ts'
import { nameTable } from './name-words.ts'

/** Words for what somebody says or writes in his own name, at the head of a text. */
const own = /^(?:speech|address|remarks|statement|keynote|intervention|message|letter|rede|ansprache|grußwort|statement|erklärung|eröffnungsrede|discours|allocution|intervention|déclaration|message|discorso|intervento|dichiarazione|messaggio|lettera|przemówieni|wystąpieni|oświadczeni|list|виступ|промова|заява|звернення|лист)/iu
/** A name alone on its line, of two words to four, perhaps with a title or a first letter. */
const nameLine = /^(?:(?:Dr|Mag|Prof|Gen|Ing)\.?\s)?(\p{Lu}[\p{L}\p{M}’'-]+(?:\s(?:van|von|de|der|den|di|da|du|la|le|af|av|\p{Lu}[\p{L}\p{M}’'.-]*)){1,5}),?$/u
/** How many lines at the end of a text a signature may stand in. */
const foot = 5
/** How many paragraphs a text may open with before it says whose words it is. */
const head = 3

/**
 * Whose own words a text is, by the signature at its end or by its first lines: "Kind regards, THE MINISTER OF DEFENCE,
 * Anna Lund", "Speech by the Minister of Defence, Anna Lund, at the …"; null where neither tells.
 * @example signerOf(analysis)?.name // 'Anna Lund'
 */
export const signerOf = onAnalysis((analysis): Mention | null => signed(analysis) ?? opened(analysis))

/** A name and an office in two lines next to one another, as the last words of a text. */
function signed(analysis: Analysis): Mention | null {
  const { text } = analysis.document, names = nameTable(analysis.language), lines = text.slice(-400).split('\n').map((l) => l.trim()).filter(Boolean).slice(-foot)
  const isOffice = (line: string | undefined): boolean => line !== undefined && line.length < 90 && !/[.!?]$/.test(line) && line.toLowerCase().split(/[\s,]+/).some((w) => names.roles.has(w))
  for (let i = lines.length - 1; i >= 0; i--) {
    const name = nameLine.exec(lines[i]!)?.[1]
    if (name && /\p{Ll}/u.test(name) && !isOffice(lines[i]) && [lines[i - 1], lines[i + 1]].some(isOffice)) return personOf(analysis, name)
  }
  return null
}

/** "Speech by the minister, Anna Lund, at the …": the first person named in full by a line that opens with a word for a speech. */
function opened(analysis: Analysis): Mention | null {
  const { text, blocks, title } = analysis.document
  for (const b of blocks.slice(0, head)) {
    if (!own.test(text.slice(b.start, b.start + 20))) continue
    const found = analysis.mentions.find((m) => m.mention.type === 'person' && nameLine.test(m.mention.name) && m.start >= b.start && m.start < b.start + 160 && m.end <= b.end)?.mention.name ?? givenIn(text.slice(b.start, Math.min(b.end, b.start + 160)).split(/\s+/), 1)
    if (found) return personOf(analysis, found)
  }
  // "Discorso del consigliere federale Anna Lund": the last words of an office and a name, in the title alone.
  const words = (title ?? '').split(/\s+/), from = words.findIndex((w) => own.test(w)), name = from < 0 ? null : givenIn(words, from + 2)
  return name === null ? null : personOf(analysis, name)
}

/** A given name and the word with a capital behind it. */
function givenIn(words: readonly string[], from: number): string | null {
  const i = words.findIndex((w, k) => k >= from && isGivenName(w) && /^\p{Lu}\p{Ll}/u.test(words[k + 1] ?? ''))
  return i < 0 ? null : `${words[i]} ${words[i + 1]!.replace(/[.,:;]$/, '')}`
}

function personOf(analysis: Analysis, name: string): Mention {
  const known = analysis.mentions.find((m) => m.mention.type === 'person' && m.mention.name === name)?.mention
  return { kind: 'mention', type: 'person', name, written: name, span: null, country: known?.country ?? homeOf(analysis), office: known?.office ?? null, candidates: known?.candidates ?? [] }
}
