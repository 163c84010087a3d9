import { z } from '@hono/zod-openapi'
import { instructions, promptHash } from '../extraction/model/model-prompt.ts'

/** An OpenAI-compatible endpoint: where it is, which model, how long to wait and how much to take. */
export interface ModelOptions {
  readonly url: string
  readonly name: string
  readonly key?: string | null
  /** Milliseconds for one try, the whole answer included. */
  readonly timeout?: number
  readonly mostBytes?: number
}

/** What came of asking: unchecked claims, or why there are none. */
export type ModelAnswer =
  | { readonly state: 'answered'; readonly claims: readonly unknown[] }
  | { readonly state: 'failed'; readonly why: string }

export interface Model {
  /** Stands in every claim drawn with it: `model NAME, prompt HASH`. */
  readonly method: string
  /** Shows the model one document in numbered sentences. Never throws for what the endpoint does. */
  ask(sentences: string): Promise<ModelAnswer>
}

/** What the environment or an option got wrong about the endpoint. */
export class ModelSetupError extends Error {}

const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })
const answer = z.object({ claims: z.array(z.unknown()) })

/** Why one try brought nothing, and whether a second may. */
class Failure extends Error {
  readonly again: boolean
  readonly status: number
  constructor(message: string, again: boolean, status = 0) { super(message); this.again = again; this.status = status }
}

/**
 * A model behind an OpenAI-compatible endpoint. One document a call, no tools, no memory of other documents; an answer
 * of the wrong shape, a broken one and a server error are asked for once more, a stalled or oversized one is not.
 * @throws ModelSetupError when the address cannot be used
 * @example await createModel({ url: 'http://127.0.0.1:8080/v1', name: 'local' }).ask('[1] Oslo gave €5m.')
 */
export function createModel({ url, name, key = null, timeout = 120_000, mostBytes = 1024 * 1024 }: ModelOptions): Model {
  const endpoint = endpointOf(url, key)
  const once = async (sentences: string, plain: boolean): Promise<readonly unknown[]> => {
    const body = { model: name, temperature: 0, stream: false, ...(plain ? {} : { response_format: { type: 'json_object' } }), messages: [{ role: 'system', content: instructions }, { role: 'user', content: sentences }] }
    const response = await fetch(endpoint, {
      method: 'POST', redirect: 'error', signal: AbortSignal.timeout(timeout), body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', accept: 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    }).catch((cause: Error) => { throw failureOf(cause, timeout) })
    if (!response.ok) { await response.body?.cancel(); throw new Failure(`it answered with status ${response.status}`, response.status >= 500 || response.status === 429 || response.status === 400, response.status) }
    return claimsIn(await textOf(response, mostBytes, timeout))
  }
  return {
    method: `model ${name.replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, 100)}, prompt ${promptHash}`,
    async ask(sentences) {
      let failure = new Failure('', false)
      for (let tries = 0; tries < 2; tries++) {
        // Some servers know no answer format: the second try after a bad request goes without.
        try { return { state: 'answered', claims: await once(sentences, failure.status === 400) } } catch (error) {
          if (!(error instanceof Failure)) throw error
          failure = error
          if (!failure.again) break
        }
      }
      return { state: 'failed', why: failure.message }
    },
  }
}

/** The address of the chat endpoint. A key never travels unencrypted beyond this machine. */
function endpointOf(address: string, key: string | null): string {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) throw new ModelSetupError(`"${address.slice(0, 200)}" is no address of an endpoint; give one such as http://127.0.0.1:8080/v1.`)
  if (url.username || url.password) throw new ModelSetupError('The address of the endpoint holds a name or password: give the key apart, in HELENOW_MODEL_KEY.')
  const local = /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/.test(url.hostname)
  if (key && url.protocol === 'http:' && !local) throw new ModelSetupError(`The key would go to ${url.host} unencrypted: use https, or leave HELENOW_MODEL_KEY empty.`)
  if (!url.pathname.endsWith('/chat/completions')) url.pathname += url.pathname.endsWith('/') ? 'chat/completions' : '/chat/completions'
  return url.href
}

const failureOf = (cause: Error, timeout: number): Failure =>
  cause.name === 'TimeoutError' ? new Failure(`it did not answer within ${timeout / 1000} s`, false) : new Failure(`it could not be asked (${(cause.cause as Error | undefined)?.message || cause.message})`, true)

/** The body, read only as far as the limit. */
async function textOf(response: Response, mostBytes: number, timeout: number): Promise<string> {
  const chunks: Uint8Array[] = [], reader = response.body?.getReader()
  let size = 0
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      size += part.value.length
      if (size > mostBytes) { await reader?.cancel(); throw new Failure(`its answer is larger than ${mostBytes} bytes`, false) }
      chunks.push(part.value)
    }
  } catch (cause) { throw cause instanceof Failure ? cause : failureOf(cause as Error, timeout) }
  return Buffer.concat(chunks).toString('utf8')
}

function claimsIn(body: string): readonly unknown[] {
  const whole = completion.safeParse(json(body, 'its answer is no JSON'))
  if (!whole.success) throw new Failure('its answer is no chat completion', true)
  const claims = answer.safeParse(json(unfenced(whole.data.choices[0]!.message.content), 'it wrote no JSON'))
  if (!claims.success) throw new Failure('it wrote JSON without a list of claims', true)
  return claims.data.claims
}

/** Many models put JSON between fences, whatever they are told. */
function unfenced(content: string): string {
  const text = content.trim()
  return text.startsWith('```') && text.endsWith('```') && text.includes('\n') ? text.slice(text.indexOf('\n'), -3) : text
}

function json(text: string, otherwise: string): unknown {
  try { return JSON.parse(text) } catch { throw new Failure(otherwise, true) }
}
