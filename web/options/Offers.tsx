import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import type { Offer } from '#contract/options.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { exact, wallClock } from '#web/ui/time.ts'
import './options.css'

/** What was put to them last, and what became of it; a letter that seems to choose waits for one key. */
export default function Offers({ conversation }: { conversation: Conversation }) {
  const { data } = useApi('GET /conversations/{id}/offers', { params: { id: conversation.id } })
  const offer = data?.items.findLast((one) => one.state !== 'withdrawn' && one.state !== 'done')
  if (!offer) return null
  const name = conversation.person.preferredName ?? conversation.person.name
  const title = t('offer.asked', { name })
  return (
    <section className="offered" aria-label={title} role="status">
      {offer.proposal ? (
        <Proposed offer={offer} name={name} />
      ) : offer.state === 'own' ? (
        <Idea offer={offer} name={name} />
      ) : (
        <Standing offer={offer} name={name} />
      )}
    </section>
  )
}

const textOf = (offer: Offer, position: number | null) =>
  offer.choices.find((one) => one.position === position)?.text ?? ''

function Proposed({ offer, name }: { offer: Offer; name: string }) {
  const choose = useAction('POST /offers/{id}/choice')
  const refuse = useAction('DELETE /offers/{id}/proposal')
  const { position, words, messageId } = offer.proposal!
  const params = { id: offer.id }
  const yes = () => choose.mutate({ params, body: { position } })
  useKeys([{ keys: 'y', label: 'keys.chosen', run: yes }])
  return (
    <>
      <p>
        {t('offer.seems', { name, what: textOf(offer, position) })}{' '}
        <a href={`#${messageId}`} className="serif">
          “{words}”
        </a>
      </p>
      <div className="row">
        <button type="button" className="button primary" disabled={choose.isPending} onClick={yes}>
          {t('offer.yes')} <kbd>y</kbd>
        </button>
        <button type="button" className="button bare" onClick={() => refuse.mutate({ params })}>
          {t('offer.no')}
        </button>
      </div>
    </>
  )
}

function Idea({ offer, name }: { offer: Offer; name: string }) {
  const [due, setDue] = useState('')
  const agree = useAction('POST /offers/{id}/agreement')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        agree.mutate({
          params: { id: offer.id },
          body: { due: due ? new Date(due).toISOString() : null },
        })
      }}
    >
      <p>
        {t('offer.idea', { name })} <span className="serif">“{textOf(offer, offer.chosen)}”</span>
      </p>
      <div className="row">
        <label className="hide" htmlFor="idea-due">
          {t('offer.ideaDue')}
        </label>
        <input
          id="idea-due"
          className="input auto"
          type="datetime-local"
          required
          min={wallClock()}
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
        <button type="submit" className="button primary" disabled={!due || agree.isPending}>
          {t('offer.agree')}
        </button>
      </div>
    </form>
  )
}

function Standing({ offer, name }: { offer: Offer; name: string }) {
  const choose = useAction('POST /offers/{id}/choice')
  const withdraw = useAction('POST /offers/{id}/withdrawal')
  const params = { id: offer.id }
  return (
    <div className="row">
      <span className="grow">
        {offer.chosen === null
          ? t('offer.waits', { question: offer.question })
          : t('offer.chose', { name, what: textOf(offer, offer.chosen) })}
      </span>
      <Menu
        label={t('offer.told')}
        className="button bare"
        up
        items={[
          ...offer.choices
            .filter((one) => one.position !== offer.chosen)
            .map((one) => ({
              label: one.text,
              hint: one.due ? exact(one.due) : '',
              run: () => choose.mutate({ params, body: { position: one.position } }),
            })),
          { label: t('offer.withdraw'), run: () => withdraw.mutate({ params }) },
        ]}
      >
        {t('offer.told')}
      </Menu>
    </div>
  )
}
