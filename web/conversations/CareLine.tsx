import { CalendarCheckIcon } from '@phosphor-icons/react/dist/csr/CalendarCheck'
import { EarIcon } from '@phosphor-icons/react/dist/csr/Ear'
import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart'
import { HandWavingIcon } from '@phosphor-icons/react/dist/csr/HandWaving'
import { IdentificationBadgeIcon } from '@phosphor-icons/react/dist/csr/IdentificationBadge'
import { LightbulbIcon } from '@phosphor-icons/react/dist/csr/Lightbulb'
import { ListChecksIcon } from '@phosphor-icons/react/dist/csr/ListChecks'
import { useEffect, useRef, useState } from 'react'
import type { DraftReading, MarkName } from '#care/draft.ts'
import type { FoundPromise } from '#care/promises.ts'
import { useAction } from '#web/api/query.ts'
import { keyWords } from '#web/app/keys.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { useHints } from './useHints.ts'

const order: MarkName[] = ['warm', 'who', 'clear', 'heard', 'answered', 'next', 'sorry']
const pictures = {
  warm: HandWavingIcon,
  who: IdentificationBadgeIcon,
  clear: LightbulbIcon,
  heard: EarIcon,
  answered: ListChecksIcon,
  next: CalendarCheckIcon,
  sorry: HandHeartIcon,
}

/** Six quiet marks, a seventh where we failed, and at most one thing to say. It never blocks. */
export function CareLine({
  reading,
  name,
  started,
  quiet,
  jump,
  kept,
  open,
  onKeep,
}: {
  reading: DraftReading | null
  /** How they like to be called. */
  name: string
  started: boolean
  /** A promise's chip is asking: one question at a time. */
  quiet: boolean
  /** Counts the presses of ⌘J. */
  jump: number
  kept: number
  open: readonly FoundPromise[]
  onKeep: (promise: FoundPromise) => void
}) {
  const { hint, notHere } = useHints(reading, started)
  const me = useMe()
  const never = useAction('PATCH /me/preferences')
  const isFilled = (mark: MarkName) => started && (reading?.marks[mark] ?? false)
  const shown = order.filter((mark) => mark !== 'sorry' || reading?.marks.sorry != null)
  const [asked, setAsked] = useState<MarkName | null>(null)
  const asking = asked && shown.includes(asked) && !isFilled(asked) ? asked : null
  const last = useRef(jump)
  useEffect(() => {
    if (jump === last.current) return
    last.current = jump
    const hollow = shown.filter((mark) => !isFilled(mark))
    setAsked(hollow[(hollow.indexOf(asking as MarkName) + 1) % Math.max(1, hollow.length)] ?? null)
  })
  const openAsk = reading?.asks.find((ask) => !ask.answered)
  return (
    <section className="care" aria-label={t('care.label')}>
      <ul className="marks">
        {shown.map((mark) => (
          <li key={mark}>
            <Mark
              mark={mark}
              filled={isFilled(mark)}
              asked={asking === mark}
              count={mark === 'answered' && started ? countOf(reading) : ''}
              onAsk={() => setAsked(asking === mark ? null : mark)}
            />
          </li>
        ))}
        {kept > 0 && <li className="chip promise">{t('care.promises', { n: kept })}</li>}
      </ul>
      {quiet ? null : asking ? (
        <p className="hint" role="status">
          <span className="grow">
            {asking === 'answered' && openAsk
              ? t('care.answered.open')
              : t(`care.${asking}.how` as TextKey, { name })}
            {asking === 'answered' && openAsk && <span className="serif"> “{openAsk.text}”</span>}
          </span>
          <span className="meta">{t('care.jump', { key: keyWords('$mod+j') })}</span>
        </p>
      ) : hint ? (
        <div className={`hint ${hint.severity}`} role="status">
          <span className="grow">
            {hint.reason}
            {hint.words && <span className="serif"> “{hint.words}”</span>}
          </span>
          <button type="button" className="link" onClick={() => notHere(hint.id)}>
            {t('care.notHere')}
          </button>
          <button
            type="button"
            className="link"
            onClick={() => never.mutate({ body: { checksOff: [...me.preferences.checksOff, hint.id] } })}
          >
            {t('care.never')}
          </button>
        </div>
      ) : (
        started &&
        open[0] && (
          <p className="hint" role="status">
            <span className="grow">{t('care.unkept', { what: open[0].quote })}</span>
            <button type="button" className="link" onClick={() => onKeep(open[0]!)}>
              {t('composer.keep')}
            </button>
          </p>
        )
      )}
    </section>
  )
}

const countOf = (reading: DraftReading | null): string =>
  reading && reading.asks.length > 0
    ? ` ${t('care.of', { n: reading.asks.filter((ask) => ask.answered).length, all: reading.asks.length })}`
    : ''

function Mark({
  mark,
  filled,
  asked,
  count,
  onAsk,
}: {
  mark: MarkName
  filled: boolean
  asked: boolean
  count: string
  onAsk: () => void
}) {
  const Picture = pictures[mark]
  return (
    <button
      type="button"
      className={filled ? 'mark filled' : 'mark'}
      aria-expanded={asked}
      title={t(`care.${mark}.why` as TextKey)}
      onClick={onAsk}
    >
      <Picture size={16} weight={filled ? 'fill' : 'regular'} />
      {t(`care.${mark}` as TextKey)}
      {count}
      <span className="hide">: {t(filled ? 'care.there' : 'care.notYet')}</span>
    </button>
  )
}
