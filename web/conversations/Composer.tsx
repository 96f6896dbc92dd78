import { ArrowBendUpLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowBendUpLeft'
import { NotePencilIcon } from '@phosphor-icons/react/dist/csr/NotePencil'
import type { Node } from '@tiptap/pm/model'
import { EditorContent } from '@tiptap/react'
import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import { readAfter } from '#web/api/again.ts'
import { queryClient } from '#web/api/cache.ts'
import { useApi } from '#web/api/query.ts'
import { takeHeld } from '#web/app/heldKeys.ts'
import { useMe } from '#web/app/session.ts'
import { useOfferedSentence } from '#web/authority/offered.ts'
import { useCallOffer } from '#web/callbacks/useCallOffer.ts'
import { readAsSent } from '#web/care/readAsSent.ts'
import { useGuide, useReader } from '#web/care/useGuide.ts'
import { useReading } from '#web/care/useReading.ts'
import { isSilent } from '#web/care/VoicePage.tsx'
import { useExtrasOffer } from '#web/extras/useExtrasOffer.ts'
import { useHeatOffer } from '#web/heat/useHeatOffer.ts'
import { ready, useOffer, useOptionsOffer } from '#web/options/useOffer.ts'
import { NextStep, useOpenRecovery } from '#web/recoveries/NextStep.tsx'
import { t } from '#web/text/t.ts'
import { useSendIn } from '#web/translation/useSendIn.ts'
import { useMinute } from '#web/ui/useMinute.ts'
import { AskToLook } from './AskToLook.tsx'
import { CareLine } from './CareLine.tsx'
import type { CaretKeys } from './CaretMenu.tsx'
import { Crossed } from './Crossed.tsx'
import { contextOf } from './careContext.ts'
import { draftHere, onPutBack } from './draftStore.ts'
import { FileList } from './FileList.tsx'
import { FrameworkMenu } from './FrameworkMenu.tsx'
import { PromiseChip } from './PromiseChip.tsx'
import { placeBehind, promiseKey } from './promiseMarks.ts'
import { Addressed } from './Recipients.tsx'
import { SendRow } from './SendRow.tsx'
import { Stopped } from './Stopped.tsx'
import { goToSlot, slotValues } from './slots.ts'
import { beginNote, firstWords, useDraft } from './useDraft.ts'
import { useFiles } from './useFiles.ts'
import { useOffered } from './useOffered.ts'
import { keptIn, usePromises } from './usePromises.ts'
import { type Afterwards, useSending } from './useSending.ts'
import { useStops } from './useStops.ts'
import { useWriting } from './useWriting.ts'
import './composer.css'

const SecondReader = lazy(() => import('#web/recoveries/SecondReader.tsx'))
const NotYet = lazy(() => import('#web/extras/NotYet.tsx'))
const SharpDraft = lazy(() => import('#web/heat/SharpDraft.tsx'))
const AtCaret = lazy(() => import('./AtCaret.tsx'))
const SendIn = lazy(() => import('#web/translation/SendIn.tsx'))
const OfferForm = lazy(() => import('#web/options/OfferForm.tsx'))

interface Props {
  conversation: Conversation
  kind: 'reply' | 'note'
  setKind: (kind: 'reply' | 'note') => void
  /** Counts the presses of `r` and `n`. */
  focus: number
  onSentDone: () => void
}

/** Where answers are written: recipients in sight, care line under the text, promises kept with Tab, drafts safe within a second. */
export default memo(Composer)
function Composer({ conversation, kind, setKind, focus, onSentDone }: Props) {
  const me = useMe()
  const name = conversation.person.preferredName ?? conversation.person.name
  const place = { teammateId: me.teammate.id, conversationId: conversation.id, kind }
  const [start] = useState(() => firstWords(conversation, place))
  const [to, setTo] = useState(start.words.to)
  const [cc, setCc] = useState(start.words.cc)
  const [bcc, setBcc] = useState(start.words.bcc)
  const [problem, setProblem] = useState<string | null>(null)
  const [slash, setSlash] = useState(false)
  const [jump, setJump] = useState(0)
  const offering = useOffer(me.teammate.id, conversation.id)
  const sendIn = useSendIn(conversation)
  const { data: frameworks } = useApi('GET /frameworks')
  const guide = useGuide(conversation.inboxId)
  const reader = useReader(conversation.inboxId)

  const keys = useRef<Parameters<typeof useWriting>[3]>(null!)
  const { editor, text, caret, typed } = useWriting(kind, name, start.words.html, {
    send: (afterwards) => keys.current.send(afterwards),
    chip: (keep) => keys.current.chip(keep),
    slot: () => goToSlot(editor, editor?.state.selection.to),
    slash: () => setSlash(true),
    other: () => setKind(kind === 'note' ? 'reply' : 'note'),
    care: () => setJump((n) => n + 1),
    files: (list, inline) => keys.current.files(list, inline),
    menu: (event) => caretKeys.current?.take(event) ?? false,
  })
  const caretKeys = useRef<CaretKeys>(null)
  const offered = useOffered(typed, kind)
  const { files, setFiles, uploading, attach, remove } = useFiles(start.words.files, {
    problem: setProblem,
    picture: (file) => editor?.chain().focus().setImage({ src: file.url, alt: file.filename }).run(),
  })

  useOfferedSentence((sentence) => {
    editor?.chain().focus('end').insertContent(`<p>${sentence}</p>`).run()
  }, kind === 'reply')
  const recovery = useOpenRecovery(conversation.id)
  const weFailed = recovery !== null
  // "In two hours" counts from now, also in a draft that was begun in the morning.
  const now = useMinute()
  const context = useMemo(() => {
    const known = contextOf(conversation, me, frameworks?.items ?? [], guide, reader, now)
    return weFailed ? { ...known, ours: { ...known.ours, fault: 'ours' as const } } : known
  }, [conversation, me, frameworks, guide, reader, weFailed, now])
  const reading = useReading(
    'draft',
    useMemo(() => ({ draft: text, context }), [text, context]),
  )
  const promises = usePromises(reading, caret, start.words)
  // In a note too: what was promised on the call it is about.
  const chip = promises.atCaret

  // Underlined as it is typed; calm green once kept.
  useEffect(() => {
    if (!editor) return
    const marks = promises.found.map((promise) => ({
      start: promise.start,
      end: promise.end,
      kept: promises.mine.includes(promise),
    }))
    editor.view.dispatch(editor.state.tr.setMeta(promiseKey, marks).setMeta('addToHistory', false))
  }, [editor, promises.found, promises.mine])
  // The chip takes room below the text; the line being written stays in sight.
  const hasChip = chip !== undefined
  useEffect(() => {
    if (hasChip) editor?.commands.scrollIntoView()
  }, [hasChip, editor])
  useEffect(() => {
    if (focus === 0 || !editor) return
    // Not by the command that focuses: it does so a frame later once more, when whoever was quick is elsewhere already.
    editor.commands.setTextSelection(editor.state.doc.content.size)
    editor.view.focus()
    editor.commands.scrollIntoView()
    const typed = takeHeld()
    if (typed) editor.view.dispatch(editor.state.tr.insertText(typed))
  }, [focus, editor])

  const words = {
    html: editor?.getHTML() ?? '',
    text,
    to,
    cc,
    bcc,
    files,
    kept: [...promises.kept],
    refused: [...promises.refused],
  }
  const draft = useDraft(
    place,
    words,
    start,
    conversation.drafts.find((one) => one.kind === kind),
  )
  const put = useCallback(
    (html: string) => {
      editor?.commands.setContent(html)
    },
    [editor],
  )
  useEffect(() =>
    onPutBack((where) => {
      const kept = draftHere(where)
      if (!kept || where.conversationId !== conversation.id || where.kind !== kind) return
      put(kept.words.html)
      setTo(kept.words.to)
      setCc(kept.words.cc)
      setBcc(kept.words.bcc)
      setFiles(kept.words.files)
      promises.set(kept.words)
      offering.reload()
      sendIn.reload()
    }),
  )

  const stops = useStops(guide?.stops)
  /** As it was when it was sent: what is written while it leaves is the next letter's. */
  const leaving = useRef<{ doc: Node; files: readonly string[] } | null>(null)
  const { send, sending, crossed } = useSending(conversation, kind, {
    problem: setProblem,
    translateAgain: sendIn.again,
    list: onSentDone,
    sent: async () => {
      offering.set(null)
      sendIn.set(null)
      // Whoever has gone elsewhere meanwhile has taken the editor down.
      const stands = editor && !editor.isDestroyed
      const begun =
        stands && leaving.current && editor.state.doc.content.findDiffStart(leaving.current.doc.content)
      if (stands && begun) editor.commands.deleteRange({ from: 0, to: begun })
      else if (stands) {
        editor.commands.clearContent()
        // What is said is said: keys are keys again, `e` for a goodbye first of all.
        editor.commands.blur()
        document.querySelector<HTMLElement>('.timeline')?.focus({ preventScroll: true })
      }
      setFiles((all) => all.filter((file) => !leaving.current?.files.includes(file.id)))
      promises.set({ kept: [], refused: [] })
      stops.forget()
      offered.forget()
      await draft.forget()
      // What was sent must not come back as the draft that this screen still remembers.
      queryClient.setQueryData<Conversation>(
        ['GET /conversations/{id}', { id: conversation.id }, null],
        (before) => before && { ...before, drafts: before.drafts.filter((one) => one.kind !== kind) },
      )
      readAfter(`POST /conversations/{id}/${kind === 'reply' ? 'replies' : 'notes'}`, { id: conversation.id })
      return Boolean(begun) || !stands
    },
  })
  const empty = text.trim() === '' && files.length === 0
  const slot = /\{\{[^}]*\}\}/.exec(text)
  /** What keeps the words from leaving as they stand, in a sentence. */
  const lacking = (offer: ReturnType<typeof ready>, afterwards: Afterwards): string | null => {
    if (slot) {
      goToSlot(editor)
      return t('composer.slot', { slot: slot[0] })
    }
    if (uploading.length) return t('composer.uploading')
    if (kind === 'reply' && to.length === 0) return t('composer.nobody')
    if (offering.offer && kind === 'reply' && !offer) return t('offer.notReady')
    return offer && typeof afterwards === 'object' ? t('offer.nowOnly') : null
  }
  const trySend = (afterwards: Afterwards, anyway = false, excuses = stops.excuses) =>
    send(() => take(afterwards, excuses), afterwards, anyway)
  const take = async (afterwards: Afterwards, excuses: typeof stops.excuses) => {
    if (empty) return null
    const offer = offering.offer && kind === 'reply' ? ready(offering.offer) : null
    const lacks = lacking(offer, afterwards)
    if (lacks) {
      setProblem(lacks)
      return null
    }
    const leaves = editor && { doc: editor.state.doc, files: files.map((file) => file.id) }
    const keptAt = draft.keptAt()
    const read = await readAsSent({ draft: text, context }, reading)
    const stop = kind === 'reply' && stops.demands(read, excuses)
    if (stop) {
      stops.hold(stop, afterwards)
      return null
    }
    stops.letGo()
    if (kind === 'reply' && sendIn.to && !sendIn.isShown(words)) {
      // Shown first; the next press sends what is seen then.
      await sendIn.make(words)
      return null
    }
    const translation = kind === 'reply' && sendIn.to ? sendIn.shown : null
    if (leaves) leaving.current = leaves
    const kept = read ? keptIn(read, words) : promises.mine
    return { words, promises: kept, offer, reading: read, context, excuses, keptAt, translation }
  }
  keys.current = {
    ...keys.current,
    send: trySend,
    chip: (keep) => {
      if (!chip) return false
      if (keep) promises.keep(chip)
      else promises.decline(chip)
      return true
    },
    files: attach,
  }

  const requester = conversation.participants.filter((one) => one.role === 'requester')
  const isShared = [...to, ...cc, ...bcc].some((one) => !requester.some((own) => own.email === one.email))
  const optionsOffer = useOptionsOffer(offering)
  const extrasOffer = useExtrasOffer(conversation.id)
  const heatOffer = useHeatOffer(conversation.id)
  const callOffer = useCallOffer(conversation, editor, isShared, setProblem)

  const isIdle = empty && crossed.length === 0 && !problem && !slash && uploading.length === 0
  const tab = (which: 'reply' | 'note') => (
    <button type="button" role="tab" aria-selected={kind === which} onClick={() => setKind(which)}>
      {which === 'note' ? <NotePencilIcon size={16} /> : <ArrowBendUpLeftIcon size={16} />}
      {t(`composer.${which}`)}
    </button>
  )
  return (
    <div className={`composer ${kind} ${isIdle ? 'idle' : ''}`}>
      <div className="tabs">
        <div className="grow" role="tablist" aria-label={t('composer.kind')}>
          {tab('reply')}
          {tab('note')}
        </div>
        <span className="meta" role="status">
          {draft.state === 'saved' && t('composer.saved')}
          {draft.state === 'here' && t('composer.savedHere')}
        </span>
      </div>
      {kind === 'reply' ? (
        <Addressed
          conversation={conversation}
          people={{ to, cc, bcc }}
          change={({ to, cc, bcc }) => {
            setTo(to)
            setCc(cc)
            setBcc(bcc)
          }}
        />
      ) : (
        <p className="meta note-line">{t('composer.noteLine')}</p>
      )}
      {draft.newer && (
        <div className="crossed" role="alert">
          <p>{t('composer.newer')}</p>
          <div className="row">
            <button type="button" className="button quiet" onClick={() => draft.takeNewer(put)}>
              {t('composer.takeNewer')}
            </button>
            <button type="button" className="button bare" onClick={draft.keepMine}>
              {t('composer.keepMine')}
            </button>
          </div>
        </div>
      )}
      {crossed.length > 0 && <Crossed messages={crossed} onAnyway={() => trySend('waiting', true)} />}
      {slash && frameworks && (
        <FrameworkMenu
          items={frameworks.items}
          values={slotValues(conversation, me)}
          onClose={() => {
            setSlash(false)
            editor?.commands.focus()
          }}
          onChoose={(html) => {
            setSlash(false)
            editor?.chain().setContent(html).focus('start').run()
            goToSlot(editor)
          }}
        />
      )}
      <EditorContent editor={editor} className="writing" hidden={slash} />
      {editor && !slash && offered.typed && (
        <Suspense fallback={null}>
          <AtCaret
            editor={editor}
            typed={offered.typed}
            keys={caretKeys}
            kind={kind}
            inboxId={conversation.inboxId}
            onClose={offered.shut}
            onBringIn={(who) => {
              beginNote(conversation, me.teammate.id, who)
              setKind('note')
            }}
          />
        </Suspense>
      )}
      {chip && (
        <PromiseChip
          promise={chip}
          conversation={conversation}
          onKeep={() => promises.keep(chip)}
          onDecline={() => promises.decline(chip)}
        />
      )}
      {kind === 'reply' && offering.offer && (
        <Suspense fallback={null}>
          <OfferForm offer={offering.offer} name={name} onChange={offering.set} />
        </Suspense>
      )}
      <FileList files={files} uploading={uploading} onRemove={remove} />
      {kind === 'reply' && !slash && recovery && (
        <NextStep recovery={recovery} reading={reading} text={text} />
      )}
      {kind === 'reply' && !slash && conversation.letDownAt && (
        <Suspense fallback={null}>
          <SecondReader conversation={conversation} text={text} />
        </Suspense>
      )}
      {kind === 'reply' && !slash && !empty && (
        <Suspense fallback={null}>
          {extrasOffer && <NotYet conversationId={conversation.id} text={text} />}
          {heatOffer && <SharpDraft conversationId={conversation.id} reading={reading} />}
        </Suspense>
      )}
      {kind === 'reply' && !slash && (
        <CareLine
          conversationId={conversation.id}
          reading={reading}
          text={text}
          name={name}
          voice={guide && !isSilent(guide.voice) ? guide.voice : null}
          started={!empty}
          quiet={hasChip}
          jump={jump}
          kept={promises.mine.length}
          open={promises.open}
          onKeep={promises.keep}
          onShow={({ end }) => editor?.commands.focus(placeBehind(editor.state.doc, end))}
        />
      )}
      {kind === 'reply' && !slash && !empty && (sendIn.to !== null || sendIn.offered !== null) && (
        <Suspense fallback={null}>
          <SendIn sendIn={sendIn} text={text} isCurrent={sendIn.isShown(words)} />
        </Suspense>
      )}
      {stops.held && (
        <Stopped
          key={stops.held.why.reason}
          why={stops.held.why}
          onBack={() => {
            stops.letGo()
            editor?.commands.focus()
          }}
          onAnyway={(reason) => {
            const { why, afterwards } = stops.held!
            trySend(afterwards, false, stops.excuse(why, reason))
          }}
        />
      )}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {!slash && (
        <SendRow
          kind={kind}
          inboxId={conversation.inboxId}
          person={conversation.person}
          promises={promises.mine.length > 0}
          ready={!sending && !empty && !sendIn.working}
          translates={sendIn.to !== null && !sendIn.isShown(words)}
          onSend={trySend}
          onFiles={(list) => attach(list, false)}
          offers={[callOffer, optionsOffer, extrasOffer, heatOffer, sendIn.offer].filter(
            (one) => one !== null,
          )}
          onFramework={(frameworks?.items.length ?? 0) > 0 ? () => setSlash(true) : null}
        >
          {kind === 'reply' && !empty && draft.state === 'saved' && (
            <AskToLook conversationId={conversation.id} inboxId={conversation.inboxId} />
          )}
        </SendRow>
      )}
    </div>
  )
}
