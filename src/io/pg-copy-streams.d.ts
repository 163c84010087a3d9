declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream'
  import type { Submittable } from 'pg'
  /** A query whose answer is a stream to write COPY's text format to. */
  export function from(sql: string): Writable & Submittable
}
