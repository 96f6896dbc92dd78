import type { Editor } from '@tiptap/react'
import type { Conversation } from '#contract/conversations.ts'
import type { Me } from '#contract/team.ts'
import { due } from '#web/ui/time.ts'

/** What a framework's slots are filled with, from the person and the matter; what is not known stays an open slot. */
export function slotValues(conversation: Conversation, me: Me): Record<string, string> {
  const { person, promise } = conversation
  const values = {
    preferredName: person.preferredName ?? person.name.split(' ')[0],
    name: person.name,
    company: person.company,
    subject: conversation.subject,
    promise: conversation.promises.find((one) => one.id === promise?.id)?.what,
    due: promise?.due ? due(promise.due) : null,
    myName: me.teammate.name.split(' ')[0],
    ourCompany: me.company.name,
  }
  return Object.fromEntries(Object.entries(values).filter((one): one is [string, string] => Boolean(one[1])))
}

/** Puts the selection on the first open slot behind `after`, so that the next word fills it. False where there is none. */
export function goToSlot(editor: Editor | null, after = 0): boolean {
  let found: { from: number; to: number } | undefined
  editor?.state.doc.descendants((node, position) => {
    if (found) return false
    found = [...(node.text ?? '').matchAll(/\{\{[^{}]*\}\}/g)]
      .map((slot) => ({ from: position + slot.index, to: position + slot.index + slot[0].length }))
      .find((slot) => slot.from >= after)
    return true
  })
  if (!editor || !found) return false
  editor.chain().focus().setTextSelection(found).scrollIntoView().run()
  return true
}
