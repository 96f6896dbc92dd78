import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { inboxes } from '#cast/company.ts'
import { rawMail } from '#cast/mail.ts'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { newId } from '#server/base/ids.ts'
import { handInLetter, testReader } from '#server/channels/email/testing.ts'
import { pageUrl, readPageLink } from '#server/conversations/links.ts'
import { letter } from '#server/conversations/testing.ts'
import { addField, fill } from '#server/fields/actions.ts'
import { makePromise } from '#server/promises/actions.ts'
import { openReplies, type Replies } from '#server/replies/testing.ts'
import { connectEngine, disconnectEngine } from '#server/translation/engine.ts'
import { engineAt, openEngine } from '#server/translation/testing.ts'
import { erasePerson, forgetFiles } from './erasing.ts'

let stage: Replies
beforeAll(async () => {
  stage = await openReplies()
})
afterAll(() => stage.close())

let turns = 0
let rosa: { name: string; email: string }
let nuno: { name: string; email: string }
let hers: { conversationId: string; customerId: string }
let his: { conversationId: string; customerId: string }
let photo: string
/** Two neighbours wrote about one gate; hers holds both by now, and he has written into it since. */
beforeEach(async () => {
  turns++
  rosa = { name: `Rosa ${['Pinto', 'Matos', 'Caldas'][turns % 3]}`, email: `rosa-${turns}@pinto.example` }
  nuno = { name: 'Nuno Faria', email: `nuno-${turns}@faria.example` }
  hers = await letter(stage.db, {
    inboxId: stage.repairs,
    from: rosa,
    subject: 'Her gate',
    text: 'It squeaks.',
  })
  const bytes = Buffer.from(`a picture of the gate ${turns}`)
  photo = await stage.house.files.keep(bytes)
  const came = await handInLetter(
    stage.house,
    testReader(),
    await rawMail({
      from: nuno,
      to: inboxes.repairs.address,
      subject: 'His gate',
      text: 'His hinges are loose.',
      date: await clockNow(stage.db),
      attachments: [{ filename: 'gate.txt', contentType: 'text/plain', content: bytes }],
    }),
  )
  const { customerId } = await stage.db
    .selectFrom('conversations')
    .select('customerId')
    .where('id', '=', came.conversationId!)
    .executeTakeFirstOrThrow()
  his = { conversationId: came.conversationId!, customerId }
  const field = (name: string) =>
    addField(stage.db, tend, { subject: 'conversation', name: `${name} ${turns}`, kind: 'text', choices: [] })
  const [wood, colour] = [await field('Wood'), await field('Colour')]
  await fill(
    stage.db,
    stage.ana,
    { kind: 'conversation', id: hers.conversationId },
    { [colour.id]: `her red ${turns}` },
  )
  const conversation = { kind: 'conversation', id: his.conversationId } as const
  await fill(stage.db, stage.ana, conversation, { [wood.id]: 'his oak', [colour.id]: 'his green' })
  await makePromise(stage.db, stage.ana, {
    conversationId: his.conversationId,
    customerId,
    inboxId: stage.repairs,
    messageId: null,
    what: 'oil his hinges',
    to: null,
    quote: null,
    makerId: stage.ana.id,
    due: new Date((await clockNow(stage.db)).getTime() + 86_400_000),
  })
  const merged = await stage.ask(stage.ana, 'POST /conversations/{id}/merging', {
    params: { id: hers.conversationId },
    body: { conversationId: his.conversationId, differentPerson: true },
  })
  expect(merged.status).toBe(201)
  await letter(stage.db, {
    inboxId: stage.repairs,
    from: nuno,
    conversationId: hers.conversationId,
    text: 'His gate fell down.',
  })
})

async function erase(customerId: string) {
  const id = newId('erasure')
  await stage.db
    .insertInto('erasures')
    .values({
      id,
      customerId,
      conversationId: null,
      state: 'confirmed',
      byId: null,
      because: null,
      settledAt: null,
    })
    .execute()
  await erasePerson(stage.house, id, (trx, names) =>
    forgetFiles({ ...stage.house, db: trx as never }, { names }),
  )
}

/** The rows of every table in which one of these stands. */
async function rowsWith(...words: string[]): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'audit'`.execute(
    stage.db,
  )
  const all: Record<string, string[]> = {}
  for (const { name } of rows) {
    const found = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} t
      where exists (select 1 from unnest(${words}::text[]) word where position(word in to_jsonb(t)::text) > 0)`.execute(
      stage.db,
    )
    if (found.rows.length) all[name] = found.rows.map(({ row }) => row)
  }
  return all
}
const whole = async (id: string) =>
  (await stage.ask(stage.ana, 'GET /conversations/{id}', { params: { id } })).body

