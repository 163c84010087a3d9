// Finds the Node 24 that the package brings and starts it; plain JavaScript, since the machine's own Node may be 20.
import { spawn } from 'node:child_process'
import { accessSync, constants as access, existsSync, mkdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants, homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

const wanted = 24
/** Megabytes for what was just made. Left alone, the young part of the heap grows with the work, and what it leaves behind is not given back. */
const youngSpace = 8
/** Documents come and go: nothing made for one lives on. Left alone, Node puts what it takes to be long-lived among the old at once, and that keeps alive whatever it points to. */
const allYoung = '--no-allocation-site-pretenuring'
const require = createRequire(import.meta.url)

/** Path of a Node of the wanted version: this one, or the platform package's; undefined when there is none. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= wanted && !process.env.HELENOW_PINNED_NODE) return process.execPath
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  try {
    const path = join(dirname(require.resolve(`${name}/package.json`)), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    if (existsSync(path)) return path
  } catch {}
  return undefined
}

/**
 * Folder in the user's cache where Node keeps the code it compiled, so that the next start need not compile it again.
 * Undefined where there is none, or where somebody else could write code into it.
 */
export function codeCache(env = process.env) {
  if (env.NODE_COMPILE_CACHE || env.NODE_DISABLE_COMPILE_CACHE) return env.NODE_COMPILE_CACHE
  const caches = env.XDG_CACHE_HOME || (process.platform === 'win32' ? env.LOCALAPPDATA : join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache'))
  if (!caches || !isAbsolute(caches) || !existsSync(dirname(caches))) return undefined
  const folder = join(caches, 'helenow', 'code')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, access.W_OK)
    const { uid, mode } = statSync(folder)
    return process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0) ? undefined : folder
  } catch { return undefined }
}

/** Runs Node with these arguments, hands signals on, and ends with its exit code. */
export function restart(args, env = process.env) {
  const node = findNode()
  if (!node) {
    console.error(`Helenow needs Node ${wanted} or newer; this is Node ${process.versions.node}, and there is no packaged Node for ${process.platform}-${process.arch}.\nInstall Node ${wanted} (https://nodejs.org) and run the command again.`)
    process.exit(2)
  }
  const cache = codeCache(env)
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', `--max-semi-space-size=${youngSpace}`, allYoung, ...args], { stdio: 'inherit', env: cache ? { ...env, NODE_COMPILE_CACHE: cache } : env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => { console.error(`Could not start ${node}: ${error.message}`); process.exit(2) })
  child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : code ?? 1))
}
