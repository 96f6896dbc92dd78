import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { DraftReading, MarkName } from '#care/draft.ts'
import type { FoundPromise } from '#care/promises.ts'
import type { Voice } from '#contract/guide.ts'
import { keyWords } from '#web/app/keys.ts'
import { markOrder } from '#web/care/marks.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { CareMark } from './CareMark.tsx'
import { HintLine, TiredOf } from './HintLine.tsx'
import { MoreThoughts } from './MoreThoughts.tsx'
import { useHints } from './useHints.ts'

const OurVoice = lazy(() => import('#web/care/OurVoice.tsx'))

/** Six quiet marks, a seventh where we failed, and at most one thing to say. It never blocks. */
export function CareLine({
  conversationId,
  reading,
  text,
  name,
  voice,
  started,
  quiet,
  jump,
  kept,
  open,
  onKeep,
  onShow,
}: {
  conversationId: string
  reading: DraftReading | null
  text: string
  /** How they like to be called. */
  name: string
  /** How this team sounds; null where it has not said so. */
  voice: Voice | null
  started: boolean
  /** A promise's chip is asking: one question at a time. */
  quiet: boolean
  /** Counts the presses of ⌘J. */
  jump: number
  kept: number
  open: readonly FoundPromise[]
  onKeep: (promise: FoundPromise) => void
  /** Leads to where it stands in the words. */
  onShow: (promise: FoundPromise) => void
}) {
  const { hint, tired, dismiss, takeBack, decided } = useHints(reading, started, conversationId)
  const isFilled = (mark: MarkName) => started && (reading?.marks[mark] ?? false)
  const shown = markOrder.filter((mark) => mark !== 'sorry' || reading?.marks.sorry != null)
  const [asked, setAsked] = useState<MarkName | null>(null)
  const [showsVoice, setShowsVoice] = useState(false)
  const asking = asked && shown.includes(asked) && !isFilled(asked) ? asked : null
  const last = useRef(jump)
  useEffect(() => {
    if (jump === last.current) return
    last.current = jump
    const hollow = shown.filter((mark) => !isFilled(mark))
    setAsked(hollow[(hollow.indexOf(asking as MarkName) + 1) % Math.max(1, hollow.length)] ?? null)
  })
  // A hint speaks before it asks about a promise; what has a time is told of beside it all the same.
  const undecided = quiet ? [] : open.filter((one) => one.due)
  const openAsk = reading?.asks.find((ask) => !ask.answered)
  const rest =
    started && reading ? reading.observations.filter((one) => one !== hint && one.id !== hint?.id) : []
  return (
    <section className="care" aria-label={t('care.label')}>
      <ul className="marks">
        {shown.map((mark) => (
          <li key={mark}>
            <CareMark
              mark={mark}
              filled={isFilled(mark)}
              asked={asking === mark}
              count={mark === 'answered' && started ? countOf(reading) : ''}
              onAsk={() => setAsked(asking === mark ? null : mark)}
            />
          </li>
        ))}
        {kept > 0 && <li className="chip promise">{t('care.promises', { n: kept })}</li>}
        {undecided[0] && (
          <li>
            <button type="button" className="link undecided" onClick={() => onShow(undecided[0]!)}>
              {t('care.undecided', { n: undecided.length })}
            </button>
          </li>
        )}
        {voice && (
          <li className="our-voice">
            <button type="button" className="link" aria-haspopup="dialog" onClick={() => setShowsVoice(true)}>
              {t('care.voice')}
            </button>
          </li>
        )}
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
      ) : tired ? (
        <TiredOf hint={tired} onDecided={decided} />
      ) : hint ? (
        <HintLine hint={hint} onDismiss={dismiss} onTakeBack={takeBack} />
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
      {!quiet && rest.length > 0 && <MoreThoughts observations={rest} text={text} />}
      {showsVoice && voice && (
        <Suspense fallback={null}>
          <OurVoice voice={voice} onClose={() => setShowsVoice(false)} />
        </Suspense>
      )}
    </section>
  )
}

const countOf = (reading: DraftReading | null): string =>
  reading && reading.asks.length > 0
    ? ` ${t('care.of', { n: reading.asks.filter((ask) => ask.answered).length, all: reading.asks.length })}`
    : ''
