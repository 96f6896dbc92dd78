import { type ComponentType, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { Role } from '#contract/team.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Away } from './Away.tsx'
import { Blocked } from './Blocked.tsx'
import { Company } from './Company.tsx'
import { Data } from './Data.tsx'
import { CareLanguage } from './guide/CareLanguage.tsx'
import { Health } from './Health.tsx'
import { Holidays } from './Holidays.tsx'
import { Keys } from './Keys.tsx'
import { Lists } from './Lists.tsx'
import { Look } from './Look.tsx'
import { Mailboxes } from './Mailboxes.tsx'
import { MyAccount } from './MyAccount.tsx'
import { Notices } from './Notices.tsx'
import { OnCall } from './OnCall.tsx'
import { OnThisDevice } from './OnThisDevice.tsx'
import { People } from './People.tsx'
import { Practices } from './Practices.tsx'
import { Signatures } from './Signatures.tsx'
import { TheirPages } from './TheirPages.tsx'
import { Translation } from './Translation.tsx'
import { Word } from './Word.tsx'
import './settings.css'

const sections: { id: string; label: TextKey; from: Role[]; View: ComponentType }[] = [
  { id: 'me', label: 'settings.me', from: ['observer', 'teammate', 'lead', 'admin'], View: Me },
  { id: 'look', label: 'settings.look', from: ['observer', 'teammate', 'lead', 'admin'], View: Look },
  { id: 'care', label: 'settings.care', from: ['observer', 'teammate', 'lead', 'admin'], View: CareLanguage },
  { id: 'mailboxes', label: 'settings.mailboxes', from: ['lead', 'admin'], View: Mailboxes },
  { id: 'blocked', label: 'blocked.title', from: ['observer', 'teammate', 'lead', 'admin'], View: Blocked },
  { id: 'signatures', label: 'settings.signatures', from: ['teammate', 'lead', 'admin'], View: Signatures },
  { id: 'people', label: 'settings.people', from: ['observer', 'teammate', 'lead', 'admin'], View: People },
  { id: 'away', label: 'settings.away', from: ['teammate', 'lead', 'admin'], View: Away },
  { id: 'oncall', label: 'settings.oncall', from: ['teammate', 'lead', 'admin'], View: OnCall },
  { id: 'word', label: 'settings.word', from: ['lead', 'admin'], View: Word },
  { id: 'lists', label: 'settings.lists', from: ['lead', 'admin'], View: Lists },
  { id: 'practices', label: 'settings.practices', from: ['lead', 'admin'], View: Practices },
  { id: 'their-pages', label: 'settings.theirPages', from: ['lead', 'admin'], View: TheirPages },
  { id: 'company', label: 'settings.company', from: ['admin'], View: CompanyAndItsDays },
  { id: 'connections', label: 'settings.connections', from: ['admin'], View: Keys },
  { id: 'translation', label: 'settings.translation', from: ['admin'], View: Translation },
  { id: 'data', label: 'settings.data', from: ['admin'], View: Data },
  { id: 'health', label: 'settings.health', from: ['lead', 'admin'], View: Health },
]

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

export default function Settings({ section }: { section: string }) {
  const me = useMe()
  const mine = sections.filter((one) => one.from.includes(me.teammate.role))
  const shown = mine.find((one) => one.id === section) ?? mine[0]!
  const here = useRef<HTMLAnchorElement>(null)
  // On a phone the sections slide; the one that is shown is in sight. `section` says when it changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [section])
  return (
    <div className="page wide settings">
      <nav aria-label={t('rail.settings')}>
        <h1>{t('rail.settings')}</h1>
        {mine.map((one) => (
          <Link
            key={one.id}
            ref={one.id === shown.id ? here : undefined}
            href={`/settings/${one.id}`}
            aria-current={one.id === shown.id ? 'page' : undefined}
          >
            {t(one.label)}
          </Link>
        ))}
      </nav>
      <section className="stack" aria-label={t(shown.label)}>
        <h2 className="serif">{t(shown.label)}</h2>
        <shown.View />
      </section>
    </div>
  )
}
