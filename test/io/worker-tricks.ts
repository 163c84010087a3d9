// A module for the tests of the pool: each job is a trick that a worker must survive, or must not be able to do.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

type Trick = (value: unknown) => unknown
const tricks: Readonly<Record<string, Trick>> = {
  echo: (value) => value,
  spin: () => { for (;;); },
  sleep: () => new Promise((resolve) => setTimeout(resolve, 60_000)),
  hoard: () => { const kept: Buffer[] = []; for (;;) kept.push(Buffer.alloc(8_000_000, 1)) },
  heap: () => { const kept: unknown[] = []; for (;;) kept.push({ text: 'x'.repeat(10) + kept.length }) },
  babble: () => 'x'.repeat(5_000_000),
  die: () => process.exit(3),
  abort: () => process.abort(),
  throw: () => { throw new Error('a plain mistake') },
  environment: () => ({ ...process.env }),
  connect: async () => (await import('node:net')).connect(9, '127.0.0.1'),
  fetch: () => fetch('http://127.0.0.1:9/'),
  http: async () => (await import('node:http')).get('http://127.0.0.1:9/'),
  requireNet: () => createRequire(import.meta.url)('net'),
  builtin: () => process.getBuiltinModule('net').connect(9, '127.0.0.1'),
  lookup: async () => (await import('node:dns')).promises.lookup('localhost'),
  undici: async () => import('undici'),
  read: () => readFileSync('/etc/hosts', 'utf8'),
  list: () => readdirSync('/'),
  store: () => readdirSync(new URL('../../var', import.meta.url)),
  write: (folder) => writeFileSync(join(typeof folder === 'string' ? folder : '', 'helenow-trick'), ''),
  spawn: async () => (await import('node:child_process')).spawnSync('true'),
  worker: async () => new (await import('node:worker_threads')).Worker('1', { eval: true }),
  evaluate: () => new Function('return 1')(),
}

export default ({ trick, value }: { trick: string; value?: unknown }): unknown => tricks[trick]!(value)
