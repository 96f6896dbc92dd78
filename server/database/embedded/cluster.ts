import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { FolderProblem } from '../dataFolder.ts'
import type { RunAs } from './runAs.ts'

const run = promisify(execFile)
export const exe = process.platform === 'win32' ? '.exe' : ''
export const quietEnv = { PATH: process.env.PATH, LC_ALL: 'C' }

/** Major version of the programs in `bin`. */
export async function majorOf(as: RunAs, bin: string): Promise<number> {
  const { file, args, ...who } = as.command(join(bin, `postgres${exe}`), ['--version'])
  const { stdout } = await run(file, args, { ...who, cwd: '/', env: quietEnv }).catch((error) => {
    throw new Error(
      `The PostgreSQL in ${bin} does not run on this machine (${(error as { stderr?: string }).stderr?.trim() || (error as Error).message}). Set TEND_POSTGRES_BIN to the programs of an installed PostgreSQL 15 or newer, or DATABASE_URL to a server.`,
    )
  })
  return Number(/(\d+)/.exec(stdout)?.[1])
}

/** Makes the database files where there are none yet, whole or not at all: a start that is killed in between begins again. */
export async function makeCluster(given: {
  as: RunAs
  bin: string
  major: number
  folder: string
  password: string
  unsafe: boolean
  log(message: string): void
}): Promise<void> {
  const { as, folder, major } = given
  const data = join(folder, 'postgres')
  const found = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => null)
  if (found !== null) {
    if (Number(found) === major) return
    throw new FolderProblem(
      `The database in ${folder} was made by PostgreSQL ${found.trim()}, and this would be PostgreSQL ${major}. Nothing was changed. Start the Tend that made it, run "tend backup", and restore that backup into a new folder with this one.`,
    )
  }
  given.log('Making the database (the first time only)')
  const partial = join(folder, 'postgres.partial')
  const passwordFile = join(folder, 'postgres.initial')
  await rm(partial, { recursive: true, force: true })
  await rm(passwordFile, { force: true })
  await writeFile(passwordFile, given.password, { mode: 0o600, flag: 'wx' })
  as.give(passwordFile)
  // initdb makes its folder itself, but may not do so in ours: it is given an empty one.
  await mkdir(partial, { mode: 0o700 })
  as.give(partial)
  const { file, args, ...who } = as.command(join(given.bin, `initdb${exe}`), [
    ...['-D', partial, '-U', 'postgres', `--pwfile=${passwordFile}`],
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--data-checksums',
    '--no-instructions',
    '--locale=C',
    // PostgreSQL before 17 has no builtin provider; there plain C sorts the same way.
    ...(major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
    ...(given.unsafe ? ['--no-sync'] : []),
  ])
  try {
    await run(file, args, { ...who, cwd: '/', env: quietEnv })
    await rm(data, { recursive: true, force: true })
    await rename(partial, data)
    await syncFolder(folder)
  } catch (error) {
    throw new Error(
      `The database could not be made in ${data}: ${(error as { stderr?: string }).stderr?.trim() || (error as Error).message}`,
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/** The password of both roles, in a 0600 file beside the data. `isNew` where there was none. */
export async function passwordOf(folder: string): Promise<{ password: string; isNew: boolean }> {
  const file = join(folder, 'postgres.password')
  const known = (await readFile(file, 'utf8').catch(() => '')).trim()
  if (known) return { password: known, isNew: false }
  const password = randomBytes(24).toString('base64url')
  const partial = `${file}.partial`
  await rm(partial, { force: true })
  const handle = await open(partial, 'wx', 0o600)
  await handle.writeFile(password)
  await handle.sync()
  await handle.close()
  await rename(partial, file)
  await syncFolder(folder)
  return { password, isNew: true }
}

/** A data folder that lost its password file gets a new password: whoever may write there may do anything with it anyway. */
export async function resetPassword(as: RunAs, bin: string, folder: string, password: string): Promise<void> {
  const data = join(folder, 'postgres')
  if (!(await isThere(join(data, 'PG_VERSION')))) return
  const { file, args, ...who } = as.command(join(bin, `postgres${exe}`), ['--single', '-D', data, 'postgres'])
  const running = run(file, args, { ...who, cwd: '/', env: quietEnv })
  const roles = ['postgres', 'tend']
  running.child.stdin?.end(
    roles.map((role) => `alter role ${role} password ${pg.escapeLiteral(password)}\n`).join(''),
  )
  await running
}

/** The app's role, without superuser rights, and its database; either may be missing after a start that was killed. */
export async function ensureDatabase(admin: pg.PoolConfig, password: string): Promise<void> {
  const client = new pg.Client(admin)
  client.on('error', () => {})
  await client.connect()
  const lacks = async (question: string) => (await client.query(question)).rowCount === 0
  try {
    if (await lacks(`select 1 from pg_roles where rolname = 'tend'`))
      await client.query(`create role tend login createdb password ${pg.escapeLiteral(password)}`)
    if (await lacks(`select 1 from pg_database where datname = 'tend'`))
      await client.query('create database tend owner tend')
  } finally {
    await client.end()
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
