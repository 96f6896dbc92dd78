import type { ImapFlow } from 'imapflow'
import type { House } from '#server/base/context.ts'
import { failure } from '../check.ts'
import { forgetToken } from '../oauth/tokens.ts'
import type { MailboxRow } from '../tables.ts'
import { compare } from './compare.ts'
import { answered, openImap } from './connection.ts'
import { fetchNew, inbox } from './fetch.ts'
import { note } from './note.ts'
import { readSent } from './sent.ts'
import '../tables.ts'

export interface FolderWatch {
  stop(): Promise<void>
}

/** Milliseconds. */
export interface Pace {
  /** How long one IDLE lasts: servers drop one after half an hour, many routers after five minutes and without a word. */
  idle: number
  /** Between two looks where a server has no IDLE. */
  poll: number
  compare: number
  /** Between two looks into the folder of what was sent. */
  sent: number
  /** For the answer to one question. */
  patience: number
  /** The first pause after a failure; it doubles up to `slowest`. */
  pause: number
  slowest: number
}

export const usualPace: Pace = {
  idle: 4 * 60_000,
  poll: 15_000,
  compare: 15 * 60_000,
  sent: 60_000,
  patience: 30_000,
  pause: 1000,
  slowest: 2 * 60_000,
}

/**
 * Reads one mailbox as long as it is connected: new letters by IDLE, what was sent once a minute, the list of UIDs compared
 * every quarter of an hour. Never touches a flag.
 */
export function watchFolder(house: House, mailbox: MailboxRow, pace: Pace): FolderWatch {
  let stopping = false
  let client: ImapFlow | undefined
  let heard = false
  let wakeUp: () => void = () => {}
  const hear = () => {
    heard = true
    wakeUp()
  }
  /** Until somebody wakes us, at once when they did so while we were busy. */
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      if (heard || stopping) return resolve()
      const timer = setTimeout(resolve, ms)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const readOn = async (imap: ImapFlow) => {
    let comparedAt = Number.NEGATIVE_INFINITY
    let sentAt = Number.NEGATIVE_INFINITY
    while (!stopping && imap.usable) {
      heard = false
      // A lock ends IDLE, and so each round proves that the line is alive.
      const lock = await answered(imap, pace.patience, imap.getMailboxLock(inbox, { readOnly: true }))
      try {
        await fetchNew(house, mailbox, imap, pace)
        if (performance.now() - comparedAt >= pace.compare) {
          await compare(house, mailbox, imap, pace)
          comparedAt = performance.now()
        }
      } finally {
        lock.release()
      }
      if (!stopping && performance.now() - sentAt >= pace.sent) {
        await readSent(house, mailbox, imap, pace)
        sentAt = performance.now()
      }
      if (heard || stopping) continue
      const idles = imap.capabilities.has('IDLE')
      if (idles) imap.idle().catch(() => {})
      const now = performance.now()
      await rest(
        Math.min(idles ? pace.idle : pace.poll, comparedAt + pace.compare - now, sentAt + pace.sent - now),
      )
    }
  }

  const run = async () => {
    for (let failures = 0; !stopping; ) {
      try {
        client = await openImap(house, mailbox, pace)
        client.on('exists', hear)
        client.on('close', hear)
        await answered(client, pace.patience * 2, client.connect())
        await note(house, mailbox, 'connected', null)
        failures = 0
        await readOn(client)
        if (!stopping) throw Object.assign(new Error('the connection ended'), { code: 'ECONNRESET' })
      } catch (error) {
        if (!stopping) {
          house.log.warn({ err: error, mailbox: mailbox.address }, 'mailbox')
          if ((error as { authenticationFailed?: boolean }).authenticationFailed) forgetToken(mailbox.id)
          // A line that broke is opened again at once; it is said only when that fails too.
          if (failures > 0 || (error as { code?: string }).code !== 'ECONNRESET')
            await note(house, mailbox, 'failing', failure(error, mailbox.imap!).says).catch(() => {})
        }
      } finally {
        client?.close()
      }
      heard = false
      if (!stopping) await rest(Math.min(pace.pause * 2 ** failures++, pace.slowest))
    }
  }

  const running = run()
  return {
    async stop() {
      stopping = true
      wakeUp()
      client?.close()
      await running
    },
  }
}
