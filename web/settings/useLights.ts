import { useEffect, useMemo, useState } from 'react'
import { queryClient } from '#web/api/cache.ts'
import { type Answer, api } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { type Lights, lightsOf } from './lights.ts'

/** Which entries of the settings need somebody; nothing lights before the house has answered. */
export function useLights(): Lights {
  const me = useMe()
  const { role } = me.teammate
  const mayAsk = role === 'admin' || role === 'lead'
  const [health, setHealth] = useState<Answer<'GET /health'> | null>(null)
  // Health counts every letter: it is asked once for each visit here, not again with each letter that comes.
  useEffect(() => {
    if (!mayAsk) return
    let isHere = true
    queryClient
      .fetchQuery({
        queryKey: ['GET /health', null, null],
        queryFn: () => api('GET /health'),
        staleTime: 60_000,
      })
      .then(
        (answer) => isHere && setHealth(answer),
        () => {},
      )
    return () => {
      isHere = false
    }
  }, [mayAsk])
  const { data: mailboxes } = useApi('GET /mailboxes', undefined, { enabled: mayAsk })
  const { data: team } = useApi('GET /teammates', { query: { limit: 100 } }, { enabled: role === 'admin' })
  return useMemo(
    () =>
      lightsOf({
        health,
        mailboxes: mailboxes ?? null,
        team: team ?? null,
        companyName: me.company.name,
        isAdmin: role === 'admin',
      }),
    [health, mailboxes, team, me.company.name, role],
  )
}
