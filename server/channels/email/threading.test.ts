import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { teammates } from '#cast/company.ts'
import { rawMail } from '#cast/mail.ts'
import { customers } from '#cast/people.ts'
import { tend } from '#server/base/actor.ts'
import { participantsOf } from '#server/conversations/queries.ts'
import { setWaiting } from '#server/conversations/state.ts'
import { transaction } from '#server/database/database.ts'
import { inviteTeammate } from '#server/team/actions.ts'
import { answer, handInLetter, standing, testHouse, testReader } from './testing.ts'
import { type Evidence, placeOf } from './threading.ts'
import { replyAddress, replyToken } from './token.ts'

const { maria, paul, miriam, tiago } = customers
const hello = 'hello@brightpipe.example'
const ours = 'mx.brightpipe.example'

const domainOf = (from: string | { email: string }) =>
  (typeof from === 'string' ? from : from.email).split('@')[1]

/** Maria has an answer of ours; letters that follow come from our own border server, which has judged the sender. */
async function begin() {
  const house = await testHouse({ authservId: ours })
  const reader = testReader()
  const { conversationId, messageId } = await answer(house, { to: [maria.email] })
  const [row] = await standing(house, messageId)
  const tokenAddress = replyAddress(hello, replyToken(house.key, conversationId, maria.email))
  type Letter = Partial<Parameters<typeof rawMail>[0]> & { dmarc?: 'pass' | 'fail' }
  const write = async ({ dmarc, headers, ...letter }: Letter) =>
    handInLetter(
      house,
      reader,
      await rawMail({
        from: maria,
        to: hello,
        subject: 'Re: The boiler',
        text: `Since Monday, ${Math.random()}.`,
        date: new Date(),
        messageId: `${Math.random()}@mail.example`,
        headers: {
          ...(dmarc && {
            'Authentication-Results': `${ours}; dmarc=${dmarc} (p=reject) header.from=${domainOf(letter.from ?? maria)}`,
          }),
          ...headers,
        },
        ...letter,
      }),
    )
  const messageOf = (id: string | null) =>
    house.db.selectFrom('messages').selectAll().where('id', '=', id!).executeTakeFirstOrThrow()
  const relatedTo = async (id: string | null) =>
    (
      await house.db
        .selectFrom('conversations')
        .select('relatedTo')
        .where('id', '=', id!)
        .executeTakeFirstOrThrow()
    ).relatedTo
  const here = async () => (await participantsOf(house.db, conversationId)).map((one) => one.email).sort()
  return {
    house,
    conversationId,
    reference: row!.messageIdHeader,
    tokenAddress,
    write,
    messageOf,
    relatedTo,
    here,
  }
}

