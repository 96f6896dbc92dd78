import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useTitle } from '#web/app/title.ts'
import { spokenLanguage, t } from '#web/text/t.ts'
import { GuidePage } from './GuidePage.tsx'
import { guideNamed, guides } from './guides.ts'
import { excerptOf, findParts } from './library.ts'
import './help.css'

/** The guides, read and found here; the same files that lie beside the program. */
export default function Help({ name }: { name: string | null }) {
  const [asked, setAsked] = useState('')
  const guide = guideNamed(name ?? '') ?? guides[0]!
  const page = useRef<HTMLElement>(null)
  useTitle(guide.title)
  const found = findParts(guides, asked)
  const isForeign = guide.language !== spokenLanguage()
  const searches = asked.trim().length > 1
  // Another guide begins at its beginning, or where the link leads.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says which
  useEffect(() => {
    const there = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (there) there.scrollIntoView()
    else page.current?.closest('main')?.scrollTo({ top: 0 })
  }, [guide.name, searches])
  return (
    <div className="help">
      <nav className="help-list" aria-label={t('help.title')}>
        <label className="hide" htmlFor="help-search">
          {t('help.find')}
        </label>
        <input
          id="help-search"
          className="input"
          type="search"
          placeholder={t('help.find')}
          value={asked}
          onChange={({ target }) => setAsked(target.value)}
        />
        <ul className="plain-list">
          {guides.map((one) => (
            <li key={one.name}>
              <Link
                href={`/help/${one.name}`}
                lang={one.language}
                aria-current={!searches && one === guide ? 'page' : undefined}
                onClick={() => setAsked('')}
              >
                {one.title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <article className="guide" ref={page} lang={searches ? undefined : guide.language}>
        {searches ? (
          <section aria-label={t('help.found')}>
            <h1>{t('help.found')}</h1>
            <p className="meta" role="status">
              {t('help.count', { n: found.length })}
            </p>
            <ul className="plain-list help-found">
              {found.map((part) => (
                <li key={`${part.guide.name} ${part.id}`} lang={part.guide.language}>
                  <Link
                    href={`/help/${part.guide.name}${part.id ? `#${part.id}` : ''}`}
                    onClick={() => setAsked('')}
                  >
                    <b>{part.title}</b>
                    {part.id && <span className="meta"> {part.guide.title}</span>}
                  </Link>
                  <p>{excerptOf(part.text, asked)}</p>
                </li>
              ))}
            </ul>
          </section>
        ) : (
          <>
            {isForeign && (
              <p className="meta" lang={spokenLanguage()}>
                {t('help.onlyEnglish')}
              </p>
            )}
            <GuidePage guide={guide} />
          </>
        )}
      </article>
    </div>
  )
}
