import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { changePageRules } from '#server/conversations/pageRules.ts'
import { markSpam } from '#server/conversations/spam.ts'
import { letter, maria } from '#server/conversations/testing.ts'
import { writeMessage } from '#server/conversations/write.ts'
import { transaction } from '#server/database/database.ts'
import { setRota } from '#server/oncall/rota.ts'
import { takeUrgent } from '#server/oncall/taking.ts'
import { considerUrgent } from '#server/oncall/urgent.ts'
import { mergeConversation } from '#server/replies/merge.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { openPages, type Pages } from './testing.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
  const { db, ben, ana, repairs } = pages
  await changeCompany(db, tend, { name: 'Casa Amaral', timeZone: 'Europe/Lisbon' })
  await switchPractice(db, tend, 'onCall', true)
  await setRota(db, tend, repairs, { members: [ben.id, ana.id], changesAt: '08:00', escalateMinutes: 10 })
})
afterAll(() => pages.close())
beforeEach(async () => {
  await changePageRules(pages.db, tend, { askInboxId: pages.repairs })
})

/** The next day of the week at an hour of UTC; Lisbon has the same in winter, and an hour more in summer. */
async function goTo(weekday: number, hour: number): Promise<void> {
  const day = new Date((await clockNow(pages.db)).getTime() + 86_400_000)
  while (day.getUTCDay() !== weekday) day.setUTCDate(day.getUTCDate() + 1)
  day.setUTCHours(hour, 2, 0, 0)
  await moveClock(pages.db, day)
}
const openHours = () => goTo(2, 10)
const sundayNight = () => goTo(0, 21)

let people = 0
const stranger = () => `petra.${++people}@mail.example`

/** The form as a browser has it, filled in. */
async function form(fields: Record<string, string>): Promise<Record<string, string>> {
  const { all } = await pages.open('/ask')
  const hidden = Object.fromEntries(
    all('input')
      .filter((one) => one.attribs.type === 'hidden')
      .map((one) => [one.attribs.name!, one.attribs.value!]),
  )
  return { ...hidden, website: '', ...fields }
}
const words = 'Could you look at our gate? It no longer closes by itself.'
const conversationOf = (email: string) =>
  pages.db
    .selectFrom('conversations')
    .innerJoin('participants', 'participants.conversationId', 'conversations.id')
    .selectAll('conversations')
    .where('participants.address', '=', email)
    .execute()
const lettersTo = (email: string) =>
  pages.db
    .selectFrom('outbox')
    .innerJoin('outboxRecipients', 'outboxRecipients.outboxId', 'outbox.id')
    .innerJoin('messages', 'messages.id', 'outbox.messageId')
    .select(['messages.text', 'outbox.kind', 'messages.subject'])
    .where('outboxRecipients.address', '=', email)
    .execute()

it('is not there until an admin says where its letters go', async () => {
  await changePageRules(pages.db, tend, { askInboxId: null })
  const page = await pages.open('/ask')
  expect([page.status, page.text.includes('There is no such page')]).toEqual([404, true])
  expect((await pages.send('/ask', { text: words, email: stranger() })).status).toBe(404)
  await expect(
    changePageRules(pages.db, tend, { askInboxId: 'ibx_0000000000000000000000' }),
  ).rejects.toMatchObject({ status: 404 })
})

it('asks for words and an address, makes a conversation of them once, and sends the link by mail', async () => {
  await openHours()
  const page = await pages.open('/ask')
  expect(page.body).not.toContain('Can it wait')
  expect(page.all('input').filter((one) => one.attribs.type !== 'hidden')).toHaveLength(2)
  expect(Buffer.byteLength(page.body)).toBeLessThan(6000)
  const email = stranger()
  const filled = await form({ text: words, email: email.toUpperCase() })
  const sent = await pages.send('/ask', filled)
  expect(sent.status).toBe(303)
  expect((await pages.send('/ask', filled)).headers.location).toBe(sent.headers.location)
  const [conversation, ...more] = await conversationOf(email)
  expect(more).toEqual([])
  expect(conversation).toMatchObject({
    subject: 'Could you look at our gate?',
    status: 'open',
    inboxId: pages.repairs,
    gist: words,
  })
  const [note, ...others] = await lettersTo(email)
  expect(others).toEqual([])
  expect(note?.kind).toBe('automatic')
  expect(note?.text).toContain(await pages.pathOf(conversation!.id))
  expect(note?.text).not.toContain('gate')
  // The address may be anybody's: nobody sends words through us.
  expect(note?.subject).toBe('Your message to Casa Amaral')
})

