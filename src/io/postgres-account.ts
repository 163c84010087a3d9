import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Whom the server runs as; undefined where it simply runs as ourselves. */
export interface Account { readonly name: string; readonly uid: number; readonly gid: number }

/**
 * PostgreSQL refuses to run as root. Root lends it an account: the owner of the cluster, if there is one, else
 * `postgres`, else `nobody`; none is created.
 */
export function serverAccount(clusterFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readAccounts()
  const owner = ownerOf(clusterFolder)
  if (owner !== undefined && owner.uid !== 0) return accounts.find((a) => a.uid === owner.uid) ?? { name: String(owner.uid), ...owner }
  const lent = ['postgres', 'nobody'].map((name) => accounts.find((a) => a.name === name)).find((a) => a !== undefined) ?? accounts.find((a) => a.uid !== 0)
  if (!lent) throw new Error('PostgreSQL does not run as root and this machine has no other account. Run Helenow as an ordinary user, or set DATABASE_URL.')
  return lent
}

function ownerOf(path: string): { uid: number; gid: number } | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat && { uid: stat.uid, gid: stat.gid }
}

function readAccounts(): readonly Account[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  return lines.filter((f) => f.length >= 4).map((f) => ({ name: f[0]!, uid: Number(f[2]), gid: Number(f[3]) }))
}

/** May the account enter this folder and all above it? Reads the permission bits as the kernel does. */
export function canEnter(account: Account, folder: string): boolean {
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    const { uid, gid, mode } = statSync(path)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (path === dirname(path)) return true
  }
}
