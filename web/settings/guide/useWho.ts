import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { near } from '#web/ui/time.ts'

/** Who changed it and when, in a few words; behind what the sample team brought stands nobody. */
export function useWho(): (entry: { at: string; byId: string | null }) => string {
  const { data } = useApi('GET /teammates', { query: { limit: 100 } })
  return ({ at, byId }) => {
    const name = data?.items.find((one) => one.id === byId)?.name
    return name ? t('guide.by', { who: name, when: near(at) }) : near(at)
  }
}
