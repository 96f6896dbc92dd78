import { useState } from 'react'
import type { z } from 'zod'
import type { lane, Promised } from '#contract/promises.ts'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { carry } from './carrying.ts'
import { PromiseRibbon } from './PromiseRibbon.tsx'

export interface Shown {
  lane?: z.infer<typeof lane>
  maker?: string
  kind?: Promised['kind']
  unsettled?: 'true'
}

const few = 25
const asked = (query: Shown, after?: string) => ({
  query: { ...(query as { maker?: 'me' }), limit: few, ...(after && { after }) },
})

/** The first cards of a lane or column; undefined while they are on their way. */
export const useCards = (query: Shown) => useApi('GET /promises', asked(query), { keep: true }).data

/** Promises as cards one can carry to another lane or person; more come when asked for. */
export function Cards({
  query,
  after,
  mayCarry,
}: {
  query: Shown
  after?: string
  mayCarry: (promise: Promised) => boolean
}) {
  const { data } = useApi('GET /promises', asked(query, after), { keep: true })
  const [more, setMore] = useState(false)
  return (
    <>
      {data?.items.map((promise) => (
        <li
          key={promise.id}
          draggable={mayCarry(promise)}
          onDragStart={(event) => {
            carry(promise)
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', promise.what)
          }}
          onDragEnd={() => carry(null)}
        >
          <PromiseRibbon promise={promise} showPerson />
        </li>
      ))}
      {data?.next &&
        (more ? (
          <Cards query={query} after={data.next} mayCarry={mayCarry} />
        ) : (
          <li>
            <button type="button" className="button quiet" onClick={() => setMore(true)}>
              {t('promises.more')}
            </button>
          </li>
        ))}
    </>
  )
}
