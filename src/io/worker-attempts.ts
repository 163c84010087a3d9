import net from 'node:net'

/** What a worker could not do when it tried; `doctor` shows it. */
export interface Attempts {
  readonly network: boolean
  readonly fetch: boolean
  readonly lookup: boolean
  readonly readFile: boolean
  readonly writeFile: boolean
  readonly spawn: boolean
  readonly environment: boolean
}

/** Tries what a worker must not be able to do, and says for each whether it was stopped. */
export async function attempts(): Promise<Attempts> {
  return {
    network: await stopped(() => connect()),
    fetch: await stopped(() => fetch('http://127.0.0.1:9/')),
    lookup: await stopped(async () => (await import('node:dns')).promises.lookup('localhost')),
    readFile: await stopped(async () => (await import('node:fs')).readFileSync(process.platform === 'win32' ? 'C:\\Windows\\win.ini' : '/etc/hosts')),
    writeFile: await stopped(async () => (await import('node:fs')).writeFileSync('helenow-attempt', '')),
    spawn: await stopped(async () => (await import('node:child_process')).spawnSync(process.execPath, ['-v'])),
    environment: Object.keys(process.env).length === 0,
  }
}

// Refused means that the worker was stopped before the system was asked: a connection refused by a host is no protection.
const stopped = async (attempt: () => unknown): Promise<boolean> => {
  try {
    await attempt()
    return false
  } catch (error) {
    return ['ERR_ACCESS_DENIED', 'ENETUNREACH'].includes((error as { code?: string }).code ?? '')
  }
}

const connect = () => new Promise((resolve, reject) => {
  const socket = net.connect(9, '127.0.0.1')
  socket.on('connect', resolve).on('error', reject)
})
