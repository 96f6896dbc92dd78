import { createHash } from 'node:crypto'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { nextOpen } from '#server/calendar/workingTime.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { participantsOf } from '#server/conversations/queries.ts'
import { latestUrgent } from '#server/oncall/queries.ts'
import { triageNow } from '#server/oncall/triage.ts'
import type { Company } from '#server/team/company.ts'
import { isOn } from '#server/team/practices.ts'
import { frame } from './frame.ts'
import { escapeHtml, letters } from './html.ts'
import { veiled } from './mineKeys.ts'
import { callInWords } from './urgent.ts'
import type { Voice } from './voice.ts'
import { waitInWords } from './wait.ts'
import { saidHtml } from './write.ts'

export interface Around {
  company: Company
  voice: Voice
}

export interface AskForm {
  once: string
  /** Proves that the form came from our page, today. */
  stamp: string
  wrong?: string
  given?: Readonly<Record<string, string>>
}

/** One field for the words and one for the address. Out of hours, one question: can it wait? */
export async function askPage(
  house: House,
  { company, voice }: Around,
  inboxId: string,
  { once, stamp, wrong, given = {} }: AskForm,
): Promise<string> {
  const { told } = voice
  const triage = await triageNow(house.db, inboxId)
  const title = voice.say('pages.ask.title')
  const hidden = (name: string, value: string) =>
    `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`
  const field = (name: string, type: string, more: string) =>
    `<p class="ask"><label for="${name}">${told(`pages.ask.${name}`)}</label> <input id="${name}" name="${name}" type="${type}" autocomplete="${type}" value="${escapeHtml(given[name] ?? '')}" ${more}></p>`
  const end = triage
    ? `<h2>${told('oncall.page.askTitle')}</h2><p>${told('oncall.page.ask', { open: triage.open ? voice.moment(triage.open) : voice.say('oncall.soon') })}</p>${field('tel', 'tel', 'maxlength="60"')}<div class="row"><button name="wait" value="no">${told('pages.ask.canWait')}</button><button name="wait" value="yes" class="quiet">${told('pages.ask.cannotWait')}</button></div>`
    : `<button>${told('pages.send')}</button>`
  // Programs fill every field they find; people do not see this one.
  const trap = `<p class="away-from-view" aria-hidden="true"><label for="website">${told('pages.ask.leaveEmpty')}</label> <input id="website" name="website" tabindex="-1" autocomplete="off"></p>`
  const form = `<form method="post" action="/ask"><h2><label for="text">${told('pages.ask.text')}</label></h2>${wrong ? saidHtml({ kind: 'bad', text: wrong }) : ''}<textarea id="text" name="text" rows="6" maxlength="20000" required>${escapeHtml(given.text ?? '')}</textarea>${field('email', 'email', 'required maxlength="254"')}${trap}${hidden('once', once)}${hidden('stamp', stamp)}${end}</form>`
  const wait = await beforeAsking(house, voice, inboxId, triage === null)
  return frame(
    { company, voice, title: `${title} – ${company.name}`, footer: 'pages.ask.footer' },
    `<p class="company">${escapeHtml(company.name)}</p><h1>${escapeHtml(title)}</h1>${wait}${form}`,
  )
}

/** How long it really takes here, before a word is written; where we do not know, when we are here again, unless that is said below. */
async function beforeAsking(house: House, voice: Voice, inboxId: string, saysOpen: boolean): Promise<string> {
  const now = await clockNow(house.db)
  const sentence = await waitInWords(house.db, voice, { inboxId, channel: 'page', since: now })
  if (sentence) return `<p>${sentence}</p>`
  if (!saysOpen) return ''
  const open = nextOpen(now, await workingTime(house.db))
  return open && open > now ? `<p>${voice.told('pages.ask.closed', { open: voice.moment(open) })}</p>` : ''
}

/** After asking: how it stands. Whose the address is nobody has shown yet, so nothing that was said is here but what they sent. */
export async function askedPage(
  house: House,
  { company, voice }: Around,
  conversation: ConversationRow,
): Promise<{ html: string; tag: string }> {
  const { told } = voice
  const answered = await wasAnswered(house, conversation)
  const requester = (await participantsOf(house.db, conversation.id)).find((one) => one.role === 'requester')
  // The letter that began it: an older one may have been merged in since, and whose the address is nobody has shown.
  const first = await house.db
    .selectFrom('messages')
    .select('text')
    .where('conversationId', '=', conversation.id)
    .where('customerId', '=', conversation.customerId)
    .where('direction', '=', 'in')
    .where('channel', '=', 'page')
    .where('at', '=', conversation.createdAt)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  const address = veiled(requester?.email ?? '')
  const urgent = await urgentPart(house, voice, conversation)
  const stands = answered
    ? `<p>${told('pages.ask.answered', { address })}</p>`
    : `<p>${told('pages.ask.goesTo', { address })}</p>${await whileWaiting(house, voice, conversation)}`
  const live = [
    `<section id="urgent" data-live${urgent ? '' : ' hidden'}>${urgent ?? ''}</section>`,
    `<section id="stands" data-live><h2>${told('pages.ask.next')}</h2>${stands}</section>`,
  ].join('')
  const tag = `"${createHash('sha256').update(live).digest('base64url').slice(0, 22)}"`
  const title = voice.say('pages.ask.haveIt')
  const body = `<p class="company">${escapeHtml(company.name)}</p><h1>${escapeHtml(title)}</h1><p id="news" role="status" data-news="${told('pages.news')}"></p>${live}<section><h2>${told('pages.ask.yourWords')}</h2><blockquote>${letters(first?.text ?? '')}</blockquote></section>`
  return {
    html: frame(
      { company, voice, title: `${title} – ${company.name}`, tag, footer: 'pages.ask.footer' },
      body,
    ),
    tag,
  }
}

const wasAnswered = async (house: House, { id, createdAt }: ConversationRow): Promise<boolean> =>
  (await house.db
    .selectFrom('messages')
    .select('id')
    .where('conversationId', '=', id)
    .where('at', '>=', createdAt)
    .where('direction', '=', 'out')
    .where('autoReply', '=', false)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Somebody is being called, or has it, with a clock time. */
async function urgentPart(house: House, voice: Voice, conversation: ConversationRow): Promise<string | null> {
  if (!(await isOn(house.db, 'onCall'))) return null
  const urgent = await latestUrgent(house.db, conversation)
  return urgent ? callInWords(house.db, voice, urgent) : null
}

async function whileWaiting(house: House, voice: Voice, conversation: ConversationRow): Promise<string> {
  const { inboxId, channel, waitingSince: since } = conversation
  // A promise says more than any average.
  if (!since || conversation.nextPromiseDue) return ''
  const sentence = await waitInWords(house.db, voice, { inboxId, channel, since })
  return sentence ? `<p>${sentence}</p>` : ''
}
