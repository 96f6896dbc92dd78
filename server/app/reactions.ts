import { sendDecision } from '#server/authority/hooks.ts'
import { tend } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { enqueue, job } from '#server/base/jobs.ts'
import { looking, react, reactApart, reactTogether, settling } from '#server/base/reacting.ts'
import { settleCall } from '#server/callbacks/settling.ts'
import { takeInAll } from '#server/channels/email/intake.ts'
import type { Reader } from '#server/channels/email/read/reader.ts'
import { type SystemLetter, sendSystemMail } from '#server/channels/email/systemMail.ts'
import { finishMailTasks } from '#server/channels/email/tasks.ts'
import { settleAllTalk, settleTalk } from '#server/conversations/acts.ts'
import { type HeldConversation, holdConversations, idsOf } from '#server/conversations/holding.ts'
import { releaseAssignments } from '#server/conversations/state.ts'
import { followersOf } from '#server/conversations/ties.ts'
import { transaction } from '#server/database/database.ts'
import { endForGone, endIfClosed, followAssignment } from '#server/handover/following.ts'
import { followHandover } from '#server/heat/relief.ts'
import { endRestOf } from '#server/heat/resting.ts'
import { decideEach, decideLeft } from '#server/incidents/amends.ts'
import { readLetters } from '#server/incidents/careReading.ts'
import {
  followMail,
  followMerge,
  handConversations,
  noteAnswer,
  untellLetter,
} from '#server/incidents/following.ts'
import { passOnGroups, passOnGroupsOf } from '#server/incidents/passingOn.ts'
import { proposeFor } from '#server/incidents/proposals.ts'
import { untell } from '#server/matters/telling.ts'
import {
  bring,
  notify,
  notifyAdmins,
  notifyLeads,
  notifyOfAll,
  type Occasion,
  type PushJob,
  tellWaiting,
} from '#server/notifications/notices.ts'
import { callByProvider } from '#server/oncall/provider.ts'
import { takenByAnswer } from '#server/oncall/taking.ts'
import { considerUrgent } from '#server/oncall/urgent.ts'
import { proposeChoice } from '#server/options/proposing.ts'
import { endKeys, linkLetter } from '#server/pages/mineKeys.ts'
import { endForLeaver } from '#server/persons/actions.ts'
import { setBreaksAnew } from '#server/promises/breaking.ts'
import { setNudgesAnew } from '#server/promises/clocks.ts'
import { passOnPromises } from '#server/promises/handing.ts'
import { handOverForLeave } from '#server/promises/leave.ts'
import { workersIn } from '#server/promises/queries.ts'
import { endSeries } from '#server/promises/series.ts'
import { settleAllComplaints, settleComplaints } from '#server/recoveries/climbing.ts'
import {
  followCheckPromise,
  forgetEvidence,
  forgetUndoneActs,
  openForBroken,
} from '#server/recoveries/following.ts'
import { settleAllChances, takeMoreCare } from '#server/recoveries/secondChance.ts'
import { answerByMail } from '#server/replies/byMail.ts'
import { keepBackIfTheyWrote } from '#server/replies/leaving.ts'
import { settleAllSilences, settleSilences } from '#server/silence/actions.ts'
import { sendToHook } from '#server/status/hooks.ts'
import { askingLetter, newsLetter, noteSent } from '#server/status/letters.ts'
import { type Delivery, tellReaders } from '#server/status/news.ts'
import { learnTags } from '#server/tags/actions.ts'
import { settleAllTargets, settleTargets } from '#server/targets/actions.ts'
import { readFirstAnswersAnew } from '#server/targets/firstAnswers.ts'
import { giveOut, giveOutLeft } from '#server/teams/givingOut.ts'
import { erasePerson, forgetFiles, type Leftover } from './erasing.ts'
import { passOnAfterMove } from './movingInbox.ts'
import { readMessages } from './readMessages.ts'
import { assigneeOf, mentionedInNote, sourcesOfNotices } from './telling.ts'
import { type ThereIs, whatThereIs } from './whatThereIs.ts'

/**
 * What changes whose turn it is, for each clock that runs while somebody waits. Where they wrote, it is read; where we answered, it
 * is their turn in the same moment.
 */
