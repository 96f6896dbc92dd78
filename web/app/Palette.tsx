import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Answer } from '#web/api/client.ts'
import { api } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { type Found, findSettings, strong, strongest } from '#web/settings/find.ts'
import { t } from '#web/text/t.ts'
import { Dialog } from '#web/ui/parts.tsx'
import type { Overlay } from './Frame.tsx'
import { fitOf, rankBy } from './fuzzy.ts'
import { type Hit, hitsHere } from './hitsHere.ts'
import { type Key, keysHere, keyWords } from './keys.ts'
import { deeper } from './places.ts'
import { useMe } from './session.ts'

interface Choice {
  id: string
  label: string
  hint: string
  run: () => void
}

const nameOf = (one: Key) => one.name ?? t(one.label)
const most = 6
const isSearched = (text: string) => text.trim().length > 1

/** ⌘K: what can be done here first, then people, conversations, screens and replies; each row shows its key. */
export default function Palette({
  onClose,
  open,
}: {
  onClose: () => void
  open: (overlay: Overlay) => void
}) {
  const me = useMe()
  const [, go] = useLocation()
  const [text, setText] = useState('')
  // By its name, not its place: what is found later must not push another under the hand that presses Enter.
  const [chosen, setChosen] = useState<string | null>(null)
  const [hits, setHits] = useState<Answer<'GET /search'>['items']>([])
  const [looks, setLooks] = useState(false)
  const { data: replies } = useApi('GET /frameworks')
  const { data: practices } = useApi('GET /practices')
  const { here, everywhere } = useMemo(keysHere, [])
  // With the letter, not after it: React takes fifty letters in a row that each set a state after them for an endless loop.
  const type = (next: string) => {
    setText(next)
    setChosen(null)
    setLooks(isSearched(next))
    if (!isSearched(next)) setHits([])
  }
  useEffect(() => {
    if (!isSearched(text)) return
    const abort = new AbortController()
    const pause = setTimeout(
      () =>
        api('GET /search', { query: { q: text, limit: 8 }, signal: abort.signal }).then(
          (found) => {
            setHits(found.items)
            setLooks(false)
          },
          (error) => error.name !== 'AbortError' && setLooks(false),
        ),
      120,
    )
    return () => {
      clearTimeout(pause)
      abort.abort()
    }
  }, [text])
  const ofKey = (one: Key): Choice => ({
    id: one.keys || one.label,
    label: nameOf(one),
    hint: one.keys && keyWords(one.keys),
    run: one.run,
  })
  const ofHit = (hit: Hit): Choice => ({
    id: hit.id,
    label: hit.title,
    hint: hit.kind === 'customer' ? t('palette.person') : (hit.customerName ?? ''),
    run: () => go(hit.kind === 'customer' ? `/customers/${hit.id}` : `/conversations/${hit.id}`),
  })
  const screens: Key[] = [
    ...everywhere.filter((key) => key.keys !== '$mod+k'),
    ...deeper
      .filter((place) => !place.practice || practices?.on.includes(place.practice))
      .map(({ label, path }) => ({ keys: '', label, run: () => go(path) })),
  ]
  const ofSetting = ({ setting, section, href }: Found): Choice => ({
    id: href,
    label: t(setting.label),
    hint: setting === section ? t('rail.settings') : t(section.label),
    run: () => go(href),
  })
  const ofReply = ({ id, name }: { id: string; name: string }): Choice => ({
    id,
    label: name,
    hint: t('palette.reply'),
    run: () => go('/library'),
  })
  // A name hides in many a word: only what begins as it was typed stands above the people who are called so.
  const [begins, hides] = [here, screens].reduce<[Choice[][], Choice[][]]>(
    ([strong, weak], keys) => {
      const ranked = rankBy(text, keys, nameOf)
      const isStrong = (one: Key) => fitOf(text.trim().toLowerCase(), nameOf(one).toLowerCase()) > 1
      return [
        [...strong, ranked.filter(isStrong).map(ofKey)],
        [...weak, ranked.filter((one) => !isStrong(one)).map(ofKey)],
      ]
    },
    [[], []],
  )
  // People of the lists that are here are found with the key itself; the search, which knows all, follows.
  const known = useMemo(() => hitsHere(text), [text])
  const all = [...hits, ...known.filter((one) => !hits.some((hit) => hit.id === one.id))]
  const settings = findSettings(text, t, me.teammate.role, practices?.on ?? []).slice(0, most)
  const choices: Choice[] = [
    ...begins[0]!,
    ...all.filter((hit) => hit.kind === 'customer').map(ofHit),
    ...all.filter((hit) => hit.kind !== 'customer').map(ofHit),
    ...begins[1]!,
    ...settings.filter((one) => one.fit >= strong).map(ofSetting),
    ...hides.flat(),
    ...settings.filter((one) => one.fit < strong).map(ofSetting),
    ...(text.trim()
      ? rankBy(text, replies?.items ?? [], (one) => one.name)
          .slice(0, most)
          .map(ofReply)
      : []),
  ]
  // What was there at once stays chosen when a search puts others above it; where nothing fits well, the search decides.
  const named = settings.find((one) => one.fit === strongest)
  const first = begins.flat()[0] ?? (named && ofSetting(named)) ?? (looks ? undefined : choices[0])
  const at = choices.findIndex((choice) => choice.id === (chosen ?? first?.id))
  const move = (to: number) => setChosen(choices[Math.max(0, Math.min(to, choices.length - 1))]?.id ?? null)
  useEffect(() => {
    document.getElementById(`choice-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    onClose()
    open(null)
    choice.run()
  }
  return (
    <Dialog title={t('keys.palette')} onClose={onClose} className="palette">
      <input
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={choices[at] ? `choice-${at}` : undefined}
        aria-label={t('palette.placeholder')}
        placeholder={t('palette.placeholder')}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') move(at + 1)
          else if (event.key === 'ArrowUp') move(at - 1)
          else if (event.key === 'Enter') choose(choices[at])
          else return
          event.preventDefault()
        }}
      />
      <div className="palette-list" id="palette-list" role="listbox" aria-label={t('keys.palette')}>
        {choices.map((choice, index) => (
          <button
            key={choice.id}
            id={`choice-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => choose(choice)}
          >
            <span>{choice.label}</span>
            {choice.hint && <kbd>{choice.hint}</kbd>}
          </button>
        ))}
      </div>
      {choices.length === 0 && <p className="empty">{t('palette.nothing')}</p>}
    </Dialog>
  )
}
