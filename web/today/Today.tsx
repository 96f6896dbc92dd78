import { Link, useLocation } from 'wouter'
import type { Answer } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { useMe } from '#web/app/session.ts'
import { HandoverCard } from '#web/handover/HandoverCard.tsx'
import { UrgentNow } from '#web/oncall/UrgentNow.tsx'
import { PromiseRibbon } from '#web/promises/PromiseRibbon.tsx'
import { QuietCards } from '#web/silence/QuietLane.tsx'
import { t } from '#web/text/t.ts'
import { Empty, Skeleton } from '#web/ui/parts.tsx'
import { ends } from './ends.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { Leading } from './Leading.tsx'
import { ReachOut } from './ReachOut.tsx'
import { SeeAll } from './SeeAll.tsx'
import { Waiting } from './Waiting.tsx'
import './today.css'

/** The board of promises, of what may be mine to keep. */
const myBoard = '/promises?whose=me'

/** Home: one column with an end, instead of a dashboard. */
export default function Today() {
  const me = useMe()
  const { data: today, error } = useApi('GET /today')
  const [, go] = useLocation()
  const start = () => today?.waiting[0] && go(`/conversations/${today.waiting[0].conversationId}`)
  useKeys([{ keys: 's', label: 'today.start', run: start }])
  if (error && !today) return <Empty says={error.message} />
  if (!today)
    return (
      <div className="page">
        <Skeleton />
      </div>
    )
  return (
    <div className="page today">
      {today.lead?.noRoom && (
        <p className="problem" role="alert">
          {t('today.lead.noRoom')}
        </p>
      )}
      <UrgentNow />
      <Greeting today={today} name={me.teammate.name.split(' ')[0]!} />
      {me.preferences.checklistDone.length < 4 && <FirstSteps />}
      <Tasks tasks={today.tasks} />
      <Word today={today} />
      {today.quiet.length > 0 && (
        <section aria-labelledby="quiet">
          <h2 id="quiet">{t('quiet.title')}</h2>
          <QuietCards items={today.quiet} />
          <SeeAll n={today.counts.quiet} shown={today.quiet.length} href={myBoard} />
        </section>
      )}
      <Waiting rows={today.waiting} counts={today.counts} start={start} />
      <ReachOut reach={today.reachOut} />
      {today.lead && <Leading lead={today.lead} />}
      <p className="end">{ends(today.restsUntil)}</p>
    </div>
  )
}

/** The whole day in one sentence. */
function Greeting({ today, name }: { today: Answer<'GET /today'>; name: string }) {
  const hour = new Date().getHours()
  return (
    <h1 className="greeting">
      {t(hour < 12 ? 'today.morning' : hour < 18 ? 'today.afternoon' : 'today.evening', { name })}{' '}
      {t('today.sentence', { ...today.counts })}
      {today.counts.fresh > 0 && ` ${t('today.fresh', { n: today.counts.fresh })}`}
    </h1>
  )
}

function Tasks({ tasks }: { tasks: Answer<'GET /today'>['tasks'] }) {
  if (tasks.length === 0) return null
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{t('today.tasks')}</h2>
      <ul className="stack">
        {tasks.map((task) => (
          <li key={task.at + task.text} className="card">
            {task.conversationId ? (
              <Link href={`/conversations/${task.conversationId}`}>{task.text}</Link>
            ) : (
              task.text
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What I owe: what I am asked to take on first, then my promises, and who does not know yet that one is kept. */
function Word({ today }: { today: Answer<'GET /today'> }) {
  const { late, due, untold } = today.counts
  const promises = [...today.handovers, ...today.promises, ...today.untold]
  if (today.briefs.length + promises.length === 0) return null
  return (
    <section aria-labelledby="word">
      <h2 id="word">{t('today.word')}</h2>
      <ul className="stack">
        {today.briefs.map((handover) => (
          <li key={handover.id}>
            <HandoverCard handover={handover} />
          </li>
        ))}
        {promises.map((promise) => (
          <li key={promise.id}>
            <PromiseRibbon promise={promise} showPerson />
          </li>
        ))}
      </ul>
      <SeeAll n={late + due + untold} shown={today.promises.length + today.untold.length} href={myBoard} />
    </section>
  )
}
