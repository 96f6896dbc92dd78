import type { Said, StatusLanguage, StatusLevel, StatusStage } from '#contract/status.ts'

// Words and rules of the status page, pure.

export const worst = (levels: readonly StatusLevel[]): StatusLevel =>
  levels.includes('down') ? 'down' : levels.includes('partly') ? 'partly' : 'works'

/** The words in a reader's language; in the other one where theirs are missing, and then which one that is. */
export function saidIn(said: Said, language: StatusLanguage): { text: string; language: StatusLanguage } {
  const own = said[language]
  if (own) return { text: own, language }
  const other = language === 'en' ? 'de' : 'en'
  return { text: said[other] ?? '', language: other }
}

export interface Update {
  id: string
  stage: StatusStage
  impact: Said
  doing: Said
  levels: Record<string, StatusLevel>
  nextAt: Date | null
  at: Date
}

/** What an update may not leave open, as a pointer and the key of a sentence; null where it can be said. */
export function missingIn(
  update: Pick<Update, 'stage' | 'levels' | 'nextAt'>,
  { now, cause }: { now: Date; cause: Said | null },
): { pointer: string; key: string } | null {
  const { stage, levels, nextAt } = update
  if (nextAt && nextAt <= now) return { pointer: '/nextAt', key: 'status.wrong.nextPast' }
  if (stage !== 'over') return nextAt ? null : { pointer: '/nextAt', key: 'status.wrong.noNext' }
  if (worst(Object.values(levels)) !== 'works') return { pointer: '/levels', key: 'status.wrong.stillBroken' }
  return cause || nextAt ? null : { pointer: '/cause', key: 'status.wrong.noCause' }
}

/** By the newest update of every open report: the worst that is said of a part. */
export function levelsNow(
  open: readonly { newest: Pick<Update, 'levels'> }[],
): Readonly<Record<string, StatusLevel>> {
  const found: Record<string, StatusLevel> = {}
  for (const { newest } of open)
    for (const [part, level] of Object.entries(newest.levels))
      found[part] = worst([level, found[part] ?? 'works'])
  return found
}
