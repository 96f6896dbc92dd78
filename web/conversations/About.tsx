import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { memo } from 'react'
import { Link } from 'wouter'
import type { Conversation } from '#contract/conversations.ts'
import { PersonSections } from '#web/customers/PersonSections.tsx'
import { Who } from '#web/customers/Who.tsx'
import { FieldsOf } from '#web/fields/FieldsOf.tsx'
import { LinkedMatters } from '#web/matters/LinkedMatters.tsx'
import { Erasures } from '#web/pages/Erasure.tsx'
import { t } from '#web/text/t.ts'

/** Who they are, what we promised, what we know. Empty sections are not there. Nothing stands here that they may not read. */
export const About = memo(function About({
  conversation,
  onClose,
}: {
  conversation: Conversation
  onClose: () => void
}) {
  const { person } = conversation
  return (
    <aside className="about" aria-label={t('about.label')}>
      <button type="button" className="icon-button close" aria-label={t('app.close')} onClick={onClose}>
        <XIcon size={20} />
      </button>
      <section>
        <h2>{t('about.who')}</h2>
        <Who person={person} inboxIds={[conversation.inboxId]} />
        <Link href={`/customers/${person.id}`} className="link">
          {t('about.page')}
        </Link>
      </section>
      <Erasures customerId={person.id} />
      <PersonSections
        person={person}
        inboxId={conversation.inboxId}
        conversationId={conversation.id}
        around={
          <>
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
            <LinkedMatters id={conversation.id} />
            <FieldsOf subject="conversation" id={conversation.id} />
          </>
        }
      />
    </aside>
  )
})
