import ipaddr from 'ipaddr.js'

/** What a guard allows beyond the public network; only tests set it. */
export interface Allowed { readonly loopback?: boolean }

const localNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|onion)$/

/**
 * Why an address must not be fetched, or undefined when it may. Looks at the address after parsing, where `127.1`,
 * octal, hex and full-width forms have all become `127.0.0.1`.
 * @example refusalOf(new URL('http://0x7f.1/')) // 'it points into a private or reserved network (127.0.0.1, loopback)'
 */
export function refusalOf(url: URL, allowed: Allowed = {}): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `only http and https are fetched, not ${url.protocol}`
  if (url.username !== '' || url.password !== '') return 'it carries a user name or password'
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '').toLowerCase()
  const loopback = allowed.loopback === true && (host === 'localhost' || isLoopback(host))
  if (!loopback && url.port !== '' && url.port !== '80' && url.port !== '443') return `port ${url.port} is not fetched; only 80 and 443 are`
  if (loopback) return undefined
  if (host === '' || localNames.test(host) || (!host.includes('.') && !host.includes(':'))) return `${host || 'an empty name'} is a name of a local network`
  return ipaddr.isValid(host) ? refusalOfIp(host, allowed) : undefined
}

/** Why no connection goes to an IP address, or undefined: only public unicast ones are allowed. @example refusalOfIp('10.0.0.1') */
export function refusalOfIp(ip: string, allowed: Allowed = {}): string | undefined {
  if (!ipaddr.isValid(ip)) return `${ip} is no address`
  const range = ipaddr.process(ip).range()
  if (range === 'unicast' || (range === 'loopback' && allowed.loopback === true)) return undefined
  return `it points into a private or reserved network (${ip}, ${range})`
}

const isLoopback = (ip: string): boolean => ipaddr.isValid(ip) && ipaddr.process(ip).range() === 'loopback'
