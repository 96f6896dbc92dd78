import { Fragment } from 'react'
import { useApi } from '#web/api/query.ts'
import { Time } from '#web/ui/parts.tsx'
import { placeOf, stepWords } from './words.ts'

/** What was done, in its order and with its times, in one glance; each leads to the letter that did it. */
export function Trail({ conversationId, recoveryId }: { conversationId: string; recoveryId: string }) {
  const { data } = useApi('GET /conversations/{id}/recoveries', { params: { id: conversationId } })
  const done = data?.items.find((one) => one.id === recoveryId)?.steps.filter((one) => one.state === 'done')
  if (!done?.length) return null
  return (
    <span className="recovery-trail">
      {done.map((one, at) => {
        const place = placeOf(one.evidence)
        return (
          <Fragment key={one.step}>
            {at > 0 && ' → '}
            {place ? <a href={place}>{stepWords(one.step)}</a> : stepWords(one.step)}{' '}
            {one.at && <Time at={one.at} />}
          </Fragment>
        )
      })}
    </span>
  )
}
