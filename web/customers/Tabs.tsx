import { Link, useLocation } from 'wouter'
import { t } from '#web/text/t.ts'

/** People, and whom they belong to. */
export function Tabs() {
  const [path] = useLocation()
  const tabs = [
    { href: '/customers', label: t('customers.people') },
    { href: '/circles', label: t('circles.title') },
  ]
  return (
    <nav className="switch" aria-label={t('customers.tabs')}>
      {tabs.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          className="switch-link"
          aria-current={path === href ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
