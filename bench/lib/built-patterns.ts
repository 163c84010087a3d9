/** The regular expressions that the source builds while it reads and draws claims: those that no scan of literals sees. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A pattern with the file of src/ that built it. */
export interface BuiltPattern { readonly source: string; readonly flags: string; readonly file: string }

/**
 * Reads, draws and resolves the documents of test/cases, which are in six languages, and keeps every pattern that a file of src/ builds
 * on the way. The modules are loaded after `RegExp` is watched, so that none of them may be imported before.
 */
export async function builtPatterns(): Promise<readonly BuiltPattern[]> {
  const built = new Map<string, BuiltPattern>(), original = globalThis.RegExp
  globalThis.RegExp = new Proxy(original, {
    construct(target, given: [string | RegExp, string?], self) {
      const made = Reflect.construct(target, given, self) as RegExp, file = builder()
      if (file) built.set(String(made), { source: made.source, flags: made.flags, file })
      return made
    },
  })
  try { await drawCases() } finally { globalThis.RegExp = original }
  return [...built.values()]
}

/** The file of src/ that called `new RegExp`: two frames above this function. */
const builder = () => /\/src\/(\S+?\.ts):/.exec(new Error().stack?.split('\n')[3] ?? '')?.[1]

async function drawCases(): Promise<void> {
  const { extract, readBytes, sourceOf, resolve, buildLexicon, loadReference } = await import('../../src/index.ts')
  const cases = join(import.meta.dirname, '../../test/cases'), reference = loadReference(), lexicon = buildLexicon(reference)
  for (const name of readdirSync(cases)) for (const file of readdirSync(join(cases, name)).filter((f) => f.startsWith('input.'))) {
    for (const { outcome } of await readBytes(readFileSync(join(cases, name, file)), sourceOf(file))) {
      if (outcome.state === 'accepted' || outcome.state === 'warned') resolve(extract(outcome.value, lexicon).claims, { document: outcome.value, reference })
    }
  }
}
