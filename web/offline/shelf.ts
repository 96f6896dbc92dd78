/*
 * What this browser keeps of one person, so that Tend can be read and written in while the line is away. One database a
 * person, named after them; what was read goes when they sign out, what still has to be sent never does by itself.
 */
export type Store = 'answers' | 'conversations' | 'waiting'

const nameOf = (who: string) => `tend.${who}`
const mark = 'tend.here'

/** Whose this window is. Kept where a page that begins without a line finds it before it can ask. */
export const whoIsHere = (): string | null => localStorage.getItem(mark)

let open: { who: string; shelf: Promise<IDBDatabase> } | null = null

function shelfOf(who: string): Promise<IDBDatabase> {
  if (open?.who === who) return open.shelf
  void close()
  const shelf = new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(nameOf(who), 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('answers')
      asked.result.createObjectStore('conversations')
      asked.result.createObjectStore('waiting', { autoIncrement: true })
    }
    asked.onsuccess = () => {
      // Another window signs out: letting go is all it asks for.
      asked.result.onversionchange = () => void close()
      asked.result.onclose = () => void close()
      resolve(asked.result)
    }
    asked.onerror = () => reject(asked.error)
  })
  open = { who, shelf }
  // One that would not open is tried anew the next time.
  shelf.catch(() => open?.shelf === shelf && (open = null))
  return shelf
}

async function close(): Promise<void> {
  const was = open
  open = null
  await was?.shelf.then(
    (shelf) => shelf.close(),
    () => {},
  )
}

/** Runs `work` in one transaction of the one who is here and gives what it asked for, once that is on the disk. */
async function within<T>(
  store: Store,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
  const who = whoIsHere()
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

export const get = <T>(store: Store, key: IDBValidKey): Promise<T | undefined> =>
  within<T>(store, 'readonly', (one) => one.get(key))
export const keysOf = async (store: Store): Promise<IDBValidKey[]> =>
  (await within<IDBValidKey[]>(store, 'readonly', (one) => one.getAllKeys())) ?? []
export const allOf = async <T>(store: Store): Promise<T[]> =>
  (await within<T[]>(store, 'readonly', (one) => one.getAll())) ?? []
export const put = (store: Store, value: unknown, key?: IDBValidKey): Promise<IDBValidKey | undefined> =>
  within<IDBValidKey>(store, 'readwrite', (one) => one.put(value, key))
export const drop = async (store: Store, keys: readonly IDBValidKey[]): Promise<void> => {
  await within(store, 'readwrite', (one) => {
    for (const key of keys) one.delete(key)
    return undefined
  })
}
export const empty = async (store: Store): Promise<void> => {
  await within(store, 'readwrite', (one) => one.clear())
}

/** Somebody is in: what was kept of whoever sat here before is no business of theirs. */
export async function moveIn(who: string): Promise<void> {
  const before = whoIsHere()
  if (before === who) return
  if (before) await forgetReading()
  localStorage.setItem(mark, who)
}

/** Takes what was read off this machine. */
export async function forgetReading(): Promise<void> {
  await Promise.all([empty('answers'), empty('conversations')]).catch(() => {})
}

/** Nobody is in any more. Words that nobody but this browser has stay here for whoever wrote them. */
export async function moveOut(): Promise<void> {
  const who = whoIsHere()
  if (!who) return
  await forgetReading()
  const waits = await keysOf('waiting').catch(() => [null])
  localStorage.removeItem(mark)
  await close()
  if (waits.length === 0) indexedDB.deleteDatabase(nameOf(who))
}
