import { useLocation } from 'wouter'
import type { Said, StatusPage } from '#contract/status.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { SaidField } from './SaidField.tsx'
import { SaidForm } from './SaidForm.tsx'
import { filled } from './said.ts'
import { nextInstant, type Update, UpdateFields } from './UpdateFields.tsx'
import { useKept } from './useKept.ts'

export interface Beginning {
  incidentId: string | null
  title: string
  impact: string
  doing: string
}

/** The first word on the page. An incident may have brought its own words along; nothing is public before somebody presses. */
export function OpenReport({
  page,
  from,
  onClose,
}: {
  page: StatusPage
  from: Beginning | null
  onClose: () => void
}) {
  const zone = useMe().company.timeZone
  const [, go] = useLocation()
  const main = page.languages[0]!
  const { kept, change, forget } = useKept<Update & { title: Said }>(from?.incidentId ?? 'new', {
    title: from?.title ? { [main]: from.title } : {},
    stage: 'looking',
    impact: from?.impact ? { [main]: from.impact } : {},
    doing: from?.doing ? { [main]: from.doing } : {},
    cause: {},
    levels: {},
    next: '',
  })
  const open = useAction('POST /status-reports', {
    quiet: true,
    onDone: (made) => {
      forget()
      go(`/status-page/${made.id}`)
    },
  })
  return (
    <SaidForm
      name={t('statusPage.new')}
      does={t('statusPage.say')}
      action={open}
      forget={forget}
      onSay={() =>
        open.mutate({
          body: {
            title: filled(kept.title),
            stage: kept.stage,
            impact: filled(kept.impact),
            doing: filled(kept.doing),
            levels: kept.levels,
            nextAt: nextInstant(kept.next, zone),
            incidentId: from?.incidentId ?? null,
          },
        })
      }
      onClose={onClose}
    >
      <SaidField
        label={t('statusPage.reportTitle')}
        help={t('statusPage.titleHelp')}
        said={kept.title}
        languages={page.languages}
        most={140}
        reads="lines"
        first
        onChange={(title) => change({ title })}
      />
      <UpdateFields update={kept} parts={page.components} languages={page.languages} onChange={change} />
      <p className="meta">{t('statusPage.goesOut', { n: page.readers })}</p>
    </SaidForm>
  )
}
