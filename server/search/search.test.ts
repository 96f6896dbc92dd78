import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { markSpam, unmarkSpam } from '#server/conversations/spam.ts'
import { assign, close, rename } from '#server/conversations/state.ts'
import { undoMessage } from '#server/conversations/takeBack.ts'
import { answer, joao, letter, maria, openStage, type Stage } from '#server/conversations/testing.ts'
import { addNote } from '#server/conversations/write.ts'
import { transaction } from '#server/database/database.ts'
import { makePromise } from '#server/promises/actions.ts'
import { putOn } from '#server/tags/actions.ts'
import { putOnPerson } from '#server/tags/people.ts'
import { findConversations } from './finding.ts'
import { search } from './queries.ts'
import { readQuery } from './query.ts'
import { fold, snippet, wordsOf } from './words.ts'

describe('reading what was typed', () => {
  it('takes operators, phrases and words apart; the last word is still being typed', () => {
    expect(readQuery('from:"Maria Lopes" is:open has:attachment "cold water" boiler pres')).toMatchObject({
      from: 'Maria Lopes',
      is: 'open',
      hasAttachment: true,
      phrases: ['cold water'],
      words: ['boiler'],
      prefix: 'pres',
    })
    expect(readQuery('boiler ').prefix).toBeNull()
    expect(readQuery('after:2026-11-01 before:2026-12-01').after).toEqual(new Date('2026-11-01'))
  })
  it('searches as words for what only looks like an operator', () => {
    expect(readQuery('is:cold re:boiler ')).toMatchObject({ is: null, words: ['is', 'cold', 're', 'boiler'] })
    expect(readQuery('before:yesterday ')).toMatchObject({ before: null, words: ['before', 'yesterday'] })
    for (const none of ['2026-02-30', '0000-01-01'])
      expect(readQuery(`before:${none} `)).toMatchObject({ before: null })
  })
})

describe('words', () => {
  it('are one however they are written', () => {
    expect(fold('CONCEIÇÃO Straße Łódź')).toBe('conceicao strasse lodz')
    expect(wordsOf('TL-20417, o’clock: maria@mail.example')).toEqual([
      'tl',
      '20417',
      'o',
      'clock',
      'maria',
      'mail',
      'example',
    ])
  })
})

describe('the snippet', () => {
  const text = `${'We were away for some days. '.repeat(4)}Since Tuesday the boilers\nin the Conceição house leak. ${'And more. '.repeat(30)}`
  it('is around the first find and marks whole words, forms and accents included', () => {
    const shown = snippet(text, ['boiler', 'conceicao'], null)
    expect(shown).toMatch(/^….*the ⟦boilers⟧ in the ⟦Conceição⟧ house leak\..*…$/)
    expect(shown.length).toBeLessThan(200)
  })
  it('marks a beginning only for the word being typed', () => {
    expect(snippet('the boat and the boiler', ['boi'], 'boi')).toBe('the boat and the ⟦boiler⟧')
    expect(snippet('the boat and the boiler', ['boi'], null)).toBe('the boat and the boiler')
  })
  it('marks words that begin with a large letter or one with a mark', () => {
    expect(snippet('BOILER, Élan, 20417 and Öl', ['boiler', 'elan', '20417', 'ol'], null)).toBe(
      '⟦BOILER⟧, ⟦Élan⟧, ⟦20417⟧ and ⟦Öl⟧',
    )
  })
  it('is the beginning when the find lies elsewhere, and never lets a letter forge a mark', () => {
    expect(snippet('⟦Maria⟧ writes', ['radiator'], null)).toBe('Maria writes')
  })
})

