import { DotsThreeIcon } from '@phosphor-icons/react/dist/csr/DotsThree'
import { useState } from 'react'
import type { Role } from '#contract/team.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { Disc } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import { useCopy } from '#web/ui/useCopy.tsx'

const roles: Role[] = ['admin', 'lead', 'teammate', 'observer']

/** The team: who may see and do what. */
export function People() {
  const me = useMe()
  const { data } = useApi('GET /teammates', { query: { limit: 100 } })
  const { data: inboxes } = useApi('GET /inboxes')
  const admin = me.teammate.role === 'admin'
  const change = useAction('PATCH /teammates/{id}')
  const leave = useAction('DELETE /teammates/{id}')
  const signOut = useAction('DELETE /teammates/{id}/sessions', {
    onDone: () => toast({ text: t('people.signedOut'), lasts: 4000 }),
  })
  const [link, setLink] = useState<{ id: string; url: string } | null>(null)
  const again = useAction('POST /teammates/{id}/invite')
  return (
    <>
      <ul className="stack">
        {data?.items.map((one) => (
          <li key={one.id} className="card people-card">
            <div className="row">
              <Disc name={one.name} />
              <span className="grow">
                <b>{one.name}</b> {one.demo && <span className="chip sample">{t('demo.chip')}</span>}
                <span className="meta sub">
                  {one.email} · {t(`role.${one.role}` as TextKey)}
                  {one.state === 'invited' && ` · ${t('people.invited')}`}
                </span>
              </span>
              {admin && !one.demo && (
                <>
                  <label className="hide" htmlFor={`role-${one.id}`}>
                    {t('people.role', { name: one.name })}
                  </label>
                  <select
                    id={`role-${one.id}`}
                    className="input auto"
                    value={one.role}
                    onChange={(event) =>
                      change.mutate({ params: { id: one.id }, body: { role: event.target.value as Role } })
                    }
                  >
                    {roles.map((role) => (
                      <option key={role} value={role}>
                        {t(`role.${role}` as TextKey)}
                      </option>
                    ))}
                  </select>
                  <Menu
                    label={t('people.more', { name: one.name })}
                    className="icon-button"
                    items={[
                      {
                        label: t('people.link'),
                        run: () =>
                          again.mutate(
                            { params: { id: one.id } },
                            { onSuccess: (made) => setLink({ id: one.id, url: made.inviteUrl }) },
                          ),
                      },
                      { label: t('people.signOut'), run: () => signOut.mutate({ params: { id: one.id } }) },
                      ...(one.id !== me.teammate.id
                        ? [{ label: t('people.leave'), run: () => leave.mutate({ params: { id: one.id } }) }]
                        : []),
                    ]}
                  >
                    <DotsThreeIcon size={20} weight="bold" />
                  </Menu>
                </>
              )}
            </div>
            {admin && one.role !== 'admin' && (
              <div className="row inboxes" role="group" aria-label={t('people.inboxes', { name: one.name })}>
                {inboxes?.items.map((inbox) => (
                  <label key={inbox.id} className="row">
                    <input
                      type="checkbox"
                      checked={one.inboxes.includes(inbox.id)}
                      onChange={(event) =>
                        change.mutate({
                          params: { id: one.id },
                          body: {
                            inboxes: event.target.checked
                              ? [...one.inboxes, inbox.id]
                              : one.inboxes.filter((id) => id !== inbox.id),
                          },
                        })
                      }
                    />{' '}
                    {inbox.name}
                  </label>
                ))}
              </div>
            )}
            {link?.id === one.id && <LinkBox url={link.url} />}
          </li>
        ))}
      </ul>
      {admin && <Invite />}
    </>
  )
}

function LinkBox({ url }: { url: string }) {
  const { copy, box } = useCopy()
  return (
    <div className="ribbon">
      <span className="mono grow">{url}</span>
      <button type="button" className="button quiet" onClick={() => copy(url)}>
        {t('people.copy')}
      </button>
      {box}
    </div>
  )
}

function Invite() {
  const me = useMe()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('teammate')
  const [url, setUrl] = useState<string | null>(null)
  const invite = useAction('POST /teammates', {
    quiet: true,
    onDone: (made) => {
      setUrl(made.inviteUrl)
      setName('')
      setEmail('')
    },
  })
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
        invite.mutate({
          body: {
            name,
            email,
            role,
            inboxes: me.inboxes.map((inbox) => inbox.id),
            sendMail: button?.value === 'mail',
          },
        })
      }}
    >
      <h3>{t('people.invite')}</h3>
      <div className="two">
        <div className="field">
          <label htmlFor="inv-name">{t('customers.name')}</label>
          <input
            id="inv-name"
            className="input"
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="inv-email">{t('about.mail')}</label>
          <input
            id="inv-email"
            className="input"
            type="email"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </div>
      </div>
      <div className="field">
        <label htmlFor="inv-role">{t('people.roleLabel')}</label>
        <select
          id="inv-role"
          className="input"
          value={role}
          onChange={(event) => setRole(event.target.value as Role)}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`role.${one}` as TextKey)} – {t(`role.${one}.may` as TextKey)}
            </option>
          ))}
        </select>
      </div>
      {invite.error && <p className="problem">{invite.error.message}</p>}
      {url && (
        <>
          <p>{t('people.linkReady')}</p>
          <LinkBox url={url} />
        </>
      )}
      <div className="row">
        <button type="submit" className="button primary" value="link">
          {t('people.makeLink')}
        </button>
        <button type="submit" className="button quiet" value="mail">
          {t('people.sendMail')}
        </button>
      </div>
    </form>
  )
}
