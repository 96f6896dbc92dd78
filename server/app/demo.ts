import { sql } from 'kysely'
import { company, frameworks, inboxes, people, stories, teammates } from '#cast/cast.ts'
import type { InboxName, TeammateName } from '#cast/company.ts'
import type { CustomerName } from '#cast/people.ts'
import type { Step, Story } from '#cast/story.ts'
import { type Actor, requireRole, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { conflict } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import { tickAsks } from '#server/conversations/reading.ts'
import { openConversation, plain, receiveMessage } from '#server/conversations/receive.ts'
import { close, setWaiting, snooze } from '#server/conversations/state.ts'
import { addNote, writeMessage } from '#server/conversations/write.ts'
import { addCustomer } from '#server/customers/actions.ts'
import { rememberFact } from '#server/customers/facts.ts'
import { type Trx, transaction } from '#server/database/database.ts'
import { addFramework } from '#server/knowledge/frameworks.ts'
import { keepPromise, makePromise } from '#server/promises/actions.ts'
import { setSignature } from '#server/replies/signatures.ts'
import { addInbox, inviteTeammate } from '#server/team/actions.ts'
import { changeCompany, readCompany } from '#server/team/company.ts'
import { isOn, showAllPractices } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { bringCalls } from './demoCalls.ts'
import { bringExtras } from './demoExtras.ts'
import { bringGuide } from './demoGuide.ts'
import { bringHours } from './demoHours.ts'
import { bringIncidents } from './demoIncidents.ts'
import { bringKnown, heldAs } from './demoKnown.ts'
import { bringLists } from './demoLists.ts'
import { bringPeople } from './demoPeople.ts'
import { bringRecoveries } from './demoRecoveries.ts'
import { bringStatus } from './demoStatus.ts'

/** Invites the sample team in: the cast, in motion, written by the same verbs as real work. All of it or nothing. */
export async function bringDemo(house: House, by: Actor): Promise<void> {
  requireRole(by, 'admin')
  await transaction(house.db, async (trx) => {
    if (await trx.selectFrom('inboxes').select('id').where('demo', '=', true).executeTakeFirst())
      throw conflict('demo-here', say('app.demo.here'))
    const now = await clockNow(trx)
    if (!(await readCompany(trx)).name) await changeCompany(trx, tend, company)
    await showAllPractices(trx)
    const inboxIds = {} as Record<InboxName, string>
    for (const [name, inbox] of Object.entries(inboxes) as [InboxName, (typeof inboxes)[InboxName]][])
      inboxIds[name] = await addInbox(trx, by, { ...inbox, demo: true })
    // Whoever invites sees the inboxes they have just made; who they are was looked up before those existed.
    const host: Actor =
      by.inboxIds === 'all' ? by : { ...by, inboxIds: [...by.inboxIds, ...Object.values(inboxIds)] }
    const team = {} as Record<TeammateName, Actor>
    for (const [name, card] of Object.entries(teammates) as [
      TeammateName,
      (typeof teammates)[TeammateName],
    ][]) {
      const { id } = await inviteTeammate(trx, host, {
        ...card,
        inboxes: card.inboxes.map((one) => inboxIds[one]),
        demo: true,
        timeZone: company.timeZone,
      })
      team[name] = actorOf((await findTeammate(trx, id))!, 'key')
      if (card.role !== 'observer')
        await setSignature(trx, team[name], {
          whose: 'mine',
          inboxId: null,
          text: card.signature,
          demo: true,
        })
    }
    const customers = {} as Record<CustomerName, string>
    for (const [name, { inbox, facts, phone, email, ...card }] of Object.entries(people) as [
      CustomerName,
      import('#cast/people.ts').CastCustomer,
    ][]) {
      customers[name] = await addCustomer(trx, host, {
        ...card,
        inboxId: inboxIds[inbox],
        emails: [email],
        phones: phone ? [phone] : [],
        demo: true,
      })
      for (const text of facts ?? [])
        await rememberFact(trx, tend, customers[name], {
          text,
          inboxId: inboxIds[inbox],
          source: 'teammate',
          ...heldAs(text),
        })
    }
    for (const framework of frameworks) await addFramework(trx, tend, { ...framework, demo: true })
    await bringGuide(trx, inboxIds)
    for (const story of stories(now))
      await tell(trx, story, { inboxId: inboxIds[story.inbox], customerId: customers[story.who], team, now })
    await bringPeople(trx, { team, customers, inboxIds, now })
    await bringKnown(trx, { customers, inboxIds, now })
    await bringLists(trx, { team, inboxIds })
    await bringRecoveries(trx, { team, customers, inboxIds, now })
    await bringIncidents(trx, { team, customers, inboxIds, now })
    // What was made right then is told as of then.
    await sql`update events e set at = coalesce(
        case e.type when 'recovery.opened' then r.opened_at when 'recovery.closed' then r.closed_at else s.at end, e.at)
      from recoveries r left join recovery_steps s on s.recovery_id = r.id
      where r.demo and e.type like 'recovery.%' and e.detail->>'recoveryId' = r.id
        and (e.detail->>'step' is null or e.detail->>'step' = s.step)`.execute(trx)
    const call = await bringExtras(trx, { team, customers, inboxIds })
    for (const [type, at] of Object.entries(call?.times ?? {}))
      await sql`update events set at = ${at} where conversation_id = ${call!.conversationId} and type = ${type}`.execute(
        trx,
      )
    await bringHours(trx, { team, inboxIds })
    await bringCalls(trx, { team, customers, inboxIds, now })
    await bringStatus(trx, { team, now })
    await audit(trx, by, 'demo.brought', null)
  })
}

interface Stage {
  inboxId: string
  customerId: string
  team: Record<TeammateName, Actor>
  now: Date
}

async function tell(trx: Trx, story: Story, stage: Stage): Promise<void> {
  const person: import('#cast/people.ts').CastCustomer = people[story.who]
  const requester = { name: person.name, email: person.email }
  const { id } = await openConversation(trx, tend, {
    inboxId: stage.inboxId,
    customerId: stage.customerId,
    subject: story.subject,
    channel: 'email',
    at: story.steps[0]!.at,
    requester,
    assigneeId: story.assignee && stage.team[story.assignee].id,
    demo: true,
  })
  for (const step of story.steps) await play(trx, id, step, { ...stage, requester, subject: story.subject })
  const last = story.steps.at(-1)!
  const theirs = story.steps.findLastIndex((step) => step.kind === 'mail' && !step.autoReply)
  const ours = story.steps.findLastIndex((step) => step.kind === 'reply')
  // Whoever wrote last decides whose turn it is, unless it was put off or looked after.
  if (ours > theirs && last.kind !== 'done' && last.kind !== 'later') await setWaiting(trx, tend, id)
  await trx
    .updateTable('conversations')
    .set((e) => ({
      lastAt: last.at,
      ...(last.kind === 'done' && { closedAt: last.at }),
      ...(theirs > ours && {
        waitingSince: story.steps.find((step, index) => index > ours && step.kind === 'mail')!.at,
      }),
      demo: e.lit(true),
    }))
    .where('id', '=', id)
    .execute()
  // What happened then is told as of then.
  await trx.updateTable('events').set({ at: last.at }).where('conversationId', '=', id).execute()
}

async function play(
  trx: Trx,
  conversationId: string,
  step: Step,
  stage: Stage & { requester: { name: string; email: string }; subject: string },
): Promise<void> {
  switch (step.kind) {
    case 'mail':
      await receiveMessage(
        trx,
        { ...tend, name: stage.requester.name },
        {
          conversationId,
          channel: 'email',
          at: step.at,
          from: stage.requester,
          to: [],
          cc: [],
          subject: stage.subject,
          text: step.text,
          textFull: step.text,
          ...plain,
          flags: {
            autoReply: step.autoReply ?? false,
            bounce: false,
            suppressAutoReply: step.autoReply ?? false,
          },
        },
      )
      return
    case 'reply': {
      const by = stage.team[step.by]
      const { messageId } = await writeMessage(trx, by, {
        conversationId,
        to: [stage.requester],
        cc: [],
        subject: `Re: ${stage.subject}`,
        text: step.text,
        html: null,
        attachmentIds: [],
        clientKey: null,
        at: step.at,
      })
      for (const promise of step.promises ?? []) {
        const id = await makePromise(trx, by, {
          conversationId,
          customerId: stage.customerId,
          inboxId: stage.inboxId,
          messageId,
          what: promise.what,
          to: stage.requester.email,
          quote: promise.quote,
          makerId: by.id,
          due: promise.due,
          madeAt: step.at,
          demo: true,
        })
        if (promise.keptAt) await keepPromise(trx, by, id, { told: true, at: promise.keptAt })
      }
      return
    }
    case 'note':
      await addNote(trx, stage.team[step.by], { conversationId, text: step.text, at: step.at })
      return
    case 'later':
      await snooze(trx, stage.team[step.by], conversationId, { until: step.until, reason: step.reason })
      return
    case 'done':
      await tickAsks(trx, stage.team[step.by], conversationId, [], null)
      await close(trx, stage.team[step.by], conversationId, step.goodbye)
  }
}

/**
 * Its name goes, and its clock becomes that of whoever moved in first; language, hours and colour are the house's own already. Nobody's
 * promise may be counted by the clock of a company that never was.
 */
async function becomeOurs(trx: Trx, by: Actor): Promise<void> {
  const now = await readCompany(trx)
  const first = await trx
    .selectFrom('teammates')
    .select('timeZone')
    .where('demo', '=', false)
    .where('joinedAt', 'is not', null)
    .orderBy('joinedAt')
    .orderBy('id')
    .executeTakeFirst()
  const change = {
    ...(now.name === company.name && { name: '' }),
    ...(now.timeZone === company.timeZone && { timeZone: first?.timeZone ?? 'UTC' }),
  }
  if (Object.keys(change).length > 0) await changeCompany(trx, by, change)
}

/** The sample team leaves: everything of it is deleted, in one transaction. What is real stays. */
export async function removeDemo(house: House, by: Actor): Promise<void> {
  requireRole(by, 'admin')
  await transaction(house.db, async (trx) => {
    const conversations = sql`(select id from conversations where demo or inbox_id in (select id from inboxes where demo))`
    await sql`delete from outbox where conversation_id in ${conversations}`.execute(trx)
    await sql`delete from timers where kind = 'reply.leave'
      and subject in (select id from scheduled_replies where conversation_id in ${conversations})`.execute(
      trx,
    )
    for (const table of [
      'promise_steps',
      'promise_people',
      'handovers',
      'recovery_steps',
      'complaints',
      'decisions',
      'given_extras',
      'heat_answers',
      'rests',
      'reliefs',
      'policy_steps',
      'second_readings',
      'recovery_costs',
      'recovery_refusals',
      'recoveries',
      'silences',
      'targets',
      'first_answers',
      'urgents',
      'callbacks',
      'offer_choices',
      'offers',
      'acts',
      'promises',
      'asks',
      'readings',
      'second_looks',
      'drafts',
      'followers',
      'conversation_links',
      'conversation_inboxes',
      'merges',
      'presence',
      'seen',
      'participants',
      'attachments',
      'care_results',
      'translations',
      'translated_replies',
      'email_ids',
      'email_headers',
      'unknown_references',
      'messages',
      'events',
      'mail_tasks',
      'notices',
      'scheduled_replies',
    ])
      await sql`delete from ${sql.table(table)} where conversation_id in ${conversations}`.execute(trx)
    await sql`delete from blocks where inbox_id in (select id from inboxes where demo)
      or customer_id in (select id from customers where demo)`.execute(trx)
    await sql`delete from call_quarters where promise_id not in (select id from promises)`.execute(trx)
    await sql`delete from timers where subject not in (select id from promises) and kind like 'promise.%'`.execute(
      trx,
    )
    await sql`delete from timers where kind in ('conversation.wake', 'silence.near', 'silence.over', 'target.near', 'target.missed') and subject in ${conversations}`.execute(
      trx,
    )
    await sql`delete from second_chances where inbox_id in (select id from inboxes where demo) or customer_id in (select id from customers where demo)`.execute(
      trx,
    )
    await sql`delete from timers where kind = 'complaint.climb' and subject in ${conversations}`.execute(trx)
    await sql`delete from timers where kind in ('recovery.check', 'rest.over', 'relief.next')
      and split_part(subject, ' ', 1) in ${conversations}`.execute(trx)
    await sql`delete from timers where kind = 'urgent.escalate' and subject not in (select id from urgents)`.execute(
      trx,
    )
    // What happened around the cast without belonging to a conversation.
    await sql`delete from events
      where inbox_id in (select id from inboxes where demo) or customer_id in (select id from customers where demo)
        or teammate_id in (select id from teammates where demo) or by_id in (select id from teammates where demo)
        or (type in ('framework.changed', 'company.changed', 'guide.changed', 'authority.changed', 'extras.changed') and by_kind = 'system')`.execute(
      trx,
    )
    await sql`delete from timers where kind = 'incident.send'
      and split_part(subject, ' ', 1) in (select id from incidents where demo or inbox_id in (select id from inboxes where demo))`.execute(
      trx,
    )
    await sql`delete from incidents where demo or inbox_id in (select id from inboxes where demo)`.execute(
      trx,
    )
    await sql`delete from matters where demo or inbox_id in (select id from inboxes where demo)`.execute(trx)
    await sql`delete from timers where kind = 'status.near' and subject in (select id from status_reports where demo)`.execute(
      trx,
    )
    for (const table of ['status_reports', 'status_components', 'status_statements', 'statements'])
      await sql`delete from ${sql.table(table)} where demo`.execute(trx)
    await sql`delete from settings where key = 'status-page' and (value->>'demo')::boolean`.execute(trx)
    await sql`delete from matter_hooks where inbox_id in (select id from inboxes where demo)`.execute(trx)
    await sql`delete from named_persons where teammate_id in (select id from teammates where demo)`.execute(
      trx,
    )
    await sql`delete from conversations_put_back where into_id in ${conversations}`.execute(trx)
    await sql`delete from fingerprints where inbox_id in (select id from inboxes where demo)`.execute(trx)
    await sql`delete from letters where inbox_id in (select id from inboxes where demo)`.execute(trx)
    await sql`delete from conversations where id in ${conversations}`.execute(trx)
    await sql`delete from customer_facts where customer_id in (select id from customers where demo)`.execute(
      trx,
    )
    await sql`delete from circles where inbox_id in (select id from inboxes where demo)`.execute(trx)
    await sql`delete from person_merges where into_id in (select id from customers where demo)
      or from_id in (select id from customers where demo)`.execute(trx)
    await sql`delete from customer_inboxes where inbox_id in (select id from inboxes where demo)`.execute(trx)
    await sql`delete from customers where demo`.execute(trx)
    await sql`delete from views where demo`.execute(trx)
    await sql`delete from tag_inboxes where inbox_id in (select id from inboxes where demo)`.execute(trx)
    // A word of theirs that stands on a letter of the team's own is the team's.
    await sql`delete from tags t where demo
      and not exists (select 1 from conversations c where c.tags @> array[t.id::text])`.execute(trx)
    await sql`delete from frameworks where demo`.execute(trx)
    await sql`delete from guide_voices where demo`.execute(trx)
    await sql`delete from guide_words where demo`.execute(trx)
    await sql`delete from inboxes where demo`.execute(trx)
    await sql`update conversations set assignee_id = null where assignee_id in (select id from teammates where demo)`.execute(
      trx,
    )
    await sql`delete from teammates where demo`.execute(trx)
    await sql`delete from authority_rules where by_id is null`.execute(trx)
    await sql`delete from extras where demo`.execute(trx)
    await becomeOurs(trx, by)
    await sql`delete from settings where key = 'practices' and (value->>'demo')::boolean`.execute(trx)
    // What was switched on for the sample alone ran for the team's own conversations too.
    if (!(await isOn(trx, 'climbing'))) {
      await sql`delete from complaints`.execute(trx)
      await sql`delete from timers where kind = 'complaint.climb'`.execute(trx)
    }
    await audit(trx, by, 'demo.removed', null)
  })
}
