import { createAdaptorServer } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import type { Views } from './views.ts'

export interface ServeOptions extends Views { readonly port: number; readonly host: string }

const portsTried = 50, patience = 3000

/**
 * Serves the web app until it is closed. When the port is in use the next free one is taken and said aloud.
 * @example const { url, close } = await serve({ store, port: 4747, host: '127.0.0.1', briefOf, log: console.error })
 */
export async function serve({ port, host, ...views }: ServeOptions): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const app = await createApp(views)
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  const taken = await listen(server, port, host)
  if (port !== 0 && taken !== port) views.log(`Port ${port} is in use; serving on ${taken} instead.`)
  server.on('error', (error) => views.log(`The server failed: ${error.message}`))
  return { url: `http://${printed(host)}:${taken}/`, close: () => close(server) }
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  for (let tried = port; tried < port + portsTried && tried <= 65535; tried++) {
    const outcome = await listenOn(server, tried, host)
    if (typeof outcome === 'number') return outcome
    if (outcome.code !== 'EADDRINUSE' && !(outcome.code === 'EACCES' && tried < 1024)) throw new Error(`Cannot listen on ${host}, port ${tried}: ${outcome.message}. Choose another with --host and --port.`, { cause: outcome })
  }
  throw new Error(`Ports ${port} to ${Math.min(65535, port + portsTried - 1)} on ${host} cannot be used. Choose another with --port.`)
}

const listenOn = (server: Server, port: number, host: string): Promise<number | NodeJS.ErrnoException> => new Promise((resolve) => {
  const failed = (error: NodeJS.ErrnoException) => { server.off('listening', listening); resolve(error) }
  const listening = () => { server.off('error', failed); resolve((server.address() as AddressInfo).port) }
  server.once('error', failed).once('listening', listening).listen(port, host)
})

/** An address that listens everywhere is reached by the name of this machine. */
const printed = (host: string) => (host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host)

/** Answers that are under way are finished; connections that stay open longer are cut. */
const close = (server: Server): Promise<void> => new Promise((resolve) => {
  const cut = setTimeout(() => server.closeAllConnections(), patience)
  server.close(() => { clearTimeout(cut); resolve() })
  server.closeIdleConnections()
})
