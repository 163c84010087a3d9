import type { Store } from '../io/store.ts'
import { referenceDesk } from '../io/reference-desk.ts'
import { briefOf } from '../pipeline.ts'
import { type Call, type Option, UsageError } from './command.ts'
import { storeOptions } from './store.ts'

/** Options of the commands that serve the web app. */
export const serveOptions = {
  port: { type: 'string', value: 'PORT', help: 'Port to listen on; the next free one is taken when it is in use. 4747 when left out.' },
  host: { type: 'string', value: 'HOST', help: 'Address to listen on; 127.0.0.1 when left out, so that only this machine sees it.' },
  ...storeOptions,
} as const satisfies Record<string, Option>

/** Serves until Ctrl-C or a kill, then closes the server. */
export async function serveUntilEnded(call: Call, store: Store): Promise<void> {
  const port = Number((call.options['port'] as string | undefined) ?? 4747)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new UsageError(`--port takes a number from 0 to 65535, not "${String(call.options['port'])}".`)
  const ended = new Promise<void>((resolve) => { for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve()) })
  const { serve } = await import('../server/serve.ts')
  const host = (call.options['host'] as string | undefined) ?? '127.0.0.1', own = call.env['HELENOW_REFERENCE']
  const reference = { desk: referenceDesk(own ?? null), writable: /^(?:127\.|::1$|localhost$)/.test(host) }
  const server = await serve({ store, port, host, reference, briefOf: (id, asOf) => briefOf(store, id, asOf), log: call.err })
  call.out(`The web app is at ${server.url}  (Ctrl-C ends it)`)
  await ended
  call.err('Stopping …')
  await server.close()
}
