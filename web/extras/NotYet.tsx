import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { speaksOf } from './words.ts'
import './extras.css'

/** The draft speaks of a little extra that is not possible yet: said once, and it stops nothing. */
export default function NotYet({ conversationId, text }: { conversationId: string; text: string }) {
  const { data } = useApi('GET /conversations/{id}/extras', { params: { id: conversationId } })
  const early = data?.items.find(
    (one) => (one.state === 'waiting' || one.state === 'to-make') && speaksOf(text, one.name),
  )
  if (!early) return null
  return (
    <p className="extras-early" role="status">
      {t(early.state === 'waiting' ? 'extras.early.waiting' : 'extras.early.toMake', {
        name: early.name,
        maker: early.makerName?.split(' ')[0] ?? '',
      })}
    </p>
  )
}
