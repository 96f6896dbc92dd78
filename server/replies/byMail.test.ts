import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { teammates } from '#cast/company.ts'
import { rawMail } from '#cast/mail.ts'
import type { House } from '#server/base/context.ts'
import type { RecordedEvent } from '#server/base/events.ts'
import { handInLetter, testReader } from '#server/channels/email/testing.ts'
import { letter, maria } from '#server/conversations/testing.ts'
import { answerByMail } from './byMail.ts'
import { openReplies, type Replies } from './testing.ts'

const ours = 'mx.casa-amaral.example'
const { ana, ben, lena, tomas } = teammates

let stage: Replies
let house: House
beforeAll(async () => {
  stage = await openReplies()
  house = { ...stage.house, config: { ...stage.house.config, authservId: ours } }
  await stage.db.updateTable('teammates').set({ joinedAt: new Date() }).execute()
})
afterAll(() => stage.close())

let id: string
let replyTo: string
beforeEach(async () => {
  id = (await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'When will you come?' }))
    .conversationId
  const { body } = await stage.ask(stage.ben, 'POST /conversations/{id}/replies', {
    params: { id },
    body: { text: 'I ask Ana.' },
  })
  replyTo = (await stage.mail(body.messageId)).replyTo!.value[0]!.address!
})

type Letter = Partial<Parameters<typeof rawMail>[0]> & { dmarc?: string; from: { email: string } }
/** A letter through our own border server, taken in, and answered where it asks for that; the reaction may run twice. */
async function write({ dmarc = 'pass', from, ...more }: Letter) {
  const taken = await handInLetter(
    house,
    testReader(),
    await rawMail({
      from: from as { name: string; email: string },
      to: replyTo,
      subject: 'Re: The boiler',
      text: 'At three, on the yard side.',
      date: new Date(),
      messageId: `${Math.random()}@phone.example`,
      headers: {
        'Authentication-Results': `${ours}; dmarc=${dmarc} header.from=${from.email.split('@')[1]}`,
      },
      ...more,
    }),
  )
  const events = await stage.db
    .selectFrom('events')
    .selectAll()
    .where('type', '=', 'teammate.answered')
    .where('conversationId', '=', id)
    .orderBy('seq')
    .execute()
  for (const event of [...events, ...events])
    await answerByMail(house, event as unknown as RecordedEvent<'teammate.answered'>)
  return taken
}
const whole = async () => (await stage.ask(stage.ana, 'GET /conversations/{id}', { params: { id } })).body
const out = async () =>
  (await whole()).messages.filter((message: { direction: string }) => message.direction === 'out').slice(1)

describe('a teammate who answers from their own mail program', () => {
  it('answers as if they had written here: to the customer, in their own name, once', async () => {
    const taken = await write({
      from: ana,
      attachments: [{ filename: 'yard.txt', contentType: 'text/plain', content: Buffer.from('left gate') }],
    })
    expect(taken).toMatchObject({ outcome: 'joined', conversationId: id, messageId: null })
    const [answer, ...more] = await out()
    expect(more).toEqual([])
    expect(answer).toMatchObject({
      authorId: stage.ana.id,
      text: 'At three, on the yard side.',
      to: [{ email: maria.email }],
      delivery: [{ to: maria.email, state: 'waiting' }],
      attachments: [{ filename: 'yard.txt' }],
    })
    expect((await whole()).status).toBe('waiting')
    const mail = await stage.mail(answer.id)
    expect(mail.envelope).toEqual([maria.email])
    expect(mail.from?.value[0]).toMatchObject({ address: expect.stringMatching(/^repairs@/) })
    expect(mail.from?.value[0]?.name).toContain(ana.name)
    expect(mail.attachments[0]?.content.toString()).toBe('left gate')
  })

  it('is only put down where the customer had it from them already', async () => {
    await write({ from: ana, to: [maria, replyTo], text: 'He is there.' })
    const [answer, ...more] = await out()
    expect(more).toEqual([])
    expect(answer).toMatchObject({ authorId: stage.ana.id, text: 'He is there.', delivery: [] })
    expect(await stage.outbox(answer.id)).toBeUndefined()
    expect((await whole()).status).toBe('waiting')
  })

  it('keeps what is quoted below to themselves', async () => {
    await write({ from: ben, text: 'Tomorrow.\n\nOn Mon, 23 Nov 2026 at 10:00, Maria wrote:\n> When?' })
    expect((await out())[0].text).toBe('Tomorrow.')
  })

  it.each([
    ['not vouched for by their domain', { from: ana, dmarc: 'none' }, 'held'],
    ['disowned by their domain', { from: ana, dmarc: 'fail' }, 'held'],
    ['of another inbox', { from: tomas }, 'held'],
    ['who only reads along', { from: lena }, 'held'],
  ])('is nobody when %s: the letter is held, and nothing leaves', async (_, given, outcome) => {
    expect((await write(given as Letter)).outcome).toBe(outcome)
    expect(await out()).toEqual([])
    expect((await whole()).messages.at(-1)).toMatchObject({ direction: 'in', held: true })
  })

  it('needs the reply address: a subject or a reference alone is a new matter', async () => {
    const taken = await write({ from: ana, to: 'repairs@casa-amaral.example' })
    expect(taken.conversationId).not.toBe(id)
    expect(await out()).toEqual([])
  })

  it('does not answer any more once they have left', async () => {
    await stage.db
      .updateTable('teammates')
      .set({ leftAt: new Date() })
      .where('id', '=', stage.ben.id)
      .execute()
    await write({ from: ben })
    expect(await out()).toEqual([])
    await stage.db.updateTable('teammates').set({ leftAt: null }).where('id', '=', stage.ben.id).execute()
  })
})
