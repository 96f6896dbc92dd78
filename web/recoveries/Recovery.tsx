import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Folded } from './Folded.tsx'
import { OpenForm } from './OpenForm.tsx'
import { openRecovery, useOpened } from './opened.ts'
import { Strip } from './Strip.tsx'
import { ToRead } from './ToRead.tsx'
import './recoveries.css'

interface Asked {
  conversation: Conversation
  /** Asked for by key or menu. */
  opening: boolean
  onClose: () => void
}

/** On its conversation: what is being made right, or the question whether something is to be. A person decides. */
export default function Recovery(asked: Asked) {
  return (
    <>
      <ToRead conversation={asked.conversation} />
      <Here {...asked} />
    </>
  )
}

function Here({ conversation, opening, onClose }: Asked) {
  const me = useMe()
  const { id } = conversation
  const { data } = useApi('GET /conversations/{id}/recoveries', { params: { id } })
  const refuse = useAction('POST /conversations/{id}/recovery-refusals')
  const [confirms, setConfirms] = useState(false)
  const opened = useOpened()
  if (!data) return null
  const open = data.items.find((one) => !one.closed)
  const mayAct = me.teammate.role !== 'observer'
  if (open && (opened === open.id || opening)) {
    const fold = () => {
      openRecovery(null)
      onClose()
    }
    return <Strip recovery={open} conversation={conversation} mayAct={mayAct} onFold={fold} />
  }
  if (open) return <Folded recovery={open} mayAct={mayAct} onOpen={() => openRecovery(open.id)} />
  const { proposal } = data
  if (opening || confirms)
    return (
      <OpenForm
        conversation={conversation}
        proposal={proposal}
        onClose={() => {
          setConfirms(false)
          onClose()
        }}
      />
    )
  if (!proposal || !mayAct || conversation.status === 'closed') return null
  return (
    <section className="recovery-ask" aria-label={t('recovery.title')}>
      <p className="grow">
        {t('recovery.ask')}{' '}
        <a href={`#${proposal.messageId}`} className="serif">
          “{proposal.words}”
        </a>
      </p>
      <div className="row">
        <button type="button" className="button quiet" onClick={() => setConfirms(true)}>
          {t('recovery.begin')}
        </button>
        <button
          type="button"
          className="button bare"
          disabled={refuse.isPending}
          onClick={() => refuse.mutate({ params: { id }, body: { messageId: proposal.messageId } })}
        >
          {t('recovery.notOurs')}
        </button>
      </div>
    </section>
  )
}
