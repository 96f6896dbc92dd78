import type { FoundPromise } from '#care/promises.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { type Colleague, makerOf } from './whosePromise.ts'

/** Tells whose a promise in this inbox is. */
export function useMakerOf(inboxId: string): (promise: Pick<FoundPromise, 'who'>) => Colleague | null {
  const me = useMe().teammate.id
  const { data: team } = useApi('GET /teammates', { query: { limit: 100 } })
  return ({ who }) => (team ? makerOf(who, team, inboxId, me) : null)
}
