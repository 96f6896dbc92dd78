import type { Voice } from '#contract/guide.ts'
import { t } from '#web/text/t.ts'
import { Dialog } from '#web/ui/parts.tsx'
import { VoicePage } from './VoicePage.tsx'

/** The voice guide, beside the letter that is being written. */
export default function OurVoice({ voice, onClose }: { voice: Voice; onClose: () => void }) {
  return (
    <Dialog title={t('care.voice')} onClose={onClose} className="our-voice-page">
      <div className="stack">
        <h1>{t('care.voice')}</h1>
        <VoicePage voice={voice} />
        <div>
          <button type="button" className="button quiet" data-first onClick={onClose}>
            {t('app.close')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
