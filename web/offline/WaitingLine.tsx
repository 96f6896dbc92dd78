import { useState } from 'react'
import { icons } from '#web/app/icons.tsx'
import { t } from '#web/text/t.ts'
import { useLine } from './useLine.ts'
import { useWaiting } from './useWaiting.ts'
import { WaitingList } from './WaitingList.tsx'

/** Above every screen, calm: that the line is away, how many things wait for it, and what did not leave. */
export function WaitingLine({ connected }: { connected: boolean }) {
  useLine(connected)
  const all = useWaiting()
  const [open, setOpen] = useState(false)
  const stopped = all.filter((one) => one.stopped).length
  const waits = all.length - stopped
  if (connected && all.length === 0) return null
  return (
    <>
      <div className={connected ? 'banner' : 'banner offline'} role="status">
        {!connected && <icons.offline size={20} />}
        <span className="grow">
          {!connected && t('app.offline')}{' '}
          {waits > 0 && t(connected ? 'offline.goes' : 'offline.waits', { n: waits })}{' '}
          {stopped > 0 && <b>{t('offline.stopped', { n: stopped })}</b>}
        </span>
        {all.length > 0 && (
          <button
            type="button"
            className="button bare"
            aria-expanded={open}
            aria-controls="waiting-list"
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'offline.fold' : 'offline.look')}
          </button>
        )}
      </div>
      {open && all.length > 0 && (
        <section id="waiting-list" className="waiting-list" aria-label={t('offline.title')}>
          <WaitingList all={all} />
        </section>
      )}
    </>
  )
}
