import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight'
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple'
import { useState } from 'react'
import { Link } from 'wouter'
import type { IncidentLetter, IncidentUpdate, WholeIncident } from '#contract/incident.ts'
import { useAction } from '#web/api/query.ts'
import { Highlighted } from '#web/care/Highlighted.tsx'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'

/** One person's letter as it will be read: what stops it, and a way to say it differently to this one. */
export function Letter({
  incident,
  update,
  letter,
  mayAct,
  isOpen,
  onOpen,
}: {
  incident: WholeIncident
  update: IncidentUpdate
  letter: IncidentLetter
  mayAct: boolean
  isOpen: boolean
  onOpen: () => void
}) {
  const [edits, setEdits] = useState(false)
  const stopped = letter.stops.filter((one) => !one.reviewed)
  const Caret = isOpen ? CaretDownIcon : CaretRightIcon
  const mayEdit = mayAct && letter.state === 'draft'
  return (
    <div className={`own-letter ${stopped.length > 0 ? 'stopped' : ''} ${isOpen ? 'open' : ''}`}>
      <button
        type="button"
        className="letter-line"
        data-letter={letter.customerId}
        aria-expanded={isOpen}
        onClick={onOpen}
      >
        <Caret size={16} aria-hidden="true" />
        <span className="grow">
          <b>{letter.name}</b> {letter.edited && <span className="chip">{t('incident.byHand')}</span>}
          <span className="meta sub">
            {stopped.length > 0
              ? stopped.map((one) => one.says).join(' ')
              : letter.from
                ? t('incident.inTheNameOf', { name: letter.from })
                : t('incident.nobodyWrites')}
          </span>
        </span>
        <span className={`chip ${chips[letter.state]}`}>{t(`incident.letterState.${letter.state}`)}</span>
      </button>
      {isOpen &&
        (edits && mayEdit ? (
          <Edit incident={incident} update={update} letter={letter} onClose={() => setEdits(false)} />
        ) : (
          <div className="stack letter-open">
            <Stops update={update} incident={incident} letter={letter} mayAct={mayEdit} />
            <p className="letter-subject">{letter.subject}</p>
            <p className="letter-words" dir="auto">
              <Highlighted text={letter.text} places={placesOf(letter)} label={t('incident.stopHere')} />
            </p>
            <div className="row">
              {mayEdit && (
                <button type="button" className="button quiet" onClick={() => setEdits(true)}>
                  <PencilSimpleIcon size={16} /> {t('incident.editOne')}
                  <span className="hide">: {letter.name}</span>
                </button>
              )}
              {letter.conversationId && (
                <Link
                  href={`/conversations/${letter.conversationId}${letter.messageId ? `#${letter.messageId}` : ''}`}
                >
                  {t('incident.toConversation')}
                </Link>
              )}
            </div>
          </div>
        ))}
    </div>
  )
}

const chips = {
  draft: '',
  waiting: 'promise',
  written: 'promise',
  told: 'kept',
  refused: 'late',
  otherwise: '',
} as const

/** Where the words that stop it stand in the letter. */
function placesOf(letter: IncidentLetter): { start: number; end: number }[] {
  return letter.stops.flatMap((one) => {
    const start = one.quote && !one.reviewed ? letter.text.indexOf(one.quote) : -1
    return start < 0 ? [] : [{ start, end: start + one.quote!.length }]
  })
}

function Stops({
  incident,
  update,
  letter,
  mayAct,
}: {
  incident: WholeIncident
  update: IncidentUpdate
  letter: IncidentLetter
  mayAct: boolean
}) {
  const review = useAction('POST /incidents/{id}/updates/{update}/reviews')
  if (letter.stops.length === 0) return null
  return (
    <ul className="letter-stops">
      {letter.stops.map((one) => (
        <li key={`${one.kind} ${one.what} ${one.quote}`} className={one.reviewed ? 'reviewed' : ''}>
          <span className="grow">
            {one.says}
            {one.reviewed && <span className="meta"> {t('incident.reviewed')}</span>}
          </span>
          {mayAct && !one.reviewed && one.kind !== 'empty' && (
            <button
              type="button"
              className="button quiet"
              disabled={review.isPending}
              onClick={() =>
                review.mutate({
                  params: { id: incident.id, update: update.position },
                  body: {
                    kind: one.kind as 'care',
                    what: one.what,
                    customerIds: [letter.customerId],
                  },
                })
              }
            >
              {t('incident.mayGo')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Edit({
  incident,
  update,
  letter,
  onClose,
}: {
  incident: WholeIncident
  update: IncidentUpdate
  letter: IncidentLetter
  onClose: () => void
}) {
  const params = { id: incident.id, update: update.position, customerId: letter.customerId }
  const [subject, setSubject] = useState(letter.subject)
  const [text, setText] = useState(letter.text)
  const save = useAction('PUT /incidents/{id}/updates/{update}/letters/{customerId}', {
    quiet: true,
    onDone: onClose,
  })
  const back = useAction('DELETE /incidents/{id}/updates/{update}/letters/{customerId}', {
    onDone: onClose,
  })
  return (
    <form
      className="stack letter-open"
      aria-label={`${t('incident.editOne')}: ${letter.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ params, body: { subject, text } })
      }}
    >
      <div className="field">
        <label htmlFor={`subject-${letter.customerId}`}>{t('new.subject')}</label>
        <input
          id={`subject-${letter.customerId}`}
          className="input"
          required
          maxLength={300}
          value={subject}
          onChange={(event) => setSubject(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`text-${letter.customerId}`}>{t('incident.textTo', { name: letter.name })}</label>
        <textarea
          id={`text-${letter.customerId}`}
          className="input"
          dir="auto"
          rows={10}
          required
          autoFocus
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {save.error && (
        <p className="problem" role="alert">
          {save.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} quiet busy={save.isPending} onCancel={onClose}>
        {letter.edited && (
          <button
            type="button"
            className="button bare"
            disabled={back.isPending}
            onClick={() => back.mutate({ params })}
          >
            {t('incident.commonAgain')}
          </button>
        )}
      </FormEnd>
    </form>
  )
}
