import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight'
import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Skeleton } from '#web/ui/parts.tsx'
import { GuideChecks } from './GuideChecks.tsx'
import { GuideVoice } from './GuideVoice.tsx'
import { GuideWords } from './GuideWords.tsx'
import './guide.css'

const parts = ['checks', 'voice', 'words'] as const
type Part = (typeof parts)[number]

/** How this team makes the reader its own: its checks, its voice, its words; for the house or for one inbox. */
export function CareLanguage() {
  const me = useMe()
  const asked = new URLSearchParams(useSearch()).get('part') as Part
  const part = parts.includes(asked) ? asked : 'checks'
  const [inboxId, setInboxId] = useState<string | null>(null)
  const { data: guide, error, refetch } = useApi('GET /guide')
  const mayChange = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  const inboxes = me.inboxes.filter((inbox) => inbox.archivedAt === null)
  if (error && !guide)
    return (
      <div className="problem" role="alert">
        <p>{error.message}</p>
        <button type="button" className="button quiet" onClick={() => void refetch()}>
          {t('app.tryAgain')}
        </button>
      </div>
    )
  return (
    <div className="guide stack">
      <p className="guide-lead serif">{t('guide.lead')}</p>
      <p>
        <Link href="/practice" className="row guide-practice">
          {t('guide.practice')} <ArrowRightIcon size={16} />
        </Link>
      </p>
      <div className="row guide-head">
        <nav className="guide-parts grow" aria-label={t('settings.care')}>
          {parts.map((one) => (
            <Link
              key={one}
              href={`/settings/care?part=${one}`}
              replace
              aria-current={one === part ? 'page' : undefined}
            >
              {t(`guide.part.${one}` as TextKey)}
            </Link>
          ))}
        </nav>
        {inboxes.length > 1 && (
          <label className="row guide-place">
            <span className="meta">{t('guide.for')}</span>
            <select
              className="input auto"
              value={inboxId ?? ''}
              onChange={(event) => setInboxId(event.target.value || null)}
            >
              <option value="">{t('guide.house')}</option>
              {inboxes.map((inbox) => (
                <option key={inbox.id} value={inbox.id}>
                  {inbox.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {!mayChange && <p className="meta">{t('guide.leadsChange')}</p>}
      {!guide ? (
        <Skeleton lines={6} />
      ) : part === 'checks' ? (
        <GuideChecks guide={guide} inboxId={inboxId} mayChange={mayChange} />
      ) : part === 'voice' ? (
        <GuideVoice key={inboxId} guide={guide} inboxId={inboxId} mayChange={mayChange} />
      ) : (
        <GuideWords key={inboxId} guide={guide} inboxId={inboxId} mayChange={mayChange} />
      )}
    </div>
  )
}
