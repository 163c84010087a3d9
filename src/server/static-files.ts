import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { sha256 } from '../core/hash.ts'
import type { Assets } from '../web/layout.ts'

interface StaticFile { readonly body: string; readonly type: string; readonly tag: string }

/** The style sheet, the script and the icon, read once, with addresses that change when the content does. */
export interface StaticFiles { readonly assets: Assets; readonly get: (name: string) => StaticFile | undefined }

const folder = new URL('../web/', import.meta.url)

export async function loadStaticFiles(): Promise<StaticFiles> {
  const file = (body: string, type: string): StaticFile => ({ body, type, tag: sha256(body).slice(0, 16) })
  const files = new Map([
    ['styles.css', file(await readFile(new URL('styles.css', folder), 'utf8'), 'text/css; charset=utf-8')],
    ['keys.js', file(await script('keys'), 'text/javascript; charset=utf-8')],
    ['icon.svg', file(await readFile(new URL('icon.svg', folder), 'utf8'), 'image/svg+xml')],
  ])
  const address = (name: string) => `/assets/${name}?v=${files.get(name)!.tag}`
  return { assets: { styles: address('styles.css'), script: address('keys.js') }, get: (name) => files.get(name) }
}

/** A checkout holds the TypeScript, the published package the script with its types taken away. */
async function script(name: string): Promise<string> {
  const source = new URL(`${name}.ts`, folder)
  if (!existsSync(source)) return readFile(new URL(`${name}.js`, folder), 'utf8')
  return stripTypeScriptTypes(await readFile(source, 'utf8'))
}
