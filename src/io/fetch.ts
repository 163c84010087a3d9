import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { Agent, buildConnector, request } from 'undici'
import type { Issue } from '../core/issue.ts'
import { createBudget, size } from '../reading/budget.ts'
import type { Source } from '../reading/format.ts'
import { inflate } from '../reading/inflate.ts'
import { Stop } from '../reading/stop.ts'
import { refusalOf, refusalOfIp, type Allowed } from './address.ts'
import { checkPage } from './page-check.ts'
import { everythingAllowed, nothingAllowed, parseRobots, type Robots } from './robots.ts'

/** What an earlier fetch of the same address said of its version. */
export interface Version { readonly etag: string | null; readonly modified: string | null }

/** How a fetch ended. A page is whole, or it is no page. */
export type Fetched =
  | { readonly state: 'page'; readonly bytes: Uint8Array; readonly source: Source; readonly headers: Readonly<Record<string, string>>; readonly version: Version; readonly issues: readonly Issue[] }
  | { readonly state: 'unchanged'; readonly url: string; readonly retrieved: string }
  | { readonly state: 'refused'; readonly issue: Issue; /** ISO instant before which the server does not want to be asked again. */ readonly retryAfter?: string; /** What the server answered, when it answered. */ readonly status?: number }

export interface FetcherOptions {
  readonly allow?: Allowed
  readonly now?: () => Date
  readonly timeout?: number
  readonly mostBytes?: number
  /** Leaves robots.txt unread, for addresses that a person named. */
  readonly ignoreRobots?: boolean
  /** How names become addresses; the system's way unless given. */
  readonly lookup?: typeof systemLookup
  /** The instant before which a host asked, in an earlier run, not to be asked again. */
  readonly waitFor?: (host: string) => Promise<string | undefined>
}

export interface Fetcher { fetch(address: string, known?: Version): Promise<Fetched>; close(): Promise<void> }

const agentName = 'helenow'
const userAgent = 'helenow/0.1 (public documents; honours robots.txt)'
const mostHops = 5

class Refusal extends Error {
  readonly issue: Issue
  readonly retryAfter: string | undefined
  readonly status: number | undefined
  constructor(code: string, message: string, retryAfter?: string, status?: number) {
    super(message)
    this.issue = { code, level: 'error', message }
    this.retryAfter = retryAfter
    this.status = status
  }
}

