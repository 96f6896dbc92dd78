import { Link } from 'wouter'
import type { Observation } from '#care/draft.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

/** One thing to say, with its reason and their words it rests on. Dismissed with one press, and taken back with another. */
export function HintLine({
  hint,
  notHere,
}: {
  hint: Observation
  notHere: (id: string, dismissed: boolean) => void
}) {
  const me = useMe()
  const never = useAction('PATCH /me/preferences')
  const offForMe = me.preferences.checksOff
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
        <button
          type="button"
          className="link"
          onClick={() => {
            notHere(hint.id, true)
            toast({
              text: t('care.notHereDone'),
              lasts: 6000,
              action: { label: t('app.undo'), run: () => notHere(hint.id, false) },
            })
          }}
        >
          {t('care.notHere')}
        </button>
        <button
          type="button"
          className="link"
          onClick={() =>
            never.mutate(
              { body: { checksOff: [...new Set([...offForMe, hint.id])] } },
              {
                onSuccess: () =>
                  toast({
                    text: t('care.neverDone'),
                    lasts: 8000,
                    action: {
                      label: t('app.undo'),
                      run: () =>
                        never.mutate({ body: { checksOff: offForMe.filter((one) => one !== hint.id) } }),
                    },
                  }),
              },
            )
          }
        >
          {t('care.never')}
        </button>
      </span>
    </div>
  )
}