describe('a letter joins', () => {
  test('by the reply address, from the person it was made for, whatever the headers say', async () => {
    const { write, conversationId, tokenAddress } = await begin()
    const place = { outcome: 'joined', conversationId }
    expect(await write({ to: tokenAddress, subject: 'something' })).toMatchObject(place)
    expect(await write({ to: tokenAddress.toUpperCase() })).toMatchObject(place)
    expect(await write({ to: paul.email, headers: { 'Delivered-To': tokenAddress } })).toMatchObject(place)
  })

  test('by a reference and a known participant, also through Outlook’s x_ and folded References', async () => {
    const { write, conversationId, reference } = await begin()
    const place = { outcome: 'joined', conversationId }
    expect(await write({ inReplyTo: reference })).toMatchObject(place)
    expect(await write({ inReplyTo: `x_${reference}` })).toMatchObject(place)
    expect(
      await write({ from: { ...maria, email: maria.email.toUpperCase() }, inReplyTo: reference }),
    ).toMatchObject(place)
    const many = [...Array.from({ length: 30 }, (_, n) => `${n}@elsewhere.example`), reference]
    expect(await write({ references: many })).toMatchObject(place)
  })

  test('whom a teammate put in copy may answer, and does not take the requester’s place', async () => {
    const { house, write } = await begin()
    const { conversationId, messageId } = await answer(house, { to: [maria.email], cc: [paul.email] })
    await house.db
      .insertInto('participants')
      .values({ conversationId, address: paul.email, name: paul.name, role: 'cc', addedById: null })
      .execute()
    const [row] = await standing(house, messageId)
    expect(await write({ from: paul, inReplyTo: row!.messageIdHeader })).toMatchObject({ outcome: 'joined' })
    const people = await participantsOf(house.db, conversationId)
    expect(people.find((one) => one.role === 'requester')!.email).toBe(maria.email)
  })

  test('an unknown reference is remembered for the same sender, and for nobody else', async () => {
    const { write } = await begin()
    const root = ['root@elsewhere.example', 'second@elsewhere.example']
    const first = await write({ references: root })
    expect(first.outcome).toBe('opened')
    expect(await write({ references: [...root, 'third@elsewhere.example'] })).toMatchObject({
      outcome: 'joined',
      conversationId: first.conversationId,
    })
    const other = await write({ from: paul, references: root })
    expect(other.outcome).toBe('opened')
    expect(other.conversationId).not.toBe(first.conversationId)
  })
})

describe('a letter does not join', () => {
  test('by its subject, by a changed token, or by a changed id', async () => {
    const { write, tokenAddress, reference, relatedTo } = await begin()
    const changed = tokenAddress.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'))
    for (const letter of [{}, { to: changed }, { inReplyTo: `a${reference}` }]) {
      const { outcome, conversationId } = await write(letter)
      expect(outcome).toBe('opened')
      expect(await relatedTo(conversationId)).toBeNull()
    }
  })

  test('by a reference in a stranger’s hands: a new conversation, possibly related', async () => {
    const { write, conversationId, reference, relatedTo, here } = await begin()
    const forged = await write({ from: paul, inReplyTo: reference, cc: [tiago] })
    expect(forged.outcome).toBe('opened')
    expect(forged.conversationId).not.toBe(conversationId)
    expect(await relatedTo(forged.conversationId)).toBe(conversationId)
    expect(await here()).toEqual([maria.email])
  })

  test('by the token in a stranger’s hands: held, and it makes nobody a participant', async () => {
    const { house, write, messageOf, tokenAddress, conversationId, here } = await begin()
    await transaction(house.db, (trx) => setWaiting(trx, tend, conversationId))
    const held = await write({ from: paul, to: tokenAddress, cc: [tiago] })
    expect(held).toMatchObject({ outcome: 'held', conversationId })
    expect((await messageOf(held.messageId)).warnings[0]).toMatch(/held here: nobody outside sees it/)
    expect(await here()).toEqual([maria.email])
    // The stranger’s next try, by a reference to the held letter, gets no further.
    const next = await write({ from: tiago, inReplyTo: reference(await messageOf(held.messageId)) })
    expect(next.outcome).toBe('opened')
    const row = await house.db
      .selectFrom('conversations')
      .select('status')
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow()
    expect(row.status).toBe('waiting')
  })

  test('where the domain in From says that it did not send it', async () => {
    const { write, messageOf, tokenAddress, reference: id, conversationId, here } = await begin()
    for (const letter of [{ to: tokenAddress }, { inReplyTo: id, cc: [paul] }]) {
      const held = await write({ ...letter, dmarc: 'fail' })
      expect(held).toMatchObject({ outcome: 'held', conversationId })
      expect((await messageOf(held.messageId)).warnings[0]).toMatch(/not proven that this came from maria/)
    }
    expect(await here()).toEqual([maria.email])
    const first = await write({ from: miriam, subject: 'The cake', dmarc: 'fail', cc: [paul] })
    expect(first.outcome).toBe('opened')
    expect((await messageOf(first.messageId)).warnings.join()).toMatch(/did not send it/)
  })

  test('across inboxes: a token or a reference of one is nothing in another', async () => {
    const { house, write, reference: id, tokenAddress, conversationId } = await begin()
    const { addInbox } = await import('#server/team/actions.ts')
    await addInbox(house.db, tend, { name: 'Bakery', address: 'bakery@brightpipe.example' })
    const token = tokenAddress.split('+')[1]!.split('@')[0]
    for (const letter of [
      { to: 'bakery@brightpipe.example', inReplyTo: id },
      { to: `bakery+${token}@brightpipe.example` },
    ]) {
      const opened = await write(letter)
      expect(opened.outcome).toBe('opened')
      expect(opened.conversationId).not.toBe(conversationId)
    }
  })
})