it('lets no letter leave to somebody who was erased, and names him in none of hers', async () => {
  // She writes with him in copy; one answer goes to both, one to him alone.
  await letter(stage.db, {
    inboxId: stage.repairs,
    from: rosa,
    conversationId: hers.conversationId,
    text: 'We both wait.',
    more: { cc: [nuno] },
  })
  const answerTo = async (to: string[], text: string) => {
    const params = { id: hers.conversationId }
    const sent = await stage.ask(stage.ana, 'POST /conversations/{id}/replies', {
      params,
      body: { to, text, undoSeconds: 60, anyway: true },
    })
    expect(sent.status).toBe(201)
    return sent.body.messageId as string
  }
  const both = await answerTo([rosa.email, nuno.email], 'We come to you both.')
  const alone = await answerTo([nuno.email], 'Only for him.')
  const queued = async (messageId: string) =>
    (
      await sql<{
        address: string
      }>`select r.address from outbox o join outbox_recipients r on r.outbox_id = o.id
        where o.message_id = ${messageId} and o.phase = 'queued' order by r.address`.execute(stage.db)
    ).rows.map(({ address }) => address)
  expect(await queued(both)).toEqual([nuno.email, rosa.email])
  expect(await queued(alone)).toEqual([nuno.email])
  await erase(his.customerId)
  expect(await queued(both)).toEqual([rosa.email])
  expect(await queued(alone)).toEqual([])
  expect(await rowsWith(nuno.email, nuno.name, 'Only for him.')).toEqual({})
  const left = await whole(hers.conversationId)
  expect(left.messages.map((message: { text: string }) => message.text)).toEqual([
    'It squeaks.',
    'We both wait.',
    'We come to you both.',
  ])
})

it('forgets whose letters were merged into somebody else’s conversation, and leaves hers', async () => {
  await erase(his.customerId)
  expect(
    await rowsWith(
      nuno.email,
      nuno.name,
      his.conversationId,
      'hinges are loose',
      'fell down',
      'His gate',
      'his oak',
      'his green',
      photo,
    ),
  ).toEqual({})
  expect(await stage.house.files.has(photo)).toBe(false)
  const left = await whole(hers.conversationId)
  expect(left.messages.map((message: { text: string }) => message.text)).toEqual(['It squeaks.'])
  expect(left).toMatchObject({ promises: [], promise: null, gist: 'It squeaks.' })
  // Nothing goes to him in copy any more.
  expect(left.participants).toMatchObject([{ email: rosa.email, role: 'requester' }])
})

it('forgets whose conversation it is, and leaves him what is his, under his own name', async () => {
  const row = await stage.db
    .selectFrom('conversations')
    .selectAll()
    .where('id', '=', hers.conversationId)
    .executeTakeFirstOrThrow()
  const page = pageUrl(stage.house, row, await clockNow(stage.db)).split('/p/')[1]!
  await erase(hers.customerId)
  expect(await rowsWith(rosa.email, rosa.name, `her red ${turns}`)).toEqual({})
  const left = await whole(hers.conversationId)
  expect(left.messages.map((message: { text: string }) => message.text)).toEqual([
    expect.stringContaining('His hinges are loose.'),
    'His gate fell down.',
  ])
  expect(left).toMatchObject({
    customerId: his.customerId,
    subject: 'His gate',
    promises: [{ what: 'oil his hinges' }],
    participants: [{ email: nuno.email, role: 'requester' }],
    merges: [],
  })
  expect(await stage.house.files.has(photo)).toBe(true)
  expect(Object.keys(await rowsWith('his oak'))).toEqual(['field_values'])
  // Her link opens nothing of his.
  expect(await readPageLink(stage.house, page)).toBeNull()
})

it('takes translations along with the letters they were made of, and leaves those of the other', async () => {
  const engine = await openEngine()
  onTestFinished(engine.close)
  await connectEngine(stage.house, tend, engineAt(engine.url))
  const { messages } = await whole(hers.conversationId)
  for (const { id } of messages) {
    const made = await stage.ask(stage.ana, 'POST /messages/{id}/translations', {
      params: { id },
      body: { language: 'pt' },
    })
    expect(made.status).toBe(201)
  }
  const mine = await stage.ask(stage.ana, 'POST /conversations/{id}/reply-translations', {
    params: { id: hers.conversationId },
    body: { text: 'Her oil comes on Monday.', writtenIn: 'en', language: 'pt' },
  })
  expect(mine.status).toBe(201)
  expect(Object.keys(await rowsWith('Her oil comes'))).toEqual(['translated_replies'])
  await erase(hers.customerId)
  // Those of the tests before were never translated.
  const gone = await rowsWith('It squeaks.', 'Her oil comes')
  expect([gone.translations, gone.translated_replies]).toEqual([undefined, undefined])
  const left = async () => (await rowsWith('His gate fell down.', 'His hinges are loose.')).translations
  expect(await left()).toHaveLength(2)
  await erase(his.customerId)
  expect(await left()).toBeUndefined()
  await disconnectEngine(stage.db, tend)
})
