import { expect, it } from 'vitest'
import type { Conversation } from '#contract/conversations.ts'
import { asIfDone } from './asIfDone.ts'
import {
  behind,
  isPatient,
  isTooOld,
  longestWait,
  type MayWait,
  nextToGo,
  type Waiting,
  whatFollows,
} from './queue.ts'
import { isDaily } from './reading.ts'

const waits = (n: number, key: MayWait, id = 'cnv_1', more: Partial<Waiting> = {}): Waiting => ({
  n,
  key,
  params: { id },
  once: `key-${n}`,
  since: 0,
  name: 'Maria',
  gist: '',
  tries: 0,
  ...more,
})
const stopped: Waiting['stopped'] = { because: 'crossed', says: '', crossed: [] }
const reply = 'POST /conversations/{id}/replies'
const done = 'POST /conversations/{id}/closing'
const note = 'POST /conversations/{id}/notes'

it('goes in the order it was done, past what has stopped', () => {
  expect(nextToGo([])).toBeUndefined()
  expect(nextToGo([waits(1, reply, 'cnv_1', { stopped }), waits(2, note), waits(3, done)])?.n).toBe(2)
})

it('holds what was to follow a reply that did not leave, in that matter only, and not a note', () => {
  const all = [waits(1, done), waits(2, reply), waits(3, note), waits(4, done), waits(5, done, 'cnv_2')]
  expect(behind(all[1]!, all).map((one) => one.n)).toEqual([4])
  expect(behind(all[3]!, all)).toEqual([])
})

it.each([
  [null, 'sent'],
  [{ status: 0, type: 'offline' }, 'again'],
  [{ status: 503, type: 'broken' }, 'again'],
  [{ status: 401, type: 'unauthenticated' }, 'again'],
  [{ status: 429, type: 'too-many' }, 'again'],
  [{ status: 409, type: 'in-flight' }, 'again'],
  [{ status: 409, type: 'somebody-else' }, 'again'],
  [{ status: 409, type: 'crossed', messages: [] }, 'stopped'],
  [{ status: 422, type: 'invalid' }, 'stopped'],
  [{ status: 404, type: 'not-found' }, 'stopped'],
] as const)('after %j it is %s', (problem, what) => {
  expect(whatFollows(problem && { title: 'Because.', ...problem }, 0).what).toBe(what)
})

it('does not let one that breaks the server keep the others waiting for ever', () => {
  const broken = { status: 500, type: 'broken', title: 'Something broke.' }
  expect(whatFollows(broken, 0).what).toBe('again')
  expect(whatFollows(broken, 3)).toMatchObject({
    what: 'stopped',
    because: 'refused',
    says: 'Something broke.',
  })
})

it('asks for another look at what is older than the server remembers its key', () => {
  expect(longestWait).toBeLessThan(24 * 3_600_000)
  expect(isTooOld(waits(1, reply), longestWait)).toBe(false)
  expect(isTooOld(waits(1, reply), longestWait + 1)).toBe(true)
})

it('lets wait only what is still right an hour later', () => {
  expect(isPatient('POST /conversations/{id}/replies')).toBe(true)
  for (const key of [
    'POST /conversations',
    'DELETE /messages/{id}/sending',
    'PATCH /me/preferences',
    'POST /blocks',
  ])
    expect(isPatient(key), key).toBe(false)
})

it('keeps the daily work, and nothing of the house or its keys', () => {
  for (const key of [
    'GET /me',
    'GET /conversations',
    'GET /conversations/{id}',
    'GET /customers/{id}/timeline',
  ])
    expect(isDaily(key), key).toBe(true)
  for (const key of [
    'GET /keys',
    'GET /sessions',
    'GET /mailboxes',
    'GET /search',
    'GET /me/notifications',
    'GET /audit',
    'GET /welcome',
    'GET /export',
    'GET /health',
  ])
    expect(isDaily(key), key).toBe(false)
})

it('shows a conversation as it will be, so that nobody does it twice', () => {
  const before = {
    id: 'cnv_1',
    status: 'open',
    later: null,
    assigneeId: null,
    tags: [{ id: 'tag_1', name: 'gate' }],
    drafts: [{ kind: 'reply' }, { kind: 'note' }],
  } as unknown as Conversation
  const after = (...all: Waiting[]) => asIfDone(before, all, 'tmt_me')
  expect(after(waits(1, reply, 'cnv_1', { body: { afterwards: 'done' } }))).toMatchObject({
    status: 'closed',
    assigneeId: 'tmt_me',
    drafts: [{ kind: 'note' }],
  })
  expect(
    after(
      waits(1, 'POST /conversations/{id}/snoozing', 'cnv_1', { body: { until: null, reason: 'The part' } }),
    ),
  ).toMatchObject({ status: 'snoozed', later: { until: null, reason: 'The part' } })
  expect(
    after(
      waits(1, 'POST /conversations/{id}/tags', 'cnv_1', { body: { name: 'pump' } }),
      waits(2, 'DELETE /conversations/{id}/tags/{tagId}', 'cnv_1', {
        params: { id: 'cnv_1', tagId: 'tag_1' },
      }),
    ).tags,
  ).toEqual([{ id: '', name: 'pump' }])
  // What stopped, and what is about others, changes nothing.
  expect(after(waits(1, done, 'cnv_2'), waits(2, done, 'cnv_1', { stopped }))).toBe(before)
})
