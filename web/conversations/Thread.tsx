import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useAction, useApi } from '#web/api/query.ts'
import { holdKeys } from '#web/app/heldKeys.ts'
import { useKeys } from '#web/app/keys.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { useTitle } from '#web/app/title.ts'
import { ConversationHandover } from '#web/handover/ConversationHandover.tsx'
import { Rested } from '#web/heat/Rested.tsx'
import { UntoldHere } from '#web/matters/LinkedMatters.tsx'
import { asIfDone } from '#web/offline/asIfDone.ts'
import { useWaiting } from '#web/offline/useWaiting.ts'
import { WaitingHere } from '#web/offline/WaitingHere.tsx'
import { t } from '#web/text/t.ts'
import { useTranslating } from '#web/translation/useTranslating.ts'
import { Empty, Skeleton } from '#web/ui/parts.tsx'
import { useAfterPaint } from '#web/ui/useAfterPaint.ts'
import { About } from './About.tsx'
import { Brief } from './Brief.tsx'
import { Goodbye } from './Goodbye.tsx'
import { Later } from './Later.tsx'
import { type Panel, ThreadHead } from './ThreadHead.tsx'
import { Timeline } from './Timeline.tsx'
import { usePresence } from './usePresence.ts'
import { useRoom } from './useRoom.ts'
import './thread.css'

const Composer = lazy(() => import('./Composer.tsx'))
const Offers = lazy(() => import('#web/options/Offers.tsx'))
const Acts = lazy(() => import('./Acts.tsx'))
const MayDecide = lazy(() => import('#web/authority/MayDecide.tsx'))
const Extras = lazy(() => import('#web/extras/Extras.tsx'))
const Heat = lazy(() => import('#web/heat/Heat.tsx'))
const HitHere = lazy(() => import('#web/incidents/HitHere.tsx'))
const Recovery = lazy(() => import('#web/recoveries/Recovery.tsx'))
const SecondLook = lazy(() => import('./SecondLook.tsx'))
const HandMade = lazy(() => import('./HandMade.tsx'))
const Join = lazy(() => import('./Join.tsx'))
const Forward = lazy(() => import('./Forward.tsx'))
const MoveInbox = lazy(() => import('./MoveInbox.tsx'))
const TheirSide = lazy(() => import('./TheirSide.tsx'))
const SetCall = lazy(() => import('#web/callbacks/SetCall.tsx'))

