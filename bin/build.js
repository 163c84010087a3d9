// Makes dist/ for the published package: the types are stripped and imports point at .js; nothing else changes.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url))), from = join(root, 'src'), to = join(root, 'dist')
rmSync(to, { recursive: true, force: true })
for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const path = join(entry.parentPath, entry.name), target = join(to, path.slice(from.length))
  mkdirSync(dirname(target), { recursive: true })
  if (entry.name.endsWith('.d.ts')) continue
  if (!entry.name.endsWith('.ts')) { cpSync(path, target); continue }
  const script = stripTypeScriptTypes(readFileSync(path, 'utf8')).replace(/((?:from|import)\s*\(?\s*['"])(\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1$2.js$3')
  writeFileSync(target.replace(/\.ts$/, '.js'), script)
}
