import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { it } from 'node:test'
import { serve } from '../../src/server/serve.ts'
import { sampleViews } from '../helpers/sample-site.ts'

const taken = (): Promise<Server> => new Promise((resolve) => { const server = createServer().listen(0, '127.0.0.1', () => resolve(server)) })

it('takes the next free port when one is in use, and says so', async () => {
  const holder = await taken(), { port } = holder.address() as AddressInfo, lines: string[] = []
  const site = await serve({ ...sampleViews((line) => lines.push(line)), port, host: '127.0.0.1' })
  try {
    assert.match(lines[0] ?? '', new RegExp(`^Port ${port} is in use; serving on \\d+ instead\\.$`))
    assert.equal((await fetch(new URL('/about', site.url))).status, 200)
  } finally { await site.close(); holder.close() }
})

it('says who could not be listened on', async () => {
  await assert.rejects(serve({ ...sampleViews(), port: 0, host: '192.0.2.1' }), /Cannot listen on 192\.0\.2\.1.*--host/)
})

it('closes while a browser keeps its connection open', async () => {
  const site = await serve({ ...sampleViews(), port: 0, host: '127.0.0.1' })
  await (await fetch(site.url)).text()
  const started = Date.now()
  await site.close()
  assert.ok(Date.now() - started < 3000)
  await assert.rejects(fetch(site.url))
})
