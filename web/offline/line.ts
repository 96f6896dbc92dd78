import { type Answer, api, onceFor, Problem, requestOf, silence } from '#web/api/client.ts'
import { newKey, noteSettled, noteUnsure } from '#web/api/onceKeys.ts'
import { draftHere, putBack } from '#web/conversations/draftStore.ts'
import { behind, isTooOld, isWritten, type MayWait, nextToGo, type Waiting, whatFollows } from './queue.ts'
import { isAway } from './reading.ts'
import { allOf, drop, put, whoIsHere } from './shelf.ts'

/** What waits, as the screen shows it; read from the shelf, for it may be another window's. */
let waiting: readonly Waiting[] = []
const listeners = new Set<() => void>()
export const watchWaiting = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const waitingNow = (): readonly Waiting[] => waiting

const windows = 'BroadcastChannel' in globalThis ? new BroadcastChannel('tend.line') : null
windows?.addEventListener('message', () => void readAgain())
;(windows as { unref?: () => void } | null)?.unref?.()

async function readAgain(who = whoIsHere()): Promise<void> {
  const all = who ? await allOf<Omit<Waiting, 'n'>>('waiting', who) : []
  waiting = all.map(([n, one]) => ({ ...one, n: Number(n) }))
  for (const listener of listeners) listener()
}
async function changed(who?: string): Promise<void> {
  await readAgain(who)
  windows?.postMessage('changed')
}
/** At the start, and when somebody else sits down: what waits of theirs. */
export const openLine = (): Promise<void> => readAgain().catch(() => {})

/** What was done while it waited is read again by whoever shows it. */
const doneListeners = new Set<() => void>()
export const onSent = (listener: () => void): (() => void) => {
  doneListeners.add(listener)
  return () => void doneListeners.delete(listener)
}
const tellDone = () => {
  for (const listener of doneListeners) listener()
}

/** One window at a time sends. Without locks (no https) two may: the Idempotency-Key makes it once all the same. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request('tend.line', work) as Promise<T>) : work()

export interface About {
  name: string
  gist?: string
  words?: Waiting['words']
}
interface Request {
  params: { id: string } & Record<string, string>
  body?: unknown
}

/** A browser that says it has no network can reach a Tend on this same machine only; elsewhere nothing has left it. */
const mayHaveLeft = (): boolean => navigator.onLine || /^(localhost|127\.|\[::1\])/.test(location.hostname)

const keepWaiting = async (
  key: MayWait,
  { params, body }: Request,
  once: string,
  about: About,
  left: boolean,
) => {
  // The same words, from another window perhaps, wait already.
  if (isWritten(key) && waiting.some((one) => one.once === once)) return
  const row = {
    key,
    params,
    body: body as Waiting['body'],
    once,
    since: Date.now(),
    gist: '',
    ...about,
    tries: 0,
    left,
  } satisfies Omit<Waiting, 'n'>
  // Nobody is here any more, so there is no shelf: then it does not wait, and is not said to.
  if ((await put('waiting', row)) === undefined) throw silence()
  if (isWritten(key)) noteUnsure(requestOf(key, { params, body } as never), once)
  await changed()
}

/** What is known of a request with this key, should its answer have been lost; null where nothing came of it. */
async function became<K extends MayWait>(once: string, as?: string): Promise<Answer<K> | null> {
  const { state, messageId } = await api('DELETE /requests/{key}', { params: { key: once }, as })
  return state === 'never' ? null : ({ messageId, promiseIds: [], undoUntil: null } as unknown as Answer<K>)
}

/**
 * Does it, or keeps it until the line is back; null means that it waits. While something waits, what comes after waits behind
 * it, so that nothing overtakes. Where this browser cannot keep it, the silence is said as ever.
 */
export async function doOrWait<K extends MayWait>(
  key: K,
  request: Request,
  about: About,
): Promise<Answer<K> | null> {
  const isFree = !waiting.some((one) => !one.stopped)
  // Done, open again and done again, without a line, are three things.
  const once = isFree || isWritten(key) ? onceFor(key, request as never) : newKey()
  if (isFree) {
    try {
      return await api(key, { ...request, idempotencyKey: once } as never)
    } catch (error) {
      // These words arrived with an earlier try; only what stood beside them has changed since.
      if (error instanceof Problem && error.type === 'idempotency-key-reused') {
        const sent = await became<K>(once)
        if (sent) return sent
      }
      if (!isAway(error) || !whoIsHere()) throw error
      await keepWaiting(key, request, once, about, mayHaveLeft()).catch(() => {
        throw error
      })
      return null
    }
  }
  await keepWaiting(key, request, once, about, false)
  void sendWaiting()
  return null
}

let sending = false
/** Sends what waits, in its order, each once, and in the name of whoever it waits for; ends at the first silence. */
export async function sendWaiting(): Promise<void> {
  const who = whoIsHere()
  if (sending || !who) return
  sending = true
  let sent = 0
  try {
    await alone(async () => {
      for (;;) {
        await readAgain(who)
        const next = nextToGo(waiting)
        if (!next || !(await sendOne(next, who))) return
        sent++
      }
    })
  } catch {
    // The shelf would not open; the next try may find it open.
  } finally {
    sending = false
    if (sent) tellDone()
  }
}

