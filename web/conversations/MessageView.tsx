import { ArrowBendUpRightIcon } from '@phosphor-icons/react/dist/csr/ArrowBendUpRight'
import { DotsThreeIcon } from '@phosphor-icons/react/dist/csr/DotsThree'
import { NotePencilIcon } from '@phosphor-icons/react/dist/csr/NotePencil'
import { lazy, memo, Suspense, useState } from 'react'
import type { Message } from '#contract/conversations.ts'
import type { TranslationSetting } from '#contract/translation.ts'
import { useAction } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { Time } from '#web/ui/parts.tsx'
import { sizeWords } from '#web/ui/size.ts'
import { toast } from '#web/ui/toast.tsx'
import { Forwarded, isMachine, KindChips, kindWords } from './Kind.tsx'

const Beside = lazy(() => import('#web/translation/Beside.tsx'))

/** One message: theirs in serif, ours plain, a note on note paper with its own border, label and icon. */
export const MessageView = memo(function MessageView({
  message,
  onAdmit,
  onSplit,
  onForward,
  translating = null,
}: {
  message: Message
  onAdmit: (messageId: string) => void
  /** Absent where nothing would stay behind, or where one may not. */
  onSplit?: (messageId: string) => void
  /** Absent where one may not. */
  onForward?: (messageId: string) => void
  /** Null where nothing is translated. */
  translating?: TranslationSetting | null
}) {
  const [whole, setWhole] = useState(false)
  const [asLetter, setAsLetter] = useState(false)
  const [translated, setTranslated] = useState<boolean | null>(null)
  const isNote = message.direction === 'note'
  const isBeside = isNote && message.channel === 'email'
  const who =
    message.direction === 'in' || (isBeside && !message.authorId)
      ? (message.from?.name ?? message.from?.email ?? t('message.unknown'))
      : (message.authorName ?? '')
  const kind = message.direction === 'in' ? kindWords(message) : null
  const files = message.attachments.filter((file) => !file.inline || !message.html)
  const mayTranslate = translating !== null && !isNote
  const asWords = <div className="words">{paragraphs(whole ? message.textFull : message.text)}</div>
  const body =
    asLetter && message.html ? (
      <Letter message={message} />
    ) : isMachine(message) ? (
      <details className="machine">
        <summary>{t('message.machineWords')}</summary>
        {asWords}
      </details>
    ) : (
      asWords
    )
  return (
    <article className={`message ${message.direction} ${message.held ? 'held' : ''}`} id={message.id}>
      <header>
        <b>{who}</b>
        {isNote && !isBeside && (
          <span className="chip">
            <NotePencilIcon size={14} /> {t('message.note')}
          </span>
        )}
        {isBeside && (
          <span className="chip">
            <ArrowBendUpRightIcon size={14} /> {t(message.authorId ? 'forward.chip' : 'forward.chipAnswer')}
          </span>
        )}
        <KindChips message={message} />
        <span className="meta">
          <Time at={message.at} />
        </span>
        {(onSplit || (!isNote && (onForward || translating?.engine))) && (
          <Menu
            label={t('message.more')}
            className="icon-button small"
            items={[
              ...(onForward && !isNote
                ? [{ label: t('forward.title'), run: () => onForward(message.id) }]
                : []),
              ...(mayTranslate && translating.engine
                ? [{ label: t('keys.translate'), hint: 'v', run: () => setTranslated(true) }]
                : []),
              ...(onSplit ? [{ label: t('split.fromHere'), run: () => onSplit(message.id) }] : []),
            ]}
          >
            <DotsThreeIcon size={18} weight="bold" />
          </Menu>
        )}
      </header>
      {message.newSubject && onSplit && (
        <p className="kind row">
          <span>{t('split.newSubject', { subject: message.newSubject })}</span>
          <button type="button" className="button quiet" onClick={() => onSplit(message.id)}>
            {t('split.own')}
          </button>
        </p>
      )}
      {kind && <p className="kind">{kind}</p>}
      {message.bcc.length > 0 && (
        <p className="kind">
          {t('message.bcc', { who: message.bcc.map((one) => one.name ?? one.email).join(', ') })}
        </p>
      )}
      {isBeside && (
        <p className="kind">
          {message.authorId
            ? t('forward.to', { who: [...message.to, ...message.cc].map((one) => one.email).join(', ') })
            : t('forward.answer')}
        </p>
      )}
      <Forwarded message={message} />
      {message.warnings.map((warning) => (
        <p key={warning} className="warning">
          {warning}
        </p>
      ))}
      {message.held && (
        <button type="button" className="button quiet" onClick={() => onAdmit(message.id)}>
          {t('message.letIn')}
        </button>
      )}
      {mayTranslate ? (
        <Suspense fallback={body}>
          <Beside message={message} setting={translating} open={translated} setOpen={setTranslated}>
            {body}
          </Beside>
        </Suspense>
      ) : (
        body
      )}
      {files.length > 0 && (
        <ul className="files">
          {files.map((file) => (
            <li key={file.id}>
              {/^image\//.test(file.contentType) && !/svg/.test(file.contentType) ? (
                <a href={file.url} target="_blank" rel="noreferrer">
                  <img src={file.url} alt={file.filename} loading="lazy" />
                </a>
              ) : null}
              <a href={`${file.url}&download=1`}>{file.filename}</a>{' '}
              <span className="meta">{sizeWords(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
      <footer className="row meta">
        {message.textFull !== message.text && !asLetter && (
          <button type="button" className="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? t('message.less') : t('message.whole')}
          </button>
        )}
        {message.html && (message.direction === 'in' || (isBeside && !message.authorId)) && (
          <button
            type="button"
            className="link"
            aria-expanded={asLetter}
            onClick={() => setAsLetter(!asLetter)}
          >
            {asLetter ? t('message.asText') : t('message.asLetter')}
          </button>
        )}
        {message.hasRaw && (
          <a className="link" href={`/api/v1/messages/${message.id}/raw`}>
            {t('message.original')}
          </a>
        )}
        {(message.direction === 'out' || (isBeside && message.authorId)) && <Delivery message={message} />}
      </footer>
    </article>
  )
})

/** Escaped by React, links made; only http, https. */
function paragraphs(text: string) {
  return text.split(/\n{2,}/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change
    <p key={index} dir="auto">
      {part.split(/(https?:\/\/[^\s<>"]+)/g).map((piece, at) =>
        /^https?:\/\//.test(piece) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change
          <a key={at} href={piece} target="_blank" rel="noopener noreferrer nofollow">
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </p>
  ))
}

/**
 * The letter as it was made, inert, in a frame of its own; its pictures from outside wait for a click. The frame cannot
 * be measured (its origin is opaque, on purpose), so its height is guessed from its words and can be pulled longer.
 */
function Letter({ message }: { message: Message }) {
  const [images, setImages] = useState(false)
  return (
    <>
      {message.hasRemote && !images && (
        <p className="row">
          <span className="meta">{t('message.remote')}</span>
          <button type="button" className="button quiet" onClick={() => setImages(true)}>
            {t('message.loadRemote')}
          </button>
        </p>
      )}
      <iframe
        title={t('message.letterOf', { name: message.from?.name ?? '' })}
        className="letter"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        style={{ height: `min(${heightOf(message, images)}px, 78vh)` }}
        src={`/api/v1/messages/${message.id}/html?images=${images ? 1 : 0}`}
      />
    </>
  )
}

/** Room for its lines and pictures: a short letter leaves no white hole, a long one is read in most of a screen. */
function heightOf({ textFull, html }: Message, images: boolean): number {
  const lines = textFull.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 72)), 0)
  const count = (pattern: RegExp) => html?.match(pattern)?.length ?? 0
  const pictures = count(/<img[^>]+src=/gi) + (images ? count(/data-remote=/gi) : 0)
  return Math.min(800, Math.max(140, 40 + lines * 26 + Math.min(pictures, 4) * 160))
}

/** What somebody may have to see to: the reason stands there, since under a finger no title shows. */
const troubled: ReadonlySet<string> = new Set(['deferred', 'unknown', 'refused', 'bounced'])

/** Under each of ours: how every recipient stands. */
function Delivery({ message }: { message: Message }) {
  const again = useAction('POST /messages/{id}/resending', {
    onDone: () => toast({ text: t('delivery.again'), lasts: 4000 }),
  })
  if (message.delivery.length === 0)
    return <span>{t(message.hasRaw ? 'delivery.byHand' : 'delivery.sent')}</span>
  const worst =
    message.delivery.find((one) => one.state === 'refused' || one.state === 'bounced') ??
    message.delivery.find((one) => one.state === 'unknown') ??
    message.delivery.find((one) => one.state === 'deferred') ??
    message.delivery[0]!
  return (
    <>
      <span
        className={`delivery ${worst.state}`}
        title={message.delivery.map((one) => `${one.to}: ${one.detail ?? one.state}`).join('\n')}
      >
        {t(`delivery.${worst.state}` as TextKey)}
        {troubled.has(worst.state) && worst.detail && `: ${worst.detail}`}{' '}
        {worst.at && worst.state === 'accepted' && <Time at={worst.at} />}
        {message.delivery.length > 1 && ` · ${t('delivery.people', { n: message.delivery.length })}`}
      </span>
      {['refused', 'bounced', 'unknown'].includes(worst.state) && (
        <button type="button" className="link" onClick={() => again.mutate({ params: { id: message.id } })}>
          {t('delivery.sendAgain')}
        </button>
      )}
    </>
  )
}
