// Runs a command, watches the resident memory of its largest process and the processor time of all, and prints the figures as the last line of standard error.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { usage } from '../../src/io/usage.ts'

const child = spawn(process.execPath, process.argv.slice(2), { stdio: 'inherit' })
const samples: number[] = []
const page = 4096
const children = (pid: number): number[] => {
  try { return readdirSync(`/proc/${pid}/task`).flatMap((t) => readFileSync(`/proc/${pid}/task/${t}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)) } catch { return [] }
}
const rss = (pid: number): number => { try { return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * page) / 1e6 } catch { return 0 } }
const cpu = new Map<number, number>()
const family = (pid: number): number[] => [pid, ...children(pid).flatMap(family)]
const timer = setInterval(() => {
  if (child.pid === undefined) return
  const direct = [child.pid, ...children(child.pid)]
  samples.push(Math.max(...direct.map(rss)))
  for (const pid of family(child.pid)) { const used = usage(pid)?.cpu; if (used !== undefined) cpu.set(pid, used) }
}, 100)
child.on('exit', (code) => {
  clearInterval(timer)
  const half = samples.slice(Math.floor(samples.length * 0.45), Math.floor(samples.length * 0.55)), end = samples.slice(Math.floor(samples.length * 0.9), -3)
  const mean = (list: readonly number[]) => (list.length ? list.reduce((a, b) => a + b, 0) / list.length : 0)
  console.error(JSON.stringify({ peakMb: Math.max(0, ...samples), halfMb: mean(half), endMb: mean(end), cpuSeconds: [...cpu.values()].reduce((a, b) => a + b, 0) / 1000 }))
  process.exitCode = code ?? 1
})
