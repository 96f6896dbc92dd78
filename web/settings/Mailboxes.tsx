import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import { askConsent } from './consent.ts'
import { MailboxWizard } from './MailboxWizard.tsx'

/** Connected mailboxes, in plain words; and the wizard: address and password, both ways tried step by step. */
export function Mailboxes() {
  const me = useMe()
  const { data } = useApi('GET /mailboxes')
  const { data: inboxes } = useApi('GET /inboxes')
  const change = useAction('PATCH /mailboxes/{id}')
  const remove = useAction('DELETE /mailboxes/{id}')
  const { data: team } = useApi('GET /teammates')
  const [leaving, setLeaving] = useState<string | null>(null)
  const [changing, setChanging] = useState<string | null>(null)
  const admin = me.teammate.role === 'admin'
  const admins = team?.items.filter((one) => one.role === 'admin').map((one) => one.name)
  const back = new URLSearchParams(location.search)
  return (
    <>
      {back.has('connected') && <p className="ribbon kept">{t('mailbox.connectedToast')}</p>}
      {back.get('problem') && (
        <p className="problem" role="alert">
          {back.get('problem')}
        </p>
      )}
      {data && data.items.length > 0 && (
        <ul className="stack">
          {data.items.map((mailbox) => (
            <li key={mailbox.id} className="card">
              <div className="row">
                <b className="grow">{mailbox.address}</b>
                <span
                  className={`chip ${mailbox.state === 'connected' ? 'kept' : mailbox.state === 'failing' ? 'late' : ''}`}
                >
                  {t(`mailbox.${mailbox.state}` as TextKey)}
                </span>
              </div>
              <p className="meta">
                {inboxes?.items.find((inbox) => inbox.id === mailbox.inboxId)?.name}
                {mailbox.lastLetterAt && (
                  <>
                    {' · '}
                    {t('mailbox.last')} <Time at={mailbox.lastLetterAt} />
                  </>
                )}
              </p>
              {mailbox.says && <p className="problem">{mailbox.says}</p>}
              {admin && (
                <div className="row">
                  {mailbox.consent && (
                    <button
                      type="button"
                      className="button bare"
                      onClick={() =>
                        void askConsent({
                          provider: mailbox.consent!,
                          address: mailbox.address,
                          mailboxId: mailbox.id,
                        }).catch((error: Error) => toast({ text: error.message, lasts: 8000 }))
                      }
                    >
                      {t('mailbox.consentAgain')}
                    </button>
                  )}
                  {(mailbox.imap || mailbox.smtp) && !mailbox.consent && (
                    <button
                      type="button"
                      className={mailbox.state === 'failing' ? 'button quiet' : 'button bare'}
                      aria-expanded={changing === mailbox.id}
                      onClick={() => setChanging(changing === mailbox.id ? null : mailbox.id)}
                    >
                      {t('mailbox.change')}
                    </button>
                  )}
                  <button
                    type="button"
                    className="button bare"
                    onClick={() =>
                      change.mutate({
                        params: { id: mailbox.id },
                        body: { paused: mailbox.state !== 'paused' },
                      })
                    }
                  >
                    {mailbox.state === 'paused' ? t('mailbox.resume') : t('mailbox.pause')}
                  </button>
                  <button
                    type="button"
                    className="button bare danger"
                    aria-expanded={leaving === mailbox.id}
                    onClick={() => setLeaving(leaving === mailbox.id ? null : mailbox.id)}
                  >
                    {t('mailbox.remove')}
                  </button>
                </div>
              )}
              {changing === mailbox.id && <MailboxWizard of={mailbox} onDone={() => setChanging(null)} />}
              {leaving === mailbox.id && (
                <div className="ribbon late" role="alert">
                  <p>{t('mailbox.removeMeans', { address: mailbox.address })}</p>
                  <div className="row">
                    <button
                      type="button"
                      className="button danger"
                      disabled={remove.isPending}
                      onClick={() => remove.mutate({ params: { id: mailbox.id } })}
                    >
                      {t('mailbox.removeNow')}
                    </button>
                    <button type="button" className="button bare" autoFocus onClick={() => setLeaving(null)}>
                      {t('mailbox.keep')}
                    </button>
                  </div>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {data?.items.length === 0 && <p className="serif">{t('mailbox.none')}</p>}
      {admin ? (
        <MailboxWizard />
      ) : (
        admins &&
        admins.length > 0 && <p className="meta">{t('mailbox.adminMay', { names: admins.join(', ') })}</p>
      )}
      <h3>{t('mailbox.inboxes')}</h3>
      {!me.company.name && (
        <p className="meta">
          {t('mailbox.inboxSeen')} <Link href="/settings/company">{t('settings.company')}</Link>
        </p>
      )}
      <ul className="plain-list">
        {inboxes?.items.map((inbox) => (
          <InboxLine
            key={inbox.id}
            inbox={inbox}
            mayChange={admin}
            mayArchive={
              admin &&
              inboxes.items.some((one) => one.id !== inbox.id && one.archivedAt === null) &&
              data?.items.every((one) => one.inboxId !== inbox.id) === true
            }
          />
        ))}
      </ul>
      {admin && <NewInbox />}
    </>
  )
}

function InboxLine({
  inbox,
  mayChange,
  mayArchive,
}: {
  inbox: Answer<'GET /inboxes'>['items'][number]
  mayChange: boolean
  /** Another is there to write from, and no mailbox brings letters into this one. */
  mayArchive: boolean
}) {
  const [name, setName] = useState<string | null>(null)
  const put = useAction('PATCH /inboxes/{id}')
  const params = { id: inbox.id }
  const bringBack = () => put.mutate({ params, body: { archived: false } })
  const archive = () =>
    put.mutate(
      { params, body: { archived: true } },
      {
        onSuccess: () =>
          toast({
            text: t('mailbox.archived', { name: inbox.name }),
            action: { label: t('app.undo'), run: bringBack },
          }),
      },
    )
  const rename = useAction('PATCH /inboxes/{id}', { onDone: () => setName(null) })
  if (name === null)
    return (
      <li className="row">
        <span className="grow">
          {inbox.name} <span className="meta mono">{inbox.address}</span>{' '}
          {inbox.archivedAt && <span className="chip">{t('mailbox.isArchived')}</span>}
        </span>
        {mayChange && inbox.archivedAt && (
          <button
            type="button"
            className="button bare"
            aria-label={t('mailbox.bringBackWhich', { name: inbox.name })}
            disabled={put.isPending}
            onClick={bringBack}
          >
            {t('mailbox.bringBack')}
          </button>
        )}
        {mayArchive && !inbox.archivedAt && (
          <button
            type="button"
            className="button bare"
            aria-label={t('mailbox.archiveWhich', { name: inbox.name })}
            disabled={put.isPending}
            onClick={archive}
          >
            {t('mailbox.archive')}
          </button>
        )}
        {mayChange && (
          <button
            type="button"
            className="button bare"
            aria-label={t('mailbox.renameWhich', { name: inbox.name })}
            onClick={() => setName(inbox.name)}
          >
            {t('mailbox.rename')}
          </button>
        )}
      </li>
    )
  return (
    <li>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          rename.mutate({ params: { id: inbox.id }, body: { name } })
        }}
      >
        <input
          className="input auto"
          required
          autoFocus
          aria-label={t('mailbox.inboxName')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button quiet" disabled={rename.isPending}>
          {t('app.save')}
        </button>
        <button type="button" className="button bare" onClick={() => setName(null)}>
          {t('app.cancel')}
        </button>
      </form>
    </li>
  )
}

function NewInbox() {
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const add = useAction('POST /inboxes', {
    onDone: () => {
      setName('')
      setAddress('')
    },
  })
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate({ body: { name, address } })
      }}
    >
      <input
        className="input auto"
        required
        aria-label={t('mailbox.inboxName')}
        placeholder={t('mailbox.inboxName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <input
        className="input auto"
        required
        type="email"
        aria-label={t('mailbox.address')}
        placeholder={t('mailbox.address')}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
      />
      <button type="submit" className="button quiet">
        {t('mailbox.addInbox')}
      </button>
    </form>
  )
}
