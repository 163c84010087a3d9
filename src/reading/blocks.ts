import type { BlockKind } from '../core/document.ts'
import { aboutStarts, boilerplateAnywhere, boilerplateLabels, boilerplateStarts, bylineStarts, captionCredits, captionStarts, readAlso } from './phrases.ts'

/** Where a stretch of text stands among the others. */
export interface Position {
  /** 0 for the first stretch of the body. */
  readonly index: number
  readonly total: number
  /** Words of the longer stretches are mostly in capitals: capitals say nothing here. */
  readonly shouting?: boolean
}

const starter = (list: readonly string[]) => {
  const ordered = [...list].sort((a, b) => b.length - a.length)
  return (text: string): string | undefined => {
    const low = text.slice(0, 60).toLowerCase()
    return ordered.find((phrase) => low.startsWith(phrase) && !/[\p{L}\d]/u.test(low[phrase.length] ?? ' '))
  }
}
const readAlsoStart = starter(readAlso), captionStart = starter(captionStarts), boilerplateStart = starter(boilerplateStarts), boilerplateLabel = starter(boilerplateLabels)

const endsSentence = (text: string) => /[.!?…]["”»“’)\]]*$/.test(text)
const after = (text: string, phrase: string) => text.slice(phrase.length).trimStart()

/**
 * What a stretch of prose is, when its words give it away; 'paragraph' otherwise. Long stretches are always text: a
 * box, a credit or a link is short.
 * @example blockKind('Lesen Sie auch: Was kommt nach dem Gipfel', { index: 7, total: 8 }) // 'read also'
 */
export function blockKind(text: string, position: Position): BlockKind {
  if (isReadAlso(text, position)) return 'read also'
  if (isCaption(text)) return 'caption'
  if (isBoilerplate(text, position)) return 'boilerplate'
  if (position.index < 3 && isByline(text)) return 'byline'
  return 'paragraph'
}

function isReadAlso(text: string, position: Position): boolean {
  if (text.length > 400) return false
  const phrase = readAlsoStart(text)
  // A label of four words is never the text's own: headline and teaser of the other story follow it.
  if (phrase && phrase.split(' ').length > 3 && /^\p{Lu}/u.test(after(text, phrase))) return true
  if (text.length > 300) return false
  if (phrase) {
    const rest = after(text, phrase)
    if (rest === '' || /^[:»>→|–—-]/.test(rest)) return true
    // Without a colon only a headline follows: no final stop, and no verb form run on from the phrase.
    if (phrase.includes(' ') && !endsSentence(text) && text.length < 160) return true
  }
  return position.index > 0 && !position.shouting && isShoutedLink(text)
}

/** Headlines of other stories in capitals between paragraphs: at least six words and no stop. */
const isShoutedLink = (text: string) =>
  text.length < 160 && text === text.toUpperCase() && /\p{Lu}/u.test(text) && (text.match(/\p{Lu}{2,}/gu) ?? []).length >= 6 && !/[.:]$/.test(text)

const captionInside = /(?:^|[.\s])(?:na zdjęciu|auf dem bild|in the photo|nella foto|sur la photo|на фото)\s*:/i

function isCaption(text: string): boolean {
  if (text.length > 320) return false
  const phrase = captionStart(text)
  if (phrase && /^[:/|(©]|^by\s/i.test(after(text, phrase))) return true
  if (phrase && /^(?:in|auf|im|na|sur|nell)/.test(phrase) && phrase.includes(' ') && /^[:,]/.test(after(text, phrase))) return true
  if (phrase?.endsWith('.') && captionInside.test(text)) return true
  return captionCredits.test(text) && (text.length < 220 || !endsSentence(text))
}

function isBoilerplate(text: string, position: Position): boolean {
  if (text.length > 600) return false
  if (/^[#*_\s\\-]{3,}$/.test(text) || /^-\s?(?:30|end|ende|fin|koniec|fine|кінець)\s?-$/i.test(text)) return true
  const phrase = boilerplateStart(text), last = position.index >= position.total - 4
  if (phrase && startsBox(text, phrase, last)) return true
  const label = boilerplateLabel(text)
  if (label && text.length < 80 && (/^(?:[:|©@>→]|$)/.test(after(text, label)) || (last && !endsSentence(text)))) return true
  if (text.length < 450 && !/^["“„«]/.test(text) && boilerplateAnywhere.test(text)) return true
  return last && aboutStarts.test(text) && (text.length > 120 || !endsSentence(text))
}

/** A phrase of one word must be followed by a sign or stand near the end in a short line. */
function startsBox(text: string, phrase: string, last: boolean): boolean {
  const rest = after(text, phrase)
  if (rest === '' || /^[:|©@>→]/.test(rest)) return true
  if (/^[©(]/.test(phrase)) return text.length < 200
  return phrase.length >= 6 && (last ? text.length < 320 : text.length < 160 && (phrase.includes(' ') || !endsSentence(text)))
}

const isByline = (text: string) => text.length < 90 && !endsSentence(text) && bylineStarts.test(text) && /^\S+\s+(?:\p{Lu}|[«„“])/u.test(text)

/** Does this stretch begin the part about the sender, after which all is boilerplate? @example opensAbout('About Acme', { index: 9, total: 11 }) // true */
export const opensAbout = (text: string, position: Position): boolean =>
  position.index >= position.total - 4 && position.index > 2 && aboutStarts.test(text) && text.length < 80 && !endsSentence(text)

/** A short line without a final stop, not in the first place, is a heading. @example isHeadingLine('Security assistance') // true */
export const isHeadingLine = (text: string): boolean =>
  text.length < 100 && !/[.!…,;:–—-]["”»’)]*$/.test(text) && (!text.endsWith('?') || text.length < 60) && text.split(' ').length <= 12 && /^[\p{Lu}\d«„“"'(]/u.test(text) && !/^["“„«]/.test(text)
