import { sentences } from '#care/sentences.ts'
import { escapeHtml } from './html.ts'
import { asksToChoose } from './options.ts'
import { type RequestPage, stands } from './page.ts'
import type { Section } from './section.ts'

/** The one thing we need from them, in the words it was asked with. */
export const needSection: Section = {
  name: 'need',
  async html(db, conversation, { page, voice }) {
    const asked = askedOfThem(page)
    if (!asked || (await asksToChoose(db, conversation))) return null
    return `<h2>${voice.told('pages.need')}</h2><blockquote>${escapeHtml(asked)}</blockquote><p><a href="#write">${voice.told('pages.needAnswer')}</a> ${voice.told('pages.needTime')}</p>`
  },
}

/** The last question of our last letter, while it is their turn. */
export function askedOfThem(page: RequestPage): string | null {
  if (page.status !== 'waiting' || stands(page) === 'looked-after') return null
  const last = page.messages.at(-1)
  return last?.ours ? lastQuestion(last.text) : null
}

/** "Is there anything else?" and "Does that help?" ask for nothing that we need. */
const courtesy =
  /\b(anything else|something else|any (other |more |further )?questions|does (that|this) (help|answer|make sense|work)|is that (ok|okay|all right|alright)|how are you|sonst noch|noch (weitere )?fragen|wie geht|hilft (das|dir|ihnen))/i

export function lastQuestion(text: string): string | null {
  const isAsked = ({ text: words, end }: { text: string; end: number }) =>
    /\?["'”’)]*$/.test(words) &&
    words.length > 3 &&
    words.length <= 300 &&
    // The mark in an address goes on with it.
    !/\S/.test(text[end] ?? ' ') &&
    !courtesy.test(words)
  return sentences(text).findLast(isAsked)?.text.replace(/\s+/g, ' ') ?? null
}
