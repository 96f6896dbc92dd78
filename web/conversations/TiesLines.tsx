import { LinkSimpleIcon } from '@phosphor-icons/react/dist/csr/LinkSimple'
import { Link } from 'wouter'
import type { Conversation } from '#contract/conversations.ts'
import { api } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { day } from '#web/ui/time.ts'
import { part } from './Join.tsx'
import { trying, useTies } from './useTies.ts'
import './ties.css'

/** Above the letters: that it is spam, what was merged into it, what has to do with it, and who follows. */
export default function TiesLines({ conversation }: { conversation: Conversation }) {
  const me = useMe()
  const { data: team } = useApi('GET /teammates')
  const { notSpam } = useTies(conversation)
  const mayAct = me.teammate.role !== 'observer'
  const followers = conversation.followers.map((id) =>
    id === me.teammate.id ? t('ties.you') : (team?.items.find((one) => one.id === id)?.name ?? '?'),
  )
  const unlink = (otherId: string) =>
    trying(() =>
      api('DELETE /conversations/{id}/links/{otherId}', { params: { id: conversation.id, otherId } }),
    )
  return (
    <div className="ties">
      {conversation.spam && (
        <p className="banner row" role="status">
          <span className="grow">
            {conversation.spam.because === 'blocked'
              ? t('spam.because.blocked')
              : t('spam.because.marked', { by: conversation.spam.by ?? '' })}
          </span>
          {mayAct && (
            <button type="button" className="button quiet" onClick={() => void notSpam()}>
              {t('spam.not')}
            </button>
          )}
        </p>
      )}
      {conversation.merges.map((merge) => (
        <p className="line" key={merge.id}>
          {merge.person
            ? t('ties.mergedLineOf', { by: merge.by, subject: merge.subject, person: merge.person })
            : t('ties.mergedLine', { by: merge.by, subject: merge.subject })}
          {mayAct && (
            <>
              {' · '}
              <button
                type="button"
                className="link"
                title={t('ties.partUntil', { day: day(merge.until) })}
                onClick={() => void part(merge.id)}
              >
                {t('ties.part')}
              </button>
            </>
          )}
        </p>
      ))}
      {conversation.links.length > 0 && (
        <ul className="linked" aria-label={t('ties.linked')}>
          {conversation.links.map((link) => (
            <li key={link.conversationId}>
              <LinkSimpleIcon size={16} aria-hidden="true" />
              <Link href={`/conversations/${link.conversationId}`} className="cut">
                {link.person}: {link.subject}
              </Link>
              {link.lookedAfter && <span className="meta">{t('status.closed')}</span>}
              {mayAct && (
                <button
                  type="button"
                  className="link meta"
                  aria-label={t('ties.unlinkName', { subject: link.subject })}
                  onClick={() => void unlink(link.conversationId)}
                >
                  {t('ties.unlink')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {followers.length > 0 && <p className="line">{t('ties.followers', { names: followers.join(', ') })}</p>}
    </div>
  )
}
