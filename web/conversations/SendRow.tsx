import { CaretUpIcon } from '@phosphor-icons/react/dist/csr/CaretUp'
import { HandshakeIcon } from '@phosphor-icons/react/dist/csr/Handshake'
import { PaperclipIcon } from '@phosphor-icons/react/dist/csr/Paperclip'
import { type ReactNode, useRef, useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import { keyWords } from '#web/app/keys.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Menu, type MenuItem } from '#web/ui/Menu.tsx'
import { SendLater } from './SendLater.tsx'
import type { Afterwards } from './useSending.ts'

/** Send, and what else: done, later, files, a framework reply; at the end how it will be signed. */
export function SendRow({
  kind,
  person,
  ready,
  onSend,
  onFiles,
  onFramework,
  offers,
  children,
}: {
  kind: 'reply' | 'note'
  person: Conversation['person']
  ready: boolean
  onSend: (afterwards: Afterwards) => void
  onFiles: (list: File[]) => void
  onFramework: (() => void) | null
  /** What can be offered with the reply: a call, options to choose from. */
  offers: readonly MenuItem[]
  children?: ReactNode
}) {
  const me = useMe()
  const input = useRef<HTMLInputElement>(null)
  const [choosing, setChoosing] = useState(false)
  const key = keyWords('$mod+Enter')
  const signature =
    me.teammate.signature?.trim() || [me.teammate.name, me.teammate.title].filter(Boolean).join('\n')
  if (choosing)
    return (
      <SendLater
        person={person}
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
          {t(kind === 'note' ? 'composer.saveNote' : 'composer.send')} <kbd>{key}</kbd>
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
      <button type="button" className="button bare" onClick={() => input.current?.click()}>
        <PaperclipIcon size={16} /> {t('composer.attach')}
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
        <button type="button" className="button bare" onClick={onFramework}>
          {t('composer.framework')} <kbd>/</kbd>
        </button>
      )}
      {kind === 'reply' && offers.length > 0 && (
        <Menu label={t('composer.offer')} className="button bare" up start items={[...offers]}>
          <HandshakeIcon size={16} /> {t('composer.offer')}
        </Menu>
      )}
      {children}
      {kind === 'reply' && (
        <span className="meta signature" title={signature}>
          {t('composer.signed', { name: signature.split('\n')[0]! })}
        </span>
      )}
    </div>
  )
}
