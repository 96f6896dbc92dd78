import { queryClient } from '#web/api/cache.ts'
import { api, Problem } from '#web/api/client.ts'
import { sitDown } from '#web/api/whose.ts'
import { dropAllSafe } from '#web/conversations/draftStore.ts'
import { isAway } from './reading.ts'
import { moveOut, whoIsHere } from './shelf.ts'

/** In milliseconds: a line that swallows what is sent must keep nobody here. What is left is done when it is back. */
const patience = 4000
export const notForLong = (what: Promise<unknown>): Promise<unknown> =>
  Promise.race([what, new Promise((give) => setTimeout(give, patience))])

/** Who has signed out here and whose sign-in the server has yet to be told to end. */
const owed = 'tend.leaving'
export const isLeaving = (): boolean => localStorage.getItem(owed) !== null

/**
 * Signs out, whether there is a line or not: what was read here goes at once, nothing more is shown, and the sign-in ends as soon
 * as the server can be told. What this browser shows while Tend is closed ends with it.
 */
export async function signOut(): Promise<void> {
  const who = whoIsHere()
  if (who) localStorage.setItem(owed, who)
  dropAllSafe()
  await moveOut()
  queryClient.clear()
  sitDown(null)
  await notForLong(Promise.all([endPush(), endSignIn()]))
}

/** True once the server knows, or nobody had to tell it. */
export async function endSignIn(): Promise<boolean> {
  const who = localStorage.getItem(owed)
  if (!who) return true
  try {
    await api('DELETE /sessions/current', { as: who })
  } catch (error) {
    // Ended already, or another person's by now: then it is none of ours.
    if (!(error instanceof Problem) || isAway(error) || error.status >= 500) return false
  }
  localStorage.removeItem(owed)
  return true
}

/** Somebody has come in; the sign-in before ended with that. */
export function haveEntered(): void {
  localStorage.removeItem(owed)
  sitDown(null)
  queryClient.clear()
}

/** Of this browser; the server's part ends with the sign-in. */
async function endPush(): Promise<void> {
  try {
    const worker = await navigator.serviceWorker?.getRegistration('/sw.js')
    await (await worker?.pushManager?.getSubscription())?.unsubscribe()
  } catch {
    // Without a line some browsers cannot; nothing comes that the server does not send.
  }
}
