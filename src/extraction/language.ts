import type { LanguageCode } from '../core/document.ts'
import type { DateWords } from './dates/date-words.ts'
import type { GoodsWords } from './money/goods.ts'
import type { MoneyWords } from './money/money.ts'
import type { NumberWords } from './money/numbers.ts'
import type { AskWords } from './asks/ask-words.ts'
import type { NameWords } from './names/name-words.ts'
import type { SpeechWords } from './speech/speech-words.ts'
import type { FrameWords, LessonWords, MeetingWords, PlanningWords, ProjectWords, SupportWords } from './frames/frame-words.ts'
import type { SentenceWords } from './words/sentences.ts'
import type { TokenWords } from './words/tokens.ts'

/**
 * A language is a table of words that one set of parsers reads. Each parser's section has its type beside the parser;
 * adding a language is one file in `languages/` with all sections filled.
 */
export interface Language {
  readonly code: LanguageCode
  /** English name of the language. */
  readonly name: string
  /** Words that end in a full stop without ending a sentence, with the stop: "Mr.", "бл.". */
  readonly abbreviations: readonly string[]
  readonly sentences: SentenceWords
  readonly tokens: TokenWords
  readonly names: NameWords
  readonly speech: SpeechWords
  readonly asks: AskWords
  /** How numbers are written and spelled. */
  readonly numbers: NumberWords
  readonly dates: DateWords
  readonly money: MoneyWords
  readonly goods: GoodsWords
  readonly frames: FrameWords
  readonly support: SupportWords
  readonly meetings: MeetingWords
  readonly projects: ProjectWords
  readonly lessons: LessonWords
  readonly planning: PlanningWords
}
