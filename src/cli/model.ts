import type { ReadAndDrawn } from '../io/reading-pool.ts'
import { type Call, type Option, UsageError } from './command.ts'

/** The switch of the optional model, for the commands that draw claims. Without it nothing is asked of any endpoint. */
export const modelOption = {
  model: { type: 'boolean', help: 'Let the model of $HELENOW_MODEL_URL and $HELENOW_MODEL (key in $HELENOW_MODEL_KEY) propose claims as well. Sends the sentences of each document to it.' },
} as const satisfies Record<string, Option>

export type SecondReader = (read: ReadAndDrawn) => Promise<ReadAndDrawn>

/** Adds a model's proposals to what was read, where `--model` asks for it; else undefined. */
export async function secondReader(call: Call): Promise<SecondReader | undefined> {
  if (!call.options['model']) return undefined
  const url = call.env['HELENOW_MODEL_URL'], name = call.env['HELENOW_MODEL']
  if (!url || !name) throw new UsageError(`--model needs ${!url ? 'HELENOW_MODEL_URL, the address of an OpenAI-compatible endpoint such as http://127.0.0.1:8080/v1' : 'HELENOW_MODEL, the name of the model at the endpoint'}.`)
  const [{ createModel, ModelSetupError }, { readWithModel }] = await Promise.all([import('../io/model.ts'), import('../io/model-reading.ts')])
  try {
    const model = createModel({ url, name, key: call.env['HELENOW_MODEL_KEY'] ?? null })
    return (read) => readWithModel(read, model)
  } catch (error) {
    throw error instanceof ModelSetupError ? new UsageError(error.message) : error
  }
}
