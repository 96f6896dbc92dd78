import type { GuideInForce } from '#contract/guide.ts'
import { useApi } from '#web/api/query.ts'

/** What this team has decided for an inbox; until it is here, nothing but the reader's own checks. */
export const useGuide = (inboxId: string | null): GuideInForce | undefined =>
  useApi('GET /inboxes/{id}/guide', { params: { id: inboxId ?? '' } }, { enabled: inboxId !== null }).data
