import { clockNow } from '#server/base/clock.ts'
import { expectedWait } from '#server/targets/queries.ts'
import type { Section } from './section.ts'

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
    const wait = await expectedWait(db, { inboxId, channel, since })
    if (!wait) return null
    const now = await clockNow(db)
    const times = { usually: voice.moment(wait.usuallyBy), mostly: voice.moment(wait.mostlyBy) }
    const sentence =
      now < wait.usuallyBy
        ? voice.told('targets.wait.usually', times)
        : now < wait.mostlyBy
          ? voice.told('targets.wait.mostly', times)
          : voice.told('targets.wait.longer')
    return `<h2>${voice.told('targets.wait.title')}</h2><p>${sentence}</p>`
  },
}
