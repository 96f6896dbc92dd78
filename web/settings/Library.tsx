import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { ageOf } from '#web/conversations/FrameworkMenu.tsx'
import { t } from '#web/text/t.ts'
import { Empty, Skeleton, Time } from '#web/ui/parts.tsx'

type Framework = Answer<'GET /frameworks'>['items'][number]

/** Framework replies: skeletons with slots, never letters to send as they are. */
export default function Library() {
  const me = useMe()
  const { data } = useApi('GET /frameworks')
  const [editing, setEditing] = useState<Framework | 'new' | null>(null)
  const mayAct = me.teammate.role !== 'observer'
  const extras = usePractice('extras')
  return (
    <div className="page stack">
      <header className="row">
        <h1 className="grow">{t('library.title')}</h1>
        {extras && (
          <Link href="/library/extras" className="button bare">
            {t('extras.title')}
          </Link>
        )}
        {mayAct && (
          <button type="button" className="button quiet" onClick={() => setEditing('new')}>
            {t('library.add')}
          </button>
        )}
      </header>
      <p className="meta">{t('library.help')}</p>
      {editing && <Edit framework={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {!data ? <Skeleton /> : data.items.length === 0 ? <Empty says={t('library.none')} /> : null}
      {data?.items.map((framework) => (
        <article key={framework.id} className="card">
          <div className="row">
            <h2 className="grow" style={{ color: 'var(--ink)' }}>
              {framework.name}
              {framework.mine && <span className="chip">{t('framework.mine')}</span>}
            </h2>
            <span className="meta">
              {t('library.used', { n: framework.used })} ·{' '}
              {ageOf(framework.updatedAt) ?? (
                <>
                  {t('library.rewritten')} <Time at={framework.updatedAt} />
                </>
              )}
            </span>
            {mayAct && (
              <button type="button" className="button bare" onClick={() => setEditing(framework)}>
                {t('library.rewrite')}
              </button>
            )}
          </div>
          <p style={{ whiteSpace: 'pre-line' }}>{framework.text}</p>
        </article>
      ))}
    </div>
  )
}

function Edit({ framework, onClose }: { framework: Framework | null; onClose: () => void }) {
  const me = useMe()
  const [name, setName] = useState(framework?.name ?? '')
  const [text, setText] = useState(framework?.text ?? '')
  const [mine, setMine] = useState(framework?.mine ?? false)
  const add = useAction('POST /frameworks', { onDone: onClose })
  const rewrite = useAction('PUT /frameworks/{id}', { onDone: onClose })
  const remove = useAction('DELETE /frameworks/{id}', { onDone: onClose })
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (framework) rewrite.mutate({ params: { id: framework.id }, body: { name, text, mine } })
        else add.mutate({ body: { name, text, mine } })
      }}
    >
      <div className="field">
        <label htmlFor="fw-name">{t('library.name')}</label>
        <input
          id="fw-name"
          className="input"
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="fw-text">{t('library.text')}</label>
        <textarea
          id="fw-text"
          className="input"
          rows={8}
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <small>{t('library.slots')}</small>
      </div>
      {(!framework || framework.mine) && (
        <label className="row">
          <input type="checkbox" checked={mine} onChange={(event) => setMine(event.target.checked)} />{' '}
          {t('library.mineOnly')}
        </label>
      )}
      <div className="row">
        <button type="submit" className="button primary">
          {t('app.save')}
        </button>
        <button type="button" className="button bare" onClick={onClose}>
          {t('app.cancel')}
        </button>
        {framework && (framework.mine || me.teammate.role === 'lead' || me.teammate.role === 'admin') && (
          <button
            type="button"
            className="button bare danger"
            onClick={() => remove.mutate({ params: { id: framework.id } })}
          >
            {t('library.remove')}
          </button>
        )}
      </div>
    </form>
  )
}
