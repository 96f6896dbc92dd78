import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openStream, Refused } from './server.ts'

/** Writes everything into one zip. Half of one never has its name. */
export async function exportTo(name: string): Promise<{ file: string; bytes: number }> {
  const file = resolve(name)
  const partial = `${file}.partial`
  const response = await openStream('GET', '/export')
  try {
    await pipeline(response, createWriteStream(partial, { mode: 0o600 }))
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ECONNRESET')
      throw new Refused(
        'The server broke off in the middle, so no export was kept. Its log says why; please try again.',
      )
    throw new Refused(`${file} could not be written (${message}). No export was kept.`)
  }
  return { file, bytes: (await stat(file)).size }
}
