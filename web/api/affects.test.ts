import { expect, it } from 'vitest'
import type { LiveEvent } from '#contract/house.ts'
import { type Asked, affects as affectsAsked } from './affects.ts'

const event = (type: string, more: Partial<LiveEvent> = {}): LiveEvent => ({
  type,
  at: '2026-11-24T14:00:00Z',
  ...more,
})
const affects = (one: LiveEvent, key: string, params: Asked['params'], more: Partial<Asked> = {}) =>
  affectsAsked(one, { key, params, ...more })

/** What four tabs have on them: the frame of every screen, and what each shows. */
const frame: Asked[] = [
  'GET /me',
  'GET /practices',
  'GET /incidents',
  'GET /me/notifications',
  'GET /teammates',
  'GET /views',
  'GET /frameworks',
  'GET /act-kinds',
].map((key) => ({ key, params: null }))
const standsIn = (...ids: string[]) => ({ shows: (id: string) => ids.includes(id) })
const listOf = (view: string, ...ids: string[]): Asked[] => [
  { key: 'GET /conversations', params: null, query: { view }, ...standsIn(...ids) },
  { key: 'GET /conversations/counts', params: null },
  { key: 'GET /surge', params: null },
]
const beside = [
  '',
  '/acts',
  '/extras',
  '/heat',
  '/recoveries',
  '/decisions',
  '/offers',
  '/second-looks',
  '/fields',
]
const openAt = (id: string, customer: string): Asked[] => [
  ...beside.map((part) => ({ key: `GET /conversations/{id}${part}`, params: { id } })),
  ...['person', 'recoveries', 'goals', 'dealings', 'around', 'fields'].map((part) => ({
    key: `GET /customers/{id}/${part}`,
    params: { id: customer },
  })),
  { key: 'GET /handovers', params: null, query: { conversation: id }, shows: () => false },
  { key: 'GET /promises', params: null, query: { customer }, shows: () => false },
  { key: 'GET /inboxes/{id}/guide', params: { id: 'inb_1' } },
]
const today = (...ids: string[]): Asked[] => [
  { key: 'GET /today', params: null, ...standsIn(...ids) },
  { key: 'GET /mailboxes', params: null },
]

/** Our reply, as it is heard: written, waited for, read, and taken by the other side. */
const of = { conversationId: 'cnv_1', customerId: 'cus_1', inboxId: 'inb_1' }
const reply = ['presence.changed', 'message.written', 'conversation.waiting', 'mail.accepted'].map((type) =>
  event(type, of),
)
const asksAgain = (tab: readonly Asked[]) =>
  [...frame, ...tab]
    .filter((asked) => reply.some((one) => affectsAsked(one, asked)))
    .map(({ key }) => key.slice(5))

it('asks again, for one reply, only what a tab shows of it', () => {
  // What is to do today is counted, so a day hears of every answer; the rail, which shows none of it, only marks it as old.
  expect(asksAgain(today())).toEqual(['today'])
  expect(asksAgain(listOf('for-me', 'cnv_2'))).toEqual(['conversations/counts'])
  expect(asksAgain(listOf('for-me', 'cnv_1'))).toEqual(['conversations', 'conversations/counts'])
  expect(asksAgain(listOf('waiting-for-them', 'cnv_2'))).toEqual(['conversations', 'conversations/counts'])
  expect(asksAgain(openAt('cnv_2', 'cus_2'))).toEqual([])
  expect(asksAgain(openAt('cnv_1', 'cus_1'))).toEqual([
    'conversations/{id}',
    'conversations/{id}/acts',
    'conversations/{id}/extras',
    'conversations/{id}/heat',
    'conversations/{id}/recoveries',
    'conversations/{id}/decisions',
    'conversations/{id}/offers',
    'conversations/{id}/second-looks',
    'handovers',
  ])
})

it('hears of what a view that somebody made asks for, and of what the reader found', () => {
  const made = { key: 'GET /conversations', params: null, query: { saved: 'viw_1' }, shows: () => false }
  const given = { ...made, query: { view: 'for-me' } }
  for (const type of ['customer.tagged', 'customer.untagged', 'field.filled', 'view.changed']) {
    expect(affectsAsked(event(type, { customerId: 'cus_1' }), made), type).toBe(true)
    expect(affectsAsked(event(type, { customerId: 'cus_1' }), given), type).toBe(false)
  }
  expect(affectsAsked(event('conversation.read', of), given)).toBe(true)
})

