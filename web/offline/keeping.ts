import type { ConversationRow } from '#contract/conversations.ts'
import { type Answer, api, Problem } from '#web/api/client.ts'
import { isAway, keep, keeps } from './reading.ts'
import { drop, empty, get, isSeatOf, keysOf, put, whoIsHere } from './shelf.ts'

/** How many conversations are kept, newest first (UX.md §3). */
export const mostKept = 500
const page = 100
/** Filling is never in a hurry: whoever works here comes first, and so does the server. */
const breath = 150
const lists = [
  'for-me',
  'new',
  'waiting-for-us',
  'waiting-for-them',
  'promised',
  'later',
  'looked-after',
] as const
/** A list or a person that nobody has opened since yesterday goes: somebody on it may have been erased meanwhile. */
const longestKept = 86_400_000

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What differs once there is something new to read; what changes by itself with time is left out. */
const stampOf = ({ because: _b, viewers: _v, unread: _u, target: _t, ...row }: ConversationRow): string =>
  JSON.stringify(row)

interface Kept {
  at: number
  stamp?: string
  value: Answer<'GET /conversations/{id}'>
}

/** Brings what this browser keeps up to date; ends without a word where the line goes away. Returns how many it keeps. */
export async function fillShelf(rest = breath): Promise<number> {
  const who = whoIsHere()
  if (!who) return 0
  if (!keeps()) {
    await Promise.all([empty('answers'), empty('conversations')])
    return 0
  }
  try {
    for (const one of await basics()) {
      await keepAnswer(one)
      await pause(rest)
    }
    const rows = await newest(rest)
    for (const row of rows) if (await keepOne(row, who)) await pause(rest)
    const mine = new Set(rows.map((row) => row.id))
    await drop(
      'conversations',
      (await keysOf('conversations', who)).filter((id) => !mine.has(String(id))),
      who,
    )
    await dropOldAnswers()
  } catch (error) {
    if (!isAway(error)) throw error
  }
  return (await keysOf('conversations', who)).length
}

type Asked = [key: Parameters<typeof keep>[0], input?: { params?: object; query?: object }]

/** What every conversation is read and answered with, each asked for as its screen asks. */
async function basics(): Promise<Asked[]> {
  const [me, practices] = await Promise.all([api('GET /me'), api('GET /practices')])
  const writes = me.teammate.role !== 'observer'
  return [
    ['GET /me'],
    ['GET /practices'],
    ['GET /today'],
    ['GET /teammates'],
    ['GET /frameworks'],
    ['GET /views'],
    ['GET /fields'],
    ...(practices.on.includes('actions') ? [['GET /act-kinds'] as Asked] : []),
    ['GET /signatures'],
    ['GET /tags', { query: { limit: 500 } }],
    ...lists.map((view): Asked => ['GET /conversations', { query: { view, limit: 50 } }]),
    ...me.inboxes.flatMap(({ id }): Asked[] => [
      ['GET /inboxes/{id}/guide', { params: { id } }],
      ...(writes ? [['GET /inboxes/{id}/reader', { params: { id } }] as Asked] : []),
    ]),
  ]
}

/** What is switched off, or not for this person, is not there to be kept. */
async function keepAnswer([key, input]: Asked): Promise<void> {
  try {
    await keep(key, input, await api(key, input as never))
  } catch (error) {
    if (isAway(error)) throw error
  }
}

async function newest(rest: number): Promise<ConversationRow[]> {
  const rows: ConversationRow[] = []
  let after: string | undefined
  do {
    const query = { view: 'all' as const, limit: page, after }
    const { items, next } = await api('GET /conversations', { query })
    rows.push(...items)
    after = next ?? undefined
    await pause(rest)
  } while (after && rows.length < mostKept)
  return rows.slice(0, mostKept)
}

/** Whether it had to be asked for. */
async function keepOne(row: ConversationRow, who: string): Promise<boolean> {
  const stamp = stampOf(row)
  const here = await get<Kept>('conversations', row.id, who)
  // A row may look the same though somebody in copy was erased while nobody here heard of it.
  if (here?.stamp === stamp && Date.now() - here.at < longestKept) return false
  try {
    const value = await api('GET /conversations/{id}', { params: { id: row.id }, as: who })
    // Somebody else may have sat down while it travelled.
    if (isSeatOf(who))
      await put('conversations', { at: Date.now(), stamp, value } satisfies Kept, row.id, who)
  } catch (error) {
    if (!(error instanceof Problem) || isAway(error)) throw error
    // Gone, or moved behind a wall, between the list and here: then it is not kept either.
    if (error.status === 404 || error.status === 403) await drop('conversations', [row.id], who)
    else if (error.type === 'somebody-else') throw error
  }
  return true
}

async function dropOldAnswers(): Promise<void> {
  const keys = await keysOf('answers')
  const old: IDBValidKey[] = []
  for (const key of keys) {
    const one = await get<{ at: number }>('answers', key)
    if (one && Date.now() - one.at > longestKept) old.push(key)
  }
  if (old.length) await drop('answers', old)
}

/**
 * Somebody was erased. Their words and their address may stand in anybody's conversation, so that all of them go from here at once,
 * and come back as they are now.
 */
export async function forgetAllRead(): Promise<void> {
  await Promise.all([empty('conversations'), empty('answers')])
}
