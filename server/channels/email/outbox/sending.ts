import { hostname } from 'node:os'
import type { House } from '#server/base/context.ts'
import { paced } from '#server/base/paced.ts'
import { text as say } from '#server/base/text.ts'
import { readLetter } from './actions.ts'
import { type Claim, claimDue, inboxesWithMailDue, markHandover, renewEvery, renewLeases } from './claim.ts'
import { type Patience, usualPatience } from './connection.ts'
import { openPool, type Pool } from './pool.ts'
import { recoverClaims, resolveUnknown } from './recover.ts'
import { keyOfRoad, type Road } from './road.ts'
import { roadsOut } from './roadsOut.ts'
import { type RecipientAnswer, settleClaim } from './settle.ts'

/** Letters at once by one road, so that a slow server holds up only its own; and altogether. */
const atOncePerRoad = 5
const atOnce = 30

/** Most letters wait until they may not be taken back any more: while many are written, what is due is asked for so often, in milliseconds. */
const askEvery = 100

/** Sends what is due, as it falls due: woken by NOTIFY, and once a second. Several processes may do so at once. */
export async function startSending(
  house: House,
  { patience = usualPatience }: { patience?: Patience } = {},
): Promise<{ stop(): Promise<void> }> {
  let stopping = false
  let again = false
  let running: Promise<void> | null = null
  const underWay = new Map<Claim, { sending: Promise<void>; road: string }>()
  const pool = openPool(hostname() || 'localhost', patience)
  const busyOn = (road: string) => [...underWay.values()].filter((one) => one.road === road).length

  const begin = (claims: readonly Claim[], road: Road | null) => {
    for (const claim of claims) {
      const sending = sendOne(house, pool, claim, road, () => stopping)
        .catch((error) => house.log.error({ err: error, messageId: claim.messageId }, 'sending'))
        .finally(() => {
          underWay.delete(claim)
          wake()
        })
      underWay.set(claim, { sending, road: road ? keyOfRoad(road) : 'sample' })
    }
  }
  const run = async () => {
    do {
      again = false
      const due = await inboxesWithMailDue(house.db)
      const samples = due.filter((one) => one.sample).map((one) => one.inboxId)
      begin(
        await claimDue(house.db, { inboxIds: samples, sample: true, limit: atOnce - underWay.size }),
        null,
      )
      for (const { road, inboxIds } of await roadsOut(house, due)) {
        const limit = Math.min(atOncePerRoad - busyOn(keyOfRoad(road)), atOnce - underWay.size)
        const claims = await claimDue(house.db, { inboxIds, sample: false, limit })
        begin(claims, road)
      }
    } while (again && !stopping)
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
  const report = (error: unknown) => house.log.error({ err: error }, 'outbox')
  // A process that was killed has left its claims behind; ours are new, so a lease that ran out is of somebody who is gone.
  await tidy()
  const noticed = paced(askEvery, async () => wake())
  const listening = await house.database.listen('outbox', noticed.wake)
  const tick = setInterval(wake, 1000)
  const renewing = setInterval(() => {
    if (underWay.size) renewLeases(house.db, [...underWay.keys()]).catch(report)
  }, renewEvery)
  const tidying = setInterval(() => void tidy().then(wake, report), renewEvery)
  wake()
  return {
    async stop() {
      stopping = true
      clearInterval(tick)
      clearInterval(tidying)
      await listening.close()
      await noticed.stop()
      await running
      // A letter at its final dot is worth a short wait; longer ones are found again as `unknown` or `claimed`.
      await Promise.race([
        Promise.all([...underWay.values()].map((one) => one.sending)),
        new Promise((resolve) => setTimeout(resolve, 8000).unref()),
      ])
      clearInterval(renewing)
      pool.close()
    },
  }
}

async function sendOne(
  house: House,
  pool: Pool,
  claim: Claim,
  road: Road | null,
  isStopping: () => boolean,
): Promise<void> {
  const answers = await tryOnce(house, pool, claim, road)
  // A 250 that was read must not be forgotten because the database is away for a while.
  for (let pause = 250; ; pause = Math.min(pause * 2, 5000)) {
    try {
      return await settleClaim(house.db, claim, answers)
    } catch (error) {
      if (isStopping()) throw error
      house.log.error(
        { err: error, messageId: claim.messageId },
        'the answer of a mail server is not written yet',
      )
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

async function tryOnce(
  house: House,
  pool: Pool,
  claim: Claim,
  road: Road | null,
): Promise<RecipientAnswer[]> {
  const all = (answer: Omit<RecipientAnswer, 'address'>) =>
    claim.recipients.map((address) => ({ address, ...answer }))
  if (!road) return all({ state: 'accepted', code: null, detail: say('email.sample') })
  if (claim.recipients.length === 0) return []
  try {
    const bytes = await readLetter(house, claim)
    return await pool.send(
      road,
      { envelopeFrom: claim.envelopeFrom, recipients: claim.recipients, bytes },
      () => markHandover(house.db, claim),
    )
  } catch (error) {
    // The bytes could not be read: the file store is away. Nothing was tried.
    return all({ state: 'deferred', code: null, detail: (error as Error).message, serverAway: true })
  }
}
