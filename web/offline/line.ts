import { type Answer, api, onceFor, Problem, silence } from '#web/api/client.ts'
import { draftHere, putBack } from '#web/conversations/draftStore.ts'
import { behind, isTooOld, type MayWait, nextToGo, type Waiting, whatFollows } from './queue.ts'
import { isAway } from './reading.ts'
import { allOf, drop, keysOf, put, whoIsHere } from './shelf.ts'

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

async function readAgain(): Promise<void> {
  const [keys, all] = await Promise.all([keysOf('waiting'), allOf<Omit<Waiting, 'n'>>('waiting')])
  waiting = all.map((one, index) => ({ ...one, n: Number(keys[index]) }))
  for (const listener of listeners) listener()
}
async function changed(): Promise<void> {
  await readAgain()
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

/** One window at a time sends. Without locks (no https) two may: the Idempotency-Key makes it once all the same. */
const alone = (work: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request('tend.line', work) : work()

export interface About {
  name: string
  gist?: string
  words?: Waiting['words']
}
interface Request {
  params: { id: string } & Record<string, string>
  body?: unknown
}

const keepWaiting = async (key: MayWait, { params, body }: Request, once: string, about: About) => {
  const row = {
    key,
    params,
    body: body as Waiting['body'],
    once,
    since: Date.now(),
    gist: '',
    ...about,
    tries: 0,
  } satisfies Omit<Waiting, 'n'>
  // Nobody is here any more, so there is no shelf: then it does not wait, and is not said to.
  if ((await put('waiting', row)) === undefined) throw silence()
  await changed()
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
  const once = onceFor(key, request as never)
  if (!waiting.some((one) => !one.stopped)) {
    try {
      return await api(key, { ...request, idempotencyKey: once } as never)
    } catch (error) {
      if (!isAway(error) || !whoIsHere()) throw error
      await keepWaiting(key, request, once, about).catch(() => {
        throw error
      })
      return null
    }
  }
  await keepWaiting(key, request, once, about)
  void sendWaiting()
  return null
}

let sending = false
/** Sends what waits, in its order, each once; ends at the first silence. */
export async function sendWaiting(): Promise<void> {
  if (sending || !whoIsHere()) return
  sending = true
  let sent = 0
  try {
    await alone(async () => {
      for (;;) {
        await readAgain()
        const next = nextToGo(waiting)
        if (!next || !(await sendOne(next))) return
        sent++
      }
    })
  } catch {
    // The shelf would not open; the next try may find it open.
  } finally {
    sending = false
    if (sent) for (const listener of doneListeners) listener()
  }
}

/** Whether it is settled, so that the next may go. */
async function sendOne(one: Waiting): Promise<boolean> {
  const { key, params, body, once } = one
  if (isTooOld(one, Date.now())) {
    await stop(one, { because: 'too-old', says: '', crossed: [] })
    return true
  }
  const problem = await api(key, { params, body, idempotencyKey: once } as never).then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error
      // Taken off already, perhaps by a try whose answer got lost.
      return key.startsWith('DELETE') && error.status === 404 ? null : error.document
    },
  )
  const follows = whatFollows(problem as never, one.tries)
  if (follows.what === 'again') {
    if (problem && problem.status >= 500 && !isAway(new Problem(problem)))
      await save({ ...one, tries: one.tries + 1 })
    return false
  }
  if (follows.what === 'stopped') await stop(one, follows)
  else {
    await drop('waiting', [one.n])
    // The draft this note grew from; that of a reply goes with the reply.
    if (key.endsWith('/notes'))
      await api('DELETE /conversations/{id}/drafts/{kind}', {
        params: { id: params.id, kind: 'note' },
      }).catch(() => {})
    await changed()
  }
  return true
}

const save = ({ n, ...row }: Waiting) => put('waiting', row, n).then(changed)

/** It does not leave: its words go back to where they were written, and what was meant to follow stays undone too. */
async function stop(
  one: Waiting,
  { because, says, crossed }: NonNullable<Waiting['stopped']>,
): Promise<void> {
  giveBack(one)
  await put('waiting', row({ ...one, words: undefined, stopped: { because, says, crossed } }), one.n)
  for (const follower of behind(one, waiting)) {
    giveBack(follower)
    const stopped = { because: 'behind' as const, says: '', crossed: [] }
    await put('waiting', row({ ...follower, words: undefined, stopped }), follower.n)
  }
  await changed()
}
const row = ({ n: _, ...rest }: Waiting) => rest

/** Into the draft, in front of whatever was begun there since. */
function giveBack({ key, params, words }: Waiting): void {
  const who = whoIsHere()
  if (!words || !who) return
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

/** Not to be sent after all. A try that got no answer may have got through; then it stands in the conversation. */
export const takeBack = (one: Waiting): Promise<void> =>
  alone(async () => {
    await readAgain()
    if (!waiting.some(({ n }) => n === one.n)) return
    if (!one.stopped) giveBack(one)
    await drop('waiting', [one.n])
    await changed()
  })
