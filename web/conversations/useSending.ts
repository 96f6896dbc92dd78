import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { DraftContext, DraftReading } from '#care/draft.ts'
import type { FoundPromise } from '#care/promises.ts'
import type { Conversation } from '#contract/conversations.ts'
import type { NewOffer } from '#contract/options.ts'
import { queryClient } from '#web/api/cache.ts'
import { api, Problem } from '#web/api/client.ts'
import { useMe } from '#web/app/session.ts'
import { askReader } from '#web/care/reader.ts'
import { doOrWait } from '#web/offline/line.ts'
import { read } from '#web/offline/reading.ts'
import { keepOffer } from '#web/options/useOffer.ts'
import { t } from '#web/text/t.ts'
import { keepSendIn } from '#web/translation/useSendIn.ts'
import { exact } from '#web/ui/time.ts'
import { toast } from '#web/ui/toast.tsx'
import { dueIn, wallClockIn } from '#web/ui/zone.ts'
import { putBack, type Words } from './draftStore.ts'
import { useMakerOf } from './useMakerOf.ts'
import { followingInList } from './usePlace.ts'
import { keptIn, leftOutOf } from './usePromises.ts'
import type { Excuse } from './useStops.ts'

export interface Crossing {
  id: string
  from: string | null
  text: string
}
/** What follows the sending, or when it is to happen by itself. */
export type Afterwards = 'waiting' | 'done' | 'later' | { at: string }
interface What {
  words: Words
  promises: readonly FoundPromise[]
  reading: DraftReading | null
  /** In which it was read. */
  context: DraftContext
  excuses: readonly Excuse[]
  /** Ways to go on that stand behind the words. */
  offer: NewOffer | null
  /** The translation that leaves in their place, and its language. */
  translation: { id: string; language: string } | null
  /** When the server kept these words last as a draft. */
  keptAt: string | null
}

