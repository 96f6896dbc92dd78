import { type ReactNode, useState } from 'react'
import { useAction } from '#web/api/query.ts'
import { VoicePage } from '#web/care/VoicePage.tsx'
import { type TextKey, t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { toast } from '#web/ui/toast.tsx'
import type { GuideVoiceEntry } from './GuideVoice.tsx'

type Words = Record<'address' | 'tone' | 'signOff' | 'dos' | 'donts' | 'notes', string>

const wordsOf = (voice: GuideVoiceEntry | undefined): Words => ({
  address: voice?.address ?? '',
  tone: voice?.tone ?? '',
  signOff: voice?.signOff ?? '',
  dos: voice?.dos.join('\n') ?? '',
  donts: voice?.donts.join('\n') ?? '',
  notes: voice?.notes ?? '',
})
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Writes the voice guide. What a colleague has written meanwhile is shown beside these words, never overwritten. */
export function VoiceForm({
  voice,
  inboxId,
  house,
  onClose,
}: {
  voice: GuideVoiceEntry | undefined
  inboxId: string | null
  /** What holds where this inbox says nothing itself. */
  house: GuideVoiceEntry | undefined
  onClose: () => void
}) {
  const [words, setWords] = useState(() => wordsOf(voice))
  const [since, setSince] = useState(voice?.at ?? null)
  const save = useAction('PUT /guide/voice', {
    quiet: true,
    onDone: () => {
      toast({ text: t('guide.voice.saved'), lasts: 4000 })
      onClose()
    },
  })
  const newer =
    save.error?.type === 'newer-guide'
      ? (save.error.document.newer as GuideVoiceEntry | undefined)
      : undefined
  const field = (name: keyof Words, rows: number, small?: ReactNode) => (
    <div className="field">
      <label htmlFor={`voice-${name}`}>{t(`guide.voice.${name}` as TextKey)}</label>
      {rows === 1 ? (
        <input
          id={`voice-${name}`}
          className="input"
          maxLength={200}
          value={words[name]}
          onChange={(event) => setWords({ ...words, [name]: event.target.value })}
        />
      ) : (
        <textarea
          id={`voice-${name}`}
          className="input"
          rows={rows}
          value={words[name]}
          onChange={(event) => setWords({ ...words, [name]: event.target.value })}
        />
      )}
      <small>{small ?? t(`guide.voice.${name}.help` as TextKey)}</small>
      {house && words[name].trim() === '' && wordsOf(house)[name] && (
        <small className="voice-house">
          {t('guide.voice.houseSays')} <span className="serif">{wordsOf(house)[name]}</span>
        </small>
      )}
    </div>
  )
  return (
    <form
      className="card stack guide-voice"
      onSubmit={(event) => {
        event.preventDefault()
        const { dos, donts, ...rest } = words
        save.mutate({
          body: { ...rest, dos: linesOf(dos), donts: linesOf(donts), inboxId, changedSince: since },
        })
      }}
    >
      {field('tone', 3)}
      {field('address', 2)}
      {field('signOff', 1)}
      <div className="two">
        {field('dos', 5)}
        {field('donts', 5)}
      </div>
      {field('notes', 5)}
      {save.error && (
        <div className="problem" role="alert">
          <p>{save.error.message}</p>
        </div>
      )}
      {newer && (
        <div className="voice-newer stack">
          <p className="label">{t('guide.voice.theirs')}</p>
          <VoicePage voice={newer} />
          <div className="row">
            <button
              type="button"
              className="button quiet"
              onClick={() => {
                setWords(wordsOf(newer))
                setSince(newer.at)
                save.reset()
              }}
            >
              {t('guide.voice.takeTheirs')}
            </button>
            <button
              type="button"
              className="button bare"
              onClick={() => {
                setSince(newer.at)
                save.reset()
              }}
            >
              {t('guide.voice.keepMine')}
            </button>
          </div>
        </div>
      )}
      <FormEnd does={t('app.save')} busy={save.isPending} onCancel={onClose} />
    </form>
  )
}
