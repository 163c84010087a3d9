/**
 * Closes the network inside a worker. Loaded before anything else; the permission model of Node keeps files and
 * processes away, but Node 24 has no switch for the network. Where the system allows it the worker also sits in a
 * network namespace of its own (see `workers.ts`); this is the part that holds everywhere.
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import { registerHooks } from 'node:module'
import net from 'node:net'

const closed = new Set(['net', 'tls', 'http', 'https', 'http2', 'dgram', 'dns', 'dns/promises', 'child_process', 'cluster', 'worker_threads', 'inspector', 'inspector/promises', 'repl', 'undici', 'pg'])

const refuse = (what: string) => (): never => {
  throw Object.assign(new Error(`${what} is closed in a reading process`), { code: 'ERR_ACCESS_DENIED' })
}

// fetch, http and tls all end in these two; patching them also stops code that got at the modules another way.
net.Socket.prototype.connect = refuse('the network')
net.Server.prototype.listen = refuse('the network')
for (const method of ['bind', 'connect', 'send'] as const) dgram.Socket.prototype[method] = refuse('the network')
for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of Object.getOwnPropertyNames(resolver))
    if (/^(?:lookup|resolve|reverse)/.test(name)) Object.defineProperty(resolver, name, { value: refuse('the network') })

const loose = process as unknown as Record<string, unknown>
const builtin = process.getBuiltinModule
loose['getBuiltinModule'] = (name: string) => (closed.has(name.replace(/^node:/, '')) ? refuse(name)() : builtin(name))
loose['binding'] = refuse('process.binding')
loose['dlopen'] = refuse('process.dlopen')
for (const name of ['fetch', 'WebSocket', 'EventSource']) Object.defineProperty(globalThis, name, { value: refuse(name) })

registerHooks({
  resolve(specifier, context, next) {
    if (closed.has(specifier.replace(/^node:/, ''))) refuse(specifier)()
    return next(specifier, context)
  },
})
