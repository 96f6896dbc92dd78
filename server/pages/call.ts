import { clockNow } from '#server/base/clock.ts'
import { Problem } from '#server/base/errors.ts'
import { written } from '#server/base/written.ts'
import { cancelCall, moveCall, wantCall } from '#server/callbacks/actions.ts'
import { type FreeSlots, freeSlots, type Slot } from '#server/callbacks/free.ts'
import { wantedCall } from '#server/callbacks/queries.ts'
import { placeOf } from '#server/callbacks/words.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { participantsOf } from '#server/conversations/queries.ts'
import { plain, receiveMessage } from '#server/conversations/receive.ts'
import { keepTimeZone } from '#server/customers/reaching.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { tellThem } from '#server/oncall/saying.ts'
import { isOn } from '#server/team/practices.ts'
import { escapeHtml } from './html.ts'
import { isTooOften } from './http.ts'
import type { Pressed, Section, Visitor } from './section.ts'
import type { Voice } from './voice.ts'
import { zones } from './zones.ts'

/** Days of times on the page; the page stays light, and who needs another day writes it. */
const daysShown = 4

/** "Call me at …": one of the times that are free, in their zone; and once it is set, another one, or none. */
export const callSection: Section = {
  name: 'call',
  quiet: true,
  async html(db, conversation, visitor) {
    if (!(await isOn(db, 'callbacks'))) return null
    const call = await wantedCall(db, conversation)
    return call ? setCall(db, conversation, visitor, call) : askForCall(db, conversation, visitor)
  },
  async press(trx, conversation, visitor, fields) {
    if (!(await isOn(trx, 'callbacks'))) return { wrong: 'callbacks.wrong.off' }
    if (fields.do === 'zone') return keepZone(trx, visitor, fields.zone ?? '')
    // Each sends a letter.
    if (await isTooOften(visitor.house, `page-call:${conversation.id}`, { limit: 10, seconds: 86_400 }))
      return { wrong: 'pages.oftenPressed' }
    const call = await wantedCall(trx, conversation)
    if (fields.do === 'cancel') {
      if (call) {
        await cancelCall(trx, visitor.by, call.id)
        await confirmCall(trx, conversation, visitor, 'cancelled')
      }
      return { said: 'callbacks.said.cancelled' }
    }
    const at = readSlot(fields.slot)
    if (!at) return { wrong: 'callbacks.wrong.noTime' }
    return refusedInWords(async () => {
      if (call) {
        await moveCall(trx, visitor.by, call.id, at)
        await confirmCall(trx, conversation, visitor, 'moved')
        return { said: 'callbacks.said.moved' }
      }
      const { phone = '', about = '' } = fields
      const { timeZone } = visitor.voice
      const wanted = { conversationId: conversation.id, at, phone, about: about.slice(0, 1000), timeZone }
      await wantCall(trx, visitor.by, wanted)
      await writeItDown(trx, conversation, visitor, wanted)
      await confirmCall(trx, conversation, visitor, 'asked')
      return { said: 'callbacks.said.asked' }
    })
  },
}

async function askForCall(db: Db | Trx, conversation: ConversationRow, visitor: Visitor): Promise<string> {
  const { voice, given } = visitor
  const free = await freeSlots(db, conversation)
  const title = `<h2>${voice.told('callbacks.page.title')}</h2>`
  if (free.slots.length === 0) return `${title}<p>${voice.told('callbacks.page.noTimes')}</p>`
  const known = await db
    .selectFrom('customerAddresses')
    .select('address')
    .where('customerId', '=', visitor.customerId)
    .where('kind', '=', 'phone')
    .orderBy('createdAt', 'desc')
    .executeTakeFirst()
  const phone = given?.phone ?? known?.address ?? ''
  const open = given && 'phone' in given ? ' open' : ''
  return `${title}<p>${whoRings(free, visitor)}</p><details${open}><summary>${voice.told('callbacks.page.pick')}</summary>${visitor.form(
    'call',
    `${times(free.slots, voice, given?.slot)}<p><label for="phone">${voice.told('callbacks.page.phone')}</label> <input id="phone" name="phone" type="tel" autocomplete="tel" required maxlength="60" value="${escapeHtml(phone)}"></p><p><label for="about">${voice.told('callbacks.page.about')}</label> <input id="about" name="about" maxlength="1000" value="${escapeHtml(given?.about ?? '')}"></p><button>${voice.told('callbacks.page.ask')}</button>`,
  )}${await zoneForm(db, visitor)}</details>`
}

async function setCall(
  db: Db | Trx,
  conversation: ConversationRow,
  visitor: Visitor,
  call: NonNullable<Awaited<ReturnType<typeof wantedCall>>>,
): Promise<string> {
  const { voice, page, given } = visitor
  const now = await clockNow(db)
  const values = {
    when: voice.moment(call.due),
    place: placeOf(voice.timeZone),
    phone: call.phone,
    name: call.caller ?? page.company.name,
  }
  const sentence =
    call.state === 'open' || call.due > now
      ? `<p class="by">${voice.told('callbacks.page.set', values)}</p>`
      : `<p class="late">${voice.told('callbacks.page.late', values)}</p>`
  const matter = { inboxId: conversation.inboxId, assigneeId: conversation.assigneeId }
  const { slots } = await freeSlots(db, matter, { except: call.id, minutes: call.minutes })
  const other = slots.filter((slot) => slot.at.getTime() !== call.due.getTime())
  const move = other.length
    ? `${times(other, voice, given?.slot)}<button>${voice.told('callbacks.page.move')}</button> `
    : ''
  const cancel = `<button name="do" value="cancel" class="quiet" formnovalidate>${voice.told('callbacks.page.cancel')}</button>`
  return `<h2>${voice.told('callbacks.page.title')}</h2>${sentence}<details${given ? ' open' : ''}><summary>${voice.told('callbacks.page.other')}</summary>${visitor.form('call', `${move}${cancel}`)}</details>`
}

