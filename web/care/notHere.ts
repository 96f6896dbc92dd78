import { useSyncExternalStore } from 'react'

/*
 * What was sent away with "not here", by conversation: it stays away when one comes back to the letter. It stays in this browser, as
 * the history of hints does.
 */
export type Away = Readonly<Record<string, readonly string[]>>

/** More conversations than anybody returns to; the longest untouched are forgotten first. */
export const mostKept = 300

export function sendAway(away: Away, conversationId: string, id: string): Away {
  const { [conversationId]: before = [], ...others } = away
  const kept = Object.entries(others).slice(-(mostKept - 1))
  return { ...Object.fromEntries(kept), [conversationId]: [...new Set([...before, id])] }
}

export function bringBack(away: Away, conversationId: string, id: string): Away {
  const { [conversationId]: before = [], ...others } = away
  const left = before.filter((one) => one !== id)
  return left.length ? { ...others, [conversationId]: left } : others
}

const storeOf = (teammateId: string) => `tend.notHere.${teammateId}`
const known = new Map<string, Away>()
const listeners = new Set<() => void>()
const nothing: readonly string[] = []

export function awayFor(teammateId: string): Away {
  let away = known.get(teammateId)
  if (!away) {
    try {
      away = JSON.parse(localStorage.getItem(storeOf(teammateId)) ?? '{}') as Away
    } catch {
      away = {}
    }
    known.set(teammateId, away)
  }
  return away
}

export function keepAway(teammateId: string, away: Away): void {
  known.set(teammateId, away)
  try {
    localStorage.setItem(storeOf(teammateId), JSON.stringify(away))
  } catch {
    // Without room it holds until the tab is closed.
  }
  for (const tell of listeners) tell()
}

function listen(tell: () => void): () => void {
  // Another tab has written: it is read anew.
  const anew = ({ key }: StorageEvent) => {
    if (key !== null && !key.startsWith('tend.notHere.')) return
    known.clear()
    tell()
  }
  listeners.add(tell)
  addEventListener('storage', anew)
  return () => {
    listeners.delete(tell)
    removeEventListener('storage', anew)
  }
}

/** The checks that are silent in this conversation. */
export const useNotHere = (teammateId: string, conversationId: string): readonly string[] =>
  useSyncExternalStore(listen, () => awayFor(teammateId)[conversationId] ?? nothing)
