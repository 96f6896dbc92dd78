import { PhoneIcon } from '@phosphor-icons/react/dist/csr/Phone'
import type { Promised } from '#contract/promises.ts'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { isSameClock, placeOf, wallClockIn } from '#web/ui/zone.ts'

const here = Intl.DateTimeFormat().resolvedOptions().timeZone

/** What one needs at hand to ring: the number, the hour on their clock, what it is about, and what is in the way. */
export function CallLine({ promise }: { promise: Promised }) {
  const { data: call } = useApi('GET /callbacks/{id}', { params: { id: promise.id } })
  if (!call) return null
  const theirs = wallClockIn(call.timeZone, new Date(call.at)).slice(11)
  return (
    <>
      <div className="row">
        <a href={`tel:${call.phone.replace(/[^\d+]/g, '')}`} className="row">
          <PhoneIcon size={16} /> {call.phone}
        </a>
        {!isSameClock(call.timeZone, here, new Date(call.at)) && (
          <span className="meta">{t('call.theirTime', { time: theirs, place: placeOf(call.timeZone) })}</span>
        )}
        {call.tries > 0 && <span className="chip">{t('call.tries', { n: call.tries })}</span>}
        {call.outcome && <span className="meta">{t(`call.${call.outcome}`)}</span>}
        {call.clashes && <span className="chip late">{t('call.clashes')}</span>}
      </div>
      {call.about && <p className="said serif">“{call.about}”</p>}
    </>
  )
}
