import { constants, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

type Release = () => Promise<void>

/**
 * Runs `work` while no other process on this machine does so for the same folder. The system itself lets go when a process
 * is killed, so there is nothing stale to judge. Rejects when the turn does not come within 20 seconds.
 */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const giveUp = performance.now() + 20_000
  let release = await takeTurn(folder)
  while (!release) {
    if (performance.now() > giveUp)
      throw new Error(
        `Another process keeps ${folder} busy without taking it. Nothing was changed. Try again.`,
      )
    await pause(2 + Math.random() * 10)
    release = await takeTurn(folder)
  }
  try {
    return await work()
  } finally {
    await release()
  }
}

const takeTurn = (folder: string): Promise<Release | null> => {
  if (process.platform === 'linux') return listenAbstractly(folder)
  // A named pipe is never left over on Windows: whoever listens first has it.
  if (process.platform === 'win32') return Promise.resolve(async () => {})
  return openExclusively(folder)
}

/** Linux: a socket with a name but no file. The folder's own number names it, by whatever path it was reached. */
function listenAbstractly(folder: string): Promise<Release | null> {
  const { dev, ino } = statSync(folder)
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(`\0tend-turn-${dev}-${ino}`, () =>
      resolve(() => new Promise((closed) => server.close(() => closed()))),
    )
  })
}

/** macOS and the BSDs: a file that opens for one at a time. */
async function openExclusively(folder: string): Promise<Release | null> {
  const exclusive = 0x20
  try {
    const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | exclusive
    const file = await open(join(folder, 'turn'), flags, 0o600)
    return () => file.close()
  } catch (error) {
    if (['EAGAIN', 'EWOULDBLOCK'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}
