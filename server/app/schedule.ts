import { sendDecision } from '#server/authority/hooks.ts'
import type { House } from '#server/base/context.ts'
import { sqlForgetOld } from '#server/base/http/forgetOld.ts'
import { enqueue } from '#server/base/jobs.ts'
import { addSlices, lookAtSlices } from '#server/base/slices.ts'
import { onTimer, onTimersTogether, startSweep } from '#server/base/timers.ts'
import { forgetOldBulk } from '#server/bulk/actions.ts'
import { announceLeftovers } from '#server/channels/email/leftovers.ts'
import { dropOldUploads } from '#server/conversations/attachments.ts'
import { sweepPresence } from '#server/conversations/presence.ts'
import { wake } from '#server/conversations/state.ts'
import { dropEmpty } from '#server/customers/circles.ts'
import { forgetExpired } from '#server/customers/facts.ts'
import { forgetOldJournals } from '#server/customers/sameness.ts'
import { askAnother } from '#server/heat/relief.ts'
import { sayRested } from '#server/heat/resting.ts'
import { writeSome } from '#server/incidents/writing.ts'
import { tellWaiting } from '#server/notifications/notices.ts'
import { escalate } from '#server/oncall/urgent.ts'
import { forgetOldKeys } from '#server/pages/mineKeys.ts'
import { forgetOldPresses } from '#server/pages/press.ts'
import { breakIfSilent } from '#server/promises/breaking.ts'
import { markLate, nudgePromises } from '#server/promises/clocks.ts'
import { passOnForLeave } from '#server/promises/leave.ts'
import { remindToCheck } from '#server/recoveries/checking.ts'
import { climb } from '#server/recoveries/climbing.ts'
import { leaveAtItsTime } from '#server/replies/leaving.ts'
import { keepWordsInOrder } from '#server/search/letters.ts'
import { draftUpdate, markOver } from '#server/silence/actions.ts'
import { sendToHook } from '#server/status/hooks.ts'
import { nudgeLetters } from '#server/status/nudge.ts'
import { forgetUnconfirmed } from '#server/status/subscribers.ts'
import { sayTarget } from '#server/targets/actions.ts'
import { sourcesOfNotices } from './telling.ts'

/** All timed work, on one page. What is due at a time is a row in `timers`; housekeeping has no row because missing it harms nobody. */
export function declareTimers(house: House): void {
  onTimersTogether('promise.nudge', async (timers) => {
    await nudgePromises(
      house.db,
      timers.map((timer) => timer.subject),
    )
  })
  onTimer('promise.due', async ({ subject }) => void (await markLate(house.db, subject)))
  onTimer('promise.break', async ({ subject }) => void (await breakIfSilent(house.db, subject)))
  onTimer('silence.near', ({ subject }) => draftUpdate(house.db, subject))
  onTimer('silence.over', ({ subject }) => markOver(house.db, subject))
  onTimer('target.near', ({ subject }) => sayTarget(house.db, subject))
  onTimer('target.missed', ({ subject }) => sayTarget(house.db, subject))
  onTimer('urgent.escalate', ({ subject }) => escalate(house, subject))
  onTimer('decision.send', ({ subject }) => sendDecision(house, subject))
  onTimer('status.hook', ({ subject }) => {
    const [newsId = '', toId = ''] = subject.split(' ')
    return sendToHook(house, { newsId, toId })
  })
  onTimer('status.near', async ({ subject }) => {
    for (const letter of await nudgeLetters(house, subject)) await enqueue(house.db, 'mail.team', letter)
  })
  onTimer('recovery.check', ({ subject }) => remindToCheck(house.db, subject))
  onTimer('complaint.climb', ({ subject }) => climb(house.db, subject))
  onTimer('rest.over', ({ subject }) => sayRested(house.db, subject))
  onTimer('relief.next', ({ subject }) => askAnother(house.db, subject))
  onTimer('incident.send', ({ subject }) => writeSome(house, subject))
  onTimer('leave.begins', ({ subject }) => passOnForLeave(house.db, subject))
  onTimer('notices.tell', ({ subject }) => tellWaiting(house, subject, sourcesOfNotices(house, 'mail.team')))
  onTimer('reply.leave', ({ subject }) => leaveAtItsTime(house, subject))
  onTimer('conversation.wake', ({ subject }) => wake(house.db, subject))
}

export function startSchedule(house: House): { stop(): Promise<void> } {
  const log = (message: string, error: unknown) => house.log.error({ err: error }, message)
  const sweep = startSweep(house.db, log)
  // A letter whose job was parked, because its process died under it again and again, must not lie unread for ever.
  const leftovers = setInterval(() => {
    void announceLeftovers(house.db, { olderThan: 30 }).catch((error) => log('leftovers', error))
  }, 15_000)
  const words = keepWordsInOrder(house.db, log)
  const slice = () => void addSlices(house.db).catch((error) => log('slices', error))
  slice()
  const slices = setInterval(() => {
    slice()
    void lookAtSlices(house.db).catch((error) => log('slices', error))
  }, 12 * 3_600_000)
  const housekeeping = setInterval(() => {
    void (async () => {
      await sweepPresence(house.db)
      await dropOldUploads(house.db)
      await forgetOldBulk(house.db)
      await sqlForgetOld(house.db)
      await forgetOldPresses(house.db)
      await forgetOldKeys(house.db)
      await forgetExpired(house.db)
      await dropEmpty(house.db)
      await forgetOldJournals(house.db)
      await forgetUnconfirmed(house.db)
    })().catch((error) => log('housekeeping', error))
  }, 60_000)
  return {
    async stop() {
      clearInterval(housekeeping)
      clearInterval(leftovers)
      clearInterval(slices)
      await words.stop()
      await sweep.stop()
    },
  }
}
