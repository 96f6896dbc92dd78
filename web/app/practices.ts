import type { PracticeName } from '#contract/practices.ts'
import { useApi } from '#web/api/query.ts'

/** Whether the team works this way; false until the answer is here, so that nothing appears and goes again. */
export function usePractice(name: PracticeName): boolean {
  const { data } = useApi('GET /practices')
  return data?.on.includes(name) ?? false
}
