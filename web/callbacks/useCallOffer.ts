import type { Editor } from '@tiptap/react'
import type { Conversation } from '#contract/conversations.ts'
import { usePractice } from '#web/app/practices.ts'
import { t } from '#web/text/t.ts'
import type { MenuItem } from '#web/ui/Menu.tsx'

/** "If you would rather talk": one press puts a quiet line with the link into the reply; the customer picks the time. */
export function useCallOffer(
  conversation: Conversation,
  editor: Editor | null,
  /** Others than the customer would get the letter: the link is theirs alone. */
  isShared: boolean,
  problem: (text: string) => void,
): MenuItem | null {
  const isOn = usePractice('callbacks')
  if (!isOn || !editor) return null
  const url = `${conversation.pageUrl}#call`
  return {
    label: t('call.offer'),
    run: () => {
      if (isShared)
        return problem(
          t('call.offerAlone', { who: conversation.person.preferredName ?? conversation.person.name }),
        )
      editor
        .chain()
        .focus('end')
        .insertContent([
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: `${t('call.offerLine')} ` },
              { type: 'text', text: url, marks: [{ type: 'link', attrs: { href: url } }] },
            ],
          },
        ])
        .run()
    },
  }
}
