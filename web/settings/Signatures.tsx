import { lazy, Suspense, useState } from 'react'
import type { Signature } from '#contract/signatures.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Skeleton } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import './signatures.css'

const SignatureForm = lazy(() => import('./SignatureForm.tsx'))

/** Where a signature holds: mine everywhere, mine in one inbox, or an inbox's for whoever has none. */
export interface SignaturePlace {
  whose: 'mine' | 'inbox'
  inboxId: string | null
}

/** How letters end, by inbox; the nearest signature counts, and each line says which that is. */
export function Signatures() {
  const me = useMe()
  const { data, error } = useApi('GET /signatures')
  if (error && !data) return <p className="problem">{error.message}</p>
  if (!data) return <Skeleton lines={4} />
  const leads = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  const at = (place: SignaturePlace) =>
    data.items.find(
      (one) => (one.teammateId !== null) === (place.whose === 'mine') && one.inboxId === place.inboxId,
    )
  const line = (place: SignaturePlace) => (
    <Line key={`${place.whose} ${place.inboxId}`} place={place} set={at(place)} />
  )
  return (
    <>
      <section className="card stack" aria-labelledby="sign-mine">
        <h3 id="sign-mine">{t('sign.mine')}</h3>
        <p className="meta">{t('sign.mineHelp')}</p>
        <ul className="signatures">
          {line({ whose: 'mine', inboxId: null })}
          {me.inboxes.map((inbox) => line({ whose: 'mine', inboxId: inbox.id }))}
        </ul>
      </section>
      {leads && (
        <section className="card stack" aria-labelledby="sign-inbox">
          <h3 id="sign-inbox">{t('sign.inboxes')}</h3>
          <p className="meta">{t('sign.inboxesHelp')}</p>
          <ul className="signatures">
            {me.inboxes.map((inbox) => line({ whose: 'inbox', inboxId: inbox.id }))}
          </ul>
        </section>
      )}
    </>
  )
}

function Line({ place, set }: { place: SignaturePlace; set: Signature | undefined }) {
  const me = useMe()
  const [writing, setWriting] = useState(false)
  const remove = useAction('DELETE /signatures/{id}', {
    onDone: () => toast({ text: t('sign.removed'), lasts: 4000 }),
  })
  const inbox = me.inboxes.find((one) => one.id === place.inboxId)
  const name = inbox?.name ?? t('sign.everywhere')
  return (
    <li>
      <div className="row">
        <b className="grow">{name}</b>
        {!writing && (
          <>
            <button
              type="button"
              className="button quiet"
              aria-label={t(set ? 'sign.changeOf' : 'sign.writeOf', { name })}
              onClick={() => setWriting(true)}
            >
              {t(set ? 'sign.change' : 'sign.write')}
            </button>
            {set && (
              <button
                type="button"
                className="button bare"
                aria-label={t('sign.removeOf', { name })}
                disabled={remove.isPending}
                onClick={() => remove.mutate({ params: { id: set.id } })}
              >
                {t('sign.remove')}
              </button>
            )}
          </>
        )}
      </div>
      {writing ? (
        <Suspense fallback={<Skeleton lines={3} />}>
          <SignatureForm place={place} set={set} name={name} onClose={() => setWriting(false)} />
        </Suspense>
      ) : set ? (
        <Shown text={set.text} html={set.html} />
      ) : place.whose === 'mine' && inbox ? (
        <Instead inboxId={inbox.id} />
      ) : (
        <p className="meta">{t('sign.none')}</p>
      )}
    </li>
  )
}

/** Nothing is set here: how my letters end all the same. */
function Instead({ inboxId }: { inboxId: string }) {
  const { data } = useApi('GET /inboxes/{id}/signature', { params: { id: inboxId } })
  if (!data) return null
  return (
    <>
      <Shown text={data.text} html={data.html} />
      <p className="meta">{t(`sign.from.${data.from}`)}</p>
    </>
  )
}

/** Its words; what is bold or a link in it is seen in the letter. */
const Shown = ({ text, html }: { text: string; html: string | null }) => (
  <>
    <p className="signature-shown" dir="auto">
      {text}
    </p>
    {html && <p className="meta">{t('sign.rich')}</p>}
  </>
)
