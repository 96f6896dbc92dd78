import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle'
import { CircleIcon } from '@phosphor-icons/react/dist/csr/Circle'
import { DotsThreeIcon } from '@phosphor-icons/react/dist/csr/DotsThree'
import { PaperPlaneTiltIcon } from '@phosphor-icons/react/dist/csr/PaperPlaneTilt'
import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import type { Affected, WholeIncident } from '#contract/incident.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { Disc, Time } from '#web/ui/parts.tsx'
import { day } from '#web/ui/time.ts'
import { toast } from '#web/ui/toast.tsx'
import { firstName } from './words.ts'

const Aloud = lazy(() => import('./Aloud.tsx'))

export const placeOf = (person: Affected): string =>
  person.conversationId ? `/conversations/${person.conversationId}` : `/customers/${person.customerId}`

const icons = {
  told: CheckCircleIcon,
  written: PaperPlaneTiltIcon,
  refused: WarningCircleIcon,
  untold: CircleIcon,
}

/** One person: why they are hit, who tells them, and how far it has come. */
export function PersonLine({
  incident,
  person,
  mayAct,
  chosen,
  onChoose,
}: {
  incident: WholeIncident
  person: Affected
  mayAct: boolean
  chosen: boolean
  onChoose: () => void
}) {
  const { customerId, name } = person
  const params = { id: incident.id }
  const [aloud, setAloud] = useState<'aloud' | 'not-needed' | null>(null)
  const mark = useAction('PUT /incidents/{id}/people/marks')
  const group = useAction('PUT /incidents/{id}/people/group')
  const back = useAction('POST /incidents/{id}/people')
  const off = useAction('DELETE /incidents/{id}/people/{customerId}', {
    onDone: () =>
      toast({
        text: t('incident.takenOff', { name }),
        lasts: 8000,
        action: {
          label: t('app.undo'),
          run: () => back.mutate({ params, body: { customerIds: [customerId], because: person.because } }),
        },
      }),
  })
  const Icon = icons[person.state]
  const mine = incident.groups.find((one) => one.position === person.group)
  const concierge = mine?.standIn?.name ?? mine?.conciergeName ?? null
  const tick = (what: 'made-right' | 'content', at: string | null) => {
    const label = t(what === 'content' ? 'incident.head.content' : 'incident.head.madeRight')
    return (
      <label className={`hit-tick ${at ? 'on' : ''}`}>
        <input
          type="checkbox"
          checked={at !== null}
          disabled={!mayAct || mark.isPending}
          aria-label={`${label}: ${name}`}
          onChange={(event) =>
            mark.mutate({
              params,
              body: { customerIds: [customerId], mark: what, on: event.target.checked },
            })
          }
        />
        <span className="narrow-only" aria-hidden="true">
          {label}
        </span>
      </label>
    )
  }
  return (
    <div className={`hit-line ${person.state} ${chosen ? 'chosen' : ''}`}>
      <div className="hit-who">
        {mayAct && (
          <input
            type="checkbox"
            className="choose"
            aria-label={t('incident.choose', { name })}
            checked={chosen}
            onChange={onChoose}
          />
        )}
        <Disc name={name} small />
        <div className="grow">
          <Link href={placeOf(person)} data-hit={customerId}>
            {name}
          </Link>
          {concierge && <span className="meta"> · {firstName(concierge)}</span>}
          <p className="meta">
            {person.because}
            {person.toldUs && ` · ${t('incident.toldUs')}`}
          </p>
          {person.askedNotAt && (
            <p className="meta late-ink">{t('incident.askedNot', { day: day(person.askedNotAt) })}</p>
          )}
          {!person.email && !person.toldAt && <p className="meta late-ink">{t('incident.noAddress')}</p>}
        </div>
      </div>
      <span className={`hit-told ${person.state}`}>
        <Icon size={18} weight={person.state === 'told' ? 'fill' : 'regular'} aria-hidden="true" />
        <span>
          {t(`incident.state.${person.how && person.how !== 'letter' ? person.how : person.state}`)}
          {person.toldAt && person.state === 'told' && (
            <>
              {' '}
              <Time at={person.toldAt} />
            </>
          )}
        </span>
      </span>
      <span className={`hit-answered ${person.waiting ? 'late-ink' : 'meta'}`}>
        {(person.answeredAt || person.waiting) && (
          <Link href={placeOf(person)}>
            {t(person.waiting ? 'incident.state.waiting' : 'incident.state.answered')}{' '}
            {person.answeredAt && <Time at={person.answeredAt} />}
          </Link>
        )}
      </span>
      {tick('made-right', person.madeRightAt)}
      {tick('content', person.contentAt)}
      {mayAct && (
        <Menu
          label={t('incident.more', { name })}
          className="icon-button"
          items={[
            ...(incident.updates.length > 0 && person.state !== 'told'
              ? [
                  { label: t('incident.aloud'), run: () => setAloud('aloud') },
                  { label: t('incident.notNeeded'), run: () => setAloud('not-needed') },
                ]
              : []),
            ...incident.groups.map((one) => ({
              label: t('incident.putIn', { name: one.name }),
              hint: firstName(one.conciergeName),
              checked: one.position === person.group,
              run: () => group.mutate({ params, body: { customerIds: [customerId], group: one.position } }),
            })),
            {
              label: t('incident.takeOff'),
              run: () => off.mutate({ params: { ...params, customerId } }),
            },
          ]}
        >
          <DotsThreeIcon size={20} weight="bold" />
        </Menu>
      )}
      <Suspense fallback={null}>
        {aloud && <Aloud incident={incident} person={person} how={aloud} onClose={() => setAloud(null)} />}
      </Suspense>
    </div>
  )
}
