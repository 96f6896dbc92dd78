import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { socketFolder } from './dataFolder.ts'

export class FolderInUse extends Error {
  constructor(folder: string) {
    super(
      `Another Tend is already living in ${folder}. Nothing was changed. Use that one, stop it first, or set TEND_DATA to another folder.`,
    )
  }
}

export interface FolderLock {
  /** Who talks to the socket is whoever may open it: the CLI on this machine. */
  answer(listener: RequestListener): void
  path: string
  release(): Promise<void>
}

/** Where the running Tend of a folder listens for the CLI. */
export const lockPath = async (folder: string): Promise<string> =>
  join(await socketFolder(folder), 'tend.sock')

/**
 * Takes the folder for this process: listens on a socket in it. Somebody answers there: FolderInUse. Nobody does: the
 * socket is left over from a killed Tend and is taken over, by one starter at a time.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = await lockPath(folder)
  let listener: RequestListener = (_request, response) => response.writeHead(503).end()
  const server = createServer((request, response) => listener(request, response))
  for (;;) {
    if (await listen(server, path)) break
    if (await somebodyAnswers(path)) throw new FolderInUse(folder)
    await takeOver(path)
  }
  return {
    path,
    answer: (next) => {
      listener = next
    },
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Removes a dead socket. A guard file lets one starter do it; the socket is looked at again under the guard, since another may have come alive. */
async function takeOver(path: string): Promise<void> {
  const guard = `${path}.takeover`
  try {
    await writeFile(guard, String(process.pid), { flag: 'wx' })
  } catch {
    await pause(20 + Math.random() * 30)
    await dropDeadGuard(guard)
    return
  }
  try {
    if (!(await somebodyAnswers(path))) await rm(path, { force: true })
    // Others wait until the new socket stands: they try to listen again only after the guard is gone.
    await pause(20)
  } finally {
    await rm(guard, { force: true })
  }
}

async function dropDeadGuard(guard: string): Promise<void> {
  const [pid, age] = await Promise.all([
    readFile(guard, 'utf8').catch(() => null),
    stat(guard).catch(() => null),
  ])
  if (pid === null || !age || Date.now() - age.mtimeMs < 3000) return
  try {
    process.kill(Number(pid), 0)
  } catch {
    await rm(guard, { force: true })
  }
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', ready)
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    const ready = () => {
      server.off('error', failed)
      resolve(true)
    }
    server.once('error', failed)
    server.once('listening', ready)
    server.listen(path)
  })
}

function somebodyAnswers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
