import { main } from '../../src/cli/main.ts'

/** Runs a command line in this process and gives back what it printed. */
export async function run(args: readonly string[], env: Record<string, string> = {}, cwd = process.cwd()): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [], err: string[] = []
  const code = await main(args, { out: (line) => out.push(line), err: (line) => err.push(line), terminal: false, width: 80, env, cwd })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
