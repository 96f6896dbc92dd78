import type { WholeIncident } from '#contract/incident.ts'
import { useApi } from '#web/api/query.ts'

/** Teammates who see the incident's inbox and may write there. */
export function useConcierges(incident: WholeIncident) {
  const { data } = useApi('GET /teammates')
  return (data?.items ?? []).filter(
    (one) =>
      one.role !== 'observer' &&
      one.state !== 'signed-out-for-good' &&
      (one.role === 'admin' || one.inboxes.includes(incident.inboxId)),
  )
}
