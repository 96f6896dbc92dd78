import type { WholeIncident } from '#contract/incident.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { toast } from '#web/ui/toast.tsx'
import { firstName } from './words.ts'

/** What can be done for several people of the list at once. */
export function Together({
  incident,
  chosen,
  onDone,
}: {
  incident: WholeIncident
  chosen: string[]
  onDone: () => void
}) {
  const params = { id: incident.id }
  const mark = useAction('PUT /incidents/{id}/people/marks')
  const put = useAction('PUT /incidents/{id}/people/group', {
    onDone: () => {
      toast({ text: t('incident.put', { n: chosen.length }), lasts: 5000 })
      onDone()
    },
  })
  const marked = (what: 'made-right' | 'content') =>
    mark.mutate(
      { params, body: { customerIds: chosen, mark: what, on: true } },
      {
        onSuccess: () => {
          toast({
            text: t('incident.marked', { n: chosen.length }),
            lasts: 8000,
            action: {
              label: t('app.undo'),
              run: () => mark.mutate({ params, body: { customerIds: chosen, mark: what, on: false } }),
            },
          })
          onDone()
        },
      },
    )
  return (
    <div className="hit-together" role="toolbar" aria-label={t('chosen.label')}>
      <b aria-live="polite">{t('incident.people', { n: chosen.length })}</b>
      <Menu
        id="hit-group"
        label={t('incident.toGroup')}
        start
        items={[
          ...incident.groups.map((one) => ({
            label: one.name,
            hint: firstName(one.conciergeName),
            run: () => put.mutate({ params, body: { customerIds: chosen, group: one.position } }),
          })),
          {
            label: t('incident.toNoGroup'),
            run: () => put.mutate({ params, body: { customerIds: chosen, group: null } }),
          },
        ]}
      >
        {t('incident.toGroup')}
      </Menu>
      <button type="button" className="button quiet" onClick={() => marked('made-right')}>
        {t('incident.head.madeRight')}
      </button>
      <button type="button" className="button quiet" onClick={() => marked('content')}>
        {t('incident.head.content')}
      </button>
      <button type="button" className="button bare" onClick={onDone}>
        {t('app.cancel')}
      </button>
    </div>
  )
}
