import { useEffect, useRef } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import type { LivedStep, TheirSide as Side } from '#contract/theirSide.ts'
import { useApi } from '#web/api/query.ts'
import { keyWords } from '#web/app/keys.ts'
import { locale, type TextKey, t } from '#web/text/t.ts'
import { lasted } from '#web/ui/lasted.ts'
import { Due, Skeleton } from '#web/ui/parts.tsx'
import { isSameClock, placeOf } from '#web/ui/zone.ts'
import './theirSide.css'

const here = Intl.DateTimeFormat().resolvedOptions().timeZone

/** A9: the matter as they lived it, in place of our timeline. Nothing of ours that did not reach them stands here. */
export default function TheirSide({
  conversation,
  onClose,
}: {
  conversation: Conversation
  onClose: () => void
}) {
  const { id, person } = conversation
  const { data, error } = useApi('GET /conversations/{id}/their-side', { params: { id } })
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  const zone = person.timeZone ?? here
  const name = person.preferredName ?? person.name
  return (
    <section className="their-side" aria-labelledby="their-side">
      <header>
        <h2 id="their-side" className="serif" tabIndex={-1} ref={title}>
          {t('side.title', { name })}
        </h2>
        <button type="button" className="button quiet" onClick={onClose}>
          {t('side.back')} <kbd>{keyWords('t')}</kbd>
        </button>
      </header>
      {error && !data && (
        <p className="problem" role="alert">
          {error.message}
        </p>
      )}
      {!data && !error && <Skeleton lines={5} />}
      {data && (
        <>
          <Figures side={data} />
          <p className="meta">
            {t('side.only')} {!isSameClock(zone, here) && t('side.clock', { place: placeOf(zone) })}
          </p>
          {data.steps.length === 0 ? (
            <p className="meta">{t('side.empty')}</p>
          ) : (
            <ol className="lived">
              {data.steps.map((step) => (
                <Step key={`${step.kind} ${step.at}`} step={step} name={name} zone={zone} />
              ))}
            </ol>
          )}
          <Unknown side={data} name={name} />
        </>
      )}
    </section>
  )
}

/** In a sentence first; the figures are those of the steps below. */
function Figures({ side: { figures, name } }: { side: Side }) {
  const { promises } = figures
  const words = (['inTime', 'late', 'toldBefore', 'open'] as const).filter((one) => promises[one] > 0)
  return (
    <>
      <p className="summary">
        {figures.wrote > 0 && t('side.figures', { name, n: figures.wrote, again: figures.askedAgain })}{' '}
        {figures.wrote > 0 &&
          (figures.secondsToFirstAnswer === null
            ? t('side.noAnswer')
            : t('side.first', { lasted: lasted(figures.secondsToFirstAnswer) }))}{' '}
        {figures.secondsWaited > figures.longestSeconds &&
          t('side.waited', {
            waited: lasted(figures.secondsWaited),
            longest: lasted(figures.longestSeconds),
          })}{' '}
        {figures.people > 1 && t('side.people', { n: figures.people })}
      </p>
      {words.length > 0 && (
        <p className="row">
          {words.map((one) => (
            <span key={one} className={`chip ${tones[one]}`}>
              {t(`side.word.${one}`, { n: promises[one] })}
            </span>
          ))}
        </p>
      )}
    </>
  )
}

const tones = { inTime: 'kept', late: 'late', toldBefore: '', open: 'promise' } as const

function Step({ step, name, zone }: { step: LivedStep; name: string; zone: string }) {
  if (step.kind === 'silence') return <Silence step={step} />
  const moment = new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  })
  return (
    <li className={step.kind}>
      <time dateTime={step.at}>{moment.format(new Date(step.at))}</time>
      <div>
        <What step={step} name={name} />
      </div>
    </li>
  )
}

/** The longer it was quiet, the more room it takes; a day and a week are both seen, and neither fills the screen. */
function Silence({ step }: { step: Extract<LivedStep, { kind: 'silence' }> }) {
  const hours = step.seconds / 3600
  const isLong = hours >= 24 && step.why !== 'their-turn'
  return (
    <li
      className={isLong ? 'silence long' : 'silence'}
      style={{ minHeight: `${Math.round(32 + 14 * Math.min(8, Math.log2(hours + 1)))}px` }}
    >
      <p>
        {t((step.until ? `side.silence.${step.why}` : `side.still.${step.why}`) as TextKey, {
          lasted: lasted(step.seconds),
        })}
      </p>
    </li>
  )
}

type Shown = Exclude<LivedStep, { kind: 'silence' }>

function What({ step, name }: { step: Shown; name: string }) {
  switch (step.kind) {
    case 'wrote':
      return (
        <>
          <h3>
            {step.by ? t('side.wroteToo', { who: step.by }) : t('side.wrote', { name })}
            {step.again && <span className="chip late">{t('side.again')}</span>}
          </h3>
          <Words text={step.text} files={step.files} />
        </>
      )
    case 'got':
      return (
        <>
          <h3>
            {step.by ? t('side.got', { who: step.by }) : t('side.gotHouse')}
            {step.automatic && <span className="chip">{t('side.automatic')}</span>}
            {!step.sure && <span className="chip">{t('side.unsure')}</span>}
          </h3>
          <Words text={step.text} files={step.files} />
        </>
      )
    case 'never-got':
      return (
        <>
          <h3>{t('side.neverGot', { who: step.by ?? t('message.unknown') })}</h3>
          <Words text={step.text} files={0} />
        </>
      )
    default:
      return (
        <p>
          {t(`side.${step.kind}`)} <q>{step.what}</q>{' '}
          {(step.kind === 'promised' || step.kind === 'moved') && step.due && (
            <span className="meta">
              <Due at={step.due} />
            </span>
          )}{' '}
          {step.kind === 'moved' && (
            <span className={`chip ${step.before ? '' : 'late'}`}>
              {t(step.before ? 'side.told.before' : 'side.told.after')}
            </span>
          )}
          {step.kind === 'kept' && step.inTime !== null && (
            <span className={`chip ${step.inTime ? 'kept' : 'late'}`}>
              {t(step.inTime ? 'side.inTime' : 'side.tooLate')}
            </span>
          )}
        </p>
      )
  }
}

const Words = ({ text, files }: { text: string; files: number }) => (
  <div className="words" dir="auto">
    {text}
    {files > 0 && <p className="meta">{t('side.files', { n: files })}</p>}
  </div>
)

function Unknown({ side: { unknown }, name }: { side: Side; name: string }) {
  return (
    <section className="unknown" aria-labelledby="their-unknown">
      <h3 id="their-unknown">{t('side.unknown', { name })}</h3>
      {unknown.length === 0 ? (
        <p className="meta">{t('side.nothing')}</p>
      ) : (
        <ul>
          {unknown.map((one) => (
            <li key={`${one.kind} ${one.text}`}>
              <span className="meta">{t(`side.unknown.${one.kind}`)}</span> <q>{one.text}</q>{' '}
              {one.due && (
                <span className="meta">
                  <Due at={one.due} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