it('shows the browser no older letter that was merged in since', async () => {
  await openHours()
  const email = stranger()
  const older = await letter(pages.db, {
    inboxId: pages.repairs,
    from: { name: 'Petra Alves', email },
    text: 'The key lies under the third pot.',
  })
  const { headers } = await pages.send('/ask', await form({ text: words, email }))
  const asked = (await conversationOf(email)).find((one) => one.id !== older.conversationId)!
  await mergeConversation(pages.house, pages.ana, asked.id, {
    conversationId: older.conversationId,
    differentPerson: false,
  })
  const page = await pages.open(headers.location as string)
  expect(page.body).not.toContain('third pot')
  expect(page.read('blockquote')).toBe(words)
})

it('shows the browser how it stands and their own words, and nothing that is said in answer', async () => {
  await openHours()
  const email = stranger()
  const { headers } = await pages.send('/ask', await form({ text: words, email }))
  const path = headers.location as string
  const [conversation] = await conversationOf(email)
  const before = await pages.open(path)
  expect(before.text).toContain('p•••@mail.example')
  expect(before.body).not.toContain(email)
  await transaction(pages.db, (trx) =>
    writeMessage(trx, pages.ana, {
      conversationId: conversation!.id,
      to: [{ name: null, email }],
      cc: [],
      subject: conversation!.subject,
      text: 'The code of your gate is 4711.',
      html: null,
      attachmentIds: [],
      clientKey: null,
    }),
  )
  const after = await pages.open(path, { 'if-none-match': before.headers.etag as string })
  expect(after.text).toContain('We have answered')
  expect(after.body).not.toContain('4711')
  expect(after.body).not.toContain(await pages.pathOf(conversation!.id))
  expect((await pages.open(`${path}x`)).status).toBe(404)
})

it('warns the team where somebody writes under the address of a person they know', async () => {
  await openHours()
  await letter(pages.db, { inboxId: pages.repairs, from: maria, text: 'Thank you for the new lock.' })
  await pages.send('/ask', await form({ text: 'Please tell me the code of my alarm.', email: maria.email }))
  const message = await pages.db
    .selectFrom('messages')
    .select(['warnings', 'customerId'])
    .where('text', '=', 'Please tell me the code of my alarm.')
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(message.warnings)).toContain('Nobody has shown yet')
  const unknown = await pages.db
    .selectFrom('messages')
    .select('warnings')
    .where('text', '=', words)
    .executeTakeFirstOrThrow()
  expect(unknown.warnings).toEqual([])
})

it('on a Sunday night asks whether it can wait, calls when it cannot, and then names a person and a time', async () => {
  await sundayNight()
  const page = await pages.open('/ask')
  expect(page.text).toMatch(/Can it wait\?We are closed at this moment and open again on Monday/)
  const email = stranger()
  const text = 'Water comes through the ceiling of our kitchen.'
  const sent = await pages.send('/ask', await form({ text, email, tel: '+351 912 345 678', wait: 'yes' }))
  expect(sent.status).toBe(303)
  const path = sent.headers.location as string
  expect((await pages.open(path)).text).toContain('Somebody is being called')
  const [conversation] = await conversationOf(email)
  const urgent = await pages.db
    .selectFrom('urgents')
    .selectAll()
    .where('conversationId', '=', conversation!.id)
    .executeTakeFirstOrThrow()
  expect(urgent.state).toBe('calling')
  // What care language reads in it later calls nobody anew.
  await considerUrgent(pages.house, { conversationId: conversation!.id, messageId: urgent.messageId })
  expect(
    await pages.db.selectFrom('urgentCalls').selectAll().where('urgentId', '=', urgent.id).execute(),
  ).toHaveLength(1)
  expect(await lettersTo(email)).toHaveLength(1)
  const message = await pages.db
    .selectFrom('messages')
    .select('text')
    .where('id', '=', urgent.messageId)
    .executeTakeFirstOrThrow()
  expect(message.text).toBe(`${text}\n\nPlease call me at +351 912 345 678.`)
  await takeUrgent(pages.house, pages.ana, urgent.id, 20)
  expect((await pages.open(path)).text).toMatch(/has your message and calls you by Sunday \d+ \w+, \d\d:\d\d/)
})

