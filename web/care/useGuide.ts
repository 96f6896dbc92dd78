import type { GuideInForce } from '#contract/guide.ts'
import type { ReaderContext } from '#contract/readings.ts'
import { useApi } from '#web/api/query.ts'

/** What this team has decided for an inbox; until it is here, nothing but the reader's own checks. */
export const useGuide = (inboxId: string | null): GuideInForce | undefined =>
  useApi('GET /inboxes/{id}/guide', { params: { id: inboxId ?? '' } }, { enabled: inboxId !== null }).data

/** When somebody is here, and my own last letters; until it is here, promises are counted in plain days. */
export const useReader = (inboxId: string | null): ReaderContext | undefined =>
  useApi('GET /inboxes/{id}/reader', { params: { id: inboxId ?? '' } }, { enabled: inboxId !== null }).data
