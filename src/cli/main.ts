import { parseArgs } from 'node:util'
import { commonOptions, helpPage, parseOptions, UsageError, type Call, type Command, type ExitCode } from './command.ts'
import { NotTheDataset } from '../pipeline/datasets.ts'
import * as all from './commands/index.ts'

const commands: readonly Command[] = Object.values(all)

/** Runs one command line and returns its exit code; prints nothing but what the command prints. */
export async function main(args: readonly string[], io: Pick<Call, 'out' | 'err' | 'terminal' | 'width' | 'env' | 'cwd'>): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = name === 'help' ? find(rest[0]) : undefined
    io.out(asked ? helpPage(asked) : overview())
    return name === undefined ? 2 : 0
  }
  const command = find(name)
  if (!command) { io.err(`helenow: there is no command "${name}". "helenow --help" lists them.`); return 2 }
  try {
    const { values, positionals } = parseArgs({ args: rest, options: parseOptions({ ...command.options, ...commonOptions }), allowPositionals: true, strict: true })
    if (values['help']) { io.out(helpPage(command)); return 0 }
    return await command.run({ ...io, words: positionals, options: values as Call['options'] })
  } catch (error) {
    if (error instanceof NotTheDataset) { io.err(`helenow ${command.name}: ${error.message}`); return 1 }
    if (error instanceof UsageError) { io.err(`helenow ${command.name}: ${error.message}`); return error.exit }
    if (error instanceof TypeError && (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) {
      io.err(`helenow ${command.name}: ${error.message.split('\n')[0]} "helenow ${command.name} --help" lists the options.`)
      return 2
    }
    throw error
  }
}

const find = (name: string | undefined) => commands.find((c) => c.name === name)

function overview(): string {
  const wide = Math.max(...commands.map((c) => c.name.length))
  return ['helenow — who promised what to whom, and what came of it, each figure traceable to a sentence.', '',
    'Use: helenow COMMAND …    helenow COMMAND --help for each', '',
    ...[...commands].sort((a, b) => (a.name < b.name ? -1 : 1)).map((c) => `  ${c.name.padEnd(wide)}  ${c.summary}`)].join('\n')
}
