import { useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { HandoverCard } from './HandoverCard.tsx'

/** What is open between two teammates about this conversation; also one that was taken on without a word to the customer. */
export function ConversationHandover({ id }: { id: string }) {
  return usePractice('handover') ? <Shown id={id} /> : null
}

function Shown({ id }: { id: string }) {
  const me = useMe()
  const { data } = useApi('GET /handovers', { query: { conversation: id, limit: 1 } })
  const latest = data?.items[0]
  if (!latest) return null
  const isUntold = latest.state === 'accepted' && !latest.told && latest.toId === me.teammate.id
  return latest.state === 'open' || isUntold ? <HandoverCard handover={latest} here /> : null
}
