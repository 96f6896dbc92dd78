import { useDeferredValue, useState } from 'react'
import { Link } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Disc, Empty, Time } from '#web/ui/parts.tsx'

const operators = [
  'from:',
  'is:open',
  'is:done',
  'has:attachment',
  'before:',
  'after:',
  'promise:late',
  'in:',
]

/** Everything ever said, while typing; people by name. */
export default function Search() {
  const [text, setText] = useState(() => new URLSearchParams(location.search).get('q') ?? '')
  const q = useDeferredValue(text)
  const { data, error } = useApi(
    'GET /search',
    { query: { q, limit: 50 } },
    { enabled: q.trim().length > 0, keep: true },
  )
  return (
    <div className="page stack">
      <h1>{t('rail.search')}</h1>
      <label className="hide" htmlFor="q">
        {t('search.label')}
      </label>
      <input
        id="q"
        type="search"
        className="input"
        autoFocus
        placeholder={t('search.label')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row">
        {operators.map((operator) => (
          <button
            key={operator}
            type="button"
            className="chip pick"
            onClick={() =>
              setText(
                `${text}${text && !text.endsWith(' ') ? ' ' : ''}${operator}${operator.endsWith(':') ? '' : ' '}`,
              )
            }
          >
            {operator}
          </button>
        ))}
      </div>
      {error && <p className="problem">{error.message}</p>}
      {q.trim() && data && (
        <>
          <p className="meta" role="status">
            {t('search.found', { n: data.items.length })}
          </p>
          <ul className="people">
            {data.items.map((hit) => (
              <li key={hit.id}>
                <Link
                  href={hit.kind === 'customer' ? `/customers/${hit.id}` : `/conversations/${hit.id}`}
                  className="person-row"
                >
                  <Disc name={hit.customerName ?? hit.title} />
                  <span className="grow">
                    <b>{hit.title}</b>{' '}
                    {hit.kind === 'conversation' && <span className="meta">{hit.customerName}</span>}
                    <span className="gist">{marked(hit.snippet)}</span>
                  </span>
                  <span className="at-end">
                    {hit.status && <span className="meta">{t(`status.${hit.status}` as TextKey)}</span>}
                    {hit.at && (
                      <span className="meta">
                        <Time at={hit.at} />
                      </span>
                    )}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          {data.items.length === 0 && <Empty says={t('search.none', { q })} />}
        </>
      )}
      {!q.trim() && <p className="meta">{t('search.help')}</p>}
    </div>
  )
}

const marked = (snippet: string) =>
  snippet.split(/⟦([^⟧]*)⟧/).map((piece, index) =>
    index % 2 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the snippet does not change
      <mark key={index} style={{ background: 'var(--promise-soft)', color: 'inherit' }}>
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
