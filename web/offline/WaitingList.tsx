import { Link } from 'wouter'
import { type TextKey, t } from '#web/text/t.ts'
import { near } from '#web/ui/time.ts'
import { takeBack } from './line.ts'
import { isWritten, type Waiting } from './queue.ts'
import './offline.css'

const kindOf = (one: Waiting) =>
  one.key.startsWith('DELETE') ? 'untag' : one.key.slice(one.key.lastIndexOf('/') + 1)

/** Each thing in words; what stopped says why, with the message that crossed it, and where its words are. */
export function WaitingList({ all, here }: { all: readonly Waiting[]; here?: boolean }) {
  return (
    <ul className="plain-list">
      {all.map((one) => {
        const what = t(`offline.what.${kindOf(one)}` as TextKey, { name: one.name || t('offline.somebody') })
        return (
          <li key={one.n} className={one.stopped ? 'waits halted' : 'waits'}>
            <div className="grow">
              {here ? <b>{what}</b> : <Link href={`/conversations/${one.params.id}`}>{what}</Link>}
              {one.gist && (
                <span className="serif cut" dir="auto">
                  {one.gist}
                </span>
              )}
              {one.stopped ? (
                <Why stopped={one.stopped} hasWords={isWritten(one.key)} />
              ) : (
                <span className="meta">
                  {one.takenBack
                    ? t(isWritten(one.key) ? 'offline.asksWords' : 'offline.asks')
                    : t('offline.since', { when: near(new Date(one.since).toISOString()) })}
                </span>
              )}
            </div>
            {!one.takenBack && (
              <button type="button" className="button quiet" onClick={() => void takeBack(one)}>
                {t(one.stopped ? 'offline.seen' : 'offline.takeBack')}
                <span className="hide"> {what}</span>
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Why({ stopped, hasWords }: { stopped: NonNullable<Waiting['stopped']>; hasWords: boolean }) {
  const { because, says, crossed } = stopped
  return (
    <>
      <span>
        {because === 'refused' ? says : t(`offline.because.${because}` as TextKey)}{' '}
        {hasWords && because !== 'arrived' && t('offline.wordsKept')}
      </span>
      {crossed.map((message) => (
        <blockquote key={message.id} dir="auto">
          <b>{message.from}</b> <span className="serif">{message.text}</span>
        </blockquote>
      ))}
    </>
  )
}
