import type { Conversation } from '#contract/conversations.ts'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import type { MenuItem } from '#web/ui/Menu.tsx'
import { toast } from '#web/ui/toast.tsx'
import type { Panel } from './ThreadHead.tsx'

/** Does it, reads anew what may have changed, and says a refusal in its own words. True when it was done. */
export async function trying(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act()
    void queryClient.invalidateQueries()
    return true
  } catch (error) {
    toast({ text: (error as Error).message, lasts: 8000 })
    return false
  }
}

/** What takes a conversation out of the way, or tells me what happens in it; each with its undo. */
export function useTies(conversation: Conversation) {
  const me = useMe().teammate.id
  const { id } = conversation
  const params = { id }
  const follows = conversation.followers.includes(me)
  const follow = (next: boolean) =>
    trying(() => api('PUT /conversations/{id}/following', { params, body: { follows: next } })).then(
      (done) => done && toast({ text: t(next ? 'ties.followed' : 'ties.unfollowed'), lasts: 4000 }),
    )
  const notSpam = () =>
    trying(() => api('DELETE /conversations/{id}/spam', { params })).then(
      (done) => done && toast({ text: t('spam.undone'), lasts: 5000 }),
    )
  const spam = (block: boolean) =>
    trying(() => api('POST /conversations/{id}/spam', { params, body: { block } })).then(
      (done) =>
        done &&
        toast({
          text: t(block ? 'spam.blocked' : 'spam.done'),
          action: { label: t('app.undo'), run: () => void notSpam() },
        }),
    )
  return { follows, follow, spam, notSpam }
}

/** The rarer acts on a conversation, behind the three dots. */
export function useTieItems(conversation: Conversation, setPanel: (panel: Panel) => void): MenuItem[] {
  const { follows, follow, spam, notSpam } = useTies(conversation)
  return [
    { label: t(follows ? 'ties.unfollow' : 'ties.follow'), run: () => void follow(!follows) },
    { label: t('forward.title'), hint: 'f', run: () => setPanel('forward') },
    { label: t('ties.merge'), run: () => setPanel('merge') },
    { label: t('ties.link'), run: () => setPanel('link') },
    { label: t('ties.move'), run: () => setPanel('move') },
    ...(conversation.spam
      ? [{ label: t('spam.not'), run: () => void notSpam() }]
      : [
          { label: t('spam.mark'), run: () => void spam(false) },
          { label: t('spam.block'), run: () => void spam(true) },
        ]),
  ]
}
