import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import type { Conversation } from '#contract/conversations.ts'
import type { Heat as HeatHere } from '#contract/heat.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Ended } from './Ended.tsx'
import { Helps } from './Helps.tsx'
import { openHeat, useOpened } from './opened.ts'
import './heat.css'

/** Hard words in a conversation: a question first, and once a person has said so, what helps. Never a mark on anybody. */
export default function Heat({ conversation }: { conversation: Conversation }) {
  const { data } = useApi('GET /conversations/{id}/heat', { params: { id: conversation.id } })
  const isOpen = useOpened() === conversation.id
  if (!data) return null
  const helps = isOpen || data.relief?.state === 'open'
  return (
    <>
      {data.ended && <Ended step={data.ended} />}
      {helps ? (
        <Helps conversation={conversation} heat={data} {...(isOpen && { onClose: () => openHeat(null) })} />
      ) : data.confirmed ? (
        <Folded kind={data.confirmed.kind} onOpen={() => openHeat(conversation.id)} />
      ) : (
        data.proposal && <Ask id={conversation.id} proposal={data.proposal} />
      )}
    </>
  )
}

/** What helps is one press away; the words themselves need no more of the screen. */
function Folded({ kind, onOpen }: { kind: 'hard' | 'abuse'; onOpen: () => void }) {
  return (
    <section className="heat folded" aria-label={t('heat.title')}>
      <button type="button" className="heat-line" aria-expanded="false" onClick={onOpen}>
        <span className="cut">{t(kind === 'abuse' ? 'heat.notYours' : 'heat.calm')}</span>
        <span className="meta">{t('heat.open')}</span>
        <CaretDownIcon size={18} aria-hidden="true" />
      </button>
    </section>
  )
}

/** Their words, and what they are: nobody is told what somebody felt. */
function Ask({ id, proposal }: { id: string; proposal: NonNullable<HeatHere['proposal']> }) {
  // Whoever has just said so is shown what helps.
  const say = useAction('PUT /conversations/{id}/heat/{messageId}')
  const answer = (kind: 'hard' | 'abuse' | 'no') =>
    say.mutate(
      { params: { id, messageId: proposal.messageId }, body: { kind } },
      { onSuccess: () => kind !== 'no' && openHeat(id) },
    )
  return (
    <section className="heat ask" aria-label={t('heat.title')}>
      <p className="grow">
        {t('heat.ask')}{' '}
        <a href={`#${proposal.messageId}`} className="serif">
          “{proposal.words}”
        </a>
      </p>
      <div className="row">
        <button
          type="button"
          className="button quiet"
          disabled={say.isPending}
          onClick={() => answer('hard')}
        >
          {t('heat.is.hard')}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={say.isPending}
          onClick={() => answer('abuse')}
        >
          {t('heat.is.abuse')}
        </button>
        <button type="button" className="button bare" disabled={say.isPending} onClick={() => answer('no')}>
          {t('heat.is.no')}
        </button>
      </div>
    </section>
  )
}
