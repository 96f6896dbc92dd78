import { usualActs } from '#contract/acts.ts'
import { t } from '#web/text/t.ts'

/** The name of an act: ours for the usual ones, the team's own as they gave it. */
export const actWords = (kind: string): string =>
  (usualActs as readonly string[]).includes(kind) ? t(`act.${kind as (typeof usualActs)[number]}`) : kind
