import { useState } from 'react'
import { t } from '#web/text/t.ts'

/** One line for a reason, and what it is the reason for. It stands where the press was that asked for it. */
export function ReasonLine({
  label,
  does,
  busy,
  onSay,
  onCancel,
}: {
  label: string
  /** What is done with it: "Say no", "Save". */
  does: string
  busy: boolean
  onSay: (because: string) => void
  onCancel?: () => void
}) {
  const [because, setBecause] = useState('')
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        onSay(because)
      }}
    >
      <label className="grow">
        <span className="hide">{label}</span>
        <input
          className="input"
          required
          autoFocus
          maxLength={500}
          placeholder={label}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
      </label>
      <button type="submit" className="button quiet" disabled={busy}>
        {does}
      </button>
      {onCancel && (
        <button type="button" className="button bare" onClick={onCancel}>
          {t('app.cancel')}
        </button>
      )}
    </form>
  )
}
