import Image from '@tiptap/extension-image'
import Placeholder from '@tiptap/extension-placeholder'
import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { FoundPromise } from '#care/promises.ts'
import type { Person } from '#contract/common.ts'
import type { Conversation } from '#contract/conversations.ts'
import { type Answer, api, Problem, uploadFile } from '#web/api/client.ts'
import { queryClient, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/parts.tsx'
import { exact, fromWallClock, wallClock } from '#web/ui/time.ts'
import { toast } from '#web/ui/toast.tsx'
import { CareLine } from './CareLine.tsx'
import { FrameworkMenu } from './FrameworkMenu.tsx'
import { caretInText, type MarkedPromise, PromiseMarks, plainText, promiseKey } from './promiseMarks.ts'
import { Recipients } from './Recipients.tsx'
import { useCare } from './useCare.ts'
import { useDraft } from './useDraft.ts'
import './composer.css'

interface Props {
  conversation: Conversation
  kind: 'reply' | 'note'
  setKind: (kind: 'reply' | 'note') => void
  focus: number
  onSentDone: () => void
}

type Attached = Answer<'POST /files'>
const idOf = (promise: FoundPromise) => promise.quote.toLowerCase().replace(/\W+/g, ' ').trim()

/** Where answers are written: recipients in sight, care line under the text, promises kept with Tab, drafts safe within a second. */
export default function Composer({ conversation, kind, setKind, focus, onSentDone }: Props) {
  const me = useMe()
  const [, go] = useLocation()
  const saved = conversation.drafts.find((draft) => draft.kind === kind)
  const [text, setText] = useState('')
  const [to, setTo] = useState<Person[]>(() =>
    saved?.to.length
      ? saved.to
      : conversation.participants
          .filter((one) => one.role === 'requester')
          .map(({ name, email }) => ({ name, email })),
  )
  const [cc, setCc] = useState<Person[]>(() =>
    saved
      ? saved.cc
      : conversation.participants
          .filter((one) => one.role === 'cc')
          .map(({ name, email }) => ({ name, email })),
  )
  const [files, setFiles] = useState<Attached[]>(saved?.attachments ?? [])
  const [uploading, setUploading] = useState<{ name: string; share: number }[]>([])
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set())
  const [caret, setCaret] = useState(-1)
  const [seen, setSeen] = useState(conversation.seen)
  const [crossed, setCrossed] = useState<{ id: string; from: string | null; text: string }[]>([])
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [slash, setSlash] = useState(false)
  const { data: frameworks } = useApi('GET /frameworks')
  const lastIn = conversation.messages.findLast(
    (message) => message.direction === 'in' && !message.flags.autoReply && !message.held,
  )
  const mine = conversation.messages.filter((message) => message.direction === 'out')
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

  const context = useMemo(
    () => ({
      channel: 'email',
      customer: {
        name: conversation.person.name,
        preferredName: conversation.person.preferredName,
        message: lastIn?.text ?? '',
      },
      ours: {
        writer: me.teammate.name,
        role: me.teammate.title ?? '',
        firstReply: mine.length === 0,
        fault: conversation.moods.some((mood) => mood.signal === 'failure' || mood.signal === 'repeat')
          ? ('ours' as const)
          : ('unknown' as const),
      },
      ref: wallClock(),
      tz: zone,
      frameworks: frameworks?.items ?? [],
      checksOff: me.preferences.checksOff,
    }),
    [conversation.person, conversation.moods, lastIn?.text, me, mine.length, zone, frameworks],
  )
  const reading = useCare(kind === 'reply' ? text : '', context)
  const found = useMemo(
    () => (reading?.promises ?? []).filter((promise) => !promise.hold && !refused.has(idOf(promise))),
    [reading, refused],
  )
  const atCaret =
    kind === 'reply' && caret >= 0
      ? found.find(
          (promise) => !kept.has(idOf(promise)) && caret >= promise.start && caret <= promise.end + 2,
        )
      : undefined

  const keep = useCallback(
    (promise: FoundPromise) => setKept((before) => new Set(before).add(idOf(promise))),
    [],
  )
  const decline = useCallback(
    (promise: FoundPromise) => setRefused((before) => new Set(before).add(idOf(promise))),
    [],
  )
  const chip = useRef(atCaret)
  chip.current = atCaret
  const sendRef = useRef<(afterwards: 'waiting' | 'done') => void>(() => {})
  const attachRef = useRef<(list: File[]) => void>(() => {})

  const editor = useEditor({
    extensions: [
      StarterKit.configure({ heading: false, link: { openOnClick: false } }),
      Image,
      Placeholder.configure({
        placeholder:
          kind === 'note'
            ? t('composer.notePlaceholder')
            : t('composer.placeholder', {
                name: conversation.person.preferredName ?? conversation.person.name,
              }),
      }),
      PromiseMarks,
    ],
    content: saved?.html ?? '',
    editorProps: {
      attributes: {
        class: 'prose',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': kind === 'note' ? t('composer.note') : t('composer.reply'),
      },
      handleKeyDown: (_view, event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
          sendRef.current(event.shiftKey ? 'done' : 'waiting')
          return true
        }
        if (chip.current && (event.key === 'Tab' || event.key === 'Escape') && !event.shiftKey) {
          if (event.key === 'Tab') keep(chip.current)
          else decline(chip.current)
          return true
        }
        if (event.key === '/' && plainText(_view.state.doc).trim() === '' && kind === 'reply') {
          setSlash(true)
          return true
        }
        return false
      },
      handlePaste: (_view, event) => take(event.clipboardData?.files),
      handleDrop: (_view, event) => take((event as DragEvent).dataTransfer?.files),
    },
    onCreate: ({ editor }) => setText(plainText(editor.state.doc)),
    onUpdate: ({ editor }) => setText(plainText(editor.state.doc)),
    onSelectionUpdate: ({ editor }) => setCaret(caretInText(editor.state.doc, editor.state.selection.from)),
    immediatelyRender: true,
  })
  const take = (list: FileList | undefined | null): boolean => {
    if (!list?.length) return false
    attachRef.current([...list])
    return true
  }

  // Underlined as it is typed; calm green once kept.
  useEffect(() => {
    if (!editor || kind !== 'reply') return
    const marks: MarkedPromise[] = found.map((promise) => ({
      start: promise.start,
      end: promise.end,
      kept: kept.has(idOf(promise)),
    }))
    editor.view.dispatch(editor.state.tr.setMeta(promiseKey, marks).setMeta('addToHistory', false))
    setCaret(caretInText(editor.state.doc, editor.state.selection.from))
  }, [editor, found, kept, kind])
  useEffect(() => {
    if (focus > 0) editor?.commands.focus('end')
  }, [focus, editor])

  const draft = useDraft(
    conversation,
    kind,
    { html: editor?.getHTML() ?? '', text, to, cc, attachments: files.map((file) => file.id) },
    () => {
      const newer = queryClient
        .getQueryData<Conversation>(['GET /conversations/{id}', { id: conversation.id }, null])
        ?.drafts.find((one) => one.kind === kind)
      if (newer) editor?.commands.setContent(newer.html)
    },
  )

  attachRef.current = (list) => {
    for (const file of list) {
      const inline = /^image\/(png|jpeg|gif|webp)$/.test(file.type) && kind === 'reply'
      setUploading((before) => [...before, { name: file.name, share: 0 }])
      uploadFile(file, inline, (share) =>
        setUploading((before) => before.map((one) => (one.name === file.name ? { ...one, share } : one))),
      )
        .then(
          (kept) => {
            setFiles((before) => [...before, kept])
            if (inline) editor?.chain().focus().setImage({ src: kept.url, alt: kept.filename }).run()
          },
          (error: Error) => setProblem(error.message),
        )
        .finally(() => setUploading((before) => before.filter((one) => one.name !== file.name)))
    }
  }

  const outsiders = [...to, ...cc].filter(
    (person) => !conversation.participants.some((one) => one.email === person.email),
  )
  const empty = text.trim() === '' && files.length === 0
  const slot = /\{\{[^}]*\}\}/.exec(text)

  const finish = () => {
    draft.forget()
    editor?.commands.clearContent()
    setText('')
    setFiles([])
    setKept(new Set())
    setRefused(new Set())
    setCrossed([])
    setProblem(null)
    void queryClient.invalidateQueries()
  }

  const undo = async (messageId: string) => {
    try {
      const back = await api('DELETE /messages/{id}/sending', { params: { id: messageId } })
      go(`/conversations/${conversation.id}`)
      editor?.commands.setContent(
        back.html ??
          back.text
            .split('\n\n')
            .map((part) => `<p>${part.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
            .join(''),
      )
      setKind('reply')
      void queryClient.invalidateQueries()
      toast({ text: t('composer.undone'), lasts: 4000 })
    } catch (error) {
      toast({ text: (error as Error).message, lasts: 8000 })
    }
  }

  const send = async (afterwards: 'waiting' | 'done', anyway = false) => {
    if (sending || empty) return
    if (slot) return setProblem(t('composer.slot', { slot: slot[0] }))
    if (uploading.length) return setProblem(t('composer.uploading'))
    setSending(true)
    setProblem(null)
    try {
      if (kind === 'note') {
        await api('POST /conversations/{id}/notes', {
          params: { id: conversation.id },
          body: { text, attachments: files.map((file) => file.id) },
        })
        finish()
        return
      }
      const promises = found
        .filter((promise) => kept.has(idOf(promise)))
        .map((promise) => ({
          what: promise.action || promise.quote,
          quote: promise.quote,
          due: promise.due ? fromWallClock(promise.due) : null,
        }))
      const ticked = (reading?.asks ?? [])
        .filter((ask) => ask.answered)
        .flatMap((ask) =>
          conversation.asks.filter((one) => !one.answered && one.text === ask.text).map((one) => one.id),
        )
      const sent = await api('POST /conversations/{id}/replies', {
        params: { id: conversation.id },
        body: {
          html: editor!.getHTML(),
          text,
          to,
          cc,
          promises,
          attachments: files.map((file) => file.id),
          undoSeconds: me.preferences.undoSeconds,
          seen,
          anyway,
          afterwards,
          ...(afterwards === 'done' && { goodbye: promises.length ? 'next-step' : 'thanks' }),
          answeredAsks: ticked,
          ...(reading && { care: { ...reading.marks, sorry: reading.marks.sorry ?? true } }),
        },
      })
      finish()
      setSeen(sent.messageId)
      toast({
        text: promises.length ? t('composer.sentPromises', { n: promises.length }) : t('composer.sent'),
        ...(me.preferences.undoSeconds > 0
          ? {
              action: { label: t('app.undo'), run: () => void undo(sent.messageId) },
              lasts: me.preferences.undoSeconds * 1000,
            }
          : { lasts: 4000 }),
      })
      if (afterwards === 'done') onSentDone()
      else await next(me.preferences.afterSend, conversation.id, go, onSentDone)
    } catch (error) {
      if (error instanceof Problem && error.type === 'crossed') {
        setCrossed(error.document.messages as typeof crossed)
        setSeen(conversation.seen)
      } else setProblem((error as Error).message)
    } finally {
      setSending(false)
    }
  }
  sendRef.current = (afterwards) => void send(afterwards)

  return (
    <div className={`composer ${kind}`}>
      <div className="tabs" role="tablist" aria-label={t('composer.kind')}>
        <button type="button" role="tab" aria-selected={kind === 'reply'} onClick={() => setKind('reply')}>
          {t('composer.reply')}
        </button>
        <button type="button" role="tab" aria-selected={kind === 'note'} onClick={() => setKind('note')}>
          ✎ {t('composer.note')}
        </button>
        <span className="grow" />
        <span className="meta" role="status">
          {draft.state === 'saved'
            ? t('composer.saved')
            : draft.state === 'here'
              ? t('composer.savedHere')
              : draft.state === 'newer'
                ? t('composer.newer')
                : ''}
        </span>
      </div>
      {kind === 'reply' && (
        <div className="recipients">
          <Recipients label={t('composer.to')} people={to} onChange={setTo} />
          <Recipients label={t('composer.cc')} people={cc} onChange={setCc} />
          {outsiders.length > 0 && (
            <p className="warning">
              {t('composer.outsider', { who: outsiders.map((one) => one.email).join(', ') })}
            </p>
          )}
        </div>
      )}
      {crossed.length > 0 && (
        <div className="crossed" role="alert">
          <p>
            <b>{t('composer.crossed')}</b>
          </p>
          {crossed.map((message) => (
            <blockquote key={message.id}>
              <b>{message.from}</b>: {message.text}
            </blockquote>
          ))}
          <button type="button" className="button quiet" onClick={() => void send('waiting', true)}>
            {t('composer.anyway')}
          </button>
        </div>
      )}
      {slash && frameworks && (
        <FrameworkMenu
          items={frameworks.items}
          values={{
            preferredName: conversation.person.preferredName ?? conversation.person.name,
            myName: me.teammate.name.split(' ')[0]!,
          }}
          onClose={() => setSlash(false)}
          onChoose={(html) => {
            setSlash(false)
            editor?.chain().focus().setContent(html).run()
          }}
        />
      )}
      <EditorContent editor={editor} />
      {atCaret && (
        <div className="ribbon promise-chip">
          <span className="grow">
            <b>{t('composer.promise', { what: atCaret.action || atCaret.quote })}</b>{' '}
            <span className="due">
              {atCaret.due ? exact(fromWallClock(atCaret.due)) : t('promise.noTime')}
            </span>
          </span>
          <button type="button" className="button quiet" onClick={() => keep(atCaret)}>
            {t('composer.keep')} <kbd>Tab</kbd>
          </button>
          <button type="button" className="button bare" onClick={() => decline(atCaret)}>
            {t('composer.decline')} <kbd>Esc</kbd>
          </button>
        </div>
      )}
      {(files.length > 0 || uploading.length > 0) && (
        <ul className="files row">
          {files.map((file) => (
            <li key={file.id} className="chip">
              {file.filename}
              <button
                type="button"
                className="link"
                aria-label={t('composer.removeFile', { name: file.filename })}
                onClick={() => setFiles((before) => before.filter((one) => one.id !== file.id))}
              >
                ✕
              </button>
            </li>
          ))}
          {uploading.map((one) => (
            <li key={one.name} className="chip">
              {one.name} <progress value={one.share} max={1} aria-label={one.name} />
            </li>
          ))}
        </ul>
      )}
      {kind === 'reply' && (
        <CareLine
          reading={reading}
          conversationId={conversation.id}
          started={!empty}
          keptPromises={found.filter((promise) => kept.has(idOf(promise))).length}
          openPromises={found.filter((promise) => !kept.has(idOf(promise)))}
          onKeep={keep}
        />
      )}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="row send">
        <button
          type="button"
          className="button primary"
          disabled={sending || empty}
          onClick={() => void send('waiting')}
        >
          {kind === 'note' ? t('composer.saveNote') : t('composer.send')} <kbd>⌘↵</kbd>
        </button>
        {kind === 'reply' && (
          <Menu
            label={t('composer.sendAnd')}
            up
            className="button quiet"
            items={[{ label: t('composer.sendDone'), hint: '⌘⇧↵', run: () => void send('done') }]}
          >
            ▾
          </Menu>
        )}
        <label className="button bare">
          {t('composer.attach')}
          <input
            type="file"
            multiple
            className="hide"
            onChange={(event) => {
              attachRef.current([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </label>
        {kind === 'reply' && (frameworks?.items.length ?? 0) > 0 && (
          <button type="button" className="button bare" onClick={() => setSlash(true)}>
            {t('composer.framework')} <kbd>/</kbd>
          </button>
        )}
      </div>
    </div>
  )
}

/** Where to go after sending: the next one who waits, stay, or the list. */
async function next(
  setting: 'next' | 'stay' | 'list',
  current: string,
  go: (path: string) => void,
  list: () => void,
): Promise<void> {
  if (setting === 'stay') return
  if (setting === 'list') return list()
  const { items } = await api('GET /conversations', { query: { view: 'for-me', limit: 2 } })
  const following = items.find((row) => row.id !== current)
  if (following) go(`/conversations/${following.id}`)
}
