import { TranslateIcon } from '@phosphor-icons/react/dist/csr/Translate'
import { useEffect, useId, useRef } from 'react'
import { t } from '#web/text/t.ts'
import { Words } from './Beside.tsx'
import { byName, nameOf, writtenIn } from './languages.ts'
import type { useSendIn } from './useSendIn.ts'
import './translation.css'

/** In what language a reply leaves; its translation with the way back, before anything is sent. */
export default function SendIn({
  sendIn,
  text,
  isCurrent,
}: {
  sendIn: ReturnType<typeof useSendIn>
  /** What is written, to know in which language. */
  text: string
  /** What is shown was made of the words as they stand. */
  isCurrent: boolean
}) {
  const id = useId()
  const { to, offered, shown, working, problem, engine } = sendIn
  // What comes makes the place to write higher; the way to send it stays in sight.
  const box = useRef<HTMLElement>(null)
  const isShown = shown !== null && isCurrent
  useEffect(() => {
    if (isShown)
      box.current?.closest('.composer')?.querySelector('.send')?.scrollIntoView({ block: 'nearest' })
  }, [isShown])
  if (to === null)
    return offered ? (
      <p className="hint send-in-offer">
        <TranslateIcon size={16} />
        <span className="grow">{t('sendIn.theyWrite', { language: nameOf(offered) })}</span>
        <button type="button" className="link" onClick={() => sendIn.set(offered)}>
          {t('sendIn.offer', { from: nameOf(writtenIn(text)), to: nameOf(offered) })}
        </button>
      </p>
    ) : null
  return (
    <section ref={box} className="send-in" aria-label={t('sendIn.label')}>
      <div className="row">
        <TranslateIcon size={16} />
        <label htmlFor={id}>{t('sendIn.leavesIn')}</label>
        <select id={id} className="input auto" value={to} onChange={({ target }) => sendIn.set(target.value)}>
          {byName().map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
        </select>
        <button type="button" className="button bare" onClick={() => sendIn.set(null)}>
          {t('sendIn.asWritten')}
        </button>
      </div>
      <div role="status">
        {working && <p className="meta">{t('sendIn.working', { name: engine })}</p>}
        {problem && <p className="problem">{problem}</p>}
        {!working && !problem && !isCurrent && (
          <p className="meta">{t(shown ? 'sendIn.changed' : 'sendIn.firstLook')}</p>
        )}
        {shown && isCurrent && !working && (
          <>
            <p className="meta">{t('sendIn.made', { name: shown.engine })}</p>
            <div className="both">
              <div className="translated">
                <p className="meta">
                  <b>{t('sendIn.leaves', { language: nameOf(shown.language) })}</b>
                </p>
                <Words text={shown.text} language={shown.language} />
              </div>
              <div className="translated">
                <p className="meta">
                  <b>{t('sendIn.back')}</b>
                </p>
                <Words text={shown.back} language={writtenIn(shown.back)} />
              </div>
            </div>
          </>
        )}
      </div>
    </section>
  )
}