/** Whether it is settled, so that the next may go. */
async function sendOne(one: Waiting, who: string): Promise<boolean> {
  if (one.takenBack) return (await settleTakenBack(one, who)) !== 'asks'
  const { key, params, body, once } = one
  if (isTooOld(one, Date.now())) {
    await stop(one, { because: 'too-old', says: '', crossed: [] }, who)
    return true
  }
  const problem = await api(key, { params, body, idempotencyKey: once, as: who } as never).then(
    () => null,
    async (error: unknown) => {
      if (!(error instanceof Problem)) throw error
      // Taken off already, perhaps by a try whose answer got lost.
      if (key.startsWith('DELETE') && error.status === 404) return null
      if (error.type === 'idempotency-key-reused' && (await became(once, who))) return null
      return error.document
    },
  )
  const follows = whatFollows(problem as never, one.tries)
  if (follows.what === 'again') {
    const isSilent = problem !== null && isAway(new Problem(problem))
    if (problem && problem.status >= 500 && !isSilent) await save({ ...one, tries: one.tries + 1 }, who)
    else if (isSilent && !one.left && mayHaveLeft()) await save({ ...one, left: true }, who)
    return false
  }
  if (follows.what === 'stopped') await stop(one, follows, who)
  else await settle(one, who)
  return true
}

const save = (one: Waiting, who: string) => put('waiting', row(one), one.n, who).then(() => changed(who))
const settle = async (one: Waiting, who: string) => {
  noteSettled(requestOf(one.key, one as never))
  await drop('waiting', [one.n], who)
  await changed(who)
}

/** It does not leave: its words go back to where they were written, and what was meant to follow stays undone too. */
async function stop(
  one: Waiting,
  { because, says, crossed }: NonNullable<Waiting['stopped']>,
  who: string,
): Promise<void> {
  const halt = (each: Waiting, stopped: Waiting['stopped']) => {
    noteSettled(requestOf(each.key, each as never))
    return put('waiting', row({ ...each, words: undefined, takenBack: false, stopped }), each.n, who)
  }
  if (because !== 'arrived') giveBack(one, who)
  await halt(one, { because, says, crossed })
  if (because !== 'arrived')
    for (const follower of behind(one, waiting)) {
      giveBack(follower, who)
      await halt(follower, { because: 'behind', says: '', crossed: [] })
    }
  await changed(who)
}
const row = ({ n: _, ...rest }: Waiting) => rest

/** Into the draft, in front of whatever was begun there since. */
function giveBack({ key, params, words }: Waiting, who: string): void {
  if (!words) return
  const kind = key.endsWith('/notes') ? ('note' as const) : ('reply' as const)
  const place = { teammateId: who, conversationId: params.id, kind }
  const begun = draftHere(place)?.words
  putBack(
    place,
    begun?.text.trim() && begun.text !== words.text
      ? { ...words, html: words.html + begun.html, text: `${words.text}\n\n${begun.text}` }
      : words,
  )
}

/** `back`: it never leaves. `arrived`: it had. `asks`: nobody can say before the line is back. */
export type TakenBack = 'back' | 'arrived' | 'asks'

/**
 * Not to be sent after all. Of one whose answer never came the server is asked by its key: where nothing came of it, it is refused
 * should it still arrive; a letter that arrived is undone while that is possible, and else stands in the conversation.
 */
export const takeBack = async (asked: Waiting): Promise<TakenBack> => {
  const who = whoIsHere()
  if (!who) return 'back'
  const what = await alone(async () => {
    await readAgain(who)
    const one = waiting.find(({ n }) => n === asked.n)
    if (!one) return 'arrived'
    if (one.stopped || !one.left || one.key.startsWith('DELETE')) {
      if (!one.stopped) giveBack(one, who)
      await settle(one, who)
      return 'back'
    }
    return settleTakenBack(one, who)
  })
  if (what !== 'back') tellDone()
  return what
}

async function settleTakenBack(one: Waiting, who: string): Promise<TakenBack> {
  try {
    const there = (await became(one.once, who)) as { messageId: string | null } | null
    if (!there || (one.key.endsWith('/replies') && (await isUndone(there.messageId, who)))) {
      giveBack(one, who)
      await settle(one, who)
      return 'back'
    }
    await stop(one, { because: 'arrived', says: '', crossed: [] }, who)
    return 'arrived'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (!one.takenBack) await save({ ...one, takenBack: true }, who)
    return 'asks'
  }
}

/** Within the seconds in which it can be undone, a letter has not left the house. */
async function isUndone(messageId: string | null, who: string): Promise<boolean> {
  if (!messageId) return false
  try {
    await api('DELETE /messages/{id}/sending', { params: { id: messageId }, as: who })
    return true
  } catch (error) {
    if (isAway(error)) throw error
    return false
  }
}
