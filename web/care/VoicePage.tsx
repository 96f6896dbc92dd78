import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check'
import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { useId } from 'react'
import type { Voice } from '#contract/guide.ts'
import { t } from '#web/text/t.ts'
import './voice.css'

export const isSilent = (voice: Voice | undefined): boolean =>
  !voice ||
  ![voice.address, voice.tone, voice.signOff, voice.notes, ...voice.dos, ...voice.donts].some((one) => one)

/** The voice guide as a page to read; what is not said is not shown. */
export function VoicePage({ voice }: { voice: Voice }) {
  return (
    <div className="voice-page">
      {voice.tone && <p className="voice-tone serif">{voice.tone}</p>}
      <dl>
        {voice.address && (
          <>
            <dt>{t('guide.voice.address')}</dt>
            <dd>{voice.address}</dd>
          </>
        )}
        {voice.signOff && (
          <>
            <dt>{t('guide.voice.signOff')}</dt>
            <dd className="serif">{voice.signOff}</dd>
          </>
        )}
      </dl>
      {(voice.dos.length > 0 || voice.donts.length > 0) && (
        <div className="voice-lists">
          <List title={t('guide.voice.dos')} lines={voice.dos} good />
          <List title={t('guide.voice.donts')} lines={voice.donts} />
        </div>
      )}
      {voice.notes && <p className="voice-notes">{voice.notes}</p>}
    </div>
  )
}

function List({ title, lines, good }: { title: string; lines: readonly string[]; good?: boolean }) {
  const id = useId()
  if (lines.length === 0) return null
  return (
    <div className={good ? 'voice-list good' : 'voice-list'}>
      <p className="label" id={id}>
        {title}
      </p>
      <ul aria-labelledby={id}>
        {lines.map((line) => (
          <li key={line}>
            {good ? <CheckIcon size={16} weight="bold" /> : <XIcon size={16} weight="bold" />}
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