function whoRings({ caller, minutes }: FreeSlots, { voice, page }: Visitor): string {
  return voice.told(caller ? 'callbacks.page.who' : 'callbacks.page.team', {
    name: caller?.name ?? page.company.name,
    minutes,
  })
}

/** The times by day, in the reader's zone, which is named. */
function times(slots: readonly Slot[], voice: Voice, chosen: string | undefined): string {
  const clock = written(voice.locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: voice.timeZone,
  })
  const days = [...Map.groupBy(slots, (slot) => voice.moment(slot.at).replace(/,? \d\d:\d\d.*$/, ''))]
  const groups = days.slice(0, daysShown).map(([day, of]) => {
    const options = of.map(({ at }) => {
      const value = slotText(at)
      return `<option value=${value}${value === chosen ? ' selected' : ''}>${clock.format(at)}`
    })
    return `<optgroup label="${escapeHtml(day)}">${options.join('')}</optgroup>`
  })
  return `<p><label for="slot">${voice.told('callbacks.page.when', { place: placeOf(voice.timeZone) })}</label> <select id="slot" name="slot" required><option value=""${chosen ? '' : ' selected'}>${voice.told('callbacks.page.choose')}${groups.join('')}</select></p>`
}

const slotText = (at: Date): string => Math.round(at.getTime() / 60_000).toString(36)
function readSlot(text: string | undefined): Date | null {
  const minutes = /^[0-9a-z]{4,7}$/.test(text ?? '') ? Number.parseInt(text!, 36) : Number.NaN
  return Number.isNaN(minutes) ? null : new Date(minutes * 60_000)
}

/** Where nobody knows their clock yet, they may say it; from then on every time on their page is theirs. */
async function zoneForm(db: Db | Trx, visitor: Visitor): Promise<string> {
  const { timeZone } = await db
    .selectFrom('customers')
    .select('timeZone')
    .where('id', '=', visitor.customerId)
    .executeTakeFirstOrThrow()
  if (timeZone) return ''
  const { voice } = visitor
  const options = zones.map(
    (zone) =>
      `<option${zone === voice.timeZone ? ' selected' : ''} value=${zone}>${escapeHtml(placeOf(zone))}`,
  )
  return `<details><summary>${voice.told('callbacks.page.elsewhere', { place: placeOf(voice.timeZone) })}</summary>${visitor.form('call', `<p><label for="zone">${voice.told('callbacks.page.zone')}</label> <select id="zone" name="zone">${options.join('')}</select></p><button name="do" value="zone" class="quiet">${voice.told('callbacks.page.zoneSet')}</button>`)}</details>`
}

async function keepZone(trx: Trx, { by, customerId, inboxId }: Visitor, zone: string): Promise<Pressed> {
  if (!zones.includes(zone)) return { wrong: 'callbacks.wrong.zone' }
  await keepTimeZone(trx, by, { customerId, inboxId, timeZone: zone })
  return { said: 'callbacks.said.zone' }
}

/** The same by mail, to be found again: who calls, when, on which number, and where to change it. */
async function confirmCall(
  trx: Trx,
  conversation: ConversationRow,
  { house, voice, page }: Visitor,
  what: 'asked' | 'moved' | 'cancelled',
): Promise<void> {
  const call = await wantedCall(trx, conversation)
  const values = {
    caller: call?.caller ?? page.company.name,
    when: call ? voice.moment(call.due) : '',
    place: placeOf(voice.timeZone),
    phone: call?.phone ?? '',
  }
  await tellThem(house, trx, conversation, {
    key: `callbacks.letter.${what}`,
    values,
    answers: null,
    by: 'person',
  })
}

/** Their wish stands in the conversation in words; whose turn it is follows from what else they wrote. */
async function writeItDown(
  trx: Trx,
  conversation: ConversationRow,
  { by, voice }: Visitor,
  { at, phone, about }: { at: Date; phone: string; about: string },
): Promise<void> {
  const requester = (await participantsOf(trx, conversation.id)).find((one) => one.role === 'requester')
  const text = voice.say('callbacks.page.words', {
    when: voice.moment(at),
    place: placeOf(voice.timeZone),
    phone: phone.trim(),
    about: about.trim(),
    hasAbout: about.trim() ? 'yes' : 'no',
  })
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
    reopens: conversation.status === 'closed' || about.trim() !== '',
  })
}

/** What can be in the way is said in the page's own words; anything else is a fault of ours. */
async function refusedInWords(act: () => Promise<Pressed>): Promise<Pressed> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.type === 'time-taken') return { wrong: 'callbacks.wrong.taken' }
    if (error.errors?.some((one) => one.pointer === '/phone')) return { wrong: 'callbacks.wrong.phone' }
    if (error.type === 'promise-settled') return { wrong: 'callbacks.wrong.settled' }
    throw error
  }
}
