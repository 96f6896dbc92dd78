import { t } from '#web/text/t.ts'
import { wallClock } from '#web/ui/time.ts'
import type { OfferDraft } from './useOffer.ts'
import './options.css'

const most = 4

/** Two or three ways to go on as a question, each with by when; their own idea can be one of them. */
export default function OfferForm({
  offer,
  name,
  onChange,
}: {
  offer: OfferDraft
  name: string
  onChange: (offer: OfferDraft | null) => void
}) {
  const change = (index: number, to: Partial<OfferDraft['choices'][number]>) =>
    onChange({ ...offer, choices: offer.choices.map((one, at) => (at === index ? { ...one, ...to } : one)) })
  return (
    <fieldset className="offer-form">
      <legend>{t('offer.title')}</legend>
      <label className="hide" htmlFor="offer-question">
        {t('offer.question')}
      </label>
      <input
        id="offer-question"
        className="input"
        maxLength={300}
        value={offer.question}
        onChange={(event) => onChange({ ...offer, question: event.target.value })}
      />
      <ol>
        {offer.choices.map((choice, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place
          <li key={index}>
            <label className="hide" htmlFor={`offer-${index}`}>
              {t('offer.choice', { n: index + 1 })}
            </label>
            <input
              id={`offer-${index}`}
              className="input grow"
              autoFocus={index === 0 && choice.text === ''}
              maxLength={300}
              placeholder={t('offer.choice', { n: index + 1 })}
              value={choice.text}
              onChange={(event) => change(index, { text: event.target.value })}
            />
            <label className="hide" htmlFor={`offer-due-${index}`}>
              {t('offer.due', { n: index + 1 })}
            </label>
            <input
              id={`offer-due-${index}`}
              className="input auto"
              type="datetime-local"
              min={wallClock()}
              value={choice.due}
              onChange={(event) => change(index, { due: event.target.value })}
            />
            <label className="row theirs">
              <input
                type="checkbox"
                checked={choice.theirs}
                onChange={(event) => change(index, { theirs: event.target.checked })}
              />
              {t('offer.theirs', { name })}
            </label>
          </li>
        ))}
      </ol>
      <div className="row">
        <label className="row">
          <input
            type="checkbox"
            checked={offer.ownIdea}
            onChange={(event) => onChange({ ...offer, ownIdea: event.target.checked })}
          />
          {t('offer.ownIdea')}
        </label>
        {offer.choices.length < most && (
          <button
            type="button"
            className="button bare"
            onClick={() =>
              onChange({ ...offer, choices: [...offer.choices, { text: '', due: '', theirs: false }] })
            }
          >
            {t('offer.more')}
          </button>
        )}
        <button type="button" className="button bare" onClick={() => onChange(null)}>
          {t('offer.none')}
        </button>
      </div>
    </fieldset>
  )
}
