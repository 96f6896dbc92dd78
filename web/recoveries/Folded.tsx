import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import type { Recovery } from '#contract/recoveries.ts'
import { t } from '#web/text/t.ts'
import { Due } from '#web/ui/parts.tsx'
import { reached, stepWords } from './words.ts'

/** What is being made right, in one line: how far, what comes next, and whether something waits for a yes. Open, it is the whole trail. */
export function Folded({
  recovery,
  mayAct,
  onOpen,
}: {
  recovery: Recovery
  mayAct: boolean
  onOpen: () => void
}) {
  const { next, check } = recovery
  return (
    <section className="recovery folded" tabIndex={-1} aria-label={t('recovery.title')}>
      <button type="button" className="recovery-line" aria-expanded="false" onClick={onOpen}>
        <span className="meta">
          {t('recovery.title')}, {reached(recovery)}
          {next && ` · ${t('recovery.nextIs', { step: stepWords(next) })}`}
          {next === 'check' && check && (
            <span className={check.reached ? 'late-ink' : ''}>
              {' '}
              <Due at={check.due} />
            </span>
          )}
        </span>
        <span className="cut">{recovery.what}</span>
        {mayAct && recovery.proposals.length > 0 && (
          <span className="chip promise">{t('recovery.toConfirm', { n: recovery.proposals.length })}</span>
        )}
        <CaretDownIcon size={18} aria-hidden="true" />
      </button>
    </section>
  )
}
