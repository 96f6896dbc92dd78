import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { type Said, type StatusLanguage, statusLanguages } from '#contract/status.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { usePractice, useStanding } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { useTitle } from '#web/app/title.ts'
import { SaidField } from '#web/status/SaidField.tsx'
import { SaidForm } from '#web/status/SaidForm.tsx'
import { filled, ownWords } from '#web/status/said.ts'
import { useKept } from '#web/status/useKept.ts'
import { t } from '#web/text/t.ts'
import { Empty, Skeleton, Time } from '#web/ui/parts.tsx'
import { Signers } from './Signers.tsx'
import '#web/status/status.css'
import './statements.css'

/** Public words after something went badly wrong: what is being written, and what is public. */
export default function Statements() {
  const me = useMe()
  const stands = useStanding('statements')
  const hasPage = usePractice('statusPage')
  const { data, error } = useApi('GET /statements', {}, { enabled: stands === 'on' })
  const [begins, setBegins] = useState(false)
  useTitle(t('statements.title'))
  if (error && !data) return <Empty says={error.message} />
  if (stands === 'off') return <Empty says={t('statements.off')} />
  if (!data)
    return (
      <div className="page">
        <Skeleton />
      </div>
    )
  return (
    <div className="page stack statements">
      <header className="row">
        <h1 className="grow">{t('statements.title')}</h1>
        {me.teammate.role !== 'observer' && !begins && (
          <button type="button" className="button primary" onClick={() => setBegins(true)}>
            {t('statements.new')}
          </button>
        )}
      </header>
      <p>{t('statements.lead')}</p>
      {!hasPage && <p className="meta">{t('statements.noPage')}</p>}
      {begins && <Begin onClose={() => setBegins(false)} />}
      {data.items.length === 0 && !begins && <Empty says={t('statements.none')} />}
      <ul className="stack">
        {data.items.map((one) => (
          <li key={one.id}>
            <Link href={`/statements/${one.id}`} className="card statement-row">
              <b>{ownWords(one.title)}</b>{' '}
              <span className="meta">
                {t(`statements.state.${one.state}`)} · <Time at={one.changedAt} />
              </span>
              <span className="row">
                {one.state === 'draft' && (
                  <span className={`chip ${one.signed < one.signers ? 'promise' : 'kept'}`}>
                    {t('statements.signedOf', { signed: one.signed, signers: one.signers })}
                  </span>
                )}
                {one.openComments > 0 && (
                  <span className="chip">{t('statements.openComments', { n: one.openComments })}</span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

const begin: { title: Said; words: Said; signers: string[] } = { title: {}, words: {}, signers: [] }

function Begin({ onClose }: { onClose: () => void }) {
  const [, go] = useLocation()
  const { data: page } = useApi('GET /status-page')
  const { kept, change, forget } = useKept('statement', begin)
  const make = useAction('POST /statements', {
    quiet: true,
    onDone: (made) => {
      forget()
      go(`/statements/${made.id}`)
    },
  })
  const languages: readonly StatusLanguage[] = page?.languages ?? statusLanguages.slice(0, 1)
  return (
    <SaidForm
      name={t('statements.new')}
      does={t('statements.begin')}
      action={make}
      forget={forget}
      onSay={() => {
        const { title, words, signers } = kept
        make.mutate({ body: { title: filled(title), words: filled(words), signers } })
      }}
      onClose={onClose}
    >
      <SaidField
        label={t('statements.headline')}
        said={kept.title}
        languages={languages}
        most={140}
        first
        onChange={(title) => change({ title })}
      />
      <SaidField
        label={t('statements.words')}
        help={t('statements.wordsHelp')}
        said={kept.words}
        languages={languages}
        most={8000}
        rows={9}
        reads="statement"
        onChange={(words) => change({ words })}
      />
      <Signers chosen={kept.signers} onChange={(signers) => change({ signers })} />
    </SaidForm>
  )
}
