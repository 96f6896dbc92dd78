import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Customer, Fact } from '#contract/customers.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { FieldsOf } from '#web/fields/FieldsOf.tsx'
import { Goals } from '#web/goals/Goals.tsx'
import { isOwed } from '#web/promises/owed.ts'
import { PromiseRibbon } from '#web/promises/PromiseRibbon.tsx'
import { LetDown } from '#web/recoveries/LetDown.tsx'
import { PersonTags } from '#web/tags/PersonTags.tsx'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { Around } from './Around.tsx'
import { Dealings } from './Dealings.tsx'
import { Facts } from './Facts.tsx'
import { Likes } from './Likes.tsx'
import './about.css'

const FactForm = lazy(() => import('./FactForm.tsx').then(({ FactForm }) => ({ default: FactForm })))
const CircleForm = lazy(() => import('./AroundForms.tsx').then(({ CircleForm }) => ({ default: CircleForm })))
const RelationForm = lazy(() =>
  import('./AroundForms.tsx').then(({ RelationForm }) => ({ default: RelationForm })),
)

type Adds = Fact['kind'] | 'circle' | 'relation'

/**
 * What we know of somebody after who they are, in one order everywhere: promises, where we let them down, likes, what they are here
 * for, their life, what else they told us, who is around them. What is empty is not there; one button adds.
 */
export function PersonSections({
  person,
  inboxId,
  conversationId,
  around,
}: {
  person: Customer & { facts: readonly Fact[] }
  inboxId?: string
  conversationId?: string
  /** What else belongs to those around them: others in this conversation, matters that touch them. */
  around?: ReactNode
}) {
  const me = useMe()
  const [adds, setAdds] = useState<Adds | null>(null)
  const close = () => setAdds(null)
  const of = (kind: Fact['kind']) => person.facts.filter((fact) => fact.kind === kind)
  const given = { customerId: person.id, inboxId, onClose: close }
  return (
    <>
      <PersonTags id={person.id} who={person.preferredName ?? person.name} inboxId={inboxId} />
      <Promised customerId={person.id} />
      <LetDown customerId={person.id} />
      <Likes
        customerId={person.id}
        facts={person.facts}
        dont={person.pleaseDont}
        noCircularsSince={person.noCircularsSince}
      />
      <Goals customerId={person.id} {...(inboxId && { inboxId })} />
      <Dealings customerId={person.id} />
      <Told title={t('about.life')} customerId={person.id} facts={of('life')} />
      <Told title={t('about.facts')} customerId={person.id} facts={of('told')} />
      <Around customerId={person.id} />
      {around}
      <FieldsOf subject="customer" id={person.id} title={t('field.ofPerson')} />
      {me.teammate.role !== 'observer' && (
        <section className="adds">
          {adds === null ? (
            <Menu
              label={t('about.addMore')}
              className="button quiet"
              start
              up
              items={(['told', 'like', 'life', 'circle', 'relation'] as const).map((kind) => ({
                label: t(`adds.${kind}`),
                run: () => setAdds(kind),
              }))}
            >
              {t('about.addMore')}
            </Menu>
          ) : (
            <Suspense fallback={null}>
              {adds === 'circle' ? (
                <CircleForm {...given} />
              ) : adds === 'relation' ? (
                <RelationForm {...given} />
              ) : (
                <FactForm {...given} kind={adds} conversationId={conversationId} />
              )}
            </Suspense>
          )}
        </section>
      )}
    </>
  )
}

function Told({ title, customerId, facts }: { title: string; customerId: string; facts: readonly Fact[] }) {
  if (facts.length === 0) return null
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <Facts customerId={customerId} facts={facts} />
    </section>
  )
}

/** Our word to them: what is open first, then the last three that were kept. */
function Promised({ customerId }: { customerId: string }) {
  const { data: owed } = useApi('GET /promises', {
    query: { customer: customerId, unsettled: 'true', limit: 30 },
  })
  const { data: kept } = useApi('GET /promises', {
    query: { customer: customerId, state: 'kept', limit: 100 },
  })
  const open = owed?.items.filter((promise) => isOwed(promise)) ?? []
  const done = (kept?.items ?? [])
    .toSorted((a, b) => (b.keptAt ?? '').localeCompare(a.keptAt ?? ''))
    .slice(0, 3)
  if (open.length === 0 && done.length === 0) return null
  return (
    <section aria-label={t('about.promised')}>
      <h2>{t('about.promised')}</h2>
      <div className="stack">
        {[...open, ...done].map((promise) => (
          <PromiseRibbon key={promise.id} promise={promise} />
        ))}
      </div>
    </section>
  )
}
