import { hostname } from 'node:os'
import type { House } from '#server/base/context.ts'
import { text as say } from '#server/base/text.ts'
import { roadOfInbox } from '../mailboxes.ts'
import {
  type Claim,
  claimDue,
  markHandover,
  recoverClaims,
  renewLeases,
  resolveUnknown,
  settleClaim,
} from './claim.ts'
import { deliver, type Road, roadOf } from './transport.ts'

const atOnce = 8

/** Sends what is due, as it falls due: woken by NOTIFY, and once a second. */
export async function startSending(house: House): Promise<{ stop(): Promise<void> }> {
  let stopping = false
  let again = false
  let running: Promise<void> | null = null
  const underWay = new Map<Claim, Promise<void>>()

  const run = async () => {
    do {
      again = false
      const room = atOnce - underWay.size
      if (room <= 0) return
      const claims = await claimDue(house.db, room, !(await hasWayOut(house)))
      for (const claim of claims) {
        const sending = sendOne(house, claim)
          .catch((error) => house.log.error({ err: error, messageId: claim.messageId }, 'sending'))
          .finally(() => {
            underWay.delete(claim)
            wake()
          })
        underWay.set(claim, sending)
      }
      if (claims.length === room) again = true
    } while (again && !stopping && underWay.size < atOnce)
  }
  const wake = () => {
    again = true
    if (stopping) return
    running ??= run()
      .catch((error) => house.log.error({ err: error }, 'outbox'))
      .finally(() => {
        running = null
      })
  }
  const tidy = async () => {
    await recoverClaims(house.db)
    await resolveUnknown(house.db)
  }
  // A process that was killed has left its claims behind; ours are new, so an old lease is somebody's who is gone.
  await tidy()
  const listening = await house.database.listen('outbox', wake)
  const tick = setInterval(wake, 1000)
  const renewing = setInterval(() => void renewLeases(house.db, [...underWay.keys()]).catch(() => {}), 5000)
  const tidying = setInterval(
    () => void tidy().catch((error) => house.log.error({ err: error }, 'outbox')),
    5000,
  )
  wake()
  return {
    async stop() {
      stopping = true
      clearInterval(tick)
      clearInterval(tidying)
      clearInterval(renewing)
      await listening.close()
      await running
      // A letter at its final dot is worth a short wait; longer ones are found again as `unknown` or `claimed`.
      await Promise.race([
        Promise.all(underWay.values()),
        new Promise((resolve) => setTimeout(resolve, 8000).unref()),
      ])
    },
  }
}

/** Without a way out letters simply wait; nothing is tried, nothing is lost. */
async function hasWayOut(house: House): Promise<boolean> {
  if (house.config.outboundSmtp) return true
  return (
    (await house.db
      .selectFrom('mailboxes')
      .select('id')
      .where('smtp', 'is not', null)
      .where('removedAt', 'is', null)
      .limit(1)
      .executeTakeFirst()) !== undefined
  )
}

async function roadFor(house: House, inboxId: string): Promise<Road | null> {
  return (
    (await roadOfInbox(house, inboxId)) ??
    (house.config.outboundSmtp ? roadOf(house.config.outboundSmtp) : null)
  )
}

async function sendOne(house: House, claim: Claim): Promise<void> {
  if (claim.recipients.length === 0) return settleClaim(house.db, claim, [])
  if (claim.sample)
    return settleClaim(
      house.db,
      claim,
      claim.recipients.map((address) => ({
        address,
        state: 'accepted',
        code: null,
        detail: say('email.sample'),
      })),
    )
  const road = await roadFor(house, claim.inboxId)
  if (!road)
    return settleClaim(
      house.db,
      claim,
      claim.recipients.map((address) => ({
        address,
        state: 'deferred',
        code: null,
        detail: 'no way out yet',
      })),
    )
  const bytes = await house.files.read(claim.bytesFile)
  const answers = await deliver(road, claim, bytes, hostname() || 'localhost', () =>
    markHandover(house.db, claim),
  )
  await settleClaim(house.db, claim, answers)
}
