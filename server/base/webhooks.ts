import { createHmac, randomBytes } from 'node:crypto'
import type { House } from './context.ts'
import { postOutside } from './fetchOutside.ts'

// What leaves for another program is signed after Standard Webhooks: the same id at every try, so that nothing is done twice.

export const newHookSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`

export const signHook = (secret: string, id: string, seconds: string, body: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${seconds}.${body}`)
    .digest('base64')}`

/** What the other program made of it: taken; gone for good; never to be taken; or not just now. */
export type HookAnswer = { kind: 'taken' | 'gone' | 'refused' | 'later'; status: number }

/** Too early, too many, busy, or the same at this moment: none of these is a no. */
const notNow = [408, 409, 425, 429]

/** Hands something over once. `mayBeInside`: an admin has named the address as lying within the house. */
export async function postSigned(
  house: Pick<House, 'log'>,
  hook: { url: string; secret: string; mayBeInside: boolean },
  { id, type, data }: { id: string; type: string; data: unknown },
): Promise<HookAnswer> {
  const seconds = String(Math.floor(Date.now() / 1000))
  const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data })
  const status = await postOutside(hook.url, {
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': signHook(hook.secret, id, seconds, body),
    },
    ms: 15_000,
    mayBeInside: hook.mayBeInside,
  }).then(
    (answer) => answer.status,
    (error) => {
      house.log.warn({ err: error, hook: id }, 'a program that we tell is away')
      return 0
    },
  )
  if (status >= 200 && status < 300) return { kind: 'taken', status }
  if (status === 410) return { kind: 'gone', status }
  // What it will never take, it need not be asked again and again.
  if (status >= 400 && status < 500 && !notNow.includes(status)) return { kind: 'refused', status }
  return { kind: 'later', status }
}

/** A program may be away for a night and a day; then a person has to look. */
const patience = 36 * 3_600_000
const shortest = 30_000
const longest = 30 * 60_000

/**
 * When it is tried again; null where it has been long enough. Soon at first, then ever later: a program that was away for hours is not
 * there a second sooner for being asked more often.
 */
export function nextTry(since: Date, now: Date): Date | null {
  const passed = now.getTime() - since.getTime()
  if (passed >= patience) return null
  return new Date(now.getTime() + Math.min(longest, Math.max(shortest, passed / 2)))
}
