import { type ReactNode, useRef, useState } from 'react'
import { t } from '#web/text/t.ts'
import { Dialog } from './parts.tsx'
import { toast } from './toast.tsx'

/**
 * Copies, and says so. Browsers copy for a page only over https; where they do not (a Tend reached by plain http in one's own
 * network), `box` shows the text, selected, for whoever wants it to copy by hand.
 */
export function useCopy(): { copy: (text: string, done?: string) => void; box: ReactNode } {
  const [byHand, setByHand] = useState<string | null>(null)
  const copy = (text: string, done = t('copy.done')) => {
    if (!navigator.clipboard) return setByHand(text)
    navigator.clipboard.writeText(text).then(
      () => toast({ text: done, lasts: 4000 }),
      () => setByHand(text),
    )
  }
  return { copy, box: byHand !== null && <ByHand text={byHand} onClose={() => setByHand(null)} /> }
}

function ByHand({ text, onClose }: { text: string; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <Dialog title={t('copy.title')} onClose={onClose}>
      <div className="stack">
        <h2>{t('copy.title')}</h2>
        <p id="copy-why">{t('copy.why')}</p>
        <input
          ref={field}
          className="input mono"
          readOnly
          data-first
          value={text}
          aria-label={t('copy.title')}
          aria-describedby="copy-why"
          onFocus={() => field.current?.select()}
        />
        <div className="row">
          <button type="button" className="button quiet" onClick={onClose}>
            {t('app.close')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
