import { Link } from 'wouter'
import type { Promised } from '#contract/promises.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { CallLine } from '#web/callbacks/CallLine.tsx'
import { t } from '#web/text/t.ts'
import { Due, Time } from '#web/ui/parts.tsx'
import { ToMessage } from '#web/ui/ToMessage.tsx'
import { exact } from '#web/ui/time.ts'
import { isOwed, isUntold, waitsForThem } from './owed.ts'
import { Accept, Acts, Tell } from './PromiseActs.tsx'

/** One promise: the same object on Today, on the board and on the timeline. */
export function PromiseRibbon({ promise, showPerson }: { promise: Promised; showPerson?: boolean }) {
  const me = useMe()
  const mayAct = me.teammate.role !== 'observer'
  const forMe = isOwed(promise) && promise.handoverToId === me.teammate.id
  return (
    // A brief leads to it in its conversation; elsewhere one promise may stand in two lists.
    <div className={`ribbon ${promise.state}`} id={showPerson ? undefined : promise.id}>
      <div className="grow">
        <div className="what">
          {showPerson ? (
            <Link href={`/conversations/${promise.conversationId}`}>
              {promise.customerName}: {promise.what}
            </Link>
          ) : (
            promise.what
          )}
        </div>
        <div className="row">
          <span className="due">
            <State promise={promise} />
          </span>
          <MakerName id={promise.makerId} />
          {promise.repeats && isOwed(promise) && (
            <span className="chip">{t(`repeats.${promise.repeats}`)}</span>
          )}
          {promise.handoverToId && (
            <span className="chip">{forMe ? t('promise.askedOfMe') : t('promise.askedOf')}</span>
          )}
        </div>
        {promise.kind === 'callback' && <CallLine promise={promise} />}
        {promise.people.length > 1 && <People promise={promise} />}
        {waitsForThem(promise) && !showPerson && (
          <p className="said" dir="auto">
            “{promise.condition}”
          </p>
        )}
        {showPerson && promise.quote && (
          <p className="said" dir="auto">
            {promise.messageId ? (
              <ToMessage conversationId={promise.conversationId} at={promise.messageId}>
                “{words(promise)}”
              </ToMessage>
            ) : (
              `“${words(promise)}”`
            )}{' '}
            <span className="meta">{t('promise.said')} </span>
            <span className="meta">
              <Time at={promise.madeAt} />
            </span>
          </p>
        )}
      </div>
      {mayAct && isOwed(promise) && (forMe ? <Accept id={promise.id} /> : <Acts promise={promise} />)}
      {mayAct && isUntold(promise) && <Tell promise={promise} />}
    </div>
  )
}

/** As it was said; with what they are to do first, while it waits for that. */
const words = (promise: Promised) => (waitsForThem(promise) ? promise.condition : promise.quote)

function State({ promise }: { promise: Promised }) {
  if (isUntold(promise)) return <>{t('promise.keptNotTold')}</>
  if (promise.state === 'kept' || promise.state === 'released') return <>{t(`promise.${promise.state}`)}</>
  if (promise.state === 'broken' && !promise.due) return <>{t('promise.broken')}</>
  if (waitsForThem(promise))
    return (
      <>
        {t('promise.waitsForThem', { who: promise.customerName })}
        {promise.dueOnceMet && ` · ${t('promise.thenBy', { due: exact(promise.dueOnceMet) })}`}
      </>
    )
  if (!promise.due) return <>{t('promise.noTime')}</>
  return (
    <>
      {promise.state !== 'open' && `${t(`promise.${promise.state}`)} · `}
      {promise.kind === 'callback' ? <Time at={promise.due} words={exact} /> : <Due at={promise.due} />}
    </>
  )
}

/** Everyone it was made to, and once it is kept, who of them knows. */
function People({ promise }: { promise: Promised }) {
  return (
    <ul className="told" aria-label={t('promise.madeTo')}>
      {promise.people.map(({ position, name, toldAt }) => (
        <li key={position} className="meta">
          {promise.state === 'kept' ? t(toldAt ? 'promise.knows' : 'promise.knowsNot', { name }) : name}
        </li>
      ))}
    </ul>
  )
}

function MakerName({ id }: { id: string | null }) {
  const me = useMe()
  const { data: team } = useApi('GET /teammates')
  if (!id) return <span className="meta">{t('promise.nobodys')}</span>
  return (
    <span className="meta">
      {id === me.teammate.id ? t('promise.yours') : (team?.items.find((one) => one.id === id)?.name ?? '')}
    </span>
  )
}