/**
 * Fetches public pages and nothing else: each address is checked as written, after look-up, after connecting and at
 * every redirect; no cookies, no credentials. Robots.txt and Retry-After are honoured.
 * @example const fetcher = createFetcher(); const got = await fetcher.fetch('https://example.org/'); await fetcher.close()
 */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const { allow = {}, now = () => new Date(), timeout = 30_000, mostBytes = 20 * 1024 * 1024 } = options
  const agent = guardedAgent(allow, timeout, options.lookup ?? systemLookup)
  const robots = new Map<string, Promise<Robots>>(), notBefore = new Map<string, string>()

  const ask = async (url: URL, headers: Record<string, string>, signal: AbortSignal) => {
    const refusal = refusalOf(url, allow)
    if (refusal) throw new Refusal('address-refused', `${url.href} is not fetched: ${refusal}.`)
    return request(url, { dispatcher: agent, signal, headers: { 'user-agent': userAgent, accept: 'text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.5', 'accept-encoding': 'gzip', ...headers } })
  }

  const robotsOf = (url: URL, signal: AbortSignal): Promise<Robots> => {
    const known = robots.get(url.origin)
    if (known) return known
    const asked = readRobots(url, (u) => ask(u, {}, signal))
    robots.set(url.origin, asked)
    return asked
  }

  async function follow(asked: URL, known: Version | undefined, signal: AbortSignal): Promise<Fetched> {
    let url = asked
    for (let hop = 0; hop <= mostHops; hop++) {
      const refusal = refusalOf(url, allow)
      if (refusal) throw new Refusal('address-refused', `${url.href} is not fetched: ${refusal}.`)
      const wait = notBefore.get(url.host) ?? await options.waitFor?.(url.host)
      if (wait && wait > now().toISOString()) throw new Refusal('retry-later', `${url.host} asked not to be asked again before ${wait}.`, wait)
      if (!options.ignoreRobots && !(await robotsOf(url, signal)).allows(url.pathname + url.search)) throw new Refusal('robots-refused', `${url.href} is not fetched: the robots.txt of ${url.host} asks for that; save the page and read the file.`)
      const conditions = { ...(known?.etag && { 'if-none-match': known.etag }), ...(known?.modified && { 'if-modified-since': known.modified }) }
      const answer = await ask(url, conditions, signal), headers = plainHeaders(answer.headers), retrieved = now().toISOString()
      if (answer.statusCode === 304) { await answer.body.dump(); return { state: 'unchanged', url: url.href, retrieved } }
      if (answer.statusCode >= 300 && answer.statusCode < 400 && headers['location'] !== undefined) {
        await answer.body.dump()
        const next = URL.parse(headers['location'], url.href)
        if (!next) throw new Refusal('bad-redirect', `${url.href} leads to “${headers['location'].slice(0, 100)}”, which is no address.`)
        url = next
        continue
      }
      if (answer.statusCode !== 200) {
        await answer.body.dump()
        throw statusRefusal(url, answer.statusCode, headers, now, notBefore)
      }
      const bytes = await wholeBody(answer.body, headers, url, mostBytes)
      const type = headers['content-type'] ?? null
      return {
        state: 'page', bytes, headers, issues: checkPage(asked, url, bytes),
        source: { label: url.href, url: url.href, retrieved, declaredType: type, declaredCharset: /charset=["']?([\w.:-]{1,40})/i.exec(type ?? '')?.[1] ?? null, published: null },
        version: { etag: headers['etag'] ?? null, modified: headers['last-modified'] ?? null },
      }
    }
    throw new Refusal('too-many-redirects', `${asked.href} leads on more than ${mostHops} times; check the address.`)
  }

  return {
    async fetch(address, known) {
      const url = URL.parse(address)
      if (!url) return { state: 'refused', issue: { code: 'bad-address', level: 'error', message: `“${address}” is no address; give one that begins with https://.` } }
      try {
        return await follow(url, known, AbortSignal.timeout(timeout))
      } catch (error) {
        return refused(error, url, timeout)
      }
    },
    close: () => agent.close(),
  }
}

function refused(error: unknown, url: URL, timeout: number): Fetched {
  if (error instanceof Refusal) return { state: 'refused', issue: error.issue, ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }), ...(error.status !== undefined && { status: error.status }) }
  if (error instanceof Stop) return { state: 'refused', issue: error.issue }
  const { name, code, message } = error as { name: string; code?: string; message: string }
  if (code === 'ERR_ADDRESS_REFUSED') return { state: 'refused', issue: { code: 'address-refused', level: 'error', message: `${url.href} is not fetched: ${message}.` } }
  if (name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT/.test(code ?? '')) return { state: 'refused', issue: { code: 'fetch-timeout', level: 'error', message: `${url.href} did not answer whole within ${timeout / 1000} s; try again later.` } }
  if (code === 'UND_ERR_SOCKET' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' || /terminated|other side closed|aborted/i.test(message)) return { state: 'refused', issue: { code: 'truncated', level: 'error', message: `${url.href} broke off before its end, so nothing of it was kept; try again.` } }
  return { state: 'refused', issue: { code: 'fetch-failed', level: 'error', message: `${url.href} could not be fetched (${code ?? message}); check the address and the connection.` } }
}

