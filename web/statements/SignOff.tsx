import { useState } from 'react'
import type { Statement } from '#contract/statements.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Disc, Time } from '#web/ui/parts.tsx'
import { Signers } from './Signers.tsx'

/** Who stands for these words with their name. Other words are signed anew. */
export function SignOff({ statement }: { statement: Statement }) {
  const me = useMe()
  const [names, setNames] = useState<string[] | null>(null)
  const { id, version, signers } = statement
  const sign = useAction('POST /statements/{id}/signature')
  const unsign = useAction('DELETE /statements/{id}/signature')
  const name = useAction('PUT /statements/{id}/signers', { onDone: () => setNames(null) })
  const isPublic = statement.state === 'public' && statement.published?.version === version
  return (
    <section aria-label={t('statements.signOff')}>
      <h2>{t('statements.signOff')}</h2>
      <ul className="signers">
        {signers.map((one) => (
          <li key={one.teammateId} className="row">
            <Disc name={one.name} small />
            <span className="grow">
              {one.name}
              {one.isLead && <span className="meta"> {t('statements.leads')}</span>}
            </span>
            {one.signedAt ? (
              <span className="chip kept">
                {t('statements.signed')} <Time at={one.signedAt} />
              </span>
            ) : (
              <span className="chip">{t('statements.notSigned')}</span>
            )}
            {one.teammateId === me.teammate.id &&
              (one.signedAt ? (
                !isPublic && (
                  <button
                    type="button"
                    className="link"
                    disabled={unsign.isPending}
                    onClick={() => unsign.mutate({ params: { id } })}
                  >
                    {t('statements.unsign')}
                  </button>
                )
              ) : (
                <button
                  type="button"
                  className="button primary"
                  disabled={sign.isPending}
                  onClick={() => sign.mutate({ params: { id }, body: { version } })}
                >
                  {t('statements.sign')}
                </button>
              ))}
          </li>
        ))}
      </ul>
      {me.teammate.role !== 'observer' &&
        (names ? (
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault()
              name.mutate({ params: { id }, body: { signers: names } })
            }}
          >
            <Signers chosen={names} onChange={setNames} />
            <FormEnd does={t('app.save')} quiet busy={name.isPending} onCancel={() => setNames(null)} />
          </form>
        ) : (
          <button
            type="button"
            className="link"
            onClick={() => setNames(signers.map((one) => one.teammateId))}
          >
            {t('statements.nameOthers')}
          </button>
        ))}
    </section>
  )
}
