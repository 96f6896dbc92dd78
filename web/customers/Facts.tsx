import { Link } from 'wouter'
import type { Fact } from '#contract/customers.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { Time } from '#web/ui/parts.tsx'
import { day } from '#web/ui/time.ts'
import { toast } from '#web/ui/toast.tsx'
import './about.css'

/** Facts of one kind, each with where it comes from, how it is held and when it goes. Nothing is there where there are none. */
export function Facts({ customerId, facts }: { customerId: string; facts: readonly Fact[] }) {
  if (facts.length === 0) return null
  return (
    <ul className="facts">
      {facts.map((fact) => (
        <li key={fact.id}>
          <One customerId={customerId} fact={fact} />
        </li>
      ))}
    </ul>
  )
}

function One({ customerId, fact }: { customerId: string; fact: Fact }) {
  const me = useMe()
  const params = { id: customerId, factId: fact.id }
  const remember = useAction('POST /customers/{id}/facts')
  const hold = useAction('PATCH /customers/{id}/facts/{factId}')
  const forget = useAction('DELETE /customers/{id}/facts/{factId}', {
    onDone: () =>
      toast({
        text: t('about.forgotten'),
        action: { label: t('keys.undo'), run: again },
      }),
  })
  // Forgotten words are gone on the server; the hand that forgot them still has them.
  const again = () =>
    remember.mutate({
      params: { id: customerId },
      body: {
        text: fact.text,
        kind: fact.kind,
        privacy: fact.privacy,
        mention: fact.mention,
        expiresAt: fact.expiresAt,
        saidAt: fact.at,
        ...(fact.source.messageId
          ? { messageId: fact.source.messageId }
          : fact.source.conversationId && { conversationId: fact.source.conversationId }),
      },
    })
  const { conversationId, messageId } = fact.source
  const keep = (body: Partial<Pick<Fact, 'privacy' | 'mention' | 'expiresAt'>>) =>
    hold.mutate({ params, body })
  return (
    <>
      <span className="serif" dir="auto">
        {fact.text}
      </span>
      {fact.kind === 'life' && (
        <span className={`mention ${fact.mention}`}>{t(`mention.${fact.mention}`)}</span>
      )}
      <span className="meta row">
        {fact.privacy !== 'plain' && <span className="held">{t(`privacy.${fact.privacy}`)}</span>}
        <span>
          {fact.source.by ?? t('about.noted')} · <Time at={fact.at} />
        </span>
        {fact.expiresAt && <span>{t('about.until', { when: day(fact.expiresAt) })}</span>}
        {conversationId && (
          <Link href={`/conversations/${conversationId}${messageId ? `#${messageId}` : ''}`}>
            {t('about.where')}
            <span className="hide">: {fact.text}</span>
          </Link>
        )}
        {me.teammate.role !== 'observer' && (
          <>
            <Menu
              label={t('about.hold', { what: fact.text })}
              className="link"
              items={[
                ...(fact.kind === 'life'
                  ? (['yes', 'no', 'ask'] as const).map((mention) => ({
                      label: t(`mention.${mention}`),
                      checked: fact.mention === mention,
                      run: () => keep({ mention }),
                    }))
                  : []),
                ...(['plain', 'careful', 'sensitive'] as const).map((privacy) => ({
                  label: t(`privacy.${privacy}`),
                  checked: fact.privacy === privacy,
                  run: () => keep({ privacy }),
                })),
                { label: t('expires.quarter'), run: () => keep({ expiresAt: inDays(91) }) },
                { label: t('expires.year'), run: () => keep({ expiresAt: inDays(365) }) },
                ...(fact.expiresAt && fact.privacy !== 'sensitive'
                  ? [{ label: t('expires.never'), run: () => keep({ expiresAt: null }) }]
                  : []),
              ]}
            >
              {t('about.holds')}
            </Menu>
            <button type="button" className="link" onClick={() => forget.mutate({ params })}>
              {t('about.forget')}
              <span className="hide">: {fact.text}</span>
            </button>
          </>
        )}
      </span>
    </>
  )
}

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()
