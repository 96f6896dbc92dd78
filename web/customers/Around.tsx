import { Link } from 'wouter'
import { api } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import './about.css'

/** Their household and company with who else belongs there, and whom they are related with. */
export function Around({ customerId }: { customerId: string }) {
  const me = useMe()
  const params = { id: customerId }
  const { data } = useApi('GET /customers/{id}/around', { params })
  const join = useAction('POST /customers/{id}/circles')
  const relate = useAction('POST /customers/{id}/relations')
  const leave = useAction('DELETE /customers/{id}/circles/{circleId}')
  const unrelate = useAction('DELETE /customers/{id}/relations/{relationId}')
  if (!data || (data.circles.length === 0 && data.relations.length === 0)) return null
  const mayAct = me.teammate.role !== 'observer'
  const takenBack = (run: () => void) =>
    toast({ text: t('around.gone'), action: { label: t('keys.undo'), run } })
  return (
    <section aria-label={t('around.title')}>
      <h2>{t('around.title')}</h2>
      <ul className="around">
        {data.circles.map((circle) => (
          <li key={circle.id}>
            <p>
              <Link href={`/circles/${circle.id}`}>{circle.name}</Link>
              <span className="meta">
                {' '}
                {t(`circle.${circle.kind}`)}
                {circle.role && ` · ${circle.role}`}
              </span>
            </p>
            {circle.others.length > 0 && (
              <p className="meta names">
                {circle.others.map((one) => (
                  <Link key={one.id} href={`/customers/${one.id}`}>
                    {one.name}
                  </Link>
                ))}
              </p>
            )}
            {mayAct && (
              <button
                type="button"
                className="link"
                onClick={() =>
                  leave.mutate(
                    { params: { ...params, circleId: circle.id } },
                    {
                      onSuccess: () =>
                        takenBack(() =>
                          join.mutate({
                            params,
                            body: { kind: circle.kind, name: circle.name, role: circle.role },
                          }),
                        ),
                    },
                  )
                }
              >
                {t('around.leave')}
                <span className="hide">: {circle.name}</span>
              </button>
            )}
          </li>
        ))}
        {data.relations.map((one) => (
          <li key={one.id}>
            <p>
              <Link href={`/customers/${one.person.id}`}>{one.person.name}</Link>
              <span className="meta"> {one.is}</span>
            </p>
            {mayAct && (
              <button
                type="button"
                className="link"
                onClick={() => {
                  // The word of the other side is on their page; taken from there, so that undo brings both back.
                  void backWord(one.person.id, customerId).then((back) =>
                    unrelate.mutate(
                      { params: { ...params, relationId: one.id } },
                      {
                        onSuccess: () =>
                          takenBack(() =>
                            relate.mutate({
                              params,
                              body: { otherId: one.person.id, is: one.is, back: back ?? one.is },
                            }),
                          ),
                      },
                    ),
                  )
                }}
              >
                {t('around.leave')}
                <span className="hide">: {one.person.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

async function backWord(otherId: string, id: string): Promise<string | undefined> {
  const there = await api('GET /customers/{id}/around', { params: { id: otherId } })
  return there.relations.find((one) => one.person.id === id)?.is
}