it('calls nobody when they say that it can wait, however it sounds', async () => {
  await sundayNight()
  const email = stranger()
  const text = 'The heating is broken, this is urgent, but we are away until Tuesday.'
  await pages.send('/ask', await form({ text, email, wait: 'no' }))
  const [conversation] = await conversationOf(email)
  await considerUrgent(pages.house, {
    conversationId: conversation!.id,
    messageId: conversation!.lastMessageId,
  })
  const urgents = await pages.db
    .selectFrom('urgents')
    .select('state')
    .where('conversationId', '=', conversation!.id)
    .execute()
  expect(urgents).toEqual([{ state: 'can-wait' }])
})

it('puts who is blocked with the spam: nobody is woken, and no letter goes', async () => {
  await sundayNight()
  const email = stranger()
  const { conversationId } = await letter(pages.db, {
    inboxId: pages.repairs,
    from: { name: 'Petra', email },
    text: 'Cheap roofs, today only.',
  })
  await markSpam(pages.db, pages.ana, conversationId, { block: true })
  const sent = await pages.send('/ask', await form({ text: 'Cheap roofs, again.', email, wait: 'yes' }))
  expect(sent.status).toBe(303)
  const [, asked] = (await conversationOf(email)).toSorted((one, other) => (one.id < other.id ? -1 : 1))
  expect(asked!.spamAt).not.toBeNull()
  const urgents = await pages.db
    .selectFrom('urgents')
    .select('id')
    .where('conversationId', '=', asked!.id)
    .execute()
  expect([urgents, await lettersTo(email)]).toEqual([[], []])
})

it('keeps what they wrote when something is missing, and says what', async () => {
  await openHours()
  const good = { text: words, email: stranger() }
  for (const [wrong, says] of [
    [{ email: 'petra' }, 'That is no e-mail address yet'],
    [{ text: ' ' }, 'nothing in the message yet'],
    [{ tel: 'tomorrow' }, 'number'],
    [{ website: 'https://cheap.example' }, 'must stay empty'],
    [{ stamp: 'x.y' }, 'more than a day'],
  ] as const) {
    const answer = await pages.send('/ask', await form({ ...good, ...wrong }))
    expect([answer.status, answer.text.includes(says)]).toEqual([422, true])
    if (!('text' in wrong)) expect(answer.read('text')).toContain(words)
  }
  expect(await conversationOf(good.email)).toEqual([])
})

it('takes so much from one address a day and wakes somebody so often, and says where else to write', async () => {
  await openHours()
  const email = stranger()
  await pages.fill(`ask-address:${email}`, 86_400, 5)
  const often = await pages.send('/ask', await form({ text: words, email }))
  expect([often.status, often.text.includes('repairs@')]).toEqual([429, true])
  const tagged = email.replace('@', '+again@')
  expect((await pages.send('/ask', await form({ text: words, email: tagged }))).status).toBe(429)
  await sundayNight()
  await pages.fill('ask-night', 3600, 12)
  const other = stranger()
  const night = await pages.send('/ask', await form({ text: words, email: other, wait: 'yes' }))
  expect([night.status, night.text.includes('has been called from here already')]).toEqual([429, true])
  expect((await pages.send('/ask', await form({ text: words, email: other, wait: 'no' }))).status).toBe(303)
})

it('speaks German to whoever asks in German, by page and by letter', async () => {
  await openHours()
  const page = await pages.open('/ask', { 'accept-language': 'de-AT,de;q=0.9' })
  expect(page.text).toContain('Was können wir für Sie tun?')
  const email = stranger()
  const text = 'Können Sie bitte nach unserem Tor sehen? Es schließt nicht mehr von selbst.'
  await pages.send('/ask', await form({ text, email }))
  const [note] = await lettersTo(email)
  expect(note?.text).toContain('Ihre Nachricht ist bei uns')
  expect(note?.subject).toBe('Ihre Nachricht an Casa Amaral')
})
