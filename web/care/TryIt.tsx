import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Check } from '#care/checks.ts'
import { checkOf } from '#care/checks.ts'
import type { Observation, Voice } from '#care/draft.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Highlighted } from './Highlighted.tsx'
import { markOrder, markPictures } from './marks.ts'
import type { Questions } from './reader.ts'
import { toldOf } from './told.ts'
import { useGuide } from './useGuide.ts'
import { useReading } from './useReading.ts'

/** A field to write in, read as the composer would read it, in the situation of the example. Nothing leaves the browser. */
export function TryIt({ check, bad, good }: { check: Check; bad: string; good: string }) {
  const [text, setText] = useState(bad)
  const voice = useVoice(check)
  const told = useReading(
    'try',
    useMemo(() => ({ check: check.id, text, own: voice ? { voice } : {} }), [check.id, text, voice]),
  )
  const chooses = (words: string, key: TextKey) => (
    <button type="button" aria-pressed={text === words} onClick={() => setText(words)}>
      {t(key)}
    </button>
  )
  return (
    <section className="practice-try" aria-labelledby="try">
      <div className="row">
        <h2 id="try" className="grow">
          {t('practice.try')}
        </h2>
        <div className="switch" role="group" aria-label={t('practice.startWith')}>
          {chooses(bad, check.reads === 'draft' ? 'practice.bad' : 'practice.badIn')}
          {chooses(good, check.reads === 'draft' ? 'practice.good' : 'practice.goodIn')}
        </div>
      </div>
      <textarea
        className="input"
        rows={7}
        maxLength={5000}
        aria-labelledby="try"
        aria-describedby="try-note"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p id="try-note" className="meta">
        {t('practice.stays')}
      </p>
      {told && <Told check={check} text={text} told={told} />}
      <Learnt text={text} />
    </section>
  )
}

/** What the learnt heads are sure of. They order and they tell apart; by themselves they never hint. */
function Learnt({ text }: { text: string }) {
  const told = useReading(
    'hear',
    useMemo(() => ({ text }), [text]),
  )
  if (!told || told.heard.length === 0) return null
  return (
    <p className="meta">
      {t('practice.heard')}{' '}
      {told.heard.map(({ head, start, end }, at) => (
        <span key={head}>
          {at > 0 && ' · '}
          <span title={text.slice(start, end)}>{t(`practice.heard.${head}` as TextKey)}</span>
        </span>
      ))}
    </p>
  )
}

/** The team's own words count here too, beside those of the example. */
function useVoice(check: Check): Voice | undefined {
  const me = useMe()
  const guide = useGuide(me.inboxes[0]?.id ?? null)
  return useMemo(() => {
    if (!guide || check.example.kind !== 'draft') return undefined
    const { jargon = [], known = [], openers = [], preferred = [] } = check.example.context.voice ?? {}
    return {
      jargon: [...jargon, ...guide.words.jargon],
      known: [...known, ...guide.words.known],
      openers: [...openers, ...guide.words.openers],
      preferred: [...preferred, ...guide.words.preferred],
    }
  }, [guide, check])
}

const titleOf = (id: string): string => {
  const check = checkOf(id)
  return check ? toldOf(check).title : id
}

function Told({ check, text, told }: { check: Check; text: string; told: Questions['try']['told'] }) {
  const others = (told.reading?.observations ?? []).filter((one) => one.id !== check.id)
  const marks = told.reading?.marks
  return (
    <>
      <div className={told.said.length > 0 ? 'practice-told says' : 'practice-told'} role="status">
        {told.said.length === 0 ? (
          <p>{t(check.reads === 'draft' ? 'practice.silent' : 'practice.silentIn')}</p>
        ) : check.reads === 'inbound' ? (
          <p className="serif practice-letter-read">
            <Highlighted text={text} places={told.said} label={t('practice.here')} />
          </p>
        ) : (
          <ul>
            {told.said.map((one) => (
              <li key={`${one.start}-${one.reason}`}>
                <Said text={text} one={one} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {marks && (
        <ul className="practice-read" aria-label={t('care.label')}>
          {markOrder
            .filter((mark) => marks[mark] !== null)
            .map((mark) => {
              const Picture = markPictures[mark]
              return (
                <li key={mark} className={marks[mark] ? 'mark filled' : 'mark'}>
                  <Picture size={16} weight={marks[mark] ? 'fill' : 'regular'} />
                  {t(`care.${mark}` as TextKey)}
                  <span className="hide">: {t(marks[mark] ? 'care.there' : 'care.notYet')}</span>
                </li>
              )
            })}
        </ul>
      )}
      {others.length > 0 && (
        <p className="meta">
          {t('practice.others')}{' '}
          {[...new Set(others.map((one) => one.id))].map((id, at) => (
            <span key={id}>
              {at > 0 && ' · '}
              <Link href={`/practice/${id}`}>{titleOf(id)}</Link>
            </span>
          ))}
        </p>
      )}
    </>
  )
}

function Said({ text, one }: { text: string; one: Observation }) {
  const from = Math.max(0, text.lastIndexOf('\n', one.start) + 1)
  const to = text.indexOf('\n', one.end)
  const line = text.slice(from, to < 0 ? undefined : to)
  return (
    <>
      <p>{one.reason}</p>
      {one.end > one.start && (
        <p className="practice-place">
          <Highlighted
            text={line}
            places={[{ start: one.start - from, end: one.end - from }]}
            label={t('practice.here')}
          />
        </p>
      )}
      {one.words && (
        <p>
          {t('practice.rests')} <span className="serif">“{one.words}”</span>
        </p>
      )}
    </>
  )
}
