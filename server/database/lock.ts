import { chmod, rm } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { connect } from 'node:net'
import { join, resolve } from 'node:path'
import { makeSocketHome, socketHome } from './dataFolder.ts'
import { alone } from './takeTurns.ts'

export class FolderInUse extends Error {
  constructor(folder: string) {
    super(
      `Another Tend is already living in ${folder}. Nothing was changed. Use that one, stop it first, or set TEND_DATA to another folder.`,
    )
  }
}

export interface FolderLock {
  /** Who talks to the socket is whoever may open it: this account, and root. The CLI does. */
  answer(listener: RequestListener): void
  path: string
  release(): Promise<void>
}

/** Where the running Tend of a folder listens for the CLI. */
export async function lockPath(folder: string): Promise<string> {
  if (process.platform === 'win32')
    return `\\\\.\\pipe\\tend-${resolve(folder)
      .toLowerCase()
      .replaceAll(/[\\/:]/g, '-')}`
  return join(socketHome(folder), 'tend.sock')
}

/**
 * Takes the folder for this process: listens on a socket in it. Somebody answers there: FolderInUse, at once. Nobody does: the
 * socket is left over from a killed Tend and is taken over. Starters look and take one at a time, or one that has bound its
 * socket but does not listen yet would look dead to the next.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = await lockPath(folder)
  if (await somebodyAnswers(path)) throw new FolderInUse(folder)
  const home = await makeSocketHome(folder)
  let listener: RequestListener = (_request, response) => response.writeHead(503).end()
  const server = createServer((request, response) => listener(request, response))
  await alone(home, async () => {
    if (await somebodyAnswers(path)) throw new FolderInUse(folder)
    if (process.platform !== 'win32') await rm(path, { force: true })
    await listen(server, path, folder)
  })
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

async function listen(server: Server, path: string, folder: string): Promise<void> {
  // From its first moment only this account may open it.
  const before = process.umask(0o077)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'EADDRINUSE' ? new FolderInUse(folder) : error),
      )
      server.listen(path, resolve)
      process.umask(before)
    })
  } finally {
    process.umask(before)
  }
  if (process.platform !== 'win32') await chmod(path, 0o600)
}

/** Only a refusal means that nobody lives there; a busy one answers late, but does. */
function somebodyAnswers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    const settle = (lives: boolean) => {
      socket.destroy()
      resolve(lives)
    }
    socket.once('connect', () => settle(true))
    socket.once('error', (error: NodeJS.ErrnoException) =>
      settle(!['ENOENT', 'ECONNREFUSED', 'ENOTSOCK'].includes(error.code ?? '')),
    )
  })
}
