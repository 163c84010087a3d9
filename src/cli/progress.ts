import type { Call } from './command.ts'

/** A progress line for long work: drawn in place on a terminal, silent elsewhere. */
export interface Progress { step(label?: string): void; end(): void }

/** @param all how many steps there will be, or null when that is not known */
export function progress(call: Call, what: string, all: number | null): Progress {
  if (!call.terminal) return { step() {}, end() {} }
  let done = 0, drawn = 0
  const draw = () => {
    const share = all ? Math.min(1, done / all) : 0
    const bar = all ? `[${'█'.repeat(Math.round(share * 24)).padEnd(24, '·')}] ${Math.round(share * 100)} %` : ''
    process.stderr.write(`\r\x1b[2K${what} ${done}${all ? ` of ${all}` : ''} ${bar}`)
  }
  return {
    step() { done++; const now = Date.now(); if (now - drawn > 80 || done === all) { drawn = now; draw() } },
    end() { process.stderr.write('\r\x1b[2K') },
  }
}
