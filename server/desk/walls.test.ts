import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conversationsRoutes } from '#contract/conversations.ts'
import { customersRoutes } from '#contract/customers.ts'
import { deskRoutes } from '#contract/desk.ts'
import { knowledgeRoutes } from '#contract/knowledge.ts'
import { notesRoutes } from '#contract/notes.ts'
import { readingsRoutes } from '#contract/readings.ts'
import type { RouteSpec } from '#contract/route.ts'
import { searchRoutes } from '#contract/search.ts'
import { tend } from '#server/base/actor.ts'
import { keepUpload } from '#server/conversations/attachments.ts'
import { messageById } from '#server/conversations/queries.ts'
import { recordReading } from '#server/conversations/reading.ts'
import { serveConversations } from '#server/conversations/routes.ts'
import { letter, maria, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { addNote } from '#server/conversations/write.ts'
import { rememberFact } from '#server/customers/facts.ts'
import { serveCustomers } from '#server/customers/routes.ts'
import { transaction } from '#server/database/database.ts'
import { addWords } from '#server/knowledge/guideChanges.ts'
import { serveKnowledge } from '#server/knowledge/routes.ts'
import { makePromise } from '#server/promises/actions.ts'
import { handOver } from '#server/promises/handing.ts'
import { serveNotes } from '#server/replies/notes.ts'
import { serveSearch } from '#server/search/routes.ts'
import { serveDesk } from './routes.ts'

/** A secret of repairs. Nothing Tomás, who bakes, may do with any route shows it, changes it or tells that it is there. */
const secret = 'zanzibar'

const all = {
  ...conversationsRoutes,
  ...customersRoutes,
  ...deskRoutes,
  ...knowledgeRoutes,
  ...notesRoutes,
  ...readingsRoutes,
  ...searchRoutes,
}
type Key = keyof typeof all

let stage: Stage
let app: FastifyInstance
let ours: Record<'conversation' | 'customer' | 'message' | 'ask' | 'fact' | 'promise' | 'inbox', string>

beforeAll(async () => {
  stage = await openStage()
  app = await openHttp(stage, (on, options) => {
    serveConversations(on, options, stage.house)
    serveNotes(on, options)
    serveCustomers(on, options)
    serveKnowledge(on, options)
    serveSearch(on, options)
    serveDesk(on, options, stage.house)
  })
  const { db } = stage
  const rawFile = await stage.house.files.keep(Buffer.from(`Subject: ${secret}\r\n\r\n${secret}`))
  const written = await letter(db, {
    inboxId: stage.repairs,
    from: { name: `Maria ${secret}`, email: `maria@${secret}.example` },
    subject: secret,
    text: `When do you bring the ${secret}?`,
    more: { rawFile, rawSize: 20, html: `<p>${secret}</p>` },
  })
  const { conversationId, customerId, messageId } = written
  await addWords(db, tend, { inboxId: stage.repairs, kind: 'inside', words: [{ word: secret }] })
  await recordReading(db, tend, {
    conversationId,
    messageId,
    asks: [secret],
    signals: { urgent: 1 },
    evidence: [],
    praised: [],
  })
  const promise = await makePromise(db, stage.ana, {
    conversationId,
    customerId,
    inboxId: stage.repairs,
    messageId,
    what: secret,
    to: null,
    quote: null,
    makerId: stage.ana.id,
    due: new Date(Date.now() + 3_600_000),
  })
  await db
    .insertInto('emailHeaders')
    .values({ name: 'x-secret', value: secret, conversationId, messageId })
    .execute()
  await db
    .insertInto('mailTasks')
    .values({
      id: 'out_secret',
      kind: 'refused',
      inboxId: stage.repairs,
      conversationId,
      messageId,
      detail: secret,
      doneAt: null,
    })
    .execute()
  const ask = await db
    .selectFrom('asks')
    .select('id')
    .where('conversationId', '=', conversationId)
    .executeTakeFirstOrThrow()
  ours = {
    conversation: conversationId,
    customer: customerId,
    message: messageId,
    ask: ask.id,
    fact: await rememberFact(db, stage.ana, customerId, { text: secret }),
    promise,
    inbox: stage.repairs,
  }
})
afterAll(async () => {
  await app.close()
  await stage.close()
})

/** Every route with something of repairs in it. `absent`: it answers, with nothing of ours; `open`: framework replies belong to everybody. */
const attempts: Record<Key, { url: () => string; body?: () => object; expect: 404 | 'absent' | 'open' }[]> = {
  'PATCH /conversations/{id}': [
    { url: () => `/conversations/${ours.conversation}`, body: () => ({ subject: 'mine' }), expect: 404 },
  ],
  'POST /conversations/{id}/notes': [
    { url: () => `/conversations/${ours.conversation}/notes`, body: () => ({ text: 'x' }), expect: 404 },
  ],
  'POST /conversations/{id}/closing': [
    { url: () => `/conversations/${ours.conversation}/closing`, body: () => ({}), expect: 404 },
  ],
  'POST /conversations/{id}/reopening': [
    { url: () => `/conversations/${ours.conversation}/reopening`, expect: 404 },
  ],
  'POST /conversations/{id}/snoozing': [
    {
      url: () => `/conversations/${ours.conversation}/snoozing`,
      body: () => ({ until: null, reason: 'x' }),
      expect: 404,
    },
  ],
  'POST /conversations/{id}/assignment': [
    {
      url: () => `/conversations/${ours.conversation}/assignment`,
      body: () => ({ teammateId: stage.tomas.id }),
      expect: 404,
    },
  ],
  'POST /conversations/{id}/admission': [
    {
      url: () => `/conversations/${ours.conversation}/admission`,
      body: () => ({ messageId: ours.message }),
      expect: 404,
    },
  ],
  'POST /conversations/{id}/asks/{askId}/answer': [
    {
      url: () => `/conversations/${ours.conversation}/asks/${ours.ask}/answer`,
      body: () => ({ answered: true }),
      expect: 404,
    },
  ],
  'PUT /conversations/{id}/drafts/{kind}': [
    {
      url: () => `/conversations/${ours.conversation}/drafts/reply`,
      body: () => ({ html: '', text: '', version: 0 }),
      expect: 404,
    },
  ],
  'DELETE /conversations/{id}/drafts/{kind}': [
    { url: () => `/conversations/${ours.conversation}/drafts/reply`, expect: 404 },
  ],
  'PUT /conversations/{id}/presence': [
    {
      url: () => `/conversations/${ours.conversation}/presence`,
      body: () => ({ doing: 'looking' }),
      expect: 404,
    },
  ],
  'POST /conversations/{id}/link': [
    { url: () => `/conversations/${ours.conversation}/link`, body: () => ({ revoke: true }), expect: 404 },
  ],
  'POST /files': [],
  'GET /messages/{id}/raw': [{ url: () => `/messages/${ours.message}/raw`, expect: 404 }],
  'GET /messages/{id}/html': [{ url: () => `/messages/${ours.message}/html`, expect: 404 }],
  'GET /customers': [
    { url: () => '/customers', expect: 'absent' },
    { url: () => `/customers?q=${secret}`, expect: 'absent' },
  ],
  'POST /customers': [
    { url: () => '/customers', body: () => ({ name: 'Rui', inboxId: ours.inbox }), expect: 404 },
  ],
  'GET /customers/{id}': [{ url: () => `/customers/${ours.customer}`, expect: 404 }],
  'PATCH /customers/{id}': [
    { url: () => `/customers/${ours.customer}`, body: () => ({ name: 'Rui' }), expect: 404 },
  ],
  'POST /customers/{id}/facts': [
    { url: () => `/customers/${ours.customer}/facts`, body: () => ({ text: 'x' }), expect: 404 },
  ],
  'PATCH /customers/{id}/facts/{factId}': [
    {
      url: () => `/customers/${ours.customer}/facts/${ours.fact}`,
      body: () => ({ mention: 'no' }),
      expect: 404,
    },
  ],
  'DELETE /customers/{id}/facts/{factId}': [
    { url: () => `/customers/${ours.customer}/facts/${ours.fact}`, expect: 404 },
  ],
  'GET /conversations': [
    { url: () => '/conversations', expect: 'absent' },
    { url: () => `/conversations?inbox=${ours.inbox}`, expect: 'absent' },
    { url: () => `/conversations?customer=${ours.customer}`, expect: 'absent' },
    { url: () => `/conversations?assignee=${stage.ana.id}`, expect: 'absent' },
    ...[
      'for-me',
      'new',
      'waiting-for-us',
      'waiting-for-them',
      'promised',
      'later',
      'looked-after',
      'all',
    ].map((view) => ({
      url: () => `/conversations?view=${view}`,
      expect: 'absent' as const,
    })),
  ],
  'GET /conversations/counts': [
    { url: () => '/conversations/counts', expect: 'absent' },
    { url: () => `/conversations/counts?inbox=${ours.inbox}`, expect: 'absent' },
  ],
  'GET /conversations/{id}': [{ url: () => `/conversations/${ours.conversation}`, expect: 404 }],
  'GET /messages': [{ url: () => `/messages?header=X-Secret:${secret}`, expect: 'absent' }],
  'GET /messages/{id}': [{ url: () => `/messages/${ours.message}`, expect: 404 }],
  'GET /customers/{id}/timeline': [{ url: () => `/customers/${ours.customer}/timeline`, expect: 404 }],
  'GET /today': [{ url: () => '/today', expect: 'absent' }],
  'GET /frameworks': [{ url: () => '/frameworks', expect: 'open' }],
  'POST /frameworks': [],
  'PUT /frameworks/{id}': [],
  'DELETE /frameworks/{id}': [],
  'POST /frameworks/{id}/uses': [],
  'GET /guide': [{ url: () => '/guide', expect: 'absent' }],
  'GET /inboxes/{id}/guide': [{ url: () => `/inboxes/${ours.inbox}/guide`, expect: 404 }],
  'GET /inboxes/{id}/reader': [{ url: () => `/inboxes/${ours.inbox}/reader`, expect: 404 }],
  'POST /guide/readings': [
    {
      url: () => '/guide/readings',
      body: () => ({
        inboxId: ours.inbox,
        draft: 'Hello.',
        customer: { name: 'Maria', message: 'Hello?' },
        ours: { writer: 'Tomás' },
      }),
      expect: 404,
    },
  ],
  // For leads; knowledge/guide.test.ts asks one who does not see the inbox.
  'PUT /guide/checks/{id}': [],
  'PUT /guide/voice': [],
  'POST /guide/words': [],
  'PATCH /guide/words/{id}': [],
  'DELETE /guide/words/{id}': [],
  'GET /search': [
    { url: () => `/search?q=${secret}`, expect: 'absent' },
    { url: () => '/search?q=is:open', expect: 'absent' },
    { url: () => '/search?q=promise:open', expect: 'absent' },
    { url: () => '/search?q=in:repairs', expect: 'absent' },
    { url: () => `/search?q=from:${secret}`, expect: 'absent' },
  ],
}

const call = (key: Key, attempt: { url: () => string; body?: () => object }, as: string | null) => {
  const body = attempt.body?.()
  return app.inject({
    method: key.split(' ')[0] as 'GET',
    url: `/api/v1${attempt.url()}`,
    headers: { ...(as && { 'x-as': as }), ...(body && { 'content-type': 'application/json' }) },
    ...(body && { payload: JSON.stringify(body) }),
  })
}
const table = (Object.keys(all) as Key[]).flatMap((key) =>
  (attempts[key] ?? []).map((attempt, index) => [`${key} #${index + 1}`, key, attempt] as const),
)
/** Everything of repairs in the database, to compare. */
const everything = async () => {
  const { db } = stage
  const rows = await Promise.all([
    db.selectFrom('conversations').selectAll().where('inboxId', '=', ours.inbox).execute(),
    db.selectFrom('messages').selectAll().where('inboxId', '=', ours.inbox).orderBy('id').execute(),
    db.selectFrom('customers').selectAll().where('id', '=', ours.customer).execute(),
    db.selectFrom('customerFacts').selectAll().where('inboxId', '=', ours.inbox).execute(),
    db.selectFrom('asks').selectAll().execute(),
    db.selectFrom('drafts').selectAll().execute(),
    db.selectFrom('presence').selectAll().execute(),
    db.selectFrom('seen').selectAll().execute(),
    db.selectFrom('audit').select('id').where('inboxId', '=', ours.inbox).execute(),
  ])
  return JSON.stringify(rows)
}

describe('a teammate of another inbox', () => {
  it.each(table)('%s', async (_name, key, attempt) => {
    const before = await everything()
    const answer = await call(key, attempt, stage.tomas.id)
    expect(await everything()).toBe(before)
    if (attempt.expect === 404) {
      expect(answer.statusCode).toBe(404)
      // The same sentence as for a thing that was never there.
      const missing = (Object.values(ours) as string[]).reduce(
        (url, id) => url.replaceAll(id, `${id.split('_')[0]}_${'0'.repeat(22)}`),
        attempt.url(),
      )
      const body = attempt.body?.()
      const none = await call(
        key,
        {
          url: () => missing,
          ...(body && {
            body: () => JSON.parse(JSON.stringify(body).replaceAll(ours.inbox, `inb_${'0'.repeat(22)}`)),
          }),
        },
        stage.tomas.id,
      )
      expect({ ...none.json(), id: null }).toEqual({ ...answer.json(), id: null })
      return
    }
    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toContain(secret)
    for (const id of Object.values(ours)) expect(answer.body).not.toContain(id)
    const body = answer.json()
    if (attempt.expect === 'absent' && body.items) expect(body).toMatchObject({ items: [] })
    if (key === 'GET /conversations/counts') expect(new Set(Object.values(body))).toEqual(new Set([0]))
  })
})

describe('the same, asked by somebody of the inbox', () => {
  const reading = table.filter(([, key]) => key.startsWith('GET') && key !== 'GET /frameworks')
  it('is there: the table above asks for what exists', async () => {
    // Numbers, opening hours and one's own letters.
    const tellsOnly: string[] = ['GET /conversations/counts', 'GET /inboxes/{id}/reader']
    const shown: Partial<Record<Key, boolean>> = {}
    for (const [, key, attempt] of reading) {
      const answer = await call(key, attempt, stage.ana.id)
      expect(answer.statusCode, key).toBe(200)
      shown[key] ||= answer.body.includes(secret) || tellsOnly.includes(key)
    }
    expect(Object.entries(shown).filter(([, seen]) => !seen)).toEqual([])
  })
})

describe('every route of these rooms', () => {
  it('stands in the table', () => {
    expect(Object.keys(attempts).toSorted()).toEqual(Object.keys(all).toSorted())
  })
  it.each(Object.entries(all) as [Key, RouteSpec][])(
    '%s asks who is there, and for the role it names',
    async (key, spec) => {
      const path = key
        .split(' ')[1]!
        .replace(/\{(\w+)\}/g, (_, name) =>
          name === 'kind'
            ? 'reply'
            : name === 'factId'
              ? ours.fact
              : name === 'askId'
                ? ours.ask
                : key.includes('/customers')
                  ? ours.customer
                  : ours.conversation,
        )
      const attempt = { url: () => path }
      expect((await call(key, attempt, null)).statusCode).toBe(401)
      if (spec.access !== 'observer') expect((await call(key, attempt, stage.lena.id)).statusCode).toBe(403)
    },
  )
})

describe('walls inside one conversation', () => {
  it('a promise handed to somebody who lost the inbox does not break their day', async () => {
    const { db } = stage
    await handOver(db, stage.ana, ours.promise, stage.ben.id, undefined)
    const before = await call('GET /today', { url: () => '/today' }, stage.ben.id)
    expect(before.json().handovers).toHaveLength(1)
    await db
      .updateTable('promises')
      .set({ handoverToId: stage.tomas.id })
      .where('id', '=', ours.promise)
      .execute()
    const after = await call('GET /today', { url: () => '/today' }, stage.tomas.id)
    expect(after.statusCode).toBe(200)
    expect(after.json().handovers).toEqual([])
  })

  it('a person known in both inboxes: each side sees its own matters, facts and nothing of the other’s', async () => {
    const { db } = stage
    const repair = await letter(db, {
      inboxId: stage.repairs,
      from: maria,
      subject: 'The oven',
      text: 'The oven is cold.',
    })
    const cake = await letter(db, {
      inboxId: stage.bakery,
      from: maria,
      subject: 'The cake',
      text: 'A cake for forty.',
    })
    await db
      .updateTable('conversations')
      .set({ relatedTo: repair.conversationId })
      .where('id', '=', cake.conversationId)
      .execute()
    await rememberFact(db, stage.ana, repair.customerId, {
      text: 'the key is under the pot',
      inboxId: stage.repairs,
    })
    const whole = (
      await call(
        'GET /conversations/{id}',
        { url: () => `/conversations/${cake.conversationId}` },
        stage.tomas.id,
      )
    ).json()
    expect(whole).toMatchObject({
      chapters: [],
      possiblyRelatedId: null,
      person: { name: maria.name, facts: [] },
    })
    const timeline = await call(
      'GET /customers/{id}/timeline',
      { url: () => `/customers/${cake.customerId}/timeline` },
      stage.tomas.id,
    )
    expect(timeline.json().items.map((item: { subject: string }) => item.subject)).toEqual(['The cake'])
    const fact = {
      url: () => `/customers/${cake.customerId}/facts`,
      body: () => ({ text: 'x', messageId: repair.messageId }),
    }
    expect((await call('POST /customers/{id}/facts', fact, stage.tomas.id)).statusCode).toBe(404)
  })

  it('a draft takes no file but one’s own', async () => {
    const theirs = await keepUpload(stage.house, stage.ana, {
      filename: 'plan.txt',
      bytes: Buffer.from(secret),
    })
    const cake = await letter(stage.db, { inboxId: stage.bakery, from: maria, text: 'A cake.' })
    const kept = await call(
      'PUT /conversations/{id}/drafts/{kind}',
      {
        url: () => `/conversations/${cake.conversationId}/drafts/reply`,
        body: () => ({ html: '', text: '', version: 0, attachments: [theirs.id] }),
      },
      stage.tomas.id,
    )
    const whole = (
      await call(
        'GET /conversations/{id}',
        { url: () => `/conversations/${cake.conversationId}` },
        stage.tomas.id,
      )
    ).json()
    expect(kept.statusCode).toBe(422)
    expect(kept.json().errors[0].pointer).toBe('/attachments/0')
    expect(whole.drafts).toEqual([])
  })

  it('a customer on their page reaches no message but their own, and no note', async () => {
    const mine = await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'Mine.' })
    const { messageId: note } = await addNote(stage.db, stage.ana, {
      conversationId: mine.conversationId,
      text: 'ours',
    })
    const me = {
      kind: 'customer' as const,
      id: mine.customerId,
      name: maria.name,
      conversationId: mine.conversationId,
      inboxIds: [stage.repairs],
      via: 'page' as const,
    }
    await transaction(stage.db, async (trx) => {
      expect((await messageById(trx, me, mine.messageId)).id).toBe(mine.messageId)
      await expect(messageById(trx, me, note)).rejects.toMatchObject({ status: 404 })
      await expect(messageById(trx, me, ours.message)).rejects.toMatchObject({ status: 404 })
    })
  })
})
