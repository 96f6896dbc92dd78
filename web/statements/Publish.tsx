import { useId, useState } from 'react'
import { type Statement, toldHow } from '#contract/statements.ts'
import { useAction } from '#web/api/query.ts'
import { useStanding } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { toast } from '#web/ui/toast.tsx'

/** The way to the public, for leads: only signed words, and those who were hurt first. */
export function Publish({ statement }: { statement: Statement }) {
  const me = useMe()
  const page = useStanding('statusPage')
  const { state, published, version, signers } = statement
  if (me.teammate.role !== 'lead' && me.teammate.role !== 'admin') return null
  if (page === 'off') return <p className="meta">{t('statements.noPage')}</p>
  const isPublic = state === 'public' && published?.version === version
  const missing = signers.filter((one) => !one.signedAt).map((one) => one.name)
  return (
    <section aria-label={t('statements.public')}>
      <h2>{t('statements.public')}</h2>
      {published && (
        <p className="meta">
          {t(`statements.told.${published.told}`)}
          {published.because && `: ${published.because}`}
        </p>
      )}
      {!isPublic &&
        (missing.length > 0 ? (
          <p>{t('statements.waitsFor', { who: missing.join(', ') })}</p>
        ) : (
          <PublishForm statement={statement} />
        ))}
      {state === 'public' && <Withdraw id={statement.id} />}
    </section>
  )
}

function PublishForm({ statement }: { statement: Statement }) {
  const id = useId()
  const [told, setTold] = useState<(typeof toldHow)[number] | null>(null)
  const [because, setBecause] = useState('')
  const open = statement.comments.filter((one) => !one.settledAt).length
  const [withComments, setWith] = useState(false)
  const publish = useAction('POST /statements/{id}/publication', {
    quiet: true,
    onDone: () => toast({ text: t('statements.isPublic'), lasts: 4000 }),
  })
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!told) return
        publish.mutate({
          params: { id: statement.id },
          body: {
            version: statement.version,
            told,
            withComments,
            ...(because.trim() && { because: because.trim() }),
          },
        })
      }}
    >
      <fieldset className="choices">
        <legend>{t('statements.toldFirst')}</legend>
        {toldHow.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`${id}-told`}
              required
              checked={told === one}
              onChange={() => setTold(one)}
            />
            {t(`statements.told.${one}`)}
          </label>
        ))}
      </fieldset>
      {told === 'not-yet' && (
        <div className="field">
          <label htmlFor={`${id}-because`}>{t('statements.because')}</label>
          <input
            id={`${id}-because`}
            className="input"
            required
            maxLength={500}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        </div>
      )}
      {open > 0 && (
        <label className="row">
          <input type="checkbox" checked={withComments} onChange={(event) => setWith(event.target.checked)} />
          {t('statements.withComments', { n: open })}
        </label>
      )}
      {publish.error && (
        <p className="problem" role="alert">
          {publish.error.message}
        </p>
      )}
      <div className="row">
        <button type="submit" className="button primary" disabled={publish.isPending}>
          {t('statements.publish')}
        </button>
      </div>
    </form>
  )
}

function Withdraw({ id }: { id: string }) {
  const [opens, setOpens] = useState(false)
  const [because, setBecause] = useState('')
  const withdraw = useAction('POST /statements/{id}/withdrawal', { onDone: () => setOpens(false) })
  if (!opens)
    return (
      <button type="button" className="link" onClick={() => setOpens(true)}>
        {t('statements.withdraw')}
      </button>
    )
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        withdraw.mutate({ params: { id }, body: { because } })
      }}
    >
      <div className="field">
        <label htmlFor="withdraw-because">{t('statements.withdrawWhy')}</label>
        <input
          id="withdraw-because"
          className="input"
          required
          autoFocus
          maxLength={500}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
      </div>
      <FormEnd
        does={t('statements.withdraw')}
        quiet
        busy={withdraw.isPending}
        onCancel={() => setOpens(false)}
      />
    </form>
  )
}
