import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Statement } from '#contract/statements.ts'
import { statusLanguages } from '#contract/status.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { useMe } from '#web/app/session.ts'
import { useTitle } from '#web/app/title.ts'
import { ownWords } from '#web/status/said.ts'
import { t } from '#web/text/t.ts'
import { Empty, Skeleton, Time } from '#web/ui/parts.tsx'
import { Comments } from './Comments.tsx'
import { Lines } from './Lines.tsx'
import { Publish } from './Publish.tsx'
import { SignOff } from './SignOff.tsx'
import { Versions } from './Versions.tsx'
import { WordsForm } from './WordsForm.tsx'
import '#web/status/status.css'
import './statements.css'

/** The workshop of one statement: its lines, who has said what about them, who stands for them, and the way to the public. */
export default function StatementPage({ id }: { id: string }) {
  const me = useMe()
  const [, go] = useLocation()
  const { data: statement, error } = useApi('GET /statements/{id}', { params: { id } })
  const [isChanging, setChanging] = useState(false)
  const drop = useAction('DELETE /statements/{id}', { onDone: () => go('/statements') })
  useTitle(statement && ownWords(statement.title))
  useKeys([{ keys: 'u', label: 'keys.back', run: () => go('/statements') }])
  if (error && !statement) return <Empty says={error.message} />
  if (!statement)
    return (
      <div className="page">
        <Skeleton lines={6} />
      </div>
    )
  const mayAct = me.teammate.role !== 'observer'
  return (
    <div className="page stack statement-page">
      <header className="row">
        <Link href="/statements" className="icon-button" aria-label={t('keys.back')}>
          <ArrowLeftIcon size={20} />
        </Link>
        <div className="grow">
          <h1>{ownWords(statement.title)}</h1>
          <Stands statement={statement} />
        </div>
        {mayAct && !isChanging && (
          <button type="button" className="button quiet" onClick={() => setChanging(true)}>
            {t('statements.change')}
          </button>
        )}
      </header>
      {isChanging ? (
        <WordsForm key={statement.version} statement={statement} onClose={() => setChanging(false)} />
      ) : (
        statusLanguages.map(
          (language) =>
            statement.words[language] && <Lines key={language} statement={statement} language={language} />,
        )
      )}
      <SignOff statement={statement} />
      <Comments statement={statement} />
      <Publish statement={statement} />
      <Versions statement={statement} />
      {mayAct && statement.state === 'draft' && (
        <div className="row">
          <button
            type="button"
            className="button bare danger"
            disabled={drop.isPending}
            onClick={() => drop.mutate({ params: { id } })}
          >
            {t('statements.drop')}
          </button>
        </div>
      )}
    </div>
  )
}

function Stands({ statement }: { statement: Statement }) {
  const { published, withdrawn, state, version } = statement
  return (
    <p className="meta">
      {t(`statements.state.${state}`)} · {t('statements.version', { n: version })}
      {state === 'public' && published && (
        <>
          {' · '}
          <a href={statement.url} target="_blank" rel="noreferrer">
            {t('statusPage.see')}
          </a>{' '}
          · {published.by} <Time at={published.at} />
          {published.version !== version && ` · ${t('statements.olderPublic', { n: published.version })}`}
        </>
      )}
      {withdrawn && (
        <>
          {' · '}
          <Time at={withdrawn.at} />: {withdrawn.because}
        </>
      )}
    </p>
  )
}
