import { CaretUpIcon } from '@phosphor-icons/react/dist/csr/CaretUp'
import { HandshakeIcon } from '@phosphor-icons/react/dist/csr/Handshake'
import { PaperclipIcon } from '@phosphor-icons/react/dist/csr/Paperclip'
import { TextAlignLeftIcon } from '@phosphor-icons/react/dist/csr/TextAlignLeft'
import { type ReactNode, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Conversation } from '#contract/conversations.ts'
import { useApi } from '#web/api/query.ts'
import { keyWords } from '#web/app/keys.ts'
import { t } from '#web/text/t.ts'
import { Menu, type MenuItem } from '#web/ui/Menu.tsx'
import { SendLater } from './SendLater.tsx'
import type { Afterwards } from './useSending.ts'

/** Send, and what else: done, later, files, a framework reply; at the end how it will be signed. */
export function SendRow({
  kind,
  inboxId,
  person,
  promises,
  ready,
  translates,
  onSend,
  onFiles,
  onFramework,
  offers,
  children,
}: {
  kind: 'reply' | 'note'
  inboxId: string
  person: Conversation['person']
  promises: boolean
  ready: boolean
  /** The press shows it in their language first. */
  translates: boolean
  onSend: (afterwards: Afterwards) => void
  onFiles: (list: File[]) => void
  onFramework: (() => void) | null
  /** What can be offered with the reply: a call, options to choose from. */
  offers: readonly MenuItem[]
  children?: ReactNode
}) {
  const input = useRef<HTMLInputElement>(null)
  const [choosing, setChoosing] = useState(false)
  const key = keyWords('$mod+Enter')
  const { data: signed } = useApi('GET /inboxes/{id}/signature', { params: { id: inboxId } })
  if (choosing)
    return (
      <SendLater
        person={person}
        promises={promises}
        onChoose={(at) => {
          setChoosing(false)
          onSend({ at })
        }}
        onClose={() => setChoosing(false)}
      />
    )
  return (
    <div className="row send">
      <span className="send-pair">
        <button type="button" className="button primary" disabled={!ready} onClick={() => onSend('waiting')}>
          {t(kind === 'note' ? 'composer.saveNote' : translates ? 'sendIn.translate' : 'composer.send')}{' '}
          <kbd>{key}</kbd>
        </button>
        {kind === 'reply' && (
          <Menu
            label={t('composer.sendAnd')}
            up
            start
            className="button quiet"
            items={[
              { label: t('composer.sendDone'), hint: `⇧ ${key}`, run: () => onSend('done') },
              { label: t('composer.sendLater'), hint: `⌥ ${key}`, run: () => onSend('later') },
              { label: t('sendLater.menu'), run: () => setChoosing(true) },
            ]}
          >
            <CaretUpIcon size={14} />
          </Menu>
        )}
      </span>
      <button
        type="button"
        className="button bare"
        title={t('composer.attach')}
        onClick={() => input.current?.click()}
      >
        <PaperclipIcon size={16} /> <span className="word">{t('composer.attach')}</span>
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('composer.attach')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {kind === 'reply' && onFramework && (
        <button type="button" className="button bare" title={t('composer.framework')} onClick={onFramework}>
          <TextAlignLeftIcon size={16} /> <span className="word">{t('composer.framework')}</span> <kbd>/</kbd>
        </button>
      )}
      {kind === 'reply' && offers.length > 0 && (
        <Menu label={t('composer.offer')} className="button bare" up start items={[...offers]}>
          <HandshakeIcon size={16} /> <span className="word">{t('composer.offer')}</span>
        </Menu>
      )}
      {children}
      {kind === 'reply' && signed && (
        <Link className="meta signature" href="/settings/signatures" title={signed.text}>
          {t('composer.signed', { name: signed.text.split('\n')[0]! })}
        </Link>
      )}
    </div>
  )
}
