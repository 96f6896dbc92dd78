import { escapeHtml } from './html.ts'
import { addressFor, askForLink, linkOf, veiled } from './mineKeys.ts'
import type { Section } from './section.ts'

/** The way to everything of theirs: behind a second proof, because a request's link may have been passed on. */
export const mineSection: Section = {
  name: 'mine',
  async html(db, conversation, { voice, form, customerId }) {
    const address = await addressFor(db, customerId, conversation.id)
    if (!address) return null
    const { told } = voice
    return `<h2>${told('pages.mine')}</h2><p>${told('pages.mineText')}</p><p id="mine-how">${told('pages.mineHow', { address: veiled(address) })}</p>${form('mine', `<button class="quiet" aria-describedby="mine-how">${escapeHtml(voice.say('pages.mineSend'))}</button>`)}`
  },
  async press(trx, conversation, { house, by, customerId, inboxId }) {
    const asked = await askForLink(trx, by, { customerId, inboxId })
    if (!asked) return { wrong: 'pages.mineNotToday' }
    // People of the sample have no mailbox: for them the link is their letter.
    const link = conversation.demo ? await linkOf(house, trx, asked.keyId) : null
    return link ? { go: new URL(link.url).pathname } : { said: 'pages.said.linkSent' }
  },
}
