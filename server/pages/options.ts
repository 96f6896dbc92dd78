import { clockNow } from '#server/base/clock.ts'
import { Problem } from '#server/base/errors.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { participantsOf } from '#server/conversations/queries.ts'
import { plain, receiveMessage } from '#server/conversations/receive.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { chooseOption } from '#server/options/actions.ts'
import { offerToChoose } from '#server/options/queries.ts'
import { isOn } from '#server/team/practices.ts'
import { escapeHtml } from './html.ts'
import type { Section, Visitor } from './section.ts'

type Offered = NonNullable<Awaited<ReturnType<typeof offerToChoose>>>

/** Two or three ways to go on, each a button, and an idea of their own. Chosen by a press alone: whoever only opens the link chooses nothing. */
export const optionsSection: Section = {
  name: 'options',
  async html(db, conversation, visitor) {
    if (!(await isOn(db, 'options'))) return null
    const offer = await offerToChoose(db, conversation)
    return offer && (offer.chosen === null ? question(offer, visitor) : answered(offer, visitor))
  },
  async press(trx, conversation, visitor, fields) {
    const offer = (await isOn(trx, 'options')) ? await offerToChoose(trx, conversation) : null
    if (!offer) return { wrong: 'options.wrong.off' }
    const own = fields.pick === 'else' ? (fields.own ?? '').trim().slice(0, 1000) : null
    const position = Number(fields.pick)
    if (own === '' || (own === null && !Number.isInteger(position))) return { wrong: 'options.wrong.none' }
    try {
      const choice = own === null ? { position } : { own }
      const { changed, text } = await chooseOption(trx, visitor.by, offer.id, choice, 'page')
      if (changed) await writeItDown(trx, conversation, visitor, text, own !== null)
      return { said: own === null ? 'options.said.chosen' : 'options.said.own' }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.type === 'choice-over') return { wrong: 'options.wrong.over' }
      if (error.type === 'offer-done' || error.type === 'offer-withdrawn')
        return { wrong: 'options.wrong.settled' }
      if (error.type === 'invalid') return { wrong: 'options.wrong.none' }
      throw error
    }
  },
}

/** The choice stands on their page with its buttons; the question need not stand there twice. */
export const asksToChoose = async (db: Db | Trx, conversation: ConversationRow): Promise<boolean> =>
  (await isOn(db, 'options')) && (await offerToChoose(db, conversation))?.chosen === null

const question = (offer: Offered, visitor: Visitor): string =>
  `<h2>${visitor.voice.told('options.page.title')}</h2><p>${escapeHtml(offer.question)}</p>${buttons(offer, visitor)}`

function answered(offer: Offered, visitor: Visitor): string {
  const { voice } = visitor
  const chosen = offer.choices.find((one) => one.position === offer.chosen)
  const text = chosen?.text ?? ''
  return `<h2>${escapeHtml(offer.question)}</h2><p class="by">${voice.told(offer.state === 'own' ? 'options.page.own' : 'options.page.chosen', { text })}</p><details><summary>${voice.told('options.page.change')}</summary>${buttons(offer, visitor)}</details>`
}

function buttons(offer: Offered, visitor: Visitor): string {
  const { voice, page, given } = visitor
  const choices = offer.choices
    .filter((one) => one.position !== offer.chosen)
    // What has no time left to be done in is no choice any more.
    .filter((one) => !one.due || new Date(one.due) > page.now)
    .map(({ position, text, due, theirs }) => {
      const more = [
        theirs && voice.told('options.page.theirs'),
        due && voice.told('options.page.by', { when: voice.moment(new Date(due)) }),
      ].filter(Boolean)
      const small = more.length ? ` <small>${more.join(' · ')}</small>` : ''
      return `<p><button name="pick" value="${position}" class="quiet" formnovalidate>${escapeHtml(text)}${small}</button></p>`
    })
  const own = offer.ownIdea
    ? `<p><label for="own">${voice.told('options.page.else')}</label> <input id="own" name="own" required maxlength="1000" value="${escapeHtml(given?.own ?? '')}"> <button name="pick" value="else" class="quiet">${voice.told('options.page.elseSend')}</button></p>`
    : ''
  // Forms of their own: Enter in the field must not press the first of the buttons.
  return [choices.join(''), own]
    .filter(Boolean)
    .map((inner) => visitor.form('options', inner))
    .join('')
}

/** What they chose stands in the conversation in their words. */
async function writeItDown(
  trx: Trx,
  conversation: ConversationRow,
  { by, voice }: Visitor,
  chosen: string,
  isOwn: boolean,
): Promise<void> {
  const requester = (await participantsOf(trx, conversation.id)).find((one) => one.role === 'requester')
  const text = voice.say(isOwn ? 'options.page.ownWords' : 'options.page.words', { text: chosen })
  await receiveMessage(trx, by, {
    conversationId: conversation.id,
    channel: 'page',
    at: await clockNow(trx),
    from: requester ? { name: requester.name, email: requester.email } : null,
    to: [],
    cc: [],
    subject: conversation.subject,
    text,
    textFull: text,
    ...plain,
    // What is chosen is ours to do, by its promise; an idea wants an answer.
    reopens: isOwn || conversation.status === 'closed',
  })
}
