import { Link } from 'wouter'
import { practiceNames } from '#contract/practices.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { DecideFreely } from '#web/authority/DecideFreely.tsx'
import { HeatRules } from '#web/heat/HeatRules.tsx'
import { RecoveryRules } from '#web/recoveries/RecoveryRules.tsx'
import { t } from '#web/text/t.ts'
import { ActKinds } from './ActKinds.tsx'
import { Calls } from './Calls.tsx'

/** What a team may switch on when a case shows the need; nothing here is needed to answer people well. */
export function Practices() {
  const { data } = useApi('GET /practices')
  const change = useAction('PUT /practices/{name}')
  if (!data) return null
  return (
    <div className="card stack">
      <p>{t('practices.lead')}</p>
      <ul className="practices">
        {practiceNames.map((name) => (
          <li key={name}>
            <input
              type="checkbox"
              id={`practice-${name}`}
              checked={data.on.includes(name)}
              aria-describedby={`practice-${name}-why`}
              disabled={change.isPending}
              onChange={(event) => change.mutate({ params: { name }, body: { on: event.target.checked } })}
            />
            <label htmlFor={`practice-${name}`}>{t(`practices.${name}`)}</label>
            <small id={`practice-${name}-why`}>{t(`practices.${name}.why`)}</small>
            {data.on.includes(name) && name === 'callbacks' && <Calls />}
            {data.on.includes(name) && name === 'authority' && <DecideFreely />}
            {data.on.includes(name) && name === 'extras' && (
              <Link href="/library/extras" className="link">
                {t('extras.title')}
              </Link>
            )}
            {data.on.includes(name) && name === 'heat' && <HeatRules />}
            {data.on.includes(name) && name === 'actions' && <ActKinds />}
            {data.on.includes(name) && name === 'statusPage' && (
              <Link href="/status-page" className="link">
                {t('statusPage.title')}
              </Link>
            )}
            {data.on.includes(name) && name === 'statements' && (
              <Link href="/statements" className="link">
                {t('statements.title')}
              </Link>
            )}
            {data.on.includes(name) && (name === 'climbing' || name === 'secondChance') && (
              <RecoveryRules of={name} />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
