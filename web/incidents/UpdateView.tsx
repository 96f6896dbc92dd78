import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft'
import { useState } from 'react'
import { Link } from 'wouter'
import type { IncidentUpdate, StopKind, WholeIncident } from '#contract/incident.ts'
import { t } from '#web/text/t.ts'
import { Due } from '#web/ui/parts.tsx'
import { GroupWords } from './GroupWords.tsx'
import { LetterList } from './LetterList.tsx'
import { Sending } from './Sending.tsx'
import { UpdateForm } from './UpdateForm.tsx'
import { useFollowing } from './useNow.ts'

/** One update: its words, the letter of each person, what stops them, and the sending. */
export function UpdateView({
  incident,
  update,
  mayAct,
}: {
  incident: WholeIncident
  update: IncidentUpdate
  mayAct: boolean
}) {
  const [stop, setStop] = useState<StopKind | null>(null)
  const isOpen = update.state === 'draft' || update.state === 'stopped'
  useFollowing(update.state === 'sending' || !update.read || update.letters.written > 0)
  return (
    <div className="update-view">
      <p className="row back-to">
        <Link
          href={`/incidents/${incident.id}/letters`}
          className="icon-button"
          aria-label={t('incident.allLetters')}
        >
          <ArrowLeftIcon size={18} />
        </Link>
        <span className="meta">
          {t('incident.updateNumber', { n: update.position })} · {t(`incident.updateState.${update.state}`)}
          {update.sendingBy && ` · ${update.sendingBy}`}
        </span>
      </p>
      <Sending incident={incident} update={update} mayAct={mayAct} onLook={setStop} />
      <div className="update-columns">
        <div className="stack">
          {mayAct && isOpen ? (
            <>
              <UpdateForm incident={incident} update={update} kind={update.kind} />
              {incident.groups.length > 0 && <GroupWords incident={incident} update={update} />}
            </>
          ) : (
            <article className="stack sent-words" aria-label={update.subject}>
              <h2>{update.subject}</h2>
              <p className="letter-words" dir="auto">
                {update.text}
              </p>
              {update.nextUpdate && (
                <p className="meta">
                  {t('incident.nextUpdate')} <Due at={update.nextUpdate} />
                </p>
              )}
            </article>
          )}
        </div>
        <LetterList
          incident={incident}
          update={update}
          mayAct={mayAct && isOpen}
          stop={stop}
          setStop={setStop}
        />
      </div>
    </div>
  )
}
