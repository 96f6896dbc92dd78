import { Component, type ReactNode } from 'react'
import { t } from '#web/text/t.ts'

/** What browsers say when a part of the app is no longer at the address the open tab knows. */
const isGone = (error: unknown) =>
  /dynamically imported module|Importing a module script|Unable to preload/i.test(String(error))

/** Something broke while drawing: said in words, with a way on. Drafts are safe: they are kept as they are typed. */
export class Boundary extends Component<{ children: ReactNode }, { broken: 'here' | 'old' | null }> {
  override state: { broken: 'here' | 'old' | null } = { broken: null }
  static getDerivedStateFromError(error: unknown) {
    return { broken: isGone(error) ? ('old' as const) : ('here' as const) }
  }
  override render() {
    const { broken } = this.state
    if (!broken) return this.props.children
    return (
      <div className="page stack" role="alert">
        <h1>{t(broken === 'old' ? 'app.old.title' : 'app.broken.title')}</h1>
        <p>{t(broken === 'old' ? 'app.old.text' : 'app.broken.text')}</p>
        <p>
          <button type="button" className="button primary" onClick={() => location.reload()}>
            {t('app.broken.again')}
          </button>
        </p>
      </div>
    )
  }
}
