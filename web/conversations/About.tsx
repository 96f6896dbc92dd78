import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Conversation } from '#contract/conversations.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { Goals } from '#web/goals/Goals.tsx'
import { LinkedMatters } from '#web/matters/LinkedMatters.tsx'
import { Erasures } from '#web/pages/Erasure.tsx'
import { Wishes } from '#web/pages/Wishes.tsx'
import { TheirPerson } from '#web/persons/TheirPerson.tsx'
import { isOwed } from '#web/promises/owed.ts'
import { PromiseRibbon } from '#web/promises/PromiseRibbon.tsx'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'

/** Who they are, what we promised, what they told us. Empty sections are not there. Nothing stands here that they may not read. */
export function About({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { person, promises } = conversation
  const open = promises.filter((promise) => isOwed(promise))
  return (
    <aside className="about" aria-label={t('about.label')}>
      <button type="button" className="icon-button close" aria-label={t('app.close')} onClick={onClose}>
        <XIcon size={20} />
      </button>
      <section>
        <h2>{t('about.who')}</h2>
        <p className="serif big">{person.preferredName ?? person.name}</p>
        {person.preferredName && person.preferredName !== person.name && <p>{person.name}</p>}
        <dl>
          {person.sayIt && <Row label={t('about.say')} value={person.sayIt} />}
          {person.pronouns && <Row label={t('about.pronouns')} value={person.pronouns} />}
          {person.language && (
            <Row
              label={t('about.language')}
              value={`${person.language}${person.formality ? `, ${t(person.formality === 'formal' ? 'about.formal' : 'about.informal')}` : ''}`}
            />
          )}
          {person.company && <Row label={t('about.company')} value={person.company} />}
          {person.timeZone && (
            <Row
              label={t('about.time')}
              value={new Intl.DateTimeFormat('en-GB', {
                hour: '2-digit',
                minute: '2-digit',
                timeZone: person.timeZone,
              }).format(new Date())}
            />
          )}
          {person.emails.map((email) => (
            <Row key={email} label={t('about.mail')} value={email} />
          ))}
          {person.phones.map((phone) => (
            <Row key={phone} label={t('about.phone')} value={phone} />
          ))}
        </dl>
        {person.accessNeeds && <p className="careful">{person.accessNeeds}</p>}
        <TheirPerson customerId={person.id} inboxIds={[conversation.inboxId]} />
        <Link href={`/customers/${person.id}`} className="link">
          {t('about.page')}
        </Link>
      </section>
      <Erasures customerId={person.id} />
      {open.length > 0 && (
        <section>
          <h2>{t('about.promised')}</h2>
          <div className="stack">
            {open.map((promise) => (
              <PromiseRibbon key={promise.id} promise={promise} />
            ))}
          </div>
        </section>
      )}
      <Wishes lines={person.pleaseDont} />
      <Facts
        customerId={person.id}
        facts={person.facts}
        conversationId={conversation.id}
        inboxId={conversation.inboxId}
      />
      <LinkedMatters id={conversation.id} />
      <Goals customerId={person.id} inboxId={conversation.inboxId} />
      {conversation.participants.length > 1 && (
        <section>
          <h2>{t('about.people')}</h2>
          <ul>
            {conversation.participants.map((one) => (
              <li key={one.email} className="meta">
                {one.name ? `${one.name}, ` : ''}
                {one.email}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}

const Row = ({ label, value }: { label: string; value: string }) => (
  <div className="pair">
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)

/** What they told us: each with where and when, and a way to forget it. */
export function Facts({
  customerId,
  facts,
  conversationId,
  inboxId,
}: {
  customerId: string
  facts: Conversation['person']['facts']
  conversationId?: string
  inboxId?: string
}) {
  const me = useMe()
  const [text, setText] = useState('')
  const remember = useAction('POST /customers/{id}/facts', { onDone: () => setText('') })
  const forget = useAction('DELETE /customers/{id}/facts/{factId}')
  const mayAct = me.teammate.role !== 'observer'
  return (
    <section className="told">
      <h2>{t('about.facts')}</h2>
      <ul className="facts">
        {facts.map((fact) => (
          <li key={fact.id}>
            <span className="serif">{fact.text}</span>
            <span className="meta row">
              {fact.source.by ?? t('about.noted')} · <Time at={fact.at} />
              {fact.source.conversationId && (
                <Link href={`/conversations/${fact.source.conversationId}`}>{t('about.where')}</Link>
              )}
              {mayAct && (
                <button
                  type="button"
                  className="link"
                  onClick={() => forget.mutate({ params: { id: customerId, factId: fact.id } })}
                >
                  {t('about.forget')}
                  <span className="hide">: {fact.text}</span>
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {mayAct && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim())
              remember.mutate({
                params: { id: customerId },
                body: { text, ...(conversationId && { conversationId }), ...(inboxId && { inboxId }) },
              })
          }}
        >
          <label className="hide" htmlFor="new-fact">
            {t('about.add')}
          </label>
          <input
            id="new-fact"
            className="input"
            placeholder={t('about.add')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </form>
      )}
    </section>
  )
}