it('reads again only the conversation that changed, and the lists it may stand in', () => {
  const came = event('message.received', { conversationId: 'cnv_1', customerId: 'cus_1' })
  expect(affects(came, 'GET /conversations/{id}', { id: 'cnv_1' })).toBe(true)
  expect(affects(came, 'GET /conversations/{id}', { id: 'cnv_2' })).toBe(false)
  expect(affects(came, 'GET /customers/{id}/timeline', { id: 'cus_1' })).toBe(true)
  expect(affects(came, 'GET /teammates', null)).toBe(false)
  // A new letter may come into any list, and into anybody's day.
  const elsewhere = standsIn()
  for (const view of ['for-me', 'new', 'all'])
    expect(affects(came, 'GET /conversations', null, { query: { view }, ...elsewhere })).toBe(true)
  expect(affects(came, 'GET /today', null, elsewhere)).toBe(true)
})

it('reads fields again for what was written into them, and not for every letter', () => {
  const filled = event('field.filled', { conversationId: 'cnv_1', customerId: 'cus_1' })
  expect(affects(filled, 'GET /conversations/{id}/fields', { id: 'cnv_1' })).toBe(true)
  expect(affects(filled, 'GET /conversations/{id}/fields', { id: 'cnv_2' })).toBe(false)
  expect(affects(event('field.filled'), 'GET /circles/{id}/fields', { id: 'cir_1' })).toBe(true)
  expect(affects(event('field.changed'), 'GET /fields', null)).toBe(true)
  // What was put back is not here any more; asking for its fields would find nothing.
  const gone = event('conversation.put-back', { conversationId: 'cnv_1' })
  expect(affects(gone, 'GET /conversations/{id}/fields', { id: 'cnv_1' })).toBe(false)
})

it('reads nothing but what shows it again because somebody looks at a letter', () => {
  const looks = event('presence.changed', { conversationId: 'cnv_1' })
  expect(affects(looks, 'GET /conversations', null, standsIn('cnv_1'))).toBe(true)
  expect(affects(looks, 'GET /conversations', null, standsIn('cnv_2'))).toBe(false)
  expect(affects(looks, 'GET /conversations/{id}', { id: 'cnv_1' })).toBe(true)
  for (const part of ['acts', 'heat', 'recoveries', 'incidents', 'matters'])
    expect(affects(looks, `GET /conversations/{id}/${part}`, { id: 'cnv_1' })).toBe(false)
  expect(affects(looks, 'GET /today', null)).toBe(false)
  expect(affects(looks, 'GET /conversations/counts', null)).toBe(false)
})

it('reads promises again when a promise changed or a reply was undone', () => {
  expect(affects(event('promise.late'), 'GET /promises/figures', null)).toBe(true)
  expect(affects(event('reply.undone'), 'GET /promises', null)).toBe(true)
  expect(affects(event('message.received'), 'GET /promises', null)).toBe(false)
  const theirs = event('promise.made', { customerId: 'cus_2' })
  expect(affects(theirs, 'GET /promises', null, { query: { customer: 'cus_1' } })).toBe(false)
})

it('reads the guide again where it changed, and no letter because of it', () => {
  const house = event('guide.changed')
  const inbox = event('guide.changed', { inboxId: 'inb_1' })
  expect(affects(house, 'GET /guide', null)).toBe(true)
  expect(affects(house, 'GET /inboxes/{id}/guide', { id: 'inb_1' })).toBe(true)
  expect(affects(inbox, 'GET /inboxes/{id}/guide', { id: 'inb_1' })).toBe(true)
  expect(affects(inbox, 'GET /inboxes/{id}/guide', { id: 'inb_2' })).toBe(false)
  expect(affects(house, 'GET /conversations', null)).toBe(false)
  expect(affects(event('message.received'), 'GET /guide', null)).toBe(false)
})
