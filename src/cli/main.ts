import { parseArgs } from 'node:util'
import { NotTheDataset } from '../pipeline/not-the-dataset.ts'
import { commonOptions, helpPage, parseOptions, UsageError, type Call, type Command, type ExitCode } from './command.ts'
import { commands } from './commands/index.ts'

/** Runs one command line and returns its exit code; prints nothing but what the command prints. */
export async function main(args: readonly string[], io: Pick<Call, 'out' | 'err' | 'terminal' | 'width' | 'env' | 'cwd'>): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = name === 'help' ? await find(rest[0]) : undefined
    io.out(asked ? pageOf(asked) : overview())
    return name === undefined ? 2 : 0
  }
  const command = await find(name)
  if (!command) { io.err(`helenow: there is no command "${name}". "helenow --help" lists them.`); return 2 }
  try {
    const { values, positionals } = parseArgs({ args: rest, options: parseOptions({ ...command.options, ...commonOptions }), allowPositionals: true, strict: true })
    if (values['help']) { io.out(pageOf(command)); return 0 }
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

const find = async (name: string | undefined): Promise<Command | undefined> =>
  name !== undefined && Object.hasOwn(commands, name) ? (await commands[name]!.load()).default : undefined

const pageOf = (command: Command) => helpPage(command, commands[command.name]!.summary)

function overview(): string {
  const listed = Object.entries(commands), wide = Math.max(...listed.map(([name]) => name.length))
  return ['helenow — who promised what to whom, and what came of it, each figure traceable to a sentence.', '',
    'Use: helenow COMMAND …    helenow COMMAND --help for each', '',
    ...listed.map(([name, { summary }]) => `  ${name.padEnd(wide)}  ${summary}`)].join('\n')
}
