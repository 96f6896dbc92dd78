import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { canInstall, install, isApplePhone, isInstalled, watchInstall } from '#web/offline/install.ts'
import { fillShelf } from '#web/offline/keeping.ts'
import { keeps, setKeeps } from '#web/offline/reading.ts'
import { forgetReading, keysOf } from '#web/offline/shelf.ts'
import { t } from '#web/text/t.ts'

/** What this browser keeps for when the line is away, and Tend as a program of its own. */
export function OnThisDevice() {
  const [on, setOn] = useState(keeps)
  const [kept, setKept] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const offered = useSyncExternalStore(watchInstall, canInstall)
  const count = useCallback(
    () =>
      keysOf('conversations').then(
        (keys) => setKept(keys.length),
        () => setKept(null),
      ),
    [],
  )
  useEffect(() => void count(), [count])
  const fill = async () => {
    setBusy(true)
    // Whoever asks for it waits for it.
    await fillShelf(0).catch(() => {})
    setBusy(false)
    void count()
  }
  const turn = (next: boolean) => {
    setKeeps(next)
    setOn(next)
    if (next) void fill()
    else void forgetReading().then(count, () => {})
  }
  return (
    <section className="card stack" aria-labelledby="on-this-device">
      <h3 id="on-this-device">{t('device.title')}</h3>
      <p className="meta">{t('device.what')}</p>
      <label className="row">
        <input type="checkbox" checked={on} onChange={({ target }) => turn(target.checked)} />{' '}
        {t('device.keep')}
      </label>
      {on && (
        <div className="row">
          <button type="button" className="button quiet" disabled={busy} onClick={() => void fill()}>
            {t(busy ? 'device.filling' : 'device.now')}
          </button>
          {kept !== null && (
            <span className="meta" role="status">
              {t('device.kept', { n: kept })}
            </span>
          )}
        </div>
      )}
      {!isInstalled() && (offered || isApplePhone()) && (
        <div className="row">
          {offered && (
            <button type="button" className="button quiet" onClick={() => void install()}>
              {t('device.install')}
            </button>
          )}
          <small>{t(offered ? 'device.installHelp' : 'device.installApple')}</small>
        </div>
      )}
    </section>
  )
}
