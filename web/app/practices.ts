import type { PracticeName } from '#contract/practices.ts'
import { useApi } from '#web/api/query.ts'

/** Whether the team works this way; `unknown` until the answer is here. */
export function useStanding(name: PracticeName): 'unknown' | 'on' | 'off' {
  const { data } = useApi('GET /practices')
  if (!data) return 'unknown'
  return data.on.includes(name) ? 'on' : 'off'
}

/** The same where nothing is shown meanwhile: false until the answer is here, so that nothing appears and goes again. */
export const usePractice = (name: PracticeName): boolean => useStanding(name) === 'on'
