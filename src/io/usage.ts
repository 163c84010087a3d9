import { readFileSync } from 'node:fs'

const ticksPerSecond = 100
const page = 4096

/**
 * Processor time (ms) and resident memory (bytes) of a process, or undefined where the system does not show it.
 * @example usage(process.pid)?.rss
 */
export function usage(pid: number | undefined): { readonly cpu: number; readonly rss: number } | undefined {
  if (pid === undefined || process.platform !== 'linux') return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name of the process may hold spaces and brackets; the fields begin after its last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { cpu: (Number(fields[11]) + Number(fields[12])) * (1000 / ticksPerSecond), rss: Number(fields[21]) * page }
  } catch {
    return undefined
  }
}
