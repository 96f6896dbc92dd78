import { Link } from 'wouter'
import { type Check, checks, type Family } from '#care/checks.ts'
import type { CheckRule, Guide } from '#contract/guide.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { hearAgain, isQuietHere } from '#web/care/hintHistory.ts'
import { SeverityChip } from '#web/care/SeverityChip.tsx'
import { toldOf } from '#web/care/told.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { useWho } from './useWho.ts'

const families = [...new Set(checks.filter((one) => one.switchable).map((one) => one.family))]

/** Every check that can speak, by what it is about: on or off, and why it is there at all. */
export function GuideChecks({
  guide,
  inboxId,
  mayChange,
}: {
  guide: Guide
  inboxId: string | null
  mayChange: boolean
}) {
  return (
    <>
      {families.map((family) => (
        <section key={family} className="card guide-family" aria-labelledby={`family-${family}`}>
          <h3 id={`family-${family}`} className="serif">
            {t(`guide.family.${family}` as TextKey)}
          </h3>
          <p className="meta">{t(`guide.family.${family}.why` as TextKey)}</p>
          <ul>
            {checks
              .filter((check) => check.family === family && check.switchable)
              .map((check) => (
                <CheckRow
                  key={check.id}
                  check={check}
                  guide={guide}
                  inboxId={inboxId}
                  mayChange={mayChange}
                />
              ))}
          </ul>
        </section>
      ))}
      <section className="card guide-family" aria-labelledby="family-inbound">
        <h3 id="family-inbound" className="serif">
          {t('guide.family.inbound')}
        </h3>
        <p className="meta">{t('guide.family.inbound.why')}</p>
        <ul className="guide-inbound">
          {checks
            .filter((check) => check.family === ('inbound' satisfies Family))
            .map((check) => (
              <li key={check.id}>
                <Link href={`/practice/${check.id}`}>{toldOf(check).title}</Link>
              </li>
            ))}
        </ul>
      </section>
    </>
  )
}

function CheckRow({
  check,
  guide,
  inboxId,
  mayChange,
}: {
  check: Check
  guide: Guide
  inboxId: string | null
  mayChange: boolean
}) {
  const me = useMe()
  const who = useWho()
  const put = useAction('PUT /guide/checks/{id}')
  const mine = useAction('PATCH /me/preferences')
  const ruleOf = (place: string | null) =>
    guide.rules.find((one) => one.check === check.id && one.inboxId === place)
  const house = ruleOf(null)
  const own = inboxId === null ? undefined : ruleOf(inboxId)
  const asked = put.isPending ? put.variables.body?.rule : undefined
  const houseRule: CheckRule = house?.rule ?? 'on'
  const rule: CheckRule = asked !== undefined ? (asked ?? houseRule) : ((own ?? house)?.rule ?? 'on')
  const set = (next: CheckRule | null) =>
    put.mutate({ params: { id: check.id }, body: { rule: next, inboxId } })
  const standing = own ?? (inboxId === null ? house : undefined)
  const forMe = me.preferences.checksOff.includes(check.id)
  const quiet = isQuietHere(check.id)
  const title = `check-${check.id}`
  const said = toldOf(check)
  return (
    <li className={rule === 'off' ? 'guide-check off' : 'guide-check'}>
      {mayChange ? (
        <input
          type="checkbox"
          role="switch"
          className="toggle"
          aria-labelledby={title}
          aria-describedby={`${title}-why`}
          aria-checked={rule !== 'off'}
          checked={rule !== 'off'}
          onChange={(event) => set(event.target.checked ? 'on' : 'off')}
        />
      ) : (
        <span className={rule === 'off' ? 'chip' : 'chip kept'}>
          {t(rule === 'off' ? 'guide.off' : 'guide.on')}
        </span>
      )}
      <div>
        <p className="row">
          <b id={title}>{said.title}</b> <SeverityChip check={check} />
        </p>
        <p id={`${title}-why`}>{said.why}</p>
        <p className="meta row guide-facts">
          <span>{said.source}</span>
          <Link href={`/practice/${check.id}`} aria-label={t('guide.seeOne', { title: said.title })}>
            {t('guide.see')}
          </Link>
          {standing && <span>{who(standing)}</span>}
          {inboxId !== null && !own && <span>{t('guide.asHouse')}</span>}
          {own && mayChange && (
            <button type="button" className="link" onClick={() => set(null)}>
              {t('guide.likeHouse')}
            </button>
          )}
        </p>
        {check.mayBlock && rule !== 'off' && (
          <label className="row guide-stop">
            <input
              type="checkbox"
              disabled={!mayChange}
              checked={rule === 'stops'}
              onChange={(event) => set(event.target.checked ? 'stops' : 'on')}
            />
            {t('guide.stops')}
          </label>
        )}
        {(forMe || quiet) && rule !== 'off' && (
          <p className="meta row">
            <span className="chip">
              {forMe ? t('guide.silentForMe') : t('guide.quietForMe', { ...(quiet || null) })}
            </span>
            <button
              type="button"
              className="link"
              onClick={() => {
                hearAgain(check.id)
                mine.mutate({
                  body: { checksOff: me.preferences.checksOff.filter((one) => one !== check.id) },
                })
              }}
            >
              {t('guide.hearAgain')}
            </button>
          </p>
        )}
      </div>
    </li>
  )
}