describe('finding', () => {
  let stage: Stage
  const at: Record<string, { conversationId: string; messageId: string }> = {}
  beforeAll(async () => {
    stage = await openStage()
    const { db, repairs, bakery } = stage
    at.boiler = await letter(db, {
      inboxId: repairs,
      from: maria,
      subject: 'Cold since Tuesday',
      text: 'The boiler TL-20417 is leaking and the cold\nwater runs down the wall.',
      more: {
        attachments: [
          {
            filename: 'garden_gate-photo.jpeg',
            contentType: 'image/jpeg',
            size: 3,
            inline: false,
            contentId: null,
            file: 'x',
          },
        ],
      },
    })
    at.tap = await letter(db, {
      inboxId: repairs,
      from: joao,
      subject: 'The tap',
      text: 'Cold and then water: the tap drips in São Brás.',
    })
    at.cake = await letter(db, {
      inboxId: bakery,
      from: { name: 'Inês Prata', email: 'ines.prata@mail.example' },
      subject: 'A cake',
      text: 'A cake for forty, with a boiler of sugar.',
    })
    at.note = {
      ...at.tap,
      ...(await addNote(db, stage.ana, {
        conversationId: at.tap.conversationId,
        text: 'the neighbour has the spanner',
      })),
    }
  })
  afterAll(() => stage.close())

  const find = async (
    q: string,
    by = stage.ana,
    kind: 'all' | 'conversation' | 'customer' = 'conversation',
  ) => (await search(stage.db, by, { q, limit: 20, kind })).items
  const ids = async (q: string, by = stage.ana) => (await find(q, by)).map((hit) => hit.id)

  it.each([
    ['a word', 'boiler'],
    ['two words of one letter', 'wall leaking'],
    ['another form of the word', 'leaked '],
    ['the beginning of the last word', 'boil'],
    ['half of an order number', '20417'],
    ['a whole order number', 'TL-20417'],
    ['the same, typed on', 'TL-20417 '],
    ['a phrase, over the end of a line', '"cold water"'],
    ['the name of a file', 'garden gate'],
    ['who wrote', 'Maria Lopes'],
    ['an address', 'maria.lopes@mail.example'],
    ['words between words that stand everywhere', 'the boiler is in the '],
    ['part of a subject', 'uesday'],
  ])('finds by %s', async (_what, q) => {
    expect(await ids(q)).toEqual([at.boiler!.conversationId])
  })

  it('finds without accents what was written with them', async () => {
    expect(await ids('sao bras')).toEqual([at.tap!.conversationId])
    expect(await ids('São Brás')).toEqual([at.tap!.conversationId])
  })

  it('does not take words apart from each other for a phrase', async () => {
    expect(await ids('cold water')).toHaveLength(2)
    expect(await ids('"cold water"')).toEqual([at.boiler!.conversationId])
    expect(await ids('"100%"')).toEqual([])
    expect(await ids('"the COLD  water runs"')).toEqual([at.boiler!.conversationId])
    // Each of its pairs is there, but they are not one phrase; and words are whole.
    expect(await ids('"and the boiler"')).toEqual([])
    expect(await ids('"old water"')).toEqual([])
    expect(await ids('"cold water"  "down the wall"')).toEqual([at.boiler!.conversationId])
    expect(await ids('"cold water" "the tap"')).toEqual([])
    expect(await ids('"drips in São Brás"')).toEqual([at.tap!.conversationId])
    expect(await ids('"cold water"', stage.tomas)).toEqual([])
  })

  it('finds notes, for the team', async () => {
    const [hit] = await find('spanner')
    expect(hit).toMatchObject({ id: at.tap!.conversationId, snippet: 'the neighbour has the ⟦spanner⟧' })
  })

  it('finds a subject that a teammate has reworded', async () => {
    await rename(stage.db, stage.ana, at.tap!.conversationId, 'Dripping in the kitchen')
    expect(await ids('kitch')).toEqual([at.tap!.conversationId])
  })

  it('reads operators together with words', async () => {
    const { conversationId } = at.boiler!
    await transaction(stage.db, (trx) =>
      makePromise(trx, stage.ana, {
        conversationId,
        customerId: (at.boiler as { customerId?: string }).customerId!,
        inboxId: stage.repairs,
        messageId: null,
        what: 'a visit',
        to: null,
        quote: null,
        makerId: stage.ana.id,
        due: null,
      }),
    )
    expect(await ids('promise:open')).toEqual([conversationId])
    expect(await ids('has:attachment cold')).toEqual([conversationId])
    expect(await ids('from:maria cold')).toEqual([conversationId])
    expect(await ids('from:marya')).toEqual([conversationId])
    expect(await ids('in:repairs from:joao')).toEqual([at.tap!.conversationId])
    expect(await ids('in:bakery cold')).toEqual([])
    await close(stage.db, stage.ana, at.tap!.conversationId, 'thanks')
    expect(await ids('is:done cold')).toEqual([at.tap!.conversationId])
    expect(await ids('is:open cold')).toEqual([conversationId])
    expect(await ids('after:2020-01-01 boiler')).toEqual([conversationId])
    expect(await ids('before:2020-01-01 boiler')).toEqual([])
    expect(await ids('promise:late')).toEqual([])
  })

  it('reads tags, assignees, people written to, notes, spam and what I have not read', async () => {
    const { boiler, tap } = { boiler: at.boiler!.conversationId, tap: at.tap!.conversationId }
    await putOn(stage.db, stage.ana, boiler, 'Spare part')
    await putOn(stage.db, stage.ana, tap, 'Spare wheel')
    expect(await ids('tag:"spare part"')).toEqual([boiler])
    expect((await ids('tag:spare')).sort()).toEqual([boiler, tap].sort())
    expect(await ids('tag:spare tag:"spare wheel" ')).toEqual([tap])
    expect(await ids('tag:unheard')).toEqual([])
    expect(await ids('tag:spare', stage.tomas)).toEqual([])
    await assign(stage.db, stage.ana, boiler, stage.ben.id)
    expect(await ids('assigned:ben')).toEqual([boiler])
    expect(await ids('assigned:me', stage.ben)).toEqual([boiler])
    expect(await ids('assigned:nobody')).toEqual([tap])
    expect(await ids('assigned:zz')).toEqual([])
    expect(await ids('to:maria.lopes')).toEqual([boiler])
    expect(await ids('has:note')).toEqual([tap])
    expect((await ids('is:unread', stage.lena)).sort()).toEqual([boiler, tap].sort())
    await markSpam(stage.db, stage.ana, tap, { block: false })
    expect(await ids('drips')).toEqual([])
    expect(await ids('is:spam drips')).toEqual([tap])
    await unmarkSpam(stage.db, stage.ana, tap)
    await assign(stage.db, stage.ana, boiler, null)
  })

  it('finds those who wear a tag, and their conversations, behind the wall of who put it on', async () => {
    const { boiler, tap } = { boiler: at.boiler!.conversationId, tap: at.tap!.conversationId }
    const of = async (id: string) => (await conversationById(stage.db, stage.ana, id)).customerId
    const [mariaId, joaoId] = [await of(boiler), await of(tap)]
    const put = (customerId: string, name: string) =>
      putOnPerson(stage.db, stage.ana, customerId, { name, inboxId: stage.repairs })
    await put(mariaId, 'Big house')
    await put(joaoId, 'Big garden')
    await put(mariaId, 'Regular')
    const all = async (q: string, by = stage.ana) => (await find(q, by, 'all')).map((hit) => hit.id)
    expect(await all('persontag:"big house" ')).toEqual([mariaId, boiler])
    expect((await all('persontag:big ')).sort()).toEqual([mariaId, joaoId, boiler, tap].sort())
    expect(await all('persontag:big persontag:regular ')).toEqual([mariaId, boiler])
    expect(await all('persontag:big boiler ')).toContain(boiler)
    expect(await all('persontag:big boiler ')).not.toContain(tap)
    expect(await ids('persontag:big persontag:regular from:joao cold')).toEqual([])
    expect(await ids('persontag:big from:joao dri')).toEqual([tap])
    expect(await ids('from:joao "cold water"')).toEqual([])
    expect(await ids('from:maria "cold water"')).toEqual([boiler])
    expect(await ids('from:nobody-of-this-name cold')).toEqual([])
    expect(await all('persontag:big Marya')).toContain(mariaId)
    expect(await all('persontag:big Marya')).not.toContain(joaoId)
    // What only a conversation can have finds no people.
    expect(await all('persontag:big is:done from:joao')).toEqual([tap])
    expect(await all('persontag:unheard ')).toEqual([])
    // The word is the bakery's too, for somebody else: neither side finds the other's.
    expect(await all('persontag:big ', stage.tomas)).toEqual([])
    const cake = at.cake!.conversationId
    const { customerId } = await conversationById(stage.db, stage.tomas, cake)
    await putOnPerson(stage.db, stage.tomas, customerId, { name: 'Big eater', inboxId: stage.bakery })
    expect(await all('persontag:big ', stage.tomas)).toEqual([customerId, cake])
    expect((await all('persontag:big ')).sort()).toEqual([mariaId, joaoId, boiler, tap].sort())
  })

  it('finds people, also mistyped, before conversations', async () => {
    const hits = await find('Marya Lopez', stage.ana, 'all')
    expect(hits[0]).toMatchObject({ kind: 'customer', title: 'Maria Lopes', snippet: maria.email })
    expect(await find('Marya Lopez', stage.tomas, 'all')).toEqual([])
  })

  it('shows nothing of another inbox, whatever is asked', async () => {
    for (const q of [
      'boiler',
      'is:open',
      'in:repairs',
      'from:maria',
      '"cold water"',
      'Cold since',
      'has:attachment',
      'promise:open',
      'spanner',
    ])
      for (const hit of await find(q, stage.tomas, 'all'))
        expect([q, hit.id]).toEqual([q, at.cake!.conversationId])
    expect(await ids('boiler', stage.tomas)).toEqual([at.cake!.conversationId])
    expect(await find('boiler', { ...stage.ana, inboxIds: [] }, 'all')).toEqual([])
  })

  it('is not confused by what has a meaning elsewhere', async () => {
    for (const q of [
      "'",
      '"',
      ':*',
      '!boiler |',
      'boiler & (',
      '\\',
      '%',
      '_',
      'from:"',
      "'; drop table messages --",
      '⟦',
      '💧',
      '…',
    ])
      await expect(find(q, stage.ana, 'all'), q).resolves.toBeInstanceOf(Array)
  })

  it('knows what is written at once, and forgets what was taken back', async () => {
    const { messageId } = await answer(
      stage.db,
      stage.ana,
      at.boiler!.conversationId,
      'We bring a zinc washer.',
    )
    expect(await ids('zinc washer')).toEqual([at.boiler!.conversationId])
    await transaction(stage.db, (trx) => undoMessage(trx, stage.ana, messageId))
    expect(await ids('zinc washer')).toEqual([])
  })

  it('takes a letter of data without failing', async () => {
    const text = Array.from({ length: 60_000 }, (_, n) => n.toString(36).padStart(12, 'q')).join(' ')
    const { conversationId } = await letter(stage.db, { inboxId: stage.repairs, from: joao, text })
    expect(await ids('qqqqqqqqq3uw ')).toEqual([conversationId])
  })

  it('finds a common word by walking back from the newest, within the walls', async () => {
    // One conversation has the word so often that a first walk sees no other; the other is from before 1970.
    const add = (conversationId: string, n: number, at: RawBuilder<unknown>) =>
      sql`insert into messages (conversation_id, id, inbox_id, customer_id, direction, channel, at, text)
        select c.id, 'msg_' || lpad(${n} || n::text, 22, '0'), c.inbox_id, c.customer_id, 'in', 'email', ${at} - n * interval '9 hours', 'An umbrella'
        from conversations c, generate_series(1, ${n}) n where c.id = ${conversationId}`.execute(stage.db)
    await add(at.boiler!.conversationId, 150, sql`clock_now()`)
    await add(at.tap!.conversationId, 2, sql`'1969-12-31'::timestamptz`)
    expect(await ids('umbrella')).toEqual([at.boiler!.conversationId, at.tap!.conversationId])
    expect(await ids('umbrel')).toEqual([at.boiler!.conversationId, at.tap!.conversationId])
    expect(await ids('umbrella is:closed')).toEqual([at.tap!.conversationId])
    expect(await ids('umbrella is:later')).toEqual([])
    expect(await ids('umbrella', stage.tomas)).toEqual([])
    await assign(stage.db, tend, at.boiler!.conversationId, null)
  })

  it('gives what it found in newer letters where there is not the time to look through all', async () => {
    const before = new Date((await clockNow(stage.db)).getTime() - 400 * 86_400_000)
    await sql`update messages set at = ${before} where id = ${at.tap!.messageId}`.execute(stage.db)
    // Whatever makes the older ones slow.
    const slow = sql<SqlBool>`(c.id <> ${at.tap!.conversationId} or (select pg_sleep(30)::text) is null)`
    const found = async (limit: number) => {
      const one = await findConversations(
        stage.db,
        stage.ana,
        readQuery('"cold" and water '),
        [slow, sql`true`],
        limit,
      )
      return { ids: one.conversations.map(({ id }) => id), isCut: one.isCut }
    }
    // A busy machine may not come to the newest within the time that a search has either, and then says so.
    await expect.poll(() => found(20)).toEqual({ ids: [at.boiler!.conversationId], isCut: true })
    // A full page is whole.
    await expect.poll(() => found(1)).toEqual({ ids: [at.boiler!.conversationId], isCut: false })
  })
})
