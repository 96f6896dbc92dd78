import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { rawMail } from '#cast/mail.ts'
import { customers } from '#cast/people.ts'
import type { House } from '#server/base/context.ts'
import { seal } from '../secrets.ts'
import { testHouse, until } from '../testing.ts'
import { startFetching } from './fetching.ts'
import { usualPace } from './watch.ts'

const binary = '/usr/sbin/dovecot'
/** Debian's package, and root to start it: what the package's own users are for. */
const here = existsSync(binary) && process.getuid?.() === 0
if (!here) process.stdout.write('skipped: no dovecot, or not root\n')

const password = 'a-boiler-in-the-yard'

/** A real mailbox server on a Maildir of its own. */
async function openDovecot() {
  const folder = await mkdtemp(join(tmpdir(), 'tend-dovecot-'))
  await chmod(folder, 0o755)
  const nobody = Number(execFileSync('id', ['-u', 'nobody']))
  const group = Number(execFileSync('id', ['-g', 'nobody']))
  const mail = join(folder, 'mail')
  for (const part of ['', 'new', 'cur', 'tmp']) {
    await mkdir(join(mail, part), { recursive: true })
    await chown(join(mail, part), nobody, group)
  }
  const port = await freePort()
  const settings = join(folder, 'dovecot.conf')
  await writeFile(
    settings,
    `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${mail}
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${nobody} gid=${group} home=${folder}
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`,
  )
  let server: ChildProcess | null = null
  const start = async () => {
    server = spawn(binary, ['-F', '-c', settings], { stdio: 'ignore', detached: true })
    await until(() => listens(port))
  }
  const kill = async () => {
    if (!server) return
    const ended = once(server, 'exit')
    // The master and all it started are one process group.
    process.kill(-server.pid!, 'SIGKILL')
    await ended
    server = null
    await rm(join(folder, 'run'), { recursive: true, force: true })
  }
  await start()
  onTestFinished(async () => {
    await kill()
    await rm(folder, { recursive: true, force: true })
  })
  let count = 0
  return {
    port,
    start,
    kill,
    async put(raw: Buffer) {
      const name = `${Date.now()}.${++count}.tend`
      await writeFile(join(mail, 'tmp', name), raw)
      await chown(join(mail, 'tmp', name), nobody, group)
      await rename(join(mail, 'tmp', name), join(mail, 'new', name))
    },
    flags: async () =>
      (await Promise.all(['new', 'cur'].map((part) => readdir(join(mail, part)))))
        .flat()
        .map((name) => name.split(':2,')[1] ?? ''),
    /** The numbering is lost, with all that remembers it; dovecot makes a new one. */
    async renumber() {
      for (const name of await readdir(mail))
        if (name.startsWith('dovecot')) await rm(join(mail, name), { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const listens = async (port: number): Promise<boolean> => {
  const { connect } = await import('node:net')
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('data', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('data', () => socket.destroy())
  })
}

const letter = (text: string) =>
  rawMail({
    from: customers.maria,
    to: 'hello@brightpipe.example',
    subject: text,
    text,
    date: '2026-11-25T09:00:00Z',
    messageId: `${text.replaceAll(' ', '-')}@mail.example`,
  })

async function subjects(house: House): Promise<string[]> {
  const rows = await house.db.selectFrom('letters').select('rawFile').orderBy('id').execute()
  const raws = await Promise.all(rows.map((row) => house.files.read(row.rawFile)))
  return raws.map((raw) => /^Subject: (.*)$/m.exec(raw.toString())![1]!.trim())
}

test.runIf(here)(
  'dovecot: old letters left alone, new ones taken once each, through kills and a new numbering',
  async () => {
    const dovecot = await openDovecot()
    for (let n = 0; n < 300; n++) await dovecot.put(await letter(`old ${n}`))
    const house = await testHouse()
    await house.db
      .insertInto('mailboxes')
      .values({
        id: 'mbx_0000000000000000000001',
        inboxId: house.inboxId,
        address: house.address,
        imap: JSON.stringify({ host: '127.0.0.1', port: dovecot.port, security: 'none', user: 'hello' }),
        smtp: null,
        secrets: seal(house, { imap: password }),
        oauth: null,
        says: null,
        lastCheckedAt: null,
        lastLetterAt: null,
        removedAt: null,
      })
      .execute()
    const fetching = await startFetching(house, { ...usualPace, pause: 50, slowest: 500 })
    onTestFinished(() => fetching.stop())
    const folders = () => house.db.selectFrom('mailboxFolders').selectAll().execute()
    await until(async () => (await folders()).length > 0, 60_000)

    const expected: string[] = []
    for (let n = 0; n < 40; n++) {
      expected.push(`new ${n}`)
      await dovecot.put(await letter(`new ${n}`))
      if (n % 10 === 9) {
        await dovecot.kill()
        await dovecot.start()
      }
    }
    await until(async () => (await subjects(house)).length >= expected.length, 90_000)
    expect((await subjects(house)).toSorted()).toEqual(expected.toSorted())
    expect((await dovecot.flags()).filter((flags) => flags.includes('S'))).toEqual([])

    await dovecot.kill()
    await dovecot.renumber()
    await dovecot.start()
    await dovecot.put(await letter('after all'))
    await until(async () => (await subjects(house)).includes('after all'), 90_000)
    const after = (await subjects(house)).filter((subject) => subject.startsWith('old'))
    expect(after).toEqual([])
  },
  240_000,
)