const turn = [
  'conversation.read',
  'message.written',
  'reply.undone',
  'conversation.snoozed',
  'conversation.woken',
  'conversation.closed',
  'conversation.reopened',
  'conversation.split-off',
  'conversation.put-back',
  'conversation.gone',
  'conversation.merged',
  'conversation.unmerged',
  'conversation.parted',
  'conversation.spam',
  'conversation.not-spam',
] as const

/** Who reacts to what: the whole after-life of every event, on one page. Each is retried by itself and safe to repeat. */
export function declareReactions(
  house: House,
  reader: Reader,
): { sendLater(letter: SystemLetter): Promise<void> } {
  const { db } = house
  const settle = settling<HeldConversation>((ids, work) => holdConversations(db, ids, work))
  const where = looking((ids) => whatThereIs(db, ids))
  const mail = job<SystemLetter>('mail.team', (letter) => sendSystemMail(house, letter))

  reactApart(
    'letter.received',
    'take-in',
    async (event) => {
      // A job of an earlier version names one.
      const { letterIds = [], letterId } = event.detail as { letterIds?: string[]; letterId?: string }
      await takeInAll(house, reader, letterId ? [letterId] : letterIds)
    },
    2,
  )

  reactApart('teammate.answered', 'answer-by-mail', (event) => answerByMail(house, event))

  // Care language reads what they wrote: what they asked, what shows how they feel.
  const read = (events: readonly { messageId?: string | null }[]) =>
    readMessages(
      db,
      events.flatMap(({ messageId }) => messageId ?? []),
    )
  reactTogether('message.received', 'read-inbound', read)
  react('message.let-in', 'read-let-in', async (event) => {
    await read([event])
    await transaction(db, (trx) => finishMailTasks(trx, { messageId: event.messageId! }))
  })
  reactApart('letters.imported', 'read-imported', ({ detail }) => readMessages(db, detail.toRead))

  // An answer that waits for its time does not answer past what they have written.
  const hasScheduled = (there: ThereIs) => there.hasScheduled
  where('message.received', 'keep-back', hasScheduled, (event) => keepBackIfTheyWrote(house, event))
  where('message.let-in', 'keep-back-let-in', hasScheduled, (event) => keepBackIfTheyWrote(house, event))

  // A letter goes to their own person, where the team works this way; else to whoever comes next, where a lead has set that.
  const prefer = async (event: { conversationId?: string | null; detail: object }) => {
    const { automatic, held } = event.detail as { automatic?: boolean; held?: boolean }
    if (!automatic && !held) await giveOut(db, event.conversationId!)
  }
  where(
    ['message.received', 'message.let-in'],
    'prefer-their-person',
    (there) => there.hasRouting || there.practices.includes('namedPerson'),
    prefer,
  )
  where(
    [
      'conversation.closed',
      'conversation.waiting',
      'conversation.snoozed',
      'routing.changed',
      'conversation.not-spam',
    ],
    'give-out-left',
    (there) => there.hasRouting,
    (event) => giveOutLeft(db, event.inboxId!),
  )
  reactApart('conversation.moved', 'learn-tags', (event) => learnTags(db, event.conversationId!))
  reactApart(['teammate.left', 'teammate.changed'], 'end-persons', (event) =>
    endForLeaver(db, event.teammateId!),
  )

  // A handover is open until its receiver says yes, also one without a word.
  where(
    'conversation.assigned',
    'follow-assignment',
    (there, { detail }) => there.isHandedOver || (detail.from !== null && detail.to !== null),
    ({ at, byKind, byId, conversationId, detail }) =>
      followAssignment(db, { at, byKind, byId, conversationId: conversationId!, ...detail }),
  )
  const isHandedOver = (there: ThereIs) => there.isHandedOver
  where('conversation.closed', 'end-handover', isHandedOver, (event) =>
    endIfClosed(db, event.conversationId!),
  )
  reactApart(['teammate.left', 'teammate.changed'], 'end-handovers', (event) =>
    endForGone(db, event.teammateId!),
  )

  // A letter that was taken back has told nobody.
  react('reply.undone', 'untell', (event) => untell(db, tend, event.messageId!))

  // Many are hit by one thing: whoever writes and fits is proposed, what mail servers say goes into the ledger, and groups are never nobody's.
  where(
    ['message.received', 'message.let-in'],
    'propose-for-incident',
    (there) => there.isHit || there.hasIncidents,
    async (event) => {
      await noteAnswer(db, event.conversationId!, event.messageId!)
      await proposeFor(db, event.conversationId!, event.messageId!)
    },
  )
  for (const type of ['mail.accepted', 'mail.refused', 'mail.bounced'] as const)
    reactTogether(type, `follow-incident-${type.slice(5)}`, (events) =>
      followMail(
        db,
        events.flatMap((event) => event.messageId ?? []),
      ),
    )
  react('reply.undone', 'untell-incident', (event) => untellLetter(db, event.messageId!))
  react('conversation.gone', 'follow-incident-merge', (event) =>
    followMerge(db, event.conversationId!, event.detail.into),
  )
  reactApart('incident.drafted', 'read-incident-letters', ({ detail }) =>
    readLetters(db, detail.incidentId, detail.update),
  )
  reactApart('incident.handed', 'hand-incident-conversations', ({ detail }) =>
    handConversations(db, detail.incidentId),
  )
  reactApart('incident.amends', 'decide-for-each', ({ detail }) =>
    decideEach(db, detail.incidentId, detail.position),
  )
  reactApart('incident.told', 'decide-for-the-rest', ({ detail }) => decideLeft(db, detail.incidentId))
  reactApart(['teammate.left', 'teammate.changed'], 'pass-on-groups', (event) =>
    passOnGroups(db, event.teammateId!),
  )
  reactApart('inbox.changed', 'pass-on-groups-closed-off', (event) => passOnGroupsOf(db, event.inboxId!))

  // Whoever left, or sees an inbox no more: their matters become New, their word passes on.
  reactApart('teammate.left', 'release-assignments', (event) => releaseAssignments(db, event.teammateId!))
  reactApart('teammate.left', 'pass-on-promises', (event) => passOnPromises(db, event.teammateId!))
  reactApart('teammate.changed', 'release-unseen', (event) => releaseAssignments(db, event.teammateId!))
  reactApart('teammate.changed', 'pass-on-unseen', (event) => passOnPromises(db, event.teammateId!))
  reactApart('conversation.moved', 'pass-on-moved', (event) => passOnAfterMove(house, event.conversationId!))
  reactApart('leave.planned', 'hand-over-for-leave', (event) => handOverForLeave(db, event.detail.leaveId))
  // When somebody is here has changed: nudges that are still to come find their hour anew.
  reactApart(['company.changed', 'calendar.changed'], 'set-nudges', () => setNudgesAnew(db, null))
  reactApart('word-rules.changed', 'breaks-by-rule', () => setBreaksAnew(db))
  reactApart(['leave.planned', 'leave.cancelled'], 'set-nudges-of', (event) =>
    setNudgesAnew(db, event.teammateId!),
  )
  reactApart('inbox.changed', 'pass-on-closed-off', async (event) => {
    for (const teammate of await workersIn(db, event.inboxId!)) {
      await releaseAssignments(db, teammate)
      await passOnPromises(db, teammate)
    }
  })

  // A broken word is a failure, and failures are made right; what a letter or act had done of it is open again when it is taken back.
  react('promise.broken', 'open-recovery', (event) =>
    openForBroken(db, event.promiseId!, event.conversationId!),
  )
  react('promise.kept', 'follow-check', (event) =>
    followCheckPromise(db, event.promiseId!, { kind: event.byKind, id: event.byId }),
  )
  react('reply.undone', 'forget-evidence', (event) =>
    forgetEvidence(db, event.conversationId!, event.messageId!),
  )
  react('act.undone', 'forget-undone-act', (event) => forgetUndoneActs(db, event.conversationId!))

  // The time a call takes follows its promise: to whoever has it now, to its new due, and free again once it is settled.
  react(
    [
      'promise.accepted',
      'promise.passed-on',
      'promise.renegotiated',
      'promise.moved-back',
      'promise.kept',
      'promise.released',
    ],
    'settle-call',
    (event) => settleCall(db, event.promiseId!),
  )

  // A letter may choose from what was put to them; whoever reads it says whether it does.
  where(
    ['message.received', 'message.let-in'],
    'propose-choice',
    (there) => there.hasOffer,
    (event) => proposeChoice(db, event.conversationId!, event.messageId!),
  )

  // A problem with an answer and nothing done is talk; from the day the team looks for it, what was written before counts too.
  settle(
    [
      'conversation.read',
      'message.written',
      'reply.undone',
      'conversation.split-off',
      'conversation.put-back',
      'conversation.merged',
      'conversation.unmerged',
      'conversation.parted',
    ],
    'settle-talk',
    (trx, all) => settleTalk(trx, idsOf(all)),
  )
  settle('conversation.split', 'settle-talk-behind', (trx, all) => settleTalk(trx, idsOf(all)))
  reactApart('practice.switched', 'settle-all-talk', async ({ detail }) => {
    if (detail.name === 'actions' && detail.on) await settleAllTalk(db)
  })

  // Whoever speaks, promises or puts off changes by when they must hear from us.
  settle(
    [
      ...turn,
      'promise.made',
      'promise.renegotiated',
      'promise.moved-back',
      'promise.started',
      'promise.unsaid',
      'promise.kept',
      'promise.late',
      'promise.released',
    ],
    'set-silence',
    settleSilences,
  )
  reactApart(['company.changed', 'calendar.changed', 'silence-rules.changed'], 'set-all-silences', () =>
    settleAllSilences(db),
  )

  // A complaint that nobody answers climbs; somebody we let down is looked after with more care.
  settle(
    [...turn, 'message.let-in', 'recovery.opened', 'recovery.closed', 'page.unhappy'],
    'settle-complaint',
    settleComplaints,
  )
  reactApart(
    ['company.changed', 'calendar.changed', 'recovery-rules.changed', 'practice.switched'],
    'settle-all-complaints',
    async (event) => {
      if (event.type === 'practice.switched' && (event.detail as { name: string }).name !== 'climbing') return
      if (event.type === 'recovery-rules.changed') await settleAllChances(db)
      await settleAllComplaints(db)
    },
  )
  where(
    ['message.received', 'message.let-in'],
    'take-more-care',
    (there) => there.practices.includes('secondChance'),
    async (event) => {
      const { automatic, held } = event.detail as { automatic?: boolean; held?: boolean }
      if (!automatic && !held) await takeMoreCare(db, event.conversationId!)
    },
  )

  // How soon somebody should be answered, by whoever spoke last and how much presses.
  settle(
    [...turn, 'message.received', 'message.let-in', 'second-chance.noted', 'conversation.waiting'],
    'set-target',
    settleTargets,
  )
  reactApart(
    ['company.changed', 'calendar.changed', 'target-rules.changed', 'practice.switched'],
    'set-all-targets',
    async (event) => {
      if (event.type === 'practice.switched' && (event.detail as { name: string }).name !== 'targets') return
      if (event.type !== 'target-rules.changed') await readFirstAnswersAnew(db)
      await settleAllTargets(db)
    },
  )

  // What cannot wait while nobody is here.
  where(
    'conversation.read',
    'consider-urgent',
    (there) => there.practices.includes('onCall'),
    (event) => considerUrgent(house, event),
  )
  where(
    ['reply.sent', 'conversation.closed'],
    'taken-by-answer',
    (there) => there.isUrgent,
    (event) => takenByAnswer(house, event),
  )

  // What concerns a teammate reaches them in a closed browser or by mail too; an open one shows it by the live event.
  const sources = sourcesOfNotices(house, mail)
  job<PushJob>('push.bring', (one) => bring(house, one, sources), 4)
  reactApart(['notices.settings-changed', 'leave.planned', 'leave.cancelled'], 'tell-anew', (event) =>
    tellWaiting(house, event.teammateId!, sources),
  )
  react('conversation.assigned', 'tell-assigned', async (event) => {
    if (event.detail.to && event.detail.to !== event.byId) await notify(house, 'assigned', event, sources)
  })
  react('note.added', 'tell-mentioned', async (event) => {
    for (const teammateId of await mentionedInNote(db, event.messageId!))
      await notify(house, 'mention', { ...event, teammateId }, sources)
  })
  react('look.asked', 'tell-look', (event) => notify(house, 'second-look', event, sources))
  react('look.answered', 'tell-looked', (event) => notify(house, 'looked', event, sources))
  react('forward.answered', 'tell-forwarder', async (event) => {
    const { forwarder } = event.detail
    if (forwarder) await notify(house, 'outside-answered', { ...event, teammateId: forwarder }, sources)
  })
  // Whoever follows hears what the assignee hears, and what a colleague answered; the assignee has words of their own.
  const tellFollowers = async (
    kind: 'followed-wrote' | 'followed-answered',
    event: Occasion,
    not: string | null,
  ) => {
    const assignee = await assigneeOf(db, event.conversationId!)
    for (const teammateId of await followersOf(db, event.conversationId!))
      if (teammateId !== not && (teammateId !== assignee || kind === 'followed-answered'))
        await notify(house, kind, { ...event, teammateId }, sources)
  }
  const isFollowed = (there: ThereIs) => there.isFollowed
  where('message.received', 'tell-followers', isFollowed, async (event) => {
    if (!event.detail.automatic && !event.detail.held) await tellFollowers('followed-wrote', event, null)
  })
  where('message.let-in', 'tell-followers-let-in', isFollowed, (event) =>
    tellFollowers('followed-wrote', event, null),
  )
  where('reply.sent', 'tell-followers-answered', isFollowed, (event) =>
    tellFollowers('followed-answered', event, event.byId),
  )
  const theyAreBack = async (event: Occasion) => {
    const teammateId = await assigneeOf(db, event.conversationId!)
    await notify(house, 'came-back', { ...event, teammateId }, sources)
  }
  const isAssigned = (there: ThereIs) => there.isAssigned
  where('message.received', 'tell-came-back', isAssigned, async (event) => {
    if (!event.detail.automatic && !event.detail.held) await theyAreBack(event)
  })
  where('message.let-in', 'tell-let-in', isAssigned, theyAreBack)
  // What a customer has decided is somebody's promise from this moment on.
  react('callback.wanted', 'tell-call-wanted', async (event) => {
    if (event.byKind === 'customer') await notify(house, 'call-wanted', event, sources)
  })
  react('callback.clashes', 'tell-two-calls', (event) => notify(house, 'two-calls', event, sources))
  react('option.chosen', 'tell-chosen', async (event) => {
    if (event.promiseId && event.byKind === 'customer') await notify(house, 'chosen', event, sources)
  })
  // What is nobody's would reach nobody: then those hear of it who can give it to somebody.
  const tellWhoseItIs = (kind: 'late' | 'quiet' | 'missed' | 'check-back' | 'ignored') => (event: Occasion) =>
    event.teammateId ? notify(house, kind, event, sources) : notifyLeads(house, kind, event, sources)
  // An hour in which many fall due asks once for each teammate, not once for each promise.
  reactTogether('promise.nudged', 'tell-nudge', async (events) => {
    const warned = events.map((event) => ({ ...event, due: new Date(event.detail.due) }))
    await notifyOfAll(house, 'nudge', warned, sources)
    for (const event of events) if (!event.teammateId) await notifyLeads(house, 'nudge', event, sources)
  })
  react('promise.late', 'tell-late', tellWhoseItIs('late'))
  react('promise.broken', 'tell-broken', (event) => notify(house, 'broken', event, sources))
  react('promise.broken', 'tell-broken-leads', (event) => notifyLeads(house, 'broken', event, sources))
  // "Every Friday until it is solved": it is.
  where(
    'conversation.closed',
    'end-series',
    (there) => there.hasSeries,
    (event) => endSeries(db, event.conversationId!),
  )
  react('promise.handed-over', 'tell-handover', (event) => notify(house, 'handover', event, sources))
  react('promise.declined', 'tell-declined', (event) => notify(house, 'declined', event, sources))
  react('promise.passed-on', 'tell-passed-on', (event) => notify(house, 'passed-on', event, sources))
  react('silence.over', 'tell-quiet', tellWhoseItIs('quiet'))
  react('recovery.check-due', 'tell-check', tellWhoseItIs('check-back'))
  react('complaint.climbed', 'tell-climbed', async (event) => {
    const { level } = event.detail
    if (level === 1) await tellWhoseItIs('ignored')(event)
    else if (level === 2) await notifyLeads(house, 'ignored', event, sources)
    else await notifyAdmins(house, 'ignored', event, sources)
  })
  reactApart('decision.made', 'send-decision', (event) => sendDecision(house, event.detail.decisionId))
  react('decision.asked', 'tell-asked', (event) => notifyLeads(house, 'to-decide', event, sources))
  react(['decision.made', 'decision.declined', 'decision.result'], 'tell-decided', async (event) => {
    if (event.teammateId && event.teammateId !== event.byId)
      await notify(house, 'was-decided', event, sources)
  })
  react('second-chance.failed', 'tell-second-failure', (event) =>
    notifyLeads(house, 'second-failure', event, sources),
  )
  react('second-reading.asked', 'tell-to-read', (event) => notify(house, 'to-read', event, sources))
  react('second-reading.answered', 'tell-read', (event) => notify(house, 'was-read', event, sources))
  // A little extra that somebody has to make first; and then whoever gave it may tell.
  react('extra.given', 'tell-to-make', (event) => notify(house, 'to-make', event, sources))
  react('extra.possible', 'tell-may-tell', (event) => notify(house, 'may-tell', event, sources))
  react('extra.off', 'forget-extra', (event) =>
    forgetEvidence(db, event.conversationId!, event.detail.givenId),
  )
  // Hard words: a draft that rested, and a colleague who takes over, one after the other.
  react('rest.over', 'tell-rested', (event) => notify(house, 'rested', event, sources))
  where(
    'message.written',
    'end-rest',
    (there) => there.rests,
    async (event) => {
      if (event.byKind === 'teammate' && event.byId)
        await endRestOf(db, tend, event.conversationId!, event.byId)
    },
  )
  react(
    ['handover.accepted', 'handover.returned', 'handover.withdrawn', 'handover.ended'],
    'follow-relief',
    (event) => followHandover(db, event.conversationId!),
  )
  react('relief.nobody', 'tell-nobody-relieves', (event) =>
    notifyLeads(house, 'nobody-relieves', event, sources),
  )
  // One without a brief is an assignment, and told as one.
  react('handover.asked', 'tell-asked-over', async (event) => {
    if (event.detail.brief) await notify(house, 'asked-over', event, sources)
  })
  react('handover.returned', 'tell-given-back', (event) => notify(house, 'given-back', event, sources))
  react('target.near', 'tell-target', (event) => notify(house, 'target', event, sources))
  react('target.missed', 'tell-missed', tellWhoseItIs('missed'))
  react('urgent.called', 'tell-called', (event) => notify(house, 'page', event, sources))
  reactApart('urgent.called', 'call-by-provider', (event) =>
    callByProvider(house, { urgentId: event.detail.urgentId, teammateId: event.teammateId! }),
  )
  react('urgent.nobody', 'tell-nobody', (event) => notifyLeads(house, 'nobody-took', event, sources))
  react('page.unhappy', 'tell-leads', (event) => notifyLeads(house, 'unhappy', event, sources))
  react('erasure.asked', 'tell-forget-me', (event) => notifyLeads(house, 'forget-me', event, sources))

  // Their own page: the letter that opens it; what ends with a request's link; and to be forgotten.
  reactApart('page.link-asked', 'send-own-link', async (event) => {
    const letter = await linkLetter(house, event.detail.keyId, event.inboxId)
    if (letter) await sendSystemMail(house, letter)
  })
  reactApart('page.revoked', 'end-own-keys', (event) => endKeys(db, tend, event.customerId!))
  const leftover = job<Leftover>('files.forget', (names) => forgetFiles(house, names))
  reactApart('erasure.confirmed', 'erase-person', (event) =>
    erasePerson(house, event.detail.erasureId, leftover),
  )

  // The status page: who asked to hear does, by mail at a walking pace, so that answers to people overtake; and programs do.
  reactApart('status.asked', 'ask-reader', async (event) => {
    const letter = await askingLetter(house, event.detail.subscriberId)
    if (letter) await sendSystemMail(house, letter)
  })
  reactApart('status.said', 'tell-readers', (event) => tellReaders(db, event.detail.newsId))
  job<Delivery>(
    'status.letter',
    async (one) => {
      const letter = await newsLetter(house, one)
      if (!letter) return
      await sendSystemMail(house, letter)
      await noteSent(db, one)
    },
    1,
    10,
  )
  job<Delivery>('status.tell', (one) => sendToHook(house, one))

  return { sendLater: (letter) => enqueue(db, mail, letter) }
}
