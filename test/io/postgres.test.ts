import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, before, describe, test } from 'node:test'
import { openStore } from '../../src/io/open-store.ts'
import { canEnter } from '../../src/io/postgres-account.ts'
import { copyBinaries, findBinaries, libraryPath } from '../../src/io/postgres-binaries.ts'
import { joinServer } from '../../src/io/postgres.ts'
import { dataFolder, readings } from './store-helpers.ts'

const root = process.getuid?.() === 0
const pidOf = (cluster: string) => Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
const running = (cluster: string) => existsSync(join(cluster, 'postmaster.pid'))

describe('one server for a data folder', () => {
  let folder: ReturnType<typeof dataFolder>
  before(() => { folder = dataFolder() })
  after(() => folder.remove())

  test('many may start at once; all are in the same server; the last one out stops it', async () => {
    const servers = await Promise.all([1, 2, 3].map(() => joinServer(folder.home, () => {})))
    assert.equal(new Set(servers.map((s) => s.connection.host)).size, 1)
    const cluster = join(folder.home, 'pg')
    await servers[0]!.leave()
    await servers[1]!.leave()
    assert.ok(running(cluster))
    await servers[2]!.leave()
    assert.ok(!running(cluster))
  })
  test('another process joins and leaves while we are in', async () => {
    const mine = await openStore({ home: folder.home })
    await mine.record(readings(1))
    const script = `import { openStore } from ${JSON.stringify(join(import.meta.dirname, '../../src/io/open-store.ts'))}\nconst s = await openStore({ home: process.argv[1] }); console.log((await s.counts()).documents); await s.close()`
    const { stdout, stderr } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script, folder.home])
    assert.equal(stdout.trim(), '1', stderr)
    assert.equal((await mine.counts()).documents, 1)
    await mine.close()
    await mine.close()
    assert.ok(!running(join(folder.home, 'pg')))
  })
  test('a server killed under an open store is started again by the next query', async () => {
    const store = await openStore({ home: folder.home })
    process.kill(pidOf(join(folder.home, 'pg')), 'SIGKILL')
    await sleep(300)
    for (let tries = 0; ; tries++) try { await store.counts(); break } catch (error) { if (tries > 3) throw error }
    assert.equal((await store.record(readings(3))).added.length, 2)
    await store.close()
  })
  test('a lock file that names somebody else’s process, as after a restart of the machine, is no obstacle', async () => {
    const path = join(folder.home, 'pg', 'postmaster.pid'), { uid, gid } = statSync(join(folder.home, 'pg'))
    writeFileSync(path, `${process.pid}\n${join(folder.home, 'pg')}\n1\n5432\n/tmp\n\n`)
    chownSync(path, uid, gid)
    const server = await joinServer(folder.home, () => {})
    await server.leave()
  })
  test('half a cluster from a start that was cut off is cleared away', async () => {
    const { home, remove } = dataFolder()
    mkdirSync(join(home, 'pg.new-1'))
    writeFileSync(join(home, 'pg.new-1', 'PG_VERSION'), '18')
    const server = await joinServer(home, () => {})
    await server.leave()
    assert.ok(!existsSync(join(home, 'pg.new-1')))
    remove()
  })
  test('a folder pg that is something else is left alone, and the error says what to do', async () => {
    const { home, remove } = dataFolder()
    mkdirSync(join(home, 'pg'))
    writeFileSync(join(home, 'pg', 'letters.txt'), 'x')
    await assert.rejects(joinServer(home, () => {}), /is there but is no PostgreSQL cluster. Move it away/)
    assert.ok(existsSync(join(home, 'pg', 'letters.txt')))
    remove()
  })
})

