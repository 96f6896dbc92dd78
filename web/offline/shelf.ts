import { whoseWindow } from '#web/api/whose.ts'

/*
 * What this browser keeps of one person, so that Tend can be read and written in while the line is away. One database a
 * person, named after them; what was read goes when they sign out, what still has to be sent never does by itself.
 */
export type Store = 'answers' | 'conversations' | 'waiting'

const nameOf = (who: string) => `tend.${who}`
const mark = 'tend.here'

/** Who sat down last in this browser. Kept where a page that begins without a line finds it before it can ask. */
const whoSatLast = (): string | null => localStorage.getItem(mark)
/** Whose shelf this window reads and lays on: its own person's, while anybody is in at all. */
export const whoIsHere = (): string | null => {
  const last = whoSatLast()
  return last && (whoseWindow() ?? last)
}
/** Whether what this person reads may be laid on their shelf: not where somebody else has sat down since. */
export const isSeatOf = (who: string): boolean => whoSatLast() === who
/** Somebody else sat down in another window, or whoever sat here signed out there. */
export const watchSeat = (listener: (who: string | null) => void): (() => void) => {
  const hear = (event: StorageEvent) => {
    if (event.key === mark && event.newValue !== event.oldValue) listener(event.newValue)
  }
  addEventListener('storage', hear)
  return () => removeEventListener('storage', hear)
}

const open = new Map<string, Promise<IDBDatabase>>()

function shelfOf(who: string): Promise<IDBDatabase> {
  const here = open.get(who)
  if (here) return here
  const shelf = new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(nameOf(who), 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('answers')
      asked.result.createObjectStore('conversations')
      asked.result.createObjectStore('waiting', { autoIncrement: true })
    }
    asked.onsuccess = () => {
      // Another window signs out: letting go is all it asks for.
      asked.result.onversionchange = () => void close(who)
      asked.result.onclose = () => open.delete(who)
      resolve(asked.result)
    }
    asked.onerror = () => reject(asked.error)
  })
  open.set(who, shelf)
  // One that would not open is tried anew the next time.
  shelf.catch(() => open.delete(who))
  return shelf
}

async function close(who: string): Promise<void> {
  const shelf = open.get(who)
  open.delete(who)
  await shelf?.then(
    (one) => one.close(),
    () => {},
  )
}

/** Runs `work` in one transaction on a shelf (of the one who is here, unless said) and gives what it asked for, once that is done. */
async function within<T>(
  store: Store,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T> | undefined,
  who = whoIsHere(),
): Promise<T | undefined> {
  if (!who) return undefined
  const shelf = await shelfOf(who)
  return new Promise((resolve, reject) => {
    const transaction = shelf.transaction(
      store,
      mode,
      // A reply that waits is said to be safe: then it is.
      { durability: store === 'waiting' ? 'strict' : 'relaxed' },
    )
    const asked = work(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(asked?.result)
    transaction.onabort = () => reject(transaction.error)
    transaction.onerror = () => reject(transaction.error)
  })
}

export const get = <T>(store: Store, key: IDBValidKey, who?: string): Promise<T | undefined> =>
  within<T>(store, 'readonly', (one) => one.get(key), who)
export const keysOf = async (store: Store, who?: string): Promise<IDBValidKey[]> =>
  (await within<IDBValidKey[]>(store, 'readonly', (one) => one.getAllKeys(), who)) ?? []
/** With what each lies under, read in one go. */
export const allOf = async <T>(store: Store, who?: string): Promise<(readonly [IDBValidKey, T])[]> => {
  const found: [IDBValidKey, T][] = []
  await within(
    store,
    'readonly',
    (one) => {
      const walk = one.openCursor()
      walk.onsuccess = () => {
        if (!walk.result) return
        found.push([walk.result.key, walk.result.value as T])
        walk.result.continue()
      }
      return undefined
    },
    who,
  )
  return found
}
export const put = (
  store: Store,
  value: unknown,
  key?: IDBValidKey,
  who?: string,
): Promise<IDBValidKey | undefined> =>
  within<IDBValidKey>(store, 'readwrite', (one) => one.put(value, key), who)
export const drop = async (store: Store, keys: readonly IDBValidKey[], who?: string): Promise<void> => {
  await within(
    store,
    'readwrite',
    (one) => {
      for (const key of keys) one.delete(key)
      return undefined
    },
    who,
  )
}
export const empty = async (store: Store): Promise<void> => {
  await within(store, 'readwrite', (one) => one.clear())
}

/**
 * Somebody is in. The mark changes first, so that nothing of theirs is laid on another's shelf; then what was read by whoever sat
 * here before goes: it is no business of theirs.
 */
export async function moveIn(who: string): Promise<void> {
  const before = whoSatLast()
  if (before === who) return
  localStorage.setItem(mark, who)
  if (before) await forgetReading(before).catch(() => {})
}

const owed = 'tend.forget.'

/** Takes what somebody read off this machine. Noted first, so that a page closed in the middle of it leaves the rest to the next. */
export async function forgetReading(who: string | null = whoIsHere()): Promise<void> {
  if (!who) return
  localStorage.setItem(owed + who, '')
  await Promise.all(
    (['answers', 'conversations'] as const).map((store) =>
      within(store, 'readwrite', (one) => one.clear(), who),
    ),
  )
  localStorage.removeItem(owed + who)
}

/** What a page before this one had begun to forget, and was closed. */
export async function forgetTheRest(): Promise<void> {
  const left = Object.keys(localStorage).filter((key) => key.startsWith(owed))
  await Promise.allSettled(left.map((key) => forgetReading(key.slice(owed.length))))
}

/** Nobody is in any more. Words that nobody but this browser has stay here for whoever wrote them. */
export async function moveOut(): Promise<void> {
  const who = whoIsHere()
  if (!who) return
  // Where somebody else has sat down meanwhile, it is their browser now.
  if (whoSatLast() === who) localStorage.removeItem(mark)
  try {
    await forgetReading(who)
    const waits = await within<IDBValidKey[]>('waiting', 'readonly', (one) => one.getAllKeys(), who)
    await close(who)
    if (waits?.length === 0) indexedDB.deleteDatabase(nameOf(who))
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
