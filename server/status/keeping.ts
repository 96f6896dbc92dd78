import { statusLanguages } from '#contract/status.ts'
import type { House } from '#server/base/context.ts'
import type { Door, Pages } from './door.ts'
import { atomFeed, statusJson } from './feed.ts'
import { pastPage, statusPage } from './page.ts'
import { readSnapshot, type Snapshot } from './snapshot.ts'

/** All pages as they are to be read at a moment. */
export function pagesOf(snapshot: Snapshot, now: Date): Pages {
  const pages: Record<string, Pages[string]> = { status: statusJson(snapshot, now) }
  for (const language of statusLanguages) {
    pages[`page.${language}`] = statusPage(snapshot, language, now)
    pages[`past.${language}`] = pastPage(snapshot, language, now)
    pages[`feed.${language}`] = atomFeed(snapshot, language)
  }
  return pages
}

/** What can change how the page reads. */
const touches = /^(?:status|company|practice)\./

/**
 * Keeps the door's pages true: anew after every change, once it is committed; and now and then without one, since an hour that we named passes
 * by itself and a notice can be lost. While the database is away the last pages stand, and only the clock goes on.
 */
export async function keepPages(house: House, door: Door): Promise<{ stop(): Promise<void> }> {
  let snapshot: Snapshot | null = null
  let again = false
  let working: Promise<void> | null = null
  let stopped = false

  const show = () =>
    snapshot ? door.put(pagesOf(snapshot, new Date(Date.now() + snapshot.ahead))) : door.put(null)
  const refresh = async () => {
    do {
      again = false
      snapshot = await readSnapshot(house)
      await show()
    } while (again && !stopped)
  }
  const wake = (): Promise<void> => {
    again = true
    working ??= refresh()
      .catch((error) => house.log.warn({ err: error }, 'the status page stays as it was'))
      .finally(() => {
        working = null
      })
    return working
  }
  const stopHearing = house.live.hear((event) => {
    if (touches.test(event.type)) void wake()
  })
  let ticks = 0
  const tick = setInterval(() => {
    // By what is known every few seconds; asked anew once a minute.
    if (++ticks % 6 === 0) void wake()
    else if (snapshot) void show().catch((error) => house.log.warn({ err: error }, 'status page'))
  }, 10_000)
  await wake()
  return {
    async stop() {
      stopped = true
      clearInterval(tick)
      stopHearing()
      await working
    },
  }
}
