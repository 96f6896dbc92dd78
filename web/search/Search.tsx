import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Disc, Empty, Time } from '#web/ui/parts.tsx'
import { completions, operators, partsOf, without } from './operators.ts'
import { forgetRecent, keepRecent, recent } from './recent.ts'
import './search.css'

/** So many are shown at once, and so many at most: who looks through more than that is better served by another word. */
const aPage = 50
const atMost = 200

/** Everything ever said, while typing; people by name. The arrows go through what is found, Enter opens it. */
export default function Search() {
  const [, go] = useLocation()
  const [text, setText] = useState(() => new URLSearchParams(location.search).get('q') ?? '')
  const [kept, setKept] = useState(recent)
  const field = useRef<HTMLInputElement>(null)
  const q = useDeferredValue(text)
  const asked = q.trim()
  const [many, setMany] = useState({ of: '', limit: aPage })
  // Other words begin with a page again.
  const limit = many.of === asked ? many.limit : aPage
  const { data, error, isFetching, isPlaceholderData } = useApi(
    'GET /search',
    { query: { q, limit } },
    { enabled: asked.length > 0, keep: true },
  )
  const hits = asked ? (data?.items ?? []) : []
  const names = useNames(text)
  const offers = completions(text, names)
  // Back from what was found, the same search stands here.
  useEffect(() => {
    history.replaceState(history.state, '', asked ? `/search?q=${encodeURIComponent(q)}` : '/search')
  }, [q, asked])
  const put = (next: string) => {
    opens.current = false
    setText(next)
    field.current?.focus()
  }
  const keep = () => setKept(keepRecent(text))
  // Enter before the line has brought what it is meant for opens it when it is there, and nothing of the words before.
  const isOfText = data !== undefined && !isPlaceholderData && q === text
  const opens = useRef(false)
  const openFirst = () => {
    opens.current = !isOfText
    const [hit] = hits
    if (!hit || !isOfText) return
    keep()
    go(hit.kind === 'customer' ? `/customers/${hit.id}` : `/conversations/${hit.id}`)
  }
  useEffect(() => {
    if (opens.current && isOfText) openFirst()
  })
  const focusHit = (index: number) => {
    opens.current = false
    document.getElementById(`hit-${index}`)?.focus()
  }
  /** The arrows go through what is found, and from the first one back into the field. */
  const move = (event: React.KeyboardEvent, index: number) => {
    if (event.key === 'ArrowDown') focusHit(Math.min(index + 1, hits.length - 1))
    else if (event.key === 'ArrowUp' && index > 0) focusHit(index - 1)
    else if (event.key === 'ArrowUp') field.current?.focus()
    else return
    event.preventDefault()
  }
  const parts = partsOf(text)
  return (
    <div className="page stack search-page">
      <h1>{t('rail.search')}</h1>
      <div className="stack search-field">
        <label className="hide" htmlFor="q">
          {t('search.label')}
        </label>
        <input
          id="q"
          ref={field}
          type="search"
          className="input"
          autoComplete="off"
          autoFocus
          placeholder={t('search.label')}
          value={text}
          onChange={(event) => {
            opens.current = false
            setText(event.target.value)
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'ArrowDown' && hits.length > 0) focusHit(0)
            else if (event.key === 'Enter') openFirst()
            else if (event.key === 'Tab' && !event.shiftKey && offers.length > 0 && isUnfinished(text))
              put(offers[0]!.whole)
            else return
            event.preventDefault()
          }}
        />
        {parts.length > 0 && (
          <ul className="row" aria-label={t('search.narrowed')}>
            {parts.map((part) => (
              <li key={part.text} className="chip part">
                <span className="cut">{part.text}</span>
                <button
                  type="button"
                  aria-label={t('search.drop', { what: part.text })}
                  onClick={() => put(without(text, part))}
                >
                  <XIcon size={12} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <div className="row">
          {(offers.length > 0
            ? offers
            : operators.map((one) => ({ label: one, whole: joined(text, one) }))
          ).map((one) => (
            <button key={one.label} type="button" className="chip pick" onClick={() => put(one.whole)}>
              {one.label}
            </button>
          ))}
        </div>
      </div>
      {error && <p className="problem">{error.message}</p>}
      {asked && data && (
        <>
          <p className="meta" role="status">
            {t('search.found', { n: hits.length })}
            {data.isCut && ` ${t('search.cut')}`}
          </p>
          <ul className="people">
            {hits.map((hit, index) => (
              <li key={hit.id}>
                <Link
                  id={`hit-${index}`}
                  href={hit.kind === 'customer' ? `/customers/${hit.id}` : `/conversations/${hit.id}`}
                  className="person-row"
                  onClick={keep}
                  onKeyDown={(event) => move(event, index)}
                >
                  <Disc name={hit.customerName ?? hit.title} />
                  <span className="grow">
                    <b>{hit.title}</b>{' '}
                    {hit.kind === 'conversation' && <span className="meta">{hit.customerName}</span>}
                    <span className="gist" dir="auto">
                      {marked(hit.snippet)}
                    </span>
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
          {hits.length === limit && limit < atMost && (
            <button
              type="button"
              className="button quiet"
              disabled={isFetching}
              onClick={() => setMany({ of: asked, limit: Math.min(limit + aPage, atMost) })}
            >
              {t('promises.more')}
            </button>
          )}
          {hits.length === atMost && <p className="meta">{t('search.enough')}</p>}
          {hits.length === 0 && !data.isCut && !isFetching && <Empty says={t('search.none', { q })} />}
        </>
      )}
      {!asked && kept.length > 0 && (
        <section aria-labelledby="recent">
          <div className="row">
            <h2 id="recent" className="grow">
              {t('search.recent')}
            </h2>
            <button type="button" className="button bare" onClick={() => setKept(forgetRecent())}>
              {t('search.forget')}
            </button>
          </div>
          <ul className="people">
            {kept.map((one) => (
              <li key={one}>
                <button type="button" className="person-row recent" onClick={() => put(one)}>
                  {one}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!asked && <p className="meta">{t('search.help')}</p>}
    </div>
  )
}

const joined = (text: string, operator: string) =>
  `${text}${text && !text.endsWith(' ') ? ' ' : ''}${operator}${operator.endsWith(':') ? '' : ' '}`
/** An operator whose value is being typed: there Tab completes it; elsewhere it leaves the field, as everywhere. */
const isUnfinished = (text: string) => /(?:^|\s)\w+:\S*$/.test(text)

/** What the values of an operator may be called, read only once one is being typed. */
function useNames(text: string) {
  const typing = /(?:^|\s)(\w+):"?[^"\s]*$/.exec(text)?.[1]
  const { data: tags } = useApi('GET /tags', {}, { enabled: typing === 'tag' || typing === 'persontag' })
  const { data: team } = useApi('GET /teammates', {}, { enabled: typing === 'assigned' })
  const { data: inboxes } = useApi('GET /inboxes', {}, { enabled: typing === 'in' })
  const tagNames = (tags?.items ?? []).map((one) => one.name)
  return {
    tag: tagNames,
    persontag: tagNames,
    assigned: ['me', 'nobody', ...(team?.items ?? []).map((one) => one.name)],
    in: (inboxes?.items ?? []).map((one) => one.name),
  }
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
