import type { SMTPServerSession } from 'smtp-server'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { addressBucket, countTry } from '#server/base/rates.ts'
import { refuse, temporary } from './refusals.ts'

/** What one other machine may do in a minute. Mail servers named in TEND_SMTP_TRUSTED, and this machine itself, are not counted. */
export interface Limits {
  connections: number
  letters: number
  /** By one sender on one machine: one that runs wild must not use up what belongs to all who write from there. */
  lettersOfOneSender: number
  countsThisMachine: boolean
}

export const usualLimits: Limits = {
  connections: 200,
  letters: 300,
  lettersOfOneSender: 60,
  countsThisMachine: false,
}

export const peerOf = (session: SMTPServerSession): string => session.remoteAddress.replace(/^::ffff:/, '')

export const isTrusted = (house: House, session: SMTPServerSession): boolean =>
  house.config.smtpTrusted.includes(peerOf(session))

const isFree = (house: House, session: SMTPServerSession, limits: Limits) =>
  isTrusted(house, session) || (!limits.countsThisMachine && /^(127\.|::1$)/.test(peerOf(session)))

/** Throws a refusal for now when this machine connects too often. */
export async function countConnection(
  house: House,
  session: SMTPServerSession,
  limits: Limits,
): Promise<void> {
  if (isFree(house, session, limits)) return
  await count(house, `smtp:${addressBucket(peerOf(session))}`, limits.connections, 421, 'tooMany')
}

/** The same for letters, of the machine and of the sender on it. Bounces have no sender. */
export async function countLetter(
  house: House,
  session: SMTPServerSession,
  sender: string,
  limits: Limits,
): Promise<void> {
  if (isFree(house, session, limits)) return
  const peer = addressBucket(peerOf(session))
  await count(house, `smtp-letters:${peer}`, limits.letters, 450, 'tooManyLetters')
  if (sender)
    await count(
      house,
      `smtp-sender:${peer}:${sender.toLowerCase().slice(0, 254)}`,
      limits.lettersOfOneSender,
      450,
      'tooManyOfOne',
    )
}

async function count(house: House, bucket: string, limit: number, code: number, key: string): Promise<void> {
  try {
    await countTry(house.db, bucket, { limit, seconds: 60 })
  } catch (error) {
    throw error instanceof Problem ? refuse(code, key) : temporary(error)
  }
}
