import type { Api } from '#contract/api.ts'
import { type Answer, api, type Input, Problem } from '#web/api/client.ts'
import { drop, get, isSeatOf, put, whoIsHere } from './shelf.ts'

type Get = keyof Api & `GET ${string}`
interface Kept {
  at: number
  value: unknown
}

/**
 * What may be kept on this machine: the daily work. Never the house's settings and keys, a search, a sign-in, or what is asked
 * for once.
 */
const daily =
  /^GET \/(me$|today$|practices$|teammates$|views|teams$|tags$|fields$|frameworks$|signatures$|guide$|act-kinds$|guides|conversations|customers|circles|promises|matters|goals$|quiet$|recoveries|complaints$|decisions$|handovers|callbacks$|inboxes\/\{id\}\/(guide|reader)$)/
const whole = 'GET /conversations/{id}'

export const isDaily = (key: string): boolean => daily.test(key)

/** The line is away, or what stands in it speaks for a Tend that is. */
export const isAway = (error: unknown): boolean =>
  error instanceof Problem && (error.status === 0 || (error.status >= 502 && error.status <= 504))

const addressed = (key: string, input?: { params?: unknown; query?: unknown }) =>
  JSON.stringify([key, input?.params ?? null, input?.query ?? null])

/** Set in Settings, for this browser alone: a machine that many use need keep nothing. */
const keepsNothing = 'tend.keepsNothing'
export const keeps = (): boolean => localStorage.getItem(keepsNothing) === null
export const setKeeps = (on: boolean): void =>
  on ? localStorage.removeItem(keepsNothing) : localStorage.setItem(keepsNothing, '1')

export async function keep<K extends Get>(
  key: K,
  input: { params?: unknown; query?: unknown } | undefined,
  value: Answer<K>,
): Promise<void> {
  const who = key === 'GET /me' ? (value as Answer<'GET /me'>).teammate.id : whoIsHere()
  if (!who || !isSeatOf(who) || !keeps() || !isDaily(key)) return
  const kept: Kept = { at: Date.now(), value }
  if (key === whole) await put('conversations', kept, (value as { id: string }).id, who)
  else await put('answers', kept, addressed(key, input), who)
}

async function kept<K extends Get>(
  key: K,
  input: { params?: unknown; query?: unknown } | undefined,
): Promise<Answer<K> | undefined> {
  if (!isDaily(key)) return undefined
  const id = (input?.params as { id?: string } | undefined)?.id
  const found = await (key === whole && id
    ? get<Kept>('conversations', id)
    : get<Kept>('answers', addressed(key, input))
  ).catch(() => undefined)
  return found?.value as Answer<K> | undefined
}

/** What is gone, or may no longer be seen, is not kept either. */
async function forget(key: string, input: { params?: unknown; query?: unknown } | undefined): Promise<void> {
  const id = (input?.params as { id?: string } | undefined)?.id
  if (key === whole && id) await drop('conversations', [id])
  else if (isDaily(key)) await drop('answers', [addressed(key, input)])
}

/**
 * Reads a route; while the line is away, as it was read last. `hasOlder`: the screen has something already, and what it
 * has is at least as new.
 */
export async function read<K extends Get>(
  key: K,
  input?: Partial<Input<K>> & { signal?: AbortSignal },
  hasOlder = false,
): Promise<Answer<K>> {
  try {
    const answer = await api(key, input)
    void keep(key, input, answer).catch(() => {})
    return answer
  } catch (error) {
    if (error instanceof Problem && (error.status === 404 || error.status === 403))
      void forget(key, input).catch(() => {})
    if (hasOlder || !isAway(error)) throw error
    const answer = await kept(key, input)
    if (answer === undefined) throw error
    return answer
  }
}
