import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../until.ts'

export const password = 'a-boiler-in-the-yard'

export interface Dovecot {
  port: number
  /** A letter is delivered into the Maildir, as a mail server does it. */
  put(raw: Buffer): Promise<void>
  /** With all it started, as a machine dies. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Flags of every letter. */
  flags(): Promise<string[]>
  gone(): Promise<void>
}

/** A real mailbox server on a Maildir of its own; started. */
export async function openDovecot(): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'tend-dovecot-'))
  await chmod(folder, 0o755)
  const [user, group] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, 'nobody']))) as [
    number,
    number,
  ]
  const mail = join(folder, 'mail')
  for (const part of ['', 'new', 'cur', 'tmp']) {
    await mkdir(join(mail, part), { recursive: true })
    await chown(join(mail, part), user, group)
  }
  const port = await freePort()
  const settings = join(folder, 'dovecot.conf')
  await writeFile(settings, settingsFor({ folder, mail, user, group, port }))
  let server: ChildProcess | null = null
  let count = 0
  const dovecot: Dovecot = {
    port,
    async start() {
      server = spawn('/usr/sbin/dovecot', ['-F', '-c', settings], { stdio: 'ignore', detached: true })
      await until('dovecot listens', () => listens(port))
    },
    async kill() {
      if (!server) return
      const ended = once(server, 'exit')
      // The master and all it started are one process group.
      process.kill(-server.pid!, 'SIGKILL')
      await ended
      server = null
      await rm(join(folder, 'run'), { recursive: true, force: true })
    },
    async put(raw) {
      const name = `${Date.now()}.${++count}.tend`
      await writeFile(join(mail, 'tmp', name), raw)
      await chown(join(mail, 'tmp', name), user, group)
      await rename(join(mail, 'tmp', name), join(mail, 'new', name))
    },
    async flags() {
      const names = await Promise.all(['new', 'cur'].map((part) => readdir(join(mail, part))))
      return names.flat().map((name) => name.split(':2,')[1] ?? '')
    },
    async gone() {
      await dovecot.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
  await dovecot.start()
  return dovecot
}

const settingsFor = (of: { folder: string; mail: string; user: number; group: number; port: number }) => `
base_dir = ${of.folder}/run
state_dir = ${of.folder}/state
log_path = ${of.folder}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${of.mail}
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${of.user} gid=${of.group} home=${of.folder}
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${of.port}
  }
  inet_listener imaps {
    port = 0
  }
}
`

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const settle = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('data', () => settle(true))
    socket.once('error', () => settle(false))
  })
