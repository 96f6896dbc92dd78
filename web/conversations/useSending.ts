import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { DraftReading } from '#care/draft.ts'
import type { FoundPromise } from '#care/promises.ts'
import type { Conversation } from '#contract/conversations.ts'
import type { NewOffer } from '#contract/options.ts'
import { api, Problem } from '#web/api/client.ts'
import { queryClient } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { keepOffer } from '#web/options/useOffer.ts'
import { t } from '#web/text/t.ts'
import { exact } from '#web/ui/time.ts'
import { toast } from '#web/ui/toast.tsx'
import { dueIn } from '#web/ui/zone.ts'
import { putBack, type Words } from './draftStore.ts'
import { useMakerOf } from './useMakerOf.ts'
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
  excuses: readonly Excuse[]
  /** Ways to go on that stand behind the words. */
  offer: NewOffer | null
}

/** Sends a reply or saves a note; stops where something crossed; gives it back while it can be undone. */
export function useSending(
  conversation: Conversation,
  kind: 'reply' | 'note',
  on: { sent: () => Promise<void>; list: () => void; problem: (text: string | null) => void },
) {
  const me = useMe()
  const [, go] = useLocation()
  const [seen, setSeen] = useState(conversation.seen)
  const [crossed, setCrossed] = useState<Crossing[]>([])
  const [sending, setSending] = useState(false)
  const makerOf = useMakerOf(conversation.inboxId)
  const lastHow = useRef<Afterwards | null>(null)
  const params = { id: conversation.id }

  const undo = async (messageId: string, words: Words) => {
    try {
      const back = await api('DELETE /messages/{id}/sending', { params: { id: messageId } })
      if (back.offer) keepOffer(me.teammate.id, conversation.id, back.offer)
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

  /** What an answer says and settles, whenever it leaves. */
  const bodyOf = ({ words, promises, reading, excuses }: What, anyway: boolean) => {
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
      promises: promises.map((promise) => {
        const maker = makerOf(promise)
        return {
          what: promise.action || promise.quote,
          quote: promise.quote,
          due: promise.due ? dueIn(me.company.timeZone, promise.due) : null,
          ...(maker && { makerId: maker.id }),
        }
      }),
      attachments: words.files.map((file) => file.id),
      seen,
      anyway,
      answeredAsks,
      allTheSame: excuses.map(({ check, reason }) => ({ check, reason })),
      ...(reading && { care: { ...reading.marks, sorry: reading.marks.sorry ?? true } }),
    }
  }

  const schedule = async (what: What, sendAt: string, anyway: boolean) => {
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
    const sent = await api('POST /conversations/{id}/replies', {
      params,
      body: {
        ...bodyOf(what, anyway),
        undoSeconds,
        ...(what.offer && { offer: what.offer }),
        afterwards: afterwards === 'done' ? 'done' : 'waiting',
        ...(afterwards === 'done' && { goodbye: promises.length ? 'next-step' : 'thanks' }),
        ...(afterwards === 'later' && { later: { until: null, reason: t('later.untilReply') } }),
      },
    })
    setSeen(sent.messageId)
    setCrossed([])
    await on.sent()
    toast({
      text: promises.length ? t('composer.sentPromises', { n: promises.length }) : t('composer.sent'),
      ...(undoSeconds > 0
        ? {
            action: { label: t('app.undo'), run: () => void undo(sent.messageId, words) },
            lasts: undoSeconds * 1000,
          }
        : { lasts: 4000 }),
    })
    if (afterwards !== 'waiting' || afterSend === 'list') return on.list()
    if (afterSend === 'next') {
      const { items } = await api('GET /conversations', { query: { view: 'for-me', limit: 2 } })
      const following = items.find((row) => row.id !== conversation.id && row.status === 'open')
      if (following) go(`/conversations/${following.id}`)
    }
  }

  const send = async (what: What, afterwards: Afterwards, anyway = false) => {
    if (sending) return
    setSending(true)
    on.problem(null)
    try {
      // "Send anyway", after something crossed, means what was meant before.
      const how = anyway && lastHow.current ? lastHow.current : afterwards
      lastHow.current = how
      if (kind === 'reply') {
        if (typeof how === 'object') await schedule(what, how.at, anyway)
        else await reply(what, how, anyway)
        lastHow.current = null
      } else {
        await api('POST /conversations/{id}/notes', {
          params,
          body: { text: what.words.text, attachments: what.words.files.map((file) => file.id) },
        })
        await on.sent()
      }
    } catch (error) {
      if (error instanceof Problem && error.type === 'crossed') {
        const messages = error.document.messages as Crossing[]
        setCrossed(messages)
        // They stand above the words now: the next press of Send has seen them.
        setSeen(messages.at(-1)?.id ?? conversation.seen)
        void queryClient.invalidateQueries({ queryKey: ['GET /conversations/{id}', params] })
      } else on.problem((error as Error).message)
    } finally {
      setSending(false)
    }
  }
  return { send, sending, crossed }
}
