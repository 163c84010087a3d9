import { main } from './main.ts'

// The process itself: streams, exit code, and what happens when a reader of the pipe goes away.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
const code = await main(process.argv.slice(2), {
  out: (line) => process.stdout.write(line + '\n'),
  err: (line) => process.stderr.write(line + '\n'),
  terminal: process.stdout.isTTY === true,
  width: process.stdout.columns ?? 80,
  env: process.env,
  cwd: process.cwd(),
}).catch((error: Error) => {
  process.stderr.write(`helenow: ${error.message}\n${process.env['HELENOW_DEBUG'] ? `${error.stack}\n` : 'Set HELENOW_DEBUG=1 to see where it happened.\n'}`)
  return 1
})
process.exitCode = code
