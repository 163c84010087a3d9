import { spawn } from 'node:child_process'
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { sha256 } from '../core/hash.ts'
import { lock, tryLock } from './lock.ts'
import { canEnter, serverAccount, type Account } from './postgres-account.ts'
import { copyBinaries, findBinaries, type Binaries } from './postgres-binaries.ts'

/** How to reach the server of a data folder, and how to leave it: the last one out stops it. */
export interface Server {
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly database: string }
  /** Starts it again when it is gone: it may have been killed under us. */
  revive(): Promise<void>
  leave(): Promise<void>
}

export type Say = (line: string) => void

/** Where the parts of one data folder lie. */
interface Site { readonly home: string; readonly cluster: string; readonly socket: string; readonly account: Account | undefined; readonly moved: boolean }

/** The port only names the socket file: the server listens to no network. */
const port = 5432
const user = 'helenow'

/**
 * Starts the server of a data folder or joins the one that runs. Any number of processes may do so at once; each holds
 * a shared lock while it is in, so the last one out, and only the last, can tell that it is.
 * @example const server = await joinServer('/data', console.error); await server.leave()
 */
export async function joinServer(home: string, say: Say): Promise<Server> {
  if (process.platform === 'win32') throw new Error('Helenow cannot start PostgreSQL by itself on Windows yet. Set DATABASE_URL to a PostgreSQL server, or run it under WSL.')
  makeFolder(join(home, 'run'))
  const locks = { clients: join(home, 'run', 'clients.lock'), change: join(home, 'run', 'change.lock') }
  const membership = await lock(locks.clients, 'shared')
  try {
    const change = await lock(locks.change, 'exclusive')
    try {
      const site = survey(home, say)
      refuseForeign(site)
      const binaries = prepareBinaries(site, say)
      if (!existsSync(join(site.cluster, 'PG_VERSION'))) await createCluster(site, binaries, say)
      await ensureRunning(site, binaries)
      return { connection: connectionTo(site), revive: () => revive(site, binaries, locks.change), leave: () => leave(site, binaries, locks, membership) }
    } finally { change.release() }
  } catch (error) { membership.release(); throw error }
}

async function revive(site: Site, binaries: Binaries, path: string): Promise<void> {
  const change = await lock(path, 'exclusive')
  try { await ensureRunning(site, binaries) } finally { change.release() }
}

async function leave(site: Site, binaries: Binaries, locks: { clients: string; change: string }, membership: { release(): void }): Promise<void> {
  const change = await lock(locks.change, 'exclusive')
  try {
    membership.release()
    const alone = tryLock(locks.clients, 'exclusive')
    if (!alone) return
    try { if (postmasterAlive(site)) await run(site, binaries, 'pg_ctl', ['stop', '-D', site.cluster, '-m', 'fast', '-w', '-t', '60']) } finally { alone.release() }
  } finally { change.release() }
}

function makeFolder(path: string): void {
  try { mkdirSync(path, { recursive: true }) } catch (cause) {
    throw new Error(`The data folder ${path} cannot be written by this user: ${(cause as Error).message}. Choose another with HELENOW_DATA.`, { cause })
  }
}

/** Decides account and places; root's lent account may be unable to enter the data folder. */
function survey(home: string, say: Say): Site {
  const name = sha256(realpathSync(home)).slice(0, 12)
  const away = join('/var/lib/helenow', name)
  const near = join(home, 'pg')
  const account = serverAccount(existsSync(near) ? near : join(away, 'pg'))
  const moved = account !== undefined && !canEnter(account, home)
  if (moved && existsSync(join(near, 'PG_VERSION'))) throw new Error(`The account ${account.name}, which runs the database in ${near} for root, cannot enter that folder any more. Let it in again: chmod o+x on each folder above.`)
  if (moved) {
    makeFolder(away)
    say(`The account ${account.name}, which runs PostgreSQL for root, cannot enter ${home}: the database is in ${away}.`)
  }
  return { home, cluster: moved ? join(away, 'pg') : near, socket: join('/tmp', `hn-${name}`), account, moved }
}

/** The cluster of another ordinary user can neither be read nor started by us. */
function refuseForeign({ cluster }: Site): void {
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid, self = process.getuid!()
  if (owner !== undefined && self !== 0 && owner !== self) throw new Error(`The database in ${cluster} belongs to another user of this machine (number ${owner}): run Helenow as that user or as root, or choose another folder with HELENOW_DATA.`)
}

function prepareBinaries(site: Site, say: Say): Binaries {
  const version = join(site.cluster, 'PG_VERSION')
  const major = existsSync(version) ? Number(readFileSync(version, 'utf8')) : undefined
  const found = findBinaries(join(site.home, 'run', 'lib'), major)
  if (!found) {
    throw new Error(major === undefined
      ? `No PostgreSQL for ${process.platform}-${process.arch}: install it (pg_ctl on the PATH) or set DATABASE_URL.`
      : `${site.cluster} was made by PostgreSQL ${major}, which is not here: install that version; "helenow backup" under it and "helenow restore" into a new data folder bring the record over.`)
  }
  const reachable = site.account === undefined || [found.bin, ...Object.values(found.env).flatMap((folders) => folders.split(delimiter))].every((folder) => canEnter(site.account!, folder))
  if (reachable) return found
  const to = join('/var/lib/helenow', `postgresql-${found.major}-${sha256(found.bin).slice(0, 12)}`)
  makeFolder(dirname(to))
  if (!existsSync(to)) say(`The account ${site.account!.name} cannot enter ${found.bin}: PostgreSQL's programs are copied to ${to}.`)
  return copyBinaries(found, to)
}

