import type { Promised } from '#contract/promises.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Menu, type MenuItem } from '#web/ui/Menu.tsx'
import { toast } from '#web/ui/toast.tsx'
import { setMissed } from './missed.ts'

/** We rang: reached them or not. Where nobody picked up, the next time is at hand with the words to tell them. */
export function Called({ promise, more }: { promise: Promised; more: MenuItem[] }) {
  const call = useAction('POST /callbacks/{id}/calling', {
    onDone: (answer) =>
      answer.outcome === 'reached'
        ? toast({ text: t('call.reachedToast', { who: promise.customerName }), lasts: 5000 })
        : setMissed(answer),
  })
  const rang = (outcome: 'reached' | 'not-reached') =>
    call.mutate({ params: { id: promise.id }, body: { outcome } })
  return (
    <Menu
      label={t('call.called')}
      className="button quiet"
      items={[
        { label: t('call.didReach', { who: promise.customerName }), run: () => rang('reached') },
        { label: t('call.didNotReach'), run: () => rang('not-reached') },
        ...more,
      ]}
    >
      {t('call.called')}
    </Menu>
  )
}