describe('the programs', () => {
  test('work from a package whose library links were never made', () => {
    const { home, remove } = dataFolder(), found = findBinaries(join(home, 'lib'))
    assert.ok(found)
    if (found.root !== null) {
      const bare = join(home, 'bare')
      cpSync(found.root, bare, { recursive: true, filter: (path) => !/share\/|\.a$/.test(path) })
      for (const { target } of JSON.parse(readFileSync(join(found.root, 'pg-symlinks.json'), 'utf8')) as { target: string }[]) rmSync(join(home, target.replace(/^native/, 'bare')), { force: true })
      const env = libraryPath(bare, join(home, 'links'))
      assert.ok(Object.values(env)[0]?.startsWith(join(home, 'links')))
      assert.match(spawnSync(join(bare, 'bin', 'initdb'), ['--version'], { encoding: 'utf8', env: { ...process.env, ...env } }).stdout, /PostgreSQL/)
      const copy = copyBinaries({ ...found, root: bare }, join(home, 'copy'))
      assert.match(spawnSync(join(copy.bin, 'initdb'), ['--version'], { encoding: 'utf8' }).stdout, /PostgreSQL/)
    }
    remove()
  })
})

describe('as root', { skip: root ? false : 'only root can show this' }, () => {
  test('permission bits are read as the kernel does', () => {
    const { home, remove } = dataFolder(), nobody = { name: 'nobody', uid: 65534, gid: 65534 }
    mkdirSync(join(home, 'a', 'b'), { recursive: true })
    assert.ok(canEnter(nobody, join(home, 'a', 'b')))
    chmodSync(join(home, 'a'), 0o700)
    assert.ok(!canEnter(nobody, join(home, 'a', 'b')))
    chownSync(join(home, 'a'), nobody.uid, 0)
    assert.ok(canEnter(nobody, join(home, 'a', 'b')))
    remove()
  })
  test('in a folder that no other account can enter, the database goes elsewhere and this is said', async () => {
    const { home, remove } = dataFolder(), said: string[] = []
    chmodSync(home, 0o700)
    const store = await openStore({ home, log: (line) => said.push(line) })
    await store.record(readings(2))
    await store.close()
    const place = /the database is in (\/var\/lib\/helenow\/\w+)\./.exec(said.join('\n'))?.[1]
    assert.ok(place, said.join('\n'))
    const again = await openStore({ home })
    assert.equal((await again.counts()).documents, 2)
    await again.close()
    rmSync(place, { recursive: true })
    remove()
  })
  test('an ordinary user has a server of its own', async () => {
    const { home, remove } = dataFolder()
    chownSync(home, 65534, 65534)
    const script = `import { openStore } from ${JSON.stringify(join(import.meta.dirname, '../../src/io/open-store.ts'))}\nconst s = await openStore({ home: process.argv[1] }); console.log((await s.counts()).documents); await s.close()`
    const { stdout, stderr } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script, home], { uid: 65534, gid: 65534 })
    if (/EACCES|Cannot find/.test(stderr)) assert.ok(!canEnter({ name: 'nobody', uid: 65534, gid: 65534 }, import.meta.dirname), stderr)
    else {
      assert.equal(stdout.trim(), '0', stderr)
      assert.equal(statSync(join(home, 'pg')).uid, 65534)
      const asRoot = await openStore({ home })
      assert.equal((await asRoot.counts()).documents, 0)
      await asRoot.close()
    }
    remove()
  })
})

describe('another user’s folder', { skip: root ? false : 'only root can show this' }, () => {
  test('is refused with its owner named', async () => {
    const { home, remove } = dataFolder()
    mkdirSync(join(home, 'pg'))
    chownSync(join(home, 'pg'), 65533, 65533)
    mkdirSync(join(home, 'run'), { mode: 0o777 })
    chmodSync(join(home, 'run'), 0o777)
    const script = `import { joinServer } from ${JSON.stringify(join(import.meta.dirname, '../../src/io/postgres.ts'))}\nawait joinServer(process.argv[1], () => {}).catch((error) => console.log(error.message))`
    const { stdout, stderr } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script, home], { uid: 65534, gid: 65534 })
    if (!/EACCES|Cannot find/.test(stderr)) assert.match(stdout, /belongs to another user of this machine \(number 65533\)/)
    remove()
  })
})

function run(program: string, args: readonly string[], as: { uid?: number; gid?: number } = {}): Promise<{ stdout: string; stderr: string }> {
  const child = spawn(program, args, { cwd: '/', ...as, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = '', stderr = ''
  child.stdout!.on('data', (chunk) => { stdout += chunk })
  child.stderr!.on('data', (chunk) => { stderr += chunk })
  return new Promise((done, fail) => { child.on('error', fail); child.on('close', () => done({ stdout, stderr })) })
}
