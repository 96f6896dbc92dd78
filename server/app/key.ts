import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The key for links, tokens and passwords at rest; never in the database. TEND_KEY (base64, 32 bytes), or a file beside the
 * letters, where several processes of one installation find the same.
 */
export async function readKey(place: {
  files: string
  data: string
  env: string | undefined
  mayMake: boolean
}): Promise<Buffer> {
  if (place.env) {
    const key = Buffer.from(place.env, 'base64')
    if (key.length < 32) throw new Error('TEND_KEY is too short: it must be at least 32 bytes in base64.')
    return key
  }
  const file = join(place.files.startsWith('s3://') ? place.data : place.files, 'tend.key')
  const known = await readFile(file).catch(() => null)
  if (known) return known
  if (!place.mayMake)
    throw new Error(
      `The key ${file} is missing, and without it passwords and links of this installation cannot be read. Nothing was changed. Put it back from where you keep your backups.`,
    )
  await writeFile(file, randomBytes(32), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return readFile(file)
}
