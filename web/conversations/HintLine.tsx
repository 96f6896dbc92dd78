import { Link } from 'wouter'
import type { Observation } from '#care/draft.ts'
import { useAction } from '#web/api/query.ts'
import { keyWords, useKeys } from '#web/app/keys.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

/** Holds ⌘ or Ctrl, because one presses it while writing; on a Mac, ⌘. has always meant "not now". */
const dismissKey = '$mod+.'

/** One thing to say, with its reason and their words it rests on. Dismissed with one press, and taken back with another. */
export function HintLine({
  hint,
  onDismiss,
  onTakeBack,
}: {
  hint: Observation
  onDismiss: (hint: Observation) => void
  onTakeBack: (hint: Observation) => void
}) {
  const silence = useSilence()
  const dismiss = () => {
    onDismiss(hint)
    toast({
      text: t('care.notHereDone'),
      lasts: 6000,
      action: { label: t('app.undo'), run: () => onTakeBack(hint) },
    })
  }
  useKeys([{ keys: dismissKey, label: 'keys.notHere', run: dismiss }])
  return (
    <div className={`hint ${hint.severity}`} role="status">
      <span className="grow">
        {hint.reason}
        {hint.words && <span className="serif"> “{hint.words}”</span>}
      </span>
      <span className="hint-acts">
        <Link
          className="link"
          href={`/practice/${hint.id}`}
          state={{ from: location.pathname }}
          aria-label={t('care.whyOne', { title: hint.reason })}
        >
          {t('care.why')}
        </Link>
        <span>
          <button type="button" className="link" onClick={dismiss}>
            {t('care.notHere')}
          </button>{' '}
          <kbd>{keyWords(dismissKey)}</kbd>
        </span>
        <button type="button" className="link" onClick={() => silence(hint.id)}>
          {t('care.never')}
        </button>
      </span>
    </div>
  )
}

/** Whoever sends the same thing away again and again is asked once whether they want to hear it at all. */
export function TiredOf({ hint, onDecided }: { hint: Observation; onDecided: (hint: Observation) => void }) {
  const silence = useSilence()
  return (
    <div className="hint" role="status">
      <span className="grow">{t('care.tired', { reason: hint.reason })}</span>
      <span className="hint-acts">
        <button type="button" className="link" onClick={() => silence(hint.id, () => onDecided(hint))}>
          {t('care.tired.silent')}
        </button>
        <button type="button" className="link" onClick={() => onDecided(hint)}>
          {t('care.tired.keep')}
        </button>
      </span>
    </div>
  )
}

/** "Never for me", with the way back. */
function useSilence(): (id: string, done?: () => void) => void {
  const offForMe = useMe().preferences.checksOff
  const never = useAction('PATCH /me/preferences')
  return (id, done) =>
    never.mutate(
      { body: { checksOff: [...new Set([...offForMe, id])] } },
      {
        onSuccess: () => {
          done?.()
          toast({
            text: t('care.neverDone'),
            lasts: 8000,
            action: {
              label: t('app.undo'),
              run: () => never.mutate({ body: { checksOff: offForMe.filter((one) => one !== id) } }),
            },
          })
        },
      },
    )
}
