import type { Check } from '#care/checks.ts'
import { type TextKey, t } from '#web/text/t.ts'

/** How loud a check can be, in a word. */
export function SeverityChip({ check }: { check: Pick<Check, 'severity'> }) {
  return (
    <span
      className={check.severity === 'important' ? 'chip promise' : 'chip'}
      title={t(`guide.severity.${check.severity}.why` as TextKey)}
    >
      {t(`guide.severity.${check.severity}` as TextKey)}
    </span>
  )
}
