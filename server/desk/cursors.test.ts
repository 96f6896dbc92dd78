import { afterAll, beforeAll, expect, it } from 'vitest'
import type { api } from '#contract/api.ts'
import { tend } from '#server/base/actor.ts'
import { serveCallbacks } from '#server/callbacks/routes.ts'
import { serveConversations } from '#server/conversations/routes.ts'
import { askIn, letter, maria, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { serveCustomers } from '#server/customers/routes.ts'
import { servePromises } from '#server/promises/routes.ts'
import { serveSilence } from '#server/silence/routes.ts'
import { switchPractice } from '#server/team/practices.ts'
import { serveDesk } from './routes.ts'

let stage: Stage
let ask: ReturnType<typeof askIn>
let customerId: string
beforeAll(async () => {
  stage = await openStage()
  const app = await openHttp(stage, (on, options) => {
    serveConversations(on, options, stage.house)
    serveCustomers(on, options)
    servePromises(on, options)
    serveCallbacks(on, options, stage.house)
    serveSilence(on, options)
    serveDesk(on, options, stage.house)
  })
  ask = askIn(app)
  await switchPractice(stage.db, tend, 'callbacks', true)
  for (const text of ['One.', 'Two.', 'Three.'])
    customerId = (await letter(stage.db, { inboxId: stage.repairs, from: maria, text })).customerId
})
afterAll(() => stage.close())

const lists: [keyof typeof api, Record<string, string>][] = [
  ['GET /conversations', {}],
  ['GET /conversations', { view: 'waiting-for-us' }],
  ['GET /conversations', { view: 'promised' }],
  ['GET /customers', {}],
  ['GET /customers', { q: 'Maria' }],
  ['GET /customers/{id}/timeline', {}],
  ['GET /messages', { header: 'X-Test:1' }],
  ['GET /promises', {}],
  ['GET /callbacks', {}],
  ['GET /quiet', {}],
]

/** Days that no calendar has. */
const impossible = ['2026-02-31T00:00:00.000Z', '2026-06-31T24:00:00Z', '2026-13-01T00:00:00.000Z'].map(
  (at) => `${at}~prm_${'0'.repeat(22)}`,
)

it.each(lists)(
  '%s %o: a page that does not exist is refused, never answered with the first one',
  async (key, query) => {
    const page = (after: string) =>
      ask(stage.ana, key, { params: { id: customerId }, query: { ...query, after, limit: '1' } })
    for (const after of ['nonsense', '', '~', '1~2', 'cnv_1', "' or 1=1 --", ...impossible])
      expect(await page(after), after).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/after' }] },
      })
  },
)

it('a page that does exist is the next one', async () => {
  const seen: string[] = []
  let after: string | null = null
  do {
    const { body }: { body: { items: { id: string }[]; next: string | null } } = await ask(
      stage.ana,
      'GET /conversations',
      { query: { view: 'waiting-for-us', limit: '1', ...(after && { after }) } },
    )
    seen.push(...body.items.map((one) => one.id))
    after = body.next
  } while (after)
  expect(new Set(seen).size).toBe(3)
  expect(seen).toHaveLength(3)
})
