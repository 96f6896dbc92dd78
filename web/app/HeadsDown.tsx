import { BellSlashIcon } from '@phosphor-icons/react/dist/csr/BellSlash'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import { goHeadsDown, useHeadsDown, useItsEnd } from './headsDown.ts'
import { keyWords } from './keys.ts'
import './headsDown.css'

/** Says that I am heads-down, and until when; what was held comes in one word afterwards. Out of the way else. */
export default function HeadsDown() {
  const until = useHeadsDown()
  const [, go] = useLocation()
  useItsEnd(
    until,
    useCallback(
      (held: number) =>
        toast({
          text: t('headsDown.over', { n: held }),
          ...(held > 0 ? { action: { label: t('nudge.look'), run: () => go('/today') } } : { lasts: 6000 }),
        }),
      [go],
    ),
  )
  if (!until) return null
  const set = (minutes: number) =>
    void goHeadsDown(minutes).catch((problem: Error) => toast({ text: problem.message, lasts: 8000 }))
  const left = Math.max(0, Math.round((Date.parse(until) - Date.now()) / 60_000))
  return (
    <div className="banner heads-down" role="status">
      <BellSlashIcon size={20} />
      <span className="grow">
        {t('headsDown.until')} <Time at={until} />. <span className="meta">{t('headsDown.what')}</span>
      </span>
      <button type="button" className="button bare" onClick={() => set(Math.min(480, left + 25))}>
        {t('headsDown.more')}
      </button>
      <button type="button" className="button bare" onClick={() => set(0)}>
        {t('headsDown.end')} <kbd>{keyWords('q')}</kbd>
      </button>
    </div>
  )
}
