import { tend } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { moment, text as say } from '#server/base/text.ts'
import { findTeammate } from '#server/team/queries.ts'

export interface Letter {
  to: { name: string; email: string }
  subject: string
  text: string
}

/** The words of a nudge, a late notice or a handover, for one teammate; null when there is nobody to tell. Sample teammates get no mail. */
export async function promiseLetter(
  house: House,
  kind: 'nudge' | 'late' | 'handover',
  about: {
    teammateId: string | null
    conversationId: string
    what: string
    due: string | null
    customerId: string
    by: string | null
  },
): Promise<Letter | null> {
  const teammate = about.teammateId ? await findTeammate(house.db, about.teammateId) : undefined
  if (!teammate || teammate.leftAt || teammate.demo || !teammate.joinedAt) return null
  const customer = await house.db
    .selectFrom('customers')
    .select(['name', 'preferredName'])
    .where('id', '=', about.customerId)
    .executeTakeFirst()
  const values = {
    name: teammate.name.split(' ')[0]!,
    customer: customer?.preferredName ?? customer?.name ?? '',
    what: about.what,
    due: about.due ? moment(new Date(about.due), teammate.timeZone) : '',
    by: about.by ?? tend.name,
    url: `${house.url}/conversations/${about.conversationId}`,
  }
  return {
    to: { name: teammate.name, email: teammate.email },
    subject: say(`notifications.${kind}.subject`, values),
    text: say(`notifications.${kind}.text`, values),
  }
}
