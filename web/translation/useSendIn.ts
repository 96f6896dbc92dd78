import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import type { ReplyTranslation } from '#contract/translation.ts'
import { api } from '#web/api/client.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import type { MenuItem } from '#web/ui/Menu.tsx'
import { isSame, nameOf, reads, spokenBy, writtenIn } from './languages.ts'
import { mayAsk, useTranslating } from './useTranslating.ts'

interface Words {
  html: string
  text: string
}
/** A translation, and the words it was made of. */
export interface Shown extends ReplyTranslation {
  of: string
}

const storeOf = (teammateId: string, conversationId: string) => `tend.sendIn.${teammateId}.${conversationId}`

/** The reply was taken back: it is to leave in that language again, once it has been looked at. */
export const keepSendIn = (teammateId: string, conversationId: string, language: string): void =>
  localStorage.setItem(storeOf(teammateId, conversationId), language)

/**
 * A reply that is written in one language and leaves in another. Which one is kept in this browser like the words, so that nobody comes
 * back to a draft and sends it in a language its reader does not read. What leaves was on the screen before.
 */
export function useSendIn(conversation: Conversation) {
  const me = useMe()
  const setting = useTranslating()
  const name = storeOf(me.teammate.id, conversation.id)
  const here = () => localStorage.getItem(name)
  const [to, setTo] = useState(here)
  const [shown, setShown] = useState<Shown | null>(null)
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const may = mayAsk(setting, conversation.inboxId)
  const last = conversation.messages.findLast((one) => one.direction === 'in' && !one.flags.autoReply)
  const theirs = may ? spokenBy(conversation.person.language, last?.text ?? '') : null

  const set = (language: string | null) => {
    if (language) localStorage.setItem(name, language)
    else localStorage.removeItem(name)
    setTo(language)
    setShown(null)
    setProblem(null)
  }
  const make = async ({ html, text }: Words) => {
    if (!to) return
    setProblem(null)
    const from = writtenIn(text)
    if (isSame(from, to)) return setProblem(t('sendIn.already', { language: nameOf(to) }))
    setWorking(true)
    try {
      const made = await api('POST /conversations/{id}/reply-translations', {
        params: { id: conversation.id },
        body: { html, text, writtenIn: from, language: to },
      })
      setShown({ ...made, of: html })
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setWorking(false)
    }
  }
  return {
    to,
    shown,
    working,
    problem,
    engine: setting?.engine?.name ?? '',
    /** They write in this, and whoever answers does not read it. */
    offered: to === null && theirs !== null && !reads(me, theirs) ? theirs : null,
    set,
    make,
    isShown: ({ html }: Words) => shown !== null && shown.language === to && shown.of === html,
    /** It is not what it was on the server: it is made anew at the next press. */
    again: () => setShown(null),
    reload: () => {
      setTo(here())
      setShown(null)
    },
    offer: (may && to === null
      ? { label: t('sendIn.menu'), run: () => set(theirs ?? 'fr') }
      : null) as MenuItem | null,
  }
}
