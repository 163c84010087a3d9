import type { ParseArgsOptionsConfig } from 'node:util'

/** An option of a command; the help page and the docs test read the same table. */
export interface Option {
  readonly type: 'boolean' | 'string'
  readonly short?: string
  /** Name of the value in the help: `FILE`, `DAY`. */
  readonly value?: string
  readonly multiple?: boolean
  readonly help: string
}

/** What a command is handed: its words, where to print, where the user stands. */
export interface Call {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  /** True when the output is a terminal: progress bars and colour are allowed. */
  readonly terminal: boolean
  readonly width: number
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
}

/** 0 done, warnings included; 1 something was quarantined or refused; 2 wrong use. */
export type ExitCode = 0 | 1 | 2

/** One command: one file in `commands/`. */
export interface Command {
  readonly name: string
  /** How it is called, without the program name: `FILE… [--json]`. */
  readonly usage: string
  readonly options: Readonly<Record<string, Option>>
  readonly examples: readonly { readonly line: string; readonly shows: string }[]
  run(call: Call): Promise<ExitCode>
}

/** A mistake of the user: what is wrong, where, and what to do next. Ends the command with exit code 2 (or the given one). */
export class UsageError extends Error {
  readonly exit: ExitCode
  constructor(message: string, exit: ExitCode = 2) { super(message); this.exit = exit }
}

/** The options that every command has. */
export const commonOptions = {
  help: { type: 'boolean', short: 'h', help: 'Print this help.' },
  json: { type: 'boolean', help: 'Print data as JSON (one object, or JSON Lines for several).' },
} as const satisfies Record<string, Option>

export function parseOptions(options: Readonly<Record<string, Option>>): ParseArgsOptionsConfig {
  return Object.fromEntries(Object.entries(options).map(([name, o]) => [name, { type: o.type, ...(o.short ? { short: o.short } : {}), ...(o.multiple ? { multiple: true } : {}) }]))
}

/** The help page of a command, as the terminal prints it; `summary` is its line in the list of commands. */
export function helpPage(command: Command, summary: string): string {
  const all: Record<string, Option> = { ...command.options, ...commonOptions }
  const rows = Object.entries(all).map(([name, o]) => [`${o.short ? `-${o.short}, ` : ''}--${name}${o.type === 'string' ? ` ${o.value ?? 'VALUE'}` : ''}`, o.help] as const)
  const wide = Math.max(...rows.map(([left]) => left.length))
  return [
    `helenow ${command.name} — ${summary}`, '', `Use: helenow ${command.name} ${command.usage}`, '', 'Options:',
    ...rows.map(([left, right]) => `  ${left.padEnd(wide)}  ${right}`), '', 'Examples:',
    ...command.examples.flatMap((e) => [`  helenow ${e.line}`, `      ${e.shows}`]),
    '', 'Exit code: 0 done, warnings included; 1 something was quarantined or refused; 2 wrong use.',
  ].join('\n')
}
