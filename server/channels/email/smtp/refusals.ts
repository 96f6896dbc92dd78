import { text as say } from '#server/base/text.ts'
import { isTransient } from '#server/database/database.ts'

export interface Refusal extends Error {
  responseCode?: number
}

/** What the other server is told, in a sentence of the catalogue. */
export const refuse = (code: number, key: string): Refusal =>
  Object.assign(new Error(say(`email.smtp.${key}`, {}, 'en')), { responseCode: code })

/** Trouble of ours is never the sender's last word: they keep the letter and come back. */
export function temporary(error: unknown): Refusal {
  const known = error as Refusal & { code?: string }
  if (known.responseCode) return known
  if (known.code === 'ENOSPC' || known.code === 'EDQUOT') return refuse(452, 'noRoom')
  return isTransient(error) ? refuse(452, 'databaseAway') : refuse(451, 'tryAgain')
}