/** Made in a folder beside, then renamed: a cluster is there whole or not at all. */
async function createCluster(site: Site, binaries: Binaries, say: Say): Promise<void> {
  const parent = dirname(site.cluster)
  for (const half of readdirSync(parent).filter((f) => f.startsWith('pg.new-'))) rmSync(join(parent, half), { recursive: true, force: true })
  if (existsSync(site.cluster)) throw new Error(`${site.cluster} is there but is no PostgreSQL cluster. Move it away, or choose another folder with HELENOW_DATA.`)
  say(`Creating the database in ${site.cluster}`)
  const half = `${site.cluster}.new-${process.pid}`
  mkdirSync(half, { mode: 0o700 })
  if (site.account) chownSync(half, site.account.uid, site.account.gid)
  const locale = binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C']
  await run(site, binaries, 'initdb', ['-D', half, '-U', user, '-E', 'UTF8', ...locale, '--data-checksums', '--auth=trust', '--no-instructions'])
  writeFileSync(join(half, 'pg_hba.conf'), 'local all all trust\n')
  renameSync(half, site.cluster)
}

const settings = ['listen_addresses=', `port=${port}`, 'unix_socket_permissions=0700', 'max_connections=100', 'shared_buffers=256MB', 'max_wal_size=2GB', 'work_mem=16MB', 'maintenance_work_mem=128MB', 'jit=off', 'logging_collector=off', 'wal_level=minimal', 'max_wal_senders=0', 'random_page_cost=1.1']

/** After a kill the old server may still be going down, its lock file may name a process that is someone else by now. */
async function ensureRunning(site: Site, binaries: Binaries): Promise<void> {
  let last: unknown
  for (const deadline = Date.now() + 90_000; Date.now() < deadline; await sleep(250)) {
    const answer = await ask(site)
    if (answer === 'ready') return
    last = answer
    if (postmasterAlive(site)) continue
    try { await start(site, binaries) } catch (error) { last = error }
  }
  throw new Error(`PostgreSQL did not start in ${site.cluster}: ${(last as Error).message ?? String(last)}\n${logTail(site)}`, { cause: last })
}

async function start(site: Site, binaries: Binaries): Promise<void> {
  makeSocketFolder(site)
  const options = settings.concat(`unix_socket_directories=${site.socket}`).map((s) => `-c ${s}`).join(' ')
  await run(site, binaries, 'pg_ctl', ['start', '-D', site.cluster, '-l', join(site.cluster, 'server.log'), '-o', options, '-w', '-t', '60', '-s'])
}

/** In /tmp, since a socket's path has at most 107 bytes; only ours or root's folder is trusted. */
function makeSocketFolder({ socket, account }: Site): void {
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  const { uid } = lstatSync(socket), self = process.getuid!()
  if (uid !== self && uid !== account?.uid) throw new Error(`${socket} belongs to another user of this machine: remove it, or choose another data folder.`)
  if (account) chownSync(socket, account.uid, account.gid)
}

const connectionTo = (site: Site) => ({ host: site.socket, port, user, database: 'postgres' })

async function ask(site: Site): Promise<'ready' | Error> {
  const client = new pg.Client({ ...connectionTo(site), connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]!.data_directory === realpathSync(site.cluster) || rows[0]!.data_directory === site.cluster ? 'ready' : new Error(`the socket ${site.socket} leads to ${rows[0]!.data_directory}`)
  } catch (error) { return error as Error } finally { await client.end().catch(() => {}) }
}

/** Is the process in postmaster.pid alive and a PostgreSQL? After a restart of the machine its number may be another's. */
function postmasterAlive(site: Site): boolean {
  const path = join(site.cluster, 'postmaster.pid')
  const pid = existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[0]) : 0
  if (!pid) return false
  try { process.kill(pid, 0) } catch (error) { if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false }
  const name = `/proc/${pid}/comm`
  const stranger = existsSync(name) && !readFileSync(name, 'utf8').startsWith('postgres')
  if (stranger) rmSync(path, { force: true })
  return !stranger
}

function logTail(site: Site): string {
  const path = join(site.cluster, 'server.log')
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(-6).join('\n') : ''
}

function run(site: Site, binaries: Binaries, program: string, args: readonly string[]): Promise<void> {
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', ...binaries.env }
  const as = site.account ? { uid: site.account.uid, gid: site.account.gid } : {}
  const child = spawn(join(binaries.bin, program), args, { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'], ...as })
  let said = ''
  child.stdout!.on('data', (chunk) => { said += chunk })
  child.stderr!.on('data', (chunk) => { said += chunk })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`${program} ended with ${code}: ${said.trim()}`))))
  })
}
