import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'

/**
 * For what a test run makes and throws away: in memory where so many gigabytes are free there. Making a database is making a
 * thousand files, and most of what walks wait for are commits.
 */
export async function quickFolder(gigabytes: number): Promise<string> {
  const inMemory = await statfs('/dev/shm').catch(() => null)
  return inMemory && inMemory.bavail * inMemory.bsize > gigabytes * 2 ** 30 ? '/dev/shm' : tmpdir()
}
