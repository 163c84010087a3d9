import type { Mention } from '../../core/claim.ts'
import type { Analysis, Token } from '../analysis.ts'
import { askTable } from '../asks/ask-words.ts'
import { nameTable, type NameTable } from '../names/name-words.ts'
import { speechTable, type SpeechTable, type Verb } from './speech-words.ts'
import type { Turn } from './turns.ts'

/** The words that give the source of something said: "Vilhena told reporters", "according to the ministry". */
export interface Attribution {
  readonly kind: 'verb' | 'phrase'
  /** First token and the one after the last, subject and verb group included. */
  readonly from: number
  readonly to: number
  /** The verb or phrase itself. */
  readonly cue: number
  readonly verb: Verb | null
  readonly speakers: readonly Mention[]
  /** Subject after the verb: "said Vilhena". */
  readonly inverted: boolean
  /** A participle or a second verb that leans on another subject: ", adding that". */
  readonly leaning: boolean
  /** An infinitive of purpose: only a noun phrase may follow. */
  readonly purpose: boolean
  readonly passive: boolean
}

/** What a reader of a turn knows of the turns before. */
export interface Memory { /** Two persons whom the text has named together, or the only two it has named: "both ministers". */ pair?: readonly Mention[]; /** Who spoke last, or opened a sentence since. */ latest?: Mention | null; /** The body named last in the sentence before. */ house?: Mention | null; /** The person named last in the sentence before, where nobody spoke in it. */ introduced?: Mention | null; /** The person named last before the sentence. */ named?: Mention | null; /** The person that opened the sentence before: who drops from the next one. */ subject: Mention | null; /** Else the only person named in the sentence before, where nobody spoke in it. */ only?: Mention | null; speaker: Mention | null; /** Who spoke in the sentence right before, of the same paragraph. */ before?: Mention | null; body: Mention | null; author: Mention | null }

/** All that rules ask of a turn. */
export class Scene {
  readonly turn: Turn
  readonly analysis: Analysis
  readonly speech: SpeechTable
  readonly names: NameTable
  /** Verbs of asking. */
  readonly asking: ReadonlyMap<string, string>
  readonly tokens: readonly Token[]
  /** Are there marks of quotation in the turn? */
  readonly marked: boolean
  constructor(turn: Turn, analysis: Analysis) {
    this.turn = turn; this.analysis = analysis; this.tokens = turn.tokens; this.marked = turn.quote.includes(-2)
    this.speech = speechTable(analysis.language); this.names = nameTable(analysis.language); this.asking = askTable(analysis.language).verbs
  }
  lower(i: number): string { return this.tokens[i]?.lower ?? '' }
  text(i: number): string { return this.tokens[i]?.text ?? '' }
  outside(i: number): boolean { return this.turn.quote[i] === -1 }
  quoted(i: number): boolean { return (this.turn.quote[i] ?? -1) >= 0 }
  isMark(i: number): boolean { return this.turn.quote[i] === -2 }
  isBreak(i: number): boolean { return i < 0 || i >= this.tokens.length || isSign(this.tokens[i]!.text) }
  isDash(i: number): boolean { const text = this.text(i); return text.length === 1 && '–—―-'.includes(text) }
  preposition(i: number): boolean {
    const t = this.tokens[i]
    return t !== undefined && (t.pos ? t.pos === 'ADP' && t.lower !== 'as' : prepositions.has(t.lower))
  }
  mentionFrom(i: number) { const m = this.turn.covered[i] ?? -1; return m >= 0 && this.turn.mentions[m]!.first === i ? this.turn.mentions[m] : undefined }
  mentionOver(i: number) { const m = this.turn.covered[i] ?? -1; return m >= 0 ? this.turn.mentions[m] : undefined }
}
/** A sign that parts clauses; several stops are one. */
const isSign = (text: string): boolean => (text.length === 1 ? ',;:–—―.!?…()-'.includes(text) : text.startsWith('..') && /^\.+$/.test(text))
const prepositions = new Set('in im am an auf aus bei beim mit nach von vom vor zu zum zur seit für gegen über unter zwischen während wegen durch ohne um bis gegenüber angesichts hinter neben trotz außer innerhalb außerhalb binnen dank ab à au aux dans sur sous par pour avec sans depuis pendant après avant entre vers chez de du des d’ d\' contre lors en a al allo alla ai alle all’ all\' da dal dalla di del della dei delle in nel nella nei su sul sulla per con tra fra dopo durante verso presso w we na z ze za do od o po pod nad przez przed przy między u dla podczas в у на з із зі за до від по під над між після перед через для при щодо під_час'.split(' '))

/** Can a mention be a source? Not an initial alone. */
export const speaks = (m: Mention): boolean => m.type !== 'unknown' || m.name.length > 1
/** "erinnerte sich Lund": between a verb and its subject. */
export const reflexive = new Set(['sich', 'mich', 'uns'])
/** Words that join two names. */
export const and = new Set(['and', 'und', 'et', 'e', 'i', 'oraz', 'і', 'й', 'та'])
/** Tags of the words of a noun phrase. */
export const nominal = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PART', 'ADP'])