const reference = (message: { rawFile: string | null; id: string }) => `${message.id}@mail.example`

describe('who is in copy', () => {
  test('nobody comes in by writing; the requester may bring somebody when it is surely them', async () => {
    const { write, messageOf, reference: id, tokenAddress, here } = await begin()
    const maybe = await write({ inReplyTo: id, cc: [paul] })
    expect(await here()).toEqual([maria.email])
    expect((await messageOf(maybe.messageId)).warnings.join()).toContain(paul.email)
    await write({ inReplyTo: id, cc: [paul], dmarc: 'pass' })
    await write({ to: [tokenAddress, { name: tiago.name, email: tiago.email }] })
    expect(await here()).toEqual([maria.email, paul.email, tiago.email].sort())
    // One who was brought may write, but brings nobody along.
    await write({ from: paul, to: tokenAddress, cc: [miriam], dmarc: 'pass' })
    expect(await here()).not.toContain(miriam.email)
  })
})

describe('teammates', () => {
  const asAna = { name: teammates.ana.name, email: teammates.ana.email }
  async function withAna() {
    const begun = await begin()
    const { house } = begun
    await inviteTeammate(house.db, tend, { ...asAna, role: 'teammate', inboxes: [house.inboxId] } as never)
    await house.db.updateTable('teammates').set({ joinedAt: new Date() }).execute()
    const answers = async () =>
      (await house.db.selectFrom('events').selectAll().where('type', '=', 'teammate.answered').execute()).map(
        (event) => event.detail as { text: string; hasReachedThem: boolean },
      )
    return { ...begun, answers }
  }

  test('may answer from their own mail program, by token and DMARC', async () => {
    const { write, tokenAddress, conversationId, answers } = await withAna()
    const taken = await write({ from: asAna, to: tokenAddress, text: 'Ben is on his way.', dmarc: 'pass' })
    expect(taken).toEqual({ outcome: 'joined', conversationId, messageId: null })
    await write({ from: asAna, to: [maria, tokenAddress], text: 'He is there.', dmarc: 'pass' })
    expect(await answers()).toMatchObject([
      { text: 'Ben is on his way.', hasReachedThem: false },
      { text: 'He is there.', hasReachedThem: true },
    ])
  })

  test('whose address somebody else writes into From get no further than any stranger', async () => {
    const { house, write, tokenAddress, reference: id, answers } = await withAna()
    expect((await write({ from: asAna, to: tokenAddress })).outcome).toBe('held')
    expect((await write({ from: asAna, to: tokenAddress, dmarc: 'fail' })).outcome).toBe('held')
    expect((await write({ from: asAna, inReplyTo: id, dmarc: 'pass' })).outcome).toBe('opened')
    await house.db.deleteFrom('inboxAccess').execute()
    expect((await write({ from: asAna, to: tokenAddress, dmarc: 'pass' })).outcome).toBe('held')
    expect(await answers()).toEqual([])
  })

  const forward = `Can you take this?\n\n---------- Forwarded message ---------\nFrom: ${miriam.name} <${miriam.email}>\nDate: Mon, 5 Jan 2026 at 10:00\nSubject: The cake\nTo: <${teammates.ana.email}>\n\nIs it ready?\n`
  test('forward a letter: it belongs to whom it came from; anybody else’s forward to themselves', async () => {
    const { write, messageOf } = await withAna()
    const byAna = await write({ from: asAna, subject: 'Fwd: The cake', text: forward, dmarc: 'pass' })
    const message = await messageOf(byAna.messageId)
    expect(message).toMatchObject({ fromAddress: miriam.email, fromName: miriam.name })
    expect(message.text).toContain('Is it ready?')
    expect(message.forwarded?.by).toEqual({ name: teammates.ana.name, email: teammates.ana.email })
    for (const from of [paul, { ...asAna, email: 'ana@casa-amara1.example' }]) {
      const byOther = await write({ from, subject: 'Fwd: The cake', text: forward, dmarc: 'pass' })
      expect(await messageOf(byOther.messageId)).toMatchObject({
        fromAddress: from.email,
        forwarded: { from: { email: miriam.email }, by: null },
      })
    }
    const forged = await write({ from: asAna, subject: 'Fwd: The cake', text: forward, dmarc: 'fail' })
    expect((await messageOf(forged.messageId)).fromAddress).toBe(asAna.email)
  })
})

