import { useState } from 'react'
import type { NewOffer } from '#contract/options.ts'
import { usePractice } from '#web/app/practices.ts'
import { t } from '#web/text/t.ts'
import type { MenuItem } from '#web/ui/Menu.tsx'
import { wallClock } from '#web/ui/time.ts'

/** An offer as it is being written: times on the wall clock of whoever writes. */
export interface OfferDraft {
  question: string
  choices: { text: string; due: string; theirs: boolean }[]
  ownIdea: boolean
}

const nameOf = (teammateId: string, conversationId: string) => `tend.offer.${teammateId}.${conversationId}`

/** Kept in this browser as it is written, like the words beside it; it is nothing until the reply is sent. */
export function useOffer(teammateId: string, conversationId: string) {
  const name = nameOf(teammateId, conversationId)
  const here = () => JSON.parse(localStorage.getItem(name) ?? 'null') as OfferDraft | null
  const [offer, setOffer] = useState(here)
  const set = (next: OfferDraft | null) => {
    if (next) localStorage.setItem(name, JSON.stringify(next))
    else localStorage.removeItem(name)
    setOffer(next)
  }
  return { offer, set, reload: () => setOffer(here()) }
}

/** What is sent; null while there are not two things to choose from. */
export function ready({ question, choices, ownIdea }: OfferDraft): NewOffer | null {
  const given = choices.filter((one) => one.text.trim())
  if (!question.trim() || given.length < 2) return null
  return {
    question: question.trim(),
    ownIdea,
    choices: given.map(({ text, due, theirs }) => ({
      text: text.trim(),
      due: due ? new Date(due).toISOString() : null,
      theirs,
    })),
  }
}

/** The reply was taken back: what it offered is being written again. */
export function keepOffer(teammateId: string, conversationId: string, given: NewOffer): void {
  const choices = given.choices.map(({ text, due, theirs }) => ({
    text,
    due: due ? wallClock(new Date(due)) : '',
    theirs: theirs ?? false,
  }))
  const draft: OfferDraft = { question: given.question, ownIdea: given.ownIdea ?? true, choices }
  localStorage.setItem(nameOf(teammateId, conversationId), JSON.stringify(draft))
}

/** "Offer options", where the team works it out together with people. */
export function useOptionsOffer({ offer, set }: ReturnType<typeof useOffer>): MenuItem | null {
  const isOn = usePractice('options')
  if (!isOn || offer) return null
  const empty = { text: '', due: '', theirs: false }
  return {
    label: t('offer.title'),
    run: () => set({ question: t('offer.usual'), choices: [empty, empty], ownIdea: true }),
  }
}
