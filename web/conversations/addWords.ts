import type { Conversation } from '#contract/conversations.ts'
import { putBack } from './draftStore.ts'
import { firstWords } from './useDraft.ts'

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\n/g, '<br>')

/** Puts words into my reply to a conversation, behind what is written there already; they are sent by hand or not at all. */
export function addWords(teammateId: string, conversation: Conversation, text: string): void {
  const place = { teammateId, conversationId: conversation.id, kind: 'reply' as const }
  const { words } = firstWords(conversation, place)
  const html = text
    .split(/\n{2,}/)
    .map((part) => `<p>${escaped(part)}</p>`)
    .join('')
  putBack(place, {
    ...words,
    html: words.text.trim() ? words.html + html : html,
    text: [words.text.trim(), text].filter(Boolean).join('\n\n'),
  })
}