/** Sends a reply or saves a note; stops where something crossed; gives it back while it can be undone. */
export function useSending(
  conversation: Conversation,
  kind: 'reply' | 'note',
  on: {
    /** Forgets what was sent; whether the next words have been begun meanwhile. */
    sent: () => Promise<boolean>
    list: () => void
    problem: (text: string | null) => void
    /** What was translated is not what would leave. */
    translateAgain: () => void
  },
) {
  const me = useMe()
  const [, go] = useLocation()
  const [seen, setSeen] = useState(conversation.seen)
  const [crossed, setCrossed] = useState<Crossing[]>([])
  const [sending, setSending] = useState(false)
  /**
   * From the press until it has left or was stopped, and the screen shows that: the one thing that keeps a letter from leaving twice. A key
   * that is held comes before the screen has heard of the first press, and again before it has heard that the words are gone.
   */
  const underWay = useRef(false)
  const [over, setOver] = useState({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: `over` is new each time one is over
  useEffect(() => {
    underWay.current = false
  }, [over])
  /** For the line, should it have to wait. */
  const aboutIt = (words: Words) => ({
    name: conversation.person.preferredName ?? conversation.person.name,
    gist: words.text.trim().slice(0, 160),
    words,
  })
  const makerOf = useMakerOf(conversation.inboxId)
  const lastHow = useRef<Afterwards | null>(null)
  const params = { id: conversation.id }

  const undo = async (messageId: string, { words, translation }: Pick<What, 'words' | 'translation'>) => {
    try {
      const back = await api('DELETE /messages/{id}/sending', { params: { id: messageId } })
      if (back.offer) keepOffer(me.teammate.id, conversation.id, back.offer)
      if (translation) keepSendIn(me.teammate.id, conversation.id, translation.language)
      // Its files are the server's to name: they were the letter's for a moment.
      putBack(
        { teammateId: me.teammate.id, conversationId: conversation.id, kind: 'reply' },
        { ...words, html: back.html ?? words.html, files: back.attachments },
      )
      go(`/conversations/${conversation.id}`)
      void queryClient.invalidateQueries()
      toast({ text: t('composer.undone'), lasts: 4000 })
    } catch (error) {
      toast({ text: (error as Error).message, lasts: 8000 })
    }
  }

  const promised = (promises: readonly FoundPromise[]) =>
    promises.map((promise) => {
      const maker = makerOf(promise)
      return {
        what: promise.action || promise.quote,
        due: promise.due ? dueIn(me.company.timeZone, promise.due) : null,
        ...(maker && { makerId: maker.id }),
        ...(promise.condition && { condition: promise.condition.slice(0, 1000) }),
      }
    })

  /** "Tomorrow" counts from the day it leaves; the reader that cannot be asked leaves it to the server. */
  const reckonedAt = async ({ words, promises, context }: What, at: string) => {
    if (promises.length === 0) return promises
    const ref = wallClockIn(context.tz, new Date(at))
    const asked = { draft: words.text, context: { ...context, ref } }
    const told = await askReader('draft', asked).catch(() => null)
    return told ? keptIn(told, words) : promises
  }

  /** What an answer says and settles, whenever it leaves. */
  const bodyOf = ({ words, promises, reading, excuses, keptAt, translation }: What, anyway: boolean) => {
    const answeredAsks = (reading?.asks ?? [])
      .filter((ask) => ask.answered)
      .flatMap((ask) =>
        conversation.asks.filter((one) => !one.answered && one.text === ask.text).map((one) => one.id),
      )
    return {
      html: words.html,
      text: words.text,
      to: words.to,
      cc: words.cc,
      bcc: words.bcc,
      promises: promised(promises).map((one, n) => ({ ...one, quote: promises[n]!.quote })),
      attachments: words.files.map((file) => file.id),
      seen,
      draft: keptAt,
      ...(translation && { translation: translation.id }),
      anyway,
      answeredAsks,
      allTheSame: excuses.map(({ check, reason }) => ({ check, reason })),
      ...(reading && { care: { ...reading.marks, sorry: reading.marks.sorry ?? true } }),
    }
  }

  const schedule = async (now: What, sendAt: string, anyway: boolean) => {
    const what = { ...now, promises: await reckonedAt(now, sendAt) }
    await api('POST /conversations/{id}/scheduled-replies', {
      params,
      body: { ...bodyOf(what, anyway), sendAt },
    })
    setCrossed([])
    await on.sent()
    toast({ text: t('sendLater.done', { when: exact(sendAt) }), lasts: 6000 })
    if (me.preferences.afterSend === 'list') on.list()
  }

  const reply = async (what: What, afterwards: 'waiting' | 'done' | 'later', anyway: boolean) => {
    const { words, promises } = what
    const { undoSeconds, afterSend } = me.preferences
    const request = {
      params,
      body: {
        ...bodyOf(what, anyway),
        undoSeconds,
        ...(what.offer && { offer: what.offer }),
        afterwards: afterwards === 'done' ? ('done' as const) : ('waiting' as const),
        ...(afterwards === 'done' && {
          goodbye: promises.length ? ('next-step' as const) : ('thanks' as const),
        }),
        ...(afterwards === 'later' && { later: { until: null, reason: t('later.untilReply') } }),
      },
    }
    // Ways to choose from have times that may be gone when the line is back.
    const sent = what.offer
      ? await api('POST /conversations/{id}/replies', request)
      : await doOrWait('POST /conversations/{id}/replies', request, aboutIt(words))
    if (sent) setSeen(sent.messageId)
    setCrossed([])
    const begun = await on.sent()
    if (sent)
      toast({
        text: saysSent(what),
        ...(undoSeconds > 0
          ? {
              action: { label: t('app.undo'), run: () => void undo(sent.messageId, what) },
              lasts: undoSeconds * 1000,
            }
          : { lasts: 4000 }),
      })
    else toast({ text: t('composer.waits'), lasts: 6000 })
    // Whoever has begun the next words here stays with them.
    if (begun) return
    if (afterwards !== 'waiting' || afterSend === 'list') return on.list()
    if (afterSend === 'next') {
      const behind = followingInList(conversation.id)
      if (behind) return go(`/conversations/${behind}`)
      // Without a line the list is the one that was kept, and that is asked for as the list asks for it.
      const { items } = await read('GET /conversations', { query: { view: 'for-me', limit: sent ? 2 : 50 } })
      const following = items.find((row) => row.id !== conversation.id && row.status === 'open')
      if (following) go(`/conversations/${following.id}`)
    }
  }

  /** `take` reads the words as they are at the press; null where something stops them, and has been said. */
  const send = async (take: () => Promise<What | null>, afterwards: Afterwards, anyway = false) => {
    if (underWay.current) return
    underWay.current = true
    try {
      const what = await take()
      if (!what) return
      setSending(true)
      on.problem(null)
      // "Send anyway", after something crossed, means what was meant before.
      const how = anyway && lastHow.current ? lastHow.current : afterwards
      lastHow.current = how
      if (kind === 'reply') {
        if (typeof how === 'object') await schedule(what, how.at, anyway)
        else await reply(what, how, anyway)
        lastHow.current = null
      } else {
        const sent = await doOrWait(
          'POST /conversations/{id}/notes',
          {
            params,
            body: {
              text: what.words.text,
              attachments: what.words.files.map((file) => file.id),
              promises: promised(what.promises),
              draft: what.keptAt,
            },
          },
          aboutIt(what.words),
        )
        await on.sent()
        const n = what.promises.length
        if (!sent) toast({ text: t('composer.waits'), lasts: 6000 })
        else if (n > 0) toast({ text: t('composer.notePromises', { n }), lasts: 4000 })
      }
    } catch (error) {
      if (error instanceof Problem && error.type === 'crossed') {
        const messages = error.document.messages as Crossing[]
        setCrossed(messages)
        // They stand above the words now: the next press of Send has seen them.
        setSeen(messages.at(-1)?.id ?? conversation.seen)
        void queryClient.invalidateQueries({ queryKey: ['GET /conversations/{id}', params] })
      } else {
        if (error instanceof Problem && /^translation-/.test(error.type)) on.translateAgain()
        on.problem((error as Error).message)
      }
    } finally {
      setSending(false)
      setOver({})
    }
  }
  return { send, sending, crossed }
}

/** What left, what of it is on the board now, and what with a time is not: there is time to take it back. */
function saysSent({ words, promises, reading }: What): string {
  const sent = promises.length ? t('composer.sentPromises', { n: promises.length }) : t('composer.sent')
  const [first] = reading ? leftOutOf(reading, words) : []
  return first ? `${sent} ${t('composer.notOnBoard', { what: first.quote })}` : sent
}