/** One conversation: who, what they asked, the whole timeline, and the answer. */
export default function Thread({ id, back }: { id: string; back: () => void }) {
  const me = useMe()
  const { data: there, error } = useApi('GET /conversations/{id}', { params: { id } })
  const waiting = useWaiting()
  const data = useMemo(
    () => there && asIfDone(there, waiting, me.teammate.id),
    [there, waiting, me.teammate.id],
  )
  const wide = useRoom(1280)
  const [asked, setAsked] = useState<boolean | null>(null)
  const about = asked ?? wide
  const [panel, setPanel] = useState<Panel>(null)
  const [letter, setLetter] = useState<string | null>(null)
  const forward = useCallback((messageId: string | null) => {
    setLetter(messageId)
    setPanel('forward')
  }, [])
  // The letters first: what stands around them is made once they are on the screen.
  const [stands, standNow] = useAfterPaint()
  const [kind, setKind] = useState<'reply' | 'note'>('reply')
  const [focus, setFocus] = useState(0)
  const assign = useAction('POST /conversations/{id}/assignment')
  const { mutate: admit } = useAction('POST /conversations/{id}/admission')
  const letIn = useCallback(
    (messageId: string) => admit({ params: { id }, body: { messageId } }),
    [admit, id],
  )
  usePresence(id)
  const mayAct = me.teammate.role !== 'observer'
  const acts = usePractice('actions')
  const options = usePractice('options')
  const authority = usePractice('authority')
  const extras = usePractice('extras')
  const heat = usePractice('heat')
  const hasSides = usePractice('theirSide')
  const [theirs, setTheirs] = useState(false)
  const isTheirs = theirs && hasSides
  const write = useCallback(
    (next: 'reply' | 'note') => {
      // Where an answer rests there is no place to write in.
      if (!document.querySelector('.resting')) holdKeys()
      standNow()
      setPanel(null)
      setTheirs(false)
      setKind(next)
      setFocus((n) => n + 1)
    },
    [standNow],
  )
  const editAgain = useCallback(() => write('reply'), [write])
  const foldAbout = useCallback(() => setAsked(false), [])
  const toggleAbout = useCallback(() => setAsked(!about), [about])
  const showTheirs = useCallback(() => setTheirs(true), [])
  const timeline = useRef<HTMLDivElement>(null)
  const translating = useTranslating()
  /** The newest letter that has something to show beside it; pressed again, it is put away. */
  const translateLast = () =>
    [...(timeline.current?.querySelectorAll<HTMLElement>('.translate') ?? [])].at(-1)?.click()
  const closePanel = () => {
    setPanel(null)
    // What had the focus has gone with the panel; the letters are the next thing to read.
    timeline.current?.focus({ preventScroll: true })
  }
  const ourSide = () => {
    setTheirs(false)
    closePanel()
  }
  useKeys([
    { keys: 'u', label: 'keys.back', run: back },
    ...(mayAct
      ? [
          { keys: 'r', label: 'keys.reply' as const, run: () => write('reply') },
          { keys: 'n', label: 'keys.note' as const, run: () => write('note') },
          { keys: 'f', label: 'keys.forward' as const, run: () => forward(null) },
          { keys: 'e', label: 'keys.done' as const, run: () => setPanel('goodbye') },
          { keys: 'h', label: 'keys.later' as const, run: () => setPanel('later') },
          { keys: 'p', label: 'keys.promise' as const, run: () => setPanel('promise') },
          { keys: 'b', label: 'keys.recover' as const, run: () => setPanel('recovery') },
          {
            keys: 'i',
            label: 'keys.toMe' as const,
            run: () => assign.mutate({ params: { id }, body: { teammateId: me.teammate.id } }),
          },
          {
            keys: 'a',
            label: 'keys.assign' as const,
            run: () => document.getElementById('assign')?.click(),
          },
        ]
      : []),
    ...(hasSides
      ? [{ keys: 't', label: 'keys.theirSide' as const, run: () => (theirs ? ourSide() : setTheirs(true)) }]
      : []),
    ...(translating ? [{ keys: 'v', label: 'keys.translate' as const, run: translateLast }] : []),
    { keys: '.', label: 'keys.more', run: () => document.getElementById('thread-more')?.click() },
    { keys: ']', label: 'keys.about', run: toggleAbout },
  ])
  useTitle(data && `${data.person.preferredName ?? data.person.name}: ${data.subject}`)
  useStart(timeline, (data?.messages.length ?? 0) + (data?.scheduled.length ?? 0), isTheirs, stands)
  const answer = useAnswerHeight()
  // One that was put back into another is read there.
  const [, go] = useLocation()
  const elsewhere = data && data.id !== id ? data.id : null
  useEffect(() => {
    if (elsewhere) go(`/conversations/${elsewhere}`, { replace: true })
  }, [elsewhere, go])
  if (error && !data)
    return (
      <Empty says={error.message}>
        <button type="button" className="button quiet" onClick={back}>
          {t('keys.back')}
        </button>
      </Empty>
    )
  if (!data)
    return (
      <div className="page">
        <Skeleton lines={5} />
      </div>
    )
  const name = data.person.preferredName ?? data.person.name
  // An answer that was kept back while this window was open: the composer begins again with its words.
  const returned = data.lines.findLast(
    (line) =>
      line.type === 'reply.kept-back' && line.detail.isDraft && line.detail.teammateId === me.teammate.id,
  )?.id
  // What I took on has brought the words that tell them.
  const taken = data.lines.findLast(
    (line) => line.type === 'handover.accepted' && line.detail.byId === me.teammate.id,
  )?.id
  return (
    <div className={`thread ${about ? 'with-about' : ''}`}>
      <section className={`talk ${isTheirs ? 'theirs' : ''}`} aria-label={t('thread.label', { name })}>
        <ThreadHead
          conversation={data}
          back={back}
          setPanel={setPanel}
          about={about}
          toggleAbout={toggleAbout}
          {...(hasSides && { showTheirs })}
        />
        {(stands || panel === 'recovery') && (
          <>
            <ConversationHandover id={data.id} />
            <UntoldHere id={data.id} customerId={data.customerId} />
            <div className="standing">
              <Suspense fallback={null}>
                <HitHere id={data.id} />
                <Recovery
                  conversation={data}
                  opening={panel === 'recovery'}
                  onClose={() => panel === 'recovery' && closePanel()}
                />
              </Suspense>
            </div>
          </>
        )}
        {panel === 'goodbye' && (
          <Goodbye conversation={data} onClose={closePanel} onDone={back} write={() => write('reply')} />
        )}
        {panel === 'later' && (
          <Later id={id} name={data.person.preferredName ?? data.person.name} onClose={closePanel} />
        )}
        {panel === 'call' && (
          <Suspense fallback={null}>
            <SetCall conversation={data} onClose={closePanel} />
          </Suspense>
        )}
        {(panel === 'merge' || panel === 'link') && (
          <Suspense fallback={null}>
            <Join key={panel} conversation={data} how={panel} onClose={closePanel} />
          </Suspense>
        )}
        {panel === 'forward' && (
          <Suspense fallback={null}>
            <Forward key={letter} conversation={data} messageId={letter} onClose={closePanel} />
          </Suspense>
        )}
        {panel === 'move' && (
          <Suspense fallback={null}>
            <MoveInbox conversation={data} onClose={closePanel} />
          </Suspense>
        )}
        {panel === 'promise' && (
          <Suspense fallback={null}>
            <HandMade conversation={data} onClose={closePanel} />
          </Suspense>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <div className="timeline" ref={timeline} tabIndex={0} role="region" aria-label={t('thread.timeline')}>
          {isTheirs ? (
            <Suspense fallback={<Skeleton lines={5} />}>
              <TheirSide conversation={data} onClose={ourSide} />
            </Suspense>
          ) : (
            <Timeline conversation={data} onAdmit={letIn} onForward={forward} onEdit={editAgain} />
          )}
        </div>
        {mayAct && !stands && <div className="answer" style={{ height: answerHeight }} aria-hidden="true" />}
        {mayAct && stands && (
          <div className="answer" ref={answer}>
            <Brief conversation={data} />
            <WaitingHere id={data.id} />
            {heat && (
              <Suspense fallback={null}>
                <Heat conversation={data} />
              </Suspense>
            )}
            {options && (
              <Suspense fallback={null}>
                <Offers conversation={data} />
              </Suspense>
            )}
            {extras && (
              <Suspense fallback={null}>
                <Extras conversation={data} />
              </Suspense>
            )}
            {(authority || acts) && (
              <div className="at-hand">
                <Suspense fallback={null}>
                  {authority && <MayDecide conversation={data} />}
                  {acts && <Acts conversation={data} />}
                </Suspense>
              </div>
            )}
            <Suspense fallback={null}>
              <SecondLook conversation={data} />
            </Suspense>
            <Rested conversationId={data.id}>
              <Suspense fallback={<Skeleton lines={2} />}>
                <Composer
                  key={`${kind} ${kind === 'reply' ? `${returned} ${taken}` : ''}`}
                  conversation={data}
                  kind={kind}
                  setKind={write}
                  focus={focus}
                  onSentDone={back}
                />
              </Suspense>
            </Rested>
          </div>
        )}
      </section>
      {about && !stands && <div className="about" aria-hidden="true" />}
      {about && stands && <About conversation={data} onClose={foldAbout} />}
    </div>
  )
}

/** How high the place to answer was the last time, so that the letters stand where they will stand beside it. */
let answerHeight = 170
function useAnswerHeight() {
  return useCallback((box: HTMLDivElement | null) => {
    if (!box) return
    const watch = new ResizeObserver(() => {
      // What is written makes it higher; the next one begins without.
      if (box.querySelector('.composer.idle')) answerHeight = box.offsetHeight
    })
    watch.observe(box)
    return () => watch.disconnect()
  }, [])
}

/**
 * A conversation opens at its end, where the newest words are, and has the focus, so that arrows scroll it and keys
 * work at once; unless somebody is already writing. `stands`: what is beside the letters has come, and may have moved their end.
 */
function useStart(
  timeline: React.RefObject<HTMLDivElement | null>,
  messages: number,
  /** Their side is read from its beginning. */
  theirs: boolean,
  stands: boolean,
): void {
  const arrived = useRef(false)
  const came = useRef({ messages: -1, theirs, top: -1 })
  useEffect(() => {
    const box = timeline.current
    if (!box || messages === 0) return
    // Once it is laid out: before, a phone's page has no height to scroll in.
    const frame = requestAnimationFrame(() => {
      const before = came.current
      const isSame = before.messages === messages && before.theirs === theirs
      // Whoever has scrolled meanwhile reads there.
      if (isSame && stands && Math.abs(box.scrollTop - before.top) > 1) return
      if (theirs) box.scrollTo({ top: 0 })
      else {
        box.scrollTop = box.scrollHeight
        const last = [...box.querySelectorAll('.items > li:last-child')].at(-1)
        // A long last letter is read from its beginning; on a phone the whole page scrolls, to the same place.
        const isLong = last && last.getBoundingClientRect().height > box.clientHeight
        if (isLong || box.scrollHeight <= box.clientHeight) last?.scrollIntoView({ block: 'start' })
      }
      came.current = { messages, theirs, top: box.scrollTop }
    })
    const end = () => cancelAnimationFrame(frame)
    if (arrived.current) return end
    arrived.current = true
    const at = document.activeElement
    if (!at || at === document.body || at.closest('.rows, #screen:focus, .today'))
      box.focus({ preventScroll: true })
    return end
  }, [timeline, messages, theirs, stands])
}
