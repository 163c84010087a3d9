import { gzipSync } from 'node:zlib'

/** One record of a made web archive. `length` may lie. */
export interface Made { readonly url: string; readonly body: string | Uint8Array; readonly type?: string; readonly length?: string; readonly http?: string }

/** A record as text of a WARC file. @example makeRecord({ url: 'https://a.example/', body: '<p>A' }) */
export function makeRecord({ url, body, type = 'response', length, http }: Made): Buffer {
  const block = type === 'response' ? Buffer.concat([Buffer.from(http ?? 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'), Buffer.from(body)]) : Buffer.from(body)
  return Buffer.concat([Buffer.from(`WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2025-01-14T08:00:00Z\r\nContent-Length: ${length ?? block.length}\r\n\r\n`), block, Buffer.from('\r\n\r\n')])
}

/** Records packed one by one, as archives are. */
export const packRecords = (records: readonly Uint8Array[]): Buffer[] => records.map((r) => gzipSync(r))
