import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye'
import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useKeys } from '#web/app/keys.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { afterPaint } from '#web/ui/afterPaint.ts'
import { Away } from './Away.tsx'
import { Blocked } from './Blocked.tsx'
import { Company } from './Company.tsx'
import { Data } from './Data.tsx'
import { Finder, finderId } from './Finder.tsx'
import { CareLanguage } from './guide/CareLanguage.tsx'
import { Health } from './Health.tsx'
import { Holidays } from './Holidays.tsx'
import { Keys } from './Keys.tsx'
import { Lists } from './Lists.tsx'
import { Look } from './Look.tsx'
import { type Light, worst } from './lights.ts'
import { Mailboxes } from './Mailboxes.tsx'
import { MyAccount } from './MyAccount.tsx'
import { Notices } from './Notices.tsx'
import { OnCall } from './OnCall.tsx'
import { OnThisDevice } from './OnThisDevice.tsx'
import { People } from './People.tsx'
import { Practices } from './Practices.tsx'
import { Signatures } from './Signatures.tsx'
import { groupsFor, type SectionId } from './sections.ts'
import { showSetting } from './showSetting.ts'
import { TheirPages } from './TheirPages.tsx'
import { Translation } from './Translation.tsx'
import { useLights } from './useLights.ts'
import { Word } from './Word.tsx'
import './settings.css'

const views: Record<SectionId, ComponentType> = {
  me: Me,
  look: Look,
  care: CareLanguage,
  mailboxes: Mailboxes,
  blocked: Blocked,
  signatures: Signatures,
  people: People,
  away: Away,
  oncall: OnCall,
  word: Word,
  lists: Lists,
  practices: Practices,
  'their-pages': TheirPages,
  company: CompanyAndItsDays,
  connections: Keys,
  translation: Translation,
  data: Data,
  health: Health,
}

function Me() {
  return (
    <>
      <Notices />
      <OnThisDevice />
      <MyAccount />
    </>
  )
}

function CompanyAndItsDays() {
  return (
    <>
      <Company />
      <Holidays />
    </>
  )
}

/** Everything that is set, in groups; a field that finds it, and lights where something needs somebody. */
export default function Settings({ section }: { section: string | null }) {
  const me = useMe()
  const [, go] = useLocation()
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState(0)
  const lights = useLights()
  const groups = groupsFor(me.teammate.role)
  const mine = groups.flatMap((group) => group.sections)
  const shown = mine.find((one) => one.id === (section ?? 'mailboxes')) ?? mine[0]!
  const page = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const top = useRef<HTMLHeadingElement>(null)
  useKeys([
    {
      keys: '/',
      label: 'settings.find',
      writes: true,
      run: () => document.getElementById(finderId)?.focus(),
    },
  ])
  // Who opened something by the field goes on reading there; from the title, where no single setting is meant.
  useEffect(() => {
    if (opened > 0) heading.current?.focus()
  }, [opened])
  const find = new URLSearchParams(useSearch()).get('find')
  useEffect(() => {
    const setting = find && shown.holds.find((one) => one.label === find)
    if (!setting || !page.current) return
    const words = [setting.label, ...(setting.help ?? [])].map((key) => t(key))
    return showSetting(page.current, words, () => {
      const rest = new URLSearchParams(location.search)
      rest.delete('find')
      go(`${location.pathname}${rest.size > 0 ? `?${rest}` : ''}`, { replace: true })
    })
  }, [find, shown, go])
  // On a narrow screen the list and what was chosen from it give way to each other, and pass the focus on.
  const before = useRef(section)
  useEffect(() => {
    if (before.current === section) return
    before.current = section
    return afterPaint(() => {
      if (document.activeElement !== document.body) return
      const start = section ? heading.current : top.current
      start?.focus({ preventScroll: true })
    })
  }, [section])
  const told = (lights.get(shown.id) ?? []).filter((one) => !one.isTold)
  return (
    <div className={section ? 'page wide settings' : 'page wide settings all'}>
      <nav aria-label={t('rail.settings')}>
        <h1 ref={top} tabIndex={-1}>
          {t('rail.settings')}
        </h1>
        <Link href="/settings" className="to-all link">
          {t('settings.all')}
        </Link>
        <Finder typed={typed} onType={setTyped} onOpen={() => setOpened(opened + 1)} />
        {typed.trim() === '' &&
          groups.map((group) => (
            <div key={group.label} className="group">
              <h2>{t(group.label)}</h2>
              <ul>
                {group.sections.map((one) => (
                  <li key={one.id}>
                    <Link
                      href={`/settings/${one.id}`}
                      aria-current={one.id === shown.id ? 'page' : undefined}
                    >
                      <span>{t(one.label)}</span>
                      <LightSign lights={lights.get(one.id) ?? []} />
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
      </nav>
      <section className="stack" aria-label={t(shown.label)} ref={page}>
        <h2 className="serif" ref={heading} tabIndex={-1}>
          {t(shown.label)}
        </h2>
        {told.map((one) => (
          <div key={one.says} className={one.state === 'bad' ? 'ribbon late' : 'ribbon'}>
            <span className="grow">
              {one.says} {one.remedy && <small>{one.remedy}</small>}
            </span>
          </div>
        ))}
        <Shown id={shown.id} />
      </section>
    </div>
  )
}

function Shown({ id }: { id: SectionId }) {
  const View = views[id]
  return <View />
}

/** Two shapes besides two colours, and words for whoever sees neither. */
function LightSign({ lights }: { lights: readonly Light[] }) {
  if (lights.length === 0) return null
  const state = worst(lights)
  const Sign = state === 'bad' ? WarningCircleIcon : EyeIcon
  return (
    <span className={`light ${state}`} title={lights.map((one) => one.says).join(' ')}>
      <Sign size={18} weight={state === 'bad' ? 'fill' : 'bold'} />
      <span className="hide">: {t(`lights.${state}`)}</span>
    </span>
  )
}