describe('what a teammate is told', () => {
  test('a subject that is new in the conversation; a Re: of the old one is not', async () => {
    const { write, messageOf, reference: id, conversationId } = await begin()
    const told = async (letter: Parameters<typeof write>[0]) =>
      (await messageOf((await write({ inReplyTo: id, ...letter })).messageId)).newSubject
    expect(await told({ subject: 'AW: Re: the boiler' })).toBeNull()
    const other = await write({ inReplyTo: id, subject: 'Now about my invoice' })
    expect(other).toMatchObject({ outcome: 'joined', conversationId })
    expect(await messageOf(other.messageId)).toMatchObject({
      newSubject: 'Now about my invoice',
      warnings: [],
    })
    expect(await told({ subject: 'Re: Now about my invoice' })).toBeNull()
  })

  test('names and addresses that pretend', async () => {
    const { write, messageOf } = await begin()
    const warnings = async (from: { name: string; email: string }) =>
      (await messageOf((await write({ from, subject: 'Hello' })).messageId)).warnings.join()
    expect(await warnings({ name: maria.email, email: 'x@elsewhere.example' })).toMatch(
      `The name says ${maria.email}, but the address is x@elsewhere.example`,
    )
    expect(await warnings({ name: 'Brightpipe', email: 'hello@bríghtpipe.example' })).toContain('looks like')
    expect(await warnings({ name: 'Brightpipe', email: 'hello@br1ghtpipe.example' })).toContain('looks like')
    expect(await warnings({ name: maria.name, email: maria.email })).toBe('')
  })
})

test('with a DMARC fail, or from a stranger, nothing ever joins', () => {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
  const reference = fc.record({ conversationId: fc.constantFrom('a', 'b'), senderTakesPart: fc.boolean() })
  const evidence: fc.Arbitrary<Evidence> = fc.record({
    dmarc: fc.constantFrom('pass', 'fail', 'unknown'),
    token: maybe(
      fc.record({
        conversationId: fc.constantFrom('a', 'b'),
        madeForSender: fc.boolean(),
        senderTakesPart: fc.boolean(),
      }),
    ),
    reference: maybe(reference),
    earlier: maybe(fc.constantFrom('a', 'b')),
  })
  fc.assert(
    fc.property(evidence, (given) => {
      const place = placeOf(given)
      if (place.kind !== 'join') return true
      if (given.dmarc === 'fail') return false
      if (place.by === 'token') return given.token!.madeForSender || given.token!.senderTakesPart
      return place.by === 'reference' ? given.reference!.senderTakesPart && !given.token : !given.token
    }),
    { numRuns: 2000 },
  )
})
