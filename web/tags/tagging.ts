import type { Conversation, ConversationRow } from '#contract/conversations.ts'
import type { Tag } from '#contract/tags.ts'
import { api } from '#web/api/client.ts'
import { queryClient } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

type Worn = Pick<ConversationRow, 'id' | 'tags'>

/** Paints at once what the server is being told; what it says afterwards counts. */
function paint(id: string, change: (tags: Tag[]) => Tag[]): void {
  queryClient.setQueriesData<Conversation>(
    { queryKey: ['GET /conversations/{id}', { id }] },
    (before) => before && { ...before, tags: change(before.tags) },
  )
}

/** Puts a tag on, or takes it off, with its undo. A refusal is said, and what stands is read again. */
export async function setTag(conversation: Worn, name: string, on: boolean): Promise<void> {
  const same = (one: Tag) => one.name.toLowerCase() === name.toLowerCase()
  const worn = conversation.tags.find(same)
  if (on === Boolean(worn)) return
  paint(conversation.id, (tags) => (on ? [...tags, { id: '', name }] : tags.filter((one) => !same(one))))
  try {
    const tags = on ? await put(conversation.id, name) : await take(conversation, worn!)
    const undo = () => void setTag({ id: conversation.id, tags }, name, !on)
    toast({
      text: t(on ? 'tag.putOn' : 'tag.takenOff', { name }),
      action: { label: t('app.undo'), run: undo },
    })
  } catch (refusal) {
    toast({ text: (refusal as Error).message, lasts: 8000 })
  }
  void queryClient.invalidateQueries()
}

const put = async (id: string, name: string): Promise<Tag[]> =>
  (await api('POST /conversations/{id}/tags', { params: { id }, body: { name } })).tags

async function take({ id, tags }: Worn, tag: Tag): Promise<Tag[]> {
  await api('DELETE /conversations/{id}/tags/{tagId}', { params: { id, tagId: tag.id } })
  return tags.filter((one) => one.id !== tag.id)
}
