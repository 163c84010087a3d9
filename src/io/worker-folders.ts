import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Nearest folder upwards that holds a package.json. */
function packageRoot(folder: string): string {
  const up = dirname(folder)
  return existsSync(join(folder, 'package.json')) || up === folder ? folder : packageRoot(up)
}

/**
 * The folders a worker may read: the code and data of the package, and the packages it imports. Never the root of
 * the package, since `var/` with the store may lie there.
 * @example readableFolders(['/opt/helenow/src/io']) // ['/opt/helenow/src/', '/opt/helenow/data/', …]
 */
export function readableFolders(from: readonly string[]): readonly string[] {
  const folders = new Set<string>()
  for (const folder of from) {
    const root = packageRoot(realpathSync(folder))
    for (const name of ['src', 'dist', 'data', 'package.json']) folders.add(join(root, name))
    for (let at = root; ; at = dirname(at)) {
      const modules = join(at, 'node_modules')
      folders.add(modules)
      // Where the folder is a link, files are opened by their real path.
      if (existsSync(modules)) folders.add(realpathSync(modules))
      if (dirname(at) === at) break
    }
    folders.add(realpathSync(folder))
  }
  return [...folders].filter((folder) => existsSync(folder)).map((folder) => (folder.endsWith('.json') ? folder : join(folder, '/')))
}
