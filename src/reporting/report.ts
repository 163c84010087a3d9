/**
 * A report as a tree of blocks. Reports are built once and rendered by one renderer each to text, Markdown and HTML, so
 * the same words, marks and footnotes stand in every form.
 */
export interface Report {
  readonly title: string
  readonly subtitle: Runs
  readonly blocks: readonly Block[]
  readonly footnotes: readonly Footnote[]
}

/** A stretch of a line. A bare string is plain text. */
export type Inline =
  | string
  | { readonly kind: 'strong'; readonly text: string }
  /** A value that the documents do not say outright; `why` is always printed with it. */
  | { readonly kind: 'doubt'; readonly text: string; readonly why: string }
  /** A way into the record: a path of the web app ("/records/rec_…") or a public address. */
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  /** Points at a footnote by its number, from 1. */
  | { readonly kind: 'cite'; readonly note: number }
export type Runs = readonly Inline[]

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Runs[] }
  /** Words in quotation marks, with who said them. The marks are the renderer's. */
  | { readonly kind: 'quote'; readonly text: string; readonly speaker: string; readonly cites: Runs }
  | { readonly kind: 'table'; readonly caption: string; readonly columns: readonly Column[]; readonly rows: readonly (readonly Runs[])[] }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: Runs }[] }
  | { readonly kind: 'note'; readonly label: string; readonly runs: Runs }
  /** A drawing made by code of this project, with the same content in words. */
  | { readonly kind: 'figure'; readonly svg: string; readonly caption: string; readonly words: string }

export interface Column { readonly label: string; readonly align: 'start' | 'end' }

/** Where a sentence of the report comes from: the document, and its own words. */
export interface Footnote {
  readonly document: string
  readonly publisher: string | null
  /** In words: "13 January 2025". */
  readonly date: string | null
  readonly quote: string
  /** Page, paragraph or cell of the words, where the document has such. */
  readonly place?: string | undefined
  /** Path of the evidence in the web app. */
  readonly path: string
  /** Public address of the document, where it has one; given at its first footnote. */
  readonly url: string | null
}

/** The words of a line without marks, as they are read aloud. @example plain(['Held in ', { kind: 'strong', text: 'Berlin' }]) // 'Held in Berlin' */
export const plain = (runs: Runs): string =>
  runs.map((run) => (typeof run === 'string' ? run : run.kind === 'cite' ? '' : run.kind === 'doubt' ? `${run.text} (${run.why})` : run.text)).join('')

/**
 * Words in quotation marks, unless they bring quotation marks of their own: they stay as the
 * document has them, and a quotation that was cut short is closed.
 */
export const quoted = (words: string): string => (!/[“”„«»"]/.test(words) ? `“${words}”` : marks(words, '“') > marks(words, '”') ? `${words}”` : words)
const marks = (words: string, mark: string) => words.split(mark).length - 1
