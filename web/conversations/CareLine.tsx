import { useEffect, useMemo, useState } from 'react'
import type { DraftReading, MarkName } from '#care/draft.ts'
import { chooseHint } from '#care/hints.ts'
import type { FoundPromise } from '#care/promises.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'

const names: Exclude<MarkName, 'sorry'>[] = ['warm', 'who', 'clear', 'heard', 'answered', 'next']
const store = 'tend.hints'
type History = Record<string, { shown: number; taken: number }>
const readHistory = (): History => JSON.parse(localStorage.getItem(store) ?? '{}') as History

/** Six quiet marks, and at most one thing to say, 800 ms after typing stops. It never blocks. */
export function CareLine({
  reading,
  conversationId,
  started,
  keptPromises,
  openPromises,
  onKeep,
}: {
  reading: DraftReading | null
  conversationId: string
  started: boolean
  keptPromises: number
  openPromises: FoundPromise[]
  onKeep: (promise: FoundPromise) => void
}) {
  const me = useMe()
  const [settled, setSettled] = useState<DraftReading | null>(null)
  const [shown, setShown] = useState<string[]>([])
  const [here, setHere] = useState<string[]>([])
  const history = useMemo(readHistory, [])
  const never = useAction('PATCH /me/preferences')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(reading), 800)
    return () => clearTimeout(timer)
  }, [reading])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation begins anew
  useEffect(() => {
    setShown([])
    setHere([])
  }, [conversationId])
  const hint =
    started && settled
      ? chooseHint(settled.observations, {
          shownInThisReply: shown,
          dismissedHere: here,
          dismissedForMe: me.preferences.checksOff,
          history,
        })
      : null
  useEffect(() => {
    if (!hint || shown.includes(hint.id)) return
    setShown((before) => [...before, hint.id])
    const past = history[hint.id] ?? { shown: 0, taken: 0 }
    history[hint.id] = { ...past, shown: past.shown + 1 }
    localStorage.setItem(store, JSON.stringify(history))
  }, [hint, shown, history])
  // A hint whose reason has gone was taken.
  useEffect(() => {
    if (!settled) return
    for (const id of shown)
      if (!settled.observations.some((one) => one.id === id) && history[id]) {
        history[id] = { ...history[id], taken: Math.min(history[id].shown, history[id].taken + 1) }
        localStorage.setItem(store, JSON.stringify(history))
      }
  }, [settled, shown, history])
  const marks = reading?.marks
  const answered = reading
    ? `${reading.asks.filter((ask) => ask.answered).length}/${reading.asks.length}`
    : ''
  return (
    <section className="care" aria-label={t('care.label')}>
      <ul className="marks">
        {names.map((name) => {
          const filled = started && (marks?.[name] ?? false)
          return (
            <li key={name} className={filled ? 'filled' : ''} title={t(`care.${name}.why` as TextKey)}>
              <span aria-hidden="true">{filled ? '●' : '○'}</span> {t(`care.${name}` as TextKey)}
              {name === 'answered' && reading && reading.asks.length > 0 && ` ${answered}`}
              <span className="hide">: {filled ? t('care.there') : t('care.notYet')}</span>
            </li>
          )
        })}
        {marks?.sorry != null && (
          <li className={started && marks.sorry ? 'filled' : ''} title={t('care.sorry.why')}>
            <span aria-hidden="true">{started && marks.sorry ? '●' : '○'}</span> {t('care.sorry')}
            <span className="hide">: {marks.sorry ? t('care.there') : t('care.notYet')}</span>
          </li>
        )}
        {keptPromises > 0 && <li className="chip promise">{t('care.promises', { n: keptPromises })}</li>}
      </ul>
      {started && openPromises.length > 0 && (
        <p className="meta row">
          {t('care.unkept', { what: openPromises[0]!.quote })}
          <button type="button" className="link" onClick={() => onKeep(openPromises[0]!)}>
            {t('composer.keep')}
          </button>
        </p>
      )}
      {hint && (
        <div className={`hint ${hint.severity}`} role="status">
          <span className="grow">
            {hint.reason}
            {hint.words && <span className="serif"> “{hint.words}”</span>}{' '}
            <span className="meta">{hint.source}</span>
          </span>
          <button type="button" className="link" onClick={() => setHere((before) => [...before, hint.id])}>
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
      )}
    </section>
  )
}
