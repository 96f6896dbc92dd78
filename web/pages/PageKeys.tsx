import { useState } from 'react'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import './pages.css'

/** For a lost phone or a letter in wrong hands: nothing opens their page any more until they ask for a new letter. */
export function PageKeys({ customerId }: { customerId: string }) {
  const me = useMe()
  const [sure, setSure] = useState(false)
  const end = useAction('DELETE /customers/{id}/page-keys', {
    onDone: () => {
      setSure(false)
      toast({ text: t('pageKeys.ended'), lasts: 5000 })
    },
  })
  if (me.teammate.role === 'observer') return null
  if (!sure)
    return (
      <button type="button" className="button bare" onClick={() => setSure(true)}>
        {t('pageKeys.end')}
      </button>
    )
  return (
    <div className="card stack" role="group" aria-label={t('pageKeys.end')}>
      <p>{t('pageKeys.sure')}</p>
      {end.error && <p className="problem">{end.error.message}</p>}
      <div className="row">
        <button
          type="button"
          className="button quiet"
          disabled={end.isPending}
          autoFocus
          onClick={() => end.mutate({ params: { id: customerId } })}
        >
          {t('pageKeys.yes')}
        </button>
        <button type="button" className="button bare" onClick={() => setSure(false)}>
          {t('app.cancel')}
        </button>
      </div>
    </div>
  )
}
