import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { assign, close } from '#server/conversations/state.ts'
import { letter, maria } from '#server/conversations/testing.ts'
import { changeCompany } from '#server/team/company.ts'
import { switchPractice } from '#server/team/practices.ts'
import { openPages, type Pages } from './testing.ts'

let stage: Pages
beforeAll(async () => {
  stage = await openPages()
  await changeCompany(stage.db, tend, { name: 'Casa Amaral', timeZone: 'Europe/Lisbon' })
  await switchPractice(stage.db, tend, 'callbacks', true)
})
afterAll(() => stage.close())

async function matter(from = maria) {
  const { conversationId, customerId } = await letter(stage.db, {
    inboxId: stage.repairs,
    from,
    text: 'The boiler is out again.',
  })
  await assign(stage.db, tend, conversationId, stage.ana.id)
  return { conversationId, customerId, path: await stage.pathOf(conversationId) }
}
type Page = Awaited<ReturnType<Pages['open']>>
const slots = (page: Page) =>
  page
    .all('option')
    .map((one) => one.attribs.value ?? '')
    .filter((value) => /^[0-9a-z]{4,7}$/.test(value))
let presses = 0
const call = (path: string, fields: Record<string, string>) =>
  stage.send(`${path}/call`, { once: `press ${presses++}`, ...fields })
const callsOf = (conversationId: string) =>
  stage.db
    .selectFrom('callbacks')
    .innerJoin('promises', 'promises.id', 'callbacks.promiseId')
    .select(['callbacks.phone', 'promises.due', 'promises.state', 'promises.makerId', 'callbacks.timeZone'])
    .where('callbacks.conversationId', '=', conversationId)
    .execute()

describe('"Call me", without JavaScript', () => {
  it('offers times in their own zone, sets the call, writes it down, and says so', async () => {
    const { conversationId, customerId, path } = await matter()
    const page = await stage.open(path)
    expect(page.read('call')).toMatch(/Ana Costa calls you .*When \(Lisbon time\)/)
    expect(Buffer.byteLength(page.body)).toBeLessThan(50_000)
    const [first] = slots(page)
    const asked = await call(path, { slot: first!, phone: '+351 912 345 678', about: 'The noise at night' })
    expect([asked.status, asked.headers.location]).toEqual([
      303,
      `${path}?sent=call~callbacks.said.asked#call`,
    ])
    const [set] = await callsOf(conversationId)
    expect(set).toMatchObject({ phone: '+351 912 345 678', makerId: stage.ana.id, state: 'open' })
    const after = await stage.open(`${path}?sent=call~callbacks.said.asked`)
    expect(after.read('call')).toMatch(
      /The call is set\.Ana Costa calls you on .* \(Lisbon time\), on \+351 912 345 678/,
    )
    expect(after.read('doing')).toContain('Next We call you')
    expect(after.read('conversation')).toMatch(/Please call me on .*The noise at night/)
    const card = await stage.db
      .selectFrom('customerAddresses')
      .select('address')
      .where('customerId', '=', customerId)
      .where('kind', '=', 'phone')
      .execute()
    expect(card).toEqual([{ address: '+351 912 345 678' }])
  })

  it('moves and cancels it; pressed twice it is one call', async () => {
    const { conversationId, path } = await matter()
    const [first, , third] = slots(await stage.open(path))
    const fields = { slot: first!, phone: '912 345 678', once: 'the same form' }
    await Promise.all([call(path, fields), call(path, fields)])
    expect(await callsOf(conversationId)).toHaveLength(1)
    await call(path, { slot: third! })
    const [moved] = await callsOf(conversationId)
    expect(moved!.due!.getTime()).toBe(Number.parseInt(third!, 36) * 60_000)
    await call(path, { do: 'cancel' })
    const letters = await stage.db
      .selectFrom('outbox')
      .innerJoin('messages', 'messages.id', 'outbox.messageId')
      .select(['messages.text', 'messages.autoReply'])
      .where('outbox.conversationId', '=', conversationId)
      .orderBy('outbox.id')
      .execute()
    expect(letters.map((one) => one.autoReply)).toEqual([true, true, true])
    expect(letters[0]!.text).toMatch(
      /^Dear Maria.*\n\nAna Costa calls you on .* \(Lisbon time\), on 912 345 678/,
    )
    expect(letters[1]!.text).toContain('here is the new time: Ana Costa calls you on')
    expect(letters[2]!.text).toContain('nobody calls you')
    expect(letters[2]!.text).toContain(`${path}#call`)
    expect((await callsOf(conversationId)).map((one) => one.state)).toEqual(['released'])
    expect((await stage.open(path)).read('call')).toContain('Pick a time for a call')
  })

  it('keeps what was typed when something is in the way', async () => {
    const { conversationId, path } = await matter()
    const [first] = slots(await stage.open(path))
    const wrong = await call(path, { slot: first!, phone: 'ring my sister', about: 'Only after five' })
    expect([wrong.status, wrong.read('call')]).toEqual([
      422,
      expect.stringContaining('does not look like a number'),
    ])
    expect(wrong.all('input').map((one) => one.attribs.value)).toEqual(
      expect.arrayContaining(['ring my sister', 'Only after five']),
    )
    expect((await call(path, { slot: 'zzzz', phone: '912 345 678' })).read('call')).toContain(
      'just been taken',
    )
    expect((await call(path, { phone: '912 345 678' })).read('call')).toContain('no time chosen')
    expect(await callsOf(conversationId)).toEqual([])
  })

  it('speaks in the zone they say is theirs, and in their language', async () => {
    const { conversationId, customerId, path } = await matter({
      name: 'Viktor Brandt',
      email: 'viktor.brandt@mail.example',
    })
    expect((await call(path, { do: 'zone', zone: 'Asia/Tokyo' })).status).toBe(303)
    await stage.db.updateTable('customers').set({ language: 'de' }).where('id', '=', customerId).execute()
    const page = await stage.open(path)
    expect(page.read('call')).toMatch(/Lieber sprechen\?.*Wann \(Zeit in Tokyo\)/)
    // Nine in the morning in Lisbon is the evening there.
    const first = slots(page)[0]!
    await call(path, { slot: first, phone: '030 1234567' })
    expect((await callsOf(conversationId))[0]!.timeZone).toBe('Asia/Tokyo')
    expect((await call(path, { do: 'zone', zone: 'Mars/Olympus' })).status).toBe(422)
  })

  it('opens what was looked after again, and shows nothing where the team does not work this way', async () => {
    const { conversationId, path } = await matter()
    await close(stage.db, stage.ana, conversationId, 'thanks')
    const [first] = slots(await stage.open(path))
    await call(path, { slot: first!, phone: '912 345 678' })
    const { status } = await stage.db
      .selectFrom('conversations')
      .select('status')
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow()
    expect(status).toBe('open')
    await switchPractice(stage.db, tend, 'callbacks', false)
    expect((await stage.open(path)).read('call')).toBe('')
    expect((await call(path, { slot: first!, phone: '912 345 678' })).status).toBe(422)
    await switchPractice(stage.db, tend, 'callbacks', true)
  })
})
