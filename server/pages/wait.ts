import { clockNow } from '#server/base/clock.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { expectedWait } from '#server/targets/queries.ts'
import type { Section } from './section.ts'
import type { Voice } from './voice.ts'

/** While somebody waits for the first word of a person: how long that really takes here. Nothing is said where we do not know. */
export const waitSection: Section = {
  name: 'wait',
  quiet: true,
  async html(db, conversation, { voice, page }) {
    const { inboxId, channel, waitingSince: since, status } = conversation
    if (!since || status === 'closed' || status === 'waiting') return null
    if (page.messages.some((message) => message.ours)) return null
    // A promise says more than any average.
    if (conversation.nextPromiseDue) return null
    const sentence = await waitInWords(db, voice, { inboxId, channel, since })
    if (!sentence) return null
    return `<h2>${voice.told('targets.wait.title')}</h2><p>${sentence}</p>`
  },
}

/** What the last weeks say of whoever asked at `since`; null where they say nothing. */
export async function waitInWords(
  db: Db | Trx,
  voice: Voice,
  asked: { inboxId: string; channel: string; since: Date },
): Promise<string | null> {
  const wait = await expectedWait(db, asked)
  if (!wait) return null
  const now = await clockNow(db)
  const times = { usually: voice.moment(wait.usuallyBy), mostly: voice.moment(wait.mostlyBy) }
  if (now < wait.usuallyBy) return voice.told('targets.wait.usually', times)
  return now < wait.mostlyBy ? voice.told('targets.wait.mostly', times) : voice.told('targets.wait.longer')
}
