import { sql } from 'kysely'
import type { Brief, BriefSources } from '#contract/handover.ts'
import { type Actor, teammateId, tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { moment, text as say } from '#server/base/text.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { customerById } from '#server/customers/queries.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { promisesOf } from '#server/promises/queries.ts'
import { readCompany } from '#server/team/company.ts'
import { teammatesByIds } from '#server/team/queries.ts'

const hour = 3_600_000

/** What shows how they feel, heaviest first; thanks say something too. */
const feelings = ['urgent', 'leaving', 'upset', 'failure', 'thanks']

export interface Proposal {
  brief: Brief
  sources: BriefSources
  because: string
}

/** A brief from what stands in the conversation: facts and their own words, nothing made up. What nobody said stays empty. */
export async function proposeBrief(db: Db | Trx, by: Actor, row: ConversationRow): Promise<Proposal> {
  const [person, company, now, promises, feels, asked] = [
    await customerById(db, tend, row.customerId),
    await readCompany(db),
    await clockNow(db),
    (await promisesOf(db, by, row.id)).filter((one) => ['open', 'late', 'broken'].includes(one.state)),
    await feelingsOf(db, row.id),
    await openAsks(db, row.id),
  ]
  const makers = await teammatesByIds(
    db,
    promises.flatMap((one) => one.makerId ?? []),
  )
  const when = (at: Date) => moment(at, company.timeZone)
  const who = [
    say('handover.who', {
      name: person.preferredName ? `${person.preferredName} (${person.name})` : person.name,
      hasSayIt: person.sayIt ? 'yes' : 'no',
      sayIt: person.sayIt ?? '',
      hasCompany: person.company ? 'yes' : 'no',
      company: person.company ?? '',
    }),
    ...(person.language
      ? [say('handover.language', { language: person.language, formality: person.formality ?? 'none' })]
      : []),
    ...(person.accessNeeds
      ? [say('handover.careful', { needs: person.accessNeeds.replace(/\.$/, '') })]
      : []),
  ].join('. ')
  const { urgency, because } = howUrgent(row, promises, now, when)
  return {
    brief: {
      who: who.replace(/\.\./g, '.').slice(0, 600),
      feels: feels
        .map(({ signal, words }) => say(`handover.feels.${signal}`, { words }))
        .join('\n')
        .slice(0, 1000),
      asked: asked
        .map((ask) => ask.text)
        .join('\n')
        .slice(0, 3000),
      promised: promises
        .map((one) =>
          say('handover.promise', {
            what: one.what,
            hasDue: one.due ? 'yes' : 'no',
            due: one.due ? when(new Date(one.due)) : '',
            state: one.state,
            mine: !one.makerId || one.makerId === (row.assigneeId ?? teammateId(by)) ? 'yes' : 'no',
            maker: one.makerId ? (makers.get(one.makerId)?.name ?? '') : '',
          }),
        )
        .join('\n')
        .slice(0, 3000),
      urgency,
      more: '',
    },
    sources: {
      feels,
      asked,
      promised: promises.map(({ id, what, due }) => ({ promiseId: id, what, due: due ?? null })),
    },
    because,
  }
}

/** Now: a late word, an urgent one, or one due in four hours. Today: due within a day, or they had to ask again or are hurt. */
function howUrgent(
  row: ConversationRow,
  promises: readonly { due?: string | null; state: string }[],
  now: Date,
  when: (at: Date) => string,
): Pick<Brief, 'urgency'> & { because: string } {
  if (promises.some((one) => one.state === 'late' || one.state === 'broken'))
    return { urgency: 'now', because: say('handover.because.late') }
  if ((row.harmSignal === 'urgent' || row.harmSignal === 'severe') && row.harm > 0)
    return { urgency: 'now', because: say('handover.because.urgent', { words: row.harmWords ?? '…' }) }
  const dues = promises.flatMap((one) => (one.due ? [new Date(one.due)] : []))
  const next = dues.sort((a, b) => a.getTime() - b.getTime())[0]
  const left = next ? next.getTime() - now.getTime() : Number.POSITIVE_INFINITY
  if (left < 24 * hour)
    return {
      urgency: left < 4 * hour ? 'now' : 'today',
      because: say('handover.because.due', { due: when(next!) }),
    }
  if (row.chased > 0)
    return { urgency: 'today', because: say('handover.because.chased', { times: row.chased }) }
  if (row.harm > 0)
    return { urgency: 'today', because: say('handover.because.urgent', { words: row.harmWords ?? '…' }) }
  if (row.status === 'open' && row.waitingSince)
    return {
      urgency: now.getTime() - row.waitingSince.getTime() > 24 * hour ? 'today' : 'can-wait',
      because: say('handover.because.waiting', { since: when(row.waitingSince) }),
    }
  return { urgency: 'can-wait', because: say('handover.because.nothing') }
}

/** The words of theirs that showed how they feel, newest letters first; at most four. */
async function feelingsOf(db: Db | Trx, conversationId: string): Promise<BriefSources['feels']> {
  const { rows } = await sql<{ signal: string; words: string; messageId: string }>`
    select e->>'signal' as signal, e->>'words' as words, r.message_id
    from readings r join messages m on m.conversation_id = r.conversation_id and m.id = r.message_id,
      jsonb_array_elements(r.evidence) with ordinality as x(e, place)
    where r.conversation_id = ${conversationId} and e->>'signal' = any(${feelings}::text[])
    order by m.at desc, place limit 4`.execute(db)
  return rows
}

async function openAsks(db: Db | Trx, conversationId: string): Promise<BriefSources['asked']> {
  return db
    .selectFrom('asks')
    .select(['text', 'messageId'])
    .where('conversationId', '=', conversationId)
    .where('answeredAt', 'is', null)
    .orderBy('messageId')
    .orderBy('position')
    .limit(10)
    .execute()
}
