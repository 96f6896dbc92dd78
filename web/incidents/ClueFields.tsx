import type { ClueIn, ClueKind } from '#contract/incident.ts'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { instantIn } from '#web/ui/zone.ts'
import { PickPeople } from './PickPeople.tsx'
import { Reaches } from './Reaches.tsx'

export const kinds = [
  'words',
  'dealing',
  'area',
  'company',
  'list',
  'people',
  'reach',
  'around',
  'tag',
] as const satisfies readonly ClueKind[]

export interface Asked {
  by: (typeof kinds)[number]
  text: string
  /** A day, `2026-11-26`, or nothing. */
  from: string
  to: string
  tagId: string
  addUnknown: boolean
  people: { id: string; name: string }[]
  zone: string
}
export const nothingAsked: Asked = {
  by: 'words',
  text: '',
  from: '',
  to: '',
  tagId: '',
  addUnknown: false,
  people: [],
  zone: 'UTC',
}

const several = (text: string) =>
  text
    .split(/\n|;|,/)
    .map((one) => one.trim())
    .filter(Boolean)

/** The question as the server takes it; null while something is missing. */
export function clueOf(asked: Asked): ClueIn | null {
  const text = asked.text.trim()
  const since = asked.from ? { since: instantIn(asked.zone, `${asked.from}T00:00`).toISOString() } : {}
  if (asked.by === 'around') return { by: 'around' }
  if (asked.by === 'tag') return asked.tagId ? { by: 'tag', tagId: asked.tagId } : null
  if (asked.by === 'people')
    return asked.people.length ? { by: 'people', customerIds: asked.people.map((one) => one.id) } : null
  if (!text) return null
  if (asked.by === 'words') return { by: 'words', words: text, ...since }
  if (asked.by === 'area') return { by: 'area', places: several(text), ...since }
  if (asked.by === 'company') return { by: 'company', names: several(text) }
  if (asked.by === 'reach') return { by: 'reach', from: text, ...since }
  if (asked.by === 'list') return { by: 'list', text: asked.text, addUnknown: asked.addUnknown }
  return {
    by: 'dealing',
    what: text,
    ...(asked.from && { from: instantIn(asked.zone, `${asked.from}T00:00`).toISOString() }),
    ...(asked.to && { to: instantIn(asked.zone, `${asked.to}T23:59`).toISOString() }),
  }
}

const inLines = ['words', 'area', 'company', 'list']
const dated = ['words', 'area', 'dealing', 'reach']

/** What has to be said for each way of looking. */
export function ClueFields({ asked, change }: { asked: Asked; change: (next: Partial<Asked>) => void }) {
  const zone = useMe().company.timeZone
  if (asked.by === 'around') return <p className="meta">{t('incident.help.around')}</p>
  if (asked.by === 'tag') return <TagField asked={asked} change={change} />
  if (asked.by === 'people')
    return <PickPeople people={asked.people} onChange={(people) => change({ people })} />
  const day = (name: 'from' | 'to', label: string) => (
    <div className="field">
      <label htmlFor={`find-${name}`}>{label}</label>
      <input
        id={`find-${name}`}
        className="input auto"
        type="date"
        value={asked[name]}
        onChange={(event) => change({ [name]: event.target.value, zone })}
      />
    </div>
  )
  return (
    <>
      <div className="field">
        <label htmlFor="find-text">{t(`incident.ask.${asked.by}`)}</label>
        {inLines.includes(asked.by) ? (
          <textarea
            id="find-text"
            className="input"
            dir="auto"
            rows={asked.by === 'list' ? 6 : 2}
            required
            maxLength={asked.by === 'list' ? 600_000 : 500}
            value={asked.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        ) : (
          <input
            id="find-text"
            className="input"
            required
            maxLength={200}
            value={asked.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
        <small>{t(`incident.help.${asked.by}`)}</small>
      </div>
      {dated.includes(asked.by) && (
        <div className="row">
          {day('from', t('incident.fromDay'))}
          {asked.by === 'dealing' && day('to', t('incident.toDay'))}
        </div>
      )}
      {asked.by === 'list' && (
        <label className="row">
          <input
            type="checkbox"
            checked={asked.addUnknown}
            onChange={(event) => change({ addUnknown: event.target.checked })}
          />{' '}
          {t('incident.addUnknown')}
        </label>
      )}
      {asked.by === 'reach' && <Reaches from={asked.text} onPick={(text) => change({ text })} />}
    </>
  )
}

function TagField({ asked, change }: { asked: Asked; change: (next: Partial<Asked>) => void }) {
  const { data } = useApi('GET /tags', { query: { limit: 500 } })
  return (
    <div className="field">
      <label htmlFor="find-tag">{t('incident.ask.tag')}</label>
      <select
        id="find-tag"
        className="input"
        required
        value={asked.tagId}
        onChange={(event) => change({ tagId: event.target.value })}
      >
        <option value="">{t('incident.chooseTag')}</option>
        {data?.items.map((tag) => (
          <option key={tag.id} value={tag.id}>
            {tag.name}
          </option>
        ))}
      </select>
      {data?.items.length === 0 && <small>{t('incident.noTags')}</small>}
    </div>
  )
}
