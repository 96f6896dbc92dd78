/** Exit codes: 1 broken, 2 a setting is wrong, 3 the data folder is in use, 4 the folder or the port cannot be used, 5 the database. */
export class CannotStart extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

/** Why a port cannot be had, and what to do. */
export function portSentence(error: NodeJS.ErrnoException, setting: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Nothing was changed. Stop that one, or choose another port with ${setting}.`
  if (error.code === 'EACCES')
    return `This user may not use port ${port}. Nothing was changed. Choose a port above 1023 with ${setting}.`
  return `Port ${port} cannot be used (${error.message}). Nothing was changed. Check TEND_HOST and ${setting}.`
}
