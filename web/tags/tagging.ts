import type { Conversation, ConversationRow } from '#contract/conversations.ts'
import type { Tag } from '#contract/tags.ts'
import { queryClient } from '#web/api/cache.ts'
import { nameOf } from '#web/api/query.ts'
import { doOrWait, takeBack, waitingNow } from '#web/offline/line.ts'
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
    const tags = on ? await put(conversation, name) : await take(conversation, worn!)
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

/** One that waits for the line has no id yet, and is taken off by not being sent. */
const waitsAs = (id: string, name: string) =>
  waitingNow().find(
    (one) => one.key === 'POST /conversations/{id}/tags' && one.params.id === id && one.body?.name === name,
  )

async function put({ id, tags }: Worn, name: string): Promise<Tag[]> {
  const request = { params: { id }, body: { name } }
  const answer = await doOrWait('POST /conversations/{id}/tags', request, { name: nameOf(id), gist: name })
  return answer?.tags ?? [...tags, { id: '', name }]
}

async function take({ id, tags }: Worn, tag: Tag): Promise<Tag[]> {
  const waits = waitsAs(id, tag.name)
  const params = { id, tagId: tag.id }
  if (waits) await takeBack(waits)
  else
    await doOrWait(
      'DELETE /conversations/{id}/tags/{tagId}',
      { params },
      { name: nameOf(id), gist: tag.name },
    )
  return tags.filter((one) => one !== tag)
}
