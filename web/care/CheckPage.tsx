import { useMemo } from 'react'
import { Link } from 'wouter'
import type { Check, DraftExample } from '#care/checks.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { spokenLanguage, type TextKey, t } from '#web/text/t.ts'
import { Highlighted } from './Highlighted.tsx'
import { SeverityChip } from './SeverityChip.tsx'
import { TryIt } from './TryIt.tsx'
import { toldOf } from './told.ts'
import { useReading } from './useReading.ts'

/** One check: why it is there, a situation, what it says to a bad draft and not to a good one, and a field to try. */
export function CheckPage({ check }: { check: Check }) {
  const { example } = check
  const { title, why, source } = toldOf(check)
  const [bad, good] = example.kind === 'draft' ? [example.bad, example.good] : [example.fires, example.silent]
  return (
    <>
      <p className="row practice-kind">
        <span className="meta">{t(`guide.family.${check.family}` as TextKey)}</span>
        <SeverityChip check={check} />
        <Standing check={check} />
      </p>
      <h1>{title}</h1>
      <p className="practice-why serif">{why}</p>
      <p className="meta">
        {t('practice.source')} {source}
      </p>
      {spokenLanguage() !== 'en' && <p className="meta">{t('practice.english')}</p>}
      {example.kind === 'draft' && <Situation example={example} />}
      <div className="practice-pair">
        <Example check={check} kind="bad" text={bad} />
        <Example check={check} kind="good" text={good} />
      </div>
      <TryIt check={check} bad={bad} good={good} />
    </>
  )
}

/** Whether this check speaks here at all. */
function Standing({ check }: { check: Check }) {
  const me = useMe()
  const { data } = useApi('GET /guide')
  const off = data?.rules.some((one) => one.check === check.id && one.rule === 'off')
  const mine = me.preferences.checksOff.includes(check.id)
  if (!off && !mine) return null
  return (
    <Link href="/settings/care" className="chip">
      {t(mine ? 'guide.silentForMe' : 'practice.off')}
    </Link>
  )
}

function Situation({ example: { context } }: { example: DraftExample }) {
  const { customer, ours } = context
  const name = customer.preferredName ?? customer.name
  return (
    <figure className="practice-letter">
      <figcaption className="meta">
        {t('practice.wrote', { name })}
        {ours.fault === 'ours' && ` · ${t('practice.ourFault')}`}
        {!ours.firstReply && ` · ${t('practice.notFirst')}`}
      </figcaption>
      <blockquote className="serif" lang="en">
        {customer.message}
      </blockquote>
      {context.promised?.map(({ quote, due }) => (
        <p key={quote} className="ribbon">
          <span className="grow">
            {t('practice.promised')} <b>{quote}</b> <span className="due">{due.replace('T', ', ')}</span>
          </span>
        </p>
      ))}
    </figure>
  )
}

function Example({ check, kind, text }: { check: Check; kind: 'bad' | 'good'; text: string }) {
  const told = useReading(
    'try',
    useMemo(() => (kind === 'bad' ? { check: check.id, text, own: {} } : null), [check.id, kind, text]),
  )
  const label = check.reads === 'draft' ? `practice.${kind}` : `practice.${kind}In`
  return (
    <figure className={`practice-example ${kind}`}>
      <figcaption>{t(label as TextKey)}</figcaption>
      <p className={check.reads === 'inbound' ? 'serif' : undefined} lang="en">
        <Highlighted text={text} places={told?.said ?? []} label={t('practice.here')} />
      </p>
      {told?.said[0] && check.reads === 'draft' && (
        <p className="practice-says" role="note" lang="en">
          {told.said[0].reason}
        </p>
      )}
    </figure>
  )
}
