import type { View } from '#contract/conversations.ts'
import type { SavedView } from '#contract/views.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'

/** A list one can go to: one of ours by its name, or one that somebody has made by its number. */
export interface ListedView {
  key: string
  name: string
  saved: SavedView | null
}

const ours: View[] = [
  'for-me',
  'new',
  'waiting-for-us',
  'waiting-for-them',
  'promised',
  'making-right',
  'later',
  'looked-after',
  'talk-only',
  'spam',
]
const isOurs = (key: string): key is View => (ours as string[]).includes(key)
export const isMade = (key: string): boolean => /^viw_\w{22}$/.test(key)
/** Whether an address names a list at all; one typed wrong does not. */
export const isView = (key: string): boolean => isOurs(key) || isMade(key)
export const nameOfOurs = (key: string): string => t(`view.${key}` as TextKey)

/** Every list for me: those I have pinned first, in my order, then the others. The first nine have the keys 1 to 9. */
export function useViews(): { pinned: ListedView[]; others: ListedView[]; all: ListedView[] } {
  const me = useMe()
  const { data } = useApi('GET /views')
  const records = usePractice('actions')
  const every: ListedView[] = [
    ...ours
      .filter((key) => key !== 'talk-only' || records)
      .map((key) => ({ key, name: nameOfOurs(key), saved: null })),
    ...(data?.items ?? []).map((saved) => ({ key: saved.id, name: saved.name, saved })),
  ]
  const pinned = me.preferences.pinned.flatMap((key) => every.filter((one) => one.key === key))
  const others = every.filter((one) => !pinned.includes(one))
  return { pinned, others, all: [...pinned, ...others] }
}

/** What is pinned, in which order: only mine. */
export function usePins() {
  const { pinned } = useMe().preferences
  const change = useAction('PATCH /me/preferences')
  const set = (next: string[]) => change.mutate({ body: { pinned: next } })
  return {
    pinned,
    pin: (key: string) => set([...pinned.filter((one) => one !== key), key]),
    unpin: (key: string) => set(pinned.filter((one) => one !== key)),
    move: (key: string, by: -1 | 1) => {
      const at = pinned.indexOf(key)
      const next = pinned.toSpliced(at, 1)
      next.splice(Math.max(0, at + by), 0, key)
      set(next)
    },
  }
}
