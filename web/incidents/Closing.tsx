import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle'
import { CircleIcon } from '@phosphor-icons/react/dist/csr/Circle'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { WholeIncident } from '#contract/incident.ts'
import type { Answer } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { inUnit, kindWords } from '#web/authority/words.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Skeleton, Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import { MakeGood } from './MakeGood.tsx'
import './closing.css'

type Ending = Answer<'GET /incidents/{id}/closing'>
type Item = Ending['items'][number]

/** What has to be done before it is over, each with the way to do it; and then it is over. */
export default function Closing({ incident, mayAct }: { incident: WholeIncident; mayAct: boolean }) {
  const { data, error } = useApi('GET /incidents/{id}/closing', { params: { id: incident.id } })
  const [open, setOpen] = useState<Item['kind'] | null>(null)
  // What is saved late must not shut what was opened meanwhile.
  const shut = (kind: Item['kind']) => setOpen((now) => (now === kind ? null : now))
  if (error && !data) return <p className="problem">{error.message}</p>
  if (!data) return <Skeleton lines={5} />
  return (
    <div className="stack closing">
      <ul className="closing-items">
        {data.items.map((item) => {
          const Icon = item.done ? CheckCircleIcon : CircleIcon
          return (
            <li key={item.kind} className={item.done ? 'done' : item.needed ? 'needed' : ''}>
              <Icon size={22} weight={item.done ? 'fill' : 'regular'} aria-hidden="true" />
              <div className="grow">
                <p>
                  <b>{t(`incident.closing.${item.kind}`)}</b>
                  <span className="hide">
                    , {t(item.done ? 'recovery.state.done' : 'recovery.state.open')}
                  </span>
                  {!item.needed && !item.done && <span className="meta"> {t('incident.onlyShown')}</span>}
                </p>
                <p className="says">{item.says}</p>
                {item.kind === 'cause' && incident.cause && <p className="serif">{incident.cause}</p>}
                {item.kind === 'make-good' && <Decided ending={data} />}
                {open === item.kind && item.kind === 'cause' && (
                  <Cause incident={incident} onClose={() => shut('cause')} />
                )}
                {open === item.kind && item.kind === 'make-good' && (
                  <MakeGood incident={incident} onClose={() => shut('make-good')} />
                )}
              </div>
              {mayAct && open !== item.kind && (
                <Way incident={incident} item={item} onOpen={() => setOpen(item.kind)} />
              )}
            </li>
          )
        })}
      </ul>
      {mayAct && <Close incident={incident} ending={data} />}
    </div>
  )
}

/** Where each of them is done. */
function Way({ incident, item, onOpen }: { incident: WholeIncident; item: Item; onOpen: () => void }) {
  const { id } = incident
  const draft = incident.updates.find((one) => one.kind === 'closing' && one.state !== 'sent')
  if (item.kind === 'cause' || item.kind === 'make-good')
    return (
      <button type="button" className={item.done ? 'button bare' : 'button quiet'} onClick={onOpen}>
        {t(
          item.kind === 'cause'
            ? incident.cause
              ? 'incident.rewordCause'
              : 'incident.sayCause'
            : 'incident.decideMakeGood',
        )}
      </button>
    )
  if (item.done) return null
  const letter = `/incidents/${id}/letters/${draft ? draft.position : 'new?kind=closing'}`
  const toClosing = !incident.updates.some((one) => one.kind === 'closing' && one.state === 'sent')
  const places = {
    told: toClosing ? letter : `/incidents/${id}?state=untold`,
    thanks: toClosing ? letter : `/incidents/${id}`,
    answers: `/incidents/${id}?state=waiting`,
    promises: '/promises',
    proposals: `/incidents/${id}`,
  }
  return (
    <Link href={places[item.kind]} className="button quiet">
      {(item.kind === 'told' || item.kind === 'thanks') && toClosing
        ? t('incident.writeClosing')
        : t('incident.showThem')}
    </Link>
  )
}

function Decided({ ending }: { ending: Ending }) {
  if (ending.makeGood.length === 0) return null
  return (
    <ul className="decided">
      {ending.makeGood.map((one) => (
        <li key={`${one.at} ${one.kind}`}>
          <b>
            {one.kind === null
              ? t('incident.nothing')
              : `${kindWords(one.kind)}, ${inUnit(one.amount ?? 0, one.unit ?? '')}`}
          </b>{' '}
          {one.because}{' '}
          <span className="meta">
            {one.kind !== null &&
              t('incident.decidedFor', { decided: one.decided, asked: one.asked, left: one.left })}{' '}
            {one.by && `${one.by}, `}
            <Time at={one.at} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Cause({ incident, onClose }: { incident: WholeIncident; onClose: () => void }) {
  const [cause, setCause] = useState(incident.cause ?? '')
  const save = useAction('PATCH /incidents/{id}', { quiet: true, onDone: onClose })
  return (
    <form
      className="stack"
      aria-label={t('incident.sayCause')}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ params: { id: incident.id }, body: { cause: cause.trim() || null } })
      }}
    >
      <div className="field">
        <label htmlFor="closing-cause">{t('incident.cause')}</label>
        <textarea
          id="closing-cause"
          className="input"
          dir="auto"
          rows={4}
          autoFocus
          required
          maxLength={2000}
          placeholder={t('incident.causeExample')}
          value={cause}
          onChange={(event) => setCause(event.target.value)}
        />
        <small>{t('incident.causeHelp')}</small>
      </div>
      {save.error && (
        <p className="problem" role="alert">
          {save.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} quiet busy={save.isPending} onCancel={onClose} />
    </form>
  )
}

function Close({ incident, ending }: { incident: WholeIncident; ending: Ending }) {
  const [, go] = useLocation()
  const [because, setBecause] = useState('')
  const [anyway, setAnyway] = useState(false)
  const reopen = useAction('DELETE /incidents/{id}/closing')
  const close = useAction('POST /incidents/{id}/closing', {
    quiet: true,
    onDone: () => {
      toast({
        text: t('incident.isClosed'),
        lasts: 8000,
        action: { label: t('app.undo'), run: () => reopen.mutate({ params: { id: incident.id } }) },
      })
      go(`/incidents/${incident.id}`)
    },
  })
  const params = { id: incident.id }
  return (
    <form
      className="stack close-it"
      aria-label={t('incident.close')}
      onSubmit={(event) => {
        event.preventDefault()
        close.mutate({ params, body: ending.ready ? {} : { asItIs: because } })
      }}
    >
      {!ending.ready && !anyway && (
        <p className="row">
          <span>{t('incident.notReady')}</span>
          <button type="button" className="link" onClick={() => setAnyway(true)}>
            {t('incident.closeAnyway')}
          </button>
        </p>
      )}
      {!ending.ready && anyway && (
        <div className="field">
          <label htmlFor="closing-because">{t('incident.closeBecause')}</label>
          <input
            id="closing-because"
            className="input"
            required
            autoFocus
            maxLength={500}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        </div>
      )}
      {close.error && (
        <p className="problem" role="alert">
          {close.error.message}
        </p>
      )}
      {(ending.ready || anyway) && (
        <div className="row">
          <button
            type="submit"
            className={ending.ready ? 'button primary' : 'button quiet'}
            disabled={close.isPending}
          >
            {t('incident.close')}
          </button>
        </div>
      )}
    </form>
  )
}
