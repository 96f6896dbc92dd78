import type { InboxName, TeammateName } from '#cast/company.ts'
import { type Actor, tend } from '#server/base/actor.ts'
import type { Trx } from '#server/database/database.ts'
import { setRota } from '#server/oncall/rota.ts'
import { bringUrgent } from '#server/oncall/urgent.ts'
import { setRule } from '#server/targets/actions.ts'
import { isOn } from '#server/team/practices.ts'

/** How soon people hear from the sample team, who is called at night, and the one letter that says it is probably nothing. */
export async function bringHours(
  trx: Trx,
  { inboxIds, team }: { inboxIds: Record<InboxName, string>; team: Record<TeammateName, Actor> },
): Promise<void> {
  if (await isOn(trx, 'targets')) {
    const within = (
      inbox: InboxName,
      answer: 'first' | 'next',
      minutes: number,
      pressing: boolean | null = null,
    ) => setRule(trx, tend, { inboxId: inboxIds[inbox], answer, minutes, pressing, channel: null })
    await within('repairs', 'first', 30, true)
    await within('repairs', 'first', 240)
    await within('repairs', 'next', 480)
    await within('bakery', 'first', 120)
    await within('hello', 'first', 480)
  }
  if (!(await isOn(trx, 'onCall'))) return
  const members = [team.ben, team.ana, team.rosa].map((one) => one.id!)
  await setRota(trx, tend, inboxIds.repairs, { members, changesAt: '08:00', escalateMinutes: 10 })
  const gas = await trx
    .selectFrom('messages')
    .innerJoin('conversations', 'conversations.id', 'messages.conversationId')
    .select(['messages.id', 'messages.conversationId', 'messages.inboxId', 'messages.at'])
    .where('conversations.subject', '=', 'probably nothing')
    .where('conversations.demo', '=', true)
    .executeTakeFirst()
  if (gas) await bringUrgent(trx, { ...gas, calledId: team.ben.id! })
}
