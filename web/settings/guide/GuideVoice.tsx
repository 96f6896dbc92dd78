import { useState } from 'react'
import type { Guide } from '#contract/guide.ts'
import { isSilent, VoicePage } from '#web/care/VoicePage.tsx'
import { t } from '#web/text/t.ts'
import { useWho } from './useWho.ts'
import { VoiceForm } from './VoiceForm.tsx'

export type GuideVoiceEntry = Guide['voices'][number]
/** How we sound: a page to read; a lead rewrites it. An inbox adds to the house's. */
export function GuideVoice({
  guide,
  inboxId,
  mayChange,
}: {
  guide: Guide
  inboxId: string | null
  mayChange: boolean
}) {
  const who = useWho()
  const [writing, setWriting] = useState(false)
  const house = guide.voices.find((one) => one.inboxId === null)
  const own = inboxId === null ? house : guide.voices.find((one) => one.inboxId === inboxId)
  if (writing)
    return (
      <VoiceForm
        voice={own}
        inboxId={inboxId}
        house={inboxId === null ? undefined : house}
        onClose={() => setWriting(false)}
      />
    )
  return (
    <article className="card guide-voice" aria-label={t('guide.part.voice')}>
      {inboxId !== null && <p className="meta">{t('guide.voice.adds')}</p>}
      {own && !isSilent(own) ? (
        <VoicePage voice={own} />
      ) : (
        <div className="empty">
          <p>{t(inboxId === null ? 'guide.voice.none' : 'guide.voice.noneHere')}</p>
          {mayChange && <p className="meta">{t('guide.voice.noneHow')}</p>}
        </div>
      )}
      <footer className="row">
        <span className="meta grow">{own && !isSilent(own) && who(own)}</span>
        {mayChange && (
          <button type="button" className="button quiet" onClick={() => setWriting(true)}>
            {t(isSilent(own) ? 'guide.voice.write' : 'guide.voice.rewrite')}
          </button>
        )}
      </footer>
    </article>
  )
}
