import { isAscii } from 'node:buffer'
import type { House } from '#server/base/context.ts'

/** Where the frozen bytes of a letter are: in its row, or in a file of that name. */
export interface LetterBytes {
  letter: string | null
  bytesFile: string | null
}

/** Larger ones, which hold files, are files themselves. */
const atMostInRow = 64 * 1024

/** Keeps the bytes of a letter: once its row is committed, they will be there. */
export async function keepLetter({ files }: Pick<House, 'files'>, bytes: Buffer): Promise<LetterBytes> {
  // What `render` makes is ASCII, as mail is; a row could not hold just any bytes.
  if (bytes.length <= atMostInRow && isAscii(bytes) && !bytes.includes(0))
    return { letter: bytes.toString('latin1'), bytesFile: null }
  return { letter: null, bytesFile: await files.keep(bytes) }
}