/** An agent whose connections go to public addresses only: names are checked when looked up, sockets when connected. */
function guardedAgent(allow: Allowed, timeout: number, lookupName: typeof systemLookup): Agent {
  const fail = (why: string) => Object.assign(new Error(why), { code: 'ERR_ADDRESS_REFUSED' })
  const connector = buildConnector({
    timeout: Math.min(timeout, 10_000),
    lookup(host, lookupOptions, done) {
      lookupName(host, { ...lookupOptions, all: true }, (error, addresses: LookupAddress[]) => {
        if (error) return done(error, [])
        const refusal = addresses.map((a) => refusalOfIp(a.address, allow)).find((r) => r !== undefined)
        if (refusal) return done(fail(`${host}: ${refusal}`), [])
        if (lookupOptions.all) done(null, addresses)
        else done(null, addresses[0]!.address, addresses[0]!.family)
      })
    },
  })
  return new Agent({
    headersTimeout: timeout, bodyTimeout: timeout, maxHeaderSize: 64 * 1024, connections: 4,
    connect(target, done) {
      connector(target, (error, socket) => {
        const refusal = error || !socket ? undefined : refusalOfIp(socket.remoteAddress ?? '', allow)
        if (!refusal) return error || !socket ? done(error ?? fail('no connection'), null) : done(null, socket)
        socket!.destroy()
        done(fail(refusal), null)
      })
    },
  })
}

type Answer = Awaited<ReturnType<typeof request>>

async function readRobots(url: URL, ask: (url: URL) => Promise<Answer>): Promise<Robots> {
  try {
    let at = new URL('/robots.txt', url)
    for (let hop = 0; hop <= mostHops; hop++) {
      const answer = await ask(at), location = plainHeaders(answer.headers)['location']
      if (answer.statusCode >= 300 && answer.statusCode < 400 && location !== undefined) { await answer.body.dump(); at = new URL(location, at); continue }
      if (answer.statusCode === 200) {
        const bytes = await wholeBody(answer.body, plainHeaders(answer.headers), at, 1024 * 1024)
        return parseRobots(new TextDecoder().decode(bytes), agentName)
      }
      await answer.body.dump()
      return answer.statusCode >= 500 ? nothingAllowed : everythingAllowed
    }
    return everythingAllowed
  } catch (error) {
    // A host that cannot be reached is said to be so when its page is asked for; an address refused stays refused.
    if (error instanceof Refusal || (error as { code?: string }).code === 'ERR_ADDRESS_REFUSED') throw error
    return everythingAllowed
  }
}

function statusRefusal(url: URL, status: number, headers: Readonly<Record<string, string>>, now: () => Date, notBefore: Map<string, string>): Refusal {
  const said = headers['retry-after']
  if ((status === 429 || status === 503) && said !== undefined) {
    const at = /^\d{1,7}$/.test(said) ? now().getTime() + Number(said) * 1000 : Date.parse(said)
    if (Number.isFinite(at)) {
      const instant = new Date(at).toISOString()
      notBefore.set(url.host, instant)
      return new Refusal('retry-later', `${url.href} asks not to be asked again before ${instant}.`, instant, status)
    }
  }
  return new Refusal('http-status', `${url.href} answered ${status}${status === 404 || status === 410 ? ' (no such page)' : status === 401 || status === 403 ? ' (not for the public)' : ''}; look for another copy.`, undefined, status)
}

async function wholeBody(body: Answer['body'], headers: Readonly<Record<string, string>>, url: URL, most: number): Promise<Uint8Array> {
  const said = headers['content-length'], parts: Buffer[] = []
  let length = 0
  const tooLarge = () => new Refusal('too-large', `${url.href} is larger than ${size(most)}; save it and read the file.`)
  if (said !== undefined && Number(said) > most) { body.destroy(); throw tooLarge() }
  for await (const part of body as AsyncIterable<Buffer>) {
    parts.push(part)
    length += part.length
    if (length > most) { body.destroy(); throw tooLarge() }
  }
  if (said !== undefined && /^\d+$/.test(said) && Number(said) !== length) throw new Refusal('truncated', `${url.href} broke off after ${length} of ${said} bytes, so nothing of it was kept; try again.`)
  const raw = Buffer.concat(parts), coding = (headers['content-encoding'] ?? 'identity').toLowerCase()
  if (coding === 'identity' || raw.length === 0) return raw
  if (coding !== 'gzip' && coding !== 'x-gzip') throw new Refusal('unknown-coding', `${url.href} came in a coding that was not asked for (${coding}); save the page and read the file.`)
  const limits = { ...createBudget().limits, member: most }
  return inflate(raw, 'gzip', url.href, createBudget(limits))
}

const plainHeaders = (headers: Answer['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined || name === 'set-cookie' ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]])))
