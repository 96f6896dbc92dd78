import { execFileSync, spawnSync } from 'node:child_process'
import { lchownSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { FolderProblem, isRoot } from '../dataFolder.ts'

/** A program as it is to be spawned. */
export interface Command {
  file: string
  args: string[]
  uid?: number
  gid?: number
}

/** How PostgreSQL's programs are run, because they refuse to run as root. */
export interface RunAs {
  kind: 'self' | 'user' | 'namespace'
  command(program: string, args: string[]): Command
  /** Gives a file, or a folder with all that is in it, to whoever PostgreSQL runs as. */
  give(path: string): void
  /** Whether PostgreSQL's programs could be run from this folder. */
  reaches(folder: string): boolean
}

/** Not root: directly. Root: as `tend` or `nobody` where that account reaches the folder, else in a user namespace without an account. */
export function runAs(folder: string): RunAs {
  if (!isRoot()) return { kind: 'self', command: plain, give: () => {}, reaches: () => true }
  const account = accountOf('tend') ?? accountOf('nobody')
  if (account && reaches(account, folder))
    return {
      kind: 'user',
      command: (program, args) => ({ ...plain(program, args), ...account }),
      give: (path) => giveTo(path, account),
      reaches: (path) => reaches(account, path),
    }
  if (spawnSync('unshare', [...namespace, 'true']).status === 0)
    return {
      kind: 'namespace',
      command: (program, args) => ({ file: 'unshare', args: [...namespace, program, ...args] }),
      give: (path) => giveTo(path, { uid: 0, gid: 0 }),
      reaches: () => true,
    }
  throw new FolderProblem(
    `Tend runs as root, and PostgreSQL refuses to. The account "nobody" cannot reach ${folder}, and this machine does not allow user namespaces. Nothing was changed. Start Tend as another user, or set TEND_DATA to a folder outside /root, such as /var/lib/tend.`,
  )
}

const namespace = ['--user', '--map-user=1', '--map-group=1']

const plain = (file: string, args: string[]): Command => ({ file, args })

let dies: boolean | undefined

/** Makes a program end (by SIGINT) when we do, however we end; only Linux can. Elsewhere the next start ends what was left. */
export function dyingWithUs(command: (program: string, args: string[]) => Command) {
  dies ??= process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', 'true']).status === 0
  return dies
    ? (program: string, args: string[]) => command('setpriv', ['--pdeathsig', 'INT', program, ...args])
    : command
}

interface Account {
  uid: number
  gid: number
}

function accountOf(name: string): Account | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

const reaches = (account: Account, folder: string): boolean =>
  spawnSync('test', ['-x', folder], account).status === 0

/** Only looks deeper where the top has changed hands: root before, an account now, or a folder that was moved. */
function giveTo(path: string, account: Account): void {
  const found = lstatSync(path)
  if (found.uid === account.uid && found.gid === account.gid) return
  if (found.isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), account)
  lchownSync(path, account.uid, account.gid)
}
