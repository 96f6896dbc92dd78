import { expect, it } from 'vitest'
import type { LiveEvent } from '#contract/house.ts'
import { affects } from './affects.ts'

const event = (type: string, more: Partial<LiveEvent> = {}): LiveEvent => ({
  type,
  at: '2026-11-24T14:00:00Z',
  ...more,
})

it('reads again only the conversation that changed, and the lists it may stand in', () => {
  const came = event('message.received', { conversationId: 'cnv_1', customerId: 'cus_1' })
  expect(affects(came, 'GET /conversations/{id}', { id: 'cnv_1' })).toBe(true)
  expect(affects(came, 'GET /conversations/{id}', { id: 'cnv_2' })).toBe(false)
  expect(affects(came, 'GET /customers/{id}/timeline', { id: 'cus_1' })).toBe(true)
  expect(affects(came, 'GET /conversations', null)).toBe(true)
  expect(affects(came, 'GET /today', null)).toBe(true)
  expect(affects(came, 'GET /teammates', null)).toBe(false)
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

it('does not read Today again because somebody looks at a letter', () => {
  const looks = event('presence.changed', { conversationId: 'cnv_1' })
  expect(affects(looks, 'GET /conversations', null)).toBe(true)
  expect(affects(looks, 'GET /today', null)).toBe(false)
})

it('reads promises again when a promise changed or a reply was undone', () => {
  expect(affects(event('promise.late'), 'GET /promises/figures', null)).toBe(true)
  expect(affects(event('reply.undone'), 'GET /promises', null)).toBe(true)
  expect(affects(event('message.received'), 'GET /promises', null)).toBe(false)
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
