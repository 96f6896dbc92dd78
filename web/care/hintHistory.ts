import { isMuted } from '#care/hints.ts'

/*
 * How often each check was shown to the person at this browser, and taken. It stays here: it says something about a check,
 * and would say something about a person if anybody else read it.
 */
const store = 'tend.hints'
export interface Past {
  shown: number
  taken: number
  /** "Not here", since it last asked whether it should be silent. */
  dismissed?: number
}
export type History = Record<string, Past>

export function readHistory(): History {
  try {
    return JSON.parse(localStorage.getItem(store) ?? '{}') as History
  } catch {
    return {}
  }
}

function keep(history: History): void {
  try {
    localStorage.setItem(store, JSON.stringify(history))
  } catch {
    // Without room, the count begins anew with the next tab; nothing else depends on it.
  }
}

export function noteShown(id: string): void {
  const history = readHistory()
  const past = history[id] ?? { shown: 0, taken: 0 }
  keep({ ...history, [id]: { ...past, shown: past.shown + 1 } })
}

export function noteTaken(id: string): void {
  const history = readHistory()
  const past = history[id]
  if (past) keep({ ...history, [id]: { ...past, taken: Math.min(past.shown, past.taken + 1) } })
}

const changeDismissed = (id: string, change: (before: number) => number): void => {
  const history = readHistory()
  const past = history[id] ?? { shown: 0, taken: 0 }
  keep({ ...history, [id]: { ...past, dismissed: Math.max(0, change(past.dismissed ?? 0)) } })
}
export const noteDismissed = (id: string): void => changeDismissed(id, (before) => before + 1)
export const takeBackDismissed = (id: string): void => changeDismissed(id, (before) => before - 1)
/** They want to go on hearing it: it asks again after as many more. */
export const keepHearing = (id: string): void => changeDismissed(id, () => 0)

/** A check that nobody here takes has gone quiet by itself; these are its figures. */
export function isQuietHere(id: string): Past | false {
  const history = readHistory()
  const state = { shownInThisReply: [], dismissedHere: [], dismissedForMe: [], history }
  return isMuted(id, state) ? history[id]! : false
}

/** It begins anew. */
export function hearAgain(id: string): void {
  const { [id]: _before, ...rest } = readHistory()
  keep(rest)
}
