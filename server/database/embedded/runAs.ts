import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync } from 'node:fs'
import { isRoot } from '../dataFolder.ts'

/** How PostgreSQL's programs are run, because they refuse to run as root. */
export interface RunAs {
  kind: 'self' | 'user' | 'namespace'
  command(program: string, args: string[]): { file: string; args: string[]; uid?: number; gid?: number }
  /** Gives a file or folder to whoever PostgreSQL runs as. */
  give(path: string): void
}

const self: RunAs = { kind: 'self', command: (file, args) => ({ file, args }), give: () => {} }

/** Not root: directly. Root: as `tend` or `nobody` where that user reaches the folder, else in a user namespace without an account. */
export function runAs(folder: string): RunAs {
  if (!isRoot()) return self
  const account = accountOf('tend') ?? accountOf('nobody')
  if (account && reaches(account, folder))
    return {
      kind: 'user',
      command: (file, args) => ({ file, args, uid: account.uid, gid: account.gid }),
      give: (path) => chownSync(path, account.uid, account.gid),
    }
  const wrap = (file: string, args: string[]) => ({
    file: 'unshare',
    args: ['--user', '--map-user=1', '--map-group=1', file, ...args],
  })
  const { file, args } = wrap('true', [])
  if (spawnSync(file, args).status === 0) return { kind: 'namespace', command: wrap, give: () => {} }
  throw new Error(
    `Tend runs as root, and PostgreSQL refuses to. The user "nobody" cannot reach ${folder}, and this machine does not allow user namespaces. Start Tend as another user, or set TEND_DATA to a folder outside /root, such as /var/lib/tend.`,
  )
}

function accountOf(name: string): { uid: number; gid: number } | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

const reaches = (account: { uid: number; gid: number }, folder: string): boolean =>
  spawnSync('test', ['-x', folder], { uid: account.uid, gid: account.gid }).status === 0
